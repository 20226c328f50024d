import { resolve } from 'node:path';
import { checkoutFolders } from '../../files/checkout.js';
import { type OutputFile, WriteError, writeFiles } from '../../files/write.js';
import { CommandError } from '../output.js';

/** A file that a producer's command writes, under the name that messages give it. */
export interface Written extends Omit<OutputFile, 'path'> {
  readonly path: string;
}

/**
 * Writes all files of a command or none (people.md section 1): through temporary files next to their places, never
 * through a link of the checkout. @throws CommandError 6, or 8 for a link or a special file in the checkout.
 */
export function writeAll(files: readonly Written[]): void {
  const names = new Map(files.map((file) => [resolve(file.path), file.path]));
  try {
    writeFiles(
      files.map((file) => ({ ...file, path: resolve(file.path) })),
      { checkout: checkoutFolders(process.env, process.cwd()) },
    );
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const name = names.get(error.path) ?? error.path;
    if (error.reason === 'unsafe') throw new CommandError(8, `${error.message} [report.unsafe_path]`, name);
    const kept = error.reason === 'exists' ? ' and is never replaced' : '';
    throw new CommandError(6, `${error.message}${kept} [report.unwritable]`, name);
  }
}
