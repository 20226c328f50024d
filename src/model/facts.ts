import type { SignatureState } from '../engine/types.js';

/**
 * What the gate keeps of one record: everything that requirements, approvals, baseline, coverage, timelines and lineage need,
 * but not the record itself, so that a run over a million records needs little memory.
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
  /** Set only for a verified signature. */
  readonly keyId?: string;
  /** The signing_key_id that the record claims; set only when the signature did not verify. */
  readonly claimedKeyId?: string;
  /**
   * Whether the record has no error finding; `decide` sets it to false for records of a failed artifact. Records without it
   * count for nothing.
   */
  readonly verified: boolean;
  /** Edges of the record's relationship: kind, and ends as `kind:id`. At most 64. */
  readonly links?: readonly FactLink[];
  /** Members (dotted paths) that framework controls require and that are missing or empty; absent when there are none. */
  readonly missing?: readonly string[];
  /** Policy rules that selected the record; absent when none did. */
  readonly rules?: readonly RuleResult[];
  /** Indexes of the policy's approval rules that selected the record; absent when none did. */
  readonly approvalRules?: readonly number[];
  /** The record itself requires approval (gate.md, built in). */
  readonly asksApproval?: true;
  /** Intent digests in the record, lower-case hex; only for a record that requires approval. */
  readonly intents?: readonly string[];
  /** What an approval record approves. */
  readonly approval?: ApprovalFact;
  /**
   * Requirements of the policy that the record may count towards, with the key that `unique` compares; absent when there are
   * none.
   */
  readonly counts?: readonly RequirementMatch[];
  /** Commit and repository in the record; only for records that `bind` applies to. */
  readonly bind?: BindFact;
  /** Locations of members with a problem, by JSON pointer. */
  readonly places?: Readonly<Record<string, FactPlace>>;
  /** Name and outcome of a test_result. */
  readonly test?: TestFact;
}

/** The result of one policy rule for one record. */
export interface RuleResult {
  /** Index of the rule in the policy. */
  readonly rule: number;
  /** The first violation of the rule; absent when the record satisfies it. */
  readonly failure?: { readonly message: string; readonly pointer: string };
}

/** One record that an approval refers to; if it has both id and digest, they must belong together. */
export interface ApprovalName {
  readonly id?: string;
  /** `sha256:` and 64 lower-case hex digits. */
  readonly digest?: string;
  /** Set for a relationship reference, whose id may also be that of an entity with a digest of its own. */
  readonly reference?: true;
}

/**
 * The decision in an approval record (trust.md section 6). `waits`: a word such as pending; `nothing`: no word that approves.
 */
export type ApprovalWord = 'approves' | 'denies' | 'waits' | 'nothing';

/** What the gate keeps of an approval record. */
export interface ApprovalFact {
  /** At most `MAX_APPROVED`. */
  readonly names: readonly ApprovalName[];
  readonly says: ApprovalWord;
  /**
   * The member that decided, with its value, such as `event.verdict "reject"`; absent when it approves or has no such member.
   */
  readonly word?: string;
  /** `event.expires_at`, epoch milliseconds; -Infinity when it is present but not an instant (fail closed). */
  readonly expiresAt?: number;
}

/** What the gate keeps of a test_result. */
export interface TestFact {
  /** Empty without a name. */
  readonly name: string;
  /** `passed`, `failed`, or the outcome as written, in lower case; empty without an outcome. */
  readonly outcome: string;
  /**
   * Whether those of `outcome`, `status` and `result` that are present all mean passed, and at least one is present (trust.md
   * section 7).
   */
  readonly passed: boolean;
  /** Whether at least one of the three is present. */
  readonly told: boolean;
}

/** One requirement of the policy that a record may count towards. */
export interface RequirementMatch {
  /** Index of the requirement in the policy. */
  readonly requirement: number;
  /** The value by which `unique` distinguishes records; absent without `unique`. */
  readonly key?: string;
}

/** The value of a record at one location that `bind` lists (trust.md section 5). */
export interface BoundValue {
  readonly pointer: string;
  /** The text if it is a string, else its JSON. */
  readonly value: string;
}

/** Commits and repositories of a record, at the locations that the policy lists; only those that are present. */
export interface BindFact {
  readonly commits?: readonly BoundValue[];
  readonly repositories?: readonly BoundValue[];
}

/** Location of a member in the file: 1-based line, and column in UTF-16 code units when known. */
export type FactPlace = readonly [line: number, column?: number];

/** Maximum number of records that one approval may refer to. */
export const MAX_APPROVED = 1024;

/** One directed relation in a record. */
export interface FactLink {
  readonly kind: string;
  /** Id of the origin: a record id, an agent id … */
  readonly from: string;
  readonly to: string;
}
