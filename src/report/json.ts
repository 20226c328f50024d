import type { Finding } from '../engine/findings.js';
import type { GateReport, ReportArtifact, ReportModel } from './model.js';
import { jsonText } from './sanitize.js';

/**
 * The JSON report, schema `gate-report-v1`: members in the order of the schema whatever order they were made in, so that
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
    summary: {
      artifacts: summary.artifacts,
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
  };
}
