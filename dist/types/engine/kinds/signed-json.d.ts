import { type VerifyOptions } from '../options.js';
import type { Json, JsonObject } from '../types.js';
import type { Document } from './document.js';
/** Who signed a document, as far as that was checked. */
export interface Signed {
    readonly signatures: number;
    readonly keyIds: ReadonlySet<string>;
}
/** `object` without some of its own members. */
export declare function without(object: JsonObject, ...names: readonly string[]): JsonObject;
/**
 * Checks one Gait signature object (contract section 6): the digest it names always, the signature itself when a key is
 * there. It covers one of `digests`; when it names none of them, it should have been the first.
 */
export declare function checkGaitSignature(signature: Json, pointer: string, digests: readonly [string, ...string[]], document: Document, options: VerifyOptions): string | undefined;
/** Verifies a JSON object with a top-level `signature` (contract section 6): traces, tokens. */
export declare function verifySignedJson(document: Document, options: VerifyOptions): Signed;
/** A token whose `expires_at` is past proves nothing any more. */
export declare function checkExpiry(document: Document, options: VerifyOptions): void;
