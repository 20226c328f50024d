import { describe, expect, test } from '@jest/globals';
import type { VerifyArtifactOptions } from '../../../src/engine/index.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  type Doc,
  digest,
  type Files,
  JOB_ENTRIES,
  jsonl,
  MALLORY,
  omit,
  pack,
  packManifest,
  pretty,
  proofRecords,
  RUN_FILES,
  record,
  runpack,
  runpackManifest,
  sealPack,
  signatureObject,
  signedJson,
  zip,
} from '../../support/build.js';
import { lines } from '../../support/findings.js';
import { verifyOptions } from '../../support/options.js';
import type { EntrySpec } from '../../support/zip-builder.js';
import { SIGNED, verifyBytes } from './cases/run.js';

/* What a Gait archive holds, and who signed it. */

const FILES: Files = { 'a.json': '{}' };
const COMPAT = { mode: 'compat', strict: false } as const;
const told = async (bytes: Uint8Array, options?: VerifyArtifactOptions): Promise<string[]> =>
  lines((await verifyBytes('p.zip', bytes, options)).findings);
const withManifest = (manifest: Doc, files: Files | readonly EntrySpec[] = FILES): Uint8Array => {
  const entries = Array.isArray(files) ? files : Object.entries(files).map(([name, data]) => ({ name, data }));
  const payload = manifest['pack_type'] === 'job' ? JOB_ENTRIES : [];
  return zip([{ name: 'pack_manifest.json', data: pretty(manifest) }, ...entries, ...payload]);
};
const trace = signedJson({ schema_id: 'gait.gate.trace', verdict: 'allow' }, ALICE);

describe('the signers of the manifest', () => {
  const manifest = packManifest(FILES);
  const over = (...signers: (typeof ALICE)[]): Doc => ({
    ...manifest,
    signatures: signers.map((by) => signatureObject(digest(manifest), by, 'bytes')),
  });
  const broken = { ...over(ALICE), signatures: [{ ...signatureObject(digest('x'), ALICE, 'bytes') }] };
  const signatures = (...list: unknown[]): Uint8Array => withManifest({ ...manifest, signatures: list });
  const MISSING_KEY = 'key.missing pack_manifest.json /signatures/0: signatures must be checked but no key is given';

  test('are listed completely and sorted', async () => {
    const publicKeys = [ALICE.publicKey, MALLORY.publicKey];
    const ids = [ALICE.keyId, MALLORY.keyId].sort();
    for (const signers of [
      [ALICE, MALLORY],
      [MALLORY, ALICE],
    ]) {
      const verdict = await verifyBytes('p.zip', withManifest(over(...signers)), { publicKeys });
      expect(verdict).toMatchObject({ outcome: 'verified', facts: { parts: [{ keyIds: ids, records: 'own' }] } });
      expect(verdict.signatures).toEqual({ required: true, verified: 2, keyIds: ids });
    }
  });

  test('a valid signature does not compensate for an invalid one', async () => {
    const verdict = await verifyBytes('p.zip', withManifest(over(ALICE, MALLORY)), SIGNED);
    expect(lines(verdict.findings)).toEqual([
      'signature.key_mismatch pack_manifest.json /signatures/1/key_id: manifest signature: signed by key HASH…, which is not the given key (HASH…)',
    ]);
    expect(verdict.signatures).toEqual({ required: true, verified: 1, keyIds: [ALICE.keyId] });
    expect(verdict.facts.parts?.[0]?.keyIds).toEqual([ALICE.keyId]);
  });

  test.each<[string, Uint8Array, VerifyArtifactOptions, string[]]>([
    ['not asked for', withManifest(broken), { signatures: 'off' }, []],
    ['required, no key', withManifest(over(ALICE)), { signatures: 'required' }, [MISSING_KEY]],
    [
      'required, neither signed nor a key',
      withManifest(manifest),
      { signatures: 'required' },
      [MISSING_KEY.replace('/signatures/0', '').replace(' :', ':')],
    ],
    [
      'no key: told how many',
      withManifest(over(ALICE, MALLORY)),
      {},
      [
        'signature.not_checked pack_manifest.json /signatures: 2 manifest signatures were not checked: no key was given',
      ],
    ],
    [
      'no key: the digest is looked at',
      withManifest(broken),
      {},
      [
        'signature.digest_mismatch pack_manifest.json /signatures/0/signed_digest: manifest signature: signed_digest is not the digest of the content, which is HASH…',
        'signature.not_checked pack_manifest.json /signatures/0: the manifest signature was not checked: no key was given',
      ],
    ],
    ['no key: upstream looks at nothing', withManifest(broken), COMPAT, []],
    [
      'no key: not what signatures are made of',
      signatures(5, {}, { signed_digest: 5 }),
      {},
      [
        'signature.not_checked pack_manifest.json /signatures: 3 manifest signatures were not checked: no key was given',
      ],
    ],
    [
      'a key: not what signatures are made of',
      signatures(5),
      SIGNED,
      ['signature.invalid pack_manifest.json /signatures/0: manifest signature: the signature must be an object'],
    ],
    [
      'a twin of a member',
      signatures({ ...signatureObject(digest(manifest), ALICE, 'bytes'), Alg: 'x' }),
      SIGNED,
      [
        'json.case_collision pack_manifest.json /signatures/0/Alg: member "Alg" differs from "alg" only by case: readers disagree about which one counts',
      ],
    ],
    ['a nested runpack needs none of its own', pack({ 'source/runpack.zip': runpack() }, ALICE), SIGNED, []],
  ])('%s', async (_, bytes, options, expected) => {
    expect(await told(bytes, options)).toEqual(expected);
  });
});

