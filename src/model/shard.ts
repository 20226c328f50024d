import type { Finding } from '../engine/findings.js';
import type { ArtifactVerdict, JsonObject } from '../engine/types.js';
import type { RecordFact } from './facts.js';

/** What ties the shards of one run together: they merge only when all but `index` is equal. */
export interface ShardPlan {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  /** Version of the engine. */
  readonly engine: string;
  /** Commit and run that the CI names. */
  readonly commit: string | null;
  readonly run_id: string | null;
  readonly policy_sha256: string | null;
  /** The commit that policy and files were read from, when they come from the base. */
  readonly base_commit: string | null;
  readonly settings: ShardSettings;
  /** Digest of the paths of all matched files of the run, of every shard. */
  readonly artifacts: string;
}

/** The effective settings of a run. */
export interface ShardSettings {
  /** What the verdict on an artifact depends on; `merge` has to have the same. */
  readonly verdict: JsonObject;
  /** What was looked for; the same in all shards. */
  readonly selection: JsonObject;
}

/** One artifact with its verdict and why it was taken for what it is. */
export interface EvidenceArtifact {
  readonly verdict: ArtifactVerdict;
  readonly why: string;
}

/** A matched file that is not an artifact. */
export interface UnrecognizedFile {
  readonly path: string;
  readonly sha256: string | null;
  /** What it lacks, or what it seems to be. */
  readonly why: string;
}

/** A matched file that was passed over, by its name or form. */
export interface IgnoredFile {
  readonly path: string;
  readonly why: string;
}

/** What one shard knows, before any decision over all artifacts. */
export interface ShardContent {
  readonly artifacts: readonly EvidenceArtifact[];
  readonly facts: readonly RecordFact[];
  /** Of configuration and discovery: those that belong to no verdict and to no decision. */
  readonly findings: readonly Finding[];
  readonly incomplete: boolean;
  readonly unrecognized: readonly UnrecognizedFile[];
  readonly ignored: readonly IgnoredFile[];
  readonly unmatchedPatterns: readonly string[];
}

/** The compact form inside a JSON report (`gate-report-v1`, definition `shard`). */
export interface ShardEvidence {
  readonly version: 1;
  readonly plan: ShardPlan;
  readonly incomplete?: true;
  readonly unrecognized: readonly UnrecognizedFile[];
  readonly ignored: readonly IgnoredFile[];
  readonly unmatched_patterns: readonly string[];
  readonly artifacts: readonly EncodedArtifact[];
  readonly records: PackedFacts;
  readonly findings: readonly Finding[];
  /** `digestHex` of everything else. */
  readonly digest: string;
  /** HMAC-SHA-256 of the same, hex, with the shard key of the run. */
  readonly mac?: string;
}

export interface EncodedArtifact extends ArtifactVerdict {
  readonly why: string;
}

/** Facts as plain values (`FactPacker`). */
export interface PackedFacts {
  /** What many rows share. */
  readonly texts: readonly string[];
  /** Fifteen values a record. */
  readonly rows: readonly (string | number)[];
  /** What only some records have. */
  readonly extras: readonly FactExtra[];
}

type FactColumn =
  | ('artifact' | 'entry' | 'index' | 'line' | 'recordId' | 'recordType' | 'sourceProduct' | 'agentId')
  | ('timestamp' | 'recordHash' | 'previousHash' | 'signature' | 'keyId' | 'verified');

/** The members of a fact that have no column in a row. */
export type FactExtra = Omit<RecordFact, FactColumn>;
