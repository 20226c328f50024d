import { describe, expect, test } from '@jest/globals';
import { type Finding, finding } from '../../src/engine/findings.js';
import type { ReportArtifact, ReportModel } from '../../src/model/report.js';
import { headline } from '../../src/report/headline.js';
import { plain } from '../../src/report/sanitize.js';
import { artifact, KEY_A, KEY_B, model, report } from './models.js';

const good = (path: string, more: Partial<ReportArtifact> = {}) => artifact(path, 1, more);
const bad = (path: string) =>
  artifact(path, 1, { outcome: 'failed', signatures: { required: true, verified: 0, key_ids: [] } });
const made = (
  artifacts: readonly ReportArtifact[],
  findings: readonly Finding[],
  exit: ReportModel['report']['exit_code'] = 0,
  names: Record<string, string> = {},
): string =>
  headline(model(report({ artifacts, findings, exit }), { signerNames: new Map(Object.entries(names)) }), plain);

describe('a run that passed', () => {
  const by = (...keys: string[]) => ({ signatures: { required: true, verified: keys.length, key_ids: keys } });
  test.each<[string, ReportArtifact[], Record<string, string>, string]>([
    ['names its signer', [good('a')], { [KEY_A]: 'ci-signer' }, '1 artifact verified, signed by ci-signer'],
    [
      'shows the key of one without a name',
      [good('a')],
      {},
      `1 artifact verified, signed by key ${KEY_A.slice(0, 12)}…`,
    ],
    [
      'names two',
      [good('a'), good('b', by(KEY_A, KEY_B))],
      { [KEY_A]: 'ci', [KEY_B]: 'release' },
      'All 2 artifacts verified, signed by ci and release',
    ],
    [
      'counts those past the third',
      [good('a', by('1'.repeat(64), '2'.repeat(64), '3'.repeat(64), '4'.repeat(64), '5'.repeat(64)))],
      { ['1'.repeat(64)]: 'a', ['2'.repeat(64)]: 'b', ['3'.repeat(64)]: 'c', ['4'.repeat(64)]: 'd' },
      '1 artifact verified, signed by a, b, c and 2 others',
    ],
    ['says that nothing was signed', [good('a', by())], {}, '1 artifact verified, not signed'],
  ])('%s', (_, artifacts, names, expected) => {
    expect(made(artifacts, [], 0, names)).toBe(expected);
  });

  test.each<[string, Finding[], string]>([
    [
      'without a key never says verified alone',
      [finding('signature.none_checked', 'signatures were not checked: no public key given', '')],
      '1 artifact: hashes verified, signatures not checked',
    ],
    [
      'counts warnings',
      [finding('drift.new_signer', 'm', '')],
      `1 artifact verified, signed by key ${KEY_A.slice(0, 12)}…, with 1 warning`,
    ],
  ])('%s', (_, findings, expected) => {
    expect(made([good('a')], findings)).toBe(expected);
  });

  test('over nothing, which was asked for', () => {
    expect(made([], [])).toBe('No Proof artifacts found');
  });

  test('with --warn-only still says what failed', () => {
    expect(made([bad('a'), good('b')], [finding('record.hash_mismatch', 'm', 'a')])).toBe(
      '1 of 2 artifacts failed: 1 changed after sealing; errors are reported only (--warn-only)',
    );
  });
});

test('failures are counted by kind, worst first; approvals separately', () => {
  const artifacts = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => (path === 'f' ? good(path) : bad(path)));
  const findings = [
    finding('json.syntax', 'm', 'a'),
    finding('record.hash_mismatch', 'm', 'b'),
    finding('signature.key_mismatch', 'm', 'b'),
    finding('bundle.hash_mismatch', 'm', 'c'),
    finding('signature.key_mismatch', 'm', 'd'),
    finding('approval.required', 'm', 'd'),
    finding('approval.required', 'm', 'e'),
    finding('discovery.unrecognized', 'm', 'x'),
  ];
  expect(made(artifacts, findings, 6)).toBe(
    '5 of 6 artifacts failed: 1 unreadable, 2 changed after sealing, 1 signed by an unknown key; 2 approvals are missing, 1 file is not a Proof artifact (exit code 6)',
  );
});

