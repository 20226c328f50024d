import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { plainFact } from '../../../src/gate/evidence/fact-page.js';
import { FactStore } from '../../../src/gate/evidence/fact-store.js';
import type { RecordFact } from '../../../src/model/facts.js';
import { MAX_REPORT_RECORDS } from '../../../src/model/report.js';

const hashOf = (i: number): string => `sha256:${createHash('sha256').update(String(i)).digest('hex')}`;
const fact = (i: number, more: Partial<RecordFact> = {}): RecordFact => ({
  artifact: 'a.jsonl',
  index: -1,
  line: i + 1,
  recordId: `r${i}`,
  recordType: 'decision',
  sourceProduct: 'wrkr',
  timestamp: '2026-01-01T00:00:00Z',
  recordHash: hashOf(i),
  signature: 'none',
  verified: false,
  ...more,
});

describe('facts of a run', () => {
  test('are kept with what is known of them at the end', () => {
    const store = new FactStore(false);
    store.accept(fact(0), 7, true);
    store.accept(fact(1, { agentId: 'bot', keyId: 'k', previousHash: hashOf(0) }), 8, false);
    expect(store.facts).toEqual([
      fact(0, { index: 7, verified: true }),
      fact(1, { index: 8, verified: false, agentId: 'bot', keyId: 'k', previousHash: hashOf(0) }),
    ]);
    expect(Object.keys(store.facts[0] ?? {})).not.toContain('agentId');
    expect(store.records).toBe(2);
    expect(store.saw(hashOf(0))).toBe(false);
  });

  test('past those that pages show, only what approvals are decided by is kept', () => {
    const store = new FactStore(false);
    for (let i = 0; i < MAX_REPORT_RECORDS; i++) store.accept(fact(i), i, true);
    expect(store.facts).toHaveLength(MAX_REPORT_RECORDS);
    const decisive: Partial<RecordFact>[] = [
      { asksApproval: true },
      { approval: { approver: 'ana' } as unknown as NonNullable<RecordFact['approval']> },
      { approvalRules: [0] as unknown as NonNullable<RecordFact['approvalRules']> },
      { intents: ['i'] as unknown as NonNullable<RecordFact['intents']> },
    ];
    const rest: Partial<RecordFact>[] = [{}, { asksApproval: false } as unknown as Partial<RecordFact>];
    [...decisive, ...rest].forEach((more, i) => {
      store.accept(fact(MAX_REPORT_RECORDS + i, more), MAX_REPORT_RECORDS + i, true);
    });
    expect(store.facts.slice(MAX_REPORT_RECORDS).map((one) => one.recordId)).toEqual(
      decisive.map((_, i) => `r${MAX_REPORT_RECORDS + i}`),
    );
    expect(store.records).toBe(MAX_REPORT_RECORDS + 6);
    const dropped = [MAX_REPORT_RECORDS + 4, MAX_REPORT_RECORDS + 5];
    expect(dropped.map((i) => store.saw(hashOf(i)))).toEqual([true, true]);
    expect([0, MAX_REPORT_RECORDS, 99_999].map((i) => store.saw(hashOf(i)))).toEqual([false, false, false]);
  });

  test('are all kept when something asks for them', () => {
    const store = new FactStore(true);
    for (let i = 0; i <= MAX_REPORT_RECORDS; i++) store.accept(fact(i), i, true);
    expect(store.facts).toHaveLength(MAX_REPORT_RECORDS + 1);
    expect(store.saw(hashOf(MAX_REPORT_RECORDS))).toBe(false);
  });

  test.each([0, 1, 512, 1000, 1024, 1e6])('read the same in pages, which begin after %d', (unpaged) => {
    const store = new FactStore(true, unpaged);
    const made = Array.from({ length: 1600 }, (_, i) =>
      fact(i, i === 0 ? {} : { previousHash: hashOf(i - 1), ...(i % 3 === 0 ? { missing: ['event.x'] } : {}) }),
    );
    for (const [i, one] of made.entries()) store.accept({ ...one }, i, true);
    expect(store.facts.map(plainFact)).toEqual(made.map((one, i) => ({ ...one, index: i, verified: true })));
    const paged = store.facts.filter((one) => Object.keys(one).length === 2).length;
    expect(paged).toBe(unpaged >= 1536 ? 0 : 1536);
  });

  test('the hashes of thousands that were not kept are known, in any order, between others', () => {
    const store = new FactStore(false);
    for (let i = 0; i < MAX_REPORT_RECORDS; i++) store.accept(fact(i), i, true);
    const from = MAX_REPORT_RECORDS;
    for (let i = from; i < from + 1025; i++) store.accept(fact(i), i, true);
    expect(store.saw(hashOf(from + 1024))).toBe(true);
    for (let i = from + 1025; i < from + 3000; i++) store.accept(fact(i), i, true);
    const seen = Array.from({ length: 3000 }, (_, i) => store.saw(hashOf(from + i)));
    expect(seen.every(Boolean)).toBe(true);
    const others = Array.from({ length: 3000 }, (_, i) => store.saw(hashOf(from + 3000 + i)));
    expect(others.some(Boolean)).toBe(false);
  });
});
