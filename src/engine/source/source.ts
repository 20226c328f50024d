import type { Stoppable } from '../pace.js';

/**
 * Size of the chunks of a source, in bytes. Readers keep their results for a chunk until they request the next one. With this
 * size the objects die before they survive two garbage collections of the young generation; with twice the size they do not.
 */
export const CHUNK_BYTES = 512 * 1024;

/**
 * Bytes of one file or archive entry, behind one interface, so that kinds are independent of where they come from. Reading
 * may throw a `Fault` (file changed, too large, wrong CRC …).
 */
export interface ByteSource {
  /** Name in messages: workspace-relative path, or the entry's name inside its archive. */
  readonly name: string;
  /** Exact number of bytes. */
  readonly size: number;
  /** All bytes; throws a `Fault` when there are more than `limit`. May be called more than once. */
  bytes(limit: number): Promise<Uint8Array>;
  /** Random access to the same bytes; absent: use `bytes`. */
  access?(): Promise<ClosableAccess>;
  /** The bytes in chunks, each valid only until the next one is requested. May be called more than once. */
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
  /** Reads exactly `length` bytes at `position`; throws a `Fault` when they do not exist. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** Random access that must be closed; closing may report that the file changed meanwhile. */
export interface ClosableAccess extends RandomAccess {
  close(): void | Promise<void>;
}

/** One entry of a directory, by `lstat`. */
export interface DirectoryEntry {
  /** Relative to the directory, `/`-separated. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
}

/** A directory that is one artifact: a bundle or a chain directory. */
export interface DirectorySource {
  readonly name: string;
  /** All entries below it, sorted by path bytes; links are listed but never followed. */
  list(run?: Stoppable): Promise<readonly DirectoryEntry[]>;
  /** A folder below it; throws a `Fault` when the path contains a link. */
  below(path: string): DirectorySource;
  /** Opens a file below it; throws a `Fault` when it does not exist, is not a regular file or is behind a link. */
  open(path: string): ByteSource;
}
