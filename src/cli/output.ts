import { fstatSync, writeSync } from 'node:fs';
import type { ExitCode } from '../engine/findings.js';
import { systemCode } from '../engine/source/system-error.js';
import type { Json } from '../engine/types.js';
import { type OutputFile, WriteError, writeFiles } from '../files/write.js';
import { plain } from '../report/sanitize.js';

/** Where a command writes; tests pass their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/**
 * The process's own standard output and error, written at once: `process.stdout` costs a tenth of a start, and what it
 * still holds when the process ends may be lost.
 */
export const processIo: Io = {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, text),
};

/**
 * Whether standard output (1) or error (2) is a terminal. Pipes and files, which are what a pipeline has, are told by the
 * descriptor: `process.stdout` would load the streams of the network for them.
 */
export function isTerminal(fd: 1 | 2): boolean {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return false;
  } catch {
    return false; // closed
  }
  return (fd === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** How long to wait for a slow reader, in milliseconds. */
const BEHIND_MS = 5;

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = systemCode(error);
      // A pipe that was made non-blocking is full: its reader needs time.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BEHIND_MS);
      // The reader is gone (`| head`): the exit code still tells the outcome.
      else if (code === 'EPIPE' || code === 'EBADF') return;
      else throw error;
    }
  }
}

/**
 * A failure of a command: one line on standard error, standard output empty, an exit code of contract section 8. The line is
 * `error: message [code]`, with a place `path:line:column: error: message [code]`; a message without a code that leads to
 * exit code 6 is about the command line, `usage.invalid`.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly exitCode: number,
    message: string,
    place?: string,
  ) {
    const code = exitCode !== 6 || / \[[a-z_.]+\]$/.test(message) ? '' : ' [usage.invalid]';
    super(`${place === undefined ? '' : `${place}: `}error: ${message}${code}`);
  }
}

/** A verdict that is not a pass; any other CommandError is a mistake in the call. */
export class VerdictError extends CommandError {}

/** With `--quiet` the exit code is the whole verdict (contract section 9); a mistake in the call is printed in any case. */
export async function quietly(
  { quiet }: { readonly quiet?: boolean },
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (quiet === true && error instanceof VerdictError) return error.exitCode as ExitCode;
    throw error;
  }
}

/**
 * Writes the file that a command was asked for, never through a link of the checkout (trust.md section 9).
 * @param shown its name for messages.
 */
export function writeOutput(shown: string, file: OutputFile, checkout: readonly string[]): void {
  try {
    writeFiles([file], { checkout, makeFolders: true });
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const [exit, code] = error.reason === 'unsafe' ? [8, ' [report.unsafe_path]'] : [6, ' [report.unwritable]'];
    throw new CommandError(exit as ExitCode, `${shown} not written: ${error.message}${code}`);
  }
}

/** JSON as the upstream command line prints it: two-space indent, members in the order given. */
export function jsonText(value: Json | object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A message without the key text that a misplaced argument may have put into it. */
export function withoutKeys(text: string): string {
  return text
    .replace(
      /-----BEGIN [A-Z0-9 ]*KEY[\s\S]*/,
      "-----BEGIN …': key text is not repeated; give a key as a file or env://NAME [usage.invalid]",
    )
    .replace(/("d"\s*:\s*")[^"]*/g, '$1…');
}

/** One line without terminal control sequences, whatever an artifact contains. */
export function line(text: string): string {
  return `${plain(text)}\n`;
}
