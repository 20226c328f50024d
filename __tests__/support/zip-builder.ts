import zlib from 'node:zlib';
import { Fault } from '../../src/engine/fault.js';
import { DEFAULT_LIMITS, type Limits } from '../../src/engine/limits.js';
import { bufferAccess } from '../../src/engine/source/random-access.js';
import { openArchive } from '../../src/engine/source/zip/archive.js';

/** What one header says; every member can be set apart from the truth. */
export interface HeaderFields {
  readonly signature?: number;
  readonly version?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly name?: string | Uint8Array;
  readonly extra?: Uint8Array;
}

/** An entry to write: honest, save for what is overridden. */
export interface EntrySpec {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** 8 unless given. */
  readonly method?: number;
  /** Bytes to write as packed data in place of the honest ones. */
  readonly packedData?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix mode, into the upper half of the external attributes. */
  readonly mode?: number;
  /** Lower half of the external attributes. */
  readonly dos?: number;
  readonly extra?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly disk?: number;
  /** Zero sizes in the local header, a descriptor after the data. */
  readonly descriptor?:
    | boolean
    | 'wide'
    | 'unsigned'
    | { readonly signature?: number; readonly crc?: number; readonly packed?: number; readonly size?: number };
  /** Sizes and offset in zip64 extra fields. */
  readonly zip64?: boolean;
  readonly local?: HeaderFields;
  readonly central?: HeaderFields & { readonly offset?: number };
  /** Bytes to write before the local header. */
  readonly before?: Uint8Array;
  /** Leaves the entry out of the directory, or out of the local part. */
  readonly only?: 'local' | 'central';
}

/** The archive around the entries. */
export interface ArchiveSpec {
  readonly entries: readonly EntrySpec[];
  readonly prefix?: Uint8Array;
  /** Adds the length of the prefix to all offsets. */
  readonly prefixAware?: boolean;
  readonly beforeDirectory?: Uint8Array;
  readonly afterDirectory?: Uint8Array;
  readonly suffix?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly commentLength?: number;
  readonly count?: number;
  readonly diskCount?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  readonly zip64?:
    | boolean
    | { readonly count?: number; readonly recordOffset?: number; recordSize?: number; plain?: boolean };
  /** Order of entries in the directory, as indices. */
  readonly order?: readonly number[];
}

const MARK = 0xffffffff;

export const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
/** One extra field. */
export const extra = (id: number, data: Uint8Array): Buffer => Buffer.concat([u16(id), u16(data.length), data]);

const raw = (text: string | Uint8Array): Buffer => (typeof text === 'string' ? Buffer.from(text) : Buffer.from(text));

/** Writes an archive exactly as described. */
export function buildZip(spec: ArchiveSpec): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    parts.push(Buffer.from(bytes));
    length += bytes.length;
  };
  put(spec.prefix ?? Buffer.alloc(0));
  const shift = spec.prefixAware ? 0 : length;
  const headers = spec.entries.map((entry) => writeEntry(entry, put, () => length - shift));
  put(spec.beforeDirectory ?? Buffer.alloc(0));
  const directoryOffset = length - shift;
  const order = spec.order ?? headers.map((_, index) => index);
  const listed = order.flatMap((index) => headers[index] ?? []);
  for (const header of listed) put(header);
  const directorySize = length - shift - directoryOffset;
  put(spec.afterDirectory ?? Buffer.alloc(0));
  writeEnd(spec, put, () => length - shift, { count: listed.length, directoryOffset, directorySize });
  put(spec.suffix ?? Buffer.alloc(0));
  return Buffer.concat(parts);
}

