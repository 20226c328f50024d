import { afterAll, describe, expect, test } from '@jest/globals';
import { type VerifyArtifactOptions, verifyArtifact } from '../../../src/engine/index.js';
import { memorySource } from '../../../src/engine/source/memory.js';
import type { CheckedRecord } from '../../../src/engine/types.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  chain,
  type Doc,
  type Files,
  folder,
  jsonl,
  MALLORY,
  omit,
  pretty,
  record,
  recordHash,
  records,
  relink,
  removeFolders,
  signChain,
  zip,
} from '../../support/build.js';
import { verifyOptions } from '../../support/options.js';
import { SIGNED, verifyBytes } from './cases/run.js';

afterAll(removeFolders);

const FOUR = records(4);
const [a = {}, b = {}, c = {}, d = {}] = FOUR;
const codes = async (name: string, content: unknown, options?: VerifyArtifactOptions): Promise<string[]> =>
  (await verifyBytes(name, content, options)).findings.map(
    (one) => `${one.code}${one.record_id === undefined ? '' : ` ${one.record_id}`}`,
  );

describe('the records of a chain', () => {
  const fine: string[] = [];
  test.each<[string, Doc[], string[]]>([
    ['in order', [a, b, c, d], fine],
    ['one record', [a], fine],
    ['the first dropped', [b, c, d], ['chain.link_broken r1']],
    ['one dropped', [a, c, d], ['chain.link_broken r2']],
    ['the last dropped', [a, b, c], fine],
    ['two swapped', [a, c, b, d], ['chain.link_broken r2', 'chain.link_broken r1', 'chain.link_broken r3']],
    [
      'reversed',
      [d, c, b, a],
      ['chain.link_broken r3', 'chain.link_broken r2', 'chain.link_broken r1', 'chain.link_broken r0'],
    ],
    ['one repeated', [a, b, b, c, d], ['chain.link_broken r1']],
    ['one inserted', [a, record({ record_id: 'x' }), b, c], ['chain.link_broken x', 'chain.link_broken r1']],
    ['one changed', [a, { ...b, event: {} }, c], ['record.hash_mismatch r1']],
    [
      'one changed and sealed anew',
      [a, record({ ...omit(b, 'integrity'), event: {} }, { previous: recordHash(a) }), c],
      ['chain.link_broken r2'],
    ],
    ['all linked anew', relink([d, b, a]), fine],
  ])('%s', async (_name, list, expected) => {
    expect(await codes('c.json', chain(list))).toEqual(expected);
    // The same records say the same as a stream and as a folder, where each position is one record.
    expect(await codes('c.jsonl', jsonl(list))).toEqual(expected);
    const files = Object.fromEntries(list.map((one, i) => [`${i}.json`, JSON.stringify(one)]));
    const verdict = await verifyArtifact(folder(files));
    expect(verdict.findings.map((one) => `${one.code} ${one.record_id}`)).toEqual(expected);
    expect(verdict).toMatchObject({
      kind: 'chain_directory',
      records: list.length,
      headHash: recordHash(list.at(-1) ?? {}),
    });
  });

  test('null and other elements', async () => {
    expect(await codes('c.json', { ...chain([a]), records: [a, 5], record_count: 2 })).toEqual(['record.member_type']);
    expect((await codes('c.json', chain([a], { records: [null, a], record_count: 2 }))).slice(0, 1)).toEqual([
      'record.record_id_required',
    ]);
    expect(await codes('c.jsonl', 'null\n')).toEqual(['record.member_type']);
  });

  test('no record can link to an unreadable one', async () => {
    expect(await codes('c.jsonl', `${JSON.stringify(a)}\n{"broken"\n${JSON.stringify(c)}\n`)).toEqual([
      'json.syntax',
      'chain.link_broken r2',
    ]);
  });

  test.each<[string, Doc, string[]]>([
    ['no head', omit(chain(FOUR), 'head_hash'), ['chain.head_hash_mismatch']],
    ['an empty head', chain(FOUR, { head_hash: '' }), ['schema.chain.invalid', 'chain.head_hash_mismatch']],
    ['no count', omit(chain(FOUR), 'record_count'), ['schema.chain.invalid', 'chain.record_count_mismatch']],
    ['a count of zero', chain(FOUR, { record_count: 0 }), ['chain.record_count_mismatch']],
    [
      'half a count',
      chain(FOUR, { record_count: 4.5 }),
      ['chain.member_type', 'schema.chain.invalid', 'chain.record_count_mismatch'],
    ],
    ['no records', omit(chain([]), 'records'), ['kind.unsupported']],
    ['null records', chain([], { records: null }), ['chain.member_type']],
    [
      'an impossible date',
      chain(FOUR, { created_at: '2026-02-30T00:00:00Z' }),
      ['chain.member_type', 'schema.chain.invalid'],
    ],
    ['a twin', chain(FOUR, { Head_Hash: 'x' }), ['json.case_collision', 'chain.unhashed_member']],
    ['nothing wrong', chain(FOUR), []],
  ])('the document: %s', async (_name, document, expected) => {
    expect(await codes('c.json', document)).toEqual(expected);
  });

  test('not strict: the count may differ, the head must not', async () => {
    expect(await codes('c.json', chain(FOUR, { record_count: 9 }), { strict: false })).toEqual([]);
    expect(await codes('c.json', chain(FOUR, { head_hash: recordHash(c) }), { strict: false })).toEqual([
      'chain.head_hash_mismatch',
    ]);
  });

  test('a chain of more than a megabyte is read in chunks, with the same verdict', async () => {
    const many = records(40, ALICE, (i) => ({ event: { i, text: 'é'.repeat(20_000) } }));
    const seen: CheckedRecord[] = [];
    const verdict = await verifyBytes('c.json', pretty(chain(many)), { ...SIGNED, onRecord: (one) => seen.push(one) });
    expect(verdict).toMatchObject({
      outcome: 'verified',
      kind: 'chain',
      records: 40,
      headHash: recordHash(many[39] ?? {}),
    });
    expect(verdict.signatures).toEqual({ required: true, verified: 40, keyIds: [ALICE.keyId] });
    expect(seen.map((one) => [one.index, one.recordId, one.signature, one.ok])).toEqual(
      many.map((one, i) => [i, one['record_id'], 'verified', true]),
    );
    const cutOut = await codes('c.json', pretty(chain(many.toSpliced(20, 1))), SIGNED);
    expect(cutOut).toEqual(['chain.link_broken r21']);
  });
});

