import type { Limits } from '../limits.js';
import { fileFault } from './descriptor.js';
import type { ByteSource } from './source.js';
export { fileFault };
/** How a file may be reached. */
export interface OpenOptions {
    /**
     * Real path of a folder that the file has to lie in. It is the opened file that is asked, not its path: a folder on
     * the way that was turned into a link after it was looked at leads nowhere (`path.escape`).
     */
    readonly within?: string;
}
/**
 * A regular file as a source. Up to 1 MiB it is opened once and read whole, here; a larger one is opened again for each
 * pass, and every pass has to meet the very file that was met first, or it is `io.changed` (hardening 17). Nothing has
 * to be closed. A file past `maxArtifactBytes` opens, so that its size can be told, but is not read.
 * @param name what to call it in messages.
 * @throws Fault `io.not_found`, `io.unreadable`, `io.changed`, `path.symlink`, `path.special_file`, `path.escape`.
 */
export declare function openFile(path: string, name: string, limits: Limits, options?: OpenOptions): ByteSource;
/**
 * All bytes of a regular file that is read outside of any artifact: a key, a schema, a policy, a file to classify.
 * @throws Fault as `openFile`, and `limit.manifest_bytes` when it has more than `maxBytes`.
 */
export declare function readSmallFile(path: string, name: string, maxBytes: number, options?: OpenOptions): Uint8Array;
