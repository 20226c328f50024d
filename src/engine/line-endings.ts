import type { Hash } from 'node:crypto';
import { sha256 } from './digest.js';
import type { ByteSource } from './source/source.js';

const LF = 0x0a;
const CR = 0x0d;
/** Larger files are not checked. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Most files of one artifact that are checked: a checkout converts all of them or none. */
const MAX_FILES = 10;

/** Message part and remedy for a file whose line endings were converted. */
export interface Converted {
  readonly message: string;
  readonly remedy: string;
}

const REMEDY =
  'Keep line endings as they are: give these files `-text` in .gitattributes, and check them out (or build the archive) again.';

/**
 * Looks for the reason why files do not have their listed digests: line endings that git or an editor converted (people.md
 * section 2.3). For one artifact; it gives up after a few files.
 */
export class LineEndings {
  #left = MAX_FILES;

  /** @param expected 64 lower-case hex digits. @throws Fault when the file cannot be read again. */
  async converted(source: ByteSource, expected: string | undefined): Promise<Converted | undefined> {
    if (expected === undefined || source.size > MAX_BYTES || this.#left-- <= 0) return undefined;
    const [withoutCr, withCr] = [sha256(), sha256()];
    let pendingCr = false;
    for await (const chunk of source.chunks()) pendingCr = feed(chunk, pendingCr, withoutCr, withCr);
    if (pendingCr) for (const hash of [withoutCr, withCr]) hash.update('\r');
    const [from, to] =
      withoutCr.digest('hex') === expected
        ? ['LF', 'CRLF']
        : withCr.digest('hex') === expected
          ? ['CRLF', 'LF']
          : [undefined, undefined];
    if (from === undefined) return undefined;
    return {
      message: `; its line endings were converted from ${from} to ${to}, and nothing else changed`,
      remedy: REMEDY,
    };
  }
}

/** Hashes a chunk with every line end as LF and as CRLF; gives whether it ends in a CR whose LF may follow. */
function feed(chunk: Uint8Array, pendingCr: boolean, withoutCr: Hash, withCr: Hash): boolean {
  let from = 0;
  let pending = pendingCr;
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at];
    if (byte !== LF && !pending && byte !== CR) continue;
    if (byte === LF) {
      const text = chunk.subarray(from, pending && at > 0 ? at - 1 : at);
      withoutCr.update(text).update('\n');
      withCr.update(text).update('\r\n');
      from = at + 1;
      pending = false;
      continue;
    }
    // A CR without an LF is kept.
    if (pending && at === 0) for (const hash of [withoutCr, withCr]) hash.update('\r');
    pending = byte === CR;
  }
  const rest = chunk.subarray(from, pending ? chunk.length - 1 : chunk.length);
  for (const hash of [withoutCr, withCr]) hash.update(rest);
  return pending;
}
