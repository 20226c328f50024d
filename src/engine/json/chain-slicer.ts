import { Fault } from '../fault.js';
import { tooDeep } from './scan.js';
import { Carry, copy, MAX_BATCH, recordTooLarge, type Slice, type SliceLimits } from './slice.js';

/** A chain document without the elements of its `records` list. */
export interface Skeleton {
  /** The document with an empty `records` list: strict JSON if and only if everything around the elements is. */
  readonly bytes: Uint8Array;
  /** Whether there was a `records` list whose elements were sliced. */
  readonly sliced: boolean;
  /** Maps an offset in the skeleton to the offset in the document. */
  offsetOf(skeletonOffset: number): number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const LF = 0x0a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LOWER_U = 0x75;

const isBlank = (c: number): boolean => c === 0x20 || c === LF || c === 0x0d || c === 0x09;

enum Where {
  Outside,
  BeforeElement,
  InElement,
  AfterElement,
}

/**
 * Splits a chain document into slices, one per element of `records`, chunk by chunk. Memory does not grow with the artifact,
 * and the list may be longer than a JavaScript string can be. Only the first `records` member of the outermost object is
 * sliced; a second one is rejected as a duplicate.
 */
export class ChainSlicer {
  private where: Where = Where.Outside;
  private readonly carry = new Carry();
  /** Absolute offset of the carried bytes, or of the next chunk when nothing is carried. */
  private base = 0;
  private line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;

  // State outside of the list.
  private readonly outside: Uint8Array[] = [];
  private outsideBytes = 0;
  private afterColon = false;
  private rootIsObject = false;
  private keyParts: Uint8Array[] = [];
  private inKey = false;
  private listNext = false;
  private sliced = false;
  private cutAt = 0;
  private cutBytes = 0;

  // State of the current element.
  private start = 0;
  private startLine = 1;
  private elementDepth = 0;
  private scalar = false;
  private members = 0;
  private escapes = false;
  private escapedNames = false;
  /** The last string of the element contains an escape. */
  private stringEscaped = false;
  private needComma = false;
  /** The part of the current bytes that `scanElement` searches, as text; its first character is byte `shift`. */
  private text = '';
  private shift = 0;
  /** Index of the next backslash in `text`; -1: not searched yet. */
  private backslash = -1;

  constructor(private readonly limits: SliceLimits) {}

  /**
   * Takes the next bytes and returns the records that end in them.
   * @throws Fault `json.*` or `limit.*` when the document cannot be split further.
   */
  push(chunk: Uint8Array): Slice[] {
    return [...this.batches(chunk)].flat();
  }

  /** Like `push`, in batches of at most `MAX_BATCH` records that share one buffer. */
  *batches(chunk: Uint8Array): Generator<Slice[]> {
    const carried = this.carry.length;
    const bytes = this.carry.join(chunk);
    let slices: Slice[] = [];
    let i = carried;
    while (i < bytes.length) {
      if (this.where === Where.Outside) i = this.scanOutside(bytes, i);
      else if (this.where === Where.InElement) {
        if (i >= this.shift + this.text.length) this.look(bytes, i);
        i = this.scanElement(bytes, i, slices);
      } else i = this.scanBetween(bytes, i);
      if (slices.length < MAX_BATCH) continue;
      yield slices;
      slices = [];
    }
    this.shift = 0;
    this.text = '';
    if (this.where === Where.InElement) {
      this.checkRecordSize(bytes.length - this.start);
      this.carry.keepFrom(this.start);
      this.base += this.start;
      this.start = 0;
    } else {
      this.carry.keepFrom(bytes.length);
      this.base += bytes.length;
    }
    yield slices;
  }

  /** Decodes the next bytes as Latin-1, one character per byte: a string can be searched and is read as fast. */
  private look(bytes: Buffer, from: number): void {
    this.text = bytes.toString('latin1', from, from + LOOK_BYTES);
    this.shift = from;
    this.backslash = -1;
  }

