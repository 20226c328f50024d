import { describe, expect, test } from '@jest/globals';
import { Carry } from '../../src/engine/json/slice.js';
import { DEFAULT_LIMITS, MAX_ERRORS, MAX_FINDINGS, MAX_SIGNATURES } from '../../src/engine/limits.js';
import { directorySource } from '../../src/engine/source/directory.js';
import { verify } from '../../src/engine/verify.js';
import { ALICE, bundle, chain, folder, jsonl, record, records, signChain } from '../support/build.js';
import { verifyOptions } from '../support/options.js';
import { verifyBytes } from './kinds/cases/run.js';

describe('an artifact with errors without end (hardening 33)', () => {
  test('is given up once there are so many', async () => {
    const verdict = await verifyBytes('s.jsonl', Buffer.from('{}\n'.repeat(100_000)));
    expect(verdict.outcome).toBe('failed');
    expect(verdict.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['record.record_id_required', 'limit.errors']),
    );
    expect(verdict.findings.length + verdict.moreFindings).toBe(MAX_ERRORS + 1);
    expect(verdict.findings.length).toBe(MAX_FINDINGS);
  });

  test('is not one with as many warnings', async () => {
    const good = jsonl([
      { ...record(), ...Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`m${i}`, 0])) },
    ]);
    const verdict = await verifyBytes('s.jsonl', Buffer.from(good), { strict: false });
    expect(verdict.outcome).toBe('verified');
  });
});

test('a document with signatures without end is refused before the first of them is verified', async () => {
  const signed = signChain(chain(records(1)), ALICE);
  const list = signed['signatures'] as unknown[];
  const many = (count: number) => ({ ...signed, signatures: new Array(count).fill(list[0]) });
  const codes = async (count: number) =>
    (await verifyBytes('c.json', JSON.stringify(many(count)), { publicKeys: [ALICE.publicKey] })).findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  expect(await codes(MAX_SIGNATURES)).not.toContain('limit.signatures');
  expect(await codes(MAX_SIGNATURES + 1)).toContain('limit.signatures');
});

test('a file that a bundle lists many times is read once for its digest and once for its records', async () => {
  const files = bundle({ 'r.jsonl': jsonl([record()]) });
  const manifest = JSON.parse(String(files['manifest.json'])) as { files: unknown[] };
  manifest.files = new Array(1000).fill(manifest.files[0]);
  const directory = directorySource(
    folder({ ...files, 'manifest.json': JSON.stringify(manifest) }),
    'b',
    DEFAULT_LIMITS,
    'refuse',
  );
  const opened: string[] = [];
  const open = (path: string) => {
    opened.push(path);
    return directory.open(path);
  };
  await verify(
    { form: 'bundle', directory: { ...directory, open } },
    { ...verifyOptions(), mode: 'compat', strict: false },
  );
  expect(opened.filter((path) => path === 'r.jsonl').length).toBeLessThan(3);
  const { records: found } = await verify({ form: 'bundle', directory }, verifyOptions({ strict: false }));
  expect(found).toBe(1);
});

test('a record that comes in many pieces is copied a few times at most', () => {
  const carry = new Carry();
  let copied = 0;
  let memory: ArrayBufferLike | undefined;
  for (let i = 0; i < 1000; i++) {
    const bytes = carry.join(Buffer.alloc(1000, i % 251));
    if (bytes.buffer !== memory) copied += bytes.length;
    memory = bytes.buffer;
    carry.keepFrom(0);
  }
  expect(carry.bytes.every((byte, i) => byte === Math.floor(i / 1000) % 251)).toBe(true);
  expect(copied).toBeLessThan(4_000_000);
});

describe('JSON whose values take far more memory than it has bytes', () => {
  const event = (text: string): string => JSON.stringify(record()).replace('"event":{', `"event":{"x":${text},`);
  const codes = async (name: string, text: string) => (await verifyBytes(name, text)).findings.map(({ code }) => code);

  test.each([
    ['a record of empty objects', 'r.json', event(`[${'{},'.repeat(1_500_000)}{}]`)],
    ['a line of empty lists', 'r.jsonl', event(`[${'[],'.repeat(2_500_000)}[]]`)],
    ['a chain document of empty objects', 'c.json', `{"records":[],"x":[${'{},'.repeat(2_500_000)}{}]}`],
    [
      'signed JSON of deep lists',
      't.json',
      `{"signature":{},"x":[${`${'['.repeat(99)}${']'.repeat(99)},`.repeat(15_000)}0]}`,
    ],
  ])('%s is refused', async (_, name, text) => expect(await codes(name, text)).toEqual(['limit.json_values']));

  test('numbers, texts and many members of one object are not', async () => {
    for (const text of [
      `[${'1,'.repeat(2_000_000)}1]`,
      `{${Array.from({ length: 200_000 }, (_, i) => `"m${i}":0`).join(',')}}`,
    ])
      expect(await codes('r.json', event(text))).toEqual(['record.hash_mismatch']);
  });
});
