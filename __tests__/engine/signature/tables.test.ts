import { createHash, verify as cryptoVerify } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as noble from '@noble/ed25519';
import fc from 'fast-check';
import {
  type Ed25519Job,
  verifyEd25519,
  verifyEd25519Batch,
  verifyEd25519Many,
} from '../../../src/engine/signature/ed25519.js';
import { KeyTables, type TableJob } from '../../../src/engine/signature/tables.js';
import { mustParse, newSigner } from './helpers.js';

const { Point } = noble;
const forTables = ({ key, message, signature }: Ed25519Job): TableJob => ({ key: key.bytes, message, signature });
const verifyByPlatform = ({ key, message, signature }: Ed25519Job): boolean =>
  cryptoVerify(null, Buffer.from(message), key.verifier, signature);
const { n: ORDER } = Point.CURVE();
const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const little = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();

describe('a table is built for', () => {
  test('a key that signs often enough, counted per key', () => {
    const tables = new KeyTables(2);
    const [first, second] = [newSigner().key, newSigner().key];
    expect([first, first, second, first, second, second, first].map((key) => tables.take(key.bytes))).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  test('at most sixteen keys', () => {
    const tables = new KeyTables(0);
    const keys = Array.from({ length: 17 }, () => newSigner());
    expect(keys.map(({ key }) => tables.take(key.bytes))).toEqual(keys.map((_, i) => i < 16));
    const jobs = keys
      .slice(0, 16)
      .map(({ key, sign: seal }, i) => ({ key: key.bytes, message: `${i}`, signature: seal(`${i}`) }));
    expect(tables.verify(jobs)).toEqual(jobs.map(() => true));
  });

  test('a signature of a key without a table is refused', () => {
    const { key, sign: seal } = newSigner();
    const job = { key: key.bytes, message: '', signature: seal('') };
    expect(() => new KeyTables(0).verify([job])).toThrow('the key has no table');
    expect(new KeyTables(0).verify([])).toEqual([]);
  });

  describe('no key', () => {
    const known = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly');
    afterEach(() => {
      Object.defineProperty(globalThis, 'WebAssembly', known ?? {});
    });
    class Refusing {
      constructor() {
        throw new RangeError('out of memory');
      }
    }

    test.each([
      ['where the runtime compiles nothing', undefined],
      ['where there is no memory for it', { Module: Refusing, Instance: Refusing }],
    ])('%s', (_, value) => {
      Object.defineProperty(globalThis, 'WebAssembly', { value, configurable: true });
      const tables = new KeyTables(0);
      const { key } = newSigner();
      expect([tables.take(key.bytes), tables.take(key.bytes), tables.take(newSigner().key.bytes)]).toEqual([
        false,
        false,
        false,
      ]);
      // It is not asked for again.
      Object.defineProperty(globalThis, 'WebAssembly', known ?? {});
      expect(tables.take(key.bytes)).toBe(false);
    });
  });
});

describe('verification by tables agrees with node:crypto and', () => {
  const tables = new KeyTables(0);
  const signers = [newSigner(), newSigner(), newSigner()];
  for (const { key } of signers) tables.take(key.bytes);
  const jobOf = (who: number, message: string | Uint8Array): Ed25519Job => {
    const signer = signers[who] ?? newSigner();
    return { key: signer.key, message, signature: signer.sign(message) };
  };
  const message = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 300 }));

  test('accepts what was signed, text or bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), message), { minLength: 1, maxLength: 70 }), (made) => {
        const jobs = made.map(([who, text]) => jobOf(who, text));
        expect(tables.verify(jobs.map(forTables))).toEqual(jobs.map(() => true));
      }),
      { numRuns: 60 },
    );
  });

  test('rejects one changed bit, or a signature by another key', () => {
    fc.assert(
      fc.property(fc.nat(2), message, fc.nat(511), fc.boolean(), (who, text, bit, foreign) => {
        const job = jobOf(who, text);
        const signature = Buffer.from(job.signature);
        // The uppermost bits of S would put it above the group order, which nobody hands over.
        const at = bit >= 508 ? bit - 508 : bit;
        if (!foreign) signature.writeUInt8(signature.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
        const changed = { ...job, signature, key: foreign ? (signers[(who + 1) % 3]?.key ?? job.key) : job.key };
        if (littleEndian(signature.subarray(32)) >= ORDER) return;
        expect(verifyByPlatform(changed)).toBe(false);
        expect(tables.verify([job, changed, job].map(forTables))).toEqual([true, false, true]);
      }),
      { numRuns: 150 },
    );
  });

  test('rejects an R with a component of small order, which verification with the cofactor accepts', async () => {
    const seed = Buffer.alloc(32, 7);
    const { scalar, pointBytes } = await noble.utils.getExtendedPublicKeyAsync(seed);
    const key = mustParse(Buffer.from(pointBytes).toString('hex'));
    tables.take(key.bytes);
    const message = Buffer.from('text');
    // y of a point of order 8
    const torsion = Point.fromHex('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05');
    for (let times = 0n; times < 8n; times++) {
      const nonce = 1234567n;
      const extra = times === 0n ? Point.ZERO : torsion.multiplyUnsafe(times);
      const r = Point.BASE.multiplyUnsafe(nonce).add(extra).toBytes();
      const h = littleEndian(createHash('sha512').update(r).update(key.bytes).update(message).digest());
      const signature = Buffer.concat([r, little((nonce + h * scalar) % ORDER)]);
      expect(await noble.verifyAsync(signature, message, key.bytes, { zip215: true })).toBe(true);
      expect(verifyByPlatform({ key, message, signature })).toBe(times === 0n);
      expect(tables.verify([{ key: key.bytes, message, signature }])).toEqual([times === 0n]);
    }
  });
});

describe('enough signatures for tables', () => {
  const [signer, other, weak] = [newSigner(), newSigner(), newSigner()];
  const jobs = Array.from({ length: 2400 }, (_, i): Ed25519Job => {
    const text = `sha256:${i}`;
    if (i % 50 === 7) return { key: { ...weak.key, weak: true }, message: text, signature: weak.sign(text) };
    const { key, sign: seal } = i % 3 === 2 ? other : signer;
    if (i % 7 === 5) return { key, message: text, signature: seal('another text') };
    if (i % 11 === 3) return { key, message: text, signature: Buffer.alloc(64, 0xff) };
    return { key, message: text, signature: seal(text) };
  });
  const expected = jobs.map(({ key, message, signature }) => verifyEd25519(key, message, signature));

  test('get the same verdicts as one by one', async () => {
    expect(new Set(expected)).toEqual(new Set([true, false]));
    expect(verifyEd25519Many(jobs)).toEqual(expected);
    expect(await verifyEd25519Batch(jobs)).toEqual(expected);
    expect(verifyEd25519Many([])).toEqual([]);
  });

  test.each([1, 3, 4, 5])('get the same verdicts %i at a time, with tables', async (count) => {
    for (let start = 0; start < 60; start += count) {
      const few = jobs.slice(start, start + count);
      expect(verifyEd25519Many(few)).toEqual(expected.slice(start, start + count));
      expect(await verifyEd25519Batch(few)).toEqual(expected.slice(start, start + count));
    }
  });
});
