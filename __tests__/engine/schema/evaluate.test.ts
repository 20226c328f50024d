import { describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchema } from 'ajv';
import fc from 'fast-check';
import { Linker } from '../../../src/engine/schema/link.js';
import type { Json } from '../../../src/engine/types.js';
import { check } from './records.js';

describe('each keyword', () => {
  test.each([
    [{ type: 'integer' }, 1e3, 1.5],
    [{ type: ['string', 'null'] }, null, 0],
    [{ type: 'object' }, {}, []],
    [{ const: { a: [1] } }, { a: [1] }, { a: ['1'] }],
    [{ enum: [1, 'a', null] }, null, false],
    [{ multipleOf: 0.1 }, 0.3, 0.35],
    [{ multipleOf: 1e-8 }, 12391239123, 1e-9],
    [{ minimum: 1 }, 1, 0.99],
    [{ exclusiveMaximum: 1 }, 0, 1],
    [{ maxLength: 2 }, '😀😀', 'abc'],
    [{ minLength: 2 }, '😀😀', '😀'],
    [{ pattern: 'b+' }, 'abc', 'ac'],
    [{ items: { type: 'string' } }, ['a'], ['a', 1]],
    [{ items: [true, false] }, [1], [1, 2]],
    [{ items: [true], additionalItems: { type: 'null' } }, [1, null], [1, 1]],
    [{ additionalItems: false }, [1], undefined],
    [{ contains: { const: 1 } }, [0, 1], []],
    [{ contains: { const: 1 }, items: [true] }, [1], []],
    [{ uniqueItems: true }, [1, '1'], [1, 1]],
    [{ maxItems: 1 }, [1], [1, 2]],
    [{ required: ['toString'] }, { toString: 1 }, {}],
    [{ properties: { constructor: { type: 'string' } } }, {}, { constructor: 1 }],
    [{ patternProperties: { '^a': { type: 'string' } } }, { a: '', b: 1 }, { ab: 1 }],
    [
      { properties: { a: true }, patternProperties: { '^b': true }, additionalProperties: false },
      { a: 1, bb: 1 },
      { c: 1 },
    ],
    [{ propertyNames: { maxLength: 1 } }, { a: 1 }, { aa: 1 }],
    [{ minProperties: 1, maxProperties: 1 }, { a: 1 }, {}],
    [{ dependencies: { a: ['b'], c: { required: ['d'] } } }, { a: 1, b: 1 }, { c: 1 }],
    [JSON.parse('{"if":{"type":"string"},"then":{"minLength":1},"else":{"minimum":1}}'), 'a', 0],
    [{ allOf: [{ minimum: 1 }, { maximum: 2 }] }, 2, 3],
    [{ anyOf: [{ type: 'string' }, { minimum: 2 }] }, 2, 1],
    [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 1, 2],
    [{ not: { type: 'string' } }, 1, 'a'],
    [{ format: 'date-time' }, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00z'],
    [{ format: 'of-our-own' }, 'anything', undefined],
    [{ $ref: '#/definitions/a~1b', definitions: { 'a/b': { type: 'string' } } }, 'a', 1],
    [{ $ref: '#/definitions/s', maximum: 0, definitions: { s: { type: 'number' } } }, 5, 'a'],
    [{ $ref: '#/$defs/deep', $defs: { deep: { $ref: '#/$defs/next' }, next: { const: 1 } } }, 1, 2],
    [{ $ref: '#here', definitions: { x: { $id: '#here', const: 1 } } }, 1, 2],
    [
      { properties: { next: { $ref: '#' } }, required: ['v'] },
      { v: 1, next: { v: 2 } },
      { v: 1, next: {} },
    ],
    [{ properties: { $ref: { type: 'string' } } }, { $ref: 'x' }, { $ref: 1 }],
    [true, 1, undefined],
    [{ properties: { a: false } }, {}, { a: 1 }],
  ] as [Json, Json, Json | undefined][])('%j takes %j and not %j', (schema, good, bad) => {
    expect(check(schema, good)).toEqual([]);
    if (bad !== undefined) expect(check(schema, bad).length).toBeGreaterThan(0);
  });
});

describe('the format', () => {
  test.each([
    [
      'email',
      ['a@b.example', "o'x.y+z@a-b.c", `${'a'.repeat(64)}@b`],
      ['a', '@b', 'a@', 'a b@c', '.a@b', 'a@-b', `${'a'.repeat(65)}@b`],
    ],
    [
      'hostname',
      ['a', 'a-b.c', 'a'.repeat(63), `${'a.'.repeat(126)}a`],
      ['', '-a', 'a..b', 'a'.repeat(64), `${'a.'.repeat(127)}a`],
    ],
    ['ipv4', ['1.2.3.4'], ['1.2.3', '256.0.0.1', '01.2.3.4']],
    ['ipv6', ['::1', '1::2:3'], ['1.2.3.4', '::1%eth0', ':::']],
    ['uri', ['urn:x', 'https://a.example/b?c#d'], ['a/b', 'https://a b', 'x:%zz', 'x:a#b#c']],
    ['uri-reference', ['a/b', '#x', ''], ['a b', '\\']],
    ['uuid', ['01234567-89ab-cdef-0123-456789abcdef'], ['0123456789abcdef0123456789abcdef']],
    [
      'date',
      ['2026-01-31'],
      ['2026-02-30', '2026-01-31T00:00:00Z', '2026-01-31T00:00:00Z\n2026-01-31', '2026-01-31T01:00:00Z+'],
    ],
    ['time', ['00:00:00Z', '00:00:00.5+01:00'], ['00:00:00', '24:00:00Z']],
    ['json-pointer', ['', '/a~0b/~1'], ['a', '/~2']],
    ['relative-json-pointer', ['0', '1/a', '0#'], ['-1', '01']],
  ])('%s', (format, good, bad) => {
    for (const text of good) expect(check({ format }, text)).toEqual([]);
    for (const text of bad) expect(check({ format }, text)).toHaveLength(1);
  });
});

describe('violations', () => {
  test('are all reported, in words and with their location', () => {
    const schema = {
      required: ['gone'],
      properties: {
        list: { items: { type: 'integer' } },
        'a b': { enum: ['x'] },
        kind: { anyOf: [{ enum: ['x', 'y'] }, { pattern: '^z' }] },
      },
      additionalProperties: false,
    };
    const value = { list: [1, 'x', null], 'a b': 1, kind: 'q', 'ex/tra': {} };
    expect(check(schema, value)).toEqual([
      { keyword: 'required', pointer: '', member: 'gone', message: 'gone is missing' },
      { keyword: 'type', pointer: '/list/1', message: 'list[1] must be a whole number, not a string' },
      { keyword: 'type', pointer: '/list/2', message: 'list[2] must be a whole number, not null' },
      { keyword: 'enum', pointer: '/a b', message: '["a b"] must be one of x, not 1' },
      { keyword: 'anyOf', pointer: '/kind', message: 'kind must be one of "x", "y", or match the pattern ^z' },
      {
        keyword: 'additionalProperties',
        pointer: '/ex~1tra',
        member: 'ex/tra',
        message: 'the value has the unknown member "ex/tra"',
      },
    ]);
  });

  test('end at the limit', () => expect(check({ items: false }, new Array(1000).fill(0), 7)).toHaveLength(7));

  test('contain only the beginning of a long name or value', () => {
    const name = 'n'.repeat(100_000);
    const [problem] = check({ additionalProperties: { const: name } }, { [name]: 1 });
    expect(problem?.message.length).toBeLessThan(300);
  });
});

describe('verdicts', () => {
  const scalar = fc.constantFrom<Json>(null, true, 0, 1, 2, 1.5, '', 'a', 'ab', 'b');
  const name = fc.constantFrom('a', 'b', 'ab');
  const { schema } = fc.letrec<{ schema: Json }>((tie) => {
    const inner = tie('schema');
    const part = fc.oneof(
      fc.record({ type: fc.constantFrom('string', 'integer', 'number', 'object', 'array', 'null', 'boolean') }),
      fc.record({ const: scalar }),
      fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }) }),
      fc.record({ minLength: fc.nat(2) }),
      fc.record({ minimum: fc.nat(2) }),
      fc.record({ multipleOf: fc.constantFrom(0.5, 1, 2) }),
      fc.record({ pattern: fc.constantFrom('^a', 'b$') }),
      fc.record({ minItems: fc.nat(2), uniqueItems: fc.boolean() }),
      fc.record({ required: fc.uniqueArray(name, { minLength: 1 }) }),
      fc.record({ items: inner }),
      fc.record({ items: fc.array(inner, { minLength: 1, maxLength: 2 }), additionalItems: inner }),
      // not beside a list of items: ajv lets the empty list pass there
      inner.map((one) => ({ allOf: [{ contains: one }] })),
      fc.record({
        properties: fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true }),
        additionalProperties: inner,
      }),
      fc.record({
        patternProperties: fc.dictionary(fc.constantFrom('^a', 'b$'), inner, { maxKeys: 2, noNullPrototype: true }),
      }),
      fc.record({ propertyNames: inner }),
      fc.record({
        dependencies: fc.dictionary(name, fc.oneof(inner, fc.uniqueArray(name)), { maxKeys: 2, noNullPrototype: true }),
      }),
      fc.record({ not: inner }),
      fc
        .tuple(inner, inner, inner)
        .map((three) => Object.fromEntries(three.map((one, i) => [['if', 'then', 'else'][i], one]))),
      fc.record({ anyOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
      fc.record({ allOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
      fc.record({ oneOf: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    );
    return {
      schema: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'schema' },
        fc.boolean(),
        fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as Json),
      ),
    };
  });
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'value' },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ) as fc.Arbitrary<Json>,
  }));

  test('are those of ajv', () => {
    const ajv = new Ajv({ strict: false, logger: false, addUsedSchema: false });
    fc.assert(
      fc.property(schema, fc.array(value, { minLength: 4, maxLength: 4 }), (one, values) => {
        const judge = ajv.compile(one as AnySchema);
        for (const some of values) expect(check(one, some).length === 0).toBe(judge(some));
      }),
      { numRuns: 400 },
    );
  });
});

