import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import { makeSigners } from '../../../src/gate/config/signers.js';
import { DecisionFindings } from '../../../src/gate/decision/findings.js';
import { judgeRecords } from '../../../src/gate/decision/judge.js';
import { Standing } from '../../../src/gate/decision/standing.js';
import { words } from '../../../src/gate/instant.js';
import { type Art, at, DAY, HOUR, KEYS, NOW, policyOf, type Rec, RUN, record, worldOf } from '../support/world.js';

/* Which records count, why the others do not, and where that is told. */

const TRUST = { trust: { keys: [{ name: 'ci', public_key: KEYS.ci.hex }] } };
const FRESH = { freshness: { max_age: '1d' } };
const never = (id: string, more: JsonObject = {}): JsonObject => ({ id, must: { required: ['agent_id'] }, ...more });
const aged = (offset: number): JsonObject => record('decision', {}, { record_id: 'r', timestamp: at(offset) });

/** Standing of each record, and what is told: code, message, pointer. */
async function judge(members: JsonObject, arts: readonly Art[], known = arts.length) {
  const policy = await policyOf({ version: 1, ...members });
  const { facts, verdicts } = await worldOf(policy, arts);
  const findings = new DecisionFindings();
  const signers = makeSigners(policy);
  const standing = new Standing(facts, verdicts, signers, policy.trust.minSigners !== undefined);
  const judged = judgeRecords(
    { facts, verdicts: verdicts.slice(0, known), policy, signers, standing, run: RUN, now: NOW },
    findings,
  );
  return {
    why: [...judged].map(({ shortfall }) => shortfall?.why),
    told: findings.list.map(({ code, message, pointer }) => [code, message, pointer]),
  };
}

describe('one record', () => {
  const stranger = `signing key ${KEYS.evil.id.slice(0, 12)}… is not trusted by the policy`;
  const old = 'it is 1d 1s old (max_age 1d)';
  const early = 'dated 5m 1s in the future';
  const unverified = 'it did not verify';
  const missing = 'agent_id is missing';

  test.each<[string, JsonObject, Rec | JsonObject, string | undefined, string[][]]>([
    [
      'counts',
      { ...TRUST, ...FRESH, rules: [never('r', { when: false })] },
      { value: aged(0), key: 'ci' },
      undefined,
      [],
    ],
    [
      'of a signer without trust',
      TRUST,
      { value: aged(0), key: 'evil' },
      stranger,
      [['trust.untrusted_key', stranger, '/integrity/signing_key_id']],
    ],
    ['that did not verify', {}, { value: aged(0), ok: false }, unverified, []],
    [
      'too old',
      FRESH,
      aged(-DAY - 1000),
      old,
      [['freshness.stale', `dated ${at(-DAY - 1000)}, 1d 1s before ${at(0)}; max_age is 1d`, '/timestamp']],
    ],
    [
      'too early',
      FRESH,
      aged(301_000),
      early,
      [['freshness.future', `dated ${at(301_000)}, 5m 1s after ${at(0)}; clock_skew is 5m`, '/timestamp']],
    ],
    [
      'of no known time',
      FRESH,
      { ...aged(0), timestamp: 'x' },
      'it is an unknown time old (max_age 1d)',
      [['freshness.stale', `dated x, an unknown time before ${at(0)}; max_age is 1d`, '/timestamp']],
    ],
    ['that breaks a rule', { rules: [never('one')] }, aged(0), 'it fails the rule one', [['rule.one', missing, '']]],
    [
      'that breaks two',
      { rules: [never('one', { message: 'who was it?' }), never('two')] },
      aged(0),
      'it fails the rule one',
      [
        ['rule.one', `who was it?: ${missing}`, ''],
        ['rule.two', missing, ''],
      ],
    ],
    [
      'that breaks the second',
      { rules: [{ id: 'one', must: true }, never('two')] },
      aged(0),
      'it fails the rule two',
      [['rule.two', missing, '']],
    ],
    // What fails at one step is not looked at by the next.
    [
      'without trust that did not verify',
      TRUST,
      { value: aged(0), key: 'evil', ok: false },
      stranger,
      [['trust.untrusted_key', stranger, '/integrity/signing_key_id']],
    ],
    ['unverified and old', FRESH, { value: aged(-2 * DAY), ok: false }, unverified, []],
    [
      'old and against a rule',
      { ...FRESH, rules: [never('one')] },
      aged(-DAY - 1000),
      old,
      [['freshness.stale', `dated ${at(-DAY - 1000)}, 1d 1s before ${at(0)}; max_age is 1d`, '/timestamp']],
    ],
  ])('%s', async (_, members, rec, why, told) => {
    expect(await judge(members, [{ path: 'a.json', records: [rec] }])).toEqual({ why: [why], told });
  });
});

