import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import * as noble from '@noble/ed25519';
import fc from 'fast-check';
import { decodeSignature, verifyEd25519 } from '../../src/engine/signature/ed25519.js';
import { parsePublicKey } from '../../src/engine/signature/keys.js';

// Our verdict on signatures (node:crypto and the checks of encodings) against @noble/ed25519, which decides by itself.

interface Vectors {
  readonly rfc8032: readonly { readonly key: string; readonly message: string; readonly signature: string }[];
  readonly weakKeys: readonly { readonly name: string; readonly key: string }[];
}
const vectors = JSON.parse(
  readFileSync(fileURLToPath(new URL('../vectors/signature/ed25519.json', import.meta.url)), 'utf8'),
) as Vectors;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`);
}

function toLittleEndian(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
}

/** Ours: the key as a user gives it, the signature as a record holds it. */
function ours(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const parsed = parsePublicKey(Buffer.from(key).toString('hex'), 'gate');
  const decoded = decodeSignature(Buffer.from(signature).toString('base64'));
  return parsed.ok && decoded !== undefined && verifyEd25519(parsed.key, message, decoded);
}

/** Theirs, as strict as RFC 8032 (no ZIP 215); whatever it throws at is refused. */
async function theirs(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await noble.verifyAsync(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

async function agree(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const verdict = ours(key, message, signature);
  expect({ key: Buffer.from(key).toString('hex'), verdict }).toEqual({
    key: Buffer.from(key).toString('hex'),
    verdict: await theirs(key, message, signature),
  });
  return verdict;
}

test('the examples of RFC 8032', async () => {
  for (const { key, message, signature } of vectors.rfc8032) {
    expect(await agree(hex(key), hex(message), hex(signature))).toBe(true);
  }
});

describe('random keys and messages', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const signed = fc.tuple(bytes(32), fc.uint8Array({ maxLength: 200 }));

  test('what one signed verifies at both', async () => {
    await fc.assert(
      fc.asyncProperty(signed, async ([seed, message]) => {
        const key = await noble.getPublicKeyAsync(seed);
        expect(await agree(key, message, await noble.signAsync(message, seed))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('with one bit changed anywhere it verifies at neither', async () => {
    await fc.assert(
      fc.asyncProperty(signed, fc.nat(), fc.constantFrom('key', 'message', 'signature'), async (made, place, what) => {
        const [seed, message] = made;
        const parts = {
          key: Uint8Array.from(await noble.getPublicKeyAsync(seed)),
          message: Uint8Array.from(message),
          signature: Uint8Array.from(await noble.signAsync(message, seed)),
        };
        const part = parts[what];
        if (part.length === 0) return;
        const bit = place % (part.length * 8);
        part[bit >> 3] = (part[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await agree(parts.key, parts.message, parts.signature)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('a second spelling of S (S plus the order) verifies at neither', async () => {
    await fc.assert(
      fc.asyncProperty(signed, async ([seed, message]) => {
        const signature = Buffer.from(await noble.signAsync(message, seed));
        const s = littleEndian(signature.subarray(32)) + ORDER;
        toLittleEndian(s).copy(signature, 32);
        expect(await agree(await noble.getPublicKeyAsync(seed), message, signature)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

test.each(vectors.weakKeys.map(({ name, key }) => [name, key]))('a weak key (%s) verifies nothing here', (_, key) => {
  // R the identity and S zero: what verifies any message under a key of small order.
  for (const first of ['01', key.slice(0, 2)]) {
    const signature = Buffer.concat([hex(first + (first === '01' ? '00'.repeat(31) : key.slice(2))), Buffer.alloc(32)]);
    for (const message of ['', 'a', 'sha256:00']) expect(ours(hex(key), Buffer.from(message), signature)).toBe(false);
  }
});
