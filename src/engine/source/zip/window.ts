import { Fault } from '../../fault.js';
import type { RandomAccess } from '../source.js';

/** Archives up to this many bytes are read at once: most packs are, and a read costs more than their bytes. */
const WHOLE_ARCHIVE_BYTES = 4 * 1024 * 1024;
/** Bytes read ahead in larger archives, so that a descriptor and the header after it need one read. */
const READ_AHEAD_BYTES = 16 * 1024;

/** The value of a 32-bit field whose real value stands in the zip64 extra field. */
export const ZIP64_MARK = 0xffffffff;
/** Id of the zip64 extra field. */
export const ZIP64_EXTRA = 0x0001;

/** Reads an archive through one window, which covers all of it when it is small. */
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

  /** Bytes that are in the window, without reading; `undefined` when they are not. */
  peek(position: number, length: number): Buffer | undefined {
    const from = position - this.start;
    return from >= 0 && from + length <= this.bytes.length ? this.bytes.subarray(from, from + length) : undefined;
  }

  /** Bytes from the window, which moves when they are not in it. They stay valid. */
  async at(position: number, length: number): Promise<Buffer> {
    const there = this.peek(position, length);
    if (there !== undefined) return there;
    this.bytes = view(
      await this.reader.read(position, Math.max(length, Math.min(READ_AHEAD_BYTES, this.size - position))),
    );
    this.start = position;
    return this.bytes.subarray(0, length);
  }

  /** Bytes that the window need not keep: file data. */
  async data(position: number, length: number): Promise<Buffer> {
    return this.peek(position, length) ?? view(await this.reader.read(position, length));
  }

  /** Lets go of the bytes that it holds. */
  release(): void {
    this.bytes = Buffer.alloc(0);
    this.start = 0;
  }
}

/** A 64-bit little-endian number; a `Fault` when it is larger than any file we could read. */
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
 * Splits the extra fields of a header. They must fill their space exactly, and zip64 may be there once only: readers
 * differ in which of two they take.
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
