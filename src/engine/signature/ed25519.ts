import { verify } from 'node:crypto';
import type { Mode } from '../mode.js';
import { decodeBase64 } from './base64.js';
import type { PublicKey } from './keys.js';
import { bytesOf, KeyTables } from './tables.js';

/** One Ed25519 signature to verify; a string stands for its UTF-8 bytes (hashes are ASCII). */
export interface Ed25519Job {
  readonly key: PublicKey;
  readonly message: Uint8Array | string;
  /** 64 bytes, R and S. */
  readonly signature: Uint8Array;
}

/** Verifications in the thread pool at a time: enough to keep every thread busy, without taking much memory. */
const IN_FLIGHT = 64;

/** Group order L, big-endian. */
const ORDER = Buffer.from('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed', 'hex');

/**
 * Decodes a signature from standard base64; `undefined` for anything but 88 characters, padded, without line breaks, not
 * base64url, unused bits zero (hardening 18). Compat mode is as lenient as `decodeBase64`.
 */
export function decodeSignature(text: string, mode: Mode = 'gate'): Uint8Array | undefined {
  // The length check avoids decoding a megabyte of base64 for nothing; line breaks may make a lenient one longer.
  if (mode === 'gate' ? text.length !== 88 : text.length > 4096) return undefined;
  const bytes = decodeBase64(text, mode);
  return bytes?.length === 64 ? bytes : undefined;
}

/**
 * Whether a signature has the only encoding that RFC 8032 allows: 64 bytes, S below the group order, R a canonical point
 * encoding (hardening 18). Any other encoding is a second signature derived from an existing one. R must not be the identity
 * either, because only some versions of Node accept it (hardening 35).
 */
export function isCanonicalSignature(signature: Uint8Array): boolean {
  return signature.length === 64 && scalarBelowOrder(signature) && canonicalR(signature);
}

/** Tables of this thread. They only save time: earlier signatures never influence a verdict. */
const tables = new KeyTables();

/**
 * Verifies one Ed25519 signature (RFC 8032, without the cofactor, like Go): node:crypto decides, after the encoding was
 * checked here and the key was found to be strong when it was read. Throws only when the crypto library fails.
 */
export function verifyEd25519(key: PublicKey, message: Uint8Array | string, signature: Uint8Array): boolean {
  const job = { key, message, signature };
  return canVerify(job) && verifyByPlatform(job);
}

/**
 * Verifies many signatures, with precomputed tables for the keys that sign most of them (tables.ts). Verdicts are in the
 * order of the jobs, each the same as from `verifyEd25519`. Throws only when the crypto library fails.
 */
export function verifyEd25519Many(jobs: readonly Ed25519Job[]): boolean[] {
  const { verdicts, left } = verifyByTables(jobs);
  for (const [i, job] of left) verdicts[i] = verifyByPlatform(job);
  return verdicts;
}

/**
 * Like `verifyEd25519Many`, but signatures by keys without a table go to the libuv thread pool, 64 at a time: about twice as
 * fast on two cores.
 */
export async function verifyEd25519Batch(jobs: readonly Ed25519Job[]): Promise<boolean[]> {
  const { verdicts, left } = verifyByTables(jobs);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let one = left[next++]; one !== undefined; one = left[next++]) {
      const [i, job] = one;
      verdicts[i] = await verifyInPool(job);
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, left.length) }, worker));
  return verdicts;
}

/**
 * Decides signatures that cannot be valid, and those by keys with a table. The rest is returned in `left`; its verdict is
 * `false` until it is verified.
 */
function verifyByTables(jobs: readonly Ed25519Job[]): {
  readonly verdicts: boolean[];
  readonly left: readonly (readonly [number, Ed25519Job])[];
} {
  const left: (readonly [number, Ed25519Job])[] = [];
  const tabled: (readonly [number, Ed25519Job])[] = [];
  jobs.forEach((job, i) => {
    if (canVerify(job)) (tables.take(job.key.bytes) ? tabled : left).push([i, job]);
  });
  const found = tables.verify(tabled.map(([, { key, ...rest }]) => ({ key: key.bytes, ...rest })));
  const verdicts = jobs.map(() => false);
  tabled.forEach(([i], at) => {
    verdicts[i] = found[at] === true;
  });
  return { verdicts, left };
}

function verifyByPlatform({ key, message, signature }: Ed25519Job): boolean {
  return verify(null, bytesOf(message), key.verifier, signature);
}

function verifyInPool({ key, message, signature }: Ed25519Job): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, bytesOf(message), key.verifier, signature, (error, result) => {
      if (error === null) resolve(result);
      else reject(error);
    });
  });
}

/** Whether verifying is needed at all: only for a strong key and a canonical encoding. */
function canVerify({ key, signature }: Ed25519Job): boolean {
  return !key.weak && isCanonicalSignature(signature);
}

function scalarBelowOrder(signature: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) {
    const order = ORDER[i] ?? 0;
    const scalar = signature[63 - i] ?? 0;
    if (scalar !== order) return scalar < order;
  }
  return false;
}

function canonicalR(signature: Uint8Array): boolean {
  const low = signature[0] ?? 0;
  const high = (signature[31] ?? 0) & 0x7f;
  const middle = (value: number): boolean => {
    for (let i = 1; i < 31; i++) if (signature[i] !== value) return false;
    return true;
  };
  // y at or above the prime 2^255 - 19, whose lowest byte is 0xed.
  if (high === 0x7f && low >= 0xed && middle(0xff)) return false;
  // The identity has y = 1. x is 0 only for y = 1 and y = -1, and 0 has no sign bit.
  if (high === 0 && low === 1 && middle(0)) return false;
  return !((signature[31] ?? 0) >> 7 === 1 && high === 0x7f && low === 0xec && middle(0xff));
}
