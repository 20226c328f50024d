import { sha256Hex } from '../digest.js';
import { type Node, parseStrict } from '../json/strict.js';
import type { Json, JsonObject } from '../json/value.js';
import { coveredMembers } from './hash.js';
import type { RecordView } from './view.js';

/** A JSON value that keeps its numbers as written. */
type Tree =
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Tree])[] }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'number'; readonly written: string }
  | { readonly kind: 'scalar'; readonly value: string | boolean | null };

/** Notation of a text; the first value of each member is that of RFC 8785. */
interface Form {
  readonly numbers: 'canonical' | 'written';
  readonly strings: 'utf8' | 'escaped' | 'html';
  readonly separators: 'compact' | 'spaced';
  readonly order: 'utf16' | 'code-point' | 'written';
  readonly end: '' | '\n';
}

/** A candidate for what was hashed, and how it differs from the canonical payload. */
interface Payload {
  readonly tree: Tree;
  readonly differences: readonly string[];
}

/** Larger records are not examined (people.md section 2.4). */
const MAX_EXPLAINED_BYTES = 256 * 1024;

/** Cost of writing one value, in bytes. */
const VALUE_BYTES = 20;

const NULL: Tree = { kind: 'scalar', value: null };
const EMPTY: Tree = { kind: 'scalar', value: '' };

/**
 * Searches for the text that a declared hash was computed from, when it is not the one that a record hash covers (people.md
 * section 2.4). Returns how that text differs, or `undefined`. Yields between candidates, so that the caller can give the
 * event loop a turn or stop.
 * @param bytes the record as written in its file.
 * @param digest 64 lower-case hex digits.
 * @param budget bytes of candidate texts that may be hashed; hashed bytes are subtracted.
 */
export function* searchHashedText(
  bytes: Uint8Array,
  view: RecordView,
  digest: string,
  maxDepth: number,
  budget: { bytes: number },
): Generator<undefined, string | undefined, undefined> {
  if (bytes.length > MAX_EXPLAINED_BYTES) return undefined;
  const root = treeFrom(parseStrict(bytes, maxDepth), bytes);
  if (root.kind !== 'object') return undefined;
  const forms = formsFor(root);
  // Writing a value takes about as long as hashing this many bytes.
  const writing = VALUE_BYTES * countValues(root);
  // Likely mistakes first: one difference before two.
  for (const payload of payloadsOf(root, view)) {
    for (const form of forms) {
      const text = write(payload.tree, form) + form.end;
      budget.bytes -= text.length + writing;
      if (sha256Hex(text) === digest) return [...payload.differences, ...differencesOf(form, root)].join('; ');
      if (budget.bytes < 0) return undefined;
      yield undefined;
    }
  }
  return undefined;
}

function countValues(tree: Tree): number {
  const parts =
    tree.kind === 'list' ? tree.items : tree.kind === 'object' ? tree.members.map(([, value]) => value) : [];
  return parts.reduce((sum, part) => sum + countValues(part), 1);
}

/** All notations that differ for this record, closest to RFC 8785 first. */
function formsFor(root: Tree): readonly Form[] {
  const text = write(root, { numbers: 'written', strings: 'utf8', separators: 'compact', order: 'written', end: '' });
  const numbers: readonly Form['numbers'][] = oddNumber(root) === undefined ? ['canonical'] : ['canonical', 'written'];
  const strings: Form['strings'][] = ['utf8'];
  if (/[^\u0000-\u007f]/.test(text)) strings.push('escaped');
  if (/[<>&\u2028\u2029]/.test(text)) strings.push('html');
  const order: readonly Form['order'][] = /[\ud800-\udfff]/.test(text)
    ? ['utf16', 'code-point', 'written']
    : ['utf16', 'written'];
  const forms: Form[] = [];
  for (const end of ['', '\n'] as const)
    for (const one of numbers)
      for (const two of strings)
        for (const separators of ['compact', 'spaced'] as const)
          for (const three of order) forms.push({ numbers: one, strings: two, separators, order: three, end });
  const far = (form: Form): number => differencesOf(form, root).length;
  return forms.sort((a, b) => far(a) - far(b));
}

function differencesOf(form: Form, root: Tree): readonly string[] {
  const found: string[] = [];
  if (form.separators === 'spaced') {
    found.push('with spaces after commas and colons (Python: separators=(",", ":"))');
  }
  if (form.strings === 'escaped') found.push('with non-ASCII characters escaped (Python: ensure_ascii=False)');
  if (form.strings === 'html') found.push('with <, > and & escaped (Go: SetEscapeHTML(false))');
  if (form.numbers === 'written') {
    const odd = oddNumber(root) ?? '1.0';
    found.push(`with numbers in the form ${odd.slice(0, 40)}, which RFC 8785 writes as ${canonicalNumber(odd)}`);
  }
  if (form.order === 'written') found.push('with members in the order of the file (Python: sort_keys=True)');
  if (form.order === 'code-point') found.push('with members sorted by code point instead of UTF-16 code unit');
  if (form.end !== '') found.push('with a line feed at the end');
  return found;
}

