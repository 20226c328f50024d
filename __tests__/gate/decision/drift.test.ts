import { describe, expect, test } from '@jest/globals';
import type { Baseline } from '../../../src/gate/decision/baseline.js';
import { short } from '../../support/build.js';
import { type Art, at, baselineOf, DAY, KEYS, outcomeOf, type Rec, record } from '../support/world.js';

const decisions = Array.from({ length: 4 }, () => record('decision'));
const chain = (records: Art['records'], more: Partial<Art> = {}): Art => ({
  path: 'c.json',
  kind: 'chain',
  chainId: 'main',
  ...(records === undefined ? {} : { records }),
  ...more,
});
const stream = (records: Art['records'], more: Partial<Art> = {}): Art => ({
  ...chain(records, more),
  path: 's.jsonl',
  kind: 'stream',
  linked: true,
});
const gait = (type: string): ReturnType<typeof record> => record(type, {}, { source_product: 'gait' });
const check = gait('permission_check');
const enforce = gait('policy_enforcement');
const passed = record('test_result', { test_name: 'unit', outcome: 'passed' });
const testOf = (outcome: unknown, timestamp = at(0)): ReturnType<typeof record> =>
  record('test_result', { test_name: 'unit', outcome: outcome as string }, { timestamp });

interface DriftCase {
  name: string;
  before: readonly Art[];
  after: readonly Art[];
  exit: number;
  codes?: readonly string[];
  warnings?: readonly string[];
}

