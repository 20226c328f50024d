import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LIMITS, type Limits } from '../../../../src/engine/limits.js';
import { bufferAccess } from '../../../../src/engine/source/random-access.js';
import type { RandomAccess } from '../../../../src/engine/source/source.js';
import { openArchive } from '../../../../src/engine/source/zip/archive.js';
import { toldOf } from '../../../support/faults.js';
import { buildZip, type EntrySpec, faultOf, openFault, readAll } from '../../../support/zip-builder.js';

const vector = (name: string): Buffer => readFileSync(new URL(`../../../vectors/zip/${name}`, import.meta.url));
const MiB = 1024 * 1024;

/** Bytes that do not deflate. */
const noise = (size: number): Buffer => createHash('shake256', { outputLength: size }).update('noise').digest();

/** What opening an archive ends with, in words. */
const openTold = (bytes: Uint8Array, limits: Partial<Limits> = {}, depth = 1): Promise<string> =>
  toldOf(() => openArchive(bufferAccess(bytes), { ...DEFAULT_LIMITS, ...limits }, depth));

const stored = 'stored content\n';
const deflated = 'deflated deflated deflated deflated\n';
const everyKind = {
  'Stored.txt': stored,
  'dir/deflated.txt': deflated,
  'dir/über.txt': 'name beyond ASCII\n',
  'empty.txt': '',
  'folder/': '',
};

describe('archives of real producers', () => {
  test.each([
    ['go.zip', everyKind],
    ['python.zip', everyKind],
    ['python-streamed.zip', everyKind],
    ['python-zip64.zip', { 'a.txt': 'forced zip64\n', 'b.txt': 'again\n' }],
    ['python-zip64-streamed.zip', { 'a.txt': 'forced zip64\n' }],
    ['infozip.zip', { 'Stored.txt': stored, 'dir/': '', 'dir/deflated.txt': deflated }],
  ])('%s', async (name, contents) => {
    const read = await readAll(vector(name));
    expect(read.map(([entry, data]) => [entry, data.toString()])).toEqual(Object.entries(contents));
  });

  test.each([
    ['guard_signed.zip', 6, 'pack_manifest.json', 'pack_id'],
    ['pack_authorization_signed.zip', 7, 'pack_manifest.json', 'pack_id'],
    ['pack_call_unsigned.zip', 10, 'pack_manifest.json', 'pack_id'],
    ['pack_run_signed.zip', 5, 'pack_manifest.json', 'pack_id'],
    ['runpack_session.zip', 5, 'manifest.json', 'run_id'],
  ])('Gait: %s', async (name, count, manifest, member) => {
    const archive = await openArchive(bufferAccess(vector(name)), DEFAULT_LIMITS, 1);
    expect(archive.entries).toHaveLength(count);
    const bytes = await archive.entry(manifest)?.bytes(MiB);
    expect(JSON.parse(Buffer.from(bytes ?? []).toString())).toHaveProperty(member);
  });

  test('an archive inside a pack opens at depth 2, one inside that does not', async () => {
    const pack = await openArchive(bufferAccess(vector('pack_run_signed.zip')), DEFAULT_LIMITS, 1);
    const inner = await pack.entry('source/runpack.zip')?.bytes(MiB);
    expect(await openFault(inner ?? Buffer.alloc(0), {}, 2)).toBe('none');
    expect(await openTold(inner ?? Buffer.alloc(0), {}, 3)).toBe(
      'limit.nesting: the archive is nested 3 archives deep, limit 2',
    );
  });

  test('Info-ZIP records its standard input as a FIFO, which is no file', async () => {
    expect(await openFault(vector('infozip-stdin.zip'))).toBe('zip.symlink');
  });
});

