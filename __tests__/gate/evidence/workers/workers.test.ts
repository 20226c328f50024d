import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineSlicer } from '../../../../src/engine/json/line-slicer.js';
import type { Slice } from '../../../../src/engine/json/slice.js';
import { DEFAULT_LIMITS } from '../../../../src/engine/limits.js';
import type { VerifyOptions } from '../../../../src/engine/options.js';
import { finishedRecords, RecordChecker } from '../../../../src/engine/record/check.js';
import type { Checked, RunRules } from '../../../../src/engine/record/types.js';
import { loadCatalogues } from '../../../../src/gate/config/frameworks/catalogues.js';
import { makeSigners } from '../../../../src/gate/config/signers.js';
import { extractFact, makeNeeds } from '../../../../src/gate/evidence/extract.js';
import {
  type Answer,
  decodeAnswer,
  encodeAnswer,
  packSlices,
  type Task,
  unpackSlices,
} from '../../../../src/gate/evidence/workers/codec.js';
import { workerOptions, workerSetup } from '../../../../src/gate/evidence/workers/setup.js';
import { ALICE, clone, type Doc, MALLORY, record, recordHash, type Signer } from '../../../support/build.js';
import { trustIn, verifyOptions } from '../../../support/options.js';
import { policyOf } from '../../support/world.js';

/*
 * What another thread answers has to be what this thread would have found. The thread itself is left out: values are cloned
 * and buffers handed over as between threads.
 */

const RULES: RunRules = { link: 'chain', schema: 'typed', nullRecord: 'refuse' };
const AT = { artifact: 'd/stream.jsonl', entry: undefined as string | undefined };

const policy = await policyOf({
  version: 1,
  rules: [{ id: 'allowed', when: {}, must: { properties: { event: { required: ['action'] } } } }],
});
const needs = await makeNeeds(policy, loadCatalogues(), true);
const options = verifyOptions({
  trust: trustIn([ALICE.publicKey]),
  revocations: [{ keyId: MALLORY.keyId, revokedAt: undefined, reason: 'stolen' }],
  records: { extract: (one) => extractFact(one, needs), accept: () => {} },
});
const run = { policy, signers: makeSigners(policy), run: { commits: [] } };
const setup = workerSetup(options, run, loadCatalogues(), true);
if (setup === undefined) throw new Error('nothing here keeps the work in one thread');
const threadOptions = await workerOptions(setup);

test('with a trusted cosign signer all work stays in one thread', () => {
  const cosign = { key: undefined, certificates: [], identity: 'i', issuer: 'j', roots: undefined };
  expect(workerSetup({ ...options, trust: { ...options.trust, cosign } }, run, [], true)).toBeUndefined();
});

const LINES = [
  'plain',
  'signed',
  'foreign',
  'tampered',
  'broken',
  'value',
  'null',
  'name',
  'approval',
  'agent',
  'fraction',
] as const;
type Line = (typeof LINES)[number];

/** JSON lines of these sorts; each record links to the one before it that says `linked`. */
function linesOf(kinds: readonly { line: Line; linked: boolean }[]): string {
  let previous = '';
  return kinds
    .map(({ line, linked }, i) => {
      if (line === 'broken') return '{"record_id":';
      if (line === 'value') return `[${i}]`;
      if (line === 'null') return 'null';
      const members: Doc = { record_id: `r${i}` };
      if (line === 'name') members['event'] = { 'na\nme': i };
      if (line === 'fraction') members['timestamp'] = '2026-01-02T03:04:05.5Z';
      if (line === 'agent') members['agent_id'] = `agent ${i % 2}`;
      if (line === 'approval') {
        members['record_type'] = 'approval';
        members['event'] = { approver: 'ana', scope: 'deploy', intent_digest: `sha256:${'a'.repeat(64)}` };
      }
      const by: Signer | undefined = line === 'foreign' ? MALLORY : line === 'plain' ? undefined : ALICE;
      const sealed = record(members, {
        ...(by === undefined ? {} : { by }),
        ...(linked && previous !== '' ? { previous } : {}),
      });
      if (line === 'tampered') sealed['source'] = 'elsewhere';
      previous = recordHash(sealed);
      return JSON.stringify(sealed);
    })
    .join('\n');
}

function slicesOf(text: string): Slice[] {
  const slicer = new LineSlicer(DEFAULT_LIMITS);
  return [...slicer.push(Buffer.from(`${text}\n`)), ...slicer.finish()];
}

function check(slices: readonly Slice[], rules: RunRules, by: VerifyOptions): (Checked | undefined)[] {
  const checker = new RecordChecker(by, rules);
  return finishedRecords(slices, checker, AT.artifact, AT.entry, by);
}

/** Checked in this thread. */
const here = (slices: readonly Slice[], rules: RunRules) => check(slices, rules, options);

