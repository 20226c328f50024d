import { describe, expect, test } from '@jest/globals';
import { type FindingCode, finding, type Severity, worstExit } from '../../../src/engine/findings.js';
import { MAX_FINDINGS } from '../../../src/engine/limits.js';
import { shorten } from '../../../src/engine/text.js';
import { DecisionFindings, nameRecord } from '../../../src/gate/decision/findings.js';
import type { RecordFact } from '../../../src/model/facts.js';

test('a record is named so that it can be found, at a limited length', () => {
  const fact = { artifact: 'a.jsonl', index: 3, line: 9, recordId: 'r"1' } as RecordFact;
  expect(nameRecord(fact)).toBe('record "r\\"1" (a.jsonl:9)');
  expect(nameRecord({ ...fact, recordId: '', entry: 'in/b.json' })).toBe('record 3 (a.jsonl/in/b.json:9)');
  expect(shorten('x'.repeat(120))).toBe('x'.repeat(120));
  expect(shorten('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
});

describe('findings of a decision', () => {
  const fact = { artifact: 'a.jsonl', index: 3, line: 9, recordId: 'r1' } as RecordFact;

  test('say where they are', () => {
    const findings = new DecisionFindings();
    findings.run('require.framework', 'one');
    findings.run('require.framework', 'two', 'notice');
    findings.artifact('drift.chain_missing', 'three', 'c.json');
    findings.record('freshness.stale', 'four', fact);
    findings.record('freshness.stale', 'five', { ...fact, recordId: '', entry: 'in.json' }, '/event');
    expect(findings.list).toStrictEqual([
      { code: 'require.framework', severity: 'error', exit_code: 3, message: 'one', artifact: '' },
      { code: 'require.framework', severity: 'notice', exit_code: 3, message: 'two', artifact: '' },
      { code: 'drift.chain_missing', severity: 'error', exit_code: 5, message: 'three', artifact: 'c.json' },
      {
        code: 'freshness.stale',
        severity: 'error',
        exit_code: 3,
        message: 'four',
        artifact: 'a.jsonl',
        line: 9,
        record_id: 'r1',
      },
      {
        code: 'freshness.stale',
        severity: 'error',
        exit_code: 3,
        message: 'five',
        artifact: 'a.jsonl',
        line: 9,
        pointer: '/event',
        entry: 'in.json',
      },
    ]);
  });

  /** So many findings of one artifact, each with its number for a message. */
  type Run = [count: number, code: FindingCode, severity?: Severity];
  const gather = (runs: readonly Run[], artifact = 'a.json'): DecisionFindings => {
    const findings = new DecisionFindings();
    let number = 0;
    for (const [count, code, severity] of runs) {
      for (let i = 0; i < count; i++) findings.add(finding(code, String(number++), artifact, {}, severity));
    }
    return findings;
  };
  const numbers = (findings: DecisionFindings): number[] => findings.list.map(({ message }) => Number(message));
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

  test.each<[string, Run[], number[], number | undefined, number]>([
    ['as many as are kept', [[MAX_FINDINGS, 'freshness.stale']], upTo(100), undefined, 3],
    ['one more', [[MAX_FINDINGS + 1, 'freshness.stale']], upTo(100), 1, 3],
    [
      'a late one with an exit code of its own',
      [
        [102, 'freshness.stale'],
        [1, 'trust.untrusted_key'],
        [1, 'trust.untrusted_key'],
      ],
      [...upTo(99), 102],
      4,
      2,
    ],
    [
      'a late one that is no error',
      [
        [100, 'freshness.stale'],
        [1, 'trust.untrusted_key', 'warning'],
      ],
      upTo(100),
      1,
      3,
    ],
    [
      'a late error whose code only warnings had',
      [
        [1, 'trust.untrusted_key', 'warning'],
        [99, 'freshness.stale'],
        [1, 'trust.untrusted_key'],
      ],
      [...upTo(99), 100],
      1,
      2,
    ],
    [
      'a late one after the only one of a worse exit code',
      [
        [96, 'freshness.stale'],
        [1, 'trust.untrusted_key'],
        [3, 'approval.required'],
        [1, 'drift.chain_rewritten'],
      ],
      [...upTo(99), 100],
      1,
      2,
    ],
    [
      'a late one after warnings and the only one of each exit code',
      [
        [50, 'freshness.stale', 'warning'],
        [47, 'drift.new_signer'],
        [1, 'trust.untrusted_key'],
        [1, 'freshness.stale'],
        [1, 'approval.required'],
        [1, 'drift.chain_rewritten'],
      ],
      [...upTo(96), 100, 97, 98, 99],
      1,
      2,
    ],
  ])('at most a hundred an artifact, and never without an exit code: %s', (_, runs, kept, more, exit) => {
    const findings = gather(runs);
    expect(numbers(findings)).toEqual(kept);
    expect([...findings.more]).toEqual(more === undefined ? [] : [['a.json', more]]);
    expect(worstExit(findings.list)).toBe(exit);
  });

  test('are counted for each artifact', () => {
    const findings = gather([[101, 'freshness.stale']]);
    findings.artifact('freshness.stale', 'of another', 'b.json');
    expect(findings.list).toHaveLength(101);
    expect([...findings.more]).toEqual([['a.json', 1]]);
  });
});