describe('a stream', () => {
  test('is a chain as soon as one record has a link', async () => {
    const free = [record({ record_id: 'x' }), record({ record_id: 'y' })];
    expect(await verifyBytes('s.jsonl', jsonl(free))).not.toHaveProperty('headHash');
    expect(await codes('s.jsonl', jsonl(free))).toEqual([]);
    expect(await codes('s.jsonl', jsonl([...free, b]))).toEqual(['chain.link_broken y', 'chain.link_broken r1']);
    expect((await verifyBytes('s.NDJSON', jsonl(FOUR))).headHash).toBe(recordHash(d));
  });

  test('all unlinked records are counted when one record has a link', async () => {
    const free = Array.from({ length: 150 }, (_, i) => record({ record_id: `f${i}` }));
    const verdict = await verifyBytes('s.jsonl', jsonl([...free, b]));
    expect(verdict.findings).toHaveLength(100);
    expect(verdict.moreFindings).toBe(2);
  });

  test('blank lines, CR LF and no final line feed', async () => {
    const text = `\n${FOUR.map((one) => JSON.stringify(one)).join('\r\n\r\n')}`;
    expect(await verifyBytes('s.jsonl', text)).toMatchObject({ outcome: 'verified', records: 4 });
  });
});

describe('a signature over the whole chain', () => {
  const signed = records(2, ALICE);
  test.each<[string, Doc, string[]]>([
    ['good', signChain(chain(signed), ALICE), []],
    [
      'over relations, metadata and a fraction',
      signChain(chain(records(2, ALICE, () => ({ agent_id: 'x', metadata: { m: 1 }, relationship: { x: 1 } }))), ALICE),
      [],
    ],
    ['by a different signer', signChain(chain(signed), MALLORY), ['signature.key_mismatch']],
    ['over a different chain_id', { ...signChain(chain(signed), ALICE), chain_id: 'x' }, ['signature.digest_mismatch']],
    [
      'over a different date',
      { ...signChain(chain(signed), ALICE), created_at: '2026-01-02T03:04:01Z' },
      ['signature.digest_mismatch'],
    ],
    ['two, one bad', twoSignatures(), ['signature.key_mismatch']],
    ['null', { ...chain(signed), signatures: [null] }, ['signature.missing', 'schema.chain.invalid']],
    ['none', chain(signed, { signatures: [] }), []],
  ])('%s', async (_name, document, expected) => {
    expect(await codes('c.json', document, SIGNED)).toEqual(expected);
  });

  function twoSignatures(): Doc {
    const one = signChain(chain(signed), ALICE);
    const other = signChain(chain(signed), MALLORY);
    return { ...one, signatures: [...(one['signatures'] as Doc[]), ...(other['signatures'] as Doc[])] };
  }

  test('covers members that no record hash covers', async () => {
    const document = signChain(chain(signed), ALICE);
    const [first = {}, second = {}] = structuredClone(signed);
    (first['integrity'] as Doc)['signature'] = (record({}, { by: ALICE })['integrity'] as Doc)['signature'];
    const found = await codes('c.json', { ...document, records: [first, second] }, SIGNED);
    expect(found).toContain('signature.digest_mismatch');
  });

  test('is checked like other signatures', async () => {
    const document = signChain(chain(records(2)), MALLORY);
    expect(await codes('c.json', document, {})).toEqual(['signature.not_checked']);
    expect(await codes('c.json', document, { signatures: 'off' })).toEqual([]);
    expect(await codes('c.json', document, { signatures: 'required' })).toContain('key.missing');
    expect(await codes('c.json', document, { ...SIGNED, signatures: 'off' })).toEqual([]);
    expect(await codes('c.json', { ...document, signatures: [] }, {})).toEqual([]);
    const compat = await verifyBytes('c.json', document, { mode: 'compat' });
    expect(compat.findings).toEqual([]);
    expect((await verifyBytes('c.json', document, { ...SIGNED, signatures: 'off' })).signatures.verified).toBe(0);
  });

  test('with an invalid date does not verify', async () => {
    const document = { ...signChain(chain(signed), ALICE), created_at: 'yesterday' };
    expect(await codes('c.json', document, SIGNED)).toContain('signature.digest_mismatch');
  });

  test('is reported at the wrong member', async () => {
    const document = signChain(chain(signed), ALICE);
    const [one] = document['signatures'] as Doc[];
    const pointers = async (signature: unknown) =>
      (await verifyBytes('c.json', { ...document, signatures: [one, signature] }, SIGNED)).findings
        .filter(({ code }) => code.startsWith('signature.'))
        .map(({ code, pointer, message }) => [code, pointer, message.startsWith('chain signature: ')]);
    expect(await pointers({ ...one, key_id: MALLORY.keyId })).toEqual([
      ['signature.key_mismatch', '/signatures/1/key_id', true],
    ]);
    expect(await pointers(null)).toEqual([['signature.missing', '/signatures/1', true]]);
  });

  test('is included in the number of signatures', async () => {
    const verdict = await verifyBytes('c.json', signChain(chain(signed), ALICE), SIGNED);
    expect(verdict.signatures).toEqual({ required: true, verified: 3, keyIds: [ALICE.keyId] });
    expect(verdict.facts).toMatchObject({ chainId: 'chain-1' });
  });
});

