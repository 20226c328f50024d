import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { rewriteJson } from '../../../src/engine/json/rewrite.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';

/** The text with changes made to its value. */
function rewritten(text: string, change: (value: JsonObject) => Json): string {
  const value = JSON.parse(text) as JsonObject;
  return rewriteJson(Buffer.from(text), value, change(value), 200);
}

const add = (value: JsonObject): Json => ({ ...value, n: { x: 1 } });

describe('rewriteJson', () => {
  test.each<[string, string, (value: JsonObject) => Json, string]>([
    ['a new member on one line, with spaces', '{"a": 1}', add, '{"a": 1, "n": {"x": 1}}'],
    ['a new member in compact JSON', '{"a":1}', add, '{"a":1,"n":{"x":1}}'],
    ['a new member on its own line', '{\n  "a": 1\n}\n', add, '{\n  "a": 1,\n  "n": {\n    "x": 1\n  }\n}\n'],
    ['four spaces and CRLF', '{\r\n    "a":1\r\n}', add, '{\r\n    "a":1,\r\n    "n":{\r\n        "x":1\r\n    }\r\n}'],
    ['tabs', '{\n\t"a": 1\n}', add, '{\n\t"a": 1,\n\t"n": {\n\t\t"x": 1\n\t}\n}'],
    ['an empty object', '{ }', add, '{"n":{"x":1}}'],
    [
      'an empty object inside',
      '{\n  "a": {}\n}',
      (value) => ({ ...value, a: { x: 1 } }),
      '{\n  "a": {\n    "x": 1\n  }\n}',
    ],
    [
      'a changed value',
      '{"a" : 1 ,\n"b": "\\u00e9" }',
      (value) => ({ ...value, a: 'é' }),
      '{"a" : "é" ,\n"b": "\\u00e9" }',
    ],
    [
      'a changed value inside',
      '{"a":{"b":[1.0,{"c":2e1}]}}',
      (value) => ({ ...value, a: { b: [1, { c: 3 }] } }),
      '{"a":{"b":[1.0,{"c":3}]}}',
    ],
    ['the first member taken out', '{"a": 1, "b": 2}', ({ b }) => ({ b }) as Json, '{ "b": 2}'],
    ['the last member taken out', '{"a": 1, "b": 2 }', ({ a }) => ({ a }) as Json, '{"a": 1 }'],
    ['the last member taken out, another added', '{"a":1,"b":2}', ({ a }) => ({ a, c: 3 }) as Json, '{"a":1,"c":3}'],
    ['every member taken out', '{"a":1}', () => ({}), '{}'],
    ['a list that grew', '{"a":[1, 2]}', (value) => ({ ...value, a: [1, 2, 3] }), '{"a":[1, 2,3]}'],
    [
      'a list of lines that grew',
      '{\n  "a": [\n    1\n  ]\n}',
      (v) => ({ ...v, a: [1, 2] }),
      '{\n  "a": [\n    1,\n    2\n  ]\n}',
    ],
    ['a list that shrank', '{"a":[1,2]}', (value) => ({ ...value, a: [2] }), '{"a":[2]}'],
    ['an object for a text', '{"a":"x","b":1}', (value) => ({ ...value, a: { y: [] } }), '{"a":{"y":[]},"b":1}'],
    ['digits as names keep their place', '{"b":1,"2":2,"1":3}', (value) => ({ ...value, 2: 4 }), '{"b":1,"2":4,"1":3}'],
    ['what is around the value', ' \n{"a":1}\r\n\n', (value) => ({ ...value, a: 2 }), ' \n{"a":2}\r\n\n'],
  ])('%s', (_name, text, change, expected) => {
    expect(rewritten(text, change)).toBe(expected);
  });

  test('a member called __proto__ stays a member', () => {
    expect(rewritten('{"__proto__":{"a":1},"b":1}', (value) => ({ ...value, b: 2 }))).toBe(
      '{"__proto__":{"a":1},"b":2}',
    );
  });

  const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const object = fc.dictionary(fc.string(), json) as fc.Arbitrary<JsonObject>;

  test('the text always has the new value', () => {
    fc.assert(
      fc.property(object, object, fc.constantFrom(undefined, 2, '\t'), (before, after, indent) => {
        const bytes = Buffer.from(JSON.stringify(before, null, indent));
        const value = JSON.parse(bytes.toString()) as JsonObject;
        const wanted = { ...value, ...after };
        expect(JSON.parse(rewriteJson(bytes, value, wanted, 200))).toEqual(JSON.parse(JSON.stringify(wanted)));
        expect(JSON.parse(rewriteJson(bytes, value, after, 200))).toEqual(JSON.parse(JSON.stringify(after)));
      }),
    );
  });

  test('a value that is equal in every part leaves the text as it is', () => {
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 1, 3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(rewriteJson(Buffer.from(text), JSON.parse(text), JSON.parse(text), 200)).toBe(text);
      }),
    );
  });
});
