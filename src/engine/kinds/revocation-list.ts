import { type KindResult, NOTHING } from '../context.js';
import type { Document } from '../document.js';
import { digestHex } from '../json/jcs.js';
import { caseVariants, isObject, MemberReader, member, type Problem } from '../json/members.js';
import { pointerPart } from '../json/pointer.js';
import type { Json, JsonObject } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import type { Revocation } from '../mode.js';
import type { VerifyOptions } from '../options.js';
import { signedResult } from '../producers/signed.js';
import { validateDocument } from '../schema/registry.js';
import { misspelledKeyId } from '../signature/key-id.js';
import type { PublicKey } from '../signature/keys.js';
import { checkSignatureObject, SIGNATURE_MEMBERS } from '../signature/object.js';
import { checkWhole } from '../signature/whole.js';
import { quote } from '../text.js';
import { parseInstant } from '../time.js';

const LIST_MEMBERS: ReadonlySet<string> = new Set(['version', 'created_at', 'revoked', 'signature']);
const REVOKED_MEMBERS: ReadonlySet<string> = new Set(['key_id', 'revoked_at', 'reason']);

/** A revocation list as an artifact of its own: schema, readability, signature (contract section 4). */
export const revocationList: DocumentKind<'revocation_list'> = {
  name: 'revocation_list',
  title: 'revocation list',
  form: 'document',
  evidence: false,
  records: 'none',
  claims: (value, mode) => {
    const has = (name: string): boolean => Object.hasOwn(value, name);
    return mode === 'gate' && has('revoked') && has('version') && !has('record_id') && !has('records')
      ? 'revoked'
      : undefined;
  },
  verify,
};

/** The contents of a revocation list (contract section 4). */
export interface RevocationList {
  readonly revocations: readonly Revocation[];
  readonly problems: readonly Problem[];
  /** `created_at`, epoch milliseconds; absent: not declared, or unreadable (then a problem). */
  readonly createdAt?: number;
  /** The digest that its signature covers, lower-case hex. */
  readonly digest: string;
}

/** Reads a revocation list from a parsed document. `problems` are wrong types, which make the list unreadable. */
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
  return { revocations, problems, digest, ...(instant === undefined ? {} : { createdAt: instant.epochMs }) };
}

/** Why the signature of a revocation list does not verify with any of the keys; `undefined`: it does. */
export function revocationSignatureProblem(
  value: JsonObject,
  digest: string,
  keys: readonly PublicKey[],
  mode: VerifyOptions['mode'],
): { readonly message: string } | undefined {
  const result = checkSignatureObject(member(value, 'signature'), digest, 'ascii-hex', keys, mode);
  return result.ok ? undefined : result;
}

/**
 * All problems of a list except its signature, wherever it is used (hardening 31): members that differ from known ones by
 * case, unreadable members, schema, key ids that are not in canonical form and so would revoke nothing, members that the
 * signature does not cover.
 */
export function revocationListProblems(value: JsonObject, list: RevocationList): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (object: JsonObject, known: ReadonlySet<string>, pointer: string): void => {
    const variants = new Map((caseVariants(object, known) ?? []).map((variant) => [variant.name, variant.known]));
    for (const name of Object.keys(object)) {
      const twin = variants.get(name);
      if (known.has(name)) continue;
      problems.push({
        code: twin === undefined ? 'revocation.list_invalid' : 'json.case_collision',
        message:
          twin === undefined
            ? `member ${quote(name)} is not covered by the signature of the list`
            : `member ${quote(name)} differs from ${quote(twin)} only by case: readers disagree about which one counts`,
        pointer: pointer + pointerPart(name),
      });
    }
  };
  check(value, LIST_MEMBERS, '');
  const signature = member(value, 'signature');
  if (isObject(signature)) check(signature, SIGNATURE_MEMBERS, '/signature');
  const revoked = member(value, 'revoked');
  (Array.isArray(revoked) ? (revoked as readonly Json[]) : []).forEach((item, i) => {
    if (isObject(item)) check(item, REVOKED_MEMBERS, `/revoked/${i}`);
  });
  if (list.problems.length > 0) return [...problems, ...list.problems];
  list.revocations.forEach(({ keyId }, i) => {
    const wrong = misspelledKeyId(keyId);
    if (wrong === undefined) return;
    const pointer = `/revoked/${i}/key_id`;
    problems.push({ code: 'revocation.list_invalid', message: `key_id ${quote(keyId)} ${wrong}`, pointer });
  });
  return [...problems, ...validateDocument('revocation-list-v1', value)];
}

async function verify(document: Document): Promise<KindResult> {
  const { value, context, raise } = document;
  const list = readRevocationList(value);
  for (const problem of revocationListProblems(value, list)) raise(problem);
  if (list.problems.length > 0) return NOTHING;
  const signature = member(value, 'signature');
  const signed = await checkWhole(
    {
      what: 'revocation list',
      signatures: signature === undefined || signature === null ? [] : [signature],
      pointers: ['/signature'],
      pointer: '/signature',
      form: 'ascii-hex',
      missing: 'signature.missing',
      digests: () => [list.digest],
      at: list.createdAt,
    },
    context.options,
    raise,
  );
  return signedResult(document, 'revocation_list', [signed]);
}
