import type { FindingCode } from '../findings.js';
import type { Problem } from '../json/members.js';
import type { Slice } from '../json/slice.js';
import type { JsonObject } from '../json/value.js';
import type { CustomTypes } from '../schema/types.js';
import type { SignatureJob as RecordJob } from '../signature/jobs.js';

/** State of a record's signature. */
export type SignatureState = 'verified' | 'failed' | 'unchecked' | 'none';

/** One record, as the engine passes it to callers. */
export interface CheckedRecord {
  /** Path of the artifact that contains it. */
  readonly artifact: string;
  /** File inside a bundle, chain directory or archive. */
  readonly entry?: string;
  /** 0-based position in its chain or stream. */
  readonly index: number;
  /** 1-based line where it starts. */
  readonly line: number;
  readonly value: JsonObject;
  readonly recordId: string;
  /** `sha256:` and 64 hex digits, recomputed; `''` when it could not be. */
  readonly recordHash: string;
  readonly signature: SignatureState;
  /** Id of the key that verified the signature. */
  readonly keyId?: string;
  /** Whether there is no error finding on this record itself. */
  readonly ok: boolean;
  /**
   * Location of the member that a JSON pointer refers to. It parses the record again, so call it only for reported members.
   */
  readonly locate?: (pointer: string) => RecordPlace;
}

/** A location in the file of a record: 1-based line, and column in UTF-16 code units when known. */
export interface RecordPlace {
  readonly line: number;
  readonly column?: number;
}

/** Rules for the records of one source. Plain data, except `custom`. */
export interface RunRules {
  /** `chain`: each record must link to the one before. `auto`: only if any record has a previous_record_hash. */
  readonly link: 'chain' | 'auto' | 'none';
  /** Which schemas apply: the published ones on the typed view, on the raw value (Gait packs in compat mode), or none. */
  readonly schema: 'typed' | 'raw' | 'none';
  readonly custom?: CustomTypes | undefined;
  /** `refuse`: `null` instead of a record is an error (packs). `empty`: it reads as an empty record (chains). */
  readonly nullRecord: 'empty' | 'refuse';
  /**
   * `vouched`: a verified signature over the container also counts for records that have none, or one by a key that was not
   * given; the latter is reported as unchecked (hardening 25).
   */
  readonly signatures?: 'vouched';
  /** Code for all schema problems, instead of their own. */
  readonly schemaCode?: FindingCode;
}

/** A problem of a record, located by its pointer or by an absolute byte offset. */
export interface RecordProblem extends Problem {
  readonly offset?: number;
}

/**
 * The result of checking one record on its own. Plain data, so that it can come from another thread; `value` and `job` are
 * set only when the record was checked in this thread.
 */
export interface Checked {
  readonly line: number;
  readonly offset: number;
  /** Whether it could be read as a record; otherwise the members below are empty. */
  readonly readable: boolean;
  readonly recordId: string;
  readonly declaredHash: string;
  readonly previousHash: string;
  readonly signingKeyId: string;
  readonly epochMs: number;
  /** Recomputed hash; `''` when it could not be computed. */
  readonly hash: string;
  readonly problems: RecordProblem[];
  signature: SignatureState;
  /** Id of the key or identity that verified the signature, never the one that the record merely claims. */
  keyId: string | undefined;
  ok: boolean;
  value: JsonObject | undefined;
  /** The bytes of `value`, while it is set. */
  slice?: Slice | undefined;
  job: RecordJob | undefined;
  /** What `VerifyOptions.records.extract` returned. */
  fact?: unknown;
}
