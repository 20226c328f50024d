import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { loadCatalogues } from '../../src/gate/config/frameworks/catalogues.js';
import { PAGE_FACTS } from '../../src/gate/evidence/fact-page.js';
import type { RawOptions } from '../../src/gate/options/options.js';
import { baselineOfRun, coverageOfRun, runGate, runMerge } from '../../src/gate/run.js';
import {
  ALICE,
  type Doc,
  type Files,
  folder,
  jsonl,
  MALLORY,
  pretty,
  record,
  records,
  removeFolders,
  revocationList,
} from '../support/build.js';
import { gate, NOW, options, told } from './support/run.js';

// What a run hands to the reports and to merge, over files of a few records.

afterAll(removeFolders);

const policy = (members: Doc): Files => ({ '.proof-policy.yml': pretty({ version: 1, ...members }) });
const ONE = { 'proof/r.json': pretty(record()) };

test('records of pages have members of their own, however many facts a run holds', async () => {
  const changed = records(PAGE_FACTS + 1).map((one): Doc => ({ ...one, source: 'changed' }));
  const { model } = await gate({ ...policy({}), 'proof/s.jsonl': jsonl(changed) }, { reports: ['html=report.html'] });
  const copies = model.records.map((one) => ({ ...one }));
  expect(copies).toHaveLength(PAGE_FACTS + 1);
  expect(copies.map(({ recordId }) => recordId)).toEqual(changed.map((one) => one['record_id']));
  expect(copies.every(({ verified, timestamp }) => !verified && timestamp !== '')).toBe(true);
});

describe('a single record that links to a missing record', () => {
  const previous = `sha256:${'a'.repeat(64)}`;
  const linked = (members: Doc = {}) => pretty(record(members, { previous }));
  const notices = async (files: Files, raw: RawOptions = {}) =>
    (await gate(files, { patterns: Object.keys(files), ...raw })).model.report.findings.filter(
      (one) => one.code === 'record.link_unresolved',
    );

  test('is reported with its place', async () => {
    expect(await notices({ 'proof/r.json': linked({ record_id: 'mine' }) })).toEqual([
      expect.objectContaining({
        severity: 'notice',
        message: 'the record links to a predecessor that is not among the artifacts',
        artifact: 'proof/r.json',
        line: 1,
        pointer: '/integrity/previous_record_hash',
        record_id: 'mine',
      }),
    ]);
  });

  test('once for each that is not there, whatever else is', async () => {
    const [root, child] = records(2);
    const files = { 'a/r.json': pretty(root), 'b/r.json': pretty(child), 'c/r.json': linked({ record_id: '' }) };
    const found = await notices(files);
    expect(found.map((one) => one.artifact)).toEqual(['c/r.json']);
    expect(found[0]).not.toHaveProperty('record_id');
  });

  test('but not in a stream, not without a link, and not by a shard', async () => {
    expect(await notices({ 'proof/s.jsonl': `${JSON.stringify(record({}, { previous }))}\n` })).toEqual([]);
    expect(await notices(ONE)).toEqual([]);
    expect(await notices({ 'proof/r.json': linked() }, { shard: '1/1' })).toEqual([]);
  });
});

