import { describe, expect, test } from '@jest/globals';
import { EMPTY_POLICY } from '../../../src/gate/config/policy/model.js';
import { findChains } from '../../../src/gate/decision/chains.js';
import { type Art, hashOf, record, worldOf } from '../support/world.js';

/* Which artifacts hold chains, and where: what a baseline notes and drift looks for again. */

const pair = [record('decision'), record('decision')];
const hashes = pair.map(hashOf);

/** The chains of a world in which only artifacts of a path with `good` in it count. */
async function found(...arts: Art[]) {
  const { facts, verdicts } = await worldOf(EMPTY_POLICY, arts);
  const chains = findChains(facts, verdicts, (artifact) => artifact.includes('good'));
  for (const [path, chain] of chains) expect(chain.path).toBe(path);
  return [...chains.values()].map(({ path: _, hashes, ...rest }) => ({ ...rest, records: hashes.length }));
}

describe('what is a chain', () => {
  test.each<[string, Art, boolean]>([
    ['a chain', { path: 'a', kind: 'chain', records: pair }, true],
    ['a chain of one record', { path: 'a', kind: 'chain', records: pair.slice(1) }, true],
    ['a chain of none', { path: 'a', kind: 'chain' }, true],
    ['a chain directory', { path: 'a', kind: 'chain_directory', records: pair }, true],
    ['a stream whose records are linked', { path: 'a', kind: 'stream', records: pair, linked: true }, true],
    ['a stream whose records are not', { path: 'a', kind: 'stream', records: pair }, false],
    ['a record that links to another', { path: 'a', kind: 'record', records: pair, linked: true }, false],
    ['signed JSON', { path: 'a', kind: 'gait_signed_json', records: pair, linked: true }, false],
    ['a governance event', { path: 'a', kind: 'governance_event', records: pair, linked: true }, false],
  ])('%s', async (_, art, expected) => {
    const chain = { artifact: 'a', chainId: '', records: art.records?.length ?? 0, verified: false };
    expect(await found(art)).toEqual(expected ? [chain] : []);
  });

  test('none without its artifact', async () => {
    const { facts } = await worldOf(EMPTY_POLICY, [{ path: 'a', kind: 'stream', records: pair, linked: true }]);
    expect(findChains(facts, [], () => true).size).toBe(0);
  });
});

test('its records in order, its id, whether it counts', async () => {
  const arts: Art[] = [{ path: 'good.json', kind: 'chain', chainId: 'main', records: pair, linked: false }];
  const { facts, verdicts } = await worldOf(EMPTY_POLICY, arts);
  expect([...findChains(facts, verdicts, () => true)]).toEqual([
    ['good.json', { path: 'good.json', artifact: 'good.json', chainId: 'main', hashes, verified: true }],
  ]);
  expect(await found({ path: 'good.jsonl', kind: 'stream', chainId: 's', records: pair, linked: true })).toEqual([
    { artifact: 'good.jsonl', chainId: 's', records: 2, verified: true },
  ]);
});

test('a bundle holds one in each of its files, a directory is one', async () => {
  const both = async (kind: 'bundle' | 'chain_directory') => {
    const worlds = await Promise.all(
      ['x.jsonl', 'y.jsonl'].map((entry) =>
        worldOf(EMPTY_POLICY, [{ path: 'a', kind, chainId: 'id', entry, records: pair, linked: true }]),
      ),
    );
    const verdicts = worlds.slice(1).flatMap((one) => one.verdicts);
    const chains = findChains(
      worlds.flatMap(({ facts }) => facts),
      verdicts,
      () => true,
    );
    return [...chains.values()].map(({ path, artifact, chainId, hashes }) => [path, artifact, chainId, hashes.length]);
  };
  expect(await both('bundle')).toEqual([
    ['a/x.jsonl', 'a', '', 2],
    ['a/y.jsonl', 'a', '', 2],
  ]);
  expect(await both('chain_directory')).toEqual([['a', 'a', 'id', 4]]);
});
