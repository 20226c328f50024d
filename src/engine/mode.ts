/** `compat`: the verdicts of the upstream command line; `gate`: our own, stricter where hardening.md requires it. */
export type Mode = 'gate' | 'compat';

/**
 * `auto`: signatures are required as soon as a key, certificate or trust policy is configured, otherwise reported as not
 * checked.
 */
export type SignatureMode = 'auto' | 'required' | 'off';

/** One revoked key of a revocation list (contract section 4). */
export interface Revocation {
  readonly keyId: string;
  /** Epoch milliseconds; `undefined`: not a valid instant, and the key counts as revoked at any time. */
  readonly revokedAt: number | undefined;
  readonly reason: string;
}