describe('the model of the reports', () => {
  test('has the clock to the second, the records and where files are on the web', async () => {
    const { model } = await gate({ 'proof/s.jsonl': jsonl(records(3)) }, { now: '2026-06-01T00:00:00.987Z' });
    expect(model.now).toBe('2026-06-01T00:00:00Z');
    expect([model.records.map((one) => one.recordId), model.moreRecords]).toEqual([['r0', 'r1', 'r2'], 0]);
    expect(model).not.toHaveProperty('sourceBase');
    const env = {
      GITHUB_SERVER_URL: 'https://git.example',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'c'.repeat(40),
    };
    expect((await gate(ONE, {}, env)).model.sourceBase).toBe(`https://git.example/o/r/blob/${'c'.repeat(40)}/`);
  });

  const related = {
    'proof/r.json': pretty(
      record({
        agent_id: 'bot',
        relationship: { edges: [{ kind: 'calls', from: { kind: 'agent', id: 'a' }, to: { kind: 'tool', id: 'b' } }] },
      }),
    ),
  };
  test.each<[string, RawOptions, boolean, boolean]>([
    ['an HTML page', { report: ['json=a', 'html=b'] }, false, true],
    ['a summary', { report: ['markdown=a'] }, false, true],
    ['a caller who shows pages', {}, true, true],
    ['JSON', { report: ['json=a'] }, false, false],
    ['nothing', {}, false, false],
  ])('has relations for %s', async (_, raw, pages, expected) => {
    const { model } = await runGate(options(folder(related), raw), { pages });
    expect(model.records.map((one) => (one.links ?? []).length > 0)).toEqual([expected]);
  });

  test('decides the exit code together with the result of writing the reports', async () => {
    const run = await gate({ ...ONE, 'out/x': '' }, { report: ['json=out'] });
    expect([run.exitCode, run.model.report.exit_code]).toEqual([6, 0]);
  });

  test.each<[RawOptions, string]>([
    [
      {},
      'no Proof artifacts found in .proof/, proof/, proof-artifacts/, gait-out/, .wrkr/proof-chain.json, .wrkr/evidence/, wrkr-evidence/, .axym/chain.json, axym-evidence/, *.proof.json, *.proof.jsonl, pack_*.zip, runpack_*.zip',
    ],
    [{ patterns: ['x/*', 'y/*'] }, 'no Proof artifacts found for "x/*", "y/*"'],
  ])('tells where nothing was found: %j', async (raw, message) => {
    expect((await gate({}, raw)).model.report.findings.map((one) => one.message)).toContain(message);
  });

  test('has no text for standard output unless somebody asked', async () => {
    expect(Object.keys(await gate(ONE)).sort()).toEqual(['exitCode', 'model', 'reportErrors', 'written']);
    expect(Object.keys(await gate(ONE, { report: ['tap=-'] }))).toContain('standardOutput');
  });
});

describe('which artifacts', () => {
  const files = { ...ONE, 'other/r.json': pretty(record()), ...policy({ artifacts: ['other/*'] }) };
  test.each<[string, RawOptions, string[]]>([
    ['those of the policy', {}, ['other/r.json']],
    ['those of the command line first', { patterns: ['proof/*'] }, ['proof/r.json']],
  ])('%s', async (_, raw, paths) => {
    expect((await gate(files, raw)).model.report.artifacts.map((one) => one.path)).toEqual(paths);
  });

  test.each<[string, string, string, RawOptions, [number, ...string[]], string | undefined]>([
    ['a text', 'x.txt', 'no JSON', {}, [6, 'discovery.unrecognized'], undefined],
    ['a text, to be warned of', 'x.txt', 'no JSON', { unrecognized: 'warn' }, [0, 'discovery.unrecognized'], undefined],
    ['a text, to be left out', 'x.txt', 'no JSON', { unrecognized: 'ignore' }, [0], undefined],
    ['an empty text', 'x.txt', '', { unrecognized: 'warn' }, [0, 'discovery.unrecognized'], undefined],
    ['a text that was a .json', 'x.json.bak', 'no JSON', { unrecognized: 'ignore' }, [0], undefined],
    ['a damaged .json', 'x.json', '{', { unrecognized: 'ignore' }, [6, 'json.syntax'], 'failed'],
    ['a damaged .JSONL', 'x.JSONL', '{', { unrecognized: 'ignore' }, [6, 'json.syntax'], 'failed'],
    ['an empty .json', 'x.json', '', { unrecognized: 'ignore' }, [6, 'io.empty'], 'failed'],
    ['another .json', 'x.json', '{"a":1}', { unrecognized: 'ignore' }, [0], undefined],
    [
      'a record that is broken',
      'x.json',
      pretty({ ...record(), source: 'x' }),
      { unrecognized: 'ignore' },
      [2, 'record.hash_mismatch'],
      'failed',
    ],
  ])('%s', async (_, name, text, raw, expected, outcome) => {
    const run = await gate({ 'a/r.json': pretty(record()), [`b/${name}`]: text }, { patterns: ['*/*'], ...raw });
    expect(told(run)).toEqual(expected);
    expect(run.model.report.artifacts.find((one) => one.path.startsWith('b'))?.outcome).toBe(outcome);
    const odd = run.model.report.findings.find((one) => one.code === 'discovery.unrecognized');
    if (odd !== undefined)
      expect(run.model.report.unrecognized).toEqual([
        { path: `b/${name}`, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), why: odd.message },
      ]);
  });
});

