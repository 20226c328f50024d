/** Maximum characters of a name or value in a message: enough to find it, too few to flood a log. */
const SHOWN = 120;

/** Shortens text from an artifact for a message. */
export function shorten(text: string): string {
  return cut(text, SHOWN);
}

/**
 * Shortens a text to at most `max` UTF-16 code units, ending in `…` when something was cut off. Never splits a surrogate
 * pair: half of one is not a character, and neither Python nor our own reader accepts a report that contains it.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = isHighSurrogate(text.charCodeAt(max - 2)) ? max - 2 : max - 1;
  return `${copy(text.slice(0, end))}…`;
}

/** `shorten`, in double quotes and with JSON escapes. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

/** A key id or digest in its short form, 12 of 64 hex digits (people.md section 2.1); any other text in quotes. */
export function shortId(text: string): string {
  return /^[0-9a-f]{64}$/i.test(text) ? `${text.slice(0, 12)}…` : quote(text);
}

/** The name of a signer; a key without a name is named by its id, in its short form. */
export function shortName(text: string): string {
  return /^[0-9a-f]{64}$/i.test(text) ? shortId(text) : shorten(text);
}

/** `shortId` for a digest or the id of a cosign key: the prefix, such as `sha256:`, stays. */
export function shortHash(text: string): string {
  const [, prefix = '', digits = ''] = /^((?:cosign:)?sha256:)([0-9a-f]{64})$/i.exec(text) ?? [];
  return digits === '' ? shortId(text) : `${prefix}${shortId(digits)}`;
}

/** `1 record`, `2 records`; commas separate thousands. */
export function count(amount: number, noun: string): string {
  return `${thousands(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** A whole number with commas; not by locale, so that a report is the same everywhere. */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** The last characters of a text, at most `max` UTF-16 code units, without half of a surrogate pair. */
export function lastOf(text: string, max: number): string {
  const from = Math.max(0, text.length - max);
  return text.slice(isLowSurrogate(text.charCodeAt(from)) && from > 0 ? from + 1 : from);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Copies a string: a slice keeps the string it was cut from alive, which could be megabytes for each finding. */
function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
