import type { Finding } from '../engine/findings.js';
import type { GateReport, ReportArtifact, ReportFile, ReportModel, ReportTrust } from '../model/report.js';
import { jsonText } from './sanitize.js';

/**
 * The JSON report, schema `gate-report-v1`: members in the order of the schema, however they were created, so that
 * equal inputs give equal bytes.
 */
export function json(model: ReportModel): string {
  return jsonText(ordered(model.report));
}

function ordered(report: GateReport): object {
  const { summary } = report;
  return {
    schema: report.schema,
    tool: { name: report.tool.name, version: report.tool.version },
    outcome: report.outcome,
    exit_code: report.exit_code,
    incomplete: report.incomplete,
    policy_sha256: report.policy_sha256,
    trust: trust(report.trust),
    ...(report.run === undefined ? {} : { run: report.run }),
    summary: {
      artifacts: summary.artifacts,
      unrecognized: summary.unrecognized,
      verified: summary.verified,
      failed: summary.failed,
      warned: summary.warned,
      records: summary.records,
      signatures: summary.signatures,
      findings: {
        errors: summary.findings.errors,
        warnings: summary.findings.warnings,
        notices: summary.findings.notices,
      },
    },
    artifacts: report.artifacts.map(artifact),
    unrecognized: report.unrecognized.map(({ path, sha256, why }) => ({ path, sha256, why })),
    ignored: report.ignored?.map(({ path, why }) => ({ path, why })),
    unmatched_patterns: report.unmatched_patterns,
    requirements: report.requirements.map(({ id, satisfied, required, found, detail }) => ({
      id,
      satisfied,
      required,
      found,
      detail,
    })),
    coverage: report.coverage?.map(({ framework, version, title, covered, total, controls }) => ({
      framework,
      version,
      title,
      covered,
      total,
      controls: controls.map((control) => ({ id: control.id, title: control.title, covered: control.covered })),
    })),
    findings: report.findings.map(finding),
    shard: report.shard,
  };
}

function trust(one: ReportTrust): object {
  const file = ({ what, path, origin, sha256 }: ReportFile): object => ({ what, path, origin, sha256 });
  return {
    under_review: one.under_review,
    event: one.event,
    commit: one.commit,
    repository: one.repository,
    signatures: { mode: one.signatures.mode, origin: one.signatures.origin },
    keys: one.keys.map(({ id, name, origin }) => ({ id, name, origin })),
    policy:
      one.policy === null ? null : { path: one.policy.path, origin: one.policy.origin, sha256: one.policy.sha256 },
    files: one.files.map(file),
    base: one.base === undefined ? undefined : { branch: one.base.branch, commit: one.base.commit },
    environment: one.environment,
  };
}

function artifact(one: ReportArtifact): object {
  return {
    path: one.path,
    kind: one.kind,
    sha256: one.sha256,
    bytes: one.bytes,
    outcome: one.outcome,
    records: one.records,
    head_hash: one.head_hash,
    signatures: {
      required: one.signatures.required,
      verified: one.signatures.verified,
      key_ids: one.signatures.key_ids,
    },
    more_findings: one.more_findings,
    why: one.why,
  };
}

function finding(one: Finding): object {
  return {
    code: one.code,
    severity: one.severity,
    exit_code: one.exit_code,
    message: one.message,
    artifact: one.artifact,
    line: one.line,
    column: one.column,
    end_line: one.end_line,
    pointer: one.pointer,
    record_id: one.record_id,
    entry: one.entry,
    remedy: one.remedy,
  };
}
