import { type Finding, ruleOf } from '../engine/findings.js';
import {
  count,
  groupBy,
  KIND_NAMES,
  OUTCOME_WORDS,
  placeOf,
  SEVERITIES,
  signersOf,
  thousands,
  titleOf,
  uncounted,
  verdictSentence,
  worstFirst,
} from './common.js';
import { lineageOf, relationWords } from './lineage.js';
import type { Outcome, ReportModel } from './model.js';
import { type FilePlace, filePlaces } from './places.js';
import { markdownCode, markdownText, mermaidText, shortened, sourceLink } from './sanitize.js';

/** What a host takes of one page. */
export interface MarkdownOptions {
  /** Most bytes of UTF-8; the page is cut at a whole row, with a notice. */
  readonly maxBytes?: number;
}

/** Larger graphs are no pictures any more. */
const MAX_GRAPH_NODES = 30;
const MAX_GRAPH_EDGES = 60;
/** One artifact must not push everything else out of the page. */
const MAX_TEXT = 1000;
const NOTICE =
  '> **Cut here:** the page is larger than its place allows. Everything is in the JSON and HTML reports of this run (`--report json=FILE`, `--report html=FILE`).\n';

const ICONS: Readonly<Record<Outcome, string>> = { passed: '✅', failed: '❌', warned: '⚠️' };
const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** A piece of the page that is there whole or not at all. */
interface Block {
  /** Rows that may be left out one by one from the end. */
  readonly rows: readonly string[];
  readonly head: string;
  readonly tail: string;
}

/**
 * The page for pull requests, job summaries and people: verdict, counts, failed artifacts, findings with what to do,
 * requirements, coverage, signers and a small lineage graph. Never longer than `maxBytes`.
 */
export function markdown(model: ReportModel, options: MarkdownOptions = {}): string {
  return assemble(blocks(model), options.maxBytes ?? Number.POSITIVE_INFINITY);
}

/** The most important first: what is cut is what matters least. */
function blocks(model: ReportModel): Block[] {
  const { report } = model;
  return [
    block(
      `## ${ICONS[report.outcome]} Proof gate: ${OUTCOME_WORDS[report.outcome].toLowerCase()}\n\n${verdictSentence(report)}\n`,
    ),
    ...(report.incomplete === true
      ? [block('\n> **Incomplete:** the run ended early, not everything was verified.\n')]
      : []),
    counts(model),
    failedArtifacts(model),
    ...findings(model),
    requirements(model),
    coverage(model),
    signers(model),
    graph(model),
    block(
      `\n<sub>${report.tool.name} ${markdownText(report.tool.version)} · ${
        report.policy_sha256 === null ? 'no policy file' : `policy <code>sha256:${report.policy_sha256}</code>`
      }</sub>\n`,
    ),
  ].filter((one) => one !== undefined);
}

function block(head: string, rows: readonly string[] = [], tail = ''): Block {
  return { head, rows, tail };
}

function counts({ report }: ReportModel): Block {
  const { summary } = report;
  const cells = [
    summary.artifacts,
    summary.verified,
    summary.failed,
    summary.records,
    summary.signatures,
    summary.findings.errors,
    summary.findings.warnings,
    summary.findings.notices,
  ];
  return block(
    '\n| artifacts | verified | failed | records | signatures | errors | warnings | notices |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n' +
      `| ${cells.map(thousands).join(' | ')} |\n`,
  );
}

function failedArtifacts(model: ReportModel): Block | undefined {
  const failed = model.report.artifacts.filter((one) => one.outcome === 'failed');
  if (failed.length === 0) return undefined;
  const errors = groupBy(
    model.report.findings.filter((one) => one.severity === 'error'),
    (one) => one.artifact,
  );
  const rows = failed.map((one) => {
    const worst = worstFirst(errors.get(one.path) ?? [])[0];
    const found = (errors.get(one.path)?.length ?? 0) + (one.more_findings ?? 0);
    const why = worst === undefined ? 'failed' : markdownText(titleOf(worst));
    return `| ${linked(model, one.path)} | ${KIND_NAMES[one.kind]} | ${thousands(found)} | ${why} |\n`;
  });
  return block('\n### Failed artifacts\n\n| artifact | kind | findings | worst |\n|---|---|--:|---|\n', rows);
}

/** One table a code, so that title and remedy stand once however often the code occurs. */
function findings(model: ReportModel): Block[] {
  const { report } = model;
  const sorted = worstFirst(report.findings);
  if (sorted.length === 0) return [];
  const out: Block[] = [block('\n### Findings\n')];
  const placeIn = filePlaces(report);
  for (const severity of SEVERITIES) {
    const groups = groupBy(
      sorted.filter((one) => one.severity === severity),
      (one) => one.code,
    );
    for (const [code, group] of groups) {
      const rows = group.map((one) => `| ${findingPlace(model, one, placeIn(one))} | ${detail(one)} |\n`);
      const title = `${SEVERITY_ICONS[severity]} ${markdownText(shortened(titleOf({ code }), MAX_TEXT))}`;
      const open = severity === 'error' ? ' open' : '';
      out.push(
        block(
          `\n<details${open}><summary><b>${title}</b> · ${markdownCode(code)} · ${count(group.length, severity)}</summary>\n\n` +
            `**What to do:** ${markdownText(ruleOf(code).remedy)}\n\n| where | what |\n|---|---|\n`,
          rows,
          '\n</details>\n',
        ),
      );
    }
  }
  const more = uncounted(report);
  if (more > 0) out.push(block(`\nAnd ${count(more, 'finding')} more, counted but not kept.\n`));
  return out;
}

