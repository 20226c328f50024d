import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finding } from '../../src/engine/findings.js';
import { annotationCommands, annotationPlaces, findingCommand } from '../../src/report/annotations.js';
import { formatReport } from '../../src/report/index.js';
import { artifact, HOSTILE, many, model } from '../action/support/model.js';
import { runnerCommands } from '../action/support/runner.js';

const PLACE = { rest: 'see the job summary' };
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
    const lines = annotationCommands(model(findings), PLACE);
    expect(levels(lines)).toEqual({ error, warning, notice });
    const last = runnerCommands(lines).at(-1);
    if (more === 0) expect(last?.properties['title'] ?? '').not.toMatch(/^\+/);
    else
      expect(last).toMatchObject({ properties: { title: `+${more} more` }, data: expect.stringContaining(PLACE.rest) });
  });

  test('findings that an artifact only counted are among the rest', () => {
    const lines = annotationCommands(model(many('json.syntax', 1), [artifact('a', { more_findings: 41 })]), PLACE);
    expect(runnerCommands(lines).at(-1)?.data).toContain('41 more findings');
  });

  test('the worst findings come first, whatever their order in the report', () => {
    const findings = [...many('drift.coverage', 30), ...many('rule.failed', 1), ...many('path.escape', 1)];
    const titles = runnerCommands(annotationCommands(model(findings), PLACE)).map((one) => one.properties['title']);
    expect(titles.slice(0, 3)).toEqual([
      expect.stringContaining('path.escape'),
      expect.stringContaining('rule.failed'),
      expect.stringContaining('drift.coverage'),
    ]);
  });
});

test('errors of the run come first and once, and never displace those of artifacts', () => {
  const ofRun = Array.from({ length: 12 }, (_, at) => finding('policy.invalid', `line ${Math.floor(at / 2)}`, ''));
  const lines = (artifacts: number) =>
    runnerCommands(annotationCommands(model([...many('json.syntax', artifacts), ...ofRun]), PLACE));
  const data = lines(100).map((each) => each.data);
  expect(data.slice(0, 6)).toEqual([
    ...[0, 1, 2, 3, 4].map((line) => expect.stringContaining(`line ${line} `)),
    expect.stringContaining('number 0'),
  ]);
  expect(lines(100).filter(({ name }) => name === 'error')).toHaveLength(10);
  expect(lines(2).map((each) => each.data)).toHaveLength(8);
});

test('each failed artifact has its turn before any has a second one', () => {
  const findings = [...many('json.syntax', 50, 'a.json'), ...many('record.hash_mismatch', 50, 'b.json')];
  findings.push(...Array.from({ length: 7 }, (_, at) => finding('json.syntax', 'm', `c${at}.json`)));
  const files = runnerCommands(annotationCommands(model(findings), PLACE)).map((each) => each.properties['file']);
  expect(new Set(files.slice(0, 9)).size).toBe(9);
  expect(files[9]).toBe('a.json');
});

describe('an annotation stands', () => {
  const place = { line: 3, column: 7, end_line: 4 };
  const { report } = model(
    [],
    [
      artifact('r.json'),
      artifact('chain', { kind: 'chain_directory' }),
      artifact('b', { kind: 'bundle' }),
      artifact('p.zip', { kind: 'gait_pack' }),
    ],
  );
  test.each<[string, string, string | undefined, string | undefined, object]>([
    ['at a file', 'r.json', undefined, 'sub/', { file: 'sub/r.json', line: 3, column: 7, endLine: 4 }],
    [
      'at a file that is not in the report',
      'x.json',
      undefined,
      '',
      { file: 'x.json', line: 3, column: 7, endLine: 4 },
    ],
    ['at a file of a chain', 'chain', '001.json', '', { file: 'chain/001.json', line: 3, column: 7, endLine: 4 }],
    ['at a file of a bundle', 'b', 'e/r.jsonl', 'sub/', { file: 'sub/b/e/r.jsonl', line: 3, column: 7, endLine: 4 }],
    ['at an archive', 'p.zip', 'r.jsonl', '', { file: 'p.zip' }],
    ['nowhere for the run', '', undefined, '', {}],
    ['nowhere outside the repository', 'r.json', undefined, undefined, {}],
    [
      'at a neutralised name',
      'a\u202e\n.json',
      undefined,
      '',
      { file: 'a\\u202e\\n.json', line: 3, column: 7, endLine: 4 },
    ],
  ])('%s', (_, path, entry, folder, expected) => {
    const found = finding('json.syntax', 'm', path, { ...place, ...(entry === undefined ? {} : { entry }) });
    const { repositoryFolder: _own, ...rest } = model([]);
    const placed = { ...rest, report, ...(folder === undefined ? {} : { repositoryFolder: folder }) };
    expect(annotationPlaces(placed)(found)).toEqual(expected);
  });
});

test('as a report format they are for `run:` steps: one command per line', () => {
  const text = formatReport('github', model(many('json.syntax', 12)));
  expect(text.endsWith('\n')).toBe(true);
  expect(levels(text.trimEnd().split('\n'))).toEqual({ error: 10, warning: 0, notice: 1 });
  expect(formatReport('github', model([]))).toBe('');
});

const isHarmless = (text: string): void => {
  const place = { line: 2, column: 1, record_id: text, pointer: `/${text}` };
  const lines = annotationCommands(model([finding('json.syntax', text, text === '' ? 'x' : text, place)]), PLACE);
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
