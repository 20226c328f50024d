import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inShard, shardOf } from '../../src/discovery/shard-of.js';

test('each path is in exactly one shard', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (name, count) => {
      const shards = Array.from({ length: count }, (_, i) => i + 1).filter((index) => inShard(name, index, count));
      expect(shards).toEqual([shardOf(name, count)]);
    }),
  );
});

// Computed apart, with Python's hashlib: shards of jobs that run different versions must agree.
test.each([
  ['evidence/a.json', 4, 2],
  ['évidence/🔒.json', 7, 2],
  ['.', 2, 2],
])('%j of %d is in shard %d', (name, count, expected) => {
  expect(shardOf(name, count)).toBe(expected);
});

test('the shards are of about the same size', () => {
  const sizes = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i++) sizes[shardOf(`evidence/${i}.json`, 4) - 1]!++;
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
});

test.each([
  [0, 4],
  [5, 4],
  [1.5, 4],
  [1, 0],
  [1, Number.NaN],
])('no shard %d of %d', (index, count) => {
  expect(() => inShard('a', index, count)).toThrow(RangeError);
});
