import { pointerPart } from './pointer.js';
import { type Maker, readStrict } from './strict.js';

/** A number that two readers may read differently although the record hash is the same (hardening 30). */
export interface ImpreciseNumber {
  /** The number as written. */
  readonly written: string;
  /** The number in canonical form. */
  readonly canonical: string;
  /** JSON pointer from the root of the document. */
  readonly pointer: string;
  readonly offset: number;
}

/** Every decimal number with this many digits survives the conversion to a double; longer ones may not. */
const SAFE_DIGITS = 15;
const isDigitOrDot = (c: number | undefined): boolean => c !== undefined && ((c >= 0x30 && c <= 0x39) || c === 0x2e);

/**
 * A quick test whether a text may contain a number that a double cannot represent: one of more than 15 digits, unless it is
 * written the way a double is printed (as programs do), or one so small that a double loses digits. May report too much, such
 * as digits inside strings, but never misses a number.
 */
function isSuspicious(bytes: Buffer): boolean {
  // A run of 16 digits covers one of every 16 consecutive positions, so looking at those is enough.
  for (let i = SAFE_DIGITS; i < bytes.length; i += SAFE_DIGITS + 1) {
    if (!isDigitOrDot(bytes[i])) continue;
    let start = i;
    while (isDigitOrDot(bytes[start - 1])) start--;
    let end = i + 1;
    while (isDigitOrDot(bytes[end])) end++;
    if (end - start > SAFE_DIGITS && !isWrittenAsDouble(bytes, start, end)) return true;
    i = end - 1;
  }
  return hasTiny(bytes, 'e-') || hasTiny(bytes, 'E-');
}

/** Whether these digits are exactly how a double of that value is printed, or are not a number at all. */
function isWrittenAsDouble(bytes: Buffer, start: number, end: number): boolean {
  const from = bytes[start - 1] === 0x2d ? start - 1 : start;
  if (!BEFORE_NUMBER.has(bytes[from - 1] ?? 0x2c)) return true;
  const [written = ''] = /^-?[\d.]+(?:[eE][+-]?\d+)?/.exec(bytes.toString('latin1', from, end + 8)) ?? [];
  return String(Number(written)) === written;
}

/** Bytes that may precede a number: colon, comma, bracket, whitespace. */
const BEFORE_NUMBER: ReadonlySet<number> = new Set([0x3a, 0x2c, 0x5b, 0x20, 0x09, 0x0a, 0x0d]);

/** Whether a number has a negative exponent of three digits: in that range doubles become less precise. */
function hasTiny(bytes: Buffer, mark: string): boolean {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 2)) {
    if (isDigitOrDot(bytes[at - 1]) && /^\d{3}/.test(bytes.toString('latin1', at + 2, at + 5))) return true;
  }
  return false;
}

/** Members of a record that the hash covers and that may contain numbers. */
const COVERED: ReadonlySet<string> = new Set(['event', 'metadata', 'relationship', 'relations']);

/**
 * The first number in the covered members of a record, or anywhere in a signed document, whose decimal value differs from its
 * canonical form, a double: `9007199254740993`, `0.10000000000000000555`; not `1.0` or `1e2`, which are only written
 * differently.
 * @throws Fault `json.*` when the bytes are not JSON; that is noticed only when the text may contain such a number.
 */
export function impreciseNumber(
  bytes: Uint8Array,
  maxDepth: number,
  within: 'record' | 'document' = 'record',
): ImpreciseNumber | undefined {
  if (!isSuspicious(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) return undefined;
  const numbers = new Numbers(bytes, within === 'record');
  readStrict(bytes, maxDepth, numbers);
  return numbers.found;
}

/** The message for such a number. */
export function impreciseMessage({ written, canonical, pointer }: ImpreciseNumber): string {
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  return `${pointer} is ${shown}, but its canonical form, a double, is ${canonical}: readers would see different numbers under one hash; write it as a string (integers are exact up to 2^53)`;
}

/** Whether a JSON number has the decimal value of its canonical form (RFC 8785). */
export function isPrecise(written: string): boolean {
  return decimal(written) === decimal(JSON.stringify(Number(written)));
}

/**
 * A number of at most this many characters and without an exponent has few enough digits for a double and is within its
 * range.
 */
const PLAIN = 15;

/**
 * Checks the numbers while a text is read, and keeps only the path to the current value instead of a tree of all values
 * (hardening 33).
 */
class Numbers implements Maker<undefined, Level, Level> {
  found: ImpreciseNumber | undefined;
  private readonly way: Level[] = [];
  private readonly text: Buffer;

  constructor(
    bytes: Uint8Array,
    private readonly isRecord: boolean,
  ) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  scalar(type: 'string' | 'number' | 'literal', start: number, end: number): undefined {
    const [top] = this.way;
    if (type !== 'number' || this.found !== undefined || typeof top?.at !== 'string') return;
    if (this.isRecord && !COVERED.has(top.at)) return;
    const written = this.text.toString('latin1', start, end);
    if ((end - start <= PLAIN && !/[eE]/.test(written)) || isPrecise(written)) return;
    const pointer = this.way.map(({ at }) => pointerPart(at)).join('');
    this.found = { written, canonical: JSON.stringify(Number(written)), pointer, offset: start };
  }
  list(): Level {
    return this.enter(0);
  }
  item(list: Level): void {
    list.at = Number(list.at) + 1;
  }
  endList(): undefined {
    this.way.pop();
  }
  object(): Level {
    return this.enter('');
  }
  // Duplicate names were already ruled out when the record was read.
  has(): boolean {
    return false;
  }
  name(object: Level, name: string): void {
    object.at = name;
  }
  put(): void {}
  endObject(): undefined {
    this.way.pop();
  }

  private enter(at: string | number): Level {
    const level = { at };
    this.way.push(level);
    return level;
  }
}

/** The current member name or index in an open object or list. */
interface Level {
  at: string | number;
}

/** Normal form of a decimal value: sign, digits without zeros at either end, exponent. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${fraction}`;
  // A loop, because a regular expression for trailing zeros takes quadratic time on zeros in between.
  let from = 0;
  while (digits[from] === '0') from++;
  let to = digits.length;
  while (to > from && digits[to - 1] === '0') to--;
  if (to === from) return '0';
  return `${sign}${digits.slice(from, to)}e${Number(exponent) - fraction.length + (digits.length - to)}`;
}
