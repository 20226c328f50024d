import { sha256Hex } from '../digest.js';
import type { Json, JsonObject } from './value.js';

/*
 * RFC 8785 on top of JSON.stringify, which already writes numbers and strings as JCS requires. What is left is the order of
 * members: an object whose members are in order is used as it is, any other is copied in order. Objects that V8 would reorder
 * (integer-like names) or that a copy would damage (`__proto__`) make the whole value take the slow path, member by member.
 */

let members = 0;
let finite = true;
let slow = false;

/** Result of `arrange`: a value whose members are in canonical order, ready for JSON.stringify. */
export interface Arranged {
  readonly value: Json;
  /** Number of members of all objects in it. */
  readonly members: number;
  /** False when a number overflowed the double range while it was parsed (contract section 1). */
  readonly finite: boolean;
}

/** Orders and counts all members in one walk. A count below the number of members in the text reveals duplicates. */
export function arrange(value: Json): Arranged {
  members = 0;
  finite = true;
  slow = false;
  const arranged = order(value);
  return { value: arranged, members, finite };
}

function order(value: Json): Json {
  if (typeof value !== 'object') {
    if (typeof value === 'number' && (value === Infinity || value === -Infinity)) finite = false;
    return value;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return orderList(value as readonly Json[]);
  return orderObject(value as JsonObject);
}

function orderList(list: readonly Json[]): Json {
  let copy: Json[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as Json;
    const ordered = order(item);
    if (ordered === item) continue;
    if (copy === undefined) copy = list.slice();
    copy[i] = ordered;
  }
  return copy ?? list;
}

function orderObject(object: JsonObject): Json {
  const names = Object.keys(object);
  const count = names.length;
  members += count;
  let sorted = true;
  let changed: Json[] | undefined;
  let before = '';
  for (let i = 0; i < count; i++) {
    const name = names[i] as string;
    if (name < before) sorted = false;
    before = name;
    const item = object[name] as Json;
    if (typeof item === 'string') continue;
    const ordered = order(item);
    if (ordered === item) continue;
    if (changed === undefined) changed = new Array<Json>(count);
    changed[i] = ordered;
  }
  if (sorted && changed === undefined) return object;
  return copyInOrder(object, names, changed, sorted);
}

function copyInOrder(object: JsonObject, names: string[], changed: Json[] | undefined, sorted: boolean): Json {
  const places = names.map((_, place) => place);
  if (!sorted) places.sort((a, b) => byCodeUnits(names[a] as string, names[b] as string));
  const copy: Record<string, Json> = {};
  for (const place of places) {
    const name = names[place] as string;
    if (name === '__proto__' || startsWithDigit(name)) {
      // A copy cannot keep these in order: `canonicalSlow` has to write the value member by member.
      slow = true;
      return object;
    }
    copy[name] = changed?.[place] ?? (object[name] as Json);
  }
  return copy;
}

/** Counts members and checks numbers without ordering; for values that are not canonicalized as a whole. */
export function countMembers(value: Json): { readonly members: number; readonly finite: boolean } {
  members = 0;
  finite = true;
  count(value);
  return { members, finite };
}

function count(value: Json): void {
  if (typeof value !== 'object') {
    if (typeof value === 'number' && (value === Infinity || value === -Infinity)) finite = false;
    return;
  }
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) count(item);
    return;
  }
  // JSON.parse makes plain objects without inherited enumerable members, so this sees own members only.
  for (const name in value as JsonObject) {
    members++;
    const item = (value as JsonObject)[name] as Json;
    if (typeof item !== 'string') count(item);
  }
}

/** JCS order: by UTF-16 code units, which is what `<` on strings does. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function startsWithDigit(name: string): boolean {
  const c = name.charCodeAt(0);
  return c >= 0x30 && c <= 0x39;
}

/** Whether the last `arrange` found an object that only `canonicalSlow` writes in canonical order. */
export function needsSlow(): boolean {
  return slow;
}

/**
 * The canonical form (RFC 8785) of a parsed JSON value, as text.
 * The value must not contain lone surrogates or infinite numbers; the strict reader rejects both.
 */
export function canonicalize(value: Json): string {
  const arranged = arrange(value);
  return slow ? canonicalSlow(value) : JSON.stringify(arranged.value);
}

/** Like `canonicalize`, for any member names. */
export function canonicalSlow(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${(value as readonly Json[]).map((item) => canonicalSlow(item)).join(',')}]`;
  }
  const object = value as JsonObject;
  const names = Object.keys(object).sort(byCodeUnits);
  let text = '{';
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    text += `${i === 0 ? '' : ','}${JSON.stringify(name)}:${canonicalSlow(object[name] as Json)}`;
  }
  return `${text}}`;
}

/** `digestHex` of contract section 1: lower-case hex SHA-256 over the canonical bytes. */
export function digestHex(value: Json): string {
  return sha256Hex(canonicalize(value));
}
