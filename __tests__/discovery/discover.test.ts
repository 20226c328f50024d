import { execFileSync } from 'node:child_process';
import { type Dirent, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DiscoverOptions, type Discovery, discover } from '../../src/discovery/discover.js';
import { classify } from '../../src/discovery/folders.js';
import type { Folder, Hit } from '../../src/discovery/walk.js';
import { DEFAULT_LIMITS } from '../../src/engine/limits.js';
import { Stopped } from '../../src/engine/pace.js';
import { listFolder } from '../../src/engine/source/list-folder.js';
import { IS_WINDOWS, onPosix } from '../support/platform.js';
import { CHAIN, LINKED, MANIFEST, makeTree, RECORD, removeTrees, type Tree } from './tree.js';

afterAll(removeTrees);

/** Discovers as the command line does: patterns, or the default set when there are none. */
function find(workspace: string, patterns: readonly string[], more: Partial<DiscoverOptions> = {}): Promise<Discovery> {
  return discover({ workspace, patterns, defaults: patterns.length === 0, namedOutsideAllowed: true, ...more });
}

const names = (found: Discovery): string[] => found.artifacts.map(({ name }) => name);
const direntOf = (name: string, folder: boolean): Dirent =>
  ({ name, isDirectory: () => folder, isFile: () => !folder, isSymbolicLink: () => false }) as Dirent;
const codes = (found: Discovery): string[] =>
  found.findings.map(({ code, severity, artifact }) => `${severity} ${code} ${artifact}`);

test.each([
  ['a folder has nothing of git', 'evidence', ['evidence/a.json', 'evidence/submodule/b.json']],
  ['a wildcard finds nothing of git', 'evidence/**', ['evidence/a.json', 'evidence/submodule/b.json']],
  ['nor has the folder above', '.', ['evidence/a.json', 'evidence/submodule/b.json']],
  ['what is named outright is verified', 'evidence/.git/x.json', ['evidence/.git/x.json']],
])('in a clone %s', async (_, pattern, expected) => {
  const workspace = makeTree({
    'evidence/a.json': RECORD,
    'evidence/.git/HEAD': 'ref: refs/heads/main',
    'evidence/.git/x.json': RECORD,
    'evidence/submodule/b.json': RECORD,
    'evidence/submodule/.git': 'gitdir: ../.git/modules/submodule',
  });
  const found = await find(workspace, [pattern]);
  expect([names(found), codes(found)]).toEqual([expected, []]);
});

