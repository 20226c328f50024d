import type { ArtifactVerdict } from '../engine/types.js';
import type { RecordFact } from './facts.js';

/** One chain of a run, wherever it lies: a chain file, a directory, a stream, a file inside a bundle or pack. */
export interface FoundChain {
  /** Path of the artifact, and of the file inside it for bundles and packs. */
  readonly path: string;
  readonly artifact: string;
  readonly chainId: string;
  /** Recomputed hashes of its records, in order; `''` where one could not be computed. */
  readonly hashes: readonly string[];
  /** Its artifact counts. */
  readonly verified: boolean;
}

/** Kinds that are a chain as a whole, whatever their records say. */
const CHAIN_KINDS: ReadonlySet<string> = new Set(['chain', 'chain_directory']);
/** Kinds that are never a chain. */
const SINGLE_KINDS: ReadonlySet<string> = new Set([
  'record',
  'gait_signed_json',
  'revocation_list',
  'record_types',
  'governance_event',
]);

/** All chains of a run, by path. A stream is one as soon as a record of it links to another (interface.md, Discovery). */
export function findChains(
  facts: readonly RecordFact[],
  verdicts: readonly ArtifactVerdict[],
  counts: (artifact: string) => boolean,
): ReadonlyMap<string, FoundChain> {
  const byPath = new Map(verdicts.map((verdict) => [verdict.path, verdict]));
  const groups = new Map<string, { artifact: string; hashes: string[]; linked: boolean }>();
  for (const verdict of verdicts) {
    if (CHAIN_KINDS.has(verdict.kind)) groups.set(verdict.path, { artifact: verdict.path, hashes: [], linked: true });
  }
  for (const fact of facts) {
    const kind = byPath.get(fact.artifact)?.kind;
    if (kind === undefined || SINGLE_KINDS.has(kind)) continue;
    // A chain directory is one chain over many files; a bundle or pack holds a chain in each of its files.
    const path = fact.entry === undefined || CHAIN_KINDS.has(kind) ? fact.artifact : `${fact.artifact}/${fact.entry}`;
    let group = groups.get(path);
    if (group === undefined) {
      group = { artifact: fact.artifact, hashes: [], linked: false };
      groups.set(path, group);
    }
    group.hashes.push(fact.recordHash);
    group.linked ||= fact.previousHash !== undefined;
  }
  const chains = new Map<string, FoundChain>();
  for (const [path, { artifact, hashes, linked }] of groups) {
    if (!linked) continue;
    const chainId = path === artifact ? (byPath.get(artifact)?.facts.chainId ?? '') : '';
    chains.set(path, { path, artifact, chainId, hashes, verified: counts(artifact) });
  }
  return chains;
}
