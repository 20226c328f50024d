import { afterAll, describe, expect, test } from '@jest/globals';
import {
  ALICE,
  bundleManifest,
  type Doc,
  type Files,
  jsonl,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
  short,
} from '../../support/build.js';
import { gate } from '../support/run.js';

/* How a chain is broken is said, with the same code and verdict. */

afterAll(removeFolders);

const chain = records(14, ALICE);
const at = (i: number): Doc => chain[i] ?? {};
async function messages(files: Files): Promise<string[]> {
  const { exitCode, model } = await gate(files, { patterns: ['d'], 'public-key': [ALICE.publicKey] });
  const found = model.report.findings.filter(({ code }) => code === 'chain.link_broken');
  expect(exitCode).toBe(found.length === 0 ? 0 : 2);
  return found.map(({ message }) => message);
}
const stream = (...indexes: number[]): Files => ({ 'd/s.jsonl': jsonl(indexes.map(at)) });
const folder = (names: readonly string[]): Files =>
  Object.fromEntries(names.map((name, i) => [`d/${name}`, pretty(at(i))]));

describe('a stream', () => {
  test.each<[string, number[], RegExp[]]>([
    ['that is whole', [0, 1, 2, 3], []],
    [
      'that begins in the middle',
      [2, 3, 4],
      [/^begins in the middle of a chain: record 0 \("r2"\) links to sha256:.*earlier records are missing$/],
    ],
    [
      'with a gap',
      [0, 1, 3, 4],
      [
        /^record 2 \("r3"\) links to sha256:[0-9a-f]{12}…, which is not here: at least one record between it and record 1 \("r1", sha256:[0-9a-f]{12}…\) is missing$/,
      ],
    ],
    [
      'with two neighbours exchanged',
      [0, 2, 1, 3],
      [
        /^records 1 \("r2"\) and 2 \("r1"\) are swapped: record 1 links to sha256:[0-9a-f]{12}… \(record 2\), not to sha256:[0-9a-f]{12}… \(record 0\)$/,
      ],
    ],
    [
      'whose first record links to a later one',
      [3, 0, 1, 2],
      [/^record 0 \("r3"\) links to record 3 \("r2", sha256:[0-9a-f]{12}…\), which comes after it$/, /^record 1 /],
    ],
    [
      'with the first two exchanged',
      [1, 0, 2],
      [/^records 0 \("r1"\) and 1 \("r0"\) are swapped: record 0 links to sha256:[0-9a-f]{12}… \(record 1\)$/],
    ],
    [
      'with a record twice',
      [0, 1, 1, 2],
      [
        /^record 2 \("r1"\) is a copy of record 1: the chain forks after record 0 \("r0", sha256:[0-9a-f]{12}…\); record 2 should link to record 1 \("r1", sha256:[0-9a-f]{12}…\)$/,
      ],
    ],
    [
      'that starts again',
      [0, 1, 2, 0, 1],
      [/^record 3 \("r0"\) is a copy of record 0; record 3 should link to record 2 \("r2", sha256:[0-9a-f]{12}…\)$/],
    ],
    [
      'in reverse order',
      [4, 3, 2, 1, 0],
      [
        /^the records are in reverse order: the newest comes first; record 0 \("r4"\) links to record 1 \("r3", sha256:[0-9a-f]{12}…\), which comes after it$/,
      ],
    ],
  ])('%s', async (_, indexes, expected) => {
    const found = await messages(stream(...indexes));
    expect(found).toHaveLength(expected.length);
    expected.forEach((message, i) => {
      expect(found[i]).toMatch(message);
    });
  });
});

describe('a line that cannot be read', () => {
  const lines = jsonl([0, 1, 2].map(at));
  test.each([
    ['a byte order mark', `\ufeff${lines}`],
    ['a comment before the first record', `# evidence\n${lines}`],
    ['a damaged record', lines.replace('"record_id"', 'record_id')],
  ])('is the only finding: %s', async (_, text) => {
    const { exitCode, model } = await gate({ 'd/s.jsonl': text }, { patterns: ['d'], 'public-key': [ALICE.publicKey] });
    expect([exitCode, model.report.findings.map(({ code }) => code)]).toEqual([6, [expect.stringMatching(/^json\./)]]);
  });
});

describe('a folder', () => {
  const names = Array.from({ length: 14 }, (_, i) => `step-${i}.json`);

  test('whose names are not padded has one finding, which says so', async () => {
    expect(await messages(folder(names))).toEqual([
      expect.stringMatching(
        /pad the numbers with zeros; record 2 \("r10"\) links to record \d+ \("r9", sha256:[0-9a-f]{12}…\), not to record 1 \("r1", sha256:[0-9a-f]{12}…\) before it$/,
      ),
    ]);
  });

  test('whose names are padded is whole', async () => {
    expect(await messages(folder(names.map((name) => name.replace(/-(\d)\./, '-0$1.'))))).toEqual([]);
  });

  test('whose names are not padded and that lacks a record is said to lack it', async () => {
    const files = Object.fromEntries(Object.entries(folder(names)).filter(([name]) => name !== 'd/step-5.json'));
    expect((await messages(files)).join()).not.toContain('pad the numbers');
  });
});

describe('two records after one', () => {
  test('are named as a fork, with both of them, the record they link to and the expected link', async () => {
    const twin = record({ record_id: 'twin' }, { previous: recordHash(at(1)), by: ALICE });
    const files = { 'd/s.jsonl': jsonl([at(0), at(1), at(2), twin]) };
    const [one, two] = [short(recordHash(at(1))), short(recordHash(at(2)))];
    expect(await messages(files)).toEqual([
      `the chain forks after record 1 ("r1", ${one}): record 2 ("r2") and record 3 ("twin") both link to it; record 3 should link to record 2 ("r2", ${two})`,
    ]);
  });
});

describe('a bundle of several streams', () => {
  test('has the records of the broken one in the message', async () => {
    const files = { 'a.jsonl': jsonl([at(5), at(5), at(5)]), 'b.jsonl': jsonl([at(0), at(1), at(3)]) };
    const manifest = pretty(bundleManifest(files));
    const placed = Object.entries({ ...files, 'manifest.json': manifest }).map(([name, text]) => [`d/${name}`, text]);
    const found = await messages(Object.fromEntries(placed));
    expect(found.filter((message) => message.includes('"r3"'))).toEqual([
      `record 2 ("r3") links to ${short(recordHash(at(2)))}, which is not here: at least one record between it and record 1 ("r1", ${short(recordHash(at(1)))}) is missing`,
    ]);
  });
});
