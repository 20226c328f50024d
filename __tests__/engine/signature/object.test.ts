import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { runSignatureJobs } from '../../../src/engine/signature/jobs.js';
import {
  checkSignatureObject,
  prepareManifestSignature,
  type SignedForm,
} from '../../../src/engine/signature/object.js';
import { makeTrust } from '../../../src/engine/signature/trust.js';
import { mustParse, newSigner } from './helpers.js';

const signer = newSigner();
const other = newSigner();
const digest = createHash('sha256').update('content').digest('hex');
const wrongDigest = createHash('sha256').update('other content').digest('hex');
const object = (over: SignedForm = 'ascii-hex', by = signer) => ({
  alg: 'ed25519',
  key_id: by.key.id,
  sig: by.sign(over === 'ascii-hex' ? digest : Buffer.from(digest, 'hex')).toString('base64'),
  signed_digest: digest,
});
const good = object();

describe('valid signature objects', () => {
  test.each(['ascii-hex', 'raw-digest'] as const)('over %s', (over) => {
    for (const mode of ['gate', 'compat'] as const) {
      expect(checkSignatureObject(object(over), digest, over, [other.key, signer.key], mode)).toEqual({
        ok: true,
        keyId: signer.key.id,
      });
    }
  });
  test('one form is not accepted as the other', () => {
    for (const mode of ['gate', 'compat'] as const) {
      expect(checkSignatureObject(object('raw-digest'), digest, 'ascii-hex', [signer.key], mode).ok).toBe(false);
      expect(checkSignatureObject(good, digest, 'raw-digest', [signer.key], mode).ok).toBe(false);
    }
  });
  test('a manifest of an older producer, made with the upstream tools', () => {
    const key = mustParse('3a8623bfd8da27068cbf29fbd47f8998de06f17cead13b8e430cfb9acbf71dd9');
    const signature = {
      alg: 'ed25519',
      key_id: '5311e2fd7e6c102093d931f2b488e3a0c5b32bcf550f33131038dd6a384c8573',
      sig: 'U0WWVbVPn58gOnAGao6c0rsaS/NyQvCurLKwt2lSo5NnXKiYMaV8vDckOaLiTIFQNds5KqALQTPVmjNEpbSyBw==',
      signed_digest: 'b51297f9a47fd2e6c754e1fb1323a538cc018bcccf5fe16bc1ac2bf30c3547bf',
    };
    expect(checkSignatureObject(signature, signature.signed_digest, 'ascii-hex', [key], 'gate').ok).toBe(true);
  });
});

const without = (name: keyof typeof good) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

