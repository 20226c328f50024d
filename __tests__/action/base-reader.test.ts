import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitHubBaseReader } from '../../src/action/base-reader.js';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';
import type { BaseReader } from '../../src/gate/config/base-reader.js';
import { type ApiServer, type GitEntry, startApi } from './support/api-server.js';

const LIMITS = { ...API_LIMITS, attempts: 2, baseDelayMs: 5, requestTimeoutMs: 300 };
const COMMIT = 'c'.repeat(40);
const KEYS = 'd'.repeat(40);
const POLICY = 'version: 1\n';
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n';

let server: ApiServer;
let reader: BaseReader;

/** Puts a file into the repository. */
function blob(path: string, content: string | Uint8Array, mode = '100644'): GitEntry {
  const bytes = Buffer.from(content);
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  server.blobs.set(sha, bytes);
  return { path, mode, type: 'blob', sha, size: bytes.length };
}

beforeEach(async () => {
  server = await startApi();
  server.branches.set('main', COMMIT).set('release/1', 'e'.repeat(40));
  server.trees.set(COMMIT, [
    blob('.proof-policy.yml', POLICY),
    blob('run.sh', 'true', '100755'),
    blob('link.yml', '.proof-policy.yml', '120000'),
    blob('big', 'x'.repeat(101)),
    blob('empty', ''),
    blob('lfs.bin', LFS),
    blob('bytes', Uint8Array.of(0, 255, 10, 13, 128)),
    { path: 'keys', mode: '040000', type: 'tree', sha: KEYS },
    { path: 'linked', mode: '120000', type: 'blob', sha: 'f'.repeat(40), size: 4 },
    { path: 'module', mode: '160000', type: 'commit', sha: 'a'.repeat(40) },
  ]);
  server.trees.set(KEYS, [blob('ci.pem', 'key')]);
  reader = gitHubBaseReader(gitHubApi(server.url, 'ghs_x', undefined, LIMITS), { owner: 'acme', repo: 'app' });
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

describe('a branch', () => {
  test.each([
    ['main', COMMIT],
    ['release/1', 'e'.repeat(40)],
  ])('%s has a tip', async (branch, commit) => {
    expect(await reader.tip(branch)).toEqual({ kind: 'commit', commit });
  });

  test('is unavailable when it is not found: the token may lack the permission', async () => {
    expect(await reader.tip('gone')).toEqual({ kind: 'unavailable', reason: 'HTTP 404: Not Found' });
  });

  test('defaults to the default branch of the repository', async () => {
    expect(await reader.defaultBranch()).toEqual({ kind: 'branch', branch: 'main' });
  });
});

describe('a path', () => {
  test.each([
    ['.proof-policy.yml', POLICY],
    ['run.sh', 'true'],
    ['empty', ''],
    ['keys/ci.pem', 'key'],
  ])('%s is read', async (path, content) => {
    const file = await reader.read(COMMIT, path, 100);
    expect(file.kind === 'file' ? Buffer.from(file.bytes).toString() : file).toBe(content);
  });

  test('is read byte for byte, whatever it contains', async () => {
    const file = await reader.read(COMMIT, 'bytes', 5);
    expect(file).toEqual({ kind: 'file', bytes: Uint8Array.of(0, 255, 10, 13, 128) });
  });

  test.each(['nope', 'keys/nope', '.proof-policy.yml/x'])('%s is missing', async (path) => {
    expect(await reader.read(COMMIT, path, 100)).toEqual({ kind: 'missing' });
  });

  test('says when it is a folder on the way that is missing', async () => {
    expect(await reader.read(COMMIT, 'Keys/ci.pem', 100)).toEqual({ kind: 'missing', folder: true });
  });

  test.each([
    ['link.yml', 'symlink', 'is a symbolic link'],
    ['linked/ci.pem', 'symlink', 'is below a symbolic link'],
    ['module', 'submodule', 'is a submodule'],
    ['module/ci.pem', 'submodule', 'is in a submodule'],
    ['keys', 'directory', 'is a directory'],
    ['lfs.bin', 'lfs-pointer', 'is a Git LFS pointer: its content is not in git'],
    ['big', 'too-large', 'has 101 bytes, limit 100'],
    ['../x', 'path', 'is not a path below the root of the repository'],
    ['keys//ci.pem', 'path', 'is not a path below the root of the repository'],
    ['', 'path', 'is not a path below the root of the repository'],
  ])('%j is refused as %s', async (path, what, reason) => {
    expect(await reader.read(COMMIT, path, 100)).toEqual({ kind: 'refused', what, reason });
  });

  test('of a large file is read: it may exceed the limit of other responses', async () => {
    server.trees.set(COMMIT, [blob('large', Buffer.alloc(20 * 1024 * 1024, 'abc'))]);
    const patient = gitHubBaseReader(gitHubApi(server.url, 'ghs_x'), { owner: 'acme', repo: 'app' });
    const file = await patient.read(COMMIT, 'large', 32 * 1024 * 1024);
    expect(file.kind === 'file' ? file.bytes.length : file).toBe(20 * 1024 * 1024);
  });

  test('takes one request, and one for each folder that was not listed before', async () => {
    for (const path of ['.proof-policy.yml', 'keys/ci.pem', 'keys/nope', 'run.sh'])
      await reader.read(COMMIT, path, 100);
    expect(server.seen.filter((one) => one.path.includes('/trees/'))).toHaveLength(2);
    expect(server.seen.filter((one) => one.path.includes('/blobs/'))).toHaveLength(3);
  });
});

describe('is unavailable, never missing,', () => {
  test('when the commit is not found', async () => {
    expect(await reader.read('b'.repeat(40), 'x', 100)).toEqual({ kind: 'unavailable', reason: 'HTTP 404: Not Found' });
  });

  test('when the commit is the name of a branch', async () => {
    expect(await reader.read('main', 'x', 100)).toMatchObject({ kind: 'unavailable' });
  });

  test.each([403, 404, 500])('when the server answers %i', async (status) => {
    server.trouble = () => ({ status, message: 'no' });
    expect(await reader.read(COMMIT, 'x', 100)).toEqual({ kind: 'unavailable', reason: `HTTP ${status}: no` });
  });

  test('when the server does not answer', async () => {
    server.trouble = () => 'hang';
    expect(await reader.read(COMMIT, 'x', 100)).toEqual({ kind: 'unavailable', reason: 'no answer in time' });
  });

  test('when the file does not match its git object id', async () => {
    for (const id of server.blobs.keys()) server.blobs.set(id, Buffer.from('version: 2\n'));
    expect(await reader.read(COMMIT, '.proof-policy.yml', 100)).toMatchObject({ kind: 'unavailable' });
  });

  test('when the list of a folder is incomplete', async () => {
    server.truncated = true;
    expect(await reader.read(COMMIT, 'nope', 100)).toMatchObject({ kind: 'unavailable' });
    expect(await reader.read(COMMIT, 'run.sh', 100)).toMatchObject({ kind: 'file' });
  });
});
