// A test runner for Stryker: bundles the mutated sources with the unit tests and runs them in this process. Jest starts over
// for each mutant, twenty seconds at a time; this takes tenths of one.
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

/**
 * Unit tests; tests that run dist/ are left out, because mutants are not in it. `MUTANT_TESTS` selects files whose path begins
 * with one of its words.
 */
const SUITES = ['engine', 'discovery', 'gate', 'differential', 'cli', 'report'].map((name) => `__tests__/${name}`);
const ONLY = process.env['MUTANT_TESTS']?.split(' ') ?? [''];
/**
 * Time budget of tests for a mutant in milliseconds, see `affordable`: a mutant that only the other tests would find counts as
 * a survivor.
 */
const BUDGET = Number(process.env['MUTANT_BUDGET'] ?? 8000);
/** Results of the dry run for each test; a different process may run the mutants. */
const KNOWN = 'mutants/tests.json';

class BundleRunner {
  tests = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    globalThis.__stryker__ ??= {};
    const base = process.cwd();
    // Files that tests leave behind are removed with this folder.
    this.temp = mkdtempSync(join(tmpdir(), 'proof-verify-mutants-'));
    process.env['TMPDIR'] = this.temp;
    // Two processes may create it at the same time.
    const outfile = join(base, 'mutants', `tests-${process.pid}.mjs`);
    mkdirSync(join(base, 'mutants'), { recursive: true });
    await bundle(base, outfile);
    const { collected } = await import(pathToFileURL(outfile).href);
    this.tests = flatten(await collected());
    this.kept = new Set(readdirSync(this.temp));
  }

  async dryRun(options) {
    delete globalThis.__stryker__.activeMutant;
    const results = await this.run(this.tests, false);
    const coverage = options.coverageAnalysis === 'off' ? undefined : globalThis.__stryker__.mutantCoverage;
    const reach = ({ id }) => Object.keys(coverage?.perTest[id] ?? {}).length;
    const known = this.tests.map((one, i) => ({ time: results[i].timeSpentMs, reach: reach(one) }));
    for (const [i, one] of this.tests.entries()) Object.assign(one, known[i]);
    writeFileSync(KNOWN, JSON.stringify(known));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const state = globalThis.__stryker__;
    state.hitLimit = hitLimit;
    state.hitCount = hitLimit === undefined ? undefined : 0;
    state.activeMutant = activeMutant.id;
    if (this.tests[0].time === undefined) {
      const known = JSON.parse(readFileSync(KNOWN, 'utf8'));
      for (const [i, one] of this.tests.entries()) Object.assign(one, known[i]);
    }
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const tests = wanted === undefined ? this.tests : this.tests.filter((one) => wanted.has(one.id));
    const results = await this.run(affordable(tests, activeMutant.fileName), !disableBail);
    const timeout = determineHitLimitReached(state.hitCount, state.hitLimit);
    delete state.activeMutant;
    if (timeout !== undefined) return toMutantRunResult(timeout);
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
  }

  async dispose() {
    rmSync(this.temp, { recursive: true, force: true });
  }

  async run(tests, bail) {
    const results = [];
    const begun = new Set();
    for (const one of tests) {
      globalThis.__stryker__.currentTestId = one.id;
      const start = performance.now();
      const result = { id: one.id, name: one.id, status: TestStatus.Success, timeSpentMs: 0 };
      try {
        await runOne(one, begun);
      } catch (error) {
        result.status = TestStatus.Failed;
        result.failureMessage = String(error?.message ?? error).slice(0, 2000);
      }
      result.timeSpentMs = performance.now() - start;
      results.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    delete globalThis.__stryker__.currentTestId;
    for (const name of readdirSync(this.temp)) {
      if (!this.kept.has(name)) rmSync(join(this.temp, name), { recursive: true, force: true });
    }
    return results;
  }
}

/**
 * As many tests as fit in the budget: first those of the file's own name (`run.ts`, `run-ends.test.ts`), then those that reach
 * the fewest mutants. A test written for a function finds its mutants sooner than one that runs through everything.
 */
