import type { FindingCode, Severity } from '../../engine/findings.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { RunContext } from '../../model/run.js';
import type { Policy, PolicyFreshness } from '../config/policy/model.js';
import type { Signers } from '../config/signers.js';
import { clockText, datedAt, instantOf, signedAt, words } from '../instant.js';
import { bindProblems, type TestedRun } from './bind.js';
import { type DecisionFindings, JudgedFacts, type Shortfall, Stage } from './findings.js';
import { judgeArtifacts, judgeSignerOf } from './signers.js';
import type { Standing } from './standing.js';

const FAILED_RECORD: Shortfall = { stage: Stage.Unverified, why: 'it did not verify' };
const FAILED_ARTIFACT: Shortfall = { stage: Stage.Unverified, why: 'its artifact did not verify' };

/** The input for judging records. */
export interface JudgeInput {
  readonly facts: readonly RecordFact[];
  readonly verdicts: readonly ArtifactVerdict[];
  readonly policy: Policy;
  readonly signers: Signers;
  readonly standing: Standing;
  readonly run: TestedRun;
  /** The clock, epoch milliseconds. */
  readonly now: number;
  /** What set the clock, for messages. */
  readonly clock?: string | undefined;
}

/**
 * Judges each record by itself: verified, trusted signer, about this run, fresh, rules of the policy. Reports the findings and
 * returns which records count, in the order of the facts. Order matters: a record that fails at one step is skipped by the
 * next ones, so that an unverified record can neither satisfy nor break anything.
 */
export function judgeRecords(input: JudgeInput, findings: DecisionFindings): JudgedFacts {
  const { facts, verdicts, policy, signers, standing, now, clock } = input;
  const known = new Set(verdicts.map(({ path }) => path));
  const failed = judgeArtifacts({ verdicts, policy, signers, times: standing, now, clock }, findings);
  return new JudgedFacts(facts, (fact) => {
    const artifactFails = failed.has(fact.artifact) || !known.has(fact.artifact);
    return shortfallOf(fact, artifactFails, input, findings);
  });
}

function shortfallOf(
  fact: RecordFact,
  artifactFails: boolean,
  { policy, standing, run, now, clock }: JudgeInput,
  findings: DecisionFindings,
): Shortfall | undefined {
  // A finding on the signer of the container is reported for the container.
  if (artifactFails && fact.signature !== 'verified') return fact.verified ? FAILED_ARTIFACT : FAILED_RECORD;
  const trust = standing.problemOf(fact);
  if (trust !== undefined) {
    // Whether or not the finding is accepted, a record of a signer that may not sign it is never evidence.
    findings.record(trust.code, trust.message, fact, fact.keyId === undefined ? undefined : SIGNER_POINTER);
    return { stage: Stage.Untrusted, why: trust.message };
  }
  if (!fact.verified) return FAILED_RECORD;
  if (artifactFails) return FAILED_ARTIFACT;
  for (const { code, message, pointer } of bindProblems(fact, policy.bind, run)) {
    if (counts(findings.record(code, message, fact, pointer))) continue;
    return { stage: Stage.Unbound, why: message };
  }
  const age = ageProblem(fact, policy.freshness, now, clock);
  if (age !== undefined && !counts(findings.record(age.code, age.message, fact, TIME_POINTER))) {
    return { stage: Stage.Stale, why: age.why };
  }
  return judgeRules(fact, policy, findings);
}

/**
 * Whether a record with such a finding is evidence: what the policy only warns of does not stand in its way. An exception excuses
 * the finding and nothing else, so that accepting one thing never meets another demand.
 */
const counts = (severity: Severity): boolean => severity === 'warning';

const SIGNER_POINTER = '/integrity/signing_key_id';
const TIME_POINTER = '/timestamp';

/** Whether an ancestor counts is decided later: its place is kept in any case. */
const NO_ANCESTORS: ReadonlySet<string> = new Set();

/** Members of a record whose fact alone shows a problem, by JSON pointer: extraction keeps their places. */
export function suspectsOf({
  policy,
  signers,
  run,
  now,
}: Pick<JudgeInput, 'policy' | 'signers' | 'now'> & { readonly run: RunContext }) {
  const tested = { ...run, ancestors: NO_ANCESTORS };
  return (fact: RecordFact): readonly string[] => {
    const found = bindProblems(fact, policy.bind, tested).map(({ pointer }) => pointer);
    const signed = signedAt(fact, now);
    if (fact.keyId !== undefined && judgeSignerOf(fact, fact.keyId, signers, signed) !== undefined) {
      found.push(SIGNER_POINTER);
    }
    if (ageProblem(fact, policy.freshness, now) !== undefined) found.push(TIME_POINTER);
    return found;
  };
}

interface AgeProblem {
  readonly code: FindingCode;
  readonly message: string;
  readonly why: string;
}

/** A record that is too old, or dated in the future beyond the clock skew: rejected even without a policy (trust.md section 7). */
function ageProblem(
  fact: RecordFact,
  { maxAgeMs, clockSkewMs }: PolicyFreshness,
  now: number,
  clock?: string,
): AgeProblem | undefined {
  const timestamp = datedAt(fact, now);
  const at = instantOf(timestamp);
  if (maxAgeMs !== undefined && !(at >= now - maxAgeMs)) {
    const why = `it is ${words(now - at)} old (max_age ${words(maxAgeMs)})`;
    return {
      code: 'freshness.stale',
      message: `dated ${timestamp}, ${words(now - at)} before ${clockText(now, clock)}; max_age is ${words(maxAgeMs)}`,
      why,
    };
  }
  // Written so that NaN, an invalid time, is rejected.
  if (!(at <= now + clockSkewMs)) {
    const ahead = words(at - now);
    return {
      code: 'freshness.future',
      message: `dated ${timestamp}, ${ahead} after ${clockText(now, clock)}; clock_skew is ${words(clockSkewMs)}`,
      why: `dated ${ahead} in the future`,
    };
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
    if (counts(findings.record(`rule.${rule.id}`, message, fact, failure.pointer))) continue;
    broken ??= { stage: Stage.RuleBroken, why: `it fails the rule ${rule.id}` };
  }
  return broken;
}
