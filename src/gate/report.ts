import type { ExitCode, Finding } from '../engine/findings.js';
import type {
  GateReport,
  Outcome,
  ReportArtifact,
  ReportCoverage,
  ReportRequirement,
  ReportSummary,
} from '../report/model.js';
import { VERSION } from '../version.js';
import { exitCodeOf } from './decide.js';
import type { GateOptions } from './options.js';
import type { EvidenceArtifact, ShardEvidence } from './shard.js';

/** All that a report is made from. */
export interface ReportParts {
  readonly options: GateOptions;
  readonly policySha256: string | null;
  readonly artifacts: readonly EvidenceArtifact[];
  readonly findings: readonly Finding[];
  /** Findings of the decision that were counted only, by artifact. */
  readonly moreFindings: ReadonlyMap<string, number>;
  readonly requirements: readonly ReportRequirement[];
  readonly coverage: readonly ReportCoverage[] | undefined;
  readonly incomplete: boolean;
  /** Evidence for `merge`, of one shard. */
  readonly shard: ShardEvidence | undefined;
}

/** The JSON report (schema `gate-report-v1`): no times, everything in a fixed order. */
export function buildReport(parts: ReportParts): GateReport {
  const { findings, options } = parts;
  const paths = new Set(parts.artifacts.map((one) => one.verdict.path));
  const exit = exitCodeOf(findings, options.warnOnly, (path) => paths.has(path));
  const artifactsWith = (severity: Finding['severity']): ReadonlySet<string> =>
    new Set(findings.filter((one) => one.severity === severity).map(({ artifact }) => artifact));
  const [wrong, odd] = [artifactsWith('error'), artifactsWith('warning')];
  const artifacts = parts.artifacts.map((one) => {
    const { path, outcome } = one.verdict;
    // Findings of the decision (trust, freshness) count as well: the artifact is not verified by bytes alone.
    const failed = outcome === 'failed' || wrong.has(path);
    return reportArtifact(one, failed ? 'failed' : odd.has(path) ? 'warned' : 'verified', parts.moreFindings);
  });
  const summary = summarize(parts.artifacts, artifacts, findings);
  return {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: VERSION },
    outcome: outcomeOf(exit, summary),
    exit_code: exit,
    ...(parts.incomplete ? { incomplete: true as const } : {}),
    policy_sha256: parts.policySha256,
    summary,
    artifacts,
    requirements: parts.requirements,
    ...(parts.coverage === undefined || parts.coverage.length === 0 ? {} : { coverage: parts.coverage }),
    findings,
    ...(parts.shard === undefined ? {} : { shard: parts.shard }),
  };
}

function outcomeOf(exit: ExitCode, summary: ReportSummary): Outcome {
  if (exit !== 0) return 'failed';
  return summary.findings.errors > 0 || summary.findings.warnings > 0 ? 'warned' : 'passed';
}

function reportArtifact(
  { why, verdict }: EvidenceArtifact,
  outcome: ReportArtifact['outcome'],
  moreFindings: ReadonlyMap<string, number>,
): ReportArtifact {
  const more = verdict.moreFindings + (moreFindings.get(verdict.path) ?? 0);
  return {
    path: verdict.path,
    kind: verdict.kind,
    sha256: verdict.sha256,
    bytes: verdict.bytes,
    outcome,
    records: verdict.records,
    ...(verdict.headHash === undefined ? {} : { head_hash: verdict.headHash }),
    signatures: {
      required: verdict.signatures.required,
      verified: verdict.signatures.verified,
      key_ids: verdict.signatures.keyIds,
    },
    ...(more === 0 ? {} : { more_findings: more }),
    why,
  };
}

function summarize(
  judged: readonly EvidenceArtifact[],
  artifacts: readonly ReportArtifact[],
  findings: readonly Finding[],
): ReportSummary {
  const count = (outcome: ReportArtifact['outcome']): number =>
    artifacts.filter((one) => one.outcome === outcome).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((one) => one.severity === wanted).length;
  return {
    artifacts: artifacts.length,
    verified: count('verified') + count('warned'),
    failed: count('failed'),
    warned: count('warned'),
    records: judged.reduce((sum, one) => sum + one.verdict.records, 0),
    signatures: judged.reduce((sum, one) => sum + one.verdict.signatures.verified, 0),
    findings: { errors: severity('error'), warnings: severity('warning'), notices: severity('notice') },
  };
}