describe('descriptions of alternatives', () => {
  const told = (schema: Json, value: Json) => check(schema, value).map(({ message }) => message);

  test.each<[Json, Json, string]>([
    [{ enum: [1, 'a', null, { b: 2 }] }, 2, 'the value must be one of 1, a, null, an object, not 2'],
    [{ const: 'a' }, 'b', 'the value must be "a", not "b"'],
    [{ anyOf: [{ enum: ['a', 1] }, { const: 'c' }] }, 'b', 'the value must be one of "a", 1, or be "c"'],
    [{ anyOf: [{ const: null }, { type: 'number' }] }, 'b', 'the value must be null, or be a number'],
    [{ anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }] }, {}, 'the value must have a, b, or have c'],
    [{ anyOf: [{ required: ['a'], type: 'object' }, { const: 2 }] }, 1, 'the value must be an object, or be 2'],
    [{ anyOf: [{ type: 'string' }, false] }, 1, 'the value matches none of the allowed forms'],
    [{ anyOf: [{ minimum: 5 }] }, 1, 'the value matches none of the allowed forms'],
    [{ oneOf: [{ type: 'string' }, { type: 'boolean' }] }, 1, 'the value must be a string, or be true or false'],
    [
      { oneOf: [{ type: 'number' }, { type: 'integer' }] },
      1,
      'the value must be a number, or be a whole number, not several',
    ],
    [{ not: { type: 'string' } }, 'a', 'the value must not be "a"'],
  ])('%j of %j', (schema, value, message) => {
    expect(told(schema, value)).toEqual([message]);
  });

  test('a long description is cut', () => {
    const choice = (word: string) => ({ anyOf: Array.from({ length: 100 }, (_, i) => ({ const: `${word}-${i}` })) });
    expect(told(choice('word'), 1)[0]).toMatch(/"word-19" …$/);
    expect(told(choice('a-long-long-word'), 1)[0]).toHaveLength('the value must '.length + 400);
  });

  test('allOf reports every violated part, and stops at the first one as a condition', () => {
    // a literal with this name would pass for a promise
    const onlyThen = (schema: Json): Json =>
      Object.fromEntries([
        ['if', schema],
        ['then', false],
      ]);
    const parts = { allOf: [{ minimum: 5 }, { multipleOf: 2 }, { maximum: 9 }] };
    expect(told(parts, 3)).toHaveLength(2);
    expect(told(onlyThen(parts), 3)).toEqual([]);
    expect(told(onlyThen(parts), 8)).toHaveLength(1);
    expect(told({ if: parts, else: { const: 3 } }, 3)).toEqual([]);
    expect(told({ if: parts, else: { const: 3 } }, 4)).toEqual(['the value must be 3, not 4']);
    expect(told({ if: parts }, 3)).toEqual([]);
  });
});

