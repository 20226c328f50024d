import path from 'node:path';
import { type Stoppable, Stopped, turn, turnIsDue } from '../engine/pace.js';
import { listFolder } from '../engine/source/list-folder.js';
import { quote } from '../engine/text.js';
import { whyIgnored } from './candidates.js';
import { linkTarget } from './symlink.js';
import { GIT, MAX_TREE_ENTRIES } from './walk.js';
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
  /** A link that was matched, and so is judged itself. */
  isMatchedLink(absolute: string): boolean;
}

/**
 * Checks matched links that stay inside. They are never followed: the file that one leads to is verified under its own
 * name when that is matched too, and so is each file of a folder. When one is not, whoever reads through the link reads
 * unverified content: an error, unless the link's name is not that of an artifact (trust.md section 4). Inside a bundle or chain
 * the engine judges links.
 * @throws Stopped when the run is to end.
 */
export async function judgeLinks(
  links: readonly { readonly path: string; readonly name: string }[],
  targets: LinkTargets,
  workspace: Workspace,
  findings: DiscoveryFindings,
  run: Stoppable,
): Promise<{ readonly verified: readonly VerifiedLink[]; readonly ignored: ReadonlyMap<string, string> }> {
  const verified: VerifiedLink[] = [];
  const ignored = new Map<string, string>();
  const folders = new LinkedFolders(targets, run);
  for (const { path: link, name } of links) {
    const target = linkTarget(link);
    const real = target.path === undefined ? undefined : workspace.spelled(target.path);
    const folder = real !== undefined && statsOf(real)?.isDirectory() === true;
    const why = folder ? undefined : whyIgnored(path.basename(link), true);
    if (!target.exists || real === undefined) {
      findings.add('path.symlink', 'is a broken symbolic link', name, why === undefined ? 'error' : 'warning');
      continue;
    }
    if (why !== undefined) {
      ignored.set(name, `a symbolic link; ${why}`);
      continue;
    }
    const shown = workspace.nameOf(real);
    const unverified = folder ? await folders.unverifiedIn(real) : isVerified(link, real, targets) ? undefined : real;
    if (unverified === undefined) {
      verified.push({ name, target: shown });
      findings.add('path.symlink', `is a symbolic link: its target ${quote(shown)} is verified`, name, 'notice');
      continue;
    }
    const leads = `is a symbolic link to ${quote(shown)}`;
    const text =
      unverified === real
        ? `${leads}, which is not among the artifacts and was not verified`
        : `${leads}, where ${quote(workspace.nameOf(unverified))} is not among the artifacts and was not verified`;
    findings.add('path.symlink', text, name);
  }
  return { verified, ignored };
}

/** The folders that links lead to. All of them together are looked at no further than one tree that is searched. */
class LinkedFolders {
  private readonly known = new Map<string, Promise<string | undefined>>();
  private entries = 0;

  constructor(
    private readonly targets: LinkTargets,
    private readonly run: Stoppable,
  ) {}

  /** What keeps a folder from being verified: a file or link in it that is read as an artifact, or the folder itself. */
  unverifiedIn(folder: string): Promise<string | undefined> {
    const known = this.known.get(folder) ?? this.look(folder);
    this.known.set(folder, known);
    return known;
  }

  private async look(top: string): Promise<string | undefined> {
    const { targets, run } = this;
    if (!targets.isArtifact(top) && !targets.holdsArtifacts(top)) return top;
    const open = [top];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      try {
        for (const child of await listFolder(at, run)) {
          if (turnIsDue()) await turn(run);
          if (++this.entries > MAX_TREE_ENTRIES) return top;
          const full = path.join(at, child.name);
          if (child.name === GIT) continue;
          // A folder of records is an artifact with its records only: what else lies in it is looked at as well.
          if (child.isDirectory()) open.push(full);
          else if (targets.isArtifact(full) || targets.isMatchedLink(full)) continue;
          else if (child.isSymbolicLink() || whyIgnored(child.name, true) === undefined) return full;
        }
      } catch (error) {
        if (error instanceof Stopped) throw error;
        return at;
      }
    }
    return undefined;
  }
}

function isVerified(link: string, real: string, targets: LinkTargets): boolean {
  // With another extension it is read as another kind of artifact than the one that was verified.
  return targets.isArtifact(real) && path.extname(link).toLowerCase() === path.extname(real).toLowerCase();
}