function findingPlace(model: ReportModel, one: Finding, { file, line }: FilePlace): string {
  if (file === undefined) return 'whole run';
  const name = markdownCode(shortened(placeOf(one), MAX_TEXT));
  const link = sourceLink(model.sourceBase, file, line);
  return link === undefined ? name : `<a href="${link}">${name}</a>`;
}

function detail(one: Finding): string {
  const parts = [markdownText(shortened(one.message, MAX_TEXT))];
  if (one.record_id !== undefined) parts.push(`record ${markdownCode(shortened(one.record_id, MAX_TEXT))}`);
  if (one.pointer !== undefined && one.pointer !== '')
    parts.push(`at ${markdownCode(shortened(one.pointer, MAX_TEXT))}`);
  return parts.join(' · ');
}

function linked(model: ReportModel, path: string): string {
  const name = markdownCode(shortened(path, MAX_TEXT));
  const link = sourceLink(model.sourceBase, path);
  return link === undefined ? name : `<a href="${link}">${name}</a>`;
}

function requirements({ report }: ReportModel): Block | undefined {
  if (report.requirements.length === 0) return undefined;
  const rows = [...report.requirements]
    .sort((a, b) => Number(a.satisfied) - Number(b.satisfied))
    .map(
      (one) =>
        `| ${one.satisfied ? '✅' : '❌'} | ${markdownCode(shortened(one.id, MAX_TEXT))} | ${one.found} of ${one.required} | ${markdownText(shortened(one.detail ?? '', MAX_TEXT))} |\n`,
    );
  return block('\n### Requirements\n\n| | requirement | found | |\n|---|---|---|---|\n', rows);
}

function coverage({ report }: ReportModel): Block | undefined {
  if (report.coverage === undefined || report.coverage.length === 0) return undefined;
  const rows = report.coverage.map((one) => {
    const share = one.total === 0 ? 0 : one.covered / one.total;
    const bar = `${'▰'.repeat(Math.floor(share * 10))}${'▱'.repeat(10 - Math.floor(share * 10))}`;
    const missing = one.controls.filter((control) => !control.covered).map((control) => markdownCode(control.id));
    const list = missing.slice(0, 10).join(' ') + (missing.length > 10 ? ` and ${missing.length - 10} more` : '');
    return `| ${markdownText(shortened(one.title, MAX_TEXT))} | ${bar} ${one.covered} of ${one.total} | ${list} |\n`;
  });
  return block('\n### Framework coverage\n\n| framework | covered | not covered |\n|---|---|---|\n', rows);
}

function signers(model: ReportModel): Block | undefined {
  const rows = signersOf(model).map(
    (one) =>
      `| ${one.name === undefined ? '(not named)' : markdownText(shortened(one.name, MAX_TEXT))} | ${markdownCode(shortened(one.keyId, MAX_TEXT))} | ${thousands(one.artifacts)} |\n`,
  );
  return rows.length === 0 ? undefined : block('\n### Signers\n\n| signer | key | artifacts |\n|---|---|--:|\n', rows);
}

function graph(model: ReportModel): Block | undefined {
  const { nodes, edges } = lineageOf(model.records);
  if (edges.length === 0 || nodes.length > MAX_GRAPH_NODES || edges.length > MAX_GRAPH_EDGES) return undefined;
  const names = new Map(nodes.map((node, index) => [node.key, `n${index}`]));
  const lines = nodes.map((node) => {
    const label = `${mermaidText(shortened(node.recordType ?? node.kind, 40))}<br/>${mermaidText(shortened(node.id, 40))}`;
    return `  ${names.get(node.key)}["${label}"]${node.verified === false ? ':::bad' : ''}`;
  });
  const arrows = edges.map(
    ({ kind, from, to }) =>
      `  ${names.get(from)} -->|"${mermaidText(shortened(relationWords(kind), 40))}"| ${names.get(to)}`,
  );
  const text = ['flowchart LR', ...lines, ...arrows, '  classDef bad stroke:#c0392b,stroke-width:2px'].join('\n');
  return block(`\n### Lineage\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`);
}

/** Puts blocks together while they fit; cuts only between rows, so that no table, fence or element stays open. */
function assemble(all: readonly Block[], maxBytes: number): string {
  const size = (text: string): number => Buffer.byteLength(text, 'utf8');
  const whole = all.map(({ head, rows, tail }) => head + rows.join('') + tail).join('');
  if (size(whole) <= maxBytes) return whole;
  const out: string[] = [];
  let room = maxBytes - size(`\n${NOTICE}`);
  for (const { head, rows, tail } of all) {
    const frame = size(head) + size(tail);
    if (frame > room) break;
    room -= frame;
    let kept = 0;
    for (const row of rows) {
      const bytes = size(row);
      if (bytes > room) break;
      room -= bytes;
      kept++;
    }
    // A table without a row says nothing.
    if (rows.length > 0 && kept === 0) break;
    out.push(head, ...rows.slice(0, kept), tail);
    if (kept < rows.length) break;
  }
  const cut = `${out.join('')}\n${NOTICE}`;
  return size(cut) <= maxBytes ? cut : '';
}
