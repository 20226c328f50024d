/**
 * Reads files at the base of a change, where its author cannot have changed them (trust.md section 2). The
 * Action has one over GitHub's API; what is not certain is `unavailable`, never `missing`.
 */
export interface BaseReader {
  /** The name of the default branch. */
  defaultBranch(): Promise<BaseBranch | BaseUnavailable>;
  /** The commit at the tip of a branch; `branch` is its short name (`main`), never a tag or commit. */
  tip(branch: string): Promise<BaseCommit | BaseUnavailable>;
  /**
   * The file at `path` (relative to the root of the repository, `/` between names) in a commit; more than `maxBytes` is
   * refused.
   */
  read(commit: string, path: string, maxBytes: number): Promise<BaseFile | BaseMissing | BaseRefused | BaseUnavailable>;
}

interface BaseBranch {
  readonly kind: 'branch';
  readonly branch: string;
}

export interface BaseCommit {
  readonly kind: 'commit';
  readonly commit: string;
}

export interface BaseFile {
  readonly kind: 'file';
  readonly bytes: Uint8Array;
}

/** The folder was listed and does not contain the name. */
export interface BaseMissing {
  readonly kind: 'missing';
  /** It is a folder on the way to the file that is missing. */
  readonly folder?: true;
}

/** The path exists and is not a regular file that may be read. */
export interface BaseRefused {
  readonly kind: 'refused';
  readonly what: 'symlink' | 'submodule' | 'directory' | 'lfs-pointer' | 'too-large' | 'path';
  /** After the path: `is a symbolic link`. */
  readonly reason: string;
}

/** No access, no answer, or an inconclusive one. */
export interface BaseUnavailable {
  readonly kind: 'unavailable';
  /** One line; may contain text of the server: escape it for output. */
  readonly reason: string;
}

/** One entry of a git tree. */
export interface TreeEntry {
  /** Octal, without leading zeros. */
  readonly mode: string;
  readonly id: string;
}

/** The objects of a repository, as a reader gets them. */
export interface GitObjects<E extends TreeEntry> {
  /** The entries of a tree by name; `complete`: a name that is not among them is not in the tree. */
  tree(id: string): Promise<{ readonly entries: ReadonlyMap<string, E>; readonly complete: boolean } | BaseUnavailable>;
  /** A blob; more than `maxBytes` is refused. */
  blob(entry: E, maxBytes: number): Promise<BaseFile | BaseRefused | BaseUnavailable>;
}

const FOLDER = '40000';
const SYMLINK = '120000';
const SUBMODULE = '160000';

/** Walks from a tree to the file at `path`; nothing is followed on the way (trust.md section 2). */
export async function fileInTree<E extends TreeEntry>(
  { tree, blob }: GitObjects<E>,
  root: string,
  path: string,
  maxBytes: number,
): ReturnType<BaseReader['read']> {
  const names = path.split('/');
  if (names.some((name) => ['', '.', '..'].includes(name))) {
    return refused('path', 'is not a path below the root of the repository');
  }
  let folder = root;
  for (const [index, name] of names.entries()) {
    const listing = await tree(folder);
    if ('kind' in listing) return listing;
    const entry = listing.entries.get(name);
    const isLast = index === names.length - 1;
    if (entry === undefined && !listing.complete) {
      return { kind: 'unavailable', reason: 'unexpected response for a folder with too many files to list' };
    }
    if (entry === undefined) return isLast ? { kind: 'missing' } : { kind: 'missing', folder: true };
    if (entry.mode === SYMLINK) return refused('symlink', isLast ? 'is a symbolic link' : 'is below a symbolic link');
    if (entry.mode === SUBMODULE) return refused('submodule', isLast ? 'is a submodule' : 'is in a submodule');
    if (isLast && entry.mode === FOLDER) return refused('directory', 'is a directory');
    if (isLast) {
      const found = await blob(entry, maxBytes);
      return found.kind === 'file' && isLfsPointer(found.bytes)
        ? refused('lfs-pointer', 'is a Git LFS pointer: its content is not in git')
        : found;
    }
    if (entry.mode !== FOLDER) return { kind: 'missing' };
    folder = entry.id;
  }
  return { kind: 'missing' };
}

/** The refusal of a blob by its size. */
export function tooLargeBlob(size: number, maxBytes: number): BaseRefused {
  return refused('too-large', `has ${size} bytes, limit ${maxBytes}`);
}

function refused(what: BaseRefused['what'], reason: string): BaseRefused {
  return { kind: 'refused', what, reason };
}

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1';
/** A pointer file has three short lines. */
const MAX_LFS_POINTER_BYTES = 1024;

/** Whether a blob is only a pointer to its content, which git does not have. */
function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < MAX_LFS_POINTER_BYTES && Buffer.from(bytes).toString('latin1').startsWith(LFS_POINTER);
}
