import type { Finding, FindingCode } from './findings.js';
import type { Limits } from './limits.js';
/** A JSON value as `JSON.parse` makes it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. Members may have any name, `__proto__` included: read them with `Object.hasOwn` where that matters. */
export interface JsonObject {
    readonly [member: string]: Json;
}
/** What an artifact was taken for (contract section 7). */
export type ArtifactKind = 'record' | 'chain' | 'chain_directory' | 'stream' | 'bundle' | 'gait_pack' | 'gait_guard_pack' | 'gait_runpack' | 'gait_signed_json' | 'revocation_list' | 'record_types' | 'governance_event' | 'unknown';
/** How one record's signature stands. */
export type SignatureState = 'verified' | 'failed' | 'unchecked' | 'none';
/** One record, as the engine hands it to whoever asked to see the records of an artifact. */
export interface CheckedRecord {
    /** Path of the artifact that holds it. */
    readonly artifact: string;
    /** File inside a bundle, chain directory or archive. */
    readonly entry?: string;
    /** 0-based position in its chain or stream. */
    readonly index: number;
    /** 1-based line where it starts. */
    readonly line: number;
    readonly value: JsonObject;
    readonly recordId: string;
    /** `sha256:` and 64 hex, recomputed; `''` when it could not be. */
    readonly recordHash: string;
    readonly signature: SignatureState;
    /** signing_key_id of a signature that verified. */
    readonly keyId?: string;
    /** No error finding was raised on this record itself. */
    readonly ok: boolean;
}
/** The verdict on one artifact. */
export interface ArtifactVerdict {
    readonly path: string;
    readonly kind: ArtifactKind;
    /** Lower-case hex SHA-256 of the file's bytes; of a directory: of its sorted `path NUL digest LF` list; `null` when not read to the end. */
    readonly sha256: string | null;
    /** Bytes of the file, or of all files of a directory. */
    readonly bytes: number;
    /** `verified`: no error finding. */
    readonly outcome: 'verified' | 'failed';
    /** Records found in it. */
    readonly records: number;
    /** Hash of the last record of a chain, `''` for an empty one. */
    readonly headHash?: string;
    readonly signatures: {
        readonly required: boolean;
        readonly verified: number;
        readonly keyIds: readonly string[];
    };
    readonly findings: readonly Finding[];
    /** Findings past the limit of `MAX_FINDINGS`, counted only. */
    readonly moreFindings: number;
    /** Facts of the kind, for reports and the compat commands. */
    readonly facts: VerdictFacts;
}
/** Kind-specific facts of a verdict; a member is there when its kind has it and it could be read. */
export interface VerdictFacts {
    readonly recordId?: string;
    readonly chainId?: string;
    /** Records inside the `--from`/`--to` range. */
    readonly recordsInRange?: number;
    readonly packId?: string;
    readonly packType?: string;
    readonly runId?: string;
    readonly manifestDigest?: string;
    readonly filesVerified?: number;
    readonly proofRecordsVerified?: number;
    /** Keys whose signatures over the artifact as a whole verified (chain, bundle, pack), apart from those of its records. */
    readonly wholeKeyIds?: readonly string[];
    /** Signed JSON: its members that the gate judges (Gait approval tokens and traces). */
    readonly document?: JsonObject;
}
/** Where a finding is raised before it is bound to an artifact. */
export type Raise = (code: FindingCode, message: string, place?: Partial<Finding>) => void;
export type { Limits };
