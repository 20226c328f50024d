import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type CosignInput, readCosignMaterial } from '../../../../src/engine/signature/cosign/material.js';
import { ISSUER, named, read, SAN } from './cosign-vectors.js';

describe('material', () => {
  const privatePem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
  const pem = (hex: string): string =>
    `-----BEGIN PUBLIC KEY-----\n${Buffer.from(`302a300506032b6570032100${hex}`, 'hex').toString('base64')}\n-----END PUBLIC KEY-----`;
  const ed448 = generateKeyPairSync('ed448').publicKey.export({ format: 'pem', type: 'spki' }).toString();
  /** A key with a line end of any length in it. */
  const padded = (length: number): string => {
    const key = read('p256.pub').trim();
    return key.replace('-----END', `${'\n'.repeat(length - key.length)}-----END`);
  };
  const INVALID = 'cosign.material_invalid';
  const ONE_BLOCK = 'the cosign key must be exactly one PEM block PUBLIC KEY';
  const KINDS = 'the cosign key must be ECDSA P-256, P-384 or P-521, RSA of 2048 bits or more, or Ed25519';
  const PRIVATE = 'the cosign key is a private key: give the public one';
  const UNREADABLE = 'the cosign trusted root is not a readable Sigstore trusted root';
  const MiB = 1024 * 1024;
  test.each<[string, CosignInput, string, string]>([
    ['private key', { key: privatePem }, INVALID, PRIVATE],
    ['EC private key', { key: privatePem.replaceAll('PRIVATE', 'EC PRIVATE') }, INVALID, PRIVATE],
    ['1024-bit RSA', { key: read('rsa1024.pub') }, INVALID, KINDS],
    ['a different curve', { key: read('k256.pub') }, INVALID, KINDS],
    ['Ed448', { key: ed448 }, INVALID, KINDS],
    [
      'weak Ed25519',
      { key: pem(`01${'00'.repeat(31)}`) },
      'key.weak',
      'the public key is a small-order point: any signature would verify',
    ],
    [
      'Ed25519 of mixed order',
      { key: readFileSync('__tests__/vectors/cases/engine/cosign-key-mixed-order/ws/cosign.pub', 'utf8') },
      'key.weak',
      'the cosign key is not a key of an honest signer: it is of mixed order, or not a point of the curve',
    ],
    [
      'a log key without a start',
      {
        roots: readFileSync('__tests__/vectors/cases/engine/trusted-root-no-start/ws/trusted-root.json', 'utf8'),
      },
      INVALID,
      'the cosign trusted root has a log key without a start of its validity',
    ],
    ['two keys', { key: read('p256.pub') + read('p384.pub') }, INVALID, ONE_BLOCK],
    ['no PEM', { key: 'hello' }, INVALID, ONE_BLOCK],
    ['a key after other text', { key: `key: ${read('p256.pub')}` }, INVALID, ONE_BLOCK],
    ['certificate as key', { key: read('leaf.crt') }, INVALID, ONE_BLOCK],
    ['a key as long as may be', { key: padded(16_384) }, INVALID, 'the cosign key cannot be read'],
    ['a key that is too long', { key: padded(16_385) }, INVALID, ONE_BLOCK],
    ['broken PEM', { key: pem('00').replace('MCow', 'AAAA') }, INVALID, 'the cosign key cannot be read'],
    [
      'key as certificate',
      { certificate: read('p256.pub') },
      INVALID,
      'the cosign certificate contains no PEM certificate',
    ],
    [
      'broken certificate',
      { certificate: read('leaf.crt').replace(/\nM/, '\nA') },
      INVALID,
      'a certificate of the cosign certificate cannot be read',
    ],
    ['no certificate as root', { roots: 'x' }, INVALID, 'the cosign trusted root contains no PEM certificate'],
    ['nothing as root', { roots: '' }, INVALID, 'the cosign trusted root contains no PEM certificate'],
    [
      'as much as may be as root',
      { roots: 'x'.repeat(4 * MiB) },
      INVALID,
      'the cosign trusted root contains no PEM certificate',
    ],
    ['too much as root', { roots: 'x'.repeat(4 * MiB + 1) }, INVALID, 'the cosign trusted root is too long'],
    [
      'too many certificates',
      { roots: read('root.crt').repeat(257) },
      INVALID,
      'the cosign trusted root contains over 256 certificates',
    ],
    ['broken root JSON', { roots: '{' }, INVALID, UNREADABLE],
    ['as much JSON as may be', { roots: '{'.padEnd(4 * MiB) }, INVALID, UNREADABLE],
    ['too much JSON', { roots: '{'.padEnd(4 * MiB + 1) }, INVALID, 'the cosign trusted root is too long'],
  ])('%s', async (_name, input, code, message) => {
    expect(await readCosignMaterial({ ...named, ...input }, 'gate')).toEqual({ ok: false, code, message });
  });

  const withType = (mediaType: string): string =>
    JSON.stringify({ ...(JSON.parse(read('root-plain.json')) as object), mediaType });
  const TYPE = 'application/vnd.dev.sigstore.trustedroot';
  test.each([
    'text/plain',
    `${TYPE}.v0.3+json`,
    `x${TYPE}.v0.1+json`,
    `${TYPE}.v0.1+json2`,
    'application/vnd.dev.sigstore.bundle.v0.3+json',
  ])('a root of the media type %s', async (type) => {
    expect(await readCosignMaterial({ ...named, roots: withType(type) }, 'gate')).toEqual({
      ok: false,
      code: INVALID,
      message: 'the cosign trusted root has another media type than a Sigstore trusted root',
    });
  });

  test.each<[string, CosignInput]>([
    ['a root of version 0.1', { roots: withType(`${TYPE}+json;version=0.1`) }],
    ['a root of version 0.1, spelled anew', { roots: withType(`${TYPE}.v0.1+json`) }],
    ['a root of version 0.2', { roots: withType(`${TYPE}.v0.2+json`) }],
    ['a root after spaces', { roots: `\n ${read('root-plain.json')}` }],
    ['256 certificates', { roots: read('root.crt').repeat(256) }],
    ['a key with spaces around it', { key: ` \n${read('p256.pub')}\n ` }],
    [
      'base64 of a certificate and a line end',
      { certificate: `${Buffer.from(read('leaf.crt')).toString('base64')}\n` },
    ],
  ])('%s is accepted', async (_name, input) => {
    expect(await readCosignMaterial({ ...named, ...input }, 'gate')).toMatchObject({ ok: true, trust: named });
  });

  test.each<[string, CosignInput]>([
    ['no identity', { certificate: read('leaf.crt'), issuer: ISSUER }],
    ['no issuer', { certificate: read('leaf.crt'), identity: SAN }],
    ['empty identity', { certificate: read('leaf.crt'), issuer: ISSUER, identity: '' }],
    ['a space as identity', { certificate: read('leaf.crt'), issuer: ISSUER, identity: ' ' }],
    ['roots without identity', { roots: read('root.crt') }],
  ])('%s', async (_name, input) => {
    expect(await readCosignMaterial(input, 'gate')).toEqual({
      ok: false,
      code: 'cosign.identity_required',
      message: 'a cosign certificate or trusted root needs an expected identity and issuer',
    });
  });
});
