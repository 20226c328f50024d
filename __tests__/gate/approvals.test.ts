import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/engine/types.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, outcomeOf, type Rec, record } from './support/world.js';

/* What is told of a record without its approval, word for word; which situations pass is in decide.test.ts as well. */

type Who = keyof typeof KEYS;
const SECOND = 1000;
const BARE = 'f'.repeat(64);
const INTENT = 'ab'.repeat(32);
const ASKS = { controls: { human_oversight: { approval_required: true } } };

const target = record('deployment', { intent_digest: INTENT }, { record_id: 'd' });
const HASH = hashOf(target);
const TARGET: Art = { path: 'a.json', records: [{ value: target, key: 'ci' }] };

const key = (name: string, who: Who, more: JsonObject = {}): JsonObject => ({
  name,
  public_key: KEYS[who].hex,
  ...more,
});
const KEYRING = [key('ci', 'ci'), key('manager', 'manager'), key('second', 'second')];
const DEPLOYMENTS = { properties: { record_type: { const: 'deployment' } } };

/** One rule over deployments; `more` are members of the policy. */
const policy = (rule: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  version: 1,
  trust: { keys: KEYRING },
  approvals: [{ id: 'production', when: DEPLOYMENTS, ...rule }],
  ...more,
});
const BY = { by: ['manager'], max_age: '72h' };
const UNSIGNED = { trust: { keys: KEYRING, signatures: 'auto' } };

/** An approval of the target in a file of its own; `id` is the approval's. */
const approval = (id: string, event: JsonObject, more: JsonObject = {}, rec: Partial<Rec> = {}): Art => ({
  path: `${id}.json`,
  records: [{ value: record('approval', event, { record_id: id, ...more }), key: 'manager', ...rec }],
});
const ok = (id: string, key: Who = 'manager'): Art => approval(id, { record_id: 'd' }, {}, { key });
const aged = (id: string, timestamp: string): Art => approval(id, { record_id: 'd' }, { timestamp });
const plain = (id: string, value: JsonObject, rec: Partial<Rec> = {}): Art => ({
  path: `${id}.json`,
  records: [{ value: { ...value, record_id: id }, key: 'ci', ...rec }],
});

const token = (document: JsonObject = {}, art: Partial<Art> = {}): Art => ({
  path: 't.json',
  kind: 'gait_signed_json',
  keyIds: [KEYS.manager.id],
  document: {
    schema_id: 'gait.gate.approval_token',
    intent_digest: INTENT,
    created_at: at(-HOUR),
    expires_at: at(HOUR),
    ...document,
  },
  ...art,
});

interface Told {
  code: string;
  why: string;
}

/** Code and reason of each finding about approvals at the target, in the order of the report. */
async function toldOf(value: Json | undefined, arts: readonly Art[], extra: readonly string[] = []): Promise<Told[]> {
  const { decision } = await outcomeOf(value, arts, { extra });
  return decision.findings
    .filter(({ code, artifact }) => code.startsWith('approval.') && artifact === 'a.json')
    .map(({ code, message }) => ({ code, why: message }));
}

const needs = (code: string, why: string, rule = ' (approval production)'): Told[] => [
  { code: `approval.${code}`, why: `record "d" (a.json:1) needs approval${rule}: ${why}` },
];