describe('a range', () => {
  const inRange = async (list: readonly Doc[], from?: string, to?: string): Promise<[string, number | undefined]> => {
    const bytes = Buffer.from(JSON.stringify(chain(list)));
    const verdict = await verify(
      { form: 'file', source: memorySource('c.json', bytes) },
      verifyOptions({
        range: {
          from: from === undefined ? undefined : Date.parse(from),
          to: to === undefined ? undefined : Date.parse(to),
        },
      }),
    );
    return [verdict.outcome, verdict.facts.recordsInRange];
  };

  test.each([
    [undefined, undefined, 4],
    ['2026-01-02T03:04:01Z', undefined, 3],
    [undefined, '2026-01-02T03:04:01Z', 2],
    ['2026-01-02T03:04:01Z', '2026-01-02T03:04:01Z', 1],
    ['2026-01-02T03:04:01.5Z', '2026-01-02T03:04:01.9Z', 0],
    ['2027-01-01T00:00:00Z', undefined, 0],
  ])('from %s to %s has %i records', async (from, to, count) => {
    expect(await inRange(FOUR, from, to)).toEqual(['verified', count]);
  });

  test('the rest is still verified', async () => {
    expect(await inRange([a, b, { ...c, event: {} }], undefined, '2026-01-02T03:04:00Z')).toEqual(['failed', 1]);
  });
});

