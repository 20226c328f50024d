import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bundleDigest, normalDigest } from '../../../src/engine/bundle/manifest.js';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import type { JsonObject } from '../../../src/engine/types.js';
import {
  ALICE,
  bundle,
  bundleManifest,
  chain,
  type Doc,
  digest,
  type Files,
  folder,
  jsonl,
  MALLORY,
  pretty,
  record,
  records,
  removeFolders,
  sha,
  signatureObject,
} from '../../support/build.js';
import { SIGNED } from './cases/run.js';

afterAll(removeFolders);

const codes = async (files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await verifyArtifact(folder(files), options)).findings.map((one) => one.code);
const listing = (list: readonly unknown[], members: Doc = {}): Files => ({
  'manifest.json': pretty({ files: list, ...members }),
  'a.txt': 'a',
});
const A = sha('a');

describe('digests', () => {
  test.each([
    [A, A],
    [A.toUpperCase(), A],
    [`sha256:${A}`, A],
    [`SHA256:${A.toUpperCase()}`, A],
    [` ${A} `, A],
    [A.slice(1), undefined],
    [`sha512:${A}`, undefined],
    ['', undefined],
  ])('%j', async (listed, expected) => {
    expect(normalDigest(listed)).toBe(expected);
    const found = await codes(listing([{ path: 'a.txt', sha256: listed }]));
    expect(found).toEqual(expected === undefined ? ['bundle.hash_mismatch'] : []);
  });

  test.each<[string, Doc, Doc]>([
    ['algo_id absent', { files: [] }, { files: [], algo_id: 'sha256' }],
    ['algo_id empty', { files: [], algo_id: '' }, { files: [], algo_id: 'sha256' }],
    ['salt_id empty', { files: [], salt_id: '' }, { files: [], algo_id: 'sha256' }],
    ['salt_id', { files: [], salt_id: 's' }, { files: [], algo_id: 'sha256', salt_id: 's' }],
    [
      'unknown members',
      { files: [{ path: 'a', sha256: 'b', x: 1 }], y: null },
      { files: [{ path: 'a', sha256: 'b', x: 1 }], algo_id: 'sha256', y: null },
    ],
    ['signatures are left out', { files: [], signatures: [1] }, { files: [], algo_id: 'sha256' }],
    ['no files', {}, { files: null, algo_id: 'sha256' }],
  ])('signed: %s', (_name, manifest, covered) => {
    expect(bundleDigest(manifest as unknown as JsonObject)).toBe(digest(covered));
  });
});

describe('signatures', () => {
  const files = { 'a.txt': 'a' };
  const manifest = bundleManifest(files);
  const withSignatures = (...signatures: unknown[]): Files => ({
    ...files,
    'manifest.json': pretty({ ...manifest, signatures }),
  });
  const good = signatureObject(digest(manifest), ALICE);

  test.each<[string, Files, string[]]>([
    ['good', withSignatures(good), []],
    ['twice', withSignatures(good, good), []],
    [
      'one by a different signer',
      withSignatures(good, signatureObject(digest(manifest), MALLORY)),
      ['signature.key_mismatch'],
    ],
    ['none', withSignatures(), ['bundle.signature_missing']],
    ['over a different digest', withSignatures(signatureObject(sha('x'), ALICE)), ['signature.digest_mismatch']],
    [
      'over the bytes of the digest',
      withSignatures(signatureObject(digest(manifest), ALICE, 'bytes')),
      ['signature.invalid'],
    ],
    [
      'capital digest',
      withSignatures({ ...good, signed_digest: String(good['signed_digest']).toUpperCase() }),
      ['signature.digest_mismatch'],
    ],
    ['cosign without anything to check it', withSignatures({ ...good, alg: 'cosign' }), ['key.missing']],
  ])('%s', async (_name, content, expected) => {
    expect(await codes(content, SIGNED)).toEqual(expected);
  });

  test('without a key they are reported as not checked; required without a key they fail', async () => {
    expect(await codes(withSignatures(good))).toEqual(['signature.not_checked']);
    expect(await codes(withSignatures(good), { signatures: 'required' })).toEqual(['key.missing']);
    expect(await codes(withSignatures(good), { signatures: 'off' })).toEqual([]);
  });
});

