import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { type Finding, finding } from '../engine/findings.js';
import { isWithin } from './symlink.js';

/** The folder that is verified: display names of paths in it, and what is inside it. */
export class Workspace {
  /** As it was given. */
  readonly path: string;
  /** Without links in its path: what "inside" is measured by. */
  readonly real: string;
  /** Real paths outside that patterns begin at: links may lead inside them. */
  readonly outside: string[] = [];

  /** @throws when there is no such folder, or it cannot be reached. */
  constructor(folder: string) {
    this.path = path.resolve(folder);
    this.real = realpathSync.native(this.path);
  }

  /** Display name of an absolute path: relative, `/`-separated, `.` for the workspace itself. */
  nameOf(absolute: string): string {
    const relative = path.relative(this.path, absolute);
    if (relative === '') return '.';
    return path.sep === '/' ? relative : relative.replaceAll(path.sep, '/');
  }

  /** The workspace may be reached through a link: paths in it are spelled as it was given. */
  spelled(absolute: string): string {
    if (isWithin(this.path, absolute) || !isWithin(this.real, absolute)) return absolute;
    return path.join(this.path, path.relative(this.real, absolute));
  }

  contains(absolute: string): boolean {
    return isWithin(this.path, absolute);
  }

  /** Whether a real path is in the workspace or in a folder outside that a pattern names. */
  reaches(real: string): boolean {
    return [this.real, ...this.outside].some((folder) => isWithin(folder, real));
  }

  /** The first symbolic link on the way from the workspace to a path in it. */
  firstLink(base: string): string | undefined {
    let at = this.path;
    for (const part of path.relative(this.path, base).split(path.sep)) {
      at = path.join(at, part);
      const stats = statsOf(at);
      if (stats === undefined) return undefined;
      if (stats.isSymbolicLink()) return at;
    }
    return undefined;
  }
}

/** What `lstat` says about a path; `undefined` when there is nothing, or it cannot be reached. */
export function statsOf(absolute: string): Stats | undefined {
  try {
    return lstatSync(absolute);
  } catch {
    return undefined;
  }
}

/** Findings of discovery, each once: several patterns may come across the same thing. */
export class DiscoveryFindings {
  readonly list: Finding[] = [];
  private readonly known = new Set<string>();

  add(code: Finding['code'], message: string, artifact: string, severity?: Finding['severity']): void {
    const key = `${code}\0${artifact}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    this.list.push(finding(code, message, artifact, {}, severity));
  }
}
