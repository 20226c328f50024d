import type { FindingCode } from './findings.js';
import { quote } from './text.js';

/** Why a listed path is refused. */
export interface PathProblem {
  readonly code: FindingCode;
  readonly message: string;
}

const CONTROL = /[\u0000-\u001f\u007f]/;
/** Invisible characters and bidirectional controls make one name look like another. */
const BIDI = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** Scripts in which a joiner between two letters is part of the spelling (RFC 5892, A.1 and A.2). */
const JOINING = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Mymr',
  'Khmr',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const JOINERS = new RegExp(
  `(?<=[${JOINING}])(?<=[\\p{L}\\p{M}])[\\u200c\\u200d](?=[${JOINING}])(?=[\\p{L}\\p{M}])`,
  'gu',
);

/** Longest path, in UTF-16 code units: no file system has longer ones. */
const MAX_PATH = 4096;

/** The part of a path after its last `/`. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * The problem with a path that a manifest lists; `undefined` when it is canonical (contract section 5): relative,
 * `/`-separated, no empty, `.` or `..` part, no part that ends in a space or a dot, no drive letter, no control or invisible
 * character, no backslash. Capital letters are ambiguous in bundles and allowed in Gait archives (contract section 6).
 */
export function checkPath(path: string, capitals: 'refuse' | 'allow'): PathProblem | undefined {
  const invalid = (why: string): PathProblem => ({
    code: 'structure.path_invalid',
    message: `listed path ${quote(path)} ${why}`,
  });
  const ambiguous = (why: string): PathProblem => ({
    code: 'structure.path_ambiguous',
    message: `listed path ${quote(path)} ${why}`,
  });
  if (path === '') return invalid('is empty');
  if (path.length > MAX_PATH) return invalid(`has ${path.length} characters, limit ${MAX_PATH}`);
  if (CONTROL.test(path)) return invalid('contains a control character');
  if (BIDI.test(path.replace(JOINERS, ''))) return invalid('contains an invisible or directional character');
  if (path.includes('\\')) return invalid('contains a backslash');
  if (path.startsWith('/')) return invalid('is absolute');
  if (/^[A-Za-z]:/.test(path)) return invalid('has a drive letter');
  for (const part of path.split('/')) {
    if (part === '..') return invalid('points outside the artifact');
    if (part === '' || part === '.') return ambiguous('has an empty part or "."');
    if (part.endsWith('.') || part.endsWith(' ')) return ambiguous('has a part that ends with a dot or space');
  }
  if (capitals === 'refuse' && path !== path.toLowerCase()) return ambiguous('is not lower-case');
  return undefined;
}

/** Whether the path could point outside the directory it is relative to. */
export function escapes(path: string): boolean {
  return (
    path.startsWith('/') || /^[A-Za-z]:/.test(path) || /(?:^|[/\\])\.\.(?:$|[/\\])/.test(path) || path.includes('\0')
  );
}

/** A key that is equal for all names that some file system or reader would treat as the same. */
export function collisionKey(path: string): string {
  return path
    .replace(/[\u200c\u200d]/g, '')
    .normalize('NFKC')
    .toLowerCase();
}

/**
 * Paths that equal an earlier path, or differ from it only in case or Unicode form: their index and that of the earlier one
 * (`of`).
 */
export function duplicates(paths: readonly string[]): { readonly index: number; readonly of: number }[] {
  const seen = new Map<string, number>();
  const found: { index: number; of: number }[] = [];
  paths.forEach((path, index) => {
    const key = collisionKey(path);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else found.push({ index, of: first });
  });
  return found;
}
