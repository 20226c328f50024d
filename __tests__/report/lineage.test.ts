import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layered } from '../../src/report/layout.js';
import { type Lineage, lineageOf, readablePart } from '../../src/report/lineage.js';
import { digest, fact, good, large } from './models.js';

const SIZES = { columnPitch: 100, rowPitch: 10, partGap: 1 };

function graph(pairs: readonly (readonly [string, string])[]): Lineage {
  const keys = [...new Set(pairs.flat())];
  return {
    nodes: keys.map((key) => ({ key, kind: 'agent', id: key })),
    edges: pairs.map(([from, to]) => ({ kind: 'calls', from, to })),
  };
}

describe('lineage', () => {
  test('approvals point at what they approve, by id and by digest', () => {
    const records = [
      fact('a.json', 0, { recordId: 'r1', recordHash: `sha256:${digest(1)}` }),
      fact('b.json', 0, { recordId: 'ok1', approval: { names: [{ id: 'r1' }], denies: false } }),
      fact('c.json', 0, { recordId: 'ok2', approval: { names: [{ digest: `sha256:${digest(1)}` }], denies: false } }),
      fact('d.json', 0, { recordId: 'no', approval: { names: [{ id: 'r1' }], denies: true } }),
    ];
    const approvals = lineageOf(records).edges.filter((edge) => edge.kind === 'approves');
    expect(approvals.map((edge) => [edge.from, edge.to])).toEqual([
      ['record:ok1', 'record:r1'],
      ['record:ok2', 'record:r1'],
    ]);
  });

  test('a record named as evidence is the record, and a link that is told twice is one', () => {
    const link = { kind: 'derived_from', from: 'record:r2', to: 'evidence:r1' };
    const records = [fact('a', 0, { recordId: 'r1' }), fact('a', 1, { recordId: 'r2', links: [link, link] })];
    const { edges, nodes } = lineageOf(records);
    expect(edges.filter((edge) => edge.kind === 'derived_from')).toEqual([
      { kind: 'derived_from', from: 'record:r2', to: 'record:r1' },
    ]);
    expect(nodes.find((node) => node.key === 'record:r1')).toMatchObject({
      recordType: 'tool_invocation',
      verified: true,
    });
  });

  test('the readable part is within bounds and has no loose ends', () => {
    const whole = lineageOf(large().records);
    expect(whole.nodes.length).toBeGreaterThan(100);
    const part = readablePart(whole, 40);
    expect(part.nodes.length).toBeLessThanOrEqual(40);
    expect(part.edges.length).toBeGreaterThan(10);
    const keys = new Set(part.nodes.map((node) => node.key));
    for (const { from, to } of part.edges) expect(keys.has(from) && keys.has(to)).toBe(true);
    const small = lineageOf(good().records);
    expect(readablePart(small, 40)).toBe(small);
  });
});

describe('layout', () => {
  test('edges point right, longer paths lie further right', () => {
    const { nodes } = layered(
      graph([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ]),
      SIZES,
    );
    const x = (key: string): number => nodes.get(key)?.x ?? Number.NaN;
    expect(x('a')).toBeLessThan(x('b'));
    expect(x('b')).toBeLessThan(x('c'));
  });

  test('any graph, cycles included: every node has a place of its own inside the picture, every edge its ends', () => {
    const node = fc.integer({ min: 0, max: 14 }).map((number) => `n${number}`);
    const pairs = fc.array(fc.tuple(node, node), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pairs, (raw) => {
        const lineage = graph(raw.filter(([from, to]) => from !== to));
        const layout = layered(lineage, SIZES);
        const places = [...layout.nodes.values()];
        expect(places).toHaveLength(lineage.nodes.length);
        for (const { x, y } of places) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(layout.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(layout.height);
        }
        for (const [at, one] of places.entries()) {
          for (const other of places.slice(at + 1)) {
            if (one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(SIZES.rowPitch - 1e-6);
          }
        }
        for (const [at, { from, to }] of lineage.edges.entries()) {
          expect(layout.edges[at]?.[0]).toEqual(layout.nodes.get(from));
          expect(layout.edges[at]?.at(-1)).toEqual(layout.nodes.get(to));
        }
      }),
    );
  });
});
