import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import {
  ASKS,
  aged,
  approval,
  BARE,
  BY,
  HASH,
  KEYRING,
  key,
  needs,
  ok,
  plain,
  policy,
  SECOND,
  TARGET,
  type Told,
  target,
  toldOf,
  UNSIGNED,
} from '../support/approvals.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, type Rec, record } from '../support/world.js';

/* What is told of a record without its approval, word for word; which situations pass is in decide.test.ts as well. */

describe('why an approval does not count', () => {
  const filed = (...arts: Art[]): Art[] => arts.map((art, i) => ({ ...art, path: `${i}.json` }));
  const relation = (relationship: JsonObject, event: JsonObject = {}): Art => approval('p', event, { relationship });
  const reference = (more: JsonObject): JsonObject => ({ kind: 'evidence', ...more });
  const approvals = { properties: { record_type: { const: 'approval' } } };
  const sober = { rules: [{ id: 'sober', when: approvals, must: { required: ['agent_id'] } }] };

  test.each<[string, JsonObject, Art[], string, string]>([
    ['too old', policy(BY), [aged('p', at(-3 * DAY - SECOND))], 'expired', 'is 3d 1s old (max 3d)'],
    [
      'of no known time',
      policy(BY),
      [aged('p', 'never')],
      'expired',
      'does not count: dated an unknown time in the future',
    ],
    ['of the future', policy(BY), [aged('p', at(301_000))], 'expired', 'does not count: dated 5m 1s in the future'],
    [
      'of a future that the policy does not allow',
      policy(BY, { freshness: { clock_skew: '1m' } }),
      [aged('p', at(61_000))],
      'expired',
      'does not count: dated 1m 1s in the future',
    ],
    ['expired', policy(BY), [approval('p', { record_id: 'd', expires_at: at(0) })], 'expired', 'has expired 0s ago'],
    ['of somebody else', policy(BY), [ok('p', 'second')], 'untrusted', 'is signed by second, not by manager'],
    [
      'of none of two',
      policy({ by: ['manager', 'second'] }),
      [ok('p', 'ci')],
      'untrusted',
      'is signed by ci, not by manager, second',
    ],
    [
      'of nobody',
      policy(BY, UNSIGNED),
      [{ path: 'p.json', records: [record('approval', { verdict: 'approve', record_id: 'd' }, { record_id: 'p' })] }],
      'untrusted',
      'has no verified signature by an approver',
    ],
    [
      'of the signer of the record',
      policy({ by: ['ci', 'manager'] }),
      [ok('p', 'ci')],
      'untrusted',
      'is signed by the signer of the record itself',
    ],
    ['that needs approval', policy(BY), [approval('p', { record_id: 'd' }, ASKS)], 'required', 'needs approval itself'],
    [
      'unverified',
      policy(BY),
      [approval('p', { record_id: 'd' }, {}, { ok: false })],
      'required',
      'does not count: it did not verify',
    ],
    [
      'in an artifact that failed',
      policy(BY),
      [{ ...ok('p'), outcome: 'failed' }],
      'required',
      'does not count: its artifact did not verify',
    ],
    [
      'with a broken signature',
      policy(BY),
      [approval('p', { record_id: 'd' }, {}, { signature: 'failed' })],
      'untrusted',
      'does not count: it did not verify',
    ],
    [
      'of a key without trust',
      policy(BY),
      [ok('p', 'evil')],
      'untrusted',
      `does not count: signing key ${KEYS.evil.id.slice(0, 12)}… is not trusted by the policy`,
    ],
    [
      'stale',
      policy(BY, { freshness: { max_age: '1d' } }),
      [aged('p', at(-2 * DAY))],
      'expired',
      'does not count: it is 2d old (max_age 1d)',
    ],
    ['that breaks a rule', policy(BY, sober), [ok('p')], 'required', 'does not count: it fails the rule sober'],
    [
      'of another id',
      policy(BY),
      [approval('p', { record_id: 'x', record_hash: HASH })],
      'required',
      'names it by digest but a different record by id',
    ],
    [
      'of another content',
      policy(BY),
      [approval('p', { record_id: 'd', record_hash: BARE })],
      'required',
      'names it by id, but its digest is that of different content',
    ],
    [
      'of a content elsewhere',
      policy(BY),
      [approval('p', { approves: ['d', `sha256:${BARE}`] })],
      'required',
      'names it by id, but its digest matches no record here',
    ],
    [
      'of a content that did not verify',
      policy(BY),
      [
        plain('e', { ...target, record_id: 'e' }, { ok: false }),
        approval('p', { approves: ['d', hashOf({ ...target, record_id: 'e' })] }),
      ],
      'required',
      'names it by id, but its digest matches no record here',
    ],
    [
      'of an id that two have',
      policy(BY),
      [{ path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'ci' }] }, ok('p')],
      'required',
      'names it by id only, and its record_id matches several records',
    ],
    [
      'that denies',
      policy(BY),
      [approval('p', { record_id: 'd', verdict: 'deny' })],
      'denied',
      'says event.verdict "deny"',
    ],
    [
      'that denies and has expired',
      policy(BY),
      [approval('p', { record_id: 'd', verdict: 'deny', expires_at: at(0) })],
      'denied',
      'says event.verdict "deny"',
    ],
    [
      'related by id, with the digest of another content',
      policy(BY),
      [relation({ parent_ref: reference({ id: 'd', digest: BARE }) })],
      'required',
      'names it by id, but its digest is that of different content',
    ],
  ])('%s', async (_, value, arts, code, why) => {
    const expected = needs(code, `record "p" (p.json:1) ${why}`);
    expect(await toldOf(value, [TARGET, ...arts])).toEqual(expected);
  });

  test('a record does not approve itself, nor does another one with its id', async () => {
    const own = record('approval', { record_id: 'd' }, { record_id: 'd', ...ASKS });
    const selfish = { path: 'a.json', records: [{ value: own, key: 'ci' as const }] };
    const message = 'record "d" (a.json:1) is the record itself: a record cannot approve itself';
    expect(await toldOf(policy(), [selfish])).toEqual(
      needs('required', message, '0 of 1 required approval', 'approval "d"'),
    );
    const named: Art = { ...approval('d', { record_hash: HASH }), path: 'p.json' };
    expect(await toldOf(policy(), [TARGET, named])).toEqual(
      needs('required', 'record "d" (p.json:1) is the record itself: a record cannot approve itself'),
    );
  });

  test('a key without a name is reported by its key ID', async () => {
    const told = await toldOf(policy(BY), [TARGET, ok('p', 'stranger')], [KEYS.stranger.id]);
    const why = `record "p" (p.json:1) is signed by ${KEYS.stranger.id.slice(0, 12)}…, not by manager`;
    expect(told).toEqual(needs('untrusted', why));
  });

  test('the one that is nearest to counting is reported, wherever it is', async () => {
    const by = (event: JsonObject, more: JsonObject = {}, rec: Partial<Rec> = {}): Art =>
      approval('p', { record_hash: HASH, ...event }, more, rec);
    const byNearness: [string, Art][] = [
      ['is 4d old (max 3d)', by({}, { timestamp: at(-4 * DAY) })],
      ['has expired 1h ago', by({ expires_at: at(-HOUR) }, {}, { key: 'second' })],
      ['is signed by ci, not by manager, second', by({}, {}, { key: 'ci' })],
      ['needs approval itself', by({}, ASKS)],
      ['does not count: it did not verify', by({}, {}, { ok: false })],
      ['names it by digest but a different record by id', by({ record_id: 'x' })],
      ['says event.verdict "deny"', by({ verdict: 'deny' }, {}, { key: 'ci' })],
      ['is the record itself: a record cannot approve itself', by({}, { record_id: 'd' })],
    ];
    for (const [i, [nearer, one]] of byNearness.entries()) {
      for (const [, other] of byNearness.slice(i + 1)) {
        for (const both of [filed(one, other), filed(other, one)]) {
          const [told] = await toldOf(policy({ ...BY, by: ['manager', 'second'] }), [TARGET, ...both]);
          expect(told?.why.endsWith(nearer) ? nearer : told?.why).toBe(nearer);
        }
      }
    }
  });

  test('of two that are equally near, the first', async () => {
    const [told] = await toldOf(policy(BY), [TARGET, ok('p', 'second'), ok('q', 'ci')]);
    expect(told?.why).toMatch(/record "p" \(p\.json:1\) is signed by second, not by manager$/);
  });
});