const CASES: readonly DriftCase[] = [
  { name: 'nothing changed', before: [chain(decisions)], after: [chain(decisions)], exit: 0 },
  {
    name: 'a longer chain with the same prefix',
    before: [chain(decisions.slice(0, 2))],
    after: [chain(decisions)],
    exit: 0,
  },
  {
    name: 'a chain is gone',
    before: [chain(decisions)],
    after: [{ path: 'a.jsonl', records: decisions }],
    exit: 5,
    codes: ['drift.chain_missing'],
  },
  {
    name: 'a chain lies elsewhere',
    before: [chain(decisions)],
    after: [chain(decisions, { path: 'd.json' })],
    exit: 5,
    codes: ['drift.chain_missing'],
  },
  {
    name: 'a chain is shorter',
    before: [chain(decisions)],
    after: [chain(decisions.slice(0, 3))],
    exit: 5,
    codes: ['drift.chain_truncated', 'drift.record_type_count'],
  },
  {
    name: 'the last record was rewritten',
    before: [chain(decisions)],
    after: [chain([...decisions.slice(0, 3), record('decision')])],
    exit: 5,
    codes: ['drift.chain_rewritten'],
  },
  {
    name: 'the first record was rewritten',
    before: [chain(decisions)],
    after: [chain([record('decision'), ...decisions.slice(1)])],
    exit: 5,
    codes: ['drift.chain_rewritten'],
  },
  {
    name: 'rewritten and grown',
    before: [chain(decisions.slice(0, 2))],
    after: [chain([record('decision'), ...decisions])],
    exit: 5,
    codes: ['drift.chain_rewritten'],
  },
  {
    name: 'another chain under the same path',
    before: [chain(decisions)],
    after: [chain(decisions, { chainId: 'other' })],
    exit: 5,
    codes: ['drift.chain_rewritten'],
  },
  {
    name: 'a chain without a name got one',
    before: [chain(decisions, { chainId: '' })],
    after: [chain(decisions)],
    exit: 0,
  },
  {
    name: 'a chain lost its name',
    before: [chain(decisions)],
    after: [chain(decisions, { chainId: '' })],
    exit: 0,
  },
  { name: 'a chain of no records', before: [chain([])], after: [chain([])], exit: 0 },
  { name: 'a chain of no records grows', before: [chain([])], after: [chain(decisions)], exit: 0 },
  {
    name: 'a chain directory grows',
    before: [chain(decisions.slice(0, 2), { kind: 'chain_directory' })],
    after: [chain(decisions, { kind: 'chain_directory' })],
    exit: 0,
  },
  {
    name: 'a chain directory was rewritten',
    before: [chain(decisions, { kind: 'chain_directory' })],
    after: [chain([...decisions].reverse(), { kind: 'chain_directory' })],
    exit: 5,
    codes: ['drift.chain_rewritten'],
  },
  { name: 'a stream grows', before: [stream(decisions.slice(0, 3))], after: [stream(decisions)], exit: 0 },
  {
    name: 'a stream was cut',
    before: [stream(decisions)],
    after: [stream(decisions.slice(0, 2))],
    exit: 5,
    codes: ['drift.chain_truncated', 'drift.record_type_count'],
  },
  {
    name: 'a stream of independent records is no chain',
    before: [{ path: 's.jsonl', records: decisions }],
    after: [{ path: 's.jsonl', records: [...decisions].reverse() }],
    exit: 0,
  },
  ...(['bundle', 'gait_pack'] as const).flatMap((kind): DriftCase[] => {
    const inside = (records: Art['records']): Art => ({
      ...stream(records),
      path: 'p',
      kind,
      entry: 'proof_records.jsonl',
    });
    return [
      {
        name: `a chain inside a ${kind} grows`,
        before: [inside(decisions.slice(0, 2))],
        after: [inside(decisions)],
        exit: 0,
      },
      {
        name: `a chain inside a ${kind} was rewritten`,
        before: [inside(decisions)],
        after: [inside([...decisions].reverse())],
        exit: 5,
        codes: ['drift.chain_rewritten'],
      },
      {
        name: `a ${kind} without its chain`,
        before: [inside(decisions)],
        after: [
          { path: 'p', kind },
          { path: 'a.jsonl', records: decisions },
        ],
        exit: 5,
        codes: ['drift.chain_missing'],
      },
    ];
  }),
  {
    name: 'fewer of a type',
    before: [{ path: 'a.jsonl', records: decisions }],
    after: [{ path: 'a.jsonl', records: decisions.slice(1) }],
    exit: 5,
    codes: ['drift.record_type_count'],
  },
  {
    name: 'more of a type',
    before: [{ path: 'a.jsonl', records: decisions.slice(1) }],
    after: [{ path: 'a.jsonl', records: decisions }],
    exit: 0,
  },
  {
    name: 'a copy does not make up for a lost record',
    before: [{ path: 'a.jsonl', records: decisions.slice(0, 2) }],
    after: [{ path: 'a.jsonl', records: [decisions[0] ?? {}, decisions[0] ?? {}] }],
    exit: 5,
    codes: ['drift.record_type_count'],
  },
  {
    name: 'an unverified record does not make up either',
    before: [{ path: 'a.jsonl', records: decisions.slice(0, 2) }],
    after: [
      { path: 'a.json', records: [decisions[0] ?? {}] },
      { path: 'b.json', records: [{ value: decisions[1] ?? {}, ok: false }] },
    ],
    exit: 2,
    codes: ['drift.record_type_count'],
  },
  {
    name: 'coverage is kept',
    before: [{ path: 'a.jsonl', records: [check, enforce] }],
    after: [{ path: 'a.jsonl', records: [check, enforce] }],
    exit: 0,
  },
  {
    name: 'coverage is lost through another product',
    before: [{ path: 'a.jsonl', records: [check, enforce] }],
    after: [{ path: 'a.jsonl', records: [check, record('policy_enforcement')] }],
    exit: 5,
    codes: ['drift.coverage'],
  },
  {
    name: 'a test still passes',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.json', records: [testOf('PASS')] }],
    exit: 0,
  },
  {
    name: 'a test fails now',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.json', records: [testOf('failed')] }],
    exit: 5,
    codes: ['drift.test_regressed'],
  },
  {
    name: 'a test has an outcome nobody knows',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.json', records: [testOf('flaky')] }],
    exit: 5,
    codes: ['drift.test_regressed'],
  },
  {
    name: 'a test is gone',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.json', records: [record('test_result')] }],
    exit: 5,
    codes: ['drift.test_missing'],
  },
  {
    name: 'a test was skipped',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.json', records: [testOf('skipped')] }],
    exit: 5,
    codes: ['drift.test_skipped'],
  },
  {
    name: 'a test that failed still fails',
    before: [{ path: 'a.json', records: [testOf('failed')] }],
    after: [{ path: 'a.json', records: [testOf('error')] }],
    exit: 0,
  },
  {
    name: 'a test that failed passes',
    before: [{ path: 'a.json', records: [testOf('failed')] }],
    after: [{ path: 'a.json', records: [testOf('passed')] }],
    exit: 0,
  },
  {
    name: 'the youngest outcome counts',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.jsonl', records: [testOf('passed'), testOf('failed', at(-DAY))] }],
    exit: 0,
  },
  {
    name: 'the youngest outcome counts, the other way',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.jsonl', records: [testOf('failed'), testOf('passed', at(-DAY))] }],
    exit: 5,
    codes: ['drift.test_regressed'],
  },
  {
    name: 'of two at one instant the failure counts',
    before: [{ path: 'a.json', records: [passed] }],
    after: [{ path: 'a.jsonl', records: [testOf('failed'), testOf('passed')] }],
    exit: 5,
    codes: ['drift.test_regressed'],
  },
  {
    name: 'a known signer',
    before: [{ path: 'a.json', records: [{ value: passed, key: 'ci' }] }],
    after: [{ path: 'a.json', records: [{ value: passed, key: 'ci' }] }],
    exit: 0,
  },
  {
    name: 'a new signer is a warning',
    before: [{ path: 'a.json', records: [{ value: passed, key: 'ci' }] }],
    after: [{ path: 'a.json', records: [{ value: passed, key: 'manager' }] }],
    exit: 0,
    warnings: ['drift.new_signer'],
  },
  {
    name: 'the signer of an unverified record is none',
    before: [{ path: 'a.json', records: [{ value: passed, key: 'ci' }] }],
    after: [
      { path: 'a.json', records: [{ value: passed, key: 'ci' }] },
      { path: 'b.json', records: [{ value: record('decision'), key: 'manager', ok: false } satisfies Rec] },
    ],
    exit: 2,
  },
];

