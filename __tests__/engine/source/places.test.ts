import { expect, test } from '@jest/globals';
import { memorySource } from '../../../src/engine/source/memory.js';
import { positionsOf } from '../../../src/engine/source/places.js';
import type { ByteSource } from '../../../src/engine/source/source.js';

/** `line:column` of offsets in a text that comes in pieces of this size; `read` counts the pieces. */
async function placesOf(text: string, offsets: readonly number[], size = 4096) {
  const bytes = Buffer.from(text);
  let read = 0;
  const source: ByteSource = {
    ...memorySource('x', bytes),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) {
        read++;
        yield bytes.subarray(at, at + size);
      }
    },
  };
  const found = await positionsOf(
    source,
    offsets.map((offset) => ({ offset })),
  );
  return { read, places: found.map(({ line, column }) => `${line}:${column}`) };
}

test.each<[string, string, number[], string[]]>([
  ['the start', 'ab', [0], ['1:1']],
  ['of nothing', '', [0, 5], ['1:1', '1:1']],
  ['a line', 'a\nb\n\nc', [1, 2, 4, 5], ['1:2', '2:1', '3:1', '4:1']],
  ['CR LF', 'a\r\nb', [1, 2, 3], ['1:2', '1:3', '2:1']],
  ['a character of two bytes', 'éx', [2], ['1:2']],
  ['a character of three bytes', '€x', [3], ['1:2']],
  ['a character of four bytes, two code units', '😀x', [4], ['1:3']],
  ['the last byte and what is past it', 'a\nbc', [3, 4, 99], ['2:2', '2:3', '2:3']],
  ['any order, and twice', 'a\nbc', [3, 0, 3, 2], ['2:2', '1:1', '2:2', '2:1']],
])('%s', async (_name, text, offsets, expected) => {
  for (const size of [1, 2, 4096]) expect((await placesOf(text, offsets, size)).places).toEqual(expected);
});

test('no more is read than what the last place needs', async () => {
  const text = 'x'.repeat(100);
  expect(await placesOf(text, [5, 12], 10)).toEqual({ read: 2, places: ['1:6', '1:13'] });
  expect(await placesOf(text, [500], 10)).toEqual({ read: 10, places: ['1:101'] });
});
