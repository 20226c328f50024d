import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type CosignInput, readCosignMaterial } from '../../../../src/engine/signature/cosign/material.js';
import { verifyCosign } from '../../../../src/engine/signature/cosign/verify.js';
import { runSignatureJobs } from '../../../../src/engine/signature/jobs.js';
import { prepareManifestSignature } from '../../../../src/engine/signature/object.js';
import { makeTrust } from '../../../../src/engine/signature/trust.js';
import { checkRecordSignature, newSigner } from '../helpers.js';
import {
  blob,
  changed,
  during,
  ISSUER,
  later,
  muchLater,
  named,
  read,
  SAN,
  signedAt,
  trustOf,
} from './cosign-vectors.js';

describe('signatures of cosign key pairs', () => {
  test('one that begins with the byte of a brace', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const trust = await trustOf({ key: String(publicKey.export({ type: 'spki', format: 'pem' })) });
    let message = Buffer.from('0');
    let signature = sign('sha256', message, privateKey);
    for (let i = 1; signature[0] !== 0x7b; i++) {
      message = Buffer.from(String(i));
      signature = sign('sha256', message, privateKey);
    }
    expect(await verifyCosign(trust, message, signature.toString('base64'), later)).toMatchObject({ ok: true });
    expect(await verifyCosign(trust, Buffer.from('x'), signature.toString('base64'), later)).toMatchObject({
      code: 'signature.invalid',
    });
  });

  test.each(['p256', 'p384', 'p521', 'rsa', 'ed25519'])('%s', async (kind) => {
    const trust = await trustOf({ key: read(`${kind}.pub`) });
    const text = read(`${kind}.sig`);
    const verdict = await verifyCosign(trust, blob, text, later);
    expect(verdict).toMatchObject({ ok: true });
    if (verdict.ok) expect(verdict.keyId).toMatch(/^cosign:sha256:[0-9a-f]{64}$/);
    expect(await verifyCosign(trust, changed, text, later)).toMatchObject({ code: 'signature.invalid' });
    const other = await trustOf({ key: read(kind === 'p256' ? 'p384.pub' : 'p256.pub') });
    expect(await verifyCosign(other, blob, text, later)).toMatchObject({ code: 'signature.invalid' });
  });

  const der = Buffer.from(read('p256.sig'), 'base64');
  const flip = (at: number): string => {
    const bytes = Buffer.from(der);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  test.each([
    ['empty', ''],
    ['not base64', '!!!!'],
    ['url alphabet', read('p256.sig').replace(/[+/]/, '-')],
    ['no padding', `${der.toString('base64').replace(/=+$/, '')}A`],
    ['a line break', `${read('p256.sig')}\n`],
    ['trailing byte', Buffer.concat([der, Buffer.from([0])]).toString('base64')],
    [
      'trailing byte inside',
      Buffer.concat([Buffer.from([0x30, (der[1] ?? 0) + 1]), der.subarray(2), Buffer.from([0])]).toString('base64'),
    ],
    ['cut', der.subarray(0, -1).toString('base64')],
    ['flipped in the header', flip(0)],
    ['flipped in r', flip(10)],
    ['flipped in s', flip(der.length - 1)],
    ['r = s = 0', Buffer.from('3006020100020100', 'hex').toString('base64')],
    ['two zero bytes', 'AAA='],
    ['IEEE form', Buffer.alloc(64, 1).toString('base64')],
    ['an empty bundle', Buffer.from('{}').toString('base64')],
    ['endless', 'A'.repeat(2_000_000)],
  ])('refuses %s', async (_name, text) => {
    const trust = await trustOf({ key: read('p256.pub') });
    expect(await verifyCosign(trust, blob, text, later)).toMatchObject({ code: 'signature.invalid' });
  });
});

