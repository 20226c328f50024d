import { isObject } from '../json/members.js';
import type { Json } from '../json/value.js';
import { didYouMean } from '../nearest.js';
import { cut, quote, shorten } from '../text.js';
import { listed, SHOWN_CHOICES } from './members.js';

/** One step on the path from the root of a value to one of its parts. */
export interface Step {
  readonly up: Step | undefined;
  readonly key: string | number;
}

const PLAIN = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;
/** Longer names are shown in brackets. */
const PLAIN_CHARS = 80;
const SHOWN_STEPS = 12;

/** A value as shown in a message. */
export function shown(value: Json): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** JSON pointer (RFC 6901) of a location. */
export function pointerOf(step: Step | undefined): string {
  let pointer = '';
  for (let at = step; at !== undefined; at = at.up) {
    pointer = `/${String(at.key).replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`;
  }
  return pointer;
}

/** A location in the notation people use: `event.steps[2].name`; `subject` for the root. */
export function nameOf(step: Step | undefined, subject: string): string {
  const keys: (string | number)[] = [];
  for (let at = step; at !== undefined; at = at.up) keys.unshift(at.key);
  if (keys.length === 0) return subject;
  let name = keys.length > SHOWN_STEPS ? '…' : '';
  for (const key of keys.slice(-SHOWN_STEPS)) {
    if (typeof key === 'number') name += `[${key}]`;
    else if (PLAIN.test(key) && key.length <= PLAIN_CHARS) name += name === '' ? key : `.${key}`;
    else name += `[${quote(key)}]`;
  }
  return name;
}

/** Most allowed values among which a near one is looked for. */
const MAX_NEAR = 100;
/** Any two letters are near each other. */
const MIN_NEAR = 3;
/** Keywords about a value as a whole: what it is instead helps whoever reads the message. */
const OF_VALUES: ReadonlySet<string> = new Set([
  ...['enum', 'const', 'pattern', 'format', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
]);

/** The values of an `enum`, texts without quotes. */
export function allowedWords(values: readonly Json[]): string {
  return listed(values.slice(0, SHOWN_CHOICES + 1).map((one) => (typeof one === 'string' ? one : shown(one))));
}

/** The suggestion for a name of the artifact, which may be any text, as may those of the schema. */
export function suggestion(text: string, names: readonly string[]): string {
  return names.length > MAX_NEAR || text.length < MIN_NEAR ? '' : didYouMean(text, names);
}

/** The value found, after "must …", and the allowed one that it may stand for. */
export function instead(keyword: string, rule: Json, value: Json): string {
  if (!OF_VALUES.has(keyword) || (value !== null && typeof value === 'object')) return '';
  const allowed = keyword === 'enum' && Array.isArray(rule) ? (rule as readonly Json[]) : [];
  const names = allowed.filter((one) => typeof one === 'string');
  return `, not ${shown(value)}${typeof value === 'string' ? suggestion(value, names) : ''}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** The type of a value, for `must be …, not …`. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  return typeof value === 'string' ? 'a string' : 'an object';
}

/** `a string`, `a list or null` … for the value of a `type` keyword. */
export function expectedType(type: Json): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((one) => TYPES[String(one)] ?? String(one)).join(' or ');
}

const NAMESPACED = '^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$';

/** The patterns of the published schemas in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^sha256:[a-f0-9]{64}$': '"sha256:" followed by 64 lower-case hex digits',
  '^(sha256:)?[a-f0-9]{64}$': '64 lower-case hex digits, optionally after "sha256:"',
  '^(sha256:[a-f0-9]{64})?$': 'empty, or "sha256:" followed by 64 lower-case hex digits',
  '^[a-f0-9]{64}$': '64 lower-case hex digits',
  '^(base64|cosign):.+': '"base64:" or "cosign:" followed by the signature',
  '^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$':
    'a record id such as prf-2026-01-31T12:00:00Z-0123abcd',
  '^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$': 'a record type name in lower case, such as acme.build_scan',
  '^[A-Za-z0-9._/-]+$': 'a path of letters, digits and . _ / -',
  [NAMESPACED]: 'a namespaced kind such as acme.build',
};

/** What a string must look like, after "must". */
export function patternWords(pattern: string): string {
  return Object.hasOwn(PATTERNS, pattern) ? `be ${PATTERNS[pattern]}` : `match the pattern ${shorten(pattern)}`;
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'an RFC 3339 instant such as 2026-01-31T12:00:00Z',
  date: 'a date such as 2026-01-31',
  time: 'a time such as 12:00:00Z',
  uri: 'a URI',
  'uri-reference': 'a URI or a relative reference',
  email: 'an e-mail address',
  hostname: 'a host name',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  uuid: 'a UUID',
  regex: 'a regular expression in RE2 syntax',
  'json-pointer': 'a JSON pointer',
};

/** What a string of a format must be, in words. */
export function formatWords(format: string): string {
  return FORMATS[format] ?? `a valid ${format}`;
}

/** What a value that `not` excludes must not do: `be "npm.publish"`. */
export function excludedWords(value: Json): string {
  return typeof value === 'object' && value !== null ? 'match the excluded form' : `be ${shown(value)}`;
}

/** The alternatives of a choice between schemas: `be "a", or have b`; `undefined` when one of them needs more words. */
export function choiceWords(schemas: readonly Json[], value: Json): string | undefined {
  const parts = schemas.slice(0, SHOWN_CHOICES).map((schema) => {
    if (!isObject(schema)) return undefined;
    if (Array.isArray(schema['enum']))
      return `be one of ${listed((schema['enum'] as readonly Json[]).slice(0, SHOWN_CHOICES + 1).map(shown))}`;
    if (schema['const'] !== undefined) return `be ${shown(schema['const'])}`;
    if (typeof schema['pattern'] === 'string') return patternWords(schema['pattern']);
    if (Array.isArray(schema['required']) && isObject(value))
      return `have ${listed(schema['required'] as readonly string[])}`;
    if (schema['type'] !== undefined) return `be ${expectedType(schema['type'])}`;
    return undefined;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return cut(`${parts.join(', or ')}${schemas.length > SHOWN_CHOICES ? ' …' : ''}`, 400);
}
