import { type KeyObject } from 'node:crypto';
import type { Mode } from '../options.js';
import { type CosignTrust } from './cosign-material.js';
import type { SignatureProblem, SignatureVerdict } from './jobs.js';
/** What a cosign check depends on besides the bytes. */
export interface CosignOptions {
    readonly mode: Mode;
    /** The clock, epoch milliseconds: judges certificates that come without a verified time. */
    readonly now: number;
}
/**
 * Verifies a signature of `cosign sign-blob` over `message` in process (contract 2.5). `text` is base64 of the signature,
 * or base64 of a Sigstore bundle (JSON), which also carries the certificate and its verified time.
 *
 * A key that was given decides; else the certificate with identity, issuer and roots. Codes: `signature.invalid`,
 * `signature.identity_mismatch`, `signature.certificate_untrusted`, `signature.key_mismatch` (2),
 * `cosign.identity_required`, `key.missing` (6). Never accepts what it could not check (hardening 22).
 */
export declare function verifyCosign(trust: CosignTrust, message: Uint8Array, text: string, options: CosignOptions): Promise<SignatureVerdict>;
/**
 * Verifies a `*.sigstore.json` bundle over `message` offline. One made with a key is verified with the given cosign key; one
 * with a certificate needs identity, issuer and roots. With a Sigstore trusted root that knows transparency logs, timestamp
 * authorities or certificate logs, the bundle must hold evidence of each kind that it knows, and the certificate is judged at
 * the verified times; otherwise it is judged at `options.now`.
 */
export declare function verifySigstoreBundle(trust: CosignTrust, message: Uint8Array, bundle: string, options: CosignOptions): Promise<SignatureVerdict>;
/** True when the signature verifies under the key with a digest cosign uses for such a key. */
export declare function verifyWith(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean;
/** Makes a refusal. */
export declare function refuse(code: SignatureProblem['code'], message: string): SignatureProblem;
