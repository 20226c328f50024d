import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { RawOptions } from '../../src/gate/options/options.js';
import {
  ALICE,
  type Doc,
  type Files,
  jsonl,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  revocationList,
} from '../support/build.js';
import { gate, told } from './support/run.js';

// Cosign material from options and policies to the exit code; the cryptography itself is in signature/cosign.test.ts.

afterAll(removeFolders);

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();
const [ci, stranger] = [pair(), pair()];
const idOf = (key: KeyObject): string =>
  `cosign:sha256:${createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')}`;
const vector = (name: string): string => readFileSync(`__tests__/vectors/signature/cosign/${name}`, 'utf8');

/** A record signed with cosign by this key. */
function signed(by: KeyObject, members: Doc = {}): Doc {
  const sealed = record(members);
  const signature = sign('sha256', Buffer.from(recordHash(sealed)), by).toString('base64');
  return {
    ...sealed,
    integrity: { ...(sealed['integrity'] as Doc), signing_key_id: 'ci', signature: `cosign:${signature}` },
  };
}
const files = (by = ci.privateKey): Files => ({
  'proof/r.json': pretty(signed(by)),
  'ci.pub': pem(ci.publicKey),
  'stranger.pub': pem(stranger.publicKey),
});
const policy = (...cosign: Doc[]): Files => ({ '.proof-policy.yml': pretty({ version: 1, trust: { cosign } }) });

describe('one key is one signer', () => {
  const ALICE_PEM = pem(
    createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(ALICE.publicKey, 'hex')]),
      format: 'der',
      type: 'spki',
    }),
  );
  const trust = (...cosign: Doc[]): Files => ({
    '.proof-policy.yml': pretty({
      version: 1,
      trust: { keys: [{ name: 'alice', public_key: ALICE.publicKey }], cosign },
    }),
    'alice.pem': ALICE_PEM,
    'ci.pub': pem(ci.publicKey),
    'proof/r.json': pretty(record({}, { by: ALICE })),
  });
  const twins = async (files: Files, raw: RawOptions = {}): Promise<readonly string[]> => {
    const { findings } = (await gate(files, raw)).model.report;
    return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  };

  test.each<[string, Files, RawOptions, readonly string[]]>([
    [
      'of a policy for Ed25519 and for cosign under two names',
      trust({ name: 'release', key: 'alice.pem' }),
      {},
      ['cosign key "release" is the same public key as "alice"'],
    ],
    ['under one name', trust({ name: 'alice', key: 'alice.pem' }), {}, []],
    [
      'given again for cosign',
      trust(),
      { 'cosign-key': 'alice.pem' },
      ['cosign key "--cosign-key" is the same public key as "alice"'],
    ],
    [
      'given twice',
      { 'alice.pem': ALICE_PEM, 'proof/r.json': pretty(record({}, { by: ALICE })) },
      { 'cosign-key': 'alice.pem', 'public-key': ALICE.publicKey },
      ['cosign key "--cosign-key" is the same public key as "--public-key"'],
    ],
    [
      'twice for cosign in the policy',
      trust({ name: 'ci', key: 'ci.pub' }, { name: 'release', key: 'ci.pub' }),
      {},
      ['cosign key "release" is the same public key as "ci"'],
    ],
    ['given for cosign and named in the policy', trust({ name: 'ci', key: 'ci.pub' }), { 'cosign-key': 'ci.pub' }, []],
  ])('%s', async (_, files, raw, expected) => {
    expect(await twins(files, raw)).toEqual(expected);
  });
});

