import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Fault } from '../../../src/engine/fault.js';
import { DEFAULT_LIMITS } from '../../../src/engine/limits.js';
import { directoryDigest, directorySource } from '../../../src/engine/source/directory.js';
import type { DirectorySource } from '../../../src/engine/source/source.js';
import { folder, removeFolders, sha } from '../../support/build.js';
import { thrown } from '../../support/faults.js';
import { onPosix } from '../../support/platform.js';

afterAll(removeFolders);

const refusing = (root: string, within?: string): DirectorySource =>
  directorySource(root, 'd', DEFAULT_LIMITS, 'refuse', within);
const following = (root: string): DirectorySource => directorySource(root, 'd', DEFAULT_LIMITS, 'follow');

describe('what is in a directory', () => {
  onPosix('FIFOs')('everything below it, by the bytes of its path, links not followed', async () => {
    // A surrogate pair comes before U+FF5E in UTF-16, and behind it in UTF-8.
    const names = ['\u{1f600}', '\uff5e', 'b', 'B', 'a', 'Z', '_', '0', 'ab', 'a-'];
    const root = folder(Object.fromEntries([...names, 'sub/x', 'sub.txt', 'sub/in/y'].map((name) => [name, ''])));
    symlinkSync('sub', join(root, 'link'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const listed = await refusing(root).list();
    expect(listed.map(({ path, type }) => `${path} ${type}`)).toEqual([
      '0 file',
      'B file',
      'Z file',
      '_ file',
      'a file',
      'a- file',
      'ab file',
      'b file',
      'link symlink',
      'pipe other',
      'sub directory',
      'sub.txt file',
      'sub/in directory',
      'sub/in/y file',
      'sub/x file',
      '\uff5e file',
      '\u{1f600} file',
    ]);
  });

  test('names that are no UTF-8 are no other names, and nothing is opened by them', async () => {
    const root = folder({ 'a\ufffd.json': '1', 'a\\xff.json': '2' });
    const raw = (text: string) => Buffer.from(`${root}/${text}`, 'latin1');
    writeFileSync(raw('a\xff.json'), '3');
    mkdirSync(raw('d\xff'));
    writeFileSync(raw('d\xff/x'), '4');
    const listed = await refusing(root).list();
    const odd = ['a\0xff.json', 'd\0xff', 'd\0xff/x'];
    expect(new Set(listed.map(({ path }) => path))).toEqual(new Set(['a\ufffd.json', 'a\\xff.json', ...odd]));
    for (const path of odd) {
      expect((await thrown(() => refusing(root).open(path)))[0]).toBe('io.not_found');
      expect((await thrown(() => following(root).open(path)))[0]).toBe('io.not_found');
    }
  });

  test('one that is gone cannot be read', async () => {
    expect(await thrown(() => refusing(join(folder(), 'gone')).list())).toEqual([
      'io.unreadable',
      'directory "" cannot be read: no such file or directory',
      { entry: '' },
    ]);
  });
});

describe('a file of a directory', () => {
  const root = folder({ 'a.txt': 'a', 'sub/b.txt': 'b' });
  symlinkSync('a.txt', join(root, 'link.txt'));
  symlinkSync('sub', join(root, 'way'));
  symlinkSync('nothing', join(root, 'dead'));
  const text = async (source: DirectorySource, path: string): Promise<string> =>
    Buffer.from(await source.open(path).bytes(10)).toString();

  test('is called by both names', async () => {
    expect(refusing(root).open('sub/b.txt').name).toBe('d/sub/b.txt');
    expect(following(root).open('sub/b.txt').name).toBe('d/sub/b.txt');
    expect(await text(refusing(root), 'sub/b.txt')).toBe('b');
  });

  test.each<[string, string, string]>([
    ['link.txt', 'path.symlink', '"link.txt" is a symbolic link'],
    ['way/b.txt', 'path.symlink', '"way/b.txt" is behind a symbolic link'],
    ['way\\b.txt', 'path.symlink', '"way\\\\b.txt" is behind a symbolic link'],
    ['dead', 'path.symlink', '"dead" is a symbolic link'],
    ['../a.txt', 'path.escape', '"../a.txt" points outside the artifact'],
    ['sub/../a.txt', 'path.escape', '"sub/../a.txt" points outside the artifact'],
    ['sub\\..\\a.txt', 'path.escape', '"sub\\\\..\\\\a.txt" points outside the artifact'],
  ])('%s is refused', async (path, code, message) => {
    expect(await thrown(() => refusing(root).open(path))).toEqual([code, message, { entry: path }]);
  });

  test('that is not there', async () => {
    for (const source of [refusing(root), following(root)]) {
      expect(await thrown(() => source.open('sub/none'))).toEqual(['io.not_found', 'd/sub/none not found', {}]);
    }
  });

  test('links are followed where upstream does', async () => {
    expect(await text(following(root), 'link.txt')).toBe('a');
    expect(await text(following(root), 'way/b.txt')).toBe('b');
    expect(await thrown(() => following(root).open('dead'))).toEqual(['path.symlink', 'd/dead is a symbolic link', {}]);
  });

  test('lies in the workspace, whatever its directory is reached through', async () => {
    const outside = folder({ 'x.txt': 'x' });
    mkdirSync(join(root, 'workspace'));
    symlinkSync(outside, join(root, 'workspace', 'out'));
    const directory = join(root, 'workspace', 'out');
    expect(await thrown(() => refusing(directory, root).open('x.txt'))).toEqual([
      'path.escape',
      'd/x.txt points outside the workspace',
      {},
    ]);
    expect(await text(refusing(directory, outside), 'x.txt')).toBe('x');
    expect(await text(refusing(directory), 'x.txt')).toBe('x');
  });
});

describe('the digest of a directory', () => {
  const files = { 'b.txt': 'two', 'a/a.txt': 'one!', 'empty/no': '' };

  test('is that of its files, their paths and their sizes', async () => {
    const root = folder(files);
    symlinkSync('b.txt', join(root, 'link'));
    const lines = ['a/a.txt', 'b.txt', 'empty/no'].map((path) => `${path}\0${sha(files[path as 'b.txt'])}\n`);
    expect(await directoryDigest(refusing(root))).toEqual({ sha256: sha(lines.join('')), bytes: 7 });
    expect(await directoryDigest(refusing(folder()))).toEqual({ sha256: sha(''), bytes: 0 });
  });

  const failing = (error: Error): DirectorySource => {
    const inner = refusing(folder(files));
    return {
      ...inner,
      open: (path) => {
        if (path === 'empty/no') throw error;
        return inner.open(path);
      },
    };
  };

  test('is not told when a file cannot be read; a bug of ours goes on', async () => {
    expect(await directoryDigest(failing(new Fault('io.changed', 'changed')))).toEqual({ sha256: null, bytes: 7 });
    await expect(directoryDigest(failing(new TypeError('ours')))).rejects.toThrow(TypeError);
  });
});
