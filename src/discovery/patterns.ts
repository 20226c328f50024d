import path from 'node:path';

/** What the gate looks at by default (interface.md). */
export const DEFAULT_PATTERNS: readonly string[] = [
  '.proof/**',
  'proof/**',
  'proof-artifacts/**',
  'gait-out/**',
  '.wrkr/proof-chain.json',
  '.wrkr/evidence/**',
  'wrkr-evidence/**',
  '.axym/chain.json',
  'axym-evidence/**',
  '**/*.proof.json',
  '**/*.proof.jsonl',
  '**/pack_*.zip',
  '**/runpack_*.zip',
  '!**/node_modules/**',
  '!**/.git/**',
];

/** The same, in words for a message. */
export const DEFAULT_PLACES: readonly string[] = DEFAULT_PATTERNS.filter((text) => !text.startsWith('!')).map((text) =>
  text.replace(/\/\*\*$/, '/').replace(/^\*\*\//, ''),
);

const WINDOWS = process.platform === 'win32';

/** One segment of a pattern: a name, any number of segments (`**`), or a test of one name. */
type Segment = { readonly kind: 'name'; readonly text: string } | { readonly kind: 'any' } | Test;
interface Test {
  readonly kind: 'test';
  readonly test: (name: string) => boolean;
}

/** A pattern ready to match. */
export interface Pattern {
  /** As the user wrote it. */
  readonly text: string;
  /** Excludes paths that patterns before it matched. */
  readonly negate: boolean;
  /** Absolute path in front of the first wildcard: where to look. The whole path when there is no wildcard. */
  readonly base: string;
  readonly literal: boolean;
  /** It ends in a separator: what it names has to be a folder. */
  readonly folderOnly: boolean;
  readonly segments: readonly Segment[];
}

/** Patterns in their order, and the texts that are not valid patterns. */
export interface ParsedPatterns {
  readonly patterns: readonly Pattern[];
  readonly invalid: readonly { readonly text: string; readonly why: string }[];
}

/**
 * Reads patterns as `@actions/glob` does: one a line, `#` starts a comment, `!` excludes, order decides, a folder stands
 * for everything below it; `*`, `?`, `[…]` and `**` are wildcards and match dot files, braces and extended globs are
 * plain text. On purpose different: `~` is a name like any other (a workspace has no home), and `.` and leading `..`
 * segments are resolved instead of refused.
 *
 * A text that is the exact path of something that exists, wildcards in its name or not, stands for that path *as well*
 * as for what it matches. Never instead: otherwise whoever can add a file named `**` to a folder could hide all others.
 * @param workspace absolute path that relative patterns start from.
 * @param exists tells whether there is something at an absolute path.
 * @param rebase gives an absolute path the spelling that paths of the workspace have.
 */
export async function parsePatterns(
  texts: readonly string[],
  workspace: string,
  exists: (path: string) => boolean,
  rebase: (path: string) => string = (absolute) => absolute,
): Promise<ParsedPatterns> {
  const patterns: Pattern[] = [];
  const invalid: { text: string; why: string }[] = [];
  for (const text of texts) {
    // An exact name may begin with a space or contain a line feed; it is never an exclusion or a comment (write ./!name).
    const whole = !/^\s*[!#]/.test(text) && (/[*?[\\\n]/.test(text) || text !== text.trim());
    const exact = whole && text !== '' && !text.includes('\0') ? rebase(path.resolve(workspace, text)) : undefined;
    const named = exact !== undefined && exists(exact);
    if (named) patterns.push(literalPattern(exact, text, text.endsWith('/')));
    if (named && text.includes('\n')) continue;
    for (const line of text.split(/\r?\n/)) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const parsed = await parseOne(trimmed, workspace, rebase);
      if (typeof parsed === 'string') invalid.push({ text: trimmed, why: parsed });
      // `r[1].json` matches r1.json too; whoever named the file with the brackets does not want the other one left out.
      else if (!(named && parsed.literal && !exists(parsed.base))) patterns.push(parsed);
    }
  }
  return { patterns, invalid };
}

/** A pattern that matches one path and, when that is a folder, everything below it. */
export function literalPattern(absolute: string, text: string, folderOnly: boolean): Pattern {
  return {
    text,
    negate: false,
    base: absolute,
    literal: true,
    folderOnly,
    segments: split(absolute).map((name) => ({ kind: 'name', text: fold(name) })),
  };
}

async function parseOne(text: string, workspace: string, rebase: (path: string) => string): Promise<Pattern | string> {
  let rest = text;
  let negate = false;
  while (rest.startsWith('!')) {
    negate = !negate;
    rest = rest.slice(1).trim();
  }
  if (rest === '') return 'it is empty';
  if (rest.includes('\0')) return 'it has a NUL';
  if (WINDOWS) rest = rest.replaceAll('\\', '/');
  const given = rest.split('/').filter((part, i) => part !== '.' && (part !== '' || i === 0));
  const names: string[] = [];
  while (given.length > 0) {
    const name = literalOf(given[0] ?? '');
    if (name === undefined) break;
    names.push(name);
    given.shift();
  }
  if (given.includes('..')) return "'..' must not follow a wildcard";
  const absolute = rest.startsWith('/') || (WINDOWS && /^[A-Za-z]:\//.test(rest));
  const prefix = names.join('/');
  const base = rebase(path.resolve(workspace, absolute && prefix === '' ? '/' : prefix === '' ? '.' : prefix));
  const segments: Segment[] = split(base).map((name) => ({ kind: 'name', text: fold(name) }));
  for (const part of given) {
    const segment = await compile(part);
    // Two in a row mean the same as one and only double the work.
    if (segment.kind !== 'any' || segments.at(-1)?.kind !== 'any') segments.push(segment);
  }
  return { text, negate, base, literal: given.length === 0, folderOnly: rest.endsWith('/'), segments };
}

async function compile(part: string): Promise<Segment> {
  if (part === '**') return { kind: 'any' };
  const name = literalOf(part);
  if (name !== undefined) return { kind: 'name', text: fold(name) };
  // A run that names its artifacts starts without it.
  const { Minimatch } = await import('minimatch');
  const compiled = new Minimatch(part, {
    dot: true,
    nobrace: true,
    nocase: WINDOWS,
    nocomment: true,
    noext: true,
    nonegate: true,
  }).set[0]?.[0];
  if (typeof compiled === 'object' && 'test' in compiled)
    return { kind: 'test', test: (candidate) => compiled.test(candidate) };
  return { kind: 'name', text: fold(typeof compiled === 'string' ? compiled : part) };
}

/** The name that a segment without wildcards stands for: `\*` and `[*]` are a star. `undefined` when it has wildcards. */
function literalOf(segment: string): string | undefined {
  let literal = '';
  for (let i = 0; i < segment.length; i++) {
    const c = segment[i] as string;
    if (c === '\\' && !WINDOWS && i + 1 < segment.length) literal += segment[++i];
    else if (c === '*' || c === '?') return undefined;
    else if (c === '[' && segment.includes(']', i + 2)) {
      if (segment[i + 2] !== ']' || segment[i + 1] === '\\') return undefined;
      literal += segment[i + 1];
      i += 2;
    } else literal += c;
  }
  return literal;
}

/** Segments of an absolute path; the first is the empty one of `/`, or a drive. */
function split(absolute: string): string[] {
  const parts = absolute.split(path.sep);
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

const fold = (name: string): string => (WINDOWS ? name.toLowerCase() : name);

/**
 * How far one pattern has matched on the way to a path: the indices of the segments that may come next. `segments.length`
 * among them: it matched. Paths are walked down segment by segment, so that no path is ever matched from its start.
 */
interface Progress {
  readonly order: number;
  readonly pattern: Pattern;
  readonly next: readonly number[];
  /** A folder above was matched, which stands for everything below it. */
  readonly below: boolean;
}

/** The state of all patterns at one path; patterns that can match nothing at or below it are left out. */
export type Stand = readonly Progress[];

/** What the patterns say about one path. */
export interface Match {
  readonly pattern: Pattern;
  /** `self`: the pattern matches the path; `below`: it matches a folder above it only. */
  readonly how: 'self' | 'below';
}

/** The state of patterns at an absolute path. */
export function standAt(patterns: readonly Pattern[], absolute: string): Stand {
  const [first, ...names] = split(absolute);
  let stand: Stand = patterns.map((pattern, order) => ({ order, pattern, next: [0], below: false }));
  stand = advance(stand, first ?? '');
  for (const name of names) stand = advance(stand, name);
  return stand;
}

/** The state one segment further down. */
export function advance(stand: Stand, name: string): Stand {
  const out: Progress[] = [];
  const folded = fold(name);
  for (const progress of stand) {
    if (progress.below) {
      out.push(progress);
      continue;
    }
    const { segments, folderOnly } = progress.pattern;
    // Everything below a match matches too; a pattern that ends in `**` says so itself.
    if (progress.next.includes(segments.length) && (folderOnly || segments.at(-1)?.kind !== 'any')) {
      out.push({ ...progress, below: true, next: [] });
      continue;
    }
    const next: number[] = [];
    for (const index of progress.next) {
      const segment = segments[index];
      if (segment === undefined) continue;
      if (segment.kind === 'any') reach(next, segments, index);
      else if (segment.kind === 'name' ? segment.text === folded : segment.test(name)) reach(next, segments, index + 1);
    }
    if (next.length > 0) out.push({ order: progress.order, pattern: progress.pattern, next, below: false });
  }
  return out;
}

/** Adds an index and what follows the `**` at it, which may match nothing. */
function reach(next: number[], segments: readonly Segment[], index: number): void {
  for (let at = index; ; at++) {
    if (!next.includes(at)) next.push(at);
    if (segments[at]?.kind !== 'any') return;
  }
}

/**
 * What the patterns say about the current path; the last one that matches decides. `undefined`: not wanted.
 * @param named count patterns that name this very path, without a wildcard; a walk leaves them to whoever began it.
 */
export function matchOf(
  stand: Stand,
  folder: boolean,
  named: boolean,
  seen?: (pattern: Pattern) => void,
): Match | undefined {
  let match: Match | undefined;
  let best = 0;
  for (const { pattern, next, below } of stand) {
    const self = !below && next.includes(pattern.segments.length) && (folder || !pattern.folderOnly);
    if (!self && !below) continue;
    if (pattern.negate) {
      match = undefined;
      best = 0;
      continue;
    }
    if (self && pattern.literal && !named) continue;
    seen?.(pattern);
    // The most exact pattern tells how the path was meant, whatever their order.
    const rank = below ? 1 : pattern.literal ? 3 : 2;
    if (rank < best) continue;
    best = rank;
    match = { pattern, how: self ? 'self' : 'below' };
  }
  return match;
}

/** True when something below a folder may still be wanted: otherwise it need not be opened. */
export function mayMatchBelow(stand: Stand): boolean {
  let excludedFrom = -1;
  for (const { order, pattern, next, below } of stand) {
    if (pattern.negate && (below || next.includes(pattern.segments.length))) excludedFrom = order;
  }
  return stand.some(({ order, pattern }) => !pattern.negate && order > excludedFrom);
}
