import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { Point } from '@noble/ed25519';
import type { Mode } from '../options.js';
import { decodeBase64 } from './base64.js';

/** An Ed25519 public key, ready to verify with. */
export interface PublicKey {
  readonly kind: 'ed25519';
  /** Lower-case hex SHA-256 of `bytes`, or what `withKeyId` set. */
  readonly id: string;
  /** The 32 bytes of RFC 8032. */
  readonly bytes: Uint8Array;
  /** What people call the signer. */
  readonly name?: string;
  /** Nothing may verify under this key (hardening 18): a weak one in compat mode, no point of the curve, or mixed order. */
  readonly weak: boolean;
  /** Kept, because importing a key costs as much as a third of a verification. */
  readonly verifier: KeyObject;
}

/** A key or why there is none; both codes lead to exit code 6. */
export type KeyResult =
  | { readonly ok: true; readonly key: PublicKey }
  | { readonly ok: false; readonly code: 'key.invalid' | 'key.weak'; readonly message: string };

/** Characters of a key text; the longest real one, PEM with a wide RSA key, stays far below. */
const MAX_KEY_TEXT = 16_384;
/** DER of an Ed25519 SubjectPublicKeyInfo up to the key bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const invalid = (message: string): KeyResult => ({ ok: false, code: 'key.invalid', message });

/**
 * Reads a public key of contract 2.5: 64 hex digits or base64 (padded or raw) of 32 bytes; PEM/SPKI or JWK (ours to add).
 * Blanks around it are ignored. A key under which a constant signature verifies anything (small order, not canonical) is
 * refused in gate mode; in compat mode it comes back flagged `weak`, because there the wrong key of a run
 * is told by its id (2), not as an unusable option (6), and it never verifies anything. So does, in both modes, a text of
 * the right form whose bytes are no point of the curve or one of mixed order: no honest signer has it, so it is just another
 * key (the recorded case g-0501 wants 2 for such a key).
 */
export function parsePublicKey(text: string, mode: Mode): KeyResult {
  const trimmed = text.trim();
  if (trimmed === '') return invalid('the public key is empty');
  if (trimmed.length > MAX_KEY_TEXT) return invalid(`the public key is longer than ${MAX_KEY_TEXT} characters`);
  const bytes = keyBytes(trimmed, mode);
  if (typeof bytes === 'string') return invalid(bytes);
  const weakness = weaknessOf(bytes);
  if (mode === 'gate' && weakness?.refusal !== undefined) {
    return { ok: false, code: 'key.weak', message: `the public key ${weakness.refusal}` };
  }
  return {
    ok: true,
    key: {
      kind: 'ed25519',
      id: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      weak: weakness !== undefined,
      verifier: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' }),
    },
  };
}

/**
 * The same key under an id of the caller's choice (contract 2.5): 64 hex digits, or at least three non-empty parts
 * separated by `:`. The id is compared exactly, also in its case.
 */
export function withKeyId(key: PublicKey, id: string): KeyResult {
  const parts = id.split(':');
  if (
    !/^[0-9a-fA-F]{64}$/.test(id) &&
    (parts.length < 3 || parts.some((part) => part.trim() !== part || part === ''))
  ) {
    return invalid('a key id must be 64 hex digits or have at least three parts separated by ":"');
  }
  return { ok: true, key: { ...key, id } };
}

function keyBytes(text: string, mode: Mode): Uint8Array | string {
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, 'hex');
  if (text.includes('-----BEGIN')) return pemBytes(text);
  if (text.startsWith('{')) return jwkBytes(text);
  if (/^ssh-\S+ /.test(text))
    return 'the public key is in OpenSSH format: give 64 hex digits, base64 of 32 bytes, PEM or JWK';
  const padded = text.length === 43 ? `${text}=` : text;
  const bytes = decodeBase64(padded, mode);
  if (bytes?.length === 32) return bytes;
  return 'not a public key: give 64 hex digits, base64 of 32 bytes (standard alphabet), PEM or JWK';
}

