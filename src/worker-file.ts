import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The built code of worker threads, beside the bundle that was started; without it a run has one thread. Only for the
 * program's own entries: what stands beside somebody else's script is not ours.
 */
export function workerFile(): { readonly workerFile?: string } {
  const [, main] = process.argv;
  if (main === undefined) return {};
  try {
    const file = join(dirname(realpathSync(main)), '..', 'worker', 'index.js');
    return existsSync(file) ? { workerFile: file } : {};
  } catch {
    return {};
  }
}
