import {
  type BaseFile,
  type BaseReader,
  type BaseRefused,
  type BaseUnavailable,
  fileInTree,
  type GitObjects,
  type TreeEntry,
  tooLargeBlob,
} from '../gate/config/base-reader.js';
import { gitObjectId } from '../gate/config/git/repository.js';
import { isCommit, object } from './context.js';
import type { ApiResult, GitHubApi } from './github.js';

/** An entry as the API lists it. */
interface ListedEntry extends TreeEntry {
  readonly size: number;
}

type Listing = Awaited<ReturnType<GitObjects<ListedEntry>['tree']>>;

/** What a server may answer instead of a file. */
const MAX_ERROR_BYTES = 64 * 1024;

/**
 * Reads files of a commit over the API: the tree of each folder on the way, once, then the blob. The contents API would
 * need one request less but follows symbolic links silently, and its 404 means 'no access' as well as 'not
 * found'; a tree that answered and lacks the name means only the latter (trust.md section 2).
 */
export function gitHubBaseReader(
  api: GitHubApi,
  repository: { readonly owner: string; readonly repo: string },
): BaseReader {
  const listings = new Map<string, Promise<Listing>>();
  const list = (id: string): Promise<Listing> => {
    const known = listings.get(id) ?? listTree(api, repository, id);
    listings.set(id, known);
    return known;
  };
  return {
    async defaultBranch() {
      const answer = await api.request('GET /repos/{owner}/{repo}', repository);
      if (!answer.ok) return unavailable(answer);
      const branch = object(answer.body)['default_branch'];
      if (typeof branch !== 'string' || branch === '') return unexpected('the repository');
      return { kind: 'branch', branch };
    },

    async tip(branch) {
      const answer = await api.request('GET /repos/{owner}/{repo}/git/ref/{ref}', {
        ...repository,
        ref: `heads/${branch}`,
      });
      if (!answer.ok) return unavailable(answer);
      const { ref, object: target } = object(answer.body);
      const { type, sha } = object(target);
      // For a ref that does not exist, older servers return the refs that it is a prefix of.
      if (ref !== `refs/heads/${branch}` || type !== 'commit' || !isCommit(sha)) return unexpected(`branch ${branch}`);
      return { kind: 'commit', commit: sha };
    },

    async read(commit, path, maxBytes) {
      if (!isCommit(commit)) return { kind: 'unavailable', reason: 'the commit is not a full commit id' };
      return fileInTree(
        { tree: list, blob: (entry, limit) => readBlob(api, repository, entry, limit) },
        commit,
        path,
        maxBytes,
      );
    },
  };
}

async function listTree(api: GitHubApi, repository: object, id: string): Promise<Listing> {
  const answer = await api.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...repository, tree_sha: id });
  if (!answer.ok) return unavailable(answer);
  const { tree, truncated } = object(answer.body);
  if (!Array.isArray(tree)) return unexpected('the list of files');
  const entries = new Map<string, ListedEntry>();
  for (const item of tree as readonly unknown[]) {
    const { path: name, mode, sha, size = 0 } = object(item);
    if (typeof name !== 'string' || typeof mode !== 'string' || !isCommit(sha) || typeof size !== 'number') {
      return unexpected('the list of files');
    }
    entries.set(name, { mode: mode.replace(/^0+/, ''), id: sha, size });
  }
  return { entries, complete: truncated === false };
}

async function readBlob(
  api: GitHubApi,
  repository: object,
  { id, size }: ListedEntry,
  maxBytes: number,
): Promise<BaseFile | BaseRefused | BaseUnavailable> {
  if (size > maxBytes) return tooLargeBlob(size, maxBytes);
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { ...repository, file_sha: id },
    { raw: true, maxAnswerBytes: size + MAX_ERROR_BYTES },
  );
  if (!answer.ok) return unavailable(answer);
  const { body: bytes } = answer;
  if (!(bytes instanceof Uint8Array)) return unexpected('a file');
  // A proxy on the way may have truncated or changed it.
  if (gitObjectId('blob', bytes, id.length) !== id)
    return { kind: 'unavailable', reason: 'the file does not have its git object id' };
  return { kind: 'file', bytes };
}

function unavailable({ reason }: Extract<ApiResult, { ok: false }>): BaseUnavailable {
  return { kind: 'unavailable', reason };
}

function unexpected(what: string): BaseUnavailable {
  return { kind: 'unavailable', reason: `unexpected response for ${what}` };
}
