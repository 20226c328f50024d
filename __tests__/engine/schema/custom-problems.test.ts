import { describe, expect, test } from '@jest/globals';
import { compileCustomTypes, patternCompiler } from '../../../src/engine/schema/custom.js';
import { Steps } from '../../../src/engine/schema/steps.js';
import type { SchemaSource } from '../../../src/engine/schema/types.js';
import type { Json } from '../../../src/engine/types.js';

const parse = (bytes: Uint8Array): Json => JSON.parse(new TextDecoder().decode(bytes)) as Json;
const MiB = 1024 * 1024;

function source(type: string | undefined, schema: unknown, name = `s/${type ?? 'shared'}.json`): SchemaSource {
  const bytes = new TextEncoder().encode(typeof schema === 'string' ? schema : JSON.stringify(schema));
  return type === undefined ? { bytes, name } : { type, bytes, name };
}
const problems = async (...sources: SchemaSource[]) => (await compileCustomTypes(sources, parse)).problems;
const digest = async (...sources: SchemaSource[]) => (await compileCustomTypes(sources, parse)).types.digest;

describe('problems of a schema', () => {
  const OBJECT = 'a schema must be an object, true or false';
  test.each<[string, unknown, string, string, string]>([
    ['no object', 7, 'invalid', '', OBJECT],
    ['a text', '"x"', 'invalid', '', OBJECT],
    ['a list', [], 'invalid', '', OBJECT],
    ['null', null, 'invalid', '', OBJECT],
    ['a different draft', { $schema: 'urn:x' }, 'invalid', '/$schema', 'the schema is not for draft-07'],
    [
      'a list of drafts',
      { $schema: ['http://json-schema.org/draft-07/schema#'] },
      'invalid',
      '/$schema',
      'the schema is not for draft-07',
    ],
    ['too long', `{}${' '.repeat(MiB - 1)}`, 'too_large', '', `the schema has ${MiB + 1} bytes, limit ${MiB}`],
    [
      'nested too deeply',
      `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`,
      'invalid',
      '',
      'the schema is nested too deeply',
    ],
    ['a length that is none', { minLength: -1 }, 'invalid', '/minLength', 'minLength must be at least 0, not -1'],
    [
      'a type that is none, whatever else is wrong',
      { required: 'x', $ref: 'gone.json' },
      'invalid',
      '/required',
      'required must be a list, not a string',
    ],
    ['a stranger', { $ref: 'gone.json' }, 'ref_unlisted', '', 'it refers to gone.json, outside its set'],
    ['a gap', { allOf: [{ $ref: '#/gone' }] }, 'invalid', '', 'its reference #/gone cannot be resolved'],
    ['a pattern', { pattern: '(?=x)' }, 'pattern_unsupported', '', 'its pattern (?=x) cannot run in linear time'],
  ])('%s', async (_, schema, code, pointer, message) => {
    const problem = { code: `schema.custom.${code}`, pointer, message, name: 's/acme.probe.json' };
    expect(await problems(source('acme.probe', schema))).toStrictEqual([{ ...problem, type: 'acme.probe' }]);
    // of one that others refer to no type is told
    expect(await problems(source(undefined, schema, 's/acme.probe.json'))).toStrictEqual([problem]);
  });

  test('a reference that leads outside because of its position in the schema', async () => {
    const shared = source(undefined, { $id: 'https://acme.example/shared.json' }, 'elsewhere/x.json');
    const part = { $id: 'https://other.example/part.json', not: { $ref: 'shared.json' } };
    const probe = source('acme.probe', { $id: 'https://acme.example/probe.json', allOf: [part] });
    expect(await problems(probe, shared)).toStrictEqual([
      {
        code: 'schema.custom.ref_unlisted',
        pointer: '',
        message: 'its reference shared.json points outside its set',
        name: 's/acme.probe.json',
        type: 'acme.probe',
      },
    ]);
  });

  test('includes the error of the reader for a defect of the file, not for a bug', async () => {
    const said = async (error: Error) => {
      const fail = () => {
        throw error;
      };
      return (await compileCustomTypes([source('acme.probe', '{}')], fail)).problems[0]?.message;
    };
    expect(await said(new SyntaxError('odd'))).toBe('the schema is not valid JSON: odd');
    expect(await said(new TypeError('internals'))).toBe('the schema is not valid JSON');
  });

  test.each([
    [[source('decision', true)], 'the record type decision is built in', 'decision'],
    [
      [source('acme.probe', true), source('acme.probe', true, 'b.json')],
      'the record type acme.probe is defined twice',
      'acme.probe',
    ],
    [
      [source('acme.a', { $id: 'urn:x#' }), source('acme.b', { $id: 'urn:x', type: 'object' })],
      'a different schema has the same $id urn:x',
      'acme.b',
    ],
    [
      [source('acme.a', { $id: 'urn:x', title: 'a' }), source('acme.b', { $id: 'urn:x', title: 'b' })],
      'a different schema has the same $id urn:x',
      'acme.b',
    ],
  ])('%#: two conflicting definitions', async (sources, message, type) => {
    const name = sources.at(-1)?.name;
    expect(await problems(...sources)).toStrictEqual([
      { code: 'schema.custom.conflicting_definition', pointer: '', message, name, type },
    ]);
  });

  test('an empty $id counts as absent, and null in a constant is not a schema', async () => {
    const sources = [
      source('acme.a', { $id: '', const: null }),
      source('acme.b', { $id: '', enum: [null, { a: null }] }),
    ];
    expect(await problems(...sources)).toEqual([]);
  });

  test('a schema of the maximum size is read', async () => {
    expect(await problems(source('acme.probe', `{}${' '.repeat(MiB - 2)}`))).toEqual([]);
  });

  test('a file that two types share is read once, and its problem reported once', async () => {
    const names: string[] = [];
    const counting = (bytes: Uint8Array, name: string): Json => {
      names.push(name);
      return parse(bytes);
    };
    const shared = (schema: unknown) => [source('acme.a', schema, 'x.json'), source('acme.b', schema, 'x.json')];
    const broken = await compileCustomTypes(shared({ type: 'text' }), counting);
    expect(broken.problems).toHaveLength(1);
    expect(broken.types.names).toEqual([]);
    const good = await compileCustomTypes(shared({ type: 'object' }), counting);
    expect(good.types.names).toEqual(['acme.a', 'acme.b']);
    expect(names).toEqual(['x.json', 'x.json']);
  });
});

