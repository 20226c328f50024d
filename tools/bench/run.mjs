#!/usr/bin/env node
// npm run bench [-- GROUP…]: measures the built command line against what the machine itself can do and prints JSON.
// Groups: chain, files, start, scale, memory, jobs, policy, and with --proof PATH upstream: the same files through the `proof` of
// that path (go build github.com/Clyra-AI/proof/cmd/proof). Both sides of a ratio are run alternately, medians are compared: absolute
// times say little on a shared machine. Artifacts are made in a temporary folder, or in --dir, which is then kept.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli/index.js');
const args = process.argv.slice(2);
const option = (name, fallback) => {
  const at = args.indexOf(name);
  return at < 0 ? fallback : args.splice(at, 2)[1];
};
const rounds = Number(option('--rounds', '5'));
const kept = option('--dir', undefined);
const proof = option('--proof', undefined);
const dir = kept ?? mkdtempSync(join(tmpdir(), 'proof-verify-bench-'));
mkdirSync(dir, { recursive: true });
const all = ['chain', 'files', 'start', 'scale', 'memory', 'jobs', 'policy'];
const wanted = args.length > 0 ? args : proof === undefined ? all : [...all, 'upstream'];
const result = {
  node: process.version,
  cpu: cpus()[0]?.model,
  threads: availableParallelism(),
  load: loadavg()[0],
  rounds,
  groups: {},
};

/** Path of a benchmark artifact, which is created once. */
function artifact(kind, count, ...flags) {
  const path = join(
    dir,
    `${kind}-${count}${flags.join('')}${kind === 'files' ? '' : kind === 'chain' ? '.json' : '.jsonl'}`,
  );
  if (!existsSync(path)) {
    const made = spawnSync(process.execPath, [
      join(root, 'tools/bench/make-chain.mjs'),
      kind,
      String(count),
      `${path}.part`,
      ...flags,
    ]);
    if (made.status !== 0) throw new Error(made.stderr.toString());
    writeFileSync(join(dir, 'key'), made.stdout.toString().trim());
    renameSync(`${path}.part`, path);
  }
  return path;
}
const key = () => readFileSync(join(dir, 'key'), 'utf8');

/** Runs a command: wall time in milliseconds, and peak memory in MB if GNU time is installed. */
function run(command, { memory = false, prints = false } = {}) {
  const timed = memory ? ['/usr/bin/time', '-f', '%M', ...command] : command;
  const start = process.hrtime.bigint();
  const ran = spawnSync(timed[0], timed.slice(1), { cwd: dir, encoding: 'utf8' });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (ran.status !== 0) throw new Error(`${command.join(' ')}: exit ${ran.status}\n${ran.stderr}`);
  const own = prints ? JSON.parse(ran.stdout) : undefined;
  return {
    ms: own?.ms ?? ms,
    mb: memory ? Math.round(Number(ran.stderr.trim().split('\n').at(-1)) / 1024) : undefined,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 100) / 100;

/** Medians of several commands that run alternately. */
function compare(commands, count = rounds) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let i = 0; i < count; i++) {
    for (const [name, [command, options]] of Object.entries(commands)) times[name].push(run(command, options).ms);
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, round(median(list))]));
}

const node = (...rest) => [process.execPath, ...rest];
const gate = (path, ...rest) => node(cli, 'gate', path, '--quiet', ...rest);
const script = (name, ...rest) => node(join(root, 'tools/bench', name), ...rest);

/** A policy that checks each record in every possible way; the chain satisfies it. */
const policyText = (publicKey) => `version: 1
trust:
  keys: [{name: bench, public_key: ${publicKey}, not_before: 2025-01-01T00:00:00Z, source_products: [bench]}]
freshness: {max_age: 36500d}
require:
  record_types: {tool_invocation: 1000}
  source_products: [bench]
  frameworks: [{id: soc2, min_coverage: 0}]
rules:
  - id: shell-succeeds
    when: {properties: {record_type: {const: tool_invocation}, event: {properties: {tool: {const: shell.exec}}}}}
    must: {properties: {event: {properties: {exit_code: {const: 0}}, required: [exit_code]}}}
approvals:
  - id: deployments
    when: {properties: {record_type: {const: deployment}}}
    min: 1
`;

