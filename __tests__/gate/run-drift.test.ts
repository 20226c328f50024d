import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { baselineOfRun, runGate } from '../../src/gate/run.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  MALLORY,
  pack,
  pretty,
  proofRecords,
  record,
  records,
  removeFolders,
} from '../support/build.js';
import { options, told } from './support/run.js';

// From files to a baseline and back; each rule of drift by itself is in drift.test.ts.

afterAll(removeFolders);

const PATTERNS = { patterns: ['e/**'] };
const below = (root: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${root}/${path}`, data]));

async function baselineOf(files: Files): Promise<string> {
  const { run, text } = await baselineOfRun(options(folder(files), PATTERNS));
  expect(told(run)).toEqual([0]);
  return text;
}

/** What the gate says of `after` against the baseline of `before`. */
async function drift(before: Files, after: Files): Promise<[number, ...string[]]> {
  const workspace = folder(after);
  writeFileSync(join(workspace, 'baseline.json'), await baselineOf(before));
  return told(await runGate(options(workspace, { ...PATTERNS, baseline: 'baseline.json' })));
}

/** A run of records in each thing that can hold one. */
const HOLDERS: readonly (readonly [string, (list: readonly Doc[]) => Files])[] = [
  ['a chain file', (list) => ({ 'e/c.json': pretty(chain(list)) })],
  ['a chain directory', (list) => Object.fromEntries(list.map((one, i) => [`e/c/${i}.json`, pretty(one)]))],
  ['a stream', (list) => ({ 'e/s.jsonl': jsonl(list) })],
  ['a bundle', (list) => below('e/b', bundle({ 'r.jsonl': jsonl(list) }))],
];

describe.each(HOLDERS)('%s', (_, hold) => {
  const four = records(4);
  const other = records(4, undefined, (i) => (i === 1 ? { source: 'rewritten' } : {}));

  test('that is the same does not drift', async () => {
    expect(await drift(hold(four), hold(four))).toEqual([0]);
  });

  test('that grew does not drift', async () => {
    expect(await drift(hold(four.slice(0, 3)), hold(four))).toEqual([0]);
  });

  test('that was rewritten drifts', async () => {
    expect(await drift(hold(four), hold(other))).toEqual([5, 'drift.chain_rewritten']);
  });

  test('that was cut drifts', async () => {
    const [exit, ...codes] = await drift(hold(four), hold(four.slice(0, 2)));
    expect([exit, codes]).toEqual([5, expect.arrayContaining(['drift.chain_truncated'])]);
  });

  test('that is gone drifts', async () => {
    const [exit, ...codes] = await drift(hold(four), { 'e/other.json': pretty(record()) });
    expect([exit, codes]).toEqual([5, expect.arrayContaining(['drift.chain_missing'])]);
  });
});

describe('a Gait pack', () => {
  /** A pack whose proof records tell of its files. */
  const telling = (files: Files): Files => ({
    'e/p.zip': pack({ 'proof_records.jsonl': jsonl(proofRecords(files)), ...files }),
  });
  const [a, b, c] = ['{"a":1}', '{"b":1}', '{"c":1}'];
  const three = { 'a.json': a, 'b.json': b, 'c.json': c };

  test.each([
    ['that is the same does not drift', three, [0]],
    ['that grew does not drift', { ...three, 'd.json': '{"d":1}' }, [0]],
    ['that was made anew over other bytes drifts', { ...three, 'a.json': '{"a":2}' }, [5, 'drift.chain_rewritten']],
    ['that lost a file drifts', { 'a.json': a, 'b.json': b }, [5, 'drift.chain_truncated', 'drift.record_type_count']],
  ])('%s', async (_, after, expected) => {
    expect(await drift(telling(three), telling(after as Files))).toEqual(expected);
  });
});

describe('records', () => {
  const type = (record_type: string, event: Doc = {}): Doc => record({ record_type, event });
  const files = (...list: Doc[]): Files => Object.fromEntries(list.map((one, i) => [`e/${i}/r.json`, pretty(one)]));
  const outcome = (is: string): Doc => type('test_result', { test_name: 'unit', outcome: is });

  test.each([
    ['one less of a type', [type('decision'), type('deployment')], [type('decision')], [5, 'drift.record_type_count']],
    ['one more of a type', [type('decision')], [type('decision'), type('deployment')], [0]],
    ['a test that failed', [outcome('passed')], [outcome('failed')], [5, 'drift.test_regressed']],
    ['a test that failed before', [outcome('failed')], [outcome('failed')], [0]],
  ])('%s', async (_, before, after, expected) => {
    expect(await drift(files(...before), files(...after))).toEqual(expected);
  });

  test('a new signer is a warning', async () => {
    const by = (who: typeof ALICE): Files => ({ 'e/r.json': pretty(record({}, { by: who })) });
    const both = { 'public-key': [ALICE.publicKey, MALLORY.publicKey] };
    const workspace = folder(by(MALLORY));
    const { text } = await baselineOfRun(options(folder(by(ALICE)), { ...PATTERNS, ...both }));
    writeFileSync(join(workspace, 'b.json'), text);
    expect(told(await runGate(options(workspace, { ...PATTERNS, ...both, baseline: 'b.json' })))).toEqual([
      0,
      'drift.new_signer',
    ]);
  });
});

test('a baseline has the same bytes each time, however the files were written', async () => {
  const files: [string, string][] = ['a', 'b', 'c'].map((id) => [`e/${id}/r.json`, pretty(record({ record_id: id }))]);
  const all: [string, string][] = [...files, ['e/c.json', pretty(chain(records(2)))]];
  const text = await baselineOf(Object.fromEntries(all));
  expect(await baselineOf(Object.fromEntries(all.reverse()))).toBe(text);
  expect(text.endsWith('\n')).toBe(true);
});

test('failing evidence has no baseline of its failure', async () => {
  const forged = record();
  forged['source'] = 'forged';
  const { run, text } = await baselineOfRun(options(folder({ 'e/r.json': pretty(forged) }), PATTERNS));
  expect(run.exitCode).toBe(2);
  expect(JSON.parse(text)).toMatchObject({ record_types: {}, chains: [] });
});
