import type { ReportModel } from '../model/report.js';
import { markdown } from '../report/markdown.js';
import { publishCheckRun } from './check-run.js';
import { publishComment } from './comment.js';
import type { GitHubContext } from './context.js';
import type { GitHubApi } from './github.js';
import type { RunInputs } from './inputs.js';
import { inputWording } from './wording.js';

/** The result of publishing; none of it changes the verdict. */
export interface Published {
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly commentUrl?: string;
}

/**
 * Name of the check run on the commit: each job has its own, and it is never that of the job, which GitHub makes and
 * which branch protection may require.
 */
function checkName(job: string): string {
  return job === '' ? 'proof-verify findings' : `proof-verify findings (${job})`;
}

const RIGHTS = { comment: 'pull-requests: write', checkRun: 'checks: write' } as const;

/**
 * Publishes comment and check run as the inputs say. A token without rights, or an API that fails, is a warning. `connect`
 * is called only when there is something to publish and a token.
 */
export async function publish(
  connect: (token: string) => GitHubApi,
  model: ReportModel,
  inputs: RunInputs,
  context: GitHubContext,
  exitCode: number,
): Promise<Published> {
  const warnings: string[] = [];
  const notices: string[] = [];
  const { repository, commit, pullRequest } = context;
  const wanted = inputs.comment !== 'never' || inputs.checkRun;
  let commentUrl: string | undefined;
  if (!wanted) return { warnings, notices };
  if (inputs.token === '') warnings.push('No comment and no check run: input github-token is empty');
  else if (repository === undefined) warnings.push('No comment and no check run: GITHUB_REPOSITORY is not owner/name');
  if (inputs.token === '' || repository === undefined) return { warnings, notices };
  const api = connect(inputs.token);

  if (inputs.comment !== 'never' && pullRequest === undefined) {
    notices.push(`No comment: the event ${context.eventName || '(none)'} has no pull request`);
  } else if (inputs.comment !== 'never' && pullRequest !== undefined) {
    const result = await publishComment(api, {
      repository,
      pullRequest,
      commit,
      stepKey: context.stepKey,
      run: context.run,
      page: (maxBytes) => markdown(model, { maxBytes, wording: inputWording }),
      create: inputs.comment === 'always' || exitCode !== 0,
    });
    if (result.kind === 'failed') warnings.push(refused('comment', result, context));
    else if (result.kind === 'stale') notices.push('Comment not updated: a later run wrote it');
    if ('url' in result) commentUrl = result.url;
  }

  if (inputs.checkRun && commit === undefined) warnings.push('No check run: the commit is not known');
  else if (inputs.checkRun && commit !== undefined) {
    const result = await publishCheckRun(api, model, {
      repository,
      commit,
      name: checkName(context.job),
      passed: exitCode === 0,
      ...(context.runUrl === undefined ? {} : { detailsUrl: context.runUrl }),
    });
    if (result.kind === 'failed') warnings.push(refused('checkRun', result, context));
  }
  return { warnings, notices, ...(commentUrl === undefined ? {} : { commentUrl }) };
}

/** Why something was not published, and what would help. */
function refused(
  what: keyof typeof RIGHTS,
  { status, reason }: { readonly status?: number; readonly reason: string },
  context: GitHubContext,
): string {
  const name = what === 'comment' ? 'comment' : 'check run';
  const denied = status === 401 || status === 403 || status === 404;
  const fork = ' (the change comes from a fork, whose token can only read)';
  const help = denied ? (context.fork ? fork : `: give the job the permission '${RIGHTS[what]}'`) : '';
  return `The ${name} could not be written; the verdict is not affected: ${reason}${help}`;
}
