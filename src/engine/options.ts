import type { Limits } from './limits.js';
import type { CustomTypes } from './schema/custom.js';
import type { Trust } from './signature/trust.js';
import type { CheckedRecord } from './types.js';

/** `compat`: the verdicts of the upstream command line; `gate`: ours, stricter wherever hardening.md says so. */
export type Mode = 'gate' | 'compat';

/** `auto`: required as soon as any key, certificate or trust policy is configured, else told as not checked. */
export type SignatureMode = 'auto' | 'required' | 'off';

/** One revoked key of a revocation list (contract section 4). */
export interface Revocation {
  readonly keyId: string;
  /** Epoch milliseconds; `undefined` when it is no instant: then the key counts as revoked at any time. */
  readonly revokedAt: number | undefined;
  readonly reason: string;
}

/** Everything a verification depends on besides the bytes. */
export interface VerifyOptions {
  readonly mode: Mode;
  /** Strict structure: path rules, unlisted files, declared counts, members outside the hash. */
  readonly strict: boolean;
  readonly signatures: SignatureMode;
  readonly trust: Trust;
  readonly revocations: readonly Revocation[];
  readonly customTypes?: CustomTypes | undefined;
  readonly limits: Limits;
  /** The clock, epoch milliseconds: token expiry, certificate windows. */
  readonly now: number;
  /** Count only records inside (inclusive, epoch milliseconds); the whole chain is verified anyway. */
  readonly range?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  /** Called once per record in order, after its signature was checked. */
  readonly onRecord?: ((record: CheckedRecord) => void) | undefined;
  /** Asks whether to stop early; polled between pieces of work. */
  readonly aborted?: (() => boolean) | undefined;
}

/** True when signatures have to be there and verify. */
export function signaturesRequired(options: VerifyOptions): boolean {
  return options.signatures === 'required' || (options.signatures === 'auto' && options.trust.configured);
}
