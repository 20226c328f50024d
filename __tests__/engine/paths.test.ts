import { describe, expect, test } from '@jest/globals';
import { checkPath, collisionKey, duplicates, escapes } from '../../src/engine/paths.js';

/* The paths that a manifest may list (contract 5), and those that never are read. */

const INVALID = 'structure.path_invalid';
const AMBIGUOUS = 'structure.path_ambiguous';
const DOT = 'has an empty part or "."';
const END = 'has a part that ends with a dot or space';
const OUT = 'points outside the artifact';

describe('a listed path', () => {
  test.each([
    'a.txt',
    'a/b/c',
    '.hidden',
    'a..b',
    'a b.txt',
    'é.txt',
    '...a',
    'ab:c',
    'a/c:d',
    ' a',
    'گزارش‌ها.txt',
    'क्‍ष',
  ])('%j is canonical', (path) => {
    expect(checkPath(path, 'refuse')).toBeUndefined();
    expect(checkPath(path, 'allow')).toBeUndefined();
  });

  test.each([
    ['', INVALID, 'is empty'],
    ['/a', INVALID, 'is absolute'],
    ['//a', INVALID, 'is absolute'],
    ['..', INVALID, OUT],
    ['../a', INVALID, OUT],
    ['a/../b', INVALID, OUT],
    ['a/..', INVALID, OUT],
    ['a\\b', INVALID, 'contains a backslash'],
    ['c:/a', INVALID, 'has a drive letter'],
    ['C:a', INVALID, 'has a drive letter'],
    ['a\0b', INVALID, 'contains a control character'],
    ['a\nb', INVALID, 'contains a control character'],
    ['a\u007fb', INVALID, 'contains a control character'],
    ['a\u202eb', INVALID, 'contains an invisible or directional character'],
    ['a\u200bb', INVALID, 'contains an invisible or directional character'],
    ['a\u200cb', INVALID, 'contains an invisible or directional character'],
    ['گ\u200c.txt', INVALID, 'contains an invisible or directional character'],
    ['\u200cگ', INVALID, 'contains an invisible or directional character'],
    ['گ\u200c\u200dه', INVALID, 'contains an invisible or directional character'],
    ['گ\u200bه', INVALID, 'contains an invisible or directional character'],
    ['\ufeffa', INVALID, 'contains an invisible or directional character'],
    ['.', AMBIGUOUS, DOT],
    ['./a', AMBIGUOUS, DOT],
    ['a/./b', AMBIGUOUS, DOT],
    ['a//b', AMBIGUOUS, DOT],
    ['a/', AMBIGUOUS, DOT],
    ['a.', AMBIGUOUS, END],
    ['...', AMBIGUOUS, END],
    ['a /b', AMBIGUOUS, END],
    ['a./b', AMBIGUOUS, END],
  ])('%j is not: %s, it %s', (path, code, why) => {
    const problem = { code, message: `listed path ${JSON.stringify(path)} ${why}` };
    expect(checkPath(path, 'refuse')).toEqual(problem);
    expect(checkPath(path, 'allow')).toEqual(problem);
  });

  test.each(['A.txt', 'É.txt', 'a/B'])('%j is canonical in an archive of Gait alone', (path) => {
    expect(checkPath(path, 'refuse')).toEqual({
      code: AMBIGUOUS,
      message: `listed path ${JSON.stringify(path)} is not lower-case`,
    });
    expect(checkPath(path, 'allow')).toBeUndefined();
  });
});

test.each([
  [['a', 'b', 'a'], [[2, 0]]],
  [['a', 'A'], [[1, 0]]],
  [['é', 'e\u0301'], [[1, 0]]],
  [['ﬁ', 'fi'], [[1, 0]]],
  [['گزارش\u200cها', 'گزارشها'], [[1, 0]]],
  [['a', 'a/b'], []],
  // No file system takes these for the same: case folding of one letter, not of two.
  [['ß', 'ss'], []],
  [
    ['a', 'a', 'a'],
    [
      [1, 0],
      [2, 0],
    ],
  ],
])('%j collide as %j', (paths, expected) => {
  expect(duplicates(paths).map(({ index, of }) => [index, of])).toEqual(expected);
});

test('a name is compared in small letters', () => {
  expect(collisionKey('Dir/É.TXT')).toBe('dir/é.txt');
});

test.each([
  ['a/b', false],
  ['a..b', false],
  ['ab:c', false],
  ['a/c:b', false],
  ['../a', true],
  ['a\\..\\b', true],
  ['/a', true],
  ['c:a', true],
  ['Z:', true],
  ['a\0', true],
])('%j leads out: %s', (path, out) => {
  expect(escapes(path)).toBe(out);
});
