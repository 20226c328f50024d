import { describe, expect, test } from '@jest/globals';
import { LineCounter } from 'yaml';
import { parseFramework } from '../../../src/gate/config/frameworks/parse.js';
import { readPolicyDocument } from '../../../src/gate/config/policy/document.js';
import { parseYaml, tooDeepAt } from '../../../src/gate/config/yaml.js';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('how deep YAML nests', () => {
  // name, text that nests just as deep as is allowed, text that nests a level deeper, where that is
  test.each<[string, string, string, { line: number; column: number }]>([
    ['lists in brackets', '[[[]]]', '[[[[]]]]', { line: 1, column: 5 }],
    ['objects in braces', '{a: {a: {}}}', '{a: {a: {a: {}}}}', { line: 1, column: 14 }],
    ['lists of a line', '- - - ', '- - - - ', { line: 1, column: 8 }],
    ['names of a line', 'a: a: b', 'a: a: a: b', { line: 1, column: 11 }],
    ['blocks', lines(3, (i) => `${' '.repeat(i)}a:`), lines(4, (i) => `${' '.repeat(i)}a:`), { line: 4, column: 5 }],
  ])('%s', (_, flat, deep, place) => {
    expect(tooDeepAt(flat, 3)).toBeUndefined();
    expect(tooDeepAt(deep, 3)).toEqual(place);
  });

  test('quotes, comments and siblings do not count as nesting', () => {
    expect(tooDeepAt(`a: "${'['.repeat(99)}" # ${'{'.repeat(99)}\nb: [${'[],'.repeat(99)}]`, 3)).toBeUndefined();
  });
});

test('errors of the parser have no stack trace, later errors do', () => {
  const { errors } = parseYaml('a: b: c\n'.repeat(100), new LineCounter(), true);
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.filter(({ stack = '' }) => stack.includes('\n    at '))).toEqual([]);
  expect(new Error('after').stack).toContain('\n    at ');
});

// What recurses where the text nests can end the process, and a text of a few kilobytes was enough for it.
describe.each([
  ['dashes', '- '.repeat(3000)],
  ['dashes and a value', `${'- '.repeat(3000)}a`],
  ['dashes and the end of them', `${'- '.repeat(100_000)}\nb: 1`],
  ['question marks', `${'? '.repeat(3000)}"a"`],
  ['colons', ': '.repeat(3000)],
  ['names', 'a: '.repeat(3000)],
  ['brackets', '['.repeat(260_000)],
  ['brackets that are closed', `${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['blocks', lines(600, (i) => `${' '.repeat(i)}a:`)],
])('a file of nothing but %s', (_, text) => {
  test('is no policy', () => {
    expect(readPolicyDocument(Buffer.from(text))).toEqual({
      ok: false,
      mistakes: [{ message: 'the policy is nested too deeply', position: expect.anything() }],
    });
  });

  test('is no framework', () => {
    const parsed = parseFramework(text, 'f.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
      'the framework is nested too deeply',
    ]);
  });
});
