import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as noble from '@noble/ed25519';
import fc from 'fast-check';
import {
  decodeSignature,
  isCanonicalSignature,
  verifyEd25519,
  verifyEd25519Batch,
} from '../../../src/engine/signature/ed25519.js';
import { runSignatureJobs } from '../../../src/engine/signature/jobs.js';
import { mustParse, newSigner } from './helpers.js';

noble.hashes.sha512 = (message: Uint8Array) => new Uint8Array(createHash('sha512').update(message).digest());

const vectors = JSON.parse(readFileSync('__tests__/vectors/signature/ed25519.json', 'utf8')) as {
  rfc8032: { name: string; key: string; message: string; signature: string }[];
  weakKeys: { name: string; key: string }[];
};
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const little = (value: bigint): Buffer => hex(value.toString(16).padStart(64, '0')).reverse();
const scalarOf = (signature: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`);

describe('RFC 8032', () => {
  test.each(vectors.rfc8032)('$name', async ({ key: text, message, signature }) => {
    const key = mustParse(text);
    expect(verifyEd25519(key, hex(message), hex(signature))).toBe(true);
    const wrong = Buffer.concat([hex(message), Buffer.from([0])]);
    expect(verifyEd25519(key, wrong, hex(signature))).toBe(false);
    expect(
      await verifyEd25519Batch([
        { key, message: hex(message), signature: hex(signature) },
        { key, message: wrong, signature: hex(signature) },
      ]),
    ).toEqual([true, false]);
  });
});

test('many at a time: verdicts are in order, for more jobs than run concurrently', async () => {
  const [signer, other] = [newSigner(), newSigner()];
  const jobs = Array.from({ length: 150 }, (_, i) => ({
    key: i % 7 === 3 ? other.key : signer.key,
    message: `message ${i}`,
    signature: i % 5 === 4 ? Buffer.alloc(64) : signer.sign(`message ${i}`),
  }));
  const expected = jobs.map((_, i) => i % 7 !== 3 && i % 5 !== 4);
  expect(await verifyEd25519Batch(jobs)).toEqual(expected);
  expect(await verifyEd25519Batch([])).toEqual([]);
  const verdicts = await runSignatureJobs(jobs.map((job) => ({ kind: 'ed25519', ...job }) as const));
  expect(verdicts.map(({ ok }) => ok)).toEqual(expected);
  expect(verdicts[3]).toMatchObject({
    code: 'signature.invalid',
    message: `signature by key ${other.key.id.slice(0, 12)}… does not match the content`,
  });
});

describe('one signature has one encoding (hardening 18)', () => {
  const signer = newSigner();
  const good = signer.sign('message');

  test('S plus the group order', () => {
    const forged = Buffer.concat([good.subarray(0, 32), little(scalarOf(good) + L)]);
    expect(verifyEd25519(signer.key, 'message', good)).toBe(true);
    expect(isCanonicalSignature(forged)).toBe(false);
    expect(verifyEd25519(signer.key, 'message', forged)).toBe(false);
  });

  test.each([
    ['0', 0n, true],
    ['L - 1', L - 1n, true],
    ['L', L, false],
    ['L + 1', L + 1n, false],
    ['2^255', 2n ** 255n, false],
    ['2^256 - 1', 2n ** 256n - 1n, false],
  ])('S = %s', (_name, s, canonical) => {
    expect(isCanonicalSignature(Buffer.concat([good.subarray(0, 32), little(s)]))).toBe(canonical);
  });

  test.each([
    ['y = p - 1', `ec${'ff'.repeat(30)}7f`, true],
    ['y = p - 1 with a sign', `ec${'ff'.repeat(31)}`, false],
    ['y = p', `ed${'ff'.repeat(30)}7f`, false],
    ['y = p + 18', `${'ff'.repeat(31)}7f`, false],
    ['y = p with a sign', `ed${'ff'.repeat(31)}`, false],
    ['y = 1, the identity', `01${'00'.repeat(31)}`, false],
    ['y = 1 with a sign', `01${'00'.repeat(30)}80`, false],
    ['y = 0 with a sign', `${'00'.repeat(31)}80`, true],
    ['y just below the pattern', `ff${'ff'.repeat(29)}fe7f`, true],
    ['y = p - 2 with a sign', `eb${'ff'.repeat(31)}`, true],
    ['the ends of p - 1 and a sign', `ec${'00'.repeat(30)}ff`, true],
    ['the low bytes of p', `ed${'ff'.repeat(30)}7e`, true],
    ['the low bytes of p - 1 and a sign', `ec${'ff'.repeat(30)}fe`, true],
    ['the low bytes of 1 and a sign', `01${'00'.repeat(30)}81`, true],
    ['the high bytes of 1 and a sign', `02${'00'.repeat(30)}80`, true],
  ])('R with %s', (_name, r, canonical) => {
    expect(isCanonicalSignature(Buffer.concat([hex(r), little(1n)]))).toBe(canonical);
  });

  test.each([0, 1, 63, 65, 128])('%i bytes are not a signature', (length) => {
    expect(verifyEd25519(signer.key, 'message', Buffer.alloc(length))).toBe(false);
    expect(isCanonicalSignature(Buffer.alloc(length))).toBe(false);
  });
});

describe('weak keys never verify anything', () => {
  test.each(vectors.weakKeys)('$name', async ({ key: text }) => {
    const key = mustParse(text, 'compat');
    // R = the key or the identity with S = 0 verifies some or all messages under small-order keys.
    const constant = [text, `01${'00'.repeat(31)}`].map((r) => Buffer.concat([hex(r), Buffer.alloc(32)]));
    const jobs = constant.flatMap((signature) =>
      Array.from({ length: 16 }, (_, i) => ({ key, message: `message ${i}`, signature })),
    );
    expect(jobs.map((job) => verifyEd25519(job.key, job.message, job.signature))).not.toContain(true);
    expect(await verifyEd25519Batch(jobs)).not.toContain(true);
  });

  // node:crypto accepts it up to Node 22 and refuses it from 24 on, so another verifier is the witness.
  test('the attack is real: a verifier that accepts any key accepts the constant signature', () => {
    const identity = hex(`01${'00'.repeat(31)}`);
    const key = mustParse(identity.toString('hex'), 'compat');
    const constant = Buffer.concat([identity, Buffer.alloc(32)]);
    for (const message of ['a', 'b', 'c']) {
      expect(noble.verify(constant, Buffer.from(message), identity, { zip215: true })).toBe(true);
      expect(verifyEd25519(key, message, constant)).toBe(false);
    }
  });
});

describe('signatures in base64', () => {
  const bytes = Buffer.alloc(64, 0xfb);
  const text = bytes.toString('base64');
  test('the canonical form', () => {
    expect(text).toMatch(/\+/);
    expect(decodeSignature(text)).toEqual(bytes);
    expect(decodeSignature(text, 'compat')).toEqual(bytes);
  });
  test.each([
    ['empty', '', false],
    ['no padding', text.slice(0, -2), false],
    ['half padding', text.slice(0, -1), false],
    ['too much padding', `${text}==`, false],
    ['url alphabet', text.replaceAll('+', '-'), false],
    ['line break inside', `${text.slice(0, 44)}\n${text.slice(44)}`, true],
    ['CRLF at the end', `${text}\r\n`, true],
    ['space at the end', `${text} `, false],
    ['space in front', ` ${text}`, false],
    ['tab inside', `${text.slice(0, 44)}\t${text.slice(44)}`, false],
    ['unused bits set', `${text.slice(0, 85)}x==`, true],
    ['a prefix', `base64:${text}`, false],
    ['63 bytes', Buffer.alloc(63).toString('base64'), false],
    ['65 bytes', Buffer.alloc(65).toString('base64'), false],
    ['66 bytes', Buffer.alloc(66).toString('base64'), false],
    ['hex', bytes.toString('hex'), false],
    ['NUL', `${text.slice(0, 40)}\0${text.slice(41)}`, false],
    ['full-width letter', `${text.slice(0, 40)}\uff21${text.slice(41)}`, false],
    ['as many line breaks as may be', text.padEnd(4096, '\n'), true],
    ['one more', text.padEnd(4097, '\n'), false],
    ['a megabyte', 'A'.repeat(1_000_000), false],
  ])('%s', (_name, spelled, compat) => {
    expect(decodeSignature(spelled)).toBeUndefined();
    expect(decodeSignature(spelled, 'compat') !== undefined).toBe(compat);
  });
});

describe('properties', () => {
  test('node:crypto and noble agree on random keys, messages and bit flips', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 200 }),
        fc.nat({ max: 511 }),
        fc.boolean(),
        (seed, message, bit, flip) => {
          const key = mustParse(Buffer.from(noble.getPublicKey(seed)).toString('hex'));
          const signature = noble.sign(message, seed);
          if (flip) signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          let reference = false;
          try {
            reference = noble.verify(signature, message, key.bytes, { zip215: false });
          } catch {
            // noble throws on what it cannot decode.
          }
          expect(verifyEd25519(key, message, signature)).toBe(reference);
          expect(reference).toBe(!flip);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a batch gives the same verdicts as single calls, in order', async () => {
    const signers = [newSigner(), newSigner()];
    const jobs = Array.from({ length: 300 }, (_, i) => {
      const signer = signers[i % 2] as ReturnType<typeof newSigner>;
      const message = `message ${i}`;
      const signature = i % 7 === 0 ? randomBytes(64) : signer.sign(i % 5 === 0 ? `${message}!` : message);
      return { key: signer.key, message, signature };
    });
    const results = await verifyEd25519Batch(jobs);
    expect(results).toEqual(jobs.map((job) => verifyEd25519(job.key, job.message, job.signature)));
    expect(results.filter(Boolean)).toHaveLength(jobs.filter((_, i) => i % 5 !== 0 && i % 7 !== 0).length);
    expect(await verifyEd25519Batch([])).toEqual([]);
  });
});
