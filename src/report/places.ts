import type { Finding } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { GateReport } from './model.js';

/** The file of the workspace that a finding is about; lines and columns are 1-based and there only with a file. */
export interface FilePlace {
  /** Workspace-relative; absent for a finding of the whole run. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** Artifacts that are folders: what a finding calls an entry is a file of its own there. */
const FOLDER_KINDS: ReadonlySet<ArtifactKind> = new Set(['bundle', 'chain_directory']);

/** Places findings of a report in files. A line inside an archive's entry is no line of the archive, so it is left out. */
export function filePlaces(report: GateReport): (one: Finding) => FilePlace {
  const folders = new Set(report.artifacts.filter((one) => FOLDER_KINDS.has(one.kind)).map((one) => one.path));
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
