import { shortId } from '../text.js';
import { verifyEd25519 } from './ed25519.js';
import type { PublicKey } from './keys.js';

/**
 * Describes what an Ed25519 signature covers when it does not verify over record_hash (people.md section 2.3); `undefined`
 * when it is none of the texts that producers are known to sign by mistake.
 * @param canonical canonical bytes of the record.
 */
export function signedInstead(
  key: PublicKey,
  signature: Uint8Array,
  recordHash: string,
  canonical: Uint8Array,
): string | undefined {
  const hex = recordHash.replace(/^sha256:/, '');
  const texts: readonly (readonly [string, string | Uint8Array])[] = [
    ['the 32 raw digest bytes', Buffer.from(hex, 'hex')],
    ['the 64 hex digits without "sha256:"', hex],
    ['the canonical bytes of the record', canonical],
    ['record_hash with a line feed at its end', `${recordHash}\n`],
    ['the hex digits with a line feed at their end', `${hex}\n`],
    ['record_hash in capitals', recordHash.toUpperCase()],
    ['record_hash with its digits in capitals', `sha256:${hex.toUpperCase()}`],
    ['the hex digits in capitals', hex.toUpperCase()],
    ['record_hash in quotes', JSON.stringify(recordHash)],
  ];
  return texts.find(([, text]) => verifyEd25519(key, text, signature))?.[0];
}

/**
 * The message for a key id that none of the given keys has: lists the keys, or says how the id is wrong.
 * @param named `signing_key_id` or `key_id` of the artifact.
 * @param verifies whether the signature verifies with a key.
 */
export function mismatchMessage(
  member: string,
  named: string,
  keys: readonly PublicKey[],
  verifies: (key: PublicKey) => boolean,
): string {
  for (const key of keys) {
    const hex = Buffer.from(key.bytes).toString('hex');
    const base64 = Buffer.from(key.bytes).toString('base64');
    if (named === base64 || named === base64.replace(/=+$/, '') || (named.toLowerCase() === hex && verifies(key))) {
      return `${member} is the public key itself; it must be the key id, the SHA-256 of the 32 key bytes: ${key.id}`;
    }
    if (named.toLowerCase() === hex) {
      return `the public key ${shortId(hex)} that was given is the key id that ${member} names, not the key itself`;
    }
    if (
      named
        .trim()
        .toLowerCase()
        .replace(/^sha256:/, '') === key.id
    ) {
      return `${member} must be written exactly as ${key.id}`;
    }
  }
  const shown = keys.slice(0, MAX_NAMED).map(({ name, id }) => `${name === undefined ? '' : `${name} `}${shortId(id)}`);
  if (keys.length > MAX_NAMED) shown.push(`${keys.length - MAX_NAMED} more`);
  const one = keys.length === 1;
  return `signed by key ${shortId(named)}, which is ${one ? 'not the given key' : 'none of the given keys'} (${shown.join(', ')})`;
}

/** Maximum number of keys in a message; the others are counted. */
const MAX_NAMED = 5;
