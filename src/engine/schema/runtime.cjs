'use strict';
// What compiled validators need at run time. CommonJS, because ajv's standalone code is.

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number that `count` digits of `text` from `at` on write, -1 when one is no ASCII digit. */
function digits(text, at, count) {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    // NaN past the end fails the comparison, too
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * RFC 3339 as contract 2.4 reads it: upper-case T and Z, a real calendar date, seconds 00-59 (no leap second), a
 * fraction of any length, an offset of at most 23:59. `Date.parse` and common patterns take more than that.
 */
function isInstant(text) {
  const length = text.length;
  if (length < 20) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year < 0 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':') {
    return false;
  }
  if (month < 1 || month > 12) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day < 1 || day > DAYS[month - 1] + (leap ? 1 : 0)) return false;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  let at = 19;
  if (text[at] === '.') {
    at += 1;
    const start = at;
    while (digits(text, at, 1) >= 0) at += 1;
    if (at === start) return false;
  }
  if (text[at] === 'Z') return at + 1 === length;
  if ((text[at] !== '+' && text[at] !== '-') || at + 6 !== length || text[at + 3] !== ':') return false;
  const offsetHour = digits(text, at + 1, 2);
  const offsetMinute = digits(text, at + 4, 2);
  return offsetHour >= 0 && offsetHour <= 23 && offsetMinute >= 0 && offsetMinute <= 59;
}

/** A text that two JSON values share exactly when JSON Schema calls them equal: member order does not matter. */
function identity(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts = [];
  if (Array.isArray(value)) {
    for (const item of value) parts.push(identity(item));
    return `[${parts.join(',')}]`;
  }
  for (const name of Object.keys(value).sort()) parts.push(`${JSON.stringify(name)}:${identity(value[name])}`);
  return `{${parts.join(',')}}`;
}

/** JSON Schema equality of two values: by content, whatever the order of members. */
function equal(one, other) {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(other, name) || !equal(one[name], other[name])) return false;
  }
  return true;
}

const FEW = 16;

/**
 * Position of the first item that equals an earlier one, -1 when there is none. A long list is hashed: comparing each
 * pair, as ajv does, takes hours for a list that fits into one record.
 */
function firstRepeated(items) {
  const length = items.length;
  if (length <= FEW) {
    for (let i = 1; i < length; i += 1) {
      for (let j = 0; j < i; j += 1) if (equal(items[i], items[j])) return i;
    }
    return -1;
  }
  const scalars = new Set();
  const texts = new Set();
  for (let i = 0; i < length; i += 1) {
    const item = items[i];
    const compound = typeof item === 'object' && item !== null;
    const seen = compound ? texts : scalars;
    const before = seen.size;
    if (seen.add(compound ? identity(item) : item).size === before) return i;
  }
  return -1;
}

/** Length of a text in code points, as JSON Schema counts. */
function codePoints(text) {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < text.length && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i += 1;
    count += 1;
  }
  return count;
}

/** Lower-case letters and digits with single `_`, `.` or `-` between them; a letter comes first. */
function isName(text) {
  return /^[a-z][a-z0-9_.-]*$/.test(text) && !/[_.-]{2}|[_.-]$/.test(text);
}

/** A name of at least two parts with dots between them, each of which begins with a letter. */
function isNamespaced(text) {
  return isName(text) && text.includes('.') && !/\.[0-9]/.test(text);
}

/**
 * Patterns of published schemas that repeat a group. V8 notes a place to return to for each repetition, so a text of some
 * megabytes would exhaust its stack.
 */
const REPEATING = new Map([
  ['^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$', isNamespaced],
  ['^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$', isName],
]);

/** What tests a text for the pattern of a published schema. ajv tells patterns apart by their text. */
function pattern(source, flags) {
  const test = REPEATING.get(source);
  return test === undefined ? new RegExp(source, flags) : { test, toString: () => `/${source}/${flags}` };
}

module.exports = { isInstant, firstRepeated, codePoints, equal, identity, isNamespaced, pattern };
