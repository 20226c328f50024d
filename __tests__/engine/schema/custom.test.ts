import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { compileCustomTypes } from '../../../src/engine/schema/custom.js';
import { validateRecord } from '../../../src/engine/schema/registry.js';
import type { SchemaSource } from '../../../src/engine/schema/types.js';
import type { Json } from '../../../src/engine/types.js';
import { record } from './records.js';

const parse = (bytes: Uint8Array): Json => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;

function source(type: string | undefined, schema: unknown, name = `schemas/${type ?? 'shared'}.json`): SchemaSource {
  const bytes = new TextEncoder().encode(typeof schema === 'string' ? schema : JSON.stringify(schema));
  return type === undefined ? { bytes, name } : { type, bytes, name };
}

const compile = (...sources: SchemaSource[]) => compileCustomTypes(sources, parse);
const event = (schema: Json, more: Record<string, Json> = {}) => ({ ...more, properties: { event: schema } });

async function codes(...sources: SchemaSource[]): Promise<readonly string[]> {
  return (await compile(...sources)).problems.map(({ code }) => code);
}

/** Compiles one schema for events and tells which of two events it accepts. */
async function verdicts(schema: Json, ...events: Json[]): Promise<readonly boolean[]> {
  const { types, problems } = await compile(source('acme.probe', event(schema)));
  expect(problems).toEqual([]);
  return events.map((one) => validateRecord({ ...record('acme.probe'), event: one }, 'acme.probe', types).length === 0);
}

