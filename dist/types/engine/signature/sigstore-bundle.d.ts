import type { CosignRoots, CosignTrust } from './cosign-material.js';
import type { SignatureVerdict } from './jobs.js';
/** Reads a Sigstore trusted root (JSON, as `cosign trusted-root create` writes it); a text tells why it cannot be used. */
export declare function readTrustedRoot(text: string): CosignRoots | string;
/**
 * Verifies a bundle over `message`; see `verifySigstoreBundle`. DSSE envelopes are refused: they sign a statement about
 * something, and the library does not compare what it is about.
 */
export declare function verifyBundle(trust: CosignTrust, message: Uint8Array, text: string, now: number): SignatureVerdict;
