import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../../../src/engine/limits.js';
import { bufferAccess } from '../../../../src/engine/source/random-access.js';
import { openArchive } from '../../../../src/engine/source/zip/archive.js';
import { toldOf } from '../../../support/faults.js';
import { expectTold, expectToldOf } from '../../../support/told.js';
import {
  type ArchiveSpec,
  buildZip,
  type EntrySpec,
  extra,
  type HeaderFields,
  openFault,
  readAll,
  u32,
  u64,
} from '../../../support/zip-builder.js';

const A: EntrySpec = { name: 'a.txt', data: 'alpha' };
const B: EntrySpec = { name: 'b.txt', data: 'beta' };
const JUNK = Buffer.from('junk');
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const one = (entry: Partial<EntrySpec>): ArchiveSpec => ({ entries: [{ ...A, ...entry }] });
const named = (...names: (string | Uint8Array)[]): ArchiveSpec => ({ entries: names.map((name) => ({ name })) });
const inner = buildZip({ entries: [{ name: 'a.txt', data: 'evil' }] });
const unicodePath = extra(0x7075, Buffer.concat([Buffer.from([1]), u32(0), Buffer.from('evil.txt')]));

const MARK = 0xffffffff;
/** Written by somebody who learnt the sizes last: the local header knows of no zip64, the directory does. */
const streamed = (descriptor: true | 'wide', central: HeaderFields): ArchiveSpec => one({ descriptor, central });

/** What, the hostile archive, its code, and the nearest archive that is legal. */
type Case = [string, ArchiveSpec | Buffer, string, ArchiveSpec | Buffer];

const build = (spec: ArchiveSpec | Buffer): Buffer => (Buffer.isBuffer(spec) ? spec : buildZip(spec));
const both = { entries: [A, B] };
/** What opening an archive ends with, in letters that can be seen. */
const openTold = async (spec: ArchiveSpec | Buffer): Promise<string> =>
  (await toldOf(() => openArchive(bufferAccess(build(spec)), DEFAULT_LIMITS, 1))).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const structure: Case[] = [
  ['an empty file', Buffer.alloc(0), 'zip.unreadable', { entries: [] }],
  ['no zip', Buffer.from('{"record_id":"this is a record, no archive"}'), 'zip.unreadable', both],
  ['an archive cut in its last byte', buildZip(both).subarray(0, -1), 'zip.unreadable', both],
  ['an archive cut in its comment', buildZip({ ...both, comment: JUNK }).subarray(0, -1), 'zip.unreadable', both],
  ['a prefix', { ...both, prefix: JUNK }, 'zip.structure', both],
  ['a prefix that the offsets know of', { ...both, prefix: JUNK, prefixAware: true }, 'zip.structure', both],
  ['a suffix', { ...both, suffix: JUNK }, 'zip.structure', { ...both, comment: JUNK }],
  ['two archives in one file', Buffer.concat([inner, buildZip(both)]), 'zip.structure', both],
  [
    'an archive as the comment',
    { ...both, comment: inner },
    'zip.structure',
    { ...both, comment: inner.subarray(0, 4) },
  ],
  ['a bare end record as the comment', { ...both, comment: inner.subarray(-22) }, 'zip.structure', both],
  ['an end signature in the comment', { ...both, comment: bytes('xPK\x05\x06x') }, 'zip.structure', both],
  ['a zip64 end signature in the comment', { ...both, comment: bytes('PK\x06\x06') }, 'zip.structure', both],
  ['a zip64 locator in the comment', { ...both, comment: bytes('PK\x06\x07') }, 'zip.structure', both],
  ['a comment length that is too short', { ...both, comment: JUNK, commentLength: 3 }, 'zip.structure', both],
  ['bytes between two entries', { entries: [A, { ...B, before: JUNK }] }, 'zip.structure', both],
  ['bytes before the directory', { ...both, beforeDirectory: JUNK }, 'zip.structure', both],
  ['bytes after the directory', { ...both, afterDirectory: JUNK }, 'zip.structure', both],
  ['a hidden local entry', { entries: [A, { ...B, only: 'local' }] }, 'zip.structure', both],
  ['a directory entry without data', { entries: [A, { ...B, only: 'central' }] }, 'zip.structure', both],
  ['a count that is too low', { ...both, count: 1 }, 'zip.structure', { entries: [A] }],
  ['a count that is too high', { ...both, count: 3 }, 'zip.structure', both],
  ['two counts', { ...both, diskCount: 1 }, 'zip.structure', both],
  ['a directory size that is too small', { ...both, directorySize: 60 }, 'zip.structure', both],
  ['a directory offset off by one', { ...both, directoryOffset: 1 }, 'zip.structure', both],
  [
    'a directory made of comments',
    { entries: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, comment: Buffer.alloc(65_000) })) },
    'zip.structure',
    one({ comment: Buffer.alloc(60_000) }),
  ],
  ['two entries over the same data', { entries: [A, { ...B, central: { offset: 0 } }] }, 'zip.structure', both],
  ['an entry in another file', one({ disk: 1 }), 'zip.structure', one({ disk: 0 })],
  ['a wrong central signature', one({ central: { signature: 0x02014b51 } }), 'zip.structure', one({})],
  ['a wrong local signature', one({ local: { signature: 0x04034b51 } }), 'zip.structure', one({})],
  [
    'data that reach into the directory',
    one({ local: { packed: 500 }, central: { packed: 500 } }),
    'zip.structure',
    one({}),
  ],
  [
    'a local header that ends at the directory',
    one({ method: 0, data: '', local: { name: '' } }),
    'zip.header_mismatch',
    one({ method: 0, data: '' }),
  ],
  [
    'extra fields that overrun',
    one({ extra: extra(0x5455, Buffer.alloc(5)).subarray(0, 7) }),
    'zip.structure',
    one({ extra: extra(0x5455, Buffer.alloc(5)) }),
  ],
  [
    'extra fields that leave a rest',
    one({ extra: Buffer.alloc(3) }),
    'zip.structure',
    one({ extra: extra(0xcafe, JUNK) }),
  ],
];

