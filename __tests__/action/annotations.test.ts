import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotationCommands, findingCommand } from '../../src/action/annotations.js';
import { finding } from '../../src/engine/findings.js';
import { artifact, HOSTILE, many, model } from './support/model.js';
import { runnerCommands } from './support/runner.js';

const PLACE = { folder: '', rest: 'see the job summary' };
const levels = (lines: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = { error: 0, warning: 0, notice: 0 };
  for (const one of runnerCommands(lines)) counts[one.name] = (counts[one.name] ?? 0) + 1;
  return counts;
};

test('a finding stands at its exact place', () => {
  const place = { line: 3, column: 7, end_line: 4, pointer: '/event', record_id: 'prf-1' };
  const line = findingCommand(finding('record.hash_mismatch', 'content was changed', 'a b/c.json', place), {
    ...{ file: 'sub/a b/c.json', line: 3, column: 7, endLine: 4 },
  });
  expect(runnerCommands([line])).toEqual([
    {
      name: 'error',
      properties: {
        ...{ file: 'sub/a b/c.json', line: '3', endLine: '4', col: '7' },
        title: 'Record hash does not match its content (record.hash_mismatch)',
      },
      data: expect.stringMatching(/^content was changed \(record prf-1, at \/event\) — The record was changed/),
    },
  ]);
});

describe('caps', () => {
  test.each([
    [0, 0, 0, 0, 0, 0, 0],
    [10, 10, 10, 10, 10, 10, 0],
    [11, 0, 0, 10, 0, 1, 1],
    [3, 12, 0, 3, 10, 1, 2],
    [11, 0, 10, 10, 0, 10, 2],
    [0, 0, 11, 0, 0, 10, 2],
    [10_000, 50, 50, 10, 10, 10, 10_071],
  ])('%i errors, %i warnings, %i notices', (errors, warnings, notices, error, warning, notice, more) => {
    const findings = [
      ...many('signature.not_checked', notices),
      ...many('trust.mutable_policy', warnings),
      ...many('record.hash_mismatch', errors),
    ];
    const lines = annotationCommands(model(findings).report, PLACE);
    expect(levels(lines)).toEqual({ error, warning, notice });
    const last = runnerCommands(lines).at(-1);
    if (more === 0) expect(last?.properties['title'] ?? '').not.toMatch(/^\+/);
    else
      expect(last).toMatchObject({ properties: { title: `+${more} more` }, data: expect.stringContaining(PLACE.rest) });
  });

  test('findings that an artifact only counted are among the rest', () => {
    const lines = annotationCommands(
      model(many('json.syntax', 1), [artifact('a', { more_findings: 41 })]).report,
      PLACE,
    );
    expect(runnerCommands(lines).at(-1)?.data).toContain('41 more findings');
  });

  test('the worst come first, whatever their order in the report', () => {
    const findings = [...many('drift.coverage', 30), ...many('rule.failed', 1), ...many('path.escape', 1)];
    const titles = runnerCommands(annotationCommands(model(findings).report, PLACE)).map(
      (one) => one.properties['title'],
    );
    expect(titles.slice(0, 3)).toEqual([
      expect.stringContaining('path.escape'),
      expect.stringContaining('rule.failed'),
      expect.stringContaining('drift.coverage'),
    ]);
  });
});

const isHarmless = (text: string): void => {
  const place = { line: 2, column: 1, record_id: text, pointer: `/${text}` };
  const lines = annotationCommands(
    model([finding('json.syntax', text, text === '' ? 'x' : text, place)]).report,
    PLACE,
  );
  const commands = runnerCommands(lines);
  expect(commands).toHaveLength(1);
  expect(commands[0]?.name).toBe('error');
  expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['file', 'line', 'col', 'title']);
  expect(commands[0]?.properties).toMatchObject({ line: '2', title: 'Not valid JSON (json.syntax)' });
  expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
};

describe('text of artifacts', () => {
  test.each(HOSTILE.map((text) => [text]))('%j is one harmless command', isHarmless);

  test('any text is one harmless command', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), isHarmless));
  });

  test.each(['a b.json', '日本語/é😀.json', '100%.json', 'a,b:c.json'])('the name %j is kept as it is', (path) => {
    const [one] = runnerCommands([findingCommand(finding('json.syntax', 'm', path), { file: path })]);
    expect(one?.properties['file']).toBe(path);
  });
});
