import { MAX_SIGNATURES } from '../limits.js';
import type { Mode } from '../mode.js';
import { quote, shortId } from '../text.js';
import { mismatchMessage } from './cause.js';
import { decodeSignature, verifyEd25519 } from './ed25519.js';
import { ed25519Verdict, type SignatureJob } from './jobs.js';
import type { PublicKey } from './keys.js';
import { prepareCosign } from './record.js';
import type { Trust } from './trust.js';
import type { SignatureProblem } from './verdict.js';

/** What an Ed25519 signature object covers (contract 4): the hex text of a digest, or its 32 raw bytes (Gait). */
export type SignedForm = 'ascii-hex' | 'raw-digest';

/** Members of a signature object (contract 4). */
export const SIGNATURE_MEMBERS: ReadonlySet<string> = new Set(['alg', 'key_id', 'sig', 'signed_digest']);

/** The problem of a list with too many signatures: `limit.signatures` (hardening 33). */
export function tooManySignatures(
  count: number,
): { readonly code: 'limit.signatures'; readonly message: string } | undefined {
  if (count <= MAX_SIGNATURES) return undefined;
  return {
    code: 'limit.signatures',
    message: `there are ${count} signatures, more than the limit of ${MAX_SIGNATURES}`,
  };
}

/** A member of the signature object; `''` for the object as a whole. */
type SignatureMember = 'alg' | 'key_id' | 'sig' | 'signed_digest' | '';

/** Why a signature object was not accepted, and which member is at fault. */
export interface ObjectProblem extends SignatureProblem {
  readonly member: SignatureMember;
}

/** An Ed25519 signature object, checked up to the cryptography. */
export interface ObjectStep {
  readonly job: SignatureJob & { readonly kind: 'ed25519' };
}

/**
 * First step of checking `{alg, key_id, sig, signed_digest}` (contract 4 and 6): form, digest, key.
 * Gate mode requires exactly these four members (producers.md), `alg` exactly `ed25519`, lower-case hex and the id of a given
 * key (hardening 18, 19). Compat mode accepts what upstream accepts: hex in any case, and any `key_id` as long as a given key
 * verifies the signature.
 * Problems: `signature.missing` (absent or null), `signature.invalid`, `signature.algorithm_unsupported`,
 * `signature.digest_mismatch`, `signature.key_mismatch` (2), `key.missing` (6).
 * @param digestHex recomputed digest of the signed content, lower-case hex.
 */
export function prepareSignatureObject(
  value: unknown,
  digestHex: string,
  over: SignedForm,
  keys: readonly PublicKey[],
  mode: Mode,
): ObjectStep | ObjectProblem {
  const read = readMembers(value, mode);
  return 'code' in read ? read : prepareMembers(read, digestHex, over, keys, mode);
}

/** The name of an unknown member; a name that differs only by case is reported by `checkCase`. */
function otherMember(value: object): string | undefined {
  return Object.keys(value).find((name) => !SIGNATURE_MEMBERS.has(name.toLowerCase()));
}

function prepareMembers(
  read: Members,
  digestHex: string,
  over: SignedForm,
  keys: readonly PublicKey[],
  mode: Mode,
): ObjectStep | ObjectProblem {
  if (keys.length === 0) return problem('key.missing', '', 'a signature must be checked but no public key is given');
  const { alg, sig } = read;
  if (alg !== 'ed25519')
    return problem('signature.algorithm_unsupported', 'alg', 'alg of the signature must be "ed25519"');
  const mismatch = compareDigest(read, digestHex, mode);
  if (mismatch !== undefined) return mismatch;
  const signature = decodeSignature(sig, mode);
  if (signature === undefined) return problem('signature.invalid', 'sig', 'sig is not standard base64 of 64 bytes');
  const message = over === 'ascii-hex' ? digestHex : Buffer.from(digestHex, 'hex');
  const key =
    keys.find((one) => one.id === read.key_id) ??
    // Upstream ignores the id here; the signature must still verify with a key that the caller gave.
    (mode === 'compat' ? keys.find((one) => verifyEd25519(one, message, signature)) : undefined);
  if (key === undefined) {
    const verifies = (other: PublicKey): boolean => verifyEd25519(other, message, signature);
    return problem('signature.key_mismatch', 'key_id', mismatchMessage('key_id', read.key_id, keys, verifies));
  }
  return { job: { kind: 'ed25519', key, message, signature } };
}

