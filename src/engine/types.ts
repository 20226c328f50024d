import type { VerdictFacts } from './context.js';
import type { Finding } from './findings.js';
import type { KindName } from './kind-names.generated.js';

export type { Part, VerdictFacts } from './context.js';
export type { Json, JsonObject } from './json/value.js';
/** The detected kind of an artifact (contract section 7). */
export type ArtifactKind = KindName | 'unknown';
export type { CheckedRecord, SignatureState } from './record/types.js';

/** The verdict on one artifact. */
export interface ArtifactVerdict {
  readonly path: string;
  readonly kind: ArtifactKind;
  /**
   * Lower-case hex SHA-256 of the file, or for a directory of its sorted list of `path NUL digest LF`; `null`: not read to
   * the end.
   */
  readonly sha256: string | null;
  /** Bytes of the file, or of all files of a directory. */
  readonly bytes: number;
  /** `verified`: no finding is an error. */
  readonly outcome: 'verified' | 'failed';
  /** Records found in it. */
  readonly records: number;
  /** Hash of the last record of a chain, `''` for an empty one. */
  readonly headHash?: string;
  readonly signatures: { readonly required: boolean; readonly verified: number; readonly keyIds: readonly string[] };
  readonly findings: readonly Finding[];
  /** Number of findings beyond `MAX_FINDINGS`, which are not kept. */
  readonly moreFindings: number;
  /** Facts of the kind, for reports and the compat commands. */
  readonly facts: VerdictFacts;
}
