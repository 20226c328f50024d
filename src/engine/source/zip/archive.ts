import { Fault } from '../../fault.js';
import { type Limits, MAX_ARCHIVE_DEPTH } from '../../limits.js';
import type { Archive, RandomAccess } from '../source.js';
import { ZipEntry } from './entry.js';
import { readLayout } from './layout.js';
import { ByteWindow } from './window.js';

/**
 * Opens a zip archive after checking its whole structure, so that every reader sees the same entries in it (hardening 15,
 * 16). An archive without entries can be opened; its kind decides what it must contain.
 * @param reader stays open: the caller closes it, after the archive.
 * @param depth 1 for an archive in a file, 2 for one inside that.
 * @param name name in messages.
 * @throws Fault `zip.*` or `limit.*` for the first defect.
 */
export async function openArchive(
  reader: RandomAccess,
  limits: Limits,
  depth: number,
  name = 'the archive',
): Promise<Archive> {
  if (depth > MAX_ARCHIVE_DEPTH) {
    throw new Fault('limit.nesting', `${name} is nested ${depth} archives deep, limit ${MAX_ARCHIVE_DEPTH}`);
  }
  if (reader.size > limits.maxArtifactBytes) {
    throw new Fault(
      'limit.artifact_bytes',
      `${name} has ${reader.size} bytes, limit ${limits.maxArtifactBytes} (--max-artifact-bytes)`,
    );
  }
  const window = await ByteWindow.over(reader);
  const entries = (await readLayout(window, limits)).map((entry) => new ZipEntry(window, entry));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    entries,
    entry: (wanted) => byName.get(wanted),
    close: async () => window.release(),
  };
}
