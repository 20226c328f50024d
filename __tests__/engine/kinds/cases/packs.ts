import {
  ALICE,
  bundle,
  bundleManifest,
  chain,
  type Doc,
  digest,
  type Files,
  guardManifest,
  jsonl,
  omit,
  pack,
  packManifest,
  payloadOf,
  pretty,
  proofRecords,
  RUN_FILES,
  record,
  records,
  relink,
  runpack,
  runpackManifest,
  sealPack,
  sealRunpack,
  sha,
  signedJson,
  zip,
} from '../../../support/build.js';
import { archive, directory, type Row, row, SIGNED } from './run.js';

const plain = directory(bundle({ 'a.txt': 'a' }));
const paths = (path: string): Files => ({
  'manifest.json': pretty({ files: [{ path, sha256: sha('a') }], algo_id: 'sha256' }),
  'a.txt': 'a',
});
const twice = bundleManifest({ 'a.txt': 'a' })['files'] as Doc[];

/** A bundle that brings a record type along, with one record of it. */
function typed(
  change: { schema?: Doc | string; entry?: Doc; event?: Doc; more?: Files; without?: string } = {},
): Files {
  const content =
    typeof change.schema === 'string'
      ? change.schema
      : pretty({
          $id: 'urn:note',
          'x-proof-schema-version': '1',
          type: 'object',
          properties: { event: { type: 'object', required: ['note'] } },
          ...change.schema,
        });
  const entry = {
    record_type: 'acme.note',
    schema_id: 'urn:note',
    schema_version: '1',
    schema_path: 'note.json',
    sha256: sha(content),
    ...change.entry,
  };
  const files: Files = {
    'record-types.json': pretty({ version: '1', record_types: [entry] }),
    'note.json': content,
    'records.jsonl': jsonl([record({ record_type: 'acme.note', event: change.event ?? { note: 'x' } })]),
    ...change.more,
  };
  const listed = Object.fromEntries(Object.entries(files).filter(([path]) => path !== change.without));
  return { ...bundle(listed), ...files };
}
const types = directory(typed());
const chainOf = (count: number): string => pretty(chain(records(count)));

