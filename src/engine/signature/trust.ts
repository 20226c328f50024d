import type { Mode, SignatureMode } from '../mode.js';
import type { CosignTrust } from './cosign/types.js';
import type { PublicKey } from './keys.js';

/** The signers that a run trusts. Immutable, so it can be shared between artifacts. */
export interface Trust {
  readonly mode: Mode;
  /** Ed25519 keys, no two with the same id. */
  readonly keys: readonly PublicKey[];
  readonly cosign: CosignTrust | undefined;
  /** Whether a key, certificate, trusted root or trust policy was given; then `auto` requires signatures (interface.md). */
  readonly configured: boolean;
  /** The key with exactly this id (hardening 19: same case, no spaces). */
  keyById(id: string): PublicKey | undefined;
}

/** Input of `makeTrust`. */
export interface TrustInput {
  readonly mode: Mode;
  readonly keys?: readonly PublicKey[];
  readonly cosign?: CosignTrust | undefined;
  /**
   * A policy lists trusted signers, even if no usable one is left: a gate that trusts nobody must not pass unsigned
   * artifacts.
   */
  readonly policy?: boolean;
}

/**
 * Combines keys and cosign material. The same key given twice counts once; two different keys with one id are `key.invalid`
 * (6), because the signer would be ambiguous.
 */
export function makeTrust(
  input: TrustInput,
):
  | { readonly ok: true; readonly trust: Trust }
  | { readonly ok: false; readonly code: 'key.invalid'; readonly message: string } {
  const byId = new Map<string, PublicKey>();
  for (const key of input.keys ?? []) {
    const known = byId.get(key.id);
    if (known !== undefined && !Buffer.from(known.bytes).equals(key.bytes)) {
      return { ok: false, code: 'key.invalid', message: `two different public keys have the id ${key.id}` };
    }
    if (known === undefined) byId.set(key.id, key);
  }
  const keys = [...byId.values()];
  return {
    ok: true,
    trust: {
      mode: input.mode,
      keys,
      cosign: input.cosign,
      configured: keys.length > 0 || input.cosign !== undefined || input.policy === true,
      keyById: (id) => byId.get(id),
    },
  };
}

/** The effect of `--signatures`: `require` signatures, `report` that they are not checked, or `skip` them. */
export type SignaturePlan = 'require' | 'report' | 'skip';

/** Determines how signatures are handled (interface.md): `auto` requires them as soon as any signer is trusted. */
export function signaturePlan(mode: SignatureMode, trust: Trust): SignaturePlan {
  if (mode === 'off') return 'skip';
  return mode === 'required' || trust.configured ? 'require' : 'report';
}
