import path from 'node:path';
import { quote } from '../engine/text.js';
import { whyIgnored } from './candidates.js';
import { linkTarget } from './symlink.js';
import { type DiscoveryFindings, statsOf, type Workspace } from './workspace.js';

/** A matched link and the name of the artifact that it leads to. */
export interface VerifiedLink {
  readonly name: string;
  readonly target: string;
}

/** What is known of the files that links may lead to. */
export interface LinkTargets {
  /** An artifact, or a file or folder in one that is a folder. */
  isArtifact(absolute: string): boolean;
  /** A folder with artifacts somewhere in it. */
  holdsArtifacts(absolute: string): boolean;
}

/**
 * Checks matched links that stay inside. They are never followed: the file that one leads to is verified under its own
 * name when that is matched too. When it is not, whoever reads through the link reads unverified content: an error,
 * unless the link's name is not that of an artifact (trust.md section 4). Inside a bundle or chain the engine judges
 * links.
 */
export function judgeLinks(
  links: readonly { readonly path: string; readonly name: string }[],
  targets: LinkTargets,
  workspace: Workspace,
  findings: DiscoveryFindings,
): { readonly verified: readonly VerifiedLink[]; readonly ignored: ReadonlyMap<string, string> } {
  const verified: VerifiedLink[] = [];
  const ignored = new Map<string, string>();
  for (const { path: link, name } of links) {
    const target = linkTarget(link);
    const real = target.path === undefined ? undefined : workspace.spelled(target.path);
    const folder = real !== undefined && statsOf(real)?.isDirectory() === true;
    const why = folder ? undefined : whyIgnored(path.basename(link), true);
    if (!target.exists || real === undefined)
      findings.add('path.symlink', 'is a broken symbolic link', name, why === undefined ? 'error' : 'warning');
    else if (why !== undefined) ignored.set(name, `a symbolic link; ${why}`);
    else if (isVerified(link, real, folder, targets)) {
      verified.push({ name, target: workspace.nameOf(real) });
      findings.add(
        'path.symlink',
        `is a symbolic link: its target ${quote(workspace.nameOf(real))} is verified`,
        name,
        'notice',
      );
    } else {
      const shown = quote(workspace.nameOf(real));
      findings.add(
        'path.symlink',
        `is a symbolic link to ${shown}, which is not among the artifacts and was not verified`,
        name,
      );
    }
  }
  return { verified, ignored };
}

function isVerified(link: string, real: string, folder: boolean, targets: LinkTargets): boolean {
  if (folder) return targets.isArtifact(real) || targets.holdsArtifacts(real);
  // With another extension it is read as another kind of artifact than the one that was verified.
  return targets.isArtifact(real) && path.extname(link).toLowerCase() === path.extname(real).toLowerCase();
}
