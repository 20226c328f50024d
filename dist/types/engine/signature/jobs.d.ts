import type { FindingCode } from '../findings.js';
import type { Mode } from '../options.js';
import type { CosignTrust } from './cosign-material.js';
import { type Ed25519Job } from './ed25519.js';
/** A signature whose form was checked and whose key was chosen: all that is left is the cryptography. */
export type SignatureJob = (Ed25519Job & {
    readonly kind: 'ed25519';
}) | {
    readonly kind: 'cosign';
    readonly trust: CosignTrust;
    readonly message: string;
    /** As the artifact holds it: base64 of the signature, or of a Sigstore bundle. */
    readonly signature: string;
    readonly mode: Mode;
    /** The clock, epoch milliseconds. */
    readonly now: number;
};
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
export type SignatureVerdict = {
    readonly ok: true;
    readonly keyId: string;
} | SignatureProblem;
/** Runs signatures in the thread pool; verdicts in the order of the jobs. Rejects only when our own code breaks. */
export declare function runSignatureJobs(jobs: readonly SignatureJob[]): Promise<SignatureVerdict[]>;
/** The verdict once the cryptography has spoken. */
export declare function ed25519Verdict(job: Ed25519Job, verified: boolean): SignatureVerdict;
