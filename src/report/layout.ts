import type { Lineage } from './lineage.js';

/** A point of a drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where nodes stand (centres) and which points edges go through, from left to right. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Point>;
  /** In the order of the lineage's edges: through the points, first and last are node centres. */
  readonly edges: readonly (readonly Point[])[];
}

/** Sizes of a drawing, in pixels. */
export interface LayoutSizes {
  readonly columnPitch: number;
  readonly rowPitch: number;
  /** Rows between parts that are not connected. */
  readonly partGap: number;
}

interface Vertex {
  readonly key: string;
  layer: number;
  y: number;
  readonly before: Vertex[];
  readonly after: Vertex[];
}

const SWEEPS = 6;

/**
 * Layers from left to right so that most edges point right: longest paths decide the layer (edges that close a cycle are
 * turned for that), long edges get a place in each layer they cross, the middle of neighbours decides the order.
 * Meant for at most some hundred nodes.
 */
export function layered(lineage: Lineage, sizes: LayoutSizes): Layout {
  const vertices = new Map<string, Vertex>(
    lineage.nodes.map((node) => [node.key, { key: node.key, layer: 0, y: 0, before: [], after: [] }]),
  );
  const forward = acyclic(lineage);
  assignLayers(vertices, forward);
  const chains = new Map<string, readonly Vertex[]>();
  for (const [from, to] of forward) chains.set(pair(from, to), connect(vertices, from, to));

  const nodes = new Map<string, Point>();
  const places = new Map<Vertex, Point>();
  let top = 0;
  let columns = 0;
  for (const part of parts(vertices)) {
    const layers = order(part);
    spread(layers);
    const all = layers.flat();
    const lowest = all.reduce((min, one) => Math.min(min, one.y), Number.POSITIVE_INFINITY);
    const highest = all.reduce((max, one) => Math.max(max, one.y), Number.NEGATIVE_INFINITY);
    for (const one of all) {
      const point = {
        x: (one.layer + 0.5) * sizes.columnPitch,
        y: (top + one.y - lowest + 0.5) * sizes.rowPitch,
      };
      places.set(one, point);
      if (vertices.has(one.key)) nodes.set(one.key, point);
    }
    top += highest - lowest + 1 + sizes.partGap;
    columns = Math.max(columns, layers.length);
  }
  const edges = lineage.edges.map(({ from, to }): readonly Point[] => {
    const chain = chains.get(pair(from, to)) ?? [...(chains.get(pair(to, from)) ?? [])].reverse();
    return chain.map((one) => places.get(one) ?? { x: 0, y: 0 });
  });
  return {
    width: columns * sizes.columnPitch,
    height: Math.max(0, top - sizes.partGap) * sizes.rowPitch,
    nodes,
    edges,
  };
}

function pair(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

/** Distinct pairs of the edges, those that close a cycle turned round. */
function acyclic(lineage: Lineage): readonly (readonly [string, string])[] {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of lineage.edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const state = new Map<string, 'open' | 'done'>();
  const found = new Map<string, readonly [string, string]>();
  for (const { key: root } of lineage.nodes) {
    if (state.has(root)) continue;
    const stack = [{ key: root, rest: [...(targets.get(root) ?? [])] }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        state.set(top.key, 'done');
        stack.pop();
      } else if (state.get(next) === 'open') {
        found.set(pair(next, top.key), [next, top.key]);
      } else {
        found.set(pair(top.key, next), [top.key, next]);
        if (!state.has(next)) {
          state.set(next, 'open');
          stack.push({ key: next, rest: [...(targets.get(next) ?? [])] });
        }
      }
    }
  }
  return [...found.values()];
}

