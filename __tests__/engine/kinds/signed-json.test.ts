import { describe, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { ALICE, type Doc, MALLORY, pack, pretty, proofRecords, signedJson, zip } from '../../support/build.js';
import { lines } from '../../support/findings.js';

/* When the signature of a Gait document is looked at, and when that something is signed counts. */

const trace = { schema_id: 'gait.gate.trace', verdict: 'allow' };
const signed = signedJson(trace, ALICE);
const NOW = new Date('2026-02-01T00:00:00Z');

const verdictOf = (document: Doc, options: VerifyArtifactOptions = {}) =>
  verifyArtifact({ name: 'a.json', bytes: Buffer.from(pretty(document)) }, { now: NOW, ...options });

describe('a signed document', () => {
  const alice = { publicKeys: [ALICE.publicKey] };
  const compat = { mode: 'compat' } as const;
  test.each<[string, Doc, VerifyArtifactOptions, string[], number]>([
    ['signed, no key', signed, {}, ['signature.not_checked'], 0],
    ['signed, a key', signed, alice, [], 1],
    ['signed, a different key', signed, { publicKeys: [MALLORY.publicKey] }, ['signature.key_mismatch'], 0],
    ['signed, a key, off', signed, { ...alice, signatures: 'off' }, [], 0],
    ['signed, required without a key', signed, { signatures: 'required' }, ['key.missing'], 0],
    ['changed, a key', { ...signed, verdict: 'deny' }, alice, ['signature.digest_mismatch'], 0],
    ['its signature removed, no key', trace, {}, ['signature.missing'], 0],
    ['its signature removed, a key', trace, alice, ['signature.missing'], 0],
    ['its signature null', { ...trace, signature: null }, {}, ['signature.missing'], 0],
    ['its signature a text', { ...trace, signature: 'x' }, {}, ['signature.missing'], 0],
    ['compat: signed, no key', signed, compat, [], 0],
    ['compat: signed, a key', signed, { ...compat, ...alice }, [], 1],
    ['compat: changed, no key', { ...signed, verdict: 'deny' }, compat, [], 0],
    [
      'compat: changed, a key',
      { ...signed, verdict: 'deny' },
      { ...compat, ...alice },
      ['signature.digest_mismatch'],
      0,
    ],
    ['changed, required without a key', { ...signed, verdict: 'deny' }, { signatures: 'required' }, ['key.missing'], 0],
    ['compat: never signed, no key', { pack_id: 'x' }, compat, [], 0],
    ['compat: never signed, a key', { pack_id: 'x' }, { ...compat, ...alice }, ['signature.missing'], 0],
    ['compat: signed, a key, off', signed, { ...compat, ...alice, signatures: 'off' }, [], 0],
  ])('%s', async (_, document, options, codes, signatures) => {
    const verdict = await verdictOf(document, options);
    expect(verdict.findings.map(({ code }) => code)).toEqual(codes);
    expect(verdict.signatures.verified).toBe(signatures);
    expect(verdict.signatures.keyIds).toEqual(signatures === 0 ? [] : [ALICE.keyId]);
  });

  test('a lost signature is reported with its location', async () => {
    const found = async (document: Doc) => {
      const [one] = (await verdictOf(document)).findings;
      return [one?.message, one?.pointer];
    };
    expect(await found(trace)).toEqual(['signature is missing', '']);
    expect(await found({ ...trace, signature: null })).toEqual(['signature is missing', '/signature']);
    expect(await found({ ...trace, signature: 'x' })).toEqual(['signature must be an object', '/signature']);
  });

  test('without a key to check it', async () => {
    expect(lines((await verdictOf(signed, { signatures: 'required' })).findings)).toEqual([
      'key.missing /signature: signatures must be checked but no key is given',
    ]);
  });

  test('whose expiry is not an instant', async () => {
    for (const expires_at of ['soon', 5, {}]) {
      const { findings } = await verdictOf(signedJson({ ...trace, expires_at }, ALICE), alice);
      expect(lines(findings)).toEqual(['freshness.stale /expires_at: expires_at is not an RFC 3339 instant']);
    }
  });

  test.each<[unknown, string[]]>([
    ['2026-02-01T00:00:01Z', []],
    ['2026-02-01T00:00:00Z', ['freshness.stale']],
    ['2026-01-31T23:59:59Z', ['freshness.stale']],
    ['soon', ['freshness.stale']],
    [1, ['freshness.stale']],
    [null, []],
  ])('that expires at %j', async (expires_at, codes) => {
    const document = signedJson({ ...trace, expires_at } as Doc, ALICE);
    expect((await verdictOf(document, alice)).findings.map(({ code }) => code)).toEqual(codes);
    expect((await verdictOf(document, { ...alice, ...compat })).findings).toEqual([]);
  });
});

describe('a pack', () => {
  const files = { 'a.json': '{}', 'b.txt': 'b' };
  const told = {
    ...files,
    'proof_records.jsonl': proofRecords(files, ALICE)
      .map((one) => `${JSON.stringify(one)}\n`)
      .join(''),
  };
  const verify = (bytes: Uint8Array, options: VerifyArtifactOptions) =>
    verifyArtifact({ name: 'p.zip', bytes }, { now: NOW, ...options });

  test('counts its records and signatures, and reports the signers of the whole', async () => {
    const options = { publicKeys: [ALICE.publicKey] };
    const verdict = await verify(pack(told, ALICE), options);
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({
      kind: 'gait_pack',
      records: 5,
      signatures: { verified: 6, keyIds: [ALICE.keyId] },
    });
    expect(verdict.facts).toMatchObject({ proofRecordsVerified: 5, filesVerified: 6 });
    const unsigned = await verify(pack(told), {});
    expect(verdict.facts.parts?.[0]).toMatchObject({ kind: 'gait_pack', keyIds: [ALICE.keyId], records: 'own' });
    expect(unsigned.facts).not.toHaveProperty('parts');
    expect(unsigned.records).toBe(5);
  });

  test('that is unreadable is reported by its extension', async () => {
    expect(await verify(zip({ 'pack_manifest.json': '{' }), {})).toMatchObject({
      kind: 'gait_pack',
      outcome: 'failed',
    });
    expect(await verify(zip({ 'manifest.json': '{' }), {})).toMatchObject({ kind: 'gait_runpack', outcome: 'failed' });
    expect(await verify(zip({ 'x.json': '{}' }), {})).toMatchObject({ kind: 'unknown', outcome: 'failed' });
    const guard = zip({ 'pack_manifest.json': '{"schema_id":"gait.guard.pack_manifest"}' });
    expect(await verify(guard, {})).toMatchObject({ kind: 'gait_guard_pack', outcome: 'failed' });
  });
});

test.each<[string, string[]]>([
  ['1.5000000000000000000001', ['record.number_precision']],
  ['1.5e0', []],
  ['1.50', []],
])('a number that another reader reads differently is told: %s (hardening 30)', async (written, expected) => {
  const text = pretty(signedJson({ ...trace, latency: 1.5 }, ALICE)).replace('"latency": 1.5', `"latency": ${written}`);
  const verify = (mode: 'gate' | 'compat') =>
    verifyArtifact({ name: 'a.json', bytes: Buffer.from(text) }, { now: NOW, mode, publicKeys: [ALICE.publicKey] });
  const { outcome, signatures, findings } = await verify('gate');
  expect([outcome, signatures.verified]).toEqual(['verified', 1]);
  expect(findings.map(({ code, line }) => `${code} ${line}`)).toEqual(expected.map((code) => `${code} 4`));
  expect((await verify('compat')).findings).toEqual([]);
});
