import { type Finding, finding } from '../../engine/findings.js';
import { compareBytes } from '../../engine/order.js';
import { shorten } from '../../engine/text.js';
import type { Json, JsonObject } from '../../engine/types.js';
import type { EvidenceArtifact, ShardContent, ShardEvidence } from '../../model/shard.js';
import { groupBy } from '../../report/common.js';
import { list, text } from '../config/json.js';
import { validateDocument } from '../config/schemas.js';
import { decodeShard, sealProblem } from './encode.js';
import { belongsTo, differingSettings, digestOfPaths, type PlannedRun } from './plan.js';

/** A JSON report as it was read. */
export interface ShardReport {
  /** Path to show. */
  readonly name: string;
  readonly value: Json;
}

/** What all shards must have in common with the merging run. */
export interface MergeExpectation {
  readonly run: PlannedRun;
  /** Key that the evidence has to be sealed with; absent: none. */
  readonly key?: string | undefined;
  /** How a file differs from what a shard read; `undefined` when it does not, or is not here. */
  readonly changed?: (path: string, sha256: string | null) => Promise<string | undefined>;
  /** Artifacts that are here for the patterns of the shards and that none of them read. */
  readonly onlyHere?: (patterns: readonly string[], known: KnownToShards) => Promise<readonly string[]>;
}

/** What shards read, and what they found in the search for it. */
export interface KnownToShards {
  readonly files: ReadonlySet<string>;
  /** Code and path of each finding, with a blank between them. */
  readonly findings: ReadonlySet<string>;
}

/** All that the shards of one run know together, in the order of a single run; or why they do not belong together. */
export type Merged =
  | { readonly ok: true; readonly content: ShardContent }
  | { readonly ok: false; readonly findings: readonly Finding[] };

interface Part {
  readonly name: string;
  readonly evidence: ShardEvidence;
  readonly content: ShardContent;
}

/**
 * Puts the evidence of all shards of one run together (interface.md, `--shard` and `merge`), so that deciding over it is
 * deciding as one run. `merge.invalid` (6) for what is not a report with evidence, was changed after it was written, was
 * sealed with a different key, is of another commit, run, policy, base, version, plan or settings, for a shard that is
 * missing or given twice, for an artifact in the wrong shard or in none, and for one that is different here (trust.md
 * section 8).
 */
export async function mergeShards(reports: readonly ShardReport[], expected: MergeExpectation): Promise<Merged> {
  const findings: Finding[] = [];
  const refuse = (message: string, name: string): void => void findings.push(finding('merge.invalid', message, name));
  if (reports.length === 0) refuse('no reports to merge', '');
  const parts: Part[] = [];
  for (const report of reports) {
    const part = readPart(report, expected, refuse);
    if (part !== undefined) parts.push(part);
  }
  const [first] = parts;
  if (first === undefined || findings.length > 0) return { ok: false, findings };
  comparePlans(first, parts, refuse);
  if (findings.length > 0) return { ok: false, findings };
  const content = unite(parts);
  if (!content.incomplete && digestOfPaths(filesOf(content).map(({ path }) => path)) !== first.evidence.plan.artifacts)
    refuse('the shards do not contain all artifacts of the run', first.name);
  for (const { path, sha256 } of filesOf(content)) {
    const why = await expected.changed?.(path, sha256);
    if (why !== undefined) findings.push(finding('merge.invalid', why, path));
  }
  const patterns = list(first.evidence.plan.settings.selection['patterns']).map(text);
  const known = {
    files: new Set(filesOf(content).map(({ path }) => path)),
    findings: new Set(content.findings.map(({ artifact, code }) => `${code} ${artifact}`)),
  };
  // What a run that was cut short did not reach is expected, as is what is around an artifact that is different here.
  const extra = content.incomplete || findings.length > 0 ? [] : await expected.onlyHere?.(patterns, known);
  for (const path of extra ?? []) refuse('it is among the artifacts here, and no shard read it', path);
  return findings.length > 0 ? { ok: false, findings } : { ok: true, content };
}

type Refuse = (message: string, name: string) => void;

/** Everything that a shard read: artifacts, and files that are not. */
function filesOf({ artifacts, unrecognized }: Pick<ShardContent, 'artifacts' | 'unrecognized'>) {
  return [...artifacts.map(({ verdict }) => verdict), ...unrecognized];
}

