import { describe, expect, test } from '@jest/globals';
import { type Finding, finding } from '../../../src/engine/findings.js';
import { MAX_FINDINGS } from '../../../src/engine/limits.js';
import { exitCodeOf } from '../../../src/gate/decision/decide.js';
import { CASES } from '../support/cases.js';
import { outcomeOf, RUN, record } from '../support/world.js';

test('the table is large enough and its names are unique', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(250);
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
});

describe('policy and workspace to exit code and findings', () => {
  test.each(CASES.map((one) => [one.name, one] as const))(
    '%s',
    async (_, { policy, arts, exit, codes, warnings, notices, extra, baseline, run }) => {
      const outcome = await outcomeOf(policy, arts, {
        ...(extra === undefined ? {} : { extra }),
        baseline,
        run: { ...RUN, ...run },
      });
      const { exit: found, codes: errors, warnings: warned } = outcome;
      expect({ exit: found, codes: errors, warnings: warned, notices: outcome.notices }).toEqual({
        exit,
        codes: codes ?? [],
        warnings: warnings ?? [],
        notices: notices ?? [],
      });
      for (const one of outcome.decision.requirements) {
        if (!one.satisfied) expect(one.detail ?? '').not.toBe('undefined');
      }
    },
  );
});

describe('what a failure reports', () => {
  test('the nearest record and why it does not count', async () => {
    const policy = { version: 1, freshness: { max_age: '1d' }, require: { record_types: { decision: 1 } } };
    const value = record('decision', {}, { timestamp: '2026-05-01T00:00:00Z' });
    const { decision } = await outcomeOf(policy, [
      { path: 'a.json', records: [{ value: record('decision'), ok: false }] },
      { path: 'b.json', records: [value] },
    ]);
    expect(decision.requirements).toEqual([
      {
        id: 'record_type:decision',
        satisfied: false,
        required: 1,
        found: 0,
        detail: `nearest is record "${String(value['record_id'])}" (b.json:1), which does not count: it is 31d old (max_age 1d)`,
      },
    ]);
  });

  test('a misspelt record type', async () => {
    const { decision } = await outcomeOf({ version: 1, require: { record_types: { decisions: 1 } } }, [
      { path: 'a.json', records: [record('decision')] },
    ]);
    expect(decision.requirements[0]?.detail).toBe('there are records of type "decision"');
  });

  test('a broken rule: its message, what broke, where', async () => {
    const policy = {
      version: 1,
      rules: [{ id: 'r', must: { properties: { event: { required: ['x'] } } }, message: 'x is needed' }],
    };
    const { decision } = await outcomeOf(policy, [
      { path: 'a.jsonl', records: [record('decision', { x: 1 }), record('decision')] },
    ]);
    expect(decision.findings).toEqual([
      expect.objectContaining({
        code: 'rule.r',
        artifact: 'a.jsonl',
        line: 2,
        pointer: '/event',
        message: expect.stringMatching(/^x is needed: /),
      }),
    ]);
    expect(decision.requirements).toEqual([
      expect.objectContaining({ id: 'rule:r', satisfied: false, required: 2, found: 1 }),
    ]);
  });

  test('coverage of each framework the policy asks for', async () => {
    const { decision } = await outcomeOf(
      { version: 1, require: { frameworks: [{ id: 'soc2', controls: ['cc6.1'] }, { id: 'sox' }] } },
      [{ path: 'a.json', records: [record('permission_check', {}, { source_product: 'gait' })] }],
    );
    expect(decision.coverage.map(({ framework, covered, total }) => [framework, covered, total])).toEqual([
      ['soc2', 0, 4],
      ['sox', 0, 1],
    ]);
    expect(decision.requirements[0]).toMatchObject({ id: 'framework:soc2/cc6.1', satisfied: false });
    expect(decision.requirements[0]?.detail).toMatch(/missing for runtime_control: policy_enforcement/);
  });

  test('findings per artifact are limited, with a count of the rest, and the worst are always kept', async () => {
    const policy = {
      version: 1,
      trust: { keys: [] },
      rules: [{ id: 'r', when: { properties: { record_type: { const: 'decision' } } }, must: false }],
    };
    const many = Array.from({ length: MAX_FINDINGS + 50 }, () => record('decision'));
    const { decision, exit } = await outcomeOf(policy, [
      { path: 'a.jsonl', records: [...many, { value: record('incident'), key: 'ci' }] },
    ]);
    expect(decision.findings).toHaveLength(MAX_FINDINGS);
    expect(decision.moreFindings.get('a.jsonl')).toBe(51);
    expect(exit).toBe(2);
  });
});

describe('--warn-only', () => {
  const cases: [string, Finding, number][] = [
    ['a broken record', finding('record.hash_mismatch', 'm', 'a.json'), 0],
    ['an artifact that is no JSON', finding('json.syntax', 'm', 'a.json'), 6],
    ['a missing approval', finding('approval.required', 'm', ''), 0],
    ['drift', finding('drift.coverage', 'm', ''), 0],
    ['a missing requirement', finding('require.record_type', 'm', ''), 0],
    ['an unsafe link', finding('path.escape', 'm', 'a.json'), 8],
    ['no artifacts', finding('discovery.no_artifacts', 'm', ''), 6],
    ['a broken policy', finding('policy.invalid', 'm', '.proof-policy.yml'), 6],
    ['a missing file', finding('dependency.missing', 'm', ''), 7],
    ['a crash', finding('internal', 'm', 'a.json'), 1],
  ];
  test.each(cases)('%s', (_, one, exit) => {
    expect(exitCodeOf([one], { warnOnly: true, failOn: 'error' })).toBe(exit);
    expect(exitCodeOf([one], { warnOnly: false, failOn: 'error' })).toBe(one.exit_code);
  });
});
