import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { crc32, crc32Portable } from '../../../../src/engine/source/zip/crc.js';

describe.each([
  ['native', crc32],
  ['portable', crc32Portable],
])('crc32, %s', (_name, crc) => {
  test.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('%j', (text, expected) => {
    expect(crc(Buffer.from(text))).toBe(expected);
  });

  test('goes on from a seed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(crc(b, crc(a))).toBe(crc32Portable(Buffer.concat([a, b])));
      }),
    );
  });
});
