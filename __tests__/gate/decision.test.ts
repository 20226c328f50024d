import { expect, test } from '@jest/globals';
import { nameRecord, shorten } from '../../src/gate/decision.js';
import type { RecordFact } from '../../src/gate/facts.js';

test('a record is named so that it can be found, and not at any length', () => {
  const fact = { artifact: 'a.jsonl', index: 3, line: 9, recordId: 'r"1' } as RecordFact;
  expect(nameRecord(fact)).toBe('record "r\\"1" (a.jsonl:9)');
  expect(nameRecord({ ...fact, recordId: '', entry: 'in/b.json' })).toBe('record 3 (a.jsonl/in/b.json:9)');
  expect(shorten('x'.repeat(120))).toBe('x'.repeat(120));
  expect(shorten('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
});
