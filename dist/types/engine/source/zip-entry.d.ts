import type { ArchiveEntry } from './source.js';
import type { ByteWindow } from './zip-bytes.js';
import type { PlacedEntry } from './zip-layout.js';
/** One file of an archive. Its size and CRC are checked whenever it is read to its end (hardening 15). */
export declare class ZipEntry implements ArchiveEntry {
    private readonly window;
    private readonly entry;
    readonly name: string;
    readonly size: number;
    readonly directory: boolean;
    constructor(window: ByteWindow, entry: PlacedEntry);
    /**
     * All bytes of the entry. Throws a `Fault`: `limit.entry_bytes` when there are more than `limit`,
     * `zip.size_mismatch` and `zip.crc_mismatch` when the data are not what the headers declare.
     */
    bytes(limit: number): Promise<Uint8Array>;
    /** The bytes in pieces; the faults of `bytes` come after the last piece, so judge nothing before the end. */
    chunks(): AsyncGenerator<Uint8Array>;
    private isSmall;
    private readSmall;
    private inflateSmall;
    private packedChunks;
    /** Streams through zlib: it takes the next packed piece only when what it made of the last one was fetched. */
    private inflated;
    private check;
    /** What zlib says of broken data, as a finding; anything else (a fault of the file, our bug) stays what it is. */
    private unpackable;
    private tooLong;
    private trailing;
    private fault;
}
