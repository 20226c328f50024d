import { looksLikeKey } from '../../../engine/signature/key-forms.js';
import { type KeyResult, parsePublicKey } from '../../../engine/signature/keys.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import type { PolicyKey, PolicyPosition, SignerScope } from './model.js';
import { type PolicySource, policySource, type RaiseAt, type ReadPolicyFile } from './reading.js';

/** A key has a few lines, perhaps with comments. */
const MAX_KEY_FILE_BYTES = 16 * 1024;

/**
 * Reads `trust.keys`: each key as text or from its file, checked once (hardening 18). A key under two names is refused,
 * because one signer would count as two approvers; several keys under one name are one signer that changes keys.
 */
export async function readKeys(
  entries: readonly JsonObject[],
  scopeOf: (entry: JsonObject, pointer: string) => SignerScope & { readonly at?: PolicyPosition },
  raise: RaiseAt,
  read: ReadPolicyFile,
): Promise<readonly PolicyKey[]> {
  const made: PolicyKey[] = [];
  const names = new Map<string, string>();
  for (const [i, entry] of entries.entries()) {
    const pointer = `/trust/keys/${i}`;
    const name = entry['name'] as string;
    const scope = scopeOf(entry, pointer);
    const given = await readKey(entry['public_key'] as Json, read);
    if (!given.ok) {
      const code = given.code === 'key.invalid' ? 'policy.invalid' : given.code;
      raise(code, `key ${JSON.stringify(name)}: ${given.message}`, `${pointer}/public_key`);
      continue;
    }
    if (given.key.weak) {
      // Harmless, since no signature verifies with it, but never what the author of a policy meant.
      raise('policy.invalid', `key ${JSON.stringify(name)}: not a usable Ed25519 public key`, `${pointer}/public_key`);
      continue;
    }
    const other = names.get(given.key.id);
    if (other !== undefined) {
      const what = other === name ? 'is listed twice' : `has the same public key as ${JSON.stringify(other)}`;
      raise('policy.invalid', `key ${JSON.stringify(name)} ${what}`, `${pointer}/public_key`);
      continue;
    }
    names.set(given.key.id, name);
    made.push({
      name,
      key: { ...given.key, name },
      ...scope,
      ...(given.file === undefined ? {} : { file: given.file }),
    });
  }
  return made;
}

type ReadKey =
  | (Extract<KeyResult, { ok: true }> & { readonly file?: string })
  | { readonly ok: false; readonly code: Parameters<RaiseAt>[0]; readonly message: string };

/** A key as text, or a file with one. */
export async function readKey(value: Json, read: ReadPolicyFile): Promise<ReadKey> {
  let source: PolicySource = policySource(value);
  if (typeof value === 'string') {
    const given = parsePublicKey(value, 'gate');
    if (given.ok || looksLikeKey(value)) return given;
    source = { file: value.trim() };
  }
  if ('inline' in source) return parsePublicKey(Buffer.from(source.inline).toString('utf8'), 'gate');
  const file = await read(source, { what: 'public key file', unreadable: 'policy.invalid' });
  if (!file.ok) return file;
  if (file.bytes.length > MAX_KEY_FILE_BYTES)
    return { ok: false, code: 'key.invalid', message: 'the key file is too large' };
  const parsed = parsePublicKey(Buffer.from(file.bytes).toString('utf8'), 'gate');
  return parsed.ok ? { ...parsed, file: source.file } : parsed;
}
