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
const SSH = Buffer.concat([
  Buffer.from('0000000b7373682d6564323535313900000020', 'hex'),
  Buffer.from(HEX, 'hex'),
]).toString('base64');
const PEM = `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA${BASE64}\n-----END PUBLIC KEY-----\n`;

describe('the forms of a public key (contract 2.5)', () => {
  test.each([
    ['hex', HEX],
    ['upper-case hex', HEX.toUpperCase()],
    ['hex with spaces around', ` \t${HEX}\r\n`],
    ['padded base64', BASE64],
    ['raw base64', RAW],
    ['PEM', PEM],
    ['PEM with CRLF', PEM.replaceAll('\n', '\r\n')],
    ['PEM with line breaks written out', PEM.replaceAll('\n', '\\n')],
    ['PEM with CRLF written out', PEM.replaceAll('\n', '\\r\\n')],
    ['PEM on one line', PEM.replaceAll('\n', ' ')],
    ['PEM without any break', PEM.replaceAll('\n', '')],
    ['PEM after comment lines', `# of the build\n#\n${PEM}`],
    ['base64 of the SPKI', `MCowBQYDK2VwAyEA${BASE64}`],
    ['unpadded base64 of the SPKI', `MCowBQYDK2VwAyEA${RAW}`],
    ['an OpenSSH line', `ssh-ed25519 ${SSH} ci@build`],
    ['an OpenSSH line without a comment, with a line break', `ssh-ed25519 ${SSH}\n`],
    ['an OpenSSH line after a comment line', `# ci\r\nssh-ed25519 ${SSH} a b c\r\n`],
    ['hex after a comment line', `  # ci\n\n${HEX}\n`],
    ['hex after a byte order mark', `\ufeff${HEX}`],
    ['JWK', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X })],
    ['JWK, pretty-printed', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X }, null, 2)],
    ['JWK with use', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, use: 'sig', key_ops: ['verify'], kid: 'a' })],
  ])('%s', (_name, text) => {
    for (const mode of ['gate', 'compat'] as const) {
      const key = mustParse(text, mode);
      expect(Buffer.from(key.bytes).toString('hex')).toBe(HEX);
      expect(key).toMatchObject({ kind: 'ed25519', id: ID, weak: false });
    }
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed = generateKeyPairSync('ed25519');
  const spki = (key: typeof rsa.publicKey): string => key.export({ format: 'pem', type: 'spki' }).toString();
  const NO_KEY =
    'not a public key: give 64 hex digits, base64 of 32 bytes, PEM, JWK, an OpenSSH line or a file with one of these';
  const SEVERAL = 'these are several keys: give them one at a time';
  const QUOTED = 'the public key has quotes around it: leave them out';
  const digits = (count: number): string => `not a public key: ${count} hex digits, an Ed25519 key has 64`;
  const PRIVATE = 'this is a private key: give the public key, and treat the private one as leaked';
  const PGP = 'this is a PGP key; give an Ed25519 key in another form';
  const SSH2 = 'this is an SSH2 public key: give the line that ssh-keygen -i prints';
  const BLOCK = 'the PEM text must be exactly one block';
  const jwk = (members: object): string => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: X, ...members });
  const pem = (body: string): string => `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`;
  const cosign = (kind: string): string => `the key must be Ed25519, not ${kind}: give a cosign key as the cosign key`;
  test.each<[string, string, string]>([
    ['empty', '', 'the public key is empty'],
    ['blanks', ' \n', 'the public key is empty'],
    ['62 digits', HEX.slice(2), digits(62)],
    ['66 digits', `${HEX}aa`, digits(66)],
    ['not hex', 'z'.repeat(64), NO_KEY],
    ['both alphabets', `${RAW.slice(0, -2)}+-`, NO_KEY],
    ['comments only', '# a key\n', 'the public key is empty'],
    ['quoted hex', `"${HEX}"`, QUOTED],
    ['hex in single quotes', `'${HEX}'`, QUOTED],
    ['hex after 0x', `0x${HEX}`, 'the public key starts with 0x: leave it out'],
    ['base64 with a prefix', `base64:${RAW}`, 'the prefix base64: is not part of the key: leave it out'],
    [
      'hex with colons',
      HEX.replace(/(..)(?=.)/g, '$1:'),
      'the hex digits have colons between them: leave the colons out',
    ],
    [
      'the middle of an OpenSSH line',
      SSH,
      'this is a part of an OpenSSH line: give it from its kind on, ssh-ed25519 AAAA…',
    ],
    ['a variable', '$PROOF_PUBLIC_KEY', 'this is the name of a variable, not its value: it was not expanded'],
    ['an expression', `\${{ vars.KEY }}`, 'this is the name of a variable, not its value: it was not expanded'],
    ['an error page', '<html>', 'this is an HTML or XML page, not a key'],
    [
      'binary DER',
      '0*0\x05\x06\x03+ep\x03!\0',
      'this is binary DER; convert it: openssl pkey -pubin -inform DER -in FILE -out ci.pub',
    ],
    ['a key id with its algorithm', `sha256:${ID}`, 'this looks like a key id or a hash, not a key'],
    ['an OpenSSH fingerprint', `SHA256:${RAW}`, 'this is the fingerprint of an OpenSSH key, not the key'],
    ['two hex keys', `${HEX}\n${ID}`, SEVERAL],
    ['two OpenSSH lines', `ssh-ed25519 ${SSH} a\nssh-ed25519 ${SSH} b`, SEVERAL],
    ['a JWK set', '{"keys":[]}', 'this is a JWK set: give one key of it'],
    ['a list of JWKs', '[{"kty":"OKP"}]', 'this is a list of keys: give them one at a time'],
    ['a PGP key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDME\n-----END PGP PUBLIC KEY BLOCK-----', PGP],
    ['an SSH2 key', '---- BEGIN SSH2 PUBLIC KEY ----', SSH2],
    ['an RSA OpenSSH line', 'ssh-rsa AAAA a', 'the OpenSSH key is of kind ssh-rsa; give one of kind ssh-ed25519'],
    [
      'an OpenSSH key in hardware',
      'sk-ssh-ed25519@openssh.com AAAA a',
      'the OpenSSH key is of kind sk-ssh-ed25519@openssh.com; give one of kind ssh-ed25519',
    ],
    ['an RSA block', '-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----', cosign('rsa')],
    ['base64 of an RSA SPKI', rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), cosign('rsa')],
    ['base64 of PKCS#8', ed.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'), PRIVATE],
    ['an OpenSSH private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----', PRIVATE],
    ['UTF-16', 'a\0b\0', 'the key text is not UTF-8 (PowerShell: Set-Content -Encoding ascii)'],
    ['double padding', `${RAW}==`, NO_KEY],
    ['unused bits set', `${RAW.slice(0, -1)}l`, NO_KEY],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64'), NO_KEY],
    ['private PEM', ed.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), PRIVATE],
    ['private RSA PEM', rsa.privateKey.export({ format: 'pem', type: 'pkcs1' }).toString(), PRIVATE],
    ['private PEM after other text', `key:\n${ed.privateKey.export({ format: 'pem', type: 'pkcs8' })}`, PRIVATE],
    ['RSA PEM', spki(rsa.publicKey), cosign('rsa')],
    ['EC PEM', spki(ec.publicKey), cosign('ec')],
    ['X25519 PEM', spki(generateKeyPairSync('x25519').publicKey), 'the key must be Ed25519, not x25519'],
    ['two PEM blocks', PEM + PEM, SEVERAL],
    ['PEM with other end', PEM.replace('END PUBLIC', 'END OTHER'), BLOCK],
    ['PEM after other text', `key: ${PEM}`, BLOCK],
    ['PEM before other text', `${PEM}.`, BLOCK],
    ['cut PEM', '-----BEGIN PUBLIC KEY-----\nMCow', BLOCK],
    ['PEM without a label', '-----BEGIN', BLOCK],
    ['PEM of something else', PEM.replaceAll('PUBLIC', 'SOME'), 'the PEM block must be a PUBLIC KEY, not SOME KEY'],
    ['PEM of no base64', pem('AAA'), 'the PEM block is not valid base64'],
    ['PEM of garbage', pem('AAAA'), 'the key must be Ed25519'],
    [
      'PEM of 33 bytes',
      pem(`MCowBQYDK2VwAyEA${Buffer.alloc(33, 7).toString('base64')}`),
      'the key must be Ed25519 in exactly 44 bytes of DER (RFC 8410)',
    ],
    [
      'certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'this is a certificate: give it as the cosign certificate',
    ],
    [
      'OpenSSH',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me',
      'the OpenSSH line is damaged: its base64 is not an ssh-ed25519 key',
    ],
    ['words that only mention OpenSSH', 'my ssh-ed25519 key', NO_KEY],
    ['JWK, not JSON', '{', 'the JWK is not valid JSON'],
    ['JWK of EC', jwk({ kty: 'EC', crv: 'P-256', y: X }), 'the JWK must have kty "OKP" and crv "Ed25519"'],
    ['JWK of EC that claims the curve', jwk({ kty: 'EC' }), 'the JWK must have kty "OKP" and crv "Ed25519"'],
    ['JWK of X25519', jwk({ crv: 'X25519' }), 'the JWK must have kty "OKP" and crv "Ed25519"'],
    ['JWK with inherited members', '{"__proto__":{"kty":"OKP"}}', 'the JWK must have kty "OKP" and crv "Ed25519"'],
    ['private JWK', jwk({ d: X }), 'this is a private JWK: give the public key, and treat the private one as leaked'],
    ['JWK for encryption', jwk({ use: 'enc' }), 'the JWK is not meant for signatures (use)'],
    ['JWK for signing only', jwk({ key_ops: ['sign'] }), 'the JWK is not meant for verification (key_ops)'],
    ['JWK with uses in a text', jwk({ key_ops: 'verify' }), 'the JWK is not meant for verification (key_ops)'],
    ['JWK with standard base64', jwk({ x: BASE64 }), 'x of the JWK must be base64url of 32 bytes'],
    ['JWK without x', jwk({ x: undefined }), 'x of the JWK must be base64url of 32 bytes'],
    ['JWK with a list as x', jwk({ x: [X] }), 'x of the JWK must be base64url of 32 bytes'],
    ['JWK with more before x', jwk({ x: `A${X}` }), 'x of the JWK must be base64url of 32 bytes'],
    ['JWK with more after x', jwk({ x: `${X}A` }), 'x of the JWK must be base64url of 32 bytes'],
    ['JWK with unused bits set', jwk({ x: `${X.slice(0, -1)}l` }), 'x of the JWK must be canonical base64url'],
    ['as long as a text may be', 'a'.repeat(16_384), digits(16_384)],
    ['too long', 'a'.repeat(16_385), 'the public key is longer than 16384 characters'],
  ])('refuses %s', (_name, text, message) => {
    expect(parsePublicKey(text, 'gate')).toEqual({ ok: false, code: 'key.invalid', message });
  });

  test('accepts base64url in gate mode only, as upstream does not accept it', () => {
    for (const text of [X, `${X}=`]) {
      expect(mustParse(text, 'gate').id).toBe(ID);
      expect(parsePublicKey(text, 'compat')).toMatchObject({ ok: false, code: 'key.invalid' });
    }
  });

  test('a private key never appears in the message', () => {
    const pem = ed.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(JSON.stringify(parsePublicKey(pem, 'gate'))).not.toContain(pem.slice(40, 60));
  });
});

