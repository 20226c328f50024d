import type { FindingCode } from '../findings.js';

/** Why a signature was not accepted. */
export interface SignatureProblem {
  readonly ok: false;
  readonly code: FindingCode;
  readonly message: string;
  /** JSON pointer, relative to the object that was checked. */
  readonly pointer?: string;
}

/**
 * The verdict on one signature. `keyId` is the id of the key or identity that verified it, never the declared one: next to a
 * cosign signature a record's signing_key_id is free text that no hash covers, so anyone could put a different signer's id
 * there. Cosign keys are `cosign:sha256:<hex of the SPKI>`, certificates `cosign:<issuer>#<identity>`.
 */
export type SignatureVerdict = { readonly ok: true; readonly keyId: string } | SignatureProblem;