describe('why an approval does not count', () => {
  const filed = (...arts: Art[]): Art[] => arts.map((art, i) => ({ ...art, path: `${i}.json` }));
  const relation = (relationship: JsonObject, event: JsonObject = {}): Art => approval('p', event, { relationship });
  const reference = (more: JsonObject): JsonObject => ({ kind: 'evidence', ...more });
  const rules = (...types: string[]): JsonObject => ({
    rules: [{ id: 'sober', when: { properties: { record_type: { enum: types } } }, must: { required: ['agent_id'] } }],
  });

  test.each<[string, JsonObject, Art[], string, string]>([
    ['too old', policy(BY), [aged('p', at(-3 * DAY - SECOND))], 'expired', 'is 3d 1s old, 3d is allowed'],
    ['of no known time', policy(BY), [aged('p', 'never')], 'expired', 'is an unknown time old, 3d is allowed'],
    ['of the future', policy(BY), [aged('p', at(301_000))], 'expired', 'lies 5m 1s in the future'],
    [
      'of a future that the policy does not allow',
      policy(BY, { freshness: { clock_skew: '1m' } }),
      [aged('p', at(61_000))],
      'expired',
      'does not count: it lies 1m 1s in the future',
    ],
    ['expired', policy(BY), [approval('p', { record_id: 'd', expires_at: at(0) })], 'expired', 'has expired'],
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
      [{ path: 'p.json', records: [record('approval', { record_id: 'd' }, { record_id: 'p' })] }],
      'untrusted',
      'is not signed, not by manager',
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
      `does not count: signing key ${KEYS.evil.id} is not trusted by the policy`,
    ],
    [
      'stale',
      policy(BY, { freshness: { max_age: '1d' } }),
      [aged('p', at(-2 * DAY))],
      'expired',
      'does not count: it is 2d old, the policy allows 1d',
    ],
    [
      'that breaks a rule',
      policy(BY, rules('approval')),
      [ok('p')],
      'required',
      'does not count: it breaks the rule sober',
    ],
    [
      'of another id',
      policy(BY),
      [approval('p', { record_id: 'x', record_hash: HASH })],
      'required',
      'names it by digest but another record by id',
    ],
    [
      'of another content',
      policy(BY),
      [approval('p', { record_id: 'd', record_hash: BARE })],
      'required',
      'names it by id but has the digest of another content',
    ],
    [
      'of a content elsewhere',
      policy(BY),
      [approval('p', { approves: ['d', `sha256:${BARE}`] })],
      'required',
      'has the digest of a content that is not here',
    ],
    [
      'of a content that did not verify',
      policy(BY),
      [
        plain('e', { ...target, record_id: 'e' }, { ok: false }),
        approval('p', { approves: ['d', hashOf({ ...target, record_id: 'e' })] }),
      ],
      'required',
      'has the digest of a content that is not here',
    ],
    [
      'of an id that two have',
      policy(BY),
      [{ path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'ci' }] }, ok('p')],
      'required',
      'names an id that several records have',
    ],
    [
      'that denies',
      policy(BY),
      [approval('p', { record_id: 'd', verdict: 'deny' })],
      'required',
      'does not approve it',
    ],
    [
      'that denies and has expired',
      policy(BY),
      [approval('p', { record_id: 'd', verdict: 'deny', expires_at: at(0) })],
      'required',
      'does not approve it',
    ],
    [
      'related by id, with the digest of another content',
      policy(BY),
      [relation({ parent_ref: reference({ id: 'd', digest: BARE }) })],
      'required',
      'names it by id but has the digest of another content',
    ],
  ])('%s', async (_, value, arts, code, why) => {
    const expected = needs(code, `no approval counts; record "p" (p.json:1) ${why}`);
    expect(await toldOf(value, [TARGET, ...arts])).toEqual(expected);
  });

  test('a record is no approval of itself, nor is one under its id', async () => {
    const own = record('approval', { record_id: 'd' }, { record_id: 'd', ...ASKS });
    const selfish = { path: 'a.json', records: [{ value: own, key: 'ci' as const }] };
    const message = 'no approval counts; record "d" (a.json:1) cannot approve itself';
    expect(await toldOf(policy(), [selfish])).toEqual(needs('required', message, ''));
    const named: Art = { ...approval('d', { record_hash: HASH }), path: 'p.json' };
    expect(await toldOf(policy(), [TARGET, named])).toEqual(
      needs('required', 'no approval counts; record "d" (p.json:1) cannot approve itself'),
    );
  });

  test('a key without a name is told by its id', async () => {
    const told = await toldOf(policy(BY), [TARGET, ok('p', 'stranger')], [KEYS.stranger.id]);
    const why = `no approval counts; record "p" (p.json:1) is signed by ${KEYS.stranger.id}, not by manager`;
    expect(told).toEqual(needs('untrusted', why));
  });

  test('the one that is nearest to counting is told, wherever it lies', async () => {
    const by = (event: JsonObject, more: JsonObject = {}, rec: Partial<Rec> = {}): Art =>
      approval('p', { record_hash: HASH, ...event }, more, rec);
    const byNearness: [string, Art][] = [
      ['is 4d old, 3d is allowed', by({}, { timestamp: at(-4 * DAY) })],
      ['has expired', by({ expires_at: at(-HOUR) })],
      ['is signed by second, not by manager', by({}, {}, { key: 'second' })],
      ['needs approval itself', by({}, ASKS)],
      ['does not count: it did not verify', by({}, {}, { ok: false })],
      ['names it by digest but another record by id', by({ record_id: 'x' })],
      ['does not approve it', by({ verdict: 'deny' })],
      ['cannot approve itself', by({}, { record_id: 'd' })],
    ];
    for (const [i, [nearer, one]] of byNearness.entries()) {
      for (const [, other] of byNearness.slice(i + 1)) {
        for (const both of [filed(one, other), filed(other, one)]) {
          const [told] = await toldOf(policy(BY), [TARGET, ...both]);
          expect(told?.why.endsWith(nearer) ? nearer : told?.why).toBe(nearer);
        }
      }
    }
  });

  test('of two that are as near, the first', async () => {
    const [told] = await toldOf(policy(BY), [TARGET, ok('p', 'second'), ok('q', 'ci')]);
    expect(told?.why).toMatch(/record "p" \(p\.json:1\) is signed by second, not by manager$/);
  });
});

