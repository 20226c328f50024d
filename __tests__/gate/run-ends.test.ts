import { afterAll, describe, expect, test } from '@jest/globals';
import type { GateProgress, RawOptions } from '../../src/gate/options/options.js';
import { runGate } from '../../src/gate/run.js';
import { folder, jsonl, pretty, record, records, removeFolders } from '../support/build.js';
import { gate, options, told } from './support/run.js';

// How a run goes on, where it stops, and what files weigh that are no artifacts.

afterAll(removeFolders);

const three = { 'a/r.json': pretty(record()), 'b/r.jsonl': jsonl(records(2)), 'c/r.json': pretty(record()) };
const all = { patterns: ['*/*'] };

describe('a run that is watched', () => {
  test('reports each artifact', async () => {
    const seen: GateProgress[] = [];
    await runGate(options(folder(three), all), { onProgress: (one) => seen.push(one) });
    expect(seen).toEqual([
      { done: 1, total: 3, records: 1 },
      { done: 2, total: 3, records: 3 },
      { done: 3, total: 3, records: 4 },
    ]);
  });

  test('and of five thousand records of one', async () => {
    const seen: GateProgress[] = [];
    const files = { 'a/r.json': pretty(record()), 'b/r.jsonl': jsonl(records(10_000)) };
    await runGate(options(folder(files), all), { onProgress: (one) => seen.push(one) });
    expect(seen).toEqual([
      { done: 1, total: 2, records: 1 },
      { done: 1, total: 2, records: 5000 },
      { done: 1, total: 2, records: 10_000 },
      { done: 2, total: 2, records: 10_001 },
    ]);
  });

  test('may be stopped before it begins and between two artifacts', async () => {
    const message = ({ model }: Awaited<ReturnType<typeof gate>>) =>
      model.report.findings.find((one) => one.code === 'run.interrupted')?.message;
    const before = await runGate(options(folder(three), all), { signal: AbortSignal.abort() });
    expect(message(before)).toBe('interrupted: no artifact was verified yet');
    expect(before.model.report.artifacts).toEqual([]);
    const stop = new AbortController();
    const between = await runGate(options(folder(three), all), {
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 2) stop.abort();
      },
    });
    expect(message(between)).toBe('interrupted: 2 of 3 artifacts verified');
    expect(between.model.report.artifacts.map((one) => one.path)).toEqual(['a/r.json', 'b']);
    expect(between.model.report).toMatchObject({ incomplete: true, exit_code: 1 });
  });

  test('ends at its time limit and not before', async () => {
    const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    // Longer than the first artifact takes anywhere, shorter than two waits.
    const ended = await runGate(options(folder(three), { ...all, timeout: '300ms' }), { onProgress: wait });
    expect(ended.model.report.findings.map((one) => `${one.artifact}${one.code}: ${one.message}`)).toEqual([
      expect.stringMatching(/^run\.timeout: time limit of 300ms reached: [12] of 3 artifacts verified$/),
      'signature.none_checked: signatures were not checked: no public key given',
    ]);
    const whole = await runGate(options(folder(three), { ...all, timeout: '10m' }), { onProgress: wait });
    expect(told(whole)).toEqual([0]);
  });

  test('is not changed by a stop afterwards', async () => {
    const stop = new AbortController();
    const run = await runGate(options(folder(three), all), { signal: stop.signal });
    stop.abort();
    expect(run.exitCode).toBe(0);
    expect(run.model.report.incomplete).toBeUndefined();
  });
});

describe('files that are not artifacts', () => {
  const files = {
    ...three,
    'd/notes.txt': 'no JSON',
    'e/other.json': '{"name":"x"}',
    'f/broken.json': '{"record_id":',
  };

  test.each<[string, RawOptions, [number, ...string[]], string[]]>([
    [
      'are errors where they were asked for',
      {},
      [6, 'discovery.unrecognized', 'discovery.unrecognized', 'json.syntax'],
      ['a/r.json', 'b', 'c/r.json', 'f/broken.json'],
    ],
    [
      'are warnings as asked',
      { unrecognized: 'warn' },
      [6, 'discovery.unrecognized', 'discovery.unrecognized', 'json.syntax'],
      ['a/r.json', 'b', 'c/r.json', 'f/broken.json'],
    ],
    [
      'are left out as asked',
      { unrecognized: 'ignore' },
      [6, 'json.syntax'],
      ['a/r.json', 'b', 'c/r.json', 'f/broken.json'],
    ],
  ])('%s', async (_, raw, expected, names) => {
    const run = await gate(files, { ...all, ...raw });
    expect(told(run)).toEqual(expected);
    expect(run.model.report.artifacts.map((one) => one.path)).toEqual(names);
    expect(run.model.report.unrecognized.map(({ path }) => path)).toEqual(['d/notes.txt', 'e/other.json']);
    expect(run.model.report.summary).toMatchObject({ artifacts: 4, unrecognized: 2 });
    // a damaged .json weighs by itself; what never was an artifact weighs what was asked for
    const { 'f/broken.json': _broken, ...sound } = files;
    expect((await gate(sound, { ...all, ...raw })).exitCode).toBe(Object.keys(raw).length === 0 ? 6 : 0);
  });

  test('are warnings where nobody named them', async () => {
    const run = await gate({ 'proof/a.json': pretty(record()), 'proof/other.json': '{"name":"x"}' });
    expect(told(run)).toEqual([0, 'discovery.unrecognized']);
    expect(run.model.report.findings).toMatchObject([
      { severity: 'warning', artifact: 'proof/other.json' },
      { code: 'signature.none_checked' },
    ]);
  });

  test.each<[string, RawOptions, number, string[]]>([
    [
      'nothing at all',
      {},
      6,
      [
        'error: no Proof artifacts found in .proof/, proof/, proof-artifacts/, gait-out/, .wrkr/proof-chain.json, .wrkr/evidence/, wrkr-evidence/, .axym/chain.json, axym-evidence/, *.proof.json, *.proof.jsonl, pack_*.zip, runpack_*.zip',
      ],
    ],
    [
      'nothing for a pattern',
      { patterns: ['x/*', 'y'] },
      6,
      ['error: "y" not found', 'error: no Proof artifacts found for "x/*", "y"'],
    ],
    [
      'a warning',
      { 'if-no-artifacts-found': 'warn' },
      0,
      [
        'warning: no Proof artifacts found in .proof/, proof/, proof-artifacts/, gait-out/, .wrkr/proof-chain.json, .wrkr/evidence/, wrkr-evidence/, .axym/chain.json, axym-evidence/, *.proof.json, *.proof.jsonl, pack_*.zip, runpack_*.zip',
      ],
    ],
    ['nothing to tell', { 'if-no-artifacts-found': 'ignore' }, 0, []],
  ])('%s', async (_, raw, exit, messages) => {
    const run = await gate({ 'readme.txt': 'x' }, raw);
    expect(run.exitCode).toBe(exit);
    expect(run.model.report.findings.map((one) => `${one.severity}: ${one.message}`)).toEqual(messages);
  });
});
