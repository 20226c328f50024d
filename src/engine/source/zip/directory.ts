import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { Fault } from '../../fault.js';
import { type Limits, RATIO_FLOOR_BYTES } from '../../limits.js';
import type { EndRecords } from './end.js';
import { decodeName, NameIndex } from './names.js';
import { type ByteWindow, type ExtraField, extraFields, ZIP64_EXTRA, ZIP64_MARK } from './window.js';

/** One entry of the central directory, after all checks that need only the directory. */
export interface CentralEntry {
  readonly name: string;
  readonly rawName: Buffer;
  /** Whether it is a folder: its name ends in `/`. */
  readonly directory: boolean;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Compressed size in bytes. */
  readonly packed: number;
  /** Uncompressed size in bytes. */
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** Whether the sizes are in the zip64 field, which makes a data descriptor wide. */
  readonly wide: boolean;
}

export const FLAG_DESCRIPTOR = 1 << 3;
const FLAG_UTF8 = 1 << 11;
/** Traditional, strong and masked-header encryption. */
const FLAGS_ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** Enhanced deflate and patch data. */
const FLAGS_METHOD = (1 << 4) | (1 << 5);
/** Compression level; does not affect how the data are read. */
const FLAGS_LEVEL = (1 << 1) | (1 << 2);
const FLAGS_KNOWN = FLAG_DESCRIPTOR | FLAG_UTF8 | FLAGS_LEVEL;

export const STORED = 0;
const DEFLATED = 8;
/** The method that AES-encrypted entries claim. */
const METHOD_AES = 99;

const EXTRA_UNICODE_PATH = 0x7075;
const EXTRA_AES = 0x9901;
const EXTRA_STRONG_ENCRYPTION = 0x0017;
/** Extra fields with Unix modes and link targets; the second is a link only when longer than its fixed part. */
const EXTRA_ASI_UNIX = 0x756e;
const EXTRA_PKWARE_UNIX = 0x000d;
const PKWARE_UNIX_FIXED_BYTES = 12;

const MODE_TYPE = 0o170000;
const MODE_DIRECTORY = 0o040000;
const MODE_REGULAR = 0o100000;
/** setuid, setgid and sticky. */
const MODE_SPECIAL = 0o7000;
const DOS_DIRECTORY = 0x10;
/** Volume label, device and NTFS reparse point (a link). */
const DOS_SPECIAL = 0x08 | 0x40 | 0x400;

const HEADER_BYTES = 46;
/**
 * Limit for the size of the directory. A larger one only serves to fill memory: names, extra fields and comments may have 64
 * kB each.
 */
const DIRECTORY_FLOOR_BYTES = 256 * 1024;
const DIRECTORY_BYTES_PER_ENTRY = 4096;

/** Provides yauzl with the directory and the tail from memory, so each of its reads returns synchronously. */
class DirectoryReader extends RandomAccessReader {
  constructor(private readonly parts: readonly { readonly start: number; readonly bytes: Buffer }[]) {
    super();
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, count?: number) => void,
  ): void {
    for (const { start, bytes } of this.parts) {
      if (position < start || position + length > start + bytes.length) continue;
      callback(null, bytes.subarray(position - start).copy(target, offset, 0, length));
      return;
    }
    callback(new Error('read outside the central directory'));
  }
}

/**
 * Reads the central directory and checks each entry on its own and against the others: names, modes, flags, methods, declared
 * sizes. Reads no file data.
 * @throws Fault for the first defect (hardening 15, 16).
 */
