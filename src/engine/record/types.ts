import type { FindingCode } from '../findings.js';
import type { Problem } from '../json/members.js';
import type { Slice } from '../json/slice.js';
import type { JsonObject } from '../json/value.js';
import type { CustomTypes } from '../schema/types.js';
import type { SignatureJob as RecordJob } from '../signature/jobs.js';

/** State of a record's signature. */
export type SignatureState = 'verified' | 'failed' | 'unchecked' | 'none';

/** One verified record, as the engine passes it to callbacks. */
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
  /** Location of the member at a JSON pointer. Parses the record again, so use it only for what is reported. */
  readonly locate?: (pointer: string) => RecordPlace;
}

/** A place in the file of a record: 1-based line, and column in UTF-16 code units where it can be known. */
export interface RecordPlace {
  readonly line: number;
  readonly column?: number;
}

/** Rules for the records of one source. Plain data, except `custom`. */
export interface RunRules {
  /** `chain`: each record links to the one before. `auto`: as soon as one has a previous_record_hash. */
  readonly link: 'chain' | 'auto' | 'none';
  /** Schemas to apply: the published ones to the typed view, to the raw value (Gait packs in compat mode), or none. */
  readonly schema: 'typed' | 'raw' | 'none';
  readonly custom?: CustomTypes | undefined;
  /** `refuse`: `null` is an error (packs); `empty`: it reads as an empty record (chains). */
  readonly nullRecord: 'empty' | 'refuse';
  /**
   * `vouched`: a verified signature over the container stands for records that have none, or one by a key that was not given, which
   * counts as unchecked (hardening 25).
   */
  readonly signatures?: 'vouched';
  /** Code for schema problems instead of their own. */
  readonly schemaCode?: FindingCode;
}

/** A problem of a record, located by its pointer or an absolute byte offset. */
export interface RecordProblem extends Problem {
  readonly offset?: number;
}

/**
 * Result of checking one record by itself. Plain data, so that it can come from a worker; `value` and `job` are present only when
 * the record was checked in this thread.
 */
export interface Checked {
  readonly line: number;
  readonly offset: number;
  /** It could be read as a record, so the members below are meaningful. */
  readonly readable: boolean;
  readonly recordId: string;
  readonly declaredHash: string;
  readonly previousHash: string;
  readonly signingKeyId: string;
  readonly epochMs: number;
  /** Recomputed, `''` when it could not be. */
  readonly hash: string;
  readonly problems: RecordProblem[];
  signature: SignatureState;
  /** Id of the key that verified the signature, never the claimed one. */
  keyId: string | undefined;
  ok: boolean;
  value: JsonObject | undefined;
  /** The source of `value`, as long as that is kept. */
  slice?: Slice | undefined;
  job: RecordJob | undefined;
  /** Result of `VerifyOptions.records.extract`. */
  fact?: unknown;
}
