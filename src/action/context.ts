import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { folderWithin } from '../gate/ci-environment.js';
import type { Environment } from '../gate/options.js';

/** Where the step runs: what the runner says in its environment and in the event payload. */
export interface GitHubContext {
  readonly eventName: string;
  readonly repository?: { readonly owner: string; readonly repo: string };
  /** Commit that a check run and links belong to: the head of the change, not the trial merge that CI checks out. */
  readonly commit?: string;
  readonly pullRequest?: number;
  /** The change comes from another repository: its token can only read. */
  readonly fork: boolean;
  /** Without a slash at the end; the token goes nowhere else. */
  readonly apiUrl: string;
  /** Page of this run, where the job summary is. */
  readonly runUrl?: string;
  /** Tells this gate step from other gate steps of the repository, the same in every run. */
  readonly stepKey: string;
  /** Run number of the workflow and its attempt: later runs have higher ones. */
  readonly run: { readonly number: number; readonly attempt: number };
  /** The verified folder inside the checkout: `''` or `folder/`; absent when it lies outside. */
  readonly folder?: string;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NAME = /^[\w.-]+$/;
const DEFAULT_API_URL = 'https://api.github.com';
/** Payloads are at most some megabytes; a larger file is none. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** Reads the context; what is missing or malformed is left out, never guessed. */
export function readContext(env: Environment, workspace: string): GitHubContext {
  const payload = readPayload(env['GITHUB_EVENT_PATH']);
  const pull = object(payload['pull_request']);
  const head = object(pull['head']);
  const headRepository = object(head['repo'])['full_name'];
  const repository = splitRepository(env['GITHUB_REPOSITORY']);
  const commit = [head['sha'], object(payload['merge_group'])['head_sha'], env['GITHUB_SHA']].find(isCommit);
  const number = pull['number'];
  const folder = folderWithin(env['GITHUB_WORKSPACE'], workspace);
  const server = env['GITHUB_SERVER_URL'];
  const runId = env['GITHUB_RUN_ID'] ?? '';
  return {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    // A fork that was deleted has no repository any more; its change is still no change of ours.
    fork: Object.keys(pull).length > 0 && headRepository !== env['GITHUB_REPOSITORY'],
    apiUrl: apiUrl(env['GITHUB_API_URL']),
    stepKey: stepKey(env),
    run: { number: counter(env['GITHUB_RUN_NUMBER']), attempt: counter(env['GITHUB_RUN_ATTEMPT']) },
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    ...(typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? { pullRequest: number } : {}),
    ...(folder === undefined ? {} : { folder }),
    ...(repository !== undefined && server !== undefined && isWeb(server) && /^\d+$/.test(runId)
      ? { runUrl: `${server.replace(/\/+$/, '')}/${repository.owner}/${repository.repo}/actions/runs/${runId}` }
      : {}),
  };
}

/** Members of a JSON object, none when it is something else. */
export function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function readPayload(file: string | undefined): Readonly<Record<string, unknown>> {
  if (file === undefined || file === '') return {};
  try {
    const bytes = readFileSync(file);
    return bytes.length > MAX_PAYLOAD_BYTES ? {} : object(JSON.parse(bytes.toString('utf8')));
  } catch {
    return {};
  }
}

function splitRepository(text: string | undefined): GitHubContext['repository'] {
  const [owner, repo, rest] = (text ?? '').split('/');
  if (owner === undefined || repo === undefined || rest !== undefined) return undefined;
  // `.` and `..` would climb in the API's path.
  return [owner, repo].every((part) => NAME.test(part) && !/^\.+$/.test(part)) ? { owner, repo } : undefined;
}

/** Workflow, job and step: two gates in one workflow keep a comment each, and a later run finds its own again. */
function stepKey(env: Environment): string {
  const parts = [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['GITHUB_ACTION']].map((part) => part ?? '');
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function apiUrl(text: string | undefined): string {
  return text !== undefined && isWeb(text) ? text.replace(/\/+$/, '') : DEFAULT_API_URL;
}

function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s"'<>()]+$/.test(text) && URL.canParse(text);
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value);
}

function counter(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}
