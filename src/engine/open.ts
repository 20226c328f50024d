import { readdirSync, realpathSync, statSync } from 'node:fs';
import { DIRECTORIES, type DirectoryName } from './kinds/table.js';
import type { Limits } from './limits.js';
import type { VerifyOptions } from './options.js';
import { directorySource } from './source/directory.js';
import { fileFault, openFile } from './source/file.js';
import type { ArtifactVerdict } from './types.js';
import { type ArtifactInput, failedVerdict, verify } from './verify.js';

/** How an artifact on disk is opened. */
export interface OpenArtifact {
  /** Name of the artifact in reports. */
  readonly name: string;
  readonly limits: Limits;
  /**
   * `refuse`: no symbolic link is followed. `named`: the path itself may be a link, because the user named it; links inside
   * it are not followed. `follow` (compat mode): all links are followed, as upstream does.
   */
  readonly links: 'refuse' | 'named' | 'follow';
  /** Real path of a folder; every opened file must be inside it. */
  readonly within?: string | undefined;
  /** Form determined by discovery; absent: the kind of a folder follows from the names of the files in it. */
  readonly form?: ArtifactInput['form'] | undefined;
}

/**
 * Opens a file or folder for verification.
 * @throws Fault `io.*` or `path.*` when it cannot be opened.
 */
export function openArtifact(path: string, { name, limits, links, within, form }: OpenArtifact): ArtifactInput {
  const target = links === 'refuse' ? path : resolved(path, name);
  const kind = form ?? (isDirectory(target) ? directoryName(target, name) : 'file');
  if (kind === 'file') {
    return { form: kind, source: openFile(target, name, limits, within === undefined ? {} : { within }) };
  }
  return {
    form: kind,
    directory: directorySource(target, name, limits, links === 'follow' ? 'follow' : 'refuse', within),
  };
}

/** Opens and verifies an artifact; one that cannot be opened gets a failed verdict. */
export async function verifyPath(path: string, open: OpenArtifact, options: VerifyOptions): Promise<ArtifactVerdict> {
  let input: ArtifactInput;
  try {
    input = openArtifact(path, open);
  } catch (error) {
    return failedVerdict(open.name, error, options);
  }
  return verify(input, options);
}

/** Resolves links; a dangling link is reported like a missing file. */
function resolved(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw fileFault(error, name);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // openFile reports the cause
  }
}

/** The kind of a folder, by the names of the files directly in it (contract section 7). */
function directoryName(path: string, name: string): DirectoryName {
  let names: ReadonlySet<string>;
  try {
    names = new Set(
      readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])),
    );
  } catch (error) {
    throw fileFault(error, name);
  }
  const kind = DIRECTORIES.find(({ claims }) => claims(names));
  if (kind === undefined) throw new Error('no kind of folder is left');
  return kind.name;
}
