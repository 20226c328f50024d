/** Longest id of a key, also of one that an operator chose. */
const MAX_ID = 1024;

/**
 * Why a text cannot match any key id; `undefined` when it may. Ids are compared exactly (hardening 19): 64 lower-case hex
 * digits, `cosign:sha256:` followed by 64 of them, ids chosen by an operator, free text next to cosign signatures. A
 * revocation list with a misspelled id would silently revoke nothing.
 */
export function misspelledKeyId(id: string): string | undefined {
  if (id.length > MAX_ID) return `is longer than any key id (${MAX_ID} characters)`;
  if (id !== id.trim() || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(id))
    return 'has blanks or invisible characters around it or in it';
  const digits = /^(?:0x|sha-?256[:=-]?|(?<cosign>cosign:sha256:))?(?<hex>[0-9a-f]{64})$/i.exec(id)?.groups;
  if (digits !== undefined) {
    const exact = `${digits['cosign'] === undefined ? '' : 'cosign:sha256:'}${String(digits['hex']).toLowerCase()}`;
    return id === exact ? undefined : `must be written ${exact}`;
  }
  // Digits in groups, or in another script that looks the same.
  const plain = id.normalize('NFKC').replace(/[\s:._-]/g, '');
  if (/^[0-9a-f]{64}$/i.test(plain)) return `must be written ${plain.toLowerCase()}`;
  const bare = id.replace(/^(?:cosign:)?(?:sha-?256[:=-]?|0x)/i, '');
  if (/^[0-9a-f]{32,}$/i.test(bare)) return `is not a key id: it has ${bare.length} hex digits, a key id has 64`;
  if (plain.length >= 60 && plain.replace(/[0-9a-f]/gi, '').length <= plain.length / 10) {
    return 'is not a key id: 64 hex digits without anything between them';
  }
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(id) || /^(?:ssh-|-----BEGIN|\{)/.test(id)) {
    return 'is a public key, not its id: the SHA-256 of the 32 key bytes in lower-case hex';
  }
  return undefined;
}
