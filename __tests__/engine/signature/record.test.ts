import { describe, expect, test } from '@jest/globals';
import type { CosignTrust } from '../../../src/engine/signature/cosign/types.js';
import { withKeyId } from '../../../src/engine/signature/keys.js';
import { prepareRecordSignature, runRecordJobs } from '../../../src/engine/signature/record.js';
import { makeTrust, signaturePlan, type Trust } from '../../../src/engine/signature/trust.js';
import { checkRecordSignature, mustParse, newSigner } from './helpers.js';

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

  const [AT, ID, HASH] = ['/integrity/signature', '/integrity/signing_key_id', '/integrity/record_hash'];
  const UNSIGNED = 'signature.missing';
  const UNSUPPORTED = 'the signature must start with "base64:" (Ed25519) or "cosign:"';
  const NO_BASE64 = 'the signature is not standard base64 of 64 bytes';
  const EXACT = `signing_key_id must be written exactly as ${signer.key.id}`;
  const STRANGER = `signed by key ${other.key.id.slice(0, 12)}…, which is not the given key (${signer.key.id.slice(0, 12)}…)`;
  test.each<[string, Partial<typeof good>, string, string, string | undefined]>([
    ['no signature', { signature: '' }, UNSIGNED, 'the record is not signed', AT],
    ['no key id', { signingKeyId: '' }, UNSIGNED, 'the record has a signature but no signing_key_id', ID],
    ['no hash', { recordHash: '' }, UNSIGNED, 'the record has a signature but no record_hash', HASH],
    ['key id in capitals', { signingKeyId: signer.key.id.toUpperCase() }, 'signature.key_mismatch', EXACT, ID],
    ['key id with a space', { signingKeyId: `${signer.key.id} ` }, 'signature.key_mismatch', EXACT, ID],
    ['key id of a different key', { signingKeyId: other.key.id }, 'signature.key_mismatch', STRANGER, ID],
    ['no prefix', { signature: signature.slice(7) }, 'signature.algorithm_unsupported', UNSUPPORTED, AT],
    [
      'prefix in capitals',
      { signature: `BASE64:${signature.slice(7)}` },
      'signature.algorithm_unsupported',
      UNSUPPORTED,
      AT,
    ],
    ['unknown prefix', { signature: `pgp:${signature.slice(7)}` }, 'signature.algorithm_unsupported', UNSUPPORTED, AT],
    ['not base64', { signature: 'base64:!!!!' }, 'signature.invalid', NO_BASE64, AT],
    ['too short', { signature: 'base64:AAAA' }, 'signature.invalid', NO_BASE64, AT],
    ['a space after it', { signature: `${signature} ` }, 'signature.invalid', NO_BASE64, AT],
    [
      'cosign without cosign material',
      { signature: 'cosign:AA==' },
      'key.missing',
      'a cosign signature is there but no cosign key or certificate is given',
      undefined,
    ],
  ])('%s', (_name, change, code, message, pointer) => {
    const where = pointer === undefined ? {} : { pointer };
    expect(prepareRecordSignature({ ...good, ...change }, trusting(), 0)).toStrictEqual({
      ok: false,
      code,
      message,
      ...where,
    });
  });

  const cosign = { key: undefined, certificates: [], identity: 'i', issuer: 's', roots: undefined };
  const named = { ...good, signature: 'cosign:QUJD', signingKeyId: 'free text' };
  const cosignTrust = (material: Partial<CosignTrust>): Trust => {
    const made = makeTrust({ mode: 'gate', cosign: { ...cosign, ...material } });
    if (!made.ok) throw new Error(made.message);
    return made.trust;
  };

  test.each<[string, Partial<CosignTrust>]>([
    ['identity', { identity: undefined }],
    ['issuer', { issuer: undefined }],
    ['identity and issuer', { identity: undefined, issuer: undefined }],
  ])('cosign without a key and without the expected %s proves nothing (hardening 22)', (_name, material) => {
    expect(prepareRecordSignature(named, cosignTrust(material), 0)).toStrictEqual({
      ok: false,
      code: 'cosign.identity_required',
      message: 'a cosign certificate proves nothing without the expected identity and issuer',
    });
  });

  test.each<[string, Partial<CosignTrust>]>([
    ['with identity and issuer', {}],
    ['with a key alone', { key: { id: 'k' } as CosignTrust['key'], identity: undefined, issuer: undefined }],
  ])('cosign %s becomes a job over the hash', (_name, material) => {
    const trust = cosignTrust(material);
    expect(prepareRecordSignature(named, trust, 5)).toStrictEqual({
      job: { kind: 'cosign', trust: trust.cosign, message: recordHash, signature: 'QUJD', mode: 'gate', now: 5 },
    });
  });

  test('Ed25519 when only cosign material is given', () => {
    expect(prepareRecordSignature(good, cosignTrust({}), 0)).toStrictEqual({
      ok: false,
      code: 'key.missing',
      message: 'the record has an Ed25519 signature but no public key is given',
      pointer: AT,
    });
  });

  test('a signature that cannot be checked never passes (hardening 22)', async () => {
    for (const sealed of [good, { ...good, signature: '' }]) {
      expect(await checkRecordSignature(sealed, trusting([]), 0)).toEqual({
        ok: false,
        code: 'key.missing',
        message: 'signatures must be checked but no key is given',
        pointer: '/integrity/signature',
      });
    }
  });

  test('a key with an id chosen by the caller is found by that id only', async () => {
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

  test('batches give each record its own verdict', async () => {
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
    const known = { ...signer.key, name: 'first' };
    expect(trusting([known, { ...signer.key, name: 'second' }]).keys).toEqual([known]);
    const a = withKeyId(signer.key, 'a:b:c');
    const b = withKeyId(other.key, 'a:b:c');
    if (!a.ok || !b.ok) throw new Error('ids');
    expect(makeTrust({ mode: 'gate', keys: [a.key, b.key] })).toEqual({
      ok: false,
      code: 'key.invalid',
      message: 'two different public keys have the id a:b:c',
    });
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

  test('auto requires signatures with cosign material alone, but not without any trust', () => {
    const cosign = { key: undefined, certificates: [], identity: 'i', issuer: 's', roots: undefined };
    const made = makeTrust({ mode: 'gate', cosign });
    expect(made).toMatchObject({ ok: true, trust: { keys: [], cosign, configured: true } });
    expect(makeTrust({ mode: 'gate' })).toMatchObject({ ok: true, trust: { keys: [], configured: false } });
  });
});
