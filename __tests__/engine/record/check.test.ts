import { describe, expect, test } from '@jest/globals';
import { bothTypes } from '../../../src/engine/bundle/record-types.js';
import { compileCustomTypes } from '../../../src/engine/index.js';
import { LineSlicer } from '../../../src/engine/json/line-slicer.js';
import { readJson } from '../../../src/engine/json/read.js';
import type { Revocation } from '../../../src/engine/mode.js';
import type { VerifyOptions } from '../../../src/engine/options.js';
import { checkedRecord, finishedRecords, RecordChecker, settleSignature } from '../../../src/engine/record/check.js';
import type { Checked, RunRules } from '../../../src/engine/record/types.js';
import type { CustomTypes } from '../../../src/engine/schema/types.js';
import { revocationProblem } from '../../../src/engine/signature/revocation.js';
import type { CheckedRecord } from '../../../src/engine/types.js';
import { ALICE, type Doc, jsonl, omit, record, recordHash, records } from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';

/* What is known of a record by looking at it alone. */

const RULES: RunRules = { link: 'none', schema: 'typed', nullRecord: 'refuse' };
const OPTIONS = verifyOptions();
const SIGNING = verifyOptions({ trust: trustIn([ALICE.publicKey]) });

/** Each line of a text, checked. */
function check(text: string, options: VerifyOptions = OPTIONS, rules: RunRules = RULES): (Checked | undefined)[] {
  const checker = new RecordChecker(options, rules);
  const slicer = new LineSlicer(options.limits);
  return [...slicer.push(Buffer.from(text)), ...slicer.finish()].map((slice) => checker.check(slice));
}
const told = (one: Checked | undefined): string[] =>
  (one?.problems ?? []).map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
const tell = (one: unknown, options: VerifyOptions = OPTIONS, rules: RunRules = RULES): string[] =>
  told(check(JSON.stringify(one), options, rules)[0]);

const UNSEALED =
  'the record is not sealed yet; `proof-verify hash --write FILE` seals it, `proof-verify sign` seals and signs it';

