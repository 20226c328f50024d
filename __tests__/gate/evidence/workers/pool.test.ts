import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { LineSlicer } from '../../../../src/engine/json/line-slicer.js';
import type { Slice } from '../../../../src/engine/json/slice.js';
import { DEFAULT_LIMITS } from '../../../../src/engine/limits.js';
import type { SignatureMode } from '../../../../src/engine/mode.js';
import type { BatchContext, VerifyOptions } from '../../../../src/engine/options.js';
import { finishedRecords, RecordChecker } from '../../../../src/engine/record/check.js';
import type { Checked, RunRules } from '../../../../src/engine/record/types.js';
import { EMPTY_POLICY } from '../../../../src/gate/config/policy/model.js';
import { makeSigners } from '../../../../src/gate/config/signers.js';
import { extractFact, makeNeeds } from '../../../../src/gate/evidence/extract.js';
import { WorkerPool } from '../../../../src/gate/evidence/workers/pool.js';
import { type WorkerSetup, workerSetup } from '../../../../src/gate/evidence/workers/setup.js';
import { ALICE, jsonl, record } from '../../../support/build.js';
import { trustIn, verifyOptions } from '../../../support/options.js';

/* The pool with real threads; what they run is the built worker. */

const WORKER = fileURLToPath(new URL('../../../../dist/worker/index.js', import.meta.url));
const MiB = 1024 * 1024;
const HASHES = 64 * MiB;
const SIGNATURES = 40 * MiB;
const RULES: RunRules = { link: 'chain', schema: 'typed', nullRecord: 'refuse' };

const needs = await makeNeeds(EMPTY_POLICY, [], true);

const optionsFor = (signatures: SignatureMode, keys: boolean): VerifyOptions =>
  verifyOptions({
    strict: false,
    signatures,
    trust: trustIn(keys ? [ALICE.publicKey] : []),
    records: { extract: (one) => extractFact(one, needs), accept: () => {} },
  });

const setupOf = (options: VerifyOptions): WorkerSetup | undefined =>
  workerSetup(options, { policy: EMPTY_POLICY, signers: makeSigners(EMPTY_POLICY), run: { commits: [] } }, [], true);
const hashing = optionsFor('auto', false);
const signing = optionsFor('auto', true);

const pools: WorkerPool[] = [];
function pool(count: number, setup = setupOf(hashing), entry = WORKER): WorkerPool {
  const made = new WorkerPool(entry, setup, count);
  pools.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((one) => one.close()));
});

