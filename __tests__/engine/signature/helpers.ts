import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type PublicKey, parsePublicKey } from '../../../src/engine/signature/keys.js';

/** Bytes of an Ed25519 public key. */
export function rawKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(12);
}

/** Reads a key that must be good. */
export function mustParse(text: string, mode: 'gate' | 'compat' = 'gate'): PublicKey {
  const result = parsePublicKey(text, mode);
  if (!result.ok) throw new Error(result.message);
  return result.key;
}

/** A fresh signer. */
export function newSigner(): { readonly key: PublicKey; sign(message: string | Uint8Array): Buffer } {
  const pair = generateKeyPairSync('ed25519');
  return {
    key: mustParse(rawKey(pair.publicKey).toString('hex')),
    sign: (message) => sign(null, Buffer.from(message), pair.privateKey),
  };
}
