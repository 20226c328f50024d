import { Fault } from '../fault.js';
import type { Json } from './value.js';

/** The bytes of one record inside a chain or stream, and what the slicer found out about them. */
export interface Slice {
  /** Remains valid after the next `push`. */
  readonly bytes: Uint8Array;
  /** Absolute byte offset in the artifact. */
  readonly offset: number;
  /** 1-based line where it starts. */
  readonly line: number;
  /** Number of colons outside strings, see `Scan`; `-1` when not counted. */
  readonly members: number;
  /** Whether there is a `\u` escape. */
  readonly escapes: boolean;
  /** Whether a member name contains an escape. */
  readonly escapedNames: boolean;
  /** The value, when a strict reader has read exactly these bytes already. */
  readonly value?: Json;
}

/** Limits of slicing: nesting depth, and sizes in bytes. */
export interface SliceLimits {
  readonly maxDepth: number;
  readonly maxRecordBytes: number;
  readonly maxDocumentBytes: number;
}

/**
 * Copies bytes, so that they outlive their chunk and may be transferred to another thread. (`slice` of a `Buffer` would share
 * memory.)
 */
export function copy(bytes: Uint8Array, from: number, to?: number): Uint8Array {
  return Uint8Array.prototype.slice.call(bytes, from, to);
}

/** The fault for a record beyond the size limit. */
export function recordTooLarge(limits: Pick<SliceLimits, 'maxRecordBytes'>, offset: number): Fault {
  return new Fault(
    'limit.record_bytes',
    `a record is larger than ${limits.maxRecordBytes} bytes (limit --max-record-bytes)`,
    {
      offset,
    },
  );
}

/**
 * Maximum number of slices in one batch: half a megabyte contains a few hundred honest records, but a hostile text has as
 * many as bytes.
 */
export const MAX_BATCH = 4096;

/**
 * Bytes that one `push` leaves over for the next. The buffer grows by doubling, so that a long record is not copied again
 * with every chunk.
 */
export class Carry {
  private memory: Buffer = Buffer.alloc(0);
  length = 0;

  /** The kept bytes followed by the chunk, in a buffer that is not reused: slices of it remain valid. */
  join(chunk: Uint8Array): Buffer {
    const length = this.length + chunk.length;
    if (length > this.memory.length) {
      // A buffer outside of Node's pool, since slices outlive it; not zeroed, since every byte is written.
      const larger = Buffer.allocUnsafeSlow(this.length === 0 ? length : Math.max(length, 2 * this.memory.length));
      this.memory.copy(larger, 0, 0, this.length);
      this.memory = larger;
    }
    this.memory.set(chunk, this.length);
    this.length = length;
    return this.memory.subarray(0, length);
  }

  /** Keeps the last joined bytes from an offset on. */
  keepFrom(from: number): void {
    // From the start: no slice was made, so the buffer can be kept.
    if (from === 0) return;
    const kept = copy(this.memory, from, this.length);
    this.memory = Buffer.from(kept.buffer, kept.byteOffset, kept.length);
    this.length = this.memory.length;
  }

  get bytes(): Uint8Array {
    return this.memory.subarray(0, this.length);
  }
}
