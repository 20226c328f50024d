import { didYouMean } from '../../engine/nearest.js';
import { parseInstant } from '../../engine/time.js';

/**
 * How the text of one option becomes a value: numbers, sizes, durations, choices, lists. Each reader gives the value or
 * one sentence that says what was expected; nothing is guessed, because a misread limit or choice weakens the gate.
 */

/** A value, or what is wrong with its text. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `problem`: what is wrong, where that is more than the value as a whole. */
  | { readonly ok: false; readonly expected: string; readonly problem?: string };

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

/** Takes any text as it is. */
export function parseText(text: string): Parsed<string> {
  return value(text);
}

/** Takes a glob or path as it is. An empty one, from a variable that is not set, would verify less than was meant. */
export function parsePattern(text: string): Parsed<string> {
  return /^!?\s*$/.test(text) ? expected('a glob or a path') : value(text);
}

/** Reads the SHA-256 of a file into 64 lower-case hex digits; `sha256:` may stand before it. */
export function parseSha256(text: string): Parsed<string> {
  const match = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text.trim());
  return match?.[1] === undefined ? expected('the SHA-256 of the file, 64 hex digits') : value(match[1].toLowerCase());
}

/** Reads an RFC 3339 instant into milliseconds since 1970. */
export function parseInstantMs(text: string): Parsed<number> {
  const instant = parseInstant(text.trim());
  return instant === undefined ? expected('an RFC 3339 instant such as 2026-01-31T12:00:00Z') : value(instant.epochMs);
}

/** Checks `TYPE=FILE` and gives it back. */
export function parseTypeFile(text: string): Parsed<string> {
  const at = text.indexOf('=');
  return at < 1 || at === text.length - 1 ? expected('TYPE=FILE') : value(text);
}

/** With two schemas for one record type it would be unclear which one applies. */
export function repeatedTypes(pairs: readonly string[], _: string, option: string): readonly string[] {
  const types = pairs.map((pair) => pair.slice(0, pair.indexOf('=')));
  const repeated = types.filter((type, i) => types.indexOf(type) !== i);
  return [...new Set(repeated)].map((type) => `${option} is given twice for '${type}'`);
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

/** Formats a number of bytes as a user would: `256MiB`. */
export function formatSize(bytes: number): string {
  const units = ['', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let rest = bytes;
  while (rest % KIBI === 0 && unit < units.length - 1) {
    rest /= KIBI;
    unit++;
  }
  return `${rest}${units[unit]}`;
}

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
/** Longest duration in seconds: the upper bound of Node's timers is 2^31-1 milliseconds. */
const MAX_DURATION_SECONDS = 24 * 86_400;
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

/** Formats seconds as a user would: `1h30m`, `10m`, `100ms`. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(seconds * 1000);
  const parts = [...SECONDS].reverse().map(([unit, size]) => {
    const amount = Math.floor(rest / (size * 1000));
    rest -= amount * size * 1000;
    return amount === 0 ? '' : `${amount}${unit}`;
  });
  return parts.join('') || '0s';
}

/** Reads one of the words given; a near miss gets a 'did you mean'. */
export function parseChoice<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const trimmed = text.trim();
  const found = choices.find((choice) => choice === trimmed);
  if (found !== undefined) return value(found);
  return expected(`${choiceWords(choices)}${didYouMean(trimmed, choices)}`);
}

/** `a, b or c`. */
export function choiceWords(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}

/** Shorter keys could be guessed. */
const MIN_KEY_BYTES = 32;

/** Reads the key that shard reports are authenticated with. */
export function parseShardKey(text: string): Parsed<string> {
  return Buffer.byteLength(text) >= MIN_KEY_BYTES
    ? value(text)
    : expected(`a secret of at least ${MIN_KEY_BYTES} bytes`);
}

/** `I/N` of `--shard`: the I-th of N parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Most parts a run can be split into. */
const MAX_SHARDS = 10_000;

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

/** How to recognize the end of a value that begins with a line. */
function wholeWhen(first: string): IsWhole {
  // A block on one line may end with an escaped line break, as in variables.
  if (first.startsWith('-----BEGIN ')) return (line) => /-----END [A-Z0-9 ]+-----(?:\\[rn])*$/.test(line);
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

/** Reads a full commit id, in lower case. */
export function parseCommit(text: string): Parsed<string> {
  const commit = text.trim().toLowerCase();
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)
    ? value(commit)
    : expected('a full commit id, 40 or 64 hex digits');
}

/** Reads the name of a branch, `refs/heads/` before it or not. */
export function parseBranch(text: string): Parsed<string> {
  const branch = text.trim().replace(/^refs\/heads\//, '');
  return branch === '' || branch.startsWith('refs/') || /[\s~^:?*[\\]/.test(branch)
    ? expected('the name of a branch, such as main')
    : value(branch);
}

/** Reads a repository: `owner/name` or its address. */
export function parseRepository(text: string): Parsed<string> {
  const repository = text.trim();
  return /^[^\s"'<>]*[^\s"'<>/]\/[^\s"'<>]+$/.test(repository) && repository.length <= 1000
    ? value(repository)
    : expected('owner/name, or the address of a repository');
}
