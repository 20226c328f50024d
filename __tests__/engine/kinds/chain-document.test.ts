import { afterAll, describe, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  digest,
  folder,
  MALLORY,
  omit,
  pretty,
  record,
  recordHash,
  records,
  relink,
  removeFolders,
  short,
  signatureObject,
  signChain,
} from '../../support/build.js';
import { verifyOptions } from '../../support/options.js';
import { SIGNED, verifyBytes } from './cases/run.js';

/* What a chain says beside its records (contract 3; hardening 7, 9, 10, 11). */

afterAll(removeFolders);

const TWO = records(2);
const LAST = recordHash(TWO[1] ?? {});
const COMPAT = { mode: 'compat' } as const;

/** `code pointer: message` of each finding. */
const tell = async (document: unknown, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await verifyBytes('c.json', document, options)).findings.map(
    ({ code, pointer, message }) => `${code} ${pointer}: ${message}`,
  );
const codes = async (document: unknown, options: VerifyArtifactOptions = {}): Promise<string[]> =>
  (await verifyBytes('c.json', document, options)).findings.map(({ code }) => code);

describe('the head', () => {
  const other = `sha256:${'0'.repeat(64)}`;
  const mismatch = 'chain.head_hash_mismatch /head_hash:';
  test.each<[string, Doc, string[]]>([
    [
      'another',
      chain(TWO, { head_hash: other }),
      [`${mismatch} head_hash is ${short(other)} but the last record has hash ${short(LAST)}`],
    ],
    [
      'none',
      omit(chain(TWO), 'head_hash'),
      [`${mismatch} head_hash is missing; the last record has hash ${short(LAST)}`],
    ],
    [
      'of no records',
      chain([], { head_hash: other }),
      [`${mismatch} head_hash is ${short(other)} but there are no records`],
    ],
    ['none, of no records', chain([]), []],
    [
      'of a count that is missing',
      omit(chain(TWO), 'record_count'),
      ['chain.record_count_mismatch /record_count: record_count is missing, the chain has 2 records'],
    ],
    ['of a count that is missing, without records', omit(chain([]), 'record_count'), []],
  ])('%s', async (_name, document, expected) => {
    expect(await tell(document, COMPAT)).toEqual(expected);
  });
});