test('references address list elements by whole numbers only', () => {
  const definitions = { list: [true, false, ...Array(9).fill(true), false], 'a~b': false };
  const at = (pointer: string) => check({ allOf: [{ $ref: pointer }], definitions }, 1).length === 0;
  const cases: [string, boolean][] = [
    ['#/definitions/list/0', true],
    ['#/definitions/list/1', false],
    ['#/definitions/list/10', true],
    ['#/definitions/list/11', false],
    ['#/definitions/a~0b', false],
  ];
  for (const [pointer, holds] of cases) expect([pointer, at(pointer)]).toEqual([pointer, holds]);
  const linked = (pointer: string) =>
    new Linker([{ root: { definitions: { list: [true, true] } }, name: 's' }], () => undefined).link({ $ref: pointer });
  for (const wrong of [
    '#/definitions/list/2',
    '#/definitions/list/01',
    '#/definitions/list/+1',
    '#/definitions/list/1e0',
    '#/definitions/list/',
    '#/definitions/list/-1',
    '#/definitions/list/00000000',
    '#/definitions/list/x1',
    '#/definitions/list/1x',
    '#/definitions/list/0/0',
    '#/definitions/%zz',
  ]) {
    expect([wrong, linked(wrong).problems.length]).toEqual([wrong, 1]);
  }
});

describe('a near miss is told', () => {
  test.each<[Json, Json, string]>([
    [
      { enum: ['low', 'medium', 'high'] },
      'hihg',
      'the value must be one of low, medium, high, not "hihg" (did you mean \'high\'?)',
    ],
    [{ enum: ['low', 'medium', 'high'] }, 'none', 'the value must be one of low, medium, high, not "none"'],
    [{ enum: ['a', 'b'] }, 'c', 'the value must be one of a, b, not "c"'],
    [
      { properties: { severity: true }, additionalProperties: false },
      { severty: 1 },
      'the value has the unknown member "severty" (did you mean \'severity\'?)',
    ],
    [{ properties: { severity: true }, additionalProperties: false }, { x: 1 }, 'the value has the unknown member "x"'],
  ])('%j of %j', (schema, value, message) => {
    expect(check(schema, value).map((one) => one.message)).toEqual([message]);
  });

  test('names that are too long to be compared are no suggestion', () => {
    const names = Array.from({ length: 100 }, (_, i) => `${'x'.repeat(10_000)}${i}`);
    const before = process.cpuUsage().user;
    for (let i = 0; i < 100; i++) expect(check({ enum: names }, 'x'.repeat(64))).toHaveLength(1);
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2000);
  });
});
