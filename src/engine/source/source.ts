import type { Stoppable } from '../pace.js';

/**
 * Bytes of a piece of a source: readers keep what they found in a piece until they ask for the next. Records of so many bytes are done
 * with before they outlive two collections of young objects, which twice as many do not.
 */
export const CHUNK_BYTES = 512 * 1024;

/**
 * Bytes of one file or archive entry, behind one interface, so that a kind does not care where they come from.
 * Reading may throw a `Fault` (file changed, too large, wrong CRC …).
 */
export interface ByteSource {
  /** Name to show: workspace-relative path, or the entry's name inside its archive. */
  readonly name: string;
  /** Exact number of bytes. */
  readonly size: number;
  /** All bytes at once; a `Fault` when there are more than `limit`. May be called more than once. */
  bytes(limit: number): Promise<Uint8Array>;
  /** Random access to the same bytes; absent: `bytes` is all there is. */
  access?(): Promise<ClosableAccess>;
  /** The bytes in pieces, each valid only until the next one is asked for. May be called more than once. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** One file inside an archive that passed all structural checks. */
export interface ArchiveEntry extends ByteSource {
  /** True for a directory entry (`name` ends in `/`). */
  readonly directory: boolean;
}

/** A zip archive whose structure was checked completely before anything is read from it (hardening 15-16). */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  entry(name: string): ArchiveEntry | undefined;
  close(): Promise<void>;
}

/** Random access to bytes: a file or a buffer. */
export interface RandomAccess {
  readonly size: number;
  /** Reads exactly `length` bytes at `position`; a `Fault` when they are not there. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Random access that has to be closed; closing may find that the file changed meanwhile. */
export interface ClosableAccess extends RandomAccess {
  close(): void | Promise<void>;
}

/** One thing inside a directory, as `lstat` sees it. */
export interface DirectoryEntry {
  /** Relative to the directory, `/`-separated. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}

/** A directory that is one artifact: a bundle or a chain directory. */
export interface DirectorySource {
  readonly name: string;
  /** Everything below it, sorted by path bytes; links are listed, never followed. */
  list(run?: Stoppable): Promise<readonly DirectoryEntry[]>;
  /** A folder below it; a `Fault` when a link leads there. */
  below(path: string): DirectorySource;
  /** Opens a file below it; a `Fault` when it is not there, no regular file or lies behind a link. */
  open(path: string): ByteSource;
}
