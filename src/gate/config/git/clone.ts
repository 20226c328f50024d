import { basename } from 'node:path';
import type { CiContext } from '../../options/ci/types.js';
import type { BaseReader, BaseUnavailable } from '../base-reader.js';
import { type CommitOfRef, commitOfRef, localBaseReader } from './local-base.js';
import { GitError } from './pack.js';
import { GitRepository } from './repository.js';

/** The git folder of the checkout as a source of the base of a change. */
export interface Clone {
  readonly kind: 'clone';
  readonly reader: BaseReader;
  /** The commit of a ref or id (`--policy-from-ref`). */
  commitOf(ref: string): Promise<CommitOfRef>;
  /** Whether its `origin` is the repository that the CI names; true when either is not known. */
  isCloneOf(repository: NamedRepository | undefined): boolean;
}

/** Opens the clone whose work tree is `root`. */
export async function openClone(root: string): Promise<Clone | BaseUnavailable> {
  try {
    const repository = await GitRepository.at(root);
    if (repository === undefined) return { kind: 'unavailable', reason: `${basename(root)} is not a git clone` };
    const origin = await repository.originUrl();
    return {
      kind: 'clone',
      reader: localBaseReader(repository),
      commitOf: (ref) => commitOfRef(repository, ref),
      isCloneOf: (named) => named?.repository === undefined || origin === undefined || namesRepository(origin, named),
    };
  } catch (error) {
    return {
      kind: 'unavailable',
      reason: error instanceof GitError ? error.message : `the git folder cannot be read: ${String(error)}`,
    };
  }
}

/** A repository as a CI names it. */
type NamedRepository = Pick<CiContext, 'repository' | 'repositoryUrl'>;

/**
 * Whether an address (https, ssh, `host:path`, a folder) is that of a repository. On a host the name is the whole path, unless
 * the CI gives an address: `mallory/acme/app` is another repository than `acme/app`.
 */
export function namesRepository(origin: string, { repository = '', repositoryUrl }: NamedRepository): boolean {
  const name = repository.toLowerCase();
  const { host, path } = parseAddress(origin);
  if (repositoryUrl !== undefined) {
    const known = parseAddress(repositoryUrl);
    if (host === known.host && path === known.path) return true;
  }
  if (path === name) return true;
  // Some services name the repository without its owner, and a clone of a local folder is the operator's.
  return (host === '' || (repositoryUrl === undefined && !name.includes('/'))) && path.endsWith(`/${name}`);
}

function parseAddress(address: string): { readonly host: string; readonly path: string } {
  const [, host = '', path = address] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]*)(?::\d+)?\/(.*)$/i.exec(address) ??
    /^(?:[^/@:]+@)?([^/:]+):(.*)$/.exec(address) ??
    [];
  const cleaned = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '');
  return { host: host.toLowerCase(), path: host === '' ? `/${cleaned.toLowerCase()}` : cleaned.toLowerCase() };
}
