import { describe, expect, test } from '@jest/globals';
import { validateDocument } from '../../../src/gate/config/schemas.js';
import { byCodeUnits, formatBaseline, signersOf, testsOf } from '../../../src/gate/decision/baseline.js';
import { type JudgedFact, type Shortfall, Stage } from '../../../src/gate/decision/findings.js';
import type { RecordFact } from '../../../src/model/facts.js';
import { type Art, at, baselineOf, checked, DAY, KEYS, outcomeOf, record, verdict } from '../support/world.js';

const gait = (type: string): ReturnType<typeof record> => record(type, {}, { source_product: 'gait' });
const testRecord = (name: string, outcome: string) => record('test_result', { test_name: name, outcome });
const chain = (path: string, more: Partial<Art> = {}): Art => ({
  path,
  kind: 'chain',
  chainId: `id of ${path}`,
  records: [{ value: record('decision'), key: 'ci' }],
  ...more,
});
const arts: readonly Art[] = [
  // A world is sorted by path: files of a bundle come by their names inside, so chains are found in another order.
  { path: 'b', kind: 'bundle', entry: 'z.jsonl', linked: true, records: [record('decision'), record('decision')] },
  chain('b.json'),
  {
    path: 'a.jsonl',
    records: [
      gait('permission_check'),
      gait('policy_enforcement'),
      testRecord('unit', 'passed'),
      testRecord('__proto__', 'failed'),
    ],
  },
];

describe('a baseline', () => {
  test('contains chains, counts, coverage, signers and tests', async () => {
    const value = { value: record('decision'), key: 'ci' as const };
    const baseline = await baselineOf(undefined, [...arts, chain('c.json', { records: [value] })]);
    expect(baseline).toMatchObject({
      version: 1,
      record_types: { decision: 4, permission_check: 1, policy_enforcement: 1, test_result: 2 },
      signers: [KEYS.ci.id],
    });
    expect(baseline.frameworks['soc2']).toEqual(['cc6.1']);
    expect(baseline.frameworks).not.toHaveProperty('sox');
    expect(Object.entries(baseline.tests)).toEqual([
      ['__proto__', 'failed'],
      ['unit', 'passed'],
    ]);
    expect(baseline.chains.map((each) => [each.path, each.chain_id, each.record_count])).toEqual([
      ['b.json', 'id of b.json', 1],
      ['b/z.jsonl', '', 2],
      ['c.json', 'id of c.json', 1],
    ]);
    expect(baseline.chains[2]?.head_hash).toBe(checked(chain('c.json', { records: [value] }))[0]?.recordHash);
  });

  test('of nothing, of what did not verify, of a chain without records', async () => {
    const empty = { version: 1, chains: [], record_types: {}, frameworks: {}, signers: [], tests: {} };
    expect(await baselineOf(undefined, [])).toEqual(empty);
    expect(await baselineOf(undefined, [chain('c.json', { outcome: 'failed' })])).toEqual(empty);
    expect((await baselineOf(undefined, [chain('c.json', { records: [] })])).chains).toEqual([
      { path: 'c.json', chain_id: 'id of c.json', record_count: 0, head_hash: '' },
    ]);
  });

  test('has artifacts with stale records, not those with signers that are not trusted', async () => {
    const trust = { keys: [{ name: 'ci', public_key: KEYS.ci.hex }] };
    const signedBy = (key: keyof typeof KEYS, offset = 0) => ({
      value: record('decision', {}, { timestamp: at(offset) }),
      key,
    });
    const { decision, codes } = await outcomeOf({ version: 1, trust, freshness: { max_age: '1d' } }, [
      chain('old.json', { records: [signedBy('ci', -2 * DAY), signedBy('ci')] }),
      chain('strange.json', { records: [signedBy('ci'), signedBy('stranger')] }),
    ]);
    expect(codes).toEqual(['freshness.stale', 'trust.untrusted_key']);
    expect(decision.makeBaseline().chains.map(({ path }) => path)).toEqual(['old.json']);
  });

  test('equal runs give equal bytes, whatever the order of what they hold', async () => {
    const text = formatBaseline(await baselineOf(undefined, arts));
    expect(formatBaseline(await baselineOf(undefined, arts.toReversed()))).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
    expect(validateDocument('baseline-v1', JSON.parse(text))).toEqual([]);
  });

  test('has controls and signers in the order of their ids', async () => {
    const control = (id: string) => ({
      id,
      title: id,
      required_record_types: ['decision'],
      required_fields: ['event'],
      minimum_frequency: 'daily',
    });
    const own = { framework: { id: 'own', version: '1', title: 'Own' }, controls: ['b', 'c', 'a'].map(control) };
    const policy = { version: 1, frameworks: ['own.json'] };
    const signers = (['ci', 'second'] as const).toSorted((a, b) => (KEYS[a].id < KEYS[b].id ? -1 : 1));
    const records = signers.toReversed().map((key) => ({ value: record('decision'), key }));
    const files = { 'own.json': JSON.stringify(own) };
    const { decision } = await outcomeOf(policy, [{ path: 'a.jsonl', records }], { files });
    expect(decision.makeBaseline()).toMatchObject({
      frameworks: { own: ['a', 'b', 'c'] },
      signers: signers.map((name) => KEYS[name].id),
    });
  });
});

