import { type KeyObject, verify } from 'node:crypto';
import { isCanonicalSignature } from '../ed25519.js';
import type { SignatureProblem } from '../verdict.js';

const MIN_RSA_BITS = 2048;
/** cosign signs with the digest that fits the curve, and also accepts SHA-256. */
const CURVE_DIGESTS: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ['sha256'],
  secp384r1: ['sha384', 'sha256'],
  secp521r1: ['sha512', 'sha256'],
};

/**
 * The digests that cosign uses with this key (`null`: none, for Ed25519); `undefined` for a kind, curve or size that is not
 * accepted.
 */
export function digestsFor(key: KeyObject): readonly (string | null)[] | undefined {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'ec') return CURVE_DIGESTS[details?.namedCurve ?? ''];
  if (key.asymmetricKeyType === 'rsa') return (details?.modulusLength ?? 0) >= MIN_RSA_BITS ? ['sha256'] : undefined;
  return key.asymmetricKeyType === 'ed25519' ? [null] : undefined;
}

/** Whether the signature verifies with the key and a digest that cosign uses for it. */
export function verifyWith(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  // Versions of Node disagree on some encodings (hardening 35).
  if (key.asymmetricKeyType === 'ed25519' && !isCanonicalSignature(signature)) return false;
  // node:crypto itself rejects EC signatures that are not strict DER: trailing bytes, non-minimal lengths.
  return (digestsFor(key) ?? []).some((digest) => verify(digest, message, key, signature));
}

/** Builds a failed verdict. */
export function refuse(code: SignatureProblem['code'], message: string): SignatureProblem {
  return { ok: false, code, message };
}
