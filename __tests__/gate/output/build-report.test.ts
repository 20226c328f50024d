import { describe, expect, test } from '@jest/globals';
import { type Finding, finding } from '../../../src/engine/findings.js';
import type { ArtifactVerdict } from '../../../src/engine/types.js';
import { buildReport, type ReportParts } from '../../../src/gate/output/build-report.js';
import { NO_TRUST } from '../../../src/model/report.js';
import type { ShardEvidence } from '../../../src/model/shard.js';
import { VERSION } from '../../../src/version.js';
import { EMPTY } from '../support/empty-report.js';
import { options } from '../support/run.js';

const verdict = (path: string, more: Partial<ArtifactVerdict> = {}): ArtifactVerdict => ({
  path,
  kind: 'chain',
  sha256: 'ab',
  bytes: 100,
  outcome: 'verified',
  records: 2,
  signatures: { required: true, verified: 1, keyIds: ['k'] },
  findings: [],
  moreFindings: 0,
  facts: {},
  ...more,
});

/** A report over artifacts and findings; everything else as it is when nothing was asked for. */
function report(
  verdicts: readonly ArtifactVerdict[],
  findings: readonly Finding[],
  { content, ...more }: Partial<Omit<ReportParts, 'content'>> & { content?: Partial<ReportParts['content']> } = {},
) {
  return buildReport({
    options: options('/work'),
    policySha256: null,
    trust: NO_TRUST,
    content: {
      artifacts: verdicts.map((one) => ({ verdict: one, why: `why ${one.path}` })),
      ...{ unrecognized: [], ignored: [], unmatchedPatterns: [], incomplete: false },
      ...content,
    },
    findings,
    moreFindings: new Map(),
    requirements: [],
    coverage: undefined,
    shard: undefined,
    ...more,
  });
}

const broken = (path: string): Finding => finding('record.hash_mismatch', 'm', path);
const odd = (path: string): Finding => finding('drift.new_signer', 'm', path);
const note = (path: string): Finding => finding('require.framework', 'm', path, {}, 'notice');

test('an empty report has no empty members', () => {
  expect(report([], [])).toStrictEqual({
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: VERSION },
    outcome: 'passed',
    exit_code: 0,
    policy_sha256: null,
    trust: NO_TRUST,
    ...EMPTY,
  });
  expect(report([], [], { coverage: [] })).not.toHaveProperty('coverage');
});

test('a report carries what it is given', () => {
  const coverage = [{ framework: 'own', version: '1', title: 'Own', covered: 0, total: 0, controls: [] }];
  const requirements = [{ id: 'rule:r', satisfied: true, required: 0, found: 0 }];
  const shard = { version: 1 } as ShardEvidence;
  const parts = { coverage, requirements, shard, policySha256: 'cd', content: { incomplete: true } };
  expect(report([], [], parts)).toMatchObject({
    coverage,
    requirements,
    shard,
    policy_sha256: 'cd',
    incomplete: true,
  });
});

test('an artifact is reported as the engine saw it', () => {
  const verdicts = [
    verdict('a', { headHash: 'sha256:1', moreFindings: 3 }),
    verdict('b', { moreFindings: 2 }),
    verdict('c'),
  ];
  const { artifacts } = report(verdicts, [], { moreFindings: new Map([['a', 4]]) });
  const same = {
    kind: 'chain',
    sha256: 'ab',
    bytes: 100,
    outcome: 'verified',
    records: 2,
    signatures: { required: true, verified: 1, key_ids: ['k'] },
  };
  expect(artifacts).toStrictEqual([
    { path: 'a', ...same, head_hash: 'sha256:1', more_findings: 7, why: 'why a' },
    { path: 'b', ...same, more_findings: 2, why: 'why b' },
    { path: 'c', ...same, why: 'why c' },
  ]);
});

describe('the outcome of an artifact', () => {
  test.each<[string, ArtifactVerdict, Finding[], string]>([
    ['with nothing', verdict('a'), [], 'verified'],
    ['with a notice', verdict('a'), [note('a')], 'verified'],
    ['with a warning', verdict('a'), [odd('a')], 'warned'],
    [
      'with an error of the decision, then a warning',
      verdict('a'),
      [finding('freshness.stale', 'm', 'a'), odd('a')],
      'failed',
    ],
    ['with a warning, then an error', verdict('a'), [odd('a'), broken('a')], 'failed'],
    ['that did not verify', verdict('a', { outcome: 'failed' }), [], 'failed'],
    ['that did not verify, with a warning', verdict('a', { outcome: 'failed' }), [odd('a')], 'failed'],
    ['with findings on others and on the run', verdict('a'), [broken('b'), broken(''), odd('')], 'verified'],
  ])('%s', (_, one, findings, outcome) => {
    expect(report([one], findings).artifacts.map((each) => each.outcome)).toEqual([outcome]);
  });
});

test('the summary adds up', () => {
  const signatures = { required: false, verified: 2, keyIds: [] };
  const verdicts = [verdict('a'), verdict('b', { records: 5, signatures }), verdict('c'), verdict('d')];
  const findings = [broken('a'), broken('a'), odd('b'), odd(''), odd(''), note('c')];
  expect(report([...verdicts, verdict('e', { outcome: 'failed' })], findings).summary).toEqual({
    unrecognized: 0,
    artifacts: 5,
    verified: 3,
    failed: 2,
    warned: 1,
    records: 13,
    signatures: 6,
    findings: { errors: 2, warnings: 3, notices: 1 },
  });
});

describe('the outcome of a run', () => {
  const lenient = { options: options('/work', { 'warn-only': true }) };
  test.each<[string, Finding[], Partial<ReportParts>, [string, number]]>([
    ['with nothing', [], {}, ['passed', 0]],
    ['with a notice', [note('')], {}, ['passed', 0]],
    ['with a warning', [odd('')], {}, ['warned', 0]],
    ['with an error', [broken('a')], {}, ['failed', 2]],
    ['with an error that only warns', [broken('a')], lenient, ['warned', 0]],
    ['with an artifact that is no JSON and only warns', [finding('json.syntax', 'm', 'a')], lenient, ['failed', 6]],
    ['with a policy that is none', [finding('policy.invalid', 'm', 'p.yml')], lenient, ['failed', 6]],
  ])('%s', (_, findings, more, expected) => {
    const { outcome, exit_code: exit } = report([verdict('a')], findings, more);
    expect([outcome, exit]).toEqual(expected);
  });
});
