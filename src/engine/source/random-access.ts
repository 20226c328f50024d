import { closeSync, fstatSync, lstatSync, read, readSync } from 'node:fs';
import { Fault } from '../fault.js';
import type { Limits } from '../limits.js';
import { changed, fileFault, type Identity, openDescriptor, sameFile } from './descriptor.js';
import type { ByteSource, ClosableAccess, RandomAccess } from './source.js';

/** A file that is opened once and read at any position. */
export interface FileAccess extends RandomAccess {
  /** Path it was opened by. */
  readonly path: string;
  /**
   * Closes the file; call it when all reading is done, with or without success. Throws a `Fault` `io.changed` when the file
   * is no longer the one that was opened: size, time of change or inode differ (hardening 17).
   */
  close(): Promise<void>;
}

/** Reads up to this size are synchronous: the thread pool costs more than the read itself. */
const SYNC_READ_BYTES = 256 * 1024;

/** Random access to bytes in memory. Reads return views, so `bytes` must not be modified while in use. */
export function bufferAccess(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.byteLength,
    async read(position, length) {
      if (!inRange(position, length, bytes.byteLength)) throw outside(position, length, bytes.byteLength);
      return bytes.subarray(position, position + length);
    },
  };
}

/** Up to this size an archive is read completely, so that exactly the bytes are verified whose digest is reported. */
const WHOLE_BYTES = 1024 * 1024;

/** Random access to a source: to its bytes in memory when it is small or has no other access, else to the file. */
export async function accessOf(source: ByteSource, limits: Limits): Promise<ClosableAccess> {
  const { access } = source;
  if (access !== undefined && source.size > WHOLE_BYTES) return access.call(source);
  const limit = access === undefined ? limits.maxDocumentBytes : WHOLE_BYTES;
  return { ...bufferAccess(await source.bytes(limit)), close: () => {} };
}

/**
 * Opens a regular file for reading, without following a link in the last path component and without blocking on a FIFO.
 * @param name path to show in messages.
 * @param met the file it must be, if it was opened before.
 * @throws Fault `path.symlink`, `path.special_file`, `io.not_found`, `io.unreadable`, `io.changed` (hardening 17).
 */
export async function fileAccess(path: string, name: string = path, met?: Identity): Promise<FileAccess> {
  const fd = openDescriptor(path, name);
  try {
    const stat = fstatSync(fd, { bigint: true });
    if (!stat.isFile()) throw new Fault('path.special_file', `${name} is not a regular file`);
    if (met !== undefined && !sameFile(stat, met)) throw changed(name);
    return new OpenFile(fd, path, name, stat);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

class OpenFile implements FileAccess {
  readonly size: number;
  private open = true;

  constructor(
    private readonly fd: number,
    readonly path: string,
    private readonly name: string,
    private readonly opened: Identity,
  ) {
    this.size = Number(opened.size);
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    if (!this.open) throw new Error(`${this.name} is closed`);
    if (!inRange(position, length, this.size)) throw outside(position, length, this.size);
    const bytes = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const count = await this.readSome(bytes, done, length - done, position + done);
      // The size was known when the file was opened, so an early end means that it is being truncated.
      if (count === 0) throw changed(this.name);
      done += count;
    }
    return bytes;
  }

  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    try {
      if (!sameFile(fstatSync(this.fd, { bigint: true }), this.opened)) throw changed(this.name);
      // A different file may have been given its name meanwhile, and the next step of the pipeline would read that one.
      const named = lstatSync(this.path, { bigint: true, throwIfNoEntry: false });
      if (named === undefined || !sameFile(named, this.opened)) throw changed(this.name);
    } finally {
      closeSync(this.fd);
    }
  }

  private readSome(bytes: Buffer, offset: number, length: number, position: number): number | Promise<number> {
    if (length <= SYNC_READ_BYTES) {
      try {
        return readSync(this.fd, bytes, offset, length, position);
      } catch (error) {
        throw fileFault(error, this.name);
      }
    }
    return new Promise((resolve, reject) => {
      read(this.fd, bytes, offset, length, position, (error, count) => {
        if (error) reject(fileFault(error, this.name));
        else resolve(count);
      });
    });
  }
}

function inRange(position: number, length: number, size: number): boolean {
  return Number.isSafeInteger(position) && position >= 0 && length >= 0 && position + length <= size;
}

function outside(position: number, length: number, size: number): Fault {
  return new Fault('io.unreadable', `bytes ${position} to ${position + length} do not exist; there are ${size}`);
}
