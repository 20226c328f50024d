import { describe, expect, test } from '@jest/globals';
import { didYouMean, nearest } from '../../../src/engine/nearest.js';
import {
  type Parsed,
  parseBoolean,
  parseChoice,
  parseDuration,
  parseInteger,
  parseList,
  parseShard,
  parseSize,
} from '../../../src/gate/options/values.js';

/** The value, or what was expected in its place. */
const read = <T>(parsed: Parsed<T>): T | string => (parsed.ok ? parsed.value : parsed.expected);

test.each<[string, boolean | string]>([
  ...['true', 'YES', 'On', '1', ' true\n'].map((text): [string, boolean] => [text, true]),
  ...['false', 'NO', 'Off', '0', ' 0 '].map((text): [string, boolean] => [text, false]),
  ...['', 'y', 'tru', '01', 'true false'].map((text): [string, string] => [text, 'true or false']),
])('switch %j', (text, expected) => expect(read(parseBoolean(text))).toBe(expected));

test.each<[string, number | undefined]>([
  ['2', 2],
  ['40', 40],
  [' 007\n', 7],
  ['1', undefined],
  ['41', undefined],
  ['', undefined],
  ['-3', undefined],
  ['3.0', undefined],
  ['3e0', undefined],
  ['0x3', undefined],
  [`${'0'.repeat(14)}3`, 3],
  [`${'0'.repeat(15)}3`, undefined],
])('whole number %j from 2 to 40', (text, expected) => {
  expect(read(parseInteger(text, 2, 40))).toBe(expected ?? 'a whole number from 2 to 40');
});

test.each<[string, number | undefined]>([
  ['1', 1],
  [' 12 ', 12],
  ['12B', 12],
  ['1.5kB', 1500],
  ['1.5 KiB', 1536],
  ['1.123456MB', 1_123_456],
  ['2mb', 2_000_000],
  ['2 MiB', 2_097_152],
  ['3GB', 3_000_000_000],
  ['3gib', 3_221_225_472],
  ['1TB', 1_000_000_000_000],
  ['1TiB', 1_099_511_627_776],
  ['999999999999999', 999_999_999_999_999],
  ['8796093022207.999024KiB', Number.MAX_SAFE_INTEGER],
  ['8796093022208KiB', undefined],
  ['1000000000000000', undefined],
  ['0', undefined],
  ['0.9', undefined],
  ['0.0009kB', undefined],
  ['1.', undefined],
  ['.5kB', undefined],
  ['1.1234567MB', undefined],
  ['1.xkB', undefined],
  ['-1', undefined],
  ['x1', undefined],
  ['1 kB x', undefined],
  ['1kB2', undefined],
  ['1KB,', undefined],
  ['1PB', undefined],
  ['kB', undefined],
  ['', undefined],
])('size %j', (text, expected) => {
  expect(read(parseSize(text))).toBe(expected ?? 'a size such as 256MiB, 1.5GB or 1048576 (bytes)');
});

test.each<[string, number | undefined]>([
  ['1', 1],
  [' 300 ', 300],
  ['1.25', 1.25],
  ['0.125', 0.125],
  ['90s', 90],
  ['90S', 90],
  ['250ms', 0.25],
  ['1.25m', 75],
  ['2h', 7200],
  ['1d', 86_400],
  ['1h30m', 5400],
  ['1d1h1m1s500ms', 90_061.5],
  ['24d', 2_073_600],
  ['2073600', 2_073_600],
  ['2073600.001', undefined],
  ['24d1ms', undefined],
  ['123456789ms', 123_456.789],
  ['1234567890ms', undefined],
  ['0', undefined],
  ['0s', undefined],
  ['1.1234', undefined],
  ['1.1234s', undefined],
  ['1.', undefined],
  ['.5', undefined],
  ['1.2.3', undefined],
  ['1.xs', undefined],
  ['1h30', undefined],
  ['x1s', undefined],
  ['1sx', undefined],
  ['1s 1m', undefined],
  ['-1s', undefined],
  ['1w', undefined],
  ['s', undefined],
  ['', undefined],
])('duration %j', (text, expected) => {
  expect(read(parseDuration(text))).toBe(
    expected ?? 'a duration such as 90s, 10m, 1h30m or 300 (seconds), at most 24d',
  );
});

test.each([
  ['off', 'off'],
  [' auto\n', 'auto'],
  ['OFF', "auto or off (did you mean 'off'?)"],
  ['never', 'auto or off'],
])('choice %j', (text, expected) => expect(read(parseChoice(text, ['auto', 'off']))).toBe(expected));