test.each<[string, string]>([
  ['path.escape', 'blocked as unsafe'],
  ['limit.record_bytes', 'over a limit'],
  ['internal', 'not verified because of an internal error'],
  ['signature.missing', 'not signed'],
  ['signature.invalid', 'with an invalid signature'],
  ['signature.key_revoked', 'signed by a revoked key'],
  ['trust.key_scope', 'not signed by an allowed signer'],
  ['chain.link_broken', 'with a broken chain'],
  ['bundle.file_missing', 'changed after sealing'],
  ['freshness.stale', 'out of date'],
  ['rule.no-denied', 'against the policy'],
  ['record.source_required', 'invalid'],
  ['record.unhashed_member', 'failed verification'],
])('%s is called "%s"', (code, words) => {
  const found = finding(code as Finding['code'], 'm', 'a');
  expect(made([bad('a')], [found], found.exit_code)).toBe(
    `1 of 1 artifact failed: 1 ${words} (exit code ${found.exit_code})`,
  );
});

describe('a run that could not judge says why, and counts no artifacts', () => {
  test.each<[Finding[], string]>([
    [
      [finding('usage.invalid', 'input signatures is "yes", expected auto, required or off', '')],
      'Invalid input: signatures is "yes", expected auto, required or off (exit code 6)',
    ],
    [
      [finding('usage.invalid', 'a', ''), finding('usage.invalid', 'b', ''), finding('usage.invalid', 'c', '')],
      'Invalid input: a, and 2 more errors (exit code 6)',
    ],
    [
      [finding('discovery.no_artifacts', 'no Proof artifacts found in proof/', '')],
      'No Proof artifacts found in proof/ (exit code 6)',
    ],
    [
      [finding('run.timeout', 'time limit of 10m reached: 6 of 21 artifacts verified', '')],
      'Time limit of 10m reached: 6 of 21 artifacts verified (exit code 1)',
    ],
  ])('%j', (findings, expected) => {
    expect(made([], findings, findings[0]?.exit_code)).toBe(expected);
    if (findings[0]?.code === 'run.timeout') expect(made([good('a')], findings, 1)).toBe(expected);
  });

  test('a policy', () => {
    const found = finding('dependency.missing', 'policy "p.yml" not found', '');
    expect(made([good('a')], [found, finding('discovery.no_artifacts', 'm', '')], 7)).toContain(
      'policy "p.yml" not found',
    );
    expect(made([], [found], 7)).toMatch(/\(exit code 7\)$/);
  });
});

test.each<[string, Finding[], ReportModel['report']['exit_code'], string]>([
  ['a requirement', [finding('require.record_type', 'm', '')], 3, '1 requirement is not met'],
  [
    'drift',
    [finding('drift.coverage', 'm', ''), finding('drift.chain_missing', 'm', '')],
    5,
    '2 differences from the baseline',
  ],
  ['a missing path', [finding('io.not_found', '"b.json" not found', 'b.json')], 6, '"b.json" not found'],
  ['a file', [finding('discovery.unrecognized', 'm', 'x.txt')], 6, '1 file is not a Proof artifact'],
])('all verified, but %s', (_, findings, exit, expected) => {
  expect(made([good('a')], findings, exit, { [KEY_A]: 'ci' })).toBe(
    `1 artifact verified, signed by ci, but ${expected} (exit code ${exit})`,
  );
});

test('a hash mismatch with a known cause is not reported as tampering', () => {
  const wrong = finding('record.hash_mismatch', 'm', 'a', { remedy: 'Fix the producer.' });
  expect(made([bad('a')], [wrong], 2)).toBe(
    '1 of 1 artifact failed: 1 incorrectly sealed by its producer (exit code 2)',
  );
  const unsealed = finding('record.hash_required', 'm', 'a');
  expect(made([bad('a')], [unsealed], 3)).toBe('1 of 1 artifact failed: 1 not sealed yet (exit code 3)');
});
