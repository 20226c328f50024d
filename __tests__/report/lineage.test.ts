import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layered } from '../../src/report/html/layout.js';
import { type Lineage, lineageOf, readablePart } from '../../src/report/lineage.js';
import { digest, fact, good, large } from './models.js';

const SIZES = { nodeWidth: 80, nodeHeight: 20, labelHeight: 8, labelWidth: () => 30 };

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
      fact('b.json', 0, { recordId: 'ok1', approval: { names: [{ id: 'r1' }], says: 'approves' as const } }),
      fact('c.json', 0, {
        recordId: 'ok2',
        approval: { names: [{ digest: `sha256:${digest(1)}` }], says: 'approves' as const },
      }),
      fact('d.json', 0, { recordId: 'no', approval: { names: [{ id: 'r1' }], says: 'denies' as const } }),
    ];
    const approvals = lineageOf(records).edges.filter((edge) => edge.kind === 'approves');
    expect(approvals.map((edge) => [edge.from, edge.to])).toEqual([
      ['record:ok1', 'record:r1'],
      ['record:ok2', 'record:r1'],
    ]);
  });

  test('a record named as evidence is the record, and a link that is named twice is one', () => {
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

  test('the readable part is within bounds and has no dangling edges', () => {
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

describe('what failed comes first', () => {
  const links = (to: string) => [{ kind: 'derived_from', from: 'x', to }];
  const records = [
    ...Array.from({ length: 200 }, (_, i) => fact('a', i, { recordId: `hub${i}`, links: links('record:hub0') })),
    fact('b', 0, {
      recordId: 'forged',
      verified: false,
      links: [{ kind: 'calls', from: 'record:forged', to: 'tool:sh' }],
    }),
    fact('b', 1, { recordId: 'open', links: [{ kind: 'calls', from: 'record:open', to: 'tool:sh' }] }),
  ];
  const whole = lineageOf(
    records.map((one) => ({
      ...one,
      links: (one.links ?? []).map((link) => (link.from === 'x' ? { ...link, from: `record:${one.recordId}` } : link)),
    })),
    new Map([['open', 'Approval required']]),
  );

  test('with its neighbors, however few relations it has', () => {
    const keys = readablePart(whole, 20).nodes.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['record:forged', 'record:open', 'tool:sh']));
    expect(keys.length).toBeLessThanOrEqual(20);
  });

  test('and says why', () => {
    const problems = Object.fromEntries(whole.nodes.map(({ key, problem }) => [key, problem]));
    expect([problems['record:forged'], problems['record:open'], problems['record:hub1']]).toEqual([
      'not verified',
      'Approval required',
      undefined,
    ]);
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

  test('in any graph, cycles included, boxes and labels are inside the picture and overlap nothing', () => {
    const node = fc.integer({ min: 0, max: 14 }).map((number) => `n${number}`);
    const pairs = fc.array(fc.tuple(node, node), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pairs, (raw) => {
        const lineage = graph(raw.filter(([from, to]) => from !== to));
        const layout = layered(lineage, SIZES);
        expect(layout.nodes.size).toBe(lineage.nodes.length);
        const boxes = [
          ...[...layout.nodes.values()].map(({ x, y }) => ({ x, y, width: 80, height: 20 })),
          ...layout.edges.map(({ label: { x, y } }) => ({ x, y, width: 30, height: 8 })),
        ];
        for (const [at, one] of boxes.entries()) {
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(one.x + one.width / 2).toBeLessThanOrEqual(layout.width + 1e-6);
          expect(one.y - one.height / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(layout.height + 1e-6);
          for (const other of boxes.slice(at + 1)) {
            const apart =
              Math.abs(one.x - other.x) >= (one.width + other.width) / 2 - 1e-6 ||
              Math.abs(one.y - other.y) >= (one.height + other.height) / 2 - 1e-6;
            expect(apart).toBe(true);
          }
        }
        for (const { points } of layout.edges) expect(points.length).toBeGreaterThan(1);
      }),
    );
  });
});