function affordable(tests, file) {
  const stem = basename(file, '.ts');
  const own = ({ id }) =>
    /\/([^/ ]+)\.test\.ts/.exec(id)?.[1]?.split('-').includes(stem.split('-')[0]) === true ? 0 : 1;
  let left = BUDGET;
  return [...tests]
    .sort((a, b) => own(a) - own(b) || a.reach - b.reach || a.time - b.time)
    .filter(({ time }) => {
      if (time > left) return false;
      left -= time;
      return true;
    });
}

async function runOne({ body, blocks }, begun) {
  for (const block of blocks) {
    if (begun.has(block)) continue;
    begun.add(block);
    for (const hook of block.beforeAll) await hook();
  }
  for (const block of blocks) for (const hook of block.beforeEach) await hook();
  try {
    await body();
  } finally {
    for (const block of [...blocks].reverse()) for (const hook of block.afterEach) await hook();
  }
}

function flatten(root) {
  const tests = [];
  const known = new Map();
  const visit = (block, blocks, name) => {
    const path = [...blocks, block];
    for (const one of block.tests) {
      const full = `${name} ${one.name}`.trim();
      const count = known.get(full) ?? 0;
      known.set(full, count + 1);
      tests.push({ id: count === 0 ? full : `${full} (${count + 1})`, body: one.body, blocks: path });
    }
    for (const inner of block.blocks) visit(inner, path, `${name} ${inner.name}`);
  };
  visit(root, [], '');
  return tests;
}

async function bundle(base, outfile) {
  const names = SUITES.flatMap((folder) => filesIn(resolve(base, folder), /\.test\.ts$/))
    .map((path) => relative(base, path).replaceAll('\\', '/'))
    .filter((name) => ONLY.some((start) => name.startsWith(start)));
  const calls = names.map((name) => {
    return `  await file(${JSON.stringify(name)}, () => import(${JSON.stringify(`./${name}`)}));`;
  });
  // A module first imported by a test would be counted as code of that test, so all are loaded before any test runs.
  const sources = ['src/engine', 'src/gate'].flatMap((folder) =>
    filesIn(resolve(base, folder), /(?<!\.d|workers\/worker)\.ts$/),
  );
  const imports = sources.map((path) => `import ${JSON.stringify(path)};`);
  const shim = join(base, 'tools/mutation/jest-globals.mjs');
  const entry = `${imports.join('\n')}
import { file, root } from ${JSON.stringify(shim)};
export async function collected() {
${calls.join('\n')}
  return root;
}
`;
  await build({
    stdin: { contents: entry, resolveDir: base, sourcefile: 'tests.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
    alias: { '@jest/globals': shim },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [{ name: 'places', setup: (on) => on.onLoad({ filter: /\.(ts|mjs)$/ }, placed) }],
    logLevel: 'error',
  });
}

/** Modules of the bundle must find files relative to their original location. */
function placed({ path }) {
  if (path.includes('node_modules')) return undefined;
  const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
}

function filesIn(folder, pattern) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** `MUTANT_SAMPLE=N` selects one function in N, by its name and position; `K/N` selects the Kth part of N, counted from 0. */
const [first, second] = (process.env['MUTANT_SAMPLE'] ?? '1').split('/').map(Number);
const [part, each] = second === undefined ? [0, first] : [first, second];
const sample = {
  shouldIgnore(path) {
    if (each <= 1 || !path.isFunction() || path.getFunctionParent() !== null) return undefined;
    const { start } = path.node.loc ?? { start: { line: 0 } };
    const name = path.node.key?.name ?? path.node.id?.name ?? '';
    const digest = hash('sha256', `${name}:${start.line}`, 'buffer');
    return digest.readUInt16BE() % each === part ? undefined : 'not in the sample';
  },
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'bundle', BundleRunner),
  declareValuePlugin(PluginKind.Ignore, 'sample', sample),
];
