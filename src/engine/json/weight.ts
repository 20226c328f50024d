import { Fault } from '../fault.js';

/*
 * Estimates the memory that JSON.parse needs for a text, from its bytes. The figures are peaks of V8, garbage included, measured on
 * texts of one kind of value each (docs/performance.md, "Hostile artifacts").
 */

/** Shorter texts need a few megabytes at most. */
const WEIGHED_BYTES = 1024 * 1024;
/** Memory allowed for each byte of text; honest evidence needs two or three, besides a few copies of the text. */
const TREE_BYTES_PER_BYTE = 5;
/** Memory allowed for any text, however short. */
const TREE_BYTES = 32 * 1024 * 1024;
/** Most members of the outermost object: no artifact of any kind has as many. */
const MAX_OUTER_MEMBERS = 100_000;

/** Bytes for each kind of value, `item` also for a member of an object; a string or name that occurred before is shared. */
const COST = { object: 76, list: 60, item: 24, text: 46, name: 176 };
/** Longer strings always count as new. */
const SHARED_BYTES = 64;
/** Number of remembered strings, a power of two. */
const REMEMBERED = 8192;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/**
 * Refuses a text whose values would take far more memory than it has bytes: a megabyte of empty objects takes 33 (hardening 33). Says
 * nothing of the syntax.
 * @throws Fault `limit.json_values`; `limit.errors` for an outermost object of more members than any artifact has.
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

/** Remembers recent strings. They are compared as text; a collision of hashes only makes a document seem heavier. */
class Texts {
  /** The last string occurred before. */
  again = false;
  private readonly starts = new Int32Array(REMEMBERED);
  private readonly ends = new Int32Array(REMEMBERED);

  constructor(private readonly bytes: Uint8Array) {}

  /** Index of the closing quote of the string whose content starts at `start`, or the end when it is not closed. */
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
