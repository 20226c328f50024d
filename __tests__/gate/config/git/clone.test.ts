import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Clone, namesRepository, openClone } from '../../../../src/gate/config/git/clone.js';
import { GitRepository, isRefName } from '../../../../src/gate/config/git/repository.js';
import { folder, removeFolders } from '../../../support/build.js';
import { commit, git, repository } from '../../support/repository.js';

/* trust.md section 2: files of a commit from the git objects of a clone, against what git itself says. */

afterAll(removeFolders);

async function cloneAt(root: string): Promise<Clone> {
  const clone = await openClone(root);
  if (clone.kind !== 'clone') throw new Error(clone.reason);
  return clone;
}

async function read(root: string, id: string, path: string, limit = 1 << 20): Promise<string> {
  const found = await (await cloneAt(root)).reader.read(id, path, limit);
  if (found.kind === 'file') return Buffer.from(found.bytes).toString('utf8');
  return 'reason' in found ? `${found.kind}: ${found.reason}` : found.kind;
}

const TEXT = 'a policy\n'.repeat(400);

/** Two versions of a text, of which one is stored as a delta. */
function packed(root: string): string {
  const id = commit(root, { 'conf/policy.yml': `${TEXT}one` });
  commit(root, { 'conf/policy.yml': `${TEXT}two` });
  git(root, 'repack', '-adfq', '--depth=50', '--window=50');
  return id;
}

describe.each([['sha1'], ['sha256']])('objects of %s', (format) => {
  const make = () => repository({ 'a.txt': 'a', 'd/e/f.txt': 'f' }, `--object-format=${format}`);

  test('loose ones', async () => {
    const root = make();
    const id = git(root, 'rev-parse', 'HEAD');
    expect(await read(root, id, 'a.txt')).toBe('a');
    expect(await read(root, id, 'd/e/f.txt')).toBe('f');
  });

  test('packed ones, deltas of both kinds included', async () => {
    const root = make();
    const id = packed(root);
    expect(await read(root, id, 'conf/policy.yml')).toBe(`${TEXT}one`);
    expect(await read(root, git(root, 'rev-parse', 'HEAD'), 'conf/policy.yml')).toBe(`${TEXT}two`);
    // Reference deltas, as servers send them.
    git(root, 'config', 'repack.useDeltaBaseOffset', 'false');
    git(root, 'repack', '-adfq');
    expect(await read(root, id, 'conf/policy.yml')).toBe(`${TEXT}one`);
  });
});

test('every object of a repository reads as git prints it', async () => {
  const root = repository({ 'a.txt': 'a' });
  for (let i = 0; i < 12; i++)
    commit(root, { [`d${i % 3}/f${i}.bin`]: randomBytes(i * 900), 'log.txt': TEXT.slice(i * 7) });
  git(root, 'repack', '-adfq');
  const repo = await GitRepository.at(root);
  for (const line of git(root, 'cat-file', '--batch-all-objects', '--batch-check').split('\n')) {
    const [id = '', type, size] = line.split(' ');
    const object = await repo?.read(id);
    expect([object?.type, object?.content.length]).toEqual([type, Number(size)]);
  }
});

test('where a path leads', async () => {
  const root = repository({
    'a.txt': 'a',
    'd/b.txt': 'b',
    'lfs.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:x\n',
  });
  symlinkSync('a.txt', join(root, 'link'));
  symlinkSync('d', join(root, 'folder-link'));
  const inner = repository({ 'x.txt': 'x' });
  git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'sub');
  const id = commit(root, {});
  expect(await read(root, id, 'link')).toBe('refused: is a symbolic link');
  expect(await read(root, id, 'folder-link/b.txt')).toBe('refused: is below a symbolic link');
  expect(await read(root, id, 'sub')).toBe('refused: is a submodule');
  expect(await read(root, id, 'sub/x.txt')).toBe('refused: is in a submodule');
  expect(await read(root, id, 'd')).toBe('refused: is a directory');
  expect(await read(root, id, 'lfs.bin')).toContain('refused: is a Git LFS pointer');
  expect(await read(root, id, 'no.txt')).toBe('missing');
  expect(await read(root, id, 'a.txt/b')).toBe('missing');
  for (const path of ['../a.txt', 'd/../a.txt', './a.txt', 'd//b.txt', '']) {
    expect(await read(root, id, path)).toBe('refused: is not a path below the root of the repository');
  }
  expect(await read(root, id, 'd/b.txt', 0)).toBe('refused: has 1 bytes, limit 0');
});

