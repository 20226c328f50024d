import { type ByteWindow } from './zip-bytes.js';
/** Where the central directory is, as all end records agree. */
export interface EndRecords {
    readonly entries: number;
    readonly directoryOffset: number;
    readonly directorySize: number;
    /** Last bytes of the file, from `tailOffset` on: they hold all end records. */
    readonly tail: Buffer;
    readonly tailOffset: number;
}
/**
 * Finds the end records of an archive and requires that there is one way only to read them: the directory ends where
 * they begin, they end where the file ends, and what two of them say is the same. Throws a `Fault`: `zip.unreadable`
 * when it is no zip or a truncated one, `zip.structure` otherwise (hardening 15).
 */
export declare function readEnd(window: ByteWindow): Promise<EndRecords>;