describe('digests of upstream, which omit members', () => {
  const members = ['schema_id', 'schema_version', 'pack_id', 'pack_type', 'contents'];
  const pick = (object: Doc, names: string[]): Doc => Object.fromEntries(names.map((name) => [name, object[name]]));
  const bare = { ...packManifest(FILES), pack_id: '' };
  const upstream: Doc = { ...bare, pack_id: digest(pick(bare, members)) };
  const signedPack = {
    ...upstream,
    signatures: [signatureObject(digest(pick(upstream, members)), ALICE, 'bytes')],
  };
  const runMembers = ['schema_id', 'schema_version', 'run_id', 'files', 'manifest_digest'];
  const bareRun = { ...runpackManifest(RUN_FILES), manifest_digest: '' };
  const run: Doc = { ...bareRun, manifest_digest: digest(pick(bareRun, runMembers)) };
  const signedRun = { ...run, signatures: [signatureObject(digest(pick(run, runMembers)), ALICE, 'bytes')] };
  const packed = withManifest(signedPack);
  const ran = zip({ 'manifest.json': JSON.stringify(signedRun), ...RUN_FILES });

  test('are accepted in compat mode', async () => {
    for (const bytes of [packed, ran, pack(FILES, ALICE), runpack(RUN_FILES, ALICE)]) {
      const verdict = await verifyBytes('p.zip', bytes, { ...COMPAT, ...SIGNED });
      expect(lines(verdict.findings)).toEqual([]);
      expect(verdict.signatures).toMatchObject({ required: true, verified: 1, keyIds: [ALICE.keyId] });
    }
  });

  test('are not accepted in gate mode', async () => {
    expect(await told(packed, SIGNED)).toEqual([
      'pack.id_mismatch pack_manifest.json /pack_id: pack_id is not the digest of the manifest, which is HASH…',
      'signature.digest_mismatch pack_manifest.json /signatures/0/signed_digest: manifest signature: signed_digest is not the digest of the content, which is HASH…',
    ]);
    expect(await told(ran, SIGNED)).toEqual([
      'runpack.digest_mismatch manifest.json /manifest_digest: manifest_digest is not the digest of the manifest, which is HASH…',
      'signature.digest_mismatch manifest.json /signatures/0/signed_digest: manifest signature: signed_digest is not the digest of the content, which is HASH…',
    ]);
  });

  test('neither digest is accepted for different content', async () => {
    const other = { ...COMPAT, ...SIGNED };
    expect(
      await told(
        withManifest({
          ...signedPack,
          schema_version: '1.0.0',
          contents: ((signedPack as Doc)['contents'] as Doc[]).toReversed(),
        }),
        other,
      ),
    ).toEqual([
      'pack.id_mismatch pack_manifest.json /pack_id: pack_id is not the digest of the manifest, which is HASH…',
      'signature.digest_mismatch pack_manifest.json /signatures/0/signed_digest: manifest signature: signed_digest is not the digest of the content, which is HASH…',
    ]);
    const changed = zip({ 'manifest.json': JSON.stringify({ ...signedRun, run_id: 'run_2' }), ...RUN_FILES });
    expect((await told(changed, other)).map((one) => one.split(' ')[0])).toEqual([
      'runpack.digest_mismatch',
      'signature.digest_mismatch',
    ]);
    const without = withManifest(sealPack(omit(packManifest(FILES), 'source_ref')));
    expect(await told(without, COMPAT)).toEqual(['pack.manifest_invalid pack_manifest.json: source_ref is missing']);
  });
});