/** Writes the local part of an entry and returns its header for the directory. */
function writeEntry(entry: EntrySpec, put: (bytes: Uint8Array) => void, position: () => number): Buffer | undefined {
  const data = raw(entry.data ?? '');
  const method = entry.method ?? 8;
  const packedData = entry.packedData ?? (method === 0 ? data : zlib.deflateRawSync(data));
  const { descriptor } = entry;
  const beyondAscii = raw(entry.name).some((byte) => byte > 0x7e);
  const truth = {
    version: entry.zip64 ? 45 : 20,
    flags: entry.flags ?? (descriptor ? 8 : 0) | (beyondAscii ? 0x800 : 0),
    method,
    crc: entry.crc ?? zlib.crc32(data),
    packed: packedData.length,
    size: entry.size ?? data.length,
    name: entry.name,
  };
  const wide = entry.zip64 === true;
  put(entry.before ?? Buffer.alloc(0));
  const offset = position();
  if (entry.only !== 'central') {
    const seen = descriptor ? { crc: 0, packed: 0, size: 0 } : {};
    const sizes = { ...truth, ...seen };
    const long = wide ? extra(1, Buffer.concat([u64(sizes.size), u64(sizes.packed)])) : Buffer.alloc(0);
    const marks = wide ? { packed: MARK, size: MARK } : {};
    const fields = Buffer.concat([long, entry.extra ?? Buffer.alloc(0)]);
    put(header(entry.local?.signature ?? 0x04034b50, { extra: fields, ...sizes, ...marks, ...entry.local }));
    put(packedData);
    if (descriptor) put(writeDescriptor(truth, wide, descriptor));
  }
  if (entry.only === 'local') return undefined;
  const long = wide ? extra(1, Buffer.concat([u64(truth.size), u64(truth.packed), u64(offset)])) : Buffer.alloc(0);
  const marks = wide ? { packed: MARK, size: MARK, offset: MARK } : {};
  const fields = Buffer.concat([long, entry.extra ?? Buffer.alloc(0)]);
  const central = { extra: fields, offset, ...truth, ...marks, ...entry.central };
  const comment = entry.comment ?? Buffer.alloc(0);
  const attributes = (((entry.mode ?? 0o100644) << 16) | (entry.dos ?? 0)) >>> 0;
  // After its signature and one more version, a central header begins like a local one.
  const body = header(0, central).subarray(4);
  return Buffer.concat([
    u32(entry.central?.signature ?? 0x02014b50),
    u16((3 << 8) | central.version),
    body.subarray(0, 26),
    u16(comment.length),
    u16(entry.disk ?? 0),
    u16(0),
    u32(attributes),
    u32(central.offset),
    body.subarray(26),
    comment,
  ]);
}

function header(signature: number, fields: Required<Omit<HeaderFields, 'signature'>>): Buffer {
  const name = raw(fields.name);
  return Buffer.concat([
    u32(signature),
    u16(fields.version),
    u16(fields.flags),
    u16(fields.method),
    u16(0),
    u16(0x21),
    u32(fields.crc),
    u32(fields.packed),
    u32(fields.size),
    u16(name.length),
    u16(fields.extra.length),
    name,
    fields.extra,
  ]);
}

function writeDescriptor(
  truth: { readonly crc: number; readonly packed: number; readonly size: number },
  wide: boolean,
  how: Exclude<EntrySpec['descriptor'], undefined | false>,
): Buffer {
  const values = { signature: 0x08074b50, ...truth, ...(typeof how === 'object' ? how : {}) };
  const number = wide || how === 'wide' ? u64 : u32;
  const body = Buffer.concat([u32(values.crc), number(values.packed), number(values.size)]);
  return how === 'unsigned' ? body : Buffer.concat([u32(values.signature), body]);
}

function writeEnd(
  spec: ArchiveSpec,
  put: (bytes: Uint8Array) => void,
  position: () => number,
  truth: { readonly count: number; readonly directoryOffset: number; readonly directorySize: number },
): void {
  const count = spec.count ?? truth.count;
  const size = spec.directorySize ?? truth.directorySize;
  const offset = spec.directoryOffset ?? truth.directoryOffset;
  const long = typeof spec.zip64 === 'object' ? spec.zip64 : {};
  if (spec.zip64) {
    const recordAt = position();
    const total = u64(long.count ?? count);
    put(Buffer.concat([u32(0x06064b50), u64(long.recordSize ?? 44), u16(45), u16(45), u32(0), u32(0), total, total]));
    put(Buffer.concat([u64(size), u64(offset)]));
    put(Buffer.concat([u32(0x07064b50), u32(0), u64(long.recordOffset ?? recordAt), u32(1)]));
  }
  const mark = spec.zip64 && !long.plain;
  const comment = spec.comment ?? Buffer.alloc(0);
  put(
    Buffer.concat([
      u32(0x06054b50),
      u16(0),
      u16(0),
      u16(mark ? 0xffff : (spec.diskCount ?? count)),
      u16(mark ? 0xffff : count),
      u32(mark ? MARK : size),
      u32(mark ? MARK : offset),
      u16(spec.commentLength ?? comment.length),
      comment,
    ]),
  );
}

/** Opens an archive and reads all of it: names and contents in order. */
export async function readAll(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<[string, Buffer][]> {
  const archive = await openArchive(bufferAccess(bytes), { ...DEFAULT_LIMITS, ...limits }, 1);
  const contents: [string, Buffer][] = [];
  for (const entry of archive.entries) contents.push([entry.name, Buffer.from(await entry.bytes(entry.size))]);
  await archive.close();
  return contents;
}

/** The code of the fault that a promise ends with; `'none'` without one. Any other error is thrown on. */
export async function faultOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  return 'none';
}

/** The code that opening an archive ends with. */
export function openFault(bytes: Uint8Array, limits: Partial<Limits> = {}, depth = 1): Promise<string> {
  return faultOf(openArchive(bufferAccess(bytes), { ...DEFAULT_LIMITS, ...limits }, depth));
}
