import { constants, lstatSync, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { FindingCode } from '../../engine/findings.js';
import { systemCode, systemWords } from '../../engine/source/system-error.js';
import { isWithin } from '../../files/checkout.js';

/** Configuration files are small: a larger one is a mistake or an attack. */
export const MAX_CONFIG_BYTES = 16 * 1024 * 1024;
/** Baselines of large projects list every chain and test. */
export const MAX_BASELINE_BYTES = 256 * 1024 * 1024;

/** A configuration file, or why it cannot be read. */
export type ConfigFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `remedy`: set where that of the code does not help. */
  | { readonly ok: false; readonly code: FindingCode; readonly message: string; readonly remedy?: string };

/** How one file is read. */
export interface ReadSettings {
  /** What the file is, as at the start of messages: `policy "p.yml"`. */
  readonly name: string;
  /** Code for a file that is there but cannot be read. */
  readonly unreadable: FindingCode;
  /** Code for a file that is not there. Default `dependency.missing`. */
  readonly missing?: FindingCode;
  readonly limit: number;
  /** Aborts the read, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Pseudo file systems: reading their files may never end, or return another process's data. */
const PSEUDO = /^\/(?:dev|proc|sys)(?:\/|$)/;
const CHUNK_BYTES = 256 * 1024;
/** Polling interval of a pipe that has nothing to read. */
const PIPE_PAUSE_MS = 10;
/** Longest wait for somebody to open the other end of a named pipe. */
const PIPE_WAIT_MS = 60_000;

/** Errors of a path at which nothing can be. */
const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/**
 * Whether there is anything at a path. A link that leads nowhere is there, and so is what may not be asked about: reading it
 * says what is wrong, where going on without it would pass.
 */
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return !NOTHING_THERE.has(systemCode(error));
  }
}

/**
 * Reads a regular file that lies in a folder, links followed as long as they stay in it (trust.md section 3). `path.escape`
 * for a link out, `path.special_file` for devices, FIFOs and files of `/proc` (8).
 * @param folder absolute path.
 */
export async function readRegularFile(path: string, folder: string, settings: ReadSettings): Promise<ConfigFile> {
  const { name } = settings;
  return guarded(settings, async () => {
    const real = await realpath(path);
    if (!isWithin(await realpath(folder), real)) {
      return { ok: false, code: 'path.escape', message: `${name} points outside ${folder} through a symbolic link` };
    }
    // Checked before opening: opening a device may have an effect.
    const kind = specialKind(real, await lstat(real));
    if (kind !== undefined)
      return { ok: false, code: 'path.special_file', message: `${name} is ${kind}, not a regular file` };
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return { ok: false, code: settings.unreadable, message: `${name} is a folder` };
      return await readAll(file, stats.size, settings);
    } finally {
      await file.close();
    }
  });
}

/** Reads whatever the operator names: a file, a pipe of the shell (`<(…)`), a mounted secret. */
export async function readAnyFile(path: string, settings: ReadSettings): Promise<ConfigFile> {
  return guarded(settings, async () => {
    const stats = await stat(path);
    if (stats.isDirectory()) return { ok: false, code: settings.unreadable, message: `${settings.name} is a folder` };
    // Without O_NONBLOCK a pipe that nobody writes to would hold a thread, and with it the end of the process.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (stats.isFile()) return await readAll(file, stats.size, settings);
      const isNamed = stats.isFIFO() && (await realpath(path).catch(() => undefined)) !== undefined;
      return await readStream(file, isNamed ? PIPE_WAIT_MS : 0, settings);
    } finally {
      await file.close();
    }
  });
}

async function guarded(settings: ReadSettings, read: () => Promise<ConfigFile>): Promise<ConfigFile> {
  const { name, signal, unreadable, missing = 'dependency.missing' } = settings;
  signal?.throwIfAborted();
  try {
    return await read();
  } catch (error) {
    signal?.throwIfAborted();
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, code: missing, message: `${name} not found` };
    return { ok: false, code: unreadable, message: `${name} cannot be read: ${systemWords(error)}` };
  }
}

function specialKind(real: string, stats: Stats): string | undefined {
  if (PSEUDO.test(real)) return 'a device or a file of the system';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'a device' : undefined;
}

async function readAll(file: FileHandle, size: number, settings: ReadSettings): Promise<ConfigFile> {
  if (size > settings.limit) return tooLarge(settings, size);
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    settings.signal?.throwIfAborted();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(CHUNK_BYTES, size + 1)), 0);
    if (bytesRead === 0) return { ok: true, bytes: Buffer.concat(chunks) };
    total += bytesRead;
    if (total > settings.limit) return tooLarge(settings, total);
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/** Reads a pipe or device to its end. `waitMs`: how long no data may mean that the writer has not opened it yet. */
async function readStream(file: FileHandle, waitMs: number, settings: ReadSettings): Promise<ConfigFile> {
  const chunks: Buffer[] = [];
  const begin = Date.now();
  for (let total = 0; ; ) {
    settings.signal?.throwIfAborted();
    const got = await file.read(Buffer.alloc(CHUNK_BYTES), 0).catch((error: unknown) => {
      if (systemCode(error) === 'EAGAIN') return undefined;
      throw error;
    });
    if (got === undefined) {
      await delay(PIPE_PAUSE_MS, undefined, { signal: settings.signal });
    } else if (got.bytesRead > 0) {
      total += got.bytesRead;
      if (total > settings.limit) return tooLarge(settings, total);
      chunks.push(got.buffer.subarray(0, got.bytesRead));
    } else if (total > 0 || Date.now() - begin >= waitMs) {
      return { ok: true, bytes: Buffer.concat(chunks) };
    } else {
      await delay(PIPE_PAUSE_MS, undefined, { signal: settings.signal });
    }
  }
}

function tooLarge({ name, unreadable, limit }: ReadSettings, size: number): ConfigFile {
  return { ok: false, code: unreadable, message: `${name} has ${size} bytes or more, limit ${limit}` };
}