const NOT_JSON =
  'pack.content_invalid a.json: not valid JSON: expected a JSON value, found x (texts and member names need double quotes)';
/** A runpack, some of whose entries are not as its manifest would have them. */
function nested(entries: readonly EntrySpec[]): Uint8Array {
  const rest = Object.entries(omit({ ...RUN_FILES }, ...entries.map(({ name }) => String(name)))) as [string, string][];
  return zip([
    { name: 'manifest.json', data: JSON.stringify(runpackManifest(RUN_FILES)) },
    ...entries,
    ...rest.map(([name, data]) => ({ name, data })),
  ]);
}

describe('contents', () => {
  test.each<[string, Uint8Array, VerifyArtifactOptions, string[]]>([
    [
      'what does not have its digest is looked at no further',
      withManifest(packManifest(FILES), { 'a.json': 'x' }),
      {},
      [
        'pack.hash_mismatch pack_manifest.json /contents/0/sha256: SHA-256 of "a.json" is HASH…, the manifest lists HASH…',
      ],
    ],
    [
      'what cannot be unpacked is looked at no further',
      withManifest(packManifest(FILES), [{ name: 'a.json', data: '{}', crc: 1 }]),
      {},
      ['zip.crc_mismatch a.json: a.json does not have its CRC'],
    ],
    [
      'a folder in the place of a file',
      withManifest(packManifest({ 'a/': '' }), [{ name: 'a/', mode: 0o040755 }]),
      { strict: false },
      ['pack.entry_missing pack_manifest.json /contents/0/path: "a/" is not in the archive'],
    ],
    [
      'an entry that is not listed',
      withManifest(packManifest(FILES), { ...FILES, 'b.txt': '' }),
      { strict: false },
      ['pack.entry_undeclared b.txt: "b.txt" is not listed in the manifest'],
    ],
    [
      'an entry that is not listed, strict as upstream',
      withManifest(packManifest(FILES), { ...FILES, 'b.txt': '' }),
      { ...COMPAT, strict: true },
      ['pack.entry_undeclared b.txt: "b.txt" is not listed in the manifest'],
    ],
    [
      'an entry that is not listed, as upstream',
      withManifest(packManifest(FILES), { ...FILES, 'b.txt': '' }),
      COMPAT,
      [],
    ],
    [
      'JSON by its ending, whatever the case',
      pack({ 'Sub/A.JSON': '{"a":}' }),
      {},
      ['pack.content_invalid Sub/A.JSON: not valid JSON: expected a JSON value, found "}"'],
    ],
    [
      'JSON by its type alone',
      withManifest(
        sealPack({
          ...packManifest({ 'a.txt': 'x' }),
          contents: (packManifest({ 'a.txt': 'x' })['contents'] as Doc[]).map((one, i) =>
            i === 0 ? { ...one, type: 'json' } : one,
          ),
        }),
        { 'a.txt': 'x' },
      ),
      {},
      [
        'pack.content_invalid a.txt: not valid JSON: expected a JSON value, found x (texts and member names need double quotes)',
      ],
    ],
    ['JSON that is not valid, strict as upstream', pack({ 'a.json': 'x' }), { ...COMPAT, strict: true }, [NOT_JSON]],
    ['JSON that is not valid, as upstream', pack({ 'a.json': 'x' }), COMPAT, []],
    [
      'JSON that is read in two ways',
      pack({ 'a.json': '{"a":1,"a":2}' }),
      {},
      ['json.duplicate_member a.json: member "a" occurs twice in one object'],
    ],
    [
      'a line that only some readers take for a record',
      pack({ 'rec.jsonl': '{"record_id":"prf-1","record_id":"prf-2"}\n' }),
      {},
      ['json.duplicate_member rec.jsonl: member "record_id" occurs twice in one object'],
    ],
    ['lines that are not JSON and no record', pack({ 'log.jsonl': '{"a":1,"a":2}\nstarted\n' }), {}, []],
    [
      'JSON that is too large',
      pack({ 'a.json': `"${'x'.repeat(1600)}"` }),
      { limits: { maxDocumentBytes: 1601 } },
      ['limit.entry_bytes a.json: a.json has 1602 bytes, limit 1601 (--max-document-bytes)'],
    ],
    [
      'a nested runpack that is too large',
      pack({ 'source/runpack.zip': runpack() }),
      { limits: { maxDocumentBytes: 800 } },
      [
        `limit.entry_bytes source/runpack.zip: source/runpack.zip has ${runpack().length} bytes, limit 800 (--max-document-bytes)`,
      ],
    ],
    [
      'a nested archive that is none',
      pack({ 'source/runpack.zip': zip({ 'a.txt': '' }) }),
      COMPAT,
      ['kind.unsupported source/runpack.zip: the archive has neither pack_manifest.json nor manifest.json at its root'],
    ],
    [
      'an archive whose manifest is that of a bundle',
      zip(bundle({ 'r.jsonl': '' })),
      {},
      [
        'kind.unsupported: manifest.json names no schema of an archive; unpack an evidence bundle before the gate, it is verified as a folder',
      ],
    ],
    [
      'a nested runpack with something wrong inside',
      pack({ 'source/runpack.zip': zip([{ name: 'manifest.json', data: '{}', crc: 1 }]) }),
      {},
      ['zip.crc_mismatch source/runpack.zip/manifest.json: manifest.json does not have its CRC'],
    ],
    ['JSON that is not valid, not strict', pack({ 'a.json': 'x' }), { strict: false }, [NOT_JSON]],
    [
      'a nested content that cannot be unpacked',
      pack({ 'source/runpack.zip': nested([{ name: 'run.json', data: '{}', crc: 1 }]) }),
      {},
      ['zip.crc_mismatch source/runpack.zip/run.json: run.json does not have its CRC'],
    ],
    [
      'a nested content that is too large',
      pack({ 'source/runpack.zip': runpack({ ...RUN_FILES, 'run.json': `{}${' '.repeat(5000)}` }) }),
      { limits: { maxDocumentBytes: 2000 } },
      ['limit.entry_bytes source/runpack.zip/run.json: run.json has 5002 bytes, limit 2000 (--max-document-bytes)'],
    ],
    [
      'a nested runpack with a name that leads out of it',
      pack({ 'source/runpack.zip': zip({ '../a': '' }) }),
      {},
      ['zip.path_escape source/runpack.zip/../a: entry name "../a" contains ".."'],
    ],
    [
      'records in a folder, whatever the case',
      pack({ 'a/b/Proof_Records.JSONL': '' }),
      {},
      ['pack.misplaced_records a/b/Proof_Records.JSONL: "a/b/Proof_Records.JSONL" must be at the top of the pack'],
    ],
    ['a name that only ends like that of records', pack({ 'a/old_proof_records.jsonl': '' }), {}, []],
  ])('%s', async (_, bytes, options, expected) => {
    expect(await told(bytes, options)).toEqual(expected);
  });

  test('reports the position of invalid JSON in a content', async () => {
    const { findings } = await verifyBytes('p.zip', pack({ 'a.json': '{\n"a":}' }));
    expect(findings).toMatchObject([{ code: 'pack.content_invalid', entry: 'a.json', line: 2, column: 5 }]);
  });

  test('no more of them are read when the run must stop', async () => {
    const result = async (aborted: boolean) =>
      await verify(
        { form: 'file', source: memorySource('p.zip', pack({ 'a.txt': '', 'b.txt': '' })) },
        verifyOptions({ aborted: () => aborted }),
      );
    expect((await result(true)).findings).toMatchObject([{ code: 'run.interrupted' }]);
    expect((await result(false)).facts.filesVerified).toBe(5);
  });
});

