import type { Revocation, VerifyOptions } from '../options.js';
import type { PublicKey } from '../signature/keys.js';
import type { JsonObject } from '../types.js';
import type { Document } from './document.js';
import { type Problem } from './members.js';
import type { Signed } from './signed-json.js';
/** A revocation list as it was read (contract section 4). */
export interface RevocationList {
    readonly revocations: readonly Revocation[];
    readonly problems: readonly Problem[];
    /** What its signature covers. */
    readonly digest: string;
}
/** Reads a revocation list from a parsed document; problems are of a type that leave it unreadable. */
export declare function readRevocationList(value: JsonObject): RevocationList;
/** Why a revocation list's signature does not hold under a key, or `undefined` when it does. */
export declare function revocationSignatureProblem(value: JsonObject, digest: string, keys: readonly PublicKey[], mode: VerifyOptions['mode']): {
    readonly message: string;
} | undefined;
/** A revocation list as an artifact of its own: schema, readability, signature. */
export declare function verifyRevocationList(document: Document, options: VerifyOptions): Signed;
/** A record-type manifest on its own: its schema; the types themselves count only inside their bundle. */
export declare function verifyRecordTypes(document: Document): void;
/** A governance event: validated, never counted as evidence (schemas.md). */
export declare function verifyGovernanceEvent(document: Document): void;
