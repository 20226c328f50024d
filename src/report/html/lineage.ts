import { count, cut, lastOf, thousands } from '../../engine/text.js';
import type { ReportModel } from '../../model/report.js';
import { groupBy, problemsOf } from '../common.js';
import { type Lineage, type LineageNode, lineageOf, readablePart, relationWords } from '../lineage.js';
import { shortened } from '../sanitize.js';
import { layered, type Point } from './layout.js';
import { coordinate, type Markup, markup } from './markup.js';

/** Most nodes in one drawing. */
const MAX_NODES = 60;
/** Most relations in the table, and most nodes listed in one group. */
const MAX_LISTED = 300;
const NODE_WIDTH = 176;
const NODE_HEIGHT = 46;
const SIZES = { nodeWidth: NODE_WIDTH, nodeHeight: NODE_HEIGHT, labelHeight: 16, labelWidth };
/** Where one sentence names all relations, labels would only take up room. */
const WITHOUT_LABELS = { ...SIZES, labelHeight: 0, labelWidth: () => 0 };
const PADDING = 6;
/** A drawing a little wider than the page is shrunk to fit; a wider one scrolls, as it would not be legible. */
const MAX_FIT = 1500;
const LABEL_CHARS = 22;
const EDGE_LABEL_CHARS = 16;
/** Kinds of nodes with a colour of their own. */
const COLOURED: ReadonlySet<string> = new Set(['record', 'agent', 'tool', 'policy', 'evidence', 'resource']);

/** Who delegated to, called, approved what: a drawing of at most `MAX_NODES` nodes, the rest in groups, and a table of all. */
export function lineageSection(model: ReportModel): Markup {
  const whole = lineageOf(model.records, problemsOf(model));
  if (whole.edges.length === 0) return markup``;
  const shown = readablePart(whole.nodes.length > MAX_NODES ? withoutAgents(whole) : whole, MAX_NODES);
  const [only, ...others] = new Set(shown.edges.map(({ kind }) => kind));
  const one = only !== undefined && others.length === 0 ? only : undefined;
  const isPart = shown.nodes.length < whole.nodes.length;
  const words = `${count(whole.nodes.length, 'node')}, ${count(whole.edges.length, 'relation')}`;
  const failed = whole.nodes.filter(({ problem }) => problem !== undefined).length;
  const part =
    failed === 0 ? 'those with most relations are' : 'those that failed and their neighbors come first and are';
  return markup`<section id="lineage" aria-labelledby="h-lineage"><h2 id="h-lineage">Lineage</h2>
<p class="muted">${words}${failed === 0 ? '' : `, ${thousands(failed)} failed or without approval`}${isPart ? `; ${part} drawn (${shown.nodes.length})` : ''}.${one === undefined ? '' : ` Every arrow means “${shortened(relationWords(one), 60)}”.`}</p>
<div class="card"><div class="scroll" role="region" aria-label="Lineage graph" tabindex="0">${drawing(shown, words, one === undefined)}</div>
${isPart ? groups(whole, shown) : undefined}${table(whole)}</div></section>`;
}

/** In a large drawing an edge to each agent would hide everything else; the box of a record says who recorded it. */
function withoutAgents({ nodes, edges }: Lineage): Lineage {
  const kept = edges.filter(({ kind }) => kind !== 'recorded');
  const linked = new Set(kept.flatMap(({ from, to }) => [from, to]));
  return { nodes: nodes.filter(({ key }) => linked.has(key)), edges: kept };
}

function drawing(lineage: Lineage, words: string, labels: boolean): Markup {
  const layout = layered(lineage, labels ? SIZES : WITHOUT_LABELS);
  const width = Math.ceil(layout.width) + 2 * PADDING;
  const height = Math.ceil(layout.height) + 2 * PADDING;
  const move = ({ x, y }: Point): Point => ({ x: x + PADDING, y: y + PADDING });
  const edges = lineage.edges.map((edge, at) => {
    const path = layout.edges[at];
    const label = move(path?.label ?? { x: 0, y: 0 });
    const text = labels
      ? markup`<text class="edge-label" x="${coordinate(label.x)}" y="${coordinate(label.y + 3.5)}" text-anchor="middle">${edgeLabel(edge.kind)}</text>`
      : undefined;
    return markup`<path class="edge" d="${curve((path?.points ?? []).map(move))}" marker-end="url(#arrow)"><title>${shortened(`${edge.from} ${relationWords(edge.kind)} ${edge.to}`, 300)}</title></path>${text}`;
  });
  const nodes = lineage.nodes.map((node) => nodeBox(node, move(layout.nodes.get(node.key) ?? { x: 0, y: 0 })));
  return markup`<svg class="graph${width <= MAX_FIT ? ' fit' : ''}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Lineage: ${words}">${edges}${nodes}</svg>`;
}