describe('files that patterns match', () => {
  const tree: Tree = {
    'evidence/a.json': RECORD,
    'evidence/b.JSONL': RECORD,
    'evidence/README.md': 'x',
    'evidence/tmp/c.json': RECORD,
    'evidence/tmp/keep.json': RECORD,
    'evidence/key.pem': 'x',
    'evidence/a.sigstore.json': '{}',
    'evidence/a.schema.json': '{}',
    'other/x.proof.json': RECORD,
    'node_modules/p/y.proof.json': RECORD,
    'other/node_modules/q/z.proof.json': RECORD,
    '.git/g.proof.json': RECORD,
    '.proof/deep/er/r.json': RECORD,
    'gait-out/notes.txt': 'x',
    'packs/pack_1.zip': 'x',
    'packs/runpack_1.zip': 'x',
    'packs/other.zip': 'x',
  };
  const workspace = makeTree(tree);

  test.each<[string[], string[]]>([
    [
      [],
      ['.proof/deep/er/r.json', 'gait-out/notes.txt', 'other/x.proof.json', 'packs/pack_1.zip', 'packs/runpack_1.zip'],
    ],
    [['evidence'], ['evidence/a.json', 'evidence/b.JSONL', 'evidence/tmp/c.json', 'evidence/tmp/keep.json']],
    [['evidence/*.json'], ['evidence/a.json']],
    [
      ['evidence/**'],
      ['evidence/README.md', 'evidence/a.json', 'evidence/b.JSONL', 'evidence/tmp/c.json', 'evidence/tmp/keep.json'],
    ],
    [
      ['evidence', '!evidence/tmp'],
      ['evidence/a.json', 'evidence/b.JSONL'],
    ],
    [
      ['evidence', '!evidence/tmp', 'evidence/tmp/keep.json'],
      ['evidence/a.json', 'evidence/b.JSONL', 'evidence/tmp/keep.json'],
    ],
    [
      ['!evidence/tmp', 'evidence'],
      ['evidence/a.json', 'evidence/b.JSONL', 'evidence/tmp/c.json', 'evidence/tmp/keep.json'],
    ],
    [
      ['evidence/a.json', 'evidence', './evidence/a.json', '**/a.json', '!**/tmp/**'],
      ['evidence/a.json', 'evidence/b.JSONL'],
    ],
    [
      ['evidence/README.md', 'evidence/key.pem'],
      ['evidence/README.md', 'evidence/key.pem'],
    ],
    [['evidence/a.sigstore.json', '*/a.s*.json'], ['evidence/a.sigstore.json']],
    [['**/y.proof.json'], ['node_modules/p/y.proof.json']],
    [['packs/'], ['packs/other.zip', 'packs/pack_1.zip', 'packs/runpack_1.zip']],
    [['evidence/a.json', '!evidence/a.json'], []],
  ])('%j: %j', async (patterns, expected) => {
    const found = await find(workspace, patterns);
    expect(names(found)).toEqual(expected);
    expect(codes(found)).toEqual([]);
  });

  test('reports files that are skipped in a named folder', async () => {
    const { ignored } = await find(workspace, ['evidence']);
    expect(ignored.map((one) => one.path)).toEqual([
      'evidence/README.md',
      'evidence/a.schema.json',
      'evidence/a.sigstore.json',
      'evidence/key.pem',
    ]);
  });

  test('reports how each artifact was found', async () => {
    const origins = async (patterns: string[]) =>
      (await find(workspace, patterns)).artifacts.map(({ origin }) => origin);
    expect(await origins(['evidence/a.json', '*/a.json'])).toEqual(['named']);
    expect(await origins(['*/a.json', 'evidence/a.json'])).toEqual(['named']);
    expect(await origins(['evidence/*.json'])).toEqual(['pattern']);
    expect(new Set(await origins([]))).toEqual(new Set(['default']));
    const [first] = (await find(workspace, ['evidence/*.json'])).artifacts;
    expect(first).toEqual({
      path: path.join(workspace, 'evidence/a.json'),
      name: 'evidence/a.json',
      form: 'file',
      why: 'matches evidence/*.json',
      origin: 'pattern',
      root: workspace,
    });
  });

  test.each<[string[], string[], string[]]>([
    [['gone.json'], ['error io.not_found gone.json'], ['gone.json']],
    [
      ['gone/', 'gone2'],
      ['error io.not_found gone', 'error io.not_found gone2'],
      ['gone/', 'gone2'],
    ],
    [['evidence/a.json/'], ['error io.not_found evidence/a.json'], ['evidence/a.json/']],
    [['gait-out'], ['error io.directory_empty gait-out'], []],
    [['evidence/tmp', '!**/*.json'], ['error io.directory_empty evidence/tmp'], []],
    [['gone/*.json', 'evidence/a.json'], [], ['gone/*.json']],
    [['*/../x'], ['error usage.invalid '], []],
  ])('%j: %j', async (patterns, expected, unmatched) => {
    const found = await find(workspace, patterns);
    expect(codes(found)).toEqual(expected);
    expect(found.unmatchedPatterns).toEqual(unmatched);
  });

  test('the default patterns do not report folders that do not exist', async () => {
    const found = await find(makeTree({ 'src/index.ts': '' }), []);
    expect(found).toMatchObject({ artifacts: [], findings: [], unmatchedPatterns: [], ignored: [], links: [] });
  });

  test('a workspace that does not exist', async () => {
    expect(codes(await find(path.join(workspace, 'gone'), []))).toEqual(['error io.not_found ']);
  });
});

