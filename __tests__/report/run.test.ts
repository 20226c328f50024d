import { describe, expect, test } from '@jest/globals';
import { NO_TRUST, type ReportModel } from '../../src/model/report.js';
import { formatReport } from '../../src/report/index.js';

/* Repository, ref, commit and CI run in the reports (trust.md section 5). */

const COMMIT = 'ab'.repeat(20);
const RUN = {
  commits: [COMMIT, '2'.repeat(40)],
  repository: 'acme/app',
  repository_url: 'https://github.com/acme/app',
  ref: 'refs/pull/7/merge',
  url: 'https://github.com/acme/app/actions/runs/1',
};
const model = (run?: typeof RUN): ReportModel => ({
  report: {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: '1.0.0' },
    outcome: 'passed',
    exit_code: 0,
    policy_sha256: null,
    trust: NO_TRUST,
    ...(run === undefined ? {} : { run }),
    summary: {
      ...{ artifacts: 0, verified: 0, failed: 0, warned: 0, unrecognized: 0, records: 0, signatures: 0 },
      findings: { errors: 0, warnings: 0, notices: 0 },
    },
    artifacts: [],
    unrecognized: [],
    requirements: [],
    findings: [],
  },
  signerNames: new Map(),
  records: [],
  moreRecords: 0,
  now: '2026-06-01T00:00:00Z',
});

describe('a report names the run', () => {
  test.each(['json', 'vsa', 'proof-record'] as const)('%s', (format) => {
    expect(formatReport(format, model(RUN))).toContain(COMMIT);
    expect(formatReport(format, model())).not.toContain('acme');
  });

  test('the summary attestation is about the commit', () => {
    const resource = (run?: object): string =>
      (JSON.parse(formatReport('vsa', model(run as typeof RUN))) as { predicate: { resourceUri: string } }).predicate
        .resourceUri;
    expect(resource(RUN)).toBe(`git+https://github.com/acme/app@${COMMIT}`);
    expect(resource({ commits: [COMMIT] })).toBe(`urn:git:commit:${COMMIT}`);
    expect(resource({ commits: [COMMIT], repository: 'acme/app' })).toBe(`git+acme/app@${COMMIT}`);
    expect(resource({ repository: 'acme/app' })).toMatch(/^urn:proof-verify:report:sha256:/);
  });

  test('the proof record names commit, repository, ref and run', () => {
    const { event } = JSON.parse(formatReport('proof-record', model(RUN))) as { event: object };
    expect(event).toMatchObject({ commit: COMMIT, repository: 'acme/app', ref: RUN.ref, run_url: RUN.url });
  });
});
