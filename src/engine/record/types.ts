import type { FindingCode } from '../findings.js';
import type { Problem } from '../json/members.js';
import type { Slice } from '../json/slice.js';
import type { JsonObject } from '../json/value.js';
import type { CustomTypes } from '../schema/types.js';
import type { SignatureJob as RecordJob } from '../signature/jobs.js';

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
  /** Where the member that a JSON pointer names begins; parses the record again, so ask only about what is reported. */
  readonly locate?: (pointer: string) => RecordPlace;
}

/** A place in the file of a record: 1-based line, and column in UTF-16 code units where it can be known. */
export interface RecordPlace {
  readonly line: number;
  readonly column?: number;
}

/** How the records of one source hang together and what is asked of each. Plain data, except `custom`. */
export interface RunRules {
  /** `chain`: each record links to the one before. `auto`: as soon as one has a previous_record_hash. */
  readonly link: 'chain' | 'auto' | 'none';
  /** Which schemas hold: the published ones on the typed view, on the raw value (Gait packs in compat mode), or none. */
  readonly schema: 'typed' | 'raw' | 'none';
  readonly custom?: CustomTypes | undefined;
  /** Fail closed on a line that is no record (packs), or let an element `null` read as an empty record (chains). */
  readonly nullRecord: 'empty' | 'refuse';
  /**
   * `vouched`: a verified signature over the container stands for records that have none, or one by a key that was not given, which
   * counts as unchecked (hardening 25).
   */
  readonly signatures?: 'vouched';
  /** Code for schema problems instead of their own. */
  readonly schemaCode?: FindingCode;
}

/** A problem of a record, where its pointer leads to, or at an absolute byte offset. */
export interface RecordProblem extends Problem {
  readonly offset?: number;
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
  readonly problems: RecordProblem[];
  signature: SignatureState;
  /** Id of what verified the signature: never what the record merely claims. */
  keyId: string | undefined;
  ok: boolean;
  value: JsonObject | undefined;
  /** What `value` was read from, as long as it is there. */
  slice?: Slice | undefined;
  job: RecordJob | undefined;
  /** What `VerifyOptions.records.extract` made of it. */
  fact?: unknown;
}
