import type { ReportFormat, ReportModel } from '../model/report.js';
import { githubAnnotations } from './annotations.js';
import { codeQuality } from './code-quality.js';
import { html } from './html/page.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { proofRecord } from './proof-record.js';
import { sarif } from './sarif.js';
import { tap } from './tap.js';
import { vsa } from './vsa.js';

/** Every output format by the name that `--report NAME=FILE` gives it. */
export const FORMATS = {
  json,
  markdown: (model) => markdown(model),
  sarif,
  junit,
  'code-quality': codeQuality,
  html,
  tap,
  vsa,
  'proof-record': proofRecord,
  github: githubAnnotations,
} as const satisfies Readonly<Record<string, ReportFormat>>;

/** Name of an output format. */
export type FormatName = keyof typeof FORMATS;

/** The text of one report. */
export function formatReport(name: FormatName, model: ReportModel): string {
  return FORMATS[name](model);
}