/** Contract 5; hardening 20. */
export const BUNDLES: readonly Row[] = [
  row('structure.path_invalid', 'absolute', directory(paths('/a.txt')), plain),
  row('structure.path_invalid', 'a backslash', directory(paths('x\\a.txt')), plain),
  row('structure.path_invalid', 'a drive letter', directory(paths('c:a.txt')), plain),
  row('structure.path_invalid', 'out of the bundle', directory(paths('../a.txt')), plain),
  row('structure.path_ambiguous', 'a capital', directory(paths('A.txt')), plain),
  row('structure.path_ambiguous', 'a dot part', directory(paths('./a.txt')), plain),
  row('structure.path_ambiguous', 'a last dot', directory(paths('a.txt.')), plain),
  row(
    'structure.path_duplicate',
    'listed twice',
    directory(bundle({ 'a.txt': 'a' }, undefined, { files: [...twice, ...twice] })),
    plain,
  ),
  row(
    'structure.unlisted_file',
    'one more',
    directory({ ...bundle({ 'a.txt': 'a' }), 'b.txt': 'b' }),
    directory(bundle({ 'a.txt': 'a', 'b.txt': 'b' })),
  ),
  row(
    'structure.symlink_ambiguous',
    'beside the files',
    directory(bundle({ 'a.txt': 'a' }), {}, { link: 'a.txt' }),
    plain,
  ),
  row('bundle.empty', 'no files', directory(bundle({})), plain),
  row(
    'bundle.hash_mismatch',
    'one letter',
    directory({ ...bundle({ 'a.txt': 'a' }), 'a.txt': 'b' }),
    directory(bundle({ 'a.txt': 'b' })),
  ),
  row('bundle.file_missing', 'gone', directory({ 'manifest.json': pretty(bundleManifest({ 'a.txt': 'a' })) }), plain),
  row(
    'bundle.signature_missing',
    'a key but no signature',
    directory(bundle({ 'a.txt': 'a' }), SIGNED),
    directory(bundle({ 'a.txt': 'a' }, ALICE), SIGNED),
  ),
  row('bundle.algorithm_unsupported', 'md5', directory(bundle({ 'a.txt': 'a' }, undefined, { algo_id: 'md5' })), plain),
  row(
    'schema.bundle_manifest.invalid',
    'no digest',
    directory(bundle({ 'a.txt': 'a' }, undefined, { files: [{ path: 'a.txt' }] })),
    plain,
  ),
  row(
    'signature.digest_mismatch',
    'an unknown member changed',
    directory(changedManifest(), SIGNED),
    directory(bundle({ 'a.txt': 'a' }, ALICE, { note: 'x' }), SIGNED),
  ),
  row(
    'chain.head_hash_mismatch',
    'a chain inside',
    directory(bundle({ 'chain.json': chainOf(2).replace('"head_hash": "sha256:', '"head_hash": "sha256:0') })),
    directory(bundle({ 'chain.json': chainOf(2) })),
  ),
  row('schema.record.bundle_validation_failed', 'no note', directory(typed({ event: {} })), types),
  row('schema.custom.invalid', 'an unknown JSON type', directory(typed({ schema: { type: 'thing' } })), types),
  row(
    'schema.custom.too_large',
    'a byte past 1 MiB',
    directory(typed({ schema: padded(1024 * 1024 + 1) })),
    directory(typed({ schema: padded(1024 * 1024) })),
  ),
  row(
    'schema.custom.pattern_unsupported',
    'look-ahead',
    directory(typed({ schema: { pattern: '(?=a)' } })),
    directory(typed({ schema: { pattern: '(?:a)' } })),
  ),
  row('schema.custom.digest_mismatch', 'another digest', directory(typed({ entry: { sha256: sha('x') } })), types),
  row('schema.custom.unlisted', 'not in the manifest', directory(typed({ without: 'note.json' })), types),
  row('schema.custom.identity_mismatch', 'another $id', directory(typed({ entry: { schema_id: 'urn:other' } })), types),
  row(
    'schema.custom.identity_mismatch',
    'another version',
    directory(typed({ entry: { schema_version: '2' } })),
    types,
  ),
  row(
    'schema.custom.ref_unlisted',
    'a reference to the web',
    directory(typed({ schema: { properties: { event: { $ref: 'https://example.com/x' } } } })),
    directory(typed({ schema: { definitions: { x: {} }, properties: { event: { $ref: '#/definitions/x' } } } })),
  ),
  row(
    'schema.custom.conflicting_definition',
    'a built-in',
    directory(typed({ entry: { record_type: 'decision' }, more: { 'records.jsonl': '' } })),
    directory(typed({ more: { 'records.jsonl': '' } })),
  ),
];

function changedManifest(): Files {
  const files = { 'a.txt': 'a' };
  return { ...files, 'manifest.json': pretty({ ...bundleManifest(files, ALICE, { note: 'x' }), note: 'y' }) };
}

function padded(bytes: number): string {
  const text = JSON.stringify({ $id: 'urn:note', 'x-proof-schema-version': '1', description: '' });
  return text.replace('"description":""', `"description":"${' '.repeat(bytes - Buffer.byteLength(text))}"`);
}

const FILES: Files = { 'a.json': '{}' };
const withManifest = (manifest: Doc, files: Files = FILES): Uint8Array =>
  zip({ 'pack_manifest.json': JSON.stringify(manifest), ...files, ...payloadOf(manifest) });
const withRunManifest = (manifest: Doc, files: Files = RUN_FILES): Uint8Array =>
  zip({ 'manifest.json': JSON.stringify(manifest), ...files });
const fine = archive(pack(FILES));
const fineSigned = archive(pack(FILES, ALICE), SIGNED);
const manifest = packManifest(FILES);
const run = runpackManifest(RUN_FILES);

