import { type Finding, ruleOf } from '../engine/findings.js';
import { SEVERITIES, worstFirst } from '../report/common.js';
import type { GateReport } from '../report/model.js';
import { commandData, commandProperty, plain } from '../report/sanitize.js';
import { type FilePlace, placer } from './place.js';

/** GitHub shows this many annotations of each level a step and drops the rest without a word. */
export const MAX_ANNOTATIONS_PER_LEVEL = 10;

/** Where annotations point. */
export interface AnnotationPlace {
  /** Folder of the workspace inside the checkout, `''` or ending in `/`; absent when outside: then no file is named. */
  readonly folder?: string;
  /** Where somebody finds what is not annotated: one sentence. */
  readonly rest: string;
}

/**
 * The workflow commands for a report, one line each: the worst 10 errors, 10 warnings and up to 10 notices at their
 * exact line, the last notice being '+N more' when anything was left out (interface.md, Outputs).
 */
export function annotationCommands(report: GateReport, place: AnnotationPlace): readonly string[] {
  const placeOf = placer(report, place.folder);
  const ordered = worstFirst(report.findings);
  const uncounted = report.artifacts.reduce((sum, artifact) => sum + (artifact.more_findings ?? 0), 0);
  const total = ordered.length + uncounted;
  const shown = SEVERITIES.map((severity) => {
    const found = ordered.filter((one) => one.severity === severity);
    return found.slice(0, MAX_ANNOTATIONS_PER_LEVEL);
  });
  const count = (): number => shown.reduce((sum, level) => sum + level.length, 0);
  if (count() < total && shown[2]?.length === MAX_ANNOTATIONS_PER_LEVEL) shown[2].pop();
  const commands = shown.flat().map((one) => findingCommand(one, placeOf(one)));
  const left = total - count();
  if (left > 0) {
    commands.push(
      command('notice', { title: `+${left} more` }, `${left} more finding${left === 1 ? '' : 's'}: ${place.rest}`),
    );
  }
  return commands;
}

/** One finding as a command. */
export function findingCommand(one: Finding, { file, line, endLine, column }: FilePlace): string {
  const properties: Record<string, string> = {};
  if (file !== undefined) properties['file'] = file;
  if (line !== undefined) properties['line'] = String(line);
  if (endLine !== undefined) properties['endLine'] = String(endLine);
  if (column !== undefined) properties['col'] = String(column);
  properties['title'] = `${ruleOf(one.code).title} (${one.code})`;
  return command(one.severity, properties, annotationMessage(one));
}

/** What is wrong, where inside the artifact, and what to do, on one line. */
export function annotationMessage(one: Finding): string {
  const inside = [
    one.entry === undefined ? undefined : `entry ${one.entry}`,
    one.record_id === undefined ? undefined : `record ${one.record_id}`,
    one.pointer === undefined || one.pointer === '' ? undefined : `at ${one.pointer}`,
  ].filter((part) => part !== undefined);
  const where = inside.length === 0 ? '' : ` (${inside.join(', ')})`;
  return plain(`${one.message}${where} — ${ruleOf(one.code).remedy}`);
}

/** A workflow command; every part is escaped, so that no text can end it or begin another one. */
export function command(name: string, properties: Readonly<Record<string, string>>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(value)}`);
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${commandData(data)}`;
}
