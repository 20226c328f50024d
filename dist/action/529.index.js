export const id = 529;
export const ids = [529];
export const modules = {

/***/ 6529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  formatReport: () => (/* binding */ formatReport)
});

// UNUSED EXPORTS: FORMATS

// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/common.ts
var common = __webpack_require__(4069);
// EXTERNAL MODULE: ./src/report/places.ts
var places = __webpack_require__(9012);
// EXTERNAL MODULE: ./src/report/sanitize.ts
var sanitize = __webpack_require__(1211);
;// CONCATENATED MODULE: ./src/report/code-quality.ts



/** GitLab rejects an entry without a path; findings of the whole run are placed at the policy. */
const RUN_PLACE = '.proof-policy.yml';
/**
 * GitLab Code Quality: the list of issues that its merge request widget reads. Two entries with one fingerprint would be
 * shown as one, so each has its own.
 */
function codeQuality(model) {
    const { report } = model;
    const prints = (0,common/* fingerprints */.WS)(report.findings);
    const placeIn = (0,places/* repositoryPlaces */.xO)(model);
    return (0,sanitize/* jsonText */.s$)(report.findings.map((one, index) => {
        const place = placeIn(one);
        return {
            type: 'issue',
            description: (0,sanitize/* plain */.pj)(`${(0,common/* titleOf */.Gg)(one)}: ${one.message}${one.entry === undefined ? '' : ` (in ${one.entry})`}${one.remedy === undefined ? '' : ` — ${one.remedy}`}`),
            check_name: (0,sanitize/* plain */.pj)(one.code),
            fingerprint: prints[index],
            severity: severity(one),
            categories: ['Security'],
            location: { path: place.file ?? RUN_PLACE, lines: { begin: place.line ?? 1 } },
        };
    }));
}
function severity(one) {
    if (one.severity === 'notice')
        return 'info';
    if (one.severity === 'warning')
        return 'minor';
    return one.exit_code === 2 || one.exit_code === 8 ? 'blocker' : 'critical';
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/engine/text.ts
var engine_text = __webpack_require__(1655);
// EXTERNAL MODULE: ./src/report/headline.ts
var headline = __webpack_require__(4512);
// EXTERNAL MODULE: ./src/report/run-facts.ts
var run_facts = __webpack_require__(1381);
// EXTERNAL MODULE: ./src/report/lineage.ts
var report_lineage = __webpack_require__(8375);
// EXTERNAL MODULE: ./node_modules/@dagrejs/dagre/dist/dagre.esm.js
var dagre_esm = __webpack_require__(2440);
;// CONCATENATED MODULE: ./src/report/html/layout.ts

const ORIGIN = { x: 0, y: 0 };
/** Layers from left to right so that most edges point right. Meant for at most a few hundred nodes. */
function layered(lineage, sizes) {
    const graph = new dagre_esm/* Graph */.TS({ multigraph: true });
    graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 36, edgesep: 10 });
    for (const { key } of lineage.nodes)
        graph.setNode(key, { width: sizes.nodeWidth, height: sizes.nodeHeight });
    for (const [at, { from, to, kind }] of lineage.edges.entries()) {
        graph.setEdge(from, to, { width: sizes.labelWidth(kind), height: sizes.labelHeight, labelpos: 'c' }, String(at));
    }
    (0,dagre_esm/* layout */.Zp)(graph);
    const nodes = new Map(lineage.nodes.map(({ key }) => [key, pointOf(graph.node(key))]));
    const edges = lineage.edges.map(({ from, to }, at) => {
        const edge = graph.edge(from, to, String(at));
        return { points: (edge?.points ?? []).map(pointOf), label: pointOf(edge) };
    });
    const { width = 0, height = 0 } = graph.graph();
    return { width, height, nodes, edges };
}
function pointOf(place) {
    return place?.x === undefined || place.y === undefined ? ORIGIN : { x: place.x, y: place.y };
}

;// CONCATENATED MODULE: ./src/report/html/markup.ts