describe('refs', () => {
  const root = repository({ 'a.txt': 'a' });
  const first = git(root, 'rev-parse', 'HEAD');
  git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  git(root, 'update-ref', 'refs/remotes/origin/feature/x', 'HEAD');
  git(root, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  git(root, 'tag', 'approved');
  git(root, 'tag', '-a', 'v1', '-m', 'v1');
  git(root, 'pack-refs', '--all');
  const second = commit(root, { 'a.txt': 'b' });
  git(root, 'update-ref', 'refs/heads/only', 'HEAD');

  test.each<[string, string | RegExp]>([
    [first, first],
    [first.toUpperCase(), first],
    ['only', second],
    ['origin/main', first],
    ['feature/x', first],
    ['refs/remotes/origin/main', first],
    ['refs/tags/v1', first],
    ['main', /^main is ambiguous: refs\/heads\/main and refs\/remotes\/origin\/main are different commits/],
    ['approved', 'the clone has no branch approved'],
    ['HEAD', 'the clone has no branch HEAD'],
    ['no', 'the clone has no branch no'],
    ['refs/heads/no', 'the clone has no ref refs/heads/no'],
    ['0'.repeat(40), `commit ${'0'.repeat(40)} is not in the clone`],
    [first.slice(0, 12), `the clone has no branch ${first.slice(0, 12)}`],
    ['../../config', 'the clone has no branch ../../config'],
    ['main~1', 'the clone has no branch main~1'],
  ])('%s', async (ref, expected) => {
    const found = await (await cloneAt(root)).commitOf(ref);
    expect(found.kind === 'commit' ? found.commit : found.reason).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  test('the tip of a branch is that of the remote, and the default branch is its HEAD', async () => {
    const { reader } = await cloneAt(root);
    expect(await reader.tip('main')).toEqual({ kind: 'commit', commit: first });
    expect(await reader.tip('only')).toMatchObject({ kind: 'unavailable' });
    expect(await reader.defaultBranch()).toEqual({ kind: 'branch', branch: 'main' });
  });

  test('a blob is not a commit', async () => {
    const blob = git(root, 'rev-parse', 'HEAD:a.txt');
    expect(await (await cloneAt(root)).commitOf(blob)).toMatchObject({ kind: 'unavailable' });
  });

  test.each(['refs/heads/main', 'refs/remotes/origin/feature/x'])('%s can be the name of a ref', (name) => {
    expect(isRefName(name)).toBe(true);
  });
  test.each([
    'main',
    'refs/',
    'refs/heads/../x',
    'refs/heads/.x',
    'refs/heads/x.lock',
    'refs/heads/a b',
    'refs/heads/a\\b',
    'refs/heads/a@{1}',
    'refs//x',
  ])('%s cannot', (name) => expect(isRefName(name)).toBe(false));
});

describe('clones of other shapes', () => {
  const origin = repository({ 'a.txt': 'a' });
  const base = git(origin, 'rev-parse', 'HEAD');
  commit(origin, { 'a.txt': 'b' });

  test('shallow: a commit that was not fetched is missing', async () => {
    const root = join(folder(), 'c');
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, root);
    expect(await (await cloneAt(root)).commitOf(base)).toEqual({
      kind: 'unavailable',
      reason: `commit ${base} is not in the clone`,
    });
    expect(await read(root, git(origin, 'rev-parse', 'HEAD'), 'a.txt')).toBe('b');
  });

  test('a work tree of another repository, whose .git is a file', async () => {
    const root = join(folder(), 'w');
    git(origin, 'worktree', 'add', '-q', '--detach', root);
    expect(await read(root, base, 'a.txt')).toBe('a');
    expect((await (await cloneAt(root)).commitOf('main')).kind).toBe('commit');
  });

  test('objects borrowed from another clone', async () => {
    const root = join(folder(), 'r');
    git(origin, 'clone', '-q', '--shared', origin, root);
    expect(await read(root, base, 'a.txt')).toBe('a');
  });

  test('no clone at all, and .git that is not one', async () => {
    expect(await openClone(folder())).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('is not a git clone'),
    });
    const odd = folder({ '.git': 'nonsense' });
    expect(await openClone(odd)).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('is not a git folder'),
    });
    const link = folder();
    symlinkSync(join(origin, '.git'), join(link, '.git'));
    expect((await openClone(link)).kind).toBe('unavailable');
  });
});

