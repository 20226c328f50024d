import { fstatSync, writeSync } from 'node:fs';
import { systemCode } from '../engine/source/system-error.js';
import type { Json } from '../engine/types.js';
import { plain } from '../report/sanitize.js';

/** Where a command writes; tests give their own. */
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

/** How long to wait for a reader that is behind, milliseconds. */
const BEHIND_MS = 5;

function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = systemCode(error);
      // A pipe that somebody made non-blocking is full: its reader needs time.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BEHIND_MS);
      // Nobody reads on (`| head`): the exit code still tells.
      else if (code === 'EPIPE' || code === 'EBADF') return;
      else throw error;
    }
  }
}

/** A failure of a command: one line on standard error, standard output empty, an exit code of contract section 8. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** JSON as the upstream command line prints it: two-space indent, members in the order given. */
export function jsonText(value: Json | object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One line that cannot steer a terminal, whatever an artifact holds. */
export function line(text: string): string {
  return `${plain(text)}\n`;
}
