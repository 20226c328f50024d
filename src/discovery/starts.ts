import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { fileFault } from '../engine/source/file.js';
import { quote } from '../engine/text.js';
import { patternHint } from './hints.js';
import { literalPattern, type Pattern } from './patterns.js';
import { isWithin, linkTarget } from './symlink.js';
import type { DiscoveryFindings, Workspace } from './workspace.js';

/** A pattern and the place where its search begins. */
export interface Start {
  readonly pattern: Pattern;
  readonly stats: Stats;
  /** Path to read it by. */
  readonly read: string;
}

export interface StartOptions {
  readonly workspace: Workspace;
  readonly findings: DiscoveryFindings;
  /** A place of the default set does not have to be there. */
  readonly defaults: boolean;
  readonly namedOutsideAllowed: boolean;
  /** Marks a pattern as handled although none of it is looked at. */
  readonly seen: (pattern: Pattern) => void;
  /** Says that the path that a pattern names does not exist, which is a finding. */
  readonly missing: (pattern: Pattern) => void;
  /** A link on the way that no pattern follows. */
  readonly linked: (link: { readonly path: string; readonly name: string }) => void;
}

/** Where a pattern begins; `undefined` when there is nothing to look at, which is a finding where it has to be. */
export function startOf(pattern: Pattern, options: StartOptions): Start | undefined {
  const { base, text } = pattern;
  const { workspace, findings } = options;
  const name = workspace.nameOf(base);
  if (!workspace.contains(base)) {
    if (!options.namedOutsideAllowed) {
      findings.add('path.escape', `pattern ${quote(text)} points outside the workspace`, name);
      return undefined;
    }
    return startAt(pattern, base, true, options);
  }
  const link = workspace.firstLink(base);
  if (link === undefined) return startAt(pattern, base, false, options);
  // The checkout belongs to the author of the change: a name in it may have been turned into a link to anywhere.
  const target = linkTarget(link);
  const linkName = workspace.nameOf(link);
  options.seen(pattern);
  if (target.path !== undefined && !isWithin(workspace.real, target.path)) {
    findings.add('path.escape', `${quote(linkName)} is a symbolic link out of the workspace`, linkName);
    return undefined;
  }
  if (!pattern.literal) {
    options.linked({ path: link, name: linkName });
    return undefined;
  }
  // A path that is named explicitly is wanted; it is verified under its real name.
  const real = linkTarget(base);
  if (real.path === undefined || !real.exists) {
    findings.add('io.not_found', `${quote(name)} is a broken symbolic link`, name);
    return undefined;
  }
  if (!isWithin(workspace.real, real.path)) {
    findings.add('path.escape', `${quote(name)} points outside the workspace through a symbolic link`, name);
    return undefined;
  }
  const absolute = workspace.spelled(real.path);
  return startAt(literalPattern(absolute, text, pattern.folderOnly), absolute, false, options);
}

function startAt(pattern: Pattern, base: string, outside: boolean, options: StartOptions): Start | undefined {
  const { workspace, findings, defaults } = options;
  const name = workspace.nameOf(base);
  let read = base;
  let stats: Stats;
  try {
    stats = lstatSync(base);
    if (outside) {
      // What a person names outside the checkout is theirs, links included.
      read = realpathSync.native(base);
      stats = lstatSync(read);
      workspace.outside.push(read);
    }
  } catch (error) {
    const fault = fileFault(error, quote(name));
    if (fault.code !== 'io.not_found') findings.add(fault.code, fault.message, name);
    else if (pattern.literal && !defaults) {
      const hint = patternHint(pattern.text);
      options.missing(pattern);
      // What a pattern became is no help to whoever meant something else by it.
      const message = hint === undefined ? `${quote(name)} not found` : `${quote(pattern.text)} not found: ${hint}`;
      findings.add('io.not_found', message, name);
    }
    return undefined;
  }
  if (pattern.folderOnly && pattern.literal && !stats.isDirectory()) {
    findings.add('io.not_found', `${quote(`${name}/`)} is not a directory`, name);
    return undefined;
  }
  return { pattern, stats, read };
}