test('a record of a failed artifact does not count, nor one of an unverified artifact', async () => {
  const arts: Art[] = [
    { path: 'a.json', records: [aged(0)] },
    { path: 'b.json', records: [aged(0), aged(0)], outcome: 'failed' },
    { path: 'c.json', records: [aged(0)] },
    { path: 'd.json', records: [aged(0)] },
  ];
  const failed = 'its artifact did not verify';
  expect((await judge({}, arts)).why).toEqual([undefined, failed, failed, undefined, undefined]);
  expect((await judge({}, arts, 3)).why).toEqual([undefined, failed, failed, undefined, failed]);
});

describe('signers of a chain as a whole', () => {
  const keys = [
    { name: 'ci', public_key: KEYS.ci.hex },
    { name: 'manager', public_key: KEYS.manager.hex, not_after: at(-2 * HOUR) },
  ];
  const whole = [KEYS.ci.id, KEYS.manager.id];
  const chain = (...offsets: number[]): Art => ({ path: 'c.json', kind: 'chain', records: offsets.map(aged), whole });
  const until = at(-2 * HOUR);
  const late = (what: string): unknown[] => [
    ['trust.key_expired', `${what}, after key "manager" ceased to be valid (${until})`, undefined],
  ];
  const unknown = [
    [
      'trust.key_expired',
      `a record in the artifact has no readable time, but key "manager" is valid only until ${until}`,
      undefined,
    ],
  ];
  const short = [['trust.threshold', '2 trusted signers required, signed by ci', undefined]];
  const expired = [...late(`a record in the artifact is dated ${at(-HOUR)}`), ...short];

  test.each<[string, Art, unknown[]]>([
    ['in their time', chain(-3 * HOUR, -2 * HOUR), []],
    ['its youngest record last', chain(-3 * HOUR, -HOUR), expired],
    ['its youngest record first', chain(-HOUR, -3 * HOUR), expired],
    ['its youngest record amid', chain(-3 * HOUR, -HOUR, -2 * HOUR), expired],
    [
      'a record of no known time',
      { ...chain(), records: [{ ...aged(0), timestamp: 'x' }, aged(-3 * HOUR)] },
      [...unknown, ...short],
    ],
    ['no records, by the clock', chain(), late(`the artifact has no time and counts as of ${at(0)}`)],
  ])('%s', async (_, art, told) => {
    const alone: Art = { path: 'z.json', records: [aged(-HOUR)] };
    expect((await judge({ trust: { keys, min_signers: 2 } }, [art, alone])).told).toEqual(told);
  });
});

test.each<[number, string]>([
  [0, '0s'],
  [999, '0s'],
  [1000, '1s'],
  [59_999, '59s'],
  [60_000, '1m'],
  [HOUR, '1h'],
  [HOUR + 1000, '1h 1s'],
  [HOUR + 61_000, '1h 1m'],
  [DAY - 1000, '23h 59m'],
  [400 * DAY, '400d'],
  [DAY + HOUR + 61_000, '1d 1h'],
  [-90_000, '1m 30s'],
  [Number.NaN, 'an unknown time'],
  [Number.POSITIVE_INFINITY, 'an unknown time'],
])('%d milliseconds in words: %s', (ms, text) => expect(words(ms)).toBe(text));
