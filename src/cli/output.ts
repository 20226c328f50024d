import type { Json } from '../engine/types.js';
import { plain } from '../report/sanitize.js';

/** Where a command writes; tests give their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/** The process's own streams. */
export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

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
