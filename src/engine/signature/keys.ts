import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { Point } from '@noble/ed25519';
import type { Mode } from '../mode.js';
import { keyBytes } from './key-forms.js';
import { SPKI_PREFIX } from './pem.js';

/** An Ed25519 public key, ready to verify with. */
export interface PublicKey {
  readonly kind: 'ed25519';
  /** Lower-case hex SHA-256 of `bytes`, or what `withKeyId` set. */
  readonly id: string;
  /** The public key, 32 bytes (RFC 8032). */
  readonly bytes: Uint8Array;
  /** Name of the signer for messages. */
  readonly name?: string;
  /**
   * Signatures by this key never verify (hardening 18): it is weak (compat mode only), not a point of the curve, or of mixed
   * order.
   */
  readonly weak: boolean;
  /** Imported key object, kept because importing costs as much as a third of a verification. */
  readonly verifier: KeyObject;
}

/** A key, or why it cannot be used; both codes lead to exit code 6. */
export type KeyResult =
  | { readonly ok: true; readonly key: PublicKey }
  | { readonly ok: false; readonly code: 'key.invalid' | 'key.weak'; readonly message: string };

/** Maximum characters of a key text; the longest real one, PEM of a large RSA key, is much shorter. */
const MAX_KEY_TEXT = 16_384;

const invalid = (message: string): KeyResult => ({ ok: false, code: 'key.invalid', message });

/**
 * Reads a public key in any form of people.md section 1 (listed at `keyBytes`). A key for which a constant signature verifies
 * any message (small order, not canonical) is refused in gate mode. In compat mode it is returned with `weak` set and never
 * verifies anything, because there the wrong key of a run is reported by its id (2) and not as an unusable option (6). In
 * both modes, bytes that are not a point of the curve or are one of mixed order are also returned as `weak`: no honest signer
 * has such a key, so it is simply a different key (the recorded case g-0501 expects 2 for it).
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
 * The same key with an id chosen by the caller (contract 2.5): 64 hex digits, or at least three non-empty parts separated by
 * `:`. The id is compared exactly, including case.
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

interface Weakness {
  /** Why the gate refuses the key; absent for one that is merely useless, because no signature verifies with it. */
  readonly refusal?: string;
}

const FIELD_PRIME = 2n ** 255n - 19n;

/**
 * The weakness of a key, or `undefined`. node:crypto accepts small-order and non-canonical keys, and with such a key a
 * constant signature verifies every message (hardening.md, last paragraph).
 */
function weaknessOf(bytes: Uint8Array): Weakness | undefined {
  let point: Point;
  try {
    point = Point.fromBytes(bytes, false);
  } catch {
    return isSecondSpelling(bytes) ? { refusal: 'is not in canonical form' } : {};
  }
  if (point.isSmallOrder()) return { refusal: 'is a small-order point: any signature would verify' };
  return point.isTorsionFree() ? undefined : {};
}

/** Whether undecodable bytes are a non-canonical encoding of a point: y not below the prime, or x = 0 with a sign bit. */
function isSecondSpelling(bytes: Uint8Array): boolean {
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) & (2n ** 255n - 1n);
  return y >= FIELD_PRIME || y === 1n || y === FIELD_PRIME - 1n;
}
