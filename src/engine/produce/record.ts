import { Fault } from '../fault.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { declaredHash } from '../record/declared-hash.js';
import { canonicalPayload, recordHash } from '../record/hash.js';
import { checkRequired, type RecordView, viewRecord } from '../record/view.js';
import { decodeSignature, verifyEd25519 } from '../signature/ed25519.js';
import { parsePublicKey } from '../signature/keys.js';
import { shortHash, shortId } from '../text.js';
import type { SigningKey } from './signing-key.js';

/** Options of the functions that sign. */
export interface SignOptions {
  /**
   * Sign what would be refused otherwise: content that changed after it was sealed, or a record signed by a different key.
   * Default false.
   */
  readonly force?: boolean;
  /** Called with one sentence for each problem that did not stop the operation. */
  readonly warn?: (message: string) => void;
}

/**
 * The view of a record, as the functions of this folder need it.
 * @throws Fault when a known member has the wrong type.
 */
export function readView(record: JsonObject): RecordView {
  const { view, problems } = viewRecord(record, { loneCaseVariants: 'refuse' });
  if (view !== undefined) return view;
  const [problem] = problems;
  throw new Fault(problem?.code ?? 'record.member_type', problem?.message ?? 'not a record', {
    pointer: problem?.pointer ?? '',
  });
}

/**
 * The exact bytes whose SHA-256 is `record_hash`: RFC 8785 of the covered members (contract section 2.1), UTF-8.
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
 * Sets `integrity.record_hash` and nothing else, so an existing signature no longer matches if the hash changes.
 * @throws Fault as `hashOfRecord`.
 */
export function sealRecord(record: JsonObject): JsonObject {
  return withIntegrity(record, { record_hash: hashOfRecord(record) });
}

/**
 * Sets hash, key id and signature of a record (contract section 2.5). A record without a hash is sealed first; signing again
 * with the same key gives the same bytes.
 * @throws Fault when a required member is missing (`record.*_required`, exit code 3), when the record cannot be read (6),
 * when its hash is a SHA-256 that does not match (`record.hash_mismatch`, 2: signing would hide the change), or when a
 * different key signed it (`usage.invalid`, 6). The last two do not apply with `force`.
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

/**
 * Checks that all required members are present (contract section 2.4).
 * @throws Fault for the first one that is missing.
 */
export function requireMembers(view: RecordView): void {
  const [problem] = checkRequired(view);
  if (problem !== undefined) throw new Fault(problem.code, problem.message, { pointer: problem.pointer });
}

/**
 * Refuses a record whose content changed after it was sealed.
 * @throws Fault `record.hash_mismatch`.
 */
export function refuseChanged(view: RecordView): void {
  const declared = declaredHash(view.integrity.recordHash);
  if (declared.digest === undefined) return;
  const hash = recordHash(view);
  if (hash === `sha256:${declared.digest}`) return;
  throw new Fault(
    'record.hash_mismatch',
    `record_hash is ${shortHash(view.integrity.recordHash)}, content hashes to ${shortHash(hash)}: the record changed after it was sealed, or a different text was hashed (proof-verify verify FILE says which)`,
    { pointer: '/integrity/record_hash' },
  );
}

/**
 * Refuses a record that a key other than `key` signed.
 * @throws Fault `usage.invalid`.
 */
export function refuseOtherSigner(view: RecordView, key: SigningKey): void {
  const { signature, signingKeyId } = view.integrity;
  if (signature === '' || signingKeyId === key.id) return;
  throw new Fault(
    'usage.invalid',
    `signed by a different key (${shortId(signingKeyId)}); --force replaces its signature`,
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

/**
 * State of a record. `sealed`: its hash matches and is in canonical form; `signed`: it is sealed and has a signature, which
 * was verified if it is by `key`.
 */
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

/** Sets members of `integrity`, or removes them where the value is `undefined`; others stay. */
export function withIntegrity(record: JsonObject, members: Readonly<Record<string, string | undefined>>): JsonObject {
  const before = member(record, 'integrity');
  const integrity: Record<string, Json> = isObject(before) ? { ...before } : {};
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined) delete integrity[name];
    else integrity[name] = value;
  }
  return { ...record, integrity };
}
