import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { generateKeyPair, isPrivate, keyId, signingKey } from '../../../src/engine/produce/signing-key.js';
import { ALICE } from '../../support/build.js';
import { privateKeyOf } from '../../support/private-key.js';

const PEM = privateKeyOf('alice');
const key = createPrivateKey(PEM);
const JWK = key.export({ format: 'jwk' });
const PUBLIC = createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString();

function refusal(text: string): string {
  try {
    signingKey(text, 'ci.pem');
    return 'none';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.code).toBe('key.invalid');
    return error.message;
  }
}

describe('signingKey', () => {
  test.each([
    ['PKCS#8 PEM', PEM],
    ['with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['with line breaks written out', PEM.replaceAll('\n', '\\n')],
    ['on one line', PEM.replaceAll('\n', ' ')],
    ['after other text', `# of the build\n${PEM}`],
    ['with its public half', PEM + PUBLIC],
    ['a private JWK', JSON.stringify(JWK)],
    ['a private JWK, pretty-printed', JSON.stringify(JWK, null, 2)],
  ])('%s', (_name, text) => {
    const made = signingKey(text);
    expect(made.id).toBe(ALICE.keyId);
    expect(Buffer.from(made.publicKey).toString('hex')).toBe(ALICE.publicKey);
    expect(made.sign('message')).toBe(ALICE.sign('message'));
    expect(isPrivate(text)).toBe(true);
    expect(keyId(text)).toBe(ALICE.keyId);
  });

  const pem = (kind: 'P-256' | 'P-521'): string =>
    generateKeyPairSync('ec', { namedCurve: kind }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const encrypted = { cipher: 'aes-256-cbc', passphrase: 'x' };
  test.each<[string, string, string]>([
    ['nothing', ' \n', 'ci.pem is empty'],
    ['too long a text', 'a'.repeat(40_000), 'ci.pem is too long for a private key'],
    ['ECDSA P-256', pem('P-256'), 'ci.pem is an ECDSA P-256 key; sign needs Ed25519'],
    ['ECDSA P-521', pem('P-521'), 'ci.pem is an ECDSA P-521 key; sign needs Ed25519'],
    [
      'RSA',
      rsa.export({ format: 'pem', type: 'pkcs1' }).toString(),
      'ci.pem is an RSA key (2048 bits); sign needs Ed25519',
    ],
    [
      'X25519',
      generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      'ci.pem is an x25519 key; sign needs Ed25519',
    ],
    ['a public PEM', PUBLIC, 'ci.pem is a public key; signing needs the private key'],
    ['a public key in hex', ALICE.publicKey, 'ci.pem is a public key; signing needs the private key'],
    [
      'a public JWK',
      JSON.stringify({ kty: JWK.kty, crv: JWK.crv, x: JWK.x }),
      'ci.pem is a public key; signing needs the private key',
    ],
    [
      'an encrypted PEM',
      key.export({ format: 'pem', type: 'pkcs8', ...encrypted }).toString(),
      'ci.pem is encrypted; decrypt it first: openssl pkey -in FILE -out ci.pem',
    ],
    [
      'an encrypted PEM of old',
      rsa.export({ format: 'pem', type: 'pkcs1', ...encrypted }).toString(),
      'ci.pem is encrypted; decrypt it first: openssl pkey -in FILE -out ci.pem',
    ],
    [
      'a cosign key',
      '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----',
      'ci.pem is a cosign private key; sign with `cosign sign-blob`, or use an Ed25519 key',
    ],
    [
      'an OpenSSH key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----',
      'ci.pem is an OpenSSH private key; sign needs PKCS#8 (proof-verify keygen, openssl genpkey -algorithm ed25519)',
    ],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'ci.pem is a certificate; signing needs the private key',
    ],
    ['two keys', PEM + privateKeyOf('bob'), 'ci.pem contains several private keys; give one'],
    ['damaged PEM', PEM.replace('MC4C', 'MC4D'), 'ci.pem is not a readable private key'],
    ['a JWK set', '{"keys":[]}', 'ci.pem is a JWK set; give one key'],
    ['a broken JWK', '{"d":', 'ci.pem is not a readable JWK'],
    [
      'a JWK of EC',
      JSON.stringify({ kty: 'EC', crv: 'P-256', d: 'x' }),
      'ci.pem is a JWK of kind "EC P-256"; sign needs Ed25519',
    ],
    [
      'a JWK with short members',
      JSON.stringify({ ...JWK, d: 'AAAA' }),
      'ci.pem is a JWK whose x or d is not base64url of 32 bytes',
    ],
    [
      'a JWK of two keys',
      JSON.stringify({ ...JWK, d: createPrivateKey(privateKeyOf('bob')).export({ format: 'jwk' }).d }),
      'ci.pem is a JWK whose x does not belong to its d',
    ],
    ['a word', 'hunter2', 'ci.pem is not a private key; sign needs PKCS#8 PEM or a private JWK'],
  ])('refuses %s', (_name, text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test('no error message contains any part of the key text', () => {
    const secret = PEM.split('\n')[1] ?? '';
    for (const text of [PEM.slice(0, -20), `x${PEM.slice(28)}`, secret, `{"d":"${secret}"`]) {
      expect(refusal(text)).not.toContain(secret.slice(20, 30));
    }
  });
});

describe('keyId', () => {
  test.each([
    ['hex', ALICE.publicKey],
    ['PEM', PUBLIC],
    ['base64', Buffer.from(ALICE.publicKey, 'hex').toString('base64')],
  ])('of a public key in %s', (_name, text) => {
    expect(keyId(text)).toBe(ALICE.keyId);
  });

  test('a text that is not a key', () => {
    expect(() => keyId('nothing')).toThrow(/not a public key/);
  });
});

describe('generateKeyPair', () => {
  test('returns both halves of a key in PEM, and its id', () => {
    const pair = generateKeyPair();
    expect(signingKey(pair.privateKey).id).toBe(pair.keyId);
    expect(keyId(pair.publicKey)).toBe(pair.keyId);
    expect(generateKeyPair().keyId).not.toBe(pair.keyId);
  });
});
