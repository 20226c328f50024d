import type { Finding } from '../engine/findings.js';
import type { GateReport } from '../report/model.js';
import { type FilePlace, filePlaces } from '../report/places.js';
import { plain } from '../report/sanitize.js';

export type { FilePlace } from '../report/places.js';

/** Gives the place of a finding. */
export type Placer = (one: Finding) => FilePlace;

/**
 * Places findings of a report. `folder` is the workspace inside the checkout (`''` or `folder/`); when it lies outside,
 * no file is named. A name with characters that could deceive a reader is shown neutralised: its annotation may stand
 * beside no file, but says what it is about.
 */
export function placer(report: GateReport, folder: string | undefined): Placer {
  const placeOf = filePlaces(report);
  return (one) => {
    const { file, ...rest } = placeOf(one);
    return file === undefined || folder === undefined ? {} : { file: plain(folder + file), ...rest };
  };
}