const headers: Case[] = [
  ['another local name', one({ local: { name: 'b.txt' } }), 'zip.header_mismatch', one({})],
  ['another case in the local name', one({ local: { name: 'A.txt' } }), 'zip.header_mismatch', one({})],
  ['a local name of another length', one({ local: { name: 'a.txt.sig' } }), 'zip.header_mismatch', one({})],
  ['another local method', one({ method: 0, local: { method: 8 } }), 'zip.header_mismatch', one({ method: 0 })],
  ['other local flags', one({ local: { flags: 0x800 } }), 'zip.header_mismatch', one({ flags: 0x800 })],
  ['another local CRC', one({ local: { crc: 1 } }), 'zip.header_mismatch', one({})],
  ['no local CRC without a descriptor', one({ local: { crc: 0 } }), 'zip.header_mismatch', one({ descriptor: true })],
  ['another local unpacked size', one({ local: { size: 4 } }), 'zip.header_mismatch', one({})],
  ['another local packed size', one({ local: { packed: 4 } }), 'zip.header_mismatch', one({})],
  ['a descriptor with another CRC', one({ descriptor: { crc: 1 } }), 'zip.header_mismatch', one({ descriptor: {} })],
  ['a descriptor with another size', one({ descriptor: { size: 4 } }), 'zip.header_mismatch', one({ descriptor: {} })],
  [
    'a descriptor with another packed size',
    one({ descriptor: { packed: 4 } }),
    'zip.header_mismatch',
    one({ descriptor: {} }),
  ],
  [
    'a descriptor with a local CRC of its own',
    one({ descriptor: true, local: { crc: 7 } }),
    'zip.header_mismatch',
    one({ descriptor: true }),
  ],
  [
    'a descriptor with another signature',
    one({ descriptor: { signature: 0x08074b51 } }),
    'zip.header_mismatch',
    one({ descriptor: {} }),
  ],
  ['a descriptor without a signature', one({ descriptor: 'unsigned' }), 'zip.structure', one({ descriptor: true })],
  [
    'a wide descriptor of a narrow entry',
    one({ descriptor: 'wide' }),
    'zip.header_mismatch',
    one({ descriptor: true, zip64: true }),
  ],
  ['a descriptor that is not there', one({ flags: 8 }), 'zip.structure', one({ descriptor: true })],
  [
    'a descriptor that no flag announces',
    one({ descriptor: true, flags: 0 }),
    'zip.header_mismatch',
    one({ descriptor: true }),
  ],
];

