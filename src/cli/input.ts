import { readFileSync, readSync, statSync } from 'node:fs';
import { foreignFormat, foreignLines } from '../engine/format.js';
import { DEFAULT_LIMITS } from '../engine/limits.js';
import { systemCode, systemWords } from '../engine/source/system-error.js';
import { CommandError } from './output.js';

const CHUNK_BYTES = 65_536;

/** How standard input is named in messages. */
export const STDIN = '<stdin>';

/**
 * Reads a small file of a command, or standard input for `-`; a one-line error with exit 6 when that fails.
 * @param name what the error calls it.
 */
export function readInput(path: string, limit = DEFAULT_LIMITS.maxDocumentBytes, name = path): Uint8Array {
  try {
    if (path === '-') return readStandardInput(limit);
    if (statSync(path).size > limit) throw tooLarge(name, limit);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = systemCode(error);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    const why = missing ? 'file not found' : code === 'EISDIR' ? 'is a directory' : systemWords(error);
    throw new CommandError(6, `${why} [io.${missing ? 'not_found' : 'unreadable'}]`, name);
  }
}

function tooLarge(path: string, limit: number): CommandError {
  return new CommandError(6, `larger than ${limit} bytes [limit.artifact_bytes]`, path);
}

/** What an input is that cannot be read as what it should be, with what to do about it (people.md section 2.3). */
export function causeIn(bytes: Uint8Array, lines: boolean): string | undefined {
  const found = foreignFormat(bytes.subarray(0, 512)) ?? (lines ? foreignLines(bytes) : undefined);
  if (found === undefined) return undefined;
  const remedy = found.remedy.charAt(0).toLowerCase() + found.remedy.slice(1, -1);
  return `${found.is}; ${remedy}`;
}

/** All of standard input. `readFileSync(0)` fails where the writer of a pipe made it non-blocking. */
function readStandardInput(limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let count: number;
    try {
      count = readSync(0, chunk, 0, CHUNK_BYTES, null);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      continue;
    }
    if (count === 0) break;
    size += count;
    if (size > limit) throw tooLarge(STDIN, limit);
    chunks.push(chunk.subarray(0, count));
  }
  return Buffer.concat(chunks);
}

/** Whether a text without a file name has one JSON value a line, and more than one: a stream of records. */
export function isJsonLines(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').trim();
  const [first = ''] = text.split('\n', 1);
  if (first.length === text.length) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}
