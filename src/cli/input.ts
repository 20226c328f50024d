import { readFileSync, statSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../engine/limits.js';
import { systemCode } from '../engine/source/system-error.js';
import { CommandError } from './output.js';

/** Reads a small file of a command; a one-line error with exit 6 when that fails. */
export function readInput(path: string, limit = DEFAULT_LIMITS.maxDocumentBytes): Uint8Array {
  try {
    if (statSync(path).size > limit) throw new CommandError(6, `${path}: larger than ${limit} bytes`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = systemCode(error);
    const why =
      code === 'ENOENT' ? 'file not found' : code === 'EISDIR' ? 'is a directory' : `cannot be read (${code})`;
    throw new CommandError(6, `${path}: ${why} [io.${code === 'ENOENT' ? 'not_found' : 'unreadable'}]`);
  }
}
