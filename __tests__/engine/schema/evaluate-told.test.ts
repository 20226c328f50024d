import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../../src/engine/schema/evaluate.js';
import { Exhausted } from '../../../src/engine/schema/steps.js';
import type { Json } from '../../../src/engine/types.js';
import { check } from './records.js';

const told = (schema: Json, value: Json) =>
  check(schema, value).map(({ pointer, message }) => `${pointer} ${message}`.trim());

// Each keyword just not kept, with all that is said of it; [] where it is just kept.
test.each<[Json, Json, string[]]>([
  [false, 1, ['the value must not be present']],
  [{ type: ['integer', 'null'] }, 1.5, ['the value must be a whole number or null, not a fraction']],
  [{ minLength: 1 }, '', ['the value must not be empty']],
  [{ minLength: 2 }, 'a', ['the value must have at least 2 characters']],
  [{ minLength: 2 }, 'ab', []],
  [{ maxLength: 1 }, 'ab', ['the value must have at most 1 character']],
  [{ maxLength: 2 }, 'ab', []],
  [{ format: 'uuid' }, 'a', ['the value must be a UUID, not "a"']],
  [{ minimum: 2 }, 1, ['the value must be at least 2, not 1']],
  [{ minimum: 2 }, 2, []],
  [{ maximum: 2 }, 3, ['the value must be at most 2, not 3']],
  [{ maximum: 2 }, 2, []],
  [{ exclusiveMinimum: 2 }, 2, ['the value must be more than 2, not 2']],
  [{ exclusiveMinimum: 2 }, 3, []],
  [{ exclusiveMaximum: 2 }, 2, ['the value must be less than 2, not 2']],
  [{ exclusiveMaximum: 2 }, 1, []],
  [{ multipleOf: 2 }, 3, ['the value must be a multiple of 2, not 3']],
  [{ minItems: 1 }, [], ['the value must not be empty']],
  [{ minItems: 2 }, [1], ['the value must have at least 2 items']],
  [{ minItems: 2 }, [1, 2], []],
  [{ maxItems: 1 }, [1, 2], ['the value must have at most 1 item']],
  [{ maxItems: 2 }, [1, 2], []],
  [{ uniqueItems: true }, [1, 2, 1], ['items of the value must be unique; item 2 repeats an earlier one']],
  [{ uniqueItems: false }, [1, 1], []],
  [{ contains: { const: 1 } }, [2, 3], ['the value must contain a matching item']],
  [{ contains: { const: 1 } }, [2, 1], []],
  [{ items: { const: 1 } }, [1, 2, 1, 3], ['/1 [1] must be 1, not 2', '/3 [3] must be 1, not 3']],
  [{ items: [{ const: 1 }, { const: 2 }] }, [3, 4, 5], ['/0 [0] must be 1, not 3', '/1 [1] must be 2, not 4']],
  [{ items: [{ const: 1 }, { const: 2 }] }, [1], []],
  [
    { items: [true], additionalItems: { const: 1 } },
    [2, 2, 1, 3],
    ['/1 [1] must be 1, not 2', '/3 [3] must be 1, not 3'],
  ],
  [{ items: [true, true], additionalItems: false }, [1, 2], []],
  [{ items: { type: 'number' }, additionalItems: false }, [1, 2], []],
  [{ minProperties: 2 }, { a: 1 }, ['the value must have at least 2 members']],
  [{ minProperties: 1 }, { a: 1 }, []],
  [{ maxProperties: 0 }, { a: 1 }, ['the value must have at most 0 members']],
  [{ maxProperties: 1 }, { a: 1 }, []],
  [{ required: ['a', 'b', 'c'] }, { b: 1 }, ['a is missing', 'c is missing']],
  [
    { properties: { a: { const: 1 }, b: { const: 1 }, c: { const: 1 } } },
    { a: 2, b: 1, c: 3 },
    ['/a a must be 1, not 2', '/c c must be 1, not 3'],
  ],
  [
    { propertyNames: { maxLength: 1 } },
    { aa: 1, b: 1, cc: 1 },
    ['/aa aa has a name that is not allowed', '/cc cc has a name that is not allowed'],
  ],
  [
    { patternProperties: { '^a': { const: 1 }, z$: { const: 2 } } },
    { az: 3, b: 1, ab: 1 },
    ['/az az must be 1, not 3', '/az az must be 2, not 3'],
  ],
  [{ additionalProperties: { const: 1 } }, { a: 2, b: 1, c: 3 }, ['/a a must be 1, not 2', '/c c must be 1, not 3']],
  [
    { properties: { a: true }, patternProperties: { '^b': true }, additionalProperties: false },
    { a: 1, b: 1, c: 1, d: 1 },
    ['/c the value has the unknown member "c"', '/d the value has the unknown member "d"'],
  ],
  [{ properties: { o: { additionalProperties: false } } }, { o: { x: 1 } }, ['/o/x o has the unknown member "x"']],
  [
    { dependencies: { a: ['b', 'c'], d: { required: ['e'] }, f: ['g'] } },
    { a: 1, c: 1, d: 1 },
    ['b is missing', 'e is missing'],
  ],
  [
    { dependencies: { a: { const: 1 }, b: { const: 2 } } },
    { a: 1, b: 1 },
    ['the value must be 1', 'the value must be 2'],
  ],
  [{ required: ['a'] }, { a: 1 }, []],
  [{ properties: { a: { const: 1 }, b: false } }, { a: 1 }, []],
  [{ dependencies: { a: ['b'], c: ['d'] } }, { a: 1, b: 1 }, []],
  [{ allOf: [{ const: 1 }, { const: 2 }, true] }, 2, ['the value must be 1, not 2']],
  [{ allOf: [{ const: 1 }, { const: 2 }] }, 3, ['the value must be 1, not 3', 'the value must be 2, not 3']],
  [{ anyOf: [{ const: 1 }, { const: 2 }] }, 2, []],
  [{ oneOf: [{ const: 1 }, { const: 2 }] }, 3, ['the value must be 1, or be 2']],
  [{ oneOf: [{ const: 1 }, { const: 2 }] }, 2, []],
  [{ not: { type: 'string' } }, 1, []],
  [{ enum: 'no list' }, 1, []],
  [{ minLength: 5, minimum: 5, minItems: 5, minProperties: 5 }, true, []],
  [{ minLength: 5, minimum: 5, minItems: 5, minProperties: 5 }, null, []],
])('%j of %j: %j', (schema, value, expected) => {
  expect(told(schema, value)).toEqual(expected);
  // the same verdict where nothing is told, and the first of all where one is enough
  expect(told({ not: schema }, value)).toHaveLength(expected.length === 0 ? 1 : 0);
  expect(told({ allOf: [{ anyOf: [schema] }] }, value)).toHaveLength(expected.length === 0 ? 0 : 1);
  expect(check(schema, value, 1)).toEqual(check(schema, value).slice(0, 1));
});

