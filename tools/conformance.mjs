#!/usr/bin/env node
// Runs the recorded verdicts and the situations in __tests__/vectors on the built command line and Action.
//
//   node tools/conformance.mjs [SUITE…] [--project DIR] [--only REGEX] [--show N] [--jobs N]
//
// compat     `verify --json`: exit code and JSON of the upstream verifier, recorded by running it
// gate       `gate`: one of the listed exit codes
// engine, trust, producers, people
//            a folder each: case.json {door, args | inputs, env, cwd, exit_in, codes, not_codes, says, not_says, files, slow}, its
//            workspace ws/ and, for what git cannot store, setup.sh. {WS} is the copied workspace, {TMP} an empty folder next to it
//
// __tests__/vectors/cases/open.txt lists situations that do not hold yet: they count as neither, and one that holds fails the run
// until it is taken from the list. The last line is `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const VECTORS = join(root, '__tests__/vectors');
const RECORDED = ['compat', 'gate'];
const SITUATIONS = ['engine', 'trust', 'producers', 'people'];
const OUTPUT_LIMIT = 4_000_000;
/** Variables of CI systems, and our own: a case sets those that it tests. */
const CI_VARIABLE =
  /^(GITHUB_|INPUT_|PROOF_|CI|GITLAB|RUNNER_|JENKINS|CHANGE_|BRANCH_|BUILD|BITBUCKET|CIRCLE|TRAVIS|DRONE|TF_BUILD|SYSTEM_|TEAMCITY|WOODPECKER|SEMAPHORE|APPVEYOR|GIT_)/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: 'string', default: root },
    only: { type: 'string', default: '' },
    show: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '2' },
  },
});
const project = resolve(values.project);
const only = new RegExp(values.only);
const suites = positionals.length === 0 ? [...RECORDED, ...SITUATIONS] : positionals;
const cli = join(project, 'dist/cli/index.js');
const cleanEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !CI_VARIABLE.test(name)));