/** Checks an Ed25519 signature object completely: both steps. */
export function checkSignatureObject(
  value: unknown,
  digestHex: string,
  over: SignedForm,
  keys: readonly PublicKey[],
  mode: Mode,
): { readonly ok: true; readonly keyId: string } | ObjectProblem {
  const step = prepareSignatureObject(value, digestHex, over, keys, mode);
  if (!('job' in step)) return step;
  const { key, message, signature } = step.job;
  const verdict = ed25519Verdict(step.job, verifyEd25519(key, message, signature));
  return verdict.ok ? verdict : { ...verdict, member: 'sig', pointer: '/sig' };
}

/**
 * First step for the signature of a bundle manifest (contract 4 and 5), where `alg` may also be `cosign`: a cosign blob
 * signature over the ASCII hex digest. The second step is `runSignatureJobs`.
 */
export function prepareManifestSignature(
  value: unknown,
  digestHex: string,
  trust: Trust,
  now: number,
): { readonly job: SignatureJob } | ObjectProblem {
  const read = readMembers(value, trust.mode);
  if ('code' in read) return read;
  if (read.alg !== 'cosign') {
    if (read.alg === 'ed25519' || trust.keys.length > 0) {
      return prepareMembers(read, digestHex, 'ascii-hex', trust.keys, trust.mode);
    }
    return problem('signature.algorithm_unsupported', 'alg', 'alg of the signature must be "ed25519" or "cosign"');
  }
  const mismatch = compareDigest(read, digestHex, trust.mode);
  if (mismatch !== undefined) return mismatch;
  const text = read.sig.startsWith('cosign:') ? read.sig.slice(7) : read.sig;
  const step = prepareCosign(digestHex, text, trust, now);
  return 'job' in step ? step : { ...step, member: 'sig', pointer: '/sig' };
}

interface Members {
  readonly alg: string;
  readonly key_id: string;
  readonly sig: string;
  readonly signed_digest: string;
}

function readMembers(value: unknown, mode: Mode): Members | ObjectProblem {
  // A signature set to null must be reported like a removed one (hardening 11).
  if (value === undefined || value === null) return problem('signature.missing', '', 'the signature is missing');
  if (typeof value !== 'object' || Array.isArray(value)) {
    return problem('signature.invalid', '', 'the signature must be an object');
  }
  const found: Record<keyof Members, string> = { alg: '', key_id: '', sig: '', signed_digest: '' };
  for (const name of ['alg', 'key_id', 'sig', 'signed_digest'] as const) {
    const member: unknown = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (typeof member !== 'string') {
      return problem(
        'signature.invalid',
        name,
        `${name} of the signature ${member === undefined ? 'is missing' : 'must be a string'}`,
      );
    }
    found[name] = member;
  }
  const other = mode === 'gate' ? otherMember(value) : undefined;
  if (other === undefined) return found;
  const message = `the signature has the member ${quote(other)}, which no signature covers: it has alg, key_id, sig and signed_digest only`;
  return problem('signature.invalid', '', message);
}

function compareDigest(read: Members, digestHex: string, mode: Mode): ObjectProblem | undefined {
  const told = mode === 'compat' ? read.signed_digest.toLowerCase() : read.signed_digest;
  if (told === digestHex) return undefined;
  return problem(
    'signature.digest_mismatch',
    'signed_digest',
    `signed_digest is not the digest of the content, which is ${shortId(digestHex)}`,
  );
}

function problem(code: SignatureProblem['code'], member: SignatureMember, message: string): ObjectProblem {
  return { ok: false, code, member, message, ...(member === '' ? {} : { pointer: `/${member}` }) };
}
