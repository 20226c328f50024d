import type { Finding } from '../engine/findings.js';
import { DIRECTORIES } from '../engine/kinds/table.js';
import type { ArtifactKind } from '../engine/types.js';
import type { GateReport, ReportModel } from '../model/report.js';

/** The file of the workspace that a finding is about; lines and columns are 1-based and there only with a file. */
export interface FilePlace {
  /** Workspace-relative; absent for a finding of the whole run. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** Artifacts that are folders, in which an entry of a finding is a file of its own. */
const FOLDER_KINDS: ReadonlySet<ArtifactKind> = new Set(DIRECTORIES.map(({ name }) => name));

/** Whether artifacts of a kind are folders. */
export function isFolder(kind: ArtifactKind): boolean {
  return FOLDER_KINDS.has(kind);
}

/** Places findings of a report in files. A line inside an archive's entry is not a line of the archive, so it is left out. */
export function filePlaces(report: GateReport): (one: Finding) => FilePlace {
  const folders = new Set(report.artifacts.filter(({ kind }) => isFolder(kind)).map((one) => one.path));
  return (one) => {
    if (one.artifact === '') return {};
    const inFolder = folders.has(one.artifact);
    if (one.entry !== undefined && !inFolder) return { file: one.artifact };
    const file = one.entry === undefined ? one.artifact : `${one.artifact}/${one.entry}`;
    if (one.line === undefined) return { file };
    return {
      file,
      line: one.line,
      ...(one.end_line === undefined ? {} : { endLine: one.end_line }),
      ...(one.column === undefined ? {} : { column: one.column }),
    };
  };
}

/**
 * Places findings relative to the root of the repository, where GitHub, GitLab and code scanning look for files. A workspace
 * outside the repository keeps paths of its own.
 */
export function repositoryPlaces({ report, repositoryFolder = '' }: ReportModel): (finding: Finding) => FilePlace {
  const placeOf = filePlaces(report);
  return (finding) => {
    const place = placeOf(finding);
    return place.file === undefined ? place : { ...place, file: repositoryFolder + place.file };
  };
}
