import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Collector } from '../../../src/engine/collector.js';
import { LineSlicer } from '../../../src/engine/json/line-slicer.js';
import type { Slice } from '../../../src/engine/json/slice.js';
import type { BatchContext, RecordExtractor, VerifyOptions } from '../../../src/engine/options.js';
import { finishedRecords, RecordChecker } from '../../../src/engine/record/check.js';
import { RecordRun } from '../../../src/engine/record/run.js';
import type { Checked, RunRules } from '../../../src/engine/record/types.js';
import { readCosignMaterial } from '../../../src/engine/signature/cosign/material.js';
import { makeTrust } from '../../../src/engine/signature/trust.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import type { ByteSource } from '../../../src/engine/source/source.js';
import type { CheckedRecord } from '../../../src/engine/types.js';
import { ALICE, type Doc, jsonl, record, recordHash, records, seal, short } from '../../support/build.js';
import { contextOf, trustIn, verifyOptions } from '../../support/options.js';

/* A run over records: what it sums up, the order it tells in, and who does the work. */

const CHAIN: RunRules = { link: 'chain', schema: 'typed', nullRecord: 'refuse' };
const AUTO: RunRules = { ...CHAIN, link: 'auto' };
const FREE: RunRules = { ...CHAIN, link: 'none' };

function slicesOf(text: string, options: VerifyOptions): Slice[] {
  const slicer = new LineSlicer(options.limits);
  return [...slicer.push(Buffer.from(text)), ...slicer.finish()];
}

/** Runs over the batches, one source each; what is raised is told as `code index-or-id: message`. */
async function ran(batches: readonly (readonly Doc[])[], options: VerifyOptions, rules: RunRules, entry?: string) {
  const collector = new Collector('a.jsonl');
  const run = new RecordRun(contextOf(collector, options), rules);
  for (const docs of batches) {
    const text = jsonl(docs);
    await run.push(slicesOf(text, options), memorySource('a.jsonl', Buffer.from(text)), entry);
  }
  const summary = await run.finish();
  return { summary, findings: (await collector.settle(undefined)).findings };
}
const codesOf = ({ findings }: { findings: readonly { code: string }[] }): string[] => findings.map(({ code }) => code);

const signing = verifyOptions({ trust: trustIn([ALICE.publicKey]) });
const unsigned = verifyOptions();

describe('the summary', () => {
  const list = records(3, ALICE);

  test('of records that were verified', async () => {
    expect((await ran([list.slice(0, 1), list.slice(1)], signing, CHAIN)).summary).toEqual({
      records: 3,
      inRange: 3,
      headHash: recordHash(list[2] ?? {}),
      latest: Date.parse(String(list[2]?.['timestamp'])),
      signaturesVerified: 3,
      keyIds: new Set([ALICE.keyId]),
      unchecked: 0,
      linked: true,
      firstLink: '',
    });
  });

  test('without records', async () => {
    const counts = { records: 0, inRange: 0, signaturesVerified: 0, unchecked: 0 };
    const nothing = { ...counts, headHash: '', firstLink: '', keyIds: new Set() };
    expect((await ran([], unsigned, CHAIN)).summary).toEqual({ ...nothing, linked: true });
    expect((await ran([], unsigned, AUTO)).summary).toEqual({ ...nothing, linked: false });
    expect((await ran([[]], unsigned, FREE)).summary).toEqual({ ...nothing, linked: false });
  });

  test('of signed and unsigned records', async () => {
    const mixed = [list[0] ?? {}, record()];
    const found = await ran([mixed], signing, FREE);
    expect([found.summary.signaturesVerified, codesOf(found)]).toEqual([1, ['signature.missing']]);
  });

  test('of unchecked and invalid signatures', async () => {
    expect((await ran([list], unsigned, CHAIN)).summary).toMatchObject({ unchecked: 3, signaturesVerified: 0 });
    const [first = {}] = list;
    const forged = { ...first, integrity: { ...(first['integrity'] as Doc), signature: `base64:${ALICE.sign('x')}` } };
    const { summary, findings } = await ran([[forged, first]], signing, FREE);
    expect(summary).toMatchObject({ unchecked: 0, signaturesVerified: 1 });
    expect(findings.map(({ code, line }) => [code, line])).toEqual([['signature.invalid', 1]]);
  });

  test('an unreadable record is only counted', async () => {
    const { summary } = await ran([[{ ...record(), source: 1 }]], unsigned, FREE);
    expect(summary).toMatchObject({ records: 1, inRange: 0, headHash: '' });
  });

  test.each([
    [undefined, undefined, 3],
    [1, undefined, 2],
    [undefined, 1, 2],
    [1, 1, 1],
    [2, 1, 0],
  ])('from second %s to %s there are %i records', async (from, to, count) => {
    const start = Date.parse('2026-01-02T03:04:00Z');
    const at = (second: number | undefined) => (second === undefined ? undefined : start + second * 1000);
    const options = verifyOptions({ range: { from: at(from), to: at(to) } });
    expect((await ran([records(3)], options, CHAIN)).summary.inRange).toBe(count);
  });

  test('a record without a time is in no range', async () => {
    const timeless = [record({ timestamp: undefined })];
    expect((await ran([timeless], unsigned, FREE)).summary.inRange).toBe(1);
    for (const range of [{ from: 0 }, { to: 0 }]) {
      expect((await ran([timeless], verifyOptions({ range }), FREE)).summary.inRange).toBe(0);
    }
  });
});