describe('messages for a signature that does not verify', () => {
  const MiB = 1024 * 1024;
  const chained = { ...named, certificate: read('leaf.crt') + read('intermediate.crt'), roots: read('root.crt') };
  test.each<[string, CosignInput, string, string, string | RegExp]>([
    [
      'too long',
      { key: read('p256.pub') },
      'A'.repeat(MiB + 1),
      'signature.invalid',
      'the cosign signature is too long',
    ],
    [
      'as long as may be',
      { key: read('p256.pub') },
      'A'.repeat(MiB),
      'signature.invalid',
      /^cosign signature by key cosign:/,
    ],
    ['nothing', { key: read('p256.pub') }, '', 'signature.invalid', 'the cosign signature is not standard base64'],
    ['no base64', { key: read('p256.pub') }, '!', 'signature.invalid', 'the cosign signature is not standard base64'],
    [
      'of a different key',
      { key: read('p384.pub') },
      read('p256.sig'),
      'signature.invalid',
      /^cosign signature by key cosign:sha256:[0-9a-f]{12}… does not match the content$/,
    ],
    [
      'without a certificate',
      { ...named, roots: read('root.crt') },
      read('p256.sig'),
      'key.missing',
      /names no certificate/,
    ],
    [
      'not of the certificate',
      chained,
      read('p256.sig'),
      'signature.invalid',
      'the cosign signature does not verify under the certificate',
    ],
    [
      'not of key and certificate',
      { ...chained, key: read('p384.pub') },
      read('p256.sig'),
      'signature.invalid',
      'the cosign signature does not verify under the certificate',
    ],
  ])('%s', async (_, input, text, code, message) => {
    const verdict = await verifyCosign(await trustOf(input), blob, text, during);
    expect(verdict).toMatchObject({ ok: false, code });
    if (!verdict.ok) expect(verdict.message).toMatch(message);
  });

  test.each<[string, CosignInput, typeof during, RegExp]>([
    [
      'without roots',
      { ...named, certificate: chained.certificate },
      during,
      /^no trusted roots were given, so the identity in the certificate is only a claim$/,
    ],
    [
      'after its time',
      chained,
      later,
      /^the certificate is valid from .+ to .+, not at \d{4}-.+Z; a short-lived one needs a Sigstore bundle that proves when it signed$/,
    ],
    [
      'under other roots',
      { ...chained, roots: read('stranger.crt') },
      during,
      /^the certificate does not chain to a trusted root that is valid at that time$/,
    ],
  ])('by a certificate %s', async (_, input, when, message) => {
    const verdict = await verifyCosign(await trustOf(input), blob, read('leaf.sig'), when);
    expect(verdict).toMatchObject({ ok: false, code: 'signature.certificate_untrusted' });
    if (!verdict.ok) expect(verdict.message).toMatch(message);
  });

  test('a key or a certificate may verify it when both are given', async () => {
    const trust = await trustOf({ ...chained, key: read('p256.pub') });
    expect(await verifyCosign(trust, blob, read('p256.sig'), during)).toMatchObject({ ok: true });
    expect(await verifyCosign(trust, blob, read('leaf.sig'), during)).toMatchObject({ ok: true });
  });
});

describe('certificates', () => {
  const roots = read('root.crt') + read('intermediate.crt');
  const verify = async (input: CosignInput, options: typeof during | typeof later = during) =>
    verifyCosign(await trustOf({ ...named, ...input }), blob, read('leaf.sig'), options);

  test.each<[string, CosignInput]>([
    ['with the intermediate among the roots', { certificate: read('leaf.crt'), roots }],
    [
      'with the intermediate next to the certificate',
      { certificate: read('leaf.crt') + read('intermediate.crt'), roots: read('root.crt') },
    ],
    ['with a Sigstore trusted root', { certificate: read('leaf.crt'), roots: read('root-plain.json') }],
    ['in the base64 form that cosign writes', { certificate: Buffer.from(read('leaf.crt')).toString('base64'), roots }],
    ['issued by the root itself', { certificate: read('leaf-root.crt'), roots: read('root.crt') }],
    ['old issuer extension only', { certificate: read('leaf-v1.crt'), roots }],
    ['e-mail', { certificate: read('leaf-email.crt'), identity: 'dev@acme.example', roots }],
    ['other name', { certificate: read('leaf-othername.crt'), identity: 'robot!acme', roots }],
    ['no extended usage', { certificate: read('leaf-no-usage.crt'), roots }],
    ['pinned: itself among the roots', { certificate: read('leaf-stranger.crt'), roots: read('leaf-stranger.crt') }],
  ])('%s', async (_name, input) => {
    const identity = input.identity ?? SAN;
    expect(await verify(input)).toEqual({ ok: true, keyId: `cosign:${ISSUER}#${identity}` });
    const trust = await trustOf({ ...named, ...input });
    expect(await verifyCosign(trust, changed, read('leaf.sig'), during)).toMatchObject({ code: 'signature.invalid' });
    expect(await verifyCosign(trust, blob, read('leaf.sig'), later)).toMatchObject({
      code: 'signature.certificate_untrusted',
    });
  });

  const leaf = read('leaf.crt');
  test.each<[string, CosignInput, string]>([
    ['a different identity', { certificate: leaf, identity: `${SAN}x`, roots }, 'identity_mismatch'],
    ['part of the identity', { certificate: leaf, identity: 'https://ci.example/acme', roots }, 'identity_mismatch'],
    ['identity as a pattern', { certificate: leaf, identity: '.*', roots }, 'identity_mismatch'],
    ['identity in capitals', { certificate: leaf, identity: SAN.toUpperCase(), roots }, 'identity_mismatch'],
    ['a different issuer', { certificate: leaf, issuer: 'https://evil.example', roots }, 'identity_mismatch'],
    ['part of the issuer', { certificate: leaf, issuer: 'https://login', roots }, 'identity_mismatch'],
    ['two issuers', { certificate: read('leaf-two-issuers.crt'), roots }, 'identity_mismatch'],
    [
      'two issuers, the other',
      { certificate: read('leaf-two-issuers.crt'), issuer: 'https://evil.example', roots },
      'identity_mismatch',
    ],
    ['no issuer inside', { certificate: read('leaf-no-issuer.crt'), roots }, 'identity_mismatch'],
    ['no name inside', { certificate: read('leaf-no-san.crt'), roots }, 'identity_mismatch'],
    ['no roots given', { certificate: leaf }, 'certificate_untrusted'],
    ['no intermediate', { certificate: leaf, roots: read('root.crt') }, 'certificate_untrusted'],
    ['a different authority', { certificate: read('leaf-stranger.crt'), roots }, 'certificate_untrusted'],
    [
      'an authority that came along',
      { certificate: read('leaf-stranger.crt') + read('stranger.crt'), roots },
      'certificate_untrusted',
    ],
    ['a different trusted root', { certificate: leaf, roots: read('root-stranger.json') }, 'certificate_untrusted'],
    ['for TLS only', { certificate: read('leaf-tls.crt'), roots }, 'certificate_untrusted'],
    ['unknown critical extension', { certificate: read('leaf-critical.crt'), roots }, 'certificate_untrusted'],
    ['SHA-1', { certificate: read('leaf-sha1.crt'), roots }, 'certificate_untrusted'],
    ['path too long', { certificate: read('leaf-toodeep.crt') + read('toodeep.crt'), roots }, 'certificate_untrusted'],
    [
      'issued by no authority',
      { certificate: read('leaf-noauthority.crt') + read('noauthority.crt'), roots },
      'certificate_untrusted',
    ],
    [
      'issued by an authority for TLS',
      { certificate: read('leaf-tlsonly.crt') + read('tlsonly.crt'), roots },
      'certificate_untrusted',
    ],
    [
      'name constraints',
      { certificate: read('leaf-constrained.crt') + read('constrained.crt'), roots },
      'certificate_untrusted',
    ],
  ])('refuses %s', async (_name, input, code) => {
    expect(await verify(input)).toMatchObject({ ok: false, code: `signature.${code}` });
  });

  test('the certificates refused above verify when their authority is trusted', async () => {
    const certificate = read('leaf-stranger.crt');
    expect(await verify({ certificate, roots: read('stranger.crt') })).toMatchObject({ ok: true });
    expect(await verify({ certificate: read('leaf-toodeep.crt'), roots: read('toodeep.crt') })).toMatchObject({
      ok: true,
    });
  });

  test('compat mode reports a missing identity when there is a cosign signature', async () => {
    const result = await readCosignMaterial({ certificate: leaf, roots }, 'compat');
    if (!result.ok) throw new Error(result.message);
    expect(await verifyCosign(result.trust, blob, read('leaf.sig'), { mode: 'compat', now: signedAt })).toMatchObject({
      code: 'cosign.identity_required',
    });
  });
});

