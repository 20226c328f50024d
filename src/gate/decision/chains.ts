import { recordsOf } from '../../engine/kinds/table.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';

/** One chain of a run, wherever it lies: a chain file, a directory, a stream, a file inside a bundle or pack. */
export interface FoundChain {
  /** Path of the artifact, and of the file inside it for bundles and packs. */
  readonly path: string;
  readonly artifact: string;
  readonly chainId: string;
  /** Recomputed hashes of its records, in order; `''` where one could not be computed. */
  readonly hashes: readonly string[];
  /** Whether its artifact counts. */
  readonly verified: boolean;
}

/** All chains of a run, by path. A stream is one as soon as a record of it links to another (interface.md, Discovery). */
export function findChains(
  facts: readonly RecordFact[],
  verdicts: readonly ArtifactVerdict[],
  counts: (artifact: string) => boolean,
): ReadonlyMap<string, FoundChain> {
  const byPath = new Map(verdicts.map((verdict) => [verdict.path, verdict]));
  const groups = new Map<string, FoundChain & { readonly hashes: string[]; linked: boolean }>();
  const begin = (path: string, { path: artifact, facts: known }: ArtifactVerdict, linked: boolean) => {
    const chainId = path === artifact ? (known.chainId ?? '') : '';
    const group = { path, artifact, chainId, hashes: [] as string[], verified: counts(artifact), linked };
    groups.set(path, group);
    return group;
  };
  for (const verdict of verdicts) if (recordsOf(verdict.kind) === 'chain') begin(verdict.path, verdict, true);
  for (const { artifact, entry, recordHash, previousHash } of facts) {
    const verdict = byPath.get(artifact);
    const holds = verdict === undefined ? 'none' : recordsOf(verdict.kind);
    if (verdict === undefined || holds === 'single' || holds === 'none') continue;
    // A chain directory is one chain over many files; a bundle or pack holds a chain in each of its files.
    const path = entry === undefined || holds === 'chain' ? artifact : `${artifact}/${entry}`;
    const group = groups.get(path) ?? begin(path, verdict, false);
    group.hashes.push(recordHash);
    group.linked ||= previousHash !== undefined;
  }
  const chains = new Map<string, FoundChain>();
  for (const [path, { linked, ...chain }] of groups) if (linked) chains.set(path, chain);
  return chains;
}
