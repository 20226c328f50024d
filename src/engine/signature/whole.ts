import type { Part } from '../context.js';
import type { FindingCode } from '../findings.js';
import { isObject, member, type Problem } from '../json/members.js';
import type { Json } from '../json/value.js';
import { MAX_SIGNATURES } from '../limits.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import { shortId } from '../text.js';
import { isNoTime } from '../time.js';
import { runSignatureJobs } from './jobs.js';
import { prepareManifestSignature, prepareSignatureObject, type SignedForm, tooManySignatures } from './object.js';
import { revocationProblem } from './revocation.js';
import type { SignatureVerdict } from './verdict.js';

/** Signature objects over a whole bundle, chain, manifest, document or list. */
export interface WholeSignatures {
  /** The name of what is signed, for messages. */
  readonly what: string;
  readonly signatures: readonly Json[];
  /** JSON pointer of each signature. */
  readonly pointers: readonly string[];
  /** JSON pointer of the list of signatures, or of where it should be. */
  readonly pointer: string;
  readonly form: SignedForm;
  /** `alg` may also be `cosign`. */
  readonly cosign?: true;
  /**
   * Finding code when signatures are required and there is none; absent: none is needed (chains, whose records are signed).
   */
  readonly missing?: FindingCode | undefined;
  /**
   * Accepted digests, lower-case hex; the first is the one that messages expect. `undefined`: they cannot be computed, which
   * is reported elsewhere.
   */
  digests(): readonly [string, ...string[]] | undefined | Promise<readonly [string, ...string[]] | undefined>;
  /**
   * The signing time, epoch milliseconds, if it is itself covered by the signature (hardening 26); NaN when it cannot be
   * read. Called after `digests`.
   */
  readonly at: number | undefined | (() => number | undefined);
}

/** The verified signatures over a whole. */
export interface Signed {
  readonly count: number;
  readonly keyIds: ReadonlySet<string>;
  /** The signing time, see `WholeSignatures`. */
  readonly at: number | undefined;
}

/** No signature was verified. */
export const UNSIGNED: Signed = { count: 0, keyIds: new Set(), at: undefined };

/**
 * Checks the signatures over a whole. The cases, in this order: signatures are off; they are required but no key is given
 * (`key.missing`, hardening 22); one is required but there is none; no key is given and none is required
 * (`signature.not_checked`); each must verify with a key that is not revoked.
 */
export async function checkWhole(
  whole: WholeSignatures,
  options: VerifyOptions,
  raise: (problem: Problem) => void,
): Promise<Signed> {
  const { signatures, what } = whole;
  const pointer = (signatures.length === 1 ? whole.pointers[0] : undefined) ?? whole.pointer;
  const required = signaturesRequired(options) && (whole.missing !== undefined || signatures.length > 0);
  if (options.signatures === 'off' || !options.trust.configured) await reportRevoked(whole, options, raise);
  if (options.signatures === 'off' || (signatures.length === 0 && !required)) return UNSIGNED;
  if (options.mode === 'compat' && !required) return UNSIGNED;
  if (required && !options.trust.configured) {
    raise({ code: 'key.missing', message: 'signatures must be checked but no key is given', pointer });
    return UNSIGNED;
  }
  if (signatures.length === 0) {
    raise({ code: whole.missing ?? 'signature.missing', message: `the ${what} is not signed`, pointer });
    return UNSIGNED;
  }
  const tooMany = tooManySignatures(signatures.length);
  if (tooMany !== undefined) {
    raise({ ...tooMany, pointer });
    return UNSIGNED;
  }
  const digests = await whole.digests();
  if (digests === undefined) return UNSIGNED;
  if (!options.trust.configured) {
    reportUnchecked({ ...whole, pointer }, digests, raise);
    return UNSIGNED;
  }
  const keyIds = new Set<string>();
  const time = timeOf(whole);
  let count = 0;
  for (const [i, signature] of signatures.entries()) {
    const at = whole.pointers[i] ?? pointer;
    const verdict = await checkOne(signature, digests, whole, options);
    const problem = verdict.ok
      ? options.mode === 'gate' && revocationProblem(options.revocations, verdict.keyId, time, `${at}/key_id`)
      : {
          code: verdict.code,
          message: `${what} signature: ${verdict.message}`,
          pointer: `${at}${verdict.pointer ?? ''}`,
        };
    if (problem) raise(problem);
    else if (verdict.ok) {
      keyIds.add(verdict.keyId);
      count++;
    }
  }
  return { count, keyIds, at: time };
}

