import { run } from '../../src/cli/main.js';

/** The exit code of a command, and what it wrote to standard output and standard error. */
export interface Result {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of `program` in this process. */
export async function command(program: 'proof' | 'proof-verify', ...args: string[]): Promise<Result> {
  const written = { out: '', err: '' };
  const exit = await run(['node', program, ...args], {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  });
  return { exit, ...written };
}