describe('where no approval is near', () => {
  const two = { by: ['manager', 'second'], min: 2 };
  const expired = approval('q', { record_id: 'd', expires_at: at(0) }, {}, { key: 'second' });
  test.each<[string, JsonObject, Art[], Told[]]>([
    ['anybody', policy(), [], needs('required', 'no approval names it')],
    ['one name', policy(BY), [], needs('required', 'no approval by manager names it')],
    [
      'one of two',
      policy({ by: ['manager', 'second'] }),
      [],
      needs('required', 'no approval by manager, second names it'),
    ],
    ['two of two, none', policy(two), [], needs('required', '0 of 2 signers approved by manager, second')],
    ['two of two, one', policy(two), [ok('p')], needs('required', '1 of 2 signers approved by manager, second')],
    ['two of anybody, one', policy({ min: 2 }), [ok('p')], needs('required', '1 of 2 signers approved')],
    [
      'two of two, one and a half',
      policy(two),
      [ok('p'), expired],
      needs('expired', '1 of 2 signers approved; record "q" (q.json:1) has expired'),
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
    expect(await toldOf(undefined, [asking])).toEqual(needs('required', 'no approval names it', ''));
  });
});

describe('approvals that count', () => {
  const missing = needs('required', 'no approval names it');
  test.each<[string, JsonObject, Art[], Told[]]>([
    ['one', policy(BY), [ok('p')], []],
    ['as old as may be', policy(BY), [aged('p', at(-3 * DAY))], []],
    ['as far in the future as clocks may differ', policy(BY), [aged('p', at(300_000))], []],
    [
      'as far in the future as the policy allows',
      policy(BY, { freshness: { clock_skew: '1h' } }),
      [aged('p', at(HOUR))],
      [],
    ],
    ['of any future where none is too old', policy({ by: ['manager'] }), [aged('p', at(DAY))], []],
    ['just before it expires', policy(BY), [approval('p', { record_id: 'd', expires_at: at(SECOND) })], []],
    [
      'of the second of two keys of one name',
      policy(BY, { trust: { keys: [...KEYRING.slice(0, 2), key('manager', 'second')] } }),
      [ok('p', 'second')],
      [],
    ],
    ['two of three', policy({ by: ['manager', 'second', 'ci'], min: 2 }), [ok('p'), ok('q', 'second')], []],
    ['three where two are asked for', policy({ min: 2 }), [ok('p'), ok('q', 'second'), ok('r', 'ci')], []],
    [
      'by digest beside a twin',
      policy(),
      [
        approval('p', { record_hash: HASH }),
        { path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'ci' }] },
      ],
      [],
    ],
    ['by id beside a copy', policy(), [ok('p'), { ...TARGET, path: 'b.json' }], []],
    [
      'by id beside a twin of a stranger',
      policy(),
      [ok('p'), { path: 'b.json', records: [{ value: { ...target, source: 'twin' }, key: 'evil' }] }],
      [],
    ],
    [
      'by id beside the digest of a stale record',
      policy({}, { freshness: { max_age: '1d' } }),
      [
        approval('p', { approves: ['d', hashOf({ ...target, record_id: 'b', timestamp: at(-2 * DAY) })] }),
        plain('b', { ...target, timestamp: at(-2 * DAY) }),
      ],
      [],
    ],
    [
      'of a record that nobody signed, by somebody asked for',
      policy({ by: ['ci', 'manager'] }, UNSIGNED),
      [],
      needs('required', 'no approval by ci, manager names it'),
    ],
    ['of what is not there', policy(), [approval('p', { record_id: '' })], missing],
  ])('%s', async (_, value, arts, expected) => {
    expect(await toldOf(value, [TARGET, ...arts])).toEqual(expected);
  });

  test('the signer of another record may approve', async () => {
    const unsigned: Art = { path: 'a.json', records: [target] };
    expect(await toldOf(policy({ by: ['ci', 'manager'] }, UNSIGNED), [unsigned, ok('p', 'ci')])).toEqual([]);
  });
});