describe('drift against a baseline', () => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', async (_, { before, after, exit, codes, warnings }) => {
    const baseline = await baselineOf(undefined, before);
    const outcome = await outcomeOf(undefined, after, { baseline });
    expect({ exit: outcome.exit, codes: outcome.codes, warnings: outcome.warnings }).toEqual({
      exit,
      codes: codes ?? [],
      warnings: warnings ?? [],
    });
  });
});

test('an artifact whose signers are not trusted does not count for a baseline', async () => {
  const policy = { version: 1, trust: { keys: [{ name: 'ci', public_key: KEYS.ci.hex }] } };
  const baseline = await baselineOf(undefined, [chain(decisions)]);
  const outcome = async (by: keyof typeof KEYS) => {
    const arts = [
      chain(
        decisions.map((value) => ({ value, key: 'ci' as const })),
        { whole: [KEYS[by].id] },
      ),
    ];
    const { codes, decision } = await outcomeOf(policy, arts, { baseline });
    return [codes, decision.makeBaseline().chains.length];
  };
  expect(await outcome('ci')).toEqual([[], 1]);
  expect(await outcome('stranger')).toEqual([['drift.record_type_count', 'trust.untrusted_key'], 0]);
});

describe('drift says what was and what is', () => {
  const told = async (baseline: Baseline, after: readonly Art[]) =>
    (await outcomeOf(undefined, after, { baseline })).decision.findings
      .filter(({ code }) => code.startsWith('drift.'))
      .map(({ code, message, artifact }) => [code, message, artifact]);
  const before: Art[] = [chain(decisions), { path: 'a.jsonl', records: [{ value: passed, key: 'ci' }] }];

  test('of a chain, a type, a test, and of signers in the order of their ids', async () => {
    const signers = (['second', 'manager'] as const).toSorted((a, b) => (KEYS[a].id < KEYS[b].id ? -1 : 1));
    const [test, other] = [testOf('x'.repeat(130)), record('decision')];
    const after = [
      chain(decisions.slice(0, 2)),
      { path: 'a.jsonl', records: [test, other].map((value, i): Rec => ({ value, key: signers[1 - i] ?? 'ci' })) },
    ];
    expect(await told(await baselineOf(undefined, before), after)).toEqual([
      ['drift.chain_truncated', 'chain c.json has 2 records, baseline has 4', 'c.json'],
      ['drift.record_type_count', '3 verified decision records, baseline has 4', ''],
      ['drift.test_regressed', `test "unit" passed in the baseline and now has the outcome "${'x'.repeat(119)}…"`, ''],
      ...signers.map((name) => [
        'drift.new_signer',
        `signer ${KEYS[name].id.slice(0, 12)}… is not in the baseline`,
        '',
      ]),
    ]);
  });

  test('of a chain that is gone', async () => {
    const after: Art[] = [{ path: 'a.jsonl', records: [{ value: passed, key: 'ci' }] }];
    expect(await told(await baselineOf(undefined, before), after)).toEqual([
      ['drift.chain_missing', 'chain c.json (4 records) is missing', 'c.json'],
      ['drift.record_type_count', '0 verified decision records, baseline has 4', ''],
    ]);
  });

  test('of a chain that was replaced', async () => {
    const baseline = await baselineOf(undefined, [chain(decisions)]);
    const rewritten = [...decisions.slice(0, 3), record('decision')];
    const [was, is] = [
      await baselineOf(undefined, [chain(decisions)]),
      await baselineOf(undefined, [chain(rewritten)]),
    ].map(({ chains }) => chains[0]?.head_hash);
    expect(await told(baseline, [chain(rewritten)])).toEqual([
      [
        'drift.chain_rewritten',
        `record 3 of chain c.json has hash ${short(is ?? '')}, baseline has ${short(was ?? '')}`,
        'c.json',
      ],
    ]);
    expect(await told(baseline, [chain(decisions, { chainId: 'other' })])).toEqual([
      ['drift.chain_rewritten', 'chain c.json: chain_id is "other", baseline has "main"', 'c.json'],
    ]);
  });

  test('of controls, also of a framework that is no longer known', async () => {
    const covering = { path: 'a.jsonl', records: [check, enforce] };
    const baseline = await baselineOf(undefined, [covering]);
    expect(baseline.frameworks).toMatchObject({ soc2: ['cc6.1'] });
    const both = { ...baseline, frameworks: { soc2: ['cc6.1', 'cc7.1'], gone: ['x'] } };
    expect(await told(both, [covering])).toEqual([
      ['drift.coverage', 'control cc7.1 of soc2 is no longer covered', ''],
      ['drift.coverage', 'control x of gone is no longer covered: the framework is not known', ''],
    ]);
  });
});
