import type { Finding } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { GateReport } from '../report/model.js';
import { plain } from '../report/sanitize.js';

/** Where in the repository a finding is shown; lines and columns are 1-based and there only with a file. */
export interface FilePlace {
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** Gives the place of a finding. */
export type Placer = (one: Finding) => FilePlace;

/** Artifacts that are folders: what a finding calls an entry is a file of its own there. */
const FOLDER_KINDS: ReadonlySet<ArtifactKind> = new Set(['bundle', 'chain_directory']);

/**
 * Places findings of a report. `folder` is the workspace inside the checkout (`''` or `folder/`); when it lies outside,
 * no file is named. A line inside an archive's entry is no line of the archive, so it is left out. A name with characters
 * that could deceive a reader is shown neutralised: its annotation may stand beside no file, but says what it is about.
 */
export function placer(report: GateReport, folder: string | undefined): Placer {
  const kinds = new Map(report.artifacts.map((one) => [one.path, one.kind]));
  return (one) => {
    if (one.artifact === '' || folder === undefined) return {};
    const kind = kinds.get(one.artifact);
    const isFolder = kind !== undefined && FOLDER_KINDS.has(kind);
    if (one.entry !== undefined && !isFolder) return { file: plain(folder + one.artifact) };
    const inside = one.entry === undefined ? '' : `/${one.entry}`;
    const file = plain(folder + one.artifact + inside);
    if (one.line === undefined) return { file };
    return {
      file,
      line: one.line,
      ...(one.end_line === undefined ? {} : { endLine: one.end_line }),
      ...(one.column === undefined ? {} : { column: one.column }),
    };
  };
}
