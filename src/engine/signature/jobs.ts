import type { Mode } from '../mode.js';
import { shortId } from '../text.js';
import type { CosignTrust } from './cosign/types.js';
import { type Ed25519Job, verifyEd25519, verifyEd25519Batch } from './ed25519.js';
import type { SignatureVerdict } from './verdict.js';

/** A signature whose form was checked and whose key was chosen: only the cryptography is left. */
export type SignatureJob =
  | (Ed25519Job & { readonly kind: 'ed25519' })
  | {
      readonly kind: 'cosign';
      readonly trust: CosignTrust;
      readonly message: string;
      /** As in the artifact: base64 of the signature, or of a Sigstore bundle. */
      readonly signature: string;
      readonly mode: Mode;
      /** The clock, epoch milliseconds. */
      readonly now: number;
    };

/** Verifies signatures in the thread pool; verdicts are in the order of the jobs. Rejects only for a bug of our own. */
export async function runSignatureJobs(jobs: readonly SignatureJob[]): Promise<SignatureVerdict[]> {
  const plain = jobs.filter((job) => job.kind === 'ed25519');
  const [single, second] = plain;
  // A single one is faster without the pool.
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

/**
 * Collects signatures of artifacts that are verified concurrently, until the next turn of the event loop. One large batch can
 * use a table for a key that signs many of them, and the thread pool for the rest; each artifact's signatures alone are too
 * few for either.
 */
export class SignatureQueue {
  private waiting: Waiting[] = [];

  /** Like `runSignatureJobs`, in one batch with other callers. */
  run(jobs: readonly SignatureJob[]): Promise<SignatureVerdict[]> {
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ jobs, resolve, reject }) === 1) setImmediate(() => void this.flush());
    });
  }

  private async flush(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    try {
      const verdicts = await runSignatureJobs(batch.flatMap(({ jobs }) => jobs));
      let at = 0;
      for (const { jobs, resolve } of batch) {
        resolve(verdicts.slice(at, at + jobs.length));
        at += jobs.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

interface Waiting {
  readonly jobs: readonly SignatureJob[];
  readonly resolve: (verdicts: SignatureVerdict[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The verdict for the result of the cryptography. */
export function ed25519Verdict(job: Ed25519Job, verified: boolean): SignatureVerdict {
  if (verified) return { ok: true, keyId: job.key.id };
  const { name, id } = job.key;
  const by = name === undefined ? `key ${shortId(id)}` : `${name} (${shortId(id)})`;
  return { ok: false, code: 'signature.invalid', message: `signature by ${by} does not match the content` };
}

/** Any one of the trusted cosign signers is enough; if none matches, the error of the first is reported. */
async function runCosign(job: SignatureJob & { kind: 'cosign' }): Promise<SignatureVerdict> {
  const { verifyCosign } = await import('./cosign/verify.js');
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
