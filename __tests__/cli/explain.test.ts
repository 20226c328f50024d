import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { helpFor } from '../../src/cli/explain-help.js';
import { FINDINGS, type FindingCode, ruleOf } from '../../src/engine/findings.js';
import { verifyArtifact } from '../../src/engine/index.js';
import type { JsonObject } from '../../src/engine/types.js';
import { loadPolicy } from '../../src/gate/config/policy/load.js';
import { gate } from '../gate/support/run.js';
import { type Art, baselineOf, outcomeOf, record as testRecord } from '../gate/support/world.js';
import { ALICE, bundleManifest, type Doc, omit, pretty, record, removeFolders, sha } from '../support/build.js';
import { command } from '../support/command.js';

// What `explain` says is so: an example that is members of a record raises the code, and no longer after the fix.

afterAll(removeFolders);

const CODES = Object.keys(FINDINGS) as FindingCode[];
const EXAMPLES = CODES.flatMap((code) => {
  const { before = '', after = '' } = helpFor(code).example ?? {};
  const ofRecord = /^(?:record(?!\.profile)|schema\.record|json)\./.test(code);
  return ofRecord && isMembers(before) && isMembers(after) ? [[code, before, after] as const] : [];
});

function isMembers(text: string): boolean {
  return /^"[A-Za-z_]+": /.test(text);
}

/** A sealed record in which these members stand instead of its own; `raw`: not sealed again. */
function withMembers(members: string, raw: boolean): Uint8Array {
  const names = [...members.matchAll(/^"([A-Za-z_]+)"/g)].map(([, name = '']) => name.toLowerCase());
  if (!raw) return Buffer.from(JSON.stringify(record(JSON.parse(`{${members}}`) as Doc)));
  const rest = JSON.stringify(omit(record(), ...names)).slice(1);
  return Buffer.from(`{${members},${rest}`);
}

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings } = await verifyArtifact({ name: 'record.json', bytes }, { mode: 'gate', signatures: 'off' });
  return findings.map(({ code }) => code);
}

describe('an example', () => {
  test('exists for the most common findings', () => {
    expect(EXAMPLES.map(([code]) => code)).toEqual(
      expect.arrayContaining([
        'record.unhashed_member',
        'record.timestamp_invalid',
        'schema.record.unknown_record_type',
      ]),
    );
  });

  test.each(EXAMPLES)('of %s: %s raises it', async (code, before) => {
    expect(await codesOf(withMembers(before, true))).toContain(code);
  });

  test.each(EXAMPLES)('of %s: not after the fix', async (code, _, after) => {
    expect(await codesOf(withMembers(after, !after.startsWith('"metadata"')))).not.toContain(code);
  });
});

test('the page that says more exists, and a hash that does not match leads to the one about producing', async () => {
  const pages = new Set(CODES.flatMap((code) => helpFor(code).page ?? []));
  expect([...pages].filter((page) => !existsSync(page))).toEqual([]);
  expect(pages.size).toBeGreaterThan(3);
  const { out } = await command('proof-verify', 'explain', 'record.hash_mismatch');
  expect(out).toContain('Read more: docs/usage/producing.md');
  const json = JSON.parse((await command('proof-verify', 'explain', 'approval.required', '--json')).out) as Doc;
  expect(json['page']).toBe('docs/usage/approvals.md');
});

test.each(
  CODES.flatMap((code) => {
    const { after = '' } = helpFor(code).example ?? {};
    return /^(?:trust|freshness|require|approvals):/.test(after) ? [[code, after] as const] : [];
  }),
)('the part of a policy that fixes %s is valid', async (_code, after) => {
  const loaded = await loadPolicy(Buffer.from(`version: 1\n${after}\n`), 'p.yml', async () => ({
    ok: true,
    bytes: Buffer.from(ALICE.publicKey),
  }));
  expect(loaded.ok ? [] : loaded.findings.map(({ message }) => message)).toEqual([]);
});

test.each(['drift.test_regressed', 'drift.test_skipped'] as const)(
  'the example of %s raises it, and not after the fix',
  async (code) => {
    const run = (members = '{}'): Art => {
      const { event = {} } = JSON.parse(`{${members}}`) as { event?: JsonObject };
      return { path: 's.jsonl', kind: 'stream', linked: true, records: [testRecord('test_result', event)] };
    };
    const { before, after } = helpFor(code).example ?? {};
    const baseline = await baselineOf(undefined, [run(after)]);
    const codes = async (members?: string): Promise<readonly string[]> =>
      (await outcomeOf(undefined, [run(members)], { baseline })).decision.findings.map((found) => found.code);
    expect(await codes(before)).toContain(code);
    expect(await codes(after)).not.toContain(code);
  },
);

test.each<[FindingCode, string]>([
  ['bundle.empty', '"files": []'],
  ['structure.path_duplicate', '"files": [{"path": "run.log", "sha256": "H"}, {"path": "run.log", "sha256": "H"}]'],
])('the example of %s raises it', async (code, members) => {
  const written = JSON.parse(`{${members.replaceAll('H', sha('x'))}}`) as Doc;
  const manifest = { ...bundleManifest({ 'run.log': 'x' }), ...written };
  const { model } = await gate({ 'b/run.log': 'x', 'b/manifest.json': pretty(manifest) }, { patterns: ['b'] });
  expect(model.report.findings.map((found) => found.code)).toContain(code);
});

test('every option that is named exists', async () => {
  const { out } = await command('proof-verify', 'completion', 'bash');
  const known = new Set(out.match(/--[a-z][a-z-]+/g));
  const named = CODES.flatMap((code) => {
    const { causes, example } = helpFor(code);
    const texts = [ruleOf(code).remedy, ...causes, example?.before ?? '', example?.after ?? ''];
    const options = texts.flatMap((text) =>
      /\b(?:git|openssl|cosign|zip) /.test(text) ? [] : (text.match(/--[a-z][a-z-]+/g) ?? []),
    );
    return options.filter((option) => !known.has(option)).map((option) => `${code}: ${option}`);
  });
  expect(named).toEqual([]);
});

test('nearly every finding has causes', () => {
  const without = CODES.filter((code) => helpFor(code).causes.length === 0);
  expect(without).toEqual(['internal']);
});

test.each<[FindingCode, RegExp]>([
  ['token.revoked', /revoked the token/],
  ['contract.development_signing', /machine of a developer/],
  ['document.unknown_member', /newer version/],
  ['structure.producer_marker', /mark the bundles/],
  ['signature.key_revoked', /lost or leaked/],
  ['policy.base_unavailable', /shallow/],
  ['session.runpack_missing', /not uploaded/],
])('the causes of %s are its own: nothing was changed', (code, cause) => {
  const { causes } = helpFor(code);
  expect(causes.join()).toMatch(cause);
  expect(causes.join()).not.toMatch(/was changed after|has a mistake/);
});