export async function readDirectory(window: ByteWindow, end: EndRecords, limits: Limits): Promise<CentralEntry[]> {
  if (end.entries > limits.maxEntries) {
    throw new Fault(
      'limit.entries',
      `the archive has ${end.entries} entries, limit ${limits.maxEntries} (--max-entries)`,
    );
  }
  if (end.directorySize < end.entries * HEADER_BYTES) throw miscounted();
  if (end.directorySize > DIRECTORY_FLOOR_BYTES + end.entries * DIRECTORY_BYTES_PER_ENTRY) {
    throw new Fault('zip.structure', `the central directory takes ${end.directorySize} bytes for its entries`);
  }
  const bytes = await window.data(end.directoryOffset, end.directorySize);
  const names = new NameIndex();
  const entries: CentralEntry[] = [];
  let cursor = 0;
  let total = 0;
  for (const entry of parse(window.size, end, bytes)) {
    const checked = checkEntry(entry, bytes.subarray(cursor), limits);
    names.add(checked.name);
    total += checked.size;
    if (total > limits.maxTotalBytes) {
      throw new Fault(
        'limit.total_bytes',
        `the archive unpacks to ${total} bytes or more, limit ${limits.maxTotalBytes} (--max-total-bytes)`,
      );
    }
    entries.push(checked);
    cursor += HEADER_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
  }
  if (cursor !== end.directorySize) throw miscounted();
  return entries;
}

function miscounted(): Fault {
  return new Fault('zip.structure', 'the number of entries is not the one that the archive declares');
}

/**
 * Runs yauzl over the directory. Strings are not decoded by it: its decoder accepts cp437, Unicode path extras and invalid
 * UTF-8, which are refused here.
 */
function* parse(size: number, end: EndRecords, directory: Buffer): Generator<Entry> {
  const reader = new DirectoryReader([
    { start: end.directoryOffset, bytes: directory },
    { start: end.tailOffset, bytes: end.tail },
  ]);
  const seen: { zip?: ZipFile; entry?: Entry; error?: Error } = {};
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  fromRandomAccessReader(reader, size, options, (error, zip) => {
    if (error) seen.error = error;
    else seen.zip = zip;
  });
  const { zip } = seen;
  if (zip === undefined) throw unparsable(seen.error);
  if (zip.entryCount !== end.entries) throw miscounted();
  zip.on('entry', (entry: Entry) => {
    seen.entry = entry;
  });
  zip.on('error', (error: Error) => {
    seen.error = error;
  });
  for (let index = 0; index < end.entries; index++) {
    delete seen.entry;
    zip.readEntry();
    if (seen.error !== undefined) throw unparsable(seen.error);
    // yauzl defers an entry only when name, extra fields and comment are all empty.
    if (seen.entry === undefined) throw new Fault('zip.name_invalid', 'an entry has no name');
    yield seen.entry;
  }
}

function unparsable(error: Error | undefined): Fault {
  const text = error?.message ?? 'no answer';
  if (text.includes('encryption')) return new Fault('zip.encrypted', `an entry is encrypted: ${text}`);
  return new Fault('zip.structure', `the central directory cannot be read: ${text}`);
}

/** Checks one entry. `header`: the directory's bytes from the header of this entry on. */
function checkEntry(entry: Entry, header: Buffer, limits: Limits): CentralEntry {
  const flags = entry.generalPurposeBitFlag;
  const name = decodeName(entry.fileNameRaw, (flags & FLAG_UTF8) !== 0);
  const directory = name.endsWith('/');
  checkCoding(name, flags, entry.compressionMethod);
  const extras = extraFields(entry.extraFieldRaw, name);
  checkExtras(name, extras);
  checkMode(name, directory, entry.externalFileAttributes);
  const checked: CentralEntry = {
    name,
    rawName: entry.fileNameRaw,
    directory,
    flags,
    method: entry.compressionMethod,
    crc: entry.crc32,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
    wide: header.readUInt32LE(20) === ZIP64_MARK || header.readUInt32LE(24) === ZIP64_MARK,
  };
  if (header.readUInt16LE(34) !== 0) throw new Fault('zip.structure', `${name} is on another volume`, { entry: name });
  checkZip64(checked, header, extras);
  checkSizes(checked, limits);
  return checked;
}

function checkCoding(name: string, flags: number, method: number): void {
  const place = { entry: name };
  if ((flags & FLAGS_ENCRYPTED) !== 0 || method === METHOD_AES) {
    throw new Fault('zip.encrypted', `${name} is encrypted`, place);
  }
  if ((flags & FLAGS_METHOD) !== 0 || (method !== STORED && method !== DEFLATED)) {
    throw new Fault('zip.method_unsupported', `${name} uses compression method ${method}, flags ${flags}`, place);
  }
  if ((flags & ~FLAGS_KNOWN) !== 0) throw new Fault('zip.structure', `${name} has unknown flags ${flags}`, place);
}