/** Text that is already HTML. Only `markup` creates it, so that nothing gets into the page without being escaped. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** HTML from a template: what is put in is escaped, unless it is markup itself; `undefined` is nothing. */
function markup(strings, ...parts) {
    let text = strings[0] ?? '';
    for (const [index, part] of parts.entries())
        text += textOf(part) + (strings[index + 1] ?? '');
    return new Markup(text);
}
function textOf(part) {
    if (part === undefined)
        return '';
    if (typeof part === 'string')
        return (0,sanitize/* htmlText */.js)(part);
    if (typeof part === 'number')
        return String(part);
    return part instanceof Markup ? part.text : part.map((one) => one.text).join('');
}
/** A number for SVG: at most two decimals, so that pages are small and the same everywhere. */
function coordinate(value) {
    return String(Math.round(value * 100) / 100);
}
/** An icon of the sprite; decorative, as text stands next to it. */
function icon(name) {
    return markup `<svg class="icon i-${name}" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
/** Icons and marks that the page uses again and again. */
const SPRITE = markup `<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>
<symbol id="i-ok" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M4.6 8.3l2.3 2.3 4.5-4.9" class="stroke"/></symbol>
<symbol id="i-bad" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" class="stroke"/></symbol>
<symbol id="i-warn" viewBox="0 0 16 16"><path d="M8 .9l7.4 13.4a.6.6 0 0 1-.5.9H1.1a.6.6 0 0 1-.5-.9z" class="disc"/><path d="M8 6v4M8 12.4v.1" class="stroke"/></symbol>
<symbol id="i-info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.5" class="disc"/><path d="M8 7.4v4M8 4.7v.1" class="stroke"/></symbol>
<g id="m-ok"><circle r="5"/></g>
<g id="m-signed"><circle r="5"/><circle r="8" class="ring"/></g>
<g id="m-bad"><path d="M0 -7.5L7.5 0 0 7.5 -7.5 0z"/></g>
<marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 .8L7.5 4 0 7.2z"/></marker>
</defs></svg>`;

;// CONCATENATED MODULE: ./src/report/html/lineage.ts






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
const COLOURED = new Set(['record', 'agent', 'tool', 'policy', 'evidence', 'resource']);
/** Who delegated to, called, approved what: a drawing of at most `MAX_NODES` nodes, the rest in groups, and a table of all. */
function lineageSection(model) {
    const whole = (0,report_lineage/* lineageOf */.bQ)(model.records, (0,common/* problemsOf */.GW)(model));
    if (whole.edges.length === 0)
        return markup ``;
    const shown = (0,report_lineage/* readablePart */.a6)(whole.nodes.length > MAX_NODES ? withoutAgents(whole) : whole, MAX_NODES);
    const [only, ...others] = new Set(shown.edges.map(({ kind }) => kind));
    const one = only !== undefined && others.length === 0 ? only : undefined;
    const isPart = shown.nodes.length < whole.nodes.length;
    const words = `${(0,engine_text/* count */.U9)(whole.nodes.length, 'node')}, ${(0,engine_text/* count */.U9)(whole.edges.length, 'relation')}`;
    const failed = whole.nodes.filter(({ problem }) => problem !== undefined).length;
    const part = failed === 0 ? 'those with most relations are' : 'those that failed and their neighbors come first and are';
    return markup `<section id="lineage" aria-labelledby="h-lineage"><h2 id="h-lineage">Lineage</h2>
<p class="muted">${words}${failed === 0 ? '' : `, ${(0,engine_text/* thousands */.oh)(failed)} failed or without approval`}${isPart ? `; ${part} drawn (${shown.nodes.length})` : ''}.${one === undefined ? '' : ` Every arrow means “${(0,sanitize/* shortened */.vI)((0,report_lineage/* relationWords */.cO)(one), 60)}”.`}</p>
<div class="card"><div class="scroll" role="region" aria-label="Lineage graph" tabindex="0">${drawing(shown, words, one === undefined)}</div>
${isPart ? groups(whole, shown) : undefined}${table(whole)}</div></section>`;
}
/** In a large drawing an edge to each agent would hide everything else; the box of a record says who recorded it. */
function withoutAgents({ nodes, edges }) {
    const kept = edges.filter(({ kind }) => kind !== 'recorded');
    const linked = new Set(kept.flatMap(({ from, to }) => [from, to]));
    return { nodes: nodes.filter(({ key }) => linked.has(key)), edges: kept };
}
function drawing(lineage, words, labels) {
    const layout = layered(lineage, labels ? SIZES : WITHOUT_LABELS);
    const width = Math.ceil(layout.width) + 2 * PADDING;
    const height = Math.ceil(layout.height) + 2 * PADDING;
    const move = ({ x, y }) => ({ x: x + PADDING, y: y + PADDING });
    const edges = lineage.edges.map((edge, at) => {
        const path = layout.edges[at];
        const label = move(path?.label ?? { x: 0, y: 0 });
        const text = labels
            ? markup `<text class="edge-label" x="${coordinate(label.x)}" y="${coordinate(label.y + 3.5)}" text-anchor="middle">${edgeLabel(edge.kind)}</text>`
            : undefined;
        return markup `<path class="edge" d="${curve((path?.points ?? []).map(move))}" marker-end="url(#arrow)"><title>${(0,sanitize/* shortened */.vI)(`${edge.from} ${(0,report_lineage/* relationWords */.cO)(edge.kind)} ${edge.to}`, 300)}</title></path>${text}`;
    });
    const nodes = lineage.nodes.map((node) => nodeBox(node, move(layout.nodes.get(node.key) ?? { x: 0, y: 0 })));
    return markup `<svg class="graph${width <= MAX_FIT ? ' fit' : ''}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Lineage: ${words}">${edges}${nodes}</svg>`;
}
function edgeLabel(kind) {
    return (0,sanitize/* shortened */.vI)((0,report_lineage/* relationWords */.cO)(kind), EDGE_LABEL_CHARS);
}
/** Pixels at a font size of 10.5: no letter of it is wider on average. */
function labelWidth(kind) {
    return edgeLabel(kind).length * 5.8 + 8;
}
function nodeBox(node, at) {
    const x = coordinate(at.x - NODE_WIDTH / 2);
    const y = coordinate(at.y - NODE_HEIGHT / 2);
    const kind = COLOURED.has(node.kind) ? node.kind : 'other';
    const isBad = node.problem !== undefined;
    const type = node.recordType ?? node.kind;
    const title = isBad ? `${node.key}: ${node.problem}` : node.key;
    const note = node.problem ?? node.agent?.slice('agent:'.length);
    const above = note === undefined ? type : `${type} · ${note}`;
    return markup `<g class="node n-${kind}${isBad ? ' n-bad' : ''}"><title>${(0,sanitize/* shortened */.vI)(title, 300)}</title><rect class="box" x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8"/><rect class="stripe" x="${x}" y="${y}" width="5" height="${NODE_HEIGHT}" rx="2.5"/><text class="kind" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y - 6)}">${(0,sanitize/* shortened */.vI)(above, 28)}</text><text class="name" x="${coordinate(at.x - NODE_WIDTH / 2 + 15)}" y="${coordinate(at.y + 12)}">${middleCut(node.id)}</text></g>`;
}
/** IDs differ at their ends as often as at their beginnings: the middle is what can be left out. */
function middleCut(id) {
    const text = (0,sanitize/* shortened */.vI)(id, 300);
    if (text.length <= LABEL_CHARS)
        return text;
    return `${(0,engine_text/* cut */.Jj)(text, LABEL_CHARS - 8)}${(0,engine_text/* lastOf */.g1)(text, 8)}`;
}
/** A smooth line through points. */
function curve(points) {
    const [first, ...rest] = points;
    if (first === undefined)
        return '';
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
function groups(whole, shown) {
    const drawn = new Set(shown.nodes.map(({ key }) => key));
    const left = whole.nodes.filter(({ key }) => !drawn.has(key));
    const named = (0,common/* groupBy */.$z)(left, (node) => node.agent ?? node.recordType ?? node.kind);
    const largestFirst = [...named].sort(([, a], [, b]) => b.length - a.length);
    return markup `<h3>Not drawn</h3>${largestFirst.map(([name, nodes]) => markup `<details class="more"><summary>${(0,sanitize/* shortened */.vI)(name, 120)} <span class="amount">${(0,engine_text/* thousands */.oh)(nodes.length)}</span></summary><ul class="relations">${nodes
        .slice(0, MAX_LISTED)
        .map((node) => markup `<li><span class="path">${(0,sanitize/* shortened */.vI)(node.key, 200)}</span></li>`)}</ul>${rest(nodes.length)}</details>`)}`;
}
/** The text alternative to the drawing. */
function table(lineage) {
    const problems = new Map(lineage.nodes.map(({ key, problem }) => [key, problem]));
    const end = (key) => {
        const problem = problems.get(key);
        return markup `<td><span class="path">${(0,sanitize/* shortened */.vI)(key, 200)}</span>${problem === undefined ? undefined : markup ` <b class="i-bad">${(0,sanitize/* shortened */.vI)(problem, 60)}</b>`}</td>`;
    };
    const rows = lineage.edges
        .slice(0, MAX_LISTED)
        .map(({ from, kind, to }) => markup `<tr>${end(from)}<td>${(0,sanitize/* shortened */.vI)((0,report_lineage/* relationWords */.cO)(kind), 60)}</td>${end(to)}</tr>`);
    return markup `<details class="more"><summary>Relations as a table</summary><div class="scroll"><table><thead><tr><th>From</th><th>Relation</th><th>To</th></tr></thead><tbody>${rows}</tbody></table></div>${rest(lineage.edges.length)}</details>`;
}
function rest(total) {
    return total > MAX_LISTED ? markup `<p class="muted">And ${(0,engine_text/* thousands */.oh)(total - MAX_LISTED)} more.</p>` : undefined;
}

;// CONCATENATED MODULE: ./src/report/html/script.ts
/**
 * The page's script: theme, search and filters. It only hides and shows existing elements; without it (Jenkins
 * serves reports without scripts) the page is complete. It makes no HTML from text and does not access the network.
 */
const SCRIPT = `(function () {
  'use strict';
  var root = document.documentElement;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };

  var theme = document.getElementById('theme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function isDark() { var set = root.getAttribute('data-theme'); return set ? set === 'dark' : dark.matches; }
  function showTheme() {
    theme.setAttribute('aria-pressed', String(isDark()));
    theme.title = isDark() ? 'Light page' : 'Dark page';
  }
  try { var kept = localStorage.getItem('proof-verify-theme'); if (kept === 'dark' || kept === 'light') root.setAttribute('data-theme', kept); } catch (error) { /* storage may be off */ }
  theme.hidden = false;
  showTheme();
  theme.addEventListener('click', function () {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('proof-verify-theme', next); } catch (error) { /* storage may be off */ }
    showTheme();
  });
  dark.addEventListener('change', showTheme);

  document.addEventListener('click', function (event) {
    var digest = event.target.closest && event.target.closest('[data-copy]');
    if (digest && navigator.clipboard) navigator.clipboard.writeText(digest.getAttribute('data-copy'));
  });

  var form = document.querySelector('.toolbar');
  var rows = all('[data-row]');
  if (!form || rows.length === 0) return;
  form.hidden = false;
  var query = document.getElementById('q');
  var kind = document.getElementById('kind');
  var clear = document.getElementById('clear');
  var result = document.getElementById('result');
  var boxes = all('input[data-filter]', form);
  var groups = all('[data-group]');
  var chunks = all('.chunk');
  var texts = null;
  var opened = null;

  // Read once, at the first search: the text of 10,000 rows takes a moment.
  function readTexts() {
    return rows.map(function (row) {
      var group = row.closest('[data-group]');
      return (row.textContent + ' ' + (group ? group.firstElementChild.textContent : '')).toLowerCase();
    });
  }
  function chosen(name) {
    return boxes.filter(function (box) { return box.checked && box.getAttribute('data-filter') === name; }).map(function (box) { return box.value; });
  }
  function grouped(number) { return String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ','); }

  function apply() {
    var words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var severities = chosen('s');
    var outcomes = chosen('o');
    var wanted = kind.value;
    var active = words.length > 0 || severities.length > 0 || outcomes.length > 0 || wanted !== '';
    if (words.length > 0 && !texts) texts = readTexts();
    var shown = { f: 0, a: 0 };
    var totals = { f: 0, a: 0 };
    rows.forEach(function (row, index) {
      var data = row.dataset;
      totals[data.row]++;
      var keep =
        (outcomes.length === 0 || outcomes.indexOf(data.o) !== -1) &&
        (wanted === '' || data.k === wanted) &&
        (data.row === 'a' || severities.length === 0 || severities.indexOf(data.s) !== -1) &&
        words.every(function (word) { return texts[index].indexOf(word) !== -1; });
      if (row.hidden === keep) row.hidden = !keep;
      if (keep) shown[data.row]++;
    });
    chunks.forEach(function (chunk) { chunk.hidden = active && !chunk.querySelector('[data-row]:not([hidden])'); });
    if (active && !opened) opened = groups.map(function (group) { return group.open; });
    groups.forEach(function (group, index) {
      var left = group.querySelectorAll('[data-row]:not([hidden])').length;
      var amount = group.querySelector('.amount');
      var total = Number(amount.getAttribute('data-total'));
      amount.textContent = left === total ? grouped(total) : grouped(left) + ' of ' + grouped(total);
      group.hidden = left === 0;
      if (words.length > 0) group.open = left > 0;
      else if (opened && !active) group.open = opened[index];
    });
    if (!active) opened = null;
    var none = { f: '#findings .none', a: '#artifacts .none' };
    Object.keys(none).forEach(function (name) {
      var line = document.querySelector(none[name]);
      if (line) line.hidden = !(totals[name] > 0 && shown[name] === 0);
    });
    clear.hidden = !active;
    result.textContent = active ? grouped(shown.f) + ' of ' + grouped(totals.f) + ' findings, ' + grouped(shown.a) + ' of ' + grouped(totals.a) + ' artifacts' : '';
    root.toggleAttribute('data-filtered', active);
  }

  var timer = 0;
  query.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(apply, 90); });
  boxes.forEach(function (box) { box.addEventListener('change', apply); });
  kind.addEventListener('change', apply);
  clear.addEventListener('click', function () {
    query.value = '';
    kind.value = '';
    boxes.forEach(function (box) { box.checked = false; });
    apply();
    query.focus();
  });
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('[data-find]');
    if (!link) return;
    query.value = link.closest('[data-row]').querySelector('.path').textContent;
    apply();
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); clearTimeout(timer); apply(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement ? document.activeElement.tagName : '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
    if (event.key === 'Escape' && document.activeElement === query) { query.value = ''; apply(); }
  });
  // Browsers keep typed text across a reload.
  if (query.value !== '' || kind.value !== '' || boxes.some(function (box) { return box.checked; })) apply();
})();
`;

// EXTERNAL MODULE: ./src/engine/findings.ts
var findings = __webpack_require__(8166);
// EXTERNAL MODULE: ./src/report/trust.ts
var trust = __webpack_require__(44);
;// CONCATENATED MODULE: ./src/report/html/sections.ts








/** Number of rows that the browser lays out together, or not at all while they are out of view. */
const CHUNK = 50;
/** An artifact must not be able to fill the page with one message. */
const MAX_TEXT = 1000;
const SEVERITY_ICONS = { error: 'bad', warning: 'warn', notice: 'info' };
const OUTCOME_ICONS = { verified: 'ok', warned: 'warn', failed: 'bad' };
/** Findings by code, worst first: what it means and what to do once, then each place. */
function findingsSection(model) {
    const { report } = model;
    const artifacts = new Map(report.artifacts.map((one) => [one.path, one]));
    const groups = (0,common/* groupBy */.$z)((0,common/* worstFirst */.md)(report.findings), (one) => `${one.severity} ${one.code} ${one.remedy ?? ''}`);
    const more = (0,common/* uncounted */.cP)(report);
    const placeIn = (0,places/* filePlaces */.PK)(report);
    const empty = groups.size === 0 ? markup `<p class="card empty">${icon('ok')} No findings.</p>` : undefined;
    return markup `<section id="findings" aria-labelledby="h-findings"><h2 id="h-findings">Findings</h2>${empty}
${[...groups.values()].map((group) => findingGroup(model, group, artifacts, placeIn))}
<p class="none" hidden>No finding matches the filter.</p>
${more > 0 ? markup `<p class="muted">And ${(0,engine_text/* count */.U9)(more, 'finding')} more (limit 100 per artifact).</p>` : undefined}</section>`;
}
function findingGroup(model, group, artifacts, placeIn) {
    const [first] = group;
    if (first === undefined)
        return markup ``;
    const open = first.severity === 'error' ? new Markup(' open') : undefined;
    const rows = group.map((one) => {
        const artifact = artifacts.get(one.artifact);
        return markup `<li data-row="f" data-s="${one.severity}" data-o="${artifact?.outcome ?? ''}" data-k="${artifact?.kind ?? ''}"><div class="where">${place(model, one, placeIn(one))}</div><div class="what">${message(one.message)}${hint('record', one.record_id)}${hint('at', one.pointer)}</div></li>`;
    });
    return markup `<details class="card group s-${first.severity}" data-group${open}><summary>${icon(SEVERITY_ICONS[first.severity])}<span class="head"><span class="title">${(0,sanitize/* shortened */.vI)((0,common/* titleOf */.Gg)(first), MAX_TEXT)}</span><code>${(0,sanitize/* shortened */.vI)(first.code, 200)}</code></span><span class="amount" data-total="${group.length}">${(0,engine_text/* thousands */.oh)(group.length)}</span></summary>
