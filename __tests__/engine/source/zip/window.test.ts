import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../../src/engine/fault.js';
import { bufferAccess } from '../../../../src/engine/source/random-access.js';
import type { RandomAccess } from '../../../../src/engine/source/source.js';
import { ByteWindow, extraFields, u64 } from '../../../../src/engine/source/zip/window.js';
import { toldOf } from '../../../support/faults.js';

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
    expect(await toldOf(() => u64(bytes, 1))).toBe('zip.structure: a 64-bit size or offset is out of range');
    bytes.writeBigUInt64LE(0x1_0000_0002n, 1);
    expect(u64(bytes, 1)).toBe(0x1_0000_0002);
  });

  const field = (id: number, data: string): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, Buffer.from(data)]);
  };

  test('fill their space exactly', async () => {
    const raw = Buffer.concat([field(1, 'abc'), field(0x5455, ''), field(0x5455, 'x')]);
    expect(extraFields(raw, 'e')).toEqual([
      { id: 1, data: Buffer.from('abc') },
      { id: 0x5455, data: Buffer.alloc(0) },
      { id: 0x5455, data: Buffer.from('x') },
    ]);
    expect(extraFields(Buffer.alloc(0), 'e')).toEqual([]);
    expect(extraFields(Buffer.concat([field(0x5455, ''), field(1, '')]), 'e')).toHaveLength(2);
    for (const length of [1, 2, 3, 4, 6]) {
      expect(await toldOf(() => extraFields(raw.subarray(0, length), 'e'))).toBe(
        'zip.structure at e: extra fields of e do not end where they should',
      );
    }
    const twice = Buffer.concat([field(1, ''), field(1, '')]);
    expect(await toldOf(() => extraFields(twice, 'e'))).toBe('zip.structure at e: e has two zip64 fields');
  });
});