  /**
   * The document without its records, after all bytes were pushed.
   * @throws Fault `json.syntax` when the text ends inside `records`.
   */
  finish(): Skeleton {
    if (this.where !== Where.Outside) {
      throw new Fault('json.syntax', 'not valid JSON: the file ends inside records', {
        offset: this.base + this.carry.length,
      });
    }
    const cutAt = this.cutAt;
    const cutBytes = this.cutBytes;
    const bytes = Buffer.concat(this.outside, this.outsideBytes);
    this.outside.length = 0;
    return {
      bytes,
      sliced: this.sliced,
      offsetOf: (at) => (at < cutAt ? at : at + cutBytes),
    };
  }

  private keep(bytes: Uint8Array, from: number, to: number): void {
    if (to <= from) return;
    this.outsideBytes += to - from;
    if (this.outsideBytes > this.limits.maxDocumentBytes) {
      throw new Fault(
        'limit.manifest_bytes',
        `more than ${this.limits.maxDocumentBytes} bytes outside of records (limit --max-document-bytes)`,
        { offset: this.base + from },
      );
    }
    this.outside.push(copy(bytes, from, to));
  }

  /** Scans bytes outside of the list: keeps them for the skeleton and looks for the start of `records`. */
  private scanOutside(bytes: Uint8Array, from: number): number {
    let i = from;
    let keyFrom = from;
    for (; i < bytes.length; i++) {
      const c = bytes[i] as number;
      if (c === LF) this.line++;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (c === BACKSLASH) this.escaped = true;
        else if (c === QUOTE) {
          this.inString = false;
          if (this.inKey) {
            this.keyParts.push(copy(bytes, keyFrom, i + 1));
            this.inKey = false;
          }
        }
        continue;
      }
      if (isBlank(c)) continue;
      if (c === QUOTE) {
        this.inString = true;
        if (this.depth === 1 && this.rootIsObject && !this.afterColon) {
          this.inKey = true;
          this.keyParts = [];
          keyFrom = i;
        }
      } else if (c === COLON) {
        if (this.depth === 1) {
          this.afterColon = true;
          this.listNext = this.rootIsObject && this.isRecordsKey();
          continue;
        }
      } else if (c === COMMA) {
        if (this.depth === 1) this.afterColon = false;
      } else if (c === OPEN_LIST && this.listNext) {
        if (this.sliced) {
          throw new Fault('json.duplicate_member', 'member "records" occurs twice in one object', {
            offset: this.base + i,
          });
        }
        if (++this.depth > this.limits.maxDepth) throw tooDeep(this.base + i, this.limits.maxDepth);
        this.keep(bytes, from, i + 1);
        this.listNext = false;
        this.sliced = true;
        this.cutAt = this.outsideBytes;
        this.cutBytes = -(this.base + i + 1);
        this.where = Where.BeforeElement;
        this.needComma = false;
        return i + 1;
      } else if (c === OPEN_OBJECT || c === OPEN_LIST) {
        if (this.depth === 0) this.rootIsObject = c === OPEN_OBJECT;
        if (++this.depth > this.limits.maxDepth) throw tooDeep(this.base + i, this.limits.maxDepth);
      } else if (c === CLOSE_OBJECT || c === CLOSE_LIST) this.depth--;
      this.listNext = false;
    }
    if (this.inKey) this.keyParts.push(copy(bytes, keyFrom));
    this.keep(bytes, from, i);
    return i;
  }

  private isRecordsKey(): boolean {
    const raw = Buffer.concat(this.keyParts).toString('utf8');
    if (raw === '"records"') return true;
    if (!raw.includes('\\')) return false;
    try {
      return JSON.parse(raw) === 'records';
    } catch {
      return false;
    }
  }

  private scanBetween(bytes: Uint8Array, from: number): number {
    for (let i = from; i < bytes.length; i++) {
      const c = bytes[i] as number;
      if (c === LF) this.line++;
      if (isBlank(c)) continue;
      if (c === CLOSE_LIST && !(this.where === Where.BeforeElement && this.needComma)) {
        // A comma before ] leaves BeforeElement with needComma set, so `[1,]` is rejected below.
        this.cutBytes += this.base + i;
        this.where = Where.Outside;
        return i;
      }
      if (this.where === Where.AfterElement) {
        if (c !== COMMA) throw this.syntax('expected a comma or ] between records', this.base + i);
        this.where = Where.BeforeElement;
        this.needComma = true;
        continue;
      }
      if (c === COMMA || c === COLON || c === CLOSE_LIST || c === CLOSE_OBJECT) {
        throw this.syntax('expected a record', this.base + i);
      }
      this.beginElement(i, c);
      return i;
    }
    return bytes.length;
  }

