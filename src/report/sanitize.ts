import { cut } from '../engine/text.js';

/**
 * Escaping of text that comes from artifacts (hardening 21). Every output goes through one of these: a producer that
 * the gate is about to reject must not be able to control a terminal, a workflow log, a page or a report.
 */

/**
 * Never shown unescaped: control characters (terminal escapes, line breaks that begin a forged line), bidi
 * controls (text shown in another order than stored), invisible characters (two names that look the same, hidden
 * text), lone surrogates and non-characters (invalid in XML and UTF-8). Listed by number, not by Unicode property, so
 * that a report is the same on every runtime. U+FE0F stays: emoji are written with it, alone it shows nothing new.
 */
const UNSAFE =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0e\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}' +
  // With the u flag only lone surrogates match a surrogate range.
  '\\ud800-\\udfff';
const UNSAFE_ALL = new RegExp(`[${UNSAFE}]`, 'gu');
const UNSAFE_ANY = new RegExp(`[${UNSAFE}]`, 'u');

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return SHORT[character] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

/**
 * One line of text that is safe for a terminal, a log and a person: what could control or deceive them is shown as an escape
 * such as `\u202e`. Ordinary text, emoji and right-to-left letters stay. Idempotent.
 */
export function plain(text: string): string {
  return UNSAFE_ANY.test(text) ? text.replace(UNSAFE_ALL, visible) : text;
}

/** `plain`, at most `max` UTF-16 code units long; truncated text ends in `…`, never inside a character. */
export function shortened(text: string, max: number): string {
  return cut(plain(text), max);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text for HTML, in content and in quoted attributes; never for script, style or URLs. */
export function htmlText(text: string): string {
  return plain(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');
}

/** Text for XML 1.0, in content and in quoted attributes: no character that XML forbids is left, nor `]]>`. */
export function xmlText(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * Prose for GitHub and GitLab Markdown, on one line, in a table cell or in a list. Punctuation becomes character
 * references, which no Markdown construct sees. Characters that begin a mention or a reference are separated from what
 * follows by an invisible space, because these are detected after rendering, and would notify strangers.
 */
export function markdownText(text: string): string {
  return references(plain(text))
    .replace(/&#(?:33|35|36|37|38|64|126);(?=[\w"&])/g, '$&&#8203;')
    .replace(/\bGH-(?=\d)/gi, '$&&#8203;');
}

/** A name, path or id for Markdown: code, in which neither mentions nor references to issues are detected. */
export function markdownCode(text: string): string {
  return `<code>${references(plain(text))}</code>`;
}

// Characters with a meaning inside a line, and `www.`, which alone makes a link.
function references(text: string): string {
  return text.replace(/[!#$%&*:<>@[\\\]_`{|}~]|(?<=www)\./gi, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text of a Mermaid label between double quotes: Mermaid's own `#NN;` references for all punctuation. */
export function mermaidText(text: string): string {
  return plain(text).replace(/[!-,:-@[-^`{-~]/g, (character) => `#${character.charCodeAt(0)};`);
}

/** The message of a workflow command: line breaks and `%` as the runner reads them back, the rest as `plain`. */
export function commandData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 0 ? plain(part) : part.replace('\r', '%0D').replace('\n', '%0A')))
    .join('');
}

/** A property of a workflow command: as the message, and `:` and `,` cannot end it. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * JSON with two-space indent and a trailing newline. What `plain` would show as an escape is written as a JSON escape:
 * the value is the same for every parser, and a person who prints the report is not deceived.
 */
export function jsonText(value: unknown): string {
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`;
}

/** JSON on one line, escaped the same way; also a YAML 1.2 flow scalar. */
export function jsonLine(value: unknown): string {
  return escapeJson(JSON.stringify(value));
}

// The line breaks of the indentation are the only unsafe characters that JSON.stringify writes outside a string.
function escapeJson(json: string): string {
  return json.replace(UNSAFE_ALL, (character) =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
}

/** A workspace-relative path as a relative URI reference (RFC 3986): each segment percent-encoded as UTF-8. */
export function pathUri(path: string): string {
  const segments = path.toWellFormed().split('/');
  const uri = segments
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`))
    .join('/');
  // An empty first segment would make it absolute; encodeURIComponent has already dealt with a scheme's colon.
  return uri.startsWith('/') ? `.${uri}` : uri;
}

/**
 * The web address of a line of a workspace file, `undefined` when there is none. Dot segments get no link:
 * a browser would resolve them to another page of the host.
 */
export function sourceLink(base: string | undefined, path: string, line?: number): string | undefined {
  if (base === undefined || path === '' || !/^https?:\/\/[^\s"'<>`\\]+\/$/.test(base)) return undefined;
  if (path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) return undefined;
  return `${base}${pathUri(path)}${line === undefined ? '' : `#L${line}`}`;
}
