import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Copies } from '../../../src/gate/decision/copies.js';

/** A hash whose first 52 bits are `prefix` and whose rest is `rest`. */
const hash = (prefix: number, rest: number) =>
  `sha256:${prefix.toString(16).padStart(13, '0')}${rest.toString(16).padStart(51, '0')}`;

test('a hash is a copy from the second time on, whatever prefixes it shares', () => {
  // Few of each, so that equal hashes, equal prefixes and texts that are no hash all occur.
  const one = fc.oneof(
    fc.tuple(fc.nat(3), fc.nat(3)).map(([prefix, rest]) => hash(prefix, rest)),
    fc.constantFrom('', 'sha256:', 'no hash'),
  );
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.constantFrom(0, 10, 30), (hashes, few) => {
      const copies = new Copies(hashes, hashes.length, few);
      expect(hashes.map((each) => copies.isCopy(each))).toEqual(hashes.map((each, i) => hashes.indexOf(each) < i));
    }),
  );
});

test('more room than hashes adds none', () => {
  const copies = new Copies([hash(0, 1)], 100, 0);
  expect([copies.isCopy(hash(0, 1)), copies.isCopy(hash(0, 1))]).toEqual([false, false]);
});
