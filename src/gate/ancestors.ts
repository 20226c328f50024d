import type { RecordFact } from '../model/facts.js';
import { GitError } from './config/git/pack.js';
import { GitRepository, isObjectId } from './config/git/repository.js';
import type { Policy } from './config/policy/model.js';
import type { GateOptions } from './options/options.js';

/** Most commits searched for ancestors: enough for years of history, and an upper bound for a hostile one. */
const MAX_COMMITS = 50_000;
const MAX_COMMIT_BYTES = 1024 * 1024;

/**
 * The commits that records name and that are ancestors of a commit under test, where the policy allows those (trust.md section
 * 5). Walks the git objects of the checkout, each compared with its id, so that a commit counts only when the history from the
 * tested commit to it is at hand.
 */
export async function ancestorsNamed(
  { run, checkout }: Pick<GateOptions, 'run' | 'checkout'>,
  { bind }: Policy,
  facts: readonly RecordFact[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (bind?.commit === undefined || !bind.ancestors || run.commits.length === 0) return found;
  const wanted = new Set<string>();
  for (const fact of facts) {
    for (const { value } of fact.bind?.commits ?? []) {
      const commit = value.trim().toLowerCase();
      if (isObjectId(commit) && !run.commits.includes(commit)) wanted.add(commit);
    }
  }
  if (wanted.size === 0) return found;
  try {
    const repository = await GitRepository.at(checkout[0]);
    if (repository !== undefined) await walk(repository, run.commits, wanted, found);
  } catch (error) {
    // A damaged history ends here: what lies beyond it does not count.
    if (!(error instanceof GitError)) throw error;
  }
  return found;
}

async function walk(
  repository: GitRepository,
  from: readonly string[],
  wanted: ReadonlySet<string>,
  found: Set<string>,
): Promise<void> {
  const seen = new Set(from);
  let level: readonly string[] = from;
  while (level.length > 0 && found.size < wanted.size && seen.size < MAX_COMMITS) {
    const next: string[] = [];
    for (const id of level) {
      for (const parent of await parentsOf(repository, id)) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        next.push(parent);
        if (wanted.has(parent)) found.add(parent);
      }
    }
    level = next;
  }
}

/** The parents that a commit names; none of one that is not available, as at the boundary of a shallow clone. */
async function parentsOf(repository: GitRepository, id: string): Promise<readonly string[]> {
  const commit = await repository.read(id, MAX_COMMIT_BYTES);
  if (commit?.type !== 'commit') return [];
  const [head = ''] = Buffer.from(commit.content).toString('latin1').split('\n\n', 1);
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent).filter(isObjectId);
}
