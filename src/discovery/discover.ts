import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { quote } from '../engine/canonical/strict.js';
import { type Finding, finding } from '../engine/findings.js';
import { DEFAULT_LIMITS, type Limits } from '../engine/limits.js';
import { fileFault } from '../engine/source/file.js';
import { whyIgnored } from './candidates.js';
import { classify, type FolderArtifact } from './folders.js';
import { isWithin, linkTarget } from './link-target.js';
import { compareBytes } from './order.js';
import { DEFAULT_PATTERNS, literalPattern, matchOf, type Pattern, parsePatterns, standAt } from './patterns.js';
import { type Hit, isChainMember, MAX_TREE_ENTRIES, type ReadFolder, readFolder, type Type, walk } from './walk.js';

/** What to look for. */
export interface DiscoverOptions {
  /** Absolute path of the folder that is verified. */
  readonly workspace: string;
  /** Globs and paths in the order given; see `parsePatterns`. */
  readonly patterns: readonly string[];
  /** Look for the default set instead of `patterns`. */
  readonly defaults: boolean;
  /**
   * Patterns may lead outside the workspace by what they say (`../other`, `/srv/x`): true for the command line only, a
   * policy belongs to whoever wrote the checkout. No pattern ever leads outside through a link.
   */
  readonly namedOutsideAllowed: boolean;
  readonly limits?: Limits;
  /** How folders are listed; another one is for tests. */
  readonly readFolder?: ReadFolder;
}

/** One artifact to verify. */
export interface DiscoveredArtifact {
  /** Absolute. */
  readonly path: string;
  /** Relative to the workspace, `/`-separated; `.` for the workspace itself. */
  readonly name: string;
  readonly form: 'file' | 'bundle' | 'chain_directory';
  /** What matched and what it was taken for. Holds text of patterns and file names: escape it for each output. */
  readonly why: string;
  /** `named`: the very path was given. */
  readonly origin: 'pattern' | 'default' | 'named';
  /** Real path of the folder it has to lie in when it is opened (`openFile`, `within`): the workspace, or what was named outside. */
  readonly root: string;
}

/** What was found. */
export interface Discovery {
  /** Sorted by the bytes of `name`, each once. */
  readonly artifacts: readonly DiscoveredArtifact[];
  readonly findings: readonly Finding[];
  /** Patterns, without exclusions, that matched nothing; never those of the default set. */
  readonly unmatchedPatterns: readonly string[];
  /** Matched files that were left out, with the reason; sorted. */
  readonly ignored: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Finds the artifacts that patterns stand for and decides what each folder is (interface.md, Discovery). What cannot be
 * read or must not be is a finding: `io.not_found` for a named path, `io.unreadable`, `io.directory_empty`,
 * `path.escape`, `path.special_file`, `usage.invalid`. Nothing found at all is left to the caller to judge.
 */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  return new Search(options).run();
}

class Search {
  private readonly workspace: string;
  /** The workspace without links in its path: what "inside" is measured by. */
  private realWorkspace = '';
  private readonly limits: Limits;
  private readonly list: ReadFolder;
  private readonly findings: Finding[] = [];
  private readonly artifacts = new Map<string, DiscoveredArtifact>();
  private readonly folderArtifacts = new Map<string, FolderArtifact['form']>();
  private readonly told = new Set<string>();
  private readonly ignored = new Map<string, string>();
  private readonly links: { readonly hit: Hit; readonly target: string | undefined; readonly exists: boolean }[] = [];
  private readonly matched = new Set<Pattern>();
  /** Real paths that patterns outside the workspace begin at: links may lead inside them. */
  private readonly outside: string[] = [];
  private readonly seen = (pattern: Pattern): void => {
    this.matched.add(pattern);
  };

  constructor(private readonly options: DiscoverOptions) {
    this.workspace = path.resolve(options.workspace);
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.list = options.readFolder ?? readFolder;
  }

