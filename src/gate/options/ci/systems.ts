import { readGitHub } from './github.js';
import { branchOf, context, joined } from './said.js';
import type { CiSystem } from './types.js';

/** A pull request number, or a word for none: several services always set the variable. */
function isChange(value: string | undefined): boolean {
  return value !== undefined && value !== 'false' && value !== '0';
}

/** A promoted or deployed build names the target branch of the change, but its ref is still that of the pull request. */
function isBranch(ref: string | undefined): boolean {
  return ref === undefined || branchOf(ref) !== undefined;
}

/** CI services and their variables, each as documented; docs/usage/policy.md is generated from them. */
export const SYSTEMS: readonly CiSystem[] = [
  {
    service: 'GitHub Actions',
    marks: ['GITHUB_ACTIONS', 'GITHUB_EVENT_NAME'],
    run: {
      commits: ['GITHUB_SHA'],
      repository: ['GITHUB_REPOSITORY'],
      repositoryUrl: ['GITHUB_SERVER_URL/GITHUB_REPOSITORY'],
      ref: ['GITHUB_REF'],
      url: ['GITHUB_SERVER_URL/GITHUB_REPOSITORY/=actions/=runs/GITHUB_RUN_ID'],
      id: 'GITHUB_RUN_ID',
    },
    review: readGitHub,
  },
  {
    service: 'GitLab CI',
    marks: ['GITLAB_CI', 'CI_PIPELINE_SOURCE', 'CI_MERGE_REQUEST_IID', 'CI_PROJECT_PATH'],
    run: {
      // In a merged results pipeline the first is the merge commit, the second the head of the source branch.
      commits: ['CI_COMMIT_SHA', 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA', 'CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA'],
      repository: ['CI_PROJECT_PATH'],
      repositoryUrl: ['CI_PROJECT_URL'],
      ref: ['CI_MERGE_REQUEST_REF_PATH', 'tag:CI_COMMIT_TAG', 'branch:CI_COMMIT_BRANCH', 'branch:CI_COMMIT_REF_NAME'],
      url: ['CI_JOB_URL', 'CI_PIPELINE_URL'],
      id: 'CI_PIPELINE_ID',
    },
    review: (get) => {
      const source = get('CI_PIPELINE_SOURCE');
      const external = get('CI_EXTERNAL_PULL_REQUEST_IID') !== undefined;
      const events = ['merge_request_event', 'external_pull_request_event'];
      // A child pipeline has another source and the variables of its parent.
      const review =
        events.includes(source ?? '') || external || isChange(get('CI_MERGE_REQUEST_IID', 'CI_MERGE_REQUEST_ID'));
      const branch = get('CI_COMMIT_BRANCH');
      const defaultBranch = get('CI_DEFAULT_BRANCH');
      // Whoever may push to a branch could write a policy there, ask to merge into it and then into another one.
      const isOpen = get('CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED') === 'false' && defaultBranch !== undefined;
      const target = get('CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME');
      return context({
        event: source,
        review,
        branch,
        isProtected: get('CI_COMMIT_REF_PROTECTED') === 'true',
        defaultBranch,
        targetBranch: isOpen ? defaultBranch : target,
        baseCommit:
          isOpen && target !== defaultBranch
            ? undefined
            : get(
                'CI_MERGE_REQUEST_TARGET_BRANCH_SHA',
                'CI_MERGE_REQUEST_DIFF_BASE_SHA',
                'CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA',
              ),
        repository: get('CI_MERGE_REQUEST_PROJECT_PATH', 'CI_PROJECT_PATH'),
        repositoryUrl: get('CI_MERGE_REQUEST_PROJECT_URL') ?? (review ? undefined : get('CI_PROJECT_URL')),
      });
    },
  },
  {
    service: 'Bitbucket Pipelines',
    marks: ['BITBUCKET_BUILD_NUMBER', 'BITBUCKET_COMMIT', 'BITBUCKET_PR_ID'],
    run: {
      commits: ['BITBUCKET_COMMIT'],
      repository: ['BITBUCKET_REPO_FULL_NAME'],
      repositoryUrl: ['BITBUCKET_GIT_HTTP_ORIGIN'],
      ref: ['tag:BITBUCKET_TAG', 'branch:BITBUCKET_BRANCH'],
      url: ['BITBUCKET_GIT_HTTP_ORIGIN/=pipelines/=results/BITBUCKET_BUILD_NUMBER'],
      id: 'BITBUCKET_BUILD_NUMBER',
    },
    review: (get) => {
      const branch = get('BITBUCKET_BRANCH');
      return context({
        event: isChange(get('BITBUCKET_PR_ID')) ? 'pull_request' : undefined,
        review: isChange(get('BITBUCKET_PR_ID')),
        branch: get('BITBUCKET_TAG') === undefined ? branch : undefined,
        targetBranch: get('BITBUCKET_PR_DESTINATION_BRANCH'),
        baseCommit: get('BITBUCKET_PR_DESTINATION_COMMIT'),
        repository: get('BITBUCKET_REPO_FULL_NAME'),
      });
    },
  },
  {
    service: 'Azure Pipelines',
    marks: ['TF_BUILD', 'BUILD_REASON', 'BUILD_SOURCEVERSION', 'SYSTEM_PULLREQUEST_PULLREQUESTID'],
    run: {
      commits: ['BUILD_SOURCEVERSION', 'SYSTEM_PULLREQUEST_SOURCECOMMITID'],
      repository: ['BUILD_REPOSITORY_NAME'],
      repositoryUrl: ['BUILD_REPOSITORY_URI'],
      ref: ['BUILD_SOURCEBRANCH'],
      url: ['SYSTEM_COLLECTIONURI/SYSTEM_TEAMPROJECT/=_build/=results?buildId=BUILD_BUILDID'],
      id: 'BUILD_BUILDID',
    },
    review: (get) => {
      return context({
        event: get('BUILD_REASON'),
        review: get('BUILD_REASON') === 'PullRequest' || isChange(get('SYSTEM_PULLREQUEST_PULLREQUESTID')),
        branch: branchOf(get('BUILD_SOURCEBRANCH')),
        targetBranch: branchOf(get('SYSTEM_PULLREQUEST_TARGETBRANCH', 'SYSTEM_PULLREQUEST_TARGETBRANCHNAME')),
        repository: get('BUILD_REPOSITORY_NAME'),
        repositoryUrl: get('BUILD_REPOSITORY_URI'),
      });
    },
  },
  {
    service: 'CircleCI',
    marks: ['CIRCLECI', 'CIRCLE_SHA1'],
    run: {
      commits: ['CIRCLE_SHA1'],
      repository: ['CIRCLE_PROJECT_USERNAME/CIRCLE_PROJECT_REPONAME'],
      repositoryUrl: ['CIRCLE_REPOSITORY_URL'],
      ref: ['tag:CIRCLE_TAG', 'branch:CIRCLE_BRANCH'],
      url: ['CIRCLE_BUILD_URL'],
      id: 'CIRCLE_WORKFLOW_ID',
    },
    review: (get) => {
      const branch = get('CIRCLE_TAG') === undefined ? get('CIRCLE_BRANCH') : undefined;
      const review = isChange(get('CIRCLE_PULL_REQUEST', 'CIRCLE_PULL_REQUESTS', 'CIRCLE_PR_NUMBER'));
      return context({
        event: review ? 'pull_request' : undefined,
        // A fork's branch is called pull/N.
        review: review || /^pull\/\d+(?:\/|$)/.test(branch ?? ''),
        branch,
        repository: joined(get('CIRCLE_PROJECT_USERNAME'), get('CIRCLE_PROJECT_REPONAME')),
      });
    },
  },
  {
    service: 'Buildkite',
    marks: ['BUILDKITE', 'BUILDKITE_PULL_REQUEST', 'BUILDKITE_COMMIT'],
    run: {
      commits: ['BUILDKITE_COMMIT'],
      repository: ['path:BUILDKITE_REPO'],
      repositoryUrl: ['BUILDKITE_REPO'],
      ref: ['tag:BUILDKITE_TAG', 'branch:BUILDKITE_BRANCH'],
      url: ['BUILDKITE_BUILD_URL'],
      id: 'BUILDKITE_BUILD_ID',
    },
    review: (get) => {
      const tag = get('BUILDKITE_TAG');
      const branch = tag === undefined ? get('BUILDKITE_BRANCH') : undefined;
      const review = isChange(get('BUILDKITE_PULL_REQUEST'));
      return context({
        event: review ? 'pull_request' : get('BUILDKITE_SOURCE'),
        review,
        branch,
        defaultBranch: get('BUILDKITE_PIPELINE_DEFAULT_BRANCH'),
        targetBranch: get('BUILDKITE_PULL_REQUEST_BASE_BRANCH'),
      });
    },
  },
  {
    service: 'Travis CI',
    marks: ['TRAVIS', 'TRAVIS_PULL_REQUEST', 'TRAVIS_COMMIT'],
    run: {
      commits: ['TRAVIS_COMMIT', 'TRAVIS_PULL_REQUEST_SHA'],
      repository: ['TRAVIS_REPO_SLUG'],
      ref: ['tag:TRAVIS_TAG', 'branch:TRAVIS_BRANCH'],
      url: ['TRAVIS_JOB_WEB_URL', 'TRAVIS_BUILD_WEB_URL'],
      id: 'TRAVIS_BUILD_ID',
    },
    review: (get) => {
      const review = isChange(get('TRAVIS_PULL_REQUEST')) || get('TRAVIS_EVENT_TYPE') === 'pull_request';
      const tag = get('TRAVIS_TAG');
      // On a pull request TRAVIS_BRANCH is the target branch.
      const branch = tag === undefined && !review ? get('TRAVIS_BRANCH') : undefined;
      return context({
        event: get('TRAVIS_EVENT_TYPE'),
        review,
        branch,
        targetBranch: review ? get('TRAVIS_BRANCH') : undefined,
        repository: get('TRAVIS_REPO_SLUG'),
      });
    },
  },
  {
    service: 'Woodpecker CI',
    marks: ['CI=woodpecker', 'CI_SYSTEM_NAME=woodpecker'],
    run: {
      commits: ['CI_COMMIT_SHA'],
      repository: ['CI_REPO'],
      repositoryUrl: ['CI_REPO_URL', 'CI_REPO_LINK'],
      ref: ['CI_COMMIT_REF', 'tag:CI_COMMIT_TAG', 'branch:CI_COMMIT_BRANCH'],
      url: ['CI_PIPELINE_URL', 'CI_BUILD_LINK'],
      id: 'CI_PIPELINE_NUMBER',
    },
    review: (get) => {
      const event = get('CI_PIPELINE_EVENT', 'CI_BUILD_EVENT');
      const tag = get('CI_COMMIT_TAG');
      const review = event?.startsWith('pull_request') === true || isChange(get('CI_COMMIT_PULL_REQUEST'));
      // On a pull request CI_COMMIT_BRANCH is the target branch.
      const isTag = tag !== undefined || event === 'tag' || event === 'release';
      const branch = !isTag && !review && isBranch(get('CI_COMMIT_REF')) ? get('CI_COMMIT_BRANCH') : undefined;
      return context({
        event,
        review,
        branch,
        defaultBranch: get('CI_REPO_DEFAULT_BRANCH'),
        targetBranch: get('CI_COMMIT_TARGET_BRANCH'),
        repository: get('CI_REPO'),
        repositoryUrl: get('CI_REPO_URL', 'CI_REPO_LINK'),
      });
    },
  },
  {
    // Harness CI sets the same variables.
    service: 'Drone',
    marks: ['DRONE', 'DRONE_BUILD_EVENT', 'DRONE_PULL_REQUEST', 'DRONE_COMMIT_SHA'],
    run: {
      commits: ['DRONE_COMMIT_SHA', 'DRONE_COMMIT'],
      repository: ['DRONE_REPO'],
      repositoryUrl: ['DRONE_REPO_LINK'],
      ref: ['DRONE_COMMIT_REF', 'tag:DRONE_TAG', 'branch:DRONE_COMMIT_BRANCH'],
      url: ['DRONE_BUILD_LINK'],
      id: 'DRONE_BUILD_NUMBER',
    },
    review: (get) => {
      const event = get('DRONE_BUILD_EVENT');
      const isTag = get('DRONE_TAG') !== undefined || event === 'tag';
      const review = event === 'pull_request' || isChange(get('DRONE_PULL_REQUEST'));
      // On a pull request DRONE_BRANCH is the target branch.
      const isPush = !isTag && !review && isBranch(get('DRONE_COMMIT_REF'));
      const branch = isPush ? get('DRONE_COMMIT_BRANCH', 'DRONE_BRANCH') : undefined;
      return context({
        event,
        review,
        branch,
        defaultBranch: get('DRONE_REPO_BRANCH'),
        targetBranch: review ? get('DRONE_TARGET_BRANCH', 'DRONE_COMMIT_BRANCH', 'DRONE_BRANCH') : undefined,
        repository: get('DRONE_REPO'),
        repositoryUrl: get('DRONE_REPO_LINK'),
      });
    },
  },
  {
    service: 'AppVeyor',
    marks: ['APPVEYOR', 'APPVEYOR_REPO_COMMIT'],
    run: {
      commits: ['APPVEYOR_REPO_COMMIT', 'APPVEYOR_PULL_REQUEST_HEAD_COMMIT'],
      repository: ['APPVEYOR_REPO_NAME'],
      ref: ['tag:APPVEYOR_REPO_TAG_NAME', 'branch:APPVEYOR_REPO_BRANCH'],
      url: ['APPVEYOR_URL/=project/APPVEYOR_ACCOUNT_NAME/APPVEYOR_PROJECT_SLUG/=builds/APPVEYOR_BUILD_ID'],
      id: 'APPVEYOR_BUILD_ID',
    },
    review: (get) => {
      const review = isChange(get('APPVEYOR_PULL_REQUEST_NUMBER'));
      const tag = get('APPVEYOR_REPO_TAG') === 'true' ? get('APPVEYOR_REPO_TAG_NAME') : undefined;
      // On a pull request APPVEYOR_REPO_BRANCH is the target branch.
      const branch = tag === undefined && !review ? get('APPVEYOR_REPO_BRANCH') : undefined;
      return context({
        event: review ? 'pull_request' : undefined,
        review,
        branch,
        targetBranch: review ? get('APPVEYOR_REPO_BRANCH') : undefined,
        repository: get('APPVEYOR_REPO_NAME'),
      });
    },
  },
  {
    service: 'Semaphore',
    marks: ['SEMAPHORE', 'SEMAPHORE_GIT_SHA'],
    run: {
      commits: ['SEMAPHORE_GIT_SHA'],
      repository: ['SEMAPHORE_GIT_REPO_SLUG'],
      repositoryUrl: ['SEMAPHORE_GIT_URL'],
      ref: ['SEMAPHORE_GIT_REF', 'branch:SEMAPHORE_GIT_BRANCH'],
      url: ['SEMAPHORE_ORGANIZATION_URL/=jobs/SEMAPHORE_JOB_ID'],
      id: 'SEMAPHORE_PIPELINE_ID',
    },
    review: (get) => {
      const kind = get('SEMAPHORE_GIT_REF_TYPE');
      const review = kind === 'pull-request' || isChange(get('SEMAPHORE_GIT_PR_NUMBER'));
      // On a pull request SEMAPHORE_GIT_BRANCH is the target branch.
      const branch = kind === 'branch' && !review ? get('SEMAPHORE_GIT_BRANCH') : undefined;
      return context({
        event: kind,
        review,
        branch,
        targetBranch: review ? get('SEMAPHORE_GIT_BRANCH') : undefined,
        repository: get('SEMAPHORE_GIT_REPO_SLUG'),
      });
    },
  },
  {
    service: 'Cirrus CI',
    marks: ['CIRRUS_CI'],
    run: {
      commits: ['CIRRUS_CHANGE_IN_REPO'],
      repository: ['CIRRUS_REPO_FULL_NAME'],
      repositoryUrl: ['CIRRUS_REPO_CLONE_URL'],
      ref: ['tag:CIRRUS_TAG', 'branch:CIRRUS_BRANCH'],
      id: 'CIRRUS_BUILD_ID',
    },
    review: (get) => {
      const review = isChange(get('CIRRUS_PR'));
      const branch = get('CIRRUS_TAG') === undefined ? get('CIRRUS_BRANCH') : undefined;
      return context({
        event: review ? 'pull_request' : undefined,
        review,
        branch,
        defaultBranch: get('CIRRUS_DEFAULT_BRANCH'),
        targetBranch: review ? get('CIRRUS_BASE_BRANCH') : undefined,
        baseCommit: review ? get('CIRRUS_BASE_SHA') : undefined,
        repository: get('CIRRUS_REPO_FULL_NAME'),
      });
    },
  },
  {
    service: 'AWS CodeBuild',
    marks: ['CODEBUILD_BUILD_ID'],
    run: {
      commits: ['CODEBUILD_RESOLVED_SOURCE_VERSION'],
      repository: ['path:CODEBUILD_SOURCE_REPO_URL'],
      repositoryUrl: ['CODEBUILD_SOURCE_REPO_URL'],
      ref: ['CODEBUILD_WEBHOOK_HEAD_REF'],
      url: ['CODEBUILD_PUBLIC_BUILD_URL'],
    },
    review: (get) => {
      const event = get('CODEBUILD_WEBHOOK_EVENT');
      return context({
        event,
        review: event?.startsWith('PULL_REQUEST') === true || /^pr\/\d+$/.test(get('CODEBUILD_SOURCE_VERSION') ?? ''),
        branch: event === 'PUSH' ? branchOf(get('CODEBUILD_WEBHOOK_HEAD_REF')) : undefined,
        targetBranch: branchOf(get('CODEBUILD_WEBHOOK_BASE_REF')),
      });
    },
  },
  {
    service: 'Prow',
    marks: ['PROW_JOB_ID'],
    run: {
      commits: ['PULL_PULL_SHA'],
      repository: ['REPO_OWNER/REPO_NAME'],
    },
    review: (get) => {
      const type = get('JOB_TYPE');
      const review = type === 'presubmit' || type === 'batch' || isChange(get('PULL_NUMBER'));
      return context({
        event: type,
        review,
        branch: type === 'postsubmit' && !review ? get('PULL_BASE_REF') : undefined,
        targetBranch: review ? get('PULL_BASE_REF') : undefined,
        baseCommit: review ? get('PULL_BASE_SHA') : undefined,
        repository: joined(get('REPO_OWNER'), get('REPO_NAME')),
      });
    },
  },
  {
    service: 'TeamCity',
    marks: ['TEAMCITY_VERSION'],
    run: {
      commits: ['BUILD_VCS_NUMBER'],
      url: ['BUILD_URL'],
    },
    // Its environment names neither branch nor pull request: the operator says what is under review.
    review: () => context({ review: false }),
  },
  {
    // Its variable names are general enough to occur elsewhere: it comes last.
    service: 'Jenkins',
    marks: ['JENKINS_URL', 'JENKINS_HOME', 'JENKINS_NODE_COOKIE', 'CHANGE_ID', 'ghprbPullId', 'gitlabMergeRequestIid'],
    run: {
      commits: ['GIT_COMMIT'],
      repository: ['path:GIT_URL', 'path:GIT_URL_1'],
      repositoryUrl: ['GIT_URL', 'GIT_URL_1'],
      ref: ['tag:TAG_NAME', 'branch:CHANGE_BRANCH', 'branch:BRANCH_NAME', 'remote:GIT_BRANCH'],
      url: ['RUN_DISPLAY_URL', 'BUILD_URL'],
      id: 'BUILD_TAG',
    },
    review: (get) => {
      // Multibranch projects; the pull request builder; the GitLab plugin.
      const review = isChange(get('CHANGE_ID', 'ghprbPullId', 'gitlabMergeRequestIid'));
      const branch = get('BRANCH_NAME') ?? get('GIT_LOCAL_BRANCH') ?? get('GIT_BRANCH')?.replace(/^origin\//, '');
      return context({
        event: review ? 'pull_request' : undefined,
        review,
        branch: get('TAG_NAME') === undefined ? branch : undefined,
        isDefault: !review && get('BRANCH_IS_PRIMARY') === 'true',
        targetBranch: get('CHANGE_TARGET', 'ghprbTargetBranch', 'gitlabTargetBranch'),
      });
    },
  },
];
