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
    /** Unpacked over packed size of one entry, looked at from `RATIO_FLOOR_BYTES` on. */
    readonly maxRatio: number;
    /** Nesting depth of JSON. */
    readonly maxDepth: number;
    /** Bytes of one record, inside a chain, a stream or a file of its own. */
    readonly maxRecordBytes: number;
    /** Bytes of one JSON document that is read whole: manifests, tokens, schemas of bundles. */
    readonly maxDocumentBytes: number;
}
/** Defaults; each has a command line option of the same meaning. */
export declare const DEFAULT_LIMITS: Limits;
/** Unpacked size below which the ratio of an archive entry is not looked at. */
export declare const RATIO_FLOOR_BYTES: number;
/** Archives inside archives: a runpack inside a pack is 2, deeper is refused. */
export declare const MAX_ARCHIVE_DEPTH = 2;
/** Bytes of one custom schema (hardening 20). */
export declare const MAX_SCHEMA_BYTES: number;
/** Findings kept of one artifact; the rest is counted. */
export declare const MAX_FINDINGS = 100;