const coding: Case[] = [
  ['the encrypted flag', one({ flags: 1 }), 'zip.encrypted', one({ flags: 2 })],
  ['the strong encryption flag', one({ flags: 0x41 }), 'zip.encrypted', one({ flags: 4 })],
  ['the strong encryption flag alone', one({ flags: 0x40 }), 'zip.encrypted', one({ flags: 6 })],
  ['the masked header flag', one({ flags: 0x2000 }), 'zip.encrypted', one({ flags: 0x800 })],
  ['AES as a method', one({ method: 99, packedData: JUNK }), 'zip.encrypted', one({ method: 8 })],
  ['AES as an extra field', one({ extra: extra(0x9901, Buffer.alloc(7)) }), 'zip.encrypted', one({})],
  ['strong encryption as an extra field', one({ extra: extra(0x0017, Buffer.alloc(8)) }), 'zip.encrypted', one({})],
  ['a patch data flag', one({ flags: 0x20 }), 'zip.method_unsupported', one({})],
  ['deflate64', one({ method: 9, packedData: JUNK }), 'zip.method_unsupported', one({ method: 8 })],
  ['zstd', one({ method: 93, packedData: JUNK }), 'zip.method_unsupported', one({ method: 0 })],
  ['an unknown flag', one({ flags: 0x8000 }), 'zip.structure', one({ flags: 0 })],
];

const modes: Case[] = [
  ['a symbolic link', one({ mode: 0o120777 }), 'zip.symlink', one({ mode: 0o100777 })],
  ['a FIFO', one({ mode: 0o010644 }), 'zip.symlink', one({ mode: 0o644 })],
  ['a socket', one({ mode: 0o140644 }), 'zip.symlink', one({ mode: 0 })],
  ['a character device', one({ mode: 0o020644 }), 'zip.symlink', one({})],
  ['a block device', one({ mode: 0o060644 }), 'zip.symlink', one({})],
  ['setuid', one({ mode: 0o104755 }), 'zip.symlink', one({ mode: 0o100755 })],
  ['setgid', one({ mode: 0o102755 }), 'zip.symlink', one({ mode: 0o100755 })],
  ['sticky', one({ mode: 0o101755 }), 'zip.symlink', one({ mode: 0o100755 })],
  ['an NTFS reparse point', one({ dos: 0x400 }), 'zip.symlink', one({ dos: 0x20 })],
  ['a link in an ASi Unix field', one({ extra: extra(0x756e, Buffer.alloc(14)) }), 'zip.symlink', one({})],
  [
    'a link in a PKWARE Unix field',
    one({ extra: extra(0x000d, Buffer.alloc(15)) }),
    'zip.symlink',
    one({ extra: extra(0x000d, Buffer.alloc(12)) }),
  ],
  ['a folder by mode', one({ mode: 0o040755 }), 'zip.structure', one({ name: 'a.txt/', data: '', mode: 0o040755 })],
  [
    'a folder by DOS attribute',
    one({ dos: 0x10 }),
    'zip.structure',
    one({ name: 'a.txt/', data: '', mode: 0, dos: 0x10 }),
  ],
  [
    'a folder by name, file by mode',
    one({ name: 'a/', data: '' }),
    'zip.structure',
    one({ name: 'a/', data: '', mode: 0o040755 }),
  ],
  [
    'a folder with content',
    one({ name: 'a/', mode: 0o040755 }),
    'zip.structure',
    one({ name: 'a/', data: '', mode: 0o040755, method: 0 }),
  ],
];

