import type { Json } from '../types.js';
import { type Scan } from './scan.js';
/** JSON text that passed everything but the comparison of its member count with the tree's. */
export interface Unchecked {
    readonly value: Json;
    /** Members that were written; the tree has fewer when a name is doubled. */
    readonly members: number;
}
/**
 * Parses at full speed: UTF-8, depth and surrogates are checked here, duplicates and number range are left to the caller,
 * who walks the tree anyway and compares `members` (hardening 1, 4). `scanned` spares the scan where it was made already.
 * @throws Fault with the exact place and defect.
 */
export declare function parseUnchecked(bytes: Uint8Array, maxDepth: number, scanned?: Scan): Unchecked;
/**
 * Reads one JSON document strictly (hardening 1, 3-5).
 * @throws Fault `json.*` with the byte offset of the defect; `io.empty` for no bytes at all.
 */
export declare function readJson(bytes: Uint8Array, maxDepth: number): Json;
/** The defect that made the fast path give up, found by the exact reader. */
export declare function exactFault(bytes: Uint8Array, maxDepth: number): Error;
