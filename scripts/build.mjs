#!/usr/bin/env node
// Builds dist/: the Action, the command line and the library, each one file that needs nothing installed, and the
// library's types. The same sources give the same bytes on every machine; `--check` fails when dist/ is not what they give.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'proof-verify-dist-')) : join(root, 'dist');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

if (!check) rmSync(out, { recursive: true, force: true });
// What starts once per artifact in somebody's script is CommonJS: Node 20 loads it in a sixth less time than modules.
// ncc decides by the nearest package.json, so it gets the compiled modules in a folder of their own.
const compiled = join(root, 'build');
rmSync(compiled, { recursive: true, force: true });
run(bin('tsc'), ['--outDir', compiled, '--declaration', 'false']);
cpSync(join(root, 'src'), compiled, { recursive: true, filter: (path) => !path.endsWith('.ts') });
writeFileSync(join(compiled, 'package.json'), '{}\n');
bundle('cli', join(compiled, 'cli/index.js'), 'commonjs');
bundle('worker', join(compiled, 'gate/workers/worker.js'), 'commonjs');
bundle('action', 'src/action/main.ts', 'module');
bundle('lib', 'src/engine/index.ts', 'module');
rmSync(compiled, { recursive: true, force: true });
// A module that the bundler did not find fails only when it is asked for.
for (const probe of [['gate', 'examples', '--quiet'], ['policy', 'check', 'examples/.proof-policy.yml'], ['--help']]) {
  run(process.execPath, [join(out, 'cli/index.js'), ...probe]);
}

function bundle(name, entry, type) {
  run(bin('ncc'), ['build', entry, '-o', join(out, name), '--license', 'licenses.txt', '--quiet']);
  // ncc copies what it takes for assets; everything we need is inside the bundle.
  for (const file of readdirSync(join(out, name))) {
    if (!/^(\d+\.)?index\.js$|^licenses\.txt$/.test(file)) rmSync(join(out, name, file), { recursive: true });
  }
  if (type === 'commonjs')
    for (const file of readdirSync(join(out, name))) if (file.endsWith('.js')) shrink(join(out, name, file));
  writeFileSync(join(out, name, 'package.json'), `{\n  "type": "${type}"\n}\n`);
}

/**
 * commander loads node:child_process, and that the network, for subcommands that are programs of their own. There are none here:
 * a start takes two milliseconds less without them (45 starts in turn, medians).
 */
function loadLate(file) {
  const text = readFileSync(file, 'utf8');
  const late = text.replace(
    /(\.exports ?= ?)require\("node:child_process"\)/,
    '$1{get spawn(){return require("node:child_process").spawn}}',
  );
  if (late === text) throw new Error(`${file} does not load node:child_process any more: loadLate can go`);
  writeFileSync(file, late);
}

/**
 * Without comments and blanks a start reads half as much; names stay, so that a stack trace still tells where. A file of ASCII
 * alone is half as long in memory as one with a single other character.
 *
 * ncc writes each module as an arrow function. Node 20 skims those when it reads the file and reads them again when they run;
 * a function expression in parentheses it compiles at once, which makes a start of `gate` a tenth shorter.
 */
function shrink(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    minifyWhitespace: true,
    minifySyntax: true,
    target: 'node20',
    charset: 'ascii',
    legalComments: 'none', // licenses.txt has them
  });
  const module = /(?<=[{,]\d+:\()(?:\(([\w$,]*)\)|([\w$]+))=>\{/g;
  const eager = code.replace(module, (_, list, one) => `function(${list ?? one}){`);
  if (eager === code) throw new Error(`${file} has no module in the form that ncc gives them`);
  writeFileSync(file, eager);
}

// The first line makes the file a command; ncc drops it.
const cli = join(out, 'cli', 'index.js');
loadLate(cli);
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