describe('a record', () => {
  const [first = {}, second = {}] = records(2, ALICE);

  test('that can be read has its id and hash', () => {
    const [, , one] = check(`\n${JSON.stringify(first)}\n\n ${JSON.stringify(second)}\n${JSON.stringify(second)}`);
    const offset = 2 + 2 * Buffer.byteLength(JSON.stringify(first)) + 3;
    expect({ ...one, offset: (one?.offset ?? 0) > offset }).toEqual({
      line: 5,
      offset: true,
      readable: true,
      recordId: 'r1',
      declaredHash: recordHash(second),
      previousHash: recordHash(first),
      signingKeyId: ALICE.keyId,
      epochMs: Date.parse('2026-01-02T03:04:01Z'),
      hash: recordHash(second),
      problems: [],
      signature: 'unchecked',
      keyId: undefined,
      ok: true,
      value: second,
      slice: expect.objectContaining({ line: 5 }),
      job: undefined,
    });
  });

  const unreadable = {
    line: 1,
    offset: 0,
    readable: false,
    recordId: '',
    declaredHash: '',
    previousHash: '',
    signingKeyId: '',
    epochMs: Number.NaN,
    hash: '',
    signature: 'none',
    keyId: undefined,
    ok: false,
    value: undefined,
    job: undefined,
  };

  test.each<[string, object, string[]]>([
    ['{', {}, ['json.syntax : not valid JSON: expected a member name in double quotes, found the end of the text']],
    ['[1]', {}, ['record.member_type : a record must be an object, not list']],
    ['null', {}, ['record.member_type : a record must be an object, not null']],
    ['"x"', {}, ['record.member_type : a record must be an object, not string']],
    [
      '{"record_id":"x","source":1}',
      { recordId: 'x', value: { record_id: 'x', source: 1 } },
      ['record.member_type /source: "source" must be a string, not a number'],
    ],
    [
      '{"record_id":1}',
      { value: { record_id: 1 } },
      ['record.member_type /record_id: "record_id" must be a string, not a number'],
    ],
  ])('%s cannot be read', (text, more, problems) => {
    const [one] = check(text, SIGNING);
    expect({ ...one, problems: told(one) }).toEqual({ ...unreadable, ...more, problems });
  });

  test('has its problems at their locations', () => {
    const text = `  ${JSON.stringify({ ...first, source: 'x' })}`;
    expect(check(text)[0]).toMatchObject({ offset: 2, problems: [{ pointer: '/integrity/record_hash' }] });
    expect(check(text)[0]?.problems[0]).not.toHaveProperty('offset');
    expect(check(` {"a":1,,}`)[0]?.problems[0]?.offset).toBe(8);
    expect(check(`  []`)[0]).toMatchObject({ offset: 2, problems: [{ pointer: '' }] });
  });

  test.each<[string, Doc, string[]]>([
    [
      'no integrity',
      omit(record(), 'integrity'),
      [`record.integrity_required /integrity: integrity is missing: ${UNSEALED}`],
    ],
    [
      'no hash',
      { ...record(), integrity: {} },
      [`record.hash_required /integrity/record_hash: record_hash is missing: ${UNSEALED}`],
    ],
    [
      'a different hash',
      { ...record(), integrity: { record_hash: 'x' } },
      [`record.hash_required /integrity/record_hash: record_hash "x" is not a SHA-256: ${UNSEALED}`],
    ],
    [
      'texts of white space only',
      record({ source: ' ', record_id: '' }),
      [
        'record.record_id_required /record_id: record_id is missing or empty',
        'record.source_required /source: source is missing or empty',
      ],
    ],
    [
      'nothing',
      {},
      [
        'record.record_id_required /record_id: record_id is missing or empty',
        'record.record_version_required /record_version: record_version is missing or empty',
        'record.timestamp_required /timestamp: timestamp is missing',
        'record.source_required /source: source is missing or empty',
        'record.source_product_required /source_product: source_product is missing or empty',
        'record.record_type_required /record_type: record_type is missing or empty',
        'record.event_required /event: event is missing',
        `record.integrity_required /integrity: integrity is missing: ${UNSEALED}`,
      ],
    ],
    [
      'a fraction',
      record({ timestamp: '2026-01-02T03:04:05.5Z' }),
      ['record.timestamp_fraction /timestamp: the fraction of a second in timestamp is not covered by the hash'],
    ],
    [
      'members that no hash covers',
      record({ 'a/b': 1, controls: { permissions_enforced: true } }),
      ['record.unhashed_member /a~1b: member "/a~1b" is not covered by the record hash'],
    ],
  ])('with %s', (_name, one, expected) => {
    expect(tell(one)).toEqual(expected);
  });

  test('is ok with warnings and notices, but not with errors', () => {
    const fraction = record({ timestamp: '2026-01-02T03:04:05.5Z', note: 1 });
    expect(check(JSON.stringify(fraction), verifyOptions({ strict: false }))[0]).toMatchObject({
      ok: true,
      problems: [
        { code: 'record.unhashed_member', severity: 'warning' },
        { code: 'record.timestamp_fraction', severity: 'notice' },
      ],
    });
    expect(check(JSON.stringify(fraction))[0]).toMatchObject({ ok: false });
    expect(tell(fraction, verifyOptions({ mode: 'compat' }))).toEqual([]);
  });
});

test('a cosign signature that cannot be checked is reported at the signature', () => {
  const bare = record();
  const integrity = { ...(bare['integrity'] as Doc), signature: 'cosign:AAAA', signing_key_id: 'ci' };
  expect(tell({ ...bare, integrity }, SIGNING)).toEqual([
    'key.missing /integrity/signature: a cosign signature is there but no cosign key or certificate is given',
  ]);
});

