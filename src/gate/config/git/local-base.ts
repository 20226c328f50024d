import {
  type BaseCommit,
  type BaseFile,
  type BaseReader,
  type BaseRefused,
  type BaseUnavailable,
  fileInTree,
  type GitObjects,
  type TreeEntry,
  tooLargeBlob,
} from '../base-reader.js';
import { GitError } from './pack.js';
import { type GitRepository, isObjectId } from './repository.js';

/** Annotated tags may point at tags. */
const MAX_TAGS = 8;

/** Reads files of a commit from the git objects of a clone; nothing that the checkout contains is looked at. */
export function localBaseReader(repository: GitRepository): BaseReader {
  const trees = new Map<string, ReadonlyMap<string, TreeEntry>>();
  const objects: GitObjects<TreeEntry> = {
    async tree(id) {
      const entries = trees.get(id) ?? parseTree(await content(repository, id, 'tree'), id.length / 2);
      trees.set(id, entries);
      return { entries, complete: true };
    },
    blob: ({ id }, maxBytes) => blob(repository, id, maxBytes),
  };
  return {
    async defaultBranch() {
      const branch = await repository.defaultBranch();
      return branch === undefined
        ? unavailable('the clone has no refs/remotes/origin/HEAD')
        : { kind: 'branch', branch };
    },

    tip: (branch) =>
      guarded(async () => {
        const commit = await repository.resolve(`refs/remotes/origin/${branch}`);
        if (commit !== undefined) return { kind: 'commit', commit };
        return unavailable(`the clone has no branch origin/${branch}${await hintOf(repository)}`);
      }),

    read: (commit, path, maxBytes) =>
      guarded(async () => fileInTree(objects, await rootTree(repository, commit), path, maxBytes)),
  };
}

/** The commit of a ref, or why there is none; `ambiguous`: refs of that name are different commits. */
export type CommitOfRef = BaseCommit | BaseUnavailable | { readonly kind: 'ambiguous'; readonly reason: string };

/** The commit that `--policy-from-ref` means (trust.md section 2). */
export function commitOfRef(repository: GitRepository, text: string): Promise<CommitOfRef> {
  return guarded(async () => {
    const id = text.toLowerCase();
    if (isObjectId(id)) {
      if ((await repository.read(id)) !== undefined) return { kind: 'commit', commit: await peel(repository, id) };
      return unavailable(`commit ${id} is not in the clone`);
    }
    // A short name means a branch: anybody who may push tags could create one with that name.
    const refs = text.startsWith('refs/') ? [text] : [`refs/heads/${text}`, ...remoteRefs(text)];
    const found = new Map<string, string>();
    for (const ref of refs) {
      const value = await repository.resolve(ref);
      if (value !== undefined) found.set(ref, await peel(repository, value));
    }
    const [commit, other] = new Set(found.values());
    if (commit === undefined) {
      const what = text.startsWith('refs/') ? `ref ${text}` : `branch ${text}`;
      return unavailable(`the clone has no ${what}${await hintOf(repository)}`);
    }
    if (other === undefined) return { kind: 'commit', commit };
    const names = [...found.keys()].join(' and ');
    return {
      kind: 'ambiguous',
      reason: `${text} is ambiguous: ${names} are different commits; give one of them in full`,
    };
  });
}

function remoteRefs(name: string): readonly string[] {
  // HEAD of the checkout is the change.
  if (name === 'HEAD') return [];
  return name.includes('/') ? [`refs/remotes/${name}`, `refs/remotes/origin/${name}`] : [`refs/remotes/origin/${name}`];
}

async function hintOf(repository: GitRepository): Promise<string> {
  return (await repository.hasRefTable()) ? ' that can be read: its refs are in a reftable, give the commit id' : '';
}

/** Follows annotated tags to their commit. */
async function peel(repository: GitRepository, id: string): Promise<string> {
  let at = id;
  for (let i = 0; i < MAX_TAGS; i++) {
    const object = await repository.read(at);
    if (object?.type === 'commit') return at;
    if (object === undefined) throw new GitError(`commit ${at} is not in the clone`);
    const target = /^object ([0-9a-f]+)\n/.exec(Buffer.from(object.content).toString('latin1'))?.[1];
    if (object.type !== 'tag' || target === undefined) throw new GitError(`${id} is a ${object.type}, not a commit`);
    at = target;
  }
  throw new GitError(`${id} leads to too many tags`);
}

async function rootTree(repository: GitRepository, commit: string): Promise<string> {
  const text = Buffer.from(await content(repository, commit, 'commit')).toString('latin1');
  const id = /^tree ([0-9a-f]+)\n/.exec(text)?.[1];
  if (id === undefined || id.length !== commit.length) throw new GitError(`commit ${commit} names no tree`);
  return id;
}

async function content(repository: GitRepository, id: string, type: 'commit' | 'tree'): Promise<Uint8Array> {
  const object = await repository.read(id);
  if (object === undefined) throw new GitError(`${type} ${id} is not in the clone`);
  if (object.type !== type) throw new GitError(`${id} is a ${object.type}, not a ${type}`);
  return object.content;
}

/** Entries of a tree, each: mode, space, name, zero byte, id. */
function parseTree(bytes: Uint8Array, idBytes: number): ReadonlyMap<string, TreeEntry> {
  const buffer = Buffer.from(bytes);
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < buffer.length; ) {
    const blank = buffer.indexOf(0x20, at);
    const zero = buffer.indexOf(0, blank);
    if (blank < 0 || zero < 0 || zero + 1 + idBytes > buffer.length) throw new GitError('a tree is damaged');
    const id = buffer.subarray(zero + 1, zero + 1 + idBytes).toString('hex');
    entries.set(buffer.subarray(blank + 1, zero).toString('utf8'), {
      mode: buffer.subarray(at, blank).toString('latin1'),
      id,
    });
    at = zero + 1 + idBytes;
  }
  return entries;
}

async function blob(
  repository: GitRepository,
  id: string,
  maxBytes: number,
): Promise<BaseFile | BaseRefused | BaseUnavailable> {
  const object = await repository.read(id);
  if (object === undefined) return unavailable(`blob ${id} is not in the clone`);
  if (object.type !== 'blob') return unavailable(`${id} is a ${object.type}, not a blob`);
  const { content: bytes } = object;
  return bytes.length > maxBytes ? tooLargeBlob(bytes.length, maxBytes) : { kind: 'file', bytes };
}

function unavailable(reason: string): BaseUnavailable {
  return { kind: 'unavailable', reason };
}

/** A damaged git folder proves nothing about what it contains. */
async function guarded<T>(work: () => Promise<T | BaseUnavailable>): Promise<T | BaseUnavailable> {
  try {
    return await work();
  } catch (error) {
    return unavailable(error instanceof GitError ? error.message : `the git folder cannot be read: ${String(error)}`);
  }
}
