import { describe, expect, test } from '@jest/globals';
import {
  caseVariants,
  isObject,
  MemberReader,
  member,
  type Problem,
  typeOf,
} from '../../../src/engine/json/members.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';

type Reading = 'text' | 'flag' | 'object' | 'list' | 'integer';

/** What one way of reading gives for a value, and what it says. */
function read(way: Reading, value: Json | undefined): [unknown, string[]] {
  const problems: Problem[] = [];
  const reader = new MemberReader(problems, 'record.member_type');
  const object: JsonObject = value === undefined ? {} : { 'a/b': value };
  return [
    reader[way](object, 'a/b', '/at'),
    problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`),
  ];
}

describe('a member', () => {
  test.each<[Reading, Json]>([
    ['text', 'x'],
    ['text', ''],
    ['flag', true],
    ['flag', false],
    ['object', {}],
    ['list', []],
    ['integer', 0],
    ['integer', -9007199254740991],
  ])('as %s: %j is read', (way, value) => {
    expect(read(way, value)).toEqual([value, []]);
  });

  test.each<Reading>(['text', 'flag', 'object', 'list', 'integer'])('as %s: null reads as absent', (way) => {
    expect(read(way, null)).toEqual([undefined, []]);
    expect(read(way, undefined)).toEqual([undefined, []]);
  });

  test.each<[Reading, Json, string]>([
    ['text', 1, 'a string, not a number'],
    ['text', false, 'a string, not true or false'],
    ['text', {}, 'a string, not an object'],
    ['text', [], 'a string, not a list'],
    ['flag', 'true', 'true or false, not a string'],
    ['flag', 0, 'true or false, not a number'],
    ['object', [], 'an object, not a list'],
    ['object', 'x', 'an object, not a string'],
    ['list', {}, 'a list, not an object'],
    ['list', '', 'a list, not a string'],
    ['integer', 1.5, 'a whole number, not a number'],
    ['integer', 9007199254740992, 'a whole number, not a number'],
    ['integer', '1', 'a whole number, not a string'],
  ])('as %s: %j cannot be read', (way, value, message) => {
    expect(read(way, value)).toEqual([undefined, [`record.member_type /at/a~1b "a/b" must be ${message}`]]);
  });

  test('is an own one, never one of Object.prototype', () => {
    expect(member({}, 'toString')).toBeUndefined();
    expect(member({ toString: 1 }, 'toString')).toBe(1);
  });

  test.each<[Json, string, boolean]>([
    [null, 'null', false],
    [[], 'list', false],
    [{}, 'object', true],
    ['', 'string', false],
    [0, 'number', false],
    [false, 'boolean', false],
  ])('%j is of the type %s', (value, type, object) => {
    expect(typeOf(value)).toBe(type);
    expect(isObject(value)).toBe(object);
  });
});

describe('names that differ from a known one only by case', () => {
  const known = new Set(['key', 'source', 'x']);
  const variantsOf = (...names: string[]) =>
    caseVariants(Object.fromEntries(names.map((name) => [name, 1])), known)?.map(
      ({ name, known: of, twin }) => `${name} ${of} ${twin ? 'twin' : 'lone'}`,
    );

  test.each<[string[], string[] | undefined]>([
    [['key', 'source'], undefined],
    [['note', 'keys'], undefined],
    [['Key'], ['Key key lone']],
    [['Key', 'key'], ['Key key twin']],
    [
      ['Key', 'KEY'],
      ['Key key lone', 'KEY key twin'],
    ],
    [
      ['KEY', 'Source'],
      ['KEY key lone', 'Source source lone'],
    ],
    // The two letters outside of ASCII that Go folds into it.
    [['\u212aey'], ['\u212aey key lone']],
    [['\u017fource', 'source'], ['\u017fource source twin']],
    [['sour\u00e7e', 'ke\u0443'], undefined],
  ])('%j', (names, expected) => {
    expect(variantsOf(...names)).toEqual(expected);
  });
});
