import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runGate } from '../../src/gate/run.js';
import {
  ALICE,
  chain,
  type Files,
  folder,
  jsonl,
  pretty,
  RUN_FILES,
  record,
  records,
  removeFolders,
  runpack,
  runpackManifest,
} from '../support/build.js';
import { attestation, sessionChain } from '../support/producers.js';
import { gate, options, told } from './support/run.js';

// What the gate makes of the folders that producers write into (producers.md sections 1, 2, 4 and 7).

afterAll(removeFolders);

const PACK = runpack();
const DIGEST = String(runpackManifest(RUN_FILES)['manifest_digest']);
const INTENT = pretty({ schema_id: 'gait.gate.intent_request' });
const EVENTS = jsonl([{ schema_id: 'gait.job.event', job_id: 'j' }]);
const OVERRIDES = jsonl([{ record_id: 'r', record_hash: 'h' }]);

describe('documents that are not evidence', () => {
  const working: Files = {
    'gait-out/intent.json': INTENT,
    'gait-out/jobs/j/events.jsonl': EVENTS,
    'proof/overrides.jsonl': OVERRIDES,
  };

  test('are notices beside evidence that a folder or glob found', async () => {
    const files = { ...working, 'gait-out/runpack_1.zip': PACK };
    for (const patterns of [[], ['gait-out', 'proof'], ['gait-out/**', 'proof/*.jsonl']]) {
      const run = await runGate(
        options(folder(files), {}, {}).patterns.length > 0
          ? options(folder(files))
          : { ...options(folder(files)), patterns },
      );
      expect([patterns, told(run).filter((code) => code !== 'signature.none_checked')]).toEqual([patterns, [0]]);
      expect(
        run.model.report.findings.filter(
          ({ code, severity }) => code === 'discovery.unrecognized' && severity === 'notice',
        ),
      ).toHaveLength(3);
    }
  });

  test('are errors when they were named, and when the operator says so', async () => {
    const files = { ...working, 'gait-out/runpack_1.zip': PACK };
    const named = await runGate({
      ...options(folder(files)),
      patterns: ['gait-out/runpack_1.zip', 'gait-out/intent.json'],
    });
    expect(told(named)[0]).toBe(6);
    expect(told(await gate(files, { unrecognized: 'error' }))[0]).toBe(6);
    expect(told(await gate(files, { unrecognized: 'warn' }))[0]).toBe(0);
  });

  test('do not make a run that has found evidence', async () => {
    const [exit, ...codes] = told(await gate(working));
    expect(exit).toBe(6);
    expect(codes).toContain('discovery.no_artifacts');
  });
});

test('a line with an id and a signature is not a reference: the file is refused, not passed over', async () => {
  const signed = jsonl([{ record_id: 'r', signature: { alg: 'ed25519' } }]);
  const run = await gate(
    { 'gait-out/runpack_1.zip': PACK, 'proof/signed.jsonl': signed },
    { patterns: ['gait-out', 'proof'] },
  );
  expect(told(run)).toEqual(expect.arrayContaining([6, 'discovery.unrecognized']));
  const found = run.model.report.findings.find(({ code }) => code === 'discovery.unrecognized');
  expect(found).toMatchObject({ severity: 'error', message: expect.stringContaining('not a Proof stream') });
});

describe('the default patterns', () => {
  const trail = pretty(chain(records(2)));
  test.each([
    '.wrkr/proof-chain.json',
    '.wrkr/evidence/trail.json',
    'wrkr-evidence/a.json',
    '.axym/chain.json',
    'axym-evidence/chain.json',
  ])('find %s', async (path) => {
    const { model } = await gate({ [path]: trail });
    expect(model.report.artifacts.map((one) => one.path)).toEqual([path]);
  });

  test.each(['.wrkr/identity-chain.json', '.wrkr/keys/key.json', '.axym/dedupe.json'])(
    'do not find %s',
    async (path) => {
      expect(told(await gate({ [path]: trail }))).toEqual([6, 'discovery.no_artifacts']);
    },
  );
});

