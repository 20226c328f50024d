import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DigestingSource } from '../../../src/engine/source/digesting.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { positionsOf } from '../../../src/engine/source/places.js';
import type { ByteSource } from '../../../src/engine/source/source.js';
import { thrown } from '../../support/faults.js';

const sha = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** A source that counts its passes. */
function counted(text: string, pieces = 1) {
  const passes = { bytes: 0, chunks: 0 };
  const all = Buffer.from(text);
  const source: ByteSource = {
    name: 'a.json',
    size: all.length,
    bytes: async () => {
      passes.bytes++;
      return all;
    },
    async *chunks() {
      passes.chunks++;
      const size = Math.ceil(all.length / pieces);
      for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
    },
  };
  return { source, passes };
}

async function read(source: ByteSource): Promise<string> {
  let text = '';
  for await (const chunk of source.chunks()) text += Buffer.from(chunk).toString('latin1');
  return text;
}

describe('the digest of a source', () => {
  test('is taken by the pass that is made anyway', async () => {
    const { source, passes } = counted('some bytes', 3);
    const digesting = new DigestingSource(source);
    expect([digesting.name, digesting.size, digesting.digestHex]).toEqual(['a.json', 10, undefined]);
    expect(await read(digesting)).toBe('some bytes');
    expect(digesting.digestHex).toBe(sha('some bytes'));
    expect(await digesting.digest()).toBe(sha('some bytes'));
    expect(passes).toEqual({ bytes: 0, chunks: 1 });
  });

  test('or with all bytes at once', async () => {
    const { source, passes } = counted('some bytes');
    const digesting = new DigestingSource(source);
    expect(Buffer.from(await digesting.bytes(100)).toString()).toBe('some bytes');
    expect(digesting.digestHex).toBe(sha('some bytes'));
    expect(await digesting.digest()).toBe(sha('some bytes'));
    expect(passes).toEqual({ bytes: 1, chunks: 0 });
  });

  test('or by one of its own, also after one that ended early', async () => {
    const { source, passes } = counted('some bytes', 2);
    const digesting = new DigestingSource(source);
    for await (const _ of digesting.chunks()) break;
    expect(digesting.digestHex).toBeUndefined();
    expect(await digesting.digest()).toBe(sha('some bytes'));
    expect(passes).toEqual({ bytes: 0, chunks: 2 });
  });

  test('stays that of the first pass', async () => {
    const texts = ['first', 'later'];
    const digesting = new DigestingSource({
      name: 'a',
      size: 5,
      bytes: async () => Buffer.from(texts.shift() ?? ''),
      async *chunks() {
        yield Buffer.from(texts.shift() ?? '');
      },
    });
    await digesting.bytes(100);
    await read(digesting);
    expect(digesting.digestHex).toBe(sha('first'));
  });
});

test('bytes in memory have a limit and come in one piece, or none', async () => {
  const source = memorySource('m', Buffer.from('12345'));
  expect([source.name, source.size, await read(source)]).toEqual(['m', 5, '12345']);
  expect(Buffer.from(await source.bytes(5)).toString()).toBe('12345');
  expect(await thrown(() => source.bytes(4))).toEqual([
    'limit.manifest_bytes',
    '5 bytes, limit 4 (--max-document-bytes)',
    {},
  ]);
  let pieces = 0;
  for await (const _ of memorySource('e', new Uint8Array(0)).chunks()) pieces++;
  expect(pieces).toBe(0);
});

describe('lines and columns', () => {
  const text = 'aé€😀b\n\ncd';
  const expected = [
    [0, 1, 1], // a
    [1, 1, 2], // é, two bytes
    [3, 1, 3], // €, three
    [6, 1, 4], // 😀, four bytes, two units
    [10, 1, 6], // b
    [11, 1, 7], // line feed
    [12, 2, 1],
    [13, 3, 1],
    [14, 3, 2],
    [15, 3, 3], // the end
  ] as const;

  test.each([1, 2, 5, 15])('in %i pieces', async (pieces) => {
    const found = await positionsOf(
      counted(text, pieces).source,
      [...expected].reverse().map(([offset]) => ({ offset })),
    );
    expect([...found].reverse()).toEqual(expected.map(([, line, column]) => ({ line, column })));
  });

  test('past the end are those of the end, inside a character those of the next', async () => {
    const found = await positionsOf(counted(text).source, [{ offset: 99 }, { offset: 2 }, { offset: 2 }]);
    const inside = { line: 1, column: 3 };
    expect(found).toEqual([{ line: 3, column: 3 }, inside, inside]);
  });

  test('nothing is read past the last one', async () => {
    let pieces = 0;
    const source: ByteSource = {
      name: 'a',
      size: 6,
      bytes: async () => Buffer.from('abcdef'),
      async *chunks() {
        for (const one of ['ab', 'cd', 'ef']) {
          pieces++;
          yield Buffer.from(one);
        }
      },
    };
    expect(await positionsOf(source, [{ offset: 1 }])).toEqual([{ line: 1, column: 2 }]);
    expect(pieces).toBe(1);
    expect(await positionsOf(source, [])).toEqual([]);
    expect(pieces).toBe(1);
  });
});
