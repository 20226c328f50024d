import type { FindingCode } from '../findings.js';
import type { Mode } from '../options.js';
import type { CosignTrust } from './cosign-material.js';
import { type Ed25519Job, verifyEd25519, verifyEd25519Batch } from './ed25519.js';

/** A signature whose form was checked and whose key was chosen: all that is left is the cryptography. */
export type SignatureJob =
  | (Ed25519Job & { readonly kind: 'ed25519' })
  | {
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
export type SignatureVerdict = { readonly ok: true; readonly keyId: string } | SignatureProblem;

/** Runs signatures in the thread pool; verdicts in the order of the jobs. Rejects only when our own code breaks. */
export async function runSignatureJobs(jobs: readonly SignatureJob[]): Promise<SignatureVerdict[]> {
  const plain = jobs.filter((job) => job.kind === 'ed25519');
  const [single, second] = plain;
  // One alone is quicker without waking the pool.
  const verified =
    single !== undefined && second === undefined
      ? [verifyEd25519(single.key, single.message, single.signature)]
      : await verifyEd25519Batch(plain);
  const verdicts: SignatureVerdict[] = [];
  let at = 0;
  for (const job of jobs) {
    if (job.kind === 'ed25519') verdicts.push(ed25519Verdict(job, verified[at++] === true));
    else verdicts.push(await runCosign(job));
  }
  return verdicts;
}

/** The verdict once the cryptography has spoken. */
export function ed25519Verdict(job: Ed25519Job, verified: boolean): SignatureVerdict {
  if (verified) return { ok: true, keyId: job.key.id };
  return { ok: false, code: 'signature.invalid', message: `the signature does not verify under key ${job.key.id}` };
}

/** Each signer of the trust is enough by itself; when none is, the refusal of the first is told. */
async function runCosign(job: SignatureJob & { kind: 'cosign' }): Promise<SignatureVerdict> {
  const { verifyCosign } = await import('./cosign.js');
  const message = Buffer.from(job.message);
  const verify = (trust: CosignTrust) => verifyCosign(trust, message, job.signature, { mode: job.mode, now: job.now });
  const first = await verify(job.trust);
  if (first.ok) return first;
  for (const other of job.trust.others ?? []) {
    const verdict = await verify(other);
    if (verdict.ok) return verdict;
  }
  return first;
}
