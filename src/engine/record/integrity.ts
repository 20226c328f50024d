import type { Problem } from '../json/members.js';
import type { Mode } from '../mode.js';
import { quote, shortHash } from '../text.js';
import { declaredHash } from './declared-hash.js';
import type { RecordView } from './view.js';

const SEAL = '`proof-verify hash --write FILE` seals it, `proof-verify sign` seals and signs it';

/** Remedy for a wrong hash whose cause is known, so that nothing was tampered with. */
export const FIX_PRODUCER =
  'Fix the producer: `proof-verify hash --canonical FILE` prints the bytes that are hashed (docs/usage/producing.md), `proof-verify hash --write FILE` writes the hash.';

/**
 * The problem of the declared hash of a record: one finding for one cause (people.md section 2.3). A record that was never
 * sealed is `record.hash_required`; in compat mode a placeholder is a mismatch (exit code 2), as upstream reports it.
 */
export function integrityProblem({ integrity }: RecordView, hash: string, mode: Mode): Problem | undefined {
  const { recordHash, present } = integrity;
  const { form, digest } = declaredHash(recordHash);
  const pointer = '/integrity/record_hash';
  if (!present) {
    const message = `integrity is missing: the record is not sealed yet; ${SEAL}`;
    return { code: 'record.integrity_required', message, pointer: '/integrity' };
  }
  if (form === 'none') {
    const what = recordHash === '' ? 'record_hash is missing' : `record_hash ${quote(recordHash)} is not a SHA-256`;
    const code = mode === 'compat' && recordHash !== '' ? 'record.hash_mismatch' : 'record.hash_required';
    return { code, message: `${what}: the record is not sealed yet; ${SEAL}`, pointer };
  }
  if (recordHash === hash) return undefined;
  if (hash === `sha256:${digest}`) {
    const message = `the digest is right, only its form is not: record_hash must be written "${hash}", with the prefix sha256: and in lower case`;
    return { code: 'record.hash_mismatch', message, pointer, remedy: FIX_PRODUCER };
  }
  const message = `record_hash is ${shortHash(recordHash)}, content hashes to ${shortHash(hash)}`;
  return { code: 'record.hash_mismatch', message, pointer };
}

/** Whether a record was never sealed: no record can link to it, and no signature can cover it. */
export function isUnsealed(declared: string): boolean {
  return declaredHash(declared).form === 'none';
}
