import type { ArtifactVerdict } from '../engine/types.js';
import { type DecisionFindings, type JudgedFact, type Shortfall, Stage } from './decision.js';
import { instantOf } from './extract.js';
import type { RecordFact } from './facts.js';
import type { Policy, PolicyFreshness } from './policy/model.js';
import { judgeArtifacts, judgeRecordSigner, type Signers } from './trust.js';

const FAILED_RECORD: Shortfall = { stage: Stage.Unverified, why: 'it did not verify' };
const FAILED_ARTIFACT: Shortfall = { stage: Stage.Unverified, why: 'its artifact did not verify' };

/**
 * Judges every record for itself: verified, trusted signer, fresh, rules of the policy. Tells the findings and answers which
 * records count, in the order of the facts. Order matters: a record that fails at one step is not looked at by the next,
 * so that an unverified record can neither satisfy nor break anything.
 */
export function judgeRecords(
  facts: readonly RecordFact[],
  verdicts: readonly ArtifactVerdict[],
  policy: Policy,
  signers: Signers,
  now: number,
  findings: DecisionFindings,
): readonly JudgedFact[] {
  const known = new Set(verdicts.map(({ path }) => path));
  const failed = judgeArtifacts(verdicts, policy, signers, latestOf(facts, policy), findings);
  return facts.map((fact) => {
    const artifactFails = failed.has(fact.artifact) || !known.has(fact.artifact);
    return { fact, shortfall: shortfallOf(fact, artifactFails, policy, signers, now, findings) };
  });
}

function shortfallOf(
  fact: RecordFact,
  artifactFails: boolean,
  policy: Policy,
  signers: Signers,
  now: number,
  findings: DecisionFindings,
): Shortfall | undefined {
  const trust = judgeRecordSigner(fact, signers);
  if (trust !== undefined) {
    findings.record(trust.code, trust.message, fact, '/integrity/signing_key_id');
    return { stage: Stage.Untrusted, why: trust.message };
  }
  if (!fact.verified) return FAILED_RECORD;
  if (artifactFails) return FAILED_ARTIFACT;
  const age = policy.freshness === undefined ? undefined : judgeAge(fact, policy.freshness, now, findings);
  if (age !== undefined) return age;
  return judgeRules(fact, policy, findings);
}

function judgeAge(
  fact: RecordFact,
  { maxAgeMs, clockSkewMs }: PolicyFreshness,
  now: number,
  findings: DecisionFindings,
): Shortfall | undefined {
  const at = instantOf(fact.timestamp);
  if (maxAgeMs !== undefined && !(at >= now - maxAgeMs)) {
    const why = `it is ${words(now - at)} old, the policy allows ${words(maxAgeMs)}`;
    findings.record('freshness.stale', `the record of ${fact.timestamp} is too old: ${why}`, fact, '/timestamp');
    return { stage: Stage.Stale, why };
  }
  if (!(at <= now + clockSkewMs)) {
    const why = `it lies ${words(at - now)} in the future`;
    findings.record('freshness.future', `the record of ${fact.timestamp} is not yet due: ${why}`, fact, '/timestamp');
    return { stage: Stage.Stale, why };
  }
  return undefined;
}

function judgeRules(fact: RecordFact, policy: Policy, findings: DecisionFindings): Shortfall | undefined {
  if (fact.rules === undefined) return undefined;
  let broken: Shortfall | undefined;
  for (const { rule: index, failure } of fact.rules) {
    const rule = policy.rules[index];
    if (failure === undefined || rule === undefined) continue;
    const message = rule.message === undefined ? failure.message : `${rule.message}: ${failure.message}`;
    findings.record(`rule.${rule.id}`, message, fact, failure.pointer);
    broken ??= { stage: Stage.RuleBroken, why: `it breaks the rule ${rule.id}` };
  }
  return broken;
}

/** Youngest record of each artifact, only when a threshold asks for it. */
function latestOf(facts: readonly RecordFact[], policy: Policy): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  if (policy.trust.minSigners === undefined) return latest;
  for (const { artifact, timestamp } of facts) {
    // One time that cannot be read makes it NaN for good, which lies outside every window.
    latest.set(artifact, Math.max(instantOf(timestamp), latest.get(artifact) ?? Number.NEGATIVE_INFINITY));
  }
  return latest;
}

const STEPS: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'm'],
  [1000, 's'],
];

/** A duration in words for people: its largest two units. */
export function words(ms: number): string {
  if (!Number.isFinite(ms)) return 'an unknown time';
  let left = Math.abs(ms);
  const parts: string[] = [];
  for (const [unit, name] of STEPS) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) parts.push(`${count}${name}`);
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '0s' : parts.join(' ');
}
