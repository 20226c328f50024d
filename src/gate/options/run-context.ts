import { isObject, member } from '../../engine/json/members.js';
import type { Json, JsonObject } from '../../engine/types.js';
import type { RunContext } from '../../model/run.js';
import { detected, readCi } from './ci/context.js';
import { readEvent } from './ci/event.js';
import type { RunVariables } from './ci/types.js';
import type { Environment } from './options.js';

/** What the operator says, which wins over the CI. */
interface Given {
  readonly commit?: string | undefined;
  readonly repository?: string | undefined;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** What a run is about: options first, then the CI's variables and, on GitHub, the payload of its event. */
export function readRunContext(env: Environment, { commit, repository }: Given): RunContext {
  const [system] = detected(env);
  const variables: RunVariables = system?.run ?? { commits: [] };
  const known = first(variables.repository, (name) => repositoryName(env, name));
  const name = repository ?? known;
  // The address of the CI's repository does not apply to another one that the operator names.
  const url = name === known ? first(variables.repositoryUrl, (text) => webAddress(joined(env, text))) : undefined;
  // Some services name the branch that a change is for, and some events run on the default branch: that is not its ref.
  const ci = readCi(env);
  const target = ci?.review === true ? (ci.targetBranch ?? ci.defaultBranch) : undefined;
  const ref = first(variables.ref, (text) => {
    const found = refOf(env, text);
    return target !== undefined && found === `refs/heads/${target}` ? undefined : found;
  });
  const run = first(variables.url, (text) => webAddress(joined(env, text)));
  return {
    commits: commit === undefined ? commitsOf(variables, env) : [commit],
    ...(name === undefined ? {} : { repository: name }),
    ...(url === undefined ? {} : { repositoryUrl: url }),
    ...(ref === undefined ? {} : { ref }),
    ...(run === undefined ? {} : { url: run }),
  };
}

/** What the CI calls the run, which the reports of its shards have in common; `undefined` outside a CI. */
export function ciRunId(env: Environment): string | undefined {
  const [system] = detected(env);
  const id = system?.run.id === undefined ? '' : (env[system.run.id] ?? '');
  return id === '' ? undefined : id;
}

function first(names: readonly string[] | undefined, read: (name: string) => string | undefined): string | undefined {
  for (const name of names ?? []) {
    const found = read(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function commitsOf({ commits }: RunVariables, env: Environment): readonly string[] {
  const own = commits.flatMap((name) => commitOf(env[name]) ?? []);
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  const isGitHub = commits.includes('GITHUB_SHA') && event !== '';
  return [...new Set(isGitHub ? githubCommits(event, own, readEvent(env)) : own)];
}

/**
 * Commits under test of a GitHub event. On a pull request its head and the trial merge count; where `GITHUB_SHA` is the tip of
 * the base instead, it does not.
 */
function githubCommits(event: string, own: readonly string[], payload: JsonObject): readonly string[] {
  const at = (...names: readonly string[]): string | undefined => {
    let value: Json | undefined = payload;
    for (const name of names) value = isObject(value) ? member(value, name) : undefined;
    return typeof value === 'string' ? commitOf(value) : undefined;
  };
  const listed = (...commits: readonly (string | undefined)[]): readonly string[] =>
    commits.flatMap((one) => one ?? []);
  switch (event) {
    case 'pull_request_target':
      return listed(at('pull_request', 'head', 'sha'), at('pull_request', 'merge_commit_sha'));
    case 'workflow_run':
    case 'check_run':
    case 'check_suite':
      return listed(at(event, 'head_sha'));
    case 'status':
      return listed(at('sha'));
    case 'issue_comment': {
      // Without the payload the comment may be on a pull request.
      const { issue } = payload;
      return isObject(issue) && issue['pull_request'] === undefined ? own : [];
    }
    default:
      return [...own, ...listed(at('pull_request', 'head', 'sha'), at('merge_group', 'head_sha'))];
  }
}

function commitOf(text: string | undefined): string | undefined {
  const commit = (text ?? '').trim().toLowerCase();
  return COMMIT.test(commit) ? commit : undefined;
}

function repositoryName(env: Environment, name: string): string | undefined {
  if (!name.startsWith('path:')) return joined(env, name);
  const address = (env[name.slice('path:'.length)] ?? '').trim();
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/]+\/|[^/@:]+@[^/:]+:)(.+)$/i.exec(address)?.[1];
  const cleaned = path?.replace(/\/+$/, '').replace(/\.git$/, '');
  return cleaned === undefined || cleaned === '' ? undefined : cleaned;
}

/** Variables joined by slashes; `=text` stands for itself, `text=NAME` is text before a value. `undefined` when one is not set. */
function joined(env: Environment, pattern: string): string | undefined {
  const parts = pattern.split('/').map((part) => {
    const [, text = '', name = ''] = /^(?:=(.*?))?([A-Z][A-Z0-9_]*)?$/.exec(part) ?? [];
    if (name === '') return text;
    const value = (env[name] ?? '').trim();
    return value === '' ? undefined : text + value.replace(/\/+$/, '');
  });
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/** An address that is safe to show as a link, without credentials, `.git` or a slash at its end. */
function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\/[^\s"'<>()]+$/.test(text)) return undefined;
  return text
    .replace(/^(https?:\/\/)[^/@]*@/, '$1')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

function refOf(env: Environment, text: string): string | undefined {
  const [kind, name] = text.includes(':') ? (text.split(':') as [string, string]) : ['', text];
  const value = (env[name] ?? '').trim();
  if (value === '' || value.length > 1000) return undefined;
  if (kind === '' || value.startsWith('refs/')) return value;
  return `refs/${kind === 'tag' ? 'tags' : 'heads'}/${kind === 'remote' ? value.replace(/^origin\//, '') : value}`;
}
