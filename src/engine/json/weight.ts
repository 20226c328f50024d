import { Fault } from '../fault.js';

/*
 * Estimates the memory that JSON.parse needs for a text, from its bytes, before it runs. The costs are peaks of V8, garbage
 * included, measured on texts that consist of one kind of value (docs/performance.md, "Hostile artifacts").
 */

/** Shorter texts are not checked: their values take a few megabytes at most. */
const WEIGHED_BYTES = 1024 * 1024;
/** Allowed memory per byte of text; honest evidence takes two or three. The text itself is in memory a few times as well. */
const TREE_BYTES_PER_BYTE = 5;
/** Memory allowed for any text, in bytes. */
const TREE_BYTES = 32 * 1024 * 1024;
/**
 * Maximum members of the outermost object: no artifact of any kind has as many, and unknown ones are not worth the memory.
 */
const MAX_OUTER_MEMBERS = 100_000;

/**
 * Bytes per value. `item` applies to members of an object too. A repeated string or name costs nothing, because V8 shares it.
 */
const COST = { object: 76, list: 60, item: 24, text: 46, name: 176 };
/** Longer strings are never treated as repeated. */
const SHARED_BYTES = 64;
/** Number of strings remembered, a power of two. */
const REMEMBERED = 8192;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * Rejects a text whose values would take far more memory than it has bytes: a megabyte of empty objects takes 33 (hardening
 * 33). Does not check the syntax.
 * @throws Fault `limit.json_values`; `limit.errors` for an outermost object with more members than any artifact has.
 */
export function checkWeight(bytes: Uint8Array): void {
  const end = bytes.length;
  if (end <= WEIGHED_BYTES) return;
  const most = end * TREE_BYTES_PER_BYTE + TREE_BYTES;
  const met = new Texts(bytes);
  let weight = 0;
  let depth = 0;
  let outer = 0;
  let fresh = false;
  for (let i = 0; i < end; i++) {
    const c = bytes[i] as number;
    if (c === QUOTE) {
      const start = i + 1;
      i = met.skip(start);
      fresh = !met.again;
      if (fresh) weight += COST.text + i - start;
    } else if (c === COLON) {
      if (fresh) weight += COST.name - COST.text;
      if (depth === 1 && ++outer > MAX_OUTER_MEMBERS) throw tooManyMembers(i);
    } else if (c === COMMA) weight += COST.item;
    else if (c === 0x7b || c === 0x5b) {
      weight += c === 0x7b ? COST.object : COST.list;
      depth++;
    } else if (c === 0x7d || c === 0x5d) depth--;
    if (weight > most) throw tooHeavy(end, most);
  }
}

function tooHeavy(bytes: number, most: number): Fault {
  const message = `${bytes} bytes of JSON hold values that would take more than ${most} bytes of memory`;
  return new Fault('limit.json_values', message, { offset: 0 });
}

function tooManyMembers(offset: number): Fault {
  const message = `the outermost object has more than ${MAX_OUTER_MEMBERS} members: the rest was not checked`;
  return new Fault('limit.errors', message, { offset });
}

/**
 * Remembers recent strings. The strings themselves are compared, not only their hashes: collisions only make a document
 * appear heavier.
 */
class Texts {
  /** Whether the last string occurred before. */
  again = false;
  private readonly starts = new Int32Array(REMEMBERED);
  private readonly ends = new Int32Array(REMEMBERED);

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * Index of the closing quote of the string whose content starts at `start`, or the end of the bytes when it is not closed.
   */
  skip(start: number): number {
    const { bytes } = this;
    const end = bytes.length;
    let hash = 0;
    let i = start;
    for (; i < end; i++) {
      const c = bytes[i] as number;
      if (c === QUOTE) break;
      if (c === BACKSLASH) i++;
      hash = (Math.imul(hash, 31) + c) | 0;
    }
    if (i > end) i = end;
    this.again = i - start <= SHARED_BYTES && this.known(start, i, (hash ^ (hash >>> 13)) & (REMEMBERED - 1));
    return i;
  }

  private known(start: number, end: number, slot: number): boolean {
    const { bytes, starts, ends } = this;
    const from = starts[slot] as number;
    const same = (ends[slot] as number) - from === end - start;
    starts[slot] = start;
    ends[slot] = end;
    if (!same) return false;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== bytes[j]) return false;
    return true;
  }
}