describe('the registry', () => {
  test('without sources is empty and has no problems', async () => {
    const { types, problems: found } = await compileCustomTypes([], parse);
    expect(found).toEqual([]);
    expect(types).toMatchObject({ names: [], sources: [] });
    expect(types.validate('acme.probe', {}, new Steps())).toEqual([]);
  });

  test('lists its names sorted, and its sources', async () => {
    const sources = [source('acme.b', true), source('acme.a', false), source(undefined, true)];
    const { types } = await compileCustomTypes(sources, parse);
    expect(types.names).toEqual(['acme.a', 'acme.b']);
    expect(types.sources).toEqual(sources);
    expect(types.validate('acme.a', {}, new Steps())).toEqual([
      {
        code: 'schema.record.invalid',
        pointer: '',
        message: 'the record must not be present',
        keyword: 'false schema',
      },
    ]);
    expect(types.validate('acme.other', {}, new Steps())).toEqual([]);
  });

  test('reports a schema that needs too much work', async () => {
    const { types } = await compileCustomTypes([source('acme.probe', { allOf: [{ $ref: '#' }] })], parse);
    expect(types.validate('acme.probe', {}, new Steps())).toStrictEqual([
      {
        code: 'schema.custom.invalid',
        pointer: '',
        message: 'the schema of acme.probe is too expensive to evaluate on the records of this artifact',
      },
    ]);
  });

  test('has a digest over types, names and bytes, whatever their order', async () => {
    const [a, b, shared] = [source('acme.a', true), source('acme.b', true), source(undefined, true)];
    const one = await digest(a, b, shared);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest(shared, b, a)).toBe(one);
    const others = [
      await digest(a, b),
      await digest(a, b, source(undefined, false)),
      await digest(a, b, source(undefined, true, 's/renamed.json')),
      await digest(a, source('acme.c', true, 's/acme.b.json'), shared),
      await digest(a, source(undefined, true, 's/acme.b.json'), shared),
    ];
    expect(new Set([one, ...others]).size).toBe(6);
  });
});

test('the cost of a pattern grows with its size, and is low for common ones', async () => {
  const compile = await patternCompiler();
  const weights = ['^a+$', '(abcdef){10}', '(abcdef){100}'].map((pattern) => compile(pattern)?.weight ?? Number.NaN);
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
  expect(weights[0]).toBeGreaterThan(0.1);
  expect(weights[0]).toBeLessThan(1);
  expect(weights[2]).toBeGreaterThan(2);
  expect(compile('(')).toBeUndefined();
});
