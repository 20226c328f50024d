import { type SignatureJob, type SignatureProblem, type SignatureVerdict } from './jobs.js';
import type { Trust } from './trust.js';
/** The three members of a record's integrity that a signature check needs; absent ones are `''`. */
export interface SealedRecord {
    readonly recordHash: string;
    readonly signature: string;
    readonly signingKeyId: string;
}
/** A record signature ready for the cryptography. */
export type RecordJob = SignatureJob;
/**
 * First step of a record's signature check (contract 2.5): form, key, nothing costly. The second is `runRecordJobs`.
 * Problems: `key.missing` (6) when nothing of the signature's kind is configured (hardening 22), `signature.missing`,
 * `signature.key_mismatch`, `signature.invalid`, `signature.algorithm_unsupported` (2), `cosign.identity_required` (6).
 * The caller has to compare `recordHash` with the recomputed hash itself.
 * @param now the clock, epoch milliseconds; judges cosign certificates that carry no verified time.
 */
export declare function prepareRecordSignature(sealed: SealedRecord, trust: Trust, now: number): {
    readonly job: RecordJob;
} | SignatureProblem;
/** Second step: verdicts in the order of the jobs, Ed25519 in the thread pool. */
export declare const runRecordJobs: (jobs: readonly RecordJob[]) => Promise<SignatureVerdict[]>;
/** Picks the cosign material for a signature over `message`, or tells what is missing (hardening 22). */
export declare function prepareCosign(message: string, signature: string, trust: Trust, now: number): {
    readonly job: SignatureJob;
} | SignatureProblem;