const names: Case[] = [
  ['an empty name', named(''), 'zip.name_invalid', named(' a')],
  ['an empty name with an extra field', one({ name: '', extra: extra(0xcafe, JUNK) }), 'zip.name_invalid', named('a')],
  ['a parent at the start', named('../a'), 'zip.path_escape', named('..a')],
  ['a parent within', named('a/../b'), 'zip.path_escape', named('a/..b/b')],
  ['a parent at the end', named('a/..'), 'zip.path_escape', named('a/b')],
  ['a parent behind a backslash', named('a\\..\\b'), 'zip.path_escape', named('a/b')],
  ['an absolute name', named('/etc/passwd'), 'zip.path_escape', named('etc/passwd')],
  ['a network path', named('\\\\host\\share'), 'zip.path_escape', named('host/share')],
  ['a drive letter', named('C:evil'), 'zip.path_escape', named('C/evil')],
  ['a backslash', named('dir\\a'), 'zip.name_invalid', named('dir/a')],
  ['a dot part', named('./a'), 'zip.name_invalid', named('.a')],
  ['an empty part', named('a//b'), 'zip.name_invalid', named('a/b')],
  ['a folder of nothing', named('a//'), 'zip.name_invalid', { entries: [{ name: 'a/', mode: 0o040755 }] }],
  ['a NUL', named('a\0.txt'), 'zip.name_invalid', named('a0.txt')],
  ['a newline', named('a\n::error::b'), 'zip.name_invalid', named('a b')],
  ['an escape', named('a\x1b[31m'), 'zip.name_invalid', named('a[31m')],
  ['DEL', named('a\x7f'), 'zip.name_invalid', named('a~')],
  ['a C1 control', named('a\u0085b'), 'zip.name_invalid', named('a\u00a1b')],
  ['a bidi override', named('a\u202etxt.exe'), 'zip.name_invalid', named('a\u05d0txt')],
  ['a bidi isolate', named('a\u2066b'), 'zip.name_invalid', named('ab')],
  ['a line separator', named('a\u2028b'), 'zip.name_invalid', named('ab')],
  ['a trailing dot', named('a.txt.'), 'zip.name_invalid', named('a.txt')],
  ['a trailing blank', named('a.txt '), 'zip.name_invalid', named('a .txt')],
  ['a trailing no-break blank', named('a\u00a0'), 'zip.name_invalid', named('a\u00a0b')],
  ['a folder with a trailing dot', named('dir./a'), 'zip.name_invalid', named('.dir/a')],
  ['a reserved name', named('CON'), 'zip.name_invalid', named('CONS')],
  ['a reserved name with an ending', named('aux.json'), 'zip.name_invalid', named('auxiliary.json')],
  ['a reserved name in a folder', named('a/Com1.txt'), 'zip.name_invalid', named('a/Com10.txt')],
  ['a reserved name by a superscript', named('COM\u00b9'), 'zip.name_invalid', named('COMx\u00b9')],
  ['an NTFS stream', named('a.json::$DATA'), 'zip.name_invalid', named('run:b.json')],
  ['invalid UTF-8', named(Buffer.from([0x61, 0xff])), 'zip.name_invalid', named('a\u00ff')],
  ['overlong UTF-8', named(Buffer.from([0xc0, 0xae, 0x2e])), 'zip.name_invalid', named('a')],
  ['an encoded surrogate', named(Buffer.from([0xed, 0xa0, 0x80])), 'zip.name_invalid', named('\u{1f600}')],
  ['UTF-8 without its flag', one({ name: 'ü', flags: 0 }), 'zip.name_invalid', one({ name: 'ü', flags: 0x800 })],
  ['a full-width slash that hides parents', named('..\uff0fa'), 'zip.path_escape', named('a\uff0eb')],
  ['a two-dot leader as a parent', named('\u2025/a'), 'zip.path_escape', named('\u3002/a')],
  ['a name over 1024 bytes', named('a'.repeat(1025)), 'zip.name_invalid', named('a'.repeat(1024))],
  ['a name of 65 parts', named(`${'a/'.repeat(64)}a`), 'zip.name_invalid', named(`${'a/'.repeat(63)}a`)],
  ['a Unicode path', one({ extra: unicodePath }), 'zip.name_invalid', one({ extra: extra(0x6375, JUNK) })],
  [
    'a Unicode path in the local header',
    one({ local: { extra: unicodePath } }),
    'zip.name_invalid',
    one({ local: { extra: extra(0x5455, JUNK) } }),
  ],
];