describe('the attestation of a chain', () => {
  const trail = JSON.stringify(chain(records(3, ALICE)));
  const files = {
    '.wrkr/proof-chain.json': trail,
    '.wrkr/proof-chain.attestation.json': JSON.stringify(attestation(trail)),
  };
  const key = { 'public-key': [ALICE.publicKey] };

  test('is read with the chain when only the chain matched', async () => {
    const run = await gate(files, key);
    expect(told(run)).toEqual([0]);
    expect(run.model.report.artifacts.map(({ path, kind }) => [path, kind])).toEqual([
      ['.wrkr/proof-chain.attestation.json', 'chain_attestation'],
      ['.wrkr/proof-chain.json', 'chain'],
    ]);
    const named = await runGate({ ...options(folder(files), key), patterns: ['.wrkr/proof-chain.json'] });
    expect(named.model.report.artifacts).toHaveLength(2);
  });

  test('rejects a truncated chain, though what is left of it is in order', async () => {
    const cut = JSON.stringify(chain(records(2, ALICE)));
    expect(told(await gate({ ...files, '.wrkr/proof-chain.json': cut }, key))).toEqual([
      2,
      ...Array(4).fill('attestation.mismatch'),
    ]);
  });

  test('needs no chain beside it, and one that is a link out is rejected', async () => {
    const alone = { 'proof/proof-chain.attestation.json': files['.wrkr/proof-chain.attestation.json'] };
    expect(told(await gate(alone, key))).toEqual([0]);
    const root = folder(alone);
    const outside = join(folder({ 'chain.json': trail }), 'chain.json');
    symlinkSync(outside, join(root, 'proof/proof-chain.json'));
    expect(told(await runGate(options(root, key)))[0]).toBe(8);
  });
});

describe('the runpacks of a session chain', () => {
  const files = (path: string, at: string): Files => ({
    'gait-out/s/chain.json': pretty(sessionChain([[path, DIGEST]])),
    [at]: PACK,
  });

  test.each<[string, string, string]>([
    ['in the workspace', 'gait-out/s/p.zip', 'gait-out/s/p.zip'],
    ['in the folder of the chain', 'packs/p.zip', 'gait-out/s/packs/p.zip'],
    ['beside the chain by their name', 'elsewhere/p.zip', 'gait-out/s/p.zip'],
    ['beside the chain though the path is absolute', '/home/ci/out/p.zip', 'gait-out/s/p.zip'],
  ])('are found %s', async (_, path, at) => {
    expect(told(await gate(files(path, at))).filter((code) => code !== 'signature.none_checked')).toEqual([0]);
  });

  test('the first that is there counts: one in the workspace before one beside the chain', async () => {
    const other = runpack({ ...RUN_FILES, 'run.json': '{"a":1}' });
    const both = { ...files('p.zip', 'gait-out/s/p.zip'), 'p.zip': other };
    expect(told(await gate(both))).toContain('session.runpack_mismatch');
  });

  test('are not read outside of the workspace', async () => {
    const outside = folder({ 'p.zip': PACK });
    for (const path of [join(outside, 'p.zip'), '../../../../../../../../../etc/passwd', 'a\0b']) {
      expect(told(await gate({ 'gait-out/s/chain.json': pretty(sessionChain([[path, DIGEST]])) }))).toContain(
        'session.runpack_missing',
      );
    }
    const root = folder({ 'gait-out/s/chain.json': pretty(sessionChain([['p.zip', DIGEST]])) });
    symlinkSync(join(outside, 'p.zip'), join(root, 'gait-out/s/p.zip'));
    expect(told(await runGate(options(root)))[0]).toBe(8);
  });

  test('a folder in place of one is not a runpack', async () => {
    const root = folder({ 'gait-out/s/chain.json': pretty(sessionChain([['p.zip', DIGEST]])) });
    mkdirSync(join(root, 'gait-out/s/p.zip'));
    writeFileSync(join(root, 'gait-out/s/p.zip/a.txt'), '');
    const found = told(await runGate(options(root)));
    expect([found[0], found.includes('session.runpack_missing')]).toEqual([2, true]);
  });
});

test('a record between the events of a log is not skipped', async () => {
  const log = `${EVENTS}${JSON.stringify({ ...record(), source: 'forged' })}\n`;
  expect(told(await gate({ 'gait-out/runpack_1.zip': PACK, 'gait-out/events.jsonl': log }))[0]).toBe(2);
});
