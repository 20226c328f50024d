import type { ExitCode, Finding } from '../../engine/findings.js';
import {
  type GateReport,
  MAX_IGNORED,
  MAX_OPAQUE,
  type Outcome,
  type ReportArtifact,
  type ReportCoverage,
  type ReportRequirement,
  type ReportRun,
  type ReportSummary,
  type ReportTrust,
} from '../../model/report.js';
import type { RunContext } from '../../model/run.js';
import type { EvidenceArtifact, ShardContent, ShardEvidence } from '../../model/shard.js';
import { VERSION } from '../../version.js';
import { exitCodeOf } from '../decision/decide.js';
import type { GateOptions } from '../options/options.js';

/** The input of a report. */
export interface ReportParts {
  readonly options: GateOptions;
  readonly policySha256: string | null;
  readonly content: Omit<ShardContent, 'facts' | 'findings'>;
  readonly trust: ReportTrust;
  readonly findings: readonly Finding[];
  /** Number of findings of the decision that were only counted, by artifact. */
  readonly moreFindings: ReadonlyMap<string, number>;
  readonly requirements: readonly ReportRequirement[];
  readonly coverage: readonly ReportCoverage[] | undefined;
  /** Evidence for `merge`, of one shard. */
  readonly shard: ShardEvidence | undefined;
}

/** The JSON report (schema `gate-report-v1`): no times, everything in a fixed order. */
export function buildReport(parts: ReportParts): GateReport {
  const { findings, options, content } = parts;
  const exit = exitCodeOf(findings, options);
  const artifactsWith = (severity: Finding['severity']): ReadonlySet<string> =>
    new Set(findings.filter((one) => one.severity === severity).map(({ artifact }) => artifact));
  const [wrong, odd] = [artifactsWith('error'), artifactsWith('warning')];
  const artifacts = content.artifacts.map((one) => {
    const { path, outcome } = one.verdict;
    // Findings of the decision (trust, freshness) count as well: valid bytes alone do not make an artifact verified.
    const failed = outcome === 'failed' || wrong.has(path);
    return reportArtifact(one, failed ? 'failed' : odd.has(path) ? 'warned' : 'verified', parts.moreFindings);
  });
  const summary = summarize(content, artifacts, findings);
  return {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: VERSION },
    outcome: outcomeOf(exit, summary),
    exit_code: exit,
    ...(content.incomplete ? { incomplete: true as const } : {}),
    policy_sha256: parts.policySha256,
    ...reportRun(options.run),
    trust: parts.trust,
    summary,
    artifacts,
    unrecognized: content.unrecognized,
    ...(content.ignored.length === 0 ? {} : { ignored: content.ignored.slice(0, MAX_IGNORED) }),
    ...(content.unmatchedPatterns.length === 0 ? {} : { unmatched_patterns: content.unmatchedPatterns }),
    requirements: parts.requirements,
    ...(parts.coverage === undefined || parts.coverage.length === 0 ? {} : { coverage: parts.coverage }),
    findings,
    ...(parts.shard === undefined ? {} : { shard: parts.shard }),
  };
}

function reportRun({ commits, repository, repositoryUrl, ref, url }: RunContext): { readonly run?: ReportRun } {
  const run: ReportRun = {
    ...(commits.length === 0 ? {} : { commits }),
    ...(repository === undefined ? {} : { repository }),
    ...(repositoryUrl === undefined ? {} : { repository_url: repositoryUrl }),
    ...(ref === undefined ? {} : { ref }),
    ...(url === undefined ? {} : { url }),
  };
  return Object.keys(run).length === 0 ? {} : { run };
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
  const { opaque = [] } = verdict.facts;
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
    ...(opaque.length === 0 ? {} : { opaque: opaque.slice(0, MAX_OPAQUE) }),
    ...(opaque.length <= MAX_OPAQUE ? {} : { more_opaque: opaque.length - MAX_OPAQUE }),
    ...(more === 0 ? {} : { more_findings: more }),
    why,
  };
}

function summarize(
  content: ReportParts['content'],
  artifacts: readonly ReportArtifact[],
  findings: readonly Finding[],
): ReportSummary {
  const count = (outcome: ReportArtifact['outcome']): number =>
    artifacts.filter((one) => one.outcome === outcome).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((one) => one.severity === wanted).length;
  return {
    artifacts: artifacts.length,
    unrecognized: content.unrecognized.length,
    verified: count('verified') + count('warned'),
    failed: count('failed'),
    warned: count('warned'),
    records: content.artifacts.reduce((sum, { verdict }) => sum + verdict.records, 0),
    signatures: content.artifacts.reduce((sum, { verdict }) => sum + verdict.signatures.verified, 0),
    findings: { errors: severity('error'), warnings: severity('warning'), notices: severity('notice') },
  };
}