describe('schemas', () => {
  const type = async (required: string): Promise<CustomTypes | undefined> => {
    const bytes = Buffer.from(JSON.stringify({ properties: { event: { required: [required] } } }));
    return (await compileCustomTypes([{ type: 'acme.note', name: 'n.json', bytes }], (one) => readJson(one, 9))).types;
  };
  const note = (event: Doc): Doc => record({ record_type: 'acme.note', event });

  test('are checked according to the rules', () => {
    const odd = omit(record({ controls: { permissions_enforced: false } }), 'controls');
    expect(tell(note({}))).toEqual([
      'schema.record.unknown_record_type /record_type: record type "acme.note" is not built in and has no schema (--custom-type-schema TYPE=FILE)',
    ]);
    expect(tell(note({}), OPTIONS, { ...RULES, schema: 'none' })).toEqual([]);
    expect(tell(odd)).toEqual([]);
    // The raw value lacks what the typed view fills in.
    expect(tell(odd, OPTIONS, { ...RULES, schema: 'raw' })).toEqual([
      'schema.record.invalid : the record must have "controls"',
    ]);
  });

  test('may have a different code', () => {
    const schemaCode = 'schema.record.bundle_validation_failed';
    expect(tell(note({}), OPTIONS, { ...RULES, schemaCode }).map((one) => one.split(' ')[0])).toEqual([schemaCode]);
  });

  test('of the artifact replace those of the caller, which a bundle combines with its own', async () => {
    const [mine, theirs] = [await type('mine'), await type('theirs')];
    const options = verifyOptions({ customTypes: theirs });
    const both: RunRules = { ...RULES, custom: bothTypes(theirs, mine) };
    expect(tell(note({ theirs: 1 }), options)).toEqual([]);
    expect(tell(note({ theirs: 1 }), options, both)).toHaveLength(1);
    expect(tell(note({ mine: 1 }), options, both)).toHaveLength(1);
    expect(tell(note({ mine: 1, theirs: 1 }), options, both)).toEqual([]);
    expect([bothTypes(undefined, mine), bothTypes(theirs, undefined)]).toEqual([mine, theirs]);
  });

  test('do not repeat reported problems', () => {
    const codes = tell(record({ source: '' })).map((one) => one.split(' ')[0]);
    expect(codes).toEqual(['record.source_required']);
  });
});

describe('revocation', () => {
  const at = 1000;
  const entry = (keyId: string, revokedAt: number | undefined, reason = ''): Revocation => ({
    keyId,
    revokedAt,
    reason,
  });
  const of = (revocations: readonly Revocation[], keyId = 'k') =>
    revocationProblem(revocations, keyId, at, '/integrity/signing_key_id');

  test.each<[string, readonly Revocation[], boolean]>([
    ['nobody', [], false],
    ['a different signer', [entry('x', 0)], false],
    ['before', [entry('k', at - 1)], true],
    ['at that instant', [entry('k', at)], true],
    ['later', [entry('k', at + 1)], false],
    ['at no known time', [entry('k', undefined)], true],
    ['later and before', [entry('k', at + 1), entry('k', at - 1)], true],
    ['a different signer and then the key', [entry('x', 0), entry('k', 0)], true],
  ])('of %s', (_name, revocations, revoked) => {
    expect(of(revocations) !== undefined).toBe(revoked);
  });

  test('includes the reason when it is known', () => {
    const code = 'signature.key_revoked';
    const pointer = '/integrity/signing_key_id';
    expect(of([entry('k', 0)])).toEqual({ code, pointer, message: 'signing key "k" is revoked' });
    expect(of([entry('k', 0, 'lost')])).toEqual({ code, pointer, message: 'signing key "k" is revoked: "lost"' });
  });

  test('requires a key id', () => {
    expect(of([entry('', 0)], '')).toBeUndefined();
  });

  test('without a readable time is in force', () => {
    expect(revocationProblem([entry('k', at)], 'k', Number.NaN, '/k')).toBeDefined();
  });
});

describe('the verdict on a signature', () => {
  const [one] = check(JSON.stringify(record({}, { by: ALICE })), SIGNING);
  const waiting = (): Checked => {
    if (one?.job === undefined) throw new Error('a signature waits');
    return { ...one, problems: [] };
  };
  const settle = (verdict: Parameters<typeof settleSignature>[1], more: Partial<VerifyOptions> = {}): Checked => {
    const settled = waiting();
    settleSignature(settled, verdict, { ...SIGNING, ...more });
    return settled;
  };

  test('good', () => {
    expect(settle({ ok: true, keyId: 'k' })).toMatchObject({
      signature: 'verified',
      keyId: 'k',
      ok: true,
      problems: [],
    });
    expect(settle({ ok: true, keyId: 'k' }).job).toBeUndefined();
  });

  test('bad, with its message', () => {
    expect(settle({ ok: false, code: 'key.weak', message: 'why' })).toMatchObject({
      signature: 'failed',
      keyId: undefined,
      ok: false,
      problems: [{ code: 'key.weak', message: 'why', pointer: '/integrity/signature' }],
    });
  });

  test('a missing verdict counts as bad', () => {
    expect(settle(undefined)).toMatchObject({
      signature: 'failed',
      ok: false,
      problems: [
        { code: 'signature.invalid', message: 'the signature does not verify', pointer: '/integrity/signature' },
      ],
    });
  });

  test('good, by a key that is revoked by its real id', () => {
    const revocations = [{ keyId: 'k', revokedAt: undefined, reason: '' }];
    expect(settle({ ok: true, keyId: 'k' }, { revocations })).toMatchObject({
      signature: 'verified',
      ok: false,
      problems: [{ code: 'signature.key_revoked' }],
    });
    // The name in the record was looked at before.
    const named = [{ keyId: ALICE.keyId, revokedAt: undefined, reason: '' }];
    expect(settle({ ok: true, keyId: ALICE.keyId }, { revocations: named })).toMatchObject({ ok: true, problems: [] });
  });
});

