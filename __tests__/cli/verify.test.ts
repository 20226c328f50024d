import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  chain,
  type Files,
  folder,
  jsonl,
  pretty,
  recordHash,
  records,
  removeFolders,
  short,
} from '../support/build.js';
import { command, type Result } from '../support/command.js';

afterAll(removeFolders);

const proof = (...args: string[]): Promise<Result> => command('proof', ...args);

describe('chain verify --from --to', () => {
  const list = records(3, undefined, (i) => ({ timestamp: `2026-01-0${i + 1}T00:00:00Z` }));
  const path = join(folder({ 'chain.json': pretty(chain(list)) }), 'chain.json');

  test.each([
    [[], 3],
    [['--from', '2026-01-02T00:00:00Z'], 2],
    [['--from', '2026-01-02T00:00:01Z'], 1],
    [['--to', '2026-01-02T00:00:00Z'], 2],
    [['--from', '2026-01-02T01:00:00+01:00', '--to', '2026-01-02T00:00:00Z'], 1],
  ])('%j counts %i', async (range, count) => {
    const { exit, out } = await proof('chain', 'verify', '--json', ...range, path);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ intact: true, count });
  });

  test.each(['yesterday', '2026-01-02', '2026-02-30T00:00:00Z', '2026-01-02T00:00:00'])(
    '%s is no instant',
    async (text) => {
      for (const flag of ['--from', '--to']) {
        const { exit, out, err } = await proof('chain', 'verify', flag, text, path);
        expect([exit, out]).toEqual([6, '']);
        expect(err).toContain('chain.range_invalid');
        expect(err.trimEnd().split('\n')).toHaveLength(1);
      }
    },
  );
});

test('a chain whose records are null has none, as upstream reads it', async () => {
  const file = join(folder({ 'null.json': '{"records": null}' }), 'null.json');
  const { exit, out } = await proof('verify', '--json', file);
  expect([exit, JSON.parse(out)]).toEqual([0, { head_hash: '', kind: 'chain', ok: true, records: 0 }]);
});

test('a report that cannot be written is named after the verdict, with the code', async () => {
  const dir = folder({ 'proof/a.json': pretty(records(1)[0]), taken: '' });
  const { exit, out, err } = await command(
    'proof-verify',
    'gate',
    '-C',
    dir,
    '--report',
    `json=${join(dir, 'taken', 'r')}`,
  );
  expect(exit).toBe(6);
  expect(out).toContain('1 artifact: hashes verified');
  // Windows has no "not a directory" for a path below a file: it finds nothing there.
  const cause = process.platform === 'win32' ? 'no such file or directory' : 'not a directory';
  expect(err).toMatch(/^error: json report not written to ".*taken.*r": .* \[report\.unwritable\]\n$/);
  expect(err).toContain(`: ${cause} [`);
});

test('merge names a report as it was given', async () => {
  const { exit, err } = await command('proof-verify', 'merge', '-C', folder({}), 'shard.json');
  expect([exit, err]).toEqual([6, 'shard.json: error: file not found [io.not_found]\n']);
});

describe('a file that is not what it should be', () => {
  const LFS = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`;
  const indented = pretty(records(1)[0]);

  test.each<[string, string, RegExp]>([
    ['a.json', LFS, /^a\.json: error: it is a Git LFS pointer, .*; .*`git lfs pull` \[json\.syntax\]$/],
    ['a.jsonl', LFS, /^a\.jsonl: error: it is a Git LFS pointer/],
    ['a.json', `\ufeff${indented}`, /^a\.json: error: it starts with a byte order mark; .* \[json\.encoding\]$/],
    ['a.jsonl', indented, /^a\.jsonl: error: it is indented JSON: .*; write each record on a line/],
    ['a.jsonl', JSON.stringify(records(2)), /^a\.jsonl: error: it is a JSON list: .*; write each record on a line/],
    ['a.json', '{"record_id":\n nope}', /^a\.json:2:2: error: not valid JSON: .* \[json\.syntax\]$/],
    ['a.jsonl', '[1\n', /^a\.jsonl:1:\d+: error: not valid JSON/],
  ])('%s: verify says in one line what it is', async (name, text, message) => {
    const dir = folder({ [name]: text });
    const { exit, out, err } = await proof('verify', join(dir, name));
    expect([exit, out]).toEqual([6, '']);
    expect(err.replace(join(dir, name), name).trimEnd()).toMatch(message);
  });

  test.each<[string, string, RegExp]>([
    ['a.json', LFS, /it is a Git LFS pointer/],
    ['a.jsonl', indented, /it is indented JSON/],
  ])('%s: inspect says it as well', async (name, text, message) => {
    const { exit, err } = await proof('inspect', join(folder({ [name]: text }), name));
    expect(exit).toBe(6);
    expect(err).toMatch(message);
  });
});

describe('a broken chain', () => {
  const list = records(11);
  const said = async (files: Files, ...args: string[]): Promise<string> => {
    const { exit, out, err } = await proof(
      ...args,
      join(folder(files), Object.keys(files).length === 1 ? 's.jsonl' : '.'),
    );
    expect([exit, out]).toEqual([2, '']);
    return err;
  };

  test.each([[['verify']], [['chain', 'verify']]])('that is a slice is named by %j', async (args) => {
    const err = await said({ 's.jsonl': jsonl(list.slice(2)) }, ...args);
    const link = short(recordHash(list[1] ?? {}));
    expect(err).toContain(
      `error: begins in the middle of a chain: record 0 ("r2") links to ${link}, which is not here; earlier records are missing [chain.link_broken]`,
    );
    expect(err).not.toMatch(/[0-9a-f]{64}/);
  });

  test('whose file names are not padded is named by verify', async () => {
    const files = Object.fromEntries(list.map((one, i) => [`step-${i}.json`, pretty(one)]));
    expect(await said(files, 'verify')).toContain('pad the numbers with zeros');
  });
});
