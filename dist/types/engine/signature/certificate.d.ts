import type { X509Certificate } from 'node:crypto';
import { type CosignTrust } from './cosign-material.js';
import type { SignatureVerdict } from './jobs.js';
/**
 * Judges a signing certificate at one instant (epoch milliseconds): identity and issuer exactly as expected
 * (`signature.identity_mismatch`), meant for code signing, and a path to a trusted anchor in which every certificate is
 * valid at that instant (`signature.certificate_untrusted`). Signed certificate timestamps are checked for bundles only.
 */
export declare function checkCertificate(leaf: X509Certificate, intermediates: readonly X509Certificate[], trust: CosignTrust, at: number): SignatureVerdict;
/** Compares identity and issuer exactly, as bytes: no patterns, no case folding (interface.md). */
export declare function checkIdentity(leaf: X509Certificate, trust: CosignTrust): SignatureVerdict;
/** Why a certificate may not sign artifacts, `undefined` when it may. */
export declare function checkLeafUse(leaf: X509Certificate): string | undefined;
