import { afterAll, describe, expect, test } from '@jest/globals';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  JOB,
  jsonl,
  packManifest,
  pretty,
  RUN_FILES,
  records,
  removeFolders,
  revocationList,
  runpack,
  sha,
  signChain,
  signedJson,
  signer,
  zip,
} from '../support/build.js';
import { gate, told } from './support/run.js';

// Gait stamps packs and their proof records with 1980-01-01T00:00:00Z unless told otherwise: no time at all. They are judged at the
// gate's clock, and as after every revocation of their key; what has a real time keeps it (producers.md, settled questions).

afterAll(removeFolders);

const BOB = signer('bob');
const NO_TIME = '1980-01-01T00:00:00Z';
const OLD = '1981-01-01T00:00:00Z';
const NOW = { now: '2026-06-01T00:00:00Z' };

const CONTENTS = Object.entries({ 'a.json': '{}', ...JOB });

/** Proof records of some time. */
const proof = (time: string): string =>
  jsonl(
    records(CONTENTS.length, ALICE, (i) => ({
      timestamp: time,
      source_product: 'gait',
      event: { entry_path: CONTENTS[i]?.[0], entry_sha256: sha(CONTENTS[i]?.[1] ?? '') },
    })),
  );

/** A signed pack whose manifest and proof records are of some time. */
function archive(time: string): Buffer {
  const files = { 'a.json': '{}', 'proof_records.jsonl': proof(time) };
  const manifest = packManifest(files, ALICE, { created_at: time });
  return zip({ 'pack_manifest.json': JSON.stringify(manifest), ...files, ...JOB });
}

const below = (path: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${path}/${name}`, content]));
/** A bundle of somebody whose key has no bounds. */
const bundled = (files: Files): Files => below('proof/b', bundle(files, BOB));
const pack = (time: string): Files => ({ 'proof/pack_a.zip': archive(time) });
const packInBundle = (time: string): Files => bundled({ 'pack_a.zip': archive(time) });
/** Signed over the whole, its records by somebody else. */
const wholeChain = (time: string): Files => {
  const unsigned = chain(
    records(2, BOB, () => ({ timestamp: time })),
    { created_at: time },
  );
  return { 'proof/c.json': pretty(signChain(unsigned, ALICE)) };
};

const runpackOf = (time: string): Files => ({ 'proof/runpack_a.zip': runpack(RUN_FILES, ALICE, { created_at: time }) });
const trace = (time: string): Files => ({
  'proof/t.json': pretty(signedJson({ schema_id: 'gait.gate.trace', created_at: time, verdict: 'allow' }, ALICE)),
});
const policy = (members: Doc): Files => ({ '.proof-policy.yml': pretty({ version: 1, ...members }) });
const key = (window: Doc): Files =>
  policy({
    trust: {
      keys: [
        { name: 'alice', public_key: ALICE.publicKey, ...window },
        { name: 'bob', public_key: BOB.publicKey },
      ],
    },
  });

/** Exit code and codes, each once: a pack has several records. */
const codesOf = (run: Awaited<ReturnType<typeof gate>>) => [...new Set(told(run))];

const KINDS: readonly (readonly [string, (time: string) => Files])[] = [
  ['a pack', pack],
  ['a runpack', runpackOf],
  ['a trace', trace],
  ['a pack in a bundle', packInBundle],
  ['a stream of proof records outside of their pack', (time) => ({ 'proof/proof_records.jsonl': proof(time) })],
  ['a stream of proof records in a bundle', (time) => bundled({ 'proof_records.jsonl': proof(time) })],
  ['a chain that is signed as a whole', wholeChain],
];

describe.each(KINDS)('%s', (_, made) => {
  test('without a time is signed now', async () => {
    expect(told(await gate({ ...made(NO_TIME), ...key({ not_before: '2026-01-01T00:00:00Z' }) }, NOW))).toEqual([0]);
    const closed = await gate({ ...made(NO_TIME), ...key({ not_after: '2026-01-01T00:00:00Z' }) }, NOW);
    expect(codesOf(closed)).toEqual([2, 'trust.key_expired']);
  });

  test('with a time is signed then', async () => {
    const before = await gate({ ...made(OLD), ...key({ not_before: '2026-01-01T00:00:00Z' }) }, NOW);
    expect(codesOf(before)).toEqual([2, 'trust.key_expired']);
    expect(told(await gate({ ...made(OLD), ...key({ not_after: '2026-01-01T00:00:00Z' }) }, NOW))).toEqual([0]);
  });

  test('without a time is after every revocation of its key', async () => {
    const list = revocationList([{ key_id: ALICE.keyId, revoked_at: '2026-05-01T00:00:00Z' }]);
    const options = { ...NOW, 'public-key': [ALICE.publicKey, BOB.publicKey], 'revocation-list': 'revoked.json' };
    const files = { 'revoked.json': pretty(list) };
    const revoked = await gate({ ...made(NO_TIME), ...files }, { ...options, 'revocation-key': ALICE.publicKey });
    expect(codesOf(revoked)).toEqual([2, 'signature.key_revoked']);
  });
});

test.each([
  ['a pack', pack],
  ['a pack in a bundle', packInBundle],
])('%s without a time is as fresh as the run', async (_, made) => {
  const fresh = policy({ freshness: { max_age: '1d' } });
  const options = { ...NOW, 'public-key': [ALICE.publicKey, BOB.publicKey] };
  expect(told(await gate({ ...made(NO_TIME), ...fresh }, options))).toEqual([0]);
  expect(codesOf(await gate({ ...made(OLD), ...fresh }, options))).toEqual([3, 'freshness.stale']);
});

test('a fraction of a second, which no hash covers, does not turn the constant into a time', async () => {
  const loose = proof(NO_TIME).replaceAll(NO_TIME, NO_TIME.replace('Z', '.5Z'));
  const closed = await gate({ 'proof/proof_records.jsonl': loose, ...key({ not_after: '2026-01-01T00:00:00Z' }) }, NOW);
  expect(codesOf(closed)).toEqual([2, 'trust.key_expired']);
  const { findings } = closed.model.report;
  expect(findings.find(({ code }) => code === 'trust.key_expired')?.message).toBe(
    'record has no time and counts as of 2026-06-01T00:00:00Z (--now), after key "alice" ceased to be valid (2026-01-01)',
  );
});
