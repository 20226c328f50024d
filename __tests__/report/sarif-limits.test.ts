import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { finding } from '../../src/engine/findings.js';
import { sarif } from '../../src/report/sarif.js';
import { artifact, model, report } from './models.js';

interface Result {
  readonly ruleId: string;
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}
interface Run {
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
  }[];
}

const names = Array.from({ length: 300 }, (_, i) => `f${i}.json`);
const artifacts = names.map((name, i) => artifact(name, i, { outcome: 'failed' }));
const filesOf = ({ results }: Run) =>
  new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));

function runOf(text: string): Run {
  return (JSON.parse(text) as { runs: readonly [Run] }).runs[0];
}

test('at most 25,000 results: the worst of each artifact in turn, the rest counted', () => {
  const findings = [
    ...names.flatMap((name) => Array.from({ length: 90 }, (_, i) => finding('freshness.stale', `m${i}`, name))),
    ...names.map((name) => finding('record.hash_mismatch', 'm', name)),
    finding('drift.new_signer', 'm', ''),
  ];
  const run = runOf(sarif(model(report({ artifacts, findings, exit: 2 }))));
  expect(run.results).toHaveLength(25_000);
  expect(filesOf(run).size).toBe(300);
  expect(run.results.filter(({ ruleId }) => ruleId === 'record.hash_mismatch')).toHaveLength(300);
  expect(run.results.map(({ ruleId }) => ruleId)).not.toContain('drift.new_signer');
  const [{ toolExecutionNotifications: notes = [] } = {}] = run.invocations;
  expect(notes.map(({ message }) => message.text)).toEqual(['2,301 more findings are not in this file.']);
});

test('all results when they are within the limits', () => {
  const findings = names.map((name) => finding('record.hash_mismatch', 'm', name));
  const run = runOf(sarif(model(report({ artifacts, findings, exit: 2 }))));
  expect(run.results).toHaveLength(300);
  expect(run.invocations[0]?.toolExecutionNotifications).toBeUndefined();
});

test('at most 10 MB compressed', () => {
  const noise = (i: number): string =>
    Array.from({ length: 40 }, (_, k) => createHash('sha256').update(`${i}.${k}`).digest('base64')).join('');
  const findings = Array.from({ length: 9000 }, (_, i) =>
    finding('record.hash_mismatch', noise(i), `f${i % 300}.json`),
  );
  const text = sarif(model(report({ artifacts, findings, exit: 2 })));
  expect(gzipSync(text).length).toBeLessThanOrEqual(10 * 1024 * 1024);
  const run = runOf(text);
  expect(run.results.length).toBeGreaterThan(3000);
  expect(filesOf(run).size).toBe(300);
});