describe('finished in this thread', () => {
  const finished = (docs: readonly unknown[], options: VerifyOptions, rules = RULES) => {
    const slicer = new LineSlicer(options.limits);
    const slices = [...slicer.push(Buffer.from(jsonl(docs))), ...slicer.finish()];
    return finishedRecords(slices, new RecordChecker(options, rules), 'a.jsonl', 'e', options);
  };

  test('any number, each with its own signature', () => {
    const list = records(130, ALICE);
    const other = (list[0]?.['integrity'] as Doc | undefined)?.['signature'];
    const many = list.map((one, i) =>
      i === 100 ? { ...one, integrity: { ...(one['integrity'] as Doc), signature: other } } : one,
    );
    const states = finished(many, SIGNING).map((one) => one?.signature);
    expect(states).toEqual(many.map((_, i) => (i === 100 ? 'failed' : 'verified')));
  });

  test('makes extracts when everything is known, and drops the values', () => {
    const seen: CheckedRecord[] = [];
    const records = { extract: (one: CheckedRecord) => seen.push(one), accept: () => {} };
    const [good, bad] = finished([record({}, { by: ALICE }), { record_id: 'x', record_type: 'decision', source: 1 }], {
      ...SIGNING,
      records,
    });
    expect(seen).toMatchObject([
      { artifact: 'a.jsonl', entry: 'e', index: 0, line: 1, signature: 'verified', keyId: ALICE.keyId, ok: true },
      { recordId: 'x', recordHash: '', signature: 'none', ok: false },
    ]);
    expect([good?.fact, bad?.fact]).toEqual([1, 2]);
    expect([good?.value, bad?.value, good?.job]).toEqual([undefined, undefined, undefined]);
    expect(finished([record()], OPTIONS)[0]).toMatchObject({ value: undefined, fact: undefined });
  });
});

test('a record as callers receive it', () => {
  const [one] = check(JSON.stringify(record()));
  if (one === undefined) throw new Error('a record');
  const locate = expect.any(Function);
  const shown = {
    locate,
    artifact: 'a',
    index: 7,
    line: 1,
    value: {},
    recordId: String(record()['record_id']),
    recordHash: recordHash(record()),
    signature: 'none',
    ok: true,
  };
  expect(checkedRecord(one, 7, 'a', undefined, {})).toStrictEqual(shown);
  expect(checkedRecord({ ...one, keyId: 'k' }, 7, 'a', 'e', {})).toStrictEqual({ ...shown, entry: 'e', keyId: 'k' });
});

describe('the location of a member', () => {
  const line = JSON.stringify({ ...record(), event: { é: '😀', tool: 'x' } });

  test.each<[string, string, number, string]>([
    ['on the first line', line, 1, '"tool"'],
    ['on a later line', `${line}\n\n${line}`, 3, '"tool"'],
  ])('%s, in UTF-16 code units', (_, text, row, found) => {
    const one = check(text).at(-1);
    if (one === undefined) throw new Error('a record');
    const { locate } = checkedRecord(one, 0, 'a', undefined, {});
    expect(locate?.('/event/tool')).toEqual({ line: row, column: line.indexOf(found) + 1 });
    // Of a member that is missing: the object around it.
    expect(locate?.('/event/none')).toEqual({ line: row, column: line.indexOf('"event"') + 1 });
  });
});

test('null counts as an empty record in a chain only', () => {
  expect(check('null', OPTIONS, { ...RULES, nullRecord: 'empty' })[0]).toMatchObject({ readable: true, value: {} });
  expect(check('5', OPTIONS, { ...RULES, nullRecord: 'empty' })[0]).toMatchObject({ readable: false });
  expect(check('null')[0]).toMatchObject({ readable: false });
});
