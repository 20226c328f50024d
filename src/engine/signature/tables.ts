import { randomInt, verify } from 'node:crypto';
import { Point } from '@noble/ed25519';
import { sha512 } from '../canonical/digest.js';
import { Curve } from './curve.js';
import type { PublicKey } from './keys.js';

/*
 * A chain is signed by one key over and over, and `crypto.verify` computes the multiples of that key anew for each signature.
 * With a table of them a signature takes 64 additions on the curve. What is computed is the same: S·B - h·A, written as
 * bytes, has to be R (RFC 8032 5.1.7, without the cofactor, as node:crypto and Go do). node:crypto stays the witness (hardening
 * 18): it is asked about every signature that is not found good here, and about one of each group that is, chosen where no
 * artifact can know. If it says otherwise, this code is broken and nothing that it said counts.
 */

/** One Ed25519 signature to verify; a text is taken as its UTF-8 bytes (hashes are ASCII). */
export interface Ed25519Job {
  readonly key: PublicKey;
  readonly message: Uint8Array | string;
  /** 64 bytes, R and S. */
  readonly signature: Uint8Array;
}

/** Making the first tables takes as long as verifying so many signatures without. */
const WORTHWHILE = 256;
/** Half a MB each. */
const MAX_TABLES = 16;
/** One of so many signatures that were found good is put before node:crypto. */
const WITNESS_EACH = 64;

const ORDER = Point.CURVE().n;

/** Verification by tables of the keys that sign most. Not for weak keys: what is computed is no proof there. */
export class KeyTables {
  private curve: Curve | undefined;
  private full = false;
  private readonly seen = new WeakMap<PublicKey, number>();
  private readonly tables = new Map<PublicKey, number>();

  /** @param worthwhile signatures of a key that come before it gets a table. */
  constructor(private readonly worthwhile = WORTHWHILE) {}

  /** Counts a signature of this key. True when it is to be verified here; the table is made when it is time. */
  take(key: PublicKey): boolean {
    if (this.tables.has(key)) return true;
    const seen = this.seen.get(key) ?? 0;
    this.seen.set(key, seen + 1);
    if (seen < this.worthwhile || this.full) return false;
    try {
      this.curve ??= Curve.load();
      const table = this.curve?.addTable(Point.fromBytes(key.bytes).negate());
      if (table !== undefined) this.tables.set(key, table);
    } catch {
      // No memory for it, where a process may not have much: the platform verifies as well, only slower.
      this.full = true;
    }
    this.full ||= this.tables.size === MAX_TABLES || this.curve === undefined;
    return this.tables.has(key);
  }

  /**
   * Verdicts in the order of the jobs: signatures of 64 bytes with S below the group order, of keys that `take` said true of.
   * @throws Error when node:crypto contradicts.
   */
  verify(jobs: readonly Ed25519Job[]): boolean[] {
    const equations = jobs.map(({ key, message, signature }) => {
      const table = this.tables.get(key);
      if (table === undefined) throw new Error('the key has no table');
      const r = signature.subarray(0, 32);
      return { s: signature.subarray(32, 64), h: challenge(r, key.bytes, message), r, table };
    });
    const verdicts = this.curve?.solve(equations) ?? [];
    let witness = 0;
    jobs.forEach((job, i) => {
      if (i % WITNESS_EACH === 0) witness = i + randomInt(Math.min(WITNESS_EACH, jobs.length - i));
      const good = verdicts[i] === true;
      if (good && i !== witness) return;
      if (good !== verifyByPlatform(job)) throw new Error('node:crypto contradicts the verdict on a signature');
    });
    return verdicts;
  }
}

/** The platform's verdict: RFC 8032, cofactorless. */
export function verifyByPlatform({ key, message, signature }: Ed25519Job): boolean {
  return verify(null, bytesOf(message), key.verifier, signature);
}

/** The bytes of a message. */
export function bytesOf(message: Uint8Array | string): Uint8Array {
  return typeof message === 'string' ? Buffer.from(message, 'utf8') : message;
}

/** h of RFC 8032 5.1.7 step 2, modulo the group order. */
function challenge(r: Uint8Array, key: Uint8Array, message: Uint8Array | string): bigint {
  const digest = sha512(Buffer.concat([r, key, bytesOf(message)])).reverse();
  return BigInt(`0x${digest.toString('hex')}`) % ORDER;
}