describe('unusual names', () => {
  const odd = [
    '-dash.json',
    ' blank .json',
    'line\nfeed.json',
    '🔒.json',
    '\uff5e.json',
    '#hash.json',
    '!bang.json',
    'r[1].json',
    '$(id).json',
    '%0A::error.json',
    '**',
    '\u202egpj.json',
    "it's.json",
    'a\\b.json',
    // Windows refuses these names.
  ].filter((name) => !IS_WINDOWS || !/[\n<>:"|?*\\]/.test(name));
  const workspace = makeTree(Object.fromEntries(odd.map((name) => [`odd/${name}`, RECORD])));

  test('a wildcard matches all of them, sorted by bytes', async () => {
    const found = names(await find(workspace, ['odd/**']));
    expect(found).toEqual(
      odd.map((name) => `odd/${name}`).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });

  test.each(odd)('named: %j', async (name) => {
    const found = await find(workspace, [`odd/${name}`]);
    expect(names(found)).toContain(`odd/${name}`);
    expect(codes(found)).toEqual([]);
  });

  onPosix('names with wildcards')('a file named ** hides nothing', async () => {
    expect(names(await find(workspace, ['odd/**']))).toHaveLength(odd.length);
  });
});

describe('the kind of a folder', () => {
  const two = { 'd/1.json': RECORD, 'd/2.json': LINKED };
  test.each<[string, Tree, string[], string[]]>([
    ['independent records', { 'd/1.json': RECORD, 'd/2.json': RECORD }, ['d'], ['file d/1.json', 'file d/2.json']],
    ['linked records', two, ['d'], ['chain_directory d']],
    ['only one is matched', two, ['d/1.*'], ['chain_directory d']],
    ['one is named: nobody asked for the folder', two, ['d/2.json'], ['file d/2.json']],
    ['one is named next to a wildcard', two, ['d/2.json', 'd/1*'], ['chain_directory d']],
    [
      'an empty link is none',
      { 'd/1.json': '{"record_id":"a","integrity":{"previous_record_hash":""}}' },
      ['d'],
      ['file d/1.json'],
    ],
    [
      'a null link is none',
      { 'd/1.json': '{"record_id":"a","integrity":{"previous_record_hash":null}}' },
      ['d'],
      ['file d/1.json'],
    ],
    [
      'a link of a wrong type is one',
      { 'd/1.json': '{"record_id":"a","integrity":{"previous_record_hash":7}}' },
      ['d'],
      ['chain_directory d'],
    ],
    [
      'an escaped link',
      { 'd/1.json': '{"\\u0069ntegrity":{"previous_record_has\\u0068":"x"}}' },
      ['d'],
      ['chain_directory d'],
    ],
    [
      'a link behind an empty one',
      { 'd/1.json': '{"integrity":{"previous_record_hash":"","previous_record_hash":"x"}}' },
      ['d'],
      ['chain_directory d'],
    ],
    [
      'spaces and lines between',
      { 'd/1.json': '{\n "integrity" : {\n "previous_record_hash" :\n "x" } }' },
      ['d'],
      ['chain_directory d'],
    ],
    [
      'the name in an event',
      { 'd/1.json': '{"record_id":"a","event":{"previous_record_hash":"x"}}' },
      ['d'],
      ['file d/1.json'],
    ],
    ['the name as a text', { 'd/1.json': '{"integrity":{"note":"previous_record_hash"}}' }, ['d'], ['file d/1.json']],
    [
      'deeper integrity',
      { 'd/1.json': '{"event":{"integrity":{"previous_record_hash":"x"}}}' },
      ['d'],
      ['file d/1.json'],
    ],
    ['chain files are no records', { 'd/a.json': CHAIN, 'd/b.json': CHAIN }, ['d'], ['file d/a.json', 'file d/b.json']],
    ['chain.json alone', { 'd/chain.json': CHAIN }, ['d'], ['file d/chain.json']],
    [
      'chain.json and no record',
      { 'd/chain.json': CHAIN, 'd/package.json': '{"name":"x"}' },
      ['d'],
      ['file d/chain.json', 'file d/package.json'],
    ],
    ['chain.json beside a record', { 'd/chain.json': CHAIN, 'd/a.json': RECORD }, ['d'], ['chain_directory d']],
    [
      'chain.json beside a stream',
      { 'd/chain.json': CHAIN, 'd/a.jsonl': `\n${RECORD}\n` },
      ['d'],
      ['chain_directory d'],
    ],
    ['a stream of independent records', { 'd/a.jsonl': `${RECORD}\n${RECORD}\n` }, ['d'], ['file d/a.jsonl']],
    [
      'a stream with one link',
      { 'd/a.jsonl': `${RECORD}\n${LINKED}`, 'd/b.jsonl': RECORD },
      ['d'],
      ['chain_directory d'],
    ],
    ['a broken line before the link', { 'd/a.jsonl': `{"x": "[{\n${LINKED}\n` }, ['d'], ['chain_directory d']],
    [
      'ndjson is never in a chain directory',
      { 'd/a.ndjson': LINKED, 'd/b.json': RECORD },
      ['d'],
      ['file d/a.ndjson', 'file d/b.json'],
    ],
    [
      'what a chain directory does not take is verified on its own',
      { ...two, 'd/p.zip': 'x', 'd/3.JSON': LINKED, 'd/s.ndjson': LINKED },
      ['d'],
      ['chain_directory d', 'file d/3.JSON', 'file d/p.zip', 'file d/s.ndjson'],
    ],
    ['other files of a chain directory alone', { ...two, 'd/p.zip': 'x' }, ['**/*.zip'], ['file d/p.zip']],
    [
      'sub-folders are looked at the same way',
      { ...two, 'd/e/1.json': RECORD, 'd/f/2.json': LINKED },
      ['d'],
      ['chain_directory d', 'file d/e/1.json', 'chain_directory d/f'],
    ],
    ['a bundle', { 'd/manifest.json': MANIFEST, 'd/chain.json': CHAIN, 'd/x/y.json': LINKED }, ['d'], ['bundle d']],
    [
      'a bundle, one deep file matched',
      { 'd/manifest.json': MANIFEST, 'd/x/y.json': LINKED },
      ['**/y.json'],
      ['bundle d'],
    ],
    [
      'a bundle in a bundle belongs to the outer one',
      { 'd/manifest.json': MANIFEST, 'd/x/manifest.json': MANIFEST, 'd/x/y.json': RECORD },
      ['d'],
      ['bundle d'],
    ],
    [
      'a bundle in a chain directory',
      { ...two, 'd/b/manifest.json': MANIFEST, 'd/b/r.json': RECORD },
      ['d'],
      ['chain_directory d', 'bundle d/b'],
    ],
    ['a bundle below what was named', { 'd/b/manifest.json': MANIFEST }, ['d'], ['bundle d/b']],
    [
      'what lies above a named folder says nothing of it',
      { 'd/manifest.json': MANIFEST, 'd/x/y.json': RECORD },
      ['d/x'],
      ['file d/x/y.json'],
    ],
    [
      'a file named in a bundle that is verified',
      { 'd/manifest.json': MANIFEST, 'd/y.json': RECORD },
      ['d', 'd/y.json'],
      ['bundle d'],
    ],
    [
      'a file named in a bundle, alone',
      { 'd/manifest.json': MANIFEST, 'd/y.json': RECORD },
      ['d/y.json'],
      ['file d/y.json'],
    ],
    [
      'a file of a bundle, asked for as if it were a folder',
      { 'manifest.json': MANIFEST, 'y.json': RECORD },
      ['**', 'y.json/**'],
      ['bundle .'],
    ],
    ['the workspace is a bundle', { 'manifest.json': MANIFEST, 'y.json': RECORD }, ['.'], ['bundle .']],
    [
      'a manifest of something else',
      { 'd/manifest.json': '{"name":"app","icons":[]}', 'd/y.json': RECORD },
      ['d/y*', 'd/y.json'],
      ['file d/y.json'],
    ],
    ['an empty list of files', { 'd/manifest.json': '{"files":[]}', 'd/y.json': RECORD }, ['d'], ['bundle d']],
    ['files of a wrong type', { 'd/manifest.json': '{"files":{}}', 'd/y.json': RECORD }, ['d'], ['bundle d']],
    ['duplicate files', { 'd/manifest.json': '{"files":[],"files":1}', 'd/y.json': RECORD }, ['d'], ['bundle d']],
    ['files in a different case', { 'd/manifest.json': '{"Files":[]}', 'd/y.json': RECORD }, ['d'], ['bundle d']],
    ['a broken manifest', { 'd/manifest.json': '{"files":[', 'd/y.json': RECORD }, ['d'], ['bundle d']],
    ['a linked manifest', { 'd/manifest.json': { link: 'y.json' }, 'd/y.json': RECORD }, ['d'], ['bundle d']],
  ])('%s', async (_, tree, patterns, expected) => {
    const found = await find(makeTree(tree), patterns);
    expect(found.artifacts.map(({ form, name }) => `${form} ${name}`)).toEqual(expected);
    expect(codes(found)).toEqual([]);
  });

  test('the reason is reported', async () => {
    const why = async (tree: Tree, patterns: string[]) =>
      (await find(makeTree(tree), patterns)).artifacts.map((one) => one.why);
    expect(await why({ 'd/manifest.json': MANIFEST }, ['d'])).toEqual([
      'a bundle: its manifest.json lists files; in folder "d"',
    ]);
    expect(await why(two, ['d/**'])).toEqual(['a chain directory: "2.json" has a previous_record_hash; matches d/**']);
    expect(await why({ 'proof/a.json': RECORD }, [])).toEqual(['matches default pattern proof/**']);
  });

  test('searches a long stream to its end, also across chunks', async () => {
    const line = `${JSON.stringify({ record_id: 'a', event: { text: 'x'.repeat(999) } })}\n`;
    const many = line.repeat(2500);
    for (const cut of [0, 3, 11, 19]) {
      // The name of the link lies across the end of the second piece of 1 MiB.
      const before = 2 * 1024 * 1024 - Buffer.byteLength('{"integrity":{"') - cut;
      const pad = `${' '.repeat(before - line.length * 2000 - 1)}\n`;
      const stream = `${line.repeat(2000)}${pad}{"integrity":{"previous_record_hash":"x"}}\n${line.repeat(200)}`;
      expect(stream.indexOf('previous_record_hash') + cut).toBe(2 * 1024 * 1024);
      const found = await find(makeTree({ 'd/a.jsonl': stream }), ['d']);
      expect(found.artifacts.map(({ form }) => form)).toEqual(['chain_directory']);
    }
    const found = await find(makeTree({ 'd/a.jsonl': many }), ['d']);
    expect(found.artifacts.map(({ form }) => form)).toEqual(['file']);
  });
});

describe('links', () => {
  const outside = makeTree({ 'secret.json': RECORD, 'dir/x.json': RECORD });
  test.each<[string, Tree, string[], string[], string[]]>([
    [
      'out, matched',
      { 'd/a.json': RECORD, 'd/l.json': { link: `${outside}/secret.json` } },
      ['d/**'],
      ['d/a.json'],
      ['error path.escape d/l.json'],
    ],
    [
      'out, in a named folder, no artifact by its name',
      { 'd/a.json': RECORD, 'd/l.txt': { link: `${outside}/secret.json` } },
      ['d'],
      ['d/a.json'],
      ['error path.escape d/l.txt'],
    ],
    ['out, named', { 'l.json': { link: `${outside}/secret.json` } }, ['l.json'], [], ['error path.escape l.json']],
    [
      'out, a folder, matched',
      { 'd/a.json': RECORD, 'd/l': { link: `${outside}/dir` } },
      ['d/**'],
      ['d/a.json'],
      ['error path.escape d/l'],
    ],
    [
      'out, a folder in front of a wildcard',
      { d: { link: `${outside}/dir` } },
      ['d/*.json'],
      [],
      ['error path.escape d'],
    ],
    ['out, a folder in front of a name', { d: { link: `${outside}/dir` } }, ['d/x.json'], [], ['error path.escape d']],
    ['out, of the default set', { '.proof': { link: `${outside}/dir` } }, [], [], ['error path.escape .proof']],
    ['out, relative', { 'd/l.json': { link: '../../elsewhere.json' } }, ['d/**'], [], ['error path.escape d/l.json']],
    [
      'out, dangling',
      { 'd/l.json': { link: `${outside}/not/there.json` } },
      ['d/**'],
      [],
      ['error path.escape d/l.json'],
    ],
    [
      'out, through a different link',
      { 'd/l.json': { link: '../m/x.json' }, m: { link: `${outside}/dir` } },
      ['d/**'],
      [],
      ['error path.escape d/l.json'],
    ],
    [
      'out, dangling through a different link',
      { 'd/l.json': { link: '../m/new.json' }, m: { link: `${outside}/gone` } },
      ['d/**'],
      [],
      ['error path.escape d/l.json'],
    ],
    ['out, not matched', { 'd/a.json': RECORD, 'bazel-out': { link: outside } }, ['**/a.json'], ['d/a.json'], []],
    ['out, excluded', { 'd/a.json': RECORD, 'd/l': { link: outside } }, ['d/**', '!d/l'], ['d/a.json'], []],
    [
      'in, what it leads to is matched too',
      { 'd/a.json': RECORD, 'd/l.json': { link: 'a.json' } },
      ['d/**'],
      ['d/a.json'],
      ['notice path.symlink d/l.json'],
    ],
    [
      'in, a folder that is matched too',
      { 'd/r/a.json': RECORD, 'd/latest': { link: 'r' } },
      ['d/**'],
      ['d/r/a.json'],
      ['notice path.symlink d/latest'],
    ],
    [
      'in, a folder of which only some is matched',
      { '.proof/a.json': RECORD, '.proof/l': { link: '../r' }, 'r/x.proof.json': RECORD, 'r/y.json': RECORD },
      ['.proof/**', '**/*.proof.json'],
      ['.proof/a.json', 'r/x.proof.json'],
      ['error path.symlink .proof/l'],
    ],
    [
      'in, a folder whose other files are not artifacts',
      { '.proof/a.json': RECORD, '.proof/l': { link: '../r' }, 'r/x.proof.json': RECORD, 'r/R.md': '' },
      ['.proof/**', '**/*.proof.json'],
      ['.proof/a.json', 'r/x.proof.json'],
      ['notice path.symlink .proof/l'],
    ],
    [
      'in, a folder of records with another artifact in it',
      { 'c/chain.json': CHAIN, 'c/x.zip': '', '.proof/l': { link: '../c' } },
      ['.proof/**', 'c/chain.json'],
      ['c/chain.json'],
      ['error path.symlink .proof/l'],
    ],
    [
      'in, a folder with a link that was not matched',
      { '.proof/l': { link: '../r' }, 'r/x.proof.json': RECORD, 'r/deep/y': { link: '../../s' }, 's/y.json': RECORD },
      ['.proof/**', '**/*.proof.json'],
      ['r/x.proof.json'],
      ['error path.symlink .proof/l'],
    ],
    [
      'in, into a bundle',
      { 'b/manifest.json': MANIFEST, 'b/r.json': RECORD, 'l.json': { link: 'b/r.json' } },
      ['**'],
      ['b'],
      ['notice path.symlink l.json'],
    ],
    [
      'in, to what nobody verifies',
      { 'd/a.json': RECORD, 'd/l.json': { link: '../e/x.json' }, 'e/x.json': RECORD },
      ['d/**'],
      ['d/a.json'],
      ['error path.symlink d/l.json'],
    ],
    ['in, a README', { 'd/a.json': RECORD, 'd/R.md': { link: '../R.md' }, 'R.md': '' }, ['d'], ['d/a.json'], []],
    ['in, named', { 'l.json': { link: 'd/a.json' }, 'd/a.json': RECORD }, ['l.json'], ['d/a.json'], []],
    ['in, a named folder', { l: { link: 'd' }, 'd/a.json': RECORD }, ['l'], ['d/a.json'], []],
    [
      'in, a folder in front of a wildcard',
      { l: { link: 'd' }, 'd/a.json': RECORD },
      ['l/*.json'],
      [],
      ['error path.symlink l'],
    ],
    [
      'dangling',
      { 'd/a.json': RECORD, 'd/l.json': { link: 'gone.json' } },
      ['d/**'],
      ['d/a.json'],
      ['error path.symlink d/l.json'],
    ],
    ['dangling, named', { 'l.json': { link: 'gone.json' } }, ['l.json'], [], ['error io.not_found l.json']],
    [
      'a loop',
      { 'd/a.json': RECORD, 'd/l': { link: 'm' }, 'd/m': { link: 'l' } },
      ['d/**'],
      ['d/a.json'],
      ['warning path.symlink d/l', 'warning path.symlink d/m'],
    ],
    [
      'a loop through itself',
      { 'd/a.json': RECORD, 'd/l': { link: 'l/x' } },
      ['d/**'],
      ['d/a.json'],
      ['warning path.symlink d/l'],
    ],
    [
      'a loop upwards',
      { 'd/a.json': RECORD, 'd/up': { link: '..' } },
      ['d/**'],
      ['d/a.json'],
      ['notice path.symlink d/up'],
    ],
    [
      'inside a bundle: the engine judges',
      { 'b/manifest.json': MANIFEST, 'b/l.json': { link: 'manifest.json' } },
      ['b'],
      ['b'],
      [],
    ],
    [
      'out of a bundle',
      { 'b/manifest.json': MANIFEST, 'b/l.json': { link: `${outside}/secret.json` } },
      ['b'],
      ['b'],
      ['error path.escape b/l.json'],
    ],
  ])('%s', async (_, tree, patterns, expected, findings) => {
    const found = await find(makeTree(tree), patterns);
    expect(names(found)).toEqual(expected);
    expect(codes(found)).toEqual(findings);
  });

  test('the workspace itself may be behind a link', async () => {
    const real = makeTree({ 'd/a.json': RECORD, 'd/l.json': { link: 'a.json' } });
    const link = path.join(makeTree({}), 'ws');
    symlinkSync(real, link);
    const found = await find(link, ['d/**']);
    expect(names(found)).toEqual(['d/a.json']);
    expect(codes(found)).toEqual(['notice path.symlink d/l.json']);
    expect(names(await find(link, [path.join(real, 'd/a.json')]))).toEqual(['d/a.json']);
    expect(names(await find(link, [path.join(real, 'd/*.json')]))).toEqual(['d/a.json']);
  });
});

describe('outside the workspace', () => {
  const root = makeTree({
    'ws/a.json': RECORD,
    'out/x.json': RECORD,
    'out/l.json': { link: 'x.json' },
    'out/e.json': { link: '/etc/passwd' },
    'to-x.json': { link: 'out/x.json' },
  });
  const workspace = path.join(root, 'ws');
  test.each<[string, string[], string[]]>([
    ['../out/x.json', ['../out/x.json'], []],
    [path.join(root, 'out/x.json'), ['../out/x.json'], []],
    ['../out/*.json', ['../out/x.json'], ['error path.escape ../out/e.json', 'notice path.symlink ../out/l.json']],
    ['../to-x.json', ['../to-x.json'], []],
    ['../gone.json', [], ['error io.not_found ../gone.json']],
  ])('%s named on the command line', async (pattern, expected, findings) => {
    const found = await find(workspace, [pattern]);
    expect(names(found)).toEqual(expected);
    expect(codes(found)).toEqual(findings);
  });
  test.each(['../out/x.json', '../out/**', '/etc/passwd', '..', '/**'])('%s in a policy', async (pattern) => {
    const found = await find(workspace, [pattern, 'a.json'], { namedOutsideAllowed: false });
    expect(names(found)).toEqual(['a.json']);
    expect(found.findings).toMatchObject([{ code: 'path.escape', severity: 'error', exit_code: 8 }]);
  });
});

/* File systems of macOS and Windows take `A.json` and `a.json`, or two normal forms of `é`, for one file. */
describe('a file under two spellings of its name', () => {
  const composed = 'caf\u00e9.json';
  const decomposed = 'cafe\u0301.json';
  const both = makeTree({ 'a.json': RECORD, 'A.json': RECORD, [composed]: RECORD, [decomposed]: RECORD });
  const folding = (absolute: string): string =>
    path.join(path.dirname(absolute), path.basename(absolute).normalize('NFC').toLowerCase());

  test.each<[string, string[], string[]]>([
    ['named twice', ['A.json', 'a.json'], ['a.json']],
    ['named once', ['A.json'], ['A.json']],
    ['in two normal forms', [decomposed, composed], [composed]],
  ])('counts once when the file system treats them as the same: %s', async (_, patterns, expected) => {
    expect(names(await find(both, patterns, { realPath: folding }))).toEqual(expected);
  });

  test('counts twice when they are two files', async () => {
    const spellings = new Set(readdirSync(both));
    expect(names(await find(both, ['*.json']))).toHaveLength(spellings.size);
  });
});

describe('unreadable files and folders', () => {
  onPosix('FIFOs')('FIFOs are never opened', async () => {
    const workspace = makeTree({ 'd/a.json': RECORD });
    execFileSync('mkfifo', [path.join(workspace, 'd/f.json'), path.join(workspace, 'd/manifest.json')]);
    for (const patterns of [['d/**'], ['d/f.json', 'd/manifest.json']]) {
      const found = await find(workspace, patterns);
      expect(codes(found)).toEqual(['error path.special_file d/f.json', 'error path.special_file d/manifest.json']);
    }
  });

  // Root may list everything, so the refusal is injected.
  test('reports a folder without permission and finds the others', async () => {
    const workspace = makeTree({ 'd/no/x.json': RECORD, 'd/yes/y.json': RECORD });
    const found = await find(workspace, ['d'], {
      readFolder: (absolute, run) => {
        if (path.basename(absolute) === 'no') throw Object.assign(new Error('no'), { code: 'EACCES' });
        return listFolder(absolute, run);
      },
    });
    expect(names(found)).toEqual(['d/yes/y.json']);
    expect(codes(found)).toEqual(['error io.unreadable d/no']);
  });

  onPosix('names of any bytes')('leaves a folder in a bundle whose name is no UTF-8 to the bundle', async () => {
    const workspace = makeTree({ 'b/manifest.json': MANIFEST, 'b/r.json': RECORD, 'd/a.json': RECORD });
    for (const folder of ['b', 'd']) {
      mkdirSync(Buffer.concat([Buffer.from(path.join(workspace, folder, 'x')), Buffer.from([0xff])]));
    }
    const found = await find(workspace, ['**']);
    expect(names(found)).toEqual(['b', 'd/a.json']);
    expect(codes(found)).toEqual(['error io.unreadable d/x\ufffd']);
  });

  test('does not report a named folder as empty when it cannot be listed', async () => {
    const found = await find(makeTree({ 'd/x.json': RECORD }), ['d'], {
      readFolder: () => {
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      },
    });
    expect(codes(found)).toEqual(['error io.unreadable d']);
  });
});

describe('size', () => {
  test('5,000 files and a deep tree', async () => {
    const workspace = makeTree({});
    for (let i = 0; i < 50; i++) {
      mkdirSync(path.join(workspace, 'many', String(i)), { recursive: true });
      for (let j = 0; j < 100; j++) writeFileSync(path.join(workspace, 'many', String(i), `${j}.json`), RECORD);
    }
    const deep = path.join(workspace, 'many', ...Array.from({ length: 600 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(path.join(deep, 'x.json'), RECORD);
    const found = await find(workspace, ['many']);
    expect(found.artifacts).toHaveLength(5001);
    expect(found.findings).toEqual([]);
  });
});

describe('limits (hardening 33)', () => {
  test('stops in an endless tree when the run ends', async () => {
    let listed = 0;
    const found = await find(makeTree({}), ['**'], {
      readFolder: async (_, run) => {
        if (++listed > 50 && run.aborted?.() === true) throw new Stopped();
        return ['a.json', 'd'].map((name) => direntOf(name, name === 'd'));
      },
      run: { aborted: () => true },
    });
    expect(listed).toBeLessThan(100);
    expect(found.findings).toEqual([]);
  });

  test('checks the clock between entries: a run that has ended stops listing', async () => {
    const workspace = makeTree({});
    for (let i = 0; i < 3000; i++) writeFileSync(path.join(workspace, `${i}.txt`), '');
    const since = performance.now();
    while (performance.now() - since < 60); // no turn for longer than the pace allows
    await expect(listFolder(workspace, { aborted: () => true })).rejects.toThrow(Stopped);
    expect(await listFolder(workspace, {})).toHaveLength(3000);
  });

  test('the time for a chain of many files is proportional to their number', async () => {
    const folderOf = (count: number): Folder => {
      const hits = Array.from({ length: count }, (_, i) => ({ path: `/d/${i}.json`, name: `d/${i}.json` }) as Hit);
      const path = makeTree({ '0.json': LINKED });
      return { path, name: 'd', parent: undefined, manifest: false, chain: false, records: ['0.json'], hits };
    };
    const time = async (count: number): Promise<number> => {
      const folder = folderOf(count);
      // Windows tells processor time in steps of 15 ms.
      const since = performance.now();
      const { artifacts, hits } = await classify([folder], DEFAULT_LIMITS);
      const took = performance.now() - since;
      expect([artifacts.length, hits.length]).toEqual([1, 0]);
      return took;
    };
    const least = async (count: number): Promise<number> =>
      Math.min(await time(count), await time(count), await time(count));
    expect(await least(80_000)).toBeLessThan(32 * ((await least(10_000)) + 1)); // 8 by the files; 64 if each looked at all others
  });
});

test('any tree and patterns: sorted by bytes, each file once, nothing from outside', async () => {
  const name = fc.constantFrom(
    'a',
    'b.json',
    'c.jsonl',
    'é',
    '🔒.json',
    '\uff5e',
    'manifest.json',
    'chain.json',
    'a-b',
    '-',
  );
  const content = fc.constantFrom(RECORD, LINKED, CHAIN, MANIFEST, '', '{');
  const entry = fc.tuple(fc.array(name, { minLength: 1, maxLength: 4 }), content);
  const pattern = fc.constantFrom(
    '**',
    'a',
    'a/**',
    '**/*.json',
    '!a/b.json',
    '!**/é',
    '.',
    '**/c*',
    './a-b/',
    'b.json',
    '**/🔒.json',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 8 }),
      fc.array(pattern, { minLength: 1, maxLength: 4 }),
      async (entries, patterns) => {
        const workspace = makeTree({});
        for (const [parts, text] of entries) {
          try {
            const file = path.join(workspace, ...parts);
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, text);
          } catch {
            // the name is taken by a folder or file already
          }
        }
        const found = await find(workspace, patterns);
        const list = names(found);
        expect(list).toEqual([...new Set(list)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
        for (const artifact of found.artifacts)
          expect(path.join(workspace, artifact.name)).toBe(path.resolve(artifact.path));
        const bundles = found.artifacts.filter(({ form }) => form === 'bundle');
        for (const { path: bundle } of bundles) {
          expect(found.artifacts.filter((one) => one.path.startsWith(`${bundle}${path.sep}`))).toEqual([]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
