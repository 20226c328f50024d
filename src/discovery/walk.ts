import type { Dirent } from 'node:fs';
import path from 'node:path';
import { type Stoppable, Stopped, turn, turnIsDue } from '../engine/pace.js';
import { listFolder } from '../engine/source/list-folder.js';
import { advance, type Match, matchOf, mayMatchBelow, type Pattern, type Stand } from './patterns.js';

/** What a matched path is, as `lstat` sees it. */
export type Type = 'file' | 'symlink' | 'other';

/** One matched path. */
export interface Hit {
  /** Absolute path to read it by. */
  readonly path: string;
  /** Display name: workspace-relative, `/`-separated. */
  readonly name: string;
  readonly type: Type;
  readonly match: Match;
}

/** A folder on the way to matched files. */
export interface Folder {
  readonly path: string;
  readonly name: string;
  /** The folder it was reached from; `undefined` where the walk began. */
  readonly parent: Folder | undefined;
  /** There is something named `manifest.json` in it. */
  manifest: boolean;
  /** There is something named `chain.json` in it. */
  chain: boolean;
  /** Regular `*.json` and `*.jsonl` files directly in it that a chain directory takes for its records. */
  readonly records: string[];
  /** What was matched directly in it. */
  readonly hits: Hit[];
}

/** What a walk found; folders come before those below them. */
export interface Walked {
  readonly folders: readonly Folder[];
  /** Folders that could not be read, with the error. */
  readonly unreadable: readonly { readonly path: string; readonly name: string; readonly error: unknown }[];
  /** It was abandoned because there are too many entries. */
  readonly tooMany: boolean;
}

/** Lists a folder; tests of file system errors pass their own. */
export type ReadFolder = (absolute: string, run: Stoppable) => Promise<Dirent[]>;

/** Most entries that are looked at below one place; an endless tree must not keep the gate busy forever. */
export const MAX_TREE_ENTRIES = 2_000_000;
/** Where git keeps a clone or a submodule, next to its files: no change can add anything of this name. */
export const GIT = '.git';

/**
 * Walks down from a folder as far as patterns may match. Links are reported, never followed; the walk keeps its own stack,
 * so that a deep tree cannot exhaust the call stack.
 * @param stand state of the patterns at `root`.
 * @throws Stopped when the run is to end.
 */
export async function walk(
  root: { readonly path: string; readonly name: string },
  stand: Stand,
  seen: (pattern: Pattern) => void,
  list: ReadFolder = listFolder,
  run: Stoppable = {},
): Promise<Walked> {
  const folders: Folder[] = [];
  const unreadable: { path: string; name: string; error: unknown }[] = [];
  const open: { folder: Folder; stand: Stand }[] = [{ folder: newFolder(root.path, root.name, undefined), stand }];
  let entries = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { folder } = at;
    let children: Dirent[];
    try {
      children = await list(folder.path, run);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      unreadable.push({ path: folder.path, name: folder.name, error });
      continue;
    }
    folders.push(folder);
    entries += children.length;
    if (entries > MAX_TREE_ENTRIES) return { folders, unreadable, tooMany: true };
    const before = folder.path.endsWith(path.sep) ? folder.path : folder.path + path.sep;
    const nameBefore = folder.name === '.' ? '' : `${folder.name}/`;
    for (const child of children) {
      if (turnIsDue()) await turn(run);
      if (child.name === GIT) continue;
      const isFolder = child.isDirectory();
      if (!isFolder) note(folder, child);
      const below = advance(at.stand, child.name);
      if (below.length === 0) continue;
      if (isFolder) {
        if (mayMatchBelow(below)) {
          const next = newFolder(before + child.name, nameBefore + child.name, folder);
          open.push({ folder: next, stand: below });
        }
        continue;
      }
      const link = child.isSymbolicLink();
      const match = matchOf(below, link, false, seen);
      if (match === undefined) continue;
      const type = link ? 'symlink' : child.isFile() ? 'file' : 'other';
      folder.hits.push({ path: before + child.name, name: nameBefore + child.name, type, match });
    }
  }
  return { folders, unreadable, tooMany: false };
}

function newFolder(absolute: string, name: string, parent: Folder | undefined): Folder {
  return { path: absolute, name, parent, manifest: false, chain: false, records: [], hits: [] };
}

function note(folder: Folder, child: Dirent): void {
  const { name } = child;
  if (!name.endsWith('.json') && !name.endsWith('.jsonl')) return;
  if (name === 'manifest.json') folder.manifest = true;
  else if (name === 'chain.json') folder.chain = true;
  else if (child.isFile()) folder.records.push(name);
}

/** True for names of files that a chain directory takes for its own (contract section 3). */
export function isChainMember(name: string): boolean {
  return (name.endsWith('.json') && name !== 'manifest.json') || name.endsWith('.jsonl');
}
