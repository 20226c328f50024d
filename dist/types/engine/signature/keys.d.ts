import { type KeyObject } from 'node:crypto';
import type { Mode } from '../options.js';
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
export type KeyResult = {
    readonly ok: true;
    readonly key: PublicKey;
} | {
    readonly ok: false;
    readonly code: 'key.invalid' | 'key.weak';
    readonly message: string;
};
/**
 * Reads a public key of contract 2.5: 64 hex digits or base64 (padded or raw) of 32 bytes; PEM/SPKI or JWK (ours to add).
 * Blanks around it are ignored. A key under which a constant signature verifies anything (small order, not canonical) is
 * refused in gate mode; in compat mode it comes back flagged `weak`, because there the wrong key of a run
 * is told by its id (2), not as an unusable option (6), and it never verifies anything. So does, in both modes, a text of
 * the right form whose bytes are no point of the curve or one of mixed order: no honest signer has it, so it is just another
 * key (the recorded case g-0501 wants 2 for such a key).
 */
export declare function parsePublicKey(text: string, mode: Mode): KeyResult;
/**
 * The same key under an id of the caller's choice (contract 2.5): 64 hex digits, or at least three non-empty parts
 * separated by `:`. The id is compared exactly, also in its case.
 */
export declare function withKeyId(key: PublicKey, id: string): KeyResult;