const trace = JSON.stringify(signedJson({ schema_id: 'gait.gate.trace', verdict: 'allow' }, ALICE));
function authorization(members: Doc = {}, files: Files = { 'evidence/trace.json': trace }): Uint8Array {
  const bundled = {
    schema_id: 'gait.gate.authorization_bundle',
    schema_version: '1.0.0',
    created_at: '2026-01-02T03:04:05Z',
    trace_id: 'trace-1',
    policy_digest: sha('policy'),
    intent_digest: sha('intent'),
    trace_path: 'trace.json',
    trace_digest: digest(JSON.parse(trace)),
    ...members,
  };
  return pack({ 'authorization_bundle.json': JSON.stringify(bundled), ...files }, undefined, {
    pack_type: 'authorization',
  });
}
const authorized = archive(authorization());

function told(change: (lines: Doc[]) => readonly unknown[], files: Files = FILES): Uint8Array {
  return pack({ 'proof_records.jsonl': jsonl(change(proofRecords(files))), ...files });
}
const telling = archive(told((list) => list));
const two: Files = { 'a.json': '{}', 'b.txt': 'b' };

/** Contract 6; hardening 11-13. */
export const PACKS: readonly Row[] = [
  row('pack.manifest_invalid', 'an unknown member', archive(withManifest(sealPack({ ...manifest, note: '' }))), fine),
  row(
    'pack.manifest_invalid',
    'an unknown type',
    archive(withManifest(sealPack({ ...manifest, pack_type: 'x' }))),
    archive(withManifest(sealPack({ ...manifest, pack_type: 'job' }))),
  ),
  row(
    'pack.manifest_invalid',
    'an empty source_ref',
    archive(withManifest(sealPack({ ...manifest, source_ref: '' }))),
    fine,
  ),
  row(
    'pack.manifest_invalid',
    'a guard pack without run_id',
    archive(withManifest(omit(guardManifest(FILES), 'run_id'))),
    archive(withManifest(guardManifest(FILES))),
  ),
  row(
    'pack.schema_unsupported',
    'version 2',
    archive(withManifest(sealPack({ ...manifest, schema_version: '2.0.0' }))),
    fine,
  ),
  row(
    'pack.schema_unsupported',
    'an authorization of another kind',
    archive(authorization({ schema_id: 'x' })),
    authorized,
  ),
  row(
    'pack.schema_unsupported',
    'an authorization of another version',
    archive(authorization({ schema_version: '1.0.1' })),
    authorized,
  ),
  row('json.case_collision', 'a twin of a path', archive(authorization({ Trace_Path: 'other.json' })), authorized),
  row(
    'json.case_collision',
    'a twin of a digest',
    archive(authorization({ outcome_digest: '', OUTCOME_DIGEST: 'x' })),
    archive(authorization({ outcome_digest: '' })),
  ),
  row(
    'pack.id_mismatch',
    'producer_version changed',
    archive(withManifest({ ...manifest, producer_version: '9' })),
    archive(withManifest(sealPack({ ...manifest, producer_version: '9' }))),
  ),
  row('pack.empty', 'no contents', archive(pack({}, undefined, { pack_type: 'run' })), fine),
  row('pack.hash_mismatch', 'another content', archive(withManifest(manifest, { 'a.json': '[]' })), fine),
  row('pack.entry_missing', 'gone', archive(withManifest(manifest, {})), fine),
  row(
    'pack.entry_undeclared',
    'one more',
    archive(withManifest(manifest, { ...FILES, 'b.txt': '' })),
    archive(pack({ ...FILES, 'b.txt': '' })),
  ),
  row(
    'pack.content_invalid',
    'a .json that is none',
    archive(pack({ 'a.json': 'x' })),
    archive(pack({ 'a.txt': 'x' })),
  ),
  row('pack.payload_missing', 'no trace', archive(authorization({ trace_path: '', trace_digest: '' })), authorized),
  row(
    'pack.payload_missing',
    'no authorization',
    archive(pack(FILES, undefined, { pack_type: 'authorization' })),
    authorized,
  ),
  row(
    'pack.authorization_invalid',
    'a path without digest',
    archive(authorization({ outcome_path: 'o.json' })),
    authorized,
  ),
  row(
    'pack.authorization_invalid',
    'a digest without path',
    archive(authorization({ outcome_digest: 'a'.repeat(64) })),
    authorized,
  ),
  row(
    'pack.authorization_invalid',
    'a path that is no text',
    archive(authorization({ outcome_path: 1, outcome_digest: 'a'.repeat(64) })),
    authorized,
  ),
  row('pack.evidence_missing', 'gone', archive(authorization({}, {})), authorized),
  row(
    'pack.evidence_mismatch',
    'another trace',
    archive(authorization({}, { 'evidence/trace.json': '{}' })),
    authorized,
  ),
  row(
    'pack.record_disagrees',
    'another digest',
    archive(
      told(([one = {}, ...rest]) =>
        relink([record({ event: { ...(one['event'] as Doc), entry_sha256: sha('x') } }), ...rest]),
      ),
    ),
    telling,
  ),
  row(
    'pack.misplaced_records',
    'in a folder',
    archive(pack({ 'evidence/proof_records.jsonl': jsonl([record()]) })),
    archive(pack({ 'proof_records.jsonl': jsonl([record()]) })),
  ),
  row(
    'chain.link_broken',
    'proof records reversed',
    archive(told((list) => list.toReversed(), two)),
    archive(told((list) => list, two)),
  ),
  row(
    'pack.record_disagrees',
    'the last proof record cut off',
    archive(told((list) => list.slice(0, 1), two)),
    archive(told((list) => list, two)),
  ),
  row('pack.payload_missing', 'a run without its payload', archive(pack(FILES, undefined, { pack_type: 'run' })), fine),
  row(
    'pack.payload_invalid',
    'a job of another source',
    archive(withManifest(sealPack({ ...manifest, source_ref: 'job_2' }))),
    fine,
  ),
  row('chain.empty', 'no proof records', archive(told(() => [])), telling),
  row(
    'runpack.digest_mismatch',
    'created_at changed',
    archive(withRunManifest({ ...run, created_at: '2026-01-02T03:04:06Z' })),
    archive(runpack()),
  ),
  row(
    'runpack.file_required',
    'no refs.json',
    archive(runpack(omit({ ...RUN_FILES }, 'refs.json') as Files)),
    archive(runpack()),
  ),
  row(
    'pack.manifest_invalid',
    'an unknown capture mode',
    archive(withRunManifest(sealRunpack({ ...run, capture_mode: 'x' }))),
    archive(withRunManifest(sealRunpack({ ...run, capture_mode: 'raw' }))),
  ),
  row('signature.missing', 'an unsigned pack', archive(pack(FILES), SIGNED), fineSigned),
  row(
    'signature.missing',
    'null in a content',
    archive(pack({ 'a.json': '{"signature":null}' }, ALICE), SIGNED),
    fineSigned,
  ),
  row(
    'signature.invalid',
    'a text in a content',
    archive(pack({ 'a.json': '{"signature":"x"}' }, ALICE), SIGNED),
    archive(pack({ 'a.json': trace }, ALICE), SIGNED),
  ),
  row(
    'signature.digest_mismatch',
    'a runpack re-identified',
    archive(withRunManifest({ ...runpackManifest(RUN_FILES, ALICE), producer_version: '9' }), SIGNED),
    archive(runpack(RUN_FILES, ALICE), SIGNED),
  ),
  row(
    'structure.path_duplicate',
    'names that collide',
    archive(
      withManifest(
        sealPack({ ...manifest, contents: [...(manifest['contents'] as Doc[]), ...(manifest['contents'] as Doc[])] }),
      ),
    ),
    fine,
  ),
  row(
    'structure.path_ambiguous',
    'an empty part',
    archive(withManifest(sealPack({ ...manifest, contents: [{ path: 'a//b', sha256: sha(''), type: 'x' }] }))),
    archive(pack({ 'Evidence/A.txt': '' })),
  ),
];
