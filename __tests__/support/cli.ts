import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALICE, folder, record } from './build.js';

// The committed command line, run as users run it: a process of its own, its exit code and what it wrote.

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CLI = path.join(ROOT, 'dist', 'cli', 'index.js');

export { IS_WINDOWS } from './platform.js';

/** What became of a command. */
export interface Done {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The JSON report of a gate, as far as the tests read it. */
export interface Report {
  readonly outcome: string;
  readonly exit_code: number;
  readonly incomplete?: true;
  readonly summary: { readonly artifacts: number; readonly verified: number; readonly failed: number };
  readonly artifacts: readonly {
    readonly path: string;
    readonly kind: string;
    readonly sha256: string | null;
    readonly outcome: string;
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly exit_code: number;
    readonly message: string;
    readonly artifact: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** A command that takes longer hangs. */
const HANG_MS = 60_000;

/** An environment without the settings of whoever runs the tests: `PROOF_VERIFY_…` and those of a CI change runs. */
export function bareEnv(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...extra };
}

/** Runs a program to its end, as another user when one is given. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  user: { readonly uid?: number; readonly gid?: number } = {},
): Done {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...user,
    cwd,
    env: bareEnv(env),
    encoding: 'utf8',
    timeout: HANG_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  return { exit: status, stdout, stderr };
}

/** Runs the command line in a folder. */
export function cli(cwd: string, ...args: string[]): Done {
  return runProgram(process.execPath, [CLI, ...args], cwd);
}

/** Runs `gate` with its JSON report on standard output; the text for people is on standard error then. */
export function gateReport(cwd: string, ...args: string[]): Done & { readonly report: Report } {
  const done = cli(cwd, 'gate', '--report', 'json=-', ...args);
  return { ...done, report: JSON.parse(done.stdout) as Report };
}

/**
 * The program as installed, but its worker threads fail at once: the one part of it that can break by itself. It tells
 * whether a run has used them, and what a failure of our own looks like.
 */
export function withBrokenWorkers(): string {
  const installed = folder({ 'worker/index.js': 'throw new Error("damaged");', 'worker/package.json': '{}' });
  cpSync(path.dirname(CLI), path.join(installed, 'cli'), { recursive: true });
  return path.join(installed, 'cli', 'index.js');
}

/** A copy of folders of the project, in a fresh one. */
export function copyOf(...names: string[]): string {
  const work = folder();
  for (const name of names) cpSync(path.join(ROOT, name), path.join(work, name), { recursive: true });
  return work;
}

/**
 * Lines of one signed record, again and again: some seconds of signatures to check in one thread, so that a signal or time
 * limit comes first on any machine.
 */
export const slowStream = (): string => `${JSON.stringify(record({}, { by: ALICE }))}\n`.repeat(150_000);
/** Options that make it slow. */
export const SLOWLY: readonly string[] = ['--jobs', '1', '--public-key', ALICE.publicKey];

/** A folder of programs: `proof` and `proof-verify` run the bundle with this Node. */
export function programs(): string {
  const bin = path.join(folder(), 'bin');
  mkdirSync(bin);
  for (const name of ['proof', 'proof-verify']) {
    const file = path.join(bin, name);
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  return bin;
}

/** An environment in which the programs of a folder come first. */
export const withPrograms = (bin: string): Record<string, string> => ({
  PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
});

export const readText = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');
export const readJsonFile = <T>(...parts: string[]): T => JSON.parse(readText(...parts)) as T;