const twins: Case[] = [
  ['the same name twice', named('a', 'a'), 'zip.duplicate_entry', named('a', 'b')],
  ['names that differ by case', named('a.txt', 'A.TXT'), 'zip.duplicate_entry', named('A.TXT', 'b.txt')],
  [
    'names that differ by case beyond ASCII',
    named('\u00fc', '\u00dc'),
    'zip.duplicate_entry',
    named('\u00fc', '\u00f6'),
  ],
  ['sharp s and ss', named('stra\u00dfe', 'STRASSE'), 'zip.duplicate_entry', named('stra\u00dfe', 'strase')],
  ['the capital sharp s', named('stra\u1e9ee', 'STRASSE'), 'zip.duplicate_entry', named('stra\u1e9ee', 'STRASE')],
  ['the Kelvin sign', named('k', '\u212a'), 'zip.duplicate_entry', named('k', 'l')],
  ['composed and decomposed', named('\u00e9', 'e\u0301'), 'zip.duplicate_entry', named('\u00e9', 'e')],
  ['compatibility forms', named('\ufb01le', 'file'), 'zip.duplicate_entry', named('\ufb01le', 'fill')],
  ['a zero-width blank', named('a\u200bb', 'ab'), 'zip.duplicate_entry', named('a\u200bb', 'ac')],
  ['a file that is a folder', named('a', 'a/b'), 'zip.duplicate_entry', named('a/b', 'a/c')],
  ['a folder that is a file', named('a/b', 'a'), 'zip.duplicate_entry', named('a/b', 'ab')],
  ['a file that is a folder in another case', named('A', 'a/b'), 'zip.duplicate_entry', named('A', 'ab/b')],
  ['folders that differ by case', named('dir/a', 'DIR/b'), 'zip.duplicate_entry', named('DIR/a', 'DIR/b')],
  [
    'a folder twice',
    {
      entries: [
        { name: 'a/', mode: 0o040755 },
        { name: 'a/', mode: 0o040755 },
      ],
    },
    'zip.duplicate_entry',
    { entries: [{ name: 'a/', mode: 0o040755 }, { name: 'a/b' }] },
  ],
  [
    'a folder and a file',
    { entries: [{ name: 'a/', mode: 0o040755 }, { name: 'a' }] },
    'zip.duplicate_entry',
    { entries: [{ name: 'a/b' }, { name: 'a/', mode: 0o040755 }] },
  ],
];

