// Building wasm/ needs another compiler (tools/wasm.mjs). A digest of its sources shows, without that compiler, whether the
// committed module was built from them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const TABLES_FILE = 'src/engine/signature/tables.generated.ts';
const SOURCES = ['wasm/Cargo.toml', 'wasm/Cargo.lock', 'wasm/build.sh', 'wasm/src/lib.rs'];

/** SHA-256 over the sources, hex. */
export function sourceDigest(root) {
  const hash = createHash('sha256');
  for (const path of SOURCES) hash.update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** Whether the committed module was built from other sources than these. */
export function moduleIsStale(root) {
  return !readFileSync(join(root, TABLES_FILE), 'utf8').includes(`// SHA-256 of the sources: ${sourceDigest(root)}\n`);
}
