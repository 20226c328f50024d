import { object } from './context.js';
import type { ApiResult, GitHubApi } from './github.js';

/** Most characters that GitHub takes in one comment. We count bytes, of which there are never fewer. */
export const MAX_COMMENT_CHARS = 65_536;
/** GitHub allows 2,500 comments; if it lists more, something else is wrong. */
const MAX_PAGES = 50;
const PER_PAGE = 100;
/** How often the search starts again after comments changed during it. */
const MAX_ROUNDS = 3;
const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/** The comment as it should be. */
export interface CommentTask {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly pullRequest: number;
  /** Head of the change that the verdict is about. */
  readonly commit: string | undefined;
  /** Distinguishes this gate step's comment from others. */
  readonly stepKey: string;
  readonly run: { readonly number: number; readonly attempt: number };
  /** The text below the marker, truncated to at most this many bytes. */
  readonly page: (maxBytes: number) => string;
  /** False: an existing comment is updated, none is created. */
  readonly create: boolean;
}

export type CommentResult =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  /** There is none and none was to be created. */
  | { readonly kind: 'none' }
  /** A later run has already written it. */
  | { readonly kind: 'stale'; readonly url: string }
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string };

interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

type Failed = Extract<CommentResult, { kind: 'failed' }>;

/** First line of our comment. */
export function marker(stepKey: string): string {
  return `<!-- proof-verify gate ${stepKey} -->`;
}

/**
 * Updates the one comment of this step, or creates it. Two runs may both find none and create one: the lowest id stays,
 * and each run removes its other ones, so that in the end there is never a second one.
 */
export async function publishComment(api: GitHubApi, task: CommentTask): Promise<CommentResult> {
  const author = await identify(api);
  if (typeof author !== 'number') return author;
  const head = `${marker(task.stepKey)}\n<!-- run ${task.run.number}.${task.run.attempt} -->\n`;
  const body = head + task.page(MAX_COMMENT_CHARS - Buffer.byteLength(head));
  let last: Failed = { kind: 'failed', reason: 'the comment kept changing' };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = await findOwn(api, task, author);
    if ('kind' in found) return found;
    const [first, ...others] = found;
    if (first === undefined) {
      if (!task.create) return { kind: 'none' };
      const created = await api.request(`POST ${COMMENTS}`, { ...onPull(task), body }, { repeatable: false });
      if (created.ok) return settle(api, task, author, readCreated(created.body), body);
      last = failed(created);
      // It may have been created: only a new search shows it.
      if (created.ambiguous) continue;
      return last;
    }
    for (const other of others) await remove(api, task, other.id);
    if (await isStale(api, task, first.body)) return { kind: 'stale', url: first.url };
    const updated = await api.request(`PATCH ${COMMENT}`, { ...oneComment(task, first.id), body });
    if (updated.ok) return { kind: 'updated', url: first.url };
    last = failed(updated);
    // It was deleted since it was listed.
    if (updated.status !== 404) return last;
  }
  return last;
}

/** After creating: a race may have created another one. */
async function settle(
  api: GitHubApi,
  task: CommentTask,
  author: number,
  created: OwnComment,
  body: string,
): Promise<CommentResult> {
  const found = await findOwn(api, task, author);
  const own: CommentResult = { kind: 'created', url: created.url };
  if ('kind' in found) return own;
  const [first] = found;
  if (first === undefined || first.id >= created.id) {
    for (const other of found) if (other.id !== created.id) await remove(api, task, other.id);
    return own;
  }
  await remove(api, task, created.id);
  if (await isStale(api, task, first.body)) return { kind: 'stale', url: first.url };
  const updated = await api.request(`PATCH ${COMMENT}`, { ...oneComment(task, first.id), body });
  return updated.ok ? { kind: 'updated', url: first.url } : failed(updated);
}