describe('where no approval is near', () => {
  const two = { by: ['manager', 'second'], min: 2 };
  const expired = approval('q', { record_id: 'd', expires_at: at(0) }, {}, { key: 'second' });
  test.each<[string, JsonObject, Art[], Told[]]>([
    ['anybody', policy(), [], needs('required', 'no approval names it')],
    ['one name', policy(BY), [], needs('required', 'no approval names it')],
    ['one of two', policy({ by: ['manager', 'second'] }), [], needs('required', 'no approval names it')],
    ['two of two, none', policy(two), [], needs('required', 'no approval names it', '0 of 2 required approvals')],
    [
      'two of two, one',
      policy(two),
      [ok('p')],
      needs('required', 'each signer counts once', '1 of 2 required approvals (from manager)'),
    ],
    [
      'two of anybody, one',
      policy({ min: 2 }),
      [ok('p')],
      needs('required', 'each signer counts once', '1 of 2 required approvals (from manager)'),
    ],
    [
      'two of two, one and a half',
      policy(two),
      [ok('p'), expired],
      needs('expired', 'record "q" (q.json:1) has expired 0s ago', '1 of 2 required approvals (from manager)'),
    ],
    [
      'one that means another record',
      policy(),
      [approval('p', { record_id: 'x' })],
      needs('required', 'no approval names it'),
    ],
    [
      'a reference to another record here, with the digest of this one',
      policy(),
      [
        approval('p', {}, { relationship: { parent_ref: { kind: 'evidence', id: 'b', digest: HASH } } }),
        plain('b', record('decision')),
      ],
      needs('required', 'no approval names it'),
    ],
    ['one that means none', policy(), [approval('p', { record_id: '' })], needs('required', 'no approval names it')],
    [
      'a record of another type',
      policy(),
      [plain('p', record('decision', { record_id: 'd' }))],
      needs('required', 'no approval names it'),
    ],
  ])('%s', async (_, value, arts, expected) => {
    expect(await toldOf(value, [TARGET, ...arts])).toEqual(expected);
  });

  test('a record that asks for itself, without any rule', async () => {
    const asking: Art = { path: 'a.json', records: [record('decision', {}, { record_id: 'd', ...ASKS })] };
    expect(await toldOf(undefined, [asking])).toEqual(
      needs('required', 'no approval names it', '0 of 1 required approval', 'decision "d"'),
    );
  });
});