const temporary = mkdtempSync(join(tmpdir(), 'proof-verify-pool-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
let scripts = 0;
function script(text: string): string {
  const path = join(temporary, `worker-${scripts++}.cjs`);
  writeFileSync(path, `const { parentPort } = require('node:worker_threads');\n${text}`);
  return path;
}

/** Slices of signed records in a buffer of their own. */
function slices(count: number, tampered = -1): Slice[] {
  const docs = Array.from({ length: count }, (_, i) => {
    const one = record({ record_id: `r${i}` }, { by: ALICE });
    return i === tampered ? { ...one, source: 'elsewhere' } : one;
  });
  const slicer = new LineSlicer(DEFAULT_LIMITS);
  return [...slicer.push(Buffer.from(jsonl(docs))), ...slicer.finish()];
}

const context = (size: number, rules = RULES): BatchContext => ({ rules, artifact: 'a.jsonl', entry: undefined, size });

const here = (given: readonly Slice[], options: VerifyOptions): (Checked | undefined)[] =>
  finishedRecords(given, new RecordChecker(options, RULES), 'a.jsonl', undefined, options);

/** Without what only counted ranges ask for. */
const plain = (checked: readonly (Checked | undefined)[] | undefined) =>
  checked?.map((one) => (one === undefined ? undefined : { ...one, epochMs: 0 }));

describe('what is worth a worker thread', () => {
  test.each<[string, VerifyOptions, number]>([
    ['hashes', hashing, HASHES],
    ['signatures', signing, SIGNATURES],
    ['signatures that are not looked at', optionsFor('off', true), HASHES],
    ['signatures that are asked for with no key', optionsFor('required', false), HASHES],
  ])('%s: from so many bytes on', async (_, options, bytes) => {
    const one = pool(1, setupOf(options));
    expect(one.check(slices(8), context(bytes - 1))).toBeUndefined();
    expect(plain(await one.check(slices(8), context(bytes)))).toEqual(plain(here(slices(8), options)));
  });

  test('the bytes of many artifacts count together', async () => {
    const one = pool(1, setupOf(signing));
    const some = slices(8);
    const bytes = (some.at(-1)?.offset ?? 0) + (some.at(-1)?.bytes.length ?? 0);
    const far = some.map((slice, i) => (i === 7 ? { ...slice, offset: slice.offset + SIGNATURES - bytes - 1 } : slice));
    expect(one.check(far, context(1))).toBeUndefined();
    expect(one.check(slices(7), context(1))).toBeUndefined();
    expect(await one.check(slices(8), context(1))).toHaveLength(8);
  });

  test('bytes that lie before a batch do not count, those of its last record do', async () => {
    const one = pool(1, setupOf(signing));
    const moved = (by: number): Slice[] => slices(8).map((slice) => ({ ...slice, offset: slice.offset + by }));
    expect(one.check(moved(SIGNATURES), context(1))).toBeUndefined();
    const some = slices(8);
    const bytes = (some.at(-1)?.offset ?? 0) + (some.at(-1)?.bytes.length ?? 0);
    const rest = SIGNATURES - 2 * bytes;
    const far = some.map((slice, i) => (i === 7 ? { ...slice, offset: slice.offset + rest } : slice));
    expect(await one.check(far, context(1))).toHaveLength(8);
  });

  test('nothing is, without the setup of a worker', () => {
    expect(new WorkerPool('', undefined, 0).check(slices(8), context(HASHES))).toBeUndefined();
  });

  test('few records, custom types, no records and no threads stay in the main thread', () => {
    const custom = { has: () => false, validate: () => [], sources: [] } as unknown as NonNullable<RunRules['custom']>;
    expect(pool(1).check(slices(7), context(HASHES))).toBeUndefined();
    expect(pool(1).check([], context(HASHES))).toBeUndefined();
    expect(pool(1).check(slices(8), context(HASHES, { ...RULES, custom }))).toBeUndefined();
    expect(pool(0).check(slices(8), context(HASHES))).toBeUndefined();
  });

  test('slices of several buffers stay in the main thread', () => {
    expect(pool(1).check([...slices(8), ...slices(8)], context(HASHES))).toBeUndefined();
  });
});

describe('a thread', () => {
  test('finds what the main thread would, and returns the bytes', async () => {
    const one = pool(1, setupOf(signing));
    const given = slices(20, 5);
    const expected = plain(here(slices(20, 5), signing));
    const answer = one.check(given, context(SIGNATURES));
    expect(given[0]?.bytes.length).toBe(0);
    expect(plain(await answer)).toEqual(expected);
    expect(expected?.map((record) => record?.ok)).toEqual(Array.from({ length: 20 }, (_, i) => i !== 5));
    expect(given.map((slice) => Buffer.from(slice.bytes).toString())).toEqual(
      slices(20, 5).map((slice) => Buffer.from(slice.bytes).toString()),
    );
  });

  test('has at most two batches, and others take the rest', async () => {
    const one = pool(1);
    const answers = [one.check(slices(8), context(HASHES)), one.check(slices(9), context(HASHES))];
    expect(one.check(slices(8), context(HASHES))).toBeUndefined();
    expect((await Promise.all(answers)).map((list) => list?.length)).toEqual([8, 9]);
    expect(await one.check(slices(10), context(HASHES))).toHaveLength(10);

    const two = pool(2);
    const batches = Array.from({ length: 5 }, (_, i) => two.check(slices(8 + i), context(HASHES)));
    expect(batches.map((batch) => batch === undefined)).toEqual([false, false, false, false, true]);
    expect((await Promise.all(batches)).map((list) => list?.length)).toEqual([8, 9, 10, 11, undefined]);
  });

  test.each([
    ['fails', `parentPort.on('message', () => { throw new Error('out of order'); });`, 'out of order'],
    ['fails at once', `throw new Error('no start');`, 'no start'],
    ['ends', `parentPort.on('message', () => process.exit(3));`, 'a worker thread ended early (3)'],
    [
      'answers with less than it was asked',
      `parentPort.on('message', ({ id, buffer }) => parentPort.postMessage({ id, buffer, facts: { texts: [], rows: [], extras: [] }, claims: [], odd: [] }));`,
      'a worker answered with less than it was asked',
    ],
    [
      'answers what it was not asked, then ends',
      `parentPort.on('message', ({ id }) => { parentPort.postMessage({ id: id + 1 }); setTimeout(() => process.exit(4), 10); });`,
      'a worker thread ended early (4)',
    ],
  ])('that %s ends the run', async (_, text, message) => {
    const one = pool(1, setupOf(hashing), script(text));
    await expect(one.check(slices(8), context(HASHES))).rejects.toThrow(message);
  });

  test('is terminated with the pool, whatever it still has to do', async () => {
    const one = pool(1, setupOf(hashing), script(`parentPort.on('message', () => {});`));
    const answers = [one.check(slices(8), context(HASHES)), one.check(slices(8), context(HASHES))];
    const outcomes = Promise.allSettled(answers);
    await one.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