/** All our comments on the pull request, oldest first. */
async function findOwn(api: GitHubApi, task: CommentTask, author: number): Promise<readonly OwnComment[] | Failed> {
  const own: OwnComment[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const listed = await api.request(`GET ${COMMENTS}`, { ...onPull(task), per_page: PER_PAGE, page });
    if (!listed.ok) return failed(listed);
    if (!Array.isArray(listed.body)) return { kind: 'failed', reason: 'unexpected response to the list of comments' };
    for (const item of listed.body as readonly unknown[]) {
      const comment = readOwn(item, marker(task.stepKey), author);
      if (comment !== undefined) own.push(comment);
    }
    if (!listed.hasNext && listed.body.length < PER_PAGE) return own.sort((a, b) => a.id - b.id);
  }
  // Creating one without having seen all could make it the second.
  return { kind: 'failed', reason: 'the pull request has too many comments to look through' };
}

/**
 * A listed comment if it is ours. The marker alone proves nothing: an attacker could write it, have us fill the comment
 * and then edit it to say 'passed'. So the author must be the user of our token, another bot is not enough, and the
 * marker must be the very beginning, where text that we quote never is.
 */
function readOwn(item: unknown, start: string, author: number): OwnComment | undefined {
  const comment = object(item);
  const user = object(comment['user']);
  const { id, body } = comment;
  if (user['id'] !== author || typeof id !== 'number' || typeof body !== 'string' || !body.startsWith(start))
    return undefined;
  return { id, body, url: text(comment['html_url']) };
}

function readCreated(item: unknown): OwnComment {
  const { id, html_url: url } = object(item);
  return { id: typeof id === 'number' ? id : Number.POSITIVE_INFINITY, url: text(url), body: '' };
}

/**
 * The user of the token. GraphQL answers for tokens of users and apps alike, the job token among them; `/user` refuses
 * apps and is for servers without GraphQL.
 */
async function identify(api: GitHubApi): Promise<number | Failed> {
  const viewer = await api.request('POST /graphql', { query: '{ viewer { databaseId } }' });
  const id = viewer.ok ? object(object(object(viewer.body)['data'])['viewer'])['databaseId'] : undefined;
  if (typeof id === 'number') return id;
  const user = await api.request('GET /user');
  const userId = user.ok ? object(user.body)['id'] : undefined;
  if (typeof userId === 'number') return userId;
  return user.ok ? { kind: 'failed', reason: 'the token does not say whose it is' } : failed(user);
}

async function remove(api: GitHubApi, task: CommentTask, id: number): Promise<void> {
  // One that is still there is removed by the next run.
  if (Number.isSafeInteger(id)) await api.request(`DELETE ${COMMENT}`, oneComment(task, id));
}

/**
 * A later run wrote the comment, about a later commit. The marker is only text in a comment that people with write
 * access can edit: it must not suppress the verdict about the current head.
 */
async function isStale(api: GitHubApi, task: CommentTask, body: string): Promise<boolean> {
  if (!isLater(body, task.run)) return false;
  const pull = await api.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...task.repository,
    pull_number: task.pullRequest,
  });
  return !pull.ok || task.commit === undefined || object(object(pull.body)['head'])['sha'] !== task.commit;
}

/** The marker names a later run than this one. */
function isLater(body: string, run: CommentTask['run']): boolean {
  const match = /^.*\r?\n<!-- run (\d{1,15})\.(\d{1,15}) -->/.exec(body);
  const number = Number(match?.[1] ?? 0);
  return number > run.number || (number === run.number && Number(match?.[2] ?? 0) > run.attempt);
}

function onPull({ repository, pullRequest }: CommentTask): object {
  return { ...repository, issue_number: pullRequest };
}

function oneComment({ repository }: CommentTask, id: number): object {
  return { ...repository, comment_id: id };
}

function failed(result: Extract<ApiResult, { ok: false }>): Failed {
  const { status, reason } = result;
  return { kind: 'failed', reason, ...(status === undefined ? {} : { status }) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
