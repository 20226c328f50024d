import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../../src/engine/types.js';
import { EMPTY_POLICY } from '../../../../src/gate/config/policy/model.js';
import { compileRules, schemaProblems } from '../../../../src/gate/config/policy/rules.js';

/** A schema that is small and holds, and takes two to the thirtieth steps to say so. */
const endless = (): JsonObject => {
  const definitions: Record<string, Json> = { d30: true };
  for (let i = 0; i < 30; i++) {
    const next = { $ref: `#/definitions/d${i + 1}` };
    definitions[`d${i}`] = { allOf: [next, next] };
  }
  return { definitions, allOf: [{ $ref: '#/definitions/d0' }] };
};

async function compiled(when: Json | undefined, must: Json = true) {
  const { rules } = await compileRules({
    ...EMPTY_POLICY,
    rules: [{ id: 'r', ...(when === undefined ? {} : { when }), must }],
  });
  const [rule] = rules;
  if (rule === undefined) throw new Error('there is one rule');
  return rule;
}

describe('what cannot be decided does not slip through', () => {
  const record = { record_type: 'decision', event: {} };

  test('a selector that is too expensive selects', async () => {
    expect((await compiled(endless())).when?.holds(record)).toBe(true);
    expect(
      (await compiled({ ...endless(), allOf: [true], not: { $ref: '#/definitions/d0' } })).when?.holds(record),
    ).toBe(true);
  });

  test('a rule that is too expensive is broken', async () => {
    const failure = (await compiled(undefined, endless())).must.failure(record);
    expect(failure).toEqual({ message: 'the rule is too expensive to evaluate on this record', pointer: '' });
  });

  test('the cost of a pattern depends on the length of its program', async () => {
    const text = { ...record, event: { text: 'a'.repeat(300_000) } };
    const matching = async (pattern: string) => {
      const must = { properties: { event: { properties: { text: { pattern } } } } };
      return (await compiled(undefined, must)).must.failure(text)?.message;
    };
    expect(await matching('^a')).toBeUndefined();
    expect(await matching(`^a|${'b?'.repeat(200)}c$`)).toBe('the rule is too expensive to evaluate on this record');
  });

  test('a failure for another reason is not a verdict', async () => {
    const broken = new Proxy(record, {
      getOwnPropertyDescriptor: () => {
        throw new Error('broken');
      },
    });
    const rule = await compiled({ required: ['x'] }, { required: ['x'] });
    expect(() => rule.when?.holds(broken)).toThrow('broken');
    expect(() => rule.must.failure(broken)).toThrow('broken');
  });
});

