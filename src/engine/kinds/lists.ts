import { digestHex } from '../canonical/jcs.js';
import { quote } from '../canonical/strict.js';
import { parseInstant } from '../canonical/time.js';
import type { Revocation, VerifyOptions } from '../options.js';
import { signaturesRequired } from '../options.js';
import { validateDocument } from '../schema/registry.js';
import type { PublicKey } from '../signature/keys.js';
import { checkSignatureObject } from '../signature/signature-object.js';
import type { Json, JsonObject } from '../types.js';
import type { Document } from './document.js';
import { isObject, MemberReader, member, type Problem } from './members.js';
import type { Signed } from './signed-json.js';

const LIST_MEMBERS: ReadonlySet<string> = new Set(['version', 'created_at', 'revoked', 'signature']);
const REVOKED_MEMBERS: ReadonlySet<string> = new Set(['key_id', 'revoked_at', 'reason']);

/** A revocation list as it was read (contract section 4). */
export interface RevocationList {
  readonly revocations: readonly Revocation[];
  readonly problems: readonly Problem[];
  /** What its signature covers. */
  readonly digest: string;
}

/** Reads a revocation list from a parsed document; problems are of a type that leave it unreadable. */
export function readRevocationList(value: JsonObject): RevocationList {
  const problems: Problem[] = [];
  const read = new MemberReader(problems, 'revocation.list_invalid');
  const version = read.text(value, 'version', '') ?? '';
  const created = read.text(value, 'created_at', '');
  const instant = created === undefined ? undefined : parseInstant(created);
  if (created !== undefined && instant === undefined) {
    problems.push({
      code: 'revocation.list_invalid',
      message: `created_at ${quote(created)} is not an RFC 3339 instant`,
      pointer: '/created_at',
    });
  }
  const revocations: Revocation[] = [];
  const signed: Json[] = [];
  const list = read.list(value, 'revoked', '');
  list?.forEach((item, i) => {
    const pointer = `/revoked/${i}`;
    if (!isObject(item)) {
      read.wrong('/revoked', String(i), 'object', item);
      return;
    }
    const keyId = read.text(item, 'key_id', pointer) ?? '';
    const revokedAt = read.text(item, 'revoked_at', pointer) ?? '';
    const reason = read.text(item, 'reason', pointer) ?? '';
    revocations.push({ keyId, revokedAt: parseInstant(revokedAt)?.epochMs, reason });
    signed.push({ key_id: keyId, revoked_at: revokedAt, ...(reason === '' ? {} : { reason }) });
  });
  const digest = digestHex({ version, created_at: created ?? '', revoked: list === undefined ? null : signed });
  return { revocations, problems, digest };
}

/** Why a revocation list's signature does not hold under a key, or `undefined` when it does. */
export function revocationSignatureProblem(
  value: JsonObject,
  digest: string,
  keys: readonly PublicKey[],
  mode: VerifyOptions['mode'],
): { readonly message: string } | undefined {
  const result = checkSignatureObject(member(value, 'signature'), digest, 'ascii-hex', keys, mode);
  return result.ok ? undefined : result;
}

/** A revocation list as an artifact of its own: schema, readability, signature. */
export function verifyRevocationList(document: Document, options: VerifyOptions): Signed {
  const keyIds = new Set<string>();
  document.checkCase(document.value, LIST_MEMBERS, '');
  const revoked = member(document.value, 'revoked');
  if (Array.isArray(revoked)) {
    (revoked as readonly Json[]).forEach((item, i) => {
      if (isObject(item)) document.checkCase(item, REVOKED_MEMBERS, `/revoked/${i}`);
    });
  }
  const list = readRevocationList(document.value);
  for (const problem of list.problems) document.raise(problem);
  if (list.problems.length > 0) return { signatures: 0, keyIds };
  for (const problem of validateDocument('revocation-list-v1', document.value)) document.raise(problem);
  const signature = member(document.value, 'signature');
  const required = signaturesRequired(options);
  if (options.signatures === 'off' || (!required && (signature === undefined || signature === null))) {
    return { signatures: 0, keyIds };
  }
  if (!options.trust.configured) {
    const code = required ? 'key.missing' : 'signature.not_checked';
    document.raise({ code, message: 'the signature was not checked: no key was given', pointer: '/signature' });
    return { signatures: 0, keyIds };
  }
  const result = checkSignatureObject(signature, list.digest, 'ascii-hex', options.trust.keys, options.mode);
  if (result.ok) {
    keyIds.add(result.keyId);
    return { signatures: 1, keyIds };
  }
  document.raise({ code: result.code, message: result.message, pointer: `/signature${result.pointer ?? ''}` });
  return { signatures: 0, keyIds };
}

/** A record-type manifest on its own: its schema; the types themselves count only inside their bundle. */
export function verifyRecordTypes(document: Document): void {
  for (const problem of validateDocument('record-types-v1', document.value)) document.raise(problem);
}

/** A governance event: validated, never counted as evidence (schemas.md). */
export function verifyGovernanceEvent(document: Document): void {
  for (const problem of validateDocument('governance-event-v1', document.value)) document.raise(problem);
  document.raise({
    code: 'governance.unsigned_signal',
    message: 'a governance event is an unsigned signal, not evidence',
    pointer: '',
  });
}
