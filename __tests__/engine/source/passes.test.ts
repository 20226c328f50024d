import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { positionsOf } from '../../../src/engine/canonical/position.js';
import { Fault } from '../../../src/engine/fault.js';
import { DigestingSource } from '../../../src/engine/source/digesting.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { bufferAccess } from '../../../src/engine/source/random-access.js';
import type { ByteSource, RandomAccess } from '../../../src/engine/source/source.js';
import { ByteWindow, extraFields, u64 } from '../../../src/engine/source/zip-bytes.js';
import { thrown, toldOf } from '../../support/faults.js';

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
    '5 bytes are more than the limit of 4 (--max-document-bytes)',
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
      [...expected].reverse().map(([at]) => at),
    );
    expect([...found].sort(([a], [b]) => a - b)).toEqual(expected.map(([at, line, column]) => [at, { line, column }]));
  });

  test('past the end are those of the end, inside a character those of the next', async () => {
    const found = await positionsOf(counted(text).source, [99, 2, 2]);
    expect(found.size).toBe(2);
    expect(found.get(99)).toEqual({ line: 3, column: 3 });
    expect(found.get(2)).toEqual({ line: 1, column: 3 });
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
    expect((await positionsOf(source, [1])).get(1)).toEqual({ line: 1, column: 2 });
    expect(pieces).toBe(1);
    expect((await positionsOf(source, [])).size).toBe(0);
  });
});

describe('the window of an archive', () => {
  const MiB = 1024 * 1024;
  function reader(size: number) {
    const reads: [number, number][] = [];
    const bytes = Buffer.alloc(size);
    for (let i = 0; i < size; i += 997) bytes[i] = i & 0xff;
    const inner = bufferAccess(bytes);
    const access: RandomAccess = {
      size,
      read: (position, length) => {
        reads.push([position, length]);
        return inner.read(position, length);
      },
    };
    return { access, reads, bytes };
  }

  test('holds all of a small one', async () => {
    const { access, reads, bytes } = reader(4 * MiB);
    const window = await ByteWindow.over(access);
    expect(window.size).toBe(4 * MiB);
    expect(window.peek(0, 4 * MiB)?.equals(bytes)).toBe(true);
    expect(window.peek(4 * MiB - 1, 1)?.equals(bytes.subarray(-1))).toBe(true);
    expect(window.peek(4 * MiB - 1, 2)).toBeUndefined();
    expect(window.peek(-1, 1)).toBeUndefined();
    expect((await window.at(994, 10)).equals(bytes.subarray(994, 1004))).toBe(true);
    expect((await window.data(1994, 10)).equals(bytes.subarray(1994, 2004))).toBe(true);
    expect(reads).toEqual([[0, 4 * MiB]]);
  });

  test('moves over a larger one, a little ahead', async () => {
    const size = 4 * MiB + 1;
    const { access, reads, bytes } = reader(size);
    const window = await ByteWindow.over(access);
    expect(window.peek(0, 1)).toBeUndefined();
    const head = await window.at(1000, 30);
    expect(head.equals(bytes.subarray(1000, 1030))).toBe(true);
    expect((await window.at(1000 + 16 * 1024 - 5, 5)).length).toBe(5);
    expect(window.peek(999, 1)).toBeUndefined();
    expect(window.peek(1000, 5)?.equals(bytes.subarray(1000, 1005))).toBe(true);
    expect((await window.data(100, 50)).equals(bytes.subarray(100, 150))).toBe(true);
    expect(window.peek(1000, 5)).toBeDefined();
    expect((await window.at(100, 20 * 1024)).equals(bytes.subarray(100, 100 + 20 * 1024))).toBe(true);
    expect((await window.at(size - 4, 4)).equals(bytes.subarray(-4))).toBe(true);
    expect(head.equals(bytes.subarray(1000, 1030))).toBe(true);
    expect(reads).toEqual([
      [1000, 16 * 1024],
      [100, 50],
      [100, 20 * 1024],
      [size - 4, 4],
    ]);
    window.release();
    expect(window.peek(size - 4, 4)).toBeUndefined();
    expect(window.peek(0, 0)?.length).toBe(0);
  });

  test('outside of the bytes there is nothing', async () => {
    const access = bufferAccess(Buffer.from('12345'));
    expect(Buffer.from(await access.read(1, 4)).toString()).toBe('2345');
    expect((await access.read(5, 0)).length).toBe(0);
    const wrong: [number, number][] = [
      [2, 4],
      [-1, 2],
      [0, -1],
      [0.5, 1],
      [2 ** 53, 1],
      [Number.NaN, 1],
    ];
    for (const [position, length] of wrong) await expect(access.read(position, length)).rejects.toThrow(Fault);
  });
});

describe('numbers and extra fields of an archive', () => {
  test('64 bits, as long as they are a file that could be', async () => {
    const bytes = Buffer.alloc(9);
    bytes.writeBigUInt64LE(2n ** 53n - 1n, 1);
    expect(u64(bytes, 1)).toBe(Number.MAX_SAFE_INTEGER);
    bytes.writeBigUInt64LE(2n ** 53n, 1);
    expect(await toldOf(() => u64(bytes, 1))).toBe('zip.structure: A 64-bit size or offset is out of range.');
    bytes.writeBigUInt64LE(0x1_0000_0002n, 1);
    expect(u64(bytes, 1)).toBe(0x1_0000_0002);
  });

  const field = (id: number, data: string): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, Buffer.from(data)]);
  };

  test('fill their space exactly', () => {
    const raw = Buffer.concat([field(1, 'abc'), field(0x5455, ''), field(0x5455, 'x')]);
    expect(extraFields(raw, 'e')).toEqual([
      { id: 1, data: Buffer.from('abc') },
      { id: 0x5455, data: Buffer.alloc(0) },
      { id: 0x5455, data: Buffer.from('x') },
    ]);
    expect(extraFields(Buffer.alloc(0), 'e')).toEqual([]);
    for (const length of [1, 2, 3, 4, 6]) {
      expect(() => extraFields(raw.subarray(0, length), 'e')).toThrow(
        'Extra fields of e do not end where they should.',
      );
    }
    expect(() => extraFields(Buffer.concat([field(1, ''), field(1, '')]), 'e')).toThrow('e has two zip64 fields.');
  });
});
