import { type Finding, type FindingCode, finding, worstExit } from '../../../src/engine/findings.js';
import { type GateReport, NO_TRUST, type ReportArtifact, type ReportModel } from '../../../src/model/report.js';

/** Texts and names that try to be something else in a log, a command, a page. */
export const HOSTILE = [
  'a\n::error::injected',
  'a\r\n::add-mask::x',
  '::set-output name=outcome::passed',
  '##[add-matcher]x.json',
  'x ##[error]injected',
  '%0A::warning::injected',
  'a,line=1,title=x::y',
  '\u001b[2J\u001b]0;title\u0007',
  '\u202eevil\u2066',
  ']]></details><script>alert(1)</script>|`@acme/all`',
  '\u0000\u0085\u2028::error::injected',
];

export function artifact(path: string, changes: Partial<ReportArtifact> = {}): ReportArtifact {
  return {
    ...{ path, kind: 'record', sha256: 'ab'.repeat(32), bytes: 10, outcome: 'verified', records: 1 },
    signatures: { required: false, verified: 0, key_ids: [] },
    why: 'it has a record_id',
    ...changes,
  };
}

/** A report as the gate would make it of these artifacts and findings. */
export function model(findings: readonly Finding[], artifacts: readonly ReportArtifact[] = []): ReportModel {
  const exit = worstExit(findings);
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const failed = artifacts.filter((one) => one.outcome === 'failed').length;
  const report: GateReport = {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: '1.0.0' },
    outcome: exit === 0 ? (count('warning') > 0 ? 'warned' : 'passed') : 'failed',
    exit_code: exit,
    policy_sha256: null,
    trust: NO_TRUST,
    summary: {
      ...{ artifacts: artifacts.length, unrecognized: 0, verified: artifacts.length - failed, failed, warned: 0 },
      ...{ records: artifacts.reduce((sum, one) => sum + one.records, 0), signatures: 0 },
      findings: { errors: count('error'), warnings: count('warning'), notices: count('notice') },
    },
    ...{ artifacts, unrecognized: [], requirements: [], findings },
  };
  return { report, signerNames: new Map(), records: [], moreRecords: 0, repositoryFolder: '' };
}

export function many(code: FindingCode, number: number, path = 'a.json'): readonly Finding[] {
  return Array.from({ length: number }, (_, index) => finding(code, `number ${index}`, path, { line: index + 1 }));
}

/** What a page shows: its character references resolved. */
export function shown(page: string): string {
  return page.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
