import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readContext } from '../../src/action/context.js';
import { folder as freshFolder, removeFolders } from '../support/build.js';
import { runnerContext } from './support/runner-context.js';

afterAll(removeFolders);

const event = (name: string): string =>
  fileURLToPath(new URL(`../vectors/action/events/${name}.json`, import.meta.url));
const ROOT = path.resolve('/checkout');
const readFrom = (env: Record<string, string>) => readContext(runnerContext(env));
const ENV = {
  GITHUB_WORKSPACE: ROOT,
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_SHA: 'e'.repeat(40),
  GITHUB_API_URL: 'https://ghe.example/api/v3/',
  GITHUB_SERVER_URL: 'https://ghe.example',
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_NUMBER: '12',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'ci',
  GITHUB_JOB: 'gate',
  GITHUB_ACTION: '__self',
};

test.each([
  ['pull_request', 'pull_request', { pullRequest: 42, commit: 'a'.repeat(40), fork: false }],
  ['pull_request_fork', 'pull_request', { pullRequest: 43, commit: 'a'.repeat(40), fork: true }],
  ['pull_request_deleted_fork', 'pull_request', { pullRequest: 44, fork: true }],
  ['merge_group', 'merge_group', { pullRequest: undefined, commit: 'd'.repeat(40), fork: false }],
  ['push', 'push', { pullRequest: undefined, commit: 'e'.repeat(40), fork: false }],
  ['workflow_dispatch', 'workflow_dispatch', { pullRequest: undefined, commit: 'e'.repeat(40), fork: false }],
])('%s', (file, name, expected) => {
  const context = readFrom({ ...ENV, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event(file) });
  expect(context).toMatchObject({
    eventName: name,
    repository: { owner: 'acme', repo: 'app' },
    apiUrl: 'https://ghe.example/api/v3',
    runUrl: 'https://ghe.example/acme/app/actions/runs/77',
    run: { number: 12, attempt: 2 },
  });
  for (const [key, value] of Object.entries(expected)) expect(context[key as keyof typeof context]).toBe(value);
});

describe('malformed values are left out', () => {
  test.each([
    ['a payload that is not an object', '[]', {}],
    ['a pull request number that is text', '{"pull_request":{"number":"1/../2"}}', {}],
    ['a commit that is none', '{"pull_request":{"number":-1,"head":{"sha":"HEAD"}}}', { commit: 'e'.repeat(40) }],
  ])('%s', (_, text, expected) => {
    const file = path.join(freshFolder(), 'event.json');
    writeFileSync(file, text);
    const context = readFrom({ ...ENV, GITHUB_EVENT_PATH: file });
    expect(context).not.toHaveProperty('pullRequest');
    expect(context).toMatchObject(expected);
  });

  test.each(['acme', '../app', 'acme/..', 'a b/c', ''])('repository %j', (GITHUB_REPOSITORY) => {
    expect(readFrom({ ...ENV, GITHUB_REPOSITORY })).not.toHaveProperty('repository');
  });

  test.each(['', 'ftp://x', 'file:///etc', 'https://a b'])(
    'treats the API at %j as that of GitHub',
    (GITHUB_API_URL) => {
      expect(readFrom({ ...ENV, GITHUB_API_URL }).apiUrl).toBe('https://api.github.com');
    },
  );

  test('an empty environment gives an empty context', () => {
    expect(readFrom({})).toMatchObject({ eventName: '', fork: false, run: { number: 0, attempt: 0 } });
  });
});

test('the step key distinguishes workflows, jobs and steps, and is the same in every run', () => {
  const key = (changes: object): string => readFrom({ ...ENV, ...changes }).stepKey;
  expect(key({ GITHUB_RUN_ID: '78', GITHUB_SHA: 'f'.repeat(40) })).toBe(key({}));
  const others = [{ GITHUB_WORKFLOW: 'b' }, { GITHUB_JOB: 'b' }, { GITHUB_ACTION: '__self_2' }].map(key);
  expect(new Set([key({}), ...others]).size).toBe(4);
});
