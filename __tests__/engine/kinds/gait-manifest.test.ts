import { describe, expect, test } from '@jest/globals';
import type { VerifyArtifactOptions } from '../../../src/engine/index.js';
import {
  type Doc,
  type Files,
  guardManifest,
  omit,
  packManifest,
  payloadOf,
  RUN_FILES,
  runpackManifest,
  sealPack,
  sealRunpack,
  sha,
  zip,
} from '../../support/build.js';
import { lines } from '../../support/findings.js';
import { verifyBytes } from './cases/run.js';

/* Each member of each manifest (contract section 6). */

const FILES: Files = { 'a.json': '{}' };
const PACK = packManifest(FILES);
const GUARD = guardManifest(FILES);
const RUN = runpackManifest(RUN_FILES);
const content = (change: Doc): Doc => ({
  contents: (PACK['contents'] as Doc[]).map((one, i) => (i === 0 ? { ...one, ...change } : one)),
});
const JOB_CONTENTS = (PACK['contents'] as Doc[]).slice(1);

async function told(entry: string, manifest: Doc, files: Files, options?: VerifyArtifactOptions): Promise<string[]> {
  const verdict = await verifyBytes(
    'a.zip',
    zip({ [entry]: JSON.stringify(manifest), ...files, ...payloadOf(manifest) }),
    options,
  );
  expect(verdict.outcome).toBe(verdict.findings.length === 0 ? 'verified' : 'failed');
  return lines(verdict.findings).map((one) => one.replace(` ${entry}`, ''));
}

const TEXT = 'must be a non-empty string';
const INSTANT = 'must be an RFC 3339 instant';
const HEX = 'must be 64 lower-case hex digits';
const TYPES = 'must be one of run, job, call, authorization';
const digits = 'a'.repeat(64);

describe('a pack', () => {
  const pack = (members: Doc, files = FILES, options?: VerifyArtifactOptions) =>
    told('pack_manifest.json', sealPack({ ...PACK, ...members }), files, options);

  test.each<[Doc, string]>([
    [{ schema_id: 'gait.pack' }, 'pack.schema_unsupported /schema_id: schema_id must be "gait.pack.manifest"'],
    [{ schema_version: 1 }, 'pack.schema_unsupported /schema_version: schema_version must be "1.0.0"'],
    [{ created_at: 'now' }, `pack.manifest_invalid /created_at: created_at ${INSTANT}`],
    [{ created_at: 5 }, `pack.manifest_invalid /created_at: created_at ${INSTANT}`],
    [{ producer_version: '' }, `pack.manifest_invalid /producer_version: producer_version ${TEXT}`],
    [{ producer_version: 1 }, `pack.manifest_invalid /producer_version: producer_version ${TEXT}`],
    [{ pack_type: null }, `pack.manifest_invalid /pack_type: pack_type ${TYPES}`],
    [{ pack_type: 'Run' }, `pack.manifest_invalid /pack_type: pack_type ${TYPES}`],
    [{ source_ref: [] }, `pack.manifest_invalid /source_ref: source_ref ${TEXT}`],
    [{ note: 'x' }, 'pack.manifest_invalid /note: "note" is not known in this manifest'],
    [{ contents: {} }, 'pack.manifest_invalid /contents: contents must be a list'],
    [{ contents: [5] }, 'pack.manifest_invalid /contents/0: a listed file must be an object'],
    [content({ path: 5 }), `pack.manifest_invalid /contents/0/path: path ${TEXT}`],
    [content({ type: '' }), `pack.manifest_invalid /contents/0/type: type ${TEXT}`],
    [content({ type: 5 }), `pack.manifest_invalid /contents/0/type: type ${TEXT}`],
    [content({ sha256: 5 }), `pack.manifest_invalid /contents/0/sha256: sha256 ${HEX}`],
    [content({ sha256: [digits] }), `pack.manifest_invalid /contents/0/sha256: sha256 ${HEX}`],
    [content({ sha256: digits.toUpperCase() }), `pack.manifest_invalid /contents/0/sha256: sha256 ${HEX}`],
    [content({ Path: 'a' }), caseTwin('/contents/0/Path', 'Path', 'path')],
    [{ Source_ref: 'x' }, caseTwin('/Source_ref', 'Source_ref', 'source_ref')],
  ])('%j', async (members, expected) => {
    expect((await pack(members))[0]).toBe(expected);
  });

  test.each(Object.keys(PACK))('without %s', async (name) => {
    const code = name.startsWith('schema_') ? 'pack.schema_unsupported' : 'pack.manifest_invalid';
    expect(await told('pack_manifest.json', omit(PACK, name), FILES)).toContain(`${code}: ${name} is missing`);
  });

  test('whose signatures are not a list', async () => {
    const manifest = { ...PACK, signatures: {} };
    expect(await told('pack_manifest.json', manifest, FILES)).toEqual([
      'pack.manifest_invalid /signatures: signatures must be a list',
    ]);
  });

  test('a digest that is not a string matches nothing', async () => {
    expect(await pack(content({ sha256: 5 }))).toEqual([
      `pack.manifest_invalid /contents/0/sha256: sha256 ${HEX}`,
      'pack.hash_mismatch /contents/0/sha256: SHA-256 of "a.json" is HASH…, the manifest lists ""',
    ]);
  });

  test('entries next to an unreadable one are still checked', async () => {
    const contents = [5, { type: 'x' }, { path: 'b.txt', sha256: sha('b'), type: 'txt' }, ...JOB_CONTENTS];
    expect(await pack({ contents }, { 'b.txt': 'c' })).toEqual([
      'pack.manifest_invalid /contents/0: a listed file must be an object',
      'pack.manifest_invalid /contents/1: path is missing',
      'pack.manifest_invalid /contents/1: sha256 is missing',
      'pack.hash_mismatch /contents/2/sha256: SHA-256 of "b.txt" is HASH…, the manifest lists HASH…',
    ]);
  });

  test('paths must be canonical in strict mode; capitals are allowed', async () => {
    const twice = { contents: [...(PACK['contents'] as Doc[]), ...(PACK['contents'] as Doc[]).slice(0, 1)] };
    expect(await pack(twice)).toEqual([
      'structure.path_duplicate /contents/4/path: listed path "a.json" collides with "a.json"',
    ]);
    expect(await pack(twice, FILES, { strict: false })).toEqual([]);
    expect(await pack({ ...content({ path: 'Sub/A.json' }) }, { 'Sub/A.json': '{}' })).toEqual([]);
  });
});

