import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { Fault } from '../fault.js';
import { parsePublicKey } from '../signature/keys.js';
import { blocksOf, unfolded } from '../signature/pem.js';

/** An Ed25519 private key, ready to sign with. The private half cannot be read from this object. */
export interface SigningKey {
  /** Lower-case hex SHA-256 of `publicKey`, the `signing_key_id` of records it signs. */
  readonly id: string;
  /** The public key, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
  /** Returns the signature in standard base64, after verifying it with the public half. Deterministic (RFC 8032). */
  sign(message: string | Uint8Array): string;
}

/** A new key pair as text: PKCS#8 and SPKI in PEM, which every other tool reads. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
  readonly keyId: string;
}

/** Maximum characters of a private key text: long enough to recognize and name a large RSA key. */
const MAX_KEY_TEXT = 32_768;

/** Generates an Ed25519 key pair. */
export function generateKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    keyId: idOf(rawBytes(publicKey)),
  };
}

/**
 * Reads an Ed25519 private key: PKCS#8 in PEM, also with line breaks written as `\n`, or a private JWK.
 * @param name how messages refer to it; the key text itself never appears in a message.
 * @throws Fault `key.invalid` for anything else, and says what it is.
 */
export function signingKey(text: string, name = 'the key'): SigningKey {
  const refuse = (why: string): Fault => new Fault('key.invalid', `${name} ${why}`);
  const trimmed = text.trim();
  if (trimmed === '') throw refuse('is empty');
  if (trimmed.length > MAX_KEY_TEXT) throw refuse('is too long for a private key');
  const key = trimmed.startsWith('{') ? privateJwk(trimmed, refuse) : privatePem(trimmed, refuse);
  if (key.asymmetricKeyType !== 'ed25519') throw refuse(`is ${kindOf(key)}; sign needs Ed25519`);
  const publicHalf = createPublicKey(key);
  const publicKey = rawBytes(publicHalf);
  return {
    id: idOf(publicKey),
    publicKey,
    sign: (message) => {
      const bytes = Buffer.from(message);
      const signature = sign(null, bytes, key);
      if (!verify(null, bytes, publicHalf, signature)) throw new Error('a new signature does not verify');
      return signature.toString('base64');
    },
  };
}

/**
 * The id of a key: lower-case hex SHA-256 of its 32 public bytes.
 * @param key a public key in any form that `--public-key` accepts, or a private key in a form that `signingKey` accepts.
 * @throws Fault `key.invalid` or `key.weak`.
 */
export function keyId(key: string): string {
  return identify(key).id;
}

/**
 * Id and public bytes of a public or private key.
 * @throws Fault `key.invalid` or `key.weak`.
 */
export function identify(text: string, name = 'the key'): { readonly id: string; readonly publicKey: Uint8Array } {
  if (isPrivate(text)) return signingKey(text, name);
  const parsed = parsePublicKey(text, 'gate');
  if (parsed.ok) return { id: parsed.key.id, publicKey: parsed.key.bytes };
  throw new Fault(parsed.code, parsed.message);
}

/** Whether a text is, or contains, private key material. */
export function isPrivate(text: string): boolean {
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(text)) return true;
  return text.trimStart().startsWith('{') && /"d"\s*:/.test(text);
}

function privatePem(text: string, refuse: (why: string) => Fault): KeyObject {
  const blocks = blocksOf(unfolded(text));
  const found = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const [block] = found;
  if (block === undefined) throw refuse(notPrivate(text, blocks[0]?.label));
  if (found.length > 1) throw refuse('contains several private keys; give one');
  const { label, text: pem } = block;
  if (/^ENCRYPTED (COSIGN|SIGSTORE) /.test(label)) {
    throw refuse('is a cosign private key; sign with `cosign sign-blob`, or use an Ed25519 key');
  }
  if (label === 'ENCRYPTED PRIVATE KEY' || /^(Proc-Type|DEK-Info):/m.test(pem)) {
    throw refuse('is encrypted; decrypt it first: openssl pkey -in FILE -out ci.pem');
  }
  if (label === 'OPENSSH PRIVATE KEY') {
    throw refuse(
      'is an OpenSSH private key; sign needs PKCS#8 (proof-verify keygen, openssl genpkey -algorithm ed25519)',
    );
  }
  try {
    return createPrivateKey(pem);
  } catch {
    // The error of the crypto library may quote parts of the key.
    throw refuse('is not a readable private key');
  }
}

function notPrivate(text: string, label: string | undefined): string {
  if (label === 'CERTIFICATE') return 'is a certificate; signing needs the private key';
  if (label?.endsWith('PUBLIC KEY') === true || parsePublicKey(text, 'gate').ok) {
    return 'is a public key; signing needs the private key';
  }
  return 'is not a private key; sign needs PKCS#8 PEM or a private JWK';
}

function privateJwk(text: string, refuse: (why: string) => Fault): KeyObject {
  let jwk: Readonly<Record<string, unknown>>;
  try {
    jwk = JSON.parse(text);
  } catch {
    throw refuse('is not a readable JWK');
  }
  const member = (name: string): unknown => (Object.hasOwn(jwk, name) ? jwk[name] : undefined);
  if (Array.isArray(member('keys'))) throw refuse('is a JWK set; give one key');
  if (member('d') === undefined) throw refuse('is a public key; signing needs the private key');
  if (member('kty') !== 'OKP' || member('crv') !== 'Ed25519') {
    const kind = [member('kty'), member('crv')].filter((part) => typeof part === 'string').join(' ');
    throw refuse(`is a JWK of kind ${JSON.stringify(kind.slice(0, 40))}; sign needs Ed25519`);
  }
  const x = member('x');
  const d = member('d');
  const form = /^[A-Za-z0-9_-]{43}$/;
  if (typeof x !== 'string' || typeof d !== 'string' || !form.test(x) || !form.test(d)) {
    throw refuse('is a JWK whose x or d is not base64url of 32 bytes');
  }
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' });
  if (rawBytes(createPublicKey(key)).toString('base64url') !== x) {
    throw refuse('is a JWK whose x does not belong to its d');
  }
  return key;
}

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

function kindOf(key: KeyObject): string {
  const { namedCurve = '', modulusLength } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ec':
      return `an ECDSA ${CURVES[namedCurve] ?? namedCurve} key`;
    case 'rsa':
    case 'rsa-pss':
      return `an RSA key (${modulusLength ?? 0} bits)`;
    case 'dsa':
      return 'a DSA key';
    default:
      return `an ${key.asymmetricKeyType ?? 'unknown'} key`;
  }
}

function rawBytes(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32);
}

function idOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
