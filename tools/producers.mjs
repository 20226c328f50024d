#!/usr/bin/env node
// Runs the real producers that are on PATH, each recipe in an empty folder of its own, and the gate on what they leave behind:
// what a producer writes by itself has to pass. A producer that is not installed is skipped and said so.
//
//   node tools/producers.mjs [--out DIR] [gait|wrkr|axym]…
//
// --out keeps each folder as a situation that tools/conformance.mjs runs: DIR/PRODUCER-NAME/{case.json, ws/}. Look at a new one
// before it goes to __tests__/vectors/cases/producers: keys of a producer are in ws/ where the producer puts them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
/** Time limit for one command of a producer, in milliseconds. */
const TIMEOUT = 120_000;

/** The commands of each producer. `files`: files that exist before; `exit`: expected exit codes of the gate (default 0). */
const RECIPES = {
  gait: [
    { name: 'demo', run: ['demo'] },
    { name: 'demo-durable', run: ['demo --durable'] },
    // The policy demo alone leaves no evidence behind.
    { name: 'demo-policy', run: ['demo --policy'], exit: [6] },
    { name: 'demo-then-policy', run: ['demo', 'demo --policy'] },
    { name: 'tour', run: ['tour'] },
    {
      name: 'job-pack',
      run: [
        'job submit --id job_1',
        'job checkpoint add --id job_1 --type completed --summary done',
        'pack build --type job --from job_1',
      ],
    },
    {
      name: 'session',
      run: [
        'run session start --journal gait-out/s.journal.jsonl --session-id s1 --run-id run_1',
        'run session append --journal gait-out/s.journal.jsonl --tool write --verdict allow',
        'run session checkpoint --journal gait-out/s.journal.jsonl --out gait-out/runpack_1.zip --chain-out gait-out/session_chain.json',
      ],
    },
  ],
  wrkr: [
    { name: 'scan', files: { 'repo/AGENTS.md': '# Agents\n' }, run: ['scan --path repo'] },
    {
      name: 'evidence',
      files: { 'repo/AGENTS.md': '# Agents\n' },
      run: ['scan --path repo', 'evidence --frameworks soc2'],
    },
  ],
  axym: [
    { name: 'store', run: ['init', 'collect'] },
    { name: 'bundle', run: ['init', 'collect', 'bundle --audit audit-1 --frameworks soc2'] },
  ],
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
for (const name of positionals) if (!Object.hasOwn(RECIPES, name)) throw new Error(`no recipes for "${name}"`);
const folders = mkdtempSync(join(tmpdir(), 'proof-verify-producers-'));
let failures = 0;
try {
  for (const [producer, recipes] of Object.entries(RECIPES)) {
    if (positionals.length > 0 && !positionals.includes(producer)) continue;
    const program = onPath(producer);
    if (program === undefined) console.log(`# skip ${producer}: not on PATH`);
    else for (const recipe of recipes) run(producer, program, recipe);
  }
} finally {
  rmSync(folders, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function run(producer, program, { name, files = {}, run: commands, exit = [0] }) {
  const title = `${producer}-${name}`;
  const home = join(folders, `${title}-home`);
  const workspace = join(folders, title);
  for (const folder of [home, workspace]) mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(workspace, path, '..'), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  // Nothing from the user's environment gets into the corpus.
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, LANG: 'C' };
  for (const command of commands) {
    const { status, stderr, error } = spawnSync(program, command.split(' '), { cwd: workspace, env, timeout: TIMEOUT });
    // 0 is success; Gait also has exit codes for the decision of its own gate.
    if (error !== undefined || status === null || status === 6) {
      failed(title, `${producer} ${command}: ${error?.message ?? `exit code ${status}`} ${stderr}`);
      return;
    }
  }
  const gate = spawnSync(process.execPath, [CLI, 'gate', '--verbose'], { cwd: workspace, env, encoding: 'utf8' });
  if (exit.includes(gate.status)) console.log(`ok ${title}`);
  else failed(title, `the gate exits ${gate.status}, expected ${exit.join(' or ')}\n${gate.stdout}${gate.stderr}`);
  if (values.out !== undefined) keep(title, workspace, { producer, commands, exit });
}

function keep(title, workspace, { producer, commands, exit }) {
  const folder = join(values.out, title);
  rmSync(folder, { recursive: true, force: true });
  cpSync(workspace, join(folder, 'ws'), { recursive: true, verbatimSymlinks: true });
  const why = `What ${commands.map((command) => `\`${producer} ${command}\``).join(', ')} leaves behind.`;
  const situation = { id: `producers/${title}`, door: 'cli', args: ['gate'], exit_in: exit, why };
  writeFileSync(join(folder, 'case.json'), `${JSON.stringify(situation, null, 1)}\n`);
}

function failed(title, why) {
  failures++;
  console.log(`not ok ${title}: ${why.trim().replaceAll('\n', '\n  ')}`);
}

function onPath(program) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}
