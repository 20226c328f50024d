import { describe, expect, test } from '@jest/globals';
import { progressLines, runLog } from '../../src/action/log.js';
import { finding } from '../../src/engine/findings.js';
import { terminalText } from '../../src/report/text.js';
import { artifact, HOSTILE, many, model } from './support/model.js';
import { runnerCommands } from './support/runner.js';

const BRIEF = { verbose: false, quiet: false };
const VERBOSE = { verbose: true, quiet: false };

describe('the log', () => {
  test('is the text of the command line, with workflow commands neutralized', () => {
    const found = finding('chain.link_broken', 'dropped', 'c.json', { line: 4, column: 2 });
    const run = model([found], [artifact('c.json', { outcome: 'failed' })]);
    const text = terminalText(run, { color: false, verbose: false, quiet: false });
    expect(runLog(run, BRIEF, 'T')).toEqual(['::stop-commands::T', ...text.trimEnd().split('\n'), '::T::']);
  });

  test('refers to inputs instead of options', () => {
    const log = runLog(model([finding('key.missing', '--public-key is empty, --nope', '')]), BRIEF).join('\n');
    expect(log).toContain('input public-key is empty, --nope');
  });

  test('is only the verdict when quiet', () => {
    const run = model(many('json.syntax', 5), [artifact('a.json', { outcome: 'failed' })]);
    expect(runLog(run, { verbose: false, quiet: true }, 'T')).toEqual([
      '::stop-commands::T',
      expect.stringMatching(/^✘ .*exit code 6/),
      '::T::',
    ]);
  });

  test('groups artifacts by kind when verbose', () => {
    const lines = runLog(model([], [artifact('a'), artifact('b', { kind: 'chain' }), artifact('c')]), VERBOSE);
    expect(runnerCommands(lines).map(({ name, data }) => `${name} ${data}`)).toEqual([
      'group record (2)',
      'endgroup ',
      'group chain (1)',
      'endgroup ',
    ]);
  });

  test('has a limited size', () => {
    const artifacts = Array.from({ length: 10_000 }, (_, at) => artifact(`${at}.json`));
    expect(runLog(model(many('json.syntax', 10_000), artifacts), VERBOSE).length).toBeLessThan(2100);
  });

  test.each(HOSTILE.map((text) => [text]))('%j does not run as a workflow command', (text) => {
    const hostile = model([finding('json.syntax', text, text, { entry: text })], [artifact(text, { why: text })]);
    const lines = runLog(hostile, VERBOSE);
    expect(runnerCommands(lines).map(({ name }) => name)).toEqual(['group', 'endgroup']);
    // Also for a runner that does not know stop-commands.
    const inside = lines.filter((line) => !/^::(stop-commands|group|endgroup|[0-9a-f-]{36})/.test(line));
    expect(runnerCommands(inside)).toEqual([]);
    expect(inside.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  });

  test('of a run that was stopped says how far it got', () => {
    const found = finding('run.timeout', 'time limit of 1s reached: 1 of 2 artifacts verified', '');
    expect(runLog(model([found]), BRIEF).join('\n')).toContain(
      '✘ Time limit of 1s reached: 1 of 2 artifacts verified (exit code 1)',
    );
  });

  test('groups files that are not artifacts when verbose', () => {
    const { report, ...rest } = model([], [artifact('a')]);
    const files = { unrecognized: [{ path: 'x.txt', sha256: null, why: 'odd' }], unmatched_patterns: ['b/*'] };
    const lines = runLog({ ...rest, report: { ...report, ...files, ignored: [{ path: 'k', why: 'a key' }] } }, VERBOSE);
    expect(lines).toEqual(
      expect.arrayContaining(['not an artifact  x.txt  odd', 'ignored  k  a key', 'no match  b/*']),
    );
    expect(runLog({ ...rest, report: { ...report, ...files } }, BRIEF).join('\n')).not.toContain('x.txt');
  });
});

test('progress is reported every ten seconds', () => {
  const lines: string[] = [];
  let now = 0;
  const progress = progressLines(
    (line) => lines.push(line),
    () => now,
  );
  for (now = 0; now <= 25_000; now += 100) progress({ done: now, total: 30_000, records: 7 });
  expect(lines).toEqual(['10000 of 30,000 artifacts, 7 records', '20000 of 30,000 artifacts, 7 records']);
});
