/** An RFC 3339 instant, as the contract reads it (section 2.4). */
export interface Instant {
  /** Milliseconds since 1970, the fraction truncated to milliseconds. */
  readonly epochMs: number;
  /** UTC, whole seconds (truncated): `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly utc: string;
  /** A fraction of a second was written. */
  readonly fraction: boolean;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
const PLAIN_UTC_LENGTH = 20;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Days of a month in the proleptic Gregorian calendar. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Days from 1970-01-01 to a date. Years are counted from March, so that a leap day is the last of its year. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

let lastText = '';
let lastInstant: Instant | undefined;

/**
 * Reads an RFC 3339 instant: upper-case T and Z, a real calendar date, hours to 23, seconds to 59 (no leap second),
 * offsets to ±23:59. `undefined` for anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  // The schema of a record asks again for the instant that its view was made with.
  if (text !== lastText) {
    lastInstant = read(text);
    lastText = text;
  }
  return lastInstant;
}

function read(text: string): Instant | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (month < 1 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined;
  let epochMs = daysSince1970(year, month, day) * DAY_MS + (hour * 60 + minute) * MINUTE_MS + second * 1000;
  const fraction = match[7] !== undefined;
  if (match[8] !== undefined) {
    const hours = Number(match[9]);
    const minutes = Number(match[10]);
    if (hours > 23 || minutes > 59) return undefined;
    epochMs -= (match[8] === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
  }
  const utc = text.length === PLAIN_UTC_LENGTH ? text : formatUtc(epochMs);
  // Digits, not arithmetic: many nines would round up into the next second.
  if (fraction) epochMs += Number((match[7] ?? '').slice(1, 4).padEnd(3, '0'));
  return { epochMs, utc, fraction };
}

/** True for an RFC 3339 instant; the `date-time` format of all our schemas. */
export function isInstant(text: string): boolean {
  return parseInstant(text) !== undefined;
}

/** An epoch (whole seconds, in milliseconds) as `YYYY-MM-DDTHH:MM:SSZ`; years past four digits as Go prints them. */
export function formatUtc(epochMs: number): string {
  const date = new Date(epochMs);
  const pad = (n: number, width = 2): string => String(Math.abs(n)).padStart(width, '0');
  const year = date.getUTCFullYear();
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}Z`;
}

/** The instant as written, its fraction without trailing zeros: how a chain signature sees it (contract section 3). */
export function trimFraction(text: string): string {
  return text.replace(/\.(\d*?)0*(?=Z|[+-])/, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}
