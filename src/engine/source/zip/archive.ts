import { Fault } from '../../fault.js';
import { type Limits, MAX_ARCHIVE_DEPTH } from '../../limits.js';
import type { Archive, RandomAccess } from '../source.js';
import { ZipEntry } from './entry.js';
import { readLayout } from './layout.js';
import { ByteWindow } from './window.js';

/**
 * Opens a zip archive after checking its whole structure, so that every reader sees the same entries in it
 * (hardening 15, 16). `depth` is 1 for an archive in a file, 2 for one inside that; `name` is shown in messages.
 * The archive does not own `reader`: whoever made it closes it, after the archive.
 * Throws a `Fault` of `zip.*` or `limit.*` at the first defect. An archive without entries opens: what must be in it is
 * for its kind to say.
 */
export async function openArchive(
  reader: RandomAccess,
  limits: Limits,
  depth: number,
  name = 'the archive',
): Promise<Archive> {
  if (depth > MAX_ARCHIVE_DEPTH) {
    throw new Fault('limit.nesting', `${name} is ${depth} archives deep, the limit is ${MAX_ARCHIVE_DEPTH}`);
  }
  if (reader.size > limits.maxArtifactBytes) {
    throw new Fault(
      'limit.artifact_bytes',
      `${name} has ${reader.size} bytes, the limit is ${limits.maxArtifactBytes} (--max-artifact-bytes)`,
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
