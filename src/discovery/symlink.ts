import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Links in a row that are followed before they count as a loop; operating systems stop at 40 too. */
const MAX_HOPS = 40;

/** Where a symbolic link leads. */
export interface LinkTarget {
  /** Real path; `undefined` for a loop. */
  readonly path: string | undefined;
  readonly exists: boolean;
}

/**
 * Resolves a link without reading its target. A target that does not exist has a place too: a link that
 * dangles out of the workspace today leads somewhere as soon as anybody creates the file.
 */
export function linkTarget(link: string): LinkTarget {
  return follow(link, { left: MAX_HOPS });
}

function follow(link: string, hops: { left: number }): LinkTarget {
  try {
    return { path: realpathSync.native(link), exists: true };
  } catch {
    // dangling, looping or out of reach: followed by hand
  }
  let at = link;
  while (hops.left-- > 0) {
    let next: string;
    try {
      next = settle(path.resolve(settle(path.dirname(at), hops), readlinkSync(at)), hops);
    } catch {
      return { path: at, exists: false };
    }
    if (!isLink(next)) return { path: next, exists: false };
    at = next;
  }
  return { path: undefined, exists: false };
}

/** The path with all links in the part of it that exists resolved. */
function settle(absolute: string, hops: { left: number }): string {
  const missing: string[] = [];
  for (let at = absolute; ; at = path.dirname(at)) {
    if (!isLink(at)) {
      try {
        return path.join(realpathSync.native(at), ...missing);
      } catch {
        if (path.dirname(at) === at) return absolute;
      }
    } else if (missing.length > 0) {
      // A dangling link in the middle: nothing below it exists, and where it leads is what counts.
      const target = follow(at, hops).path;
      return target === undefined ? absolute : path.join(target, ...missing);
    } else return path.join(settle(path.dirname(at), hops), path.basename(at));
    missing.unshift(path.basename(at));
  }
}

function isLink(absolute: string): boolean {
  try {
    return lstatSync(absolute).isSymbolicLink();
  } catch {
    return false;
  }
}

/** True when a path is a folder or lies in it; both without links. */
export function isWithin(folder: string, absolute: string): boolean {
  return absolute === folder || absolute.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
