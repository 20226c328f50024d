import runtime from './schema/runtime.cjs';

/** An RFC 3339 instant, as contract section 2.4 defines it. */
export interface Instant {
  /** Milliseconds since 1970, the fraction truncated to milliseconds. */
  readonly epochMs: number;
  /** UTC, whole seconds (truncated): `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly utc: string;
  /** Whether the text has a fraction of a second. */
  readonly fraction: boolean;
}

/** `YYYY-MM-DDTHH:MM:SS`. */
const SECONDS_LENGTH = 19;
const PLAIN_UTC_LENGTH = 20;
const MINUTE_MS = 60_000;

let lastText = '';
let lastInstant: Instant | undefined;

/**
 * Reads an RFC 3339 instant: upper-case T and Z, a real calendar date, hours to 23, seconds to 59 (no leap second),
 * offsets to ±23:59. `undefined` for anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  // Cached: the schema check parses the timestamp that was just parsed for the view of the record.
  if (text !== lastText) {
    lastInstant = read(text);
    lastText = text;
  }
  return lastInstant;
}

function read(text: string): Instant | undefined {
  if (!runtime.isInstant(text)) return undefined;
  const fraction = text[SECONDS_LENGTH] === '.';
  const zone = text.endsWith('Z') ? undefined : text.slice(-6);
  // Only the first three digits of the fraction, which may have millions: rounding could carry into the next second.
  const ms = fraction
    ? Number(/^\d{1,3}/.exec(text.slice(SECONDS_LENGTH + 1, SECONDS_LENGTH + 4))?.[0].padEnd(3, '0'))
    : 0;
  // The offset is subtracted here, because Date.parse does not accept every offset that RFC 3339 allows.
  const offset =
    zone === undefined ? 0 : (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const seconds = Date.parse(`${text.slice(0, SECONDS_LENGTH)}Z`) - offset * MINUTE_MS;
  return { epochMs: seconds + ms, utc: text.length === PLAIN_UTC_LENGTH ? text : formatUtc(seconds), fraction };
}

/** Whether a text is an RFC 3339 instant; the `date-time` format of all built-in schemas. */
export function isInstant(text: string): boolean {
  return parseInstant(text) !== undefined;
}

/**
 * Formats an epoch (whole seconds, in milliseconds) as `YYYY-MM-DDTHH:MM:SSZ`; years beyond four digits as Go prints them.
 */
export function formatUtc(epochMs: number): string {
  const date = new Date(epochMs);
  const pad = (n: number, width = 2): string => String(Math.abs(n)).padStart(width, '0');
  const year = date.getUTCFullYear();
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}Z`;
}

/** The value of an absent instant in a typed view: Go's zero time. */
export const ZERO_INSTANT = '0001-01-01T00:00:00Z';

/**
 * Normalizes an instant as in typed views and chain signatures (contract section 3): the offset is kept, `Z` for a zero
 * offset; the fraction has at most nine digits and no trailing zeros. `undefined` for a text that is not an instant.
 */
export function normalizeInstant(text: string): string | undefined {
  if (parseInstant(text) === undefined) return undefined;
  const fraction = (written: string): string => written.slice(0, 10).replace(/\.?0*$/, '');
  return text.replace(/\.\d+/, fraction).replace(/[+-]00:00$/, 'Z');
}

/**
 * The timestamp that Gait gives packs, their proof records and traces by default: a constant, not a time (producers.md
 * section 3).
 */
const GAIT_NO_TIME = Date.UTC(1980, 0, 1);

/** Whether an epoch (milliseconds) is Gait's constant, ignoring a fraction of a second, which no record hash covers. */
export function isNoTime(epochMs: number): boolean {
  return Math.floor(epochMs / 1000) * 1000 === GAIT_NO_TIME;
}
