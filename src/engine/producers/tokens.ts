import type { Document } from '../document.js';
import { without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import { member, type Problem } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';

/** schema_id of a delegation token. */
export const DELEGATION_TOKEN = 'gait.gate.delegation_token';

const LISTS = ['action_classes', 'target_scope', 'environment_scope', 'data_classes', 'network_destinations'];
const MAXIMA = ['max_descendant_depth', 'max_operations', 'max_targets'];

/** Members that the rules for tokens read; Gait reads them ignoring case (hardening 2). */
const MEMBERS: ReadonlySet<string> = new Set([
  ...['schema_id', 'created_at', 'expires_at', 'token_id', 'parent_token_id', 'parent_token_digest', 'depth'],
  ...['delegator_identity', 'delegate_identity', 'origin_authority_digest', 'contract_digest', 'intent_digest'],
  ...['policy_digest', 'scope', 'revoked', 'signature', ...LISTS, ...MAXIMA],
]);

/** A member; `undefined` when it is absent or null. */
const given = (token: JsonObject, name: string): Json | undefined => member(token, name) ?? undefined;

/** Whether a signed document is a Gait token, by its schema_id. */
export function isToken(value: JsonObject): boolean {
  const schema = member(value, 'schema_id');
  return typeof schema === 'string' && schema.endsWith('_token');
}

/**
 * Checks revocation and the rules for contract-bound delegation tokens, as far as one token alone allows (producers.md
 * section 5).
 */
export function checkToken(document: Document): void {
  const { value, raise } = document;
  if (!isToken(value)) return;
  document.checkCase(value, MEMBERS, '');
  const revoked = given(value, 'revoked');
  if (revoked !== undefined && revoked !== false) {
    raise({ code: 'token.revoked', message: 'the token says that it is revoked', pointer: '/revoked' });
  }
  if (member(value, 'schema_id') === DELEGATION_TOKEN) for (const problem of contractProblems(value)) raise(problem);
}

function contractProblems(token: JsonObject): readonly Problem[] {
  const bound = ['contract_digest', ...LISTS, ...MAXIMA].some((name) => given(token, name) !== undefined);
  if (!bound) return [];
  const problems: Problem[] = [];
  const add = (name: string, message: string): void => {
    const pointer = given(token, name) === undefined ? '' : `/${name}`;
    problems.push({ code: 'token.contract_invalid', message: `${name} ${message}`, pointer });
  };
  const digest = given(token, 'contract_digest');
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest))
    add('contract_digest', 'must be 64 lower-case hex digits');
  for (const name of LISTS) {
    const why = listProblem(given(token, name));
    if (why !== undefined) add(name, why);
  }
  for (const name of MAXIMA) {
    const most = given(token, name);
    if (typeof most !== 'number' || !Number.isSafeInteger(most) || most < 1) add(name, 'must be a whole number from 1');
  }
  const depth = given(token, 'depth') ?? 0;
  if (typeof depth !== 'number' || !Number.isSafeInteger(depth) || depth < 0)
    add('depth', 'must be a whole number from 0');
  for (const name of ['parent_token_id', 'parent_token_digest']) {
    const parent = given(token, name) ?? '';
    if (depth === 0 && parent !== '') add(name, 'must be absent in a token of depth 0');
    if (depth !== 0 && (typeof parent !== 'string' || parent === '')) add(name, 'is needed in a token below another');
  }
  const id = digestHex({ ...without(token, 'signature'), token_id: '' }).slice(0, 24);
  if (given(token, 'token_id') !== id) add('token_id', `is not that of the content, which is ${id}`);
  return problems;
}

function listProblem(list: Json | undefined): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return 'must be a list that is not empty';
  const items = list as readonly Json[];
  if (items.some((item) => typeof item !== 'string' || item.trim() === '' || item.includes('*')))
    return 'must not contain an empty text or *';
  return new Set(items).size === items.length ? undefined : 'must not repeat an element';
}

/** Members that a token must have in common with its parent token. */
const SHARED = ['origin_authority_digest', 'contract_digest', 'intent_digest', 'policy_digest'];

/** The digest by which a child token refers to this token. */
export function tokenDigest(token: JsonObject): string {
  return `sha256:${digestHex(without(token, 'signature'))}`;
}

/** One right of a delegation token that its parent does not have. */
export interface Growth {
  readonly name: string;
  readonly message: string;
}

/**
 * Where a delegation token exceeds its parent token (producers.md section 5).
 * @param instant reads an RFC 3339 instant as epoch milliseconds.
 */
export function growthOf(
  child: JsonObject,
  parent: JsonObject,
  instant: (text: Json | undefined) => number | undefined,
): readonly Growth[] {
  const found: Growth[] = [];
  const add = (name: string, message: string): void => void found.push({ name, message });
  if (given(child, 'delegator_identity') !== given(parent, 'delegate_identity'))
    add('delegator_identity', 'is not the delegate of the token above');
  if (given(child, 'parent_token_digest') !== tokenDigest(parent))
    add('parent_token_digest', 'is not the digest of the token above');
  for (const name of SHARED)
    if (given(child, name) !== given(parent, name)) add(name, 'is not that of the token above');
  if ((given(child, 'depth') ?? 0) !== Number(given(parent, 'depth') ?? 0) + 1)
    add('depth', 'is not one more than that of the token above');
  const until = instant(given(parent, 'expires_at'));
  const own = instant(given(child, 'expires_at'));
  if (until !== undefined && (own === undefined || own > until))
    add('expires_at', 'is later than that of the token above');
  for (const name of MAXIMA) {
    const most = given(parent, name);
    const asked = given(child, name);
    if (typeof most === 'number' && (typeof asked !== 'number' || asked > most))
      add(name, 'is larger than that of the token above');
  }
  for (const name of ['scope', ...LISTS]) {
    const allowed = new Set(listOf(given(parent, name)));
    if (listOf(given(child, name)).some((item) => !allowed.has(item)))
      add(name, 'has an element that the token above does not have');
  }
  const revoked = given(parent, 'revoked');
  if (revoked !== undefined && revoked !== false) add('parent_token_id', 'names a token that is revoked');
  return found;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