describe('its members', () => {
  test.each<[string, Doc, string[]]>([
    [
      'of other types',
      { chain_id: 1, created_at: 2, record_count: '3', head_hash: [], records: [], signatures: {} },
      [
        'chain.member_type /chain_id: "chain_id" must be a string, not a number',
        'chain.member_type /created_at: "created_at" must be a string, not a number',
        'chain.member_type /record_count: "record_count" must be a whole number, not a string',
        'chain.member_type /head_hash: "head_hash" must be a string, not a list',
        'chain.member_type /signatures: "signatures" must be a list, not an object',
      ],
    ],
    [
      'a date that is none',
      chain(TWO, { created_at: 'today' }),
      ['chain.member_type /created_at: created_at "today" is not an RFC 3339 instant'],
    ],
    ['no date', omit(chain(TWO), 'created_at'), []],
    [
      'a twin',
      chain(TWO, { Head_Hash: 'x' }),
      ['json.case_collision /Head_Hash: member "Head_Hash" differs from "head_hash" only by case'],
    ],
  ])('compat: %s', async (_name, document, expected) => {
    expect(await tell(document, COMPAT)).toEqual(expected);
  });

  test('a lone case variant is read in compat mode, as upstream does, and refused by the gate', async () => {
    const lone = { ...omit(chain(TWO), 'head_hash', 'record_count'), HEAD_HASH: LAST, Record_Count: 2 };
    expect(await tell(lone, COMPAT)).toEqual([]);
    expect(await codes({ ...lone, HEAD_HASH: 'x' }, COMPAT)).toEqual(['chain.head_hash_mismatch']);
    expect(await codes(lone)).toEqual(expect.arrayContaining(['json.case_collision', 'chain.head_hash_mismatch']));
  });

  test.each(['record_id', 'pack_id', 'signature'])('%s makes it ambiguous', async (name) => {
    expect(await tell(chain(TWO, { [name]: 'x' }))).toEqual([
      `kind.ambiguous /${name}: members "records" and "${name}" belong to different kinds of artifact`,
    ]);
    expect(await tell(chain(TWO, { [name]: 'x' }), COMPAT)).toEqual([]);
  });

  test.each<[unknown, string]>([
    ['gait.gate.trace', 'kind.ambiguous'],
    ['gait.', 'kind.ambiguous'],
    ['gaits', 'chain.unhashed_member'],
    ['acme.gait.trace', 'chain.unhashed_member'],
    [1, 'chain.unhashed_member'],
    [null, 'chain.unhashed_member'],
  ])('a schema_id %j', async (schema_id, code) => {
    expect(await codes(chain(TWO, { schema_id }))).toEqual([code]);
  });

  test('only the gate checks schemas, unknown members and missing records', async () => {
    const foreign = record({ record_type: 'acme.note' });
    expect(await codes(chain([foreign]))).toEqual(['schema.record.unknown_record_type']);
    expect(await codes(chain([foreign]), COMPAT)).toEqual([]);
    expect(await codes({ ...omit(chain([]), 'chain_id'), 'a/b': 1 })).toEqual([
      'chain.empty',
      'schema.chain.invalid',
      'chain.unhashed_member',
    ]);
    expect(await tell(chain(TWO, { 'a/b': 1 }))).toEqual([
      'chain.unhashed_member /a~1b: member "a/b" is covered by no hash',
    ]);
    expect(await codes({ ...omit(chain([]), 'chain_id'), 'a/b': 1 }, COMPAT)).toEqual([]);
  });
});

describe('a signature over the whole', () => {
  const signed = records(2, ALICE);
  /** A chain whose signature covers this. */
  const over = (document: Doc, covered: Doc): Doc => ({
    ...document,
    signatures: [signatureObject(digest(covered), ALICE)],
  });
  const covered = (list: readonly Doc[], members: Doc = {}): Doc => ({
    ...omit(chain(list), 'signatures'),
    ...members,
    records: list,
  });
  const signatureCodes = async (document: Doc): Promise<string[]> =>
    (await codes(document, SIGNED)).filter((code) => code.startsWith('signature.'));

  test('treats empty metadata as absent, and keeps an offset and a fraction without trailing zeros', async () => {
    const empty = records(2, ALICE, () => ({ metadata: {} }));
    expect(await codes(over(chain(empty), covered(empty.map((one) => omit(one, 'metadata')))), SIGNED)).toEqual([]);
    expect(await signatureCodes(over(chain(empty), covered(empty)))).toEqual(['signature.digest_mismatch']);
    const late = record({ timestamp: '2026-01-02T03:04:05.500Z' }, { by: ALICE });
    const trimmed = { ...late, timestamp: '2026-01-02T03:04:05.5Z' };
    expect(await signatureCodes(over(chain([late]), covered([trimmed])))).toEqual([]);
    expect(await signatureCodes(over(chain([late]), covered([late])))).toEqual(['signature.digest_mismatch']);
  });

  test('treats absent members as empty, and the date as UTC', async () => {
    const bare = omit(chain(signed), 'chain_id', 'created_at', 'record_count', 'head_hash');
    const defaults = { chain_id: '', created_at: '0001-01-01T00:00:00Z', record_count: 0, head_hash: '' };
    expect(await signatureCodes(over(bare, covered(signed, defaults)))).toEqual([]);
    for (const name of ['chain_id', 'created_at', 'record_count', 'head_hash']) {
      const other = { ...covered(signed), ...omit(defaults, name) };
      expect(await signatureCodes(over(bare, other))).toEqual(['signature.digest_mismatch']);
    }
    const offset = chain(signed, { created_at: '2026-01-02T04:04:00.5+01:00' });
    expect(await signatureCodes(over(offset, covered(signed)))).toEqual([]);
  });

  test('covers a record without a timestamp', async () => {
    const timeless = omit(signed[0] ?? {}, 'timestamp');
    const found = await codes(over(chain([timeless]), covered([timeless])), SIGNED);
    expect(found).toContain('record.timestamp_required');
    expect(found.filter((code) => code.startsWith('signature.'))).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['is null', null, 'record.record_id_required'],
    ['is a number', 5, 'record.member_type'],
    ['has a member of a different type', { ...signed[1], source: 1 }, 'record.member_type'],
    ['has a member in a different case', { ...omit(signed[1] ?? {}, 'event'), Event: {} }, 'json.case_collision'],
  ])('is not checked when a record %s: the record is reported', async (_name, bad, code) => {
    const document = { ...signChain(chain(signed), ALICE), records: [signed[0], bad] };
    const verdict = await verifyBytes('c.json', document, SIGNED);
    const found = verdict.findings.map((one) => one.code);
    expect(found[0]).toBe(code);
    expect(found.filter((one) => one === 'signature.digest_mismatch' || one === 'internal')).toEqual([]);
    expect(verdict.signatures.verified).toBe(1);
  });

  test('in a bundle is checked as well', async () => {
    const inside = { 'chain.json': pretty(signChain(chain(signed), MALLORY)) };
    const verdict = await verifyArtifact(folder(bundle(inside, ALICE)), SIGNED);
    expect(verdict).toMatchObject({ findings: [{ code: 'signature.key_mismatch', entry: 'chain.json' }] });
  });
});

