/**
 * How the text of one option becomes a value: numbers, sizes, durations, choices, lists. Each reader gives the value or
 * one sentence that says what was expected; nothing is guessed, because a misread limit or choice weakens the gate.
 */

/** A value, or what is wrong with its text. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

const value = <T>(parsed: T): Parsed<T> => ({ ok: true, value: parsed });
const expected = (what: string): Parsed<never> => ({ ok: false, expected: what });

/** Words that switch an option, in any case: pipelines write all of them. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['0', false],
]);

/** Reads a switch: true/false, yes/no, on/off, 1/0. */
export function parseBoolean(text: string): Parsed<boolean> {
  const known = BOOLEANS.get(text.trim().toLowerCase());
  return known === undefined ? expected('true or false') : value(known);
}

/** Reads a whole number from `min` to `max`, decimal digits only. */
export function parseInteger(text: string, min: number, max: number): Parsed<number> {
  const trimmed = text.trim();
  const number = Number(trimmed);
  if (!/^\d{1,15}$/.test(trimmed) || number < min || number > max) {
    return expected(`a whole number from ${min} to ${max}`);
  }
  return value(number);
}

const KILO = 1000;
const KIBI = 1024;
const SIZE_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ['kb', KILO],
  ['mb', KILO ** 2],
  ['gb', KILO ** 3],
  ['tb', KILO ** 4],
  ['kib', KIBI],
  ['mib', KIBI ** 2],
  ['gib', KIBI ** 3],
  ['tib', KIBI ** 4],
]);
const SIZE_EXPECTED = 'a size such as 256MiB, 1.5GB or 1048576 (bytes)';

/** Reads a size in bytes: a number of bytes, or one with kB/MB/GB/TB (powers of 1000) or KiB/MiB/GiB/TiB (of 1024). */
export function parseSize(text: string): Parsed<number> {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = match === null ? undefined : SIZE_UNITS.get(String(match[2]).toLowerCase());
  const bytes = Math.floor(Number(match?.[1]) * (unit ?? Number.NaN));
  return bytes >= 1 && bytes <= Number.MAX_SAFE_INTEGER ? value(bytes) : expected(SIZE_EXPECTED);
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
]);
/** Longest duration in seconds: timers of Node end at 2^31-1 milliseconds. */
export const MAX_DURATION_SECONDS = 24 * 86_400;
const DURATION_EXPECTED = 'a duration such as 90s, 10m, 1h30m or 300 (seconds), at most 24d';

/** Reads a duration into seconds: a bare number is seconds; units ms, s, m, h, d may be joined (`1h30m`). */
export function parseDuration(text: string): Parsed<number> {
  const trimmed = text.trim().toLowerCase();
  const parts = /^[\d.]+$/.test(trimmed) ? `${trimmed}s` : trimmed;
  if (!/^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|[smhd]))+$/.test(parts)) return expected(DURATION_EXPECTED);
  let seconds = 0;
  for (const [, digits, unit] of parts.matchAll(/([\d.]+)(ms|[smhd])/g)) {
    seconds += Number(digits) * (SECONDS.get(String(unit)) ?? Number.NaN);
  }
  if (!(seconds > 0 && seconds <= MAX_DURATION_SECONDS)) return expected(DURATION_EXPECTED);
  return value(seconds);
}

/** Reads one of the words given; a near miss gets a 'did you mean'. */
export function parseChoice<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const trimmed = text.trim();
  const found = choices.find((choice) => choice === trimmed);
  if (found !== undefined) return value(found);
  return expected(`one of ${choices.join(', ')}${didYouMean(trimmed, choices)}`);
}

/** `I/N` of `--shard`: the I-th of N parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Most parts a run can be split into. */
export const MAX_SHARDS = 10_000;

/** Reads `I/N`. */
export function parseShard(text: string): Parsed<Shard> {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim());
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match === null || index < 1 || index > count || count > MAX_SHARDS) {
    return expected(`I/N with 1 <= I <= N <= ${MAX_SHARDS}, such as 2/4`);
  }
  return value({ index, count });
}

/**
 * Splits text with one value a line, as inputs and environment variables carry lists. Blank lines and lines that start
 * with `#` are dropped. A PEM block and a JSON object (a JWK) are one value however many lines they have.
 */
export function parseList(text: string): Parsed<readonly string[]> {
  const values: string[] = [];
  let block: { readonly lines: string[]; readonly isWhole: IsWhole } | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (block === undefined && (trimmed === '' || trimmed.startsWith('#'))) continue;
    block ??= { lines: [], isWhole: wholeWhen(trimmed) };
    block.lines.push(trimmed);
    if (block.isWhole(trimmed, block.lines)) {
      values.push(block.lines.join('\n'));
      block = undefined;
    }
  }
  if (block !== undefined) {
    return expected('one value a line, and each PEM block or JSON key to its end');
  }
  return value(values);
}

/** Whether a value ends with a line; `lines`: all of it, that line included. */
type IsWhole = (line: string, lines: readonly string[]) => boolean;

/** How the end of a value is known that begins with a line. */
function wholeWhen(first: string): IsWhole {
  if (first.startsWith('-----BEGIN ')) return (line) => /-----END [A-Z0-9 ]+-----$/.test(line);
  // Patterns may use braces too: a line that does not look like JSON is a value of its own.
  return /^\{\s*(?:"|$)/.test(first) ? (_, lines) => isJson(lines.join('\n')) : () => true;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** ` (did you mean 'x'?)` for the nearest of the names, `''` when none is near. */
export function didYouMean(text: string, names: Iterable<string>): string {
  const near = nearest(text, names);
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}

/** Texts longer than this are no slip of a name. */
const MAX_TYPO_LENGTH = 64;

/** The name within a third of its letters (at most 3) of the text, or `undefined`. */
export function nearest(text: string, names: Iterable<string>): string | undefined {
  if (text.length > MAX_TYPO_LENGTH) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const far = distance(text.toLowerCase(), name.toLowerCase());
    if (far <= Math.min(3, Math.max(1, Math.floor(name.length / 3))) && far < bestDistance) {
      best = name;
      bestDistance = far;
    }
  }
  return best;
}

/** Edits (insert, delete, replace, swap of neighbours) between two short texts. */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let before = last;
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}
