import { type KeyObject, X509Certificate } from 'node:crypto';
import type { TrustMaterial } from '@sigstore/verify';
import type { Mode } from '../options.js';
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
/** Contents of the files and values that the cosign options name. */
export interface CosignInput {
    /** PEM public key (`--cosign-key`). */
    readonly key?: string | undefined;
    /** PEM certificate, intermediates may follow (`--cosign-certificate`). */
    readonly certificate?: string | undefined;
    readonly identity?: string | undefined;
    readonly issuer?: string | undefined;
    /** Trusted issuers (`--cosign-trusted-root`): PEM certificates or a Sigstore trusted root JSON. */
    readonly roots?: string | undefined;
}
/** The material, or why it cannot be used; both codes lead to exit code 6. */
export type CosignResult = {
    readonly ok: true;
    readonly trust: CosignTrust;
} | {
    readonly ok: false;
    readonly code: 'cosign.material_invalid' | 'cosign.identity_required' | 'key.weak';
    readonly message: string;
};
/**
 * Reads cosign keys, certificates and roots (contract 2.5). A certificate or roots without identity and issuer are
 * `cosign.identity_required` in gate mode (hardening 22); compat mode tells it once a cosign signature is met.
 *
 * Roots have to be given for certificates: the certificate travels with the signature, so identity and issuer in it are
 * only claims until an authority that the caller trusts has signed them. `cosign verify-blob` fetches the public
 * Fulcio roots over the network for that; a gate must not, so without roots a certificate is never accepted.
 */
export declare function readCosignMaterial(input: CosignInput, mode: Mode): Promise<CosignResult>;
/** How cosign verifies under this key, or `undefined` for a kind, curve or size that is not accepted. */
export declare function digestsFor(key: KeyObject): readonly (string | null)[] | undefined;
/** Id of a key by what it is: `cosign:sha256:` and the hex SHA-256 of its SubjectPublicKeyInfo. */
export declare function cosignKeyId(key: KeyObject): string;
