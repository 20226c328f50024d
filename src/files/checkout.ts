import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

/** Variables in which CI systems name the folder of the checkout. */
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
 * The folders whose content belongs to the author of the change (trust.md sections 1 and 9), absolute, as they are named and as
 * they really are. The first is the root of the repository that `workspace` is in: the folder that the CI names, else the
 * nearest parent with `.git`, else `workspace` itself. The others are checkouts that the CI names elsewhere, and the one that
 * the process was started in (`cwd`): evidence that a job copied out of it does not make its policy somebody else's.
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
 * The folder of `workspace` in its repository, `''` for the root, else with `/` between names and at the end: what paths in
 * reports, annotations and links begin with. `undefined` when the CI names a checkout and the workspace is outside of it.
 */
export function folderInRepository(env: Environment, workspace: string): string | undefined {
  const named = CHECKOUT_VARIABLES.flatMap((name) => spellings(env[name], env['HOME']));
  const [root] = checkoutFolders(env, workspace);
  if (named.length > 0 && !named.includes(root)) return undefined;
  const way = relative(root, workspace);
  return way === '' ? '' : `${way.split(sep).join('/')}/`;
}

/** The first symbolic link on the way from a folder down to a path in it, the path included, the folder not; absolute. */
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

/** The folder as it is named and as it really is: a process knows its own folder without links only. */
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
 * The nearest parent with `.git`. A link and a submodule are passed over when there is a work tree above: the change may have
 * made them, to a folder that looks like the root of another repository.
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
