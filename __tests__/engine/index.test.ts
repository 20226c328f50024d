import { symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type CheckedRecord, compileCustomTypes, verifyArtifact, worstExit } from '../../src/engine/index.js';
import { readJson } from '../../src/engine/json/read.js';
import {
  ALICE,
  bundle,
  folder,
  JOB_ENTRIES,
  jsonl,
  MALLORY,
  packManifest,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  sha,
  zip,
} from '../support/build.js';

afterAll(removeFolders);

const text = JSON.stringify(record({}, { by: ALICE }));
const bytes = Buffer.from(text);

describe('the library door', () => {
  test('a path, bytes, and a folder', async () => {
    const root = folder({ 'r.json': text, 'b/manifest.json': '{}', 'c/1.json': text });
    expect(await verifyArtifact(join(root, 'r.json'))).toMatchObject({
      kind: 'record',
      outcome: 'verified',
      path: join(root, 'r.json'),
    });
    expect(await verifyArtifact({ name: 'r.json', bytes })).toMatchObject({
      kind: 'record',
      outcome: 'verified',
      path: 'r.json',
    });
    expect((await verifyArtifact(join(root, 'b'))).kind).toBe('bundle');
    expect((await verifyArtifact(join(root, 'c'))).kind).toBe('chain_directory');
  });

  test('a link that the caller names is followed', async () => {
    const root = folder({ 'r.json': text });
    symlinkSync(join(root, 'r.json'), join(root, 'link.json'));
    expect((await verifyArtifact(join(root, 'link.json'))).outcome).toBe('verified');
  });

  test.each(['none.json', 'none/none.json', 'r.json/x', 'x\0y', 'x'.repeat(5000)])(
    '%j is not there: a verdict, no exception',
    async (path) => {
      const verdict = await verifyArtifact(join(folder({ 'r.json': text }), path));
      expect(verdict).toEqual({
        path: verdict.path,
        kind: 'unknown',
        sha256: null,
        bytes: 0,
        outcome: 'failed',
        records: 0,
        signatures: { required: false, verified: 0, keyIds: [] },
        findings: [expect.objectContaining({ artifact: verdict.path })],
        moreFindings: 0,
        facts: {},
      });
      expect(verdict.path.replaceAll(sep, '/').endsWith(path)).toBe(true);
      expect(worstExit(verdict.findings)).toBe(6);
    },
  );

  test('keys in every form; with any, signatures are required', async () => {
    const raw = Buffer.from(ALICE.publicKey, 'hex');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]).toString('base64');
    const forms = [
      ALICE.publicKey,
      raw.toString('base64'),
      `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`,
      JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }),
    ];
    for (const form of forms) {
      const verdict = await verifyArtifact({ name: 'r.json', bytes }, { publicKeys: [form] });
      expect(verdict).toMatchObject({
        outcome: 'verified',
        signatures: { required: true, verified: 1, keyIds: [ALICE.keyId] },
      });
    }
    const both = await verifyArtifact({ name: 'r.json', bytes }, { publicKeys: [MALLORY.publicKey, ALICE.publicKey] });
    expect(both.signatures.keyIds).toEqual([ALICE.keyId]);
  });

  test.each([
    ['', 'the public key is empty'],
    [
      'nonsense',
      'not a public key: give 64 hex digits, base64 of 32 bytes, PEM, JWK, an OpenSSH line or a file with one of these',
    ],
    [ALICE.publicKey.slice(1), 'not a public key: 63 hex digits, an Ed25519 key has 64'],
    ['00'.repeat(32), 'the public key is a small-order point: any signature would verify'],
  ])('a bad key %j is the mistake of the caller', async (key, message) => {
    const verdict = verifyArtifact({ name: 'r.json', bytes }, { publicKeys: [key] });
    await expect(verdict).rejects.toThrow(new TypeError(message));
  });

  test('an archive of more than a mebibyte, on disk and in memory', async () => {
    const content = Buffer.alloc(1024 * 1024, 'noise');
    const packed = zip([
      { name: 'pack_manifest.json', data: JSON.stringify(packManifest({ 'a.bin': content })) },
      { name: 'a.bin', data: content, method: 0 },
      ...JOB_ENTRIES,
    ]);
    const told = { kind: 'gait_pack', outcome: 'verified', sha256: sha(packed), bytes: packed.length };
    expect(await verifyArtifact({ name: 'p.zip', bytes: packed })).toMatchObject(told);
    expect(await verifyArtifact(join(folder({ 'p.zip': packed }), 'p.zip'))).toMatchObject(told);
  });

  test('strict unless told otherwise', async () => {
    const unhashed = { name: 'r.json', bytes: Buffer.from(JSON.stringify({ ...record(), note: 'x' })) };
    expect((await verifyArtifact(unhashed)).outcome).toBe('failed');
    expect((await verifyArtifact(unhashed, { strict: true })).outcome).toBe('failed');
    expect((await verifyArtifact(unhashed, { strict: false })).outcome).toBe('verified');
  });

  test('onRecord sees each record once, in order, also bad ones', async () => {
    const [a = {}, b = {}, c = {}] = records(3, ALICE);
    const seen: CheckedRecord[] = [];
    const content = jsonl([a, { ...b, source: 'other' }, c]);
    const verdict = await verifyArtifact(
      { name: 's.jsonl', bytes: Buffer.from(content) },
      { publicKeys: [ALICE.publicKey], onRecord: (one) => seen.push(one) },
    );
    expect(seen.map(({ index, line, ok, signature, recordId }) => ({ index, line, ok, signature, recordId }))).toEqual([
      { index: 0, line: 1, ok: true, signature: 'verified', recordId: 'r0' },
      { index: 1, line: 2, ok: false, signature: 'verified', recordId: 'r1' },
      { index: 2, line: 3, ok: true, signature: 'verified', recordId: 'r2' },
    ]);
    expect(seen[0]).toMatchObject({ recordHash: recordHash(a), keyId: ALICE.keyId, artifact: 's.jsonl', value: a });
    expect(verdict.records).toBe(3);
  });

  test('a signature of one mode is looked at as asked', async () => {
    const input = { name: 'r.json', bytes };
    expect((await verifyArtifact(input)).findings.map((one) => one.code)).toEqual(['signature.not_checked']);
    expect((await verifyArtifact(input, { signatures: 'off' })).findings).toEqual([]);
    expect((await verifyArtifact(input, { publicKeys: [MALLORY.publicKey], signatures: 'off' })).outcome).toBe(
      'verified',
    );
    expect((await verifyArtifact(input, { publicKeys: [MALLORY.publicKey] })).findings.map((one) => one.code)).toEqual([
      'signature.key_mismatch',
    ]);
  });

  test('custom types', async () => {
    const { types } = await compileCustomTypes(
      [{ type: 'acme.note', name: 'n.json', bytes: Buffer.from('{"properties":{"event":{"required":["note"]}}}') }],
      (content) => readJson(content, 200),
    );
    const of = async (event: object): Promise<string[]> => {
      const one = Buffer.from(pretty(record({ record_type: 'acme.note', event })));
      return (await verifyArtifact({ name: 'r.json', bytes: one }, { customTypes: types })).findings.map(
        (found) => found.code,
      );
    };
    expect(await of({ note: 1 })).toEqual([]);
    expect(await of({})).toEqual(['schema.record.invalid']);
  });

  test('limits may be given in part', async () => {
    const root = folder(bundle({ 'a.txt': 'aaaa' }));
    expect((await verifyArtifact(root, { limits: { maxDepth: 1 } })).findings.map((one) => one.code)).toEqual([
      'json.depth',
    ]);
    expect((await verifyArtifact(root, { limits: { maxDepth: 3 } })).outcome).toBe('verified');
  });

  test('the same input gives the same verdict', async () => {
    const content = Buffer.from(jsonl(records(20)));
    const one = await verifyArtifact({ name: 's.jsonl', bytes: content });
    expect(await verifyArtifact({ name: 's.jsonl', bytes: content })).toEqual(one);
  });
});