describe('weak keys (hardening 18)', () => {
  test.each(vectors.weakKeys)('$name', ({ name, key }) => {
    // One of mixed order verifies nothing by itself: the recorded case g-0501 takes it for another signer's key (2).
    const reason = name.startsWith('not canonical')
      ? 'is not in canonical form'
      : 'is a small-order point: any signature would verify';
    expect(parsePublicKey(key, 'gate')).toMatchObject(
      name.startsWith('mixed order')
        ? { ok: true, key: { weak: true } }
        : { ok: false, code: 'key.weak', message: `the public key ${reason}` },
    );
    // Another key than that of the record must stay a wrong key (2), not a wrong option (6), for old scripts.
    expect(parsePublicKey(key, 'compat')).toMatchObject({ ok: true, key: { weak: true } });
  });

  test.each(['00', '80'])('a point off the curve, sign %s, is a key with which nothing verifies', (sign) => {
    const key = `02${'00'.repeat(30)}${sign}`;
    expect(parsePublicKey(key, 'gate')).toMatchObject({ ok: true, key: { weak: true } });
    expect(parsePublicKey(key, 'compat')).toMatchObject({ ok: true, key: { weak: true } });
  });

  test('keys from common tools are strong', () => {
    for (let i = 0; i < 20; i++) {
      const bytes = rawKey(generateKeyPairSync('ed25519').publicKey);
      const key = mustParse(bytes.toString('base64'));
      expect(key.id).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});

describe('ids chosen by the caller (contract 2.5)', () => {
  const key = mustParse(HEX);
  test.each([ID, ID.toUpperCase(), 'aws:kms:eu-1', 'a:b:c:d'])('%s', (id) => {
    const result = withKeyId(key, id);
    expect(result).toMatchObject({ ok: true, key: { id, kind: 'ed25519', weak: false } });
    expect(key.id).toBe(ID);
  });
  test.each(['', 'a', 'a:b', 'a::c', ':::', 'a:b:', 'a: b:c', ID.slice(1), `${ID}0`])('refuses %j', (id) => {
    const message = 'a key id must be 64 hex digits or have at least three parts separated by ":"';
    expect(withKeyId(key, id)).toEqual({ ok: false, code: 'key.invalid', message });
  });
});
