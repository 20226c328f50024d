import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

/** Variables in which CI systems provide the folder of the checkout. */
const CHECKOUT_VARIABLES = [
  'GITHUB_WORKSPACE',
  'CI_PROJECT_DIR',
  'WORKSPACE',
  'BITBUCKET_CLONE_DIR',
  'BUILD_SOURCESDIRECTORY',
  'BUILDKITE_BUILD_CHECKOUT_PATH',
  'CIRCLE_WORKING_DIRECTORY',
  'TRAVIS_BUILD_DIR',
  'DRONE_WORKSPACE',
  'CI_WORKSPACE',
  'APPVEYOR_BUILD_FOLDER',
  'CIRRUS_WORKING_DIR',
  'CODEBUILD_SRC_DIR',
  'SEMAPHORE_GIT_DIR',
] as const;

/**
 * The folders whose content the author of the change controls (trust.md sections 1 and 9): absolute, as given and with links
 * resolved. The first is the root of the repository that contains `workspace`: the folder that the CI gives, else the nearest
 * parent with `.git`, else `workspace` itself. The others are further checkouts that the CI gives, and the one that contains
 * `cwd`, where the process was started: if a job copies evidence out of the checkout, the policy in the checkout still
 * belongs to the author of the change.
 */
export function checkoutFolders(env: Environment, workspace: string, cwd: string = workspace): Folders {
  const named = CHECKOUT_VARIABLES.flatMap((name) => spellings(env[name], env['HOME']));
  const root = named.find((folder) => isWithin(folder, workspace)) ?? workTree(workspace) ?? workspace;
  const folders = [...named, ...[root, workTree(cwd)].flatMap((folder) => spellings(folder, undefined))];
  const outermost = folders.filter((folder) => !folders.some((one) => one !== folder && isWithin(one, folder)));
  return [root, ...new Set(outermost.filter((folder) => folder !== root))];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Folders = readonly [string, ...string[]];

/**
 * Path of `workspace` in its repository: `''` for the root, else `/`-separated and with `/` at the end. Paths in reports,
 * annotations and links begin with it. `undefined` when the CI gives a checkout and the workspace is outside of it.
 */
export function folderInRepository(env: Environment, workspace: string): string | undefined {
  const named = CHECKOUT_VARIABLES.flatMap((name) => spellings(env[name], env['HOME']));
  const [root] = checkoutFolders(env, workspace);
  if (named.length > 0 && !named.includes(root)) return undefined;
  const way = relative(root, workspace);
  return way === '' ? '' : `${way.split(sep).join('/')}/`;
}

/**
 * The first symbolic link on the path from a folder down to `path` (which is included, unlike the folder), as an absolute
 * path; `undefined`: none.
 */
export function linkBelow(folder: string, path: string): string | undefined {
  if (!isWithin(folder, path) || folder === path) return undefined;
  let at = folder;
  for (const part of relative(folder, path).split(sep)) {
    at = join(at, part);
    if (isLink(at)) return at;
  }
  return undefined;
}

/** Whether `path` is `folder` or is in it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The folder as given and with links resolved: a process knows its own folder only in the second form. */
function spellings(named: string | undefined, home: string | undefined): string[] {
  // CircleCI writes `~/project`.
  const path = named?.replace(/^~(?=\/|$)/, home ?? '~') ?? '';
  if (!isAbsolute(path)) return [];
  const absolute = resolve(path);
  try {
    return [...new Set([absolute, realpathSync.native(absolute)])];
  } catch {
    return [];
  }
}

/**
 * The nearest parent with `.git`. A link or a submodule is skipped when there is a work tree above it: the change may have
 * added it, to a folder that looks like the root of a different repository.
 */
function workTree(workspace: string): string | undefined {
  let inner: string | undefined;
  const { root } = parse(workspace);
  for (let at = workspace; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) {
      if (!isLink(at) && !isSubmodule(join(at, '.git'))) return at;
      inner ??= at;
    }
    if (at === root) return inner;
  }
}

/** Whether `.git` is the file of a submodule: its git folder is among the modules of the repository around it. */
function isSubmodule(path: string): boolean {
  try {
    return lstatSync(path).isFile() && /^gitdir: .*[\\/]modules[\\/]/.test(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