describe('structure', () => {
  test.each<[string, Files, string[]]>([
    ['no manifest members', { 'manifest.json': '{}' }, ['schema.bundle_manifest.invalid']],
    ['a list for a manifest', { 'manifest.json': '[]' }, ['kind.unsupported']],
    ['no JSON', { 'manifest.json': '{' }, ['json.syntax']],
    ['files of a different type', listing([], { files: {} }), ['record.member_type']],
    ['a listed file that is not an object', listing(['a.txt']), ['record.member_type']],
    ['twins in an entry', listing([{ path: 'a.txt', Path: 'b.txt', sha256: A }]), ['json.case_collision']],
    [
      'it lists itself',
      listing([
        { path: 'a.txt', sha256: A },
        { path: 'manifest.json', sha256: A },
      ]),
      ['bundle.hash_mismatch', 'structure.path_invalid'],
    ],
    [
      'a folder in the place of a file',
      {
        ...listing([
          { path: 'sub', sha256: A },
          { path: 'a.txt', sha256: A },
        ]),
        'sub/x.txt': '',
      },
      ['bundle.file_missing', 'structure.unlisted_file'],
    ],
    [
      'a file below an unlisted folder',
      { ...listing([{ path: 'a.txt', sha256: A }]), 'x/y/z': '' },
      ['structure.unlisted_file'],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await codes(content)).toEqual(expected);
  });

  test('not strict: paths and unlisted files are accepted, but never a path out of the bundle', async () => {
    const loose = { strict: false };
    expect(await codes({ ...listing([{ path: './a.txt', sha256: A }]), 'b.txt': '' }, loose)).toEqual([]);
    expect(await codes(listing([{ path: '../a.txt', sha256: A }]), loose)).toEqual(['path.escape']);
  });

  test('reads nothing through a link', async () => {
    const outside = folder({ 'a.txt': 'a' });
    const root = folder({
      'manifest.json': pretty({
        files: [
          { path: 'a.txt', sha256: A },
          { path: 'sub/a.txt', sha256: A },
        ],
      }),
    });
    symlinkSync(join(outside, 'a.txt'), join(root, 'a.txt'));
    symlinkSync(outside, join(root, 'sub'));
    const verdict = await verifyArtifact(root);
    expect(verdict.findings.map((one) => one.code)).toEqual([
      'path.symlink',
      'path.symlink',
      'structure.symlink_ambiguous',
      'structure.symlink_ambiguous',
    ]);
    expect(verdict.facts).toMatchObject({ filesVerified: 0 });
  });

  test('the digest of a folder covers names and contents', async () => {
    const of = async (files: Files): Promise<string | null> => (await verifyArtifact(folder(files))).sha256;
    const one = await of(bundle({ 'a.txt': 'a', 'b.txt': 'b' }));
    expect(one).toBe(await of(bundle({ 'a.txt': 'a', 'b.txt': 'b' })));
    expect(one).not.toBe(await of(bundle({ 'a.txt': 'b', 'b.txt': 'a' })));
    const root = folder(bundle({ 'a.txt': 'a' }));
    mkdirSync(join(root, 'empty'));
    expect((await verifyArtifact(root)).sha256).toBe(await of(bundle({ 'a.txt': 'a' })));
  });
});

