import { resolve } from 'node:path';
import { type Finding, finding } from '../../engine/findings.js';
import { unsafeTarget, WriteError, writeFiles } from '../../files/write.js';
import type { ReportModel } from '../../model/report.js';
import type { GateOptions } from '../options/options.js';
import type { ReportTarget } from '../options/report-target.js';

/** The result of writing the reports of a run. */
export interface WrittenReports {
  readonly written: readonly ReportTarget[];
  readonly errors: readonly Finding[];
  /** Text of the report that goes to standard output, if one does. */
  readonly standardOutput: string | undefined;
}

/** Reports that must not be written where they are asked for: known before there is a report, so that each report says so. */
export function unsafeReports(options: GateOptions): ReadonlyMap<ReportTarget, Finding> {
  return new Map(
    options.reports.flatMap((target) => {
      const error = target.file === '-' ? undefined : unsafeTarget(resolve(options.workspace, target.file), options);
      return error === undefined ? [] : [[target, unwritten(target, error)]];
    }),
  );
}

/**
 * Writes all reports of a run from one model, except those that are `unsafe`. Missing folders are created; a path that
 * cannot be written (`report.unwritable`, 6), or became unsafe meanwhile (`report.unsafe_path`, 8), is an error that leaves the
 * verdict and the other reports alone.
 */
export async function writeReports(
  model: ReportModel,
  options: GateOptions,
  unsafe: ReadonlyMap<ReportTarget, Finding>,
): Promise<WrittenReports> {
  const written: ReportTarget[] = [];
  const errors: Finding[] = [];
  let standardOutput: string | undefined;
  for (const target of options.reports) {
    if (unsafe.has(target)) continue;
    const { formatReport } = await import('../../report/index.js');
    const text = formatReport(target.format, model);
    if (target.file === '-') {
      standardOutput = text;
      written.push(target);
      continue;
    }
    try {
      const path = resolve(options.workspace, target.file);
      writeFiles([{ path, content: text }], { checkout: options.checkout, makeFolders: true });
      written.push(target);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      errors.push(unwritten(target, error));
    }
  }
  return { written, errors, standardOutput };
}

function unwritten({ format, file }: ReportTarget, { reason, message }: WriteError): Finding {
  const code = reason === 'unsafe' ? 'report.unsafe_path' : 'report.unwritable';
  return finding(code, `${format} report not written to ${JSON.stringify(file)}: ${message}`, '');
}