describe('links', () => {
  const [a = {}, b = {}, c = {}] = records(3);
  const told = async (list: readonly Doc[], rules: RunRules) =>
    (await ran([list], unsigned, rules)).findings.map(({ pointer, message }) => `${pointer}: ${message}`);
  const place = '/integrity/previous_record_hash';

  test('each broken link reports the actual and the expected hash', async () => {
    expect(await told([b], CHAIN)).toEqual([
      `${place}: begins in the middle of a chain: record 0 ("r1") links to ${short(recordHash(a))}, which does not come before it`,
    ]);
    expect(await told([a, record({ record_id: 'x' })], CHAIN)).toEqual([
      `${place}: record 1 ("x") has no previous_record_hash; record 0 ("r0") before it has hash ${short(recordHash(a))}`,
    ]);
    expect(await told([a, c], CHAIN)).toEqual([
      `${place}: record 1 ("r2") links to ${short(recordHash(b))}, but record 0 ("r0") before it has hash ${short(recordHash(a))}`,
    ]);
    expect(await told([c, a], FREE)).toEqual([]);
  });

  test('no record links to an unreadable one', async () => {
    const unread = { ...record(), source: 1 };
    const { findings } = await ran([[unread, record({ record_id: 'x' })]], unsigned, CHAIN);
    expect(findings.map(({ message }) => message)).toEqual([
      '"source" must be a string, not a number',
      'record 1 ("x") has no previous_record_hash; the record before it could not be read',
    ]);
  });

  const free = (count: number): Doc[] => Array.from({ length: count }, (_, i) => record({ record_id: `f${i}` }));
  const late = (index: number) =>
    `undefined: record ${index} ("f${index}") has no previous_record_hash but other records of the stream link`;

  test('a stream whose first records have no link reports these when a later one has', async () => {
    expect(await told(free(3), AUTO)).toEqual([]);
    expect(await told([...free(3), b], AUTO)).toEqual([
      late(1),
      late(2),
      `${place}: record 3 ("r1") links to ${short(recordHash(a))}, but record 2 ("f2") before it has hash ${short(recordHash(record({ record_id: 'f2' })))}`,
    ]);
    // Told once, and by each break itself from then on.
    expect((await told([...free(2), b, ...free(2)], AUTO)).filter((one) => one === late(1))).toHaveLength(1);
    expect(await told([...free(2), b, ...free(2)], AUTO)).toHaveLength(4);
  });

  test.each([
    [101, 100, undefined],
    [102, 100, '1 more records have no previous_record_hash but other records of the stream link'],
    [151, 100, '50 more records have no previous_record_hash but other records of the stream link'],
  ])('of %i such records %i are named', async (count, named, more) => {
    const added: string[] = [];
    const collector = new Collector('a.jsonl');
    const add = collector.add.bind(collector);
    collector.add = (code, message, spot) => {
      expect(code).toBe('chain.link_broken');
      added.push(message);
      add(code, message, spot);
    };
    const run = new RecordRun(contextOf(collector, unsigned), AUTO);
    const text = jsonl([...free(count), b]);
    await run.push(slicesOf(text, unsigned), memorySource('a.jsonl', Buffer.from(text)));
    await run.finish();
    expect(
      added.filter((one) =>
        /^record \d+ \(.*\) has no previous_record_hash but other records of the stream link$/.test(one),
      ),
    ).toHaveLength(named);
    expect(added.find((one) => one.includes(' more records have '))).toBe(more);
  });
});