describe('records inside', () => {
  const linked = records(3, ALICE);
  test.each<[string, Files, string[]]>([
    ['a chain', { 'chain.json': pretty(chain(linked)) }, []],
    ['a broken chain', { 'sub/chain.json': pretty(chain([linked[0], linked[2]])) }, ['chain.link_broken']],
    ['a stream', { 'x.jsonl': jsonl(linked) }, []],
    ['a stream with a gap', { 'x.jsonl': jsonl([linked[0], linked[2]]) }, ['chain.link_broken']],
    ['lines of something else', { 'x.jsonl': '{"log":1}\n{"log":2}\n' }, []],
    ['a line that is not JSON next to records', { 'x.jsonl': `${jsonl([record()])}not JSON\n` }, ['json.syntax']],
    ['a line next to records that is a list', { 'x.jsonl': `${jsonl([record()])}[1]\n` }, ['record.member_type']],
    ['what may be a record but is not JSON', { 'x.jsonl': '{"record_id":"x",}\n' }, ['json.syntax']],
    ['a record', { 'r.json': pretty(record()) }, []],
    ['a changed record', { 'r.json': pretty({ ...record(), source: 'x' }) }, ['record.hash_mismatch']],
    ['a different JSON file', { 'r.json': '{"note":1}' }, []],
    [
      'a record of an unknown type',
      { 'r.json': pretty(record({ record_type: 'acme.note' })) },
      ['schema.record.bundle_validation_failed'],
    ],
  ])('%s', async (_name, files, expected) => {
    const found = (await codes(bundle(files))).filter((code) => code !== 'signature.not_checked');
    expect(found).toEqual(expected);
  });

  test('a signed manifest counts for unsigned records, not for records with an invalid signature by a different signer', async () => {
    const verdict = await verifyArtifact(folder(bundle({ 'r.json': pretty(record()) }, ALICE)), SIGNED);
    expect(verdict).toMatchObject({ outcome: 'verified', records: 1, signatures: { verified: 1 } });
    const forged = record({}, { by: ALICE });
    (forged['integrity'] as Doc)['signature'] = (record({ event: {} }, { by: ALICE })['integrity'] as Doc)['signature'];
    expect(await codes(bundle({ 'r.json': pretty(forged) }, ALICE), SIGNED)).toEqual(['signature.invalid']);
  });

  test('compat: with types of its own, only the schemas of chain and streams are checked', async () => {
    const schema = pretty({
      $id: 'urn:n',
      'x-proof-schema-version': '1',
      properties: { event: { required: ['note'] } },
    });
    const [type] = [
      { record_type: 'acme.note', schema_id: 'urn:n', schema_version: '1', schema_path: 'n.json', sha256: sha(schema) },
    ];
    const types = { 'n.json': schema, 'record-types.json': pretty({ version: '1', record_types: [type] }) };
    const note = (event: Doc): Doc => record({ record_type: 'acme.note', event });
    const [good, bad] = [note({ note: 1 }), note({})];
    const told = async (files: Files) => {
      const { findings } = await verifyArtifact(folder(bundle(files)), { mode: 'compat' });
      return findings.map(({ code, artifact, entry, line, pointer }) => [code, entry ?? artifact, line, pointer]);
    };
    const broken = 'schema.record.bundle_validation_failed';
    expect(await told({ ...types, 'r.jsonl': jsonl([good, good]), 'chain.json': pretty(chain([good])) })).toEqual([]);
    expect(await told({ ...types, 'r.jsonl': jsonl([good, bad]) })).toEqual([[broken, 'r.jsonl', 2, '/event']]);
    expect(await told({ ...types, 'r.jsonl': jsonl([bad]).trimEnd() })).toEqual([[broken, 'r.jsonl', 1, '/event']]);
    expect(await told({ ...types, 'chain.json': JSON.stringify(chain([good, bad])) })).toEqual([
      [broken, 'chain.json', 1, '/event'],
    ]);
    // hashes, links, lines that are no records and single records are not looked at
    expect(await told({ ...types, 'r.jsonl': `${jsonl([{ ...good, source: 'x' }, { a: 1 }, [1]])}` })).toEqual([]);
    expect(await told({ ...types, 'r.json': pretty(bad), 'in/chains.json': pretty(chain([bad])) })).toEqual([]);
    expect((await told({ ...types, 'in/chain.json': pretty(chain([bad])) })).map(([code]) => code)).toEqual([
      'schema.record.bundle_validation_failed',
    ]);
    expect(await told({ ...types, 'chain.json': '{"records":1}' })).toEqual([]);
    const where = async (files: Files) => (await told(files)).map(([code, entry]) => [code, entry]);
    expect(await where({ ...types, 'chain.json': '{' })).toEqual([['json.syntax', 'chain.json']]);
    expect(await where({ ...types, 'r.jsonl': '{"a":1}\n{' })).toEqual([['json.syntax', 'r.jsonl']]);
    expect(await told({ 'r.jsonl': jsonl([bad]) })).toEqual([]);
  });

  test('custom types apply only in the bundle that defines them', async () => {
    const schema = pretty({ $id: 'urn:n', 'x-proof-schema-version': '1' });
    const types = pretty({
      version: '1',
      record_types: [
        {
          record_type: 'acme.note',
          schema_id: 'urn:n',
          schema_version: '1',
          schema_path: 'n.json',
          sha256: sha(schema),
        },
      ],
    });
    const note = { 'r.json': pretty(record({ record_type: 'acme.note' })) };
    expect(await codes(bundle({ ...note, 'n.json': schema, 'record-types.json': types }))).toEqual([]);
    expect(await codes(bundle(note))).toEqual(['schema.record.bundle_validation_failed']);
  });
});
