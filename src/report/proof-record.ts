import { sha256Hex } from '../engine/digest.js';
import { sealRecord } from '../engine/produce/record.js';
import type { JsonObject } from '../engine/types.js';
import type { GateReport, ReportArtifact, ReportModel } from '../model/report.js';
import { runWarnings, trulyPassed } from './common.js';
import { json } from './json.js';
import { jsonText, plain } from './sanitize.js';

/** A model without a clock (a run that never started) gets an instant that no freshness rule accepts. */
const NO_TIME = '1970-01-01T00:00:00Z';
/** Most failed artifacts named in the event; the rest is counted. */
const MAX_NAMED = 100;
/** Most bytes of all edges as written: with more, the record would exceed the limit of a record (10 MiB) and never verify. */
const MAX_EDGE_BYTES = 8 * 1024 * 1024;
/** An edge without its ids, as written. */
const EDGE_FRAME_BYTES = 400;

/**
 * The gate's verdict as a sealed `policy_enforcement` record (contract section 2): evidence that a later gate verifies.
 * `derived_from` edges name each verified artifact by digest, as far as they fit into one record; the report as a
 * whole is bound by its own digest.
 * Unsigned: the key belongs to whoever runs the gate. The same model gives the same bytes.
 */
export function proofRecord(model: ReportModel): string {
  return jsonText(sealRecord(record(model)));
}

function record(model: ReportModel): JsonObject {
  const { report } = model;
  const reportDigest = sha256Hex(json(model));
  const timestamp = wholeSeconds(model.now);
  const id = `prf-${timestamp}-${reportDigest.slice(0, 8)}`;
  const verified = report.artifacts.filter((one) => one.outcome !== 'failed' && one.sha256 !== null);
  const failed = report.artifacts.filter((one) => one.outcome === 'failed');
  const digest = report.policy_sha256 === null ? undefined : `sha256:${report.policy_sha256}`;
  const { summary } = report;
  return {
    record_id: id,
    record_version: '1.0',
    timestamp,
    source: 'proof-verify',
    source_product: 'proof-verify',
    record_type: 'policy_enforcement',
    event: {
      policy_id: 'proof-verify-gate',
      policy_version: report.tool.version,
      policy_digest: digest ?? '',
      ...runOf(report),
      verdict: trulyPassed(report) ? 'allow' : 'block',
      outcome: report.outcome,
      exit_code: report.exit_code,
      incomplete: report.incomplete === true,
      report_digest: `sha256:${reportDigest}`,
      summary: {
        artifacts: summary.artifacts,
        verified: summary.verified,
        failed: summary.failed,
        records: summary.records,
        signatures: summary.signatures,
        errors: summary.findings.errors,
        warnings: summary.findings.warnings,
        notices: summary.findings.notices,
      },
      warnings: runWarnings(report),
      requirements: report.requirements.map((one) => ({ id: plain(one.id), satisfied: one.satisfied })),
      failed_artifacts: failed.slice(0, MAX_NAMED).map((one) => ({ path: plain(one.path), sha256: one.sha256 ?? '' })),
    },
    controls: { permissions_enforced: true },
    ...relationship(id, verified, digest),
    integrity: {},
  };
}

/** Commit, repository, ref and address of the run, so that a later gate can bind this record to its commit. */
function runOf({ run }: GateReport): JsonObject {
  const [commit] = run?.commits ?? [];
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(run?.repository === undefined ? {} : { repository: plain(run.repository) }),
    ...(run?.ref === undefined ? {} : { ref: plain(run.ref) }),
    ...(run?.url === undefined ? {} : { run_url: plain(run.url) }),
  };
}

function relationship(id: string, verified: readonly ReportArtifact[], digest: string | undefined): JsonObject {
  if (verified.length === 0 && digest === undefined) return {};
  const edges: JsonObject[] = [];
  const seen = new Set<string>();
  let room = MAX_EDGE_BYTES;
  for (const one of verified) {
    const to = { kind: 'evidence', id: plain(one.path), digest: `sha256:${one.sha256 ?? ''}` };
    // A character takes at most six bytes, as an escape.
    room -= EDGE_FRAME_BYTES + 6 * to.id.length;
    if (room < 0) break;
    const key = `${to.digest} ${to.id}`;
    // Edges are unique by schema; two paths can be the same once escaped.
    if (!seen.has(key)) edges.push({ kind: 'derived_from', from: { kind: 'evidence', id }, to });
    seen.add(key);
  }
  return {
    relationship: {
      ...(digest === undefined ? {} : { policy_ref: { policy_id: 'proof-verify-gate', policy_digest: digest } }),
      ...(edges.length === 0 ? {} : { edges }),
    },
  };
}

/** The instant in whole seconds: a fraction would not be covered by the hash. */
function wholeSeconds(now: string | undefined): string {
  const at = now === undefined ? Number.NaN : Date.parse(now);
  return Number.isNaN(at) ? NO_TIME : `${new Date(at).toISOString().slice(0, 19)}Z`;
}