const open = new Set(
  readFileSync(join(VECTORS, 'cases/open.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

let failures = 0;
let total = 0;
for (const suite of suites) {
  if (![...RECORDED, ...SITUATIONS].includes(suite)) throw new Error(`no suite "${suite}"`);
  const cases = RECORDED.includes(suite) ? recordedCases(suite) : situations(suite);
  const failed = await runAll(cases.filter(({ name }) => only.test(name)));
  const waiting = cases.filter(({ name }) => open.has(name)).length;
  console.log(`# ${suite}: ${cases.length - failed - waiting} of ${cases.length}, ${waiting} open`);
}
console.log(`${total - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 && total > 0 ? 0 : 1;

/** Runs cases concurrently; returns the number of failures. */
async function runAll(cases) {
  let next = 0;
  let failed = 0;
  const worker = async () => {
    while (next < cases.length) {
      const { name, check } = cases[next++];
      const outcome = await check();
      if (open.has(name) && outcome !== undefined) {
        console.log(`# open: ${name}`);
        continue;
      }
      total++;
      const problem = open.has(name) ? 'holds now: take it from open.txt' : outcome;
      if (problem === undefined) continue;
      failures++;
      if (++failed <= Number(values.show)) console.log(`not ok ${name}: ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  return failed;
}

function run(command, args, options, seconds = 60) {
  return new Promise((done) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (part) => {
        if (output[stream].length < OUTPUT_LIMIT) output[stream] += part;
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code: code ?? `${signal} after ${seconds} s`, ...output });
    });
  });
}

function recordedCases(suite) {
  const folder = join(VECTORS, 'conformance', suite);
  const { cases } = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
  const command = suite === 'gate' ? ['gate'] : ['verify', '--json'];
  return cases.map((recorded) => ({
    name: `${recorded.id} ${recorded.path}`,
    check: async () => {
      const args = [cli, ...command, ...recorded.args, recorded.path];
      const { code, stdout, stderr } = await run(process.execPath, args, { cwd: folder, env: cleanEnvironment });
      const expected = recorded.exit_in ?? [recorded.exit];
      if (!expected.includes(code)) return `exit ${code}, expected ${expected.join(' or ')}: ${stderr.split('\n')[0]}`;
      if (suite === 'gate' || code !== 0) return undefined;
      return isDeepStrictEqual(JSON.parse(stdout), recorded.stdout) ? undefined : `prints ${stdout.slice(0, 200)}`;
    },
  }));
}

function situations(suite) {
  const folder = join(VECTORS, 'cases', suite);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'case.json')))
    .sort()
    .map((name) => ({ name: `${suite}/${name}`, check: () => inWorkspace(join(folder, name)) }));
}

async function inWorkspace(folder) {
  const situation = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8'));
  const temporary = mkdtempSync(join(tmpdir(), 'proof-verify-case-'));
  const workspace = join(temporary, 'ws');
  const out = join(temporary, 'out');
  try {
    if (existsSync(join(folder, 'ws')))
      cpSync(join(folder, 'ws'), workspace, { recursive: true, verbatimSymlinks: true });
    else mkdirSync(workspace);
    mkdirSync(out);
    const setup = join(folder, 'setup.sh');
    if (existsSync(setup)) {
      const env = { ...process.env, WS: workspace, TMP: out, PROJECT: project, CASE: folder };
      const made = spawnSync('bash', [setup], { cwd: workspace, env, encoding: 'utf8' });
      if (made.status !== 0) return `setup.sh failed: ${made.stderr.slice(0, 200)}`;
    }
    const fill = (text) => String(text).replaceAll('{WS}', workspace).replaceAll('{TMP}', out);
    const result = await enter(situation, workspace, out, fill);
    return problemOf(situation, result, join(out, 'report.json'), fill);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Runs the command line or the Action as the case says. */
function enter(situation, workspace, out, fill) {
  const report = join(out, 'report.json');
  const filled = Object.entries(situation.env ?? {}).map(([name, value]) => [name, fill(value)]);
  const cwd = join(workspace, situation.cwd ?? '');
  if (situation.door !== 'action') {
    const env = { ...cleanEnvironment, NO_COLOR: '1', ...Object.fromEntries(filled) };
    const args = (situation.args ?? []).map(fill);
    const reports = situation.codes !== undefined || situation.not_codes !== undefined;
    if (reports && ['gate', 'merge'].includes(args[0])) args.splice(1, 0, '--report', `json=${report}`);
    return run(process.execPath, [cli, ...args], { cwd, env }, situation.slow);
  }
  const env = {
    ...cleanEnvironment,
    NO_COLOR: '1',
    ...actionEnvironment(workspace, out, report),
    ...Object.fromEntries(filled),
  };
  for (const [input, value] of Object.entries(situation.inputs ?? {})) {
    const name = `INPUT_${input.toUpperCase()}`;
    env[name] = name === 'INPUT_REPORTS' ? `${fill(value)}\njson=${report}` : fill(value);
  }
  for (const file of ['output', 'summary']) writeFileSync(join(out, file), '');
  return run(process.execPath, [join(project, 'dist/action/index.js')], { cwd, env }, situation.slow);
}

function actionEnvironment(workspace, out, report) {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: out,
    GITHUB_OUTPUT: join(out, 'output'),
    GITHUB_STEP_SUMMARY: join(out, 'summary'),
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.com',
    INPUT_ANNOTATIONS: 'true',
    INPUT_SUMMARY: 'true',
    INPUT_COMMENT: 'never',
    'INPUT_CHECK-RUN': 'false',
    INPUT_REPORTS: `json=${report}`,
  };
}

/** Where a result differs from what the case expects, or `undefined`. */
function problemOf(situation, { code, stdout, stderr }, report, fill) {
  const text = stdout + stderr;
  if (!situation.exit_in.includes(code)) {
    return `exit ${code}, expected ${situation.exit_in.join(' or ')}: ${text.trim().split('\n')[0]?.slice(0, 140)}`;
  }
  const findings = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).findings : [];
  const codes = new Set(findings.filter(({ severity }) => severity !== 'notice').map((finding) => finding.code));
  for (const wanted of situation.codes ?? []) {
    if (!codes.has(wanted)) return `${wanted} is missing among ${[...codes].join(', ')}`;
  }
  for (const unwanted of situation.not_codes ?? []) if (codes.has(unwanted)) return `${unwanted} was raised`;
  for (const wanted of situation.says ?? []) {
    if (!new RegExp(wanted, 'im').test(text)) return `the output lacks /${wanted}/: ${text.trim().slice(0, 200)}`;
  }
  for (const unwanted of situation.not_says ?? []) {
    if (new RegExp(unwanted, 'im').test(text)) return `the output has /${unwanted}/`;
  }
  for (const [file, wanted] of Object.entries(situation.files ?? {})) {
    const path = fill(file);
    if (!existsSync(path) || !new RegExp(wanted, 'm').test(readFileSync(path, 'utf8')))
      return `${file} lacks /${wanted}/`;
  }
  return undefined;
}
