import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type CheckRunTask, checkAnnotation, publishCheckRun } from '../../src/action/check-run.js';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';
import { finding } from '../../src/engine/findings.js';
import type { ReportModel } from '../../src/model/report.js';
import type { FilePlace } from '../../src/report/places.js';
import { type ApiServer, startApi, type Trouble } from './support/api-server.js';
import { artifact, HOSTILE, many, model } from './support/model.js';

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const LIMITS = { ...API_LIMITS, baseDelayMs: 5, requestTimeoutMs: 300 };
let server: ApiServer;
beforeEach(async () => {
  server = await startApi();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

const task: CheckRunTask = {
  repository: { owner: 'acme', repo: 'app' },
  commit: 'a'.repeat(40),
  name: 'proof-verify',
  detailsUrl: 'https://github.example/run/1',
  passed: false,
};
const publish = (of: ReportModel, changes: Partial<CheckRunTask> = {}) =>
  publishCheckRun(gitHubApi(server.url, 'ghs_x', undefined, LIMITS), of, { ...task, ...changes });

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [1234, 25],
])('%i annotations take %i requests of at most 50', async (count, requests) => {
  expect(await publish(model(many('json.syntax', count)))).toEqual({ kind: 'done', annotations: count });
  expect(server.seen).toHaveLength(requests);
  expect(server.checkRuns).toHaveLength(1);
  expect(server.checkRuns[0]).toMatchObject({
    annotations: count,
    body: { status: 'completed', conclusion: 'failure', head_sha: task.commit, details_url: task.detailsUrl },
  });
});

test('is completed by the last batch only', async () => {
  await publish(model(many('json.syntax', 120)));
  expect(server.seen.map((one) => one.body['status'])).toEqual(['in_progress', undefined, 'completed']);
});

test.each<[string, ReportModel, boolean, string]>([
  ['passed', model([], [artifact('a')]), true, 'success'],
  ['warned', model(many('trust.mutable_policy', 1)), true, 'neutral'],
  ['failed', model(many('json.syntax', 1)), false, 'failure'],
  ['failed, but the step only warns', model(many('json.syntax', 1)), true, 'neutral'],
  ['a good report of a run that failed otherwise', model([]), false, 'failure'],
])('%s', async (_, of, passed, conclusion) => {
  await publish(of, { passed });
  expect(server.checkRuns[0]?.body['conclusion']).toBe(conclusion);
});

describe('errors', () => {
  test.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [422, 'Validation Failed'],
  ])('%i', async (status, message) => {
    server.trouble = () => ({ status, message });
    expect(await publish(model([]))).toEqual({ kind: 'failed', status, reason: `HTTP ${status}: ${message}` });
    expect(server.seen).toHaveLength(1);
  });

  test.each<[string, Trouble]>([
    ['429', { status: 429, headers: { 'retry-after': '0' } }],
    ['500', { status: 500 }],
    ['a hang', 'hang'],
  ])('retries after %s', async (_, trouble) => {
    server.trouble = (__, count) => (count === 2 ? trouble : undefined);
    expect(await publish(model(many('json.syntax', 120)))).toEqual({ kind: 'done', annotations: 120 });
  });

  test('a rejected batch does not leave the check in progress', async () => {
    server.trouble = (_, count) => (count === 2 ? { status: 422, message: 'Validation Failed' } : undefined);
    expect(await publish(model(many('json.syntax', 120)))).toMatchObject({ kind: 'failed', status: 422 });
    expect(server.checkRuns[0]?.body).toMatchObject({ status: 'completed', conclusion: 'failure' });
  });
});

describe('an annotation', () => {
  const one = finding('json.syntax', 'm', 'a.json');
  test.each<[string, FilePlace, object]>([
    ['one line', { line: 3, column: 5 }, { start_line: 3, end_line: 3, start_column: 5, end_column: 5 }],
    ['some lines', { line: 3, column: 5, endLine: 9 }, { start_line: 3, end_line: 9 }],
    ['an end before its start', { line: 3, endLine: 1 }, { start_line: 3, end_line: 3 }],
    ['no line', {}, { start_line: 1, end_line: 1 }],
  ])('%s', (_, place, expected) => {
    const made = checkAnnotation(one, { file: 'sub/a.json', ...place });
    expect(made).toMatchObject({ path: 'sub/a.json', annotation_level: 'failure', ...expected });
    if (!('start_column' in expected)) expect(made).not.toHaveProperty('start_column');
  });

  test('of the run is placed where GitHub puts annotations without a file', () => {
    expect(checkAnnotation(one, {})).toMatchObject({ path: '.github', start_line: 1 });
  });

  test.each(HOSTILE.map((text) => [text]))('%j is accepted and neutralized', async (text) => {
    await publish(model([finding('json.syntax', text.repeat(2000), text)], [artifact(text, { outcome: 'failed' })]));
    expect(server.checkRuns[0]?.annotations).toBe(1);
    const output = Object(server.seen[0]?.body['output']) as { summary: string; annotations: Record<string, string>[] };
    const [one] = output.annotations;
    expect(one?.['title']).toBe('Not valid JSON (json.syntax)');
    for (const made of [one?.['path'], one?.['message'], output.summary.replaceAll('\n', '')]) {
      expect(made?.length).toBeGreaterThan(0);
      expect(UNSAFE.exec(made ?? '')).toBeNull();
    }
  });

  test('a long message is not cut inside a character', () => {
    const made = checkAnnotation(finding('json.syntax', '😀'.repeat(9000), 'a'), {}) as { message: string };
    expect(made.message.length).toBeLessThanOrEqual(8000);
    expect(made.message.isWellFormed()).toBe(true);
  });
});
