import { isUtf8 } from 'node:buffer';
import { Fault } from '../fault.js';
import type { Json } from '../types.js';

/*
 * The exact reader: slower than JSON.parse, but it knows where everything is. It runs only when something is wrong (to
 * say what and where), when a finding has to be placed, or for what `JSON.parse` may misread: not on usual good input.
 */

/** A parsed value with its place in the bytes. */
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
 * Parses JSON by RFC 8259 with the refusals of hardening 1 and 3-5, throwing the first defect as a `Fault` with its
 * offset: invalid UTF-8 or a byte order mark, lone surrogates, duplicate names (compared after unescaping), numbers
 * past the double range, anything after the value.
 */
export function parseStrict(bytes: Uint8Array, maxDepth: number): Node {
  const reader = new StrictReader(bytes, maxDepth);
  return reader.document();
}

const ESCAPES: Readonly<Record<string, true>> = {
  '"': true,
  '\\': true,
  '/': true,
  b: true,
  f: true,
  n: true,
  r: true,
  t: true,
};

class StrictReader {
  private at = 0;
  constructor(
    private readonly bytes: Uint8Array,
    private readonly maxDepth: number,
  ) {}

  document(): Node {
    checkEncoding(this.bytes);
    this.blanks();
    if (this.at >= this.bytes.length) throw this.syntax('the text is empty');
    const node = this.value(0);
    this.blanks();
    if (this.at < this.bytes.length) throw this.syntax('there is something after the end of the JSON value');
    return node;
  }

  private syntax(message: string, offset = this.at): Fault {
    const where = offset >= this.bytes.length ? ' (the text ends too early)' : '';
    return new Fault('json.syntax', `not valid JSON: ${message}${where}`, { offset });
  }

  private blanks(): void {
    for (;;) {
      const c = this.bytes[this.at];
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at++;
    }
  }

  private value(depth: number): Node {
    const c = this.bytes[this.at];
    if (c === 0x7b || c === 0x5b) {
      if (depth >= this.maxDepth) {
        throw new Fault('json.depth', `nested deeper than ${this.maxDepth} levels (limit --max-depth)`, {
          offset: this.at,
        });
      }
      return c === 0x7b ? this.object(depth + 1) : this.array(depth + 1);
    }
    if (c === 0x22) {
      const start = this.at;
      this.string();
      return { type: 'string', start, end: this.at };
    }
    if (c === 0x2d || (c !== undefined && c >= 0x30 && c <= 0x39)) return this.number();
    return this.literal();
  }

  private object(depth: number): Node {
    const start = this.at++;
    const members: { name: string; nameStart: number; value: Node }[] = [];
    const seen = new Set<string>();
    this.blanks();
    if (this.bytes[this.at] === 0x7d) {
      this.at++;
      return { type: 'object', start, end: this.at, members };
    }
    for (;;) {
      const nameStart = this.at;
      if (this.bytes[this.at] !== 0x22) throw this.syntax('a member name in double quotes is expected');
      const name = this.string();
      if (seen.has(name)) {
        throw new Fault('json.duplicate_member', `member ${quote(name)} occurs twice in one object`, {
          offset: nameStart,
        });
      }
      seen.add(name);
      this.blanks();
      if (this.bytes[this.at] !== 0x3a) throw this.syntax(`a colon is expected after ${quote(name)}`);
      this.at++;
      this.blanks();
      members.push({ name, nameStart, value: this.value(depth) });
      this.blanks();
      const c = this.bytes[this.at];
      if (c === 0x7d) break;
      if (c !== 0x2c) throw this.syntax('a comma or } is expected');
      this.at++;
      this.blanks();
    }
    this.at++;
    return { type: 'object', start, end: this.at, members };
  }

  private array(depth: number): Node {
    const start = this.at++;
    const items: Node[] = [];
    this.blanks();
    if (this.bytes[this.at] === 0x5d) {
      this.at++;
      return { type: 'array', start, end: this.at, items };
    }
    for (;;) {
      items.push(this.value(depth));
      this.blanks();
      const c = this.bytes[this.at];
      if (c === 0x5d) break;
      if (c !== 0x2c) throw this.syntax('a comma or ] is expected');
      this.at++;
      this.blanks();
    }
    this.at++;
    return { type: 'array', start, end: this.at, items };
  }