describe('a signed content', () => {
  const alice = async (content: Doc, options: VerifyArtifactOptions = SIGNED) => {
    const verdict = await verifyBytes('p.zip', pack({ 'a.json': pretty(content) }, ALICE), options);
    return [lines(verdict.findings), verdict.signatures.verified];
  };

  test('counts in addition to that of the manifest', async () => {
    expect(await alice(trace)).toEqual([[], 2]);
    const both = { publicKeys: [ALICE.publicKey, MALLORY.publicKey] };
    const verdict = await verifyBytes('p.zip', pack({ 'a.json': pretty(signedJson({ a: 1 }, MALLORY)) }, ALICE), both);
    expect(verdict.signatures.keyIds).toEqual([ALICE.keyId, MALLORY.keyId].sort());
    expect(verdict.facts.parts?.[0]?.keyIds).toEqual([ALICE.keyId]);
  });

  test('that was changed', async () => {
    const message =
      'signature.digest_mismatch a.json /signature/signed_digest: content signature: signed_digest is not the digest of the content, which is HASH…';
    expect(await alice({ ...trace, verdict: 'deny' })).toEqual([[message], 1]);
    expect(await alice({ ...trace, verdict: 'deny' }, { ...SIGNED, signatures: 'off' })).toEqual([[], 0]);
  });

  test('whose signature is missing or not one', async () => {
    const none = 'signature is not a signature object';
    expect(await alice({ signature: null })).toEqual([[`signature.missing a.json /signature: ${none}`], 1]);
    expect(await alice({ signature: [] })).toEqual([[`signature.invalid a.json /signature: ${none}`], 1]);
    expect(await alice({ signature: null }, { ...SIGNED, signatures: 'off' })).toEqual([[], 0]);
  });
});

