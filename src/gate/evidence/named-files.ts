import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { DiscoveredArtifact } from '../../discovery/discover.js';
import { isWithin } from '../../discovery/symlink.js';
import type { Limits } from '../../engine/limits.js';
import type { NamedFiles } from '../../engine/options.js';
import { openFile } from '../../engine/source/file.js';
import type { ByteSource } from '../../engine/source/source.js';

/**
 * Files that an artifact names: a session chain its runpacks, an attestation its chain (producers.md sections 4 and 7).
 * Nothing outside the workspace is read, nor outside what was named on the command line for an artifact that lies there.
 */
export function namedFiles(
  { path: artifact, root }: DiscoveredArtifact,
  workspace: string,
  limits: Limits,
): NamedFiles {
  const top = path.resolve(workspace);
  const open = (absolute: string): ByteSource | undefined => {
    const inside = isWithin(top, absolute);
    if (!inside && !isWithin(root, absolute)) return undefined;
    // A folder is not there as a file.
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory()) return undefined;
    const name = path.relative(top, absolute).split(path.sep).join('/');
    return openFile(absolute, name, limits, { within: inside ? realpathSync.native(top) : root });
  };
  const at = (folder: string, named: string): ByteSource | undefined =>
    // No system has files with such a name, and looking it up throws.
    named.includes('\0') ? undefined : open(path.resolve(folder, named));
  return {
    inWorkspace: (named) => at(top, named),
    beside: (named) => at(path.dirname(artifact), named),
  };
}