  private string(): string {
    const start = this.at++;
    let escaped = false;
    for (;;) {
      const c = this.bytes[this.at];
      if (c === undefined) throw this.syntax('a string is not closed');
      if (c === 0x22) break;
      if (c < 0x20) throw this.syntax('a control character in a string must be escaped');
      if (c === 0x5c) {
        escaped = true;
        this.escape();
      } else this.at++;
    }
    this.at++;
    const raw = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, this.at - start).toString('utf8');
    if (!escaped) return raw.slice(1, -1);
    const text = JSON.parse(raw) as string;
    if (!text.isWellFormed()) {
      throw new Fault('json.encoding', 'a string holds a lone surrogate escape, which is no character', {
        offset: start,
      });
    }
    return text;
  }

  private escape(): void {
    const next = this.bytes[this.at + 1];
    if (next === 0x75) {
      for (let i = 2; i < 6; i++) {
        const c = this.bytes[this.at + i];
        if (c === undefined || !/[0-9a-fA-F]/.test(String.fromCharCode(c)))
          throw this.syntax('\\u needs four hex digits');
      }
      this.at += 6;
      return;
    }
    if (next === undefined || ESCAPES[String.fromCharCode(next)] !== true)
      throw this.syntax('an unknown escape in a string');
    this.at += 2;
  }

  private number(): Node {
    const start = this.at;
    let end = start;
    while (end < this.bytes.length && /[-+.0-9eE]/.test(String.fromCharCode(this.bytes[end] as number))) end++;
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('latin1');
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text))
      throw this.syntax(`${quote(text)} is no JSON number`, start);
    if (!Number.isFinite(Number(text)))
      throw this.syntax(`the number ${quote(text)} is outside the range of a double`, start);
    this.at = end;
    return { type: 'number', start, end };
  }

  private literal(): Node {
    const start = this.at;
    for (const word of ['true', 'false', 'null']) {
      if (
        Buffer.from(
          this.bytes.buffer,
          this.bytes.byteOffset + start,
          Math.min(word.length, this.bytes.length - start),
        ).toString('latin1') === word
      ) {
        this.at += word.length;
        return { type: 'literal', start, end: this.at };
      }
    }
    throw this.syntax('a JSON value is expected');
  }
}

/** The value of a parsed document, as `JSON.parse` should give it; `bytes` are those that were parsed. */
export function treeOf(node: Node, bytes: Uint8Array): Json {
  if (node.items !== undefined) return node.items.map((item) => treeOf(item, bytes));
  if (node.members === undefined) {
    // Strings, numbers and literals by themselves: the platform's parser is sound where there are no names.
    return JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset + node.start, node.end - node.start).toString(),
    ) as Json;
  }
  const object: Record<string, Json> = {};
  for (const { name, value } of node.members) {
    if (name === '__proto__') {
      const own = { value: treeOf(value, bytes), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(object, name, own);
    } else object[name] = treeOf(value, bytes);
  }
  return object;
}

/** Message for bytes that are no UTF-8, where upstream puts a replacement character instead. */
export const INVALID_UTF8 = 'the text is not valid UTF-8';

/** Refuses what is not UTF-8, and a byte order mark (hardening 3). */
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

/** Offset of the first byte that is not UTF-8: halving, cut at characters, then the last few one by one. */
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

/** Text from an artifact, short enough to stand in a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

/** The node a JSON pointer (RFC 6901) leads to, or the deepest one on the way. Names come before values. */
export function locate(root: Node, pointer: string): { readonly offset: number; readonly end: number } {
  let node = root;
  let offset = root.start;
  for (const part of pointer === '' ? [] : pointer.slice(1).split('/')) {
    const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
    const member = node.members?.find((one) => one.name === name);
    const item = node.items?.[Number(name)];
    if (member !== undefined) {
      node = member.value;
      offset = member.nameStart;
    } else if (item !== undefined) {
      node = item;
      offset = item.start;
    } else break;
  }
  return { offset, end: node.end };
}

/** One reference token of a JSON pointer. */
export function pointerPart(name: string | number): string {
  return `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
