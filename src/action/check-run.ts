import { type Finding, ruleOf, type Severity } from '../engine/findings.js';
import { worstFirst } from '../report/common.js';
import { markdown } from '../report/markdown.js';
import type { GateReport, ReportModel } from '../report/model.js';
import { shortened } from '../report/sanitize.js';
import { annotationMessage } from './annotations.js';
import { object } from './context.js';
import type { GitHubApi } from './github.js';
import { type FilePlace, placer } from './place.js';

/** Annotations GitHub takes in one request; it adds those of later requests to them. */
export const ANNOTATIONS_PER_REQUEST = 50;
/** Characters of the summary. */
const MAX_SUMMARY_CHARS = 65_535;
const MAX_TITLE_CHARS = 255;
/** 64 KB are allowed; a longer message than this is read by nobody. */
const MAX_MESSAGE_CHARS = 8_000;
/** Where GitHub itself puts annotations that belong to no file. */
const NO_FILE = '.github';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'failure', warning: 'warning', notice: 'notice' };

/** What the check run is about. */
export interface CheckRunTask {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly commit: string;
  readonly name: string;
  readonly detailsUrl?: string;
  /** Folder of the workspace inside the checkout; absent when outside. */
  readonly folder?: string;
  readonly passed: boolean;
}

export type CheckRunResult =
  | { readonly kind: 'done'; readonly annotations: number }
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string };

/**
 * A check run with every finding as an annotation, 50 a request. It is completed only with the last batch, and also when
 * a batch failed: a check that waits for ever would block the branch.
 */
export async function publishCheckRun(api: GitHubApi, model: ReportModel, task: CheckRunTask): Promise<CheckRunResult> {
  const base = `/repos/${task.repository.owner}/${task.repository.repo}/check-runs`;
  const placeOf = placer(model.report, task.folder);
  const all = worstFirst(model.report.findings).map((one) => checkAnnotation(one, placeOf(one)));
  const batches: object[][] = [];
  for (let at = 0; at < all.length; at += ANNOTATIONS_PER_REQUEST) {
    batches.push(all.slice(at, at + ANNOTATIONS_PER_REQUEST));
  }
  const head = { title: checkTitle(model.report), summary: markdown(model, { maxBytes: MAX_SUMMARY_CHARS }) };
  const completed = { status: 'completed', conclusion: conclusion(model.report, task.passed) };
  const [first = [], ...rest] = batches;
  const created = await api.request('POST', base, {
    name: task.name,
    head_sha: task.commit,
    ...(task.detailsUrl === undefined ? {} : { details_url: task.detailsUrl }),
    ...(rest.length === 0 ? completed : { status: 'in_progress' }),
    output: { ...head, annotations: first },
  });
  if (!created.ok) return failure(created);
  if (rest.length === 0) return { kind: 'done', annotations: all.length };
  const id = object(created.body)['id'];
  if (typeof id !== 'number') return { kind: 'failed', reason: 'the new check run has no id' };
  for (const [index, batch] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const update = { ...(isLast ? completed : {}), output: { ...head, annotations: batch } };
    const sent = await api.request('PATCH', `${base}/${id}`, update);
    if (sent.ok) continue;
    await api.request('PATCH', `${base}/${id}`, { ...completed, output: head });
    return failure(sent);
  }
  return { kind: 'done', annotations: all.length };
}

/** One finding as the API takes it: columns only within one line, texts within their limits. */
export function checkAnnotation(one: Finding, { file, line = 1, endLine = line, column }: FilePlace): object {
  const end = Math.max(line, endLine);
  const isColumn = column !== undefined && end === line;
  return {
    path: file ?? NO_FILE,
    start_line: line,
    end_line: end,
    ...(isColumn ? { start_column: column, end_column: column } : {}),
    annotation_level: LEVELS[one.severity],
    title: shortened(`${ruleOf(one.code).title} (${one.code})`, MAX_TITLE_CHARS),
    message: shortened(annotationMessage(one), MAX_MESSAGE_CHARS),
  };
}

/** A warned run is neutral: it does not block, and it does not look like a clean one. */
function conclusion(report: GateReport, passed: boolean): string {
  if (!passed) return 'failure';
  return report.outcome === 'passed' ? 'success' : 'neutral';
}

function checkTitle(report: GateReport): string {
  const { verified, failed, artifacts } = report.summary;
  return failed === 0 ? `${verified} of ${artifacts} artifacts verified` : `${failed} of ${artifacts} artifacts failed`;
}

function failure({ status, reason }: { readonly status?: number; readonly reason: string }): CheckRunResult {
  return { kind: 'failed', reason, ...(status === undefined ? {} : { status }) };
}
