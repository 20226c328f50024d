import { type Finding, remedyOf, type Severity } from '../engine/findings.js';
import { MAX_FINDINGS } from '../engine/limits.js';
import { count, thousands } from '../engine/text.js';
import type { Outcome, ReportModel } from '../model/report.js';
import { groupBy, KIND_NAMES, placeOf, titleOf, uncounted, worstFirst } from './common.js';
import { headline } from './headline.js';
import { plain } from './sanitize.js';
import { trustLines } from './trust.js';

/** How the text for a terminal looks. */
export interface TextOptions {
  readonly color: boolean;
  /** Also lists artifacts that verified, what each was taken for and why. */
  readonly verbose: boolean;
  /** Only the verdict. */
  readonly quiet: boolean;
}

/** Nobody reads a screen of more findings of one code; the reports contain them all. */
const MAX_SHOWN = 20;
const MAX_SHOWN_VERBOSE = 1000;

type Paint = (text: string) => string;
interface Paints {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly outcome: Readonly<Record<Outcome, Paint>>;
}

/** The result of a run for people at a terminal or in a job log; text of artifacts is escaped for both. */
export function terminalText(model: ReportModel, options: TextOptions): string {
  const { report } = model;
  const paints = paintsFor(options.color);
  const mark = { passed: '✔', failed: '✘', warned: '!' }[report.outcome];
  const verdict = paints.outcome[report.outcome](paints.bold(`${mark} ${headline(model, plain)}`));
  if (options.quiet) return `${verdict}\n`;
  const lines: string[] = [];
  if (options.verbose) {
    for (const one of report.artifacts) {
      const state = one.outcome === 'failed' ? 'error' : one.outcome === 'warned' ? 'warning' : undefined;
      const word = one.outcome.padEnd(8);
      const painted = state === undefined ? paints.outcome.passed(word) : paints.severity[state](word);
      lines.push(`${painted}  ${plain(one.path)}  ${paints.dim(`${KIND_NAMES[one.kind]}: ${plain(one.why)}`)}`);
      for (const name of one.opaque ?? []) {
        lines.push(
          passedOver('content', `${one.path}/${name}`, 'of no known kind: only its digest was verified', paints),
        );
      }
      if (one.more_opaque !== undefined)
        lines.push(paints.dim(`  … and ${count(one.more_opaque, 'more file')} of no known kind`));
    }
    for (const { path, why } of report.unrecognized) lines.push(passedOver('not an artifact', path, why, paints));
    for (const { path, why } of report.ignored ?? []) lines.push(passedOver('ignored', path, why, paints));
    for (const text of report.unmatched_patterns ?? []) lines.push(`${paints.dim('no match')}  ${plain(text)}`);
    if (lines.length > 0) lines.push('');
  }
  const limit = options.verbose ? MAX_SHOWN_VERBOSE : MAX_SHOWN;
  for (const group of groupBy(
    worstFirst(report.findings),
    (one) => `${one.severity} ${one.code} ${one.remedy ?? ''}`,
  ).values()) {
    lines.push(...findingGroup(group, limit, paints), '');
  }
  for (const one of report.requirements.filter(({ satisfied }) => !satisfied)) {
    const detail = one.detail === undefined ? '' : `: ${one.detail}`;
    lines.push(`${paints.severity.error('missing')}  ${plain(`${one.id} (${one.found} of ${one.required})${detail}`)}`);
  }
  const more = uncounted(report);
  if (more > 0) lines.push(`${count(more, 'more finding')} (limit ${MAX_FINDINGS} per artifact)`);
  const { summary } = report;
  const unrecognized = summary.unrecognized === 0 ? '' : `${count(summary.unrecognized, 'unrecognized file')}, `;
  lines.push(verdict);
  // A run that stopped before discovery has nothing to count.
  if (summary.artifacts === 0 && report.exit_code !== 0) return `${lines.join('\n')}\n`;
  lines.push(
    paints.dim(
      `${count(summary.artifacts, 'artifact')}, ${unrecognized}${count(summary.records, 'record')}, ` +
        `${count(summary.signatures, 'verified signature')}; ${count(summary.findings.errors, 'error')}, ` +
        `${count(summary.findings.warnings, 'warning')}, ${count(summary.findings.notices, 'notice')}`,
    ),
  );
  // The page links the commit under its first digits; here there is room for all of it.
  const { commits = [], repository } = report.run ?? {};
  for (const [label, text] of [
    ...trustLines(report.trust),
    ...(commits[0] === undefined ? [] : [['commit', commits[0]] as const]),
    ...(repository === undefined ? [] : [['repository', repository] as const]),
  ])
    lines.push(paints.dim(`${label}: ${plain(text)}`));
  return `${lines.join('\n')}\n`;
}

function passedOver(word: string, path: string, why: string, paints: Paints): string {
  return `${paints.dim(word)}  ${plain(path)}  ${paints.dim(plain(why))}`;
}

function findingGroup(group: readonly Finding[], limit: number, paints: Paints): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const head = `${paints.severity[first.severity](first.severity)}  ${paints.bold(plain(titleOf(first)))}  ${paints.dim(plain(first.code))}`;
  const lines = group.slice(0, limit).flatMap((one) => {
    const [message = '', ...more] = one.code === 'discovery.no_artifacts' ? itemsOf(one.message) : [one.message];
    return [`  ${plain(placeOf(one))}  ${plain(message)}`, ...more.map((item) => `    ${plain(item)}`)];
  });
  if (group.length > limit) lines.push(`  … and ${thousands(group.length - limit)} more`);
  return [head, ...lines, `  ${paints.dim(`→ ${remedyOf(first)}`)}`];
}

/** The parts of the message that nothing was found, for a line each: the patterns that were quoted in it, then each hint. */
function itemsOf(message: string): readonly string[] {
  const [what = '', ...hints] = message.split('; ');
  const at = what.indexOf(' for "');
  if (at === -1) return [what, ...hints];
  const patterns = what.slice(at + ' for '.length).split(/(?<=[^\\]"), (?=")/);
  return [`${what.slice(0, at)} for`, ...patterns, ...hints];
}

function paintsFor(color: boolean): Paints {
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  const red = paint(31, 39);
  const yellow = paint(33, 39);
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    severity: { error: red, warning: yellow, notice: paint(36, 39) },
    outcome: { passed: paint(32, 39), failed: red, warned: yellow },
  };
}
