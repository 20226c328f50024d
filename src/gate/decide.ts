import { type ExitCode, type Finding, worstExit } from '../engine/findings.js';
import type { ArtifactVerdict } from '../engine/types.js';
import type { ReportCoverage, ReportRequirement } from '../report/model.js';
import { checkApprovals } from './approvals.js';
import { type Baseline, makeBaseline } from './baseline.js';
import { DecisionFindings, type JudgedFact } from './decision.js';
import { checkDrift } from './drift.js';
import type { RecordFact } from './facts.js';
import { loadCatalogues } from './frameworks/catalogues.js';
import type { FrameworkDefinition } from './frameworks/framework.js';
import { judgeRecords } from './judge.js';
import type { Policy } from './policy/model.js';
import { checkRequirements, tally } from './require.js';
import { makeSigners, type Signers } from './trust.js';

/** What a decision is made from. Nothing else: the same input gives the same decision, on one machine or merged from many. */
export interface DecideInput {
  readonly policy: Policy;
  /** In the order of the artifacts and of their records. */
  readonly facts: readonly RecordFact[];
  readonly verdicts: readonly ArtifactVerdict[];
  /** The clock, epoch milliseconds. */
  readonly now: number;
  /** Whom the run trusts; without it, the signers of the policy alone. */
  readonly signers?: Signers;
  /** What the run is compared with. */
  readonly baseline?: Baseline | undefined;
}

/** What the gate makes of verified bytes. */
export interface Decision {
  /** Of the decision alone; those of the verdicts stand in the verdicts. */
  readonly findings: readonly Finding[];
  /** Decision findings past the 100 that are kept of one artifact, by artifact. */
  readonly moreFindings: ReadonlyMap<string, number>;
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
  const { policy, facts, verdicts, now, baseline } = input;
  const signers = input.signers ?? makeSigners(policy);
  const findings = new DecisionFindings();
  const judged = judgeRecords(facts, verdicts, policy, signers, now, findings);
  const counts = countingArtifacts(verdicts, findings);
  // Reading all catalogues takes longer than deciding over a record.
  const known = baseline === undefined ? [] : knownFrameworks(policy);
  const required = policy.require.frameworks.map(({ framework }) => framework);
  const before = baseline?.frameworks ?? {};
  const compared = known.filter(({ framework }) => Object.hasOwn(before, framework.id));
  const sums = tally(judged, [...new Set([...required, ...compared])]);
  const { requirements, coverage } = checkRequirements(policy, judged, sums, findings);
  const approvals = checkApprovals(policy, judged, verdicts, signers, now, findings);
  if (baseline !== undefined) checkDrift(baseline, { judged, verdicts, sums, frameworks: known, counts }, findings);
  return {
    findings: findings.list,
    moreFindings: findings.more,
    requirements: [...requirements, ...approvals],
    coverage,
    makeBaseline: () => baselineOf(judged, verdicts, knownFrameworks(policy), counts),
  };
}

/**
 * Exit code of a run. With `--warn-only` only what kept the gate itself from running counts (interface.md): a crash (1), and
 * bad input or missing files (6, 7) of the run rather than of one of its artifacts.
 */
export function exitCodeOf(
  findings: readonly Finding[],
  warnOnly: boolean,
  isArtifact: (path: string) => boolean,
): ExitCode {
  if (!warnOnly) return worstExit(findings);
  return worstExit(
    findings.filter(
      ({ exit_code: code, artifact }) => code === 1 || ((code === 6 || code === 7) && !isArtifact(artifact)),
    ),
  );
}

/** The built-in frameworks and the policy's own. */
export function knownFrameworks(policy: Policy): readonly FrameworkDefinition[] {
  return [...loadCatalogues(), ...policy.frameworks];
}

function baselineOf(
  judged: readonly JudgedFact[],
  verdicts: readonly ArtifactVerdict[],
  known: readonly FrameworkDefinition[],
  counts: (artifact: string) => boolean,
): Baseline {
  return makeBaseline(judged, verdicts, tally(judged, known), known, counts);
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