describe('proof records', () => {
  const two: Files = { 'a.json': '{}', 'b.txt': 'b' };
  const tell = async (list: readonly unknown[], options?: VerifyArtifactOptions, files = two): Promise<string[]> =>
    (await told(pack({ 'proof_records.jsonl': jsonl(list), ...files }), options)).map((one) =>
      one.replace(' proof_records.jsonl', ''),
    );
  const event = (members: Doc): Doc[] => [record({ record_id: 'r0', event: members })];
  // Warnings: Gait never compares them.
  const none = (index: number, path: string): string =>
    `pack.record_disagrees pack_manifest.json /contents/${index}: no proof record is about "${path}"`;
  const NO_JOB = JOB_ENTRIES.map(({ name }, i) => none(i + 3, String(name)));

  test.each<[string, readonly unknown[], string[]]>([
    ['tell of all', proofRecords(two), []],
    ['tell of nothing', event({ action: 'allow' }), [none(1, 'a.json'), none(2, 'b.txt'), ...NO_JOB]],
    ['tell of no path', event({ entry_path: 5, entry_sha256: 'x' }), [none(1, 'a.json'), none(2, 'b.txt'), ...NO_JOB]],
    [
      'tell of something else',
      event({ entry_path: 'c.txt' }),
      [
        'pack.record_disagrees: a proof record covers "c.txt", which the manifest does not list',
        none(1, 'a.json'),
        none(2, 'b.txt'),
        ...NO_JOB,
      ],
    ],
    ['tell of a path without its digest', event({ entry_path: 'a.json' }), [none(2, 'b.txt'), ...NO_JOB]],
    [
      'have an event that is none',
      [record({ event: 5 })],
      [
        'record.member_type /event: "event" must be an object, not a number',
        none(1, 'a.json'),
        none(2, 'b.txt'),
        ...NO_JOB,
      ],
    ],
    [
      'are null',
      [null],
      ['record.member_type: a record must be an object, not null', none(1, 'a.json'), none(2, 'b.txt'), ...NO_JOB],
    ],
  ])('that %s', async (_, list, expected) => {
    expect(await tell(list)).toEqual(expected);
  });

  test('null counts as absent for the gate, and as a schema error upstream', async () => {
    const absent = [record({ metadata: null, event: { entry_path: 'a.json' } })];
    expect(await tell(absent, {}, FILES)).toEqual(JOB_ENTRIES.map(({ name }, i) => none(i + 2, String(name))));
    expect(await tell(absent, COMPAT, FILES)).toEqual([
      'schema.record.invalid /metadata: metadata must be an object, not null',
    ]);
  });

  test('are read as upstream does in compat mode', async () => {
    expect(await tell([], COMPAT)).toEqual([]);
    expect(await tell(proofRecords(two).slice(0, 1), COMPAT)).toEqual([]);
    expect(await tell(proofRecords(two).toReversed(), COMPAT)).toHaveLength(5);
  });
});

describe('facts of an unusable manifest', () => {
  test.each<[Doc, Doc]>([
    [{ pack_id: 5, pack_type: [], run_id: null }, {}],
    [
      { pack_id: 'p', pack_type: 't', run_id: 'r', manifest_digest: 'd' },
      { packId: 'p', packType: 't', runId: 'r', manifestDigest: 'd' },
    ],
  ])('%j', async (manifest, facts) => {
    const verdict = await verifyBytes('p.zip', zip({ 'pack_manifest.json': JSON.stringify(manifest) }));
    expect(verdict.facts).toEqual({ ...facts, filesVerified: 0, proofRecordsVerified: 0 });
  });
});
