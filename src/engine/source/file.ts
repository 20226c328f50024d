import { closeSync, fstatSync, read, readlinkSync, readSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { Fault } from '../fault.js';
import type { Limits } from '../limits.js';
import { changed, fileFault, type Identity, openDescriptor, sameFile } from './descriptor.js';
import { fileAccess } from './random-access.js';
import { type ByteSource, CHUNK_BYTES, type ClosableAccess } from './source.js';

export { fileFault };

const readAsync = promisify(read);

/** Files up to this size are read when they are opened, because using the thread pool costs more. */
const WHOLE_BYTES = 1024 * 1024;
const NOTHING: Promise<Uint8Array> = Promise.resolve(new Uint8Array(0));

/** Restrictions on opening a file. */
export interface OpenOptions {
  /**
   * Real path of a folder that the file must be inside. The opened file is checked, not its path: if a folder of the path is
   * replaced by a link after it was checked, the result is `path.escape`.
   */
  readonly within?: string;
}

/**
 * A regular file as a source. Up to 1 MiB it is opened once and read completely here. A larger one is reopened for each pass,
 * and each pass must find the same unchanged file, otherwise it is `io.changed` (hardening 17). Nothing needs to be closed. A
 * file larger than `maxArtifactBytes` can be opened, so that its size can be reported, but not read.
 * @param name name of the file in messages.
 * @throws Fault `io.not_found`, `io.unreadable`, `io.changed`, `path.symlink`, `path.special_file`, `path.escape`.
 */
export function openFile(path: string, name: string, limits: Limits, options: OpenOptions = {}): ByteSource {
  const fd = openDescriptor(path, name);
  try {
    const identity = identify(fd, name);
    if (options.within !== undefined) checkWithin(fd, path, name, options.within, identity);
    const whole =
      identity.size <= Math.min(WHOLE_BYTES, limits.maxArtifactBytes) ? readWhole(fd, name, identity) : undefined;
    return new FileSource(path, name, identity, whole, limits, options);
  } finally {
    closeSync(fd);
  }
}

/**
 * All bytes of a regular file that is not part of an artifact: a key, a schema, a policy, a file to classify.
 * @throws Fault as `openFile`, and `limit.manifest_bytes` when it has more than `maxBytes`.
 */
export function readSmallFile(path: string, name: string, maxBytes: number, options: OpenOptions = {}): Uint8Array {
  const fd = openDescriptor(path, name);
  try {
    const identity = identify(fd, name);
    if (options.within !== undefined) checkWithin(fd, path, name, options.within, identity);
    if (identity.size > maxBytes) throw tooLarge(name, Number(identity.size), maxBytes);
    return readWhole(fd, name, identity);
  } finally {
    closeSync(fd);
  }
}

class FileSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly path: string,
    readonly name: string,
    private readonly identity: Identity,
    private readonly whole: Uint8Array | undefined,
    private readonly limits: Limits,
    private readonly options: OpenOptions,
  ) {
    this.size = Number(identity.size);
  }

  async bytes(limit: number): Promise<Uint8Array> {
    if (this.size > limit) throw tooLarge(this.name, this.size, limit);
    if (this.whole !== undefined) return this.whole;
    this.checkSize();
    const fd = this.reopen();
    try {
      return readWhole(fd, this.name, this.identity);
    } finally {
      closeSync(fd);
    }
  }

  /** Reopens the file, which must be the same unchanged file. */
  async access(): Promise<ClosableAccess> {
    return fileAccess(this.path, this.name, this.identity);
  }

  async *chunks(): AsyncIterable<Uint8Array> {
    this.checkSize();
    if (this.whole !== undefined) {
      if (this.whole.length > 0) yield this.whole;
      return;
    }
    const fd = this.reopen();
    let ahead: Promise<Uint8Array> = NOTHING;
    try {
      // Reads ahead in the thread pool while the current chunk is used, with two buffers in turn.
      let free = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      let busy = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      let at = 0;
      ahead = this.readAt(fd, free, 0);
      while (at < this.size) {
        const chunk = await ahead;
        if (chunk.length === 0) throw changed(this.name);
        at += chunk.length;
        [free, busy] = [busy, free];
        ahead = at < this.size ? this.readAt(fd, free, at) : NOTHING;
        yield chunk;
      }
      compare(fd, this.name, this.identity);
    } finally {
      // A consumer may stop early. The descriptor must not be closed, and possibly reused for a different file, while a read
      // is pending.
      await ahead.catch(() => {});
      closeSync(fd);
    }
  }

  private checkSize(): void {
    if (this.size <= this.limits.maxArtifactBytes) return;
    throw new Fault(
      'limit.artifact_bytes',
      `${this.size} bytes, limit ${this.limits.maxArtifactBytes} (--max-artifact-bytes)`,
    );
  }

  private reopen(): number {
    const fd = openDescriptor(this.path, this.name);
    try {
      compare(fd, this.name, this.identity);
      if (this.options.within !== undefined) {
        checkWithin(fd, this.path, this.name, this.options.within, this.identity);
      }
      return fd;
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  private async readAt(fd: number, buffer: Buffer, position: number): Promise<Uint8Array> {
    try {
      const { bytesRead } = await readAsync(fd, buffer, 0, Math.min(CHUNK_BYTES, this.size - position), position);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      throw fileFault(error, this.name);
    }
  }
}

/** Reads as many bytes as the file had when it was opened, and checks that it is unchanged afterwards. */
function readWhole(fd: number, name: string, identity: Identity): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(Number(identity.size));
  let at = 0;
  while (at < bytes.length) {
    let count: number;
    try {
      count = readSync(fd, bytes, at, bytes.length - at, at);
    } catch (error) {
      throw fileFault(error, name);
    }
    if (count === 0) throw changed(name);
    at += count;
  }
  compare(fd, name, identity);
  return bytes;
}

function identify(fd: number, name: string): Identity {
  const stat = fstatSync(fd, { bigint: true });
  if (stat.isDirectory()) throw new Fault('io.unreadable', `${name} is a directory`);
  if (!stat.isFile()) throw new Fault('path.special_file', `${name} is not a regular file`);
  const { size, mtimeNs, ctimeNs, ino, dev } = stat;
  return { size, mtimeNs, ctimeNs, ino, dev };
}

function compare(fd: number, name: string, met: Identity): void {
  if (!sameFile(fstatSync(fd, { bigint: true }), met)) throw changed(name);
}

function checkWithin(fd: number, path: string, name: string, root: string, identity: Identity): void {
  const real = realPathOf(fd, path, name, identity);
  if (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  throw new Fault('path.escape', `${name} points outside the workspace`);
}

/**
 * The real path of an open file. Linux provides it for the descriptor; elsewhere the path is resolved and the file compared.
 */
function realPathOf(fd: number, path: string, name: string, identity: Identity): string {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      // no /proc in this container: resolved below
    }
  }
  try {
    const real = realpathSync.native(path);
    if (!sameFile(statSync(real, { bigint: true }), identity)) throw changed(name);
    return real;
  } catch (error) {
    throw error instanceof Fault ? error : fileFault(error, name);
  }
}

function tooLarge(name: string, size: number, limit: number): Fault {
  return new Fault('limit.manifest_bytes', `${name} has ${size} bytes, limit ${limit} (--max-document-bytes)`);
}
