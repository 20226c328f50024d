import type { Slice } from '../../../engine/json/slice.js';
import type { Checked, RunRules } from '../../../engine/record/types.js';
import { parseInstant } from '../../../engine/time.js';
import type { RecordFact } from '../../../model/facts.js';
import type { PackedFacts } from '../../../model/shard.js';
import { FactPacker, unpackFacts } from '../fact-codec.js';

/** One batch of records for a worker thread. Its bytes are transferred and come back with the answer. */
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
 * The answer to a task. Nearly all records are ordinary and travel as facts; everything else known about
 * them follows from those.
 */
export interface Answer {
  readonly id: number;
  readonly buffer: ArrayBuffer;
  readonly facts: PackedFacts;
  /** The key ids that these records claim, as indexes into the texts of `facts`. */
  readonly claims: readonly number[];
  /** Records with problems, and `null` for slices that are not a record, by their position in the batch. */
  readonly odd: readonly (readonly [number, Checked | null])[];
}

const SLICE = 7;

/** Packs slices for a task; `undefined` when they are not in one buffer that can be transferred. */
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
  const packer = new FactPacker();
  const claims: number[] = [];
  const odd: (readonly [number, Checked | null])[] = [];
  for (const [i, one] of checked.entries()) {
    if (one?.fact === undefined || !isPlain(one)) odd.push([i, one ?? null]);
    else {
      packer.add(one.fact as RecordFact);
      claims.push(packer.index(one.signingKeyId));
    }
  }
  return { id: task.id, buffer: task.buffer, facts: packer.packed, claims, odd };
}

/** Unpacks an answer: the records in the order of the slices they were cut from. */
export function decodeAnswer(answer: Answer, slices: readonly Slice[]): (Checked | undefined)[] {
  const { claims } = answer;
  const { texts } = answer.facts;
  const facts = unpackFacts(answer.facts);
  const odd = new Map(answer.odd);
  if (facts?.length !== slices.length - odd.size) throw new Error('a worker answered with less than it was asked');
  let at = 0;
  return slices.map((slice, i) => {
    const special = odd.get(i);
    if (special !== undefined) return special ?? undefined;
    const fact = facts[at] as RecordFact;
    const signingKeyId = texts[claims[at] ?? -1] ?? '';
    at++;
    const { recordId, recordHash, previousHash = '', signature, keyId } = fact;
    return {
      line: slice.line,
      offset: slice.offset,
      readable: true,
      recordId,
      declaredHash: recordHash,
      previousHash,
      signingKeyId,
      epochMs: parseInstant(fact.timestamp)?.epochMs ?? Number.NaN,
      hash: recordHash,
      problems: [],
      signature,
      keyId,
      ok: true,
      value: undefined,
      job: undefined,
      fact,
    };
  });
}

function isPlain(one: Checked): boolean {
  return one.ok && one.readable && one.problems.length === 0 && one.hash === one.declaredHash && one.job === undefined;
}
