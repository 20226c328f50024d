import { describe, expect, test } from '@jest/globals';
import { Point } from '@noble/ed25519';
import fc from 'fast-check';
import { CURVE } from '../../../src/engine/signature/curve.generated.js';
import { Curve, type Equation } from '../../../src/engine/signature/curve.js';

// Against @noble/ed25519, which computes with big integers.

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

const { n: ORDER, p: PRIME } = Point.CURVE();
const little = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function loaded(): Curve {
  const curve = Curve.load();
  if (curve === undefined) throw new Error('no WebAssembly');
  return curve;
}

const multiple = (point: Point, times: bigint): Point => (times === 0n ? Point.ZERO : point.multiplyUnsafe(times));

describe('products of elements', () => {
  const { memory, INPUT, RESULTS, multiply } = new WebAssembly.Instance(
    new WebAssembly.Module(Buffer.from(CURVE, 'base64')),
  ).exports as {
    memory: { buffer: ArrayBuffer };
    INPUT: { value: number };
    RESULTS: { value: number };
    multiply(): void;
  };
  const widths = Array.from({ length: 10 }, (_, i) => 26 - (i % 2));
  const places = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  const value = (limbs: readonly number[]): bigint =>
    limbs.reduce((sum, limb, i) => sum + (BigInt(limb) << BigInt(places[i] ?? 0)), 0n);

  /** Multiplies; checks the value and that the limbs are as small as the next product needs them. */
  function check(f: readonly number[], g: readonly number[]): void {
    const bytes = Buffer.from(memory.buffer);
    for (const [i, limb] of [...f, ...g].entries()) bytes.writeInt32LE(limb, INPUT.value + i * 4);
    multiply();
    const product = widths.map((_, i) => bytes.readInt32LE(RESULTS.value + i * 4));
    const expected = modulo(value(f) * value(g));
    expect(modulo(value(product))).toBe(expected);
    expect(bytes.subarray(RESULTS.value + 40, RESULTS.value + 72)).toEqual(little(expected));
    for (const [i, limb] of product.entries())
      expect(Math.abs(limb)).toBeLessThanOrEqual(1.01 * 2 ** ((widths[i] ?? 0) - 1));
  }

  /** What sums and differences of products come to. */
  const most = widths.map((width) => Math.floor(1.65 * 2 ** width));
  const limbs = fc.tuple(...most.map((limit) => fc.integer({ min: -limit, max: limit })));
  const extremes = fc.tuple(...most.map((limit) => fc.constantFrom(-limit, limit, limit - 1, 0, 1, -1)));

  test('of any limbs that can meet', () => {
    fc.assert(
      fc.property(limbs, limbs, (f, g) => check(f, g)),
      { numRuns: 2000 },
    );
  });

  test('of the largest limbs that can meet', () => {
    check(most, most);
    check(
      most,
      most.map((limb) => -limb),
    );
    fc.assert(
      fc.property(extremes, extremes, (f, g) => check(f, g)),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['0', 0n],
    ['1', 1n],
    ['the prime less one', PRIME - 1n],
    ['the prime', PRIME],
    ['the prime and one', PRIME + 1n],
    ['the prime and 18', PRIME + 18n],
    ['twice the prime less one', 2n * PRIME - 1n],
  ])('have one spelling: %s', (_, number) => {
    const split = places.map((place, i) =>
      Number(i === 9 ? number >> BigInt(place) : (number >> BigInt(place)) & ((1n << BigInt(widths[i] ?? 0)) - 1n)),
    );
    check(split, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('s·B + h·P', () => {
  const curve = loaded();
  const points = [Point.BASE.multiplyUnsafe(2n), Point.BASE.negate(), Point.BASE.multiplyUnsafe(ORDER >> 1n)];
  const tables = points.map((point) => curve.addTable(point));

  function equation(s: bigint, h: bigint, which: number): Equation {
    const point = points[which] ?? Point.BASE;
    const r = multiple(Point.BASE, s).add(multiple(point, h)).toBytes();
    return { s: little(s), h, r, table: tables[which] ?? 0 };
  }

  // Digits of 8 bits from -128 to 127: where one is carried and where none is.
  const edges = [
    0n,
    1n,
    127n,
    128n,
    129n,
    255n,
    256n,
    0x8000n,
    0x7f80n,
    2n ** 252n - 1n,
    2n ** 252n,
    ORDER - 1n,
    BigInt(`0x0f${'80'.repeat(31)}`),
    BigInt(`0x0f${'7f'.repeat(31)}`),
    BigInt(`0x0f${'ff'.repeat(31)}`),
    BigInt(`0x0f${'8000'.repeat(15)}80`),
  ];

  test('at the edges of digits, each with each', () => {
    const equations = edges.flatMap((s) => edges.map((h, i) => equation(s % ORDER, h % ORDER, i % points.length)));
    expect(curve.solve(equations)).toEqual(equations.map(() => true));
  });

  test('for random scalars, and no other R', () => {
    const scalar = fc.bigInt({ min: 0n, max: ORDER - 1n });
    fc.assert(
      fc.property(scalar, scalar, fc.nat(2), fc.nat(255), (s, h, which, bit) => {
        const good = equation(s, h, which);
        const r = Buffer.from(good.r);
        r.writeUInt8(r.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(curve.solve([good, { ...good, r }, good])).toEqual([true, false, true]);
      }),
      { numRuns: 60 },
    );
  });

  test('that come to the identity: s·B - s·B', () => {
    const zero = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]);
    for (const s of [1n, 5n, ORDER - 1n]) {
      expect(curve.solve([{ s: little(s), h: s, r: zero, table: tables[1] ?? 0 }])).toEqual([true]);
    }
  });

  test.each([0, 1, 63, 64, 65, 129])('%i at a time, one of them wrong', (count) => {
    const equations = Array.from({ length: count }, (_, i) => equation(BigInt(i + 1), BigInt(3 * i), i % 3));
    for (const wrong of [0, 62, 63, 64, 128]) {
      const changed = equations.map((one, i) => (i === wrong ? { ...one, h: one.h + 1n } : one));
      expect(curve.solve(changed)).toEqual(equations.map((_, i) => i !== wrong));
    }
  });
});