// code: what the gate says; compat: accepted there or not.
describe('invalid signature objects', () => {
  test.each<[string, unknown, string, string, boolean]>([
    ['absent', undefined, 'signature.missing', '', false],
    ['null', null, 'signature.missing', '', false],
    ['a string', 'ed25519', 'signature.invalid', '', false],
    ['a list', [good], 'signature.invalid', '', false],
    ['empty', {}, 'signature.invalid', 'alg', false],
    ['inherited members only', Object.create(good), 'signature.invalid', 'alg', false],
    ['no alg', without('alg'), 'signature.invalid', 'alg', false],
    ['no key_id', without('key_id'), 'signature.invalid', 'key_id', false],
    ['no sig', without('sig'), 'signature.invalid', 'sig', false],
    ['no signed_digest', without('signed_digest'), 'signature.invalid', 'signed_digest', false],
    ['a different member', { ...good, comment: 'approved' }, 'signature.invalid', '', true],
    ['null sig', { ...good, sig: null }, 'signature.invalid', 'sig', false],
    ['number as key_id', { ...good, key_id: 1 }, 'signature.invalid', 'key_id', false],
    ['alg in capitals', { ...good, alg: 'Ed25519' }, 'signature.algorithm_unsupported', 'alg', false],
    ['alg with a space', { ...good, alg: 'ed25519 ' }, 'signature.algorithm_unsupported', 'alg', false],
    ['alg none', { ...good, alg: 'none' }, 'signature.algorithm_unsupported', 'alg', false],
    ['alg empty', { ...good, alg: '' }, 'signature.algorithm_unsupported', 'alg', false],
    ['key_id in capitals', { ...good, key_id: good.key_id.toUpperCase() }, 'signature.key_mismatch', 'key_id', true],
    ['key_id with spaces', { ...good, key_id: ` ${good.key_id}` }, 'signature.key_mismatch', 'key_id', true],
    ['key_id of a different key', { ...good, key_id: 'ab'.repeat(32) }, 'signature.key_mismatch', 'key_id', true],
    ['signed by a different key', object('ascii-hex', other), 'signature.key_mismatch', 'key_id', false],
    [
      'signed by a different key with the id of the given one',
      { ...object('ascii-hex', other), key_id: good.key_id },
      'signature.invalid',
      'sig',
      false,
    ],
    ['other digest', { ...good, signed_digest: wrongDigest }, 'signature.digest_mismatch', 'signed_digest', false],
    [
      'digest in capitals',
      { ...good, signed_digest: digest.toUpperCase() },
      'signature.digest_mismatch',
      'signed_digest',
      true,
    ],
    [
      'digest with prefix',
      { ...good, signed_digest: `sha256:${digest}` },
      'signature.digest_mismatch',
      'signed_digest',
      false,
    ],
    ['sig without padding', { ...good, sig: good.sig.slice(0, -2) }, 'signature.invalid', 'sig', false],
    ['sig with a line break', { ...good, sig: `${good.sig}\n` }, 'signature.invalid', 'sig', true],
    ['sig of zeros', { ...good, sig: Buffer.alloc(64).toString('base64') }, 'signature.invalid', 'sig', false],
    ['sig empty', { ...good, sig: '' }, 'signature.invalid', 'sig', false],
  ])('%s', (_name, value, code, member, compat) => {
    const verdict = checkSignatureObject(value, digest, 'ascii-hex', [signer.key], 'gate');
    const place = member === '' ? {} : { pointer: `/${member}` };
    expect(verdict).toStrictEqual({ ok: false, code, member, message: expect.any(String), ...place });
    expect(checkSignatureObject(value, digest, 'ascii-hex', [signer.key], 'compat').ok).toBe(compat);
  });

  test.each<[string, unknown, string]>([
    ['absent', undefined, 'the signature is missing'],
    ['a string', 'ed25519', 'the signature must be an object'],
    ['a different algorithm', { ...good, alg: 'rsa' }, 'alg of the signature must be "ed25519"'],
    ['sig cut', { ...good, sig: 'AAAA' }, 'sig is not standard base64 of 64 bytes'],
    [
      'key_id of a different key',
      { ...good, key_id: 'ab'.repeat(32) },
      `signed by key abababababab…, which is not the given key (${signer.key.id.slice(0, 12)}…)`,
    ],
    [
      'other digest',
      { ...good, signed_digest: wrongDigest },
      `signed_digest is not the digest of the content, which is ${digest.slice(0, 12)}…`,
    ],
    [
      'signed by a different key with the id of the given one',
      { ...object('ascii-hex', other), key_id: good.key_id },
      `signature by key ${signer.key.id.slice(0, 12)}… does not match the content`,
    ],
  ])('have a message: %s', (_name, value, message) => {
    expect(checkSignatureObject(value, digest, 'ascii-hex', [signer.key], 'gate')).toMatchObject({ message });
  });

  test('changed content is reported', () => {
    expect(checkSignatureObject(good, wrongDigest, 'ascii-hex', [signer.key], 'compat')).toMatchObject({
      code: 'signature.digest_mismatch',
    });
    const settled = { ...good, signed_digest: wrongDigest };
    for (const mode of ['gate', 'compat'] as const) {
      expect(checkSignatureObject(settled, wrongDigest, 'ascii-hex', [signer.key], mode)).toMatchObject({
        code: 'signature.invalid',
      });
    }
  });

  test('a missing key is a configuration error, not a pass', () => {
    expect(checkSignatureObject(good, digest, 'ascii-hex', [], 'gate')).toStrictEqual({
      ok: false,
      code: 'key.missing',
      member: '',
      message: 'a signature must be checked but no public key is given',
    });
  });
});

describe('bundle manifests', () => {
  const made = makeTrust({ mode: 'gate', keys: [signer.key] });
  if (!made.ok) throw new Error(made.message);
  const { trust } = made;

  test('Ed25519 becomes a job', async () => {
    const step = prepareManifestSignature(good, digest, trust, 0);
    expect(step).toHaveProperty('job');
    if ('job' in step) expect(await runSignatureJobs([step.job])).toEqual([{ ok: true, keyId: signer.key.id }]);
  });

  test.each([
    ['cosign without material', { ...good, alg: 'cosign' }, 'key.missing'],
    ['cosign over other content', { ...good, alg: 'cosign', signed_digest: wrongDigest }, 'signature.digest_mismatch'],
    ['a different algorithm', { ...good, alg: 'rsa' }, 'signature.algorithm_unsupported'],
  ])('%s', (_name, value, code) => {
    expect(prepareManifestSignature(value, digest, trust, 0)).toMatchObject({ code });
  });
});

