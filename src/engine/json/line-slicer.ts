import { Carry, MAX_BATCH, recordTooLarge, type Slice, type SliceLimits } from './slice.js';

const LF = 0x0a;
const CR = 0x0d;

const isBlank = (c: number): boolean => c === 0x20 || c === LF || c === CR || c === 0x09;

/** Splits a JSONL stream into its lines; blank lines are skipped, and a line may end in CR LF (contract section 7). */
export class LineSlicer {
  private readonly carry = new Carry();
  private base = 0;
  private line = 1;

  constructor(private readonly limits: SliceLimits) {}

  /**
   * Takes the next bytes and returns the lines that end in them.
   * @throws Fault `limit.record_bytes` when a line is too long.
   */
  push(chunk: Uint8Array): Slice[] {
    return [...this.batches(chunk)].flat();
  }

  /** Like `push`, in batches of at most `MAX_BATCH` lines that share one buffer. */
  *batches(chunk: Uint8Array): Generator<Slice[]> {
    const searchFrom = this.carry.length;
    const bytes = this.carry.join(chunk);
    let slices: Slice[] = [];
    let start = 0;
    for (let from = searchFrom; ; ) {
      const at = bytes.indexOf(LF, from);
      if (at === -1) break;
      this.emit(bytes, start, at, slices);
      this.line++;
      start = at + 1;
      from = start;
      if (slices.length < MAX_BATCH) continue;
      yield slices;
      slices = [];
    }
    // One byte more may be the CR of a line ending; `emit` checks again. Chunk boundaries must not change the verdict.
    if (bytes.length - start > this.limits.maxRecordBytes + 1) throw recordTooLarge(this.limits, this.base + start);
    this.carry.keepFrom(start);
    this.base += start;
    yield slices;
  }

  /** The last line, when it does not end in a line feed. */
  finish(): Slice[] {
    const slices: Slice[] = [];
    this.emit(this.carry.bytes, 0, this.carry.length, slices);
    return slices;
  }

  private emit(bytes: Uint8Array, from: number, to: number, slices: Slice[]): void {
    let start = from;
    let end = to;
    if (bytes[end - 1] === CR && end > start) end--;
    if (end - start > this.limits.maxRecordBytes) throw recordTooLarge(this.limits, this.base + start);
    while (start < end && isBlank(bytes[start] as number)) start++;
    while (end > start && isBlank(bytes[end - 1] as number)) end--;
    if (start === end) return;
    slices.push({
      bytes: bytes.subarray(start, end),
      offset: this.base + start,
      line: this.line,
      members: -1,
      escapes: false,
      escapedNames: false,
    });
  }
}
