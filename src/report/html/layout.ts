import { layout as dagre, Graph } from '@dagrejs/dagre';
import type { Lineage } from '../lineage.js';

/** A point of a drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an edge goes, from the side of one node to the side of another, and where its label is centred. */
interface EdgePath {
  readonly points: readonly Point[];
  readonly label: Point;
}

/** Where nodes are (centres) and how edges go, from left to right. Nothing overlaps, labels included. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Point>;
  /** In the order of the lineage's edges. */
  readonly edges: readonly EdgePath[];
}

/** Sizes of a drawing, in pixels. */
export interface LayoutSizes {
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly labelHeight: number;
  /** Width of the label of an edge of this kind. */
  labelWidth(kind: string): number;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** Layers from left to right so that most edges point right. Meant for at most a few hundred nodes. */
export function layered(lineage: Lineage, sizes: LayoutSizes): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 36, edgesep: 10 });
  for (const { key } of lineage.nodes) graph.setNode(key, { width: sizes.nodeWidth, height: sizes.nodeHeight });
  for (const [at, { from, to, kind }] of lineage.edges.entries()) {
    graph.setEdge(from, to, { width: sizes.labelWidth(kind), height: sizes.labelHeight, labelpos: 'c' }, String(at));
  }
  dagre(graph);
  const nodes = new Map(lineage.nodes.map(({ key }): [string, Point] => [key, pointOf(graph.node(key))]));
  const edges = lineage.edges.map(({ from, to }, at): EdgePath => {
    const edge = graph.edge(from, to, String(at));
    return { points: (edge?.points ?? []).map(pointOf), label: pointOf(edge) };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, nodes, edges };
}

function pointOf(place: { readonly x?: number; readonly y?: number } | undefined): Point {
  return place?.x === undefined || place.y === undefined ? ORIGIN : { x: place.x, y: place.y };
}
