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

const invalid = (message: string): KeyResult => ({ ok: false, code: 'key.invalid', message });

/**
 * Reads a public key in any form of people.md section 1 (`keyBytes` lists them). A key under which a constant signature
 * verifies anything (small order, not canonical) is refused in gate mode; in compat mode it comes back flagged `weak`,
 * because there the wrong key of a run is reported by its id (2), not as an unusable option (6), and it never verifies
 * anything. So does, in both modes, a text of the right form whose bytes are not a point of the curve or are one of mixed
 * order: no honest signer has it, so it is just a different key (the recorded case g-0501 expects 2 for such a key).
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
