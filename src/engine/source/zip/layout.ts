import { Fault } from '../../fault.js';
import type { Limits } from '../../limits.js';
import { type CentralEntry, checkExtras, FLAG_DESCRIPTOR, readDirectory } from './directory.js';
import { readEnd } from './end.js';
import { type ByteWindow, extraFields, u64, ZIP64_EXTRA, ZIP64_MARK } from './window.js';

/** An entry with the location of its data. */
export interface PlacedEntry extends CentralEntry {
  /** Offset of its packed data. */
  readonly dataOffset: number;
}

const LOCAL_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const DESCRIPTOR_BYTES = 16;
const WIDE_DESCRIPTOR_BYTES = 24;

/**
 * Checks the whole structure of an archive and returns its entries in the order of the directory. Each byte belongs to
 * exactly one listed entry, the directory or the end records, and the two headers of each entry agree. Reads no file data.
 * @throws Fault for the first defect (hardening 15, 16).
 */
export async function readLayout(window: ByteWindow, limits: Limits): Promise<PlacedEntry[]> {
  const end = await readEnd(window);
  const entries = await readDirectory(window, end, limits);
  const placed: PlacedEntry[] = [];
  let cursor = 0;
  for (const [index, entry] of [...entries.entries()].sort(([, a], [, b]) => a.offset - b.offset)) {
    if (entry.offset !== cursor) {
      const what = entry.offset > cursor ? 'follows data that belongs to no entry' : 'overlaps another entry';
      throw new Fault('zip.structure', `${entry.name} ${what}`, { entry: entry.name });
    }
    const local = await readLocal(window, entry, end.directoryOffset);
    placed[index] = { ...entry, dataOffset: local.dataOffset };
    cursor = local.end;
  }
  if (cursor !== end.directoryOffset) {
    throw new Fault('zip.structure', 'data before the central directory belongs to no entry');
  }
  return placed;
}

interface Local {
  readonly dataOffset: number;
  /** First byte after the entry's data and descriptor. */
  readonly end: number;
}

async function readLocal(window: ByteWindow, entry: CentralEntry, limit: number): Promise<Local> {
  const { name, offset, flags } = entry;
  const place = { entry: name };
  const overrun = () => new Fault('zip.structure', `${name} reaches into the central directory`, place);
  const namesAt = offset + LOCAL_BYTES;
  if (namesAt > limit) throw overrun();
  const header = await window.at(offset, LOCAL_BYTES);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    throw new Fault('zip.structure', `${name} has no local header where the directory says`, place);
  }
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const dataOffset = namesAt + nameBytes + extraBytes;
  if (dataOffset + entry.packed > limit) throw overrun();
  const names = await window.at(namesAt, nameBytes + extraBytes);
  const extras = extraFields(names.subarray(nameBytes), name);
  checkExtras(name, extras);
  const zip64 = extras.find((field) => field.id === ZIP64_EXTRA)?.data;
  const sizes = localSizes(entry, header, zip64);
  const wrong = (what: string) =>
    new Fault('zip.header_mismatch', `the local header of ${name} has a different ${what}`, place);
  if (!names.subarray(0, nameBytes).equals(entry.rawName)) throw wrong('name');
  if (header.readUInt16LE(6) !== flags) throw wrong('set of flags');
  if (header.readUInt16LE(8) !== entry.method) throw wrong('method');
  const streamed = (flags & FLAG_DESCRIPTOR) !== 0;
  // When streaming, a producer does not know these values yet: they are 0 here and follow in the descriptor.
  const agrees = (local: number, central: number) => local === central || (streamed && local === 0);
  if (!agrees(header.readUInt32LE(14), entry.crc)) throw wrong('CRC');
  if (!agrees(sizes.packed, entry.packed) || !agrees(sizes.size, entry.size)) throw wrong('size');
  const dataEnd = dataOffset + entry.packed;
  if (!streamed) return { dataOffset, end: dataEnd };
  const wide = zip64 !== undefined || entry.wide;
  const end = dataEnd + (wide ? WIDE_DESCRIPTOR_BYTES : DESCRIPTOR_BYTES);
  if (end > limit) throw overrun();
  checkDescriptor(entry, await window.at(dataEnd, end - dataEnd), wide);
  return { dataOffset, end };
}

function localSizes(entry: CentralEntry, header: Buffer, zip64: Buffer | undefined): { packed: number; size: number } {
  const packed = header.readUInt32LE(18);
  const size = header.readUInt32LE(22);
  if (zip64 === undefined) return { packed, size };
  // In a local header the field must contain both sizes, and both must be marked; otherwise readers interpret it differently.
  if (zip64.length !== 16 || packed !== ZIP64_MARK || size !== ZIP64_MARK) {
    throw new Fault('zip.structure', `${entry.name} has a zip64 field that does not fit its local header`, {
      entry: entry.name,
    });
  }
  return { size: u64(zip64, 0), packed: u64(zip64, 8) };
}

/** The descriptor must have its signature: without it, a reader that starts at the front cannot distinguish it from data. */
function checkDescriptor(entry: CentralEntry, bytes: Buffer, wide: boolean): void {
  const packed = wide ? u64(bytes, 8) : bytes.readUInt32LE(8);
  const size = wide ? u64(bytes, 16) : bytes.readUInt32LE(12);
  const same =
    bytes.readUInt32LE(0) === DESCRIPTOR_SIGNATURE &&
    bytes.readUInt32LE(4) === entry.crc &&
    packed === entry.packed &&
    size === entry.size;
  if (!same) {
    throw new Fault('zip.header_mismatch', `the data descriptor of ${entry.name} differs from the directory`, {
      entry: entry.name,
    });
  }
}