describe('a selector by record type', () => {
  const decision = { record_type: 'decision' };
  const only = (members: Json, more: JsonObject = {}): JsonObject => ({
    properties: { record_type: members },
    ...more,
  });

  test.each<[string, Json, JsonObject, boolean]>([
    ['of this type', only({ const: 'decision' }), decision, true],
    ['of another', only({ const: 'deployment' }), decision, false],
    ['of several', only({ enum: ['deployment', 'decision'] }), decision, true],
    ['of others', only({ enum: ['deployment', 'approval'] }), decision, false],
    ['of a record without a type', only({ const: 'deployment' }), {}, true],
    ['of a record whose type is none', only({ const: 'deployment' }), { record_type: 1 }, false],
    ['and more that does not hold', only({ const: 'decision' }, { required: ['x'] }), decision, false],
    ['and more that holds', only({ const: 'decision' }, { required: ['record_type'] }), decision, true],
    [
      'and another member',
      { properties: { record_type: { const: 'decision' }, source: { const: 'x' } } },
      { ...decision, source: 'y' },
      false,
    ],
    ['with a pattern beside it', only({ const: 'decision', pattern: '^x' }), decision, false],
    [
      'by a reference',
      { properties: { record_type: { $ref: '#/definitions/t' } }, definitions: { t: { const: 'deployment' } } },
      decision,
      false,
    ],
    [
      'by a reference that hides a word',
      {
        properties: { record_type: { $ref: '#/definitions/t', const: 'deployment' } },
        definitions: { t: { const: 'decision' } },
      },
      decision,
      true,
    ],
    [
      'by a reference that hides the rest',
      { $ref: '#/definitions/t', properties: { record_type: { const: 'deployment' } }, definitions: { t: true } },
      decision,
      true,
    ],
    ['of words that are no texts', only({ enum: [1, 'deployment'] }), decision, false],
    ['of any', true, decision, true],
    ['of none', false, decision, false],
    ['with properties for others', { properties: { source: { const: 'x' } } }, { ...decision, source: 'x' }, true],
    ['that is not', { not: only({ const: 'decision' }) }, decision, false],
    ['that is text or not, and this', only({ enum: ['decision', 1] }), { record_type: 1 }, true],
    ['of two minds', only({ const: 'decision', enum: ['deployment'] }), decision, false],
  ])('%s', async (_, when, record, expected) => {
    expect((await compiled(when)).when?.holds(record)).toBe(expected);
  });

  // Most policies select by type, and evaluating a schema takes many times as long.
  test.each<[string, Json, boolean | undefined]>([
    ['of this type', only({ const: 'decision' }), true],
    ['of another', only({ const: 'deployment' }), false],
    ['of several', only({ enum: ['deployment', 'decision'] }), true],
    ['of others, and more', only({ enum: ['deployment', 'approval'] }, { required: ['x'] }), false],
    ['of this type, and more', only({ const: 'decision' }, { required: ['x'] }), undefined],
    ['of this type, and another member', { properties: { record_type: { const: 'decision' }, x: true } }, undefined],
    ['of this type, and more of it', only({ const: 'decision', minLength: 1 }), undefined],
    ['of some of no text', only({ enum: ['deployment', 1] }), undefined],
    ['of a pattern', only({ pattern: '^dep' }), undefined],
    ['of any', only(true), undefined],
    ['by other members', { properties: { source: { const: 'x' } } }, undefined],
    ['by no members', { required: ['x'] }, undefined],
  ])('a look at the type is enough: %s', async (_, when, expected) => {
    const opened = new Error('the record was opened');
    const closed = new Proxy<JsonObject>(
      { record_type: 'decision' },
      {
        getOwnPropertyDescriptor: () => {
          throw opened;
        },
      },
    );
    const rule = await compiled(when);
    if (expected === undefined) expect(() => rule.when?.holds(closed)).toThrow(opened);
    else expect(rule.when?.holds(closed)).toBe(expected);
  });
});

test('a rule reports the place of its first violation', async () => {
  const must = { properties: { event: { required: ['a', 'b'] }, record_type: { pattern: '^dep' } } };
  const rule = await compiled(undefined, must);
  expect(rule.when).toBeUndefined();
  expect(rule.must.failure({ event: { a: 1, b: 1 }, record_type: 'deploy' })).toBeUndefined();
  expect(rule.must.failure({ event: {}, record_type: 'x' })).toMatchObject({
    message: 'event.a is missing',
    pointer: '/event',
  });
  expect(rule.must.failure({ event: { a: 1, b: 1 }, record_type: 'x' })).toMatchObject({ pointer: '/record_type' });
  expect((await compiled(undefined, false)).must.failure({})).toMatchObject({
    message: 'the record must not be present',
  });
});

test('a policy whose schemas were not checked is not run', async () => {
  const rules = [{ id: 'r', must: { allOf: [{ pattern: '(?=a)' }, { $ref: '#/none' }] } }];
  await expect(compileRules({ ...EMPTY_POLICY, rules })).rejects.toThrow(
    new Error(
      'reference "#/none" cannot be resolved inside the schema; the pattern "(?=a)" cannot run in linear time (RE2 syntax)',
    ),
  );
});

test('problems of schemas are reported', async () => {
  const told = async (schema: Json) =>
    (await schemaProblems(schema))(schema).map(({ pointer, message }) => [pointer, message]);
  expect(await told({ type: 'object' })).toEqual([]);
  expect(await told({ pattern: '(?=a)' })).toEqual([
    ['', 'the pattern "(?=a)" cannot run in linear time (RE2 syntax)'],
  ]);
  expect(await told({ $ref: 'https://elsewhere/schema.json' })).toEqual([
    ['', 'reference "https://elsewhere/schema.json" cannot be resolved inside the schema'],
  ]);
  expect((await told({ type: 'thing' })).length).toBeGreaterThan(0);
  const many = { allOf: Array.from({ length: 3000 }, (_, i) => ({ pattern: `(a{50}|b{50}){5}${i}` })) };
  expect((await told(many)).length).toBeGreaterThan(0);
});
