import { describe, expect, test } from '@jest/globals';
import { MAX_LOG_FINDINGS, progressLines, runLog, verdictLine } from '../../src/action/log.js';
import { finding } from '../../src/engine/findings.js';
import { artifact, HOSTILE, many, model } from './support/model.js';
import { runnerCommands } from './support/runner.js';

describe('the log', () => {
  test('tells findings with their place, then the verdict', () => {
    const found = finding('chain.link_broken', 'dropped', 'c.json', { line: 4, column: 2, entry: 'e' });
    const lines = runLog(model([found], [artifact('c.json', { outcome: 'failed' })]).report, false, 'T');
    expect(lines).toEqual([
      '::stop-commands::T',
      'error chain.link_broken: c.json:4:2 [e] dropped',
      '::T::',
      'Proof gate failed (exit 2): 1 artifacts, 0 verified, 1 failed; 1 records, 0 signatures verified; 1 errors, 0 warnings, 0 notices',
    ]);
  });

  test('groups artifacts by kind when it shall tell more', () => {
    const lines = runLog(model([], [artifact('a'), artifact('b', { kind: 'chain' }), artifact('c')]).report, true);
    expect(runnerCommands(lines).map((one) => `${one.name} ${one.data}`)).toEqual([
      'group record (2)',
      'endgroup ',
      'group chain (1)',
      'endgroup ',
    ]);
  });

  test('is bounded', () => {
    const lines = runLog(model(many('json.syntax', 10_000)).report, false);
    expect(lines.length).toBeLessThan(MAX_LOG_FINDINGS + 10);
    expect(lines.at(-2)).toContain(`${10_000 - MAX_LOG_FINDINGS} more findings`);
  });

  test.each(HOSTILE.map((text) => [text]))('%j commands nothing', (text) => {
    const hostile = model([finding('json.syntax', text, text, { entry: text })], [artifact(text, { why: text })]);
    const lines = runLog(hostile.report, true);
    expect(runnerCommands(lines).map((one) => one.name)).toEqual(['group', 'endgroup']);
    // Also for a runner that does not know stop-commands.
    const inside = lines.filter((line) => !/^::(stop-commands|group|endgroup|[0-9a-f-]{36})/.test(line));
    expect(runnerCommands(inside)).toEqual([]);
    expect(inside.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  });

  test('an incomplete run says so', () => {
    expect(verdictLine({ ...model([]).report, incomplete: true })).toContain('incomplete');
  });
});

test('progress is told every ten seconds', () => {
  const told: string[] = [];
  let now = 0;
  const progress = progressLines(
    (line) => told.push(line),
    () => now,
  );
  for (now = 0; now <= 25_000; now += 100) progress({ done: now, total: 30_000, records: 7 });
  expect(told).toEqual(['10000 of 30000 artifacts, 7 records', '20000 of 30000 artifacts, 7 records']);
});
