import { afterAll, describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { compileCustomTypes, type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { readJson } from '../../../src/engine/json/read.js';
import { DEFAULT_LIMITS, MAX_SCHEMA_BYTES } from '../../../src/engine/limits.js';
import { directorySource } from '../../../src/engine/source/directory.js';
import type { ByteSource } from '../../../src/engine/source/source.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  bundleManifest,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  omit,
  pretty,
  record,
  records,
  removeFolders,
  sha,
} from '../../support/build.js';
import { verifyOptions } from '../../support/options.js';
import { SIGNED } from './cases/run.js';

/* Record types that a bundle brings along and the records in it (contract 5). */

afterAll(removeFolders);

const COMPAT: VerifyArtifactOptions = { mode: 'compat' };

/** `code entry pointer: message` of each finding. */
async function tell(files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> {
  const { findings } = await verifyArtifact(folder(files), options);
  return findings
    .filter(({ code }) => code !== 'signature.not_checked')
    .map(({ code, entry, pointer, message }) => `${code} ${entry} ${pointer}: ${message}`);
}
const codes = async (files: Files, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await tell(files, options)).map((one) => one.split(' ').slice(0, 2).join(' '));

const SCHEMA = pretty({ $id: 'urn:n', 'x-proof-schema-version': '1', properties: { event: { required: ['note'] } } });
const TYPE: Doc = {
  record_type: 'acme.note',
  schema_id: 'urn:n',
  schema_version: '1',
  schema_path: 'n.json',
  sha256: sha(SCHEMA),
};
const note = (event: Doc, members: Doc = {}): Doc => record({ record_type: 'acme.note', event, ...members });
const GOOD = note({ note: 1 });
const BAD = note({});
const BROKEN = 'schema.record.bundle_validation_failed';
const UNKNOWN = `${BROKEN} r.jsonl`;

/** Files that bring the type along; `entry` and `manifest` change what is told of it. */
const typed = (entry: Doc = {}, manifest: Doc = {}, schema: string | Uint8Array = SCHEMA): Files => ({
  'n.json': schema,
  'record-types.json': pretty({
    version: '1',
    record_types: [{ ...TYPE, sha256: sha(schema), ...entry }],
    ...manifest,
  }),
});

describe('the types of a bundle', () => {
  const withRecord = (files: Files): Files => bundle({ ...files, 'r.jsonl': jsonl([GOOD]) });

  test('are used when all their declarations agree', async () => {
    expect(await tell(withRecord(typed()))).toEqual([]);
  });

  test.each<[string, Files, string[]]>([
    [
      'a different version of the list',
      typed({}, { version: '2' }),
      ['schema.record_types.invalid record-types.json', UNKNOWN],
    ],
    ['a list that is not JSON', { ...typed(), 'record-types.json': '{' }, ['json.syntax record-types.json', UNKNOWN]],
    ['a schema that is not JSON', typed({}, {}, '{'), ['schema.custom.invalid n.json', 'json.syntax n.json', UNKNOWN]],
    ['a schema that is a list', typed({}, {}, '[]'), ['schema.custom.invalid n.json', UNKNOWN]],
  ])('with %s', async (_name, files, expected) => {
    expect(await codes(withRecord(files))).toEqual(expected);
  });

  test.each([
    ['the list', typed({}, { Version: '2' }), '/Version', 'Version', 'version'],
    ['an entry', typed({ Schema_ID: 'x' }), '/record_types/0/Schema_ID', 'Schema_ID', 'schema_id'],
  ])('with a twin in %s', async (_name, files, pointer, name, known) => {
    const found = await tell(withRecord(files));
    expect(found[0]).toBe(
      `json.case_collision record-types.json ${pointer}: member "${name}" differs from "${known}" only by case: readers disagree about which one counts`,
    );
    expect((await codes(withRecord(files))).slice(1)).toEqual([
      'schema.record_types.invalid record-types.json',
      UNKNOWN,
    ]);
  });

  test('with entries that are not objects', async () => {
    for (const record_types of [['x', null], {}, null]) {
      expect((await codes(withRecord(typed({}, { record_types })))).at(0)).toBe(
        'schema.record_types.invalid record-types.json',
      );
    }
  });

  test('files that are listed but missing', async () => {
    const files = { ...typed(), 'r.jsonl': jsonl([GOOD]) };
    const manifest = { 'manifest.json': pretty(bundleManifest(files)) };
    expect(await codes({ ...manifest, ...omit(files, 'n.json') } as Files)).toEqual([
      'bundle.file_missing manifest.json',
      'io.not_found n.json',
      UNKNOWN,
    ]);
    expect(await codes({ ...manifest, ...omit(files, 'record-types.json') } as Files)).toEqual([
      'bundle.file_missing manifest.json',
      'io.not_found record-types.json',
      UNKNOWN,
    ]);
    expect(await codes({ ...manifest, ...omit(files, 'r.jsonl') } as Files, COMPAT)).toEqual([
      'bundle.file_missing manifest.json',
      'io.not_found r.jsonl',
    ]);
  });

  test('a schema far beyond the size limit is not read', async () => {
    const large = Buffer.from(`{"x":"${'x'.repeat(MAX_SCHEMA_BYTES)}"}`);
    expect(await codes(withRecord(typed({}, {}, large)))).toEqual(['schema.custom.too_large n.json', UNKNOWN]);
  });
});

describe('compat: the records of a bundle with types', () => {
  test.each<[string, Files, string[]]>([
    [
      'a member of a different type',
      { 'r.jsonl': jsonl([{ ...GOOD, source: 1 }]) },
      [`${BROKEN} r.jsonl /source: source must be a string, not a number`],
    ],
    [
      'a member in a different case, which is not the member',
      { 'r.jsonl': jsonl([{ ...omit(GOOD, 'event'), Event: { note: 1 } }]) },
      [`${BROKEN} r.jsonl : event is missing`],
    ],
    ['a chain without records', { 'chain.json': '{"a":1}' }, []],
    ['a chain of null', { 'chain.json': '{"records":null}' }, []],
    ['other JSON', { 'r.json': pretty(BAD), 'r.txt': jsonl([BAD]) }, []],
  ])('%s', async (_name, files, expected) => {
    expect(await tell(bundle({ ...typed(), ...files }), COMPAT)).toEqual(expected);
  });

  test('are checked in strict mode only', async () => {
    const files = bundle({ ...typed(), 'r.jsonl': jsonl([BAD]) });
    expect(await codes(files, COMPAT)).toEqual([UNKNOWN]);
    expect(await codes(files, { ...COMPAT, strict: false })).toEqual([]);
  });

  test('are not checked when the types cannot be used', async () => {
    const files = bundle({ ...typed({}, { version: '2' }), 'r.jsonl': jsonl([BAD]) });
    expect(await codes(files, COMPAT)).toEqual(['schema.record_types.invalid record-types.json']);
  });

  test('replace those of the caller, which apply to bundles without types', async () => {
    const { types } = await compileCustomTypes(
      [{ type: 'acme.note', name: 'n.json', bytes: Buffer.from(SCHEMA) }],
      (bytes) => readJson(bytes, 200),
    );
    const files = bundle({ 'r.jsonl': jsonl([BAD]) });
    expect(await codes(files, { customTypes: types })).toEqual([UNKNOWN]);
    expect(await codes(files, { ...COMPAT, customTypes: types })).toEqual([]);
  });
});

describe('the records of a bundle', () => {
  const changed = { ...record(), source: 'x' };

  test.each<[string, Files, string[]]>([
    [
      'a file of a different ending',
      { 'r.txt': pretty(changed), json: pretty(changed) },
      ['record.hash_mismatch r.txt', 'record.hash_mismatch json'],
    ],
    ['JSON of any name', { 'in/r.json': pretty(changed) }, ['record.hash_mismatch in/r.json']],
    [
      'records of a chain that do not link',
      { 'chain.json': pretty(chain([record(), record()])) },
      ['chain.link_broken chain.json'],
    ],
    ['records of a stream that do not link', { 'r.jsonl': jsonl([record(), record()]) }, []],
    ['null in a stream', { 'r.jsonl': 'null\n' }, []],
    ['a different chain by name', { 'xchain.json': pretty({ a: 1 }) }, []],
  ])('%s', async (_name, files, expected) => {
    expect(await codes(bundle(files))).toEqual(expected);
  });

  test('null in a chain counts as a record without members', async () => {
    const found = await codes(bundle({ 'chain.json': pretty(chain([record()], { records: [null, record()] })) }));
    expect(found[0]).toBe('record.record_id_required chain.json');
  });

  test('a chain without records is reported with its path', async () => {
    expect(await tell(bundle({ 'in/chain.json': '{"a":1}' }))).toEqual([
      'kind.unsupported in/chain.json undefined: "in/chain.json" has no list of records',
    ]);
  });

  test('the signature of the bundle counts for unsigned records, in each form', async () => {
    const files = { 'chain.json': pretty(chain(records(2))), 'r.jsonl': jsonl(records(2)), 's.json': pretty(record()) };
    const verdict = await verifyArtifact(folder(bundle(files, ALICE)), SIGNED);
    expect(verdict).toMatchObject({ findings: [], records: 3, signatures: { verified: 1, keyIds: [ALICE.keyId] } });
    const signed = { 'r.jsonl': jsonl(records(2, ALICE)), 's.json': pretty(record({}, { by: ALICE })) };
    expect(await verifyArtifact(folder(bundle(signed, ALICE)), SIGNED)).toMatchObject({
      records: 3,
      signatures: { verified: 4 },
    });
  });

  test('a file larger than the record limit is refused', async () => {
    const text = pretty(changed);
    const size = Buffer.byteLength(text);
    const files = bundle({ 'r.json': text });
    expect(await codes(files, { limits: { maxRecordBytes: size } })).toEqual(['record.hash_mismatch r.json']);
    expect(await codes(files, { limits: { maxRecordBytes: size - 1 } })).toEqual(['limit.record_bytes r.json']);
  });

  test('a file that changed after its digest was taken', async () => {
    const directory = directorySource(folder(bundle({ 'r.json': pretty(record()) })), 'b', DEFAULT_LIMITS, 'refuse');
    const open = (path: string): ByteSource => {
      const source = directory.open(path);
      if (path !== 'r.json') return source;
      const bytes = () => Promise.reject(new Fault('io.changed', 'the file changed'));
      return { name: path, size: source.size, chunks: () => source.chunks(), bytes };
    };
    const { findings } = await verify({ form: 'bundle', directory: { ...directory, open } }, verifyOptions());
    expect(findings).toMatchObject([{ code: 'io.changed', entry: 'r.json', message: 'the file changed' }]);
  });

  test('are not read once the run must stop', async () => {
    const directory = directorySource(
      folder(bundle({ '1.json': pretty(record()), '2.json': pretty(record()) })),
      'b',
      DEFAULT_LIMITS,
      'refuse',
    );
    let asked = 0;
    // Twice for the digests, then once for each file of records.
    const stopped = verifyOptions({ aborted: () => ++asked > 3 });
    expect(await verify({ form: 'bundle', directory }, stopped)).toMatchObject({
      outcome: 'failed',
      findings: [{ code: 'run.interrupted' }],
    });
    const going = verifyOptions({ aborted: () => false });
    expect(await verify({ form: 'bundle', directory }, going)).toMatchObject({ records: 2 });
  });
});
