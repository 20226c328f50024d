import type { Mode } from '../options.js';
import type { PublicKey } from './keys.js';
import { type Ed25519Job } from './tables.js';
export type { Ed25519Job } from './tables.js';
/**
 * The 64 bytes of a signature in standard base64, `undefined` when it is anything else: 88 characters, padding, no line
 * breaks, no url alphabet, unused bits zero (hardening 18). Compat mode is as lax as `decodeBase64`.
 */
export declare function decodeSignature(text: string, mode?: Mode): Uint8Array | undefined;
/**
 * True when the encoding of a signature is the one that RFC 8032 allows: 64 bytes, S below the group order, R
 * a canonical point encoding (hardening 18). Anything else is a second signature made from a first one.
 */
export declare function isCanonicalSignature(signature: Uint8Array): boolean;
/**
 * Verifies one Ed25519 signature (RFC 8032, cofactorless, as Go does): node:crypto decides, after the encoding was checked
 * and the key was found strong when it was read. Throws only when the crypto library itself breaks.
 */
export declare function verifyEd25519(key: PublicKey, message: Uint8Array | string, signature: Uint8Array): boolean;
/**
 * Verifies many signatures, with tables for the keys that sign most of them (tables.ts); verdicts in the order of the jobs,
 * each what `verifyEd25519` says of it. Throws only when the crypto library breaks or contradicts the tables.
 */
export declare function verifyEd25519Many(jobs: readonly Ed25519Job[]): boolean[];
/**
 * As `verifyEd25519Many`, but what no table is there for goes to the libuv thread pool, 64 in flight: about twice as fast
 * as one after the other on two cores.
 */
export declare function verifyEd25519Batch(jobs: readonly Ed25519Job[]): Promise<boolean[]>;
