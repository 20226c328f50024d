import { verify } from 'node:crypto';
import type { Mode } from '../mode.js';
import { decodeBase64 } from './base64.js';
import type { PublicKey } from './keys.js';
import { bytesOf, KeyTables } from './tables.js';

/** One Ed25519 signature to verify; a text stands for its UTF-8 bytes (hashes are ASCII). */
export interface Ed25519Job {
  readonly key: PublicKey;
  readonly message: Uint8Array | string;
  /** 64 bytes, R and S. */
  readonly signature: Uint8Array;
}

/** Verifications handed to the thread pool at a time: enough to keep every thread busy, few enough to stay small. */
const IN_FLIGHT = 64;

/** Group order L, big-endian. */
const ORDER = Buffer.from('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed', 'hex');

/**
 * The 64 bytes of a signature in standard base64, `undefined` when it is anything else: 88 characters, padding, no line
 * breaks, no url alphabet, unused bits zero (hardening 18). Compat mode is as lax as `decodeBase64`.
 */
export function decodeSignature(text: string, mode: Mode = 'gate'): Uint8Array | undefined {
  // The bound keeps a megabyte of base64 from being decoded for nothing; line breaks may double a lax one.
  if (mode === 'gate' ? text.length !== 88 : text.length > 4096) return undefined;
  const bytes = decodeBase64(text, mode);
  return bytes?.length === 64 ? bytes : undefined;
}

/**
 * True when a signature has the one encoding that RFC 8032 allows: 64 bytes, S below the group order, R a canonical point
 * encoding (hardening 18). Anything else is a second signature made from a first one. R must not be the identity either: some
 * versions of Node accept it, others do not (hardening 35).
 */
export function isCanonicalSignature(signature: Uint8Array): boolean {
  return signature.length === 64 && scalarBelowOrder(signature) && canonicalR(signature);
}

/** Tables of this thread. They only save time; verdicts do not depend on earlier signatures. */
const tables = new KeyTables();

/**
 * Verifies one Ed25519 signature (RFC 8032, cofactorless, as Go does): node:crypto decides, after the encoding was checked
 * and the key was found strong when it was read. Throws only when the crypto library itself breaks.
 */
export function verifyEd25519(key: PublicKey, message: Uint8Array | string, signature: Uint8Array): boolean {
  const job = { key, message, signature };
  return canVerify(job) && verifyByPlatform(job);
}

/**
 * Verifies many signatures, with tables for the keys that sign most of them (tables.ts); verdicts in the order of the jobs,
 * each what `verifyEd25519` says of it. Throws only when the crypto library breaks.
 */
export function verifyEd25519Many(jobs: readonly Ed25519Job[]): boolean[] {
  const { verdicts, left } = verifyByTables(jobs);
  for (const [i, job] of left) verdicts[i] = verifyByPlatform(job);
  return verdicts;
}

/**
 * As `verifyEd25519Many`, but signatures of keys without a table go to the libuv thread pool, 64 in flight: about twice as
 * fast as one after the other on two cores.
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

/** Decides malformed signatures and those of keys with a table; `left` are the others, `false` until they are verified. */
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

/** A strong key and the one encoding: nothing else is worth the cryptography. */
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
  // The identity is y = 1. x is 0 for y = 1 and y = -1 only, and 0 has no sign.
  if (high === 0 && low === 1 && middle(0)) return false;
  return !((signature[31] ?? 0) >> 7 === 1 && high === 0x7f && low === 0xec && middle(0xff));
}
