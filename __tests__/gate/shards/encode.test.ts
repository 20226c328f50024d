import { describe, expect, test } from '@jest/globals';
import { decodeShard, encodeShard, sealEvidence, sealProblem } from '../../../src/gate/shards/encode.js';
import { digestOfPaths, makePlan } from '../../../src/gate/shards/plan.js';
import type { RecordFact } from '../../../src/model/facts.js';
import type { ShardContent, ShardEvidence } from '../../../src/model/shard.js';
import { verdict } from '../support/world.js';

/* What a shard knows has to come out of its report as it went in: `merge` decides over it as one run would. */

const RUN = {
  ...{ engine: '1.0.0', commit: null, run_id: null, policy_sha256: null, base_commit: null },
  settings: { verdict: { strict: true }, selection: {} },
};
const PLAN = makePlan({ index: 1, count: 2 }, RUN, ['a.json', 'b.json']);
const hash = (digit: string): string => `sha256:${digit.repeat(64)}`;
const bare: RecordFact = {
  artifact: 'a.json',
  index: 0,
  line: 1,
  recordId: 'r',
  recordType: 'decision',
  sourceProduct: 'ci',
  timestamp: '2026-01-02T03:04:05Z',
  recordHash: hash('a'),
  signature: 'none',
  verified: true,
};
const content = (facts: readonly RecordFact[], more: Partial<ShardContent> = {}): ShardContent => ({
  artifacts: [],
  facts,
  findings: [],
  incomplete: false,
  unrecognized: [],
  ignored: [],
  unmatchedPatterns: [],
  ...more,
});
/** As a report's reader gets it. */
const written = (given: ShardContent): ShardEvidence =>
  JSON.parse(JSON.stringify(encodeShard(PLAN, given))) as ShardEvidence;
const back = (given: ShardContent): ShardContent | undefined => decodeShard(written(given));

describe('a fact survives a round trip', () => {
  test.each<[string, Partial<RecordFact>]>([
    ['plain', {}],
    ['in an entry', { entry: 'records.jsonl', index: 3, line: 7 }],
    ['of an agent', { agentId: 'bot' }],
    ['with texts that are alike', { agentId: 'ci', entry: 'decision', signature: 'verified', keyId: 'a.json' }],
    ['with texts that are empty', { recordId: '', recordType: '', sourceProduct: '', timestamp: '', recordHash: '' }],
    ['that links to another', { previousHash: hash('b') }],
    ['that links to what is no hash', { previousHash: '1' }],
    ['that links to nothing', { previousHash: '' }],
    ['that is verified by a key', { signature: 'verified', keyId: 'k' }],
    ['that failed', { signature: 'failed', verified: false, claimedKeyId: 'k' }],
    ['that was not checked', { signature: 'unchecked' }],
    [
      'with relations',
      {
        links: [
          { kind: 'calls', from: 'a', to: 'b' },
          { kind: '', from: '', to: '' },
        ],
      },
    ],
    ['with members missing', { missing: ['event.a'] }],
    ['with rules', { rules: [{ rule: 0 }, { rule: 1, failure: { message: 'm', pointer: '/p' } }] }],
    ['that needs approval', { approvalRules: [0, 2], asksApproval: true, intents: ['ab'] }],
    [
      'that approves',
      { approval: { names: [{ id: 'x' }, { digest: hash('c'), reference: true }], says: 'approves' as const } },
    ],
    ['that approves until then', { approval: { names: [], says: 'denies' as const, expiresAt: 5 } }],
    ['that approves until the beginning of time', { approval: { names: [], says: 'approves' as const, expiresAt: 0 } }],
    [
      'that approves until nobody knows when',
      { approval: { names: [], says: 'approves' as const, expiresAt: Number.NEGATIVE_INFINITY } },
    ],
    ['of a test', { test: { name: 'unit', outcome: 'passed', passed: true, told: true } }],
  ])('%s', (_, members) => {
    expect(back(content([{ ...bare, ...members }]))).toStrictEqual(content([{ ...bare, ...members }]));
  });

  test('and a plain one has nothing that only some have', () => {
    expect(written(content([bare])).records).toMatchObject({ extras: [], rows: expect.arrayContaining([-1]) });
  });

  test('in a chain, where each hash is written once', () => {
    const chain = [
      bare,
      { ...bare, index: 1, recordHash: hash('b'), previousHash: hash('a') },
      { ...bare, index: 2, recordHash: hash('c'), previousHash: hash('a') },
    ];
    expect(back(content(chain))).toStrictEqual(content(chain));
    const { rows, texts } = written(content(chain)).records;
    expect([10, 25, 40].map((at) => rows[at])).toEqual([0, 1, hash('a')]);
    expect(texts).toEqual(['a.json', 'decision', 'ci']);
  });
});

