import type { ByteSource } from '../source/source.js';

/** 1-based line, 1-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Lines and columns of byte offsets, by one more pass over the source: good artifacts never pay for them.
 * Offsets past the end get the position of the end.
 */
export async function positionsOf(source: ByteSource, offsets: readonly number[]): Promise<Map<number, Position>> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, Position>();
  let next = 0;
  let at = 0;
  let line = 1;
  let column = 1;
  for await (const chunk of source.chunks()) {
    for (let i = 0; i < chunk.length && next < wanted.length; i++, at++) {
      while (next < wanted.length && at === wanted[next]) found.set(wanted[next++] as number, { line, column });
      const c = chunk[i] as number;
      if (c === 0x0a) {
        line++;
        column = 1;
      } else if ((c & 0xc0) !== 0x80) column += c >= 0xf0 ? 2 : 1;
    }
    if (next >= wanted.length) break;
  }
  while (next < wanted.length) found.set(wanted[next++] as number, { line, column });
  return found;
}
