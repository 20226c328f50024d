import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type OutputFile, WriteError, type WriteOptions, writeFiles } from '../../src/files/write.js';
import { addTo, makeTree, removeTrees } from '../discovery/tree.js';
import { IS_WINDOWS, onPosix } from '../support/platform.js';

afterEach(removeTrees);

/** A checkout `ws` next to a folder `out` that the operator owns. */
function place(tree: Parameters<typeof makeTree>[0] = {}): string {
  const root = makeTree({ 'ws/README.md': 'x', 'out/keep': 'precious', ...tree });
  return root;
}

function write(
  root: string,
  path: string,
  more: Partial<OutputFile> = {},
  options: Partial<WriteOptions> = {},
): string {
  try {
    writeFiles([{ path: join(root, path), content: 'new', ...more }], {
      checkout: [join(root, 'ws')],
      makeFolders: true,
      ...options,
    });
    return 'written';
  } catch (error) {
    if (error instanceof WriteError) return `${error.reason}: ${error.message.replaceAll(root, 'ROOT')}`;
    throw error;
  }
}

function leftovers(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.proof-verify-'));
}

describe('inside the checkout', () => {
  test.each([
    ['a new file', {}, 'ws/r.json'],
    ['a new file in new folders', {}, 'ws/a/b/r.json'],
    ['a file that exists', { 'ws/r.json': 'old' }, 'ws/r.json'],
    ['a path with dots', {}, 'ws/a/../r.json'],
  ])('writes %s', (_, tree, path) => {
    const root = place(tree);
    expect(write(root, path)).toBe('written');
    expect(readFileSync(join(root, path), 'utf8')).toBe('new');
    expect(leftovers(root)).toEqual([]);
  });

  test.each([
    ['a link to a file', { 'ws/r.json': { link: '../out/keep' } }, 'ws/r.json', 'unsafe: is a symbolic link'],
    ['a link to nothing', { 'ws/r.json': { link: '../out/new' } }, 'ws/r.json', 'unsafe: is a symbolic link'],
    ['a link inside the checkout', { 'ws/r.json': { link: 'README.md' } }, 'ws/r.json', 'unsafe: is a symbolic link'],
    [
      'a folder that is a link',
      { 'ws/reports': { link: '../out' } },
      'ws/reports/keep',
      'unsafe: the directory "ROOT/ws/reports" is a symbolic link',
    ],
    [
      'below a folder that is a link',
      { 'ws/a': { link: '../out' } },
      'ws/a/b/c/r.json',
      'unsafe: the directory "ROOT/ws/a" is a symbolic link',
    ],
    ['a folder', { 'ws/r.json/x': '' }, 'ws/r.json', 'failed: is a directory'],
    // Windows does not say which of the two it is.
    [
      'below a file',
      {},
      'ws/README.md/r.json',
      IS_WINDOWS ? 'failed: no such file or directory' : 'failed: not a directory',
    ],
  ] as [string, Parameters<typeof makeTree>[0], string, string][])('refuses %s', (_, tree, path, expected) => {
    const root = place(tree);
    expect(write(root, path)).toBe(expected);
    expect(readFileSync(join(root, 'out/keep'), 'utf8')).toBe('precious');
    expect(readFileSync(join(root, 'ws/README.md'), 'utf8')).toBe('x');
    expect(readdirSync(join(root, 'out'))).toEqual(['keep']);
    expect(leftovers(root)).toEqual([]);
  });

  onPosix('FIFOs')('refuses a FIFO without waiting for a reader', () => {
    const root = place();
    execFileSync('mkfifo', [join(root, 'ws/r.json')]);
    expect(write(root, 'ws/r.json')).toBe('unsafe: is a FIFO');
  });

  test('refuses a link of the checkout that is reached through a link outside', () => {
    const root = place({ 'ws/reports': { link: '../out' }, latest: { link: 'ws' } });
    expect(write(root, 'latest/reports/r.json')).toMatch(/^unsafe/);
    expect(write(root, 'latest/r.json')).toBe('written');
  });

  test('counts a checkout that is named through a link', () => {
    const root = place({ 'ws/r.json': { link: '../out/keep' }, named: { link: 'ws' } });
    expect(write(root, 'named/r.json', {}, { checkout: [join(root, 'named')] })).toMatch(/^unsafe/);
    expect(write(root, 'ws/r.json', {}, { checkout: [join(root, 'gone'), join(root, 'named')] })).toMatch(/^unsafe/);
  });
});

