import { type Finding, finding } from '../engine/findings.js';
import type { Json, JsonObject } from '../engine/types.js';
import { shorten } from './decision.js';
import type { RecordFact } from './facts.js';
import { validateDocument } from './schemas.js';
import {
  belongsTo,
  byBytes,
  decodeShard,
  digestOfEvidence,
  digestOfPaths,
  type EvidenceArtifact,
  type ShardContent,
  type ShardEvidence,
} from './shard.js';

/** A JSON report as it was read. */
export interface ShardReport {
  /** Path to show. */
  readonly name: string;
  readonly value: Json;
}

/** What all shards have to have in common with the merging run; an absent member is not compared. */
export interface MergeExpectation {
  readonly engine: string;
  readonly policySha256: string | null;
  /** `digestHex` of the settings, when the merging run knows them. */
  readonly settings?: string;
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
 * deciding as one run. `merge.invalid` (6) for a report that is none, without evidence, changed after it was written, of
 * another policy, engine version, settings or plan, for a shard that is missing or doubled, for an artifact in the wrong
 * shard or in none. Never throws.
 */
export function mergeShards(reports: readonly ShardReport[], expected: MergeExpectation): Merged {
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
  const paths = [...content.artifacts.map(({ verdict }) => verdict.path), ...(content.dropped ?? [])];
  if (!content.incomplete && digestOfPaths(paths) !== first.evidence.plan.artifacts) {
    refuse('the shards do not hold all artifacts of the run', first.name);
    return { ok: false, findings };
  }
  return { ok: true, content };
}

type Refuse = (message: string, name: string) => void;

function readPart({ name, value }: ShardReport, expected: MergeExpectation, refuse: Refuse): Part | undefined {
  const [problem] = validateDocument('gate-report-v1', value);
  if (problem !== undefined) {
    refuse(`not a gate report: ${problem.message}`, name);
    return undefined;
  }
  const evidence = (value as JsonObject)['shard'] as unknown as ShardEvidence | undefined;
  if (evidence === undefined) {
    refuse('the report is of a whole run, not of one with --shard', name);
    return undefined;
  }
  const { digest, ...sealed } = evidence;
  if (digestOfEvidence(sealed) !== digest) {
    refuse('the evidence of the report was changed after it was written', name);
    return undefined;
  }
  const { plan } = evidence;
  if (plan.engine !== expected.engine)
    refuse(`the report is of version ${shorten(plan.engine)}, this is ${expected.engine}`, name);
  if (plan.policy_sha256 !== expected.policySha256) {
    refuse(
      `the report is of the policy ${plan.policy_sha256 ?? '(none)'}, this run has ${expected.policySha256 ?? '(none)'}`,
      name,
    );
  }
  if (expected.settings !== undefined && plan.settings !== expected.settings) {
    refuse('the report is of a run with other settings (keys, patterns, limits …)', name);
  }
  if (plan.index > plan.count) refuse(`there is no shard ${plan.index} of ${plan.count}`, name);
  const looked = [...evidence.artifacts.map(({ path }) => path), ...(evidence.dropped ?? [])];
  const stray = looked.find((path) => !belongsTo(path, plan));
  if (stray !== undefined) refuse(`${shorten(stray)} does not belong to shard ${plan.index} of ${plan.count}`, name);
  const content = decodeShard(evidence);
  if (content === undefined) {
    refuse('the evidence of the report is damaged', name);
    return undefined;
  }
  return { name, evidence, content };
}

function comparePlans(first: Part, parts: readonly Part[], refuse: Refuse): void {
  const { count, settings, artifacts } = first.evidence.plan;
  const seen = new Map<number, string>();
  for (const { name, evidence } of parts) {
    const { plan } = evidence;
    if (plan.count !== count) refuse(`the report is of ${plan.count} shards, ${first.name} is of ${count}`, name);
    if (plan.settings !== settings) refuse(`the report is of a run with other settings than ${first.name}`, name);
    if (plan.artifacts !== artifacts) refuse(`the report is of a run over other artifacts than ${first.name}`, name);
    const other = seen.get(plan.index);
    if (other !== undefined) refuse(`shard ${plan.index} is there twice, also in ${other}`, name);
    seen.set(plan.index, name);
  }
  const missing: number[] = [];
  for (let index = 1; index <= count && missing.length < 10; index++) if (!seen.has(index)) missing.push(index);
  if (missing.length > 0) refuse(`of ${count} shards these are missing: ${missing.join(', ')}`, '');
}

/** The order of one run: artifacts by the bytes of their paths, records as they stand in each. */
function unite(parts: readonly Part[]): ShardContent {
  const artifacts: EvidenceArtifact[] = parts
    .flatMap(({ content }) => content.artifacts)
    .sort((a, b) => byBytes(a.verdict.path, b.verdict.path));
  const dropped = parts.flatMap(({ content }) => content.dropped ?? []).sort(byBytes);
  const byArtifact = new Map<string, RecordFact[]>();
  for (const { content } of parts) {
    for (const fact of content.facts) {
      const list = byArtifact.get(fact.artifact);
      if (list === undefined) byArtifact.set(fact.artifact, [fact]);
      else list.push(fact);
    }
  }
  return {
    artifacts,
    facts: artifacts.flatMap(({ verdict }) => byArtifact.get(verdict.path) ?? []),
    findings: uniteFindings(parts.map(({ content }) => content.findings)),
    incomplete: parts.some(({ content }) => content.incomplete),
    ...(dropped.length === 0 ? {} : { dropped }),
  };
}

/** Configuration and discovery are the same in every shard: each finding as often as one shard has it. */
function uniteFindings(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  const merged: Finding[] = [];
  const have = new Map<string, number>();
  for (const list of lists) {
    const here = new Map<string, number>();
    for (const one of list) {
      const key = JSON.stringify(one);
      const times = (here.get(key) ?? 0) + 1;
      here.set(key, times);
      if (times > (have.get(key) ?? 0)) {
        have.set(key, times);
        merged.push(one);
      }
    }
  }
  return merged;
}
