import { count } from './common.js';
import { coordinate, type Markup, markup } from './html-markup.js';
import { layered, type Point } from './layout.js';
import { type Lineage, type LineageNode, lineageOf, readablePart, relationWords } from './lineage.js';
import type { ReportModel } from './model.js';
import { shortened } from './sanitize.js';

/** Nodes in one drawing. */
const MAX_NODES = 60;
/** Relations in the list below it. */
const MAX_LISTED = 300;
const NODE_WIDTH = 164;
const NODE_HEIGHT = 46;
const SIZES = { columnPitch: NODE_WIDTH + 100, rowPitch: NODE_HEIGHT + 18, partGap: 0.4 };
const PADDING = 6;
/** A drawing a little wider than the page is shrunk to it; a wider one would not be legible, it scrolls. */
const MAX_FIT = 1330;
const LABEL_CHARS = 22;
/** Kinds with a colour of their own. */
const COLOURED: ReadonlySet<string> = new Set(['record', 'agent', 'tool', 'policy', 'evidence', 'resource']);

/** Who delegated to, called, approved what: a drawing of at most `MAX_NODES` nodes, and the same as a list. */
export function lineageSection(model: ReportModel): Markup {
  const whole = lineageOf(model.records);
  if (whole.edges.length === 0) return markup``;
  const shown = readablePart(whole, MAX_NODES);
  const isPart = shown.edges.length < whole.edges.length;
  const words = `${count(whole.nodes.length, 'node')}, ${count(whole.edges.length, 'relation')}`;
  return markup`<section id="lineage" aria-labelledby="h-lineage"><h2 id="h-lineage">Lineage</h2>
<p class="muted">${words}${isPart ? `; the ${shown.nodes.length} nodes with most relations are drawn` : ''}.</p>
<div class="card"><div class="scroll" role="region" aria-label="Lineage graph" tabindex="0">${drawing(shown, words)}</div>
${list(whole)}</div></section>`;
}

function drawing(lineage: Lineage, words: string): Markup {
  const layout = layered(lineage, SIZES);
  const width = Math.ceil(layout.width) + 2 * PADDING - (SIZES.columnPitch - NODE_WIDTH);
  const height = Math.ceil(layout.height) + 2 * PADDING;
  const shiftX = PADDING - (SIZES.columnPitch - NODE_WIDTH) / 2;
  const move = ({ x, y }: Point): Point => ({ x: x + shiftX, y: y + PADDING });
  const edges = lineage.edges.map((edge, at) => {
    const path = edgePath((layout.edges[at] ?? []).map(move));
    return markup`<path class="edge" d="${path.d}" marker-end="url(#arrow)"><title>${shortened(`${edge.from} ${relationWords(edge.kind)} ${edge.to}`, 300)}</title></path><text class="edge-label" x="${coordinate(path.label.x)}" y="${coordinate(path.label.y - 5)}" text-anchor="middle">${shortened(relationWords(edge.kind), 16)}</text>`;
  });
  const nodes = lineage.nodes.map((one) => node(one, move(layout.nodes.get(one.key) ?? { x: 0, y: 0 })));
  return markup`<svg class="graph${width <= MAX_FIT ? ' fit' : ''}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Lineage: ${words}">${edges}${nodes}</svg>`;
}

function node(one: LineageNode, at: Point): Markup {
  const x = coordinate(at.x - NODE_WIDTH / 2);
  const y = coordinate(at.y - NODE_HEIGHT / 2);
  const kind = COLOURED.has(one.kind) ? one.kind : 'other';
  const isBad = one.verified === false;
  const above = isBad ? `${one.recordType ?? one.kind} · not verified` : (one.recordType ?? one.kind);
  return markup`<g class="node n-${kind}${isBad ? ' n-bad' : ''}"><title>${shortened(one.key, 300)}</title><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8"/><rect class="stripe" x="${x}" y="${y}" width="5" height="${NODE_HEIGHT}" rx="2.5"/><text class="kind" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y - 6)}">${shortened(above, 28)}</text><text class="name" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y + 12)}">${middleCut(one.id)}</text></g>`;
}

/** Ids differ at their ends as often as at their beginnings: the middle is what can go. */
function middleCut(id: string): string {
  const text = shortened(id, 300);
  if (text.length <= LABEL_CHARS) return text;
  return `${text.slice(0, LABEL_CHARS - 9).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-8).replace(/^[\udc00-\udfff]/, '')}`;
}

function edgePath(points: readonly Point[]): { readonly d: string; readonly label: Point } {
  const first = points[0] ?? { x: 0, y: 0 };
  const last = points.at(-1) ?? first;
  const forward = last.x >= first.x;
  const half = NODE_WIDTH / 2;
  const start = { x: first.x + (forward ? half : -half), y: first.y };
  const end = { x: last.x + (forward ? -half : half), y: last.y };
  const stops = [start, ...points.slice(1, -1), end];
  let d = `M${coordinate(start.x)} ${coordinate(start.y)}`;
  for (const [at, to] of stops.entries()) {
    const from = stops[at - 1];
    if (from === undefined) continue;
    const bend = (to.x - from.x) / 2;
    d += `C${coordinate(from.x + bend)} ${coordinate(from.y)} ${coordinate(to.x - bend)} ${coordinate(to.y)} ${coordinate(to.x)} ${coordinate(to.y)}`;
  }
  const next = stops[1] ?? end;
  // Beside the origin: there edges of one node have not come together yet.
  return { d, label: { x: start.x + (next.x - start.x) * 0.5, y: start.y + (next.y - start.y) * 0.5 } };
}

function list(lineage: Lineage): Markup {
  const items = lineage.edges
    .slice(0, MAX_LISTED)
    .map(
      (edge) =>
        markup`<li><span class="path">${shortened(edge.from, 200)}</span> <b>${shortened(relationWords(edge.kind), 60)}</b> <span class="path">${shortened(edge.to, 200)}</span></li>`,
    );
  const left = lineage.edges.length - items.length;
  return markup`<details class="more"><summary>Relations as a list</summary><ul class="relations">${items}</ul>${left > 0 ? markup`<p class="muted">And ${count(left, 'more relation')}.</p>` : undefined}</details>`;
}
