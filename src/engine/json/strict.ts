import { isUtf8 } from 'node:buffer';
import { Fault } from '../fault.js';
import { quote } from '../text.js';
import { END, foundAt } from './foreign.js';
import type { Json, JsonObject } from './value.js';

/*
 * The exact reader: slower than JSON.parse, but it knows the offset of everything. It runs only to locate a defect, or for
 * texts that `JSON.parse` may misread. Callers choose what it builds: values with offsets, plain values, or nothing.
 */

/** A parsed value with its location in the bytes. */
export interface Node {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'literal';
  /** Byte offsets, end exclusive. */
  readonly start: number;
  end: number;
  /** Members of an object, in written order. */
  readonly members?: { readonly name: string; readonly nameStart: number; readonly value: Node }[];
  /** Elements of an array. */
  readonly items?: Node[];
}

/**
 * Parses JSON by RFC 8259 with the restrictions of hardening 1 and 3-5, and throws the first defect as a `Fault` with its
 * offset: invalid UTF-8 or a byte order mark, lone surrogates, duplicate names (compared after unescaping), numbers beyond
 * the range of a double, data after the value. Returns every value with its location, which takes several times the memory of
 * the values.
 */
export function parseStrict(bytes: Uint8Array, maxDepth: number): Node {
  return readStrict(bytes, maxDepth, new Places());
}

/** Like `parseStrict`, but returns the value that `JSON.parse` should return. */
export function valueStrict(bytes: Uint8Array, maxDepth: number): Json {
  return readStrict(bytes, maxDepth, new Values(bytes));
}

/** Like `parseStrict`, but returns nothing and keeps only the names of the open objects in memory. */
export function checkStrict(bytes: Uint8Array, maxDepth: number): void {
  readStrict(bytes, maxDepth, new Names());
}

/** Reads a text like `parseStrict`, and returns what `make` builds from it. */
export function readStrict<T, L, O>(bytes: Uint8Array, maxDepth: number, make: Maker<T, L, O>): T {
  return new StrictReader(bytes, maxDepth, make).document();
}

/** Builds a result while a text is read: `T` for a value, `L` and `O` for an open list and an open object. */
export interface Maker<T, L, O> {
  scalar(type: 'string' | 'number' | 'literal', start: number, end: number): T;
  list(start: number): L;
  item(list: L, value: T): void;
  endList(list: L, end: number): T;
  object(start: number): O;
  /** Whether the object has a member of that name. */
  has(object: O, name: string): boolean;
  /** Called before the value is read; `put` is called after it. */
  name(object: O, name: string): void;
  put(object: O, name: string, nameStart: number, value: T): void;
  endObject(object: O, end: number): T;
}

class Names implements Maker<undefined, undefined, Set<string>> {
  scalar(): undefined {}
  list(): undefined {}
  item(): void {}
  endList(): undefined {}
  object(): Set<string> {
    return new Set();
  }
  has(object: Set<string>, name: string): boolean {
    return object.has(name);
  }
  name(object: Set<string>, name: string): void {
    object.add(name);
  }
  put(): void {}
  endObject(): undefined {}
}

class Values implements Maker<Json, Json[], Record<string, Json>> {
  private readonly text: Buffer;
  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  scalar(_: string, start: number, end: number): Json {
    // JSON.parse is safe for a single string, number or literal: its defect concerns member names.
    return JSON.parse(this.text.toString('utf8', start, end)) as Json;
  }
  list(): Json[] {
    return [];
  }
  item(list: Json[], value: Json): void {
    list.push(value);
  }
  endList(list: Json[]): Json {
    return list;
  }
  object(): Record<string, Json> {
    return {};
  }
  has(object: JsonObject, name: string): boolean {
    return Object.hasOwn(object, name);
  }
  name(): void {}
  put(object: Record<string, Json>, name: string, _: number, value: Json): void {
    if (name === '__proto__') {
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    } else object[name] = value;
  }
  endObject(object: Record<string, Json>): Json {
    return object;
  }
}

/** An open object and its names. */
interface OpenNode {
  readonly node: Node & { readonly members: NonNullable<Node['members']> };
  readonly names: Set<string>;
}

