import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Text of a file, or where a link leads. */
export type Tree = Readonly<Record<string, string | { readonly link: string }>>;

const made: string[] = [];

/** A folder of its own with the given files; `removeTrees` takes all of them away again. */
export function makeTree(tree: Tree): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'proof-verify-')));
  made.push(root);
  addTo(root, tree);
  return root;
}

export function addTo(root: string, tree: Tree): void {
  for (const [name, content] of Object.entries(tree)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
}

export function removeTrees(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}

export const RECORD = JSON.stringify({ record_id: 'a', integrity: { record_hash: 'sha256:1' } });
export const LINKED = JSON.stringify({
  record_id: 'b',
  integrity: { record_hash: 'sha256:2', previous_record_hash: 'sha256:1' },
});
export const CHAIN = JSON.stringify({ chain_id: 'c', records: [JSON.parse(RECORD), JSON.parse(LINKED)] });
export const MANIFEST = JSON.stringify({ files: [{ path: 'chain.json', sha256: '0' }] });
