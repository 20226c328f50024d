import type { Problem } from '../json/members.js';
import type { Revocation } from '../mode.js';
import { quote } from '../text.js';

/**
 * The problem of a signature whose key was revoked (contract section 4, hardening 26), or `undefined`.
 * @param at time of signing, epoch milliseconds; `undefined` when nothing signed states it: then it counts as after every
 * revocation.
 */
export function revocationProblem(
  revocations: readonly Revocation[],
  keyId: string,
  at: number | undefined,
  pointer: string,
): Problem | undefined {
  if (keyId === '' || revocations.length === 0) return undefined;
  const revoked = earliest(revocations).get(keyId);
  if (revoked === undefined) return undefined;
  if (revoked.revokedAt !== undefined && at !== undefined && at < revoked.revokedAt) return undefined;
  return {
    code: 'signature.key_revoked',
    message: `signing key ${quote(keyId)} is revoked${revoked.reason === '' ? '' : `: ${quote(revoked.reason)}`}`,
    pointer,
  };
}

const indexes = new WeakMap<readonly Revocation[], ReadonlyMap<string, Revocation>>();

/**
 * The earliest revocation of each key. Indexed once per list, because a list may have a million entries and is needed for
 * each record.
 */
function earliest(list: readonly Revocation[]): ReadonlyMap<string, Revocation> {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const index = new Map<string, Revocation>();
  const since = ({ revokedAt }: Revocation): number => revokedAt ?? Number.NEGATIVE_INFINITY;
  for (const entry of list) {
    const before = index.get(entry.keyId);
    if (before === undefined || since(entry) < since(before)) index.set(entry.keyId, entry);
  }
  indexes.set(list, index);
  return index;
}
