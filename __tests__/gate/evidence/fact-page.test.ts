import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FactPage, PAGE_FACTS, plainFact } from '../../../src/gate/evidence/fact-page.js';
import { FactStore } from '../../../src/gate/evidence/fact-store.js';
import type { RecordFact } from '../../../src/model/facts.js';

const MEMBERS: Readonly<Record<keyof Required<RecordFact>, true>> = {
  artifact: true,
  entry: true,
  index: true,
  line: true,
  recordId: true,
  recordType: true,
  sourceProduct: true,
  agentId: true,
  timestamp: true,
  recordHash: true,
  previousHash: true,
  signature: true,
  keyId: true,
  claimedKeyId: true,
  verified: true,
  links: true,
  missing: true,
  rules: true,
  approvalRules: true,
  asksApproval: true,
  intents: true,
  approval: true,
  counts: true,
  bind: true,
  places: true,
  test: true,
};

const plain = (fact: RecordFact): Partial<RecordFact> =>
  Object.fromEntries(
    Object.keys(MEMBERS).flatMap((name) => {
      const value = fact[name as keyof RecordFact];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a', 'é', '\ud800', 'prf-1', '2026-01-01T00:00:00Z'),
);
const hash = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`),
  fc.constantFrom('', `sha256:${'A'.repeat(64)}`, `sha256:${'0'.repeat(64)}`, 'sha256:é'),
);
const approval = fc.record({
  names: fc.array(fc.record({ id: text })),
  says: fc.constantFrom('approves' as const, 'denies' as const),
  expiresAt: fc.constantFrom(Number.NEGATIVE_INFINITY, 0, 1.5e12),
});
const fact: fc.Arbitrary<RecordFact> = fc.record(
  {
    artifact: text,
    entry: text,
    index: fc.nat(),
    line: fc.nat(2 ** 32 - 1),
    recordId: text,
    recordType: text,
    sourceProduct: text,
    agentId: text,
    timestamp: text,
    recordHash: hash,
    previousHash: hash,
    signature: fc.constantFrom('verified' as const, 'failed' as const, 'unchecked' as const, 'none' as const),
    keyId: text,
    claimedKeyId: text,
    verified: fc.boolean(),
    links: fc.array(fc.record({ kind: text, from: text, to: text }), { maxLength: 2 }),
    missing: fc.array(text, { maxLength: 2 }),
    rules: fc.constantFrom([{ rule: 0 }], [{ rule: 0 }, { rule: 1, failure: { message: 'm', pointer: '/a' } }]),
    approvalRules: fc.array(fc.nat(3), { maxLength: 2 }),
    asksApproval: fc.constant(true as const),
    intents: fc.array(text, { maxLength: 2 }),
    approval,
    counts: fc.array(fc.record({ requirement: fc.nat(2), key: text }), { maxLength: 2 }),
    bind: fc.record({ commits: fc.array(fc.record({ pointer: text, value: text }), { maxLength: 1 }) }),
    places: fc.constantFrom({ '/a': [1, 2] as const }, { '/b': [3] as const }),
    test: fc.record({ name: text, outcome: text, passed: fc.boolean(), told: fc.boolean() }),
  },
  {
    requiredKeys: [
      ...(['artifact', 'index', 'line', 'recordId', 'recordType', 'sourceProduct', 'timestamp', 'recordHash'] as const),
      ...(['signature', 'verified'] as const),
    ],
  },
);

describe('facts held by a page', () => {
  test('are unchanged, whatever their content', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), (facts) => {
        // Half of real records link to the record before.
        const linked = facts.map((one, i) => {
          const before = facts[i - 1]?.recordHash;
          return i % 2 === 1 && before !== undefined ? { ...one, previousHash: before } : one;
        });
        const paged = FactPage.of(linked);
        expect(paged.map(plain)).toEqual(linked.map(plain));
        expect(paged.map((one) => ({ ...plainFact(one) }))).toEqual(linked.map(plain));
      }),
      { numRuns: 500 },
    );
  });

  test('a store holds them in pages as soon as one is full, in their order', () => {
    const store = new FactStore(true, 0);
    const count = PAGE_FACTS + 1;
    for (let i = 0; i < count; i++) {
      const [recordHash, previousHash] = [hashAt(i), hashAt(i - 1)];
      store.accept({ ...BARE, recordId: `r${i}`, recordHash, ...(i > 0 ? { previousHash } : {}) }, i, i % 2 === 0);
    }
    expect(store.facts.map((one) => Object.hasOwn(one, 'recordId')).indexOf(true)).toBe(PAGE_FACTS);
    expect(store.facts.map(({ recordId, index, verified }) => [recordId, index, verified])).toEqual(
      Array.from({ length: count }, (_, i) => [`r${i}`, i, i % 2 === 0]),
    );
    expect(store.facts.map((one) => one.previousHash)).toEqual(
      Array.from({ length: count }, (_, i) => (i > 0 ? hashAt(i - 1) : undefined)),
    );
  });
});

const hashAt = (i: number): string => `sha256:${i.toString(16).padStart(64, '0')}`;
const BARE: RecordFact = {
  artifact: 'a.jsonl',
  index: 0,
  line: 1,
  recordId: '',
  recordType: 'decision',
  sourceProduct: 'wrkr',
  timestamp: '2026-01-01T00:00:00Z',
  recordHash: '',
  signature: 'none',
  verified: false,
};
