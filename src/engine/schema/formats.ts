import runtime from './runtime.cjs';

/** Tests whether a string has a format. */
export type FormatTest = (text: string) => boolean;

const HOST_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
/** A character that a URI cannot have, or a `%` without its two digits. */
const NOT_URI = /[^A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})/;
const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const ADDRESS_CHARACTERS = /^[0-9A-Fa-f:.]{2,45}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NUMBER = /^(?:0|[1-9][0-9]*)/;

function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => HOST_LABEL.test(label));
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64) return false;
  const local = text.slice(0, at);
  return local.split('.').every((atom) => LOCAL_PART.test(atom)) && isHostname(text.slice(at + 1));
}

function isUriReference(text: string): boolean {
  return !NOT_URI.test(text) && text.indexOf('#') === text.lastIndexOf('#');
}

// node:net has tests for both, but loading it would add a millisecond or two to every start.
function isIPv4(text: string): boolean {
  if (text.length > 15) return false;
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
}

function isIPv6(text: string): boolean {
  return ADDRESS_CHARACTERS.test(text) && URL.canParse(`http://[${text}]/`);
}

function isPointer(text: string): boolean {
  return (text === '' || text.startsWith('/')) && !/~(?![01])/.test(text);
}

function isRelativePointer(text: string): boolean {
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return false;
  const rest = text.slice(number.length);
  return rest === '#' || isPointer(rest);
}

/**
 * Formats that are checked in custom schemas; all others are annotations, as draft-07 allows. Each test looks at every
 * character a bounded number of times, and none repeats a group: the usual regular expressions for e-mail addresses and URLs can
 * take exponential time (hardening 20), and V8 keeps a place to return to for each repetition of a group.
 */
export const FORMATS: ReadonlyMap<string, FormatTest> = new Map<string, FormatTest>([
  ['date-time', runtime.isInstant],
  ['date', (text) => text.length === 10 && runtime.isInstant(`${text}T00:00:00Z`)],
  ['time', (text) => runtime.isInstant(`2000-01-01T${text}`)],
  ['email', isEmail],
  ['hostname', isHostname],
  ['ipv4', isIPv4],
  ['ipv6', isIPv6],
  ['uri', (text) => SCHEME.test(text) && isUriReference(text)],
  ['uri-reference', isUriReference],
  ['uuid', (text) => UUID.test(text)],
  ['json-pointer', isPointer],
  ['relative-json-pointer', isRelativePointer],
]);
