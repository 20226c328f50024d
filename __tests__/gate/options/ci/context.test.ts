import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUnderReview, type ReviewSettings, readCi } from '../../../../src/gate/options/ci/context.js';
import type { Environment } from '../../../../src/gate/options/options.js';
import { folder, removeFolders } from '../../../support/build.js';

/* trust.md section 1: when a change is under review, and where its base is, by the variables of each service. */

afterAll(removeFolders);

const AUTO: ReviewSettings = { underReview: 'auto', inContainer: false };
const SHA = '4a4c69f97fc697d8ec1823c8fed0eb467cbfae00';

/** Under review with `main` as default branch, branch, target, base commit. */
type Text = string | undefined;
type Said = readonly [review: boolean, branch?: Text, target?: Text, base?: Text];

function said(env: Environment, defaultBranch?: string): Said {
  const ci = readCi(env);
  const known = defaultBranch ?? ci?.defaultBranch;
  const review = isUnderReview(ci, { ...AUTO, ...(known === undefined ? {} : { defaultBranch: known }) });
  const rest = [ci?.branch, ci?.targetBranch, ci?.baseCommit];
  while (rest.length > 0 && rest.at(-1) === undefined) rest.pop();
  return [review, ...rest] as unknown as Said;
}

describe('services', () => {
  const gitlab = { GITLAB_CI: 'true', CI_DEFAULT_BRANCH: 'main' };
  const azure = { TF_BUILD: 'True' };
  const jenkins = { JENKINS_URL: 'http://jenkins.example/' };
  const bitbucket = { BITBUCKET_BUILD_NUMBER: '12' };
  const buildkite = { BUILDKITE: 'true', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main' };
  const travis = { TRAVIS: 'true' };
  const drone = { DRONE: 'true', DRONE_REPO_BRANCH: 'main' };
  const woodpecker = { CI: 'woodpecker', CI_REPO_DEFAULT_BRANCH: 'main' };
  const semaphore = { SEMAPHORE: 'true' };
  const cirrus = { CIRRUS_CI: 'true', CIRRUS_DEFAULT_BRANCH: 'main' };
  const prow = { PROW_JOB_ID: 'x' };
  const codebuild = { CODEBUILD_BUILD_ID: 'x:1' };

  // `main`: the default branch, where the service does not name it.
  test.each<[string, Environment, Said, 'main'?]>([
    ['no CI', {}, [false]],
    ['a CI that nobody knows', { CI: 'true' }, [true]],
    ['no CI that says so', { CI: 'false' }, [false]],

    ['GitLab, merge request', { ...gitlab, CI_PIPELINE_SOURCE: 'merge_request_event' }, [true]],
    [
      'GitLab, merge request into a branch that anybody may push to',
      {
        ...gitlab,
        CI_MERGE_REQUEST_IID: '31',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'open',
        CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED: 'false',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: SHA,
      },
      [true, undefined, 'main'],
    ],
    [
      'GitLab, merge request into a protected branch',
      {
        ...gitlab,
        CI_MERGE_REQUEST_IID: '31',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release',
        CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED: 'true',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: SHA,
      },
      [true, undefined, 'release', SHA],
    ],
    [
      'GitLab, merge request into the default branch, which is not protected',
      {
        ...gitlab,
        CI_MERGE_REQUEST_IID: '31',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED: 'false',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: SHA,
      },
      [true, undefined, 'main', SHA],
    ],
    [
      'GitLab, merge request of a protected branch, with target and base',
      {
        ...gitlab,
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_COMMIT_REF_PROTECTED: 'true',
        CI_MERGE_REQUEST_IID: '31',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: SHA.toUpperCase(),
        CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '',
      },
      [true, undefined, 'release', SHA],
    ],
    [
      'GitLab, child pipeline of a merge request',
      { ...gitlab, CI_PIPELINE_SOURCE: 'parent_pipeline', CI_MERGE_REQUEST_IID: '31', CI_COMMIT_BRANCH: 'main' },
      [true, 'main'],
    ],
    [
      'GitLab, external pull request',
      {
        ...gitlab,
        CI_PIPELINE_SOURCE: 'external_pull_request_event',
        CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA: SHA,
      },
      [true, undefined, 'main', SHA],
    ],
    ['GitLab, branch', { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'change' }, [true, 'change']],
    ['GitLab, schedule on a branch', { ...gitlab, CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'x' }, [true, 'x']],
    ['GitLab, default branch', { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' }, [false, 'main']],
    [
      'GitLab, protected branch',
      { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'release', CI_COMMIT_REF_PROTECTED: 'true' },
      [false, 'release'],
    ],
    ['GitLab, tag', { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'main' }, [true]],
    ['GitLab, protected tag', { ...gitlab, CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_PROTECTED: 'true' }, [false]],

    [
      'Bitbucket, pull request',
      {
        ...bitbucket,
        BITBUCKET_PR_ID: '7',
        BITBUCKET_BRANCH: 'main',
        BITBUCKET_PR_DESTINATION_BRANCH: 'main',
        BITBUCKET_PR_DESTINATION_COMMIT: SHA,
      },
      [true, 'main', 'main', SHA],
      'main',
    ],
    ['Bitbucket, branch', { ...bitbucket, BITBUCKET_BRANCH: 'change' }, [true, 'change'], 'main'],
    ['Bitbucket, default branch', { ...bitbucket, BITBUCKET_BRANCH: 'main' }, [false, 'main'], 'main'],
    ['Bitbucket, default branch that nobody names', { ...bitbucket, BITBUCKET_BRANCH: 'main' }, [true, 'main']],
    ['Bitbucket, tag', { ...bitbucket, BITBUCKET_TAG: 'v1', BITBUCKET_BRANCH: 'main' }, [true], 'main'],

    [
      'Azure, pull request',
      { ...azure, BUILD_REASON: 'PullRequest', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' },
      [true, undefined, 'main'],
      'main',
    ],
    [
      'Azure, pull request by its id alone',
      { ...azure, SYSTEM_PULLREQUEST_PULLREQUESTID: '7', BUILD_SOURCEBRANCH: 'refs/heads/main' },
      [true, 'main'],
      'main',
    ],
    ['Azure, manual', { ...azure, BUILD_REASON: 'Manual', BUILD_SOURCEBRANCH: 'refs/heads/x' }, [true, 'x'], 'main'],
    ['Azure, default', { ...azure, BUILD_SOURCEBRANCH: 'refs/heads/main' }, [false, 'main'], 'main'],
    ['Azure, tag', { ...azure, BUILD_SOURCEBRANCH: 'refs/tags/main' }, [true], 'main'],
    ['Azure, merge', { ...azure, BUILD_SOURCEBRANCH: 'refs/pull/7/merge' }, [true], 'main'],

    [
      'CircleCI, pull request',
      { CIRCLECI: 'true', CIRCLE_PULL_REQUEST: 'https://x/7', CIRCLE_BRANCH: 'main' },
      [true, 'main'],
      'main',
    ],
    ['CircleCI, fork', { CIRCLECI: 'true', CIRCLE_PR_NUMBER: '7' }, [true], 'main'],
    ['CircleCI, branch of a fork', { CIRCLECI: 'true', CIRCLE_BRANCH: 'pull/7' }, [true, 'pull/7'], 'main'],
    ['CircleCI, default', { CIRCLECI: 'true', CIRCLE_BRANCH: 'main' }, [false, 'main'], 'main'],
    ['CircleCI, tag', { CIRCLECI: 'true', CIRCLE_TAG: 'v1' }, [true], 'main'],

    [
      'Buildkite, pull request',
      {
        ...buildkite,
        BUILDKITE_PULL_REQUEST: '7',
        BUILDKITE_BRANCH: 'main',
        BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main',
      },
      [true, 'main', 'main'],
    ],
    ['Buildkite, branch', { ...buildkite, BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_BRANCH: 'x' }, [true, 'x']],
    [
      'Buildkite, default',
      { ...buildkite, BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_BRANCH: 'main' },
      [false, 'main'],
    ],
    ['Buildkite, tag', { ...buildkite, BUILDKITE_BRANCH: 'main', BUILDKITE_TAG: 'v1' }, [true]],

    [
      'Jenkins, change',
      { ...jenkins, CHANGE_ID: '7', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-7' },
      [true, 'PR-7', 'main'],
    ],
    [
      'Jenkins, pull request builder',
      { ...jenkins, ghprbPullId: '7', ghprbTargetBranch: 'main' },
      [true, undefined, 'main'],
    ],
    [
      'Jenkins, GitLab plugin',
      { ...jenkins, gitlabMergeRequestIid: '7', gitlabTargetBranch: 'main' },
      [true, undefined, 'main'],
    ],
    ['Jenkins, branch', { ...jenkins, BRANCH_NAME: 'x' }, [true, 'x'], 'main'],
    ['Jenkins, primary branch', { ...jenkins, BRANCH_NAME: 'trunk', BRANCH_IS_PRIMARY: 'true' }, [false, 'trunk']],
    ['Jenkins, freestyle', { ...jenkins, GIT_BRANCH: 'origin/main' }, [false, 'main'], 'main'],
    ['Jenkins, tag', { ...jenkins, BRANCH_NAME: 'main', TAG_NAME: 'main' }, [true], 'main'],

    [
      'Travis, pull request',
      { ...travis, TRAVIS_PULL_REQUEST: '7', TRAVIS_BRANCH: 'main' },
      [true, undefined, 'main'],
      'main',
    ],
    ['Travis, branch', { ...travis, TRAVIS_PULL_REQUEST: 'false', TRAVIS_BRANCH: 'x' }, [true, 'x'], 'main'],
    ['Travis, default', { ...travis, TRAVIS_PULL_REQUEST: 'false', TRAVIS_BRANCH: 'main' }, [false, 'main'], 'main'],
    ['Travis, tag', { ...travis, TRAVIS_BRANCH: 'main', TRAVIS_TAG: 'main' }, [true], 'main'],

    [
      'Drone, pull request',
      { ...drone, DRONE_BUILD_EVENT: 'pull_request', DRONE_BRANCH: 'main' },
      [true, undefined, 'main'],
    ],
    [
      'Drone, pull request by its number',
      { ...drone, DRONE_PULL_REQUEST: '7', DRONE_TARGET_BRANCH: 'main' },
      [true, undefined, 'main'],
    ],
    ['Drone, branch', { ...drone, DRONE_BUILD_EVENT: 'push', DRONE_BRANCH: 'x' }, [true, 'x']],
    ['Drone, default', { ...drone, DRONE_BUILD_EVENT: 'push', DRONE_BRANCH: 'main' }, [false, 'main']],
    [
      'Drone, promoted pull request',
      { ...drone, DRONE_BUILD_EVENT: 'promote', DRONE_BRANCH: 'main', DRONE_COMMIT_REF: 'refs/pull/7/head' },
      [true],
    ],
    [
      'Drone, promoted default',
      { ...drone, DRONE_BUILD_EVENT: 'promote', DRONE_BRANCH: 'main', DRONE_COMMIT_REF: 'refs/heads/main' },
      [false, 'main'],
    ],
    ['Drone, tag', { ...drone, DRONE_BUILD_EVENT: 'tag', DRONE_BRANCH: 'main', DRONE_TAG: 'main' }, [true]],

    [
      'Woodpecker, pull request',
      { ...woodpecker, CI_PIPELINE_EVENT: 'pull_request', CI_COMMIT_BRANCH: 'main', CI_COMMIT_TARGET_BRANCH: 'main' },
      [true, undefined, 'main'],
    ],
    ['Woodpecker, closed pull request', { ...woodpecker, CI_PIPELINE_EVENT: 'pull_request_closed' }, [true]],
    ['Woodpecker, branch', { ...woodpecker, CI_PIPELINE_EVENT: 'push', CI_COMMIT_BRANCH: 'x' }, [true, 'x']],
    ['Woodpecker, default', { ...woodpecker, CI_PIPELINE_EVENT: 'push', CI_COMMIT_BRANCH: 'main' }, [false, 'main']],
    [
      'Woodpecker, deployed pull request',
      { ...woodpecker, CI_PIPELINE_EVENT: 'deployment', CI_COMMIT_BRANCH: 'main', CI_COMMIT_REF: 'refs/pull/7/head' },
      [true],
    ],
    [
      'Woodpecker, deployed default',
      { ...woodpecker, CI_PIPELINE_EVENT: 'deployment', CI_COMMIT_BRANCH: 'main', CI_COMMIT_REF: 'refs/heads/main' },
      [false, 'main'],
    ],
    ['Woodpecker, release', { ...woodpecker, CI_PIPELINE_EVENT: 'release', CI_COMMIT_BRANCH: 'main' }, [true]],

    [
      'AppVeyor, pull request',
      { APPVEYOR: 'True', APPVEYOR_PULL_REQUEST_NUMBER: '7', APPVEYOR_REPO_BRANCH: 'main' },
      [true, undefined, 'main'],
      'main',
    ],
    ['AppVeyor, default', { APPVEYOR: 'True', APPVEYOR_REPO_BRANCH: 'main' }, [false, 'main'], 'main'],
    [
      'AppVeyor, tag',
      { APPVEYOR: 'True', APPVEYOR_REPO_BRANCH: 'main', APPVEYOR_REPO_TAG: 'true', APPVEYOR_REPO_TAG_NAME: 'v1' },
      [true],
      'main',
    ],

    [
      'Semaphore, pull request',
      { ...semaphore, SEMAPHORE_GIT_REF_TYPE: 'pull-request', SEMAPHORE_GIT_BRANCH: 'main' },
      [true, undefined, 'main'],
      'main',
    ],
    [
      'Semaphore, default',
      { ...semaphore, SEMAPHORE_GIT_REF_TYPE: 'branch', SEMAPHORE_GIT_BRANCH: 'main' },
      [false, 'main'],
      'main',
    ],
    ['Semaphore, tag', { ...semaphore, SEMAPHORE_GIT_REF_TYPE: 'tag', SEMAPHORE_GIT_BRANCH: 'main' }, [true], 'main'],

    [
      'Cirrus, pull request',
      { ...cirrus, CIRRUS_PR: '7', CIRRUS_BRANCH: 'pull/7', CIRRUS_BASE_BRANCH: 'main', CIRRUS_BASE_SHA: SHA },
      [true, 'pull/7', 'main', SHA],
    ],
    ['Cirrus, default', { ...cirrus, CIRRUS_BRANCH: 'main' }, [false, 'main']],

    [
      'CodeBuild, pull request',
      { ...codebuild, CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_UPDATED', CODEBUILD_WEBHOOK_BASE_REF: 'refs/heads/main' },
      [true, undefined, 'main'],
      'main',
    ],
    ['CodeBuild, pull request by hand', { ...codebuild, CODEBUILD_SOURCE_VERSION: 'pr/7' }, [true], 'main'],
    [
      'CodeBuild, push',
      { ...codebuild, CODEBUILD_WEBHOOK_EVENT: 'PUSH', CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/main' },
      [false, 'main'],
      'main',
    ],
    ['CodeBuild, by hand', codebuild, [true], 'main'],

    [
      'Prow, presubmit',
      { ...prow, JOB_TYPE: 'presubmit', PULL_BASE_REF: 'main', PULL_BASE_SHA: SHA },
      [true, undefined, 'main', SHA],
      'main',
    ],
    ['Prow, batch', { ...prow, JOB_TYPE: 'batch', PULL_BASE_REF: 'main' }, [true, undefined, 'main'], 'main'],
    ['Prow, postsubmit', { ...prow, JOB_TYPE: 'postsubmit', PULL_BASE_REF: 'main' }, [false, 'main'], 'main'],
    ['Prow, periodic', { ...prow, JOB_TYPE: 'periodic' }, [true], 'main'],

    ['TeamCity', { TEAMCITY_VERSION: '2026.1' }, [true], 'main'],
  ])('%s', (...[, env, expected, main]) => {
    expect(said(env, main)).toEqual(expected);
  });

  test('a change is under review as soon as one of several services says so', () => {
    const inGitHub = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF_PROTECTED: 'true' };
    expect(said({ ...inGitHub, GITHUB_REF: 'refs/heads/main' })).toEqual([false, 'main']);
    expect(said({ ...inGitHub, GITHUB_REF: 'refs/heads/main', CHANGE_ID: '7' })).toEqual([true, 'main']);
  });

  test('a malformed base commit is left out', () => {
    expect(
      readCi({ ...bitbucket, BITBUCKET_PR_ID: '7', BITBUCKET_PR_DESTINATION_COMMIT: 'abc' })?.baseCommit,
    ).toBeUndefined();
  });
});

describe('GitHub', () => {
  const repository = { full_name: 'acme/app', default_branch: 'main' };
  function github(event: string, payload: object | undefined, env: Environment = {}): Said {
    const path = join(folder(), 'event.json');
    if (payload !== undefined) writeFileSync(path, JSON.stringify({ repository, ...payload }));
    const base = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path };
    return said({ ...base, GITHUB_REF: 'refs/heads/main', ...env });
  }
  const pull = { base: { ref: 'release', sha: SHA } };
  const run = (members: object): object => ({
    workflow_run: { head_repository: { full_name: 'acme/app' }, head_branch: 'main', event: 'push', ...members },
  });

  test.each<[string, string, object | undefined, Environment, Said]>([
    ['pull request', 'pull_request', { pull_request: pull }, {}, [true, 'main', 'release', SHA]],
    [
      'pull request whose payload is not there',
      'pull_request',
      undefined,
      { GITHUB_BASE_REF: 'x' },
      [true, 'main', 'x'],
    ],
    ['pull request on a protected ref', 'pull_request', {}, { GITHUB_REF_PROTECTED: 'true' }, [true, 'main']],
    ['target', 'pull_request_target', { pull_request: pull }, {}, [true, 'main', 'release', SHA]],
    ['review', 'pull_request_review', {}, {}, [true, 'main']],
    ['review comment', 'pull_request_review_comment', {}, {}, [true, 'main']],
    [
      'merge group, whose base commit may be of a change that waits',
      'merge_group',
      { merge_group: { base_ref: 'refs/heads/main', base_sha: SHA } },
      { GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7' },
      [true, 'gh-readonly-queue/main/pr-7', 'main'],
    ],
    ['comment on an issue', 'issue_comment', { issue: {} }, {}, [false, 'main']],
    ['comment on a pull request', 'issue_comment', { issue: { pull_request: {} } }, {}, [true, 'main']],
    ['comment on who knows what', 'issue_comment', undefined, { GITHUB_REF_PROTECTED: 'true' }, [true, 'main']],
    ['workflow run of a push to the default branch', 'workflow_run', run({}), {}, [false, 'main']],
    ['workflow run of a pull request', 'workflow_run', run({ event: 'pull_request' }), {}, [true, 'main']],
    ['workflow run of a comment', 'workflow_run', run({ event: 'issue_comment' }), {}, [true, 'main']],
    [
      'workflow run of a branch',
      'workflow_run',
      run({ head_branch: 'x', pull_requests: [{ base: { ref: 'release' } }] }),
      {},
      [true, 'main', 'release'],
    ],
    ['workflow run of a fork', 'workflow_run', run({ head_repository: { full_name: 'm/app' } }), {}, [true, 'main']],
    ['workflow run of who knows what', 'workflow_run', undefined, {}, [true, 'main']],
    ['check suite of a branch', 'check_suite', { check_suite: { head_branch: 'x' } }, {}, [true, 'main']],
    ['check suite', 'check_suite', { check_suite: { head_branch: 'main' } }, {}, [false, 'main']],
    ['check run', 'check_run', { check_run: { check_suite: { head_branch: 'x' } } }, {}, [true, 'main']],
    ['status of the default branch', 'status', { branches: [{ name: 'x' }, { name: 'main' }] }, {}, [false, 'main']],
    ['status of a branch', 'status', { branches: [{ name: 'x' }] }, {}, [true, 'main']],
    ['status of who knows what', 'status', {}, {}, [true, 'main']],
    ['push to the default branch', 'push', {}, {}, [false, 'main']],
    ['push to a branch', 'push', {}, { GITHUB_REF: 'refs/heads/x' }, [true, 'x']],
    [
      'push to a protected branch',
      'push',
      {},
      { GITHUB_REF: 'refs/heads/x', GITHUB_REF_PROTECTED: 'true' },
      [false, 'x'],
    ],
    ['push without a payload', 'push', undefined, {}, [true, 'main']],
    ['tag', 'push', {}, { GITHUB_REF: 'refs/tags/main' }, [true]],
    ['manual run of a branch', 'workflow_dispatch', {}, { GITHUB_REF: 'refs/heads/x' }, [true, 'x']],
    ['schedule', 'schedule', {}, {}, [false, 'main']],
    ['release', 'release', {}, { GITHUB_REF: 'refs/tags/v1' }, [true]],
    [
      'branch by its name',
      'push',
      {},
      { GITHUB_REF: '', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' },
      [false, 'main'],
    ],
    ['tag by its name', 'push', {}, { GITHUB_REF: '', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'main' }, [true]],
  ])('%s', (_, event, payload, env, expected) => {
    expect(github(event, payload, env)).toEqual(expected);
  });
});

test('options of the operator take precedence', () => {
  const review = readCi({ CHANGE_ID: '7' });
  expect(isUnderReview(review, { ...AUTO, underReview: 'false' })).toBe(false);
  expect(isUnderReview(undefined, { ...AUTO, underReview: 'true' })).toBe(true);
});

test('in the container image a run without a CI counts as one of a change', () => {
  expect(isUnderReview(undefined, { ...AUTO, inContainer: true })).toBe(true);
  expect(isUnderReview(undefined, { ...AUTO, inContainer: true, underReview: 'false' })).toBe(false);
  const onMain = readCi({ GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'main' });
  expect(isUnderReview(onMain, { ...AUTO, inContainer: true, defaultBranch: 'main' })).toBe(false);
});

const VARIABLES = [
  ...['CI', 'GITHUB_ACTIONS', 'GITHUB_EVENT_NAME', 'GITHUB_REF', 'GITHUB_REF_NAME', 'GITHUB_REF_TYPE'],
  ...['GITHUB_REF_PROTECTED', 'GITHUB_BASE_REF', 'GITLAB_CI', 'CI_COMMIT_BRANCH', 'CI_DEFAULT_BRANCH'],
  ...['CI_COMMIT_REF_PROTECTED', 'BITBUCKET_BRANCH', 'TF_BUILD', 'BUILD_SOURCEBRANCH', 'CIRCLECI', 'CIRCLE_BRANCH'],
  ...['BUILDKITE', 'BUILDKITE_BRANCH', 'BUILDKITE_PULL_REQUEST', 'TRAVIS', 'TRAVIS_PULL_REQUEST', 'TRAVIS_BRANCH'],
  ...['DRONE', 'DRONE_BUILD_EVENT', 'DRONE_BRANCH', 'CI_PIPELINE_EVENT', 'APPVEYOR', 'APPVEYOR_REPO_BRANCH'],
  ...['JENKINS_URL', 'BRANCH_NAME', 'BRANCH_IS_PRIMARY', 'PROW_JOB_ID', 'JOB_TYPE', 'SEMAPHORE', 'CIRRUS_CI'],
];

test('no additional variable ends the review of a change', () => {
  const words = ['', 'false', '0', 'true', 'main', 'refs/heads/main', 'push', 'x'];
  const more = fc.dictionary(fc.constantFrom(...VARIABLES), fc.constantFrom(...words), { maxKeys: 4 });
  const changes = fc.constantFrom<Environment>(
    { GITHUB_EVENT_NAME: 'pull_request' },
    { CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '7' },
    { BITBUCKET_PR_ID: '7' },
    { BUILD_REASON: 'PullRequest' },
    { CHANGE_ID: '7', JENKINS_URL: 'x' },
    { DRONE_PULL_REQUEST: '7' },
  );
  fc.assert(
    fc.property(changes, more, (change, extra) => {
      const ci = readCi({ ...extra, ...change });
      expect(isUnderReview(ci, { ...AUTO, defaultBranch: 'main' })).toBe(true);
    }),
  );
});
