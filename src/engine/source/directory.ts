import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sha256Hex } from '../canonical/digest.js';
import { Fault } from '../fault.js';
import type { Limits } from '../limits.js';
import { digestOf } from './digesting.js';
import { openFile } from './file.js';
import type { ByteSource, DirectoryEntry, DirectorySource } from './source.js';
import { systemCode } from './system-error.js';

/** Entries below one directory artifact; more is refused rather than listed for ever. */
const MAX_ENTRIES = 1_000_000;

/**
 * A directory on disk as one artifact.
 * @param links `refuse` (gate): nothing is read through a link. `follow` (compat): as upstream reads it.
 * @param within with `refuse`: real path of the folder that every opened file has to lie in.
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
    list: async () => listBelow(root),
    open: (relative) => openBelow(root, name, relative, limits, links, within),
  };
}

function listBelow(root: string): DirectoryEntry[] {
  const found: DirectoryEntry[] = [];
  const open = [''];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of readDirectory(root, at)) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      const type = entry.isSymbolicLink()
        ? 'symlink'
        : entry.isDirectory()
          ? 'directory'
          : entry.isFile()
            ? 'file'
            : 'other';
      found.push({ path, type });
      if (type === 'directory') open.push(path);
      if (found.length > MAX_ENTRIES) {
        throw new Fault('limit.entries', `the directory has more than ${MAX_ENTRIES} entries`);
      }
    }
  }
  return found.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

function readDirectory(root: string, at: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(join(root, at));
  } catch (error) {
    throw new Fault('io.unreadable', `directory ${JSON.stringify(at)} cannot be read: ${systemCode(error)}`, {
      entry: at,
    });
  }
}

const readEntries = (path: string) => readdirSync(path, { withFileTypes: true });

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
      // openFile says what is wrong with it
    }
    return openFile(target, `${name}/${relative}`, limits);
  }
  checkNoLink(root, relative);
  return openFile(path, `${name}/${relative}`, limits, within === undefined ? {} : { within });
}

/** A link anywhere on the way could lead out of the artifact, and be turned elsewhere while we read. */
function checkNoLink(root: string, relative: string): void {
  let at = root;
  const parts = relative.split(/[/\\]/);
  for (const [i, part] of parts.entries()) {
    if (part === '..')
      throw new Fault('path.escape', `${JSON.stringify(relative)} leads out of the artifact`, { entry: relative });
    at = `${at}${sep}${part}`;
    let link: boolean;
    try {
      link = lstatSync(at).isSymbolicLink();
    } catch {
      return;
    }
    if (link) {
      const what = i === parts.length - 1 ? 'is' : 'lies behind';
      throw new Fault('path.symlink', `${JSON.stringify(relative)} ${what} a symbolic link`, { entry: relative });
    }
  }
}

/** Digest and size of a directory artifact: SHA-256 over its files' `path NUL sha256 LF` lines, sorted by path bytes. */
export async function directoryDigest(directory: DirectorySource): Promise<{ sha256: string | null; bytes: number }> {
  const lines: string[] = [];
  let bytes = 0;
  try {
    for (const entry of await directory.list()) {
      if (entry.type !== 'file') continue;
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
