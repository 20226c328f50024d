import { describe, expect, test } from '@jest/globals';
import type { RecordFact } from '../../src/gate/facts.js';
import {
  decodeShard,
  digestOfEvidence,
  digestOfPaths,
  encodeShard,
  makePlan,
  type ShardContent,
  type ShardEvidence,
} from '../../src/gate/shard.js';
import { verdict } from './support/world.js';

/* What a shard knows has to come out of its report as it went in: `merge` decides over it as one run would. */

const PLAN = makePlan({ index: 1, count: 2 }, '1.0.0', null, { strict: true }, ['a.json', 'b.json']);
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
  ...more,
});
/** As a report's reader gets it. */
const written = (given: ShardContent): ShardEvidence =>
  JSON.parse(JSON.stringify(encodeShard(PLAN, given))) as ShardEvidence;
const back = (given: ShardContent): ShardContent | undefined => decodeShard(written(given));

describe('a fact comes back as it was', () => {
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
    ['that approves', { approval: { names: [{ id: 'x' }, { digest: hash('c'), reference: true }], denies: false } }],
    ['that approves until then', { approval: { names: [], denies: true, expiresAt: 5 } }],
    ['that approves until the beginning of time', { approval: { names: [], denies: false, expiresAt: 0 } }],
    [
      'that approves until nobody knows when',
      { approval: { names: [], denies: false, expiresAt: Number.NEGATIVE_INFINITY } },
    ],
    ['of a test', { test: { name: 'unit', outcome: 'passed' } }],
  ])('%s', (_, members) => {
    expect(back(content([{ ...bare, ...members }]))).toStrictEqual(content([{ ...bare, ...members }]));
  });

  test('and a plain one has nothing that only some have', () => {
    expect(written(content([bare])).records[0]?.[14]).toBeNull();
  });

  test('in a chain, which says each hash once', () => {
    const chain = [
      bare,
      { ...bare, index: 1, recordHash: hash('b'), previousHash: hash('a') },
      { ...bare, index: 2, recordHash: hash('c'), previousHash: hash('a') },
    ];
    expect(back(content(chain))).toStrictEqual(content(chain));
    expect(written(content(chain)).records.map((row) => row[10])).toEqual([0, 1, hash('a')]);
    expect(written(content(chain)).texts).toEqual(['a.json', 'decision', 'ci']);
  });
});

test('verdicts, findings and what was left out come back too', () => {
  const art = verdict({ path: 'a.json' }, []);
  for (const one of [art, { ...art, headHash: hash('a'), moreFindings: 3 }]) {
    const given = content([bare], { artifacts: [{ verdict: one, why: 'named' }], dropped: ['x'], incomplete: true });
    expect(back(given)).toStrictEqual(given);
  }
  expect(Object.keys(written(content([])))).toEqual([
    'version',
    'plan',
    'artifacts',
    'texts',
    'records',
    'findings',
    'digest',
  ]);
  expect(back(content([], { dropped: [] }))).toStrictEqual(content([]));
});

describe('evidence with an index that leads nowhere is damaged', () => {
  const evidence = written(content([{ ...bare, entry: 'e', agentId: 'a', signature: 'verified', keyId: 'k' }]));
  const [row] = evidence.records;
  const places = { artifact: 0, entry: 1, type: 5, product: 6, agent: 7, signature: 11, key: 12 };
  test.each(Object.entries(places))('%s', (_, place) => {
    const changed = [...(row ?? [])];
    changed[place] = 6;
    const records = [changed] as unknown as ShardEvidence['records'];
    expect(decodeShard({ ...evidence, records })).toBeUndefined();
    expect(decodeShard({ ...evidence, records: [] })?.facts).toEqual([]);
  });

  test('the key of what did not verify', () => {
    const changed = [...(row ?? [])];
    changed[12] = 0; // the artifact's text
    const withState = (state: number) => {
      const records = [changed.with(11, state)] as unknown as ShardEvidence['records'];
      return decodeShard({ ...evidence, records })?.facts[0]?.keyId;
    };
    expect([0, 1, 2, 3].map(withState).filter((key) => key !== undefined)).toEqual(['a.json']);
  });

  test('the first text is as good as any', () => {
    const changed = [...(row ?? [])];
    changed[1] = 0;
    const records = [changed] as unknown as ShardEvidence['records'];
    expect(decodeShard({ ...evidence, records })?.facts[0]?.entry).toBe('a.json');
    expect(decodeShard({ ...evidence, records, texts: [] })).toBeUndefined();
  });
});

test('a digest of paths depends on the paths alone, and tells where one ends', () => {
  expect(digestOfPaths(['b', 'a', 'é'])).toBe(digestOfPaths(['é', 'a', 'b']));
  expect(new Set([[], ['a'], ['a', 'b'], ['a\n1:b'], ['a1:b']].map(digestOfPaths)).size).toBe(5);
});

test('the seal is over everything beside it', () => {
  const { digest, ...sealed } = written(content([bare]));
  expect(digestOfEvidence(sealed)).toBe(digest);
  for (const change of [
    { plan: { ...PLAN, index: 2 } },
    { incomplete: true as const },
    { texts: [] },
    { records: [] },
  ]) {
    expect(digestOfEvidence({ ...sealed, ...change })).not.toBe(digest);
  }
});