describe('Archive', () => {
  const zip = buildZip({ entries: [{ name: 'b' }, { name: 'a', data: 'alpha' }, { name: 'c/', mode: 0o040755 }] });

  test('keeps the order of the directory, and says what a folder is', async () => {
    const { entries } = await openArchive(bufferAccess(zip), DEFAULT_LIMITS, 1);
    expect(entries.map(({ name, size, directory }) => [name, size, directory])).toEqual([
      ['b', 0, false],
      ['a', 5, false],
      ['c/', 0, true],
    ]);
  });

  test('finds entries by their exact name only', async () => {
    const archive = await openArchive(bufferAccess(zip), DEFAULT_LIMITS, 1);
    expect(archive.entry('a')?.name).toBe('a');
    for (const name of ['A', 'c', '__proto__', 'toString', '']) expect(archive.entry(name)).toBeUndefined();
  });

  test('reads an entry more than once, and no more than the limit', async () => {
    const archive = await openArchive(bufferAccess(zip), DEFAULT_LIMITS, 1);
    const entry = archive.entry('a') ?? archive.entries[0];
    expect(Buffer.from((await entry?.bytes(5)) ?? []).toString()).toBe('alpha');
    expect(Buffer.from((await entry?.bytes(5)) ?? []).toString()).toBe('alpha');
    expect(await toldOf(() => entry?.bytes(4))).toBe(
      'limit.entry_bytes at a: a has 5 bytes, limit 4 (--max-document-bytes)',
    );
  });

  test('takes a directory in another order than the data', async () => {
    const entries: EntrySpec[] = ['a', 'b', 'c'].map((name) => ({ name, data: name }));
    const read = await readAll(buildZip({ entries, order: [2, 0, 1] }));
    expect(read.map(([name, data]) => [name, data.toString()])).toEqual([
      ['c', 'c'],
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  test('large archives are read through a window, in pieces', async () => {
    const entries: EntrySpec[] = [
      { name: 'first', data: 'first', descriptor: true },
      { name: 'stored', data: noise(5 * MiB), method: 0 },
      { name: 'deflated', data: noise(5 * MiB) },
      { name: 'last', data: 'last', descriptor: true },
    ];
    const bytes = buildZip({ entries });
    const lengths: number[] = [];
    const reader: RandomAccess = {
      size: bytes.length,
      read: async (position, length) => {
        lengths.push(length);
        return bytes.subarray(position, position + length);
      },
    };
    const archive = await openArchive(reader, DEFAULT_LIMITS, 1);
    for (const [index, entry] of archive.entries.entries()) {
      let at = 0;
      const expected = Buffer.from(entries[index]?.data ?? '');
      for await (const chunk of entry.chunks()) {
        expect(chunk.length).toBeGreaterThan(0);
        expect(expected.subarray(at, at + chunk.length).equals(chunk)).toBe(true);
        at += chunk.length;
      }
      expect(at).toBe(expected.length);
      expect(expected.equals(await entry.bytes(entry.size))).toBe(true);
    }
    expect(Math.max(...lengths)).toBeLessThan(128 * 1024);
  });

  test('stops reading when its consumer does', async () => {
    const data = Buffer.alloc(8 * MiB, 'abc');
    const archive = await openArchive(
      bufferAccess(buildZip({ entries: [{ name: 'a', data }] })),
      { ...DEFAULT_LIMITS, maxRatio: 2000 },
      1,
    );
    let pieces = 0;
    for await (const _chunk of archive.entries[0]?.chunks() ?? []) {
      pieces++;
      break;
    }
    expect(pieces).toBe(1);
  });

  test.each([0, 8])('hands on what its reader finds, method %d', async (method) => {
    const bytes = buildZip({ entries: [{ name: 'a', data: noise(5 * MiB), method }] });
    let healthy = true;
    const reader: RandomAccess = {
      size: bytes.length,
      read: async (position, length) => {
        if (!healthy) throw new Error('broken disk');
        return bytes.subarray(position, position + length);
      },
    };
    const archive = await openArchive(reader, DEFAULT_LIMITS, 1);
    healthy = false;
    await expect(archive.entries[0]?.bytes(8 * MiB)).rejects.toThrow('broken disk');
  });
});

describe('limits', () => {
  const entries = (count: number, bytes = 1): EntrySpec[] =>
    Array.from({ length: count }, (_, index) => ({ name: `e${index}`, data: Buffer.alloc(bytes, 65), method: 0 }));

  test.each([
    [99, 'none'],
    [100, 'none'],
    [101, 'limit.entries: the archive has 101 entries, limit 100 (--max-entries)'],
  ])('%d entries of 100', async (count, code) => {
    expect(await openTold(buildZip({ entries: entries(count) }), { maxEntries: 100 })).toBe(code);
  });

  test.each([
    [999, 'none'],
    [1000, 'none'],
    [1001, 'limit.entry_bytes at e0: e0 has 1001 bytes, limit 1000 (--max-entry-bytes)'],
  ])('an entry of %d bytes of 1000', async (bytes, code) => {
    expect(await openTold(buildZip({ entries: entries(1, bytes) }), { maxEntryBytes: 1000 })).toBe(code);
  });

  test.each([
    [299, 'none'],
    [300, 'none'],
    [301, 'limit.total_bytes: the archive unpacks to 301 bytes or more, limit 300 (--max-total-bytes)'],
  ])('entries of %d bytes together of 300', async (total, code) => {
    const zip = buildZip({ entries: [...entries(2, 100), { name: 'x', data: Buffer.alloc(total - 200) }] });
    expect(await openTold(zip, { maxTotalBytes: 300 })).toBe(code);
  });

  test.each([
    [-1, 'none'],
    [0, 'none'],
    [1, 'limit.ratio at a: a unpacks from 20387 to 2038701 bytes, limit 100 to 1 (--max-ratio)'],
  ])('a ratio of 100 and %d bytes', async (more, code) => {
    const packed = deflateRawSync(Buffer.alloc(20 * MiB)).length;
    const entry = { name: 'a', data: Buffer.alloc(0), packedData: Buffer.alloc(packed, 1), size: packed * 100 + more };
    expect(await openTold(buildZip({ entries: [entry] }), { maxRatio: 100 })).toBe(code);
  });

  test.each([
    [MiB, 'none'],
    [MiB + 1, 'limit.ratio'],
  ])('an honest bomb of %d bytes', async (bytes, code) => {
    const zip = buildZip({ entries: [{ name: 'a', data: Buffer.alloc(bytes) }] });
    expect(await openFault(zip)).toBe(code);
    if (code === 'none') expect((await readAll(zip))[0]?.[1]).toHaveLength(bytes);
  });

  test('a bomb that declares little is cut off where its declaration ends', async () => {
    const packedData = deflateRawSync(Buffer.alloc(64 * MiB));
    const zip = buildZip({ entries: [{ name: 'a', data: 'x', packedData, size: 100 }] });
    const before = process.memoryUsage().arrayBuffers;
    expect(await faultOf(readAll(zip))).toBe('zip.size_mismatch');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MiB);
  });

  test('a large bomb that declares little is cut off as well', async () => {
    const packedData = deflateRawSync(Buffer.alloc(64 * MiB));
    const zip = buildZip({ entries: [{ name: 'a', data: 'x', packedData, size: 2 * MiB }] });
    expect(await faultOf(readAll(zip))).toBe('zip.size_mismatch');
  });

  test('a count in the end record costs no memory', async () => {
    expect(await openFault(buildZip({ entries: entries(1), zip64: { count: 2 ** 40 } }))).toBe('limit.entries');
  });

  test('an archive over the limit of artifacts is not read', async () => {
    const reader: RandomAccess = { size: 101, read: () => Promise.reject(new Error('read')) };
    const open = (maxArtifactBytes: number) => openArchive(reader, { ...DEFAULT_LIMITS, maxArtifactBytes }, 1, 'a.zip');
    expect(await toldOf(() => open(100))).toBe(
      'limit.artifact_bytes: a.zip has 101 bytes, limit 100 (--max-artifact-bytes)',
    );
    await expect(open(101)).rejects.toThrow('read');
  });

  test('10,000 entries with long names open', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `folder/${at}/${'n'.repeat(200)}`, data: 'x' }));
    expect(await openFault(buildZip({ entries: many }))).toBe('none');
  });
});

