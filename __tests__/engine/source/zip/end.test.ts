import { describe, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../../../src/engine/limits.js';
import { bufferAccess } from '../../../../src/engine/source/random-access.js';
import { openArchive } from '../../../../src/engine/source/zip/archive.js';
import { toldOf } from '../../../support/faults.js';
import { buildZip, extra, u16, u32, u64 } from '../../../support/zip-builder.js';

/* Each field of the end records, changed on its own. */

const entries = [
  { name: 'a.txt', data: 'alpha' },
  { name: 'b.txt', data: 'beta' },
];
const PLAIN = buildZip({ entries });
const WIDE = buildZip({ entries, zip64: true });
const BOTH = buildZip({ entries, zip64: { plain: true } });

/** Where the records begin, counted from the end of an archive without a comment. */
const END = 22;
const LOCATOR = END + 20;
const RECORD = LOCATOR + 56;

const opened = (bytes: Buffer): Promise<string> => toldOf(() => openArchive(bufferAccess(bytes), DEFAULT_LIMITS, 1));
function changed(zip: Buffer, record: number, field: number, value: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  value.copy(bytes, bytes.length - record + field);
  return bytes;
}

const SPANNED = 'zip.structure: the archive claims to have several volumes, or counts its entries twice';
const MALFORMED = 'zip.structure: the zip64 end record is malformed';
const ELSEWHERE = 'zip.structure: the zip64 end record is not where its locator says';
const DIFFER = 'zip.structure: the two end records of the archive differ';
const MARK16 = u16(0xffff);
const MARK32 = u32(0xffffffff);

test.each<[string, Buffer, number, number, Buffer, string]>([
  ['number of this file', PLAIN, END, 4, u16(1), SPANNED],
  ['file of the directory', PLAIN, END, 6, u16(1), SPANNED],
  ['count in this file', PLAIN, END, 8, u16(1), SPANNED],
  ['zip64 file of the record', WIDE, LOCATOR, 4, u32(1), SPANNED],
  ['zip64 number of files', WIDE, LOCATOR, 16, u32(2), SPANNED],
  ['zip64 number of files, none', WIDE, LOCATOR, 16, u32(0), 'none'],
  ['zip64 place of the record', WIDE, LOCATOR, 8, u64(1), ELSEWHERE],
  ['zip64 signature', WIDE, RECORD, 0, u32(0x06064b51), MALFORMED],
  ['zip64 size of the record', WIDE, RECORD, 4, u64(45), MALFORMED],
  ['zip64 number of this file', WIDE, RECORD, 16, u32(1), SPANNED],
  ['zip64 file of the directory', WIDE, RECORD, 20, u32(1), SPANNED],
  ['zip64 count in this file', WIDE, RECORD, 24, u64(1), SPANNED],
  ['number of this file beside zip64', BOTH, END, 4, u16(1), DIFFER],
  ['number of this file beside zip64, marked', BOTH, END, 4, MARK16, 'none'],
  ['file of the directory beside zip64', BOTH, END, 6, u16(1), DIFFER],
  ['file of the directory beside zip64, marked', BOTH, END, 6, MARK16, 'none'],
  ['count in this file beside zip64', BOTH, END, 8, u16(1), DIFFER],
  ['count in this file beside zip64, marked', BOTH, END, 8, MARK16, 'none'],
  ['count beside zip64', BOTH, END, 10, u16(1), DIFFER],
  ['count beside zip64, marked', BOTH, END, 10, MARK16, 'none'],
  ['size of the directory beside zip64', BOTH, END, 12, u32(1), DIFFER],
  ['size of the directory beside zip64, marked', BOTH, END, 12, MARK32, 'none'],
  ['place of the directory beside zip64', BOTH, END, 16, u32(1), DIFFER],
  ['place of the directory beside zip64, marked', BOTH, END, 16, MARK32, 'none'],
])('%s', async (_, zip, record, field, value, told) => {
  expect(await opened(zip)).toBe('none');
  expect(await opened(changed(zip, record, field, value))).toBe(told);
});

describe('at the front of the file', () => {
  test('an archive of nothing, plain and zip64', async () => {
    expect(await opened(buildZip({ entries: [] }))).toBe('none');
    expect(await opened(buildZip({ entries: [], zip64: true }))).toBe('none');
  });

  test('a locator before which there is no room for its record', async () => {
    const records = buildZip({ entries: [], zip64: true }).subarray(-LOCATOR);
    expect(await opened(records)).toBe(ELSEWHERE);
    expect(await opened(Buffer.concat([Buffer.alloc(1), records]))).toBe(ELSEWHERE);
  });

  test('an end record that is cut', async () => {
    const end = buildZip({ entries: [] });
    for (let length = 1; length < end.length; length++) {
      expect(await opened(end.subarray(0, length))).toBe(
        'zip.unreadable: no end record of a zip archive found: not a zip archive, or a truncated one',
      );
    }
  });
});

test('the room of the directory, to the byte', async () => {
  const room = 256 * 1024 + 3 * 4096;
  const field = (size: number): Buffer => extra(0xcafe, Buffer.alloc(size - 4));
  const filled = (bytes: number): Buffer => {
    const rest = bytes - 3 * (46 + 1 + 50_000 + 40_000);
    const sizes = [40_000, 40_000, 40_000 + rest];
    return buildZip({
      entries: sizes.map((size, i) => ({ name: `${i}`, extra: field(size), comment: Buffer.alloc(50_000) })),
    });
  };
  expect(await opened(filled(room))).toBe('none');
  expect(await opened(filled(room + 1))).toBe(
    `zip.structure: the central directory takes ${room + 1} bytes for its entries`,
  );
});