describe('a guard pack', () => {
  const guard = (members: Doc) => told('pack_manifest.json', { ...GUARD, ...members }, FILES);

  test('has an id of any form, and members of any type', async () => {
    expect(await guard({ case_id: 5, template_id: null, control_index: [], evidence_pointers: {} })).toEqual([]);
    expect(await guard({ incident_window: 1, rendered_artifacts: '' })).toEqual([]);
  });

  test.each<[Doc, string]>([
    [{ pack_id: '' }, `pack.manifest_invalid /pack_id: pack_id ${TEXT}`],
    [{ run_id: 1 }, `pack.manifest_invalid /run_id: run_id ${TEXT}`],
    [{ generated_at: 'x' }, `pack.manifest_invalid /generated_at: generated_at ${INSTANT}`],
    [{ pack_type: 'run' }, 'pack.manifest_invalid /pack_type: "pack_type" is not known in this manifest'],
    [{ schema_version: '2' }, 'pack.schema_unsupported /schema_version: schema_version must be "1.0.0"'],
  ])('%j', async (members, expected) => {
    expect(await guard(members)).toEqual([expected]);
  });
});

describe('a runpack', () => {
  const run = (members: Doc) => told('manifest.json', sealRunpack({ ...RUN, ...members }), RUN_FILES);
  const RUN_ID = 'pack.manifest_invalid /run_id: run_id must start with run_';

  test('may have unknown members, also those of a pack', async () => {
    expect(await run({ note: 1, pack_type: 'authorization' })).toEqual([]);
  });

  test.each<[Doc, string]>([
    [{ run_id: 'run_' }, RUN_ID],
    [{ run_id: 'a_run_1' }, RUN_ID],
    [{ run_id: 5 }, RUN_ID],
    [{ capture_mode: 'all' }, 'pack.manifest_invalid /capture_mode: capture_mode must be one of reference, raw'],
    [{ schema_id: 5 }, 'pack.schema_unsupported /schema_id: schema_id must be "gait.runpack.manifest"'],
  ])('%j', async (members, expected) => {
    expect(await run(members)).toEqual([expected]);
  });

  test('without files lacks all required ones', async () => {
    expect(await run({ files: 'none' })).toEqual(['pack.manifest_invalid /files: files must be a list']);
    expect(await told('manifest.json', sealRunpack({ ...RUN, files: [] }), {})).toEqual([
      'pack.empty /files: the manifest lists no files',
      ...Object.keys(RUN_FILES).map((name) => `runpack.file_required /files: ${name} is not listed`),
    ]);
  });
});

function caseTwin(pointer: string, name: string, known: string): string {
  const reason = 'readers disagree about which one counts';
  return `json.case_collision ${pointer}: member "${name}" differs from "${known}" only by case: ${reason}`;
}
