import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/engine/types.js';
import type { GateRun } from '../../src/gate/options/options.js';
import { runGate, runMerge } from '../../src/gate/run.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  folder,
  jsonl,
  MALLORY,
  pretty,
  record,
  recordHash,
  records,
  relink,
  removeFolders,
  type Signer,
} from '../support/build.js';
import { expectTold, steady } from '../support/told.js';
import { Dice } from './support/random.js';
import { gate, options } from './support/run.js';

afterAll(removeFolders);

/** Codes of all findings but the one that every run without a key has. */
const codes = (run: GateRun): string[] =>
  run.model.report.findings.map(({ code }) => code).filter((code) => code !== 'signature.none_checked');

describe('links between artifacts', () => {
  const [first, second] = records(2);
  const [root, child] = [first ?? {}, second ?? {}];

  test('a single record whose predecessor is missing gets a notice', async () => {
    const run = await gate({ 'b/child.json': pretty(child) }, { patterns: ['b/child.json'] });
    expect(run.model.report.findings).toMatchObject([
      { code: 'signature.none_checked', severity: 'warning', artifact: '' },
      { code: 'record.link_unresolved', severity: 'notice', artifact: 'b/child.json' },
    ]);
    expect(run.exitCode).toBe(0);
  });

  test('and none when it is another artifact', async () => {
    const files = { 'a/root.json': pretty(root), 'b/child.json': pretty(child) };
    const run = await gate(files, { patterns: ['a/root.json', 'b/child.json'] });
    expect(codes(run)).toEqual([]);
  });

  test('nor when it is one of so many records that their facts are not kept', async () => {
    const many = records(6001);
    const next = relink([...many, record()]).at(-1) ?? {};
    const run = await gate(
      { 'a/all.jsonl': jsonl(many), 'b/child.json': pretty(next) },
      { patterns: ['a/all.jsonl', 'b/child.json'] },
    );
    expect(codes(run)).toEqual([]);
    expect(run.model.records.length).toBe(5000);
    expect(run.model.moreRecords).toBe(1002);
  });
});

describe('runs that end early', () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`r/${i}.json`, pretty(record())]));
  const raw = { patterns: ['r/*.json'] };

  test('an interrupted run is incomplete and never 0, whatever only warns', async () => {
    for (const warn of [false, true]) {
      const stop = new AbortController();
      const run = await runGate(options(folder(files), { ...raw, ...(warn ? { 'warn-only': true } : {}) }), {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      });
      expect(codes(run)).toContain('run.interrupted');
      expect(run.model.report).toMatchObject({ incomplete: true, outcome: 'failed', exit_code: 1 });
      expect(run.exitCode).toBe(1);
      expect(run.model.report.artifacts.length).toBeLessThan(400);
    }
  });

  test('so is one past its time limit', async () => {
    const run = await runGate(options(folder(files), { ...raw, timeout: '1s' }), {
      onProgress: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60),
    });
    expect(codes(run)).toContain('run.timeout');
    expect(run.model.report).toMatchObject({ incomplete: true, exit_code: 1 });
  });

  test('a run with time to spare is complete', async () => {
    const run = await gate(files, { ...raw, timeout: '10m' });
    expect(run.model.report.incomplete).toBeUndefined();
    expect(run.exitCode).toBe(0);
  });
});

/** A workspace of anything: good and broken artifacts of most kinds, approvals across them, a policy or none. */
function randomFiles(dice: Dice): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  // A workspace in which nothing is wrong by itself leaves the verdict to the policy.
  const honest = dice.chance(0.4);
  const fault = (share: number): boolean => dice.chance(share) && !honest;
  const by = (): Signer | undefined => (dice.chance(0.6) || honest ? ALICE : dice.chance(0.3) ? MALLORY : undefined);
  const types = ['deployment', 'test_result', 'decision', 'tool_invocation'];
  const random = (): Doc => {
    const signed = by();
    const asks = dice.chance(0.2) ? { controls: { human_oversight: { approval_required: true } } } : {};
    const type = types[dice.below(4)] ?? 'decision';
    const outcome =
      type === 'test_result' ? { event: { name: 'unit', outcome: dice.chance(0.8) ? 'passed' : 'skipped' } } : {};
    const made = record({ record_type: type, ...outcome, ...asks }, signed ? { by: signed } : {});
    if (fault(0.15)) made['event'] = { tampered: true };
    return made;
  };
  const singles = Array.from({ length: 1 + dice.below(6) }, random);
  singles.forEach((one, i) => {
    files[`singles/${i}/r.json`] = pretty(one);
    if (dice.chance(0.4)) {
      const event = { verdict: 'approve', record_id: one['record_id'] as string, record_hash: recordHash(one) };
      const approval = record({ record_type: 'approval', event }, dice.chance(0.8) || honest ? { by: ALICE } : {});
      files[`approvals/${i}/a.json`] = pretty(approval);
    }
  });
  for (let i = dice.below(3); i > 0; i--) {
    const list = records(1 + dice.below(5), by());
    files[`chains/${i}/c.json`] = pretty(chain(fault(0.3) ? list.slice(1) : list));
  }
  for (let i = dice.below(3); i > 0; i--) files[`streams/${i}/s.jsonl`] = jsonl(records(1 + dice.below(5), by()));
  if (fault(0.4)) {
    records(1 + dice.below(4)).forEach((one, i) => {
      files[`dir/${i}.json`] = pretty(one);
    });
  }
  if (dice.chance(0.5)) {
    const signed = by();
    for (const [path, data] of Object.entries(bundle({ 'x.txt': 'x', 'r.jsonl': jsonl(records(2, signed)) }, signed))) {
      files[`bundle/${path}`] = fault(0.1) ? 'changed' : data;
    }
  }
  if (fault(0.3)) files['odd/no-artifact.json'] = '{"a": 1}';
  if (fault(0.2)) files['odd/broken.json'] = '{"record_id": ';
  return files;
}