const STALE: Shortfall = { stage: Stage.Stale, why: 'it is old' };
const judge = (more: Partial<RecordFact>, shortfall?: Shortfall): JudgedFact => ({
  fact: {
    artifact: 'a.jsonl',
    index: 0,
    line: 1,
    recordId: 'r',
    recordType: 'test_result',
    sourceProduct: 'ci',
    timestamp: '2026-06-01T00:00:00Z',
    recordHash: 'h',
    signature: 'none',
    verified: true,
    ...more,
  },
  shortfall,
});

test('signers are those of records that count and of artifacts that count as a whole', () => {
  const whole = (path: string) => verdict({ path, kind: 'chain', whole: [`whole of ${path}`] }, []);
  const judged = [
    judge({ signature: 'verified', keyId: 'good' }),
    judge({ signature: 'verified', keyId: 'stale' }, STALE),
    judge({ signature: 'unchecked', keyId: 'unchecked' }),
    judge({ signature: 'verified' }),
    judge({}),
  ];
  const found = signersOf(judged, [whole('a'), whole('b')], (path) => path === 'b');
  expect([...found]).toEqual(['good', 'whole of b']);
});

describe('the outcome of a test', () => {
  const run = (outcome: string, hour = 0, shortfall?: Shortfall) =>
    judge(
      {
        test: { name: 'unit', outcome, passed: outcome === 'passed', told: true },
        timestamp: `2026-06-01T0${hour}:00:00Z`,
      },
      shortfall,
    );
  test.each<[string, JudgedFact[], string | undefined]>([
    ['none', [judge({})], undefined],
    ['of the only run', [run('failed')], 'failed'],
    ['of the youngest run, which is the last', [run('failed', 1), run('passed', 2)], 'passed'],
    ['of the youngest run, which is the first', [run('failed', 2), run('passed', 1)], 'failed'],
    ['of the youngest run, which passed first', [run('passed', 2), run('failed', 1)], 'passed'],
    ['that is not passed, of runs at one instant', [run('failed'), run('passed')], 'failed'],
    ['that is not passed, in the other order', [run('passed'), run('failed')], 'failed'],
    ['that came first, of runs at one instant that both failed', [run('failed'), run('error')], 'failed'],
    ['of runs that count', [run('passed'), run('failed', 1, STALE)], 'passed'],
  ])('%s', (_, judged, outcome) => expect(testsOf(judged).get('unit')).toBe(outcome));
});

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['B', 'a', -1],
  ['a', 'ä', -1],
])('%j and %j stand in the order of their code units', (a, b, order) => expect(byCodeUnits(a, b)).toBe(order));
