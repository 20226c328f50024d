import type { KeyObject, X509Certificate } from 'node:crypto';
import type { TrustMaterial } from '@sigstore/verify';

/** A public key for cosign signatures, from PEM. */
export interface CosignKey {
  readonly verifier: KeyObject;
  /** `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
  readonly id: string;
  /** Digests to try, cosign's default first; `null` for Ed25519, which hashes internally. */
  readonly digests: readonly (string | null)[];
}

/** A certificate that paths may end at, within a period. */
export interface TrustAnchor {
  readonly certificate: X509Certificate;
  /** Epoch milliseconds, inclusive; outside this period the anchor is ignored. */
  readonly from: number;
  readonly to: number;
}

/** Trusted issuers of signing certificates. */
export interface CosignRoots {
  readonly anchors: readonly TrustAnchor[];
  /** From a Sigstore trusted root: includes logs and timestamp authorities, in the form that the Sigstore library needs. */
  readonly material: TrustMaterial | undefined;
}

/** The keys or certificates that cosign signatures are checked with. */
export interface CosignTrust {
  readonly key: CosignKey | undefined;
  /** The signing certificate first, then untrusted intermediates. */
  readonly certificates: readonly X509Certificate[];
  /** Exact subject alternative name (URI, e-mail, DNS name or Fulcio's other name). */
  readonly identity: string | undefined;
  /** Exact OIDC issuer of the Fulcio extensions. */
  readonly issuer: string | undefined;
  readonly roots: CosignRoots | undefined;
  /** Further signers of a policy; a signature by any one of them is enough. */
  readonly others?: readonly CosignTrust[];
}
