import type { Policy, SignerScope } from './policy/model.js';

/** One trusted signer, by the key ID of verified signatures. */
export interface Signer extends SignerScope {
  readonly keyId: string;
  readonly name?: string;
}

/** The trusted signers of a run. */
export interface Signers {
  /** The policy says whom to trust; otherwise any key that verified a signature is trusted. */
  readonly configured: boolean;
  readonly byId: ReadonlyMap<string, Signer>;
  /** Names by key id, for reports. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Combines the trusted signers of a run: those of the policy, and the keys that the user gave besides (`extraKeyIds`), which
 * have neither name nor bounds. `cosignKeyIds`: key ids of cosign signers that have a key file, by their name in the policy
 * (those with a certificate are `cosign:<issuer>#<identity>`).
 */
export function makeSigners(
  policy: Policy,
  extraKeyIds: Iterable<string> = [],
  cosignKeyIds: ReadonlyMap<string, string> = new Map(),
): Signers {
  const byId = new Map<string, Signer>();
  for (const keyId of extraKeyIds) byId.set(keyId, { keyId });
  // A key that the policy bounds stays bounded, also when it is given on the command line.
  for (const { key, name, file: _file, at: _at, ...scope } of policy.trust.keys)
    byId.set(key.id, { keyId: key.id, name, ...scope });
  for (const { name, key, certificate: _certificate, identity, issuer, ...scope } of policy.trust.cosign) {
    const keyId = key === undefined ? `cosign:${issuer ?? ''}#${identity ?? ''}` : cosignKeyIds.get(name);
    if (keyId !== undefined) byId.set(keyId, { keyId, name, ...scope });
  }
  const names = new Map<string, string>();
  for (const [keyId, { name }] of byId) if (name !== undefined) names.set(keyId, name);
  return { configured: policy.trust.configured, byId, names };
}

/** Who stands behind a key: its name, so that one person with two keys is one; the key itself without a name. */
export function identityOf(keyId: string, signers: Signers): string {
  return signers.names.get(keyId) ?? keyId;
}
