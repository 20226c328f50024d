import { describe, expect, test } from '@jest/globals';
import { withKeyId } from '../../../src/engine/signature/keys.js';
import {
  checkRecordSignature,
  prepareRecordSignature,
  runRecordJobs,
} from '../../../src/engine/signature/record-signature.js';
import { makeTrust, signaturePlan, type Trust } from '../../../src/engine/signature/trust.js';
import { mustParse, newSigner } from './helpers.js';

const signer = newSigner();
const other = newSigner();
const recordHash = `sha256:${'ab'.repeat(32)}`;
const signature = `base64:${signer.sign(recordHash).toString('base64')}`;
const good = { recordHash, signature, signingKeyId: signer.key.id };

function trusting(
  keys: Parameters<typeof makeTrust>[0]['keys'] = [signer.key],
  mode: 'gate' | 'compat' = 'gate',
): Trust {
  const made = makeTrust({ mode, keys: keys ?? [] });
  if (!made.ok) throw new Error(made.message);
  return made.trust;
}

describe('record signatures (contract 2.5)', () => {
  test('verify over the ASCII of the whole record_hash', async () => {
    expect(await checkRecordSignature(good, trusting([other.key, signer.key]), 0)).toEqual({
      ok: true,
      keyId: signer.key.id,
    });
    const bare = { ...good, signature: `base64:${signer.sign(recordHash.slice(7)).toString('base64')}` };
    expect(await checkRecordSignature(bare, trusting(), 0)).toMatchObject({ code: 'signature.invalid' });
  });

  test.each([
    ['no signature', { ...good, signature: '' }, 'signature.missing', '/integrity/signature'],
    ['no key id', { ...good, signingKeyId: '' }, 'signature.missing', '/integrity/signing_key_id'],
    ['no hash', { ...good, recordHash: '' }, 'signature.missing', '/integrity/record_hash'],
    [
      'key id in capitals',
      { ...good, signingKeyId: good.signingKeyId.toUpperCase() },
      'signature.key_mismatch',
      '/integrity/signing_key_id',
    ],
    [
      'key id with a blank',
      { ...good, signingKeyId: `${good.signingKeyId} ` },
      'signature.key_mismatch',
      '/integrity/signing_key_id',
    ],
    [
      'key id of another',
      { ...good, signingKeyId: other.key.id },
      'signature.key_mismatch',
      '/integrity/signing_key_id',
    ],
    [
      'no prefix',
      { ...good, signature: signature.slice(7) },
      'signature.algorithm_unsupported',
      '/integrity/signature',
    ],
    [
      'prefix in capitals',
      { ...good, signature: `BASE64:${signature.slice(7)}` },
      'signature.algorithm_unsupported',
      '/integrity/signature',
    ],
    [
      'unknown prefix',
      { ...good, signature: `pgp:${signature.slice(7)}` },
      'signature.algorithm_unsupported',
      '/integrity/signature',
    ],
    ['not base64', { ...good, signature: 'base64:!!!!' }, 'signature.invalid', '/integrity/signature'],
    ['too short', { ...good, signature: 'base64:AAAA' }, 'signature.invalid', '/integrity/signature'],
    ['a blank after it', { ...good, signature: `${signature} ` }, 'signature.invalid', '/integrity/signature'],
    ['cosign without cosign material', { ...good, signature: 'cosign:AA==' }, 'key.missing', undefined],
  ])('%s', (_name, sealed, code, pointer) => {
    const step = prepareRecordSignature(sealed, trusting(), 0);
    expect(step).toMatchObject({ ok: false, code });
    if ('code' in step) expect(step.pointer).toBe(pointer);
  });

  test('nothing to check it with is never a pass (hardening 22)', async () => {
    for (const sealed of [good, { ...good, signature: '' }]) {
      expect(await checkRecordSignature(sealed, trusting([]), 0)).toMatchObject({ code: 'key.missing' });
    }
  });

  test('a key under an id of the caller’s choice answers to that id only', async () => {
    const named = withKeyId(signer.key, 'acme:signing:1');
    if (!named.ok) throw new Error(named.message);
    const trust = trusting([named.key]);
    expect(await checkRecordSignature({ ...good, signingKeyId: 'acme:signing:1' }, trust, 0)).toEqual({
      ok: true,
      keyId: 'acme:signing:1',
    });
    expect(await checkRecordSignature(good, trust, 0)).toMatchObject({ code: 'signature.key_mismatch' });
  });

  test('a weak key in compat mode fails as a wrong key, not as an option (cases 00…, ff…)', async () => {
    const weak = mustParse('00'.repeat(32), 'compat');
    expect(await checkRecordSignature(good, trusting([weak], 'compat'), 0)).toMatchObject({
      code: 'signature.key_mismatch',
    });
    const constant = `base64:${Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64')}`;
    const sealed = { recordHash, signature: constant, signingKeyId: weak.id };
    expect(await checkRecordSignature(sealed, trusting([weak], 'compat'), 0)).toMatchObject({
      code: 'signature.invalid',
    });
  });

  test('batches tell each record its own verdict', async () => {
    const sealed = Array.from({ length: 40 }, (_, i) =>
      i % 3 === 0 ? { ...good, recordHash: `sha256:${'00'.repeat(32)}` } : good,
    );
    const jobs = sealed.map((one) => {
      const step = prepareRecordSignature(one, trusting(), 0);
      if (!('job' in step)) throw new Error(step.message);
      return step.job;
    });
    expect((await runRecordJobs(jobs)).map((verdict) => verdict.ok)).toEqual(sealed.map((_, i) => i % 3 !== 0));
  });
});

describe('trust', () => {
  test('the same key twice counts once; two keys under one id are refused', () => {
    expect(trusting([signer.key, signer.key]).keys).toHaveLength(1);
    const a = withKeyId(signer.key, 'a:b:c');
    const b = withKeyId(other.key, 'a:b:c');
    if (!a.ok || !b.ok) throw new Error('ids');
    expect(makeTrust({ mode: 'gate', keys: [a.key, b.key] })).toMatchObject({ ok: false, code: 'key.invalid' });
  });

  test.each([
    ['auto', [], false, 'report'],
    ['auto', [signer.key], false, 'require'],
    ['auto', [], true, 'require'],
    ['required', [], false, 'require'],
    ['required', [signer.key], false, 'require'],
    ['off', [], false, 'skip'],
    ['off', [signer.key], true, 'skip'],
  ] as const)('%s with keys %#', (mode, keys, policy, plan) => {
    const made = makeTrust({ mode: 'gate', keys, policy });
    expect(made.ok && signaturePlan(mode, made.trust)).toBe(plan);
  });
});
