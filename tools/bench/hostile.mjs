#!/usr/bin/env node
// Time and memory of hostile shapes against an honest chain of the same size (docs/performance.md, "Hostile artifacts").
//   node tools/bench/hostile.mjs [--mb 10] [--rounds 3] [--cli dist/cli/index.js] [TEXT of names…]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHAPES } from './shapes.mjs';

const args = process.argv.slice(2);
const option = (name, otherwise) => (args.includes(name) ? args.splice(args.indexOf(name), 2)[1] : otherwise);
const bytes = Number(option('--mb', '10')) * 1e6;
const rounds = Number(option('--rounds', '3'));
const cli = option('--cli', new URL('../../dist/cli/index.js', import.meta.url).pathname);
const wanted = Object.keys(SHAPES).filter((name) => args.length === 0 || args.some((text) => name.includes(text)));

const work = mkdtempSync(join(tmpdir(), 'proof-verify-hostile-'));
const meter = join(work, 'meter.cjs');
// Processor time instead of wall time, independent of other work on the machine.
writeFileSync(
  meter,
  `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    require('node:fs').writeFileSync(process.env.METER, JSON.stringify({ ms: (userCPUTime + systemCPUTime) / 1000, kb: maxRSS })); });`,
);

function run(folder) {
  const out = join(work, 'meter.json');
  rmSync(out, { force: true });
  const { status, signal } = spawnSync(
    process.execPath,
    ['-r', meter, cli, 'gate', '--quiet', '--jobs', '1', '--now', '2026-11-02T00:00:00Z', 'e'],
    { cwd: folder, env: { ...process.env, METER: out }, timeout: 300_000 },
  );
  try {
    return { exit: status, ...JSON.parse(readFileSync(out, 'utf8')) };
  } catch {
    return { exit: signal ?? status, ms: Number.NaN, kb: Number.NaN };
  }
}

function measure(name, size) {
  const folder = join(work, 'w');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'e'), { recursive: true });
  let total = 0;
  for (const [file, body] of Object.entries(SHAPES[name](size))) {
    writeFileSync(join(folder, 'e', file), body);
    total += statSync(join(folder, 'e', file)).size;
  }
  const runs = Array.from({ length: rounds }, () => run(folder)).sort((a, b) => a.ms - b.ms);
  return { ...runs[Math.floor(rounds / 2)], bytes: total };
}

const honest = measure('honest chain', bytes);
const rows = [];
for (const name of wanted) {
  const one = measure(name, bytes);
  const row = {
    shape: name,
    exit: one.exit,
    times: Number((one.ms / honest.ms / Math.max(1, one.bytes / honest.bytes)).toFixed(2)),
    // In excess of a run without data: the program itself.
    bytesPerByte: Number(((one.kb * 1024 - 100e6) / one.bytes).toFixed(1)),
    mb: Number((one.kb / 1024).toFixed(0)),
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}
rmSync(work, { recursive: true, force: true });
const over = rows.filter(
  ({ times, bytesPerByte, exit }) => !(times <= 10) || !(bytesPerByte <= 8) || exit === 134 || exit === 137,
);
console.log(JSON.stringify({ honestMs: Math.round(honest.ms), over: over.map(({ shape }) => shape) }));
process.exitCode = over.length === 0 ? 0 : 1;
