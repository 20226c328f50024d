import type { FindingCode } from '../findings.js';
import type { JsonObject } from '../json/value.js';
import type { Steps } from './steps.js';

/** One violation of a schema. */
export interface Violation {
  /** JSON pointer (RFC 6901) of the offending member, or of the object that lacks one. */
  readonly pointer: string;
  /** One sentence for people. Contains names from the artifact: escape it for each output. */
  readonly message: string;
  readonly keyword: string;
  /** The missing or unknown member, for `required` and `additionalProperties`. */
  readonly member?: string;
}

/** A violation of a document's schema, ready to become a finding. */
export interface SchemaProblem extends Omit<Violation, 'keyword'> {
  readonly code: FindingCode;
  /** The violated keyword; for hints such as suggestions. */
  readonly keyword?: string;
}

/** One schema of a set, unparsed. */
export interface SchemaSource {
  /** The record type it describes; absent for a schema that only other schemas refer to. */
  readonly type?: string;
  readonly bytes: Uint8Array;
  /** Path of the file, `/`-separated: the base of relative references, and the name in problems. */
  readonly name: string;
}

/** The custom record types of one run or one bundle. Immutable and independent of other registries. */
export interface CustomTypes {
  has(type: string): boolean;
  readonly names: readonly string[];
  /** The schemas it was compiled from, so that another thread can compile them again. */
  readonly sources: readonly SchemaSource[];
  /** Lower-case hex SHA-256 over all types and the bytes of their schemas. */
  readonly digest: string;
  /**
   * Validates a record's typed view against the schema of its type, in addition to `proof-record-v1`. `steps` is the budget
   * of the artifact.
   */
  validate(type: string, view: JsonObject, steps: Steps): readonly SchemaProblem[];
}
