import type { KeyObject, X509Certificate } from 'node:crypto';
import type { TrustMaterial } from '@sigstore/verify';

/** A PEM public key that cosign signatures are verified with. */
export interface CosignKey {
  readonly verifier: KeyObject;
  /** `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
  readonly id: string;
  /** Digests to try, cosign's own choice first; `null` for Ed25519, which hashes by itself. */
  readonly digests: readonly (string | null)[];
}

/** A certificate that others may chain to, within a window. */
export interface TrustAnchor {
  readonly certificate: X509Certificate;
  /** Epoch milliseconds, inclusive; outside of it the anchor counts for nothing. */
  readonly from: number;
  readonly to: number;
}

/** Who may issue signing certificates. */
export interface CosignRoots {
  readonly anchors: readonly TrustAnchor[];
  /** From a Sigstore trusted root: also logs and timestamp authorities, as the Sigstore library wants them. */
  readonly material: TrustMaterial | undefined;
}

/** What cosign signatures are checked with. */
export interface CosignTrust {
  readonly key: CosignKey | undefined;
  /** The signing certificate first, then untrusted intermediates. */
  readonly certificates: readonly X509Certificate[];
  /** Exact subject alternative name (URI, e-mail, DNS name or Fulcio's other name). */
  readonly identity: string | undefined;
  /** Exact OIDC issuer of the Fulcio extensions. */
  readonly issuer: string | undefined;
  readonly roots: CosignRoots | undefined;
  /** Further signers, each by itself enough: those of a policy with more than one. */
  readonly others?: readonly CosignTrust[];
}
