import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/engine/types.js';
import type { RawOptions } from '../../../src/gate/options/options.js';
import { runGate, runMerge } from '../../../src/gate/run.js';
import { ALICE, folder, jsonl, pretty, record, records, removeFolders } from '../../support/build.js';
import { options } from '../support/run.js';

/* The workspace of the merging job is compared with what the shards read (trust.md section 8). */

afterAll(removeFolders);

const KEY: RawOptions = { 'public-key': [ALICE.publicKey] };
const chain = records(2, ALICE);
const FILES = {
  'proof/a.json': pretty(record({ record_id: 'a' }, { by: ALICE })),
  'proof/s.jsonl': jsonl([record({ record_id: 's' }, { by: ALICE })]),
  'proof/steps/1.json': pretty(chain[0] ?? {}),
  'proof/steps/2.json': pretty(chain[1] ?? {}),
  'proof/notes.txt': 'nothing',
};

async function merged(
  change: (workspace: string) => void,
  raw: RawOptions = {},
  env = {},
  before: (workspace: string) => void = () => {},
) {
  const workspace = folder(FILES);
  before(workspace);
  const reports: { name: string; value: Json }[] = [];
  for (const shard of ['1/2', '2/2']) {
    const { model } = await runGate(options(workspace, { ...KEY, ...raw, shard }, env));
    reports.push({ name: `${shard[0]}.json`, value: JSON.parse(JSON.stringify(model.report)) as Json });
  }
  change(workspace);
  const { exitCode, model } = await runMerge(options(workspace, { ...KEY, ...raw }, env), reports);
  const refused = model.report.findings.filter(({ code }) => code === 'merge.invalid');
  return { exitCode, refused: refused.map(({ artifact }) => artifact), report: model.report };
}

test('a file in the place of a link that the shards told of is one that none of them read', async () => {
  const late = pretty(record({ record_id: 'late' }, { by: ALICE }));
  const linked = await merged(
    (workspace) => {
      rmSync(join(workspace, 'proof/l.json'));
      writeFileSync(join(workspace, 'proof/l.json'), late);
    },
    {},
    {},
    (workspace) => symlinkSync('a.json', join(workspace, 'proof/l.json')),
  );
  expect(linked.refused).toEqual(['proof/l.json']);
});

test('the same files merge to the report of one run', async () => {
  const { exitCode, refused, report } = await merged(() => {});
  const workspace = folder(FILES);
  const { model } = await runGate(options(workspace, KEY));
  expect([exitCode, refused]).toEqual([0, []]);
  expect(report).toEqual(model.report);
});

describe('a workspace', () => {
  const write = (name: string, text: string) => (workspace: string) => writeFileSync(join(workspace, name), text);
  test.each<[string, (workspace: string) => void, string[]]>([
    ['without any of the files merges', (workspace) => rmSync(join(workspace, 'proof'), { recursive: true }), []],
    ['with some of the files merges', (workspace) => rmSync(join(workspace, 'proof/a.json')), []],
    ['with a different record', write('proof/a.json', pretty(record({ source: 'forged' }))), ['proof/a.json']],
    ['with a longer stream', write('proof/s.jsonl', `${FILES['proof/s.jsonl']}\n`), ['proof/s.jsonl']],
    ['with one record more in a chain', write('proof/steps/3.json', '{}'), ['proof/steps']],
    ['with one record less in a chain', (workspace) => rmSync(join(workspace, 'proof/steps/2.json')), ['proof/steps']],
    ['with a different file that was not an artifact', write('proof/notes.txt', 'more'), ['proof/notes.txt']],
    [
      'with an artifact that no shard read',
      write('proof/late.json', pretty(record({ record_id: 'late' }, { by: ALICE }))),
      ['proof/late.json'],
    ],
    ['with a damaged artifact that no shard read', write('proof/late.json', '{'), ['proof/late.json']],
    [
      'with a link to a file that no shard read',
      (workspace) => {
        mkdirSync(join(workspace, 'other'));
        writeFileSync(join(workspace, 'other/x.json'), pretty(record({})));
        symlinkSync('../other/x.json', join(workspace, 'proof/late.json'));
      },
      ['proof/late.json'],
    ],
    ['with another file that is not an artifact merges', write('proof/late.txt', 'x'), []],
    [
      'with a link in the place of a file',
      (workspace) => {
        rmSync(join(workspace, 'proof/a.json'));
        symlinkSync('s.jsonl', join(workspace, 'proof/a.json'));
      },
      ['proof/a.json'],
    ],
    [
      'with a folder for other files in the place of a chain merges',
      (workspace) => {
        rmSync(join(workspace, 'proof/steps'), { recursive: true });
        mkdirSync(join(workspace, 'proof/steps'));
        writeFileSync(join(workspace, 'proof/steps/README.md'), 'x');
      },
      [],
    ],
  ])('%s', async (_, change, expected) => {
    const { exitCode, refused } = await merged(change);
    expect([exitCode, refused]).toEqual([expected.length === 0 ? 0 : 6, expected]);
  });
});

test('shards may be empty where merge does not ask', async () => {
  const workspace = folder({ 'proof/a.json': FILES['proof/a.json'] });
  const reports = await Promise.all(
    ['1/3', '2/3', '3/3'].map(async (shard) => {
      const { model, exitCode } = await runGate(options(workspace, { ...KEY, shard }));
      expect(exitCode).toBe(0);
      return { name: shard, value: JSON.parse(JSON.stringify(model.report)) as Json };
    }),
  );
  expect((await runMerge(options(workspace, KEY), reports)).exitCode).toBe(0);
});

test('a run in which no shard found evidence is a run without evidence', async () => {
  const workspace = folder({ 'proof/notes.txt': 'x' });
  const reports = await Promise.all(
    ['1/2', '2/2'].map(async (shard) => {
      const { model } = await runGate(options(workspace, { ...KEY, shard, 'if-no-artifacts-found': 'ignore' }));
      return { name: shard, value: JSON.parse(JSON.stringify(model.report)) as Json };
    }),
  );
  const { exitCode, model } = await runMerge(options(workspace, KEY), reports);
  expect([exitCode, model.report.findings.map(({ code }) => code)]).toEqual([
    6,
    ['discovery.unrecognized', 'discovery.no_artifacts'],
  ]);
});

test('a broken policy fails merge, whatever the shards say', async () => {
  const { exitCode } = await merged((workspace) => writeFileSync(join(workspace, '.proof-policy.yml'), 'version: 2\n'));
  expect(exitCode).toBe(6);
});