/** Candidates for what was hashed, likely ones first: covered members, then the record as a whole. */
function* payloadsOf(root: Tree & { kind: 'object' }, view: RecordView): Iterable<Payload> {
  const covered = coveredTree(root, view);
  yield { tree: covered, differences: [] };
  const times = timestampsOf(view);
  const written = times.map(({ tree, words }) => ({ tree: set(covered, 'timestamp', tree), differences: [words] }));
  yield* written;
  for (const { tree, words } of wholeRecords(root)) {
    yield { tree, differences: [words, ...times.map((time) => time.words)] };
    if (times.length > 0) yield { tree: set(tree, 'timestamp', scalar(view.utc)), differences: [words] };
  }
  for (const { tree, words } of withoutAbsent(root, covered)) {
    yield { tree, differences: [words] };
    for (const time of times) yield { tree: set(tree, 'timestamp', time.tree), differences: [words, time.words] };
  }
  const raw = [
    ['controls', member(root, 'controls')] as const,
    ['relationship', member(root, 'relationship')] as const,
  ];
  for (const [name, tree] of raw) {
    if (tree === undefined) continue;
    yield { tree: set(covered, name, tree), differences: [`with ${name} as written instead of its typed view`] };
  }
}

function coveredTree(root: Tree & { kind: 'object' }, view: RecordView): Tree & { kind: 'object' } {
  const payload = coveredMembers(view);
  const members = Object.entries(payload).map(([name, value]) => {
    const own = name === 'event' || name === 'metadata' ? member(root, name) : undefined;
    return [name, own ?? treeOfJson(value)] as const;
  });
  const place = new Map(root.members.map(([name], i) => [name, i]));
  // In the order of the file, for producers that do not sort; members absent there come last.
  const at = (name: string): number => place.get(name) ?? root.members.length;
  return { kind: 'object', members: members.sort(([a], [b]) => at(a) - at(b)) };
}

function timestampsOf(view: RecordView): readonly { tree: Tree; words: string }[] {
  if (view.timestamp === undefined || view.timestamp === view.utc) return [];
  const words = `with the timestamp as written (it is hashed in UTC with whole seconds: ${view.utc})`;
  return [{ tree: scalar(view.timestamp), words }];
}

/** The whole record with different parts of its integrity. */
function* wholeRecords(root: Tree & { kind: 'object' }): Iterable<{ tree: Tree & { kind: 'object' }; words: string }> {
  const all = 'instead of only the covered members (proof-verify hash --canonical FILE prints them)';
  yield { tree: without(root, ['integrity']), words: `of the whole record without integrity, ${all}` };
  const integrity = member(root, 'integrity');
  if (integrity?.kind !== 'object') return;
  yield {
    tree: set(root, 'integrity', { kind: 'object', members: [] }),
    words: `of the whole record with an empty integrity, ${all}`,
  };
  for (const [bare, also] of [
    [integrity, ''],
    [without(integrity, ['signing_key_id', 'signature']), ' and signature'],
  ] as const) {
    yield {
      tree: set(root, 'integrity', without(bare, ['record_hash'])),
      words: `of the whole record without record_hash${also}, ${all}`,
    };
    for (const empty of [EMPTY, NULL]) {
      yield {
        tree: set(root, 'integrity', set(bare, 'record_hash', empty)),
        words: `of the whole record with record_hash empty${also === '' ? '' : ' and without signature'}, ${all}`,
      };
    }
  }
}

/** The covered members without those that the record omits, although the hash always includes them. */
function* withoutAbsent(
  root: Tree & { kind: 'object' },
  covered: Tree & { kind: 'object' },
): Iterable<{ tree: Tree & { kind: 'object' }; words: string }> {
  const integrity = member(root, 'integrity');
  const linked = integrity?.kind === 'object' && member(integrity, 'previous_record_hash') !== undefined;
  const choices: (readonly [string, readonly (Tree | undefined)[]])[] = [];
  const noMembers: Tree = { kind: 'object', members: [] };
  if (member(root, 'agent_id') === undefined) choices.push(['agent_id', [undefined, NULL]]);
  if (member(root, 'metadata') === undefined) choices.push(['metadata', [undefined, noMembers]]);
  if (member(root, 'controls') === undefined) choices.push(['controls', [undefined, noMembers]]);
  const nullLink: Tree = { kind: 'object', members: [['previous_record_hash', NULL]] };
  if (!linked) choices.push(['integrity', [undefined, noMembers, nullLink]]);
  let trees: { tree: Tree & { kind: 'object' }; names: readonly string[] }[] = [{ tree: covered, names: [] }];
  for (const [name, values] of choices) {
    trees = trees.flatMap((one) => [
      one,
      ...values.map((value) => ({
        tree: value === undefined ? without(one.tree, [name]) : set(one.tree, name, value),
        names: [...one.names, name === 'integrity' ? 'previous_record_hash' : name],
      })),
    ]);
  }
  const all = choices.length;
  // A producer that omits one usually omits all of them.
  const far = (count: number): number => (count === all ? 0 : count);
  for (const { tree, names } of trees.sort((a, b) => far(a.names.length) - far(b.names.length))) {
    if (names.length === 0) continue;
    yield { tree, words: `without ${names.join(', ')} as the hash has them (hashed although absent in the record)` };
  }
}