  async run(): Promise<Discovery> {
    try {
      this.realWorkspace = realpathSync.native(this.workspace);
    } catch (error) {
      this.fault(error, '.', 'the workspace');
      return this.result([]);
    }
    const texts = this.options.defaults ? DEFAULT_PATTERNS : this.options.patterns;
    const { patterns: parsed, invalid } = await parsePatterns(
      texts,
      this.workspace,
      (at) => stat(at) !== undefined,
      (at) => this.spelled(at),
    );
    for (const { text, why } of invalid) {
      this.findings.push(finding('usage.invalid', `pattern ${quote(text)} is not valid: ${why}`, ''));
    }
    const patterns: Pattern[] = [];
    const starts: { pattern: Pattern; stats: Stats; read: string }[] = [];
    for (const pattern of parsed) {
      if (pattern.negate) {
        patterns.push(pattern);
        continue;
      }
      const start = this.start(pattern);
      if (start === undefined) continue;
      patterns.push(start.pattern);
      starts.push(start);
    }
    await this.visit(patterns, starts);
    this.judgeLinks();
    this.reportEmpty(starts);
    return this.result(parsed);
  }

  /** Where a pattern begins; `undefined` when there is nothing to look at, which is a finding where it has to be. */
  private start(pattern: Pattern): { pattern: Pattern; stats: Stats; read: string } | undefined {
    const { base, text } = pattern;
    const name = this.nameOf(base);
    if (!isWithin(this.workspace, base)) {
      if (!this.options.namedOutsideAllowed) {
        this.add('path.escape', `pattern ${quote(text)} leads outside the workspace`, name);
        return undefined;
      }
      return this.startAt(pattern, base, true);
    }
    const link = this.firstLink(base);
    if (link === undefined) return this.startAt(pattern, base, false);
    // The checkout belongs to the author of the change: a name in it may have been turned into a link to anywhere.
    const target = linkTarget(link);
    const linkName = this.nameOf(link);
    this.seen(pattern);
    if (target.path !== undefined && !isWithin(this.realWorkspace, target.path)) {
      this.add('path.escape', `${quote(linkName)} is a symbolic link out of the workspace`, linkName);
      return undefined;
    }
    if (!pattern.literal) {
      this.add('path.symlink', `${quote(linkName)} is a symbolic link and is not followed`, linkName, 'warning');
      return undefined;
    }
    // A path that is named outright is wanted; it is verified under the name it really has.
    const real = linkTarget(base);
    if (real.path === undefined || !real.exists) {
      this.add('io.not_found', `${quote(name)} is a symbolic link to nothing`, name);
      return undefined;
    }
    if (!isWithin(this.realWorkspace, real.path)) {
      this.add('path.escape', `${quote(name)} leads out of the workspace through a symbolic link`, name);
      return undefined;
    }
    const absolute = this.spelled(real.path);
    return this.startAt(literalPattern(absolute, text, pattern.folderOnly), absolute, false);
  }

  private startAt(
    pattern: Pattern,
    base: string,
    outside: boolean,
  ): { pattern: Pattern; stats: Stats; read: string } | undefined {
    const name = this.nameOf(base);
    let read = base;
    let stats: Stats;
    try {
      stats = lstatSync(base);
      if (outside) {
        // What a person names outside of the checkout is theirs, links included.
        read = realpathSync.native(base);
        stats = lstatSync(read);
        this.outside.push(read);
      }
    } catch (error) {
      const fault = fileFault(error, quote(name));
      if (fault.code !== 'io.not_found') this.add(fault.code, fault.message, name);
      else if (pattern.literal && !this.options.defaults)
        this.add('io.not_found', `${quote(name)} does not exist`, name);
      return undefined;
    }
    if (pattern.folderOnly && pattern.literal && !stats.isDirectory()) {
      this.add('io.not_found', `${quote(`${name}/`)} is no folder`, name);
      return undefined;
    }
    return { pattern, stats, read };
  }

  /** The first symbolic link on the way from the workspace to a path in it. */
  private firstLink(base: string): string | undefined {
    let at = this.workspace;
    for (const part of path.relative(this.workspace, base).split(path.sep)) {
      at = path.join(at, part);
      const stats = stat(at);
      if (stats === undefined) return undefined;
      if (stats.isSymbolicLink()) return at;
    }
    return undefined;
  }