describe('approval tokens of Gait', () => {
  const who = 'no approval counts; approval token t.json';
  const none = needs('required', 'no approval names it');
  const bounded = (more: JsonObject): JsonObject =>
    policy({}, { trust: { keys: [key('ci', 'ci'), key('manager', 'manager', more), key('second', 'second')] } });
  const ids = (...keys: Who[]): Partial<Art> => ({ keyIds: keys.map((one) => KEYS[one].id) });

  test.each<[string, JsonObject, Art, Told[]]>([
    ['one', policy(BY), token(), []],
    ['just before it expires', policy(), token({ expires_at: at(SECOND) }), []],
    ['as it expires', policy(), token({ expires_at: at(0) }), needs('expired', `${who} has expired`)],
    ['with no expiry', policy(), token({ expires_at: null }), needs('expired', `${who} has expired`)],
    ['with a list for an expiry', policy(), token({ expires_at: [at(HOUR)] }), needs('expired', `${who} has expired`)],
    [
      'unverified',
      policy(),
      token({}, { outcome: 'failed' }),
      needs('required', `${who} does not count: it did not verify`),
    ],
    [
      'of somebody else',
      policy(BY),
      token({}, ids('second')),
      needs('untrusted', `${who} is signed by second, not by manager`),
    ],
    ['of the one asked for and another', policy(BY), token({}, ids('second', 'manager')), []],
    [
      'of the signer of the record',
      policy({ by: ['ci', 'manager'] }),
      token({}, ids('ci')),
      needs('untrusted', `${who} is signed by the signer of the record itself`),
    ],
    ['of the signer of the record and another', policy({ by: ['ci', 'manager'] }), token({}, ids('ci', 'manager')), []],
    ['too old', policy(BY), token({ created_at: at(-4 * DAY) }), needs('expired', `${who} is 4d old, 3d is allowed`)],
    [
      'of no known age',
      policy(BY),
      token({ created_at: null }),
      needs('expired', `${who} is an unknown time old, 3d is allowed`),
    ],
    ['for another intent', policy(), token({ intent_digest: 'cd'.repeat(32) }), none],
    ['for a list of intents', policy(), token({ intent_digest: [INTENT] }), none],
    ['of another schema', policy(), token({ schema_id: 'gait.gate.trace' }), none],
    ['of another kind', policy(), token({}, { kind: 'governance_event' }), none],
    ['signed JSON without a document', policy(), { path: 't.json', kind: 'gait_signed_json', keyIds: [] }, none],
    ['of a key for approvals', bounded({ record_types: ['approval'], source_products: ['gait'] }), token(), []],
  ])('%s', async (_, value, art, expected) => {
    expect(await toldOf(value, [TARGET, art])).toEqual(expected);
  });

  test.each<[string, JsonObject, Partial<Art>, string]>([
    ['other records', bounded({ record_types: ['decision'] }), {}, 'manager may not sign approvals of Gait'],
    ['other products', bounded({ source_products: ['ci'] }), {}, 'manager may not sign approvals of Gait'],
    [
      'other records, beside one that may',
      bounded({ record_types: ['decision'] }),
      ids('second', 'manager'),
      'manager may not sign approvals of Gait',
    ],
    ['nobody', policy(), ids('evil'), `signing key ${KEYS.evil.id} is not trusted by the policy`],
    [
      'another time',
      bounded({ not_after: at(-DAY) }),
      {},
      `the document lies after the key of manager was valid (${new Date(at(-DAY)).toISOString()})`,
    ],
  ])('of a key for %s', async (_, value, art, why) => {
    expect(await toldOf(value, [TARGET, token({}, art)])).toEqual(needs('untrusted', `${who} does not count: ${why}`));
  });

  test('any key where the policy names none, and none at all, once', async () => {
    const twice = { version: 1, approvals: [{ id: 'production', when: DEPLOYMENTS, min: 2 }] };
    const unsigned: Art = { path: 'a.json', records: [target] };
    expect(await toldOf(twice, [unsigned, token({}, ids('evil')), { ...token(), path: 'u.json' }])).toEqual([]);
    const nobody = [token({}, ids()), { ...token({}, ids()), path: 'u.json' }];
    expect(await toldOf(twice, [unsigned, ...nobody])).toEqual(needs('required', '1 of 2 signers approved'));
  });

  test('and a record of the same person are one approval', async () => {
    const told = await toldOf(policy({ min: 2 }), [TARGET, token(), ok('p')]);
    expect(told).toEqual(needs('required', '1 of 2 signers approved'));
    expect(await toldOf(policy({ min: 2 }), [TARGET, token({}, ids('second')), ok('p')])).toEqual([]);
  });
});

