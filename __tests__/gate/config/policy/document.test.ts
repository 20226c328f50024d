import { describe, expect, test } from '@jest/globals';
import { MAX_POLICY_BYTES, readPolicyDocument } from '../../../../src/gate/config/policy/document.js';

const read = (text: string) => readPolicyDocument(Buffer.from(text));

/** Mistakes as `line:column message`. */
function mistakes(text: string): readonly string[] {
  const parsed = read(text);
  return parsed.ok
    ? []
    : parsed.mistakes.map(({ message, position }) => `${position?.line}:${position?.column} ${message}`);
}

const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

describe('what a policy may not be written with', () => {
  test.each<[string, string, ...string[]]>([
    ['a number without end', 'a: .inf\nb: -.inf', '1:4 not a finite number', '2:4 not a finite number'],
    ['no number', 'a: .nan', '1:4 not a finite number'],
    ['an anchor', 'a: &x [1]', '1:7 anchors and aliases are not allowed in a policy: write the value out'],
    ['an anchor at a name', 'a: 1\n&x b: 2', '2:4 anchors are not allowed in a policy'],
    [
      'an alias',
      'a: &x 1\nb: [*x]',
      '1:7 anchors and aliases are not allowed in a policy: write the value out',
      '2:5 anchors and aliases are not allowed in a policy: write the value out',
    ],
    ['a name that is a number', 'a:\n  1: 2', '2:3 a member name must be a string'],
    ['a name that is a list', 'a:\n  ? [b]\n  : 1', '2:5 a member name must be a string'],
    ['no name', 'a:\n  : 1', '2:3 a member name must be a string'],
    ['a name twice', 'a: 1\nb: 2\n"a": 3', '3:1 the member "a" occurs twice'],
    [
      'a long name twice',
      `${'n'.repeat(130)}: 1\n${'n'.repeat(130)}: 1`,
      `2:1 the member "${'n'.repeat(119)}…" occurs twice`,
    ],
    ['lists in lists', nested(102), '1:102 the policy is nested deeper than 100'],
    ['members in members', `${'{a: '.repeat(101)}1${'}'.repeat(101)}`, '1:405 the policy is nested deeper than 100'],
    ['a tag', 'a: 1\nb: !x 2', '2:4 not valid YAML: Unresolved tag: !x'],
    ['what is no YAML, whatever else is wrong', 'a: &x 1\na: !y 2', '2:4 not valid YAML: Unresolved tag: !y'],
  ])('%s', (_, text, ...expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  test('mistakes are reported in the order of the text', () => {
    const anchors = mistakes('a: [&x 1, &x 2]\nb: {c: &x 3, d: &x 4}\ne: &x 5');
    expect(anchors.map((one) => one.split(' ')[0])).toEqual(['1:8', '1:14', '2:11', '2:20', '3:7']);
  });

  test('a hundred of them at most', () => {
    const lines = (line: string): string => Array.from({ length: 150 }, () => line).join('\n');
    expect(mistakes(lines('a: 1'))).toHaveLength(100);
    expect(mistakes(lines('- !x 1'))).toHaveLength(100);
  });
});

test.each([
  ['nothing', '', null],
  ['a comment', '# nothing', null],
  ['as much as is allowed', `a: 1 #${'x'.repeat(MAX_POLICY_BYTES - 6)}`, { a: 1 }],
  ['a value that was left out', '{a: 1, b}', { a: 1, b: null }],
  ['lists as deep as is allowed', nested(100), JSON.parse(nested(100))],
  ['brackets in texts', `a: "${'['.repeat(300)}"`, { a: '['.repeat(300) }],
  ['brackets side by side', `[${'[],{},'.repeat(600)}]`, Array.from({ length: 600 }, () => [[], {}]).flat()],
])('%s is read', (_, text, value) => {
  const parsed = read(text);
  expect(parsed.ok && parsed.document.value).toEqual(value);
});

test('one byte more than allowed', () => {
  expect(readPolicyDocument(Buffer.alloc(MAX_POLICY_BYTES + 1, 0x20))).toEqual({
    ok: false,
    mistakes: [{ message: 'the policy has 262145 bytes, limit 262144' }],
  });
});

describe('where something is', () => {
  const TEXT = `# a policy
version: 1
rules:
  - id: first
    must: {"a/b": 1, "c~d": 2}
  - id: second
open: {left, out: 1}
empty:
  -
  - 1
`;
  test.each([
    ['the whole', '', 2, 1],
    ['a member', '/version', 2, 1],
    ['an item', '/rules/1', 6, 5],
    ['a member of an item', '/rules/0/id', 4, 5],
    ['a name with a slash', '/rules/0/must/a~1b', 5, 12],
    ['a name with a tilde', '/rules/0/must/c~0d', 5, 22],
    ['a member without a value', '/open/left', 7, 8],
    ['an item without a value', '/empty/1', 10, 5],
    ['around a member that is missing', '/rules/0/when', 4, 5],
    ['around an item that is missing', '/rules/7', 3, 1],
    ['around what is inside a number', '/version/a/b', 2, 1],
  ])('%s', (_, pointer, line, column) => {
    const parsed = read(TEXT);
    expect(parsed.ok && parsed.document.positionOf(pointer)).toEqual({ line, column });
  });

  test('nowhere, in nothing', () => {
    const parsed = read('');
    expect(parsed.ok ? parsed.document.positionOf('/version') : 'refused').toBeUndefined();
  });
});
