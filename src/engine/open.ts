import { readdirSync, realpathSync, statSync } from 'node:fs';
import { DIRECTORIES, type DirectoryName } from './kinds/table.js';
import type { Limits } from './limits.js';
import type { VerifyOptions } from './options.js';
import { directorySource } from './source/directory.js';
import { fileFault, openFile } from './source/file.js';
import type { ArtifactVerdict } from './types.js';
import { type ArtifactInput, failedVerdict, verify } from './verify.js';

/** How an artifact on disk is reached. */
export interface OpenArtifact {
  /** What to call it. */
  readonly name: string;
  readonly limits: Limits;
  /**
   * `refuse`: no link is followed. `named`: the path itself may be a link, because the user named it, but none inside it is
   * followed. `follow` (compat): links are followed everywhere, as upstream does.
   */
  readonly links: 'refuse' | 'named' | 'follow';
  /** Real path of a folder that every opened file has to lie in. */
  readonly within?: string | undefined;
  /** Its form, if discovery determined it; otherwise the names in a folder decide. */
  readonly form?: ArtifactInput['form'] | undefined;
}

/**
 * Opens a file or folder for verification.
 * @throws Fault `io.*`, `path.*` for what cannot be opened.
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

/** Opens and verifies; an artifact that cannot be opened gets a failed verdict. */
export async function verifyPath(path: string, open: OpenArtifact, options: VerifyOptions): Promise<ArtifactVerdict> {
  let input: ArtifactInput;
  try {
    input = openArtifact(path, open);
  } catch (error) {
    return failedVerdict(open.name, error, options);
  }
  return verify(input, options);
}

/** Resolves links; a dangling link counts as missing. */
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

/** The kind of a folder, from the names in it (contract section 7). */
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
