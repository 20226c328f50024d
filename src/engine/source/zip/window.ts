import { Fault } from '../../fault.js';
import type { RandomAccess } from '../source.js';

/** Archives up to this size in bytes are read completely: most packs are small, and each read has a fixed cost. */
const WHOLE_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Bytes read ahead in larger archives, so that a descriptor and the next header need only one read. */
const READ_AHEAD_BYTES = 16 * 1024;

/** Value of a 32-bit field whose real value is in the zip64 extra field. */
export const ZIP64_MARK = 0xffffffff;
/** Id of the zip64 extra field. */
export const ZIP64_EXTRA = 0x0001;

/** Reads an archive through a window of bytes, which is the whole archive when it is small. */
export class ByteWindow {
  readonly size: number;

  private constructor(
    private readonly reader: RandomAccess,
    private start: number,
    private bytes: Buffer,
  ) {
    this.size = reader.size;
  }

  static async over(reader: RandomAccess): Promise<ByteWindow> {
    const whole = reader.size <= WHOLE_ARCHIVE_BYTES;
    return new ByteWindow(reader, 0, whole ? view(await reader.read(0, reader.size)) : Buffer.alloc(0));
  }

  /** Bytes inside the window, without reading; `undefined` when they are not inside. */
  peek(position: number, length: number): Buffer | undefined {
    const from = position - this.start;
    return from >= 0 && from + length <= this.bytes.length ? this.bytes.subarray(from, from + length) : undefined;
  }

  /** Bytes from the window, which moves when they are not inside. The result remains valid. */
  async at(position: number, length: number): Promise<Buffer> {
    const there = this.peek(position, length);
    if (there !== undefined) return there;
    this.bytes = view(
      await this.reader.read(position, Math.max(length, Math.min(READ_AHEAD_BYTES, this.size - position))),
    );
    this.start = position;
    return this.bytes.subarray(0, length);
  }

  /** Bytes that the window does not keep: file data. */
  async data(position: number, length: number): Promise<Buffer> {
    return this.peek(position, length) ?? view(await this.reader.read(position, length));
  }

  /** Releases the bytes of the window. */
  release(): void {
    this.bytes = Buffer.alloc(0);
    this.start = 0;
  }
}

/** A 64-bit little-endian number; throws a `Fault` when it is larger than any file that can be read. */
export function u64(bytes: Buffer, offset: number): number {
  const value = bytes.readUInt32LE(offset + 4) * 0x1_0000_0000 + bytes.readUInt32LE(offset);
  if (!Number.isSafeInteger(value)) throw new Fault('zip.structure', 'a 64-bit size or offset is out of range');
  return value;
}

/** One extra field of a header. */
export interface ExtraField {
  readonly id: number;
  readonly data: Buffer;
}

/**
 * Splits the extra fields of a header. They must fill their space exactly, and zip64 must occur only once, because readers
 * differ in which of two they use.
 */
export function extraFields(raw: Buffer, entry: string): readonly ExtraField[] {
  const fields: ExtraField[] = [];
  let zip64 = false;
  let at = 0;
  while (at < raw.length) {
    const end = at + 4 <= raw.length ? at + 4 + raw.readUInt16LE(at + 2) : Number.POSITIVE_INFINITY;
    if (end > raw.length)
      throw new Fault('zip.structure', `extra fields of ${entry} do not end where they should`, { entry });
    const id = raw.readUInt16LE(at);
    if (id === ZIP64_EXTRA && zip64) throw new Fault('zip.structure', `${entry} has two zip64 fields`, { entry });
    zip64 ||= id === ZIP64_EXTRA;
    fields.push({ id, data: raw.subarray(at + 4, end) });
    at = end;
  }
  return fields;
}

/** The same bytes as a `Buffer`, without a copy. */
function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
