import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import {
  ASKS,
  approval,
  BY,
  DEPLOYMENTS,
  INTENT,
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
  token,
  toldOf,
  type Who,
} from '../support/approvals.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, outcomeOf, record } from '../support/world.js';

/* Tokens of Gait, approvals that need approval, and what the report says of each rule. */

describe('approval tokens of Gait', () => {
  const who = 'approval token t.json';
  const none = needs('required', 'no approval names it');
  const bounded = (more: JsonObject): JsonObject =>
    policy({}, { trust: { keys: [key('ci', 'ci'), key('manager', 'manager', more), key('second', 'second')] } });
  const ids = (...keys: Who[]): Partial<Art> => ({ keyIds: keys.map((one) => KEYS[one].id) });

  test.each<[string, JsonObject, Art, Told[]]>([
    ['one', policy(BY), token(), []],
    ['just before it expires', policy(), token({ expires_at: at(SECOND) }), []],
    ['as it expires', policy(), token({ expires_at: at(0) }), needs('expired', `${who} has expired`)],
    [
      'with no expiry',
      policy(),
      token({ expires_at: null }),
      needs('expired', `${who} has no expires_at that is an instant`),
    ],
    [
      'with a list for an expiry',
      policy(),
      token({ expires_at: [at(HOUR)] }),
      needs('expired', `${who} has no expires_at that is an instant`),
    ],
    [
      'withdrawn',
      policy(BY),
      token({ withdrawn: true }),
      needs('required', `${who} does not count: it says withdrawn true`),
    ],
    [
      'that denies',
      policy(BY),
      token({ decision: 'deny' }),
      needs('required', `${who} does not count: it says decision "deny"`),
    ],
    [
      'that waits',
      policy(BY),
      token({ status: 'pending' }),
      needs('required', `${who} does not count: it says status "pending"`),
    ],
    ['with a neutral word', policy(BY), token({ status: 'issued' }), []],
    ['with a word of approval', policy(BY), token({ verdict: 'approve' }), []],
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
    ['too old', policy(BY), token({ created_at: at(-4 * DAY) }), needs('expired', `${who} is 4d old (max 3d)`)],
    [
      'of no known age',
      policy(BY),
      token({ created_at: null }),
      needs('expired', `${who} is an unknown time old (max 3d)`),
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
    ['other records', bounded({ record_types: ['decision'] }), {}, 'manager is not allowed to sign approvals of Gait'],
    ['other products', bounded({ source_products: ['ci'] }), {}, 'manager is not allowed to sign approvals of Gait'],
    [
      'other records, beside one that may',
      bounded({ record_types: ['decision'] }),
      ids('second', 'manager'),
      'manager is not allowed to sign approvals of Gait',
    ],
    ['nobody', policy(), ids('evil'), `signing key ${KEYS.evil.id.slice(0, 12)}… is not trusted by the policy`],
    [
      'another time',
      bounded({ not_after: at(-DAY) }),
      {},
      'the artifact is dated 2026-05-31T23:00:00Z, after key "manager" ceased to be valid (2026-05-31)',
    ],
  ])('of a key for %s', async (_, value, art, why) => {
    expect(await toldOf(value, [TARGET, token({}, art)])).toEqual(needs('untrusted', `${who} does not count: ${why}`));
  });

  test('any key where the policy names none, and none at all, once', async () => {
    const twice = { version: 1, approvals: [{ id: 'production', when: DEPLOYMENTS, min: 2 }] };
    const unsigned: Art = { path: 'a.json', records: [target] };
    expect(await toldOf(twice, [unsigned, token({}, ids('evil')), { ...token(), path: 'u.json' }])).toEqual([]);
    const nobody = [token({}, ids()), { ...token({}, ids()), path: 'u.json' }];
    expect(await toldOf(twice, [unsigned, ...nobody])).toEqual(
      needs('untrusted', 'approval token t.json has no verified signature by an approver', '0 of 2 required approvals'),
    );
  });

  test('and a record of the same person are one approval', async () => {
    const told = await toldOf(policy({ min: 2 }), [TARGET, token(), ok('p')]);
    expect(told).toEqual(needs('required', 'each signer counts once', '1 of 2 required approvals (from manager)'));
    expect(await toldOf(policy({ min: 2 }), [TARGET, token({}, ids('second')), ok('p')])).toEqual([]);
  });
});

describe('approvals that need approval', () => {
  const BOT = { agent_id: 'bot' };
  const asked = { properties: { record_type: { const: 'approval' } }, required: ['agent_id'] };
  const value = policy(
    {},
    {
      approvals: [
        { id: 'production', when: DEPLOYMENTS, binding: 'id' },
        { id: 'asked', when: asked, binding: 'id', self_approval: 'allow' },
      ],
    },
  );
  const asking = (id: string, event: JsonObject): Art => approval(id, event, BOT);
  const itself = (id: string): Told[] => needs('required', `record "${id}" (${id}.json:1) needs approval itself`);
  const by = (id: string): JsonObject => ({ record_id: id });
  const first = record('approval', { verdict: 'approve', ...by('d') }, { record_id: 'p', ...BOT });
  const hash = hashOf(first);
  const p: Art = { path: 'p.json', records: [{ value: first, key: 'manager' }] };
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
    expect(await toldOf(value, [TARGET, ...arts])).toEqual(expected);
  });

  test('by every rule that asks for it', async () => {
    const approvals = { properties: { record_type: { const: 'approval' } } };
    const rules = [
      { id: 'production', when: DEPLOYMENTS, binding: 'id' },
      { id: 'first', when: { ...approvals, required: ['agent_id'] }, by: ['ci'], binding: 'id' },
      { id: 'second', when: { ...approvals, required: ['agent_id'] }, by: ['second'], binding: 'id' },
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
      { id: 'production', when: DEPLOYMENTS, binding: 'id' },
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
        detail:
          'record "b" (b.json:1): 0 of 1 required approval; no approval names it; may approve: any trusted signer but its own',
      },
      {
        id: 'approval:decisions',
        satisfied: false,
        required: 1,
        found: 0,
        detail: 'record "e" (e.json:1): 0 of 1 required approval; no approval names it; may approve: manager',
      },
      { id: 'approval:idle', satisfied: true, required: 0, found: 0 },
      {
        id: 'approval:builtin',
        satisfied: false,
        required: 1,
        found: 0,
        detail:
          'record "e" (e.json:1): 0 of 1 required approval; no approval names it; may approve: any trusted signer but its own',
      },
    ]);
    const errors = decision.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, artifact, line, record_id }) => [code, artifact, line, record_id])).toEqual([
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
