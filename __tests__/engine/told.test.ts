import { afterAll, test } from '@jest/globals';
import { removeFolders } from '../support/build.js';
import { expectTold, steady } from '../support/told.js';
import { BUNDLES, PACKS } from './kinds/cases/packs.js';
import { READING } from './kinds/cases/reading.js';
import { CHAINS, DOCUMENTS, RECORDS, SIGNATURES } from './kinds/cases/records.js';

afterAll(removeFolders);

test.each([
  ['reading', READING],
  ['records', RECORDS],
  ['chains', CHAINS],
  ['signatures', SIGNATURES],
  ['documents', DOCUMENTS],
  ['bundles', BUNDLES],
  ['packs', PACKS],
] as const)('what is told of %s: message, place and pointer of each finding', async (name, rows) => {
  const told: Record<string, readonly string[]> = {};
  for (const { code, name: row, bad } of rows) {
    const { findings } = await bad.run();
    told[`${code}: ${row}`] = findings.map((one) => {
      const place = [one.entry, one.line, one.column, one.pointer, one.record_id].map((part) => part ?? '').join('|');
      return steady(`${one.severity} ${one.code} at ${place}: ${one.message}`);
    });
  }
  expectTold(name, told);
});
