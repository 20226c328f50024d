import type { Hash } from 'node:crypto';
import { sha256 } from './digest.js';
import type { ByteSource } from './source/source.js';

const LF = 0x0a;
const CR = 0x0d;
/** Larger files are not examined. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Files examined per artifact: a few are enough, because a checkout converts all files or none. */
const MAX_FILES = 10;

/** Suffix of the message and remedy for a file whose line endings were converted. */
export interface Converted {
  readonly message: string;
  readonly remedy: string;
}

const REMEDY =
  'Keep line endings as they are: give these files `-text` in .gitattributes, and check them out (or build the archive) again.';

/**
 * Checks whether files differ from their listed digests only by line endings that git or an editor converted (people.md
 * section 2.3). One instance per artifact; examines at most `MAX_FILES` files.
 */
export class LineEndings {
  #left = MAX_FILES;

  /**
   * The conversion that explains the digest, or `undefined`.
   * @param expected listed digest, 64 lower-case hex digits.
   * @throws Fault when the file cannot be read again.
   */
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

/**
 * Feeds a chunk to both hashes, with all line endings as LF and as CRLF. Returns whether the chunk ends in a CR that an LF
 * may follow.
 */
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
    // A CR without a following LF is not a line ending and is hashed unchanged.
    if (pending && at === 0) for (const hash of [withoutCr, withCr]) hash.update('\r');
    pending = byte === CR;
  }
  const rest = chunk.subarray(from, pending ? chunk.length - 1 : chunk.length);
  for (const hash of [withoutCr, withCr]) hash.update(rest);
  return pending;
}