describe('approvals that count', () => {
  test.each<[string, JsonObject, Art[]]>([
    ['one', policy(BY), [ok('p')]],
    ['as old as may be', policy(BY), [aged('p', at(-3 * DAY))]],
    ['as far in the future as clocks may differ', policy(BY), [aged('p', at(300_000))]],
    [
      'as far in the future as the policy allows',
      policy(BY, { freshness: { clock_skew: '1h' } }),
      [aged('p', at(HOUR))],
    ],
    ['just before it expires', policy(BY), [approval('p', { record_id: 'd', expires_at: at(SECOND) })]],
    [
      'of the second of two keys of one name',
      policy(BY, { trust: { keys: [...KEYRING.slice(0, 2), key('manager', 'second')] } }),
      [ok('p', 'second')],
    ],
    ['two of three', policy({ by: ['manager', 'second', 'ci'], min: 2 }), [ok('p'), ok('q', 'second')]],
    ['three where two are asked for', policy({ min: 2 }), [ok('p'), ok('q', 'second'), ok('r', 'ci')]],
    [
      'by digest beside a twin',
      policy(),
      [
        approval('p', { record_hash: HASH }),
        { path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'ci' }] },
      ],
    ],
    ['by id beside a copy', policy(), [ok('p'), { ...TARGET, path: 'b.json' }]],
    [
      'by id beside a twin of a stranger',
      policy(),
      [ok('p'), { path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'evil' }] }],
    ],
    [
      'by id beside the digest of a stale record',
      policy({}, { freshness: { max_age: '1d' } }),
      [
        approval('p', { approves: ['d', hashOf({ ...target, record_id: 'b', timestamp: at(-2 * DAY) })] }),
        plain('b', { ...target, timestamp: at(-2 * DAY) }),
      ],
    ],
  ])('%s', async (_, value, arts) => {
    expect(await toldOf(value, [TARGET, ...arts])).toEqual([]);
  });

  test('of anybody asked for, where nobody signed the record', async () => {
    const unsigned: Art = { path: 'a.json', records: [target] };
    expect(await toldOf(policy({ by: ['ci', 'manager'] }, UNSIGNED), [unsigned, ok('p', 'ci')])).toEqual([]);
  });
});

/* hardening 33: anybody can repeat a line, or write approvals that nobody signed. */
describe('of many approvals of one record', () => {
  const tell = (rule: JsonObject, arts: Art[]) => toldOf(policy(rule), [TARGET, ...arts]);
  const copies = (count: number, of: (i: number) => Art): Art[] =>
    Array.from({ length: count }, (_, i) => ({ ...of(i), path: `${String(i).padStart(5, '0')}.json` }));
  const expired = (i: number): Art => approval(`q${i}`, { record_id: 'd', expires_at: at(0) });

  test('copies count as one', async () => {
    const one = ok('p');
    const many = copies(3000, () => one);
    expect(await tell(BY, many)).toEqual([]);
    expect(await tell({ min: 2 }, many)).toHaveLength(1);
  });

  test('unsigned ones hide none that is signed', async () => {
    const unsigned = copies(3000, (i) => approval(`u${i}`, { record_id: 'd' }, {}, { signature: 'none' }));
    expect(await tell(BY, [...unsigned, { ...ok('p'), path: 'z.json' }])).toEqual([]);
  });

  test('so many different signed ones that none is considered', async () => {
    const rest = [{ ...ok('p'), path: 'z.json' }];
    expect(await tell(BY, [...copies(255, expired), ...rest])).toEqual([]);
    const [found] = await tell(BY, [...copies(256, expired), ...rest]);
    expect(JSON.stringify(found)).toContain('more than 256 different approvals name it');
  });
});
