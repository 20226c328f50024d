#!/usr/bin/env node
// Builds dist/: the Action, the command line, its worker and the library, each one file that needs nothing installed, with the
// licences of what is in it, the library's types and a bill of materials. The same sources give the same bytes on every
// machine; `--check` fails when dist/ is not what they give.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { bundledPackages, licensesText, linkedCrates, spdx } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const out = check ? mkdtempSync(join(tmpdir(), 'proof-verify-dist-')) : join(root, 'dist');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const run = (command, args) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });

if (!check) rmSync(out, { recursive: true, force: true });
// Programs that scripts start once per artifact are CommonJS: Node 20 loads it in a sixth less time than ES modules. ncc
// decides by the nearest package.json, so it gets the compiled modules in a folder of their own.
const compiled = join(root, 'build');
rmSync(compiled, { recursive: true, force: true });
run(bin('tsc'), ['--outDir', compiled, '--declaration', 'false']);
cpSync(join(root, 'src'), compiled, { recursive: true, filter: (path) => !path.endsWith('.ts') });
writeFileSync(join(compiled, 'package.json'), '{}\n');
const packages = [
  ...bundle('cli', join(compiled, 'cli/index.js'), 'commonjs'),
  ...bundle('worker', join(compiled, 'gate/evidence/workers/worker.js'), 'commonjs'),
  ...bundle('action', 'src/action/main.ts', 'module'),
  ...bundle('lib', 'src/engine/index.ts', 'module'),
];
rmSync(compiled, { recursive: true, force: true });
chmodSync(join(out, 'cli/index.js'), 0o755);
const { name, version, license, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const address = repository.url.replace(/^git\+|\.git$/g, '');
writeFileSync(join(out, 'sbom.spdx.json'), spdx(packages, { name, version, license, repository: address }));
// One file that imports no other package: a user of the library installs nothing else.
const types = ['--no-check', '--no-banner', '--export-referenced-types=false', '--silent'];
run(bin('dts-bundle-generator'), [...types, '-o', join(out, 'lib/index.d.ts'), 'src/engine/index.ts']);
// A module that the bundler did not find would fail only when it is imported.
for (const probe of [
  // The examples are the project's own: in a release too they are no change under review.
  ['gate', '-C', 'examples', '--under-review', 'false', '--quiet'],
  ['policy', 'check', 'examples/.proof-policy.yml'],
  ['--help'],
]) {
  run(process.execPath, [join(out, 'cli/index.js'), ...probe]);
}

/** Writes one bundle and returns the third-party code in it. */
function bundle(name, entry, type) {
  const folder = join(out, name);
  const stats = join(folder, 'stats.json');
  // With target es5 the modules of a bundle are function expressions in parentheses, which Node 20 compiles immediately instead
  // of twice: `gate` starts a tenth faster. The code in them is not affected.
  const target = type === 'commonjs' ? ['--target', 'es5'] : [];
  run(bin('ncc'), ['build', entry, '-o', folder, '--quiet', '--stats-out', stats, ...target]);
  const contents = [...bundledPackages(JSON.parse(readFileSync(stats, 'utf8'))), ...linkedCrates()];
  // ncc copies files that it treats as assets; everything needed is inside the bundle.
  for (const file of readdirSync(folder)) {
    if (!/^(\d+\.)?index\.js$/.test(file)) rmSync(join(folder, file), { recursive: true });
    else if (type === 'commonjs') shrink(join(folder, file));
  }
  writeFileSync(join(folder, 'licenses.txt'), licensesText(contents));
  writeFileSync(join(folder, 'package.json'), `{\n  "type": "${type}"\n}\n`);
  return contents;
}

/**
 * Without comments and white space, half as much is read at every start; names are kept for readable stack traces. A file that
 * is pure ASCII takes half the memory of one with a single other character.
 */
function shrink(file) {
  // commander imports it for commands that are separate programs. There are none, and loading it takes as long as compiling 100
  // kB of our code.
  const source = readFileSync(file, 'utf8').replace(
    'module.exports = require("node:child_process")',
    'module.exports = { get spawn() { return require("node:child_process").spawn; } }',
  );
  const { code } = transformSync(source, {
    minifyWhitespace: true,
    minifySyntax: true,
    target: 'node20',
    charset: 'ascii',
    legalComments: 'none', // they are in licenses.txt
  });
  writeFileSync(file, code);
}

if (check) {
  const differences = compare(join(root, 'dist'), out);
  rmSync(out, { recursive: true, force: true });
  if (differences.length > 0) {
    console.error(`dist/ is not what the sources build:\n${differences.join('\n')}`);
    process.exit(1);
  }
  console.log('dist/ is what the sources build');
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
