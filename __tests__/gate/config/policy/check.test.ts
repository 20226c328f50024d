import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Json } from '../../../../src/engine/types.js';
import { checkPolicy } from '../../../../src/gate/config/policy/check.js';
import { fileReader, KEYS } from '../../support/world.js';

const keys = (...names: ('ci' | 'manager')[]) => names.map((name) => ({ name, public_key: KEYS[name].hex }));
const check = (text: string) =>
  checkPolicy(Buffer.from(text), 'p.yml', fileReader({ 'b.json': '{}', 'c.pub': '', 'r.json': '{}' }));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const SUMMARIES: [string, Record<string, Json>, string[]][] = [
  ['nothing', {}, []],
  ['no signatures', { trust: { signatures: 'off' } }, ['signatures are not checked']],
  [
    'signatures of bounded signers',
    {
      trust: {
        signatures: 'required',
        keys: [
          { ...keys('ci')[0], record_types: ['deployment', 'test_result'], source_products: ['ci'] },
          { ...keys('manager')[0], not_before: '2026-01-01T00:00:00Z', not_after: '2027-01-01T00:00:00Z' },
        ],
      },
    },
    [
      'trusts ci, manager',
      'ci signs only deployment, test_result records for ci',
      'manager signs only from 2026-01-01T00:00:00Z until 2027-01-01T00:00:00Z',
      'signatures are required',
    ],
  ],
  [
    'revocation',
    {
      trust: {
        keys: keys('ci'),
        revocation_list: 'r.json',
        revocation_key: KEYS.ci.hex,
        revocation: { retroactive: true, max_age: '7d', created_after: '2026-01-01T00:00:00Z' },
      },
    },
    [
      'trusts ci',
      'revoked keys are those of r.json',
      'a revoked key is refused whatever the date of a record',
      'the revocation list is at most 7d old',
      'the revocation list is newer than 2026-01-01T00:00:00Z',
    ],
  ],
  ['trust in nobody', { trust: { keys: [] } }, ['trusts no key']],
  ['trust in one', { trust: { keys: keys('ci') } }, ['trusts ci']],
  [
    'trust in several, each name once',
    {
      trust: {
        keys: [...keys('ci'), { name: 'ci', public_key: KEYS.second.hex }],
        cosign: [{ name: 'release', key: 'c.pub' }],
      },
    },
    ['trusts ci, release'],
  ],
  ['one signer', { trust: { keys: keys('ci'), min_signers: 1 } }, ['trusts ci', 'chains and bundles need 1 signer']],
  [
    'several signers',
    { trust: { keys: keys('ci', 'manager'), min_signers: 2 } },
    ['trusts ci, manager', 'chains and bundles need 2 signers'],
  ],
  ['an age', { freshness: { max_age: '36h' } }, ['records are at most 1d 12h old']],
  ['a clock', { freshness: { clock_skew: '1m' } }, ['records are at most 1m from the future']],
  ['the usual clock', { freshness: { clock_skew: '5m' } }, []],
  [
    'records',
    { require: { record_types: { decision: 1, approval: 2 }, source_products: ['ci', 'gait'] } },
    [
      'needs 1 decision record',
      'needs 2 approval records',
      'needs a record of product ci',
      'needs a record of product gait',
    ],
  ],
  ['a whole framework', { require: { frameworks: [{ id: 'soc2' }] } }, ['needs 100 % of soc2']],
  ['a share of one', { require: { frameworks: [{ id: 'soc2', min_coverage: 0.5 }] } }, ['needs 50 % of soc2']],
  [
    'controls of one',
    { require: { frameworks: [{ id: 'soc2', controls: ['cc6.1', 'cc7.1'] }] } },
    ['needs soc2 controls cc6.1, cc7.1'],
  ],
  [
    'controls and a share of one',
    { require: { frameworks: [{ id: 'soc2', controls: ['cc6.1'], min_coverage: 0.25 }] } },
    ['needs soc2 controls cc6.1', 'needs 25 % of soc2'],
  ],
  ['a rule', { rules: [{ id: 'a', must: { type: 'object' } }] }, ['1 rule: a']],
  [
    'rules',
    {
      rules: [
        { id: 'a', must: { type: 'object' } },
        { id: 'b', must: true },
      ],
    },
    ['2 rules: a, b'],
  ],
  ['an approval', { approvals: [{ id: 'p', min: 2 }] }, ['approval p: 2 signers']],
  [
    'an approval by some',
    { trust: { keys: keys('ci', 'manager') }, approvals: [{ id: 'p', by: ['ci', 'manager'] }] },
    ['trusts ci, manager', 'approval p: 1 signer of ci, manager'],
  ],
  [
    'an approval that asks for less',
    { approvals: [{ id: 'p', max_age: '72h', binding: 'id', self_approval: 'allow', veto: false }] },
    [
      'approval p: 1 signer; approvals at most 3d old; an approval may name the id of a record only; the signer of a record may approve it; a denial does not block',
    ],
  ],
  [
    'exceptions',
    {
      exceptions: [
        { code: 'freshness.stale', until: '2027-01-01T00:00:00Z', reason: 'all' },
        { code: 'freshness.stale', artifact: 'a.json', record_id: 'r', until: '2027-01-01T00:00:00Z', reason: 'one' },
      ],
    },
    [
      'accepts freshness.stale until 2027-01-01T00:00:00Z: all',
      'accepts freshness.stale of a.json of record r until 2027-01-01T00:00:00Z: one',
    ],
  ],
  [
    'no approvals but its own',
    { approvals: { builtin: false } },
    ['approvals that records require themselves are off'],
  ],
  ['a baseline', { baseline: 'b.json' }, ['compares with the baseline b.json']],
];

test.each(SUMMARIES)('check tells what a policy asks for: %s', async (_, members, summary) => {
  const text = JSON.stringify({ version: 1, ...members });
  const checked = await check(text);
  expect(checked).toMatchObject({ ok: true, sha256: sha256(text), summary });
});

test('check reports missing files that a policy names', async () => {
  const text = 'version: 1\nbaseline: gone.json\ntrust:\n  trusted_root: r.json\n  revocation_list: {file: ESC}\n';
  const read = fileReader({ 'r.json': '{}', ESC: 'ESCAPE' });
  expect(await checkPolicy(Buffer.from(text), 'p.yml', read)).toMatchObject({
    ok: false,
    findings: [
      { code: 'path.escape', artifact: 'p.yml', line: 5, message: 'ESC leaves the workspace' },
      { code: 'dependency.missing', artifact: 'p.yml', line: 2, message: 'gone.json is not there' },
    ],
    summary: [],
  });
});

test('check reports what can never pass, and no demands of a policy that is invalid', async () => {
  const odd = 'version: 1\nrules: [{id: a, must: false}]';
  expect(await check(odd)).toEqual({
    ok: true,
    sha256: sha256(odd),
    findings: [expect.objectContaining({ code: 'policy.unsatisfiable', line: 2 })],
    summary: ['1 rule: a'],
    unpinned: [],
  });
  expect(await check('version: 2')).toEqual({
    ok: false,
    sha256: sha256('version: 2'),
    findings: [expect.objectContaining({ code: 'policy.invalid', line: 1 })],
    summary: [],
    unpinned: [],
  });
});