describe('approvals that need approval', () => {
  const asking = (id: string, event: JsonObject): Art => approval(id, event, ASKS);
  const itself = (id: string): Told[] =>
    needs('required', `no approval counts; record "${id}" (${id}.json:1) needs approval itself`);
  const by = (id: string): JsonObject => ({ record_id: id });
  const value = record('approval', by('d'), { record_id: 'p', ...ASKS });
  const hash = hashOf(value);
  const p: Art = { path: 'p.json', records: [{ value, key: 'manager' }] };
  const q = asking('q', by('p'));

  test.each<[string, Art[], Told[]]>([
    ['and have none', [p], itself('p')],
    ['and have it', [p, ok('z'), approval('q', by('p'))], []],
    ['by one that has none', [p, q], itself('p')],
    ['by id, two deep', [p, q, approval('r', by('q'))], []],
    ['by digest, two deep', [p, asking('q', { record_hash: hash }), approval('r', by('q'))], []],
    // The one that settles the others lies first, last and between.
    ['whatever their order', [asking('m', by('d')), asking('b', by('m')), approval('n', by('b'))], []],
    ['and again', [asking('b', by('d')), asking('n', by('b')), approval('m', by('n'))], []],
    ['and approve each other', [asking('p', by('d')), asking('q', by('p')), asking('p2', by('q'))], itself('p')],
    [
      'in a circle that nobody enters',
      [asking('p', { approves: ['d', 'q'] }), asking('q', { approves: ['d', 'p'] })],
      itself('p'),
    ],
    [
      'in a circle that somebody enters',
      [asking('p', { approves: ['d', 'q'] }), asking('q', { approves: ['p'] }), approval('r', by('q'))],
      [],
    ],
  ])('%s', async (_, arts, expected) => {
    expect(await toldOf(policy(), [TARGET, ...arts])).toEqual(expected);
  });

  test('by every rule that asks for it', async () => {
    const approvals = { properties: { record_type: { const: 'approval' } } };
    const rules = [
      { id: 'production', when: DEPLOYMENTS },
      { id: 'first', when: { ...approvals, required: ['agent_id'] }, by: ['ci'] },
      { id: 'second', when: { ...approvals, required: ['agent_id'] }, by: ['second'] },
    ];
    const value = policy({}, { approvals: rules });
    const asked = approval('p', { record_id: 'd' }, { agent_id: 'bot' });
    const of = (id: string, who: Who): Art => approval(id, { record_id: 'p' }, {}, { key: who });
    expect(await toldOf(value, [TARGET, asked, of('q', 'ci')])).toEqual(itself('p'));
    expect(await toldOf(value, [TARGET, asked, of('q', 'second')])).toEqual(itself('p'));
    expect(await toldOf(value, [TARGET, asked, of('q', 'ci'), of('r', 'second')])).toEqual([]);
  });
});