describe('findings', () => {
  test('missing keys are reported once, other problems for each record', async () => {
    const options = verifyOptions({ signatures: 'required' });
    expect(codesOf(await ran([records(2, ALICE), [record()]], options, FREE))).toEqual(['key.missing']);
    const cosign = { key: undefined, certificates: [], identity: undefined, issuer: undefined, roots: undefined };
    const nobody = makeTrust({ mode: 'gate', cosign });
    if (!nobody.ok) throw new Error(nobody.message);
    const bare = record();
    const integrity = { ...(bare['integrity'] as Doc), signature: 'cosign:AAAA', signing_key_id: 'ci' };
    const by = { ...bare, integrity };
    expect(codesOf(await ran([[by, by], [by]], verifyOptions({ trust: nobody.trust }), FREE))).toEqual([
      'cosign.identity_required',
    ]);
    expect(codesOf(await ran([[record(), record()]], signing, FREE))).toEqual([
      'signature.missing',
      'signature.missing',
    ]);
  });

  test('contain the record and the entry', async () => {
    const bad = [{ ...record({ record_id: 'x' }), source: 'y' }];
    expect((await ran([bad], unsigned, FREE, 'in/r.jsonl')).findings).toMatchObject([
      { code: 'record.hash_mismatch', record_id: 'x', entry: 'in/r.jsonl' },
    ]);
    expect((await ran([bad], unsigned, FREE)).findings[0]).not.toHaveProperty('entry');
  });

  test('have the location of the member, in any record', async () => {
    const bad = Array.from({ length: 102 }, (_, i) => ({ ...record({ record_id: `r${i}` }), source: 'y' }));
    const collector = new Collector('a.jsonl');
    const run = new RecordRun(contextOf(collector, unsigned), FREE);
    const text = jsonl(bad);
    const source = memorySource('a.jsonl', Buffer.from(text));
    await run.push(slicesOf(text, unsigned), source);
    await run.finish();
    const { findings, more } = await collector.settle(source);
    expect(more).toBe(2);
    expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual(
      bad.slice(0, 100).map((one, i) => `${i + 1}:${JSON.stringify(one).indexOf('"record_hash"') + 1}`),
    );
  });
});

/** Keeps what is made of records, and what is accepted. */
function keeper(): RecordExtractor & { readonly made: string[]; readonly accepted: [unknown, number, boolean][] } {
  const made: string[] = [];
  const accepted: [unknown, number, boolean][] = [];
  return {
    made,
    accepted,
    extract: (one) => {
      made.push(one.recordId);
      return `fact of ${one.recordId}`;
    },
    accept: (fact, index, ok) => accepted.push([fact, index, ok]),
  };
}

