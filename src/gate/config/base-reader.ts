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

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1';
/** A pointer file has three short lines. */
const MAX_LFS_POINTER_BYTES = 1024;

/** Whether a blob is only a pointer to its content, which git does not have. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < MAX_LFS_POINTER_BYTES && Buffer.from(bytes).toString('latin1').startsWith(LFS_POINTER);
}
