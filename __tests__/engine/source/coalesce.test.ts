import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coalesce } from '../../../src/engine/source/coalesce.js';

const KIB = 1024;

async function* of(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}

async function collected(chunks: readonly Uint8Array[]): Promise<{ bytes: Buffer; sizes: number[] }> {
  const parts: Buffer[] = [];
  for await (const chunk of coalesce(of(chunks))) parts.push(Buffer.from(chunk));
  return { bytes: Buffer.concat(parts), sizes: parts.map((part) => part.length) };
}

test('the bytes stay the same, and only the last piece is small', async () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(255 * KIB, 256 * KIB, 257 * KIB, 600 * KIB));
  await fc.assert(
    fc.asyncProperty(fc.array(size, { maxLength: 30 }), async (sizes) => {
      const chunks = sizes.map((length, i) => new Uint8Array(length).fill(i + 1));
      const { bytes, sizes: pieces } = await collected(chunks);
      expect(bytes.equals(Buffer.concat(chunks))).toBe(true);
      expect(pieces.length).toBeLessThanOrEqual(2 * Math.ceil(bytes.length / (256 * KIB)) + 1);
    }),
    { numRuns: 100 },
  );
});

test('ten mebibytes in pieces of a kibibyte come in few', async () => {
  const { sizes } = await collected(Array.from({ length: 10 * KIB }, () => new Uint8Array(KIB)));
  expect(sizes).toHaveLength(40);
});

test.each<[string, number[], number[]]>([
  ['nothing', [], []],
  ['less than a piece', [1, 2], [3]],
  ['a piece as it comes', [256, 256], [256, 256]],
  ['just less than a piece, then more', [255, 1, 5], [256, 5]],
  ['one that does not fit beside what waits', [200, 313], [200, 313]],
  ['one that just fits', [200, 312], [512]],
  ['a small one that fits beside what waits', [255, 255, 3], [510, 3]],
  ['small ones in between', [1, 300, 1], [301, 1]],
  ['a large one behind a small one', [1, 600, 1], [1, 600, 1]],
  ['a large one at once', [600, 1], [600, 1]],
])('%s', async (_, given, expected) => {
  const { sizes, bytes } = await collected(given.map((size, i) => new Uint8Array(size * KIB).fill(i + 1)));
  expect(sizes.map((size) => size / KIB)).toEqual(expected);
  expect(bytes.equals(Buffer.concat(given.map((size, i) => Buffer.alloc(size * KIB, i + 1))))).toBe(true);
});

test('what is large enough is handed on and not copied', async () => {
  const chunks = [256 * KIB, 600 * KIB].map((size) => new Uint8Array(size));
  const pieces: Uint8Array[] = [];
  for await (const piece of coalesce(of(chunks))) pieces.push(piece);
  expect(pieces.map((piece, i) => piece === chunks[i])).toEqual([true, true]);
});
