import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { systemCode, systemWords } from '../../../engine/source/system-error.js';
import { findInIndex, GitError, type GitType, inflateAtMost, type RawObject, readFromPack } from './pack.js';

/** Most bytes of a commit, tree or tag, and of the base of a delta. */
const MAX_OBJECT_BYTES = 256 * 1024 * 1024;
/** A loose ref is one line. */
const MAX_REF_BYTES = 4096;
const MAX_PACKED_REFS_BYTES = 256 * 1024 * 1024;
const MAX_CONFIG_BYTES = 1024 * 1024;
const MAX_SYMBOLIC_REFS = 5;
const MAX_ALTERNATES = 16;
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** git-check-ref-format, as far as it keeps a name inside the folder of refs. */
const REF = /^refs(?:\/(?!\.)[^\p{Cc} ~^:?*[\\/]+)+$/u;

/** A full id of an object: SHA-1, or SHA-256 in repositories of that format. */
export function isObjectId(text: string): boolean {
  return ID.test(text);
}

/**
 * Reads objects and refs of a git folder, without git: nothing of its configuration, hooks or filters is used. Every object is
 * hashed and compared with its id, so a forged pack or index can only make objects unreadable (trust.md section 2).
 */
export class GitRepository {
  private constructor(
    /** The folder with refs, shared by all work trees. */
    private readonly folder: string,
    private readonly objects: readonly string[],
  ) {}

  /** The repository whose work tree is `workTree`; `undefined` when there is none. Throws `GitError` for a broken one. */
  static async at(workTree: string): Promise<GitRepository | undefined> {
    const gitFolder = await gitFolderOf(join(workTree, '.git'));
    if (gitFolder === undefined) return undefined;
    const shared = await readLine(join(gitFolder, 'commondir'));
    const folder = shared === undefined ? gitFolder : resolve(gitFolder, shared);
    return new GitRepository(folder, await objectFolders(join(folder, 'objects')));
  }

  /** The id of a full ref (`refs/heads/main`), symbolic refs followed; `undefined` when there is no such ref. */
  async resolve(ref: string): Promise<string | undefined> {
    let name = ref;
    for (let i = 0; i <= MAX_SYMBOLIC_REFS; i++) {
      if (!isRefName(name)) return undefined;
      const value = (await readLine(join(this.folder, name))) ?? (await this.#packed(name));
      if (value === undefined || isObjectId(value)) return value;
      const target = /^ref: *(\S+)$/.exec(value)?.[1];
      if (target === undefined) throw new GitError(`the ref ${name} is damaged`);
      name = target;
    }
    throw new GitError(`the ref ${ref} leads to too many others`);
  }

  /** The short name of the remote's default branch, as the clone has it. */
  async defaultBranch(): Promise<string | undefined> {
    const head = await readLine(join(this.folder, 'refs', 'remotes', 'origin', 'HEAD'));
    return /^ref: *refs\/remotes\/origin\/(\S+)$/.exec(head ?? '')?.[1];
  }

  /** Address of the remote `origin`, as the configuration of the clone itself has it; includes are not followed. */
  async originUrl(): Promise<string | undefined> {
    const text = (await readBounded(join(this.folder, 'config'), MAX_CONFIG_BYTES))?.toString('utf8') ?? '';
    let isOrigin = false;
    let url: string | undefined;
    for (const line of text.split('\n')) {
      if (/^\s*\[/.test(line)) isOrigin = /^\s*\[\s*remote\s+"origin"\s*\]/i.test(line);
      else if (isOrigin) url = /^\s*url\s*=\s*"?([^"\s]+)/i.exec(line)?.[1] ?? url;
    }
    return url;
  }

  /** Whether refs are kept in a form that this reader does not know. */
  async hasRefTable(): Promise<boolean> {
    return (await lstat(join(this.folder, 'reftable')).catch(() => undefined)) !== undefined;
  }

  /** An object, its content compared with its id; `undefined` when it is not there. Throws `GitError` for a damaged one. */
  async read(id: string, limit: number = MAX_OBJECT_BYTES): Promise<RawObject | undefined> {
    const found = await this.#find(id, limit);
    if (found === undefined) return undefined;
    if (gitObjectId(found.type, found.content, id.length) !== id) {
      throw new GitError(`the object ${id} does not have its id`);
    }
    return found;
  }

  async #find(id: string, limit: number): Promise<RawObject | undefined> {
    for (const folder of this.objects) {
      const loose = await readLoose(join(folder, id.slice(0, 2), id.slice(2)), limit);
      if (loose !== undefined) return loose;
      for (const index of await indexesOf(join(folder, 'pack'))) {
        const offset = await findInIndex(index, id);
        if (offset === undefined) continue;
        const pack = index.replace(/idx$/, 'pack');
        return await readFromPack(pack, offset, id.length / 2, Math.max(limit, MAX_OBJECT_BYTES), (base) =>
          this.read(base),
        );
      }
    }
    return undefined;
  }

  async #packed(ref: string): Promise<string | undefined> {
    const bytes = await readBounded(join(this.folder, 'packed-refs'), MAX_PACKED_REFS_BYTES);
    if (bytes === undefined) return undefined;
    const at = bytes.indexOf(` ${ref}\n`);
    if (at === -1) return undefined;
    return bytes.subarray(bytes.lastIndexOf('\n', at) + 1, at).toString('latin1');
  }
}