class Places implements Maker<Node, Node & { readonly items: Node[] }, OpenNode> {
  scalar(type: 'string' | 'number' | 'literal', start: number, end: number): Node {
    return { type, start, end };
  }
  list(start: number): Node & { readonly items: Node[] } {
    return { type: 'array', start, end: start, items: [] };
  }
  item(list: { readonly items: Node[] }, value: Node): void {
    list.items.push(value);
  }
  endList(list: Node & { readonly items: Node[] }, end: number): Node {
    list.end = end;
    return list;
  }
  object(start: number): OpenNode {
    return { node: { type: 'object', start, end: start, members: [] }, names: new Set() };
  }
  has({ names }: OpenNode, name: string): boolean {
    return names.has(name);
  }
  name({ names }: OpenNode, name: string): void {
    names.add(name);
  }
  put({ node }: OpenNode, name: string, nameStart: number, value: Node): void {
    node.members.push({ name, nameStart, value });
  }
  endObject({ node }: OpenNode, end: number): Node {
    node.end = end;
    return node;
  }
}

const WORDS = [Buffer.from('true'), Buffer.from('false'), Buffer.from('null')];
/** Characters that may follow a backslash, except u. */
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));
const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 0x30 && c <= 0x39;
const isHex = (c: number | undefined): boolean =>
  isDigit(c) || (c !== undefined && (c | 0x20) >= 0x61 && (c | 0x20) <= 0x66);
/** Characters of a number. Where a number is expected, all of these in a row are read as one. */
const inNumber = (c: number | undefined): boolean =>
  isDigit(c) || c === 0x2b || c === 0x2d || c === 0x2e || c === 0x65 || c === 0x45;

class StrictReader<T, L, O> {
  private at = 0;
  /** For the last string read: whether its text needs decoding, and whether it may contain a lone surrogate. */
  private escaped = false;
  private unicode = false;
  private readonly bytes: Buffer;

