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
  /** Requirements of the policy on its type that it can count for, and by what it is told apart; absent when none. */
  readonly counts?: readonly RequirementMatch[];
  /** What it says of commit and repository; only of records that `bind` is about. */
  readonly bind?: BindFact;
  /** Places of members that something is wrong with, by JSON pointer. */
  readonly places?: Readonly<Record<string, FactPlace>>;
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

/** What an approval record says (trust.md section 6); `waits` is for words such as pending, `nothing` for no word that approves. */
export type ApprovalWord = 'approves' | 'denies' | 'waits' | 'nothing';

/** What the gate keeps of an approval record. */
export interface ApprovalFact {
  /** At most `MAX_APPROVED`. */
  readonly names: readonly ApprovalName[];
  readonly says: ApprovalWord;
  /** The member that decided and its value, such as `event.verdict "reject"`; absent when it approves or has no such member. */
  readonly word?: string;
  /** `event.expires_at` in epoch milliseconds; -Infinity when it is there but not an instant (fail closed). */
  readonly expiresAt?: number;
}

/** What the gate keeps of a test_result. */
export interface TestFact {
  /** Empty without a name. */
  readonly name: string;
  /** `passed`, `failed`, or the outcome's own word in lower case; empty without one. */
  readonly outcome: string;
  /** `outcome`, `status` and `result`, as far as they are there, all say passed, and at least one is (trust.md section 7). */
  readonly passed: boolean;
  /** At least one of the three is there. */
  readonly told: boolean;
}

/** How one record stands to one requirement of the policy on its type. */
export interface RequirementMatch {
  /** Index of the requirement in the policy. */
  readonly requirement: number;
  /** What `unique` tells records apart by; absent without `unique`. */
  readonly key?: string;
}

/** What a record says at one place that `bind` names (trust.md section 5). */
export interface BoundValue {
  readonly pointer: string;
  /** As written when it is text, else its JSON. */
  readonly value: string;
}

/** What a record says of its commit and repository, at the places that the policy names; only those that are there. */
export interface BindFact {
  readonly commits?: readonly BoundValue[];
  readonly repositories?: readonly BoundValue[];
}

/** Where a member is in the file: 1-based line, and column in UTF-16 code units where it is known. */
export type FactPlace = readonly [line: number, column?: number];

/** Records one approval may name. */
export const MAX_APPROVED = 1024;

/** One directed relation a record tells of. */
export interface FactLink {
  readonly kind: string;
  /** Id of the origin: a record id, an agent id … */
  readonly from: string;
  readonly to: string;
}
