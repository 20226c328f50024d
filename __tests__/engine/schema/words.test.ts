import { describe, expect, test } from '@jest/globals';
import {
  expectedType,
  formatWords,
  nameOf,
  patternWords,
  pointerOf,
  type Step,
  shown,
  typeName,
} from '../../../src/engine/schema/words.js';
import type { Json } from '../../../src/engine/types.js';

const place = (...keys: (string | number)[]): Step | undefined =>
  keys.reduce<Step | undefined>((up, key) => ({ up, key }), undefined);
const a = (count: number): string => 'a'.repeat(count);

test.each<[Json, string, string]>([
  [null, 'null', 'null'],
  [true, 'true', 'true'],
  [2, '2', 'a number'],
  [2.5, '2.5', 'a fraction'],
  ['a"b', '"a\\"b"', 'a string'],
  [a(121), `"${a(119)}…"`, 'a string'],
  [[1], 'a list', 'a list'],
  [{ b: 1 }, 'an object', 'an object'],
])('%j is shown as %s and called %s', (value, text, type) => {
  expect(shown(value)).toBe(text);
  expect(typeName(value)).toBe(type);
});

describe('a location', () => {
  test.each<[(string | number)[], string, string]>([
    [[], '', 'the record'],
    [['event'], '/event', 'event'],
    [['event', 'steps', 2, 'name'], '/event/steps/2/name', 'event.steps[2].name'],
    [[0], '/0', '[0]'],
    [[0, 'x'], '/0/x', '[0].x'],
    [['a b', 'c'], '/a b/c', '["a b"].c'],
    [['a/b~c'], '/a~1b~0c', '["a/b~c"]'],
    [[''], '/', '[""]'],
    [['$ref', '_x-1'], '/$ref/_x-1', '$ref._x-1'],
    [['1a'], '/1a', '["1a"]'],
    [[a(80)], `/${a(80)}`, a(80)],
    [[a(81)], `/${a(81)}`, `["${a(81)}"]`],
    [[a(121)], `/${a(121)}`, `["${a(119)}…"]`],
  ])('%j', (keys, pointer, name) => {
    expect(pointerOf(place(...keys))).toBe(pointer);
    expect(nameOf(place(...keys), 'the record')).toBe(name);
  });

  test('deep inside is shown by its last twelve steps', () => {
    const keys = Array.from({ length: 13 }, (_, i) => `k${i}`);
    expect(nameOf(place(...keys.slice(0, 12)), '')).toBe(keys.slice(0, 12).join('.'));
    expect(nameOf(place(...keys), '')).toBe(`….${keys.slice(1).join('.')}`);
    expect(nameOf(place(...keys, 0), '')).toBe(`….${keys.slice(2).join('.')}[0]`);
  });
});

test.each<[Json, string]>([
  ['string', 'a string'],
  [['array', 'null'], 'a list or null'],
  [['integer', 'boolean', 'object'], 'a whole number or true or false or an object'],
  ['text', 'text'],
])('the type %j is %s', (type, words) => expect(expectedType(type)).toBe(words));

test.each([
  ['^[a-f0-9]{64}$', 'be 64 lower-case hex digits'],
  ['^(base64|cosign):.+', 'be "base64:" or "cosign:" followed by the signature'],
  ['^x$', 'match the pattern ^x$'],
  ['constructor', 'match the pattern constructor'],
  [a(121), `match the pattern ${a(119)}…`],
])('the pattern %s: must %s', (pattern, words) => expect(patternWords(pattern)).toBe(words));

test.each([
  ['date', 'a date such as 2026-01-31'],
  ['uuid', 'a UUID'],
  ['of-our-own', 'a valid of-our-own'],
])('the format %s is %s', (format, words) => expect(formatWords(format)).toBe(words));