  private async visit(
    patterns: readonly Pattern[],
    starts: readonly { pattern: Pattern; stats: Stats; read: string }[],
  ): Promise<void> {
    const roots: { base: string; read: string }[] = [];
    const files: Hit[] = [];
    for (const { pattern, stats, read } of starts) {
      const base = pattern.base;
      if (stats.isDirectory()) roots.push({ base, read });
      else {
        const match = matchOf(standAt(patterns, base), false, true, this.seen);
        const type: Type = stats.isFile() ? 'file' : stats.isSymbolicLink() ? 'symlink' : 'other';
        if (match !== undefined) files.push({ path: read, name: this.nameOf(base), type, match });
      }
    }
    // A folder below another start is reached from there already: patterns of all starts are walked together.
    const tops = roots.filter(
      ({ base }, i) => !roots.some((other, j) => isWithin(other.base, base) && (other.base !== base || j < i)),
    );
    for (const { base, read } of tops) {
      const found = await walk({ path: read, name: this.nameOf(base) }, standAt(patterns, base), this.seen, this.list);
      for (const { name, error } of found.unreadable) this.fault(error, name, `folder ${quote(name)}`);
      if (found.tooMany) {
        const where = this.nameOf(base);
        this.add('limit.entries', `${quote(where)} holds more than ${MAX_TREE_ENTRIES} files and folders`, where);
      }
      // Searching begins at the base of each pattern: what lies above a folder that somebody named says nothing of it.
      const { artifacts, hits } = await classify(found.folders, this.limits);
      const root = isWithin(this.workspace, base) ? this.realWorkspace : read;
      for (const one of artifacts) this.takeFolder(one, root);
      for (const hit of hits) this.take(hit, root);
    }
    for (const hit of files) this.take(hit, isWithin(this.workspace, hit.path) ? this.realWorkspace : hit.path);
  }

  private takeFolder(one: FolderArtifact, root: string): void {
    this.folderArtifacts.set(one.path, one.form);
    const { pattern, how } = one.match;
    this.artifacts.set(one.path, {
      path: one.path,
      name: one.name,
      form: one.form,
      why: `${one.reason}; ${this.because(pattern, how === 'below' || pattern.literal)}`,
      origin: pattern.literal && this.nameOf(pattern.base) === one.name ? 'named' : this.origin(),
      root,
    });
    for (const hit of one.hits) this.checkUnsafe(hit, true);
  }

  private take(hit: Hit, root: string): void {
    if (!this.checkUnsafe(hit, false)) return;
    const { pattern, how } = hit.match;
    const named = pattern.literal && how === 'self';
    const why = named ? undefined : whyIgnored(path.basename(hit.path), how === 'below');
    if (why !== undefined) {
      if (!this.artifacts.has(hit.path)) this.ignored.set(hit.name, why);
      return;
    }
    if (this.coveredByFolder(hit.path)) return;
    if (this.artifacts.has(hit.path) && !named) return;
    this.ignored.delete(hit.name);
    this.artifacts.set(hit.path, {
      path: hit.path,
      name: hit.name,
      form: 'file',
      why: named ? `named as ${quote(pattern.text)}` : this.because(pattern, how === 'below'),
      origin: named ? 'named' : this.origin(),
      root,
    });
  }

  /** Raises what is unsafe about a matched path; true for a regular file. */
  private checkUnsafe(hit: Hit, inArtifact: boolean): boolean {
    if (hit.type === 'file') return true;
    if (hit.type === 'other') {
      this.add('path.special_file', `${quote(hit.name)} is a FIFO, socket or device`, hit.name);
      return false;
    }
    const target = linkTarget(hit.path);
    const inside =
      target.path === undefined ||
      [this.realWorkspace, ...this.outside].some((folder) => isWithin(folder, target.path ?? ''));
    if (!inside) {
      this.add('path.escape', `${quote(hit.name)} is a symbolic link out of the workspace`, hit.name);
    } else if (!inArtifact) this.links.push({ hit, target: target.path, exists: target.exists });
    return false;
  }

  /**
   * A matched link that stays inside is never followed: the file it leads to is verified under its own name when that
   * is matched too, and then the link is told of and no more. When it is not, whoever reads through the link reads what
   * nobody verified: a warning. Inside a bundle or chain the engine judges links itself.
   */
  private judgeLinks(): void {
    if (this.links.length === 0) return;
    const holders = this.holders();
    for (const { hit, target, exists } of this.links) {
      const name = quote(hit.name);
      const why = hit.match.how === 'below' ? whyIgnored(path.basename(hit.path), true) : undefined;
      if (!exists || target === undefined) {
        this.add('path.symlink', `${name} is a symbolic link to nothing`, hit.name, 'warning');
      } else if (this.verified(target, holders)) {
        this.add('path.symlink', `${name} is a symbolic link: verified as what it leads to`, hit.name, 'notice');
      } else if (why !== undefined && stat(target)?.isDirectory() !== true) this.ignored.set(hit.name, why);
      else {
        const message = `${name} is a symbolic link to something that is not among the artifacts: it was not verified`;
        this.add('path.symlink', message, hit.name, 'warning');
      }
    }
  }

