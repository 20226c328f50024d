import { type Finding, remedyOf } from '../engine/findings.js';
import { MAX_FINDINGS } from '../engine/limits.js';
import { count, thousands } from '../engine/text.js';
import type { Outcome, ReportModel } from '../model/report.js';
import {
  groupBy,
  KIND_NAMES,
  OUTCOME_WORDS,
  placeOf,
  SEVERITIES,
  signersOf,
  titleOf,
  uncounted,
  worstFirst,
} from './common.js';
import { headline } from './headline.js';
import { lineageOf, relationWords } from './lineage.js';
import { type FilePlace, filePlaces } from './places.js';
import { runFacts } from './run-facts.js';
import { markdownCode, markdownText, mermaidText, shortened, sourceLink } from './sanitize.js';
import { trustLines } from './trust.js';

/** What a host accepts as one page. */
export interface MarkdownOptions {
  /** Most bytes of UTF-8; the page is truncated at a whole row, with a notice. */
  readonly maxBytes?: number;
  /** Adapts messages and remedies to the entry point. */
  readonly wording?: (text: string) => string;
}

/** Larger graphs are not readable. */
const MAX_GRAPH_NODES = 30;
const MAX_GRAPH_EDGES = 60;
/** One artifact must not crowd everything else out of the page. */
const MAX_TEXT = 1000;
const NOTICE =
  '> **Truncated:** the job summary is limited to 1 MiB. Everything is in the JSON and HTML reports of this run (`--report json=FILE`, `--report html=FILE`).\n';

const ICONS: Readonly<Record<Outcome, string>> = { passed: '✅', failed: '❌', warned: '⚠️' };
const SEVERITY_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** A part of the page that appears whole or not at all. */
interface Block {
  /** Rows that may be left out one by one, from the end. */
  readonly rows: readonly string[];
  readonly head: string;
  readonly tail: string;
}

/**
 * The page for pull requests, job summaries and people: verdict, counts, failed artifacts, findings with what to do,
 * requirements, coverage, signers and a small lineage graph. Never longer than `maxBytes`.
 */
export function markdown(model: ReportModel, options: MarkdownOptions = {}): string {
  const { wording = (text) => text, maxBytes = Number.POSITIVE_INFINITY } = options;
  return assemble(blocks(model, wording), maxBytes);
}

/** The most important first: what is truncated is what matters least. */
function blocks(model: ReportModel, wording: (text: string) => string): Block[] {
  const { report } = model;
  return [
    block(
      `## ${ICONS[report.outcome]} Proof gate: ${OUTCOME_WORDS[report.outcome].toLowerCase()}\n\n${headline(model, (text) => markdownText(shortened(text, MAX_TEXT)))}\n`,
    ),
    // A run that stopped before discovery has nothing to count.
    ...(report.summary.artifacts === 0 && report.exit_code !== 0 ? [] : [counts(model)]),
    runLine(model),
    failedArtifacts(model),
    ...findings(model, wording),
    requirements(model),
    coverage(model),
    signers(model),
    trust(model),
    unrecognized(model),
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
    summary.unrecognized,
    summary.verified,
    summary.failed,
    summary.records,
    summary.signatures,
    summary.findings.errors,
    summary.findings.warnings,
    summary.findings.notices,
  ];
  return block(
    '\n| artifacts | unrecognized files | verified | failed | records | signatures | errors | warnings | notices |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n' +
      `| ${cells.map(thousands).join(' | ')} |\n`,
  );
}

/** Commit and CI run, linked. */
function runLine({ report }: ReportModel): Block | undefined {
  const parts = runFacts(report).map(({ name, text, href }) => {
    const value = markdownCode(shortened(text, MAX_TEXT));
    return `${name} ${href === undefined ? value : `<a href="${href}">${value}</a>`}`;
  });
  return parts.length === 0 ? undefined : block(`\n${parts.join(' · ')}\n`);
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

/** One table per code, so that title and remedy appear once however often the code occurs. */
function findings(model: ReportModel, wording: (text: string) => string): Block[] {
  const { report } = model;
  const sorted = worstFirst(report.findings);
  if (sorted.length === 0) return [];
  const out: Block[] = [block('\n### Findings\n')];
  const placeIn = filePlaces(report);
  for (const severity of SEVERITIES) {
    const groups = groupBy(
      sorted.filter((one) => one.severity === severity),
      (one) => `${one.code} ${one.remedy ?? ''}`,
    );
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { code } = first;
      const rows = group.map((one) => `| ${findingPlace(model, one, placeIn(one))} | ${detail(one, wording)} |\n`);
      const title = `${SEVERITY_ICONS[severity]} ${markdownText(shortened(titleOf({ code }), MAX_TEXT))}`;
      const open = severity === 'error' ? ' open' : '';
      out.push(
        block(
          `\n<details${open}><summary><b>${title}</b> · ${markdownCode(code)} · ${count(group.length, severity)}</summary>\n\n` +
            `**What to do:** ${markdownText(wording(remedyOf(first)))}\n\n| where | what |\n|---|---|\n`,
          rows,
          '\n</details>\n',
        ),
      );
    }
  }
  const more = uncounted(report);
  if (more > 0) out.push(block(`\nAnd ${count(more, 'more finding')} (limit ${MAX_FINDINGS} per artifact).\n`));
  return out;
}

function findingPlace(model: ReportModel, one: Finding, { file, line }: FilePlace): string {
  if (file === undefined) return 'run';
  const name = markdownCode(shortened(placeOf(one), MAX_TEXT));
  const link = sourceLink(model.sourceBase, file, line);
  return link === undefined ? name : `<a href="${link}">${name}</a>`;
}

function detail(one: Finding, wording: (text: string) => string): string {
  const parts = [markdownText(shortened(wording(one.message), MAX_TEXT))];
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

/** What the run relied on, a line each. */
function trust({ report }: ReportModel): Block {
  const rows = trustLines(report.trust).map(
    ([label, text]) => `| ${label} | ${markdownText(shortened(text, MAX_TEXT))} |\n`,
  );
  return block('\n### Trust\n\n| what | which, and where it came from |\n|---|---|\n', rows);
}

/** Matched files that count for nothing. */
function unrecognized({ report }: ReportModel): Block | undefined {
  const rows = report.unrecognized.map(
    ({ path, why }) => `| ${markdownCode(shortened(path, MAX_TEXT))} | ${markdownText(shortened(why, MAX_TEXT))} |\n`,
  );
  return rows.length === 0
    ? undefined
    : block('\n### Files that are not artifacts\n\n| file | why |\n|---|---|\n', rows);
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
    // A table without rows is left out.
    if (rows.length > 0 && kept === 0) break;
    out.push(head, ...rows.slice(0, kept), tail);
    if (kept < rows.length) break;
  }
  const cut = `${out.join('')}\n${NOTICE}`;
  return size(cut) <= maxBytes ? cut : '';
}