function pemBytes(text: string): Uint8Array | string {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
  if (label?.endsWith('PRIVATE KEY'))
    return 'this is a private key: give the public key, and treat the private one as leaked';
  if (label === 'CERTIFICATE') return 'this is a certificate: give it as the cosign certificate';
  if (!/^-----BEGIN ([A-Z0-9 ]+)-----\r?\n[A-Za-z0-9+/=\r\n]+-----END \1-----$/.test(text)) {
    return 'the PEM text must be exactly one block';
  }
  if (label !== 'PUBLIC KEY') return `the PEM block must be a PUBLIC KEY, not ${label}`;
  const der = decodeBase64(text.replace(/-----[A-Z0-9 ]+-----|[\r\n]/g, ''));
  if (der === undefined) return 'the PEM block is not valid base64';
  if (der.length === SPKI_PREFIX.length + 32 && der.subarray(0, SPKI_PREFIX.length).equals(SPKI_PREFIX)) {
    return der.subarray(SPKI_PREFIX.length);
  }
  return `the PEM key must be Ed25519${otherKind(der)}`;
}

function otherKind(der: Buffer): string {
  try {
    const kind = createPublicKey({ key: der, format: 'der', type: 'spki' }).asymmetricKeyType ?? 'unknown';
    if (kind === 'ed25519') return ' in exactly 44 bytes of DER (RFC 8410)';
    return kind === 'ec' || kind === 'rsa' ? `, not ${kind}: give a cosign key as the cosign key` : `, not ${kind}`;
  } catch {
    return '';
  }
}

function jwkBytes(text: string): Uint8Array | string {
  // an object, because the text begins with a brace
  let jwk: Readonly<Record<string, unknown>>;
  try {
    jwk = JSON.parse(text);
  } catch {
    return 'the JWK is not valid JSON';
  }
  const member = (name: string): unknown => (Object.hasOwn(jwk, name) ? jwk[name] : undefined);
  if (member('d') !== undefined)
    return 'this is a private JWK: give the public one, and treat the private one as leaked';
  if (member('kty') !== 'OKP' || member('crv') !== 'Ed25519') return 'the JWK must have kty "OKP" and crv "Ed25519"';
  const use = member('use');
  if (use !== undefined && use !== 'sig') return 'the JWK is not meant for signatures (use)';
  const operations = member('key_ops');
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    return 'the JWK is not meant for verification (key_ops)';
  }
  const x = member('x');
  if (typeof x !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(x)) return 'x of the JWK must be base64url of 32 bytes';
  const bytes = Buffer.from(x, 'base64url');
  return bytes.toString('base64url') === x ? bytes : 'x of the JWK must be canonical base64url';
}

interface Weakness {
  /** Why the gate refuses the key itself; absent for one that is just another key, under which nothing verifies. */
  readonly refusal?: string;
}

const FIELD_PRIME = 2n ** 255n - 19n;

/**
 * Whether nothing may verify under these 32 bytes. node:crypto takes small-order and non-canonical keys, and a
 * constant signature verifies every message under them (hardening.md, last paragraph).
 */
function weaknessOf(bytes: Uint8Array): Weakness | undefined {
  let point: Point;
  try {
    point = Point.fromBytes(bytes, false);
  } catch {
    return isSecondSpelling(bytes) ? { refusal: 'is not in canonical form' } : {};
  }
  if (point.isSmallOrder()) return { refusal: 'has small order: anything verifies under it' };
  return point.isTorsionFree() ? undefined : {};
}

/** Whether bytes that cannot be decoded would be a point if spelled otherwise: y below the prime, x = 0 without a sign. */
function isSecondSpelling(bytes: Uint8Array): boolean {
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
  return y >= FIELD_PRIME || y === 1n || y === FIELD_PRIME - 1n;
}
