import type { SignatureMode } from '../../engine/options.js';
import type { PublicKey } from '../../engine/signature/keys.js';
import type { Json } from '../../engine/types.js';
import type { FrameworkDefinition } from '../frameworks/framework.js';

/** What one trusted signer may sign; without a member there is no such bound. */
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
  /** Path of the file that held the key, as written; absent for a key inside the policy. */
  readonly file?: string;
}

/** A signer that uses cosign: a key file, or a certificate with identity and issuer. */
export interface PolicyCosign extends SignerScope {
  readonly name: string;
  readonly key?: string;
  readonly certificate?: string;
  readonly identity?: string;
  readonly issuer?: string;
}

/** Whom the policy trusts. */
export interface PolicyTrust {
  /** The policy has a `trust` section with signers: then `auto` requires signatures. */
  readonly configured: boolean;
  readonly signatures?: SignatureMode;
  readonly keys: readonly PolicyKey[];
  readonly cosign: readonly PolicyCosign[];
  readonly revocationList?: string;
  /** Key as text or path, as written. */
  readonly revocationKey?: string;
  /** Distinct signers of every chain and bundle as a whole; 1 without the member asks for nothing. */
  readonly minSigners?: number;
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

/** A JSON Schema rule over records. */
export interface PolicyRule {
  readonly id: string;
  readonly when?: Json;
  readonly must: Json;
  readonly message?: string;
}

/** Which records need approval, and whose. */
export interface ApprovalRule {
  readonly id: string;
  readonly when?: Json;
  readonly by?: readonly string[];
  readonly min: number;
  readonly maxAgeMs?: number;
}

/** A validated gate policy (gate.md). */
export interface Policy {
  /** Path as given; `''` for the policy of a run without one. */
  readonly name: string;
  /** Lower-case hex SHA-256 of the file's bytes; `null` without a file. */
  readonly sha256: string | null;
  readonly artifacts?: readonly string[];
  readonly trust: PolicyTrust;
  readonly freshness?: PolicyFreshness;
  readonly require: {
    readonly recordTypes: ReadonlyMap<string, number>;
    readonly sourceProducts: readonly string[];
    readonly frameworks: readonly FrameworkRequirement[];
  };
  readonly rules: readonly PolicyRule[];
  readonly approvals: { readonly builtin: boolean; readonly rules: readonly ApprovalRule[] };
  readonly baseline?: string;
  /** Frameworks of the policy's own files. */
  readonly frameworks: readonly FrameworkDefinition[];
}

/** What holds without a policy: only the approvals that records ask for themselves. */
export const EMPTY_POLICY: Policy = {
  name: '',
  sha256: null,
  trust: { configured: false, keys: [], cosign: [] },
  require: { recordTypes: new Map(), sourceProducts: [], frameworks: [] },
  rules: [],
  approvals: { builtin: true, rules: [] },
  frameworks: [],
};

/** Clock skew when the policy has a freshness section without one. */
export const DEFAULT_CLOCK_SKEW_MS = 5 * 60_000;

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** A century: a longer age is a slip of the pen that would switch the check off. */
const MAX_DURATION_MS = 36_525 * 86_400_000;

/** A duration such as `90d`, `72h`, `5m`, `30s`, `2w` in milliseconds; `undefined` for anything else or over 100 years. */
export function parsePolicyDuration(text: string): number | undefined {
  const match = /^([0-9]{1,6})([smhdw])$/.exec(text);
  const ms = Number(match?.[1]) * (UNITS[String(match?.[2])] ?? Number.NaN);
  return ms <= MAX_DURATION_MS ? ms : undefined;
}
