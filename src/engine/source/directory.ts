import { type Dirent, lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sha256Hex } from '../digest.js';
import { Fault } from '../fault.js';
import type { Limits } from '../limits.js';
import { compareBytes } from '../order.js';
import { type Stoppable, Stopped, turn, turnIsDue } from '../pace.js';
import { digestOf } from './digesting.js';
import { openFile } from './file.js';
import { listFolderBytes } from './list-folder.js';
import type { ByteSource, DirectoryEntry, DirectorySource } from './source.js';
import { systemWords } from './system-error.js';

/** Maximum number of entries below a directory artifact; more are refused instead of listed forever. */
const MAX_ENTRIES = 1_000_000;

/**
 * A directory on disk as one artifact.
 * @param links `refuse` (gate mode): nothing is read through a link. `follow` (compat mode): links are followed, as upstream
 * does.
 * @param within with `refuse`: real path of a folder that every opened file must be inside.
 */
export function directorySource(
  path: string,
  name: string,
  limits: Limits,
  links: 'refuse' | 'follow',
  within?: string,
): DirectorySource {
  const root = join(path, '.');
  return {
    name,
    list: (run = {}) => listBelow(root, run),
    below: (relative) => {
      if (links === 'refuse') checkNoLink(root, relative);
      return directorySource(join(root, relative), `${name}/${relative}`, limits, links, within);
    },
    open: (relative) => openBelow(root, name, relative, limits, links, within),
  };
}

async function listBelow(root: string, run: Stoppable): Promise<DirectoryEntry[]> {
  const found: DirectoryEntry[] = [];
  const open: { readonly path: string; readonly bytes: Buffer }[] = [{ path: '', bytes: Buffer.from(root) }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (turnIsDue()) await turn(run);
    for (const entry of await readDirectory(at.bytes, at.path, run)) {
      const name = nameOf(entry.name);
      const path = at.path === '' ? name : `${at.path}/${name}`;
      const type = entry.isSymbolicLink()
        ? 'symlink'
        : entry.isDirectory()
          ? 'directory'
          : entry.isFile()
            ? 'file'
            : 'other';
      found.push({ path, type });
      if (type === 'directory') open.push({ path, bytes: Buffer.concat([at.bytes, SEPARATOR, entry.name]) });
      if (found.length > MAX_ENTRIES) {
        throw new Fault('limit.entries', `the directory has more than ${MAX_ENTRIES} entries`);
      }
    }
  }
  return found.sort((a, b) => compareBytes(a.path, b.path));
}

const SEPARATOR = Buffer.from(sep);

/**
 * A file name as text. Decoding would turn bytes that are not UTF-8 into U+FFFD and so into the name of a different file
 * (hardening 32). Such a name is written with escapes and a NUL, which no path can contain, so that it cannot open any other
 * file.
 */
function nameOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text).equals(bytes)) return text;
  return bytes.toString('latin1').replace(/[^ -~]/g, (one) => `\0x${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

async function readDirectory(absolute: Buffer, at: string, run: Stoppable): Promise<Dirent<Buffer>[]> {
  try {
    return await listFolderBytes(absolute, run);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Fault('io.unreadable', `directory ${JSON.stringify(at)} cannot be read: ${systemWords(error)}`, {
      entry: at,
    });
  }
}

function openBelow(
  root: string,
  name: string,
  relative: string,
  limits: Limits,
  links: 'refuse' | 'follow',
  within: string | undefined,
): ByteSource {
  const path = join(root, relative);
  if (links === 'follow') {
    let target = path;
    try {
      target = realpathSync(path);
    } catch {
      // openFile reports the cause
    }
    return openFile(target, `${name}/${relative}`, limits);
  }
  checkNoLink(root, relative);
  return openFile(path, `${name}/${relative}`, limits, within === undefined ? {} : { within });
}

/** A link anywhere in the path could point outside the artifact, and be changed while it is read. */
function checkNoLink(root: string, relative: string): void {
  let at = root;
  const parts = relative.split(/[/\\]/);
  for (const [i, part] of parts.entries()) {
    if (part === '..')
      throw new Fault('path.escape', `${JSON.stringify(relative)} points outside the artifact`, { entry: relative });
    at = `${at}${sep}${part}`;
    let link: boolean;
    try {
      link = lstatSync(at).isSymbolicLink();
    } catch {
      return;
    }
    if (link) {
      const what = i === parts.length - 1 ? 'is' : 'is behind';
      throw new Fault('path.symlink', `${JSON.stringify(relative)} ${what} a symbolic link`, { entry: relative });
    }
  }
}

/**
 * Digest and size of a directory artifact: SHA-256 over the lines `path NUL sha256 LF` of its files, sorted by path bytes.
 * The digest is `null` when a file cannot be read.
 */
export async function directoryDigest(
  directory: DirectorySource,
  run: Stoppable = {},
): Promise<{ sha256: string | null; bytes: number }> {
  const lines: string[] = [];
  let bytes = 0;
  try {
    for (const entry of await directory.list(run)) {
      if (entry.type !== 'file') continue;
      if (turnIsDue()) await turn(run);
      const source = directory.open(entry.path);
      lines.push(`${entry.path}\0${await digestOf(source)}\n`);
      bytes += source.size;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { sha256: null, bytes };
  }
  return { sha256: sha256Hex(lines.join('')), bytes };
}
