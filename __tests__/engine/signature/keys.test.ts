import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parsePublicKey, withKeyId } from '../../../src/engine/signature/keys.js';
import { mustParse, rawKey } from './helpers.js';

const vectors = JSON.parse(readFileSync('__tests__/vectors/signature/ed25519.json', 'utf8')) as {
  weakKeys: { name: string; key: string }[];
};

const HEX = '3a8623bfd8da27068cbf29fbd47f8998de06f17cead13b8e430cfb9acbf71dd9';
const ID = '5311e2fd7e6c102093d931f2b488e3a0c5b32bcf550f33131038dd6a384c8573';
const BASE64 = 'OoYjv9jaJwaMvyn71H+JmN4G8Xzq0TuOQwz7msv3Hdk=';
const RAW = BASE64.slice(0, -1);
const X = RAW.replace('+', '-').replace('/', '_');
const PEM = `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA${BASE64}\n-----END PUBLIC KEY-----\n`;

describe('the forms of a public key (contract 2.5)', () => {
  test.each([
    ['hex', HEX],
    ['upper-case hex', HEX.toUpperCase()],
    ['hex with blanks around', ` \t${HEX}\r\n`],
    ['padded base64', BASE64],
    ['raw base64', RAW],
    ['PEM', PEM],
    ['PEM with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['JWK', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X })],
    ['JWK with use', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, use: 'sig', key_ops: ['verify'], kid: 'a' })],
  ])('%s', (_name, text) => {
    for (const mode of ['gate', 'compat'] as const) {
      const key = mustParse(text, mode);
      expect(Buffer.from(key.bytes).toString('hex')).toBe(HEX);
      expect(key.id).toBe(ID);
      expect(key.weak).toBe(false);
    }
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed = generateKeyPairSync('ed25519');
  const spki = (key: typeof rsa.publicKey): string => key.export({ format: 'pem', type: 'spki' }).toString();
  test.each([
    ['empty', '', /empty/],
    ['blanks', ' \n', /empty/],
    ['62 digits', HEX.slice(2), /not a public key/],
    ['66 digits', `${HEX}aa`, /not a public key/],
    ['not hex', 'z'.repeat(64), /not a public key/],
    ['url alphabet', RAW.replace('+', '-'), /not a public key/],
    ['double padding', `${RAW}==`, /not a public key/],
    ['unused bits set', `${RAW.slice(0, -1)}l`, /not a public key/],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64'), /not a public key/],
    ['private PEM', ed.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), /private key/],
    ['private RSA PEM', rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString(), /private key/],
    ['RSA PEM', spki(rsa.publicKey), /Ed25519, not rsa/],
    ['EC PEM', spki(ec.publicKey), /Ed25519, not ec/],
    ['X25519 PEM', spki(generateKeyPairSync('x25519').publicKey), /Ed25519, not x25519/],
    ['two PEM blocks', PEM + PEM, /exactly one/],
    ['PEM with other end', PEM.replace('END PUBLIC', 'END OTHER'), /exactly one/],
    ['cut PEM', '-----BEGIN PUBLIC KEY-----\nMCow', /exactly one/],
    ['PEM of garbage', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', /must be Ed25519$/],
    ['certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', /certificate/],
    ['OpenSSH', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me', /OpenSSH/],
    ['JWK, not JSON', '{', /not valid JSON/],
    ['JWK of EC', JSON.stringify({ kty: 'EC', crv: 'P-256', x: X, y: X }), /OKP/],
    ['JWK of X25519', JSON.stringify({ kty: 'OKP', crv: 'X25519', x: X }), /Ed25519/],
    ['private JWK', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, d: X }), /private JWK/],
    ['JWK for encryption', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, use: 'enc' }), /use/],
    ['JWK for signing only', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, key_ops: ['sign'] }), /key_ops/],
    ['JWK with standard base64', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: BASE64 }), /base64url/],
    ['JWK without x', JSON.stringify({ kty: 'OKP', crv: 'Ed25519' }), /base64url/],
    ['JWK with inherited members', '{"__proto__":{"kty":"OKP","crv":"Ed25519"}}', /OKP/],
    ['endless', 'a'.repeat(20_000), /longer/],
  ])('refuses %s', (_name, text, message) => {
    const result = parsePublicKey(text, 'gate');
    expect(result).toMatchObject({ ok: false, code: 'key.invalid' });
    if (!result.ok) expect(result.message).toMatch(message);
  });

  test('a private key never shows up in the message', () => {
    const pem = ed.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(JSON.stringify(parsePublicKey(pem, 'gate'))).not.toContain(pem.slice(40, 60));
  });
});

describe('weak keys (hardening 18)', () => {
  test.each(vectors.weakKeys)('$name', ({ name, key }) => {
    // One of mixed order verifies nothing by itself: the recorded case g-0501 takes it for another signer's key (2).
    expect(parsePublicKey(key, 'gate')).toMatchObject(
      name.startsWith('mixed order') ? { ok: true, key: { weak: true } } : { ok: false, code: 'key.weak' },
    );
    // Another key than that of the record must stay a wrong key (2), not a wrong option (6), for old scripts.
    expect(parsePublicKey(key, 'compat')).toMatchObject({ ok: true, key: { weak: true } });
  });

  test('a point off the curve is another key under which nothing verifies', () => {
    const key = `02${'00'.repeat(31)}`;
    expect(parsePublicKey(key, 'gate')).toMatchObject({ ok: true, key: { weak: true } });
    expect(parsePublicKey(key, 'compat')).toMatchObject({ ok: true, key: { weak: true } });
  });

  test('keys as tools make them are strong', () => {
    for (let i = 0; i < 20; i++) {
      const bytes = rawKey(generateKeyPairSync('ed25519').publicKey);
      const key = mustParse(bytes.toString('base64'));
      expect(key.id).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('ids of the caller’s choice (contract 2.5)', () => {
  const key = mustParse(HEX);
  test.each([ID, ID.toUpperCase(), 'aws:kms:eu-1', 'a:b:c:d'])('%s', (id) => {
    const result = withKeyId(key, id);
    expect(result).toMatchObject({ ok: true, key: { id, kind: 'ed25519', weak: false } });
    expect(key.id).toBe(ID);
  });
  test.each(['', 'a', 'a:b', 'a::c', ':::', 'a:b:', 'a: b:c', ID.slice(1), `${ID}0`])('refuses %j', (id) => {
    expect(withKeyId(key, id)).toMatchObject({ ok: false, code: 'key.invalid' });
  });
});
