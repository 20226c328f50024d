import { PointerSearch } from '../json/pointer.js';
import { pieces, type Stoppable, turn, turnIsDue } from '../pace.js';
import type { ByteSource } from './source.js';

/** A location in a source: an offset, or the target of a pointer in the JSON document that begins there. */
export interface Place {
  /** Absolute byte offset. */
  readonly offset: number;
  /** JSON pointer into the document at `offset`; absent for the offset itself. */
  readonly pointer?: string | undefined;
}

/** 1-based line, 1-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Lines and columns of locations, in the same order, with a single further pass over the source; valid artifacts never need
 * it. Offsets beyond the end get the position of the end.
 */
export async function positionsOf(
  source: ByteSource,
  places: readonly Place[],
  run: Stoppable = {},
): Promise<readonly Position[]> {
  const searches = new Map<number, PointerSearch>();
  const exact: number[] = [];
  const offsets = places.map(({ offset, pointer }): (() => number) => {
    if (pointer === undefined) {
      exact.push(offset);
      return () => offset;
    }
    let search = searches.get(offset);
    if (search === undefined) {
      search = new PointerSearch(offset);
      searches.set(offset, search);
    }
    const number = search.add(pointer);
    const found = search;
    return () => found.placeOf(number);
  });
  const lines = new LineCounter();
  let waiting = [...searches.values()].sort((a, b) => a.start - b.start);
  const active = new Set<PointerSearch>();
  const last = Math.max(-1, ...exact);
  let at = 0;
  for await (const chunk of places.length === 0 ? [] : source.chunks()) {
    for (const piece of pieces(chunk)) {
      if (turnIsDue()) await turn(run);
      const end = at + piece.length;
      for (const search of waiting) if (search.start < end) active.add(search);
      waiting = waiting.filter((search) => search.start >= end);
      const wanted = [...exact];
      for (const search of active) {
        const skip = Math.max(0, search.start - at);
        const found = search.push(piece.subarray(skip), at + skip);
        // The start of a name that may turn out to be a target must be recorded now, because the line counter does not come
        // back.
        wanted.push(search.start, ...found, search.pending);
        if (search.done) active.delete(search);
      }
      lines.count(piece, wanted);
      at = end;
    }
    if (active.size === 0 && waiting.length === 0 && at > last) break;
  }
  return offsets.map((offset) => lines.positionOf(offset()));
}

/** Counts lines and columns, and records those of given offsets. */
class LineCounter {
  private readonly known = new Map<number, Position>();
  private at = 0;
  private line = 1;
  private column = 1;

  /** Takes the next bytes; offsets outside of them are ignored. */
  count(bytes: Uint8Array, offsets: readonly number[]): void {
    const end = this.at + bytes.length;
    const wanted = offsets.filter((offset) => offset >= this.at && offset < end).sort((a, b) => a - b);
    let next = 0;
    for (let i = 0; i < bytes.length; i++) {
      while (next < wanted.length && wanted[next] === this.at + i) {
        this.known.set(this.at + i, { line: this.line, column: this.column });
        next++;
      }
      const c = bytes[i] as number;
      if (c === 0x0a) {
        this.line++;
        this.column = 1;
      } else if ((c & 0xc0) !== 0x80) this.column += c >= 0xf0 ? 2 : 1;
    }
    this.at = end;
  }

  /** The position of an offset that was passed to `count`, else of the end. */
  positionOf(offset: number): Position {
    return this.known.get(offset) ?? { line: this.line, column: this.column };
  }
}