describe('what the report says of each rule', () => {
  const more = (id: string): Art => plain(id, target);

  test('how many records are under it, how many are approved, and the first that is not', async () => {
    const rules = [
      { id: 'production', when: DEPLOYMENTS },
      { id: 'decisions', when: { properties: { record_type: { const: 'decision' } } }, by: ['manager'] },
      { id: 'idle', when: { properties: { record_type: { const: 'incident' } } } },
    ];
    const arts = [TARGET, more('b'), more('c'), ok('p'), plain('e', record('decision', {}, ASKS))];
    const { decision } = await outcomeOf(policy({}, { approvals: rules }), arts);
    expect(decision.requirements).toStrictEqual([
      {
        id: 'approval:production',
        satisfied: false,
        required: 3,
        found: 1,
        detail: 'record "b" (b.json:1): no approval names it',
      },
      {
        id: 'approval:decisions',
        satisfied: false,
        required: 1,
        found: 0,
        detail: 'record "e" (e.json:1): no approval by manager names it',
      },
      { id: 'approval:idle', satisfied: true, required: 0, found: 0 },
      {
        id: 'approval:builtin',
        satisfied: false,
        required: 1,
        found: 0,
        detail: 'record "e" (e.json:1): no approval names it',
      },
    ]);
    expect(decision.findings.map(({ code, artifact, line, record_id }) => [code, artifact, line, record_id])).toEqual([
      ['approval.required', 'b.json', 1, 'b'],
      ['approval.required', 'c.json', 1, 'c'],
      ['approval.required', 'e.json', 1, 'e'],
      ['approval.required', 'e.json', 1, 'e'],
    ]);
  });

  test('an approved one', async () => {
    const { decision } = await outcomeOf(policy(), [TARGET, ok('p')]);
    expect(decision.requirements).toStrictEqual([
      { id: 'approval:production', satisfied: true, required: 1, found: 1 },
    ]);
  });

  test.each<[string, JsonObject | undefined, Art[]]>([
    ['no rules and nobody asks', undefined, [plain('b', record('decision'))]],
    ['no rules and an unverified record asks', undefined, [plain('b', record('decision', {}, ASKS), { ok: false })]],
    [
      'no rules and a record that nobody trusts asks',
      { version: 1, trust: { keys: KEYRING } },
      [plain('b', record('decision', {}, ASKS), { key: 'evil' })],
    ],
    [
      'built-in approvals are off',
      { version: 1, approvals: { builtin: false, rules: [] } },
      [plain('b', record('decision', {}, ASKS))],
    ],
  ])('nothing where %s', async (_, value, arts) => {
    expect((await outcomeOf(value, arts)).decision.requirements).toEqual([]);
  });

  test('a stale record, and one that breaks a rule, need their approval all the same', async () => {
    const value = policy(
      {},
      { freshness: { max_age: '1m' }, rules: [{ id: 'never', when: DEPLOYMENTS, must: false }] },
    );
    expect(await toldOf(value, [TARGET])).toEqual(needs('required', 'no approval names it'));
    const broken = policy({}, { rules: [{ id: 'never', when: DEPLOYMENTS, must: false }] });
    expect(await toldOf(broken, [TARGET])).toEqual(needs('required', 'no approval names it'));
    expect(await toldOf(broken, [TARGET, ok('p')])).toEqual([]);
  });
});
