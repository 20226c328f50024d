import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finding } from '../../src/engine/findings.js';
import { cut, lastOf, quote, shorten } from '../../src/engine/text.js';

const a = (count: number): string => 'a'.repeat(count);

describe('shorten', () => {
  test.each([
    ['a text that fits', a(120), a(120)],
    ['one character more', a(121), `${a(119)}…`],
    ['a pair before the cut', `${a(117)}😀bb`, `${a(117)}😀…`],
    ['a pair across the cut', `${a(118)}😀b`, `${a(118)}…`],
    ['a pair early in a long text', `😀${a(130)}`, `😀${a(117)}…`],
    ['nothing', '', ''],
  ])('cuts %s', (_, text, expected) => expect(shorten(text)).toBe(expected));

  test('is bounded, never splits a pair and keeps what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, max) => {
        const short = cut(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBe(true);
        if (text.length <= max) expect(short).toBe(text);
        else expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});

test('a text is quoted as JSON, and shortened', () => {
  expect(quote('a"\n')).toBe('"a\\"\\n"');
  expect(quote(a(120))).toBe(`"${a(120)}"`);
  expect(quote(a(121))).toBe(`"${a(119)}…"`);
});

test.each([
  ['abc', 2, 'bc'],
  ['abc', 5, 'abc'],
  ['a😀', 2, '😀'],
  ['a😀', 1, ''],
])('the last characters of %j, at most %i, are %j', (text, max, expected) => expect(lastOf(text, max)).toBe(expected));

test('a finding is bounded, whatever the artifact calls itself', () => {
  const long = `${a(600)}😀`.repeat(10_000);
  const made = finding('record.hash_mismatch', long, 'a.json', { pointer: `/${long}`, record_id: long, entry: long });
  expect(JSON.stringify(made).length).toBeLessThan(3000);
  expect(Object.values(made).every((value) => typeof value !== 'string' || value.isWellFormed())).toBe(true);
});