describe('a clone that lies', () => {
  function looseFile(root: string, spec: string): string {
    const id = git(root, 'rev-parse', spec);
    return join(root, '.git', 'objects', id.slice(0, 2), id.slice(2));
  }

  test('an object with the content of another is rejected', async () => {
    const root = repository({ 'a.txt': 'honest', 'b.txt': 'forged' });
    const id = git(root, 'rev-parse', 'HEAD');
    const target = looseFile(root, 'HEAD:a.txt');
    chmodSync(target, 0o644);
    writeFileSync(target, readFileSync(looseFile(root, 'HEAD:b.txt')));
    expect(await read(root, id, 'a.txt')).toMatch(/^unavailable: the object [0-9a-f]{40} does not have its id$/);
  });

  test('changing any byte of a pack or its index never yields another object', async () => {
    const root = repository({ 'z.txt': 'z' });
    const id = packed(root);
    const folderOfPacks = join(root, '.git', 'objects', 'pack');
    const names = readdirSync(folderOfPacks).filter((name) => /\.(?:idx|pack)$/.test(name));
    for (const name of names) {
      const file = join(folderOfPacks, name);
      chmodSync(file, 0o644);
      const bytes = readFileSync(file);
      for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 60)) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        writeFileSync(file, changed);
        expect(await read(root, id, 'conf/policy.yml')).toMatch(new RegExp(`^(?:unavailable: .*|${TEXT}one)$`));
      }
      writeFileSync(file, bytes);
    }
  });

  test('a file that cannot be unpacked, or is truncated', async () => {
    const root = repository({ 'a.txt': 'a' });
    const id = git(root, 'rev-parse', 'HEAD');
    const file = looseFile(root, 'HEAD:a.txt');
    chmodSync(file, 0o644);
    writeFileSync(file, 'nonsense');
    expect(await read(root, id, 'a.txt')).toMatch(/^unavailable: a git object cannot be unpacked/);
    rmSync(file);
    expect(await read(root, id, 'a.txt')).toMatch(/^unavailable: blob [0-9a-f]{40} is not in the clone$/);
    mkdirSync(file);
    expect(await read(root, id, 'a.txt')).toMatch(/^unavailable: blob/);
  });

  test('a ref that leads in a circle or is damaged', async () => {
    const root = repository({ 'a.txt': 'a' });
    writeFileSync(join(root, '.git', 'refs', 'heads', 'loop'), 'ref: refs/heads/loop\n');
    appendFileSync(join(root, '.git', 'refs', 'heads', 'odd'), 'nonsense\n');
    const clone = await cloneAt(root);
    expect(await clone.commitOf('loop')).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('too many'),
    });
    expect(await clone.commitOf('odd')).toMatchObject({
      kind: 'unavailable',
      reason: expect.stringContaining('damaged'),
    });
  });
});

describe('whose clone it is', () => {
  test.each<[string, string, boolean]>([
    ['https://github.com/acme/app', 'acme/app', true],
    ['https://x:y@github.com/Acme/App.git/', 'acme/app', true],
    ['git@github.com:acme/app.git', 'acme/app', true],
    ['/srv/git/acme/app.git', 'acme/app', true],
    ['https://github.com/mallory/app', 'acme/app', false],
    ['https://github.com/evilacme/app', 'acme/app', false],
    ['https://gitlab.example/mallory/acme/app.git', 'acme/app', false],
    ['git@gitlab.example:mallory/acme/app.git', 'acme/app', false],
    ['file:///srv/git/acme/app.git', 'acme/app', true],
    ['https://dev.azure.com/acme/project/_git/app', 'app', true],
  ])('%s is %s: %s', (url, repository, expected) => expect(namesRepository(url, { repository })).toBe(expected));

  test.each<[string, string, string, boolean]>([
    // A server below a path of its host.
    ['https://x:y@host.example/gitlab/acme/app.git', 'acme/app', 'https://host.example/gitlab/acme/app', true],
    ['https://host.example/mallory/acme/app.git', 'acme/app', 'https://host.example/gitlab/acme/app', false],
    ['git@host.example:acme/app.git', 'acme/app', 'https://host.example/gitlab/acme/app', true],
    ['https://acme@dev.azure.com/acme/p/_git/app', 'app', 'https://acme@dev.azure.com/acme/p/_git/app', true],
    ['https://dev.azure.com/mallory/p/_git/app', 'app', 'https://acme@dev.azure.com/acme/p/_git/app', false],
  ])('%s is %s at %s: %s', (url, repository, repositoryUrl, expected) => {
    expect(namesRepository(url, { repository, repositoryUrl })).toBe(expected);
  });

  test('the address of origin decides; without one the clone is accepted', async () => {
    const root = repository({ 'a.txt': 'a' });
    expect((await cloneAt(root)).isCloneOf({ repository: 'acme/app' })).toBe(true);
    git(root, 'remote', 'add', 'origin', 'https://github.com/mallory/app.git');
    const clone = await cloneAt(root);
    const named = ['acme/app', 'mallory/app'].map((repository) => ({ repository }));
    expect([...named, {}, undefined].map((one) => clone.isCloneOf(one))).toEqual([false, true, true, true]);
  });
});
