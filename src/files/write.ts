import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, parse, resolve, sep } from 'node:path';
import { systemWords } from '../engine/source/system-error.js';
import { isWithin } from './checkout.js';

/** One file to write. */
export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Mode of a new file, independent of the umask; default: the umask decides. A replaced file keeps its mode. */
  readonly mode?: number;
  /** If the file exists, it is an error and the file is left unchanged. */
  readonly exclusive?: boolean;
}

export interface WriteOptions {
  /** Folders whose content the author of the change controls (`checkoutFolders`). */
  readonly checkout: readonly string[];
  /** Create missing folders; default false. */
  readonly makeFolders?: boolean;
}

/** Why a file was not written. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  /**
   * @param reason `unsafe`: the path is behind a link in the checkout, or is a device, FIFO or socket in it (exit code 8).
   * `exists`: exclusive, but the file exists. `failed`: the system refused.
   * @param message the problem of `path`, without naming it.
   */
  constructor(
    readonly reason: 'unsafe' | 'exists' | 'failed',
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** The resolved location of a file, without links, and how it is written. */
interface Target {
  readonly file: OutputFile;
  readonly path: string;
  readonly how: 'rename' | 'create' | 'direct';
  /** Current mode of the file. */
  readonly mode: number | undefined;
  readonly inCheckout: boolean;
}

/**
 * Writes files that belong together: all are checked and written under temporary names next to their targets before the first
 * one is renamed. Inside the checkout no link is followed and only regular files are replaced (trust.md section 9). Locations
 * outside belong to the operator, including links, pipes and devices.
 * @throws WriteError for the first file that cannot be written; then no file was changed, unless a rename failed halfway.
 */
export function writeFiles(files: readonly OutputFile[], options: WriteOptions): void {
  const checkout = options.checkout.flatMap(realFolder);
  const targets = files.map((file) => targetOf(file, checkout, options.makeFolders === true));
  const staged: string[] = [];
  const created: string[] = [];
  try {
    const steps = targets.map((target) => stage(target, staged));
    for (const { file, path, how } of targets) if (how === 'create') create(file, path, created);
    for (const commit of steps) commit();
  } catch (error) {
    for (const path of [...staged, ...created]) rmSync(path, { force: true });
    throw error;
  }
}

/** Why a file must not be written (`unsafe`), before anything is; `undefined` when nothing is known against it. */
export function unsafeTarget(path: string, { checkout }: WriteOptions): WriteError | undefined {
  try {
    targetOf({ path, content: '' }, checkout.flatMap(realFolder), false);
  } catch (error) {
    if (error instanceof WriteError && error.reason === 'unsafe') return error;
  }
  return undefined;
}

function targetOf(file: OutputFile, checkout: readonly string[], makeFolders: boolean): Target {
  try {
    const folder = folderOf(file, checkout, makeFolders);
    const path = join(folder, parse(file.path).base);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    const inCheckout = checkout.some((root) => isWithin(root, folder));
    if (stats !== undefined && file.exclusive === true) throw new WriteError('exists', file.path, 'file exists');
    if (stats?.isDirectory() === true) throw new WriteError('failed', file.path, 'is a directory');
    if (!inCheckout) return outside(file, path, stats);
    if (stats !== undefined && !stats.isFile()) throw new WriteError('unsafe', file.path, `is ${whatIs(stats)}`);
    return { file, path, how: file.exclusive === true ? 'create' : 'rename', mode: modeOf(stats), inCheckout };
  } catch (error) {
    throw failed(file.path, error);
  }
}

function outside(file: OutputFile, path: string, stats: Stats | undefined): Target {
  const make = (at: string, how: Target['how'], mode?: number): Target => ({
    file,
    path: at,
    how,
    mode,
    inCheckout: false,
  });
  if (stats === undefined) return make(path, file.exclusive === true ? 'create' : 'rename');
  const real = stats.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : stats;
  // A dangling link, a pipe, a terminal: the system handles the write.
  if (real === undefined || !real.isFile()) return make(path, 'direct');
  return make(realpathSync.native(path), 'rename', modeOf(real));
}

/**
 * The folder of a file, with links resolved. Walks down so that inside the checkout each component is checked before it is
 * entered.
 */
function folderOf(file: OutputFile, checkout: readonly string[], makeFolders: boolean): string {
  const folder = dirname(resolve(file.path));
  const { root } = parse(folder);
  let at = root;
  for (const part of folder.slice(root.length).split(sep)) {
    if (part === '') continue;
    const next = join(at, part);
    let stats = lstatSync(next, { throwIfNoEntry: false });
    if (stats === undefined && makeFolders) {
      makeFolder(next);
      stats = lstatSync(next);
    }
    if (stats === undefined) throw new WriteError('failed', file.path, 'the directory does not exist');
    if (!stats.isSymbolicLink()) at = next;
    else if (checkout.some((inside) => isWithin(inside, at))) {
      throw new WriteError('unsafe', file.path, `the directory ${JSON.stringify(next)} is a symbolic link`);
    } else at = realpathSync.native(next);
  }
  return at;
}

/** Without `recursive`: with it, Node 20 never returns when a folder cannot be created below one that exists (`/proc`). */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // A different process may have created it meanwhile.
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

/** Writes what can be written without changing anything yet; returns the remaining step. */
function stage(target: Target, staged: string[]): () => void {
  const { file, path, how, mode, inCheckout } = target;
  if (how === 'create') return () => {};
  if (how === 'direct') return () => attempt(file, () => writeFileSync(path, file.content));
  const temporary = join(dirname(path), `.proof-verify-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeNew(temporary, file.content, mode ?? file.mode, staged);
    // If the folder was replaced by a link after the check, this is refused.
    if (inCheckout && realpathSync.native(dirname(temporary)) !== dirname(path)) {
      throw new WriteError('unsafe', file.path, 'its directory was replaced while it was written');
    }
  } catch (error) {
    // When a single file is mounted into a container, no temporary file can be created next to it.
    if (inCheckout || error instanceof WriteError) throw failed(file.path, error);
    rmSync(temporary, { force: true });
    return () => attempt(file, () => writeFileSync(path, file.content));
  }
  return () =>
    attempt(file, () => {
      try {
        renameSync(temporary, path);
      } catch (error) {
        if (inCheckout) throw error;
        rmSync(temporary, { force: true });
        writeFileSync(path, file.content);
      }
    });
}

function create(file: OutputFile, path: string, created: string[]): void {
  attempt(file, () => writeNew(path, file.content, file.mode, created));
}

function writeNew(path: string, content: string | Uint8Array, mode: number | undefined, made: string[]): void {
  const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const fd = openSync(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, mode ?? 0o666);
  made.push(path);
  try {
    writeFileSync(fd, content);
    if (mode !== undefined) fchmodSync(fd, mode);
  } finally {
    closeSync(fd);
  }
}

function attempt(file: OutputFile, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw failed(file.path, error);
  }
}

function failed(path: string, error: unknown): WriteError {
  if (error instanceof WriteError) return error;
  const exists = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
  return new WriteError(exists ? 'exists' : 'failed', path, systemWords(error));
}

function whatIs(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  return stats.isFIFO() ? 'a FIFO' : stats.isSocket() ? 'a socket' : 'a device';
}

function modeOf(stats: Stats | undefined): number | undefined {
  return stats === undefined ? undefined : stats.mode & 0o7777;
}

function realFolder(folder: string): string[] {
  try {
    return [realpathSync.native(folder)];
  } catch {
    return [];
  }
}
