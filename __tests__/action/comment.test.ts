import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type CommentResult,
  type CommentTask,
  MAX_COMMENT_CHARS,
  marker,
  publishComment,
} from '../../src/action/comment.js';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';
import { type ApiServer, BOT, startApi, type Trouble } from './support/api-server.js';

const LIMITS = { ...API_LIMITS, baseDelayMs: 5, maxDelayMs: 1200, requestTimeoutMs: 300 };
const KEY = '0123456789abcdef';
const OTHER_BOT = { login: 'helper[bot]', id: 77, type: 'Bot' };
const MALLORY = { login: 'mallory', id: 66, type: 'User' };
const task = (changes: Partial<CommentTask> = {}): CommentTask => ({
  repository: { owner: 'acme', repo: 'app' },
  pullRequest: 42,
  commit: 'a'.repeat(40),
  stepKey: KEY,
  run: { number: 5, attempt: 1 },
  page: () => 'the verdict',
  create: true,
  ...changes,
});

let server: ApiServer;
beforeEach(async () => {
  server = await startApi();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

const publish = (changes: Partial<CommentTask> = {}): Promise<CommentResult> =>
  publishComment(gitHubApi(server.url, 'ghs_x', undefined, LIMITS), task(changes));
const ours = (id: number, run = '4.1', user = BOT) => ({ id, user, body: `${marker(KEY)}\n<!-- run ${run} -->\nold` });
const other = (id: number) => ({ id, user: MALLORY, body: 'a remark' });
const said = (id: number): string | undefined => server.comments.find((one) => one.id === id)?.body;

describe('one comment', () => {
  test('is created once and then updated', async () => {
    expect(await publish()).toMatchObject({ kind: 'created', url: expect.stringContaining('#issuecomment-100') });
    expect(await publish({ page: () => 'the next one', run: { number: 6, attempt: 1 } })).toMatchObject({
      kind: 'updated',
    });
    expect(server.comments).toHaveLength(1);
    expect(said(100)).toBe(`${marker(KEY)}\n<!-- run 6.1 -->\nthe next one`);
  });

  test('is found after hundreds of others, and the token is not sent to a URL from a response', async () => {
    for (let id = 1; id <= 250; id++) server.comments.push(other(id));
    server.comments.push(ours(900));
    expect(await publish()).toMatchObject({ kind: 'updated' });
    expect(said(900)).toContain('the verdict');
    expect(server.seen.filter((one) => one.method === 'GET').map((one) => one.path)).toEqual(
      [1, 2, 3].map((page) => `/repos/acme/app/issues/42/comments?per_page=100&page=${page}`),
    );
    expect(server.seen.every((one) => one.headers.authorization === 'token ghs_x')).toBe(true);
  });

  test('is not created when none was requested, but an outdated failure is corrected', async () => {
    expect(await publish({ create: false })).toEqual({ kind: 'none' });
    server.comments.push(ours(7));
    expect(await publish({ create: false })).toMatchObject({ kind: 'updated' });
    expect(said(7)).toContain('the verdict');
  });

  test.each([
    ['a comment by a different user with our marker', { id: 7, user: MALLORY, body: `${marker(KEY)}\nfake` }],
    ['a comment by a different bot with our marker', { id: 7, user: OTHER_BOT, body: `${marker(KEY)}\nfake` }],
    ['a comment of ours that quotes the marker', { id: 7, user: BOT, body: `> ${marker(KEY)}\nquoted` }],
    ['a different step of the workflow', { id: 7, user: BOT, body: `${marker('fedcba9876543210')}\n` }],
  ])('leaves %s unchanged', async (_, comment) => {
    server.comments.push({ ...comment });
    expect(await publish()).toMatchObject({ kind: 'created' });
    expect(said(7)).toBe(comment.body);
  });

  test.each([
    ['GraphQL', true],
    ['/user where there is no GraphQL', false],
  ])('by a personal token is recognized by its user, via %s', async (_, hasGraphql) => {
    server.user = { login: 'dev', id: 5, type: 'User' };
    server.hasGraphql = hasGraphql;
    server.comments.push(ours(7, '4.1', BOT), ours(8, '4.1', server.user));
    expect(await publish()).toMatchObject({ kind: 'updated' });
    expect(said(7)).toContain('old');
    expect(said(8)).toContain('the verdict');
  });

  test('is not written when the server does not say who owns the token', async () => {
    server.hasGraphql = false;
    server.comments.push(ours(7));
    expect(await publish()).toMatchObject({ kind: 'failed', status: 403 });
    expect(said(7)).toContain('old');
    expect(server.comments).toHaveLength(1);
  });

  test.each([
    ['6.1', 'stale'],
    ['5.2', 'stale'],
    ['5.1', 'updated'],
    ['4.9', 'updated'],
  ])('written by run %s is %s for run 5.1', async (run, kind) => {
    server.comments.push(ours(7, run));
    server.head = 'b'.repeat(40);
    expect(await publish()).toMatchObject({ kind });
    expect(said(7)?.includes('old')).toBe(kind === 'stale');
  });

  test('is updated by the run for the current head, whichever run is in its marker', async () => {
    server.comments.push(ours(7, '999999999999.1'));
    expect(await publish()).toMatchObject({ kind: 'updated' });
    expect(said(7)).toContain('the verdict');
  });

  test('is limited to the length that GitHub accepts', async () => {
    const page = (max: number): string => 'x'.repeat(max);
    await publish({ page });
    expect(server.comments[0]?.body).toHaveLength(MAX_COMMENT_CHARS);
  });
});

describe('races', () => {
  test('two runs that both create one keep the first', async () => {
    server.afterCreate = () => {
      server.afterCreate = () => undefined;
      server.comments.unshift(ours(50, '5.0'));
    };
    expect(await publish()).toMatchObject({ kind: 'updated', url: expect.stringContaining('-50') });
    expect(server.comments.map((one) => one.id)).toEqual([50]);
    expect(said(50)).toContain('the verdict');
  });

  test('the first of two removes the second', async () => {
    server.afterCreate = () => {
      server.afterCreate = () => undefined;
      server.comments.push(ours(500, '5.0'));
    };
    expect(await publish()).toMatchObject({ kind: 'created' });
    expect(server.comments.map((one) => one.id)).toEqual([100]);
  });

  test('two concurrent runs end with one comment', async () => {
    await Promise.all([publish(), publish({ run: { number: 6, attempt: 1 } })]);
    expect(server.comments).toHaveLength(1);
  });

  test('removes duplicates left by an earlier race', async () => {
    server.comments.push(ours(7), ours(8), ours(9));
    await publish();
    expect(server.comments.map((one) => one.id)).toEqual([7]);
  });

  test('creates the comment again when it was deleted after it was listed', async () => {
    server.comments.push(ours(7));
    server.trouble = (seen) => {
      if (seen.method === 'PATCH') server.comments.splice(0);
      return undefined;
    };
    expect(await publish()).toMatchObject({ kind: 'created' });
    expect(server.comments).toHaveLength(1);
  });

  test.each<[string, Trouble]>([
    ['the server failed after it wrote', { status: 500, after: true }],
    ['the connection broke', 'drop'],
    ['no answer came', 'hang'],
  ])('creation is not retried without checking: %s', async (_, trouble) => {
    let posts = 0;
    server.trouble = (seen) => (seen.method === 'POST' && ++posts === 1 ? trouble : undefined);
    expect(['created', 'updated']).toContain((await publish()).kind);
    expect(server.comments).toHaveLength(1);
  });
});

describe('errors', () => {
  test.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [401, 'Bad credentials'],
    [422, 'Validation Failed'],
    [410, 'Gone'],
  ])('reports status %i without a retry', async (status, message) => {
    server.trouble = (seen) => (seen.path.includes('/issues/') ? { status, message } : undefined);
    expect(await publish()).toEqual({ kind: 'failed', status, reason: `HTTP ${status}: ${message}` });
    expect(server.seen).toHaveLength(2);
  });

  test.each<[string, Trouble]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['429', { status: 429 }],
    ['403 with retry-after', { status: 403, headers: { 'retry-after': '0' } }],
    ['secondary rate limit', { status: 403, message: 'You have exceeded a secondary rate limit.' }],
    ['a hang', 'hang'],
    ['a broken connection', 'drop'],
  ])('retries after %s', async (_, trouble) => {
    server.trouble = (__, count) => (count <= 2 ? trouble : undefined);
    expect(await publish()).toMatchObject({ kind: 'created' });
    expect(server.comments).toHaveLength(1);
  });

  test.each<[string, Trouble]>([
    ['500', { status: 500 }],
    ['429', { status: 429 }],
    ['a hang', 'hang'],
  ])('gives up when %s persists', async (_, trouble) => {
    server.trouble = (seen) => (seen.path.includes('/issues/') ? trouble : undefined);
    expect(await publish()).toMatchObject({ kind: 'failed' });
    expect(server.seen.length).toBe(1 + LIMITS.attempts);
  });

  test('waits as long as retry-after requires', async () => {
    server.trouble = (_, count) => (count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : undefined);
    const started = Date.now();
    expect(await publish()).toMatchObject({ kind: 'created' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['retry-after in seconds', { 'retry-after': '3600' }],
    ['retry-after as a date', { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }],
    [
      'a far reset',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.round(Date.now() / 1000) + 3600) },
    ],
  ])('does not wait longer than the limit: %s', async (_, headers) => {
    server.trouble = () => ({ status: 403, headers, message: 'API rate limit exceeded' });
    const started = Date.now();
    expect(await publish()).toMatchObject({ kind: 'failed', status: 403 });
    expect(Date.now() - started).toBeLessThan(2000);
    expect(server.seen).toHaveLength(2);
  });

  test('a signal ends it immediately', async () => {
    server.trouble = () => 'hang';
    const controller = new AbortController();
    const api = gitHubApi(server.url, 'ghs_x', controller.signal);
    setTimeout(() => controller.abort(), 50);
    const started = Date.now();
    expect(await publishComment(api, task())).toMatchObject({ kind: 'failed', reason: 'interrupted' });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('fails when the server does not respond', async () => {
    const api = gitHubApi('http://127.0.0.1:9', 'ghs_x', undefined, LIMITS);
    expect(await publishComment(api, task())).toMatchObject({ kind: 'failed' });
  });

  test('keeps the path of a GitHub Enterprise Server', async () => {
    const api = gitHubApi(`${server.url}/api/v3`, 'ghs_x', undefined, LIMITS);
    expect(await publishComment(api, task())).toMatchObject({ kind: 'created' });
  });
});