describe('in records and bundle manifests', () => {
  const recordHash = read('blob');
  const trusting = async (input: CosignInput, keys = [newSigner().key]) => {
    const made = makeTrust({ mode: 'gate', keys, cosign: await trustOf(input) });
    if (!made.ok) throw new Error(made.message);
    return made.trust;
  };

  test('a record: the reported id is that of the key, never the declared one', async () => {
    const signer = newSigner();
    const trust = await trusting({ key: read('p256.pub') }, [signer.key]);
    const sealed = { recordHash, signature: `cosign:${read('p256.sig')}`, signingKeyId: signer.key.id };
    const verdict = await checkRecordSignature(sealed, trust, muchLater);
    expect(verdict).toMatchObject({ ok: true, keyId: trust.cosign?.key?.id });
    expect(trust.cosign?.key?.id).not.toBe(signer.key.id);
  });

  test('a record with a whole Sigstore bundle', async () => {
    const trust = await trusting({ ...named, roots: read('root-tlog.json') }, []);
    const signature = `cosign:${Buffer.from(read('certificate-tlog.sigstore.json')).toString('base64')}`;
    expect(await checkRecordSignature({ recordHash, signature, signingKeyId: 'ci' }, trust, muchLater)).toEqual({
      ok: true,
      keyId: `cosign:${ISSUER}#${SAN}`,
    });
  });

  test('an Ed25519 record when only cosign material is given', async () => {
    const trust = await trusting({ key: read('p256.pub') }, []);
    const signature = `base64:${Buffer.alloc(64).toString('base64')}`;
    expect(await checkRecordSignature({ recordHash, signature, signingKeyId: 'k' }, trust, 0)).toMatchObject({
      code: 'key.missing',
    });
  });

  test('a manifest: alg cosign over the ASCII hex digest', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const digest = createHash('sha256').update('manifest').digest('hex');
    const sig = sign('sha256', Buffer.from(digest), privateKey).toString('base64');
    const trust = await trusting({ key: publicKey.export({ format: 'pem', type: 'spki' }).toString() }, []);
    const object = { alg: 'cosign', key_id: 'ci', sig, signed_digest: digest };
    const step = prepareManifestSignature(object, digest, trust, 0);
    if (!('job' in step)) throw new Error(step.message);
    const other = prepareManifestSignature({ ...object, sig: read('p256.sig') }, digest, trust, 0);
    if (!('job' in other)) throw new Error(other.message);
    expect(await runSignatureJobs([other.job, step.job])).toMatchObject([
      { ok: false, code: 'signature.invalid' },
      { ok: true, keyId: trust.cosign?.key?.id },
    ]);
  });
});
