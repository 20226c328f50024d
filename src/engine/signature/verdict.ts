import type { FindingCode } from '../findings.js';

/** Why a signature was not accepted. */
export interface SignatureProblem {
  readonly ok: false;
  readonly code: FindingCode;
  readonly message: string;
  /** JSON pointer below the object that was checked. */
  readonly pointer?: string;
}

/**
 * The verdict on one signature. `keyId` is the id of what really verified it, never what the artifact claims: a record's
 * signing_key_id is free text beside a cosign signature and covered by no hash, so anyone could write another signer's id
 * there. Cosign keys are `cosign:sha256:<hex of the SPKI>`, certificates `cosign:<issuer>#<identity>`.
 */
export type SignatureVerdict = { readonly ok: true; readonly keyId: string } | SignatureProblem;
