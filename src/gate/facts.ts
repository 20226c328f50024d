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
  /** Only of a signature that verified. */
  readonly keyId?: string;
  /** signing_key_id as the record claims it; only of a signature that did not verify. */
  readonly claimedKeyId?: string;
  /**
   * The record has no error finding; `decide` takes it away again from records of a failed artifact. Only such records
   * count for anything.
   */
  readonly verified: boolean;
  /** Edges to what the record names: (kind, from, to) with `kind:id` ends, from `relationship`. At most 64. */
  readonly links?: readonly FactLink[];
  /** Members that framework controls ask for (dotted paths) and that are not there or empty; absent when none is. */
  readonly missing?: readonly string[];
  /** Policy rules that selected the record; absent when none did. */
  readonly rules?: readonly RuleResult[];
  /** Indexes of the approval rules of the policy that selected it; absent when none did. */
  readonly approvalRules?: readonly number[];
  /** It asks for approval itself (gate.md, built in). */
  readonly asksApproval?: true;
  /** Intent digests it names, lower-case hex; only of a record that needs approval. */
  readonly intents?: readonly string[];
  /** What an approval record approves. */
  readonly approval?: ApprovalFact;
  /** Name and outcome of a test_result. */
  readonly test?: TestFact;
}

/** How one record stands to one rule of the policy. */
export interface RuleResult {
  /** Index of the rule in the policy. */
  readonly rule: number;
  /** The first way in which the record breaks it; absent when it holds. */
  readonly failure?: { readonly message: string; readonly pointer: string };
}

/** One record that an approval names; id and digest given side by side have to agree. */
export interface ApprovalName {
  readonly id?: string;
  /** `sha256:` and 64 lower-case hex. */
  readonly digest?: string;
  /** From a relationship reference, whose id may also be that of an entity with a digest of its own. */
  readonly reference?: true;
}

/** What the gate keeps of an approval record. */
export interface ApprovalFact {
  /** At most `MAX_APPROVED`. */
  readonly names: readonly ApprovalName[];
  /** Its verdict or decision is not one of approval. */
  readonly denies: boolean;
  /** `event.expires_at` in epoch milliseconds; -Infinity when it is there but no instant (fail closed). */
  readonly expiresAt?: number;
}

/** What the gate keeps of a test_result. */
export interface TestFact {
  readonly name: string;
  /** `passed`, `failed`, or the outcome's own word in lower case. */
  readonly outcome: string;
}

/** Records one approval may name. */
export const MAX_APPROVED = 1024;

/** One directed relation a record tells of. */
export interface FactLink {
  readonly kind: string;
  /** Id of the origin: a record id, an agent id … */
  readonly from: string;
  readonly to: string;
}
