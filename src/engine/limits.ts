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
  /** Ratio of unpacked to packed size of one entry, checked from `RATIO_FLOOR_BYTES` on. */
  readonly maxRatio: number;
  /** Nesting depth of JSON. */
  readonly maxDepth: number;
  /** Bytes of one record, inside a chain, a stream or a file of its own. */
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

/** Unpacked size below which the ratio of an entry is not checked. */
export const RATIO_FLOOR_BYTES = MiB;
/** Archives inside archives: a runpack inside a pack is 2, deeper is refused. */
export const MAX_ARCHIVE_DEPTH = 2;
/** Bundles inside bundles: one inside another is 2, deeper is refused. */
export const MAX_BUNDLE_DEPTH = 2;
/** Bytes of one custom schema (hardening 20). */
export const MAX_SCHEMA_BYTES = MiB;
/** Findings kept of one artifact; the rest is counted. */
export const MAX_FINDINGS = 100;
/** Signatures over one document: real ones have a few, and each takes as long to verify as kilobytes to read. */
export const MAX_SIGNATURES = 100;
/** Errors of one artifact after which the rest of it is not looked at: it has failed, and each further one takes time. */
export const MAX_ERRORS = 10_000;