describe('the signature of a manifest, before its cryptography', () => {
  const trustOf = (...keys: (typeof signer.key)[]) => {
    const made = makeTrust({ mode: 'gate', keys });
    if (!made.ok) throw new Error(made.message);
    return made.trust;
  };
  const [none, one] = [trustOf(), trustOf(signer.key)];
  const cosign = { ...good, alg: 'cosign', sig: 'cosign:AAAA' };

  test.each<[string, unknown, typeof none, object]>([
    ['none', null, one, { code: 'signature.missing', member: '' }],
    ['none and no key either', null, none, { code: 'signature.missing', member: '' }],
    ['a text', 'x', one, { code: 'signature.invalid', member: '', message: 'the signature must be an object' }],
    ['a list', [good], one, { code: 'signature.invalid', member: '' }],
    ['no key at all', good, none, { code: 'key.missing', member: '' }],
    [
      'a different alg without a key',
      { ...good, alg: 'rsa' },
      none,
      {
        code: 'signature.algorithm_unsupported',
        member: 'alg',
        pointer: '/alg',
        message: 'alg of the signature must be "ed25519" or "cosign"',
      },
    ],
    [
      'a different alg with one',
      { ...good, alg: 'rsa' },
      one,
      { code: 'signature.algorithm_unsupported', member: 'alg', message: 'alg of the signature must be "ed25519"' },
    ],
    [
      'a different digest',
      { ...good, signed_digest: wrongDigest },
      one,
      { code: 'signature.digest_mismatch', pointer: '/signed_digest' },
    ],
    [
      'cosign over a different digest',
      { ...cosign, signed_digest: wrongDigest },
      one,
      { code: 'signature.digest_mismatch', pointer: '/signed_digest' },
    ],
    ['cosign without its material', cosign, one, { code: 'key.missing', member: 'sig', pointer: '/sig' }],
    ['an unknown key', good, trustOf(other.key), { code: 'signature.key_mismatch', pointer: '/key_id' }],
    [
      'a member missing',
      { ...good, sig: undefined },
      one,
      { code: 'signature.invalid', member: 'sig', message: 'sig of the signature is missing' },
    ],
    [
      'a member of a different type',
      { ...good, key_id: 1 },
      one,
      { code: 'signature.invalid', member: 'key_id', message: 'key_id of the signature must be a string' },
    ],
  ])('%s', (_, value, trust, expected) => {
    expect(prepareManifestSignature(value, digest, trust, 0)).toMatchObject({ ok: false, ...expected });
  });

  test('a valid one becomes a job, with or without the cosign prefix', () => {
    expect(prepareManifestSignature(good, digest, one, 0)).toMatchObject({ job: { kind: 'ed25519', message: digest } });
    const trust = { ...none, cosign: { key: { id: 'k' } } as unknown as NonNullable<typeof none.cosign> };
    for (const sig of ['cosign:QUJD', 'QUJD']) {
      expect(prepareManifestSignature({ ...cosign, sig }, digest, trust, 5)).toStrictEqual({
        job: { kind: 'cosign', trust: trust.cosign, message: digest, signature: 'QUJD', mode: 'gate', now: 5 },
      });
    }
  });
});

describe('a member that no signature covers', () => {
  const trust = (mode: 'gate' | 'compat') => {
    const made = makeTrust({ mode, keys: [signer.key], cosign: undefined, policy: false });
    if (!made.ok) throw new Error(made.message);
    return made.trust;
  };
  test.each(['ed25519', 'cosign'])('is refused in a signature by %s', (alg) => {
    const more = { ...good, alg, approved_by: 'ciso' };
    const problem = { code: 'signature.invalid', message: expect.stringContaining('"approved_by"') };
    expect(prepareManifestSignature(more, digest, trust('gate'), 0)).toMatchObject(problem);
    expect(checkSignatureObject(more, digest, 'ascii-hex', [signer.key], 'gate')).toMatchObject(problem);
  });
  test('is ignored as upstream does', () => {
    expect(prepareManifestSignature({ ...good, approved_by: 'ciso' }, digest, trust('compat'), 0)).toHaveProperty(
      'job',
    );
  });
});
