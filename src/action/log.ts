import { randomUUID } from 'node:crypto';
import type { Finding } from '../engine/findings.js';
import type { GateProgress } from '../gate/options.js';
import { worstFirst } from '../report/common.js';
import type { GateReport, ReportArtifact } from '../report/model.js';
import { plain } from '../report/sanitize.js';

/** Findings printed to the log; a log of more is read by nobody, the report holds them all. */
export const MAX_LOG_FINDINGS = 500;
/** Artifacts listed with `verbose`. */
const MAX_LOG_ARTIFACTS = 2000;
const PROGRESS_INTERVAL_MS = 10_000;

/**
 * The log of a run. Text of artifacts stands only between `stop-commands` and its random token, so that no line of it
 * can be taken for a command of the runner, on top of the escaping of each line (hardening 21).
 */
export function runLog(report: GateReport, verbose: boolean, token: string = randomUUID()): readonly string[] {
  const lines: string[] = [];
  if (verbose) {
    const kinds = new Map<string, ReportArtifact[]>();
    for (const artifact of report.artifacts.slice(0, MAX_LOG_ARTIFACTS)) {
      const known = kinds.get(artifact.kind);
      if (known === undefined) kinds.set(artifact.kind, [artifact]);
      else known.push(artifact);
    }
    for (const [kind, artifacts] of kinds) {
      lines.push(
        `::group::${kind} (${artifacts.length})`,
        ...guarded(artifacts.map(artifactLine), token),
        '::endgroup::',
      );
    }
    const left = report.artifacts.length - MAX_LOG_ARTIFACTS;
    if (left > 0) lines.push(`… and ${left} more artifacts`);
  }
  const findings = worstFirst(report.findings);
  lines.push(...guarded(findings.slice(0, MAX_LOG_FINDINGS).map(findingLine), token));
  if (findings.length > MAX_LOG_FINDINGS) {
    lines.push(`… and ${findings.length - MAX_LOG_FINDINGS} more findings in the report`);
  }
  lines.push(verdictLine(report));
  return lines;
}

/** One line that holds nothing from artifacts. */
export function verdictLine(report: GateReport): string {
  const { artifacts, verified, failed, records, signatures, findings } = report.summary;
  const state = report.incomplete === true ? 'incomplete, ' : '';
  return (
    `Proof gate ${state}${report.outcome} (exit ${report.exit_code}): ${artifacts} artifacts, ${verified} verified, ` +
    `${failed} failed; ${records} records, ${signatures} signatures verified; ` +
    `${findings.errors} errors, ${findings.warnings} warnings, ${findings.notices} notices`
  );
}

/** Says how far a long run is, at most every 10 seconds. */
export function progressLines(write: (line: string) => void, now: () => number = Date.now) {
  let last = now();
  return ({ done, total, records }: GateProgress): void => {
    if (now() - last < PROGRESS_INTERVAL_MS) return;
    last = now();
    write(`${done} of ${total} artifacts, ${records} records`);
  };
}

/** Lines with text of artifacts: each is made harmless, and the runner is told to take none of them for a command. */
export function guarded(lines: readonly string[], token: string = randomUUID()): readonly string[] {
  return lines.length === 0 ? [] : [`::stop-commands::${token}`, ...lines.map(inert), `::${token}::`];
}

/** Older runners look for `##[` anywhere in a line. */
function inert(line: string): string {
  return plain(line).replaceAll('##[', '## [');
}

function artifactLine(artifact: ReportArtifact): string {
  return `${artifact.outcome}  ${artifact.path}  ${artifact.sha256 ?? 'not read'}  ${artifact.why}`;
}

function findingLine(one: Finding): string {
  const line = one.line === undefined ? '' : `:${one.line}${one.column === undefined ? '' : `:${one.column}`}`;
  const where = one.artifact === '' ? '' : `${one.artifact}${line} `;
  const entry = one.entry === undefined ? '' : `[${one.entry}] `;
  return `${one.severity} ${one.code}: ${where}${entry}${one.message}`;
}