/** Refuses extra fields that give an entry a second name, a link target or a second interpretation. */
export function checkExtras(name: string, extras: readonly ExtraField[]): void {
  const place = { entry: name };
  for (const { id, data } of extras) {
    if (id === EXTRA_UNICODE_PATH) throw new Fault('zip.name_invalid', `${name} has a second name`, place);
    if (id === EXTRA_AES || id === EXTRA_STRONG_ENCRYPTION) {
      throw new Fault('zip.encrypted', `${name} is encrypted`, place);
    }
    if (id === EXTRA_ASI_UNIX || (id === EXTRA_PKWARE_UNIX && data.length > PKWARE_UNIX_FIXED_BYTES)) {
      throw new Fault('zip.symlink', `${name} carries Unix link data`, place);
    }
  }
}

/** Checks the Unix mode whatever system the header claims, as extractors do. */
function checkMode(name: string, directory: boolean, attributes: number): void {
  const place = { entry: name };
  const mode = attributes >>> 16;
  const type = mode & MODE_TYPE;
  if (type !== 0 && type !== MODE_REGULAR && type !== MODE_DIRECTORY) {
    throw new Fault('zip.symlink', `${name} is a link or special file (mode ${mode.toString(8)})`, place);
  }
  if ((mode & MODE_SPECIAL) !== 0) {
    throw new Fault('zip.symlink', `${name} has special mode bits (mode ${mode.toString(8)})`, place);
  }
  if ((attributes & DOS_SPECIAL) !== 0) throw new Fault('zip.symlink', `${name} is a special file`, place);
  const claimsFolder = type === MODE_DIRECTORY || (attributes & DOS_DIRECTORY) !== 0;
  if (directory ? type === MODE_REGULAR : claimsFolder) {
    throw new Fault('zip.structure', `${name} is a file by its name or mode and a folder by the other`, place);
  }
}

/**
 * The zip64 field must contain exactly the values that the header marks as missing, or all of them (as Go writes it);
 * otherwise readers disagree about sizes and offsets.
 */
function checkZip64(entry: CentralEntry, header: Buffer, extras: readonly ExtraField[]): void {
  const pairs = [
    [header.readUInt32LE(24), entry.size],
    [header.readUInt32LE(20), entry.packed],
    [header.readUInt32LE(42), entry.offset],
  ] as const;
  const marked = pairs.flatMap(([short, long]) => (short === ZIP64_MARK ? [long] : []));
  const data = extras.find((field) => field.id === ZIP64_EXTRA)?.data;
  const fits =
    data === undefined
      ? marked.length === 0
      : holds(data, marked) ||
        holds(
          data,
          pairs.map(([, v]) => v),
        );
  if (!fits || pairs.some(([, value]) => !Number.isSafeInteger(value))) {
    throw new Fault('zip.structure', `${entry.name} has a zip64 field that does not fit its header`, {
      entry: entry.name,
    });
  }
}

function holds(data: Buffer, values: readonly number[]): boolean {
  return (
    data.length === values.length * 8 &&
    values.every((value, index) => data.readBigUInt64LE(index * 8) === BigInt(value))
  );
}

/** Limits of hardening 16, before anything is unpacked; unpacking stops where an entry exceeds its declared size. */
function checkSizes(entry: CentralEntry, limits: Limits): void {
  const { name, size, packed } = entry;
  const place = { entry: name };
  if (size > limits.maxEntryBytes) {
    throw new Fault(
      'limit.entry_bytes',
      `${name} has ${size} bytes, limit ${limits.maxEntryBytes} (--max-entry-bytes)`,
      place,
    );
  }
  if (size > RATIO_FLOOR_BYTES && size > packed * limits.maxRatio) {
    throw new Fault(
      'limit.ratio',
      `${name} unpacks from ${packed} to ${size} bytes, limit ${limits.maxRatio} to 1 (--max-ratio)`,
      place,
    );
  }
  if (entry.method === STORED && size !== packed) {
    throw new Fault('zip.size_mismatch', `${name} is stored, but its two sizes differ`, place);
  }
  if (entry.directory && size !== 0) throw new Fault('zip.structure', `folder ${name} has content`, place);
}
