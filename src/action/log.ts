import { randomUUID } from 'node:crypto';
import { count } from '../engine/text.js';
import type { GateProgress } from '../gate/options/options.js';
import type { ReportArtifact, ReportModel } from '../model/report.js';
import { groupBy, KIND_NAMES } from '../report/common.js';
import { plain } from '../report/sanitize.js';
import { terminalText } from '../report/text.js';
import { inputWording } from './wording.js';

/** Most artifacts that `verbose` lists. */
const MAX_LOG_ARTIFACTS = 2000;
const PROGRESS_INTERVAL_MS = 10_000;

/** What the log contains. */
export interface LogOptions {
  /** Also the artifacts, grouped by kind. */
  readonly verbose: boolean;
  /** Only the verdict. */
  readonly quiet: boolean;
}

/**
 * The log of a run: the text of the command line, in the words of a workflow. Text of artifacts appears only between
 * `stop-commands` and its random token, so that no line of it can be a command of the runner, on top of the escaping of
 * each line (hardening 21).
 */
export function runLog(
  model: ReportModel,
  { verbose, quiet }: LogOptions,
  token: string = randomUUID(),
): readonly string[] {
  const text = terminalText(model, { color: false, verbose: false, quiet });
  const result = inputWording(text).trimEnd().split('\n');
  const groups = verbose ? [...artifactGroups(model.report.artifacts, token), ...otherFiles(model, token)] : [];
  return [...groups, ...guarded(result, token)];
}

/** Matched files that are not artifacts, and the patterns that matched nothing. */
function otherFiles({ report }: ReportModel, token: string): string[] {
  const lines = [
    ...report.unrecognized.map(({ path, why }) => `not an artifact  ${path}  ${why}`),
    ...(report.ignored ?? []).map(({ path, why }) => `ignored  ${path}  ${why}`),
    ...(report.unmatched_patterns ?? []).map((text) => `no match  ${text}`),
  ];
  const shown = lines.slice(0, MAX_LOG_ARTIFACTS);
  return shown.length === 0 ? [] : ['::group::not artifacts', ...guarded(shown, token), '::endgroup::'];
}

function artifactGroups(artifacts: readonly ReportArtifact[], token: string): string[] {
  const groups = groupBy(artifacts.slice(0, MAX_LOG_ARTIFACTS), ({ kind }) => kind);
  const lines = [...groups].flatMap(([kind, group]) => [
    `::group::${KIND_NAMES[kind]} (${group.length})`,
    ...guarded(group.map(artifactLine), token),
    '::endgroup::',
  ]);
  const left = artifacts.length - MAX_LOG_ARTIFACTS;
  return left > 0 ? [...lines, `… and ${count(left, 'more artifact')}`] : lines;
}

/** Reports how far a long run is, at most every 10 seconds. */
export function progressLines(write: (line: string) => void, now: () => number = Date.now) {
  let last = now();
  return ({ done, total, records }: GateProgress): void => {
    if (now() - last < PROGRESS_INTERVAL_MS) return;
    last = now();
    write(`${done} of ${count(total, 'artifact')}, ${count(records, 'record')}`);
  };
}

/** Lines with text of artifacts: each is escaped, and the runner is told to execute none of them. */
export function guarded(lines: readonly string[], token: string = randomUUID()): readonly string[] {
  return lines.length === 0 ? [] : [`::stop-commands::${token}`, ...lines.map(inert), `::${token}::`];
}

/** A command begins with `::` after spaces; older runners look for `##[` anywhere in a line. */
function inert(line: string): string {
  return plain(line)
    .replace(/^\s*:(?=:)/, '$& ')
    .replaceAll('##[', '## [');
}

function artifactLine({ outcome, path, sha256, why }: ReportArtifact): string {
  return `${outcome}  ${path}  ${sha256 ?? 'not read'}  ${why}`;
}