<p class="remedy"><b>What to do</b> ${message((0,findings/* remedyOf */.SM)(first))}</p>${chunks(rows, 'rows')}</details>`;
}
/** A message with its back-ticked parts as code and digests as 12 digits; a click copies the full digest. */
function message(text) {
    const parts = (0,sanitize/* shortened */.vI)(text, MAX_TEXT).split(/(`[^`]+`|\b[0-9a-f]{40,}\b)/);
    return markup `${parts.map((part, at) => {
        if (at % 2 === 0)
            return markup `${part}`;
        if (part.startsWith('`'))
            return markup `<code>${part.slice(1, -1)}</code>`;
        return markup `<code class="digest" title="${part}" data-copy="${part}">${part.slice(0, 12)}…</code>`;
    })}`;
}
function chunks(rows, name) {
    const out = [];
    // A chunk out of view is assumed to be as tall as a full one, so a short list must not be one.
    const many = rows.length > 2 * CHUNK ? 'many ' : '';
    for (let at = 0; at < rows.length; at += CHUNK) {
        out.push(markup `<ul class="chunk ${many}${name}">${rows.slice(at, at + CHUNK)}</ul>`);
    }
    return out;
}
function place(model, one, { file, line }) {
    if (file === undefined)
        return markup `<span class="muted">run</span>`;
    return linked(model, file, (0,common/* placeOf */.$t)(one), line);
}
function linked(model, path, shown, line) {
    const link = (0,sanitize/* sourceLink */._o)(model.sourceBase, path, line);
    const name = (0,sanitize/* shortened */.vI)(shown, MAX_TEXT);
    if (link === undefined)
        return markup `<span class="path">${name}</span>`;
    return markup `<a class="path" href="${link}" rel="noopener noreferrer">${name}</a>`;
}
function hint(label, value) {
    if (value === undefined || value === '')
        return undefined;
    return markup ` <span class="hint">${label} <code>${(0,sanitize/* shortened */.vI)(value, 300)}</code></span>`;
}
/** All artifacts, failed ones first. */
function artifactsSection(model) {
    const { report } = model;
    const rank = { failed: 0, warned: 1, verified: 2 };
    const sorted = [...report.artifacts].sort((a, b) => rank[a.outcome] - rank[b.outcome]);
    const found = (0,common/* byArtifact */.wo)(report.findings);
    const unknown = new Set((0,common/* unknownSigners */.mO)(model).map(({ keyId }) => keyId));
    const strangers = (0,common/* groupBy */.$z)(model.records.filter(({ claimedKeyId }) => claimedKeyId !== undefined && unknown.has(claimedKeyId)), ({ artifact }) => artifact);
    const rows = sorted.map((one) => {
        const claimed = strangers.get(one.path)?.map(({ claimedKeyId = '' }) => claimedKeyId) ?? [];
        return artifactRow(model, one, found.get(one.path)?.length ?? 0, [...new Set(claimed)]);
    });
    const body = rows.length === 0
        ? markup `<p class="card empty">${icon('info')} No artifacts were found.</p>`
        : markup `<div class="card list">${chunks(rows, 'artifacts')}</div>`;
    return markup `<section id="artifacts" aria-labelledby="h-artifacts"><h2 id="h-artifacts">Artifacts</h2>${body}<p class="none" hidden>No artifact matches the filter.</p>${otherFiles(model)}</section>`;
}
/** Files that matched and count for nothing, closed by default. */
function otherFiles({ report }) {
    const rows = [...report.unrecognized, ...(report.ignored ?? [])].map(({ path, why }) => markup `<li><div class="where"><span class="path">${(0,sanitize/* shortened */.vI)(path, MAX_TEXT)}</span></div><div class="what">${(0,sanitize/* shortened */.vI)(why, MAX_TEXT)}</div></li>`);
    if (rows.length === 0)
        return undefined;
    return markup `<details class="card group"><summary>${icon('info')}<span class="head"><span class="title">Files that are not artifacts</span></span><span class="amount">${(0,engine_text/* thousands */.oh)(rows.length)}</span></summary>${chunks(rows, 'rows')}</details>`;
}
function artifactRow(model, one, found, unknown) {
    const names = one.signatures.key_ids.map((keyId) => model.signerNames.get(keyId) ?? (0,engine_text/* cut */.Jj)(keyId, 13));
    const [stranger] = unknown;
    const facts = [
        ['detected as', `${common/* KIND_NAMES */.kd[one.kind]}: ${one.why}`],
        ['SHA-256', one.sha256 ?? 'not read completely'],
        ['head', one.head_hash === '' ? undefined : one.head_hash],
        ['signed by', names.length === 0 ? undefined : names.join(', ')],
        ['unknown signer', unknown.length === 0 ? undefined : unknown.join(', ')],
    ];
    const signed = stranger === undefined
        ? signedWords(model, one)
        : markup `<span title="${(0,sanitize/* shortened */.vI)(stranger, 200)}">unknown signer ${(0,engine_text/* cut */.Jj)(stranger, 13)}</span>`;
    const more = one.more_findings === undefined ? '' : ` and ${(0,engine_text/* thousands */.oh)(one.more_findings)} more`;
    const findings = found === 0
        ? undefined
        : markup `<dt>findings</dt><dd><a href="#findings" data-find>${(0,engine_text/* thousands */.oh)(found)}${more}</a></dd>`;
    return markup `<li data-row="a" data-o="${one.outcome}" data-k="${one.kind}"><details><summary>${icon(OUTCOME_ICONS[one.outcome])}<span class="sr">${one.outcome} </span><span class="path">${(0,sanitize/* shortened */.vI)(one.path, MAX_TEXT)}</span><span class="facts"><span class="tag">${common/* KIND_NAMES */.kd[one.kind]}</span><span>${(0,engine_text/* count */.U9)(one.records, 'record')}</span><span>${signed}</span><span>${(0,common/* byteSize */.mz)(one.bytes)}</span></span></summary><dl>${facts
        .filter((fact) => fact[1] !== undefined)
        .map(([name, value]) => markup `<dt>${name}</dt><dd>${(0,sanitize/* shortened */.vI)(value, MAX_TEXT)}</dd>`)}${findings}${sourceRow(model, one)}</dl></details></li>`;
}
/** How an artifact is signed, without claims of keys that were not given. */
function signedWords(model, one) {
    if (one.signatures.verified > 0)
        return (0,engine_text/* count */.U9)(one.signatures.verified, 'signature');
    if (one.sha256 === null || one.records === 0)
        return one.outcome === 'failed' ? 'not read' : '';
    const states = model.records.filter(({ artifact }) => artifact === one.path).map(({ signature }) => signature);
    if (states.includes('failed'))
        return 'signature not valid';
    return states.includes('unchecked') ? 'not checked' : 'not signed';
}
function sourceRow(model, one) {
    if ((0,sanitize/* sourceLink */._o)(model.sourceBase, one.path) === undefined)
        return undefined;
    return markup `<dt>source</dt><dd>${linked(model, one.path, one.path)}</dd>`;
}
/** What the policy asks for and whether it is there, what is missing first. */
function requirementsSection({ report }) {
    if (report.requirements.length === 0)
        return markup ``;
    const rows = [...report.requirements]
        .sort((a, b) => Number(a.satisfied) - Number(b.satisfied))
        .map((one) => markup `<li>${icon(one.satisfied ? 'ok' : 'bad')}<span class="sr">${one.satisfied ? 'satisfied' : 'missing'} </span><div><span class="path">${(0,sanitize/* shortened */.vI)(one.id, MAX_TEXT)}</span>${one.detail === undefined ? undefined : markup `<p class="muted">${(0,sanitize/* shortened */.vI)(one.detail, MAX_TEXT)}</p>`}</div><span class="amount">${one.found} found, ${one.required} required</span></li>`);
    const met = report.requirements.filter((one) => one.satisfied).length;
    return markup `<section id="requirements" aria-labelledby="h-requirements"><h2 id="h-requirements">Requirements <small>${met} of ${report.requirements.length} met</small></h2><ul class="card checks">${rows}</ul></section>`;
}
/** How far the records cover each framework. */
function coverageSection({ report }) {
    if (report.coverage === undefined || report.coverage.length === 0)
        return markup ``;
    return markup `<section id="coverage" aria-labelledby="h-coverage"><h2 id="h-coverage">Framework coverage</h2><div class="grid">${report.coverage.map(framework)}</div></section>`;
}
function framework(one) {
    const share = one.total === 0 ? 0 : one.covered / one.total;
    const percent = Math.floor(share * 100);
    const controls = [...one.controls]
        .sort((a, b) => Number(a.covered) - Number(b.covered))
        .map((control) => markup `<li>${icon(control.covered ? 'ok' : 'bad')}<span class="sr">${control.covered ? 'covered' : 'not covered'} </span><div><code>${(0,sanitize/* shortened */.vI)(control.id, 120)}</code> ${(0,sanitize/* shortened */.vI)(control.title, 300)}</div></li>`);
    return markup `<article class="card framework"><h3>${(0,sanitize/* shortened */.vI)(one.title, 200)} <small>${(0,sanitize/* shortened */.vI)(one.version, 60)}</small></h3><p class="share"><b>${percent}%</b> ${one.covered} of ${one.total} controls covered</p><svg class="meter" width="100%" height="10" role="img" aria-label="${percent} percent covered"><rect class="meter-bed" width="100%" height="10" rx="5"/>${percent > 0 ? markup `<rect class="meter-fill ${percent === 100 ? 'full' : 'part'}" width="${percent}%" height="10" rx="5"/>` : undefined}</svg><details class="more"><summary>Controls</summary><ul class="checks">${controls}</ul></details></article>`;
}
/** What the run relied on, a line each. */
function trustSection({ report }) {
    const rows = (0,trust/* trustLines */._)(report.trust).map(([label, text]) => markup `<tr><th scope="row">${label}</th><td>${text}</td></tr>`);
    return markup `<section id="trust" aria-labelledby="h-trust"><h2 id="h-trust">Trust</h2><div class="card"><table><tbody>${rows}</tbody></table></div></section>`;
}
/** Keys whose signatures verified, with the names that the policy gives them. */
function signersSection(model) {
    const signers = (0,common/* signersOf */.Re)(model);
    const unknown = (0,common/* unknownSigners */.mO)(model);
    if (signers.length + unknown.length === 0)
        return markup ``;
    const card = (one, unnamed) => markup `<li class="card signer">${keyPicture(one.keyId)}<div><b>${one.name === undefined ? unnamed : (0,sanitize/* shortened */.vI)(one.name, 200)}</b><code>${(0,sanitize/* shortened */.vI)(one.keyId, 200)}</code><span class="muted">${(0,engine_text/* count */.U9)(one.artifacts, 'artifact')}${one.records === 0 ? '' : `, ${(0,engine_text/* count */.U9)(one.records, 'record')}`}</span></div></li>`;
    const trusted = signers.length === 0
        ? undefined
        : markup `<ul class="grid signers">${signers.map((one) => card(one, 'unnamed key'))}</ul>`;
    const others = unknown.length === 0
        ? undefined
        : markup `<h3>Not trusted</h3><ul class="grid signers">${unknown.map((one) => card(one, 'unknown signer'))}</ul>`;
    return markup `<section id="signers" aria-labelledby="h-signers"><h2 id="h-signers">Signers</h2>${trusted}${others}</section>`;
}
/** A picture of a key ID: people notice a different key sooner than they read 64 digits. */
function keyPicture(keyId) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(keyId, 'utf8').digest();
    const cells = [];
    for (let y = 0; y < 5; y++) {
        for (let x = 0; x < 3; x++) {
            if (((digest[y * 3 + x] ?? 0) & 1) === 0)
                continue;
            for (const column of x === 2 ? [2] : [x, 4 - x]) {
                cells.push(markup `<rect x="${column * 8 + 4}" y="${y * 8 + 4}" width="8" height="8"/>`);
            }
        }
    }
    const hue = Math.round(((digest[20] ?? 0) / 255) * 359);
    return markup `<svg class="key-picture" width="48" height="48" viewBox="0 0 48 48" fill="hsl(${hue} 55% 50%)" aria-hidden="true">${cells}</svg>`;
}
/** Search, filters and how much of the report they leave; shown by the script, as without it they could do nothing. */
function toolbar({ report }) {
    const { summary } = report;
    const amounts = {
        error: summary.findings.errors,
        warning: summary.findings.warnings,
        notice: summary.findings.notices,
    };
    const chip = (group, value, label, amount, kind) => markup `<label class="chip c-${kind}"><input type="checkbox" data-filter="${group}" value="${value}"><span>${icon(kind)}${label} <b>${(0,engine_text/* thousands */.oh)(amount)}</b></span></label>`;
    const kinds = (0,common/* groupBy */.$z)(report.artifacts, (one) => one.kind);
    const options = [...kinds].map(([kind, artifacts]) => markup `<option value="${kind}">${common/* KIND_NAMES */.kd[kind]} (${artifacts.length})</option>`);
    return markup `<form class="toolbar" role="search" aria-label="Findings and artifacts" hidden>
