#!/usr/bin/env node
// Coverage-guided fuzzing of tools/fuzz/targets.ts with Jazzer.js (docs/fuzzing.md).
//
//   node tools/fuzz/run.mjs [--seconds N | --executions N] [--keep] [TARGET…]
//
// The time, or the executions, are shared by the targets. --keep writes what reaches something new to tools/fuzz/corpus; without
// it the tree stays as it is. FUZZ_NODE: the command that runs Node, where the addon needs a newer libc than the system has.
// The last line is `N passed, N failed`: targets without and with a crash, a hang or a broken promise.
import { spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const jazzer = join(root, 'node_modules/@jazzer.js/core/dist/cli.js');
const node = process.env['FUZZ_NODE']?.split(' ') ?? [process.execPath];

/** The targets: share of the time or executions, source of the seeds, and maximum input size in bytes. */
const TARGETS = {
  json: {
    share: 28,
    seeds: [
      '__tests__/vectors/conformance/gate/a/json',
      '__tests__/vectors/conformance/compat/a/input',
      'examples/records',
    ],
    size: 4096,
    sync: true,
  },
  record: { share: 16, seeds: ['examples/records', 'examples/lists', 'examples/gait'], size: 4096 },
  chain: { share: 10, seeds: ['examples/chain', 'examples/chain-directory'], size: 8192 },
  stream: { share: 6, seeds: ['examples/stream', 'examples/records'], size: 8192 },
  zip: { share: 20, seeds: ['examples/gait', '__tests__/vectors/zip'], size: 16384 },
  policy: { share: 6, seeds: ['examples', 'templates'], size: 8192 },
  key: { share: 10, seeds: ['examples/keys'], size: 512, sync: true },
  signature: { share: 6, seeds: [], size: 256, sync: true },
  time: { share: 4, seeds: [], size: 64, sync: true },
  // This target reads a megabyte several times. Counting branches would be most of what is measured, so only its entry is
  // instrumented.
  cost: { share: 12, seeds: [], size: 4096, seconds: 120, bare: true },
};

const args = process.argv.slice(2);
const keep = take('--keep', false);
const seconds = Number(take('--seconds', true) ?? Number.NaN);
const executions = Number(take('--executions', true) ?? Number.NaN);
const wanted = args.length === 0 ? Object.keys(TARGETS) : args;
const unknown = wanted.filter((name) => TARGETS[name] === undefined);
if (unknown.length > 0) throw new Error(`no target ${unknown.join(', ')}; known: ${Object.keys(TARGETS).join(', ')}`);

const shares = wanted.reduce((sum, name) => sum + TARGETS[name].share, 0);
const work = mkdtempSync(join(tmpdir(), 'proof-verify-fuzz-'));
buildSync({
  entryPoints: [join(here, 'targets.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: join(work, 'targets.cjs'),
  logLevel: 'error',
});
let failed = 0;
let total = 0;
for (const name of wanted) {
  const done = await fuzz(name);
  total += done.executions;
  if (!done.ok) failed++;
}
rmSync(work, { recursive: true, force: true });
console.log(`# ${total} executions`);
console.log(`${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function take(name, hasValue) {
  const at = args.indexOf(name);
  if (at < 0) return undefined;
  return hasValue ? args.splice(at, 2)[1] : args.splice(at, 1).length > 0;
}

/** An entry function with a branch for each entry point and length of the unit, so that the fuzzer keeps an input of each. */
function doors(name) {
  const branches = (what, count) =>
    Array.from({ length: count }, (_, i) => `    case ${i}: seen[${i}]++; break;`).reduce(
      (all, one) => `${all}${one}\n`,
      `  switch (${what}) {\n`,
    );
  return `const seen = new Array(16).fill(0);
const { ${name} } = require('./targets.cjs');
module.exports.fuzz = (data) => {
${branches('(data[0] ?? 0) % 7', 7)}  }
${branches('Math.min(15, Math.log2(data.length + 1) | 0)', 16)}  }
  return ${name}(data);
};
`;
}

async function fuzz(name) {
  const { share, seeds, size, sync, seconds: longest = 1, bare } = TARGETS[name];
  const part = share / shares;
  const entry = join(work, `${name}.cjs`);
  writeFileSync(entry, bare ? doors(name) : `module.exports.fuzz = require('./targets.cjs').${name};\n`);
  const corpus = join(here, 'corpus', name);
  const fresh = keep ? corpus : join(work, `${name}-corpus`);
  const seeded = join(work, `${name}-seeds`);
  for (const folder of [fresh, seeded]) mkdirSync(folder, { recursive: true });
  for (const folder of seeds) copySeeds(join(root, folder), seeded, size);
  if (name === 'cost') writeRecipes(seeded);
  const crashes = join(work, `${name}-crashes/`);
  mkdirSync(crashes);
  const bound = Number.isNaN(executions)
    ? `-max_total_time=${Math.max(1, Math.round((Number.isNaN(seconds) ? 60 : seconds) * part))}`
    : `-runs=${Math.ceil(executions * part)}`;
  const command = [jazzer, entry, ...(keep || !existsSync(corpus) ? [fresh] : [fresh, corpus]), seeded];
  // The default detectors of Jazzer.js look for vulnerabilities in programs that run commands; here the targets check their own
  // invariants.
  const options = ['--disableBugDetectors', '.*', ...(sync ? ['--sync'] : []), '--timeout', String(longest * 1000)];
  if (bare) options.push('--includes', entry);
  const limits = [bound, `-timeout=${longest}`, `-max_len=${size}`, '-rss_limit_mb=4096', '-print_final_stats=1'];
  // A file, because output that is still in a pipe when the fuzzer exits is lost.
  const logFile = join(work, `${name}.log`);
  const output = openSync(logFile, 'w');
  const child = spawn(
    node[0],
    [...node.slice(1), ...command, ...options, '--', ...limits, `-artifact_prefix=${crashes}`],
    { cwd: work, stdio: ['ignore', output, output] },
  );
  const status = await new Promise((resolve) => child.on('close', resolve));
  closeSync(output);
  const log = readFileSync(logFile, 'latin1');
  const number = (pattern) => Number(pattern.exec(log)?.[1] ?? 0);
  const ran = number(/stat::number_of_executed_units:\s*(\d+)/);
  const rate = number(/stat::average_exec_per_sec:\s*(\d+)/);
  const coverage = [...log.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? '?';
  const ok = status === 0 && ran > 0;
  for (const input of readdirSync(crashes)) cpSync(join(crashes, input), join(here, 'crashes', `${name}-${input}`));
  console.log(`${ok ? 'ok' : 'not ok'} ${name}: ${ran} executions, ${rate} a second, ${coverage} edges`);
  if (!ok)
    console.log(
      log
        .split('\n')
        .slice(-40)
        .map((line) => `  # ${line}`)
        .join('\n'),
    );
  return { ok, executions: ran };
}

/** The shapes of the situations as seeds. */
function writeRecipes(to) {
  const { COST_SEEDS, inputOfRecipe } = createRequire(import.meta.url)(join(work, 'targets.cjs'));
  for (const [i, recipe] of Object.values(COST_SEEDS).entries())
    writeFileSync(join(to, String(i)), inputOfRecipe(recipe));
}

/** Files of a folder as seeds; files larger than the maximum input are skipped, because the fuzzer would cut them. */
function copySeeds(folder, to, size) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const from = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile()) continue;
    if (statSync(from).size <= size) copyFileSync(from, join(to, from.slice(root.length).replaceAll(/[\\/]/g, '_')));
  }
}
