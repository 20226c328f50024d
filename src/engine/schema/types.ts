import type { FindingCode } from '../findings.js';
import type { JsonObject } from '../json/value.js';
import type { Steps } from './steps.js';

/** One way in which a document breaks its schema, ready to become a finding. */
export interface SchemaProblem {
  readonly code: FindingCode;
  /** JSON pointer (RFC 6901) of the offending member; for a missing one, of the object that lacks it. */
  readonly pointer: string;
  /** One sentence. Repeats names from the artifact: escape it for each output. */
  readonly message: string;
  /** The keyword that does not hold, and the member that is missing or unknown: for hints such as a near miss. */
  readonly keyword?: string;
  readonly member?: string;
}

/** One schema of a set, as it was read. */
export interface SchemaSource {
  /** The record type it describes; absent for a schema that others of the set refer to. */
  readonly type?: string;
  readonly bytes: Uint8Array;
  /** Path of the file, `/`-separated: where relative references start, and what problems name. */
  readonly name: string;
}

/** The custom record types of one run or one bundle. Immutable; nothing of one registry is seen by another. */
export interface CustomTypes {
  has(type: string): boolean;
  readonly names: readonly string[];
  /** What it was made from, so that another thread can make it again. */
  readonly sources: readonly SchemaSource[];
  /** Lower-case hex SHA-256 over all types and the bytes of their schemas. */
  readonly digest: string;
  /** Validates a record's typed view against the schema of its type: in addition to `proof-record-v1`. `steps` are the artifact's. */
  validate(type: string, view: JsonObject, steps: Steps): readonly SchemaProblem[];
}
