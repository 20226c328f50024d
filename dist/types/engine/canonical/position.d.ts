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
export declare function positionsOf(source: ByteSource, offsets: readonly number[]): Promise<Map<number, Position>>;
