import { Fault } from '../engine/fault.js';
import type { Limits } from '../engine/limits.js';
import { openFile } from '../engine/source/file.js';
import type { ByteSource } from '../engine/source/source.js';

/** What a file tells about its folder. */
export interface RecordTraits {
  /** It holds a record: a top-level object with a `record_id`. */
  readonly record: boolean;
  /** A record in it names the one before: `integrity.previous_record_hash` is there and neither `""` nor `null`. */
  readonly linked: boolean;
}

const NONE: RecordTraits = { record: false, linked: false };
const UNKNOWN: RecordTraits = { record: true, linked: true };

/**
 * Scans a `.json` or `.jsonl` file of a folder for records and links between them, without parsing it: the
 * question is only whether the folder is one chain, and the engine reads everything properly afterwards.
 *
 * Every doubt is decided towards the chain, the stricter reading: the escapes in member names are decoded, a link of any type counts, one hit among doubled members counts, and so does a file that cannot be
 * read. Only a `.json` file larger than a record may be is never a record (it is a chain file, or is refused as one).
 *
 * @param lines the file is JSON lines.
 * @param records tell of records without links too; otherwise a file without links is not looked into any further.
 */
export async function recordTraits(
  file: string,
  name: string,
  lines: boolean,
  records: boolean,
  limits: Limits,
): Promise<RecordTraits> {
  try {
    const source = openFile(file, name, limits);
    if (!lines && source.size > limits.maxRecordBytes) return NONE;
    if (source.size > limits.maxArtifactBytes) return UNKNOWN;
    const hint = await hints(source);
    if (!hint.linked && !(records && hint.record)) return NONE;
    const scanner = new TraitScanner(lines);
    for await (const chunk of source.chunks()) {
      scanner.push(chunk);
      // Without a hint of a link there is nothing more to find out than that there is a record.
      if (scanner.linked || (scanner.record && !hint.linked)) break;
    }
    return { record: scanner.record, linked: scanner.linked };
  } catch (error) {
    if (error instanceof Fault) return UNKNOWN;
    throw error;
  }
}

const LINK = 'previous_record_hash';
const RECORD = 'record_id';
/** Escapes of `_` and `a`-`z` begin like this; other escapes cannot be part of the names. */
const ESCAPED_LETTERS = ['\\u005', '\\u006', '\\u007'];

/**
 * Searches for the two names as bytes, at memory speed: of a gigabyte of independent records no byte is looked
 * at by the slower scanner. May give false positives (escapes, names in texts), never false negatives.
 */
async function hints(source: ByteSource): Promise<{ record: boolean; linked: boolean }> {
  let record = false;
  let linked = false;
  let tail = '';
  for await (const chunk of source.chunks()) {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // A name that crosses the boundary of two pieces is in the end of one and the start of the other.
    const seam = tail + view.toString('latin1', 0, Math.min(view.length, LINK.length));
    const has = (text: string): boolean => view.includes(text, 0, 'latin1') || seam.includes(text);
    if (ESCAPED_LETTERS.some(has)) return { record: true, linked: true };
    linked ||= has(LINK);
    record ||= has(RECORD);
    if (linked) return { record: true, linked };
    tail = (tail + view.toString('latin1', Math.max(0, view.length - LINK.length))).slice(-LINK.length);
  }
  return { record, linked };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const LF = 0x0a;
const LOWER_N = 0x6e;
/** Longer strings cannot be the names, even with every letter escaped. */
const MAX_NAME_BYTES = LINK.length * 6;

/** Walks over JSON bytes, piece by piece, and notes the two traits; wrong syntax never stops it. */
class TraitScanner {
  record = false;
  linked = false;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Bytes of the string being read, as long as it may still be a name. */
  private text: number[] = [];
  private last = '';
  private readonly keys: string[] = ['', '', ''];
  /** The value of the link follows. */
  private expecting = false;
  /** The link's value began with a quote: it is empty when the next byte ends it. */
  private opened = false;

  constructor(private readonly lines: boolean) {}

  push(chunk: Uint8Array): void {
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i] as number;
      if (this.lines && c === LF) this.endLine();
      else if (this.inString) this.stringByte(c);
      else if (c > 0x20) this.byte(c);
    }
  }

  /** A line holds one whole value: whatever a broken line leaves open must not hide the next. */
  private endLine(): void {
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
    this.expecting = false;
    this.opened = false;
    this.keys.fill('');
  }

  private stringByte(c: number): void {
    if (this.opened) {
      this.opened = false;
      if (c !== QUOTE) this.linked = true;
    }
    if (this.escaped) this.escaped = false;
    else if (c === BACKSLASH) this.escaped = true;
    else if (c === QUOTE) {
      this.inString = false;
      this.last = this.text.length > MAX_NAME_BYTES || this.depth > 2 ? '' : decode(this.text);
      return;
    }
    if (this.depth <= 2 && this.text.length <= MAX_NAME_BYTES) this.text.push(c);
  }

  private byte(c: number): void {
    if (this.expecting) {
      this.expecting = false;
      if (c === QUOTE) this.opened = true;
      else if (c !== LOWER_N) this.linked = true;
    }
    if (c === QUOTE) {
      this.inString = true;
      this.text = [];
    } else if (c === COLON) this.member();
    else if ((c | 0x20) === 0x7b) {
      this.depth++;
      if (this.depth <= 2) this.keys[this.depth] = '';
    } else if ((c | 0x20) === 0x7d) this.depth = Math.max(0, this.depth - 1);
    else if (c === COMMA && this.depth <= 2) this.keys[this.depth] = '';
  }

  private member(): void {
    if (this.depth === 0 || this.depth > 2) return;
    this.keys[this.depth] = this.last;
    if (this.depth === 1 && this.last === RECORD) this.record = true;
    if (this.depth === 2 && this.last === LINK && this.keys[1] === 'integrity') this.expecting = true;
  }
}

/** A member name with its escapes decoded, `''` when it is not a JSON string. */
function decode(bytes: readonly number[]): string {
  const text = String.fromCharCode(...bytes);
  if (!text.includes('\\')) return text;
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
