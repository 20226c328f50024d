#!/usr/bin/env node
// Builds dist/: the Action, the command line and the library, each one file that needs nothing installed, and the
// library's types. The same sources give the same bytes on every machine; `--check` fails when dist/ is not what they give.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'proof-verify-dist-')) : join(root, 'dist');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

if (!check) rmSync(out, { recursive: true, force: true });
const entries = {
  cli: 'src/cli/index.ts',
  action: 'src/action/main.ts',
  lib: 'src/engine/index.ts',
  worker: 'src/gate/workers/worker.ts',
};
for (const [name, entry] of Object.entries(entries)) {
  run(bin('ncc'), ['build', entry, '-o', join(out, name), '--license', 'licenses.txt', '--quiet']);
  // ncc copies what it takes for assets; everything we need is inside the bundle.
  for (const file of readdirSync(join(out, name))) {
    if (!/^(\d+\.)?index\.js$|^licenses\.txt$|^package\.json$/.test(file))
      rmSync(join(out, name, file), { recursive: true });
  }
}
// The first line makes the file a command; ncc drops it.
const cli = join(out, 'cli', 'index.js');
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`, { mode: 0o755 });
chmodSync(cli, 0o755); // the file was there, so the mode of writing did not count
run(bin('tsc'), ['--emitDeclarationOnly', '--declaration', '--outDir', join(out, 'types')]);
pruneTypes(join(out, 'types'));

if (check) {
  const differences = compare(join(root, 'dist'), out);
  rmSync(out, { recursive: true, force: true });
  if (differences.length > 0) {
    console.error(`dist/ is not what the sources build:\n${differences.join('\n')}`);
    process.exit(1);
  }
  console.log('dist/ is what the sources build');
}

/** Only the library has types to publish. */
function pruneTypes(folder) {
  for (const name of readdirSync(folder)) if (name !== 'engine') rmSync(join(folder, name), { recursive: true });
  cpSync(join(root, 'src/engine/schema/runtime.d.cts'), join(folder, 'engine/schema/runtime.d.cts'));
}

function files(folder, base = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path, base) : [relative(base, path)];
  });
}

function compare(ours, fresh) {
  const all = [...new Set([...files(ours), ...files(fresh)])].sort();
  return all.filter((name) => {
    const [a, b] = [join(ours, name), join(fresh, name)];
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b));
  });
}
