import type { Limits } from '../limits.js';
import { type ByteWindow } from './zip-bytes.js';
import { type CentralEntry } from './zip-directory.js';
/** An entry whose data are at a known place. */
export interface PlacedEntry extends CentralEntry {
    /** Where its packed data begin. */
    readonly dataOffset: number;
}
/**
 * Checks the whole structure of an archive and returns its entries in the order of the directory. Each byte belongs to
 * exactly one listed entry, the directory or the end records, and the two headers of each entry say the same. Throws a
 * `Fault` at the first defect; reads no file data (hardening 15, 16).
 */
export declare function readLayout(window: ByteWindow, limits: Limits): Promise<PlacedEntry[]>;