  private beginElement(at: number, c: number): void {
    this.where = Where.InElement;
    this.start = at;
    this.startLine = this.line;
    this.elementDepth = 0;
    this.members = 0;
    this.escapes = false;
    this.escapedNames = false;
    this.stringEscaped = false;
    this.inString = false;
    this.escaped = false;
    this.scalar = c !== OPEN_OBJECT && c !== OPEN_LIST && c !== QUOTE;
  }

  /**
   * The inner loop, written for speed: every byte of a chain passes through it. Strings are skipped by searching for the next
   * quote and the next backslash; the positions are kept, so that no input makes it scan a byte twice.
   */
  private scanElement(bytes: Uint8Array, from: number, slices: Slice[]): number {
    const { text, shift } = this;
    const end = text.length;
    const deepest = this.limits.maxDepth - 2;
    let i = from - shift;
    let quote = -1;
    let depth = this.elementDepth;
    let members = this.members;
    let inString = this.inString;
    while (i < end) {
      if (inString) {
        if (this.escaped) {
          this.escaped = false;
          if (text.charCodeAt(i++) === LOWER_U) this.escapes = true;
          continue;
        }
        if (quote < i) quote = indexOr(text, '"', i, end);
        if (this.backslash < i) this.backslash = indexOr(text, '\\', i, end);
        if (this.backslash < quote) {
          i = this.backslash + 1;
          this.escaped = true;
          this.stringEscaped = true;
          continue;
        }
        i = quote + 1;
        if (quote === end) break;
        inString = false;
        if (depth === 0) return this.endElement(bytes, i + shift, members, slices);
        continue;
      }
      const c = text.charCodeAt(i);
      if (c === QUOTE) {
        inString = true;
        this.stringEscaped = false;
      } else if (c === COLON) {
        members++;
        if (this.stringEscaped) this.escapedNames = true;
      } else if (c === LF) this.line++;
      else if ((c | 0x20) === OPEN_OBJECT) {
        if (++depth > deepest) throw tooDeep(this.base + i + shift, this.limits.maxDepth);
      } else if ((c | 0x20) === CLOSE_OBJECT) {
        if (depth === 0) return this.endElement(bytes, i + shift, members, slices);
        if (--depth === 0) return this.endElement(bytes, i + shift + 1, members, slices);
      } else if (this.scalar && (c === COMMA || isBlank(c))) {
        return this.endElement(bytes, i + shift, members, slices);
      }
      i++;
    }
    this.elementDepth = depth;
    this.members = members;
    this.inString = inString;
    return end + shift;
  }

  private endElement(bytes: Uint8Array, end: number, members: number, slices: Slice[]): number {
    this.checkRecordSize(end - this.start);
    slices.push({
      bytes: bytes.subarray(this.start, end),
      offset: this.base + this.start,
      line: this.startLine,
      members,
      escapes: this.escapes,
      escapedNames: this.escapedNames,
    });
    this.where = Where.AfterElement;
    this.inString = false;
    return end;
  }

  private checkRecordSize(bytes: number): void {
    if (bytes <= this.limits.maxRecordBytes) return;
    throw recordTooLarge(this.limits, this.base + this.start);
  }

  private syntax(message: string, offset: number): Fault {
    return new Fault('json.syntax', `not valid JSON: ${message}`, { offset });
  }
}

/**
 * Longer strings are allocated outside of V8's young generation, page by page from the system: with strings of half a MiB
 * this took a tenth of the time for a chain.
 */
const LOOK_BYTES = 64 * 1024;

function indexOr(text: string, character: string, from: number, otherwise: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? otherwise : at;
}
