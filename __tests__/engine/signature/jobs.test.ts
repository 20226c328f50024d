import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { cosignKeyId } from '../../../src/engine/signature/cosign/material.js';
import type { CosignTrust } from '../../../src/engine/signature/cosign/types.js';
import { runSignatureJobs, type SignatureJob } from '../../../src/engine/signature/jobs.js';
import { short } from '../../support/build.js';
import { newSigner } from './helpers.js';

const message = 'sha256:0123';
const signer = newSigner();

/** A cosign key pair, trusted alone or with others, that signs the message. */
function cosigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { verifier: publicKey, id: cosignKeyId(publicKey), digests: ['sha256'] };
  const trust: CosignTrust = { key, certificates: [], identity: undefined, issuer: undefined, roots: undefined };
  return { trust, id: key.id, signature: sign('sha256', Buffer.from(message), privateKey).toString('base64') };
}

const [first, second, third, stranger] = [cosigner(), cosigner(), cosigner(), cosigner()];
const trust = { ...first.trust, others: [second.trust, third.trust] };
const cosign = (signature: string, mode: 'gate' | 'compat' = 'gate', by: CosignTrust = trust): SignatureJob => ({
  kind: 'cosign',
  trust: by,
  message,
  signature,
  mode,
  now: 0,
});
const ed25519 = (by = signer): SignatureJob => ({
  kind: 'ed25519',
  key: signer.key,
  message,
  signature: by.sign(message),
});
const wrong = (id: string) => ({
  ok: false,
  code: 'signature.invalid',
  message: `cosign signature by key ${short(id)} does not match the content`,
});

test('no jobs give no verdicts', async () => expect(await runSignatureJobs([])).toEqual([]));

test('any one of several cosign signers is enough, and the one that verified is reported', async () => {
  const jobs = [first, second, third, stranger].map(({ signature }) => cosign(signature));
  expect(await runSignatureJobs(jobs)).toEqual([
    { ok: true, keyId: first.id },
    { ok: true, keyId: second.id },
    { ok: true, keyId: third.id },
    wrong(first.id),
  ]);
});

test('a single signer does not verify signatures of others', async () => {
  expect(await runSignatureJobs([cosign(second.signature, 'gate', first.trust)])).toEqual([wrong(first.id)]);
});

test('the mode of a job decides which base64 encodings are accepted', async () => {
  const broken = `${first.signature}\n`;
  expect(await runSignatureJobs([cosign(broken, 'compat'), cosign(broken, 'gate')])).toEqual([
    { ok: true, keyId: first.id },
    { ok: false, code: 'signature.invalid', message: 'the cosign signature is not standard base64' },
  ]);
});

test.each([1, 2])('verdicts are in the order of the jobs, with %i of each kind', async (count) => {
  const jobs = Array.from({ length: count }, () => [cosign(stranger.signature), ed25519(), cosign(first.signature)]);
  const verdicts = [wrong(first.id), { ok: true, keyId: signer.key.id }, { ok: true, keyId: first.id }];
  expect(await runSignatureJobs(jobs.flat())).toEqual(Array(count).fill(verdicts).flat());
});

test('a wrong Ed25519 signature is reported with the key it was checked with', async () => {
  const failed = {
    ok: false,
    code: 'signature.invalid',
    message: `signature by key ${signer.key.id.slice(0, 12)}… does not match the content`,
  };
  expect(await runSignatureJobs([ed25519(newSigner())])).toEqual([failed]);
  expect(await runSignatureJobs([ed25519(), ed25519(newSigner())])).toEqual([
    { ok: true, keyId: signer.key.id },
    failed,
  ]);
});
