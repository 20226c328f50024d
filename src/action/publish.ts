import { markdown } from '../report/markdown.js';
import type { ReportModel } from '../report/model.js';
import { publishCheckRun } from './check-run.js';
import { publishComment } from './comment.js';
import type { GitHubContext } from './context.js';
import type { GitHubApi } from './github.js';
import type { RunInputs } from './inputs.js';

/** What publishing led to; nothing of it changes the verdict. */
export interface Published {
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly commentUrl?: string;
}

/** Name of the check run on the commit. */
export const CHECK_NAME = 'proof-verify';

const RIGHTS = { comment: 'pull-requests: write', checkRun: 'checks: write' } as const;

/** Publishes comment and check run as the inputs ask. A token without rights, or an API that fails, is a warning. */
export async function publish(
  api: GitHubApi,
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
  if (inputs.token === '') warnings.push('No comment and no check run: there is no github-token');
  else if (repository === undefined)
    warnings.push('No comment and no check run: GITHUB_REPOSITORY names no repository');
  if (inputs.token === '' || repository === undefined) return { warnings, notices };

  if (inputs.comment !== 'never' && pullRequest === undefined) {
    notices.push(`No comment: the event ${context.eventName || '(none)'} has no pull request`);
  } else if (inputs.comment !== 'never' && pullRequest !== undefined) {
    const result = await publishComment(
      api,
      {
        repository,
        pullRequest,
        stepKey: context.stepKey,
        run: context.run,
        page: (maxBytes) => markdown(model, { maxBytes }),
        create: inputs.comment === 'always' || exitCode !== 0,
      },
      inputs.token,
    );
    if (result.kind === 'failed') warnings.push(refused('comment', result, context));
    else if (result.kind === 'stale') notices.push('Comment left as it is: a later run has written it');
    if ('url' in result) commentUrl = result.url;
  }

  if (inputs.checkRun && commit === undefined) warnings.push('No check run: the commit is not known');
  else if (inputs.checkRun && commit !== undefined) {
    const result = await publishCheckRun(api, model, {
      repository,
      commit,
      name: CHECK_NAME,
      passed: exitCode === 0,
      ...(context.runUrl === undefined ? {} : { detailsUrl: context.runUrl }),
      ...(context.folder === undefined ? {} : { folder: context.folder }),
    });
    if (result.kind === 'failed') warnings.push(refused('checkRun', result, context));
  }
  return { warnings, notices, ...(commentUrl === undefined ? {} : { commentUrl }) };
}

/** Why something is not there and what would help. */
function refused(
  what: keyof typeof RIGHTS,
  { status, reason }: { readonly status?: number; readonly reason: string },
  context: GitHubContext,
): string {
  const name = what === 'comment' ? 'comment' : 'check run';
  const denied = status === 401 || status === 403 || status === 404;
  const fork = ' (the change comes from a fork, whose token can only read)';
  const help = denied ? (context.fork ? fork : `: give the job the permission '${RIGHTS[what]}'`) : '';
  return `The ${name} could not be written, the verdict stands: ${reason}${help}`;
}
