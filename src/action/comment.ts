import { object } from './context.js';
import type { ApiResult, GitHubApi } from './github.js';

/** Characters GitHub takes in one comment. Ours are counted in bytes, of which there are never fewer. */
export const MAX_COMMENT_CHARS = 65_536;
/** GitHub allows 2,500 comments; where more is listed, something else is wrong. */
const MAX_PAGES = 50;
const PER_PAGE = 100;
/** Times the search is begun anew after the world changed under it. */
const MAX_ROUNDS = 3;

/** The comment that shall be there. */
export interface CommentTask {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly pullRequest: number;
  /** Tells this gate step's comment from others. */
  readonly stepKey: string;
  readonly run: { readonly number: number; readonly attempt: number };
  /** The text below the marker, cut to at most so many bytes. */
  readonly page: (maxBytes: number) => string;
  /** False: a comment that is there is brought up to date, none is begun. */
  readonly create: boolean;
}

export type CommentResult =
  | { readonly kind: 'created' | 'updated'; readonly url: string }
  /** There is none and none was wanted. */
  | { readonly kind: 'none' }
  /** A later run has already written it. */
  | { readonly kind: 'stale'; readonly url: string }
  | { readonly kind: 'failed'; readonly status?: number; readonly reason: string };

interface Found {
  readonly id: number;
  readonly url: string;
  readonly body: string;
}

/** Whose comments are ours: those of the token's user, or of a bot when the token belongs to an app. */
type Author = { readonly kind: 'user'; readonly id: number } | { readonly kind: 'bot' };
type Failed = Extract<CommentResult, { kind: 'failed' }>;

/** First line of our comment. */
export function marker(stepKey: string): string {
  return `<!-- proof-verify gate ${stepKey} -->`;
}

/**
 * Brings the one comment of this step up to date, or begins it. Two runs may both find none and begin one: the lowest
 * id stays, and whoever sees another one of ours removes it, so that at rest there is never a second one.
 */
export async function publishComment(api: GitHubApi, task: CommentTask, token: string): Promise<CommentResult> {
  const author = await identify(api, token);
  const head = `${marker(task.stepKey)}\n<!-- run ${task.run.number}.${task.run.attempt} -->\n`;
  const body = head + task.page(MAX_COMMENT_CHARS - Buffer.byteLength(head));
  let last: Failed = { kind: 'failed', reason: 'the comment kept changing' };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const found = await findOwn(api, task, author);
    if ('kind' in found) return found;
    const [first, ...others] = found;
    if (first === undefined) {
      if (!task.create) return { kind: 'none' };
      const created = await api.request('POST', listPath(task), { body }, { repeatable: false });
      if (created.ok) return settle(api, task, author, readCreated(created.body), body);
      last = failed(created);
      // It may have been created: only a new search can tell.
      if (created.ambiguous) continue;
      return last;
    }
    for (const other of others) await remove(api, task, other.id);
    if (isLater(first.body, task.run)) return { kind: 'stale', url: first.url };
    const updated = await api.request('PATCH', commentPath(task, first.id), { body });
    if (updated.ok) return { kind: 'updated', url: first.url };
    last = failed(updated);
    // Somebody deleted it since it was listed.
    if (updated.status !== 404) return last;
  }
  return last;
}

/** After creating: a race may have created another one. */
async function settle(
  api: GitHubApi,
  task: CommentTask,
  author: Author,
  created: Found,
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
  if (isLater(first.body, task.run)) return { kind: 'stale', url: first.url };
  const updated = await api.request('PATCH', commentPath(task, first.id), { body });
  return updated.ok ? { kind: 'updated', url: first.url } : failed(updated);
}

/** All comments of ours on the pull request, oldest first. */
async function findOwn(api: GitHubApi, task: CommentTask, author: Author): Promise<readonly Found[] | Failed> {
  const own: Found[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const listed = await api.request('GET', `${listPath(task)}?per_page=${PER_PAGE}&page=${page}`);
    if (!listed.ok) return failed(listed);
    if (!Array.isArray(listed.body)) return { kind: 'failed', reason: 'the list of comments is no list' };
    for (const item of listed.body as readonly unknown[]) {
      const comment = readOwn(item, marker(task.stepKey), author);
      if (comment !== undefined) own.push(comment);
    }
    if (!listed.hasNext && listed.body.length < PER_PAGE) return own.sort((a, b) => a.id - b.id);
  }
  // Beginning one without having seen all could make it the second.
  return { kind: 'failed', reason: 'the pull request has too many comments to look through' };
}

/**
 * A listed comment when it is ours. The marker alone proves nothing: anybody may write it, have us fill their comment
 * and then edit it to say 'passed'. So the author must be us, and the marker must be the very beginning, where a bot that
 * quotes others does not put it.
 */
function readOwn(item: unknown, start: string, author: Author): Found | undefined {
  const comment = object(item);
  const user = object(comment['user']);
  const ours = author.kind === 'bot' ? user['type'] === 'Bot' : user['id'] === author.id;
  const { id, body } = comment;
  if (!ours || typeof id !== 'number' || typeof body !== 'string' || !body.startsWith(start)) return undefined;
  return { id, body, url: text(comment['html_url']) };
}

function readCreated(item: unknown): Found {
  const { id, html_url: url } = object(item);
  return { id: typeof id === 'number' ? id : Number.POSITIVE_INFINITY, url: text(url), body: '' };
}

/** Tokens of apps, the job token among them, cannot ask who they are (403). */
async function identify(api: GitHubApi, token: string): Promise<Author> {
  if (token.startsWith('ghs_')) return { kind: 'bot' };
  const user = await api.request('GET', '/user');
  const id = user.ok ? object(user.body)['id'] : undefined;
  return typeof id === 'number' ? { kind: 'user', id } : { kind: 'bot' };
}

/** Removes a second comment; when that fails the next run removes it. */
async function remove(api: GitHubApi, task: CommentTask, id: number): Promise<void> {
  if (Number.isSafeInteger(id)) await api.request('DELETE', commentPath(task, id));
}

/** The comment was written by a later run than this one, which must not take the news back. */
function isLater(body: string, run: CommentTask['run']): boolean {
  const match = /^.*\r?\n<!-- run (\d{1,15})\.(\d{1,15}) -->/.exec(body);
  const number = Number(match?.[1] ?? 0);
  return number > run.number || (number === run.number && Number(match?.[2] ?? 0) > run.attempt);
}

function listPath({ repository: { owner, repo }, pullRequest }: CommentTask): string {
  return `/repos/${owner}/${repo}/issues/${pullRequest}/comments`;
}

function commentPath({ repository: { owner, repo } }: CommentTask, id: number): string {
  return `/repos/${owner}/${repo}/issues/comments/${id}`;
}

function failed(result: Extract<ApiResult, { ok: false }>): Failed {
  const { status, reason } = result;
  return { kind: 'failed', reason, ...(status === undefined ? {} : { status }) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
