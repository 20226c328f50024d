import { createHash } from 'node:crypto';

/**
 * Tells whether an artifact belongs to a shard: the first 48 bits of the SHA-256 of its display path, modulo the number
 * of shards. It depends only on the path, so that the jobs of a matrix agree without communicating and a
 * new artifact moves no other.
 * @param name workspace-relative path as reports show it, `/`-separated.
 * @param index which shard, counted from 1, at most `count`.
 * @throws RangeError when `index` or `count` is out of range: an artifact must not fall between shards.
 */
export function inShard(name: string, index: number, count: number): boolean {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(index) || index < 1 || index > count) {
    throw new RangeError(`shard ${index} of ${count} does not exist`);
  }
  return shardOf(name, count) === index;
}

/** The number, counted from 1, of the shard that an artifact belongs to. */
export function shardOf(name: string, count: number): number {
  return (createHash('sha256').update(name, 'utf8').digest().readUIntBE(0, 6) % count) + 1;
}
