import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SYSTEMS } from '../../../src/gate/options/ci/systems.js';
import { ciRunId, readRunContext } from '../../../src/gate/options/run-context.js';

/* What each CI says of commit, repository, ref and run. */

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const C = 'c'.repeat(40);
type Env = Record<string, string>;
const read = (env: Env, given: { commit?: string; repository?: string } = {}) => readRunContext(env, given);

describe('variables of', () => {
  const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/app', GITHUB_RUN_ID: '7' };
  test.each<[string, Env, object]>([
    ['no CI', { HOME: '/root' }, { commits: [] }],
    [
      'GitHub Actions',
      { ...github, GITHUB_EVENT_NAME: 'push', GITHUB_SHA: A, GITHUB_REF: 'refs/heads/main' },
      {
        commits: [A],
        repository: 'acme/app',
        repositoryUrl: 'https://github.com/acme/app',
        ref: 'refs/heads/main',
        url: 'https://github.com/acme/app/actions/runs/7',
      },
    ],
    [
      'GitLab CI, merged results',
      {
        GITLAB_CI: 'true',
        CI_COMMIT_SHA: A,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: B,
        CI_PROJECT_PATH: 'group/sub/app',
        CI_PROJECT_URL: 'https://gitlab.example/group/sub/app',
        CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/3/merge',
        CI_JOB_URL: 'https://gitlab.example/group/sub/app/-/jobs/9',
      },
      {
        commits: [A, B],
        repository: 'group/sub/app',
        repositoryUrl: 'https://gitlab.example/group/sub/app',
        ref: 'refs/merge-requests/3/merge',
        url: 'https://gitlab.example/group/sub/app/-/jobs/9',
      },
    ],
    [
      'GitLab CI, a tag',
      { GITLAB_CI: 'true', CI_COMMIT_SHA: A, CI_COMMIT_TAG: 'v1' },
      { commits: [A], ref: 'refs/tags/v1' },
    ],
    [
      'Woodpecker',
      {
        CI: 'woodpecker',
        CI_COMMIT_SHA: A,
        CI_REPO: 'acme/app',
        CI_REPO_URL: 'https://git.example/acme/app',
        CI_COMMIT_REF: 'refs/heads/x',
      },
      { commits: [A], repository: 'acme/app', repositoryUrl: 'https://git.example/acme/app', ref: 'refs/heads/x' },
    ],
    [
      'Bitbucket',
      {
        BITBUCKET_BUILD_NUMBER: '4',
        BITBUCKET_COMMIT: A,
        BITBUCKET_REPO_FULL_NAME: 'acme/app',
        BITBUCKET_GIT_HTTP_ORIGIN: 'https://bitbucket.org/acme/app',
        BITBUCKET_BRANCH: 'x',
      },
      {
        commits: [A],
        repository: 'acme/app',
        repositoryUrl: 'https://bitbucket.org/acme/app',
        ref: 'refs/heads/x',
        url: 'https://bitbucket.org/acme/app/pipelines/results/4',
      },
    ],
    [
      'Azure Pipelines, a pull request',
      {
        TF_BUILD: 'True',
        BUILD_SOURCEVERSION: A,
        SYSTEM_PULLREQUEST_SOURCECOMMITID: B,
        BUILD_REPOSITORY_NAME: 'acme/app',
        BUILD_REPOSITORY_URI: 'https://user@dev.azure.com/acme/p/_git/app',
        BUILD_SOURCEBRANCH: 'refs/pull/1/merge',
        SYSTEM_COLLECTIONURI: 'https://dev.azure.com/acme/',
        SYSTEM_TEAMPROJECT: 'p',
        BUILD_BUILDID: '5',
      },
      {
        commits: [A, B],
        repository: 'acme/app',
        repositoryUrl: 'https://dev.azure.com/acme/p/_git/app',
        ref: 'refs/pull/1/merge',
        url: 'https://dev.azure.com/acme/p/_build/results?buildId=5',
      },
    ],
    [
      'CircleCI',
      {
        CIRCLECI: 'true',
        CIRCLE_SHA1: A,
        CIRCLE_PROJECT_USERNAME: 'acme',
        CIRCLE_PROJECT_REPONAME: 'app',
        CIRCLE_BRANCH: 'x',
        CIRCLE_BUILD_URL: 'https://circleci.com/gh/acme/app/1',
      },
      { commits: [A], repository: 'acme/app', ref: 'refs/heads/x', url: 'https://circleci.com/gh/acme/app/1' },
    ],
    [
      'Buildkite',
      {
        BUILDKITE: 'true',
        BUILDKITE_COMMIT: 'HEAD',
        BUILDKITE_REPO: 'git@github.com:acme/app.git',
        BUILDKITE_BRANCH: 'x',
      },
      { commits: [], repository: 'acme/app', ref: 'refs/heads/x' },
    ],
    [
      'Travis CI, a pull request',
      {
        TRAVIS: 'true',
        TRAVIS_COMMIT: A,
        TRAVIS_PULL_REQUEST_SHA: B,
        TRAVIS_REPO_SLUG: 'acme/app',
        TRAVIS_BRANCH: 'main',
      },
      { commits: [A, B], repository: 'acme/app', ref: 'refs/heads/main' },
    ],
    [
      'Drone',
      {
        DRONE: 'true',
        DRONE_COMMIT_SHA: A,
        DRONE_REPO: 'acme/app',
        DRONE_REPO_LINK: 'https://git.example/acme/app',
        DRONE_COMMIT_REF: 'refs/heads/x',
      },
      { commits: [A], repository: 'acme/app', repositoryUrl: 'https://git.example/acme/app', ref: 'refs/heads/x' },
    ],
    [
      'AppVeyor',
      {
        APPVEYOR: 'True',
        APPVEYOR_REPO_COMMIT: A,
        APPVEYOR_PULL_REQUEST_HEAD_COMMIT: B,
        APPVEYOR_REPO_NAME: 'acme/app',
      },
      { commits: [A, B], repository: 'acme/app' },
    ],
    [
      'Semaphore',
      { SEMAPHORE: 'true', SEMAPHORE_GIT_SHA: A, SEMAPHORE_GIT_REPO_SLUG: 'acme/app' },
      { commits: [A], repository: 'acme/app' },
    ],
    [
      'AWS CodeBuild',
      {
        CODEBUILD_BUILD_ID: 'x',
        CODEBUILD_RESOLVED_SOURCE_VERSION: A,
        CODEBUILD_SOURCE_REPO_URL: 'https://github.com/acme/app.git',
      },
      { commits: [A], repository: 'acme/app', repositoryUrl: 'https://github.com/acme/app' },
    ],
    ['TeamCity', { TEAMCITY_VERSION: '1', BUILD_VCS_NUMBER: A }, { commits: [A] }],
    [
      'Jenkins, multibranch',
      {
        JENKINS_URL: 'https://ci.example/',
        GIT_COMMIT: A,
        GIT_URL: 'https://token@github.com/acme/app.git',
        CHANGE_BRANCH: 'x',
        BRANCH_NAME: 'PR-7',
        BUILD_URL: 'https://ci.example/job/1/',
      },
      {
        commits: [A],
        repository: 'acme/app',
        repositoryUrl: 'https://github.com/acme/app',
        ref: 'refs/heads/x',
        url: 'https://ci.example/job/1',
      },
    ],
  ])('%s', (_, env, expected) => expect(read(env)).toEqual(expected));

  test('a branch whose name begins like a remote keeps its whole name', () => {
    const gitlab = { GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'origin/main' };
    expect(read(gitlab)).toMatchObject({ ref: 'refs/heads/origin/main' });
    expect(read({ JENKINS_URL: 'x', GIT_BRANCH: 'origin/main' })).toMatchObject({ ref: 'refs/heads/main' });
  });

  test.each<[string, Env]>([
    ['7', { GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '7' }],
    ['8', { GITLAB_CI: 'true', CI_PIPELINE_ID: '8' }],
    ['jenkins-app-9', { JENKINS_HOME: '/var/jenkins', BUILD_TAG: 'jenkins-app-9' }],
  ])('a run that its CI calls %s', (id, env) => {
    expect(ciRunId(env)).toBe(id);
  });

  test('no run takes the name that another service gives', () => {
    expect(ciRunId({ GITHUB_ACTIONS: 'true', CI_PIPELINE_ID: '8' })).toBeUndefined();
    expect(ciRunId({ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '' })).toBeUndefined();
    expect(ciRunId({ BUILD_TAG: '1.0' })).toBeUndefined();
  });

  test('every service of the table says which commit is under test', () => {
    for (const { service, marks, run } of SYSTEMS) {
      const marked = Object.fromEntries(marks.map((mark) => (mark.includes('=') ? mark.split('=') : [mark, '1'])));
      const [commit = ''] = run.commits;
      expect([service, read({ ...marked, [commit]: A }).commits]).toEqual([service, [A]]);
    }
  });
});

