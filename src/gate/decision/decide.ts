import { type ExitCode, type Finding, worstCode } from '../../engine/findings.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { ReportCoverage, ReportRequirement } from '../../model/report.js';
import { loadCatalogues } from '../config/frameworks/catalogues.js';
import type { FrameworkDefinition } from '../config/frameworks/framework.js';
import type { Policy } from '../config/policy/model.js';
import { makeSigners, type Signers } from '../config/signers.js';
import { checkApprovals } from './approvals.js';
import { type Baseline, makeBaseline } from './baseline.js';
import type { TestedRun } from './bind.js';
import { checkDrift } from './drift.js';
import { DecisionFindings } from './findings.js';
import { judgeRecords } from './judge.js';
import { noticePolicy } from './policy-notices.js';
import { checkProducers } from './producers.js';
import { checkRequirements, tally } from './requirements.js';
import { Standing } from './standing.js';
import { Waivers } from './waivers.js';
import { Withdrawals } from './withdrawals.js';

/** What a decision is made from. Nothing else: the same input gives the same decision, on one machine or merged from many. */
export interface DecideInput {
  readonly policy: Policy;
  /** In the order of the artifacts and of their records. */
  readonly facts: readonly RecordFact[];
  readonly verdicts: readonly ArtifactVerdict[];
  /** The clock, epoch milliseconds. */
  readonly now: number;
  /** What set the clock, for messages. */
  readonly clock?: string | undefined;
  /** Whom the run trusts; without it, the signers of the policy alone. */
  readonly signers?: Signers;
  /** What the run is compared with. */
  readonly baseline?: Baseline | undefined;
  /** What evidence is bound to; without it no value of the run is known. */
  readonly run?: TestedRun;
  /** Whether a record type has a schema in this run; without it only built-in types are known. */
  readonly isKnownType?: ((type: string) => boolean) | undefined;
}

/** The decision of the gate. */
export interface Decision {
  /** Those of the decision alone; those of the verdicts are in the verdicts. */
  readonly findings: readonly Finding[];
  /** Number of decision findings beyond the 100 that are kept for an artifact, by artifact. */
  readonly moreFindings: ReadonlyMap<string, number>;
  /** `severity` of the policy, for findings that are not from the decision. */
  readonly waivers: Waivers;
  readonly requirements: readonly ReportRequirement[];
  readonly coverage: readonly ReportCoverage[];
  /** The baseline of this run, as `baseline FILE` writes it. */
  makeBaseline(): Baseline;
}

/**
 * Turns verdicts and facts into a decision (gate.md): trust, freshness, rules, requirements, approvals, drift. Pure.
 * Only verified records count; a record that fails at one step satisfies nothing at a later one.
 */
export function decide(input: DecideInput): Decision {
  const { policy, facts, verdicts, now, clock, baseline, run = UNKNOWN_RUN } = input;
  const signers = input.signers ?? makeSigners(policy);
  const waivers = new Waivers(policy, now);
  const findings = new DecisionFindings(waivers);
  for (const what of unknownToBind(policy, run)) findings.run('bind.unknown', what);
  checkProducers(verdicts, findings);
  const standing = new Standing(facts, verdicts, signers, policy.trust.minSigners !== undefined, now, clock);
  const judged = judgeRecords({ facts, verdicts, policy, signers, standing, run, now, clock }, findings);
  const counts = countingArtifacts(verdicts, findings);
  // Reading all catalogues takes longer than deciding over a record.
  const known = baseline === undefined ? [] : knownFrameworks(policy);
  const required = policy.require.frameworks.map(({ framework }) => framework);
  const before = baseline?.frameworks ?? {};
  const compared = known.filter(({ framework }) => Object.hasOwn(before, framework.id));
  const withdrawals = new Withdrawals(judged, standing);
  const approves = (fact: RecordFact): boolean => approvesAnything(fact, standing, now) && !withdrawals.has(fact);
  const sums = tally(judged, [...new Set([...required, ...compared])], approves);
  const { requirements, coverage } = checkRequirements(policy, judged, sums, findings);
  const approvals = checkApprovals({ policy, judged, verdicts, signers, standing, now }, findings);
  if (baseline !== undefined) checkDrift(baseline, { judged, verdicts, sums, frameworks: known, counts }, findings);
  const all = [...requirements, ...approvals];
  noticePolicy({ policy, requirements: all, verdicts, sums, waivers, now, isKnownType: input.isKnownType }, findings);
  return {
    findings: findings.list,
    moreFindings: findings.more,
    waivers,
    requirements: all,
    coverage,
    makeBaseline: () =>
      makeBaseline(judged, verdicts, tally(judged, knownFrameworks(policy), approves), knownFrameworks(policy), counts),
  };
}

/** For a caller that compares nothing with a run. */
const UNKNOWN_RUN: TestedRun = { commits: [], ancestors: new Set() };

/** What `bind` compares evidence with and the run does not know, with what would say it: nothing may pass unasked. */
function unknownToBind({ bind }: Policy, { commits, repository }: TestedRun): readonly string[] {
  const missing = (what: string): string =>
    `the policy binds evidence to the ${what}, but the run does not know its ${what}: give --${what} (in the Action: input ${what})`;
  return [
    ...(bind?.commit !== undefined && commits.length === 0 ? [missing('commit')] : []),
    ...(bind?.repository !== undefined && repository === undefined ? [missing('repository')] : []),
  ];
}

/** Whether an approval record approves what it names: it says so, is signed and has not expired. */
function approvesAnything(fact: RecordFact, standing: Standing, now: number): boolean {
  const { approval } = fact;
  if (approval === undefined || approval.says !== 'approves' || standing.speakersOf(fact).length === 0) return false;
  return approval.expiresAt === undefined || now < approval.expiresAt;
}

/**
 * Exit code of a run. `--warn-only` lets failed checks pass (2 to 5), never a crash (1), bad input (6), a missing file (7)
 * or anything unsafe (8): trust.md section 9. With `failOn: warning` a warning fails the run as it would as an error (trust.md section 7).
 */
export function exitCodeOf(
  findings: readonly Finding[],
  { warnOnly, failOn }: { readonly warnOnly: boolean; readonly failOn: 'error' | 'warning' },
): ExitCode {
  const hidden = (code: ExitCode): boolean => warnOnly && FAILED_CHECKS.has(code);
  return worstCode(
    findings.flatMap(({ severity, exit_code: code }) =>
      severity !== 'notice' && (severity === 'error' || failOn === 'warning') && !hidden(code) ? [code] : [],
    ),
  );
}

/** Verification failed, policy or schema violation, approval required, drift. */
const FAILED_CHECKS: ReadonlySet<ExitCode> = new Set([2, 3, 4, 5]);

/** The built-in frameworks and the policy's own. */
export function knownFrameworks(policy: Policy): readonly FrameworkDefinition[] {
  return [...loadCatalogues(), ...policy.frameworks];
}

/** An artifact counts when it verified and nothing was found wrong with its signers. */
function countingArtifacts(
  verdicts: readonly ArtifactVerdict[],
  findings: DecisionFindings,
): (artifact: string) => boolean {
  const counting = new Set(verdicts.filter(({ outcome }) => outcome === 'verified').map(({ path }) => path));
  for (const { artifact, code } of findings.list) {
    if (code.startsWith('trust.')) counting.delete(artifact);
  }
  return (artifact) => counting.has(artifact);
}
