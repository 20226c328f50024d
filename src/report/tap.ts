import { type Finding, remedyOf } from '../engine/findings.js';
import type { ReportModel } from '../model/report.js';
import { byArtifact, KIND_NAMES } from './common.js';
import { jsonLine, plain } from './sanitize.js';

interface Point {
  readonly ok: boolean;
  readonly description: string;
  readonly diagnostics: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
}

/** TAP version 14: a test point for each artifact, each requirement and the run itself, findings as YAML diagnostics. */
export function tap({ report }: ReportModel): string {
  const findings = byArtifact(report.findings);
  const known = new Set(report.artifacts.map((one) => one.path));
  const points: Point[] = report.artifacts.map((one) => ({
    ok: one.outcome !== 'failed',
    description: `${KIND_NAMES[one.kind]} ${one.path}`,
    diagnostics: one.more_findings === undefined ? {} : { more_findings: one.more_findings },
    findings: findings.get(one.path) ?? [],
  }));
  for (const one of report.requirements) {
    const { satisfied, required, found, detail } = one;
    points.push({
      ok: satisfied,
      description: `requirement ${one.id}`,
      diagnostics: satisfied ? {} : { required, found, ...(detail === undefined ? {} : { detail }) },
      findings: [],
    });
  }
  const elsewhere = report.findings.filter((one) => !known.has(one.artifact));
  points.push({
    ok: report.exit_code === 0 && report.incomplete !== true,
    description: 'run',
    diagnostics: {
      outcome: report.outcome,
      exit_code: report.exit_code,
      ...(report.incomplete === true ? { incomplete: true } : {}),
    },
    findings: elsewhere,
  });
  const lines = ['TAP version 14', `1..${points.length}`];
  for (const [index, point] of points.entries()) {
    lines.push(`${point.ok ? 'ok' : 'not ok'} ${index + 1} - ${description(point.description)}`, ...yaml(point));
  }
  return `${lines.join('\n')}\n`;
}

/** A `#` would begin a directive, and `# SKIP` would turn a failure into a pass. */
function description(text: string): string {
  return plain(text).replace(/[\\#]/g, '\\$&');
}

/** Values are JSON, which is valid YAML 1.2: no text of an artifact can escape its quotes. */
function yaml(point: Point): readonly string[] {
  const lines = Object.entries(point.diagnostics).map(([name, value]) => `  ${name}: ${jsonLine(value)}`);
  if (point.findings.length > 0) {
    lines.push('  findings:');
    for (const one of point.findings) {
      const fields = { ...one, remedy: remedyOf(one) };
      const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
      for (const [at, [name, value]] of entries.entries()) {
        lines.push(`    ${at === 0 ? '- ' : '  '}${name}: ${jsonLine(value)}`);
      }
    }
  }
  return lines.length === 0 ? [] : ['  ---', ...lines, '  ...'];
}
