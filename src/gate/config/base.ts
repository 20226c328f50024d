import type { CiContext } from '../options/ci/types.js';
import type { GateOptions } from '../options/options.js';
import type { BaseFile, BaseMissing, BaseReader, BaseRefused, BaseUnavailable } from './base-reader.js';

/** The commit that policy and named files come from while a change is under review. */
export interface Base {
  readonly kind: 'base';
  readonly commit: string;
  /** Branch or ref whose tip it is; absent when only the commit is known. */
  readonly branch?: string;
  /** It is the commit that the CI names, not the tip of the target branch: the author may have chosen an old one. */
  readonly stale: boolean;
  read(path: string, maxBytes: number): Promise<BaseFile | BaseMissing | BaseRefused | BaseUnavailable>;
}

/** What decides where the base is. */
export interface BaseRequest {
  readonly options: Pick<GateOptions, 'policyFromRef' | 'defaultBranch'>;
  readonly ci: CiContext | undefined;
  /** Root of the work tree, absolute. */
  readonly root: string;
  /** The Action's reader over GitHub's API. */
  readonly remote: BaseReader | undefined;
}

/**
 * Finds the base (trust.md section 2): the ref that the operator names; else the tip of the target branch, which `remote` says
 * where there is one, else the clone; else, where there is no `remote`, the base commit that the CI names. Content comes from the
 * git objects of the clone when the commit is there. Refs of the clone are only asked second: evidence that an earlier job
 * uploaded may have been unpacked over them.
 */
export async function findBase(request: BaseRequest): Promise<Base | BaseUnavailable> {
  // Most runs have no base and need no git objects.
  const { openClone } = await import('./git/clone.js');
  const { ci, options, root } = request;
  const clone = await openClone(root);
  const local = clone.kind === 'clone' ? clone : undefined;
  const noClone: BaseUnavailable = clone.kind === 'clone' ? { kind: 'unavailable', reason: '' } : clone;
  const isOurs = local?.isCloneOf(ci) ?? false;
  const isFork = ci?.headRepository !== undefined && local?.isCloneOf({ repository: ci.headRepository }) === true;
  // The paths of any other repository mean nothing in ours.
  const remote = local === undefined || isOurs || isFork ? request.remote : undefined;

  if (options.policyFromRef !== undefined) return named(options.policyFromRef, local, noClone, remote);

  // For a change from a fork a job may have cloned the fork: its branches are the author's.
  const usable = isOurs ? local : undefined;
  const reasons: string[] = [];
  if (local === undefined) reasons.push(noClone.reason);
  else if (usable === undefined) reasons.push(`the clone is not one of ${ci?.repository}`);

  const branch = await targetBranch({ ...request, remote }, usable?.reader, reasons);
  if (branch !== undefined) {
    for (const reader of [remote, usable?.reader]) {
      if (reader === undefined) continue;
      const tip = await reader.tip(branch);
      if (tip.kind === 'commit') {
        const here = await usable?.commitOf(tip.commit);
        return base(
          here?.kind === 'commit' && usable !== undefined ? usable.reader : reader,
          tip.commit,
          branch,
          false,
        );
      }
      reasons.push(tip.reason);
    }
  }
  if (request.remote === undefined && local !== undefined && ci?.baseCommit !== undefined) {
    const commit = await local.commitOf(ci.baseCommit);
    if (commit.kind === 'commit') return base(local.reader, commit.commit, branch, true);
    reasons.push(commit.reason);
  }
  return { kind: 'unavailable', reason: reasons.join('; ') };
}

async function named(
  ref: string,
  local: Clone | undefined,
  noClone: BaseUnavailable,
  remote: BaseReader | undefined,
): Promise<Base | BaseUnavailable> {
  const found = local === undefined ? noClone : await local.commitOf(ref);
  if (found.kind === 'commit' && local !== undefined) return base(local.reader, found.commit, ref, false);
  if (found.kind === 'ambiguous' || remote === undefined || found.kind === 'commit') {
    return { kind: 'unavailable', reason: found.kind === 'commit' ? '' : found.reason };
  }
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(ref)) return base(remote, ref.toLowerCase(), undefined, false);
  const branch = ref.replace(/^(?:refs\/heads\/|refs\/remotes\/origin\/|origin\/)/, '');
  if (branch.startsWith('refs/'))
    return { kind: 'unavailable', reason: `${found.reason}; only branches are looked up over the API` };
  const tip = await remote.tip(branch);
  if (tip.kind === 'commit') return base(remote, tip.commit, branch, false);
  return { kind: 'unavailable', reason: `${found.reason}; ${tip.reason}` };
}

type Clone = Extract<Awaited<ReturnType<typeof import('./git/clone.js').openClone>>, { kind: 'clone' }>;

/** The target branch of the change, else the default branch. */
async function targetBranch(
  { ci, options, remote }: BaseRequest,
  local: BaseReader | undefined,
  reasons: string[],
): Promise<string | undefined> {
  const said = ci?.targetBranch ?? options.defaultBranch ?? ci?.defaultBranch;
  if (said !== undefined) return said;
  for (const reader of [remote, local]) {
    const found = await reader?.defaultBranch();
    if (found?.kind === 'branch') return found.branch;
    if (found !== undefined) reasons.push(found.reason);
  }
  reasons.push('no target branch is known');
  return undefined;
}

function base(reader: BaseReader, commit: string, branch: string | undefined, stale: boolean): Base {
  return {
    kind: 'base',
    commit,
    ...(branch === undefined ? {} : { branch }),
    stale,
    read: (path, maxBytes) => reader.read(commit, path, maxBytes),
  };
}
