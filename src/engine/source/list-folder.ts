import { type Dir, type Dirent, opendirSync } from 'node:fs';
import { type Stoppable, turn, turnIsDue } from '../pace.js';

/** Entries between two checks of the clock. */
const ENTRIES_A_LOOK = 1024;
/** Entries requested from the system at a time. */
const BUFFERED = 256;

/**
 * Lists a folder, sorted by name. A folder with a million entries takes seconds, so the event loop gets turns in between
 * (hardening 33).
 * @throws the system error when it cannot be read; Stopped when the run must end.
 */
export async function listFolder(path: string, run: Stoppable): Promise<Dirent[]> {
  const entries = await entriesOf<Dirent>(opendirSync(path, { bufferSize: BUFFERED }), run);
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Like `listFolder`, but unsorted and with names as bytes. */
export function listFolderBytes(path: Buffer, run: Stoppable): Promise<Dirent<Buffer>[]> {
  // Node's type declarations have this encoding for readdir only.
  const encoding = 'buffer' as BufferEncoding;
  return entriesOf<Dirent<Buffer>>(opendirSync(path, { bufferSize: BUFFERED, encoding }), run);
}

async function entriesOf<T>(folder: Dir, run: Stoppable): Promise<T[]> {
  const entries: T[] = [];
  try {
    for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
      entries.push(entry as T);
      if (entries.length % ENTRIES_A_LOOK === 0 && turnIsDue()) await turn(run);
    }
  } finally {
    folder.closeSync();
  }
  return entries;
}