describe('in chunks', () => {
  /** What is told of a document that is read as slices: the chain of a bundle is, at any size. */
  const sliced = async (text: string) => {
    const verdict = await verifyArtifact(folder(bundle({ 'chain.json': text })));
    const told = verdict.findings.map(({ code, entry, line, column }) => `${code} ${entry} ${line}:${column}`);
    return { told, records: verdict.records };
  };
  const list = `[\n${JSON.stringify(TWO[0])},\n${JSON.stringify(TWO[1])}\n]`;

  test.each<[string, string, string[], number]>([
    ['a defect between the records', `{"records":\n[1,]}`, ['json.syntax chain.json 2:4'], 0],
    ['a defect before the records', `{"a":1,\n"a":2,"records":${list}}`, ['json.duplicate_member chain.json 2:1'], 2],
    ['a defect after the records', `{"records":${list},\n "a":1, "a":2}`, ['json.duplicate_member chain.json 5:9'], 2],
    ['an end that is missing', `{"records":${list}`, ['json.syntax chain.json 4:2'], 2],
    ['a defect inside a record', `{"records":[{"a":1,\n"a":2}]}`, ['json.duplicate_member chain.json 2:1'], 1],
  ])('%s is reported at its location', async (_name, text, expected, count) => {
    const { told, records: read } = await sliced(text);
    expect(told.slice(0, 1)).toEqual(expected);
    expect(read).toBe(count);
  });

  test('a large document of an unknown kind is reported like any other', async () => {
    const note = 'x'.repeat(1024 * 1024);
    expect(await codes(`{"note":"${note}"}`)).toEqual(['kind.unsupported']);
    expect(await codes(`{"note":"${note}","note":1}`)).toEqual(['json.duplicate_member']);
    expect(await codes(`["${note}"]`)).toEqual(['kind.unsupported']);
  });

  test('is not read once the run must stop', async () => {
    const bytes = Buffer.from(JSON.stringify(chain(relink(records(3)))));
    const source = memorySource('c.json', bytes);
    const input = { form: 'file' as const, source };
    expect(await verify(input, verifyOptions({ aborted: () => true }))).toMatchObject({
      records: 0,
      outcome: 'failed',
      findings: [{ code: 'run.interrupted' }],
    });
    expect(await verify(input, verifyOptions({ aborted: () => false }))).toMatchObject({ records: 3, findings: [] });
  });
});