describe('records are passed on', () => {
  const [a = {}, b = {}] = records(2);
  const changed = { ...b, source: 'x' };

  test('whole, in order, with their entry', async () => {
    const seen: CheckedRecord[] = [];
    await ran([[a], [changed]], verifyOptions({ onRecord: (one) => seen.push(one) }), CHAIN, 'e');
    expect(seen).toMatchObject([
      { recordId: 'r0', index: 0, line: 1, ok: true, entry: 'e', artifact: 'a.jsonl', signature: 'none' },
      {
        recordId: 'r1',
        index: 1,
        line: 1,
        ok: false,
        entry: 'e',
        recordHash: recordHash(seal(changed)),
      },
    ]);
    seen.length = 0;
    await ran([[a]], verifyOptions({ onRecord: (one) => seen.push(one) }), CHAIN);
    expect(seen[0]).not.toHaveProperty('entry');
    expect(seen[0]).not.toHaveProperty('keyId');
  });

  test('as extracts, with a broken link', async () => {
    const kept = keeper();
    await ran([[a, changed, a]], verifyOptions({ records: kept }), CHAIN);
    expect(kept.accepted).toEqual([
      ['fact of r0', 0, true],
      ['fact of r1', 1, false],
      ['fact of r0', 2, false],
    ]);
  });

  test('as both', async () => {
    const kept = keeper();
    const seen: string[] = [];
    await ran([[a, b]], verifyOptions({ records: kept, onRecord: (one) => seen.push(one.recordId) }), CHAIN);
    expect(seen).toEqual(['r0', 'r1']);
    expect(kept.accepted.map(([fact]) => fact)).toEqual(['fact of r0', 'fact of r1']);
  });

  test('if anything could be read of them', async () => {
    const kept = keeper();
    const seen: string[] = [];
    const options = verifyOptions({ records: kept, onRecord: (one) => seen.push(one.recordId) });
    const run = new RecordRun(contextOf(new Collector('a.jsonl'), options), FREE);
    const text = `5\n{"record_id":"x","record_type":"a","source":1}\n{"record_id":\n${JSON.stringify(a)}\n`;
    await run.push(slicesOf(text, unsigned), memorySource('a.jsonl', Buffer.from(text)));
    expect((await run.finish()).records).toBe(4);
    expect(seen).toEqual(['x', 'r0']);
    expect(kept.accepted).toEqual([
      ['fact of x', 1, false],
      ['fact of r0', 3, true],
    ]);
  });
});

/** Threads that are asked and answer when they are told to. */
class Threads {
  readonly asked: BatchContext[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly options: VerifyOptions) {}

  readonly check = (slices: readonly Slice[], context: BatchContext): Promise<(Checked | undefined)[]> => {
    this.asked.push(context);
    const checker = new RecordChecker(this.options, context.rules);
    const checked = finishedRecords(slices, checker, context.artifact, context.entry, this.options);
    return new Promise((resolve) => this.waiting.push(() => resolve(checked)));
  };

  answer(index: number): void {
    this.waiting[index]?.();
  }
}

