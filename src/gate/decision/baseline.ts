import { digestHex } from '../../engine/json/jcs.js';
import type { ArtifactVerdict, JsonObject } from '../../engine/types.js';
import type { FrameworkDefinition } from '../config/frameworks/framework.js';
import { findChains } from './chains.js';
import type { JudgedFact, JudgedFacts } from './findings.js';
import type { Tally } from './requirements.js';
import { wholeKeyIds } from './signers.js';

/** One chain at the time of the baseline. */
export interface BaselineChain {
  readonly path: string;
  readonly chain_id: string;
  readonly record_count: number;
  readonly head_hash: string;
}

/** What a later run is compared with (`baseline-v1`). */
export interface Baseline {
  readonly version: 1;
  readonly chains: readonly BaselineChain[];
  readonly record_types: Readonly<Record<string, number>>;
  readonly frameworks: Readonly<Record<string, readonly string[]>>;
  readonly signers: readonly string[];
  readonly tests: Readonly<Record<string, string>>;
}

/** The baseline of a run: only what counts, sorted, so that equal runs give equal bytes. */
export function makeBaseline(
  judged: JudgedFacts,
  verdicts: readonly ArtifactVerdict[],
  sums: Tally,
  frameworks: readonly FrameworkDefinition[],
  counts: (artifact: string) => boolean,
): Baseline {
  const chains: BaselineChain[] = [];
  for (const { path, chainId, hashes, verified } of findChains(judged.facts, verdicts, counts).values()) {
    if (!verified) continue;
    chains.push({ path, chain_id: chainId, record_count: hashes.length, head_hash: hashes.at(-1) ?? '' });
  }
  const covered = new Map<string, readonly string[]>();
  for (const framework of frameworks) {
    const controls = coveredControls(sums, framework);
    // A framework of which nothing is covered has nothing to lose.
    if (controls.length > 0) covered.set(framework.framework.id, controls.sort(byCodeUnits));
  }
  return {
    version: 1,
    chains: chains.sort((a, b) => byCodeUnits(a.path, b.path)),
    record_types: sorted(sums.types),
    frameworks: sorted(covered),
    signers: [...signersOf(judged, verdicts, counts)].sort(byCodeUnits),
    tests: sorted(testsOf(judged)),
  };
}

/** Ids of the controls that are covered, in the order of the framework. */
export function coveredControls(sums: Tally, framework: FrameworkDefinition): string[] {
  const { controls } = sums.coverageOf(framework);
  return controls.filter(({ covered }) => covered).map(({ id }) => id);
}

/** Keys that signed something that counts. */
export function signersOf(
  judged: Iterable<JudgedFact>,
  verdicts: readonly ArtifactVerdict[],
  counts: (artifact: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { fact, shortfall } of judged) {
    if (shortfall === undefined && fact.signature === 'verified' && fact.keyId !== undefined) found.add(fact.keyId);
  }
  for (const verdict of verdicts) {
    if (counts(verdict.path)) for (const keyId of wholeKeyIds(verdict)) found.add(keyId);
  }
  return found;
}

/** The outcome of each test by its newest record that counts; of several at one instant, one that did not pass. */
export function testsOf(judged: Iterable<JudgedFact>): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly at: number; readonly outcome: string }>();
  for (const { fact, shortfall } of judged) {
    if (shortfall !== undefined || fact.test === undefined || fact.test.name === '') continue;
    const at = Date.parse(fact.timestamp);
    const before = found.get(fact.test.name);
    if (before !== undefined && (at < before.at || (at === before.at && before.outcome !== 'passed'))) continue;
    found.set(fact.test.name, { at, outcome: fact.test.outcome });
  }
  return new Map([...found].map(([name, { outcome }]) => [name, outcome]));
}

/** The bytes of a baseline file: sorted, two-space indent, one line feed at the end, sealed with its own digest. */
export function formatBaseline(baseline: Baseline): string {
  const digest = `sha256:${digestHex(baseline as unknown as JsonObject)}`;
  return `${JSON.stringify({ ...baseline, digest }, null, 2)}\n`;
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  // fromEntries defines members, so that a test called __proto__ is one like any other.
  return Object.fromEntries([...map].sort(([a], [b]) => byCodeUnits(a, b)));
}

/** Order of names in stable output. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