/** A revoked key signs nothing, whether or not there is a key to verify its signature (hardening 26). */
async function reportRevoked(
  whole: WholeSignatures,
  { mode, revocations }: VerifyOptions,
  raise: (problem: Problem) => void,
): Promise<void> {
  if (mode !== 'gate' || revocations.length === 0) return;
  for (const [i, signature] of whole.signatures.slice(0, MAX_SIGNATURES).entries()) {
    const named = isObject(signature) ? member(signature, 'key_id') : undefined;
    const at = `${whole.pointers[i] ?? whole.pointer}/key_id`;
    if (typeof named !== 'string' || revocationProblem(revocations, named, undefined, at) === undefined) continue;
    await whole.digests();
    const problem = revocationProblem(revocations, named, timeOf(whole), at);
    if (problem !== undefined) raise(problem);
  }
}

function timeOf({ at }: WholeSignatures): number | undefined {
  const told = typeof at === 'function' ? at() : at;
  return told === undefined || isNoTime(told) ? undefined : told;
}

async function checkOne(
  signature: Json,
  digests: readonly [string, ...string[]],
  { form, cosign }: WholeSignatures,
  { trust, now }: VerifyOptions,
): Promise<SignatureVerdict> {
  const digest = digests.find((known) => known === namedDigest(signature)) ?? digests[0];
  const step =
    cosign === true
      ? prepareManifestSignature(signature, digest, trust, now)
      : prepareSignatureObject(signature, digest, form, trust.keys, trust.mode);
  if (!('job' in step)) return step;
  const [verdict] = await runSignatureJobs([step.job]);
  if (verdict === undefined) throw new Error('a signature was not checked');
  return verdict.ok ? verdict : { ...verdict, pointer: '/sig' };
}

/** Without a key only the digest can be checked. */
function reportUnchecked(
  { signatures, pointers, pointer, what }: WholeSignatures,
  digests: readonly [string, ...string[]],
  raise: (problem: Problem) => void,
): void {
  signatures.forEach((signature, i) => {
    const named = namedDigest(signature);
    if (typeof named !== 'string' || digests.includes(named)) return;
    raise({
      code: 'signature.digest_mismatch',
      message: `${what} signature: signed_digest is not the digest of the content, which is ${shortId(digests[0])}`,
      pointer: `${pointers[i] ?? pointer}/signed_digest`,
    });
  });
  raise({
    code: 'signature.not_checked',
    message: `${signatures.length === 1 ? `the ${what} signature was` : `${signatures.length} ${what} signatures were`} not checked: no key was given`,
    pointer,
  });
}

function namedDigest(signature: Json): Json | undefined {
  return isObject(signature) ? member(signature, 'signed_digest') : undefined;
}

/**
 * The part of an artifact that was signed as a whole. None without a verified signature, except for a document that the gate
 * judges by content.
 */
export function partsOf(
  { keyIds, at }: Signed,
  entry: string | undefined,
  kind: string,
  more: Pick<Part, 'records' | 'document' | 'places'> = {},
): readonly Part[] {
  if (keyIds.size === 0 && more.document === undefined) return [];
  const part = { kind, keyIds: [...keyIds].sort(), ...more };
  const time = at === undefined ? {} : { at: Number.isNaN(at) ? null : at };
  return [{ ...(entry === undefined ? {} : { entry }), ...part, ...time }];
}
