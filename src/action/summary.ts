import { appendFileSync, statSync } from 'node:fs';
import type { ReportModel } from '../model/report.js';
import { markdown } from '../report/markdown.js';
import { inputWording } from './wording.js';

/** GitHub refuses the summary of a step that is larger: then nothing of it is shown. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;
/** With less room than this a truncated page is not worth writing. */
const MIN_SUMMARY_BYTES = 1024;

/**
 * Appends the page to the step's summary file, within what the file has left of its limit. Gives a warning when it
 * cannot: the verdict does not depend on it. Written directly, because the toolkit neither counts bytes nor knows what
 * the file already holds.
 */
export function writeSummary(model: ReportModel, file: string | undefined): string | undefined {
  if (file === undefined || file === '') return 'No job summary: GITHUB_STEP_SUMMARY is not set';
  try {
    const held = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const room = MAX_SUMMARY_BYTES - held;
    if (room < MIN_SUMMARY_BYTES) return 'The job summary is full: the result was not added to it';
    appendFileSync(file, markdown(model, { maxBytes: room, wording: inputWording }));
    return undefined;
  } catch (error) {
    return `The job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
