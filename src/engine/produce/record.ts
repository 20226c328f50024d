import { Fault } from '../fault.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { declaredHash } from '../record/declared-hash.js';
import { canonicalPayload, recordHash } from '../record/hash.js';
import { checkRequired, type RecordView, viewRecord } from '../record/view.js';
import { decodeSignature, verifyEd25519 } from '../signature/ed25519.js';
import { parsePublicKey } from '../signature/keys.js';
import { quote } from '../text.js';
import type { SigningKey } from './signing-key.js';

/** Options of the signing functions. */
export interface SignOptions {
  /** Sign what would be refused: content that changed after it was sealed, or what a different key signed. Default false. */
  readonly force?: boolean;
  /** Receives warnings, one sentence each. */
  readonly warn?: (message: string) => void;
}

/** A record for the functions of this folder. @throws Fault when a known member has the wrong type. */
export function readView(record: JsonObject): RecordView {
  const { view, problems } = viewRecord(record, { loneCaseVariants: 'refuse' });
  if (view !== undefined) return view;
  const [problem] = problems;
  throw new Fault(problem?.code ?? 'record.member_type', problem?.message ?? 'not a record', {
    pointer: problem?.pointer ?? '',
  });
}

/**
 * The very bytes that `record_hash` is the SHA-256 of: RFC 8785 of the covered members (contract section 2.1), UTF-8.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export function canonicalRecord(record: JsonObject): Uint8Array {
  return Buffer.from(canonicalPayload(readView(record)), 'utf8');
}

/**
 * The hash that a record must carry (contract section 2.1): `sha256:` and 64 lower-case hex digits.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export function hashOfRecord(record: JsonObject): string {
  return recordHash(readView(record));
}

/**
 * The record with `integrity.record_hash` filled in; nothing else changes, so a signature that was there no longer matches.
 * @throws Fault as `hashOfRecord`.
 */
export function sealRecord(record: JsonObject): JsonObject {
  return withIntegrity(record, { record_hash: hashOfRecord(record) });
}

/**
 * The record with hash, key id and signature (contract section 2.5). A record without a hash is sealed first; the same key
 * gives the same bytes again.
 * @throws Fault: a required member is missing (`record.*_required`, exit code 3), the record cannot be read (6), the hash is
 * a SHA-256 that does not match (`record.hash_mismatch`, 2: signing would launder the change) or a different key signed the
 * record (`usage.invalid`, 6); the last two not with `force`.
 */
export function signRecord(record: JsonObject, key: SigningKey, options: SignOptions = {}): JsonObject {
  const view = readView(record);
  requireMembers(view);
  if (options.force !== true) {
    refuseChanged(view);
    refuseOtherSigner(view, key);
  } else warnOfForce(view, key, options);
  const hash = recordHash(view);
  return withIntegrity(record, {
    record_hash: hash,
    signing_key_id: key.id,
    signature: `base64:${key.sign(hash)}`,
  });
}

/** @throws Fault for the first member that a record must have and this one lacks (contract section 2.4). */
export function requireMembers(view: RecordView): void {
  const [problem] = checkRequired(view);
  if (problem !== undefined) throw new Fault(problem.code, problem.message, { pointer: problem.pointer });
}

/** @throws Fault `record.hash_mismatch` when the record was sealed and its content changed since. */
export function refuseChanged(view: RecordView): void {
  const declared = declaredHash(view.integrity.recordHash);
  if (declared.digest === undefined) return;
  const hash = recordHash(view);
  if (hash === `sha256:${declared.digest}`) return;
  throw new Fault(
    'record.hash_mismatch',
    `record_hash is ${quote(view.integrity.recordHash)}, content hashes to ${hash}: the record was sealed before it changed`,
    { pointer: '/integrity/record_hash' },
  );
}

/** @throws Fault `usage.invalid` when a key that is not `key` signed the record. */
export function refuseOtherSigner(view: RecordView, key: SigningKey): void {
  const { signature, signingKeyId } = view.integrity;
  if (signature === '' || signingKeyId === key.id) return;
  throw new Fault(
    'usage.invalid',
    `signed by a different key (${quote(signingKeyId)}); --force replaces its signature`,
    { pointer: '/integrity/signing_key_id' },
  );
}

function warnOfForce(view: RecordView, key: SigningKey, options: SignOptions): void {
  for (const check of [() => refuseChanged(view), () => refuseOtherSigner(view, key)]) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      options.warn?.(`signed because of --force: ${error.message}`);
    }
  }
}

/** State of a record: whether its hash is right and well-formed, and whether it is signed (by `key`, the signature verifies). */
export function stateOf(view: RecordView, key: SigningKey): { readonly sealed: boolean; readonly signed: boolean } {
  const { recordHash: declared, signature, signingKeyId } = view.integrity;
  const sealed = declared === recordHash(view);
  if (!sealed || signature === '' || signingKeyId === '') return { sealed, signed: false };
  return { sealed, signed: signingKeyId !== key.id || verifies(declared, signature, key) };
}

function verifies(hash: string, signature: string, key: SigningKey): boolean {
  const parsed = parsePublicKey(Buffer.from(key.publicKey).toString('hex'), 'gate');
  const bytes = signature.startsWith('base64:') ? decodeSignature(signature.slice(7)) : undefined;
  return parsed.ok && bytes !== undefined && verifyEd25519(parsed.key, hash, bytes);
}

/** The record with members of `integrity` set, or taken out where the value is `undefined`; others stay. */
export function withIntegrity(record: JsonObject, members: Readonly<Record<string, string | undefined>>): JsonObject {
  const before = member(record, 'integrity');
  const integrity: Record<string, Json> = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete integrity[name];
    else integrity[name] = value;
  }
  return { ...record, integrity };
}