function member(tree: Tree & { kind: 'object' }, name: string): Tree | undefined {
  return tree.members.find(([own]) => own === name)?.[1];
}

function without(tree: Tree & { kind: 'object' }, names: readonly string[]): Tree & { kind: 'object' } {
  return { kind: 'object', members: tree.members.filter(([name]) => !names.includes(name)) };
}

function set(tree: Tree & { kind: 'object' }, name: string, value: Tree): Tree & { kind: 'object' } {
  const known = member(tree, name) !== undefined;
  const members = tree.members.map(([own, old]) => [own, own === name ? value : old] as const);
  return { kind: 'object', members: known ? members : [...members, [name, value]] };
}

function scalar(value: string | boolean | null): Tree {
  return { kind: 'scalar', value };
}

function treeFrom(node: Node, bytes: Uint8Array): Tree {
  if (node.members !== undefined) {
    return { kind: 'object', members: node.members.map(({ name, value }) => [name, treeFrom(value, bytes)] as const) };
  }
  if (node.items !== undefined) return { kind: 'list', items: node.items.map((item) => treeFrom(item, bytes)) };
  if (node.type === 'number') {
    return { kind: 'number', written: Buffer.from(bytes.subarray(node.start, node.end)).toString('latin1') };
  }
  return scalar(JSON.parse(Buffer.from(bytes.subarray(node.start, node.end)).toString()) as string | boolean | null);
}

function treeOfJson(value: Json): Tree {
  if (typeof value === 'number') return { kind: 'number', written: canonicalNumber(String(value)) };
  if (value === null || typeof value !== 'object') return scalar(value);
  if (Array.isArray(value)) return { kind: 'list', items: (value as readonly Json[]).map(treeOfJson) };
  const members = Object.entries(value as JsonObject).map(([name, item]) => [name, treeOfJson(item)] as const);
  return { kind: 'object', members };
}

function canonicalNumber(written: string): string {
  return JSON.stringify(Number(written));
}

/** The first number that is not written as in RFC 8785. */
function oddNumber(tree: Tree): string | undefined {
  if (tree.kind === 'number') return tree.written === canonicalNumber(tree.written) ? undefined : tree.written;
  const parts =
    tree.kind === 'list' ? tree.items : tree.kind === 'object' ? tree.members.map(([, value]) => value) : [];
  for (const part of parts) {
    const odd = oddNumber(part);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

function write(tree: Tree, form: Form): string {
  const comma = form.separators === 'compact' ? ',' : ', ';
  const colon = form.separators === 'compact' ? ':' : ': ';
  switch (tree.kind) {
    case 'number':
      return form.numbers === 'written' ? tree.written : canonicalNumber(tree.written);
    case 'scalar':
      return typeof tree.value === 'string' ? writeString(tree.value, form) : String(tree.value);
    case 'list':
      return `[${tree.items.map((item) => write(item, form)).join(comma)}]`;
    case 'object': {
      const parts = ordered(tree.members, form).map(
        ([name, value]) => `${writeString(name, form)}${colon}${write(value, form)}`,
      );
      return `{${parts.join(comma)}}`;
    }
  }
}

function ordered(members: readonly (readonly [string, Tree])[], form: Form): readonly (readonly [string, Tree])[] {
  if (form.order === 'written') return members;
  const before: (a: string, b: string) => number =
    form.order === 'utf16'
      ? (a, b) => (a < b ? -1 : a > b ? 1 : 0)
      : // UTF-8 bytes sort in code point order.
        (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  return [...members].sort(([a], [b]) => before(a, b));
}

function writeString(value: string, form: Form): string {
  const text = JSON.stringify(value);
  if (form.strings === 'utf8') return text;
  return text.replace(form.strings === 'escaped' ? /[^\u0000-\u007f]/g : /[<>&\u2028\u2029]/g, escapeOf);
}

const escapes = new Map<string, string>();

/** The escape of one UTF-16 code unit, cached because a text contains it many times. */
function escapeOf(unit: string): string {
  const known = escapes.get(unit);
  if (known !== undefined) return known;
  const made = `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  escapes.set(unit, made);
  return made;
}
