import { describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { hashOfRecord, sealRecord, sealText } from '../../../src/engine/kinds/seal.js';
import type { JsonObject } from '../../../src/engine/types.js';
import { type Doc, omit, pretty, record, recordHash } from '../../support/build.js';
import { verifyBytes } from './cases/run.js';

const bare = omit(record(), 'integrity');
const HASH = recordHash(record());
const sealed = (text: string): string => sealText(Buffer.from(text), 200).text;

/** Code, message and pointer of the fault that a call throws. */
function faultOf(run: () => unknown): [string, string, string | undefined] | 'none' {
  try {
    run();
    return 'none';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.code, error.message, error.place.pointer];
  }
}

describe('sealText', () => {
  test.each<[string, string]>([
    ['a record without integrity', pretty(bare)],
    ['an empty integrity', pretty({ ...bare, integrity: {} })],
    ['a null integrity', pretty({ ...bare, integrity: null })],
    ['a wrong hash', pretty({ ...bare, integrity: { record_hash: 'x' } })],
    ['a key id beside it', pretty({ ...bare, integrity: { signing_key_id: 'k' } })],
    ['one line', JSON.stringify(bare)],
    ['escapes and odd order', JSON.stringify(bare).replace('"unit"', '"\\u0075nit"').replace('{', '{ \t')],
  ])('%s', async (_name, text) => {
    const { text: made, hash } = sealText(Buffer.from(text), 200);
    expect(hash).toBe(HASH);
    const { findings } = await verifyBytes('r.json', made);
    expect(findings.filter((found) => found.severity === 'error')).toEqual([]);
    expect(sealed(made)).toBe(made);
  });

  // Everything else stays as the producer wrote it, byte for byte.
  const members = JSON.stringify(bare).slice(1, -1);
  test.each<[string, string, string]>([
    ['no integrity', `{${members}}`, `{${members}, "integrity": {"record_hash": "${HASH}"}}`],
    ['a line for each', `{\n  ${members}\n}\n`, `{\n  ${members}, "integrity": {"record_hash": "${HASH}"}\n}\n`],
    ['an empty one', `{${members},"integrity":{ }}`, `{${members},"integrity":{"record_hash": "${HASH}" }}`],
    ['null', `{"integrity" : null ,${members}}`, `{"integrity" : {"record_hash": "${HASH}"} ,${members}}`],
    [
      'other members in it',
      `{"integrity":{"signing_key_id":"é" },${members}}`,
      `{"integrity":{"signing_key_id":"é", "record_hash": "${HASH}" },${members}}`,
    ],
    [
      'a hash of any kind',
      `{"integrity":{"record_hash" :"","signature":"s"},${members}}`,
      `{"integrity":{"record_hash" :"${HASH}","signature":"s"},${members}}`,
    ],
    [
      'a hash somewhere else',
      `{"metadata":null,"record_hash":"x",${members}}`,
      `{"metadata":null,"record_hash":"x",${members}, "integrity": {"record_hash": "${HASH}"}}`,
    ],
  ])('changes nothing but the hash: %s', (_name, text, expected) => {
    expect(sealed(text)).toBe(expected);
  });

  test('an empty object becomes a record of nothing', () => {
    expect(sealed('{ }')).toBe(`{"integrity": {"record_hash": "${hashOfRecord({})}"} }`);
  });

  test.each<[string, string, string, string | undefined]>([
    ['[]', 'kind.unsupported', 'a record is a JSON object', undefined],
    ['"x"', 'kind.unsupported', 'a record is a JSON object', undefined],
    [
      '{',
      'json.syntax',
      'not valid JSON: a member name in double quotes is expected (the text ends too early)',
      undefined,
    ],
    ['{"source":1}', 'record.member_type', '"source" must be a string, not a number', '/source'],
    ['{"source":1,"event":2}', 'record.member_type', '"source" must be a string, not a number', '/source'],
    [
      '{"Event":{}}',
      'json.case_collision',
      'member "Event" differs from "event" only by case: readers disagree about which one counts',
      '/Event',
    ],
  ])('%s is refused', (text, code, message, pointer) => {
    expect(faultOf(() => sealed(text))).toEqual([code, message, pointer]);
  });
});

describe('sealRecord', () => {
  const seal = (one: Doc): JsonObject => sealRecord(one as unknown as JsonObject);

  test.each<[string, unknown, Doc]>([
    ['keeps what else is in integrity', { signing_key_id: 'k' }, { signing_key_id: 'k', record_hash: HASH }],
    [
      'puts the hash in the place of another',
      { record_hash: 'x', signature: 's' },
      { record_hash: HASH, signature: 's' },
    ],
    ['makes an integrity', null, { record_hash: HASH }],
    ['makes one where there is none', undefined, { record_hash: HASH }],
  ])('%s', (_name, integrity, expected) => {
    expect(seal({ ...bare, integrity })).toEqual({ ...bare, integrity: expected });
  });

  test('refuses what is no record', () => {
    expect(faultOf(() => seal({ ...bare, integrity: [] }))).toEqual([
      'record.member_type',
      '"integrity" must be an object, not a list',
      '/integrity',
    ]);
  });
});
