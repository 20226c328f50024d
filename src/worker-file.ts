import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built code of worker threads, beside the bundle that this is part of; without it a run has one thread. */
export function workerFile(): { readonly workerFile?: string } {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'worker', 'index.js');
  return existsSync(file) ? { workerFile: file } : {};
}
