import { describe, expect, test } from '@jest/globals';
import {
  ALICE,
  chain,
  type Files,
  guardManifest,
  jsonl,
  MALLORY,
  pack,
  pretty,
  RUN_FILES,
  record,
  records,
  runpack,
  signedJson,
  zip,
} from '../../support/build.js';
import { SIGNED, verifyBytes } from './cases/run.js';

/* Records in Gait's archives beside those that Gait puts there: a record is a record wherever it lies (hardening 25). */

const guard = (files: Files): Buffer =>
  zip({ 'pack_manifest.json': JSON.stringify(guardManifest(files, ALICE)), ...files });
const ARCHIVES: readonly (readonly [string, (files: Files) => Buffer])[] = [
  ['a pack', (files) => pack(files, ALICE)],
  ['a runpack', (files) => runpack({ ...RUN_FILES, ...files }, ALICE)],
  ['a guard pack', guard],
];

const GOOD = record({}, { by: ALICE });
const FORGED = { ...GOOD, source: 'elsewhere' };
const [, second] = records(2, ALICE);

describe.each(ARCHIVES)('%s', (_, archive) => {
  const verdictOf = async (files: Files): Promise<readonly [readonly string[], number]> => {
    const { findings, records: count } = await verifyBytes('p.zip', archive(files), SIGNED);
    const errors = findings.filter(({ severity }) => severity === 'error');
    return [[...new Set(errors.map(({ code }) => code))], count];
  };

  test.each<[string, Files, string, number]>([
    ['a forged record', { 'r.json': pretty(FORGED) }, 'record.hash_mismatch', 1],
    ['a forged record under a different name', { 'notes.txt': pretty(FORGED) }, 'record.hash_mismatch', 1],
    ['an unsigned record', { 'r.json': pretty(record()) }, 'signature.missing', 1],
    ['the record of a stranger', { 'r.json': pretty(record({}, { by: MALLORY })) }, 'signature.key_mismatch', 1],
    ['a stream with a forged record', { 'r.jsonl': jsonl([GOOD, FORGED]) }, 'record.hash_mismatch', 2],
    ['a stream that begins in the middle', { 'r.jsonl': jsonl([second]) }, 'chain.link_broken', 1],
    ['a chain with a forged record', { 'c.json': pretty(chain([FORGED])) }, 'record.hash_mismatch', 1],
    ['a list of records', { 'l.json': pretty([GOOD]) }, 'schema.record.invalid', 0],
    [
      'a record without its id',
      { 'r.json': pretty({ ...GOOD, record_id: undefined }) },
      'record.record_id_required',
      0,
    ],
  ])('with %s fails', async (_name, files, code, count) => {
    const [codes, found] = await verdictOf(files);
    expect(codes).toContain(code);
    expect(found).toBe(count);
  });

  test.each<[string, Files, number]>([
    ['a signed record', { 'r.json': pretty(GOOD) }, 1],
    ['a signed chain', { 'c.json': pretty(chain(records(2, ALICE))) }, 2],
    ['a signed stream', { 'r.jsonl': jsonl(records(2, ALICE)) }, 2],
    ['a reference to a record', { 'o.json': pretty({ record_id: 'x', record_hash: 'y', event: 'z' }) }, 0],
    ['a summary of records', { 's.json': pretty({ records: [{ record_id: 'x', type: 'decision' }] }) }, 0],
    [
      'a journal',
      { 'j.jsonl': jsonl([{ record_type: 'header', header: { schema_id: 'gait.runpack.session_journal' } }]) },
      0,
    ],
    ['a log', { 'l.jsonl': '{"level":1}\n{"level":' }, 0],
    ['an empty file', { 'e.jsonl': '' }, 0],
    ['a text', { 'README.md': 'record_id' }, 0],
    [
      'an expired token',
      {
        't.json': pretty(
          signedJson({ schema_id: 'gait.gate.approval_token', expires_at: '2020-01-01T00:00:00Z' }, ALICE),
        ),
      },
      0,
    ],
  ])('with %s verifies', async (_name, files, count) => {
    expect(await verdictOf(files)).toEqual([[], count]);
  });
});

test('the proof records of a runpack are records too', async () => {
  const files = { ...RUN_FILES, 'proof_records.jsonl': jsonl([FORGED]) };
  const { findings } = await verifyBytes('r.zip', runpack(files, ALICE), SIGNED);
  expect(findings.map(({ code, entry }) => [code, entry])).toEqual([['record.hash_mismatch', 'proof_records.jsonl']]);
});