describe('worker threads', () => {
  const list = records(6, ALICE);
  const one = (index: number): { slices: Slice[]; source: ByteSource } => {
    const text = jsonl(list.slice(index, index + 1));
    return { slices: slicesOf(text, signing), source: memorySource('a.jsonl', Buffer.from(text)) };
  };
  const settled = async (promise: Promise<unknown>): Promise<boolean> => {
    const no = Symbol('not yet');
    for (let i = 0; i < 20; i++) await Promise.resolve();
    return (await Promise.race([promise, Promise.resolve(no)])) !== no;
  };

  test('may respond in any order: results are in the order of the records', async () => {
    const kept = keeper();
    const threads = new Threads({ ...signing, records: kept });
    const options = { ...signing, records: kept, workers: threads };
    const collector = new Collector('a.jsonl');
    const run = new RecordRun(contextOf(collector, options), CHAIN);
    for (const index of [0, 1, 2]) await run.push(one(index).slices, one(index).source, 'e');
    expect(threads.asked).toEqual(
      [0, 1, 2].map((index) => ({ rules: CHAIN, artifact: 'a.jsonl', entry: 'e', size: one(index).source.size })),
    );
    for (const index of [2, 0, 1]) threads.answer(index);
    expect(await run.finish()).toMatchObject({ records: 3, signaturesVerified: 3 });
    expect(kept.accepted).toEqual([0, 1, 2].map((index) => [`fact of r${index}`, index, true]));
    expect(collector.failed).toBe(false);
  });

  test('process no more than four batches at a time', async () => {
    const threads = new Threads(signing);
    const run = new RecordRun(contextOf(new Collector('a.jsonl'), { ...signing, workers: threads }), CHAIN);
    for (const index of [0, 1, 2, 3]) await run.push(one(index).slices, one(index).source);
    const fifth = run.push(one(4).slices, one(4).source);
    expect(await settled(fifth)).toBe(false);
    threads.answer(0);
    await fifth;
    const sixth = run.push(one(5).slices, one(5).source);
    expect(await settled(sixth)).toBe(false);
    for (const index of [1, 2, 3, 4, 5]) threads.answer(index);
    await sixth;
    expect(await run.finish()).toMatchObject({ records: 6, signaturesVerified: 6, linked: true });
  });

  test('a worker that dies ends the run when its batch is due', async () => {
    const workers = { check: () => Promise.reject(new Error('a thread died')) };
    const run = new RecordRun(contextOf(new Collector('a.jsonl'), { ...signing, workers }), CHAIN);
    await run.push(one(0).slices, one(0).source);
    await new Promise((resolve) => setImmediate(resolve));
    await expect(run.finish()).rejects.toThrow('a thread died');
  });

  test('are not used when the caller needs the records', async () => {
    const threads = new Threads(signing);
    const seen: string[] = [];
    const options = { ...signing, workers: threads, onRecord: (each: CheckedRecord) => seen.push(each.signature) };
    const run = new RecordRun(contextOf(new Collector('a.jsonl'), options), CHAIN);
    await run.push(one(0).slices, one(0).source);
    await run.finish();
    expect([threads.asked, seen]).toEqual([[], ['verified']]);
  });

  test('when all are busy, this thread checks the records and drops the values', async () => {
    const kept = keeper();
    const options = { ...signing, records: kept, workers: { check: () => undefined } };
    const run = new RecordRun(contextOf(new Collector('a.jsonl'), options), CHAIN);
    await run.push(one(0).slices, one(0).source);
    // Done and told before the next piece is read.
    expect(kept.accepted).toEqual([['fact of r0', 0, true]]);
    expect(kept.made).toEqual(['r0']);
    expect(await run.finish()).toMatchObject({ records: 1, signaturesVerified: 1 });
  });

  test('a cosign signature is verified in this thread', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const material = await readCosignMaterial(
      { key: publicKey.export({ format: 'pem', type: 'spki' }).toString() },
      'gate',
    );
    if (!material.ok) throw new Error(material.message);
    const made = makeTrust({ mode: 'gate', cosign: material.trust });
    if (!made.ok) throw new Error(made.message);
    const by = (text: string): Doc => {
      const bare = record();
      const signature = `cosign:${sign('sha256', Buffer.from(text), privateKey).toString('base64')}`;
      return { ...bare, integrity: { ...(bare['integrity'] as Doc), signature, signing_key_id: 'ci' } };
    };
    const keyId = material.trust.key?.id ?? '';
    for (const workers of [undefined, { check: () => undefined }]) {
      const kept = keeper();
      const options = verifyOptions({ trust: made.trust, records: kept, ...(workers && { workers }) });
      const { summary, findings } = await ran([[by(recordHash(record())), by('something else')]], options, FREE);
      expect(summary).toMatchObject({ signaturesVerified: 1, keyIds: new Set([keyId]) });
      expect(findings.map(({ code }) => code)).toEqual(['signature.invalid']);
      expect(kept.accepted.map(([, index, ok]) => [index, ok])).toEqual([
        [0, true],
        [1, false],
      ]);
      const beside = [by(recordHash(record())), record()];
      expect((await ran([beside], options, FREE)).summary).toMatchObject({ records: 2, signaturesVerified: 1 });
      // Free text named the key: what verified it may be revoked as well.
      const revocations = [{ keyId, revokedAt: undefined, reason: '' }];
      const revoked = await ran([[by(recordHash(record()))]], { ...options, revocations }, FREE);
      expect(revoked.findings).toMatchObject([
        {
          code: 'signature.key_revoked',
          pointer: '/integrity/signing_key_id',
          message: `signing key "${keyId}" is revoked`,
        },
      ]);
    }
  });
});
