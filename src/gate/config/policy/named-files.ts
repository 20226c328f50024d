import { isObject } from '../../../engine/json/members.js';
import { pointerPart } from '../../../engine/json/pointer.js';
import { looksLikeKey } from '../../../engine/signature/key-forms.js';
import { parsePublicKey } from '../../../engine/signature/keys.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import type { NamedFile } from '../sources.js';
import { policySource } from './reading.js';

/** A file that a policy names, and the place where it does. */
export interface NamedAt {
  readonly named: NamedFile;
  /** JSON pointer of the member. */
  readonly pointer: string;
}

/** Every file that a valid policy names (trust.md section 3), in the order of the document's sections. */
export function namedFiles(policy: JsonObject): readonly NamedAt[] {
  const found: NamedAt[] = [];
  const add = (value: Json | undefined, pointer: string, isKey = false): void => {
    if (value === undefined || (isKey && typeof value === 'string' && !isKeyFile(value))) return;
    const source = policySource(value);
    if (!('inline' in source)) found.push({ named: source, pointer });
  };
  const trust = isObject(policy['trust']) ? policy['trust'] : {};
  const { keys, cosign, revocation_list: list, revocation_key: key, trusted_root: root } = trust;
  for (const [i, entry] of entries(keys).entries()) add(entry['public_key'], `/trust/keys/${i}/public_key`, true);
  for (const [i, entry] of entries(cosign).entries()) {
    add(entry['key'], `/trust/cosign/${i}/key`);
    add(entry['certificate'], `/trust/cosign/${i}/certificate`);
  }
  add(list, '/trust/revocation_list');
  add(key, '/trust/revocation_key', true);
  add(root, '/trust/trusted_root');
  add(policy['baseline'], '/baseline');
  const { frameworks, custom_types: types } = policy;
  const listed = Array.isArray(frameworks) ? (frameworks as readonly Json[]) : [];
  for (const [i, value] of listed.entries()) add(value, `/frameworks/${i}`);
  if (isObject(types))
    for (const [type, value] of Object.entries(types)) add(value, `/custom_types${pointerPart(type)}`);
  return found;
}

function isKeyFile(text: string): boolean {
  return !parsePublicKey(text, 'gate').ok && !looksLikeKey(text);
}

function entries(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}