describe('an event of GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proof-verify-'));
  const commits = (event: string, payload: unknown): readonly string[] => {
    const path = join(folder, `${event}.json`);
    writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
    return read({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: A }).commits;
  };
  const pull = { pull_request: { head: { sha: B }, merge_commit_sha: C } };

  test.each<[string, unknown, string[]]>([
    ['push', { after: B }, [A]],
    ['pull_request', pull, [A, B]],
    ['pull_request_review', pull, [A, B]],
    // Its GITHUB_SHA is the tip of the base, which is not under test.
    ['pull_request_target', pull, [B, C]],
    ['merge_group', { merge_group: { head_sha: A } }, [A]],
    ['workflow_run', { workflow_run: { head_sha: B } }, [B]],
    ['workflow_run', {}, []],
    ['issue_comment', { issue: { pull_request: {} } }, []],
    ['issue_comment', { issue: {} }, [A]],
    ['issue_comment', 'not JSON', []],
    ['check_run', { check_run: { head_sha: B } }, [B]],
    ['check_suite', { check_suite: { head_sha: B } }, [B]],
    ['status', { sha: B }, [B]],
    ['status', {}, []],
    ['pull_request', 'not JSON', [A]],
    ['pull_request', { pull_request: { head: { sha: 'x' } } }, [A]],
    ['pull_request', [], [A]],
  ])('%s %j', (event, payload, expected) => expect(commits(event, payload)).toEqual(expected));

  test('whose payload is missing, or a folder', () => {
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: A };
    expect(read({ ...env, GITHUB_EVENT_PATH: join(folder, 'none') }).commits).toEqual([A]);
    expect(read({ ...env, GITHUB_EVENT_PATH: folder }).commits).toEqual([A]);
  });
});

