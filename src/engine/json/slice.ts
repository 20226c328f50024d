import { Fault } from '../fault.js';
import type { Json } from './value.js';

/** The bytes of one record of a chain or stream, with what the slicer learned about them. */
export interface Slice {
  /** A copy: stays valid after the next `push`. */
  readonly bytes: Uint8Array;
  /** Absolute byte offset in the artifact. */
  readonly offset: number;
  /** 1-based line where it starts. */
  readonly line: number;
  /** Colons outside strings, see `Scan`; `-1` when not counted. */
  readonly members: number;
  /** It contains a `\u` escape. */
  readonly escapes: boolean;
  /** A member name contains an escape. */
  readonly escapedNames: boolean;
  /** The value, if a strict reader has parsed these bytes already. */
  readonly value?: Json;
}

/** Bounds of slicing, in bytes. */
export interface SliceLimits {
  readonly maxDepth: number;
  readonly maxRecordBytes: number;
  readonly maxDocumentBytes: number;
}

/** Bytes that outlive their chunk, which may be handed to another thread. (A `Buffer`'s own `slice` shares memory.) */
export function copy(bytes: Uint8Array, from: number, to?: number): Uint8Array {
  return Uint8Array.prototype.slice.call(bytes, from, to);
}

/** The fault for a record past its limit. */
export function recordTooLarge(limits: Pick<SliceLimits, 'maxRecordBytes'>, offset: number): Fault {
  return new Fault(
    'limit.record_bytes',
    `a record is larger than ${limits.maxRecordBytes} bytes (limit --max-record-bytes)`,
    {
      offset,
    },
  );
}

/** Most slices of a batch: a chunk of half a megabyte holds a few hundred honest records, but a hostile one half a million. */
export const MAX_BATCH = 4096;

/** Bytes that one `push` leaves for the next. Memory grows by doubling, so a long record is not copied again with each chunk. */
export class Carry {
  private memory: Buffer = Buffer.alloc(0);
  length = 0;

  /** What was kept and the chunk, in memory that nobody else writes to: slices of it may stay. */
  join(chunk: Uint8Array): Buffer {
    const length = this.length + chunk.length;
    if (length > this.memory.length) {
      // Memory of its own, as slices stay; not zeroed, as every byte is written.
      const larger = Buffer.allocUnsafeSlow(this.length === 0 ? length : Math.max(length, 2 * this.memory.length));
      this.memory.copy(larger, 0, 0, this.length);
      this.memory = larger;
    }
    this.memory.set(chunk, this.length);
    this.length = length;
    return this.memory.subarray(0, length);
  }

  /** Keeps what was joined last from an offset on. */
  keepFrom(from: number): void {
    // From the start: nothing was cut off, and the memory goes on being ours alone.
    if (from === 0) return;
    const kept = copy(this.memory, from, this.length);
    this.memory = Buffer.from(kept.buffer, kept.byteOffset, kept.length);
    this.length = this.memory.length;
  }

  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.length);
  }
}
