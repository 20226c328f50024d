import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Where the files of the workspace are on the web at the commit of the run, ending in `/`; `undefined` when the
 * environment does not tell or the workspace is not inside the checkout.
 */
export function readSourceBase(env: Environment, workspace: string, commit?: string): string | undefined {
  const github = join(env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], 'blob', commit ?? env['GITHUB_SHA']);
  const gitlab = join(env['CI_PROJECT_URL'], undefined, '-/blob', commit ?? env['CI_COMMIT_SHA']);
  const base = github ?? gitlab;
  const root = github === undefined ? env['CI_PROJECT_DIR'] : env['GITHUB_WORKSPACE'];
  if (base === undefined) return undefined;
  const folder = folderWithin(root, workspace);
  return folder === undefined ? undefined : base + folder.split('/').map(encodeURIComponent).join('/');
}

/**
 * The workspace's folder inside the checkout: `''` for its root, else `/`-separated and ending in `/`; `undefined`
 * when it lies outside. Without a known checkout the workspace is taken for its root.
 */
export function folderWithin(checkout: string | undefined, workspace: string): string | undefined {
  if (checkout === undefined || checkout === '') return '';
  const relative = path.relative(path.resolve(checkout), workspace);
  if (relative === '') return '';
  if (path.isAbsolute(relative) || relative === '..' || relative.startsWith(`..${path.sep}`)) return undefined;
  return `${relative.split(path.sep).join('/')}/`;
}

function join(host: string | undefined, repository: string | undefined, middle: string, commit: string | undefined) {
  if (host === undefined || !/^https?:\/\/[^\s"'<>()]+$/.test(host)) return undefined;
  if (commit === undefined || !COMMIT.test(commit)) return undefined;
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  if (middle === 'blob' && repository === undefined) return undefined;
  return [host.replace(/\/+$/, ''), ...(repository === undefined ? [] : [repository]), middle, commit, ''].join('/');
}