function edgeLabel(kind: string): string {
  return shortened(relationWords(kind), EDGE_LABEL_CHARS);
}

/** Pixels at a font size of 10.5: no letter of it is wider on average. */
function labelWidth(kind: string): number {
  return edgeLabel(kind).length * 5.8 + 8;
}

function nodeBox(node: LineageNode, at: Point): Markup {
  const x = coordinate(at.x - NODE_WIDTH / 2);
  const y = coordinate(at.y - NODE_HEIGHT / 2);
  const kind = COLOURED.has(node.kind) ? node.kind : 'other';
  const isBad = node.problem !== undefined;
  const type = node.recordType ?? node.kind;
  const title = isBad ? `${node.key}: ${node.problem}` : node.key;
  const note = node.problem ?? node.agent?.slice('agent:'.length);
  const above = note === undefined ? type : `${type} · ${note}`;
  return markup`<g class="node n-${kind}${isBad ? ' n-bad' : ''}"><title>${shortened(title, 300)}</title><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8"/><rect class="stripe" x="${x}" y="${y}" width="5" height="${NODE_HEIGHT}" rx="2.5"/><text class="kind" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y - 6)}">${shortened(above, 28)}</text><text class="name" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y + 12)}">${middleCut(node.id)}</text></g>`;
}

/** IDs differ at their ends as often as at their beginnings: the middle is what can be left out. */
function middleCut(id: string): string {
  const text = shortened(id, 300);
  if (text.length <= LABEL_CHARS) return text;
  return `${cut(text, LABEL_CHARS - 8)}${lastOf(text, 8)}`;
}

/** A smooth line through points. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let d = `M${coordinate(first.x)} ${coordinate(first.y)}`;
  let from = first;
  for (const to of rest) {
    const bend = (to.x - from.x) / 2;
    d += `C${coordinate(from.x + bend)} ${coordinate(from.y)} ${coordinate(to.x - bend)} ${coordinate(to.y)} ${coordinate(to.x)} ${coordinate(to.y)}`;
    from = to;
  }
  return d;
}

/** What is not drawn: records by the agent that recorded them, else by type; other nodes by kind. */
function groups(whole: Lineage, shown: Lineage): Markup {
  const drawn = new Set(shown.nodes.map(({ key }) => key));
  const left = whole.nodes.filter(({ key }) => !drawn.has(key));
  const named = groupBy(left, (node) => node.agent ?? node.recordType ?? node.kind);
  const largestFirst = [...named].sort(([, a], [, b]) => b.length - a.length);
  return markup`<h3>Not drawn</h3>${largestFirst.map(
    ([name, nodes]) =>
      markup`<details class="more"><summary>${shortened(name, 120)} <span class="amount">${thousands(nodes.length)}</span></summary><ul class="relations">${nodes
        .slice(0, MAX_LISTED)
        .map(
          (node) => markup`<li><span class="path">${shortened(node.key, 200)}</span></li>`,
        )}</ul>${rest(nodes.length)}</details>`,
  )}`;
}

/** The text alternative to the drawing. */
function table(lineage: Lineage): Markup {
  const problems = new Map(lineage.nodes.map(({ key, problem }) => [key, problem]));
  const end = (key: string): Markup => {
    const problem = problems.get(key);
    return markup`<td><span class="path">${shortened(key, 200)}</span>${problem === undefined ? undefined : markup` <b class="i-bad">${shortened(problem, 60)}</b>`}</td>`;
  };
  const rows = lineage.edges
    .slice(0, MAX_LISTED)
    .map(({ from, kind, to }) => markup`<tr>${end(from)}<td>${shortened(relationWords(kind), 60)}</td>${end(to)}</tr>`);
  return markup`<details class="more"><summary>Relations as a table</summary><div class="scroll"><table><thead><tr><th>From</th><th>Relation</th><th>To</th></tr></thead><tbody>${rows}</tbody></table></div>${rest(lineage.edges.length)}</details>`;
}

function rest(total: number): Markup | undefined {
  return total > MAX_LISTED ? markup`<p class="muted">And ${thousands(total - MAX_LISTED)} more.</p>` : undefined;
}
