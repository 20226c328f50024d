import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Finding, finding } from '../engine/findings.js';
import { systemCode } from '../engine/source/system-error.js';
import type { ReportModel } from '../report/model.js';
import type { GateOptions, ReportTarget } from './options.js';

/** What became of the reports of a run. */
export interface WrittenReports {
  readonly written: readonly ReportTarget[];
  readonly errors: readonly Finding[];
  /** Text of the report that goes to standard output, if one does. */
  readonly standardOutput: string | undefined;
}

/**
 * Writes all reports of a run from one model. Missing folders are made; a path that cannot be written is an error
 * (`report.unwritable`, 6) that leaves the verdict and the other reports alone.
 */
export async function writeReports(model: ReportModel, options: GateOptions): Promise<WrittenReports> {
  const written: ReportTarget[] = [];
  const errors: Finding[] = [];
  let standardOutput: string | undefined;
  for (const target of options.reports) {
    const { formatReport } = await import('../report/index.js');
    const text = formatReport(target.format, model);
    if (target.file === '-') {
      standardOutput = text;
      written.push(target);
      continue;
    }
    const path = resolve(options.workspace, target.file);
    try {
      if (isFolder(path)) throw new Error('it is a folder');
      makeFolder(dirname(path));
      writeFileSync(path, text);
      written.push(target);
    } catch (error) {
      const why = systemCode(error);
      errors.push(
        finding(
          'report.unwritable',
          `the ${target.format} report cannot be written to ${JSON.stringify(target.file)}: ${why}`,
          '',
        ),
      );
    }
  }
  return { written, errors, standardOutput };
}

/**
 * Makes a folder and those above it. Step by step, because `recursive` of Node 20 never comes back where a folder cannot
 * be made below one that is there (`/proc`).
 */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
