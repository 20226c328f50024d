import { createHash } from 'node:crypto';
import type { context } from '@actions/github';

/** What the toolkit reads from the runner's environment and the event payload. */
export type RunnerContext = Pick<
  typeof context,
  | 'payload'
  | 'eventName'
  | 'repo'
  | 'sha'
  | 'workflow'
  | 'job'
  | 'action'
  | 'runId'
  | 'runNumber'
  | 'runAttempt'
  | 'apiUrl'
  | 'serverUrl'
>;

/** Where the step runs, checked. */
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
  /** Id of the job in the workflow file, `''` when unknown. */
  readonly job: string;
  /** Distinguishes this gate step from other gate steps of the repository, the same in every run. */
  readonly stepKey: string;
  /** Run number of the workflow and its attempt: later runs have higher ones. */
  readonly run: { readonly number: number; readonly attempt: number };
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NAME = /^[\w.-]+$/;
const DEFAULT_API_URL = 'https://api.github.com';

/** Checks what the runner says; what is missing or malformed is left out, never guessed. */
export function readContext(runner: RunnerContext): GitHubContext {
  const pull = object(runner.payload.pull_request);
  const head = object(pull['head']);
  const repository = readRepository(runner);
  const fullName = repository === undefined ? undefined : `${repository.owner}/${repository.repo}`;
  const commit = [head['sha'], object(runner.payload['merge_group'])['head_sha'], runner.sha].find(isCommit);
  const number = pull['number'];
  const { serverUrl, runId } = runner;
  return {
    eventName: runner.eventName ?? '',
    // A fork that was deleted has no repository any more; its change is still from outside.
    fork: Object.keys(pull).length > 0 && object(head['repo'])['full_name'] !== fullName,
    apiUrl: isWeb(runner.apiUrl) ? runner.apiUrl.replace(/\/+$/, '') : DEFAULT_API_URL,
    job: runner.job ?? '',
    stepKey: stepKey(runner),
    run: { number: counter(runner.runNumber), attempt: counter(runner.runAttempt) },
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    ...(typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? { pullRequest: number } : {}),
    ...(fullName !== undefined && isWeb(serverUrl) && counter(runId) > 0
      ? { runUrl: `${serverUrl.replace(/\/+$/, '')}/${fullName}/actions/runs/${runId}` }
      : {}),
  };
}

/** Members of a JSON object, none when it is something else. */
export function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function readRepository(runner: RunnerContext): GitHubContext['repository'] {
  try {
    const { owner, repo = '' } = runner.repo;
    // `.` and `..` would traverse the path of the API.
    return [owner, repo].every((part) => NAME.test(part) && !/^\.+$/.test(part)) ? { owner, repo } : undefined;
  } catch {
    return undefined;
  }
}

/** Workflow, job and step: two gates in one workflow keep a comment each, and a later run finds its own again. */
function stepKey({ workflow, job, action }: RunnerContext): string {
  const parts = [workflow, job, action].map((part) => part ?? '');
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function isWeb(text: string): boolean {
  return /^https?:\/\/[^\s"'<>()]+$/.test(text) && URL.canParse(text);
}

/** A full git commit ID, in either object format. */
export function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value);
}

function counter(value: number): number {
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