/** Checked as a worker does it, with everything that crosses between threads cloned or handed over. */
function there(slices: readonly Slice[], rules: RunRules, spoil?: (answer: Answer) => Answer): (Checked | undefined)[] {
  const packed = packSlices(slices);
  if (packed === undefined) throw new Error('the slices lie in several buffers');
  const sent: Task = { id: 7, rules, ...AT, ...packed };
  const task = structuredClone(sent, { transfer: [sent.buffer] });
  const answer = encodeAnswer(task, check(unpackSlices(task), task.rules, threadOptions));
  expect(answer.id).toBe(7);
  const back = structuredClone(answer, { transfer: [answer.buffer] });
  return decodeAnswer(spoil?.(back) ?? back, slices);
}

/** What is not asked of records that come from elsewhere: their time in milliseconds is for counted ranges only. */
const comparable = (checked: readonly (Checked | undefined)[]) =>
  checked.map((one) => (one === undefined ? undefined : { ...one, epochMs: 0 }));

describe('what a worker answers', () => {
  test('is what the main thread finds, whatever the records are', () => {
    const line = fc.record({ line: fc.constantFrom<Line>(...LINES), linked: fc.boolean() });
    const rules = fc.constantFrom<RunRules>(
      RULES,
      { ...RULES, signatures: 'vouched', link: 'none' },
      { ...RULES, schema: 'none' },
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), rules, (kinds, asked) => {
        const text = linesOf(kinds);
        expect(comparable(there(slicesOf(text), asked))).toEqual(comparable(here(slicesOf(text), asked)));
      }),
      { numRuns: 150 },
    );
  });

  test('holds every sort of record', () => {
    const kinds = LINES.map((line) => ({ line, linked: true }));
    const checked = there(slicesOf(linesOf(kinds)), RULES);
    const standing = checked.map((one) =>
      one === undefined ? 'none' : one.ok ? one.signature : one.problems[0]?.code,
    );
    expect(Object.fromEntries(LINES.map((line, i) => [line, standing[i]]))).toEqual({
      plain: 'signature.missing',
      signed: 'verified',
      foreign: 'signature.key_revoked',
      tampered: 'record.hash_mismatch',
      broken: 'json.syntax',
      value: 'record.member_type',
      null: 'record.member_type',
      name: 'verified',
      approval: 'verified',
      agent: 'verified',
      fraction: 'verified',
    });
    expect(checked[10]?.problems.map(({ code }) => code)).toEqual(['record.timestamp_fraction']);
    const facts = checked.map((one) => one?.fact as Doc | undefined);
    expect(facts[9]).toMatchObject({ agentId: 'agent 1', verified: true, keyId: ALICE.keyId });
    expect(facts[8]).toHaveProperty('approval');
    expect(facts[1]).toHaveProperty('rules');
  });

  test('is the same for many records at a time as for one', () => {
    // signatures are verified by the 64: what goes wrong at the ends of such a group is told of the record that it is
    const odd = new Map<number, Line>([
      [0, 'null'],
      [62, 'tampered'],
      [63, 'foreign'],
      [64, 'broken'],
      [65, 'tampered'],
      [127, 'tampered'],
      [128, 'foreign'],
    ]);
    const kinds = Array.from({ length: 130 }, (_, i) => ({ line: odd.get(i) ?? 'signed', linked: false }) as const);
    const slices = slicesOf(linesOf(kinds));
    expect(slices).toHaveLength(130);
    const together = here(slices, RULES);
    expect(together).toEqual(slices.flatMap((slice) => here([slice], RULES)));
    expect(together.flatMap((one, i) => (one?.ok === true ? [] : [i]))).toEqual([...odd.keys()]);
    // the signature of a record that was changed is still good for the hash that it states
    expect(together.flatMap((one, i) => (one?.signature === 'verified' ? [] : [i]))).toEqual([0, 63, 64, 128]);
  });

  test('with less than was asked for is rejected', () => {
    const text = linesOf([
      { line: 'signed', linked: false },
      { line: 'signed', linked: true },
    ]);
    const cut = (answer: Answer): Answer => ({
      ...answer,
      facts: { ...answer.facts, rows: answer.facts.rows.slice(0, answer.facts.rows.length / 2) },
    });
    expect(() => there(slicesOf(text), RULES, cut)).toThrow('a worker answered with less than it was asked');
  });

  test('requires slices of one buffer that can be transferred', () => {
    const [one] = slicesOf(linesOf([{ line: 'plain', linked: false }]));
    if (one === undefined) throw new Error('a line is a slice');
    expect(packSlices([one, clone(one)])).toBeUndefined();
    const shared = new Uint8Array(new SharedArrayBuffer(one.bytes.length));
    expect(packSlices([{ ...one, bytes: shared }])).toBeUndefined();
    expect(packSlices([])).toBeUndefined();
  });
});