/** The layer of a node is the length of the longest path to it; a node that only points on moves next to its target. */
function assignLayers(vertices: ReadonlyMap<string, Vertex>, edges: readonly (readonly [string, string])[]): void {
  const waiting = new Map([...vertices.keys()].map((key) => [key, 0]));
  const after = new Map<string, string[]>();
  for (const [from, to] of edges) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const hasBefore = new Set(edges.map(([, to]) => to));
  const ready = [...vertices.values()].filter((one) => waiting.get(one.key) === 0);
  for (let at = 0; at < ready.length; at++) {
    const one = ready[at];
    for (const key of one === undefined ? [] : (after.get(one.key) ?? [])) {
      const target = vertices.get(key);
      if (one === undefined || target === undefined) continue;
      target.layer = Math.max(target.layer, one.layer + 1);
      const left = (waiting.get(key) ?? 0) - 1;
      waiting.set(key, left);
      if (left === 0) ready.push(target);
    }
  }
  for (const one of vertices.values()) {
    const targets = (after.get(one.key) ?? []).map((key) => vertices.get(key)?.layer ?? 0);
    if (!hasBefore.has(one.key) && targets.length > 0) one.layer = Math.min(...targets) - 1;
  }
}

/** The vertices of an edge, with one between for each layer that it crosses. */
function connect(vertices: ReadonlyMap<string, Vertex>, from: string, to: string): readonly Vertex[] {
  const start = vertices.get(from);
  const end = vertices.get(to);
  if (start === undefined || end === undefined) return [];
  const chain = [start];
  for (let layer = start.layer + 1; layer < end.layer; layer++) {
    chain.push({ key: '', layer, y: 0, before: [], after: [] });
  }
  chain.push(end);
  for (const [at, one] of chain.entries()) {
    const next = chain[at + 1];
    if (next === undefined) continue;
    one.after.push(next);
    next.before.push(one);
  }
  return chain;
}

/** Connected parts, the largest first. */
function parts(vertices: ReadonlyMap<string, Vertex>): readonly (readonly Vertex[])[] {
  const seen = new Set<Vertex>();
  const out: Vertex[][] = [];
  for (const start of vertices.values()) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (let at = 0; at < part.length; at++) {
      const one = part[at];
      for (const next of one === undefined ? [] : [...one.before, ...one.after]) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    out.push(part);
  }
  return out.sort((a, b) => b.length - a.length);
}

/** Layers with their vertices ordered so that few edges cross. */
function order(part: readonly Vertex[]): Vertex[][] {
  const first = part.reduce((min, one) => Math.min(min, one.layer), Number.POSITIVE_INFINITY);
  const layers: Vertex[][] = [];
  for (const one of part) {
    one.layer -= first;
    const layer = layers[one.layer] ?? [];
    layers[one.layer] = layer;
    layer.push(one);
  }
  number(layers);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const rightwards = sweep % 2 === 0;
    for (const layer of rightwards ? layers : [...layers].reverse()) {
      const middles = new Map(layer.map((one) => [one, middle(rightwards ? one.before : one.after) ?? one.y]));
      layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
      for (const [at, one] of layer.entries()) one.y = at;
    }
  }
  return layers;
}

function number(layers: readonly (readonly Vertex[])[]): void {
  for (const layer of layers) for (const [at, one] of layer.entries()) one.y = at;
}

/** Moves each vertex towards the middle of its neighbours, at least one row apart and in order. */
function spread(layers: readonly (readonly Vertex[])[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const rightwards = sweep % 2 === 0;
    for (const layer of rightwards ? layers : [...layers].reverse()) {
      const wanted = layer.map((one) => middle(rightwards ? one.before : one.after) ?? one.y);
      let last = Number.NEGATIVE_INFINITY;
      const placed = wanted.map((y) => {
        last = Math.max(y, last + 1);
        return last;
      });
      // Pushing only down would let a layer sink: shift it back by the mean.
      const drift = placed.reduce((sum, y, at) => sum + y - (wanted[at] ?? y), 0) / Math.max(1, placed.length);
      for (const [at, one] of layer.entries()) one.y = (placed[at] ?? 0) - drift;
    }
  }
}

function middle(neighbours: readonly Vertex[]): number | undefined {
  if (neighbours.length === 0) return undefined;
  return neighbours.reduce((sum, one) => sum + one.y, 0) / neighbours.length;
}