function readPart({ name, value }: ShardReport, expected: MergeExpectation, refuse: Refuse): Part | undefined {
  const [problem] = validateDocument('gate-report-v1', value);
  if (problem !== undefined) {
    refuse(`not a gate report: ${problem.message}`, name);
    return undefined;
  }
  const evidence = (value as JsonObject)['shard'] as unknown as ShardEvidence | undefined;
  if (evidence === undefined) {
    refuse('not a shard report (no --shard)', name);
    return undefined;
  }
  const broken = sealProblem(evidence, expected.key);
  if (broken !== undefined) {
    refuse(broken, name);
    return undefined;
  }
  const content = decodeShard(evidence);
  if (content === undefined) {
    refuse('its evidence is damaged', name);
    return undefined;
  }
  const { plan } = evidence;
  for (const difference of differences(plan, expected.run)) refuse(difference, name);
  if (plan.index > plan.count) refuse(`shard ${plan.index} of ${plan.count} does not exist`, name);
  const stray = filesOf(content).find(({ path }) => !belongsTo(path, plan));
  if (stray !== undefined)
    refuse(`${shorten(stray.path)} does not belong to shard ${plan.index} of ${plan.count}`, name);
  return { name, evidence, content };
}

/** The differences between two plans of a run. */
function differences(plan: PlannedRun, run: PlannedRun): string[] {
  const said = (value: string | null): string => value ?? 'none';
  const differs = (what: string, there: string | null, here: string | null): string[] =>
    there === here ? [] : [`from a run with a different ${what}: ${shorten(said(there))}, here ${said(here)}`];
  const { settings } = plan;
  const names = differingSettings(settings.verdict, run.settings.verdict);
  return [
    ...differs('version of proof-verify', plan.engine, run.engine),
    ...differs('commit', plan.commit, run.commit),
    ...differs('run id', plan.run_id, run.run_id),
    ...differs('policy', plan.policy_sha256, run.policy_sha256),
    ...differs('base commit', plan.base_commit, run.base_commit),
    ...names.map((name) => settingDifference(name, settings.verdict[name], run.settings.verdict[name])),
  ];
}

function settingDifference(name: string, there: Json | undefined, here: Json | undefined): string {
  const said = (value: Json | undefined): string => shorten(JSON.stringify(value ?? null));
  return `from a run with different settings: ${shorten(name)} is ${said(there)}, here ${said(here)}`;
}

function comparePlans(first: Part, parts: readonly Part[], refuse: Refuse): void {
  const { count, settings, artifacts } = first.evidence.plan;
  const seen = new Map<number, string>();
  for (const { name, evidence } of parts) {
    const { plan } = evidence;
    if (plan.count !== count)
      refuse(`it has ${plan.count} ${plan.count === 1 ? 'shard' : 'shards'}, ${first.name} has ${count}`, name);
    const [setting] = differingSettings(plan.settings.selection, settings.selection);
    if (setting !== undefined) refuse(`from a run with different settings than ${first.name}: ${setting}`, name);
    if (plan.artifacts !== artifacts) refuse(`from a run over different artifacts than ${first.name}`, name);
    const other = seen.get(plan.index);
    if (other !== undefined) refuse(`shard ${plan.index} is in ${other} and ${name}`, name);
    seen.set(plan.index, name);
  }
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length < 10; index++) if (!seen.has(index)) missing.push(index);
  if (missing.length > 0) {
    const [what, verb] = missing.length === 1 ? ['shard', 'is'] : ['shards', 'are'];
    refuse(`${what} ${missing.join(', ')} of ${count} ${verb} missing`, '');
  }
}

/** The order of one run: artifacts by the bytes of their paths, records as they stand in each. */
function unite(parts: readonly Part[]): ShardContent {
  const contents = parts.map(({ content }) => content);
  const artifacts: EvidenceArtifact[] = contents
    .flatMap((content) => content.artifacts)
    .sort((a, b) => compareBytes(a.verdict.path, b.verdict.path));
  const byArtifact = groupBy(
    contents.flatMap(({ facts }) => facts),
    ({ artifact }) => artifact,
  );
  const [first] = contents;
  return {
    artifacts,
    facts: artifacts.flatMap(({ verdict }) => byArtifact.get(verdict.path) ?? []),
    findings: uniteFindings(contents.map(({ findings }) => findings)),
    incomplete: contents.some(({ incomplete }) => incomplete),
    unrecognized: contents.flatMap(({ unrecognized }) => unrecognized).sort((a, b) => compareBytes(a.path, b.path)),
    // Discovery is the same in every shard.
    ignored: first?.ignored ?? [],
    unmatchedPatterns: first?.unmatchedPatterns ?? [],
  };
}

/** Configuration and discovery are the same in every shard: each finding as often as one shard has it. */
export function uniteFindings(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const merged: Finding[] = [];
  const have = new Map<string, number>();
  for (const list of lists) {
    const here = new Map<string, number>();
    for (const found of list) {
      const key = JSON.stringify(found);
      const times = (here.get(key) ?? 0) + 1;
      here.set(key, times);
      if (times > (have.get(key) ?? 0)) {
        have.set(key, times);
        merged.push(found);
      }
    }
  }
  return merged;
}
