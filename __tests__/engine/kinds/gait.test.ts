import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyArtifact } from '../../../src/engine/index.js';
import type { ArtifactVerdict } from '../../../src/engine/types.js';
import { ALICE, pack, runpack, zip } from '../../support/build.js';
import { readAll } from '../../support/zip-builder.js';
import { SIGNED, verifyBytes } from './cases/run.js';

const FOLDER = new URL('../../vectors/conformance/gate/a/gait/', import.meta.url);
// Next to the real artifacts lie folders of broken ones.
const NAMES = readdirSync(FOLDER)
  .filter((name) => /\.(zip|json)$/.test(name))
  .sort();
/** Who signed the real artifacts. */
const GAIT = 'a37f8995716c7d5bc537aa3935a80d0a0dc25f98555fe67c095dd321dfc23a53';
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
const NOW = new Date('2026-11-23T06:00:00Z');
const verifyReal = (name: string, bytes: Uint8Array, keys: readonly string[]): Promise<ArtifactVerdict> =>
  verifyArtifact({ name, bytes }, { publicKeys: keys, now: NOW });
const isSigned = (name: string): boolean => /_signed|token|trace/.test(name);

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^guard/, 'gait_guard_pack'],
  [/^pack/, 'gait_pack'],
  [/^runpack/, 'gait_runpack'],
  [/\.json$/, 'gait_signed_json'],
];

describe('artifacts made by Gait', () => {
  test('cover every kind, signed and unsigned', () => {
    expect(NAMES).toHaveLength(18);
  });

  test.each(NAMES)('%s passes without a key', async (name) => {
    const verdict = await verifyReal(name, bytesOf(name), []);
    expect(verdict.findings.filter((one) => one.severity !== 'notice')).toEqual([]);
    expect(verdict).toMatchObject({ outcome: 'verified', kind: KINDS.find(([pattern]) => pattern.test(name))?.[1] });
    expect(verdict.signatures).toMatchObject({ required: false, verified: 0 });
    expect(verdict.findings.some((one) => one.code === 'signature.not_checked')).toBe(isSigned(name));
  });

  test.each(NAMES.filter(isSigned))('%s passes with the key of Gait, and with no other', async (name) => {
    const verdict = await verifyReal(name, bytesOf(name), [GAIT]);
    expect(verdict.findings).toEqual([]);
    expect(verdict.signatures.verified).toBeGreaterThan(0);
    expect(verdict.signatures.keyIds).toHaveLength(1);

    const other = await verifyReal(name, bytesOf(name), [ALICE.publicKey]);
    expect(other.outcome).toBe('failed');
    expect(other.signatures.verified).toBe(0);
    expect(other.findings.map((one) => one.code)).toContain('signature.key_mismatch');
  });

  test.each(NAMES.filter((name) => !isSigned(name)))('%s fails where signatures are required', async (name) => {
    const verdict = await verifyReal(name, bytesOf(name), [GAIT]);
    expect(verdict.findings.map((one) => one.code)).toContain('signature.missing');
  });

  test.each(NAMES.filter((name) => name.endsWith('.zip')))('%s: each entry counts', async (name) => {
    const entries = (await readAll(bytesOf(name))).map(([path, data]) => ({ name: path, data }));
    expect((await verifyReal(name, zip(entries), [])).outcome).toBe('verified');
    for (const [i, entry] of entries.entries()) {
      const others = entries.filter((_, at) => at !== i);
      const changed = Buffer.concat([entry.data, Buffer.from(' ')]);
      expect((await verifyReal(name, zip(others), [])).outcome).toBe('failed');
      // Blanks after a manifest change nothing that any digest covers.
      const manifest = /^(pack_)?manifest\.json$/.test(entry.name);
      const verdict = await verifyReal(name, zip([...others, { name: entry.name, data: changed }]), []);
      expect(verdict.outcome).toBe(manifest ? 'verified' : 'failed');
    }
  });

  test.each(NAMES.filter(isSigned))('%s: every changed byte of a signed document is found', async (name) => {
    const bytes = bytesOf(name);
    const entries = name.endsWith('.zip') ? (await readAll(bytes)).map(([path, data]) => ({ name: path, data })) : [];
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (which, at, flip) => {
        const target = Buffer.from(entries.length === 0 ? bytes : (entries[which % entries.length]?.data ?? bytes));
        if (target.length === 0) return;
        const place = at % target.length;
        const before = target[place] ?? 0;
        target[place] = before ^ flip;
        const entry = entries[which % Math.max(entries.length, 1)];
        const content =
          entry === undefined
            ? target
            : zip(entries.map((one) => (one === entry ? { name: one.name, data: target } : one)));
        // A blank for another blank is the same document.
        const blanks = /^[ \n\r\t]+$/.test(String.fromCharCode(before, target[place] ?? 0));
        const listed = entry !== undefined && !/manifest\.json$/.test(entry.name);
        const verdict = await verifyReal(name, content, [GAIT]);
        if (!blanks || listed) expect(verdict.outcome).toBe('failed');
      }),
      { numRuns: 40 },
    );
  });
});

describe('facts', () => {
  test('of a pack', async () => {
    const verdict = await verifyBytes('x.zip', pack({ 'a.txt': '' }, ALICE), SIGNED);
    expect(verdict).toMatchObject({
      kind: 'gait_pack',
      records: 0,
      facts: { packType: 'job', filesVerified: 4, proofRecordsVerified: 0 },
    });
    expect(verdict.facts.packId).toMatch(/^[0-9a-f]{64}$/);
    expect(verdict.signatures).toEqual({ required: true, verified: 1, keyIds: [ALICE.keyId] });
  });

  test('of a runpack', async () => {
    const verdict = await verifyBytes('x.ZIP', runpack());
    expect(verdict).toMatchObject({ kind: 'gait_runpack', facts: { runId: 'run_1', filesVerified: 4 } });
    expect(verdict.facts.manifestDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of a runpack inside a pack: findings have the full path', async () => {
    const broken = runpack({ 'run.json': 'x', 'intents.jsonl': '', 'results.jsonl': '', 'refs.json': '{}' });
    const { findings } = await verifyBytes('x.zip', pack({ 'source/runpack.zip': broken }));
    expect(findings).toMatchObject([
      { code: 'pack.content_invalid', entry: 'source/runpack.zip/run.json', line: 1, column: 1 },
    ]);
  });
});
