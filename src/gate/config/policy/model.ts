import type { FindingCode } from '../../../engine/findings.js';
import type { SignatureMode } from '../../../engine/mode.js';
import type { PublicKey } from '../../../engine/signature/keys.js';
import type { Json } from '../../../engine/types.js';
import type { FrameworkDefinition } from '../frameworks/framework.js';
import type { PolicySource } from './reading.js';

/** What one trusted signer may sign; a member that is absent bounds nothing. */
export interface SignerScope {
  /** Epoch milliseconds; the record's timestamp must not lie before. */
  readonly notBefore?: number;
  /** Epoch milliseconds; the record's timestamp must not lie after. */
  readonly notAfter?: number;
  readonly recordTypes?: readonly string[];
  readonly sourceProducts?: readonly string[];
}

/** A signer with an Ed25519 key. */
export interface PolicyKey extends SignerScope {
  readonly name: string;
  readonly key: PublicKey;
  readonly at?: PolicyPosition;
  /** Path of the file that held the key, as written; absent for a key inside the policy. */
  readonly file?: string;
}

/** A signer that uses cosign: a key file, or a certificate with identity and issuer. */
export interface PolicyCosign extends SignerScope {
  readonly name: string;
  readonly key?: PolicySource;
  readonly certificate?: PolicySource;
  readonly identity?: string;
  readonly issuer?: string;
}

/** Whom the policy trusts. */
export interface PolicyTrust {
  /** The policy has a `trust` section with signers: then `auto` requires signatures. */
  readonly configured: boolean;
  /** What is asked of the revocation list (trust.md section 7). */
  readonly revocation: PolicyRevocation;
  readonly signatures?: SignatureMode;
  readonly keys: readonly PolicyKey[];
  readonly cosign: readonly PolicyCosign[];
  readonly revocationList?: PolicySource;
  readonly revocationKey?: PublicKey;
  /** Certificate authorities for cosign signatures. */
  readonly trustedRoot?: PolicySource;
  /** Distinct signers of every chain and bundle as a whole; 1 without the member asks for nothing. */
  readonly minSigners?: number;
}

/** What a policy asks of the revocation list. */
export interface PolicyRevocation {
  /** A revoked key is rejected whatever date a record claims. */
  readonly retroactive: boolean;
  /** Maximum age in milliseconds since the `created_at` of the list. */
  readonly maxAgeMs?: number;
  /** Epoch milliseconds; an older list has been superseded. */
  readonly createdAfter?: number;
}

/** Position in the policy file, 1-based; absent for a policy that is not from a file. */
export interface PolicyPosition {
  readonly line: number;
  readonly column: number;
}

/** Bounds on the age of records, in milliseconds. */
export interface PolicyFreshness {
  readonly maxAgeMs?: number;
  readonly clockSkewMs: number;
}

/** One framework that has to be covered; with neither controls nor minCoverage every control has to be. */
export interface FrameworkRequirement {
  readonly framework: FrameworkDefinition;
  readonly controls?: readonly string[];
  readonly minCoverage?: number;
}

/** A minimum number of records of one type, with conditions on those that count. */
export interface RecordRequirement {
  readonly type: string;
  readonly min: number;
  /** JSON Schema over the record. */
  readonly where?: Json;
  /** JSON pointer: of records with the same value there only one counts; a record without it does not count. */
  readonly unique?: string;
  readonly at?: PolicyPosition;
}

/** Evidence has to be about the commit and repository under test (trust.md section 5). */
export interface PolicyBind {
  /** Absent: all. */
  readonly recordTypes?: readonly string[];
  /** JSON pointers; absent: the commit is not compared. */
  readonly commit?: readonly string[];
  readonly repository?: readonly string[];
  /** Ancestors of the commit count as well. */
  readonly ancestors: boolean;
}

/** A JSON Schema rule over records. */
export interface PolicyRule {
  readonly id: string;
  readonly when?: Json;
  readonly must: Json;
  readonly message?: string;
  readonly at?: PolicyPosition;
}

/** Which records need approval, and whose (trust.md section 6). */
export interface ApprovalRule {
  readonly id: string;
  readonly when?: Json;
  readonly by?: readonly string[];
  readonly min: number;
  readonly maxAgeMs?: number;
  /** `id`: approvals that name only the id of a record count too. */
  readonly binding: 'digest' | 'id';
  /** The signer of a record may approve it. */
  readonly selfApproval: boolean;
  /** A denial by an eligible approver blocks. */
  readonly veto: boolean;
  readonly at?: PolicyPosition;
}

/** One finding that the policy accepts for a while (trust.md section 7). */
export interface PolicyException {
  readonly code: FindingCode;
  /** Path of an artifact. */
  readonly artifact?: string;
  readonly recordId?: string;
  /** Epoch milliseconds; from then on it no longer applies. */
  readonly until: number;
  readonly reason: string;
  readonly at?: PolicyPosition;
}

/** A validated gate policy (gate.md). */
export interface Policy {
  /** Path as given; `''` for the policy of a run without one. */
  readonly name: string;
  /** Lower-case hex SHA-256 of the file's bytes; `null` without a file. */
  readonly sha256: string | null;
  readonly artifacts?: readonly string[];
  readonly trust: PolicyTrust;
  readonly freshness: PolicyFreshness;
  readonly bind?: PolicyBind;
  readonly require: {
    readonly recordTypes: readonly RecordRequirement[];
    readonly sourceProducts: readonly string[];
    readonly frameworks: readonly FrameworkRequirement[];
  };
  readonly rules: readonly PolicyRule[];
  readonly approvals: { readonly builtin: boolean; readonly rules: readonly ApprovalRule[] };
  readonly exceptions: readonly PolicyException[];
  readonly severity: ReadonlyMap<FindingCode, 'error' | 'warning'>;
  readonly baseline?: PolicySource;
  /** Schemas of custom record types. */
  readonly customTypes: readonly { readonly type: string; readonly schema: PolicySource }[];
  /** Frameworks of the policy's own files. */
  readonly frameworks: readonly FrameworkDefinition[];
}

/** How far in the future a record may be dated when the policy does not say. */
export const DEFAULT_CLOCK_SKEW_MS = 5 * 60_000;

/** The policy of a run without one: only the approvals that records ask for themselves. */
export const EMPTY_POLICY: Policy = {
  name: '',
  sha256: null,
  trust: { configured: false, revocation: { retroactive: false }, keys: [], cosign: [] },
  freshness: { clockSkewMs: DEFAULT_CLOCK_SKEW_MS },
  require: { recordTypes: [], sourceProducts: [], frameworks: [] },
  rules: [],
  approvals: { builtin: true, rules: [] },
  exceptions: [],
  severity: new Map(),
  customTypes: [],
  frameworks: [],
};

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** A century: a longer age is a typo that would switch the check off. */
const MAX_DURATION_MS = 36_525 * 86_400_000;

/** A duration such as `90d`, `72h`, `5m`, `30s`, `2w` in milliseconds; `undefined` for anything else or over 100 years. */
export function parsePolicyDuration(text: string): number | undefined {
  const match = /^([0-9]{1,6})([smhdw])$/.exec(text);
  const ms = Number(match?.[1]) * (UNITS[String(match?.[2])] ?? Number.NaN);
  return ms <= MAX_DURATION_MS ? ms : undefined;
}
