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

/** Days of a month in the proleptic Gregorian calendar. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/**
 * Reads an RFC 3339 instant: upper-case T and Z, a real calendar date, hours to 23, seconds to 59 (no leap second),
 * offsets to ±23:59. `undefined` for anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (month < 1 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  // Date.UTC would take years 0-99 for 1900-1999.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  let epochMs = date.getTime();
  const fraction = match[7] !== undefined;
  if (match[8] !== undefined) {
    const hours = Number(match[9]);
    const minutes = Number(match[10]);
    if (hours > 23 || minutes > 59) return undefined;
    epochMs -= (match[8] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
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
