import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bundleDigest } from '../../../src/engine/bundle/manifest.js';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import { directorySource } from '../../../src/engine/source/directory.js';
import type { DirectorySource } from '../../../src/engine/source/source.js';
import type { JsonObject } from '../../../src/engine/types.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  bundleManifest,
  type Doc,
  digest,
  type Files,
  folder,
  pretty,
  record,
  removeFolders,
  sha,
  signatureObject,
} from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';
import { SIGNED } from './cases/run.js';

/* The manifest of a bundle: how it is read, what is told of it, and what neither mode asks (contract 5). */

afterAll(removeFolders);

const A = sha('a');
const LISTED = { path: 'a.txt', sha256: A };
const COMPAT: VerifyArtifactOptions = { mode: 'compat' };
const LOOSE: VerifyArtifactOptions = { strict: false };

/** `code pointer: message` of each finding. */
async function tell(files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> {
  const { findings } = await verifyArtifact(folder(files), options);
  return findings.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
}
const manifest = (members: unknown): Files => ({ 'manifest.json': pretty(members), 'a.txt': 'a' });

describe('a manifest', () => {
  test.each<[string, unknown, string[]]>([
    ['is an object', [], ['kind.unsupported undefined: not a JSON object']],
    ['has a list of files', { files: {} }, ['record.member_type /files: "files" must be a list, not an object']],
    [
      'has texts',
      { files: [], algo_id: 1, salt_id: 2, signatures: 'x' },
      [
        'record.member_type /algo_id: "algo_id" must be a string, not a number',
        'record.member_type /salt_id: "salt_id" must be a string, not a number',
        'record.member_type /signatures: "signatures" must be a list, not a string',
      ],
    ],
    [
      'lists objects',
      { files: [LISTED, 'b.txt', null] },
      [
        'record.member_type /files/1: "1" must be an object, not a string',
        'record.member_type /files/2: "2" must be an object, not null',
      ],
    ],
    [
      'lists texts',
      { files: [{ path: 1, sha256: [] }] },
      [
        'record.member_type /files/0/path: "path" must be a string, not a number',
        'record.member_type /files/0/sha256: "sha256" must be a string, not a list',
      ],
    ],
    ['has files', {}, ['schema.bundle_manifest.invalid : files is missing']],
    [
      'has no twin of a member',
      { files: [LISTED], Algo_ID: 'x' },
      [
        'json.case_collision /Algo_ID: member "Algo_ID" differs from "algo_id" only by case: readers disagree about which one counts',
      ],
    ],
    [
      'knows sha256 alone',
      { files: [LISTED], algo_id: 'SHA256' },
      ['bundle.algorithm_unsupported /algo_id: unknown digest algorithm "SHA256", only sha256 is supported'],
    ],
  ])('%s', async (_name, members, expected) => {
    expect(await tell(manifest(members))).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    ['an algorithm in capitals', { files: [LISTED], algo_id: ' SHA256 ' }, []],
    ['an empty algorithm', { files: [LISTED], algo_id: '' }, []],
    ['a different algorithm', { files: [LISTED], algo_id: 'md5' }, ['bundle.algorithm_unsupported']],
    ['no files', { files: [] }, []],
    ['a lone variant', { Files: [LISTED] }, ['schema.bundle_manifest.invalid']],
    ['a twin', { files: [LISTED], Files: [] }, ['json.case_collision']],
    ['a lone variant in an entry', { files: [{ Path: 'a.txt', ...LISTED, path: undefined }] }, ['schema']],
  ])('in compat mode: %s', async (_name, members, expected) => {
    const found = await tell(manifest(members), { ...COMPAT, strict: false });
    expect(found.map((one) => one.split(' ')[0]).slice(0, 1)).toEqual(
      expected.map((code) => expect.stringMatching(code)),
    );
  });

  test('is not read through a link', async () => {
    const root = folder({ 'm.txt': pretty({ files: [] }) });
    symlinkSync('m.txt', join(root, 'manifest.json'));
    const { findings, kind } = await verifyArtifact(root);
    expect(kind).toBe('bundle');
    expect(findings.map(({ code, entry }) => [code, entry])).toEqual([['path.symlink', 'manifest.json']]);
  });

  test('must not list itself, nor two files with one path', async () => {
    const listed = { files: [{ path: 'manifest.json', sha256: A }, LISTED, { ...LISTED, path: 'A.txt' }] };
    const found = await tell(manifest(listed));
    expect(found).toContain('structure.path_invalid /files/0/path: the manifest cannot list itself');
    expect(found).toContain('structure.path_duplicate /files/2/path: listed path "A.txt" collides with "a.txt"');
  });
});

describe('the signed digest', () => {
  const of = (members: Doc): string => bundleDigest(members as unknown as JsonObject);
  test.each<[string, Doc, Doc]>([
    ['keeps the algorithm as it is written', { files: [], algo_id: 'SHA256' }, { files: [], algo_id: 'SHA256' }],
    ['knows sha256 for null', { files: [], algo_id: null }, { files: [], algo_id: 'sha256' }],
    ['leaves a salt of null out', { files: [], salt_id: null }, { files: [], algo_id: 'sha256' }],
    ['has null for no files', { files: null }, { files: null, algo_id: 'sha256' }],
  ])('%s', (_name, members, covered) => {
    expect(of(members)).toBe(digest(covered));
  });

  test('covers a member called __proto__', () => {
    const odd = JSON.parse('{"files":[],"__proto__":{"x":1}}') as Doc;
    expect(of(odd)).toBe(digest({ ...odd, algo_id: 'sha256' }));
    expect(of(odd)).not.toBe(of({ files: [] }));
  });
});

describe('signatures', () => {
  const bare = bundleManifest({ 'a.txt': 'a' });
  const withSignatures = (...signatures: unknown[]): Files => manifest({ ...bare, signatures });
  const good = signatureObject(digest(bare), ALICE);

  test.each<[string, Files, VerifyArtifactOptions, string[]]>([
    [
      'two, no key',
      withSignatures(good, good),
      {},
      ['signature.not_checked /signatures: 2 bundle signatures were not checked: no key was given'],
    ],
    [
      'required, no key',
      withSignatures(good),
      { signatures: 'required' },
      ['key.missing /signatures/0: signatures must be checked but no key is given'],
    ],
    [
      'none, required, no key',
      withSignatures(),
      { signatures: 'required' },
      ['key.missing : signatures must be checked but no key is given'],
    ],
    ['none, a key', withSignatures(), SIGNED, ['bundle.signature_missing : the bundle is not signed']],
    ['none at all, a key', manifest(bare), SIGNED, ['bundle.signature_missing : the bundle is not signed']],
    [
      'null, a key',
      withSignatures(good, null),
      SIGNED,
      [
        'schema.bundle_manifest.invalid /signatures/1: signatures[1] must be an object, not null',
        'signature.missing /signatures/1: bundle signature: the signature is missing',
      ],
    ],
  ])('%s', async (_name, files, options, expected) => {
    expect(await tell(files, options)).toEqual(expected);
  });

  test('are counted, each by the key that verified it', async () => {
    const { signatures } = await verifyArtifact(folder(withSignatures(good, good)), SIGNED);
    expect(signatures).toEqual({ required: true, verified: 2, keyIds: [ALICE.keyId] });
    const policy = verifyOptions({ trust: trustIn([], { policy: true }) });
    const directory = directorySource(folder(withSignatures(good)), 'b', DEFAULT_LIMITS, 'refuse');
    expect(await verify({ form: 'bundle', directory }, policy)).toMatchObject({
      signatures: { verified: 0, keyIds: [] },
      findings: [{ code: 'key.missing', pointer: '/signatures/0' }],
    });
  });
});

describe('the files', () => {
  const placed = (root: string, links: 'refuse' | 'follow' = 'refuse'): DirectorySource =>
    directorySource(root, 'b', DEFAULT_LIMITS, links);
  const codesOf = async (directory: DirectorySource, options: Parameters<typeof verifyOptions>[0] = {}) =>
    (await verify({ form: 'bundle', directory }, verifyOptions(options))).findings.map(({ code }) => code);

  test('outside of the bundle are not read by the gate, but in compat mode, as upstream does', async () => {
    const outside = manifest({ files: [{ path: '../a.txt', sha256: A }] });
    expect(await tell(outside, LOOSE)).toEqual([
      'path.escape /files/0/path: listed path "../a.txt" points outside the bundle',
    ]);
    const root = folder({ 'a.txt': 'a' });
    mkdirSync(join(root, 'in'));
    writeFileSync(join(root, 'in/manifest.json'), pretty({ files: [{ path: '../a.txt', sha256: A }] }));
    const compat = { mode: 'compat', strict: false } as const;
    expect(await codesOf(placed(join(root, 'in'), 'follow'), compat)).toEqual([]);
    expect(await codesOf(placed(join(root, 'in'), 'follow'), { strict: false })).toEqual(['path.escape']);
  });

  test('that are not regular files are reported in strict mode', async () => {
    const directory = placed(folder(bundle({ 'a.txt': 'a' })));
    const odd: DirectorySource = {
      ...directory,
      list: async () => [...(await directory.list()), { path: 'pipe', type: 'other' }],
    };
    const { findings } = await verify({ form: 'bundle', directory: odd }, verifyOptions());
    expect(findings).toMatchObject([
      { code: 'path.special_file', entry: 'pipe', message: '"pipe" is not a regular file' },
    ]);
    expect(await codesOf(odd, { strict: false })).toEqual([]);
  });

  test('a bug while reading one is reported as internal', async () => {
    const directory = placed(folder(bundle({ 'a.txt': 'a' })));
    const broken: DirectorySource = {
      ...directory,
      open: (path) => {
        if (path === 'a.txt') throw new Error('boom');
        return directory.open(path);
      },
    };
    expect((await codesOf(broken))[0]).toBe('internal');
  });

  test('are not read once the run must stop', async () => {
    const directory = placed(folder(bundle({ 'a.txt': 'a', 'b.txt': 'b' })));
    let asked = 0;
    const stopped = verifyOptions({ aborted: () => ++asked > 1 });
    expect(await verify({ form: 'bundle', directory }, stopped)).toMatchObject({
      outcome: 'failed',
      findings: [{ code: 'run.interrupted' }],
    });
    const going = verifyOptions({ aborted: () => false });
    expect((await verify({ form: 'bundle', directory }, going)).facts).toMatchObject({ filesVerified: 2 });
  });

  test('contain records that the gate checks, strict or not, and compat mode does not', async () => {
    const files = bundle({ 'r.json': pretty({ ...record(), source: 'x' }) });
    const first = async (options: VerifyArtifactOptions) =>
      (await tell(files, options)).map((one) => one.split(' ')[0]);
    expect(await first({})).toEqual(['record.hash_mismatch']);
    expect(await first(LOOSE)).toEqual(['record.hash_mismatch']);
    expect(await first(COMPAT)).toEqual([]);
    expect(await first({ ...COMPAT, strict: false })).toEqual([]);
  });
});
