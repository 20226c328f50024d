import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';
import { inputVariable } from '../../src/action/inputs.js';
import { runAction } from '../../src/action/run.js';
import { runGate } from '../../src/gate/run.js';
import { ALICE, type Files, folder, MALLORY, pretty, record, removeFolders } from '../support/build.js';
import { type ApiServer, type GitEntry, startApi, type Trouble } from './support/api-server.js';
import { runnerContext } from './support/runner-context.js';

/* The Action, its gate and its client against GitHub's API: the policy of a pull request is that of the base (trust.md section 2). */

afterAll(removeFolders);

const TIP = 'c'.repeat(40);
const KEYS = 'd'.repeat(40);
const trusting = (key: string): string => `version: 1\ntrust: {keys: [{name: ci, public_key: ${key}}]}\n`;
const byAlice: Files = { '.proof/a.json': pretty(record({}, { by: ALICE })) };
/** What a change brings that wants to be judged by itself. */
const forged: Files = {
  '.proof/a.json': pretty(record({}, { by: MALLORY })),
  '.proof-policy.yml': trusting(MALLORY.publicKey),
  'keys/ci.pub': MALLORY.publicKey,
};

let server: ApiServer;
beforeEach(async () => {
  server = await startApi();
  server.branches.set('main', TIP);
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

function blob(path: string, content: string, mode = '100644', size = Buffer.byteLength(content)): GitEntry {
  const bytes = Buffer.from(content);
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  server.blobs.set(sha, bytes);
  return { path, mode, type: 'blob', sha, size };
}

/** The base: a policy that names a key file. */
function base(policy: GitEntry | undefined = blob('.proof-policy.yml', trusting('keys/ci.pub'))): void {
  const keys: GitEntry = { path: 'keys', mode: '040000', type: 'tree', sha: KEYS };
  server.trees.set(TIP, [...(policy === undefined ? [] : [policy]), keys, blob('README.md', 'x')]);
  server.trees.set(KEYS, [blob('ci.pub', ALICE.publicKey)]);
}

async function step(files: Files, inputs: Record<string, string> = {}) {
  const workspace = folder(files);
  const temp = folder();
  const payload = join(temp, 'event.json');
  const pull = { number: 42, head: { sha: 'a'.repeat(40) }, base: { ref: 'main', sha: 'b'.repeat(40) } };
  writeFileSync(payload, JSON.stringify({ pull_request: pull, repository: { default_branch: 'main' } }));
  const given = { 'github-token': 'ghs_secret', now: '2026-06-01T00:00:00Z', summary: 'false', ...inputs };
  const env: Record<string, string> = {
    ...Object.fromEntries(Object.entries(given).map(([name, text]) => [inputVariable(name), text])),
    ...{
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: payload,
      GITHUB_BASE_REF: 'main',
    },
    ...{ GITHUB_REF: 'refs/pull/42/merge', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp, GITHUB_API_URL: server.url },
    ...{ GITHUB_REPOSITORY: 'acme/app', GITHUB_SERVER_URL: 'https://github.example', GITHUB_RUN_ID: '7' },
  };
  const printed: string[] = [];
  const code = await runAction({
    ...{ env, context: runnerContext(env), version: '1.0.0', runGate, signal: new AbortController().signal },
    print: (line) => void printed.push(line),
    setOutput: () => undefined,
    maskSecret: () => undefined,
    api: (url, token, signal) =>
      gitHubApi(url, token, signal, { ...API_LIMITS, attempts: 2, baseDelayMs: 5, requestTimeoutMs: 200 }),
  });
  return { code, text: printed.join('\n') };
}

describe('the policy of the base', () => {
  test('lets honest evidence pass, although the checkout has neither policy nor key', async () => {
    base();
    const done = await step(byAlice);
    expect([done.code, done.text]).toEqual([0, expect.stringContaining('ci')]);
    expect(server.seen.map(({ method }) => method)).toEqual(Array(server.seen.length).fill('GET'));
    // The branch, two folders and two files.
    expect(server.seen).toHaveLength(5);
    expect(server.seen.every(({ headers }) => headers.authorization === 'token ghs_secret')).toBe(true);
  });

  test('applies to a change that adds its own policy', async () => {
    base();
    expect((await step(forged)).code).toBe(2);
  });

  test('a missing one means no policy; the one in the change applies once it is merged', async () => {
    base(undefined as unknown as GitEntry);
    server.trees.set(TIP, [blob('README.md', 'x')]);
    const done = await step(forged, { 'public-key': ALICE.publicKey });
    expect([done.code, done.text]).toEqual([2, expect.stringContaining('policy.not_merged')]);
  });

  test('provides a key file that an input refers to', async () => {
    base();
    expect((await step({ ...byAlice, 'keys/ci.pub': MALLORY.publicKey }, { 'public-key': 'keys/ci.pub' })).code).toBe(
      0,
    );
    expect((await step(forged, { 'public-key': 'keys/ci.pub' })).code).toBe(2);
  });
});

describe('the run ends with 7 when the base lacks a file', () => {
  const refused = { status: 403, message: 'Resource not accessible by integration' };
  const cases: readonly [string, () => void, Record<string, string>, RegExp][] = [
    ['a branch that is not found', () => server.branches.clear(), {}, /HTTP 404: Not Found/],
    ['a commit that is not found', () => server.trees.clear(), {}, /HTTP 404: Not Found/],
    ['a file that is not found', () => server.blobs.clear(), {}, /HTTP 404: Not Found/],
    ['no right', () => trouble(() => refused), {}, /HTTP 403: Resource not accessible/],
    [
      'a server that fails',
      () => trouble(() => ({ status: 502, message: 'bad gateway' })),
      {},
      /HTTP 502: bad gateway/,
    ],
    ['a server that hangs', () => trouble(() => 'hang'), {}, /no answer in time/],
    ['a server that hangs up', () => trouble(() => 'drop'), {}, /no answer \(/],
    ['a list of files in part', () => cutShort(), {}, /too many files to list/],
    ['no token', () => undefined, { 'github-token': '' }, /not a git clone/],
    [
      'a huge file',
      () => base(blob('.proof-policy.yml', 'x', '100644', 17 * 1024 * 1024)),
      {},
      /has 17825792 bytes, limit/,
    ],
    ['a link', () => base(blob('.proof-policy.yml', 'keys/ci.pub', '120000')), {}, /is a symbolic link in the base/],
    ['a submodule', () => base(submodule('.proof-policy.yml')), {}, /is a submodule in the base/],
    [
      'a file in a submodule',
      () => base(submodule('vendor')),
      { policy: 'vendor/gate.yml' },
      /is in a submodule in the base/,
    ],
    ['a folder', () => base(), { policy: 'keys' }, /is a directory in the base/],
    [
      'a Git LFS pointer',
      () => base(blob('.proof-policy.yml', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n')),
      {},
      /is a Git LFS pointer/,
    ],
    [
      'a named policy that it lacks',
      () => base(),
      { policy: 'gate.yml' },
      /"gate.yml" is not in the base .*merge it first/,
    ],
    ['a named key file that it lacks', () => base(), { 'public-key': 'ci.pub' }, /"ci.pub" is not in the base/],
    [
      'a file that its policy names and that it lacks',
      () => base(blob('.proof-policy.yml', trusting('keys/no.pub'))),
      {},
      /"keys\/no.pub" is not in the base/,
    ],
  ];
  const trouble = (answer: () => Trouble): void => {
    server.trouble = answer;
  };
  const submodule = (path: string): GitEntry => ({ path, mode: '160000', type: 'commit', sha: 'a'.repeat(40) });
  const cutShort = (): void => {
    server.truncated = true;
    server.trees.set(TIP, [blob('README.md', 'x')]);
  };

  test.each(cases)('%s', async (_, prepare, inputs, message) => {
    base();
    prepare();
    const done = await step(
      { ...forged, 'gate.yml': trusting(MALLORY.publicKey), 'ci.pub': MALLORY.publicKey },
      inputs,
    );
    expect([done.code, done.text]).toEqual([7, expect.stringMatching(message)]);
  });
});
