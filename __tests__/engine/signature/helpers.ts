import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { runSignatureJobs } from '../../../src/engine/signature/jobs.js';
import { type PublicKey, parsePublicKey } from '../../../src/engine/signature/keys.js';
import { prepareRecordSignature, type SealedRecord } from '../../../src/engine/signature/record.js';
import type { Trust } from '../../../src/engine/signature/trust.js';
import type { SignatureVerdict } from '../../../src/engine/signature/verdict.js';

/** Bytes of an Ed25519 public key. */
export function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(12);
}

/** Reads a key that must be good. */
export function mustParse(text: string, mode: 'gate' | 'compat' = 'gate'): PublicKey {
  const result = parsePublicKey(text, mode);
  if (!result.ok) throw new Error(result.message);
  return result.key;
}

/** A fresh signer. */
export function newSigner(): { readonly key: PublicKey; sign(message: string | Uint8Array): Buffer } {
  const pair = generateKeyPairSync('ed25519');
  return {
    key: mustParse(rawKey(pair.publicKey).toString('hex')),
    sign: (message) => sign(null, Buffer.from(message), pair.privateKey),
  };
}

/** Both steps of the check of one record's signature. */
export async function checkRecordSignature(
  sealed: SealedRecord,
  trust: Trust,
  now: number,
): Promise<SignatureVerdict | undefined> {
  const step = prepareRecordSignature(sealed, trust, now);
  return 'job' in step ? (await runSignatureJobs([step.job]))[0] : step;
}
