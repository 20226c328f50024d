import { type Limits } from '../limits.js';
import { type ByteWindow, type ExtraField } from './zip-bytes.js';
import type { EndRecords } from './zip-end.js';
/** What the central directory says of one entry, after all checks that need no more than the directory. */
export interface CentralEntry {
    readonly name: string;
    readonly rawName: Buffer;
    /** A folder: its name ends in `/`. */
    readonly directory: boolean;
    readonly flags: number;
    readonly method: number;
    readonly crc: number;
    /** Bytes in the archive. */
    readonly packed: number;
    /** Bytes when unpacked. */
    readonly size: number;
    /** Where the local header begins. */
    readonly offset: number;
    /** Sizes stand in the zip64 field, which makes a data descriptor wide. */
    readonly wide: boolean;
}
export declare const FLAG_DESCRIPTOR: number;
export declare const FLAG_UTF8: number;
export declare const STORED = 0;
export declare const DEFLATED = 8;
/**
 * Reads the central directory and checks each entry on its own and against the others: names, modes, flags, methods,
 * declared sizes. Reads no file data. Throws a `Fault` (hardening 15, 16).
 */
export declare function readDirectory(window: ByteWindow, end: EndRecords, limits: Limits): Promise<CentralEntry[]>;
/** Refuses extra fields that give an entry a second name, a link target or a second way to read it. */
export declare function checkExtras(name: string, extras: readonly ExtraField[]): void;
