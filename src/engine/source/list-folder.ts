import { type Dir, type Dirent, opendirSync } from 'node:fs';
import { type Stoppable, turn, turnIsDue } from '../pace.js';

/** Entries between two looks at the clock. */
const ENTRIES_A_LOOK = 1024;
/** Entries that the system is asked for at a time. */
const BUFFERED = 256;

/**
 * What is in a folder, by name. A folder of a million entries takes seconds: the event loop turns meanwhile (hardening 33).
 * @throws the error of the system when it cannot be read; Stopped when the run is to end.
 */
export async function listFolder(path: string, run: Stoppable): Promise<Dirent[]> {
  const entries = await entriesOf<Dirent>(opendirSync(path, { bufferSize: BUFFERED }), run);
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** As `listFolder`, with names as the bytes that they are, in no order. */
export function listFolderBytes(path: Buffer, run: Stoppable): Promise<Dirent<Buffer>[]> {
  // The types of Node know this encoding for readdir only.
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
