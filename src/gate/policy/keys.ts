import { type KeyResult, parsePublicKey } from '../../engine/signature/keys.js';
import type { JsonObject } from '../../engine/types.js';
import type { RaiseAt, ReadPolicyFile } from './load.js';
import type { PolicyKey, SignerScope } from './model.js';

/** Longest path that is tried as a file. */
const MAX_PATH_LENGTH = 4096;

/**
 * Reads `trust.keys`: each key as text or from its file, checked once (hardening 18). A key under two names is refused,
 * because one signer would count as two approvers; several keys under one name are one signer that changes keys.
 */
export async function readKeys(
  entries: readonly JsonObject[],
  scopeOf: (entry: JsonObject, pointer: string) => SignerScope,
  raise: RaiseAt,
  read: ReadPolicyFile,
): Promise<readonly PolicyKey[]> {
  const made: PolicyKey[] = [];
  const names = new Map<string, string>();
  for (const [i, entry] of entries.entries()) {
    const pointer = `/trust/keys/${i}`;
    const name = entry['name'] as string;
    const text = entry['public_key'] as string;
    const scope = scopeOf(entry, pointer);
    const given = await readKey(text, read);
    if (!given.ok) {
      const code = given.code === 'key.invalid' ? 'policy.invalid' : given.code;
      raise(code, `key ${JSON.stringify(name)}: ${given.message}`, `${pointer}/public_key`);
      continue;
    }
    if (given.key.weak) {
      // Harmless, since nothing verifies under it, but never what the author of a policy meant.
      raise(
        'policy.invalid',
        `key ${JSON.stringify(name)}: the public key is no key that anybody could sign under`,
        `${pointer}/public_key`,
      );
      continue;
    }
    const other = names.get(given.key.id);
    if (other !== undefined) {
      const what = other === name ? 'is there twice' : `has the same public key as ${JSON.stringify(other)}`;
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

async function readKey(text: string, read: ReadPolicyFile): Promise<ReadKey> {
  const given = parsePublicKey(text, 'gate');
  if (given.ok || !looksLikePath(text)) return given;
  const file = await read(text.trim());
  if (!file.ok) return file;
  if (file.bytes.length > MAX_PATH_LENGTH * 4)
    return { ok: false, code: 'key.invalid', message: 'the key file is too large' };
  const parsed = parsePublicKey(Buffer.from(file.bytes).toString('utf8'), 'gate');
  return parsed.ok ? { ...parsed, file: text.trim() } : parsed;
}

/** Text that can only be meant as a key is never looked up as a file. */
function looksLikePath(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > MAX_PATH_LENGTH || /[\n\0]/.test(trimmed)) return false;
  if (trimmed.startsWith('{') || trimmed.includes('-----BEGIN') || trimmed.startsWith('ssh-')) return false;
  return !/^[0-9a-fA-F]{40,}$/.test(trimmed) && !/^[A-Za-z0-9+/]{43}=?$/.test(trimmed);
}
