import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  pretty,
  record,
  records,
  removeFolders,
} from '../../support/build.js';
import { NOW } from './cases/run.js';

// Bundles as wrkr and axym write them (producers.md section 7).

afterAll(removeFolders);

const list = records(4, ALICE, (i) => ({ record_type: i % 2 === 0 ? 'scan_finding' : 'approval', event: { n: i } }));
const [a, b, c, d] = list as [Doc, Doc, Doc, Doc];
const CHAIN: Files = { 'proof-records/chain.json': pretty(chain(list)) };

async function judge(
  files: Files,
  options: VerifyArtifactOptions = { publicKeys: [ALICE.publicKey] },
  change?: (root: string) => void,
) {
  const root = folder(files);
  change?.(root);
  const { outcome, findings, records: count } = await verifyArtifact(root, { now: NOW, ...options });
  return { outcome, codes: findings.filter(({ severity }) => severity !== 'notice').map(({ code }) => code), count };
}

describe('extracts of the chain', () => {
  test('need not link to each other, may be empty, and count once', async () => {
    const files = bundle(
      { ...CHAIN, 'x/scan.jsonl': jsonl([a, c]), 'x/approvals.jsonl': jsonl([d, b]), 'x/none.jsonl': '' },
      ALICE,
    );
    expect(await judge(files)).toEqual({ outcome: 'verified', codes: [], count: 4 });
  });

  test.each<[string, Files]>([
    [
      'with one record that the chain does not hold',
      { ...CHAIN, 'x.jsonl': jsonl([a, c, record({ record_id: 'z' }, { previous: 'sha256:0' })]) },
    ],
    ['with one record that was changed', { ...CHAIN, 'x.jsonl': jsonl([a, { ...c, source: 'x' }]) }],
    ['of a chain that is broken', { 'chain.json': pretty(chain([a, c])), 'x.jsonl': jsonl([a, c]) }],
    ['without a chain', { 'x.jsonl': jsonl([a, c]) }],
    ['of a chain under a different name', { 'trail.json': pretty(chain(list)), 'x.jsonl': jsonl([a, c]) }],
  ])('a stream %s is treated like any other stream', async (_, files) => {
    const { outcome, codes } = await judge(bundle(files, ALICE));
    expect(outcome).toBe('failed');
    expect(codes).toContain('chain.link_broken');
  });

  test('a replaced signature in an extract is found', async () => {
    const forged = { ...c, integrity: { ...(c['integrity'] as Doc), signature: (a['integrity'] as Doc)['signature'] } };
    expect((await judge(bundle({ ...CHAIN, 'x.jsonl': jsonl([a, forged]) }, ALICE))).codes).toEqual([
      'signature.invalid',
    ]);
  });
});

describe('marker files', () => {
  const MARKERS = ['.axym-managed', '.wrkr-evidence-managed', '.proof-fixture-managed'];
  const files = bundle(CHAIN, ALICE);

  test.each(MARKERS)('%s at the root is a notice', async (name) => {
    expect(await judge({ ...files, [name]: '' })).toMatchObject({ outcome: 'verified', codes: [] });
    const { findings } = await verifyArtifact(folder({ ...files, [name]: '' }), { now: NOW });
    expect(findings.map(({ code }) => code)).toContain('structure.producer_marker');
  });

  test.each(MARKERS)('%s elsewhere, as a folder or a link is not', async (name) => {
    expect((await judge({ ...files, [`proof-records/${name}`]: '' })).codes).toEqual(['structure.unlisted_file']);
    expect((await judge({ ...files, [`${name}/a`]: '' })).codes).toEqual(['structure.unlisted_file']);
    const linked = await judge(files, {}, (root) => symlinkSync('manifest.json', join(root, name)));
    expect(linked.codes).toEqual(['structure.unlisted_file', 'structure.symlink_ambiguous']);
    const empty = await judge(files, {}, (root) => mkdirSync(join(root, name)));
    expect(empty.codes).toEqual(['structure.unlisted_file']);
    const other = await judge(files, {}, (root) => mkdirSync(join(root, `${name}-x`)));
    expect(other.outcome).toBe('verified');
  });

  test.each([...MARKERS.map((name) => name.toUpperCase()), '.managed'])(
    '%s is treated like any other file',
    async (name) => {
      expect((await judge({ ...files, [name]: '' })).codes).toEqual(['structure.unlisted_file']);
    },
  );

  test('compat mode refuses them as upstream does', async () => {
    const { codes } = await judge(
      { ...files, '.axym-managed': '' },
      { mode: 'compat', strict: true, signatures: 'off' },
    );
    expect(codes).toEqual(['structure.unlisted_file']);
  });
});

describe('references to records', () => {
  test('are not records, in a document or in lines', async () => {
    const reference = { record_id: 'r', record_hash: 'h', previous_record_hash: '', status: 'ok' };
    const files = {
      ...CHAIN,
      'evidence.json': pretty(reference),
      'overrides/overrides.jsonl': jsonl([reference, reference]),
    };
    expect(await judge(bundle(files, ALICE))).toMatchObject({ outcome: 'verified', codes: [] });
  });

  test('do not hide a forged record', async () => {
    const files = { ...CHAIN, 'o.jsonl': jsonl([{ record_id: 'r' }, { ...record(), source: 'x' }]) };
    expect((await judge(bundle(files, ALICE))).codes).toContain('record.hash_mismatch');
  });
});
