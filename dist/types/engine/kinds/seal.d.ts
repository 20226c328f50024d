import type { JsonObject } from '../types.js';
/**
 * The hash that a record must carry (contract section 2.1), from its parsed value.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export declare function hashOfRecord(record: JsonObject): string;
/** The record with `integrity.record_hash` filled in; other members of integrity stay. */
export declare function sealRecord(record: JsonObject): JsonObject;
/**
 * The text of a record with its hash filled in and nothing else changed: formatting, member order and escapes stay as
 * the producer wrote them.
 * @throws Fault when the text is no JSON record.
 */
export declare function sealText(bytes: Uint8Array, maxDepth: number): {
    readonly text: string;
    readonly hash: string;
};