test('verdicts, findings and what was left out come back too', () => {
  const art = verdict({ path: 'a.json' }, []);
  for (const one of [art, { ...art, headHash: hash('a'), moreFindings: 3 }]) {
    const given = content([bare], {
      ...{ artifacts: [{ verdict: one, why: 'named' }], incomplete: true, unmatchedPatterns: ['*.x'] },
      unrecognized: [{ path: 'x', sha256: null, why: 'odd' }],
      ignored: [{ path: 'y', why: 'a key' }],
    });
    expect(back(given)).toStrictEqual(given);
  }
  expect(Object.keys(written(content([])))).toEqual([
    ...['version', 'plan', 'unrecognized', 'ignored', 'unmatched_patterns'],
    ...['artifacts', 'records', 'findings', 'digest'],
  ]);
});

describe('evidence with a row that is not one is damaged', () => {
  const fact = { ...bare, entry: 'e', agentId: 'a', signature: 'verified' as const, keyId: 'k', missing: ['x'] };
  const evidence = written(content([fact]));
  const { texts, rows, extras } = evidence.records;
  const decoded = (records: Partial<ShardEvidence['records']>) =>
    decodeShard({ ...evidence, records: { ...evidence.records, ...records } });
  const changed = (column: number, value: unknown) => decoded({ rows: rows.with(column, value as string) });

  test('and one that is, is not', () => {
    expect(decoded({})?.facts).toEqual([fact]);
    expect(decoded({ rows: [] })?.facts).toEqual([]);
    expect(rows).toHaveLength(15);
  });

  test.each(Array.from({ length: 15 }, (_, column) => column))('column %i', (column) => {
    const numbers = column === 2 || column === 3 ? [] : [99];
    for (const value of [6.5, -2, null, true, ...numbers]) expect(changed(column, value)).toBeUndefined();
  });

  test.each([0, 2, 3, 5, 6, 11, 13])('column %i must be there', (column) => {
    expect(changed(column, -1)).toBeUndefined();
  });

  test.each([
    ['texts', { texts: [] }],
    ['extras', { extras: [] }],
    ['the end of the row', { rows: rows.slice(0, 14) }],
    ['the start of a second row', { rows: [...rows, 0] }],
  ])('without %s', (_, records) => {
    expect(decoded(records)).toBeUndefined();
  });

  test('the key of what did not verify', () => {
    const key = (state: number) => changed(11, state)?.facts[0]?.keyId;
    expect([0, 1, 2, 3].map(key)).toEqual(['k', undefined, undefined, undefined]);
  });

  test('the first text is as good as any', () => {
    expect(texts[0]).toBe('a.json');
    expect(changed(1, 0)?.facts[0]?.entry).toBe('a.json');
    expect(extras).toEqual([{ missing: ['x'] }]);
  });
});

test('a digest of paths depends on the paths alone, and on their boundaries', () => {
  expect(digestOfPaths(['b', 'a', 'é'])).toBe(digestOfPaths(['é', 'a', 'b']));
  expect(new Set([[], ['a'], ['a', 'b'], ['a\n1:b'], ['a1:b']].map(digestOfPaths)).size).toBe(5);
});

test('the seal covers everything else', () => {
  const { digest: _, ...rest } = written(content([bare]));
  const evidence = sealEvidence(rest, 'k'.repeat(32));
  expect(sealProblem(evidence, 'k'.repeat(32))).toBeUndefined();
  for (const change of [
    { plan: { ...PLAN, index: 2 } },
    { incomplete: true as const },
    { unmatched_patterns: ['x'] },
    { records: { texts: [], rows: [], extras: [] } },
  ]) {
    expect(sealProblem({ ...evidence, ...change }, 'k'.repeat(32))).toMatch(/changed/);
  }
});
