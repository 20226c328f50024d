import type { ExitCode } from '../engine/findings.js';
import type { GateReport } from '../model/report.js';

/** Every output of action.yml. */
export const OUTPUTS = [
  'outcome',
  'exit-code',
  'artifacts-found',
  'artifacts-verified',
  'artifacts-failed',
  'records-verified',
  'signatures-verified',
  'findings',
  'report',
  'sarif',
  'comment-url',
] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** Paths of the reports, `''` when one could not be written. */
export interface ReportPaths {
  readonly report: string;
  readonly sarif: string;
}

/** The outputs of a run, all but `comment-url`, which is known after the comment. */
export function outputsOf(
  report: GateReport,
  exitCode: ExitCode,
  paths: ReportPaths,
): Readonly<Record<Exclude<OutputName, 'comment-url'>, string>> {
  const { artifacts, verified, failed, signatures, findings } = report.summary;
  // Records of a failed artifact are not verified, whatever each of them says alone.
  const records = report.artifacts.reduce((sum, one) => sum + (one.outcome === 'failed' ? 0 : one.records), 0);
  return {
    // A run whose report says 'passed' but that could not deliver what it was asked for has not passed.
    outcome: exitCode !== 0 ? 'failed' : report.outcome,
    'exit-code': String(exitCode),
    'artifacts-found': String(artifacts),
    'artifacts-verified': String(verified),
    'artifacts-failed': String(failed),
    'records-verified': String(records),
    'signatures-verified': String(signatures),
    findings: String(findings.errors + findings.warnings + findings.notices),
    report: paths.report,
    sarif: paths.sarif,
  };
}
