import { describe, expect, test } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { plain } from '../../src/report/sanitize.js';
import { tap } from '../../src/report/tap.js';
import { forged, MODELS } from './models.js';

interface Point {
  readonly ok: boolean;
  readonly number: number;
  readonly description: string;
  readonly directive: string | undefined;
  readonly diagnostics: { findings?: { message: string; code: string }[] } | undefined;
}

/** Reads TAP 14 as strictly as its specification allows. */
function parse(text: string): { plan: number; points: Point[] } {
  const lines = text.trimEnd().split('\n');
  expect(lines.shift()).toBe('TAP version 14');
  const plan = /^1\.\.(\d+)$/.exec(lines.shift() ?? '');
  const points: Point[] = [];
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    const match = /^(not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*)(?:#(.*))?$/.exec(line);
    if (match === null) throw new Error(`no test point: ${line}`);
    let diagnostics: Point['diagnostics'];
    if (lines[0] === '  ---') {
      const end = lines.indexOf('  ...');
      expect(end).toBeGreaterThan(0);
      const block = lines.splice(0, end + 1).slice(1, -1);
      for (const one of block) expect(one).toMatch(/^ {2}/);
      diagnostics = parseYaml(block.map((one) => one.slice(2)).join('\n')) as Point['diagnostics'];
    }
    points.push({
      ok: match[1] === undefined,
      number: Number(match[2]),
      description: (match[3] ?? '').replace(/\\([\\#])/g, '$1'),
      directive: match[4],
      diagnostics,
    });
  }
  return { plan: Number(plan?.[1]), points };
}

// The large run's YAML is as any other's, only slow to parse.
const cases = MODELS.filter(([name]) => name !== 'large');

describe('tap', () => {
  test.each(cases)('of the %s run has a point for each artifact, requirement and the run', (_, make) => {
    const { report } = make();
    const { plan, points } = parse(tap(make()));
    expect(plan).toBe(points.length);
    expect(points.map((one) => one.number)).toEqual(points.map((_one, index) => index + 1));
    expect(points).toHaveLength(report.artifacts.length + report.requirements.length + 1);
    expect(points.every((one) => one.directive === undefined)).toBe(true);
    expect(points.every((one) => one.ok)).toBe(report.exit_code === 0);
    expect(points.at(-1)?.ok).toBe(report.exit_code === 0);
    for (const [at, one] of report.artifacts.entries()) {
      expect(points[at]?.description.endsWith(plain(one.path))).toBe(true);
      expect(points[at]?.ok).toBe(one.outcome !== 'failed');
    }
  });

  test('a run that a warning fails is not ok', () => {
    const made = forged();
    const good = { ...made.report, artifacts: [], requirements: [], findings: [], exit_code: 3 as const };
    expect(parse(tap({ ...made, report: good })).points.map(({ ok }) => ok)).toEqual([false]);
  });

  test.each(cases)('diagnostics of the %s run are all its findings', (_, make) => {
    const found = parse(tap(make())).points.flatMap((one) => one.diagnostics?.findings ?? []);
    const messages = (list: readonly { message: string }[]): string[] =>
      list.map((one) => one.message.toWellFormed()).sort();
    expect(messages(found)).toEqual(messages(make().report.findings));
  });

  test('a finding has its remedy beside it', () => {
    expect(tap(forged())).toContain(
      '      remedy: "Rebuild the archive with the tool that created it; do not repack it."\n',
    );
  });
});
