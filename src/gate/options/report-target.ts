import path from 'node:path';
import { didYouMean } from '../../engine/nearest.js';
import { choiceWords, type Parsed, parseChoice } from './values.js';

/** Report formats, by the name users write. */
export const REPORT_FORMATS = [
  'json',
  'sarif',
  'junit',
  'code-quality',
  'markdown',
  'html',
  'tap',
  'vsa',
  'proof-record',
  'github',
] as const;
type ReportFormatName = (typeof REPORT_FORMATS)[number];

const SECOND_REPORT = new RegExp(`,\\s*(?:${REPORT_FORMATS.join('|')})=`);

/** One report to write; `file` is as the user wrote it (relative to the workspace), `-` is standard output. */
export interface ReportTarget {
  readonly format: ReportFormatName;
  readonly file: string;
}

/** Reads `FORMAT=FILE`. */
export function parseReportTarget(text: string): Parsed<ReportTarget> {
  const at = text.indexOf('=');
  const formats = `FORMAT=FILE with the format ${choiceWords(REPORT_FORMATS)}`;
  if (at < 1 || at === text.length - 1) return { ok: false, expected: formats };
  const name = text.slice(0, at);
  const format = parseChoice(name, REPORT_FORMATS);
  if (!format.ok) {
    const expected = choiceWords(REPORT_FORMATS) + didYouMean(name, REPORT_FORMATS);
    return { ok: false, problem: `unknown report format '${name}'`, expected };
  }
  const file = text.slice(at + 1).trim();
  // Not a file with a comma in its name.
  if (SECOND_REPORT.test(file)) return { ok: false, expected: 'one report per line, without commas between them' };
  return { ok: true, value: { format: format.value, file } };
}

/** Two reports in one file would silently overwrite each other. */
export function sharedTargets(texts: readonly string[], workspace: string): readonly string[] {
  const taken = new Map<string, string>();
  const conflicts: string[] = [];
  for (const text of texts) {
    const file = text.slice(text.indexOf('=') + 1).trim();
    const target = file === '-' ? '-' : path.resolve(workspace, file);
    const other = taken.get(target);
    if (other === undefined) taken.set(target, text);
    else {
      const what = file === '-' ? 'output' : 'file';
      conflicts.push(`reports '${other}' and '${text}' would be written to the same ${what}`);
    }
  }
  return conflicts;
}
