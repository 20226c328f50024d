import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * Why a configuration file must not be read: it lies in the workspace by name but a link leads it outside (gate.md,
 * `path.escape`). A path that names a place outside openly is the user's own choice.
 */
export function escapeOf(workspace: string, path: string): string | undefined {
  const full = resolve(workspace, path);
  if (!isWithin(resolve(workspace), full)) return undefined;
  try {
    if (isWithin(realpathSync(workspace), realpathSync(full))) return undefined;
  } catch {
    return undefined; // reading it says what is wrong
  }
  return `${JSON.stringify(path)} leads outside the workspace through a link`;
}

/** Whether `path` is `folder` or lies in it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
