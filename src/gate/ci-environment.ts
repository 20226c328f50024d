import path from 'node:path';

/** The CI event that started a run. */
export interface GateEvent {
  /** As the CI names it: `pull_request`, `push`, `merge_request_event` … */
  readonly name: string;
  /** The checkout belongs to the author of a change that nobody has accepted yet (gate.md, Where trust comes from). */
  readonly underReview: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const GITHUB_REVIEW_EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  // Its default checkout is the base, but workflows that use it to read the change check that out instead.
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
]);

/** Variables of other CIs that are set (and not `false`) on the build of a change under review. */
const REVIEW_VARIABLES = [
  'CHANGE_ID',
  'CIRCLE_PULL_REQUEST',
  'BUILDKITE_PULL_REQUEST',
  'CI_MERGE_REQUEST_IID',
] as const;

/** Tells from the environment of GitHub, GitLab, Jenkins, CircleCI, Buildkite or Azure what started the run. */
export function readEvent(env: Environment): GateEvent | undefined {
  const github = env['GITHUB_EVENT_NAME'] ?? '';
  if (github !== '') return { name: github, underReview: GITHUB_REVIEW_EVENTS.has(github) };
  const azure = env['BUILD_REASON'] ?? '';
  if (azure !== '') return { name: azure, underReview: azure === 'PullRequest' };
  const review = REVIEW_VARIABLES.some((name) => (env[name] ?? '') !== '' && env[name] !== 'false');
  const gitlab = env['CI_PIPELINE_SOURCE'] ?? '';
  if (gitlab !== '') return { name: gitlab, underReview: review || gitlab === 'merge_request_event' };
  return review ? { name: 'pull_request', underReview: true } : undefined;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Where the files of the workspace are on the web at the commit of the run, ending in `/`; `undefined` when the
 * environment does not tell or the workspace is not inside the checkout.
 */
export function readSourceBase(env: Environment, workspace: string, commit?: string): string | undefined {
  const github = join(env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], 'blob', commit ?? env['GITHUB_SHA']);
  const gitlab = join(env['CI_PROJECT_URL'], undefined, '-/blob', commit ?? env['CI_COMMIT_SHA']);
  const base = github ?? gitlab;
  const root = github === undefined ? env['CI_PROJECT_DIR'] : env['GITHUB_WORKSPACE'];
  if (base === undefined) return undefined;
  const folder = folderWithin(root, workspace);
  return folder === undefined ? undefined : base + folder.split('/').map(encodeURIComponent).join('/');
}

/**
 * The workspace's folder inside the checkout: `''` for its root, else `/`-separated and ending in `/`; `undefined`
 * when it lies outside. Without a known checkout the workspace is taken for its root.
 */
export function folderWithin(checkout: string | undefined, workspace: string): string | undefined {
  if (checkout === undefined || checkout === '') return '';
  const relative = path.relative(path.resolve(checkout), workspace);
  if (relative === '') return '';
  if (path.isAbsolute(relative) || relative === '..' || relative.startsWith(`..${path.sep}`)) return undefined;
  return `${relative.split(path.sep).join('/')}/`;
}

function join(host: string | undefined, repository: string | undefined, middle: string, commit: string | undefined) {
  if (host === undefined || !/^https?:\/\/[^\s"'<>()]+$/.test(host)) return undefined;
  if (commit === undefined || !COMMIT.test(commit)) return undefined;
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  if (middle === 'blob' && repository === undefined) return undefined;
  return [host.replace(/\/+$/, ''), ...(repository === undefined ? [] : [repository]), middle, commit, ''].join('/');
}