test.each<[string, [number, number] | undefined]>([
  ['1/1', [1, 1]],
  ['2/4', [2, 4]],
  [' 4/4 ', [4, 4]],
  ['10000/10000', [10_000, 10_000]],
  ['1/10001', undefined],
  ['0/4', undefined],
  ['5/4', undefined],
  ['0/0', undefined],
  ['1 / 4', undefined],
  ['1/4/2', undefined],
  ['/4', undefined],
  ['', undefined],
])('shard %j', (text, expected) => {
  const [index, count] = expected ?? [];
  const refusal = 'I/N with 1 <= I <= N <= 10000, such as 2/4';
  expect(read(parseShard(text))).toEqual(expected === undefined ? refusal : { index, count });
});

describe('a list', () => {
  const PEM = '-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----';
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['blank lines and notes', ' \n# a\n\t#b\r\n', []],
    ['one a line, however lines end', ' a b \nc\r\nd\re#f', ['a b', 'c', 'd', 'e#f']],
    ['a PEM block', `a\n${PEM}\nb`, ['a', PEM, 'b']],
    ['a PEM block that is indented', `  ${PEM.replaceAll('\n', '\r\n  ')}`, [PEM]],
    ['a PEM block in one line', `${PEM.replaceAll('\n', ' ')}\nb`, [PEM.replaceAll('\n', ' '), 'b']],
    ['a PEM block with a blank line and a note', PEM.replace('\n', '\n\n#\n'), [PEM.replace('\n', '\n\n#\n')]],
    ['the end of a PEM block by itself', '-----END PUBLIC KEY-----\nb', ['-----END PUBLIC KEY-----', 'b']],
    ['JSON in one line', '{"kty": "OKP"}\nb', ['{"kty": "OKP"}', 'b']],
    ['JSON in many lines', '{\n  "a": {\n  }\n}\nb', ['{\n"a": {\n}\n}', 'b']],
    ['JSON whose first line has a member', '{"a": 1,\n"b": 2}\nc', ['{"a": 1,\n"b": 2}', 'c']],
    ['patterns in braces', '{a,b}/*\n{a,b}/{\n{c,{"d"}}\nx{', ['{a,b}/*', '{a,b}/{', '{c,{"d"}}', 'x{']],
  ])('%s', (_, text, values) => expect(read(parseList(text))).toEqual(values));

  test.each([
    ['a PEM block without end', PEM.slice(0, -6)],
    ['a PEM block whose end goes on', `${PEM}x\nb`],
    ['a PEM block after a value', `a\n-----BEGIN PUBLIC KEY-----`],
    ['JSON without end', '{"a": 1\nb'],
    ['JSON that goes on', '{\n} x\nb'],
  ])('%s is refused', (_, text) => {
    expect(read(parseList(text))).toBe('one value a line, and each PEM block or JSON key to its end');
  });
});

describe('the nearest name', () => {
  test.each<[string, string[], string | undefined]>([
    ['polcy', ['policy', 'report'], 'policy'],
    ['policy', ['policy'], 'policy'],
    ['POLICY', ['policy'], 'policy'],
    ['ploicy', ['policy'], 'policy'],
    ['olicyy', ['policy'], 'policy'],
    ['olixyy', ['policy'], undefined],
    ['reprot', ['report', 'repro'], 'report'],
    ['ab', ['xy'], undefined],
    ['xb', ['xy'], 'xy'],
    ['abc', ['xyz', 'abd'], 'abd'],
    ['signature', ['signatures', 'signals'], 'signatures'],
    ['public-kex-bas', ['public-key-base'], 'public-key-base'],
    ['pxblxc-kxx-base', ['public-key-base'], undefined],
    ['upbilc-kxx-base', ['public-key-base'], undefined],
    ['upbilc-kex-base', ['public-key-base'], 'public-key-base'],
    ['ab', ['ca'], undefined],
    ['ab', ['bc'], undefined],
    ['', ['a'], 'a'],
    ['', ['ab'], undefined],
    ['anything', [], undefined],
    ['a'.repeat(64), ['a'.repeat(63)], 'a'.repeat(63)],
    ['a'.repeat(65), ['a'.repeat(64)], undefined],
  ])('of %j among %j', (text, names, expected) => {
    expect(nearest(text, names)).toBe(expected);
    expect(didYouMean(text, names)).toBe(expected === undefined ? '' : ` (did you mean '${expected}'?)`);
  });
});