const wide: Case[] = [
  ['zip64 that counts otherwise', { ...both, zip64: { count: 1 } }, 'zip.structure', { ...both, zip64: true }],
  [
    'zip64 and plain records that differ',
    { ...both, directorySize: 1, zip64: { plain: true } },
    'zip.structure',
    { ...both, zip64: { plain: true } },
  ],
  ['a zip64 record elsewhere', { ...both, zip64: { recordOffset: 0 } }, 'zip.structure', { ...both, zip64: true }],
  [
    'a zip64 record with room for more',
    { ...both, zip64: { recordSize: 45 } },
    'zip.structure',
    { ...both, zip64: true },
  ],
  [
    'a marked size without its field',
    one({ zip64: true, central: { extra: Buffer.alloc(0) } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a zip64 field that is too short',
    one({ zip64: true, central: { extra: extra(1, u64(5)) } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a zip64 field that nothing asks for',
    one({ central: { extra: extra(1, u64(9)) } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a zip64 field that repeats the header, and differs',
    one({ central: { extra: extra(1, Buffer.concat([u64(5), u64(7), u64(9)])) } }),
    'zip.structure',
    one({ central: { extra: extra(1, Buffer.concat([u64(5), u64(7), u64(0)])) } }),
  ],
  [
    'two zip64 fields',
    one({ zip64: true, extra: extra(1, Buffer.concat([u64(9), u64(9), u64(9)])) }),
    'zip.structure',
    one({ zip64: true, extra: extra(0xcafe, JUNK) }),
  ],
  [
    'a local zip64 field that differs',
    one({ zip64: true, local: { extra: extra(1, Buffer.concat([u64(5), u64(9)])) } }),
    'zip.header_mismatch',
    one({ zip64: true }),
  ],
  [
    'a local zip64 field with room for an offset',
    one({ zip64: true, local: { extra: extra(1, Buffer.alloc(24)) } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a local zip64 field beside a plain size',
    one({ zip64: true, local: { size: 5 } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a local zip64 field beside a plain packed size',
    one({ zip64: true, local: { packed: 7 } }),
    'zip.structure',
    one({ zip64: true }),
  ],
  [
    'a narrow descriptor of an entry that only the directory calls wide',
    streamed(true, { size: MARK, extra: extra(1, u64(5)) }),
    'zip.structure',
    streamed('wide', { size: MARK, extra: extra(1, u64(5)) }),
  ],
  [
    'the same, called wide by its packed size',
    streamed(true, { packed: MARK, extra: extra(1, u64(7)) }),
    'zip.structure',
    streamed('wide', { packed: MARK, extra: extra(1, u64(7)) }),
  ],
  [
    'a local zip64 field beside plain sizes',
    one({ local: { extra: extra(1, Buffer.alloc(16)) } }),
    'zip.structure',
    one({ zip64: true, descriptor: true }),
  ],
  [
    'a size beyond all numbers',
    one({ zip64: true, central: { extra: extra(1, Buffer.alloc(24, 0xff)) } }),
    'zip.structure',
    one({ zip64: true }),
  ],
];

const groups = { structure, headers, coding, modes, names, twins, wide };
for (const [title, cases] of Object.entries(groups)) {
  describe(title, () => {
    test.each(cases)('%s', async (what, hostile, code, legal) => {
      const told = await openTold(hostile);
      expect(told.split(/:? /)[0]).toBe(code);
      expectToldOf('zips', `${title}: ${what}`, told);
      expect(await openFault(build(legal))).toBe('none');
    });
  });
}

test('what is told of each, and of which entry', async () => {
  const told: Record<string, string> = {};
  for (const [title, cases] of Object.entries(groups)) {
    for (const [what, hostile] of cases) {
      told[`${title}: ${what}`] = await openTold(hostile);
    }
  }
  expectTold('zips', told);
});

describe('data', () => {
  const text = 'some text that is worth packing, some text that is worth packing';
  const packed = deflateRawSync(text);
  const big = Buffer.alloc(3 * 1024 * 1024, 'noise that deflates a little 0123456789').map(
    (b, i) => b ^ ((i * 7919) >> 9),
  );
  const bigPacked = deflateRawSync(big);
  const CRC = 'zip.crc_mismatch at a.txt: a.txt does not have its CRC';
  const UNPACKABLE = 'zip.crc_mismatch at a.txt: a.txt contains data that cannot be inflated';
  const REST = 'zip.structure at a.txt: a.txt contains bytes after the end of its compressed data';
  const SHORT = 'zip.size_mismatch at a.txt: a.txt ends within its compressed data';
  const longer = (size: number): string =>
    `zip.size_mismatch at a.txt: a.txt unpacks to more than the declared ${size} bytes`;
  const cases: [string, Partial<EntrySpec>, string][] = [
    ['honest', { data: text }, 'none'],
    ['honest, large', { data: big }, 'none'],
    ['honest, large, stored', { data: big, method: 0 }, 'none'],
    ['a wrong CRC', { data: text, crc: 1 }, CRC],
    ['a wrong CRC, large', { data: big, crc: 1 }, CRC],
    ['a wrong CRC, stored', { data: text, method: 0, crc: 1 }, CRC],
    ['a wrong CRC, large, stored', { data: big, method: 0, crc: 1 }, CRC],
    ['a size that is too small', { data: text, size: 10 }, longer(10)],
    ['a size of 0', { data: text, size: 0 }, longer(0)],
    ['a size that is one too small', { data: text, size: text.length - 1 }, longer(text.length - 1)],
    [
      'a size that is one too large',
      { data: text, size: text.length + 1 },
      `zip.size_mismatch at a.txt: a.txt has ${text.length} bytes, not the declared ${text.length + 1}`,
    ],
    ['a size that is too small, large', { data: big, size: big.length - 1 }, longer(big.length - 1)],
    [
      'a size that is too large, large',
      { data: big, size: big.length + 1 },
      `zip.size_mismatch at a.txt: a.txt has ${big.length} bytes, not the declared ${big.length + 1}`,
    ],
    ['bytes after the stream', { data: text, packedData: Buffer.concat([packed, JUNK]) }, REST],
    ['bytes after the stream, large', { data: big, packedData: Buffer.concat([bigPacked, JUNK]) }, REST],
    ['much after the stream, large', { data: big, packedData: Buffer.concat([bigPacked, big]) }, REST],
    ['a second stream', { data: text, packedData: Buffer.concat([packed, packed]) }, REST],
    ['a stream that stops', { data: text, packedData: packed.subarray(0, -3) }, SHORT],
    ['a stream that stops, large', { data: big, packedData: bigPacked.subarray(0, -3) }, SHORT],
    ['no stream at all', { data: text, packedData: Buffer.alloc(0) }, SHORT],
    ['no deflate stream', { data: text, packedData: Buffer.alloc(20, 0xff) }, UNPACKABLE],
    ['no deflate stream, large', { data: big, packedData: Buffer.alloc(20_000, 0xff) }, UNPACKABLE],
  ];
  test.each(cases)('%s', async (_what, entry, told) => {
    const zip = buildZip(one(entry));
    expect(await openFault(zip)).toBe('none');
    expect(await toldOf(() => readAll(zip))).toBe(told);
  });

  test('a stored entry with two sizes is refused before it is read', async () => {
    expect(await openTold(one({ method: 0, size: 6 }))).toBe(
      'zip.size_mismatch at a.txt: a.txt is stored, but its two sizes differ',
    );
  });
});
