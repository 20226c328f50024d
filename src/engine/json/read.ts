import { isAscii, isUtf8 } from 'node:buffer';
import { Fault } from '../fault.js';
import { countMembers } from './jcs.js';
import { type Scan, scan } from './scan.js';
import { checkStrict, valueStrict } from './strict.js';
import type { Json } from './value.js';
import { checkWeight } from './weight.js';

/** A `\u` escape in the surrogate range; without one a string cannot contain a lone surrogate. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/** A parsed value whose members have not been compared with the number of members in the text. */
export interface Unchecked {
  readonly value: Json;
  /** Members in the text; the value has fewer when a name occurs twice. */
  readonly members: number;
}

/**
 * Parses with JSON.parse. UTF-8, depth and surrogates are checked here; duplicate names and number range are left to the
 * caller, who walks the value anyway and compares `members` (hardening 1, 4).
 * @param scanned result of `scan` for these bytes, if it was made already.
 * @throws Fault with the exact location and defect.
 */
export function parseUnchecked(bytes: Uint8Array, maxDepth: number, scanned?: Scan): Unchecked {
  const ascii = isAscii(bytes);
  if (!ascii && !isUtf8(bytes)) throw exactFault(bytes, maxDepth);
  const { members, escapes, escapedNames } = scanned ?? scan(bytes, maxDepth);
  checkWeight(bytes);
  // V8 in Node 24 and 26 may confuse a member name that contains an escape with an earlier name whose characters are the ones
  // written: after `{"x\\":1}` it reads `{"x\n":1}` as the same name (nodejs/node#63785). A name other than the signed one
  // must not verify, so such texts are read by our own reader.
  if (escapedNames) return { value: valueStrict(bytes, maxDepth), members };
  const view = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = view.toString(ascii ? 'latin1' : 'utf8');
  let value: Json;
  try {
    // V8 does not skip a byte order mark here: U+FEFF is a syntax error.
    value = JSON.parse(text) as Json;
  } catch {
    throw exactFault(bytes, maxDepth);
  }
  if (escapes && SURROGATE_ESCAPE.test(text)) checkStrict(bytes, maxDepth);
  return { value, members };
}

/**
 * Reads one JSON document strictly (hardening 1, 3-5).
 * @throws Fault `json.*` with the byte offset of the defect; `io.empty` for no bytes at all.
 */
export function readJson(bytes: Uint8Array, maxDepth: number): Json {
  if (bytes.length === 0) throw new Fault('io.empty', 'the file is empty', { offset: 0 });
  const { value, members } = parseUnchecked(bytes, maxDepth);
  const walked = countMembers(value);
  if (walked.members !== members || !walked.finite) throw exactFault(bytes, maxDepth);
  return value;
}

/** Finds the exact defect, with the strict reader, after the fast path failed. */
export function exactFault(bytes: Uint8Array, maxDepth: number): Error {
  try {
    checkStrict(bytes, maxDepth);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  // Both readers implement RFC 8259; if they ever disagree, the text must not pass.
  return new Fault('json.syntax', 'ambiguous JSON: parsers read it differently', { offset: 0 });
}