<div class="search"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5L14 14"/></svg><input type="search" id="q" placeholder="Search findings and artifacts" aria-label="Search findings and artifacts" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></div>
<div class="chips"><fieldset><legend class="sr">Severity of findings</legend>${common/* SEVERITIES */.oC.map((one) => chip('s', one, `${one}s`, amounts[one], SEVERITY_ICONS[one]))}</fieldset>
<fieldset><legend class="sr">Outcome of artifacts</legend>${chip('o', 'failed', 'failed', summary.failed, 'bad')}${chip('o', 'warned', 'warned', summary.warned, 'warn')}${chip('o', 'verified', 'verified', summary.verified - summary.warned, 'ok')}</fieldset>
<label class="kinds"><span class="sr">Kind of artifact</span><select id="kind"><option value="">all kinds</option>${options}</select></label><button type="button" id="clear" hidden>Clear</button></div>
<p class="result" role="status" id="result"></p></form>`;
}

;// CONCATENATED MODULE: ./src/report/html/style.ts
const LIGHT = `--bg:#f4f6f8;--surface:#fff;--sunken:#f0f3f6;--ink:#15202b;--muted:#55626f;--line:#dde3e9;--accent:#1a5fb4;
--ok:#17724a;--ok-soft:#e3f4ea;--bad:#b3261e;--bad-soft:#fdeceb;--warn:#8a5a00;--warn-soft:#fdf3dc;--info:#2563a8;--info-soft:#e6f0fb;
--agent:#7048a8;--tool:#9a5b00;--policy:#0b7285;--shadow:0 1px 2px rgba(21,32,43,.06),0 4px 16px rgba(21,32,43,.05);color-scheme:light;`;
const DARK = `--bg:#0e1318;--surface:#161d24;--sunken:#111820;--ink:#e5eaf0;--muted:#9aa7b5;--line:#28323d;--accent:#7db3f5;
--ok:#4fc78c;--ok-soft:#12291f;--bad:#ff8079;--bad-soft:#331a1b;--warn:#e6b450;--warn-soft:#2d2413;--info:#7db3f5;--info-soft:#152536;
--agent:#c0a3f0;--tool:#e0a458;--policy:#5cc4d6;--shadow:0 1px 2px rgba(0,0,0,.4);color-scheme:dark;`;
/** The page's style sheet; colours pass WCAG AA on their backgrounds in both themes. */
const STYLE = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:7rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code,.path,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.87em}
h1,h2,h3,p,ul,dl{margin:0}
ul{padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.15em}
small,.muted{color:var(--muted);font-weight:400}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
.sr,.sprite{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999px;top:8px;background:var(--surface);padding:.5rem 1rem;z-index:9;border-radius:8px}
.skip:focus{left:8px}
.wrap{max-width:1120px;margin:0 auto;padding:0 20px}
.bar-top{background:var(--surface);border-bottom:1px solid var(--line)}
.bar-top .wrap{display:flex;align-items:center;gap:18px;min-height:52px}
.brand{display:flex;align-items:center;gap:9px;font-weight:650;letter-spacing:-.01em;white-space:nowrap}
.brand svg{width:22px;height:22px;color:var(--accent)}
.bar-top nav{display:flex;gap:4px;overflow-x:auto;flex:1;scrollbar-width:none}
.bar-top nav a{padding:5px 10px;border-radius:999px;text-decoration:none;color:var(--muted);font-size:14px;white-space:nowrap}
.bar-top nav a:hover{background:var(--sunken);color:var(--ink)}
#theme{flex:none;width:36px;height:36px;border:1px solid var(--line);border-radius:9px;background:var(--surface);color:var(--ink);cursor:pointer;display:grid;place-items:center}
#theme svg{width:17px;height:17px;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.hero{border-bottom:1px solid var(--line)}
.hero.passed{background:linear-gradient(180deg,var(--ok-soft),var(--bg));--tone:var(--ok)}
.hero.failed{background:linear-gradient(180deg,var(--bad-soft),var(--bg));--tone:var(--bad)}
.hero.warned{background:linear-gradient(180deg,var(--warn-soft),var(--bg));--tone:var(--warn)}
.verdict{display:flex;align-items:center;gap:22px;padding:34px 0 24px}
.verdict>svg{flex:none;width:68px;height:68px;color:var(--tone)}
h1{font-size:34px;line-height:1.15;letter-spacing:-.025em;font-weight:720}
.verdict p{font-size:17px;margin-top:4px;max-width:56ch}
.cut{background:var(--bad-soft);color:var(--bad);border-radius:10px;padding:10px 14px;font-weight:600;margin-bottom:16px}
.split{margin-bottom:14px;border-radius:6px;display:block}
.split .ok{fill:var(--ok)}.split .warn{fill:var(--warn)}.split .bad{fill:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(8,1fr);gap:10px;padding-bottom:26px}
.tile{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:11px 13px;box-shadow:var(--shadow)}
.tile dt{color:var(--muted);font-size:12.5px}
.tile dd{margin:1px 0 0;font-size:23px;font-weight:680;letter-spacing:-.02em;font-variant-numeric:tabular-nums;line-height:1.2;overflow-wrap:normal}
.tile.ok dd{color:var(--ok)}.tile.bad dd{color:var(--bad)}.tile.warn dd{color:var(--warn)}
.tile dd.long{font-size:19px;line-height:1.45}
.toolbar{position:sticky;top:0;z-index:3;background:color-mix(in srgb,var(--bg) 94%,transparent);backdrop-filter:blur(8px);padding:12px 0 8px;border-bottom:1px solid var(--line)}
.search{position:relative}
.search svg{position:absolute;left:13px;top:13px;fill:none;stroke:var(--muted);stroke-width:1.7;stroke-linecap:round;pointer-events:none}
.search input{width:100%;height:42px;font:inherit;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:11px;padding:0 44px 0 38px;box-shadow:var(--shadow)}
.search input::placeholder{color:var(--muted);opacity:1}
.search kbd{position:absolute;right:12px;top:10px;border:1px solid var(--line);border-radius:5px;padding:1px 7px;color:var(--muted)}
.search input:focus+kbd{display:none}
.chips{display:flex;flex-wrap:wrap;gap:8px 14px;margin-top:9px;align-items:center}
fieldset,.chip,.kinds,.checks li,.artifacts li{position:relative}
fieldset{border:0;padding:0;margin:0;display:flex;gap:6px}
.chip input{position:absolute;opacity:0;width:1px;height:1px}
.chip span{display:inline-flex;align-items:center;gap:6px;border:1px solid var(--line);background:var(--surface);border-radius:999px;padding:4px 11px 4px 8px;font-size:13.5px;cursor:pointer;white-space:nowrap;color:var(--muted)}
.chip b{color:var(--ink);font-variant-numeric:tabular-nums}
.chip input:checked+span{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);color:var(--ink);background:var(--info-soft)}
.chip input:focus-visible+span{outline:2px solid var(--accent);outline-offset:2px}
select,#clear{font:inherit;font-size:13.5px;color:var(--ink);background:var(--surface);border:1px solid var(--line);border-radius:999px;padding:4px 12px;height:31px;cursor:pointer}
#clear{color:var(--accent);font-weight:600}
.result{font-size:13.5px;color:var(--muted);min-height:0;margin-top:6px}
.result:empty{display:none}
.icon{width:16px;height:16px;flex:none}
.icon .disc,.disc{fill:currentColor}
.stroke{fill:none;stroke:var(--surface);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.i-ok{color:var(--ok)}.i-bad{color:var(--bad)}.i-warn{color:var(--warn)}.i-info{color:var(--info)}
section{padding-top:30px;scroll-margin-top:40px}
h2{font-size:21px;letter-spacing:-.015em;margin-bottom:12px}
h2 small{font-size:15px;margin-left:6px}
h3{font-size:15.5px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:13px;box-shadow:var(--shadow)}
.empty{display:flex;align-items:center;gap:10px;padding:16px 18px}
.none{color:var(--muted);padding:8px 2px}
.group{margin-bottom:12px;overflow:clip}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.group>summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:0 10px;align-items:center;padding:12px 16px}
.group>summary .head{display:flex;flex-wrap:wrap;gap:0 10px;align-items:baseline}
.group>summary::after,.artifacts summary::after{content:"";width:7px;height:7px;border:solid var(--muted);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);justify-self:center}
.group[open]>summary::after,.artifacts [open]>summary::after{transform:rotate(45deg)}
.group>summary .title{font-weight:620}
.group>summary code{color:var(--muted)}
.amount{background:var(--sunken);border:1px solid var(--line);border-radius:999px;padding:0 10px;font-size:13px;font-variant-numeric:tabular-nums;white-space:nowrap}
.s-error{border-left:4px solid var(--bad)}.s-warning{border-left:4px solid var(--warn)}.s-notice{border-left:4px solid var(--info)}
.remedy{margin:0 16px 10px;padding:8px 12px;background:var(--sunken);border-radius:9px;font-size:14px}
.remedy b{color:var(--muted);font-weight:600;margin-right:4px}
.chunk.many{content-visibility:auto;contain-intrinsic-size:auto 2400px}
.rows li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);gap:4px 20px;padding:8px 16px;border-top:1px solid var(--line);font-size:14px}
.hint{display:inline-block;color:var(--muted);font-size:13px;margin-left:4px}
.hint code{color:var(--ink)}
.digest{cursor:copy}
#signers h3{margin:18px 0 10px}
.list{overflow:clip}
.artifacts li+li,.artifacts+.artifacts li:first-child{border-top:1px solid var(--line)}
.artifacts summary{display:grid;grid-template-columns:16px minmax(0,1fr) auto 12px;gap:4px 12px;align-items:center;padding:9px 16px}
.artifacts summary:hover,.group>summary:hover{background:var(--sunken)}
.facts{display:grid;grid-template-columns:118px 96px 118px 76px;gap:14px;color:var(--muted);font-size:13px;white-space:nowrap;font-variant-numeric:tabular-nums}
.facts span{text-align:right}
.facts .tag{text-align:left}
.artifacts dl{display:grid;grid-template-columns:92px minmax(0,1fr);gap:3px 14px;padding:4px 16px 14px 44px;font-size:13.5px}
dt{color:var(--muted)}dd{margin:0}
.artifacts dd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
.checks{padding:4px 16px}
.checks li{display:grid;grid-template-columns:16px minmax(0,1fr) auto;gap:12px;padding:9px 0;align-items:start}
.checks li+li{border-top:1px solid var(--line)}
.checks .icon{margin-top:3px}
.checks p{font-size:14px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px}
.framework{padding:16px 18px}
.share{margin:6px 0 8px;color:var(--muted)}.share b{font-size:24px;color:var(--ink);letter-spacing:-.02em;margin-right:4px}
.meter{display:block}.meter-bed{fill:var(--line)}.meter-fill.full{fill:var(--ok)}.meter-fill.part{fill:var(--accent)}
.more{margin-top:12px}
.more summary{color:var(--accent);font-size:14px;font-weight:550}
.more summary::before{content:"▸ "}.more[open] summary::before{content:"▾ "}
.framework .checks{padding:6px 0 0;font-size:14px}.framework .checks li{grid-template-columns:16px minmax(0,1fr);padding:6px 0}
.signer{display:flex;gap:14px;padding:14px 16px;align-items:center}
.signer>div{min-width:0;display:grid;gap:1px}
.signer code{color:var(--muted);font-size:11.5px;word-break:break-all}
.key-picture{flex:none;border-radius:9px;background:var(--sunken);border:1px solid var(--line)}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;color:var(--muted);font-size:13.5px;margin-bottom:10px}
.key{display:inline-flex;align-items:center;gap:6px}
.timeline{padding:16px 18px;margin-bottom:12px}
.timeline>p{font-size:14px}
.track{display:block;margin-top:8px;overflow:visible}
.lane{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round;fill:var(--muted);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.rail{stroke:var(--line);stroke-width:1}
.link{stroke:var(--muted);stroke-width:1.4;opacity:.65}
.tick{fill:var(--muted);font-size:11.5px;font-variant-numeric:tabular-nums}
.m.ok{fill:var(--ok);stroke:none}.m.bad{fill:var(--bad)}
.ring{fill:none;stroke:var(--ok);stroke-width:1.5}
.bar.ok{fill:var(--ok)}.bar.bad{fill:var(--bad)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:13.5px;width:100%;margin-top:8px}
th,td{text-align:left;padding:4px 12px 4px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
th{color:var(--muted);font-weight:550;border-top:0}
td:first-child{font-variant-numeric:tabular-nums}
#lineage .card{padding:16px 18px}
#lineage h2+p{margin:-8px 0 10px}
.graph{display:block}
@media (min-width:1000px){.graph.fit{max-width:100%;height:auto}}
.edge{fill:none;stroke:var(--muted);stroke-width:1.3;opacity:.75}
#arrow path{fill:var(--muted)}
.edge-label{fill:var(--muted);font-size:10.5px;paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
.box{fill:var(--surface);stroke:var(--line);stroke-width:1.2}
.kind{fill:var(--muted);font-size:10.5px}
.name{fill:var(--ink);font-size:11.5px;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.stripe{fill:var(--muted)}.n-record .stripe{fill:var(--accent)}.n-agent .stripe{fill:var(--agent)}.n-tool .stripe,.n-resource .stripe{fill:var(--tool)}.n-policy .stripe{fill:var(--policy)}.n-evidence .stripe{fill:var(--ok)}
.n-bad .box{stroke:var(--bad);stroke-dasharray:4 3}.n-bad .stripe,.n-bad .kind{fill:var(--bad)}
.relations{font-size:13.5px;margin-top:8px}.relations li{padding:3px 0}
footer.wrap{color:var(--muted);font-size:13px;padding-top:22px;padding-bottom:44px;margin-top:44px;border-top:1px solid var(--line)}
footer p+p{margin-top:3px}
@media (max-width:980px){.tiles{grid-template-columns:repeat(4,1fr)}}
@media (max-width:700px){
.wrap{padding:0 14px}
.bar-top nav{order:3;flex-basis:100%;margin:0 -14px;padding:0 10px 8px}
.bar-top .wrap{flex-wrap:wrap;gap:0 12px;padding-top:8px}.brand{flex:1}
.verdict{gap:14px;padding:20px 0 16px;align-items:flex-start}.verdict>svg{width:46px;height:46px}
h1{font-size:26px}.verdict p{font-size:15.5px}
.tiles{gap:8px}.tile{padding:8px 10px}.tile dt{font-size:11.5px}.tile dd{font-size:19px}.tile dd.long{font-size:15px;line-height:1.5}
.chips{flex-wrap:nowrap;overflow-x:auto;margin:9px -14px 0;padding:2px 14px;scrollbar-width:none}
.search kbd{display:none}
.rows li{grid-template-columns:minmax(0,1fr)}
.artifacts summary{grid-template-columns:16px minmax(0,1fr) 12px}.artifacts summary::after{grid-column:3;grid-row:1}
.facts{grid-column:2;display:flex;flex-wrap:wrap;gap:2px 12px}
.artifacts dl{grid-template-columns:minmax(0,1fr);padding-left:44px;gap:0}.artifacts dt{margin-top:5px}
.mid{display:none}
}
@media print{
:root,:root[data-theme=dark]{${LIGHT}}
body{background:#fff;font-size:9.5pt}
.toolbar,.bar-top nav,#theme,.skip,.more summary{display:none!important}
.card,.tile{box-shadow:none;break-inside:avoid}.group,.list{break-inside:auto}.rows li,.artifacts li{break-inside:avoid}
.chunk.many{content-visibility:visible}
a{color:inherit;text-decoration:none}
.hero{background:none!important}
.group::details-content{content-visibility:visible;block-size:auto}
.timeline details,#lineage details,#lineage h3,.artifacts details::details-content{display:none!important}
.artifacts summary{padding:2px 10px;font-size:8.5pt}.artifacts summary::after{display:none}.facts{font-size:8pt}
.rows li{padding:3px 10px;font-size:8.5pt}.remedy{margin-bottom:4px;font-size:8.5pt}
section{padding-top:14px}.tiles{gap:6px;padding-bottom:12px}.verdict{padding:12px 0}
.graph{max-width:100%!important;height:auto!important;max-height:180mm}
}
`;

// EXTERNAL MODULE: ./src/engine/kinds/table.ts + 48 modules
var kinds_table = __webpack_require__(8462);
// EXTERNAL MODULE: ./src/engine/time.ts
var time = __webpack_require__(1813);
;// CONCATENATED MODULE: ./src/report/html/timeline.ts






/** Most timelines drawn; the rest is counted. */
const MAX_TIMELINES = 40;
/** More records than these are drawn as bars: single marks would overlap. */
const MAX_MARKS = 80;
const BINS = 72;
const MAX_LANES = 10;
const MAX_LABEL = 60;
const LANE_HEIGHT = 42;
const TOP = 8;
const AXIS_HEIGHT = 30;
/** Percent left free at both ends, so that marks at the ends are not clipped on a phone. */
const MARGIN = 3;
const REST = 'other types';
/** A timeline of each chain, stream and archive, and one of all single records. */
function timelines(model) {
    const tracks = tracksOf(model);
    if (tracks.length === 0)
        return markup ``;
    const left = tracks.length - MAX_TIMELINES;
    return markup `<section id="timelines" aria-labelledby="h-timelines"><h2 id="h-timelines">Timelines</h2>
<p class="legend"><span class="key"><svg width="18" height="18"><use href="#m-signed" x="9" y="9" class="m ok"/></svg>verified signature</span><span class="key"><svg width="18" height="18"><use href="#m-ok" x="9" y="9" class="m ok"/></svg>hash verified</span><span class="key"><svg width="18" height="18"><use href="#m-bad" x="9" y="9" class="m bad"/></svg>failed or without approval</span></p>
${tracks.slice(0, MAX_TIMELINES).map((track, index) => timeline(track, index))}
${left > 0 ? markup `<p class="muted">And ${(0,engine_text/* count */.U9)(left, 'more timeline')}.</p>` : undefined}
${model.moreRecords > 0 ? markup `<p class="muted">${(0,engine_text/* count */.U9)(model.moreRecords, 'more record')} not drawn here.</p>` : undefined}
</section>`;
}
function tracksOf(model) {
    const kinds = new Map(model.report.artifacts.map(({ path, kind }) => [path, (0,kinds_table/* recordsOf */.M$)(kind)]));
    const isSingle = (one) => kinds.get(one.artifact) === 'single';
    const problems = (0,common/* problemsOf */.GW)(model);
    const entries = model.records.map((record) => {
        const problem = problems.get(record.recordId) ?? (record.verified ? undefined : 'not verified');
        return problem === undefined ? record : { ...record, problem };
    });
    const groups = (0,common/* groupBy */.$z)(entries.filter((one) => !isSingle(one)), (one) => one.entry === undefined || kinds.get(one.artifact) === 'chain' ? one.artifact : `${one.artifact}/${one.entry}`);
    const tracks = [...groups].map(([title, records]) => ({ title, records, isChain: true }));
    const singles = entries.filter(isSingle);
    if (singles.length > 0)
        tracks.push({ title: 'Single records', records: singles, isChain: false });
    return tracks;
}
function timeline(track, index) {
    const { records } = track;
    const times = records.map((one) => (0,time/* parseInstant */.nV)(one.timestamp)?.epochMs ?? Number.NaN);
    const valid = times.filter((at) => !Number.isNaN(at));
    const start = valid.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const end = valid.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const span = valid.length === 0 ? 0 : end - start;
    // Records with the same time, or with none, keep their order.
    const shares = times.map((at, position) => span > 0 && !Number.isNaN(at) ? (at - start) / span : records.length < 2 ? 0.5 : position / (records.length - 1));
    const lanes = lanesOf(records);
    const height = TOP + lanes.length * LANE_HEIGHT + AXIS_HEIGHT;
    const bad = records.filter((one) => one.problem !== undefined).length;
    const signed = records.filter((one) => one.signature === 'verified' && one.verified).length;
    const summary = `${(0,engine_text/* count */.U9)(records.length, 'record')}, ${(0,engine_text/* thousands */.oh)(signed)} with a verified signature${bad === 0 ? '' : `, ${(0,engine_text/* thousands */.oh)(bad)} failed or without approval`}`;
    const laneAt = new Map(lanes.map((name, at) => [name, at]));
    const laneOf = (one) => laneAt.get(one.recordType) ?? lanes.length - 1;
    const drawn = records.length > MAX_MARKS ? bars(records, shares, laneOf, lanes.length) : marks(track, shares, laneOf);
    return markup `<article class="card timeline" aria-labelledby="t-${index}"><h3 id="t-${index}" class="path">${(0,sanitize/* shortened */.vI)(track.title, 300)}</h3><p class="muted">${summary}</p>
<svg class="track" width="100%" height="${height}" role="img" aria-label="${summary}">
${lanes.map((_, at) => markup `<line class="rail" x1="0" x2="100%" y1="${laneY(at)}" y2="${laneY(at)}"/>`)}
${drawn}
${lanes.map((name, at) => markup `<text class="lane" x="0" y="${laneY(at) - 18}">${(0,sanitize/* shortened */.vI)(name, MAX_LABEL)}</text>`)}
${axis(start, end, span, height, valid.length > 0)}
</svg>${timeline_table(records)}</article>`;
}
/** Record types by first occurrence; past the limit they share the last lane. */
function lanesOf(records) {
    const types = [...new Set(records.map((one) => one.recordType))];
    return types.length <= MAX_LANES ? types : [...types.slice(0, MAX_LANES - 1), REST];
}
function laneY(at) {
    return TOP + at * LANE_HEIGHT + 30;
}
function percent(share) {
    return `${coordinate(MARGIN + share * (100 - 2 * MARGIN))}%`;
}
function marks(track, shares, laneOf) {
    const links = [];
    const out = [];
    for (const [at, one] of track.records.entries()) {
        const x = percent(shares[at] ?? 0);
        const y = laneY(laneOf(one));
        const before = track.records[at - 1];
        if (track.isChain &&
            before !== undefined &&
            one.previousHash === before.recordHash &&
            one.previousHash !== undefined) {
            links.push(markup `<line class="link" x1="${percent(shares[at - 1] ?? 0)}" y1="${laneY(laneOf(before))}" x2="${x}" y2="${y}"/>`);
        }
        const shape = one.problem !== undefined ? 'bad' : one.signature === 'verified' ? 'signed' : 'ok';
        out.push(markup `<use href="#m-${shape}" x="${x}" y="${y}" class="m ${one.problem === undefined ? 'ok' : 'bad'}"><title>${tooltip(one)}</title></use>`);
    }
    return [...links, ...out];
}
function tooltip(one) {
    return (0,sanitize/* shortened */.vI)(`#${one.index} ${one.recordType} · ${one.timestamp} · ${one.recordId} · ${stateOf(one)}`, 300);
}
function stateOf(one) {
    return one.problem ?? (one.signature === 'verified' ? 'verified, signed' : 'hash verified');
}
function bars(records, shares, laneOf, lanes) {
    const bins = Array.from({ length: lanes * BINS }, () => ({ all: 0, bad: 0 }));
    for (const [at, one] of records.entries()) {
        const bin = bins[laneOf(one) * BINS + Math.min(BINS - 1, Math.floor((shares[at] ?? 0) * BINS))];
        if (bin === undefined)
            continue;
        bin.all++;
        if (one.problem !== undefined)
            bin.bad++;
    }
    const most = bins.reduce((max, bin) => Math.max(max, bin.all), 1);
    const width = (100 - 2 * MARGIN) / BINS;
    return bins.flatMap((bin, at) => {
        if (bin.all === 0)
            return [];
        const base = laneY(Math.floor(at / BINS));
        const tall = 3 + (11 * Math.log1p(bin.all)) / Math.log1p(most);
        const x = coordinate(MARGIN + (at % BINS) * width);
        const words = `${(0,engine_text/* count */.U9)(bin.all, 'record')}${bin.bad === 0 ? '' : `, ${(0,engine_text/* thousands */.oh)(bin.bad)} failed`}`;
        return [
            markup `<rect class="bar ${bin.bad > 0 ? 'bad' : 'ok'}" x="${x}%" width="${coordinate(width * 0.82)}%" y="${coordinate(base - tall)}" height="${coordinate(tall)}" rx="1"><title>${words}</title></rect>`,
        ];
    });
}
function axis(start, end, span, height, hasTime) {
    const y = height - 6;
    if (!hasTime)
        return markup `<text class="tick" x="0" y="${y}">no valid timestamps, in file order</text>`;
    if (span === 0)
        return markup `<text class="tick" x="0" y="${y}">${instant(start)}, in file order</text>`;
    const middle = start + span / 2;
    return markup `<text class="tick" x="0" y="${y}">${instant(start)}</text><text class="tick mid" x="50%" y="${y}" text-anchor="middle">${instant(middle)}</text><text class="tick" x="100%" y="${y}" text-anchor="end">${instant(end)}</text>`;
}
function instant(at) {
    const text = new Date(at).toISOString();
    return `${text.slice(0, 10)} ${text.slice(11, 16)}Z`;
}
/** The text alternative to the picture; for a long chain, its first records. */
function timeline_table(records) {
    const most = 50;
    const rows = records
        .slice(0, most)
        .map((one) => markup `<tr><td>${one.index}</td><td>${(0,sanitize/* shortened */.vI)(one.timestamp, 40)}</td><td>${(0,sanitize/* shortened */.vI)(one.recordType, MAX_LABEL)}</td><td class="path">${(0,sanitize/* shortened */.vI)(one.recordId, 120)}</td><td>${(0,sanitize/* shortened */.vI)(stateOf(one), 120)}</td></tr>`);
    const rest = records.length > most ? markup `<p class="muted">The first ${most} of ${(0,engine_text/* thousands */.oh)(records.length)}.</p>` : undefined;
    return markup `<details class="more"><summary>Records</summary><div class="scroll" role="region" aria-label="Records" tabindex="0"><table><thead><tr><th>#</th><th>time</th><th>type</th><th>id</th><th>state</th></tr></thead><tbody>${rows}</tbody></table></div>${rest}</details>`;
}

;// CONCATENATED MODULE: ./src/report/html/page.ts












/**
 * One page for people, in one file: nothing is loaded, and its content security policy allows nothing but its own style
 * sheet and its own script, by their hashes. So even a text that got past the escaping could not run, load or send
 * anything. Works from `file://`, without script, on a phone and on paper.
 */
function html(model) {
    const { report } = model;
    const policy = [
        "default-src 'none'",
        `style-src '${hash(STYLE)}'`,
        `script-src '${hash(SCRIPT)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    const sections = [
        ['findings', 'Findings', findingsSection(model)],
        ['artifacts', 'Artifacts', artifactsSection(model)],
        ['requirements', 'Requirements', requirementsSection(model)],
        ['coverage', 'Coverage', coverageSection(model)],
        ['timelines', 'Timelines', timelines(model)],
        ['lineage', 'Lineage', lineageSection(model)],
        ['signers', 'Signers', signersSection(model)],
        ['trust', 'Trust', trustSection(model)],
    ];
    const present = sections.filter(([, , section]) => section.text !== '');
    const title = `${common/* OUTCOME_WORDS */.nx[report.outcome]} · Proof gate report`;
    // The raw parts are constants of ours; `</` occurs in neither of them.
    const page = markup `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
`;
    const body = markup `${SPRITE}<a class="skip" href="#main">Skip to the report</a>
<header><div class="bar-top"><div class="wrap"><div class="brand"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 2.5l7.5 3v6c0 4.6-3.1 8.3-7.5 10-4.4-1.7-7.5-5.4-7.5-10v-6z"/><path d="M8.6 12.2l2.4 2.4 4.6-5"/></svg>Proof gate</div>
<nav aria-label="Sections">${present.map(([id, name]) => markup `<a href="#${id}">${name}</a>`)}</nav>
<button id="theme" type="button" aria-label="Dark page" aria-pressed="false" hidden><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M16.5 12.4A7 7 0 0 1 7.6 3.5a7 7 0 1 0 8.9 8.9z"/></svg></button></div></div>
${hero(model)}</header>
<main id="main" class="wrap">${toolbar(model)}
${present.map(([, , section]) => section)}</main>
<footer class="wrap">${footer(model)}</footer>
`;
    return `<!doctype html>\n<html lang="en">\n<head>\n${page.text}<style>${STYLE}</style>\n</head>\n<body>\n${body.text}<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}
function hash(content) {
    return `sha256-${(0,external_node_crypto_.createHash)('sha256').update(content, 'utf8').digest('base64')}`;
}
function hero(model) {
    const { report } = model;
    const symbol = { passed: 'ok', failed: 'bad', warned: 'warn' }[report.outcome];
    const { summary } = report;
    const tiles = [
        ['Artifacts', summary.artifacts, ''],
        ['Verified', summary.verified, summary.verified > 0 ? 'ok' : ''],
        ...(summary.unrecognized === 0 ? [] : [['Unrecognized files', summary.unrecognized, 'warn']]),
        ['Failed', summary.failed, summary.failed > 0 ? 'bad' : ''],
        ['Records', summary.records, ''],
        ['Signatures', summary.signatures, ''],
        ['Errors', summary.findings.errors, summary.findings.errors > 0 ? 'bad' : ''],
        ['Warnings', summary.findings.warnings, summary.findings.warnings > 0 ? 'warn' : ''],
        ['Notices', summary.findings.notices, ''],
    ];
    return markup `<div class="hero ${report.outcome}"><div class="wrap"><div class="verdict"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${symbol}"/></svg><div><h1>${common/* OUTCOME_WORDS */.nx[report.outcome]}</h1><p>${(0,headline/* headline */.P)(model, (text) => (0,sanitize/* shortened */.vI)(text, 1000))}</p></div></div>
${split(model)}
${runLine(model)}
<dl class="tiles">${tiles.map(([name, value, tone]) => tile(name, (0,engine_text/* thousands */.oh)(value), tone))}</dl></div></div>`;
}
/** Commit and CI run, linked. */
function runLine({ report }) {
    const facts = (0,run_facts/* runFacts */.p)(report);
    if (facts.length === 0)
        return undefined;
    const parts = facts.map(({ name, text, href }) => {
        const value = (0,sanitize/* shortened */.vI)(text, 200);
        return href === undefined
            ? markup `<span>${name} ${value}</span> `
            : markup `<span>${name} <a href="${href}">${value}</a></span> `;
    });
    return markup `<p class="run">${parts}</p>`;
}
function tile(name, value, tone) {
    return markup `<div class="tile ${tone}"><dt>${name}</dt><dd class="${value.length > 6 ? 'long' : ''}">${value}</dd></div>`;
}
/** A bar of all artifacts by outcome. */
function split({ report: { summary } }) {
    if (summary.artifacts === 0)
        return undefined;
    const parts = [
        ['ok', summary.verified - summary.warned],
        ['warn', summary.warned],
        ['bad', summary.failed],
    ];
    let x = 0;
    const bars = parts.map(([tone, amount]) => {
        const width = (amount / summary.artifacts) * 100;
        const bar = markup `<rect class="${tone}" x="${coordinate(x)}%" width="${coordinate(width)}%" height="8"/>`;
        x += width;
        return bar;
    });
    const words = `${summary.verified - summary.warned} verified, ${summary.warned} verified with warnings, ${summary.failed} failed`;
    return markup `<svg class="split" width="100%" height="8" role="img" aria-label="${words}">${bars}</svg>`;
}
function footer({ report, now }) {
    const policy = report.policy_sha256 === null ? 'No policy file' : `Policy sha256:${report.policy_sha256}`;
    return markup `<p>${report.tool.name} ${(0,sanitize/* shortened */.vI)(report.tool.version, 60)} · exit code ${report.exit_code}${now === undefined ? '' : ` · ${(0,sanitize/* shortened */.vI)(now, 40)}`}</p><p>${policy}. Self-contained: this page makes no network requests.</p>`;
}

// EXTERNAL MODULE: ./src/report/json.ts
var json = __webpack_require__(2794);
// EXTERNAL MODULE: ./src/engine/limits.ts
var limits = __webpack_require__(7100);
;// CONCATENATED MODULE: ./src/report/junit.ts






function viewOf(model) {
    const { repositoryFolder = '', failOn } = model;
    const placeIn = (0,places/* repositoryPlaces */.xO)(model);
    return {
        fails: ({ severity }) => severity === 'error' || (severity === 'warning' && failOn === 'warning'),
        fileOf: (one) => placeIn(one).file,
        placeOf: (one) => (one.artifact === '' ? '' : repositoryFolder) + (0,common/* placeOf */.$t)(one),
    };
}
/**
 * JUnit XML as Jenkins' own publisher, GitLab, CircleCI and Azure read it: a suite for each artifact kind with a case for each
 * artifact, a suite of the policy's requirements, a suite of the run itself. GitLab and CircleCI link the `file` of a case.
 */
function junit(model) {
    const { report, repositoryFolder = '' } = model;
    const view = viewOf(model);
    const findings = (0,common/* byArtifact */.wo)(report.findings);
    const kinds = (0,common/* groupBy */.$z)(report.artifacts, (one) => one.kind);
    const known = new Set(report.artifacts.map((one) => one.path));
    const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
    const suites = [];
    for (const [kind, artifacts] of kinds) {
        const cases = artifacts.map((one) => artifactCase(one, repositoryFolder + one.path, findings.get(one.path) ?? [], view));
        suites.push({ name: `artifacts.${kind}`, cases });
    }
    if (report.requirements.length > 0)
        suites.push({ name: 'requirements', cases: report.requirements.map(requirementCase) });
    suites.push({ name: 'run', cases: [runCase(model, elsewhere, view)] });
    const properties = [
        ['tool', `${report.tool.name} ${report.tool.version}`],
        ['outcome', report.outcome],
        ['exit_code', String(report.exit_code)],
        ['policy_sha256', report.policy_sha256 ?? ''],
    ];
    const all = suites.flatMap(({ cases }) => cases);
    const out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="proof-verify" tests="${all.length}" failures="${failed(all)}" errors="0" time="0">`,
    ];
    for (const { name, cases } of suites) {
        out.push(`  <testsuite name="${(0,sanitize/* xmlText */.xK)(name)}" tests="${cases.length}" failures="${failed(cases)}" errors="0" skipped="0" time="0">`, '    <properties>', ...properties.map(([key, value]) => `      <property name="${key}" value="${(0,sanitize/* xmlText */.xK)(value)}"/>`), '    </properties>', ...cases.flatMap((one) => testcase(one, name)), '  </testsuite>');
    }
    out.push('</testsuites>');
    return `${out.join('\n')}\n`;
}
function failed(cases) {
    return cases.filter((one) => one.failures.length > 0).length;
}
function testcase(one, suite) {
    const file = one.file === undefined ? '' : ` file="${(0,sanitize/* xmlText */.xK)(one.file)}"`;
    const open = `    <testcase classname="proof.${(0,sanitize/* xmlText */.xK)(suite)}" name="${(0,sanitize/* xmlText */.xK)(one.name)}"${file} time="0"`;
    if (one.failures.length === 0 && one.output.length === 0)
        return [`${open}/>`];
    return [
        `${open}>`,
        ...failureElement(one.failures),
        ...(one.output.length === 0 ? [] : [`      <system-out>${one.output.map(sanitize/* xmlText */.xK).join('\n')}</system-out>`]),
        '    </testcase>',
    ];
}
/** One element with all findings in its text: Jenkins and Azure show the first failure of a case only. */
function failureElement(failures) {
    const [worst, ...others] = failures;
    if (worst === undefined)
        return [];
    const message = others.length === 0 ? worst.message : `${worst.message} (and ${(0,engine_text/* count */.U9)(others.length, 'more finding')})`;
    const text = failures.map(({ type, lines }) => [type, ...lines].map(sanitize/* xmlText */.xK).join('\n')).join('\n\n');
    return [`      <failure type="${(0,sanitize/* xmlText */.xK)(worst.type)}" message="${(0,sanitize/* xmlText */.xK)(message)}">${text}</failure>`];
}
function artifactCase(one, path, findings, view) {
    const failing = (0,common/* worstFirst */.md)(findings.filter(view.fails));
    const failures = failing.map((found) => failure(found, view));
    // Fail closed: an artifact that failed never shows as a passed test, even when its findings were not kept.
    if (one.outcome === 'failed' && failures.length === 0) {
        failures.push({ type: 'failed', message: 'The artifact failed verification', lines: [path] });
    }
    return {
        name: one.path,
        // In a bundle the file that is wrong, else the artifact.
        file: (failing[0] === undefined ? undefined : view.fileOf(failing[0])) ?? path,
        failures,
        output: [
            `kind: ${common/* KIND_NAMES */.kd[one.kind]} (${one.why})`,
            `sha256: ${one.sha256 ?? 'not read completely'}`,
            `records: ${one.records}, verified signatures: ${one.signatures.verified}`,
            ...one.signatures.key_ids.map((keyId) => `signed by: ${keyId}`),
            ...findings.filter((found) => !view.fails(found)).map((found) => line(found, view)),
            ...(one.more_findings === undefined
                ? []
                : [`${(0,engine_text/* count */.U9)(one.more_findings, 'more finding')} (limit ${limits/* MAX_FINDINGS */.Mt} per artifact)`]),
        ],
    };
}
function requirementCase(one) {
    const message = `found ${one.found} of ${one.required}${one.detail === undefined ? '' : `: ${one.detail}`}`;
    return one.satisfied
        ? { name: one.id, failures: [], output: [message] }
        : { name: one.id, failures: [{ type: 'requirement', message, lines: [message] }], output: [] };
}
function runCase({ report }, findings, view) {
    const failing = (0,common/* worstFirst */.md)(findings.filter(view.fails));
    const failures = failing.map((one) => failure(one, view));
    // Fail closed, as above: a run that was cut short has a finding that says so.
    if (report.incomplete === true && failures.length === 0) {
        const message = 'The run ended early: not everything was verified';
        failures.push({ type: 'incomplete', message, lines: [message] });
    }
    return {
        name: 'gate',
        file: failing[0] === undefined ? undefined : view.fileOf(failing[0]),
        failures,
        output: findings.filter((one) => !view.fails(one)).map((one) => line(one, view)),
    };
}
function failure(one, view) {
    return {
        type: one.code,
        message: one.message,
        lines: [
            `${(0,common/* titleOf */.Gg)(one)}: ${one.message}`,
            `at ${view.placeOf(one)}${one.pointer === undefined || one.pointer === '' ? '' : ` ${one.pointer}`}`,
            ...(one.record_id === undefined ? [] : [`record ${one.record_id}`]),
            `What to do: ${(0,findings/* remedyOf */.SM)(one)}`,
        ],
    };
}
function line(one, view) {
    return `${one.severity} ${one.code}: ${one.message} (${view.placeOf(one)})`;
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/engine/digest.ts
var engine_digest = __webpack_require__(8996);
// EXTERNAL MODULE: ./src/engine/fault.ts
var fault = __webpack_require__(5206);
// EXTERNAL MODULE: ./src/engine/json/members.ts
var json_members = __webpack_require__(9606);
// EXTERNAL MODULE: ./src/engine/record/hash.ts
var record_hash = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/engine/record/view.ts + 2 modules
var record_view = __webpack_require__(3835);
// EXTERNAL MODULE: ./src/engine/signature/ed25519.ts + 2 modules
var ed25519 = __webpack_require__(5343);
// EXTERNAL MODULE: ./src/engine/signature/keys.ts + 1 modules
var keys = __webpack_require__(3113);
;// CONCATENATED MODULE: ./src/engine/produce/record.ts








/**
 * The view of a record, as the functions of this folder need it.
 * @throws Fault when a known member has the wrong type.
 */
function readView(record) {
    const { view, problems } = (0,record_view/* viewRecord */.Z)(record, { loneCaseVariants: 'refuse' });
    if (view !== undefined)
        return view;
    const [problem] = problems;
    throw new fault/* Fault */.v(problem?.code ?? 'record.member_type', problem?.message ?? 'not a record', {
        pointer: problem?.pointer ?? '',
    });
}
/**
 * The exact bytes whose SHA-256 is `record_hash`: RFC 8785 of the covered members (contract section 2.1), UTF-8.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
function canonicalRecord(record) {
    return Buffer.from(canonicalPayload(readView(record)), 'utf8');
}
/**
 * The hash that a record must carry (contract section 2.1): `sha256:` and 64 lower-case hex digits.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
function hashOfRecord(record) {
    return (0,record_hash/* recordHash */.oj)(readView(record));
}
/**
 * Sets `integrity.record_hash` and nothing else, so an existing signature no longer matches if the hash changes.
 * @throws Fault as `hashOfRecord`.
 */
function sealRecord(record) {
    return withIntegrity(record, { record_hash: hashOfRecord(record) });
}
/**
 * Sets hash, key id and signature of a record (contract section 2.5). A record without a hash is sealed first; signing again
 * with the same key gives the same bytes.
 * @throws Fault when a required member is missing (`record.*_required`, exit code 3), when the record cannot be read (6),
 * when its hash is a SHA-256 that does not match (`record.hash_mismatch`, 2: signing would hide the change), or when a
 * different key signed it (`usage.invalid`, 6). The last two do not apply with `force`.
 */
function signRecord(record, key, options = {}) {
    const view = readView(record);
    requireMembers(view);
    if (options.force !== true) {
        refuseChanged(view);
        refuseOtherSigner(view, key);
    }
    else
        warnOfForce(view, key, options);
    const hash = recordHash(view);
    return withIntegrity(record, {
        record_hash: hash,
        signing_key_id: key.id,
        signature: `base64:${key.sign(hash)}`,
    });
}
/**
 * Checks that all required members are present (contract section 2.4).
 * @throws Fault for the first one that is missing.
 */
function requireMembers(view) {
    const [problem] = checkRequired(view);
    if (problem !== undefined)
        throw new Fault(problem.code, problem.message, { pointer: problem.pointer });
}
/**
 * Refuses a record whose content changed after it was sealed.
 * @throws Fault `record.hash_mismatch`.
 */
function refuseChanged(view) {
    const declared = declaredHash(view.integrity.recordHash);
    if (declared.digest === undefined)
        return;
    const hash = recordHash(view);
    if (hash === `sha256:${declared.digest}`)
        return;
    throw new Fault('record.hash_mismatch', `record_hash is ${shortHash(view.integrity.recordHash)}, content hashes to ${shortHash(hash)}: the record changed after it was sealed, or a different text was hashed (proof-verify verify FILE says which)`, { pointer: '/integrity/record_hash' });
}
/**
 * Refuses a record that a key other than `key` signed.
 * @throws Fault `usage.invalid`.
 */
function refuseOtherSigner(view, key) {
    const { signature, signingKeyId } = view.integrity;
    if (signature === '' || signingKeyId === key.id)
        return;
    throw new Fault('usage.invalid', `signed by a different key (${shortId(signingKeyId)}); --force replaces its signature`, { pointer: '/integrity/signing_key_id' });
}
function warnOfForce(view, key, options) {
    for (const check of [() => refuseChanged(view), () => refuseOtherSigner(view, key)]) {
        try {
            check();
        }
        catch (error) {
            if (!(error instanceof Fault))
                throw error;
            options.warn?.(`signed because of --force: ${error.message}`);
        }
    }
}
/**
 * State of a record. `sealed`: its hash matches and is in canonical form; `signed`: it is sealed and has a signature, which
 * was verified if it is by `key`.
 */
function record_stateOf(view, key) {
    const { recordHash: declared, signature, signingKeyId } = view.integrity;
    const sealed = declared === recordHash(view);
    if (!sealed || signature === '' || signingKeyId === '')
        return { sealed, signed: false };
    return { sealed, signed: signingKeyId !== key.id || verifies(declared, signature, key) };
}
function verifies(hash, signature, key) {
    const parsed = parsePublicKey(Buffer.from(key.publicKey).toString('hex'), 'gate');
    const bytes = signature.startsWith('base64:') ? decodeSignature(signature.slice(7)) : undefined;
    return parsed.ok && bytes !== undefined && verifyEd25519(parsed.key, hash, bytes);
}
/** Sets members of `integrity`, or removes them where the value is `undefined`; others stay. */
function withIntegrity(record, members) {
    const before = (0,json_members/* member */.Dc)(record, 'integrity');
    const integrity = (0,json_members/* isObject */.Gv)(before) ? { ...before } : {};
    for (const [name, value] of Object.entries(members)) {
        if (value === undefined)
            delete integrity[name];
        else
            integrity[name] = value;
    }
    return { ...record, integrity };
}

;// CONCATENATED MODULE: ./src/report/proof-record.ts





/** A model without a clock (a run that never started) gets an instant that no freshness rule accepts. */
const NO_TIME = '1970-01-01T00:00:00Z';
/** Most failed artifacts named in the event; the rest is counted. */
const MAX_NAMED = 100;
/** Most bytes of all edges as written: with more, the record would exceed the limit of a record (10 MiB) and never verify. */
const MAX_EDGE_BYTES = 8 * 1024 * 1024;
/** An edge without its ids, as written. */
const EDGE_FRAME_BYTES = 400;
/**
 * The gate's verdict as a sealed `policy_enforcement` record (contract section 2): evidence that a later gate verifies.
 * `derived_from` edges name each verified artifact by digest, as far as they fit into one record; the report as a
 * whole is bound by its own digest.
 * Unsigned: the key belongs to whoever runs the gate. The same model gives the same bytes.
 */
function proofRecord(model) {
    return (0,sanitize/* jsonText */.s$)(sealRecord(record(model)));
}
function record(model) {
    const { report } = model;
    const reportDigest = (0,engine_digest/* sha256Hex */.fg)((0,json/* json */.P)(model));
    const timestamp = wholeSeconds(model.now);
    const id = `prf-${timestamp}-${reportDigest.slice(0, 8)}`;
    const verified = report.artifacts.filter((one) => one.outcome !== 'failed' && one.sha256 !== null);
    const failed = report.artifacts.filter((one) => one.outcome === 'failed');
    const digest = report.policy_sha256 === null ? undefined : `sha256:${report.policy_sha256}`;
    const { summary } = report;
    return {
        record_id: id,
        record_version: '1.0',
        timestamp,
        source: 'proof-verify',
        source_product: 'proof-verify',
        record_type: 'policy_enforcement',
        event: {
            policy_id: 'proof-verify-gate',
            policy_version: report.tool.version,
            policy_digest: digest ?? '',
            ...runOf(report),
            verdict: (0,common/* trulyPassed */.Zo)(report) ? 'allow' : 'block',
            outcome: report.outcome,
            exit_code: report.exit_code,
            incomplete: report.incomplete === true,
            report_digest: `sha256:${reportDigest}`,
            summary: {
                artifacts: summary.artifacts,
                verified: summary.verified,
                failed: summary.failed,
                records: summary.records,
                signatures: summary.signatures,
                errors: summary.findings.errors,
                warnings: summary.findings.warnings,
                notices: summary.findings.notices,
            },
            warnings: (0,common/* runWarnings */.NH)(report),
            requirements: report.requirements.map((one) => ({ id: (0,sanitize/* plain */.pj)(one.id), satisfied: one.satisfied })),
            failed_artifacts: failed.slice(0, MAX_NAMED).map((one) => ({ path: (0,sanitize/* plain */.pj)(one.path), sha256: one.sha256 ?? '' })),
        },
        controls: { permissions_enforced: true },
        ...relationship(id, verified, digest),
        integrity: {},
    };
}
/** Commit, repository, ref and address of the run, so that a later gate can bind this record to its commit. */
function runOf({ run }) {
    const [commit] = run?.commits ?? [];
    return {
        ...(commit === undefined ? {} : { commit }),
        ...(run?.repository === undefined ? {} : { repository: (0,sanitize/* plain */.pj)(run.repository) }),
        ...(run?.ref === undefined ? {} : { ref: (0,sanitize/* plain */.pj)(run.ref) }),
        ...(run?.url === undefined ? {} : { run_url: (0,sanitize/* plain */.pj)(run.url) }),
    };
}
function relationship(id, verified, digest) {
    if (verified.length === 0 && digest === undefined)
        return {};
    const edges = [];
    const seen = new Set();
    let room = MAX_EDGE_BYTES;
    for (const one of verified) {
        const to = { kind: 'evidence', id: (0,sanitize/* plain */.pj)(one.path), digest: `sha256:${one.sha256 ?? ''}` };
        // A character takes at most six bytes, as an escape.
        room -= EDGE_FRAME_BYTES + 6 * to.id.length;
        if (room < 0)
            break;
        const key = `${to.digest} ${to.id}`;
        // Edges are unique by schema; two paths can be the same once escaped.
        if (!seen.has(key))
            edges.push({ kind: 'derived_from', from: { kind: 'evidence', id }, to });
        seen.add(key);
    }
    return {
        relationship: {
            ...(digest === undefined ? {} : { policy_ref: { policy_id: 'proof-verify-gate', policy_digest: digest } }),
            ...(edges.length === 0 ? {} : { edges }),
        },
    };
}
/** The instant in whole seconds: a fraction would not be covered by the hash. */
function wholeSeconds(now) {
    const at = now === undefined ? Number.NaN : Date.parse(now);
    return Number.isNaN(at) ? NO_TIME : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

// EXTERNAL MODULE: ./src/report/sarif.ts
var sarif = __webpack_require__(5881);
;// CONCATENATED MODULE: ./src/report/tap.ts



/** TAP version 14: a test point for each artifact, each requirement and the run itself, findings as YAML diagnostics. */
function tap({ report }) {
    const findings = (0,common/* byArtifact */.wo)(report.findings);
    const known = new Set(report.artifacts.map((one) => one.path));
    const points = report.artifacts.map((one) => ({
        ok: one.outcome !== 'failed',
        description: `${common/* KIND_NAMES */.kd[one.kind]} ${one.path}`,
        diagnostics: one.more_findings === undefined ? {} : { more_findings: one.more_findings },
        findings: findings.get(one.path) ?? [],
    }));
    for (const one of report.requirements) {
        const { satisfied, required, found, detail } = one;
        points.push({
            ok: satisfied,
            description: `requirement ${one.id}`,
            diagnostics: satisfied ? {} : { required, found, ...(detail === undefined ? {} : { detail }) },
            findings: [],
        });
    }
    const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
    points.push({
        ok: report.exit_code === 0 && report.incomplete !== true,
        description: 'run',
        diagnostics: {
            outcome: report.outcome,
            exit_code: report.exit_code,
            ...(report.incomplete === true ? { incomplete: true } : {}),
        },
        findings: elsewhere,
    });
    const lines = ['TAP version 14', `1..${points.length}`];
    for (const [index, point] of points.entries()) {
        lines.push(`${point.ok ? 'ok' : 'not ok'} ${index + 1} - ${description(point.description)}`, ...yaml(point));
    }
    return `${lines.join('\n')}\n`;
}
/** A `#` would begin a directive, and `# SKIP` would turn a failure into a pass. */
function description(text) {
    return (0,sanitize/* plain */.pj)(text).replace(/[\\#]/g, '\\$&');
}
/** Values are JSON, which is valid YAML 1.2: no text of an artifact can escape its quotes. */
function yaml(point) {
    const lines = Object.entries(point.diagnostics).map(([name, value]) => `  ${name}: ${(0,sanitize/* jsonLine */.rF)(value)}`);
    if (point.findings.length > 0) {
        lines.push('  findings:');
        for (const one of point.findings) {
            const fields = { ...one, remedy: (0,findings/* remedyOf */.SM)(one) };
            const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
            for (const [at, [name, value]] of entries.entries()) {
                lines.push(`    ${at === 0 ? '- ' : '  '}${name}: ${(0,sanitize/* jsonLine */.rF)(value)}`);
            }
        }
    }
    return lines.length === 0 ? [] : ['  ---', ...lines, '  ...'];
}

;// CONCATENATED MODULE: ./src/report/vsa.ts





/** The verifier's id; consumers compare it with the one they trust, together with who signed. */
const VERIFIER_ID = 'urn:proof-verify:gate';
/** SLSA allows custom levels that do not begin with `SLSA_`; the gate makes no claim about SLSA tracks. */
const VERIFIED_LEVEL = 'PROOF_ARTIFACTS_VERIFIED';
const SIGNED_LEVEL = 'PROOF_SIGNATURES_VERIFIED';
/**
 * An unsigned in-toto v1 statement with the SLSA verification summary predicate (v1) over the artifacts' digests, ready
 * to be signed. It says PASSED only when nothing speaks against the run: errors that `--warn-only` let through do not
 * count as passed here.
 */
function vsa(model) {
    const { report } = model;
    const passed = (0,common/* trulyPassed */.Zo)(report) && report.artifacts.length > 0;
    const read = report.artifacts.filter((one) => one.sha256 !== null);
    const reportDigest = (0,engine_digest/* sha256Hex */.fg)((0,json/* json */.P)(model));
    const signed = read.filter((one) => one.signatures.verified > 0);
    const isAllSigned = signed.length > 0 && report.artifacts.every((one) => one.signatures.verified > 0);
    return (0,sanitize/* jsonText */.s$)({
        _type: 'https://in-toto.io/Statement/v1',
        // A statement about nothing is not valid: without artifacts it is about the report.
        subject: read.length > 0 ? read.map(descriptor) : [{ name: 'gate-report.json', digest: { sha256: reportDigest } }],
        predicateType: 'https://slsa.dev/verification_summary/v1',
        predicate: {
            verifier: { id: VERIFIER_ID, version: { [report.tool.name]: report.tool.version } },
            timeVerified: model.now,
            resourceUri: resourceUri(report, reportDigest),
            policy: report.policy_sha256 === null
                ? { uri: 'urn:proof-verify:policy:built-in' }
                : { uri: 'urn:proof-verify:policy:gate-policy-v1', digest: { sha256: report.policy_sha256 } },
            inputAttestations: signed.map((one) => ({ uri: (0,sanitize/* pathUri */.Gm)(one.path), digest: { sha256: one.sha256 } })),
            verificationResult: passed ? 'PASSED' : 'FAILED',
            // Extension fields, which SLSA names by a URI.
            'urn:proof-verify:trust': report.trust,
            ...(report.run === undefined ? {} : { 'urn:proof-verify:run': report.run }),
            'urn:proof-verify:warnings': (0,common/* runWarnings */.NH)(report),
            verifiedLevels: passed ? [VERIFIED_LEVEL, ...(isAllSigned ? [SIGNED_LEVEL] : [])] : ['FAILED'],
        },
    });
}
/** What was judged: the commit under test (trust.md section 5); where no run says it, the report. */
function resourceUri({ run }, reportDigest) {
    const [commit] = run?.commits ?? [];
    if (commit === undefined)
        return `urn:proof-verify:report:sha256:${reportDigest}`;
    const place = run?.repository_url ?? run?.repository;
    return place === undefined ? `urn:git:commit:${commit}` : `git+${encodeURI((0,sanitize/* plain */.pj)(place))}@${commit}`;
}
function descriptor(one) {
    return {
        name: (0,sanitize/* plain */.pj)(one.path),
        digest: { sha256: one.sha256 },
        // Nobody can recompute a directory's digest without knowing what it covers.
        ...((0,places/* isFolder */.lQ)(one.kind) ? { annotations: { digest_of: 'lines of path NUL sha256 LF, sorted' } } : {}),
    };
}

;// CONCATENATED MODULE: ./src/report/index.ts










/** Every output format by the name that `--report NAME=FILE` gives it. */
const FORMATS = {
    json: json/* json */.P,
    markdown: (model) => (0,markdown/* markdown */.w)(model),
    sarif: sarif/* sarif */.I,
    junit: junit,
    'code-quality': codeQuality,
    html: html,
    tap: tap,
    vsa: vsa,
    'proof-record': proofRecord,
    github: annotations/* githubAnnotations */.Ib,
};
/** The text of one report. */
function formatReport(name, model) {
    return FORMATS[name](model);
}


/***/ })

};