function randomPolicy(dice: Dice): string {
  const lines = ['version: 1'];
  const trusts = dice.chance(0.5);
  if (trusts) lines.push('trust:', '  keys:', `    - {name: alice, public_key: ${ALICE.publicKey}}`);
  if (dice.chance(0.5)) lines.push('require:', '  record_types: {test_result: 1, deployment: 2}');
  if (dice.chance(0.3)) lines.push('freshness: {max_age: 300d}');
  if (dice.chance(0.4)) {
    lines.push('rules:', '  - id: no-decisions', '    must: {properties: {record_type: {not: {const: decision}}}}');
  }
  // Approvals without trusted keys are a mistake of the policy: seldom, or it would hide everything else.
  if (dice.chance(0.5) && (trusts || dice.chance(0.2))) {
    lines.push('approvals:', '  - id: production', '    when: {properties: {record_type: {const: deployment}}}');
  }
  return `${lines.join('\n')}\n`;
}

describe('on 50 random workspaces', () => {
  const exits = new Set<number>();

  /** What the report of the whole tells. */
  async function shardsMerge(seed: number): Promise<unknown> {
    const dice = new Dice(seed * 104_729);
    const files = randomFiles(dice);
    if (dice.chance(0.7)) files['.proof-policy.yml'] = randomPolicy(dice);
    const workspace = folder(files);
    const weight = (['error', 'warn', 'ignore'] as const)[dice.below(3)] ?? 'error';
    const raw = {
      patterns: ['**'],
      unrecognized: weight,
      ...(dice.chance(0.3) ? { 'public-key': [ALICE.publicKey] } : {}),
    };
    const reports = { report: ['json=out/whole.json', 'sarif=out/whole.sarif', 'markdown=out/whole.md'] };
    const patterns = { patterns: ['**', '!out/**'] };
    const whole = await runGate(options(workspace, { ...raw, ...patterns, ...reports }));
    const count = 1 + dice.below(5);
    const shards: { name: string; value: Json }[] = [];
    for (let index = 1; index <= count; index++) {
      const name = `out/shard-${index}.json`;
      await runGate(options(workspace, { ...raw, ...patterns, shard: `${index}/${count}`, report: [`json=${name}`] }));
      shards.push({ name, value: JSON.parse(readFileSync(join(workspace, name), 'utf8')) as Json });
    }
    const merged = await runMerge(
      options(workspace, {
        ...raw,
        report: ['json=out/merged.json', 'sarif=out/merged.sarif', 'markdown=out/merged.md'],
      }),
      shards,
    );
    for (const format of ['json', 'sarif', 'md']) {
      const [one, other] = ['whole', 'merged'].map((name) =>
        readFileSync(join(workspace, `out/${name}.${format}`), 'utf8'),
      );
      expect({ seed, format, text: other }).toEqual({ seed, format, text: one });
    }
    expect(merged.exitCode).toBe(whole.exitCode);
    exits.add(whole.exitCode);
    const told = {
      exit: whole.exitCode,
      artifacts: whole.model.report.artifacts.map((one) => `${one.path} ${one.kind} ${one.outcome}: ${one.why}`),
      findings: whole.model.report.findings.map((one) => steady(`${one.artifact} ${one.code}: ${one.message}`)),
      requirements: whole.model.report.requirements.map((one) => `${one.id} ${one.found}/${one.required}`),
    };
    if (count === 1) return told;
    const less = await runMerge(options(workspace, raw), shards.slice(1));
    expect([less.exitCode, codes(less)[0]]).toEqual([6, 'merge.invalid']);
    const doubled = await runMerge(options(workspace, raw), [...shards, ...shards.slice(0, 1)]);
    expect(doubled.exitCode).toBe(6);
    return told;
  }

  test.each([1, 6, 11, 16, 21, 26, 31, 36, 41, 46])(
    'shards merge to the very report of one run, and that is as it was reviewed (%i to 5 on)',
    async (first) => {
      const told: Record<string, unknown> = {};
      for (let seed = first; seed < first + 5; seed++) told[seed] = await shardsMerge(seed);
      expectTold(`runs-${first}`, told);
    },
  );

  test('all of them end in at least four ways', () => expect(exits.size).toBeGreaterThanOrEqual(4));
});