test('options of the operator take precedence, and the address of the CI belongs to its own repository', () => {
  const env = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: A,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/app',
  };
  expect(read(env, { commit: B })).toMatchObject({ commits: [B], repository: 'acme/app' });
  expect(read(env, { repository: 'acme/other' })).toEqual({ commits: [A], repository: 'acme/other' });
  expect(read(env, { repository: 'acme/app' })).toMatchObject({ repositoryUrl: 'https://github.com/acme/app' });
});

test('an address that cannot be a link is left out', () => {
  const env = { GITLAB_CI: 'true', CI_JOB_URL: 'javascript:alert(1)', CI_PROJECT_URL: 'https://x/"><script>' };
  expect(read(env)).toEqual({ commits: [] });
});

describe('the branch that a change is for is not its ref', () => {
  const event = (payload: object): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'proof-verify-')), 'event.json');
    writeFileSync(path, JSON.stringify(payload));
    return path;
  };
  const main = { repository: { default_branch: 'main' } };
  test.each<[string, Env, string | undefined]>([
    ['Travis', { TRAVIS: 'true', TRAVIS_PULL_REQUEST: '7', TRAVIS_BRANCH: 'main' }, undefined],
    ['Travis, a push', { TRAVIS: 'true', TRAVIS_PULL_REQUEST: 'false', TRAVIS_BRANCH: 'main' }, 'refs/heads/main'],
    ['AppVeyor', { APPVEYOR: 'True', APPVEYOR_PULL_REQUEST_NUMBER: '7', APPVEYOR_REPO_BRANCH: 'main' }, undefined],
    [
      'Woodpecker',
      {
        CI: 'woodpecker',
        CI_PIPELINE_EVENT: 'pull_request',
        CI_COMMIT_TARGET_BRANCH: 'main',
        CI_COMMIT_BRANCH: 'main',
      },
      undefined,
    ],
    [
      'GitHub, pull_request_target',
      {
        ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF: 'refs/heads/main' },
        GITHUB_BASE_REF: 'main',
      },
      undefined,
    ],
    [
      'GitHub, a comment on a pull request',
      {
        ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'issue_comment', GITHUB_REF: 'refs/heads/main' },
        GITHUB_EVENT_PATH: event({ ...main, issue: { pull_request: {} } }),
      },
      undefined,
    ],
    [
      'GitHub, a pull request',
      {
        ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
        GITHUB_BASE_REF: 'main',
      },
      'refs/pull/7/merge',
    ],
  ])('%s', (_, env, ref) => {
    expect(read(env).ref).toBe(ref);
  });
});