describe('a shard', () => {
  const files = {
    ...ONE,
    'other/s.jsonl': jsonl(records(2)),
    ...policy({ require: { record_types: { approval: 1 } } }),
  };
  const shardOf = async (given: Files, raw: RawOptions = {}) => {
    const { model } = await gate(given, { shard: '1/1', patterns: ['*/*'], ...raw });
    if (model.report.shard === undefined) throw new Error('a shard hands over its evidence');
    return model.report.shard;
  };

  test('leaves to merge what other shards may meet', async () => {
    expect(told(await gate(files, { patterns: ['*/*'] }))).toEqual([3, 'require.record_type']);
    const asks = pretty(
      record({ controls: { permissions_enforced: false, human_oversight: { approval_required: true } } }),
    );
    const more = { ...files, 'asks/r.json': asks };
    const drift = policy({ require: { source_products: ['x'] }, approvals: [{ id: 'all' }] });
    const raw = { shard: '1/1', patterns: ['*/*'], 'public-key': [ALICE.publicKey], signatures: 'off' };
    expect(told(await gate({ ...more, ...drift }, raw))).toEqual([0]);
  });

  test('holds its own artifacts, and the digest of all', async () => {
    const [one, two] = [await shardOf(files, { shard: '1/2' }), await shardOf(files, { shard: '2/2' })];
    expect([...one.artifacts, ...two.artifacts].map(({ path }) => path).sort()).toEqual(['other', 'proof/r.json']);
    expect(one.plan).toEqual({ ...two.plan, index: 1 });
    expect(one).not.toHaveProperty('incomplete');
    expect(one.unrecognized).toEqual([]);
    const odd = await shardOf({ ...files, 'proof/odd.txt': 'x' }, { unrecognized: 'ignore' });
    expect(odd.unrecognized.map(({ path }) => path)).toEqual(['proof/odd.txt']);
  });

  const list = (at: string) => pretty(revocationList([{ key_id: 'k', revoked_at: at }]));
  const given = {
    ...files,
    'type.json': '{}',
    'other.json': '{"type":"object"}',
    'l.json': list('2026-01-01T00:00:00Z'),
    'm.json': list('2026-01-02T00:00:00Z'),
  };
  const base: RawOptions = { now: NOW };
  // one and the other lead to another digest of the settings
  test.each<[string, RawOptions, RawOptions]>([
    ['patterns', { patterns: ['proof'] }, { patterns: ['proof/*'] }],
    ['strictness', {}, { strict: 'false' }],
    ['signatures', {}, { signatures: 'off' }],
    ['keys', { 'public-key': [ALICE.publicKey] }, { 'public-key': [MALLORY.publicKey] }],
    ['cosign signers', {}, { 'cosign-certificate-identity': 'i', 'cosign-certificate-oidc-issuer': 'j' }],
    ['a revocation list', {}, { 'revocation-list': 'l.json' }],
    ['revocation lists', { 'revocation-list': 'm.json' }, { 'revocation-list': 'l.json' }],
    ['custom types', {}, { 'custom-type-schema': ['a.x=type.json'] }],
    [
      'schemas of custom types',
      { 'custom-type-schema': ['a.x=other.json'] },
      { 'custom-type-schema': ['a.x=type.json'] },
    ],
    ['what files weigh', {}, { unrecognized: 'warn' }],
    ['what files weigh, either way', { unrecognized: 'error' }, { unrecognized: 'warn' }],
    ['what nothing weighs', {}, { 'if-no-artifacts-found': 'warn' }],
    ['limits', {}, { 'max-depth': '9' }],
    ['the clock', {}, { now: '2026-06-02T00:00:00Z' }],
  ])('does not merge with one of other settings: %s', async (_, one, other) => {
    const [a, b, again] = [
      await shardOf(given, { ...base, ...one }),
      await shardOf(given, { ...base, ...other }),
      await shardOf(given, { ...base, ...one }),
    ];
    expect(a.plan.settings).not.toEqual(b.plan.settings);
    expect(a.plan.settings).toEqual(again.plan.settings);
  });

  test('does not depend on the order of keys', async () => {
    const of = async (...keys: string[]) => (await shardOf(files, { 'public-key': keys })).plan.settings;
    expect(await of(ALICE.publicKey, MALLORY.publicKey)).toEqual(await of(MALLORY.publicKey, ALICE.publicKey));
  });

  test('without reports merge is rejected: nothing is decided', async () => {
    const run = await runMerge(options(folder(files)), []);
    expect(told(run).slice(0, 2)).toEqual([6, 'merge.invalid']);
    expect(run.model.report).toMatchObject({ incomplete: true, artifacts: [], outcome: 'failed' });
    expect([run.model.records, run.model.moreRecords]).toEqual([[], 0]);
  });
});