describe('a cosign key', () => {
  test('verifies what it signed and nothing else', async () => {
    const good = await gate(files(), { 'cosign-key': 'ci.pub' });
    expect(told(good)).toEqual([0]);
    expect(good.model.report.summary.signatures).toBe(1);
    expect([...good.model.signerNames.keys()]).toEqual([]);
    expect(told(await gate(files(), { 'cosign-key': 'stranger.pub' }))).toEqual([2, 'signature.invalid']);
    expect(told(await gate(files(stranger.privateKey), { 'cosign-key': 'ci.pub' }))).toEqual([2, 'signature.invalid']);
    const forged = { ...files(), 'proof/r.json': pretty({ ...signed(ci.privateKey), source: 'elsewhere' }) };
    expect(told(await gate(forged, { 'cosign-key': 'ci.pub' }))).toEqual([2, 'record.hash_mismatch']);
  });

  test('is missing where signatures are asked for', async () => {
    expect(told(await gate(files(), { signatures: 'required' }))).toEqual([6, 'key.missing']);
    expect(told(await gate(files(), { 'public-key': ALICE.publicKey }))).toEqual([6, 'key.missing']);
  });

  test('that is revoked is rejected, whatever name the record gives it', async () => {
    const revoked = (keyId: string, from = '2026-01-01T00:00:00Z') => ({
      ...files(),
      'revoked.json': pretty(revocationList([{ key_id: keyId, revoked_at: from, reason: 'stolen' }])),
    });
    const raw = { 'cosign-key': 'ci.pub', 'revocation-list': 'revoked.json', 'revocation-key': ALICE.publicKey };
    expect(told(await gate(revoked(idOf(ci.publicKey)), raw))).toEqual([2, 'signature.key_revoked']);
    expect(told(await gate(revoked('ci'), raw))).toEqual([2, 'signature.key_revoked']);
    expect(told(await gate(revoked(idOf(ci.publicKey), '2027-01-01T00:00:00Z'), raw))).toEqual([0]);
    expect(told(await gate(revoked(idOf(stranger.publicKey)), raw))).toEqual([0]);
  });

  test('that is missing is reported once for an artifact, not for each record', async () => {
    const many = records(3).map((one) => ({
      ...one,
      integrity: { ...(one['integrity'] as Doc), signing_key_id: 'ci', signature: 'cosign:AAAA' },
    }));
    const run = await gate({ 'a.jsonl': jsonl(many) }, { patterns: ['a.jsonl'], 'public-key': ALICE.publicKey });
    expect(told(run)).toEqual([6, 'key.missing']);
    expect(run.model.report.artifacts.map((one) => one.outcome)).toEqual(['failed']);
  });

  test('of a policy has the name that it gives', async () => {
    const run = await gate({ ...files(), ...policy({ name: 'nightly', key: 'ci.pub' }) });
    expect(told(run)).toEqual([0]);
    expect([...run.model.signerNames]).toEqual([[idOf(ci.publicKey), 'nightly']]);
  });

  test('of a policy may be one of several', async () => {
    const both = policy({ name: 'other', key: 'stranger.pub' }, { name: 'nightly', key: 'ci.pub' });
    expect(told(await gate({ ...files(), ...both }))).toEqual([0]);
    expect(told(await gate({ ...files(stranger.privateKey), ...both }))).toEqual([0]);
    expect(told(await gate({ ...files(pair().privateKey), ...both }))).toEqual([2, 'signature.invalid']);
  });

  test('of the options stands beside those of a policy', async () => {
    const one = policy({ name: 'other', key: 'stranger.pub' });
    const run = await gate({ ...files(), ...one }, { 'cosign-key': 'ci.pub' });
    expect(run.exitCode).toBe(0);
    expect(run.model.report.summary.signatures).toBe(1);
  });
});

const NAMED = { 'cosign-certificate-identity': 'a', 'cosign-certificate-oidc-issuer': 'b' };

describe('material that cannot be used stops the run', () => {
  test.each<[string, RawOptions, Files, number, string, string | RegExp]>([
    [
      'a key that is not there',
      { 'cosign-key': 'no.pub' },
      {},
      7,
      'dependency.missing',
      'cosign key "no.pub" not found',
    ],
    [
      'a certificate that is not there',
      { 'cosign-certificate': 'no.crt', 'cosign-certificate-identity': 'a', 'cosign-certificate-oidc-issuer': 'b' },
      {},
      7,
      'dependency.missing',
      'cosign certificate "no.crt" not found',
    ],
    [
      'roots that are not there',
      { 'cosign-key': 'ci.pub', 'cosign-trusted-root': 'no.json' },
      {},
      7,
      'dependency.missing',
      'cosign trusted root "no.json" not found',
    ],
    ['a folder', { 'cosign-key': 'proof' }, {}, 6, 'cosign.material_invalid', 'cosign key "proof" is a folder'],
    ['a key that is none', { 'cosign-key': 'k' }, { k: 'no key' }, 6, 'cosign.material_invalid', /cosign key/],
    ['an empty key', { 'cosign-key': 'k' }, { k: '' }, 6, 'cosign.material_invalid', /cosign key/],
    [
      'a key on a curve of others',
      { 'cosign-key': 'k' },
      { k: vector('k256.pub') },
      6,
      'cosign.material_invalid',
      /P-256/,
    ],
    ['a short RSA key', { 'cosign-key': 'k' }, { k: vector('rsa1024.pub') }, 6, 'cosign.material_invalid', /2048/],
    [
      'a certificate that is none',
      { ...NAMED, 'cosign-certificate': 'c' },
      { c: 'no certificate' },
      6,
      'cosign.material_invalid',
      'the cosign certificate contains no PEM certificate',
    ],
    [
      'roots that are none',
      { ...NAMED, 'cosign-trusted-root': 'r' },
      { r: 'no roots' },
      6,
      'cosign.material_invalid',
      'the cosign trusted root contains no PEM certificate',
    ],
    [
      'roots of JSON that are none',
      { ...NAMED, 'cosign-trusted-root': 'r' },
      { r: ' {"a":1}' },
      6,
      'cosign.material_invalid',
      /trusted root/,
    ],
  ])('%s', async (_, raw, more, exit, code, message) => {
    const run = await gate({ ...files(), ...more }, raw);
    expect(run.exitCode).toBe(exit);
    const [found] = run.model.report.findings.filter((one) => one.code === code);
    expect(found?.message).toEqual(
      typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    );
  });

  test('a certificate without the expected identity', async () => {
    const run = await gate({ ...files(), c: vector('leaf.crt') }, { 'cosign-certificate': 'c' });
    expect(run.exitCode).toBe(6);
    expect(told(run)).toContain('cosign.identity_required');
  });
});
