import { describe, expect, test } from '@jest/globals';
import { sha256Hex } from '../../src/engine/digest.js';
import { hashOfRecord, verifyArtifact } from '../../src/engine/index.js';
import type { JsonObject } from '../../src/engine/types.js';
import { json } from '../../src/report/json.js';
import { proofRecord } from '../../src/report/proof-record.js';
import { artifact, forged, good, MODELS, model, NOW, report } from './models.js';

interface Edge {
  kind: string;
  from: { kind: string; id: string };
  to: { kind: string; id: string; digest: string };
}
interface Verdict {
  record_id: string;
  timestamp: string;
  event: { verdict: string; report_digest: string; failed_artifacts: { path: string }[] };
  relationship?: { edges?: Edge[] };
  integrity: { record_hash: string };
}
const read = (text: string): Verdict => JSON.parse(text) as Verdict;

async function verify(text: string): ReturnType<typeof verifyArtifact> {
  return verifyArtifact({ name: 'verdict.proof.json', bytes: Buffer.from(text) }, { now: new Date(NOW) });
}

describe('proof-record', () => {
  test.each(MODELS)('of the %s run verifies with our own engine, strictly', async (_, make) => {
    const verdict = await verify(proofRecord(make()));
    expect(verdict.findings).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'record', outcome: 'verified', records: 1 });
  });

  test('a changed verdict does not', async () => {
    const text = proofRecord(forged()).replace('"verdict": "block"', '"verdict": "allow"');
    expect((await verify(text)).findings.map((one) => one.code)).toEqual(['record.hash_mismatch']);
  });

  test('edges name every artifact that verified, by digest, and no other', () => {
    const made = read(proofRecord(forged()));
    const expected = forged().report.artifacts.filter((one) => one.outcome !== 'failed');
    expect(made.relationship?.edges?.map((one) => [one.kind, one.from.id, one.to.id, one.to.digest])).toEqual(
      expected.map((one) => ['derived_from', made.record_id, one.path, `sha256:${one.sha256}`]),
    );
    expect(made.event.failed_artifacts.map((one) => one.path)).toEqual(
      forged()
        .report.artifacts.filter((one) => one.outcome === 'failed')
        .map((one) => one.path),
    );
  });

  test('two paths that look the same once escaped and have one digest are one edge', async () => {
    const twins = ['a\u202e', 'a\\u202e'].map((path) => artifact(path, 1));
    const text = proofRecord(model(report({ artifacts: twins })));
    expect(read(text).relationship?.edges).toHaveLength(1);
    expect((await verify(text)).findings).toEqual([]);
  });

  test('it binds the whole report, the clock and the verdict', () => {
    const made = read(proofRecord(good()));
    expect(made.event.report_digest).toBe(`sha256:${sha256Hex(json(good()))}`);
    expect(made.event.verdict).toBe('allow');
    expect(made.timestamp).toBe(NOW);
    expect(made.record_id).toMatch(/^prf-2026-03-14T09:26:53Z-[a-f0-9]{8}$/);
    expect(made.integrity.record_hash).toBe(hashOfRecord(made as unknown as JsonObject));
    expect(read(proofRecord(forged())).event.verdict).toBe('block');
  });

  test.each([
    ['2026-03-14T10:26:53.987+01:00', NOW],
    [undefined, '1970-01-01T00:00:00Z'],
    ['nonsense', '1970-01-01T00:00:00Z'],
  ])('the clock %s is written as %s', (now, written) => {
    const { now: _, ...rest } = good();
    expect(read(proofRecord(now === undefined ? rest : { ...rest, now })).timestamp).toBe(written);
  });

  test.each([
    ['10,000 artifacts', 10_000, 'a/', 10_000],
    ['more names than fit into a record', 3_000, `${'n'.repeat(1_000)}/`, undefined],
  ])('%s make a record that verifies', async (_, amount, prefix, edges) => {
    const artifacts = Array.from({ length: amount }, (_one, index) => artifact(`${prefix}${index}.json`, index));
    const text = proofRecord(model(report({ artifacts })));
    expect(Buffer.byteLength(text)).toBeLessThan(10 * 1024 * 1024);
    const written = read(text).relationship?.edges?.length ?? 0;
    if (edges === undefined) expect(written).toBeLessThan(amount);
    else expect(written).toBe(edges);
    expect((await verify(text)).findings).toEqual([]);
  });
});
