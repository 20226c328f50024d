import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { discover } from '../../discovery/discover.js';
import { isChainMember } from '../../discovery/walk.js';
import { Fault } from '../../engine/fault.js';
import type { Limits } from '../../engine/limits.js';
import { digestOf } from '../../engine/source/digesting.js';
import { directoryDigest, directorySource } from '../../engine/source/directory.js';
import { openFile } from '../../engine/source/file.js';
import type { Prepared } from '../config/load.js';
import { namedFiles } from '../evidence/named-files.js';
import { recognize } from '../evidence/recognize.js';
import { verifyOne } from '../evidence/verify-all.js';
import type { GateOptions } from '../options/options.js';
import type { KnownToShards } from './merge.js';

/**
 * Compares what a shard read with the file or folder of the same path in this workspace. A file that is not here (the
 * merging job may have nothing but the reports) is not compared, nor is one that the shard could not read.
 * @returns why it is different, `undefined` when it is not.
 */
export async function differenceHere(
  workspace: string,
  limits: Limits,
  path: string,
  sha256: string | null,
): Promise<string | undefined> {
  if (sha256 === null) return undefined;
  const here = resolve(workspace, path);
  const stats = lstatSync(here, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  try {
    const digest = stats.isDirectory() ? await folderDigest(here, path, limits) : await fileDigest(here, path, limits);
    if (digest === undefined || digest === sha256) return undefined;
    if (digest === null) return 'it was read by a shard and cannot be read here';
    return `its SHA-256 is ${digest.slice(0, 12)}… here, the shard read ${sha256.slice(0, 12)}…`;
  } catch (error) {
    if (error instanceof Fault) return `it was read by a shard and cannot be read here: ${error.message}`;
    throw error;
  }
}

/**
 * Artifacts of this workspace that no shard read: evidence that came after the shards, or that they were kept from. Other files
 * may lie here, reports of the shards among them.
 * @param patterns those of the shards; empty: the default set.
 */
export async function artifactsOnlyHere(
  options: GateOptions,
  { verify }: Prepared,
  patterns: readonly string[],
  known: KnownToShards,
): Promise<readonly string[]> {
  const { workspace, limits } = options;
  const search = { workspace, patterns, defaults: patterns.length === 0, namedOutsideAllowed: true };
  const { artifacts, findings } = await discover(search);
  // What cannot be read or must not be followed, such as a link to what nobody verified.
  const found = findings.flatMap(({ severity, code, artifact }) =>
    severity === 'error' && artifact !== '' && !known.findings.has(`${code} ${artifact}`) ? [artifact] : [],
  );
  for (const artifact of artifacts) {
    if (known.files.has(artifact.name)) continue;
    const verdict = await verifyOne(artifact, { ...verify, files: namedFiles(artifact, workspace, limits) });
    if (recognize([{ artifact, verdict }], options).artifacts.length > 0) found.push(artifact.name);
  }
  return found;
}

async function fileDigest(file: string, name: string, limits: Limits): Promise<string> {
  return digestOf(openFile(file, name, limits));
}

/** `undefined` for a folder without what makes it an artifact: it may be there for other files. */
async function folderDigest(folder: string, name: string, limits: Limits): Promise<string | null | undefined> {
  const source = directorySource(folder, name, limits, 'refuse');
  const entries = await source.list();
  if (!entries.some(({ path }) => path === 'manifest.json' || (!path.includes('/') && isChainMember(path))))
    return undefined;
  return (await directoryDigest(source)).sha256;
}