describe('outside the checkout', () => {
  test.each([
    ['a link to a file', 'out/link', 'out/keep'],
    ['a folder that is a link', 'latest/r.json', 'out/r.json'],
    ['a link to nothing', 'out/dangling', 'out/later'],
  ])('follows %s', (_, path, written) => {
    const root = place({ 'out/link': { link: 'keep' }, latest: { link: 'out' }, 'out/dangling': { link: 'later' } });
    expect(write(root, path)).toBe('written');
    expect(readFileSync(join(root, written), 'utf8')).toBe('new');
    expect(lstatSync(join(root, 'out/link')).isSymbolicLink()).toBe(true);
    expect(leftovers(root)).toEqual([]);
  });

  onPosix('devices')('writes to a device', () => {
    expect(write('/', 'dev/null', {}, { checkout: [] })).toBe('written');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a missing folder is an error when no folders are made', () => {
    const root = place();
    expect(write(root, 'out/a/k.pem', {}, { makeFolders: false })).toBe('failed: the directory does not exist');
    expect(existsSync(join(root, 'out/a'))).toBe(false);
  });
});

describe('modes', () => {
  onPosix('modes of files')('a replaced file keeps its own', () => {
    const root = place({ 'ws/r.json': 'old', 'out/s.json': 'old' });
    for (const path of ['ws/r.json', 'out/s.json']) {
      chmodSync(join(root, path), 0o640);
      write(root, path, { mode: 0o600 });
      expect(statSync(join(root, path)).mode & 0o777).toBe(0o640);
    }
  });

  for (const path of ['ws/k.pem', 'out/k.pem'])
    onPosix('modes of files')(`${path} gets the mode asked for, whatever the umask is`, () => {
      const root = place();
      const before = process.umask(0o777);
      try {
        expect(write(root, path, { mode: 0o600, exclusive: true })).toBe('written');
      } finally {
        process.umask(before);
      }
      expect(statSync(join(root, path)).mode & 0o777).toBe(0o600);
    });
});

describe('several files', () => {
  test.each(['ws', 'out'])('an exclusive one that exists in %s leaves all of them alone', (folder) => {
    const root = place({ [`${folder}/k.pub`]: 'old' });
    const files = ['k.pem', 'k.pub'].map((name) => ({
      path: join(root, folder, name),
      content: 'new',
      exclusive: true,
    }));
    expect(() => writeFiles(files, { checkout: [join(root, 'ws')] })).toThrow(
      new WriteError('exists', '', 'file exists'),
    );
    expect(readFileSync(join(root, folder, 'k.pub'), 'utf8')).toBe('old');
    expect(existsSync(join(root, folder, 'k.pem'))).toBe(false);
  });

  test('one that must not be written leaves those before it unchanged', () => {
    const root = place({ 'ws/a.json': 'old', 'ws/b.json': { link: '../out/keep' } });
    const files = ['a.json', 'b.json'].map((name) => ({ path: join(root, 'ws', name), content: 'new' }));
    expect(() => writeFiles(files, { checkout: [join(root, 'ws')] })).toThrow('is a symbolic link');
    expect(readFileSync(join(root, 'ws/a.json'), 'utf8')).toBe('old');
    expect(leftovers(root)).toEqual([]);
  });

  test('all are written', () => {
    const root = place({ 'ws/a.json': 'old' });
    const files = ['ws/a.json', 'ws/b.json', 'out/c.json'].map((name) => ({ path: join(root, name), content: name }));
    writeFiles(files, { checkout: [join(root, 'ws')] });
    for (const { path, content } of files) expect(readFileSync(path, 'utf8')).toBe(content);
  });
});

test('a link that replaces an exclusive file in the meantime is not followed', () => {
  const root = place();
  mkdirSync(join(root, 'ws/k'));
  symlinkSync('../../out/new', join(root, 'ws/k/k.pem'));
  expect(write(root, 'ws/k/k.pem', { exclusive: true })).toBe('exists: file exists');
  addTo(root, { 'out/x': '' });
  expect(existsSync(join(root, 'out/new'))).toBe(false);
});
