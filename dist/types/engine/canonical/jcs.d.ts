import type { Json } from '../types.js';
/** Result of `arrange`: a value whose members stand in canonical order, ready for `write`. */
export interface Arranged {
    readonly value: Json;
    /** Members of all objects in it. */
    readonly members: number;
    /** False when a number overflowed the double range while it was parsed (contract section 1). */
    readonly finite: boolean;
}
/** Orders all members and counts them in the same walk, so that duplicates show against the bytes' own count. */
export declare function arrange(value: Json): Arranged;
/** Counts members and checks numbers without ordering anything: for values that are not canonicalised as a whole. */
export declare function countMembers(value: Json): {
    readonly members: number;
    readonly finite: boolean;
};
/** True when the last `arrange` met an object that only `canonicalSlow` writes in order. */
export declare function needsSlow(): boolean;
/**
 * The canonical form (RFC 8785) of a parsed JSON value, as text.
 * The value must hold no lone surrogates and no infinite numbers: the strict reader refuses both.
 */
export declare function canonicalize(value: Json): string;
/** As `canonicalize`, for any member names. */
export declare function canonicalSlow(value: Json): string;
/** `digestHex` of contract section 1: lower-case hex SHA-256 over the canonical bytes. */
export declare function digestHex(value: Json): string;
