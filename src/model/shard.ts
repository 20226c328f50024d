import type { Finding } from '../engine/findings.js';
import type { ArtifactVerdict, JsonObject } from '../engine/types.js';
import type { RecordFact } from './facts.js';

/** Identifies the shards of one run: they can be merged only when everything but `index` is equal. */
export interface ShardPlan {
  /** Starts at 1. */
  readonly index: number;
  readonly count: number;
  /** Version of the engine. */
  readonly engine: string;
  /** Commit and run, as the CI names them. */
  readonly commit: string | null;
  readonly run_id: string | null;
  readonly policy_sha256: string | null;
  /** The commit that policy and files were read from, when they come from the base. */
  readonly base_commit: string | null;
  readonly settings: ShardSettings;
  /** Digest of the paths of all matched files of the run, in all shards. */
  readonly artifacts: string;
}

/** The effective settings of a run. */
export interface ShardSettings {
  /** Settings that the verdict on an artifact depends on; `merge` must use the same. */
  readonly verdict: JsonObject;
  /** Settings that select artifacts; the same in all shards. */
  readonly selection: JsonObject;
}

/** One artifact with its verdict, and why it was treated as its kind. */
export interface EvidenceArtifact {
  readonly verdict: ArtifactVerdict;
  readonly why: string;
}

/** A matched file that is not an artifact. */
export interface UnrecognizedFile {
  readonly path: string;
  readonly sha256: string | null;
  /** What it lacks, or what it appears to be. */
  readonly why: string;
}

/** A matched file that was skipped because of its name or form. */
export interface IgnoredFile {
  readonly path: string;
  readonly why: string;
}

/** The results of one shard, before any decision over all artifacts. */
export interface ShardContent {
  readonly artifacts: readonly EvidenceArtifact[];
  readonly facts: readonly RecordFact[];
  /** Findings of configuration and discovery, which belong to no verdict and no decision. */
  readonly findings: readonly Finding[];
  readonly incomplete: boolean;
  readonly unrecognized: readonly UnrecognizedFile[];
  readonly ignored: readonly IgnoredFile[];
  readonly unmatchedPatterns: readonly string[];
}

/** The compact form in a JSON report (`gate-report-v1`, definition `shard`). */
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
  /** `digestHex` of all other members. */
  readonly digest: string;
  /** HMAC-SHA-256 of the same in hex, with the shard key of the run. */
  readonly mac?: string;
}

export interface EncodedArtifact extends ArtifactVerdict {
  readonly why: string;
}

/** Facts as plain values (see `FactPacker`). */
export interface PackedFacts {
  /** Texts that many rows share. */
  readonly texts: readonly string[];
  /** A fixed number of values for each record. */
  readonly rows: readonly (string | number)[];
  /** Members that only some records have. */
  readonly extras: readonly FactExtra[];
}

type FactColumn =
  | ('artifact' | 'entry' | 'index' | 'line' | 'recordId' | 'recordType' | 'sourceProduct' | 'agentId')
  | ('timestamp' | 'recordHash' | 'previousHash' | 'signature' | 'keyId' | 'verified');

/** The members of a fact that have no column in a row. */
export type FactExtra = Omit<RecordFact, FactColumn>;