/** The id that git gives an object. */
export function gitObjectId(type: GitType, content: Uint8Array, idLength: number): string {
  const hash = createHash(idLength === 64 ? 'sha256' : 'sha1');
  return hash.update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** Whether a name can be a ref. */
export function isRefName(name: string): boolean {
  return REF.test(name) && !name.includes('..') && !name.includes('@{') && !/\.(?:lock)?(?:\/|$)/.test(name);
}

/** `.git` is a folder, or in a work tree or submodule a file that names one. */
async function gitFolderOf(path: string): Promise<string | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined || stats.isDirectory()) return stats === undefined ? undefined : path;
  const target = stats.isFile() ? /^gitdir: *(.+)$/.exec((await readLine(path)) ?? '')?.[1] : undefined;
  if (target === undefined) throw new GitError(`${path} is not a git folder`);
  return resolve(dirname(path), target);
}

/** The folder of objects and those that it borrows from (`git clone --reference`). */
async function objectFolders(first: string): Promise<readonly string[]> {
  const folders = [first];
  for (let i = 0; i < folders.length && folders.length <= MAX_ALTERNATES; i++) {
    const folder = folders[i] ?? first;
    const text = (await readBounded(join(folder, 'info', 'alternates'), MAX_REF_BYTES))?.toString('utf8') ?? '';
    for (const line of text.split('\n')) {
      if (line !== '' && !line.startsWith('#')) folders.push(resolve(folder, line));
    }
  }
  return folders;
}

async function indexesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(ignoreMissing);
  return (names ?? []).filter((name) => name.endsWith('.idx')).map((name) => join(folder, name));
}

async function readLoose(path: string, limit: number): Promise<RawObject | undefined> {
  const packed = await readBounded(path, limit + Math.ceil(limit / 1000) + 1024);
  if (packed === undefined) return undefined;
  const bytes = Buffer.from(await inflateAtMost(packed, limit + 64));
  const end = bytes.indexOf(0);
  const [, type, size] =
    /^(commit|tree|blob|tag) (\d{1,12})$/.exec(bytes.subarray(0, Math.max(0, end)).toString('latin1')) ?? [];
  const content = bytes.subarray(end + 1);
  if (type === undefined || Number(size) !== content.length) throw new GitError(`the object file ${path} is damaged`);
  return { type: type as GitType, content };
}

/** First line of a small file, trimmed; `undefined` when there is no such file. */
async function readLine(path: string): Promise<string | undefined> {
  return (await readBounded(path, MAX_REF_BYTES))?.toString('utf8').split('\n', 1)[0]?.trim();
}

/** A regular file of at most this length. */
async function readBounded(path: string, limit: number): Promise<Buffer | undefined> {
  const stats = await lstat(path).catch(ignoreMissing);
  if (stats === undefined || stats.isDirectory()) return undefined;
  if (!stats.isFile()) throw new GitError(`${path} is not a regular file`);
  if (stats.size > limit) throw new GitError(`${path} has ${stats.size} bytes, limit ${limit}`);
  return await readFile(path);
}

function ignoreMissing(error: unknown): undefined {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  throw new GitError(`the git folder cannot be read: ${systemWords(error)}`);
}