describe('a custom type', () => {
  test('validates its records in addition to proof-record-v1', async () => {
    const { types, problems } = await compile(source('acme.probe', event({ required: ['probe'] })));
    expect(problems).toEqual([]);
    expect(types.names).toEqual(['acme.probe']);
    expect(validateRecord(record('acme.probe', { probe: 1 }), 'acme.probe', types)).toEqual([]);
    expect(validateRecord({ ...record('acme.probe', {}), source: '' }, 'acme.probe', types)).toEqual([
      expect.objectContaining({
        code: 'schema.record.invalid',
        message: 'source must not be empty',
        pointer: '/source',
      }),
      expect.objectContaining({ code: 'schema.record.invalid', message: 'event.probe is missing', pointer: '/event' }),
    ]);
  });

  test('is known to its own registry only', async () => {
    const { types } = await compile(source('acme.probe', true));
    const { types: other } = await compile(source('acme.other', true));
    expect(validateRecord(record('acme.probe'), 'acme.probe', types)).toEqual([]);
    for (const registry of [other, undefined]) {
      expect(validateRecord(record('acme.probe'), 'acme.probe', registry)).toEqual([
        expect.objectContaining({ code: 'schema.record.unknown_record_type' }),
      ]);
    }
  });

  test('does not exist without sources', async () => expect((await compile()).types.names).toEqual([]));

  test.each(['__proto__', 'constructor', 'toString'])('may be called %s', async (type) => {
    const { types } = await compile(source(type, event({ required: ['x'] })));
    expect(validateRecord(record(type, { x: 1 }), type, types)).toEqual([]);
    expect(validateRecord(record(type), type, types)).toHaveLength(1);
    expect(validateRecord(record('acme.other'), 'acme.other', types)).toHaveLength(1);
  });

  test('may describe members with names of a prototype', async () => {
    const schema = JSON.parse(
      '{"required":["__proto__"],"properties":{"__proto__":{"type":"string"},"toString":{"const":1}}}',
    );
    const withProto = JSON.parse('{"__proto__":"x","toString":1}');
    const wrong = JSON.parse('{"__proto__":1}');
    expect(await verdicts(schema, withProto, wrong, {})).toEqual([true, false, false]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a pattern', () => {
  test.each<[string, string, string]>([
    ['(?i)^ACME', 'acme', 'beta'],
    ['^\\pL+$', 'éa', 'é1'],
    ['\\Aab\\z', 'ab', 'ab\n'],
    ['^a.$', 'a😀', 'a'],
    ['b', 'abc', 'ac'],
    ['^\\s$', ' ', '\u00a0'],
    ['^[[:alpha:]]+$', 'a', '1'],
  ])('%s is interpreted as RE2 does', async (pattern, good, bad) => {
    expect(await verdicts({ properties: { p: { pattern } } }, { p: good }, { p: bad })).toEqual([true, false]);
    expect(await verdicts({ propertyNames: { pattern } }, { [good]: 1 }, { [bad]: 1 })).toEqual([true, false]);
  });

  test.each(['(?=a)', '(?!a)', '(?<=a)b', '(a)\\1', '(', '(x{1000}){1000}', '*'])(
    '%s is unsupported',
    async (pattern) => {
      for (const schema of [
        { pattern },
        { patternProperties: { [pattern]: true } },
        { not: { items: [{ pattern }] } },
      ]) {
        expect(await codes(source('acme.probe', schema))).toEqual(['schema.custom.pattern_unsupported']);
      }
    },
  );

  test('is not a pattern where it is the name of a member', async () => {
    expect(
      await codes(source('acme.probe', { properties: { pattern: { type: 'string' } }, const: { pattern: '(' } })),
    ).toEqual([]);
  });

  test.each(['^(a+)+$', '^(a|aa)+$', '(.*)*(.*)*x$', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    '%s runs in linear time',
    async (pattern) => {
      const { types } = await compile(source('acme.probe', event({ properties: { p: { pattern } } })));
      const start = performance.now();
      const problems = validateRecord(record('acme.probe', { p: `${'a'.repeat(50_000)}!` }), 'acme.probe', types);
      expect(problems).toHaveLength(1);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );

  test('is refused when all patterns together are too large', async () => {
    const anyOf = Array.from({ length: 2_000 }, (_, i) => ({ pattern: `(a?){900}${i}` }));
    const start = performance.now();
    expect(new Set(await codes(source('acme.probe', { anyOf })))).toEqual(
      new Set(['schema.custom.pattern_unsupported']),
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a reference', () => {
  test.each([
    'https://example.invalid/x.json',
    'http://json-schema.org/draft-07/schema#',
    'file:///etc/passwd',
    '/etc/passwd',
    '../../outside.json',
    'other.json',
    'urn:acme:other#/definitions/x',
    '//host/x',
  ])('to %s leaves the set, at any position', async ($ref) => {
    for (const schema of [
      { $ref },
      event({ $ref }),
      { items: [{ not: { anyOf: [{ $ref }] } }] },
      { 'x-notes': { $ref } },
      { const: { $ref } },
      { properties: { $ref: { $ref } } },
    ]) {
      expect(await codes(source('acme.probe', { $id: 'urn:acme:probe', ...schema }))).toEqual([
        'schema.custom.ref_unlisted',
      ]);
    }
  });

  test.each<[string, Json]>([
    ['#/definitions/e', { definitions: { e: { required: ['probe'] } } }],
    ['#/$defs/e', { $defs: { e: { required: ['probe'] } } }],
    ['#e', { definitions: { e: { $id: '#e', required: ['probe'] } } }],
    ['urn:acme:probe#/definitions/e', { definitions: { e: { required: ['probe'] } } }],
    ['#/definitions/a%20b', { definitions: { 'a b': { required: ['probe'] } } }],
  ])('to %s stays in its schema', async ($ref, definitions) => {
    const schema = { $id: 'urn:acme:probe', ...(definitions as object), properties: { event: { $ref } } };
    const { types, problems } = await compile(source('acme.probe', schema));
    expect(problems).toEqual([]);
    expect(validateRecord(record('acme.probe', { probe: 1 }), 'acme.probe', types)).toEqual([]);
    expect(validateRecord(record('acme.probe'), 'acme.probe', types)).toHaveLength(1);
  });

  test.each([
    ['urn:acme:shared', 'urn:acme:shared'],
    ['urn:acme:shared#/definitions/e', 'urn:acme:shared'],
    ['shared.json', 'urn:acme:shared'],
    ['./shared.json#/definitions/e', undefined],
    ['schemas/shared.json', undefined],
    ['https://acme.example/s/shared.json', 'https://acme.example/s/shared.json'],
    ['shared.json', 'https://acme.example/s/shared.json'],
  ])('to %s leads to another schema of the set with $id %s', async ($ref, $id) => {
    const shared = { ...($id ? { $id } : {}), required: ['probe'], definitions: { e: { required: ['probe'] } } };
    const own = { $id: 'https://acme.example/s/probe.json', properties: { event: { $ref } } };
    const { types, problems } = await compile(source('acme.probe', own), source(undefined, shared));
    expect(problems).toEqual([]);
    expect(types.names).toEqual(['acme.probe']);
    expect(validateRecord(record('acme.probe', { probe: 1 }), 'acme.probe', types)).toEqual([]);
    expect(validateRecord(record('acme.probe'), 'acme.probe', types)).toHaveLength(1);
  });

  test.each(['#/definitions/none', '#none', '#/title', '#/%', 'urn:acme:probe#/x'])(
    'to %s leads nowhere',
    async ($ref) => {
      expect(await codes(source('acme.probe', { $id: 'urn:acme:probe', title: 't', allOf: [{ $ref }] }))).toEqual([
        'schema.custom.invalid',
      ]);
    },
  );

  test('to an invalid schema makes the referring schema invalid', async () => {
    const { types, problems } = await compile(
      source('acme.probe', { allOf: [{ $ref: 'shared.json' }] }),
      source(undefined, { pattern: '(?=x)' }),
    );
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['schema.custom.pattern_unsupported']));
    expect(types.names).toEqual([]);
  });

  test('to itself is a problem, not a crash', async () => {
    const { types } = await compile(source('acme.probe', { allOf: [{ $ref: '#' }] }));
    expect(validateRecord(record('acme.probe'), 'acme.probe', types)).toEqual([
      expect.objectContaining({ code: 'schema.custom.invalid' }),
    ]);
  });
});

describe('a schema is refused', () => {
  test.each<[string, unknown, string]>([
    ['that is not JSON', '{', 'schema.custom.invalid'],
    ['that is a list', [], 'schema.custom.invalid'],
    ['that is null', null, 'schema.custom.invalid'],
    ['that is text', '"x"', 'schema.custom.invalid'],
    ['of a different draft', { $schema: 'https://json-schema.org/draft/2020-12/schema' }, 'schema.custom.invalid'],
    ['with an unknown type', { type: 'text' }, 'schema.custom.invalid'],
    ['with a required that is not a list', { required: 'x' }, 'schema.custom.invalid'],
    ['with a negative length', { properties: { a: { minLength: -1 } } }, 'schema.custom.invalid'],
    ['with a schema that is none', { items: 1 }, 'schema.custom.invalid'],
    ['over 1 MiB', { description: 'x'.repeat(1024 * 1024) }, 'schema.custom.too_large'],
  ])('%s', async (_, schema, code) => {
    const { types, problems } = await compile(source('acme.probe', schema));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(new Set(problems.map((problem) => problem.code)).size).toBe(1);
    expect(problems[0]).toMatchObject({ name: 'schemas/acme.probe.json', type: 'acme.probe' });
    expect(types.has('acme.probe')).toBe(false);
  });

  test('nested too deeply for the stack', async () => {
    const deep = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
    const fails = await codes(source('acme.probe', deep));
    expect(fails).toEqual(['schema.custom.invalid']);
  });

  test('that the reader rejects', async () => {
    const { problems } = await compileCustomTypes([source('acme.probe', '{}')], () => {
      throw new Fault('json.duplicate_member', 'twice');
    });
    expect(problems).toEqual([
      expect.objectContaining({ code: 'schema.custom.invalid', message: 'the schema is not valid JSON: twice' }),
    ]);
  });

  test('that redefines a built-in type or defines one twice', async () => {
    expect(await codes(source('decision', true))).toEqual(['schema.custom.conflicting_definition']);
    expect(await codes(source('acme.probe', true), source('acme.probe', true, 'b.json'))).toEqual([
      'schema.custom.conflicting_definition',
    ]);
  });

  test('that has the $id of a different schema', async () => {
    const one = { $id: 'urn:acme:x', type: 'object' };
    expect(await codes(source('acme.a', one), source('acme.b', { ...one, minProperties: 1 }))).toEqual([
      'schema.custom.conflicting_definition',
    ]);
    expect(await codes(source('acme.a', one), source('acme.b', one))).toEqual([]);
    expect(await codes(source('acme.a', one, 's.json'), source('acme.b', one, 's.json'))).toEqual([]);
  });
});

test.each(['http://json-schema.org/draft-07/schema#', 'http://json-schema.org/draft-07/schema'])(
  '%s is the draft',
  async ($schema) => {
    expect(await codes(source('acme.probe', { $schema, 'x-proof-schema-version': '1', format: 'unknown' }))).toEqual(
      [],
    );
  },
);
