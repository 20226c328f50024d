import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Json } from '../../../src/engine/types.js';
import { checkPolicy } from '../../../src/gate/policy/check.js';
import { fileReader, KEYS } from '../support/world.js';

const keys = (...names: ('ci' | 'manager')[]) => names.map((name) => ({ name, public_key: KEYS[name].hex }));
const check = (text: string) => checkPolicy(Buffer.from(text), 'p.yml', fileReader({}));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const SUMMARIES: [string, Record<string, Json>, string[]][] = [
  ['nothing', {}, []],
  ['no signatures', { trust: { signatures: 'off' } }, []],
  ['trust in nobody', { trust: { keys: [] } }, ['trusts nobody']],
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
  ['an age', { freshness: { max_age: '36h' } }, ['records are at most 1.5 days old']],
  ['a clock', { freshness: { clock_skew: '1m' } }, []],
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
    'no approvals but its own',
    { approvals: { builtin: false } },
    ['approvals that records ask for themselves are off'],
  ],
  ['a baseline', { baseline: 'b.json' }, ['compares with b.json']],
];

test.each(SUMMARIES)('check tells what a policy asks for: %s', async (_, members, summary) => {
  const text = JSON.stringify({ version: 1, ...members });
  const checked = await check(text);
  expect(checked).toMatchObject({ ok: true, sha256: sha256(text), summary });
});

test('check tells what can never pass, and nothing of what a policy asks for when it is none', async () => {
  const odd = 'version: 1\nrules: [{id: a, must: false}]';
  expect(await check(odd)).toEqual({
    ok: true,
    sha256: sha256(odd),
    findings: [expect.objectContaining({ code: 'policy.unsatisfiable', line: 2 })],
    summary: ['1 rule: a'],
  });
  expect(await check('version: 2')).toEqual({
    ok: false,
    sha256: sha256('version: 2'),
    findings: [expect.objectContaining({ code: 'policy.invalid', line: 1 })],
    summary: [],
  });
});
