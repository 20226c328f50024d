import { isObject } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { VerifyOptions } from '../options.js';
import { turn, turnIsDue } from '../pace.js';
import { signedInstead } from '../signature/cause.js';
import { decodeSignature } from '../signature/ed25519.js';
import { declaredHash } from './declared-hash.js';
import { canonicalPayload, recordHash } from './hash.js';
import { searchHashedText } from './hash-cause.js';
import { FIX_PRODUCER } from './integrity.js';
import type { RecordProblem } from './types.js';
import { type RecordView, viewRecord } from './view.js';

/** Maximum number of records of an artifact for which a cause is searched (people.md section 2.4). */
const MAX_EXPLAINED = 10;

/** Maximum bytes of candidate texts hashed for one record. */
const MAX_HASHED_BYTES = 16 * 1024 * 1024;
/**
 * Budget in bytes that all records of a run share: a folder of changed records must not cost a search of megabytes each
 * (hardening 33).
 */
const RUN_BYTES = 64 * 1024 * 1024;
/** Budget per byte of a record, available even when the shared one is used up. */
const BYTES_PER_BYTE = 8;

/** Remaining part of `RUN_BYTES`, by `trust`, of which a run has exactly one. */
const shared = new WeakMap<VerifyOptions['trust'], number>();

/** Number of explained records by artifact: `verify` makes one options object per artifact. */
const explained = new WeakMap<VerifyOptions, number>();

/**
 * Adds the cause to hash and signature problems when the hash or signature is that of a different text. Never changes a code;
 * costs nothing for a record without such a problem.
 */
export async function withCauses(
  problems: readonly RecordProblem[],
  bytes: Uint8Array,
  options: VerifyOptions,
): Promise<readonly RecordProblem[]> {
  const open = (problem: RecordProblem): boolean =>
    problem.remedy === undefined &&
    ((problem.code === 'record.hash_mismatch' && problem.pointer === '/integrity/record_hash') ||
      (problem.code === 'signature.invalid' && problem.pointer === '/integrity/signature'));
  if (!problems.some(open)) return problems;
  const count = explained.get(options) ?? 0;
  if (count >= MAX_EXPLAINED) return problems;
  explained.set(options, count + 1);
  const view = viewOf(bytes, options);
  if (view === undefined) return problems;
  const found: RecordProblem[] = [];
  for (const problem of problems) {
    if (!open(problem)) found.push(problem);
    else if (problem.code === 'signature.invalid') found.push(signatureCause(problem, view, options));
    else found.push(await hashCause(problem, bytes, view, options));
  }
  return found;
}

function viewOf(bytes: Uint8Array, options: VerifyOptions): RecordView | undefined {
  const value = readJson(bytes, options.limits.maxDepth);
  if (!isObject(value)) return undefined;
  return viewRecord(value, { loneCaseVariants: options.mode === 'compat' ? 'read' : 'refuse' }).view;
}

async function hashCause(
  problem: RecordProblem,
  bytes: Uint8Array,
  view: RecordView,
  options: VerifyOptions,
): Promise<RecordProblem> {
  const { digest } = declaredHash(view.integrity.recordHash);
  if (digest === undefined) return problem;
  const left = shared.get(options.trust) ?? RUN_BYTES;
  const own = bytes.length * BYTES_PER_BYTE;
  const budget = { bytes: Math.min(MAX_HASHED_BYTES, own + left) };
  const before = budget.bytes;
  const search = searchHashedText(bytes, view, digest, options.limits.maxDepth, budget);
  for (;;) {
    const step = search.next();
    if (step.done === true) {
      shared.set(options.trust, Math.max(0, left - Math.max(0, before - budget.bytes - own)));
      if (step.value === undefined) return problem;
      const message = `${problem.message}: it is the hash of a different text, ${step.value}`;
      return { ...problem, message, remedy: FIX_PRODUCER };
    }
    if (turnIsDue()) await turn(options);
  }
}

function signatureCause(problem: RecordProblem, view: RecordView, options: VerifyOptions): RecordProblem {
  const { signature, signingKeyId, recordHash: declared } = view.integrity;
  const key = options.trust.keyById(signingKeyId);
  const decoded = signature.startsWith('base64:') ? decodeSignature(signature.slice(7), options.mode) : undefined;
  if (key === undefined || decoded === undefined || declared !== recordHash(view)) return problem;
  const instead = signedInstead(key, decoded, declared, Buffer.from(canonicalPayload(view)));
  if (instead === undefined) return problem;
  const message = `${problem.message}: it was made over ${instead}; sign the ASCII text of record_hash (sha256:…, 71 characters)`;
  return { ...problem, message, remedy: 'Fix the producer, or let `proof-verify sign` sign the record.' };
}
