import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Files, folder } from '../../support/build.js';

/** Runs git, free of whoever runs the tests. */
export function git(cwd: string, ...args: readonly string[]): string {
  const who = { name: 'a', email: 'a@example.org' };
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH: process.env['PATH'] ?? '', HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      ...{ GIT_AUTHOR_NAME: who.name, GIT_AUTHOR_EMAIL: who.email, GIT_COMMITTER_NAME: who.name },
      ...{ GIT_COMMITTER_EMAIL: who.email, GIT_ALLOW_PROTOCOL: 'file' },
    },
  }).trim();
}

/** A repository whose branch `main` has these files. */
export function repository(files: Files, ...init: readonly string[]): string {
  const root = folder();
  git(root, 'init', '-q', '-b', 'main', ...init);
  commit(root, files);
  return root;
}

/** Commits files and gives the id. */
export function commit(root: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'change');
  return git(root, 'rev-parse', 'HEAD');
}

/** The checkout of a change as a CI makes it: a detached head, and the base as `origin/main` only. */
export function change(base: Files, changed: (root: string) => void): string {
  const root = repository(base);
  git(root, 'update-ref', 'refs/remotes/origin/main', 'main');
  git(root, 'checkout', '-q', '--detach');
  git(root, 'branch', '-qD', 'main');
  changed(root);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'change');
  return root;
}
