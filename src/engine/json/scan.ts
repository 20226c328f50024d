import { Fault } from '../fault.js';

/** What one pass over the bytes of a JSON text finds out before it is parsed. */
export interface Scan {
  /** Number of colons outside strings, which is the number of members in the text, duplicates included. */
  readonly members: number;
  /** Whether there is a `\u` escape, so that lone surrogates are possible. */
  readonly escapes: boolean;
  /** Whether a member name contains an escape; such a text is not read by `JSON.parse`, see `parseUnchecked`. */
  readonly escapedNames: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LOWER_U = 0x75;

let escapes = false;
/** Whether the last string contained an escape. */
let escaped = false;

/**
 * Counts the members of a JSON text and limits its depth before any recursive parser sees it (hardening 1 and 5). Does not
 * check the syntax; `JSON.parse` does.
 * @throws Fault `json.depth` when nesting exceeds `maxDepth`.
 */
export function scan(bytes: Uint8Array, maxDepth: number): Scan {
  escapes = false;
  escaped = false;
  let escapedNames = false;
  let members = 0;
  let depth = 0;
  const end = bytes.length;
  for (let i = 0; i < end; i++) {
    const c = bytes[i] as number;
    if (c === QUOTE) i = skipString(bytes, i + 1, end);
    else if (c === COLON) {
      members++;
      if (escaped) escapedNames = true;
    } else if ((c | 0x20) === 0x7b) {
      if (++depth > maxDepth) throw tooDeep(i, maxDepth);
    } else if ((c | 0x20) === 0x7d) depth--;
  }
  return { members, escapes, escapedNames };
}

/** The fault for nesting beyond the limit; shared with the slicer, which limits depth while it slices. */
export function tooDeep(offset: number, maxDepth: number): Fault {
  return new Fault('json.depth', `nested deeper than ${maxDepth} levels (limit --max-depth)`, { offset });
}

/** Index of the closing quote of the string whose content starts at `i`, or `end` when it is not closed. */
function skipString(bytes: Uint8Array, i: number, end: number): number {
  escaped = false;
  for (; i < end; i++) {
    const c = bytes[i] as number;
    if (c === QUOTE) return i;
    if (c === BACKSLASH) {
      escaped = true;
      i++;
      if (bytes[i] === LOWER_U) escapes = true;
    }
  }
  return end;
}
