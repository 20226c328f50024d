import { type Finding, ruleOf, type Severity } from '../engine/findings.js';
import { count, thousands } from '../engine/text.js';
import type { GateReport, ReportModel } from '../model/report.js';
import { annotationMessage, annotationPlaces } from '../report/annotations.js';
import { worstFirst } from '../report/common.js';
import { markdown } from '../report/markdown.js';
import type { FilePlace } from '../report/places.js';
import { shortened } from '../report/sanitize.js';
import { object } from './context.js';
import type { GitHubApi } from './github.js';
import { inputWording } from './wording.js';

/** Most annotations that GitHub takes in one request; those of later requests are added to them. */
const ANNOTATIONS_PER_REQUEST = 50;
/** Most characters of the summary. */
const MAX_SUMMARY_CHARS = 65_535;
const MAX_TITLE_CHARS = 255;
/** 64 KB are allowed; nobody reads a longer message than this. */
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
  readonly passed: boolean;
}

export type CheckRunResult =
  | { readonly kind: 'done'; readonly annotations: number }
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string };

/**
 * A check run with every finding as an annotation, 50 a request. It is completed only with the last batch, and also when
 * a batch failed: a check that never finishes would block the branch.
 */
export async function publishCheckRun(api: GitHubApi, model: ReportModel, task: CheckRunTask): Promise<CheckRunResult> {
  const placeOf = annotationPlaces(model);
  const all = worstFirst(model.report.findings).map((finding) => checkAnnotation(finding, placeOf(finding)));
  const batches: object[][] = [];
  for (let at = 0; at < all.length; at += ANNOTATIONS_PER_REQUEST) {
    batches.push(all.slice(at, at + ANNOTATIONS_PER_REQUEST));
  }
  const head = {
    title: checkTitle(model.report),
    summary: markdown(model, { maxBytes: MAX_SUMMARY_CHARS, wording: inputWording }),
  };
  const completed = { status: 'completed', conclusion: conclusion(model.report, task.passed) };
  const [first = [], ...rest] = batches;
  const created = await api.request('POST /repos/{owner}/{repo}/check-runs', {
    ...task.repository,
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
  const send = (changes: object): ReturnType<GitHubApi['request']> =>
    api.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      ...task.repository,
      check_run_id: id,
      ...changes,
    });
  for (const [index, batch] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const sent = await send({ ...(isLast ? completed : {}), output: { ...head, annotations: batch } });
    if (sent.ok) continue;
    await send({ ...completed, output: head });
    return failure(sent);
  }
  return { kind: 'done', annotations: all.length };
}

/** One finding in the form of the API: columns only within one line, texts within their limits. */
export function checkAnnotation(finding: Finding, { file, line = 1, endLine = line, column }: FilePlace): object {
  const end = Math.max(line, endLine);
  const isColumn = column !== undefined && end === line;
  return {
    path: file ?? NO_FILE,
    start_line: line,
    end_line: end,
    ...(isColumn ? { start_column: column, end_column: column } : {}),
    annotation_level: LEVELS[finding.severity],
    title: shortened(`${ruleOf(finding.code).title} (${finding.code})`, MAX_TITLE_CHARS),
    message: shortened(inputWording(annotationMessage(finding)), MAX_MESSAGE_CHARS),
  };
}

/** A warned run is neutral: it does not block, and it does not look like a clean one. */
function conclusion(report: GateReport, passed: boolean): string {
  if (!passed) return 'failure';
  return report.outcome === 'passed' ? 'success' : 'neutral';
}

function checkTitle(report: GateReport): string {
  const { verified, failed, artifacts } = report.summary;
  return failed === 0
    ? `${thousands(verified)} of ${count(artifacts, 'artifact')} verified`
    : `${thousands(failed)} of ${count(artifacts, 'artifact')} failed`;
}

function failure({ status, reason }: { readonly status?: number; readonly reason: string }): CheckRunResult {
  return { kind: 'failed', reason, ...(status === undefined ? {} : { status }) };
}