  /** True when a real path is an artifact, lies in one, or is a folder with artifacts in it. */
  private verified(target: string, holders: ReadonlySet<string>): boolean {
    const real = this.spelled(target);
    return this.artifacts.has(real) || this.coveredByFolder(real) || holders.has(real);
  }

  private coveredByFolder(file: string): boolean {
    const folder = path.dirname(file);
    if (this.folderArtifacts.get(folder) === 'chain_directory' && isChainMember(path.basename(file))) return true;
    for (let at = folder; ; at = path.dirname(at)) {
      if (this.folderArtifacts.get(at) === 'bundle') return true;
      if (path.dirname(at) === at) return false;
    }
  }

  /** All folders with an artifact somewhere in them. */
  private holders(): ReadonlySet<string> {
    const holders = new Set<string>();
    for (const one of this.artifacts.keys()) {
      for (let at = path.dirname(one); !holders.has(at); at = path.dirname(at)) holders.add(at);
    }
    return holders;
  }

  /** The workspace may be reached through a link: paths in it are spelled as it was given. */
  private spelled(absolute: string): string {
    if (isWithin(this.workspace, absolute) || !isWithin(this.realWorkspace, absolute)) return absolute;
    return path.join(this.workspace, path.relative(this.realWorkspace, absolute));
  }

  /** A folder that was named has to hold something. */
  private reportEmpty(starts: readonly { pattern: Pattern; stats: Stats; read: string }[]): void {
    if (this.options.defaults) return;
    const holders = this.holders();
    for (const { pattern, stats, read } of starts) {
      if (!pattern.literal || !stats.isDirectory()) continue;
      const name = this.nameOf(pattern.base);
      const isBelow = (other: string): boolean => other === name || other.startsWith(name === '.' ? '' : `${name}/`);
      const holds = this.artifacts.has(read) || holders.has(read) || this.coveredByFolder(read);
      if (holds || this.findings.some(({ artifact, severity }) => severity === 'error' && isBelow(artifact))) continue;
      const others = [...this.ignored.keys()].filter(isBelow).length;
      const hint = others === 0 ? '' : ` (${others} other files were ignored)`;
      this.add('io.directory_empty', `folder ${quote(name)} holds no artifacts${hint}`, name);
    }
  }

  private because(pattern: Pattern, folder: boolean): string {
    if (this.options.defaults) return `matches ${pattern.text} of the default set`;
    return folder && pattern.literal ? `in the named folder ${quote(pattern.text)}` : `matches ${pattern.text}`;
  }

  private origin(): 'pattern' | 'default' {
    return this.options.defaults ? 'default' : 'pattern';
  }

  private nameOf(absolute: string): string {
    const relative = path.relative(this.workspace, absolute);
    if (relative === '') return '.';
    return path.sep === '/' ? relative : relative.replaceAll(path.sep, '/');
  }

  private add(code: Finding['code'], message: string, artifact: string, severity?: Finding['severity']): void {
    // Several patterns may come upon the same thing.
    const key = `${code}\0${artifact}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.findings.push(finding(code, message, artifact, {}, severity));
  }

  private fault(error: unknown, name: string, what: string): void {
    const { message } = fileFault(error, what);
    // A folder that was there a moment ago and is not any more cannot be read either.
    this.add(name === '.' && what === 'the workspace' ? fileFault(error, what).code : 'io.unreadable', message, name);
  }

  private result(parsed: readonly Pattern[]): Discovery {
    const matchedTexts = new Set([...this.matched].map(({ text }) => text));
    const unmatched = parsed.filter(({ negate, text }) => !negate && !matchedTexts.has(text));
    return {
      artifacts: [...this.artifacts.values()].sort((a, b) => compareBytes(a.name, b.name)),
      findings: this.findings.sort((a, b) => compareBytes(a.artifact, b.artifact)),
      unmatchedPatterns: this.options.defaults ? [] : [...new Set(unmatched.map(({ text }) => text))],
      ignored: [...this.ignored]
        .map(([name, why]) => ({ path: name, why }))
        .sort((a, b) => compareBytes(a.path, b.path)),
    };
  }
}

function stat(absolute: string): Stats | undefined {
  try {
    return lstatSync(absolute);
  } catch {
    return undefined;
  }
}
