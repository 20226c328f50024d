import { type Limits } from '../limits.js';
import type { Archive, RandomAccess } from './source.js';
/**
 * Opens a zip archive after checking its whole structure, so that every reader sees the same entries in it
 * (hardening 15, 16). `depth` is 1 for an archive in a file, 2 for one inside that; `name` is shown in messages.
 * The archive does not own `reader`: whoever made it closes it, after the archive.
 * Throws a `Fault` of `zip.*` or `limit.*` at the first defect. An archive without entries opens: what must be in it is
 * for its kind to say.
 */
export declare function openArchive(reader: RandomAccess, limits: Limits, depth: number, name?: string): Promise<Archive>;
