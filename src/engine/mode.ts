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