const GROUPS = {
  chain() {
    const path = artifact('chain', 100_000);
    const unsigned = compare({
      parse_and_sha256: [script('floor.mjs', path)],
      gate_by_hash: [gate(path, '--signatures', 'off')],
      gate_one_thread: [gate(path, '--signatures', 'off', '--jobs', '1')],
    });
    const signed = compare({
      verify_two_threads: [script('verify-floor.mjs', '2', '100000'), { prints: true }],
      verify_pool: [script('verify-floor.mjs', 'pool', '100000'), { prints: true }],
      gate_signed: [gate(path, '--public-key', key())],
    });
    return {
      ...unsigned,
      ...signed,
      by_hash_to_floor: round(unsigned.gate_by_hash / unsigned.parse_and_sha256),
      signed_share_of_two_threads: round(signed.verify_two_threads / signed.gate_signed),
    };
  },
  files() {
    const thousand = artifact('files', 1000);
    const many = artifact('files', 100_000);
    const times = compare({
      bare_node: [node('-e', '0')],
      thousand: [gate(thousand, '--public-key', key())],
    });
    const large = compare({ hundred_thousand: [gate(many, '--public-key', key())] }, 1);
    return {
      ...times,
      ...large,
      thousand_to_bare: round(times.thousand / times.bare_node),
      ms_per_file_of_hundred_thousand: round(large.hundred_thousand / 100_000),
    };
  },
  start() {
    const one = join(artifact('files', 1000), '0000000.json');
    const times = compare(
      {
        bare_node: [node('-e', '0')],
        verify_one: [node(cli, 'verify', '--json', one)],
        gate_one: [gate(one)],
      },
      rounds * 5,
    );
    return {
      ...times,
      verify_to_bare: round(times.verify_one / times.bare_node),
      gate_to_bare: round(times.gate_one / times.bare_node),
    };
  },
  scale() {
    // One thread only: beyond a certain size two threads share the work, and a record then takes less time.
    const out = {};
    let before;
    for (const count of [10_000, 100_000, 1_000_000]) {
      const path = artifact('chain', count, '--unsigned');
      const { one } = compare(
        { one: [gate(path, '--signatures', 'off', '--jobs', '1', '--max-artifact-bytes', '8GiB')] },
        count > 100_000 ? 3 : rounds,
      );
      out[`ms_${count}`] = one;
      if (before !== undefined) {
        out[`us_per_further_record_to_${count}`] = round(((one - before.one) * 1000) / (count - before.count));
      }
      before = { count, one };
    }
    return out;
  },
  memory() {
    const path = artifact('stream', 850_000, '--unsigned');
    const chain = artifact('chain', 850_000, '--unsigned');
    const bundle = join(dir, 'bundle');
    if (!existsSync(bundle)) {
      mkdirSync(bundle);
      spawnSync('ln', [path, join(bundle, 'records.jsonl')]);
      const sum = spawnSync('sha256sum', [path], { encoding: 'utf8' }).stdout.slice(0, 64);
      const manifest = { files: [{ path: 'records.jsonl', sha256: sum }], algo_id: 'sha256' };
      writeFileSync(join(bundle, 'manifest.json'), JSON.stringify(manifest));
    }
    const peak = (target) => run(gate(target, '--signatures', 'off'), { memory: true }).mb;
    return { stream_1gb_mb: peak(path), chain_1gb_mb: peak(chain), bundle_1gb_mb: peak(bundle) };
  },
  policy() {
    const path = artifact('chain', 100_000);
    const file = join(dir, 'policy.yml');
    writeFileSync(file, policyText(key()));
    const times = compare(
      {
        signed: [gate(path, '--public-key', key())],
        signed_with_policy: [gate(path, '--policy', file)],
        by_hash: [gate(path, '--signatures', 'off')],
        by_hash_with_policy: [gate(path, '--signatures', 'off', '--policy', file)],
      },
      Math.min(rounds, 3),
    );
    const peak = (count) =>
      run(gate(artifact('stream', count, '--unsigned'), '--signatures', 'off', '--policy', file), { memory: true }).mb;
    const [few, many] = [100_000, 850_000];
    return {
      ...times,
      policy_bytes_a_record: Math.round(((peak(many) - peak(few)) * 1024 * 1024) / (many - few)),
      signed_added: round(times.signed_with_policy / times.signed - 1),
      by_hash_added: round(times.by_hash_with_policy / times.by_hash - 1),
    };
  },
  upstream() {
    if (proof === undefined) throw new Error('upstream needs --proof PATH');
    const path = artifact('chain', 100_000);
    const thousand = artifact('files', 1000);
    const verify = (target, ...rest) => [proof, 'verify', '--quiet', ...rest, target];
    // It accepts one file per call.
    const each = [
      'sh',
      '-c',
      'for file in "$2"/*; do "$0" verify --quiet --signatures --public-key "$1" "$file" || exit; done',
    ];
    const times = compare({
      proof_by_hash: [verify(path, '--chain')],
      gate_by_hash: [gate(path, '--signatures', 'off')],
      proof_signed: [verify(path, '--chain', '--signatures', '--public-key', key())],
      gate_signed: [gate(path, '--public-key', key())],
      proof_thousand: [[...each, proof, key(), thousand]],
      gate_thousand: [gate(thousand, '--public-key', key())],
    });
    return {
      ...times,
      by_hash: round(times.proof_by_hash / times.gate_by_hash),
      signed: round(times.proof_signed / times.gate_signed),
      thousand: round(times.proof_thousand / times.gate_thousand),
    };
  },
  jobs() {
    const path = artifact('chain', 100_000);
    return compare(
      {
        one: [gate(path, '--public-key', key(), '--jobs', '1')],
        two: [gate(path, '--public-key', key(), '--jobs', '2')],
      },
      Math.min(rounds, 3),
    );
  },
};

for (const name of wanted) {
  const group = GROUPS[name];
  if (group === undefined) throw new Error(`no group ${name}; known: ${Object.keys(GROUPS).join(', ')}`);
  result.groups[name] = group();
  process.stderr.write(`${name}: ${JSON.stringify(result.groups[name])}\n`);
}
if (kept === undefined) rmSync(dir, { recursive: true, force: true });
console.log(JSON.stringify(result, null, 2));
