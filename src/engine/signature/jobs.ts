import type { Mode } from '../mode.js';
import { shortId } from '../text.js';
import type { CosignTrust } from './cosign/types.js';
import { type Ed25519Job, verifyEd25519, verifyEd25519Batch } from './ed25519.js';
import type { SignatureVerdict } from './verdict.js';

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

/**
 * Gathers signatures of artifacts that are verified side by side, until the event loop turns: one batch has a table for a key that
 * signs many of them, and the thread pool for the rest, where each of them alone has neither.
 */
export class SignatureQueue {
  private waiting: Waiting[] = [];

  /** As `runSignatureJobs`. */
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

/** The verdict once the cryptography has spoken. */
export function ed25519Verdict(job: Ed25519Job, verified: boolean): SignatureVerdict {
  if (verified) return { ok: true, keyId: job.key.id };
  const { name, id } = job.key;
  const by = name === undefined ? `key ${shortId(id)}` : `${name} (${shortId(id)})`;
  return { ok: false, code: 'signature.invalid', message: `signature by ${by} does not match the content` };
}

/** Each signer of the trust is enough by itself; when none is, the refusal of the first is told. */
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