describe('properties', () => {
  const entry = fc.record({
    data: fc.uint8Array({ maxLength: 300 }),
    method: fc.constantFrom(0, 8),
    descriptor: fc.boolean(),
    zip64: fc.boolean(),
  });
  const archive = fc.record({
    entries: fc.array(entry, { maxLength: 6 }),
    zip64: fc.boolean(),
    comment: fc.stringMatching(/^[a-z ]{0,40}$/).map((text) => Buffer.from(text)),
  });

  test('what was packed is what is read', async () => {
    await fc.assert(
      fc.asyncProperty(archive, async ({ entries, ...rest }) => {
        const specs = entries.map((one, index) => ({ ...one, name: `Folder ${index % 2}/${index}.bin` }));
        const read = await readAll(buildZip({ entries: specs, ...rest }));
        expect(read).toEqual(specs.map(({ name, data }) => [name, Buffer.from(data)]));
      }),
    );
  });

  const samples = ['go.zip', 'python-zip64-streamed.zip', 'python-zip64.zip'];

  test.each(samples)('no changed bit of %s changes what is read', async (name) => {
    const good = vector(name);
    const expected = await readAll(good);
    const passed: number[] = [];
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good);
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      let read: unknown;
      const code = await faultOf(
        readAll(bad).then((contents) => {
          read = contents;
        }),
      );
      if (code !== 'none') continue;
      expect(read).toEqual(expected);
      passed.push(bit >> 3);
    }
    // Dates, versions, modes and comments are bound to nothing; everything else must be.
    expect(new Set(passed).size).toBeLessThan(good.length / 3);
  });

  test.each(samples)('no part of %s is an archive', async (name) => {
    const good = vector(name);
    for (let length = 0; length < good.length; length++) {
      expect(await openFault(good.subarray(0, length))).not.toBe('none');
      if (length > 0) expect(await openFault(good.subarray(length))).not.toBe('none');
    }
  });

  test('arbitrary changes end in a fault or in the same contents', async () => {
    const good = vector('pack_run_signed.zip');
    const expected = await readAll(good);
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bad = Buffer.from(good);
        for (const [at, value] of changes) bad[at] = value;
        let read: unknown = expected;
        await faultOf(
          readAll(bad).then((contents) => {
            read = contents;
          }),
        );
        expect(read).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