test('each violation has its keyword, and its member where one is missing or unknown', () => {
  const schema = { required: ['a'], additionalProperties: false, properties: { c: { minimum: 2 }, d: false } };
  expect(check(schema, { b: 1, c: 1, d: 1 })).toStrictEqual([
    { pointer: '', message: 'a is missing', keyword: 'required', member: 'a' },
    {
      pointer: '/b',
      message: 'the value has the unknown member "b"',
      keyword: 'additionalProperties',
      member: 'b',
    },
    { pointer: '/c', message: 'c must be at least 2, not 1', keyword: 'minimum' },
    { pointer: '/d', message: 'd must not be present', keyword: 'false schema' },
  ]);
});

describe('evaluation stops at the limit of violations', () => {
  const $ref = '#/definitions/endless';
  const endless = { endless: { allOf: [{ $ref }] } };
  test.each<[string, Json, Json]>([
    ['of keywords', { const: 1, allOf: [{ $ref }] }, 2],
    ['of items', { items: [false, { $ref }] }, [1, 2]],
    ['of more items', { items: [], additionalItems: { properties: { a: false, b: { $ref } } } }, [{ a: 1, b: 1 }]],
    ['of members', { properties: { a: false, b: { $ref } } }, { a: 1, b: 1 }],
    ['of further members', { additionalProperties: { items: [false, { $ref }] } }, { a: [1, 1] }],
    ['of members by pattern', { patternProperties: { a: { const: 1 }, b: { $ref } } }, { a: 2, b: 1 }],
  ])('%s', (_, schema, value) => {
    const root = { ...(schema as object), definitions: endless };
    expect(check(root, value, 1)).toHaveLength(1);
    expect(() => check(root, value, 2)).toThrow(Exhausted);
    expect(check({ not: schema, definitions: endless }, value)).toEqual([]);
  });

  test('of alternatives', () => {
    expect(check({ anyOf: [true, { $ref }], definitions: endless }, 1)).toEqual([]);
    expect(check({ not: { allOf: [false, { $ref }] }, definitions: endless }, 1)).toEqual([]);
    expect(check({ contains: { const: 1 }, definitions: endless }, [1])).toEqual([]);
  });
});

test('a pattern that was never compiled does not match', () => {
  const schema = { root: { pattern: 'a' }, targets: new Map(), patterns: new Map() };
  expect(evaluate(schema, 'a', 'the value', 1)).toHaveLength(1);
});
