import type { Mode } from '../options.js';
import { type SignatureJob, type SignatureProblem } from './jobs.js';
import type { PublicKey } from './keys.js';
import type { Trust } from './trust.js';
/** What an Ed25519 signature object covers (contract 4): the hex text of a digest, or its 32 bytes (Gait). */
export type SignedForm = 'ascii-hex' | 'raw-digest';
/** A member of the object, `''` for the object as a whole. */
export type SignatureMember = 'alg' | 'key_id' | 'sig' | 'signed_digest' | '';
/** Why a signature object was not accepted, and which member is at fault. */
export interface ObjectProblem extends SignatureProblem {
    readonly member: SignatureMember;
}
/** An Ed25519 signature object ready for the cryptography. */
export interface ObjectStep {
    readonly job: SignatureJob & {
        readonly kind: 'ed25519';
    };
}
/**
 * First step of the check of `{alg, key_id, sig, signed_digest}` (contract 4 and 6): form, digest, key.
 * @param digestHex lower-case hex of the digest of what is signed, recomputed.
 *
 * Gate mode wants all four members, `alg` exactly `ed25519`, exact lower-case hex and the id of a given key (hardening 18,
 * 19). Compat mode takes what upstream takes: hex in any case, and any `key_id` as long as a given key verifies.
 * Problems: `signature.missing` (absent or null), `signature.invalid`, `signature.algorithm_unsupported`,
 * `signature.digest_mismatch`, `signature.key_mismatch` (2), `key.missing` (6).
 */
export declare function prepareSignatureObject(value: unknown, digestHex: string, over: SignedForm, keys: readonly PublicKey[], mode: Mode): ObjectStep | ObjectProblem;
/** Both steps of an Ed25519 signature object at once. */
export declare function checkSignatureObject(value: unknown, digestHex: string, over: SignedForm, keys: readonly PublicKey[], mode: Mode): {
    readonly ok: true;
    readonly keyId: string;
} | ObjectProblem;
/**
 * First step for a bundle manifest's signature (contract 4 and 5), where `alg` may also be `cosign`: a cosign blob
 * signature over the ASCII hex digest. The second step is `runSignatureJobs`.
 */
export declare function prepareManifestSignature(value: unknown, digestHex: string, trust: Trust, now: number): {
    readonly job: SignatureJob;
} | ObjectProblem;
