import type { Slice } from '../../engine/canonical/slices.js';
import type { Checked, RunRules } from '../../engine/kinds/record-check.js';
import type { SignatureState } from '../../engine/types.js';
import type { RecordFact } from '../facts.js';

/** One batch of records for a worker. Its bytes are handed over and come back with the answer. */
export interface Task {
  readonly id: number;
  readonly rules: RunRules;
  readonly artifact: string;
  readonly entry: string | undefined;
  readonly buffer: ArrayBuffer;
  /** Seven numbers a slice: start and length in `buffer`, offset, line, members, escapes, escaped names. */
  readonly slices: Float64Array;
}

/**
 * The answer to a task. Nearly all records have nothing special about them and travel as rows of plain values: a clone of
 * objects would cost more than a third of checking them.
 */
export interface Answer {
  readonly id: number;
  readonly buffer: ArrayBuffer;
  readonly texts: readonly string[];
  /** `ROW` values a record, for those that are not in `odd`. */
  readonly rows: readonly (string | number)[];
  readonly extras: readonly FactExtras[];
  /** Records with problems, and `null` for slices that are no record, by their position in the batch. */
  readonly odd: readonly (readonly [number, Checked | null])[];
}

/** What only some facts have. */
type FactExtras = Partial<
  Pick<RecordFact, 'links' | 'missing' | 'rules' | 'approvalRules' | 'asksApproval' | 'intents' | 'approval' | 'test'>
>;
type MutableFact = { -readonly [K in keyof RecordFact]: RecordFact[K] };

const ROW = 11;
const SLICE = 7;
const STATES: readonly SignatureState[] = ['verified', 'failed', 'unchecked', 'none'];

/** Packs slices for a task; `undefined` when they do not lie in one buffer that can be handed over. */
export function packSlices(slices: readonly Slice[]): Pick<Task, 'buffer' | 'slices'> | undefined {
  const buffer = slices[0]?.bytes.buffer;
  if (!(buffer instanceof ArrayBuffer)) return undefined;
  const packed = new Float64Array(slices.length * SLICE);
  for (const [i, { bytes, offset, line, members, escapes, escapedNames }] of slices.entries()) {
    if (bytes.buffer !== buffer) return undefined;
    const flags = [escapes ? 1 : 0, escapedNames ? 1 : 0];
    packed.set([bytes.byteOffset, bytes.length, offset, line, members, ...flags], i * SLICE);
  }
  return { buffer, slices: packed };
}

/** The slices of a task. */
export function unpackSlices({ buffer, slices }: Pick<Task, 'buffer' | 'slices'>): Slice[] {
  const made: Slice[] = [];
  for (let at = 0; at < slices.length; at += SLICE) {
    const [start, length, offset = 0, line = 0, members = 0, escapes, names] = slices.subarray(at, at + SLICE);
    const bytes = Buffer.from(buffer, start, length);
    made.push({ bytes, offset, line, members, escapes: escapes === 1, escapedNames: names === 1 });
  }
  return made;
}

/** Packs what a worker found. */
export function encodeAnswer(task: Task, checked: readonly (Checked | undefined)[]): Answer {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const indexOf = (text: string | undefined): number => {
    if (text === undefined) return -1;
    let index = known.get(text);
    if (index === undefined) {
      index = texts.push(text) - 1;
      known.set(text, index);
    }
    return index;
  };
  const rows: (string | number)[] = [];
  const extras: FactExtras[] = [];
  const odd: (readonly [number, Checked | null])[] = [];
  let before = '';
  for (const [i, one] of checked.entries()) {
    const fact = one?.fact as RecordFact | undefined;
    if (one === undefined || fact === undefined || !isPlain(one)) {
      odd.push([i, one ?? null]);
      continue;
    }
    const extra = extrasOf(fact);
    const previous = one.previousHash === '' ? 0 : one.previousHash === before ? 1 : one.previousHash;
    before = one.declaredHash;
    rows.push(
      one.recordId,
      one.declaredHash,
      previous,
      indexOf(one.signingKeyId),
      indexOf(one.keyId),
      STATES.indexOf(one.signature),
      indexOf(fact.recordType),
      indexOf(fact.sourceProduct),
      indexOf(fact.agentId),
      fact.timestamp,
      extra === undefined ? -1 : extras.push(extra) - 1,
    );
  }
  return { id: task.id, buffer: task.buffer, texts, rows, extras, odd };
}

/** Unpacks an answer: the records in the order of the slices they were cut from. */
export function decodeAnswer(
  answer: Answer,
  slices: readonly Slice[],
  { artifact, entry }: Pick<Task, 'artifact' | 'entry'>,
): (Checked | undefined)[] {
  const { texts, rows, extras } = answer;
  const odd = new Map(answer.odd);
  const textAt = (index: string | number | undefined): string | undefined =>
    typeof index === 'number' && index >= 0 ? texts[index] : undefined;
  let at = 0;
  let before = '';
  return slices.map((slice, i) => {
    const special = odd.get(i);
    if (special !== undefined) return special ?? undefined;
    const recordId = rows[at] as string;
    const hash = rows[at + 1] as string;
    const link = rows[at + 2];
    const previousHash = link === 0 ? '' : link === 1 ? before : (link as string);
    const signature = STATES[rows[at + 5] as number];
    if (hash === undefined || signature === undefined) throw new Error('a worker answered with less than it was asked');
    const keyId = textAt(rows[at + 4]);
    const fact: MutableFact = {
      artifact,
      index: 0,
      line: slice.line,
      recordId,
      recordType: textAt(rows[at + 6]) ?? '',
      sourceProduct: textAt(rows[at + 7]) ?? '',
      timestamp: rows[at + 9] as string,
      recordHash: hash,
      signature,
      verified: true,
    };
    if (entry !== undefined) fact.entry = entry;
    const agentId = textAt(rows[at + 8]);
    if (agentId !== undefined) fact.agentId = agentId;
    if (previousHash !== '') fact.previousHash = previousHash;
    if (keyId !== undefined) fact.keyId = keyId;
    const extra = extras[rows[at + 10] as number];
    if (extra !== undefined) Object.assign(fact, extra);
    before = hash;
    const one: Checked = {
      line: slice.line,
      offset: slice.offset,
      readable: true,
      recordId,
      declaredHash: hash,
      previousHash,
      signingKeyId: textAt(rows[at + 3]) ?? '',
      // Only counted ranges (compat) ask for it.
      epochMs: Number.NaN,
      hash,
      problems: [],
      signature,
      keyId,
      ok: true,
      value: undefined,
      job: undefined,
      fact,
    };
    at += ROW;
    return one;
  });
}

function isPlain(one: Checked): boolean {
  return one.ok && one.readable && one.problems.length === 0 && one.hash === one.declaredHash && one.job === undefined;
}

function extrasOf(fact: RecordFact): FactExtras | undefined {
  const { links, missing, rules, approvalRules, asksApproval, intents, approval, test } = fact;
  const extra: { -readonly [K in keyof FactExtras]: FactExtras[K] } = {};
  if (links !== undefined) extra.links = links;
  if (missing !== undefined) extra.missing = missing;
  if (rules !== undefined) extra.rules = rules;
  if (approvalRules !== undefined) extra.approvalRules = approvalRules;
  if (asksApproval !== undefined) extra.asksApproval = asksApproval;
  if (intents !== undefined) extra.intents = intents;
  if (approval !== undefined) extra.approval = approval;
  if (test !== undefined) extra.test = test;
  for (const _ in extra) return extra;
  return undefined;
}
