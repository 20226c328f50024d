import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { MAX_SUMMARY_BYTES, writeSummary } from '../../src/action/summary.js';
import { finding } from '../../src/engine/findings.js';
import { folder as freshFolder, removeFolders } from '../support/build.js';
import { artifact, many, model, shown } from './support/model.js';

afterAll(removeFolders);

const folder = freshFolder();
const bad = model(
  [finding('json.syntax', 'broken', 'a.json', { line: 3 })],
  [artifact('a.json', { outcome: 'failed' })],
);

test('appends the page to existing content', () => {
  const file = path.join(folder, 'one');
  writeFileSync(file, 'before\n');
  expect(writeSummary(bad, file)).toBeUndefined();
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('before\n')).toBe(true);
  expect(shown(text)).toContain('a.json');
});

test('keeps the limit with 10,000 long findings and a file that is already large', () => {
  const file = path.join(folder, 'two');
  writeFileSync(file, 'x'.repeat(600_000));
  const long = many('json.syntax', 10_000).map((one) => ({ ...one, message: `${one.message} ${'é'.repeat(200)}` }));
  const artifacts = Array.from({ length: 3000 }, (_, index) => artifact(`p/${index}.json`, { outcome: 'failed' }));
  expect(writeSummary(model(long, artifacts), file)).toBeUndefined();
  expect(statSync(file).size).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
  expect(statSync(file).size).toBeGreaterThan(600_000);
});

test.each([
  ['no file is named', undefined, 'not set'],
  ['the file is a folder', folder, 'cannot be written'],
  ['the folder is missing', path.join(folder, 'none', 'x'), 'cannot be written'],
])('%s: a warning', (_, file, warning) => {
  expect(writeSummary(bad, file)).toContain(warning);
});

test('warns about a full file and adds nothing', () => {
  const file = path.join(folder, 'full');
  appendFileSync(file, 'x'.repeat(MAX_SUMMARY_BYTES - 10));
  expect(writeSummary(bad, file)).toContain('full');
  expect(statSync(file).size).toBe(MAX_SUMMARY_BYTES - 10);
});
