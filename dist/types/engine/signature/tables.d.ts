import type { PublicKey } from './keys.js';
/** One Ed25519 signature to verify; a text is taken as its UTF-8 bytes (hashes are ASCII). */
export interface Ed25519Job {
    readonly key: PublicKey;
    readonly message: Uint8Array | string;
    /** 64 bytes, R and S. */
    readonly signature: Uint8Array;
}
/** Verification by tables of the keys that sign most. Not for weak keys: what is computed is no proof there. */
export declare class KeyTables {
    private readonly worthwhile;
    private curve;
    private full;
    private readonly seen;
    private readonly tables;
    /** @param worthwhile signatures of a key that come before it gets a table. */
    constructor(worthwhile?: number);
    /** Counts a signature of this key. True when it is to be verified here; the table is made when it is time. */
    take(key: PublicKey): boolean;
    /**
     * Verdicts in the order of the jobs: signatures of 64 bytes with S below the group order, of keys that `take` said true of.
     * @throws Error when node:crypto contradicts.
     */
    verify(jobs: readonly Ed25519Job[]): boolean[];
}
/** The platform's verdict: RFC 8032, cofactorless. */
export declare function verifyByPlatform({ key, message, signature }: Ed25519Job): boolean;
/** The bytes of a message. */
export declare function bytesOf(message: Uint8Array | string): Uint8Array;