describe('more records than reports show', () => {
  // Facts of all of them are kept for whoever decides over them, and else only those that reports show.
  const many = records(5001, undefined, (i) =>
    i < 5000 ? {} : { record_type: 'test_result', event: { test_name: 'the last one', outcome: 'passed' } },
  );
  const files = { 'a/s.jsonl': jsonl(many) };
  const raw = { patterns: ['a/s.jsonl'] };

  test('count for nobody', async () => {
    const { model } = await gate(files, raw);
    expect([model.records.length, model.moreRecords, model.report.summary.records]).toEqual([5000, 1, 5001]);
    expect((await gate(files, { ...raw, ...{ shard: '1/1' } })).model.report.shard?.records.rows).toHaveLength(
      5001 * 15,
    );
  });

  test('count for a policy', async () => {
    const run = await gate({ ...files, ...policy({ require: { record_types: { test_result: 1 } } }) }, raw);
    expect(told(run)).toEqual([0]);
    expect([run.model.records.length, run.model.moreRecords]).toEqual([5000, 1]);
  });

  test('count for baselines', async () => {
    const workspace = folder(files);
    const { text } = await baselineOfRun(options(workspace, raw));
    expect(text).toContain('the last one');
    writeFileSync(join(workspace, 'b.json'), text);
    expect(told(await runGate(options(workspace, { ...raw, baseline: 'b.json' })))).toEqual([0]);
  });

  test('count for a framework', async () => {
    const control = (id: string, type: string, field: string) => ({
      id,
      title: id,
      required_record_types: [type],
      required_fields: [field],
      minimum_frequency: 'daily',
    });
    const framework = {
      framework: { id: 'ours', version: '1', title: 'Ours' },
      controls: [control('met', 'test_result', 'event.test_name'), control('unmet', 'test_result', 'event.nothing')],
    };
    const { coverage } = await coverageOfRun(options(folder(files), raw), framework);
    expect(coverage).toMatchObject({
      framework: 'ours',
      covered: 1,
      total: 2,
      controls: [{ covered: true }, { covered: false }],
    });
  });
});

describe('a run for something else', () => {
  test('a baseline is of the artifacts, not of what they were compared with, and the reports are those of the run', async () => {
    const workspace = folder({ 'proof/s.jsonl': jsonl(records(2, ALICE)), 'b.json': '[]' });
    const { run, text } = await baselineOfRun(
      options(workspace, { 'public-key': [ALICE.publicKey], report: ['json=out.json'] }),
    );
    expect(run.exitCode).toBe(0);
    expect(text).toContain(ALICE.keyId);
    expect([existsSync(join(workspace, 'out.json')), run.written.length]).toEqual([true, 1]);
  });

  test('coverage is that of one framework, whatever the policy asks for', async () => {
    const [framework] = loadCatalogues();
    if (framework === undefined) throw new Error('there are frameworks');
    const { run, coverage } = await coverageOfRun(
      options(folder({ ...ONE, ...policy({ require: { frameworks: [{ id: 'soc2' }] } }) })),
      framework,
    );
    expect(told(run)).toEqual([0]);
    expect(coverage.framework).toBe(framework.framework.id);
    expect(coverage.total).toBe(coverage.controls.length);
  });
});
