import { describe, expect, test } from '@jest/globals';
import type { Slice } from '../../../../src/engine/json/slice.js';
import type { Checked } from '../../../../src/engine/record/types.js';
import {
  decodeAnswer,
  encodeAnswer,
  packSlices,
  type Task,
  unpackSlices,
} from '../../../../src/gate/evidence/workers/codec.js';
import type { RecordFact } from '../../../../src/model/facts.js';

/* What crosses between threads comes out as it went in. That it is right is in workers.test.ts. */

const hash = (digit: string): string => `sha256:${digit.repeat(64)}`;
const AT = { artifact: 'a.jsonl', entry: undefined as string | undefined };

function slices(count: number): Slice[] {
  const bytes = Buffer.from(new ArrayBuffer(count * 10));
  return Array.from({ length: count }, (_, i) => ({
    bytes: bytes.subarray(i * 10, i * 10 + 8),
    offset: 1000 + i * 10,
    line: i + 1,
    members: 3 + i,
    escapes: i % 2 === 1,
    escapedNames: i % 4 > 1,
  }));
}

/** A record that a worker found nothing wrong with. */
function good(slice: Slice, members: Partial<Checked> = {}, fact: Partial<RecordFact> = {}): Checked {
  const { line, offset } = slice;
  const one = {
    line,
    offset,
    readable: true,
    recordId: 'r',
    declaredHash: hash('a'),
    previousHash: '',
    signingKeyId: '',
    epochMs: Date.parse('2026-01-02T03:04:05Z'),
    problems: [],
    signature: 'none' as const,
    keyId: undefined,
    ok: true,
    value: undefined,
    job: undefined,
    ...members,
  };
  const { recordId, declaredHash, previousHash, signature, keyId } = one;
  const made: RecordFact = {
    artifact: AT.artifact,
    index: 0,
    line,
    recordId,
    recordType: 'decision',
    sourceProduct: 'ci',
    timestamp: '2026-01-02T03:04:05Z',
    recordHash: declaredHash,
    signature,
    verified: true,
    ...(previousHash === '' ? {} : { previousHash }),
    ...(keyId === undefined ? {} : { keyId }),
    ...fact,
  };
  return { hash: declaredHash, fact: made, ...one };
}

function crossed(given: readonly Slice[], checked: readonly (Checked | undefined)[], at = AT) {
  const packed = packSlices(given);
  if (packed === undefined) throw new Error('the slices lie in one buffer');
  const task: Task = { id: 1, rules: { link: 'none', schema: 'none', nullRecord: 'refuse' }, ...at, ...packed };
  const answer = structuredClone(encodeAnswer(task, checked));
  return { answer, back: decodeAnswer(answer, given) };
}

test('slices', () => {
  const given = slices(5);
  const packed = packSlices(given);
  if (packed === undefined) throw new Error('the slices lie in one buffer');
  expect(unpackSlices(packed)).toEqual(given);
});

describe('a record', () => {
  test.each<[string, Partial<Checked>, Partial<RecordFact>]>([
    ['plain', {}, {}],
    [
      'with texts that are empty',
      { recordId: '', epochMs: Number.NaN },
      { recordType: '', sourceProduct: '', timestamp: '' },
    ],
    ['that links to another', { previousHash: hash('b') }, {}],
    ['signed', { signature: 'verified', signingKeyId: 'k', keyId: 'id' }, {}],
    ['signed by a key without an id of its own', { signature: 'verified', signingKeyId: 'k' }, {}],
    ['signed and not checked', { signature: 'unchecked', signingKeyId: 'k' }, {}],
    ['of an agent', {}, { agentId: 'bot' }],
    ['with relations', {}, { links: [{ kind: 'calls', from: 'a', to: 'b' }] }],
    ['with members missing', {}, { missing: ['event.a'] }],
    ['with rules', {}, { rules: [{ rule: 1 }] }],
    ['that a rule wants approved', {}, { approvalRules: [0] }],
    ['that asks for approval', {}, { asksApproval: true }],
    ['of an intent', {}, { intents: ['ab'] }],
    ['that approves', {}, { approval: { names: [{ id: 'x' }], says: 'approves' as const } }],
    ['of a test', {}, { test: { name: 'unit', outcome: 'passed', passed: true, told: true } }],
  ])('%s', (_, members, fact) => {
    const [slice, next] = slices(2);
    if (slice === undefined || next === undefined) throw new Error('two slices');
    const checked = [good(slice, members, fact), good(next)];
    const { answer, back } = crossed([slice, next], checked);
    expect(back).toStrictEqual(checked);
    expect(answer.odd).toEqual([]);
  });

  test('of an entry', () => {
    const [slice] = slices(1);
    if (slice === undefined) throw new Error('a slice');
    const checked = [good(slice, {}, { entry: 'records.jsonl' })];
    expect(crossed([slice], checked, { ...AT, entry: 'records.jsonl' }).back).toStrictEqual(checked);
  });

  test('in a chain, where the previous hash is not repeated', () => {
    const given = slices(3);
    const links = ['', hash('a'), hash('a')];
    const hashes = [hash('a'), hash('b'), hash('c')];
    const checked = given.map((slice, i) =>
      good(slice, { declaredHash: hashes[i] ?? '', previousHash: links[i] ?? '' }),
    );
    const { answer, back } = crossed(given, checked);
    expect(back).toStrictEqual(checked);
    expect(answer.facts.rows.filter((one) => one === hash('a'))).toHaveLength(2);
    expect(answer.facts.texts).toEqual(['a.jsonl', 'decision', 'ci', '']);
  });

  test.each<[string, Partial<Checked>]>([
    ['that failed', { ok: false }],
    ['that could not be read', { readable: false }],
    [
      'with a problem',
      { problems: [{ code: 'record.hash_mismatch', message: 'm' }] as unknown as Checked['problems'] },
    ],
    ['whose hash is another', { hash: hash('f') }],
    ['whose signature is still to be looked at', { job: {} as NonNullable<Checked['job']> }],
    ['without a fact', { fact: undefined }],
  ])('%s goes as it is', (_, members) => {
    const given = slices(3);
    const checked = given.map((slice, i) => (i === 1 ? { ...good(slice), ...members } : good(slice)));
    const { answer, back } = crossed(given, checked);
    expect(answer.odd).toEqual([[1, checked[1]]]);
    expect(back).toEqual(checked);
  });

  test('that is undefined stays undefined', () => {
    const given = slices(3);
    const checked = given.map((slice, i) => (i === 1 ? undefined : good(slice)));
    expect(crossed(given, checked).back).toStrictEqual(checked);
  });
});

test.each([
  ['no rows', () => []],
  ['a row too many', (row: readonly (string | number)[]) => [...row, ...row]],
  ['half a row', (row: readonly (string | number)[]) => row.slice(0, 7)],
  ['an unknown state', (row: readonly (string | number)[]) => row.with(11, 9)],
  ['no hash', (row: readonly (string | number)[]) => row.with(9, undefined as unknown as string)],
])('an answer with %s is refused', (_, spoil) => {
  const given = slices(1);
  const { answer } = crossed(
    given,
    given.map((slice) => good(slice)),
  );
  const facts = { ...answer.facts, rows: spoil(answer.facts.rows) };
  expect(() => decodeAnswer({ ...answer, facts }, given)).toThrow('a worker answered with less than it was asked');
});
