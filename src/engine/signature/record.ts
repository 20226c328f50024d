import { mismatchMessage } from './cause.js';
import { decodeSignature, verifyEd25519 } from './ed25519.js';
import { runSignatureJobs, type SignatureJob } from './jobs.js';
import type { PublicKey } from './keys.js';
import type { Trust } from './trust.js';
import type { SignatureProblem, SignatureVerdict } from './verdict.js';

/** The members of a record's integrity that a signature check needs; absent ones are `''`. */
export interface SealedRecord {
  readonly recordHash: string;
  readonly signature: string;
  readonly signingKeyId: string;
}

/** A record signature, checked up to the cryptography. */
export type RecordJob = SignatureJob;

/**
 * First step of checking a record's signature (contract 2.5): form and key, nothing expensive. The second step is
 * `runRecordJobs`. The caller must compare `recordHash` with the recomputed hash itself.
 * Problems: `key.missing` (6) when no key for the signature's kind is configured (hardening 22), `signature.missing`,
 * `signature.key_mismatch`, `signature.invalid`, `signature.algorithm_unsupported` (2), `cosign.identity_required` (6).
 * @param now the clock, epoch milliseconds; used for cosign certificates without a verified time.
 */
export function prepareRecordSignature(
  sealed: SealedRecord,
  trust: Trust,
  now: number,
): { readonly job: RecordJob } | SignatureProblem {
  const { recordHash, signature, signingKeyId } = sealed;
  if (trust.keys.length === 0 && trust.cosign === undefined) {
    return problem('key.missing', 'signatures must be checked but no key is given', '/integrity/signature');
  }
  if (signature === '') return problem('signature.missing', 'the record is not signed', '/integrity/signature');
  if (signingKeyId === '') {
    return problem(
      'signature.missing',
      'the record has a signature but no signing_key_id',
      '/integrity/signing_key_id',
    );
  }
  if (recordHash === '') {
    return problem('signature.missing', 'the record has a signature but no record_hash', '/integrity/record_hash');
  }
  if (signature.startsWith('base64:')) return prepareEd25519(sealed, signature.slice(7), trust);
  if (signature.startsWith('cosign:')) return prepareCosign(recordHash, signature.slice(7), trust, now);
  return problem(
    'signature.algorithm_unsupported',
    'the signature must start with "base64:" (Ed25519) or "cosign:"',
    '/integrity/signature',
  );
}

/** Second step: verifies the signatures, Ed25519 in the thread pool; verdicts are in the order of the jobs. */
export const runRecordJobs = (jobs: readonly RecordJob[]): Promise<SignatureVerdict[]> => runSignatureJobs(jobs);

function prepareEd25519(
  sealed: SealedRecord,
  text: string,
  trust: Trust,
): { readonly job: RecordJob } | SignatureProblem {
  if (trust.keys.length === 0) {
    return problem(
      'key.missing',
      'the record has an Ed25519 signature but no public key is given',
      '/integrity/signature',
    );
  }
  const signature = decodeSignature(text, trust.mode);
  const key = trust.keyById(sealed.signingKeyId);
  if (key === undefined) {
    const verifies = (other: PublicKey): boolean =>
      signature !== undefined && verifyEd25519(other, sealed.recordHash, signature);
    return problem(
      'signature.key_mismatch',
      mismatchMessage('signing_key_id', sealed.signingKeyId, trust.keys, verifies),
      '/integrity/signing_key_id',
    );
  }
  if (signature === undefined) {
    return problem('signature.invalid', 'the signature is not standard base64 of 64 bytes', '/integrity/signature');
  }
  return { job: { kind: 'ed25519', key, message: sealed.recordHash, signature } };
}

/** Chooses the cosign trust for a signature over `message`, or reports what is missing (hardening 22). */
export function prepareCosign(
  message: string,
  signature: string,
  trust: Trust,
  now: number,
): { readonly job: SignatureJob } | SignatureProblem {
  const { cosign, mode } = trust;
  if (cosign === undefined) {
    return problem('key.missing', 'a cosign signature is there but no cosign key or certificate is given');
  }
  if (cosign.key === undefined && (cosign.identity === undefined || cosign.issuer === undefined)) {
    return problem(
      'cosign.identity_required',
      'a cosign certificate proves nothing without the expected identity and issuer',
    );
  }
  return { job: { kind: 'cosign', trust: cosign, message, signature, mode, now } };
}

function problem(code: SignatureProblem['code'], message: string, pointer?: string): SignatureProblem {
  return pointer === undefined ? { ok: false, code, message } : { ok: false, code, message, pointer };
}
