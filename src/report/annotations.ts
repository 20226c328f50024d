import { type Finding, remedyOf, ruleOf } from '../engine/findings.js';
import type { ReportModel } from '../model/report.js';
import { SEVERITIES, takenInTurn, uncounted } from './common.js';
import { type FilePlace, repositoryPlaces } from './places.js';
import { commandData, commandProperty, plain } from './sanitize.js';

/** GitHub shows at most this many annotations of each level per step and silently drops the rest. */
const MAX_ANNOTATIONS_PER_LEVEL = 10;
/** Errors of the run never displace those of the artifacts: they get at most half of the places while there are others. */
const MAX_RUN_ANNOTATIONS = MAX_ANNOTATIONS_PER_LEVEL / 2;

/** Wording of annotations. */
export interface AnnotationOptions {
  /** Where to find what is not annotated: one sentence. */
  readonly rest?: string;
  /** Adapts messages and remedies to the entry point. */
  readonly wording?: (text: string) => string;
}

/**
 * The report as workflow commands of GitHub, one per line (people.md section 6): at most 10 errors, 10 warnings and 10
 * notices at their exact line; errors of the run first, then the worst of each artifact in turn. The last notice is
 * '+N more' when anything was left out.
 */
export function annotationCommands(model: ReportModel, options: AnnotationOptions = {}): readonly string[] {
  const { rest = 'see the other reports of this run', wording = (text) => text } = options;
  const { report } = model;
  const place = annotationPlaces(model);
  const levels = SEVERITIES.map((severity) =>
    takenInTurn(report.findings.filter((each) => each.severity === severity)),
  );
  const total = levels.reduce((sum, level) => sum + level.length, uncounted(report));
  const shown = levels.map(mostImportant);
  const count = (): number => shown.reduce((sum, level) => sum + level.length, 0);
  const notices = shown[SEVERITIES.indexOf('notice')];
  if (count() < total && notices?.length === MAX_ANNOTATIONS_PER_LEVEL) notices.pop();
  const commands = shown.flat().map((finding) => findingCommand(finding, place(finding), wording));
  const left = total - count();
  if (left > 0) {
    const data = `${left} more finding${left === 1 ? '' : 's'}: ${rest}`;
    commands.push(command('notice', { title: `+${left} more` }, data));
  }
  return commands;
}

/** `--report github=-`: annotations of a `run:` step or of a job in a container. */
export function githubAnnotations(model: ReportModel): string {
  return annotationCommands(model)
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Where annotations appear: relative to the root of the repository, without a file when the workspace is outside. A name with
 * characters that could deceive a reader is escaped: its annotation may be attached to no file, but says what it is about.
 */
export function annotationPlaces(model: ReportModel): (finding: Finding) => FilePlace {
  const placeOf = repositoryPlaces(model);
  return (finding) => {
    const { file, ...rest } = placeOf(finding);
    return file === undefined || model.repositoryFolder === undefined ? {} : { file: plain(file), ...rest };
  };
}

/** The findings of one level that get an annotation. */
function mostImportant(ordered: readonly Finding[]): Finding[] {
  const ofRun = ordered.filter(({ artifact }) => artifact === '');
  const ofArtifacts = ordered.filter(({ artifact }) => artifact !== '');
  const places = Math.max(MAX_RUN_ANNOTATIONS, MAX_ANNOTATIONS_PER_LEVEL - ofArtifacts.length);
  return [...ofRun.slice(0, places), ...ofArtifacts].slice(0, MAX_ANNOTATIONS_PER_LEVEL);
}

/** One finding as a command. */
export function findingCommand(
  finding: Finding,
  { file, line, endLine, column }: FilePlace,
  wording: (text: string) => string = (text) => text,
): string {
  const properties: Record<string, string> = {};
  if (file !== undefined) properties['file'] = file;
  if (line !== undefined) properties['line'] = String(line);
  if (endLine !== undefined) properties['endLine'] = String(endLine);
  if (column !== undefined) properties['col'] = String(column);
  properties['title'] = `${ruleOf(finding.code).title} (${finding.code})`;
  return command(finding.severity, properties, wording(annotationMessage(finding)));
}

/** What is wrong, where inside the artifact, and what to do, on one line. */
export function annotationMessage(finding: Finding): string {
  const inside = [
    finding.entry === undefined ? undefined : `entry ${finding.entry}`,
    finding.record_id === undefined ? undefined : `record ${finding.record_id}`,
    finding.pointer === undefined || finding.pointer === '' ? undefined : `at ${finding.pointer}`,
  ].filter((part) => part !== undefined);
  const where = inside.length === 0 ? '' : ` (${inside.join(', ')})`;
  return plain(`${finding.message}${where} — ${remedyOf(finding)}`);
}

/** A workflow command; every part is escaped, so that no text can end it or begin a second one. */
export function command(name: string, properties: Readonly<Record<string, string>>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(value)}`);
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${commandData(data)}`;
}