  constructor(
    bytes: Uint8Array,
    private readonly maxDepth: number,
    private readonly make: Maker<T, L, O>,
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  document(): T {
    checkEncoding(this.bytes);
    this.blanks();
    if (this.at >= this.bytes.length) {
      throw new Fault('json.syntax', 'not valid JSON: the text is empty', { offset: this.at });
    }
    const value = this.value(0);
    this.blanks();
    if (this.at < this.bytes.length) {
      const hint = this.bytes[this.at] === 0x7b ? ' (several records go into a .jsonl file, one per line)' : '';
      throw this.syntax(`unexpected data after the JSON value: ${this.found()}${hint}`);
    }
    return value;
  }

  private syntax(message: string, offset = this.at): Fault {
    const where = offset >= this.bytes.length && !message.endsWith(END) ? ' (the text ends too early)' : '';
    return new Fault('json.syntax', `not valid JSON: ${message}${where}`, { offset });
  }

  /** Describes what was found where something else is expected. */
  private found(wanted: 'value' | 'other' = 'other', at = this.at): string {
    return foundAt(this.bytes, at, wanted);
  }

  private blanks(): void {
    for (;;) {
      const c = this.bytes[this.at];
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at++;
    }
  }

  private value(depth: number): T {
    const c = this.bytes[this.at];
    if (c === 0x7b || c === 0x5b) {
      if (depth >= this.maxDepth) {
        throw new Fault('json.depth', `nested deeper than ${this.maxDepth} levels (limit --max-depth)`, {
          offset: this.at,
        });
      }
      return c === 0x7b ? this.object(depth + 1) : this.array(depth + 1);
    }
    const start = this.at;
    if (c === 0x22) {
      this.string();
      if (this.unicode) this.textFrom(start);
      return this.make.scalar('string', start, this.at);
    }
    if (c === 0x2d || isDigit(c)) {
      this.number();
      return this.make.scalar('number', start, this.at);
    }
    this.literal();
    return this.make.scalar('literal', start, this.at);
  }

  private object(depth: number): T {
    const { make } = this;
    const object = make.object(this.at++);
    this.blanks();
    if (this.bytes[this.at] === 0x7d) return make.endObject(object, ++this.at);
    for (let first = true; ; first = false) {
      const nameStart = this.at;
      if (this.bytes[this.at] !== 0x22)
        throw this.syntax(
          this.bytes[this.at] === 0x7d && !first
            ? 'trailing comma before }'
            : `expected a member name in double quotes, found ${this.found('value')}`,
        );
      this.string();
      const name = this.textFrom(nameStart);
      if (make.has(object, name)) {
        throw new Fault('json.duplicate_member', `member ${quote(name)} occurs twice in one object`, {
          offset: nameStart,
        });
      }
      make.name(object, name);
      this.blanks();
      if (this.bytes[this.at] !== 0x3a)
        throw this.syntax(`expected a colon after ${quote(name)}, found ${this.found()}`);
      this.at++;
      this.blanks();
      make.put(object, name, nameStart, this.value(depth));
      this.blanks();
      const c = this.bytes[this.at];
      if (c === 0x7d) break;
      if (c !== 0x2c) throw this.syntax(`expected a comma or }, found ${this.found()}`);
      this.at++;
      this.blanks();
    }
    return make.endObject(object, ++this.at);
  }

  private array(depth: number): T {
    const { make } = this;
    const list = make.list(this.at++);
    this.blanks();
    if (this.bytes[this.at] === 0x5d) return make.endList(list, ++this.at);
    for (let first = true; ; first = false) {
      if (this.bytes[this.at] === 0x5d && !first) throw this.syntax('trailing comma before ]');
      make.item(list, this.value(depth));
      this.blanks();
      const c = this.bytes[this.at];
      if (c === 0x5d) break;
      if (c !== 0x2c) throw this.syntax(`expected a comma or ], found ${this.found()}`);
      this.at++;
      this.blanks();
    }
    return make.endList(list, ++this.at);
  }

  /** Skips a string. */
  private string(): void {
    this.at++;
    this.escaped = false;
    this.unicode = false;
    for (;;) {
      const c = this.bytes[this.at];
      if (c === undefined) throw this.syntax('a string is not closed');
      if (c === 0x22) break;
      if (c < 0x20) throw this.syntax('a control character in a string must be escaped');
      if (c === 0x5c) this.escape();
      else this.at++;
    }
    this.at++;
  }

  /** The text of the string just skipped, which begins at `start` with its quote. */
  private textFrom(start: number): string {
    if (!this.escaped) return this.bytes.toString('utf8', start + 1, this.at - 1);
    const text = JSON.parse(this.bytes.toString('utf8', start, this.at)) as string;
    if (!text.isWellFormed()) {
      throw new Fault('json.encoding', 'string contains an unpaired surrogate escape', {
        offset: start,
      });
    }
    return text;
  }

  private escape(): void {
    this.escaped = true;
    const next = this.bytes[this.at + 1];
    if (next === 0x75) {
      this.unicode = true;
      for (let i = 2; i < 6; i++) if (!isHex(this.bytes[this.at + i])) throw this.syntax('\\u needs four hex digits');
      this.at += 6;
      return;
    }
    if (next === undefined || !ESCAPES.has(next)) throw this.syntax('an unknown escape in a string');
    this.at += 2;
  }

  private number(): void {
    const start = this.at;
    let end = start;
    while (inNumber(this.bytes[end])) end++;
    const text = this.bytes.toString('latin1', start, end);
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text))
      throw this.syntax(
        text === '-'
          ? `expected a JSON value, found ${this.found('value', start)}`
          : `${quote(text)} is not a JSON number`,
        start,
      );
    if (!Number.isFinite(Number(text)))
      throw this.syntax(`the number ${quote(text)} is outside the range of a double`, start);
    this.at = end;
  }

  private literal(): void {
    for (const word of WORDS) {
      if (this.bytes.compare(word, 0, word.length, this.at, Math.min(this.at + word.length, this.bytes.length)) !== 0)
        continue;
      this.at += word.length;
      return;
    }
    throw this.syntax(`expected a JSON value, found ${this.found('value')}`);
  }
}

/** Message for bytes that are not UTF-8, which upstream replaces with a replacement character. */
export const INVALID_UTF8 = 'the text is not valid UTF-8';

/** Rejects text that is not UTF-8, and a byte order mark (hardening 3): `json.encoding`. */
export function checkEncoding(bytes: Uint8Array): void {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    throw new Fault('json.encoding', 'the text starts with a byte order mark', { offset: 0 });
  }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (bytes.length > 3 && (a === 0) !== (b === 0))) {
    throw new Fault('json.encoding', 'the text is not UTF-8 (it looks like UTF-16 or UTF-32)', { offset: 0 });
  }
  if (!isUtf8(bytes)) {
    throw new Fault('json.encoding', INVALID_UTF8, { offset: firstInvalid(bytes) });
  }
}

/** Offset of the first byte that is not UTF-8: binary search at character boundaries, then the last few characters. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    let middle = (low + high) >> 1;
    while (middle > low && ((bytes[middle] as number) & 0xc0) === 0x80) middle--;
    if (middle === low) break;
    if (isUtf8(bytes.subarray(low, middle))) low = middle;
    else high = middle;
  }
  for (;;) {
    const at = low;
    const length = [1, 2, 3, 4].find((one) => at + one <= bytes.length && isUtf8(bytes.subarray(at, at + one)));
    if (length === undefined) return low;
    low += length;
  }
}
