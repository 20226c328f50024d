import type { Slice } from '../canonical/slices.js';
import type { FindingCode } from '../findings.js';
import { type VerifyOptions } from '../options.js';
import type { CustomTypes } from '../schema/custom.js';
import { type SignatureVerdict } from '../signature/jobs.js';
import { type RecordJob } from '../signature/record-signature.js';
import type { CheckedRecord, JsonObject, SignatureState } from '../types.js';
import { type Problem } from './members.js';
/** How the records of one source hang together and what is asked of each. Plain data, except `custom`. */
export interface RunRules {
    /** `chain`: each record links to the one before. `auto`: as soon as one has a previous_record_hash. */
    readonly link: 'chain' | 'auto' | 'none';
    /** Which schemas hold: the published ones on the typed view, on the raw value (Gait packs in compat mode), or none. */
    readonly schema: 'typed' | 'raw' | 'none';
    readonly custom?: CustomTypes | undefined;
    /** Fail closed on a line that is no record (packs), or let an element `null` read as an empty record (chains). */
    readonly nullRecord: 'empty' | 'refuse';
    /** `known`: inside a sealed container, only signatures under a given key are checked; others count as unchecked. */
    readonly signatures?: 'known';
    /** Pass over JSON values that are no records (bundles hold other evidence too). */
    readonly onlyRecords?: true;
    /** Code for schema problems instead of their own. */
    readonly schemaCode?: FindingCode;
}
/** A problem with its absolute byte offset. */
export interface PlacedProblem extends Problem {
    readonly offset: number;
}
/**
 * What is known of one record by looking at it alone. Plain data, so that it can come from another thread; `value` and
 * `job` are there only when the record was checked in this one.
 */
export interface Checked {
    readonly line: number;
    readonly offset: number;
    /** It could be read as a record, so the members below say what it says. */
    readonly readable: boolean;
    readonly recordId: string;
    readonly declaredHash: string;
    readonly previousHash: string;
    readonly signingKeyId: string;
    readonly epochMs: number;
    /** Recomputed, `''` when it could not be. */
    readonly hash: string;
    readonly problems: PlacedProblem[];
    signature: SignatureState;
    /** Id of what verified the signature: never what the record merely claims. */
    keyId: string | undefined;
    ok: boolean;
    value: JsonObject | undefined;
    job: RecordJob | undefined;
    /** What `VerifyOptions.records.extract` made of it. */
    fact?: unknown;
}
/** Checks records one by one: reading, required members, schema, hash, key; everything but links and cryptography. */
export declare class RecordChecker {
    private readonly options;
    private readonly rules;
    private readonly required;
    private located;
    constructor(options: VerifyOptions, rules: RunRules);
    /** The record in a slice; `undefined` when the rules pass over it because it is no record. */
    check(slice: Slice): Checked | undefined;
    private parse;
    private checkValue;
    /** Absolute places; past what is kept of an artifact anyway, the start of the record has to do. */
    private place;
    private problemsOf;
    private checkSchema;
    /** Hardening 7: what a reader would trust and no hash covers. */
    private checkUncovered;
    private prepareSignature;
}
/** A record as it is shown outside of the engine. */
export declare function checkedRecord(one: Checked, index: number, artifact: string, entry: string | undefined, value: CheckedRecord['value']): CheckedRecord;
/**
 * Finishes the records of slices in this thread: checks them, verifies their Ed25519 signatures, makes the caller's
 * extracts and lets go of their values. Those with a cosign signature are left as they are, for who can wait for it.
 */
export declare function finishedRecords(slices: readonly Slice[], checker: RecordChecker, artifact: string, entry: string | undefined, options: VerifyOptions): (Checked | undefined)[];
/** Notes the verdict on a record's signature. */
export declare function settleSignature(one: Checked, verdict: SignatureVerdict | undefined, options: VerifyOptions): void;
/** Why the signer of a record is revoked (contract section 4), or `undefined`. */
export declare function revocationProblem(options: VerifyOptions, keyId: string, epochMs: number): Problem | undefined;