describe('a chain directory', () => {
  const text = (one: unknown): string => JSON.stringify(one);
  test.each<[string, Files, string[]]>([
    ['JSON before JSONL', { 'a.jsonl': jsonl([c, d]), '1.json': text(a), '2.json': text(b) }, []],
    ['only JSONL, two files', { 'a.jsonl': jsonl([a, b]), 'b.jsonl': jsonl([c, d]) }, []],
    [
      'JSONL in the wrong order',
      { 'a.jsonl': jsonl([c, d]), 'b.jsonl': jsonl([a, b]) },
      ['chain.link_broken', 'chain.link_broken'],
    ],
    [
      'names by bytes, not by number',
      { '10.json': text(b), '9.json': text(a) },
      ['chain.link_broken', 'chain.link_broken'],
    ],
    ['one missing', { '1.json': text(a), '3.json': text(c) }, ['chain.link_broken']],
    ['one too many', { '1.json': text(a), '1b.json': text(a), '2.json': text(b) }, ['chain.link_broken']],
    ['other files do not count', { '1.json': text(a), 'README.md': 'x', 'sub/2.json': text(d) }, []],
    ['chain.json that agrees', { '1.json': text(a), 'chain.json': text(chain([a])) }, []],
    [
      'chain.json of another count',
      { '1.json': text(a), 'chain.json': text(chain([a], { record_count: 2 })) },
      ['chain.record_count_mismatch'],
    ],
    ['chain.json that is no object', { '1.json': text(a), 'chain.json': '[]' }, ['chain.member_type']],
    ['chain.json alone', { 'chain.json': text(chain(FOUR)) }, []],
    ['chain.json alone, without records', { 'chain.json': '{}' }, ['kind.unsupported']],
    ['a record that is none', { '1.json': '[]' }, ['record.member_type']],
    ['nothing', {}, ['chain.empty']],
  ])('%s', async (_name, files, expected) => {
    const verdict = await verifyArtifact(folder(files));
    expect(verdict.findings.map((one) => one.code)).toEqual(expected);
    expect(verdict.kind).toBe('chain_directory');
  });

  test('upstream treats an empty one as an intact chain', async () => {
    expect(await verifyArtifact(folder(), { mode: 'compat' })).toMatchObject({ outcome: 'verified', records: 0 });
  });
});

test('a zip is never a chain', async () => {
  expect(await codes('c.zip', zip({ 'chain.json': JSON.stringify(chain(FOUR)) }))).toEqual(['kind.unsupported']);
});
