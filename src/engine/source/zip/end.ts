import { Fault } from '../../fault.js';
import { type ByteWindow, u64, ZIP64_MARK } from './window.js';

/** Location of the central directory, on which all end records agree. */
export interface EndRecords {
  readonly entries: number;
  readonly directoryOffset: number;
  readonly directorySize: number;
  /** Last bytes of the file, from `tailOffset` on, which contain all end records. */
  readonly tail: Buffer;
  readonly tailOffset: number;
}

const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ZIP64_END_BYTES = 56;
const TAIL_BYTES = ZIP64_END_BYTES + LOCATOR_BYTES + END_BYTES + 0xffff;

const END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP64_END = Buffer.from('PK\x06\x06', 'latin1');
const LOCATOR = Buffer.from('PK\x06\x07', 'latin1');

/**
 * Finds the end records of an archive and requires that they can be read in only one way: the directory ends where they
 * begin, they end where the file ends, and they agree with each other.
 * @throws Fault `zip.unreadable` when it is not a zip archive or truncated, `zip.structure` otherwise (hardening 15).
 */
export async function readEnd(window: ByteWindow): Promise<EndRecords> {
  if (window.size === 0) throw new Fault('zip.unreadable', 'the archive is empty (0 bytes)');
  const tailOffset = Math.max(0, window.size - TAIL_BYTES);
  const tail = await window.data(tailOffset, window.size - tailOffset);
  const at = tail.length < END_BYTES ? -1 : tail.lastIndexOf(END, tail.length - END_BYTES);
  if (at === -1)
    throw new Fault('zip.unreadable', 'no end record of a zip archive found: not a zip archive, or a truncated one');
  const end = tail.subarray(at);
  requireCleanEnd(end);
  const records = { tail, tailOffset, ...(readZip64(tail, tailOffset, at) ?? readPlain(end)) };
  const endOfDirectory = tailOffset + (hasLocator(tail, at) ? at - LOCATOR_BYTES - ZIP64_END_BYTES : at);
  if (records.directoryOffset + records.directorySize !== endOfDirectory) {
    throw new Fault(
      'zip.structure',
      'the central directory does not end where the end record begins: bytes before, between or after the archive',
    );
  }
  return records;
}

/**
 * The comment must fill the rest of the file, and must not contain anything that a different reader would treat as an end
 * record.
 */
function requireCleanEnd(end: Buffer): void {
  const declared = end.readUInt16LE(20);
  const found = end.length - END_BYTES;
  if (declared > found) throw new Fault('zip.unreadable', 'the archive is truncated within its comment');
  if (declared < found)
    throw new Fault(
      'zip.structure',
      `${found - declared} ${found - declared === 1 ? 'byte follows' : 'bytes follow'} the archive`,
    );
  const rest = end.subarray(1);
  if (rest.includes(END) || rest.includes(ZIP64_END) || rest.includes(LOCATOR)) {
    throw new Fault('zip.structure', 'the archive comment contains a second end record');
  }
}

type Directory = Pick<EndRecords, 'entries' | 'directoryOffset' | 'directorySize'>;

function readPlain(end: Buffer): Directory {
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0) throw spanned();
  const entries = end.readUInt16LE(10);
  if (end.readUInt16LE(8) !== entries) throw spanned();
  return { entries, directorySize: end.readUInt32LE(12), directoryOffset: end.readUInt32LE(16) };
}

function hasLocator(tail: Buffer, at: number): boolean {
  return at >= LOCATOR_BYTES && tail.subarray(at - LOCATOR_BYTES, at - LOCATOR_BYTES + 4).equals(LOCATOR);
}

/**
 * Reads the zip64 records; `undefined` when there are none. Some readers use them and others do not, so they must agree with
 * the plain record.
 */
function readZip64(tail: Buffer, tailOffset: number, at: number): Directory | undefined {
  if (!hasLocator(tail, at)) return undefined;
  const end = tail.subarray(at);
  const locator = tail.subarray(at - LOCATOR_BYTES, at);
  const recordAt = at - LOCATOR_BYTES - ZIP64_END_BYTES;
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) throw spanned();
  // If the locator is too close to the start, no record fits before it, and this comparison fails as well.
  if (u64(locator, 8) !== tailOffset + recordAt) {
    throw new Fault('zip.structure', 'the zip64 end record is not where its locator says');
  }
  const record = tail.subarray(recordAt, recordAt + ZIP64_END_BYTES);
  if (!record.subarray(0, 4).equals(ZIP64_END) || u64(record, 4) !== ZIP64_END_BYTES - 12) {
    throw new Fault('zip.structure', 'the zip64 end record is malformed');
  }
  const entries = u64(record, 32);
  const directorySize = u64(record, 40);
  const directoryOffset = u64(record, 48);
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || u64(record, 24) !== entries) throw spanned();
  const agrees =
    same(end.readUInt16LE(4), 0, 0xffff) &&
    same(end.readUInt16LE(6), 0, 0xffff) &&
    same(end.readUInt16LE(8), entries, 0xffff) &&
    same(end.readUInt16LE(10), entries, 0xffff) &&
    same(end.readUInt32LE(12), directorySize, ZIP64_MARK) &&
    same(end.readUInt32LE(16), directoryOffset, ZIP64_MARK);
  if (!agrees) throw new Fault('zip.structure', 'the two end records of the archive differ');
  return { entries, directorySize, directoryOffset };
}

function same(short: number, long: number, mark: number): boolean {
  return short === long || short === mark;
}

function spanned(): Fault {
  return new Fault('zip.structure', 'the archive claims to have several volumes, or counts its entries twice');
}
