import type { SignatureState } from '../engine/types.js';

/**
 * What the gate keeps of one record: all that requirements, approvals, baseline, coverage, timelines and lineage need,
 * without the record itself, so that a run over a million records stays small.
 */
export interface RecordFact {
  readonly artifact: string;
  readonly entry?: string;
  readonly index: number;
  readonly line: number;
  readonly recordId: string;
  readonly recordType: string;
  readonly sourceProduct: string;
  readonly agentId?: string;
  /** As written in the record (RFC 3339). */
  readonly timestamp: string;
  readonly recordHash: string;
  readonly previousHash?: string;
  readonly signature: SignatureState;
  readonly keyId?: string;
  /** The record and the artifact that holds it have no error finding: only such records count for anything. */
  readonly verified: boolean;
  /** Edges to what the record names: (kind, from, to) with `kind:id` ends, from `relationship`. At most 64. */
  readonly links?: readonly FactLink[];
}

/** One directed relation a record tells of. */
export interface FactLink {
  readonly kind: string;
  /** Id of the origin: a record id, an agent id … */
  readonly from: string;
  readonly to: string;
}
