import type { Environment } from '../options.js';
import { readEvent } from './event.js';
import { branchOf, context, joined } from './said.js';
import type { CiContext, Variable } from './types.js';

/** Events that are about a change whatever ref they run on. */
const REVIEW_EVENTS: ReadonlySet<string> = new Set([
  'pull_request',
  // Its default checkout is the base, but workflows that use it to read the change check out the change instead.
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
]);
/** Events that run on the default branch and are about the branch that their payload names. */
const INDIRECT_EVENTS = ['workflow_run', 'check_run', 'check_suite'] as const;

type Members = Readonly<Record<string, unknown>>;

/** GitHub Actions, and Gitea and Forgejo, which set the same variables: variables and event payload. */
export function readGitHub(get: Variable, env: Environment): Omit<CiContext, 'service'> {
  const payload = readEvent(env);
  const event = get('GITHUB_EVENT_NAME');
  const pull = object(payload['pull_request']);
  const group = object(payload['merge_group']);
  const ref = get('GITHUB_REF');
  const review = isReview(event, payload);
  return context({
    event,
    review,
    branch: ref === undefined && get('GITHUB_REF_TYPE') === 'branch' ? get('GITHUB_REF_NAME') : branchOf(ref),
    isProtected: get('GITHUB_REF_PROTECTED') === 'true',
    defaultBranch: text(object(payload['repository'])['default_branch']),
    targetBranch: review
      ? (get('GITHUB_BASE_REF') ??
        text(object(pull['base'])['ref']) ??
        branchOf(text(group['base_ref'])) ??
        targetOf(payload))
      : undefined,
    // The base of a merge group may contain changes queued before it: those are not accepted yet.
    baseCommit: review ? text(object(pull['base'])['sha']) : undefined,
    repository: get('GITHUB_REPOSITORY'),
    headRepository: text(
      object(review ? (object(pull['head'])['repo'] ?? object(payload['workflow_run'])['head_repository']) : undefined)[
        'full_name'
      ],
    ),
    // The server may be under a path of its host.
    repositoryUrl: joined(get('GITHUB_SERVER_URL'), get('GITHUB_REPOSITORY')),
  });
}

function isReview(event: string | undefined, payload: Members): boolean {
  if (event === undefined) return false;
  if (REVIEW_EVENTS.has(event)) return true;
  if (event === 'issue_comment') {
    const { issue } = payload;
    // Without the payload the comment may be on a pull request.
    return issue === undefined || object(issue)['pull_request'] !== undefined;
  }
  // A status is about any commit, and the payload lists the branches whose tip it is.
  if (event === 'status') return !isTipOfDefault(payload);
  const indirect = INDIRECT_EVENTS.find((name) => name === event);
  if (indirect === undefined) return false;
  // It runs on the default branch after a run on another branch, which such workflows check out.
  const about = object(payload[indirect]);
  const suite = indirect === 'check_run' ? object(about['check_suite']) : about;
  const started = text(about['event']) ?? '';
  const head = object(about['head_repository'])['full_name'];
  const repository = object(payload['repository']);
  return (
    REVIEW_EVENTS.has(started) ||
    started === 'issue_comment' ||
    text(suite['head_branch']) === undefined ||
    suite['head_branch'] !== repository['default_branch'] ||
    (head !== undefined && head !== repository['full_name'])
  );
}

function isTipOfDefault(payload: Members): boolean {
  const name = object(payload['repository'])['default_branch'];
  const { branches } = payload;
  return name !== undefined && Array.isArray(branches) && branches.some((branch) => object(branch)['name'] === name);
}

/** Target branch of the one pull request that an indirect event is about. */
function targetOf(payload: Members): string | undefined {
  for (const name of INDIRECT_EVENTS) {
    const pulls = object(payload[name])['pull_requests'];
    if (Array.isArray(pulls) && pulls.length === 1) return text(object(object(pulls[0])['base'])['ref']);
  }
  return undefined;
}

function object(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
