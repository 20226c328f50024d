import type { Limits } from '../limits.js';
import type { DirectorySource } from './source.js';
/**
 * A directory on disk as one artifact.
 * @param links `refuse` (gate): nothing is read through a link. `follow` (compat): as upstream reads it.
 * @param within with `refuse`: real path of the folder that every opened file has to lie in.
 */
export declare function directorySource(path: string, name: string, limits: Limits, links: 'refuse' | 'follow', within?: string): DirectorySource;
/** Digest and size of a directory artifact: SHA-256 over its files' `path NUL sha256 LF` lines, sorted by path bytes. */
export declare function directoryDigest(directory: DirectorySource): Promise<{
    sha256: string | null;
    bytes: number;
}>;
