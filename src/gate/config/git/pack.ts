import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const inflateAsync = promisify(inflate);

/** Types of git objects that are not stored as deltas, by their number in a pack. */
const TYPES: ReadonlyMap<number, GitType> = new Map([
  [1, 'commit'],
  [2, 'tree'],
  [3, 'blob'],
  [4, 'tag'],
]);
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
const INDEX_MAGIC = 0xff744f63;
const FANOUT_BYTES = 256 * 4;
/** Longest header of an entry: size in 10 bytes, then an offset in 10 or an id in 32. */
const MAX_ENTRY_HEADER_BYTES = 48;
/** Git itself writes chains of at most 4,095 deltas. */
const MAX_DELTA_DEPTH = 4095;

export type GitType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object, not yet compared with its id. */
export interface RawObject {
  readonly type: GitType;
  readonly content: Uint8Array;
}

/** Finds the base of a delta that names it by its id. */
export type FindBase = (id: string) => Promise<RawObject | undefined>;

/** A defect in a git folder; nothing is concluded from what comes after it. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Inflates at most `limit` bytes; what follows the compressed data is ignored. */
export async function inflateAtMost(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  try {
    return await inflateAsync(bytes, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    throw new GitError(`a git object cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Where an object begins in the pack that belongs to an index (gitformat-pack, version 2): a binary search over the file,
 * so that the index of a large repository is never read whole. `undefined` when it is not in it.
 */
export async function findInIndex(path: string, id: string): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, 8 + FANOUT_BYTES);
    if (head.readUInt32BE(0) !== INDEX_MAGIC || head.readUInt32BE(4) !== 2)
      throw new GitError('not a version 2 pack index');
    const wanted = Buffer.from(id, 'hex');
    const first = wanted[0] ?? 0;
    const fanout = (byte: number): number => (byte < 0 ? 0 : head.readUInt32BE(8 + byte * 4));
    const count = fanout(255);
    const names = 8 + FANOUT_BYTES;
    let low = fanout(first - 1);
    let high = fanout(first);
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      const order = wanted.compare(await readAt(file, names + middle * wanted.length, wanted.length));
      if (order === 0) return await offsetOf(file, names + count * (wanted.length + 4), middle, count);
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return undefined;
  } finally {
    await file.close();
  }
}

async function offsetOf(file: FileHandle, table: number, position: number, count: number): Promise<number> {
  const offset = (await readAt(file, table + position * 4, 4)).readUInt32BE(0);
  if (offset < 0x80000000) return offset;
  // Above 2 GiB a second table holds the offset.
  const large = await readAt(file, table + count * 4 + (offset - 0x80000000) * 8, 8);
  return Number(large.readBigUInt64BE(0));
}

/**
 * Reads one object of a pack and the bases of its deltas, each by its place in the file.
 * @param limit most bytes of the object and of every base.
 */
export async function readFromPack(
  path: string,
  offset: number,
  idLength: number,
  limit: number,
  findBase: FindBase,
): Promise<RawObject> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await readEntry({ file, end: size - idLength, idLength, limit, findBase }, offset, 0);
  } finally {
    await file.close();
  }
}

interface Pack {
  readonly file: FileHandle;
  /** Where the trailer begins. */
  readonly end: number;
  readonly idLength: number;
  readonly limit: number;
  readonly findBase: FindBase;
}

async function readEntry(pack: Pack, offset: number, depth: number): Promise<RawObject> {
  if (depth > MAX_DELTA_DEPTH) throw new GitError('a chain of deltas is too long');
  if (offset < 12 || offset >= pack.end) throw new GitError('an offset is outside its pack');
  const head = await readAt(pack.file, offset, Math.min(MAX_ENTRY_HEADER_BYTES, pack.end - offset));
  const { type, size, length } = entryHeader(head);
  if (size > pack.limit) throw new GitError(`a git object has ${size} bytes, limit ${pack.limit}`);
  const whole = TYPES.get(type);
  if (whole !== undefined) return { type: whole, content: await unpack(pack, offset + length, size) };
  if (type === OFFSET_DELTA) {
    const back = baseOffset(head, length);
    const base = await readEntry(pack, offset - back.distance, depth + 1);
    return {
      type: base.type,
      content: applyDelta(base.content, await unpack(pack, offset + back.next, size), pack.limit),
    };
  }
  if (type !== REFERENCE_DELTA) throw new GitError(`a pack entry has the unknown type ${type}`);
  const id = head.subarray(length, length + pack.idLength).toString('hex');
  const base = await pack.findBase(id);
  if (base === undefined) throw new GitError(`the base ${id} of a delta is missing`);
  const delta = await unpack(pack, offset + length + pack.idLength, size);
  return { type: base.type, content: applyDelta(base.content, delta, pack.limit) };
}

/** Type and unpacked size of an entry, and how many bytes encode them. */
function entryHeader(bytes: Buffer): { readonly type: number; readonly size: number; readonly length: number } {
  const first = bytes[0] ?? 0;
  let size = first & 15;
  let factor = 16;
  let length = 1;
  for (let byte = first; byte >= 128; length += 1) {
    byte = bytes[length] ?? 0;
    size += (byte & 127) * factor;
    factor *= 128;
  }
  return { type: (first >> 4) & 7, size, length };
}

/** Distance to the base of an offset delta, in the encoding that adds one for each further byte. */
function baseOffset(bytes: Buffer, start: number): { readonly distance: number; readonly next: number } {
  let byte = bytes[start] ?? 0;
  let distance = byte & 127;
  let next = start + 1;
  while (byte >= 128) {
    byte = bytes[next] ?? 0;
    distance = (distance + 1) * 128 + (byte & 127);
    next += 1;
  }
  return { distance, next };
}

/** Unpacks `size` bytes: compressed they are never much longer (zlib's bound). */
async function unpack(pack: Pack, at: number, size: number): Promise<Uint8Array> {
  const most = size + Math.ceil(size / 1000) + 1024;
  const content = await inflateAtMost(await readAt(pack.file, at, Math.min(most, pack.end - at)), size);
  if (content.length !== size) throw new GitError('a git object does not have its size');
  return content;
}

/** Builds an object from its base and a delta: copies of ranges of the base, and bytes of its own. */
function applyDelta(base: Uint8Array, delta: Uint8Array, limit: number): Uint8Array {
  let at = 0;
  const next = (): number => {
    const byte = delta[at++];
    if (byte === undefined) throw new GitError('a delta ends too early');
    return byte;
  };
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = next();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  /** A little-endian number; `bits` says which of its bytes are present. */
  const sparse = (bits: number, count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++) if ((bits & (1 << i)) !== 0) value += next() * 256 ** i;
    return value;
  };
  if (varint() !== base.length) throw new GitError('a delta is for a different base');
  const size = varint();
  if (size > limit) throw new GitError(`a git object has ${size} bytes, limit ${limit}`);
  const made = Buffer.alloc(size);
  let length = 0;
  while (at < delta.length) {
    const code = next();
    const isCopy = code >= 128;
    const from = isCopy ? sparse(code, 4) : at;
    const count = isCopy ? sparse(code >> 4, 3) || 0x10000 : code;
    const source = isCopy ? base : delta;
    if (count === 0 || from + count > source.length || length + count > size) throw new GitError('a delta is damaged');
    made.set(source.subarray(from, from + count), length);
    length += count;
    if (!isCopy) at += count;
  }
  if (length !== size) throw new GitError('a delta is damaged');
  return made;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, length)), 0, Math.max(0, length), position);
  if (bytesRead < length) throw new GitError('a git file ends too early');
  return buffer;
}
