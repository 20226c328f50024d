import type { RandomAccess } from './source.js';
/** A file that was opened once and stays the one that is read. */
export interface FileAccess extends RandomAccess {
    /** Path it was opened by. */
    readonly path: string;
    /**
     * Closes the file; call it exactly when all reading is done, whatever came of it. Throws a `Fault` `io.changed` when
     * the file is not the one that was opened any more: other size, time of change or inode (hardening 17).
     */
    close(): Promise<void>;
}
/** Random access to bytes in memory. What it reads are views: `bytes` must not be written to as long as it is in use. */
export declare function bufferAccess(bytes: Uint8Array): RandomAccess;
/**
 * Opens a regular file for reading, without following a link in its last part and without waiting for the other end
 * of a FIFO. `name` is the path to show in messages.
 * Throws a `Fault`: `path.symlink`, `path.special_file`, `io.not_found`, `io.unreadable` (hardening 17).
 */
export declare function fileAccess(path: string, name?: string): Promise<FileAccess>;
