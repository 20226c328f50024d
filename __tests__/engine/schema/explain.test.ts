import { describe, expect, test } from '@jest/globals';
import {
  addSchemas,
  MAX_PROBLEMS,
  type SchemaName,
  schemaText,
  validateDocument,
  validateRecord,
  validateSchema,
} from '../../../src/engine/schema/registry.js';
import type { Json } from '../../../src/engine/types.js';
import { record } from './records.js';

let made = 0;

/** What is said of a value under a schema that its compiled validator says this of. */
function told(schema: Json, value: Json, verdict: unknown = false) {
  made += 1;
  const name = `made-${made}`;
  const validator = () => verdict as boolean;
  addSchemas({ [name]: { load: () => validator, text: () => JSON.stringify(schema) } });
  expect(schemaText(name)).toBe(JSON.stringify(schema));
  return validateDocument(name as SchemaName, value);
}

const VAGUE = [
  { code: 'schema.record.invalid', pointer: '', message: 'the record does not match its schema', keyword: '' },
];

describe('a value that the compiled validator rejects', () => {
  test('gets its violations', () => {
    const pattern = '^\\p{L}$';
    const schema = { required: ['a'], properties: { b: { pattern }, c: { pattern } } };
    expect(told(schema, { b: '1', c: 'é' })).toStrictEqual([
      { code: 'schema.record.invalid', pointer: '', message: 'a is missing', keyword: 'required', member: 'a' },
      {
        code: 'schema.record.invalid',
        pointer: '/b',
        message: 'b must match the pattern ^\\p{L}$, not "1"',
        keyword: 'pattern',
      },
    ]);
  });

  test('gets the violations of a schema inside it', () => {
    const schema = { items: { $ref: 'http://json-schema.org/draft-07/schema#' } };
    expect(told(schema, [{ type: 'text' }, true])).toMatchObject([{ pointer: '/0/type', keyword: 'anyOf' }]);
  });

  test('always has a problem, even if none is found or the search takes too long', () => {
    expect(told({ type: 'object' }, {})).toStrictEqual(VAGUE);
    expect(told({ allOf: [{ $ref: '#' }] }, {})).toStrictEqual(VAGUE);
  });

  test.each([undefined, null, 1, 'true'])('is rejected for any result but true: %j', (verdict) => {
    expect(told(true, {}, verdict)).toStrictEqual(VAGUE);
  });

  test('matches the schema when the validator returns true, without further checks', () => {
    expect(told(false, {}, true)).toEqual([]);
  });

  test('is rejected for a schema that is not registered', () => {
    const name = `never made known ${made++}`;
    expect(schemaText(name)).toBeUndefined();
    expect(validateDocument(name as SchemaName, {})).toStrictEqual([
      {
        code: 'schema.record.invalid',
        pointer: '',
        message: 'the record must not be present',
        keyword: 'false schema',
      },
    ]);
  });
});

test('the problems of a schema are those of draft-07', () => {
  expect(validateSchema({ properties: { a: { minLength: 0 } } })).toEqual([]);
  expect(validateSchema({ properties: { a: { minLength: -1 } } })).toStrictEqual([
    {
      pointer: '/properties/a/minLength',
      message: 'properties.a.minLength must be at least 0, not -1',
      keyword: 'minimum',
    },
  ]);
  expect(validateSchema('x')).toStrictEqual([
    { pointer: '', message: 'the schema must be an object or true or false, not a string', keyword: 'type' },
  ]);
});

describe('the type of a record', () => {
  test('that is unknown is reported', () => {
    expect(validateRecord(record('acme.probe'), 'acme.probe')).toStrictEqual([
      {
        code: 'schema.record.unknown_record_type',
        pointer: '/record_type',
        message: 'record type "acme.probe" is not built in and has no schema (--custom-type-schema TYPE=FILE)',
      },
    ]);
  });

  test('that is empty is reported once', () => {
    expect(validateRecord(record(''), '').map(({ message }) => message)).toEqual(['record_type must not be empty']);
  });

  test('adds its problems to the common ones, up to the limit in total', () => {
    const related = Array.from({ length: MAX_PROBLEMS - 1 }, (_, i) => i);
    const view = record('delegation', {}, { relationship: { related_record_ids: related } });
    const found = validateRecord(view, 'delegation');
    expect(found).toHaveLength(MAX_PROBLEMS);
    expect(found.at(-1)).toMatchObject({ keyword: 'required' });
    const few = validateRecord(record('delegation', {}), 'delegation');
    expect(few.length).toBeGreaterThan(1);
    expect(few.map(({ pointer }) => pointer)).toEqual(few.map(() => '/event'));
  });
});
