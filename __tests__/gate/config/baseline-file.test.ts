import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/engine/types.js';
import { readBaseline } from '../../../src/gate/config/baseline-file.js';
import { formatBaseline } from '../../../src/gate/decision/baseline.js';
import { baselineOf, record } from '../support/world.js';

const EMPTY = { version: 1, chains: [], record_types: {}, frameworks: {}, signers: [], tests: {} };
const chain = { path: 'c', chain_id: '', record_count: 1, head_hash: `sha256:${'a'.repeat(64)}` };
const changed = (more: JsonObject): string => JSON.stringify({ ...EMPTY, ...more });

/** What is wrong with a text: pointer and message of each finding. */
function problems(bytes: string | Buffer): [string | undefined, string][] {
  const read = readBaseline(Buffer.from(bytes), 'b.json');
  if (read.ok) return [];
  for (const one of read.findings) {
    expect(one).toMatchObject({ code: 'baseline.invalid', exit_code: 6, artifact: 'b.json' });
  }
  return read.findings.map(({ pointer, message }) => [pointer, message]);
}

test('a written baseline is read back', async () => {
  const baseline = await baselineOf(undefined, [
    { path: 'c.json', kind: 'chain', chainId: 'main', records: [{ value: record('decision'), key: 'ci' }] },
  ]);
  expect(readBaseline(Buffer.from(formatBaseline(baseline)), 'b.json')).toEqual({ ok: true, baseline });
});

test.each([
  ['without a digest', JSON.stringify(EMPTY)],
  [
    'with its members in another order',
    '{"tests":{},"version":1,"chains":[],"record_types":{},"frameworks":{},"signers":[]}',
  ],
  ['with two chains', changed({ chains: [chain, { ...chain, path: 'd' }] })],
])('good: %s', (_, text) => expect(problems(text)).toEqual([]));

const DIGEST = `sha256:${'0'.repeat(64)}`;
test.each<[string, string, string, string]>([
  [
    'no JSON',
    '{',
    '',
    'the baseline cannot be read: not valid JSON: expected a member name in double quotes, found the end of the text',
  ],
  ['nothing', '', '', 'the baseline cannot be read: the file is empty'],
  [
    'a member twice',
    '{"version":1,"version":1}',
    '',
    'the baseline cannot be read: member "version" occurs twice in one object',
  ],
  ['a list', '[]', '', 'the baseline must be an object, not a list'],
  ['null', 'null', '', 'the baseline must be an object, not null'],
  ['another version', changed({ version: 2 }), '/version', 'the baseline has version 2, this gate reads version 1'],
  [
    'a version as text',
    changed({ version: '1' }),
    '/version',
    'the baseline has version "1", this gate reads version 1',
  ],
  ['no version', JSON.stringify({ ...EMPTY, version: undefined }), '', 'version is missing'],
  ['an unknown member', changed({ x: 1 }), '/x', 'the baseline has the unknown member "x"'],
  [
    'a count that is negative',
    changed({ record_types: { a: -1 } }),
    '/record_types/a',
    'record_types.a must be at least 0, not -1',
  ],
  [
    'a hash that is none',
    changed({ chains: [{ ...chain, head_hash: 'x' }] }),
    '/chains/0/head_hash',
    'chains[0].head_hash must be empty, or "sha256:" followed by 64 lower-case hex digits, not "x"',
  ],
  [
    'a digest of something else',
    changed({ digest: DIGEST }),
    '/digest',
    'baseline was edited: its digest does not match',
  ],
  ['a chain twice', changed({ chains: [chain, chain] }), '/chains', 'the chain "c" is listed twice'],
])('bad: %s', (_, text, pointer, message) => expect(problems(text)).toEqual([[pointer, message]]));

test('every problem is reported', () => {
  expect(problems(changed({ signers: [''], tests: { a: 1 } })).map(([pointer]) => pointer)).toEqual([
    '/signers/0',
    '/tests/a',
  ]);
});

test('one changed byte breaks the digest', async () => {
  const text = formatBaseline(await baselineOf(undefined, [{ path: 'a.jsonl', records: [record('decision')] }]));
  expect(problems(text)).toEqual([]);
  expect(problems(text.replace('"decision": 1', '"decision": 0'))).toHaveLength(1);
});
