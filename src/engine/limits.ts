/** Bounds of one run (hardening 5, 16, 17, 20). Exceeding one is a finding, never a crash. */
export interface Limits {
  /** Bytes of one artifact file. */
  readonly maxArtifactBytes: number;
  /** Bytes of one archive entry when unpacked. */
  readonly maxEntryBytes: number;
  /** Bytes of all entries of one archive when unpacked. */
  readonly maxTotalBytes: number;
  /** Entries of one archive. */
  readonly maxEntries: number;
  /** Ratio of unpacked to packed size of one entry; checked from `RATIO_FLOOR_BYTES` unpacked bytes on. */
  readonly maxRatio: number;
  /** Nesting depth of JSON. */
  readonly maxDepth: number;
  /** Bytes of one record in a chain, a stream or a file of its own. */
  readonly maxRecordBytes: number;
  /** Bytes of one JSON document that is read whole: manifests, tokens, schemas of bundles. */
  readonly maxDocumentBytes: number;
}

const MiB = 1024 * 1024;

/** Defaults; each has a command line option of the same meaning. */
export const DEFAULT_LIMITS: Limits = {
  maxArtifactBytes: 2048 * MiB,
  maxEntryBytes: 256 * MiB,
  maxTotalBytes: 1024 * MiB,
  maxEntries: 10_000,
  maxRatio: 200,
  maxDepth: 200,
  maxRecordBytes: 10 * MiB,
  maxDocumentBytes: 64 * MiB,
};

/** Unpacked size in bytes below which the compression ratio of an archive entry is not checked. */
export const RATIO_FLOOR_BYTES = MiB;
/** Maximum depth of nested archives: a runpack inside a pack is 2; deeper nesting is rejected. */
export const MAX_ARCHIVE_DEPTH = 2;
/** Maximum depth of nested bundles: one inside another is 2; deeper nesting is rejected. */
export const MAX_BUNDLE_DEPTH = 2;
/** Bytes of one custom schema (hardening 20). */
export const MAX_SCHEMA_BYTES = MiB;
/** Findings kept per artifact; the rest is only counted. */
export const MAX_FINDINGS = 100;
/**
 * Maximum number of signatures over one document. Real documents have a few, and verifying one takes as long as reading
 * kilobytes.
 */
export const MAX_SIGNATURES = 100;
/**
 * Number of errors after which the rest of an artifact is not checked: it has failed already, and each further error takes
 * time.
 */
export const MAX_ERRORS = 10_000;
