import { closeSync, constants, fstatSync, lstatSync, openSync, read, readSync } from 'node:fs';
import { Fault } from '../fault.js';
import type { RandomAccess } from './source.js';
import { systemCode } from './system-error.js';

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

/** Up to here a read is done at once: a round through the thread pool costs more than the read itself. */
const SYNC_READ_BYTES = 256 * 1024;

/** Random access to bytes in memory. What it reads are views: `bytes` must not be written to as long as it is in use. */
export function bufferAccess(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.byteLength,
    async read(position, length) {
      if (!inRange(position, length, bytes.byteLength)) throw outside(position, length, bytes.byteLength);
      return bytes.subarray(position, position + length);
    },
  };
}

/**
 * Opens a regular file for reading, without following a link in its last part and without waiting for the other end
 * of a FIFO. `name` is the path to show in messages.
 * Throws a `Fault`: `path.symlink`, `path.special_file`, `io.not_found`, `io.unreadable` (hardening 17).
 */
export async function fileAccess(path: string, name: string = path): Promise<FileAccess> {
  const fd = open(path, name);
  try {
    const stat = fstatSync(fd, { bigint: true });
    if (!stat.isFile()) throw new Fault('path.special_file', `${name} is not a regular file.`);
    return new OpenFile(fd, path, name, stat);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** What must stay the same while a file is read. */
interface Identity {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  /** Whoever writes can set the time of modification back, but not this one. */
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
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
      // The size was known when the file was opened: an early end means that somebody truncates it right now.
      if (count === 0) throw this.changed();
      done += count;
    }
    return bytes;
  }

  async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    try {
      const now = fstatSync(this.fd, { bigint: true });
      const { size, mtimeNs, ctimeNs } = this.opened;
      if (now.size !== size || now.mtimeNs !== mtimeNs || now.ctimeNs !== ctimeNs) throw this.changed();
      // Another file may have taken its name meanwhile; the next step of the pipeline would then read that one.
      const named = lstatSync(this.path, { bigint: true, throwIfNoEntry: false });
      if (named?.ino !== this.opened.ino || named.dev !== this.opened.dev) throw this.changed();
    } finally {
      closeSync(this.fd);
    }
  }

  private readSome(bytes: Buffer, offset: number, length: number, position: number): number | Promise<number> {
    if (length <= SYNC_READ_BYTES) {
      try {
        return readSync(this.fd, bytes, offset, length, position);
      } catch (error) {
        throw unreadable(this.name, error);
      }
    }
    return new Promise((resolve, reject) => {
      read(this.fd, bytes, offset, length, position, (error, count) => {
        if (error) reject(unreadable(this.name, error));
        else resolve(count);
      });
    });
  }

  private changed(): Fault {
    return new Fault('io.changed', `${this.name} changed while it was read.`);
  }
}

function open(path: string, name: string): number {
  // O_NONBLOCK: opening a FIFO must not wait for a writer. O_NOCTTY: a terminal must not become ours.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;
  try {
    return openSync(path, flags);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ELOOP') throw new Fault('path.symlink', `${name} is a symbolic link.`);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Fault('io.not_found', `${name} does not exist.`);
    if (code === 'ENXIO' || code === 'ENODEV') throw new Fault('path.special_file', `${name} is not a regular file.`);
    throw unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): Fault {
  return new Fault('io.unreadable', `${name} cannot be read (${systemCode(error)}).`);
}

function inRange(position: number, length: number, size: number): boolean {
  return Number.isSafeInteger(position) && position >= 0 && length >= 0 && position + length <= size;
}

function outside(position: number, length: number, size: number): Fault {
  return new Fault('io.unreadable', `Bytes ${position} to ${position + length} do not exist; there are ${size}.`);
}
