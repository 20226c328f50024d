import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { XMLParser } from 'fast-xml-parser';
import { INIT_NAMES } from '../../src/cli/commands/init.js';
import { FINDINGS } from '../../src/engine/findings.js';
import {
  ALICE,
  chain,
  type Doc,
  folder,
  hashOf,
  jsonl,
  omit,
  pretty,
  record,
  recordHash,
  records,
  removeFolders,
} from '../support/build.js';
import {
  bareEnv,
  CLI,
  cli,
  copyOf,
  type Done,
  IS_WINDOWS,
  programs,
  type Report,
  ROOT,
  readJsonFile,
  readText,
  runProgram,
  SLOWLY,
  slowStream,
  withBrokenWorkers,
  withPrograms,
} from '../support/cli.js';

// Every command of the committed program, as somebody meets it who has only its help.

afterAll(removeFolders);

const NOW = '2026-06-01T00:00:00Z';

/** What a command writes when it succeeds, and it has to. */
function said(cwd: string, ...args: string[]): string {
  const { exit, stdout, stderr } = cli(cwd, ...args);
  expect([exit, stderr]).toEqual([0, '']);
  return stdout;
}
const saidJson = <T>(cwd: string, ...args: string[]): T => JSON.parse(said(cwd, ...args)) as T;

describe('--help', () => {
  const work = folder();

  /** Sub-commands that a help text lists, without `help` itself. */
  function listed(help: string): string[] {
    const [, commands = ''] = help.split('\nCommands:\n');
    return [...commands.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
  }

  /** The help of a command and of all below it, by name. */
  function helps(...command: string[]): [string, string][] {
    const help = said(work, ...command, '--help');
    return [[command.join(' '), help], ...listed(help).flatMap((name) => helps(...command, name))];
  }
  let all: Map<string, string>;
  beforeAll(() => {
    all = new Map(helps());
  });

  test('leads to every command', () => {
    expect([...all.keys()]).toEqual([
      '',
      ...['verify', 'chain', 'chain verify', 'inspect', 'types', 'types list', 'types validate'],
      ...['explain', 'schema', 'gate', 'merge', 'baseline', 'policy', 'policy check', 'policy lock', 'policy test'],
      ...['frameworks', 'frameworks list', 'frameworks show', 'frameworks coverage', 'init', 'completion'],
      ...['keygen', 'key', 'key id', 'hash', 'sign', 'approve'],
    ]);
  });

  test('of each begins with its usage and says what it does', () => {
    for (const [name, help] of all) {
      const command = ['proof-verify', name].join(' ').trim();
      expect(help).toMatch(new RegExp(`^Usage: ${command}[^\\n]*\\n\\n[^\\n]{10,}\\n`));
    }
  });

  test('describes each option and argument', () => {
    for (const help of all.values()) {
      const options = help.split('\n').filter((line) => /^ {2}(-\w, )?--?\w/.test(line));
      expect(options.length).toBeGreaterThan(0);
      for (const line of options) expect(line).toMatch(/^ {2}(-\w, )?--[\w-]+( <[^>]+>)? {2,}\S/);
    }
  });

  test('of gate has every option of the guide, and its limits the defaults', () => {
    const [table = ''] = readText(ROOT, 'docs/usage/cli.md').split('## More commands');
    const options = [...table.matchAll(/(?<=^\|.*)`(--[a-z0-9-]+)/gm)]
      .map(([, name = '']) => name)
      // `--max-…` stands for all of them.
      .filter((name) => !name.endsWith('-'));
    expect(options.length).toBeGreaterThan(25);
    const help = all.get('gate') ?? '';
    expect(options.filter((name) => !help.includes(`${name} `))).toEqual([]);
    for (const line of help.split('\n').filter((one) => one.includes('--max-'))) expect(line).toContain('(default: ');
  });

  test('lists the exit codes and gives examples', () => {
    const help = all.get('') ?? '';
    for (const part of ['Exit codes: 0 verified', '8 unsafe operation blocked', 'Examples:', '  proof-verify gate ']) {
      expect(help).toContain(part);
    }
  });

  test('`help COMMAND` is the same', () => {
    expect(said(work, 'help', 'gate')).toBe(all.get('gate'));
  });
});

describe('a slip', () => {
  const work = folder();

  test.each([
    [['gat'], ["unknown command 'gat'", "did you mean 'gate'?"]],
    [['gat', '--help'], ["unknown command 'gat'"]],
    [['help', 'gat'], ["unknown command 'gat'"]],
    [
      ['chain', 'verfy', 'x'],
      ["unknown command 'chain verfy'", "did you mean 'verify'?"],
    ],
    [
      ['policy', 'chek'],
      ["unknown command 'policy chek'", "did you mean 'check'?"],
    ],
    [
      ['gate', '--publik-key', 'x'],
      ["unknown option '--publik-key'", "did you mean '--public-key'?"],
    ],
    [
      ['verify', '--signature', 'x'],
      ["unknown option '--signature'", "did you mean '--signatures'?"],
    ],
    [
      ['gate', '--pubkey', 'x'],
      ["unknown option '--pubkey'", "did you mean '--public-key'?"],
    ],
    [['gate', '--frobnicate'], ["unknown option '--frobnicate'"]],
    [
      ['gate', '--report', 'jsn=x'],
      ["unknown report format 'jsn'", 'json, sarif, junit', "did you mean 'json'"],
    ],
    [
      ['gate', '--signatures', 'maybe'],
      ['--signatures is "maybe"', 'auto', 'required', 'off'],
    ],
    [
      ['gate', '--timeout', 'soon'],
      ['--timeout is "soon"', '90s'],
    ],
    [['gate', '--jobs', '0'], ['--jobs is "0"']],
    [['gate', '--shard', '3/2'], ['--shard is "3/2"']],
    [
      ['gate', '--public-key'],
      ['--public-key', 'argument missing'],
    ],
    [['verify'], ["missing required argument 'path'"]],
    [['verify', 'a', 'b'], ['too many arguments']],
    [
      ['explain', 'recrd.hash_mismatch'],
      ['recrd.hash_mismatch', "did you mean 'record.hash_mismatch'"],
    ],
    [
      ['schema', 'proof-record'],
      ['proof-record', 'proof-record-v1'],
    ],
    [
      ['frameworks', 'show', 'soc3'],
      ['soc3', 'soc2'],
    ],
    [
      ['init', 'githib'],
      ['githib', 'github'],
    ],
    [
      ['completion', 'fsh'],
      ['fsh', 'fish'],
    ],
  ] as const)('%j exits 6 and helps', (args, parts) => {
    const { exit, stdout, stderr } = cli(work, ...args);
    expect([exit, stdout]).toEqual([6, '']);
    for (const part of parts) expect(stderr).toContain(part);
    expect(stderr).toMatch(/^error: [^\n]+ \[(?:usage|framework)\.invalid\]\n$/);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  });

  test('in a command that upstream has is reported in one line (contract section 9)', () => {
    expect(cli(work, 'verify', '--signature', 'x').stderr).toMatch(/^[^\n]+\n$/);
  });

  test('no command at all prints the help and exits 6', () => {
    const { exit, stderr } = cli(work);
    expect([exit, stderr]).toEqual([6, expect.stringMatching(/^Usage: proof-verify /)]);
  });
});

describe('--report', () => {
  const FORMATS = ['json', 'sarif', 'junit', 'code-quality', 'markdown', 'html', 'tap', 'vsa', 'proof-record'];
  let work: string;
  let report: Report;
  const args = ['gate', 'examples', 'broken-examples', '--now', NOW];
  const file = (format: string): string => path.join('reports', `${format}.out`);

  beforeAll(() => {
    work = copyOf('examples', 'broken-examples');
    const done = cli(work, ...args, ...FORMATS.flatMap((format) => ['--report', `${format}=${file(format)}`]));
    expect([done.exit, done.stderr]).toEqual([6, '']);
    report = readJsonFile<Report>(work, file('json'));
  });
  const text = (format: string): string => readText(work, file(format));
  const parsed = <T>(format: string): T => readJsonFile<T>(work, file(format));
  const failed = (): string[] => report.artifacts.filter((one) => one.outcome === 'failed').map((one) => one.path);

  test('json follows its schema and counts what it lists', () => {
    const ajv = new Ajv({ strict: false, formats: { 'date-time': true } });
    const valid = ajv.compile(readJsonFile<object>(ROOT, 'schemas/v1/gate-report-v1.schema.json'));
    expect([valid(report), valid.errors]).toEqual([true, null]);
    expect(report).toMatchObject({ exit_code: 6, outcome: 'failed' });
    expect(report.summary.artifacts).toBe(report.artifacts.length);
    expect(failed()).toHaveLength(report.summary.failed);
    expect(report.summary.failed).toBeGreaterThan(15);
    expect(report.summary.verified).toBeGreaterThan(15);
  });

  test('sarif has a result for each finding, and its rule', () => {
    const { version, runs } = parsed<{
      version: string;
      runs: { results: { ruleId: string }[]; tool: { driver: { rules: { id: string }[] } } }[];
    }>('sarif');
    expect([version, runs.length]).toEqual(['2.1.0', 1]);
    const rules = new Set(runs[0]?.tool.driver.rules.map(({ id }) => id));
    const results = runs[0]?.results.map(({ ruleId }) => ruleId) ?? [];
    expect([...results].sort()).toEqual(report.findings.map(({ code }) => code).sort());
    expect(results.filter((id) => !rules.has(id))).toEqual([]);
  });

  test('junit has a case for each artifact, failed where it failed', () => {
    interface Case {
      readonly '@name': string;
      readonly failure?: unknown;
    }
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      isArray: (name) => ['testsuite', 'testcase', 'failure'].includes(name),
    });
    const { testsuites } = parser.parse(text('junit')) as {
      testsuites: { '@tests': string; '@failures': string; testsuite: { '@name': string; testcase: Case[] }[] };
    };
    const all = testsuites.testsuite.flatMap(({ testcase }) => testcase);
    expect([all.length, all.filter(({ failure }) => failure !== undefined).length]).toEqual([
      Number(testsuites['@tests']),
      Number(testsuites['@failures']),
    ]);
    const artifacts = testsuites.testsuite
      .filter((suite) => suite['@name'].startsWith('artifacts.'))
      .flatMap(({ testcase }) => testcase);
    expect(artifacts.map((one) => one['@name']).sort()).toEqual(report.artifacts.map(({ path }) => path).sort());
    const broken = artifacts.filter(({ failure }) => failure !== undefined).map((one) => one['@name']);
    expect(broken.sort()).toEqual(failed().sort());
  });

  test('code-quality has an issue for each finding, with a unique fingerprint', () => {
    const issues = parsed<{ check_name: string; fingerprint: string; severity: string }[]>('code-quality');
    expect(issues.map((one) => one.check_name).sort()).toEqual(report.findings.map(({ code }) => code).sort());
    expect(new Set(issues.map((one) => one.fingerprint)).size).toBe(issues.length);
  });

  test('tap has as many lines as its plan says, and one not ok for each failed artifact', () => {
    const lines = text('tap').split('\n');
    expect(lines[0]).toBe('TAP version 14');
    const points = lines.filter((line) => /^(not )?ok \d+ - /.test(line));
    expect(lines[1]).toBe(`1..${points.length}`);
    const broken = points.filter((line) => line.startsWith('not ok '));
    for (const one of failed()) expect(broken.filter((line) => line.endsWith(` ${one}`))).toHaveLength(1);
    expect(points.length - broken.length).toBeGreaterThanOrEqual(report.summary.verified);
  });

  test('vsa is a statement over the artifacts that have a digest', () => {
    const statement = parsed<{
      _type: string;
      subject: { name: string; digest: { sha256: string } }[];
      predicate: { verificationResult: string };
    }>('vsa');
    expect(statement._type).toBe('https://in-toto.io/Statement/v1');
    expect(statement.predicate.verificationResult).toBe('FAILED');
    expect(statement.subject.map(({ name, digest }) => [name, digest.sha256])).toEqual(
      report.artifacts.filter(({ sha256 }) => sha256 !== null).map((one) => [one.path, one.sha256]),
    );
    expect(statement.subject.length).toBeGreaterThan(30);
  });

  test('proof-record is a record that verifies, and tells the verdict', () => {
    const sealed = parsed<Doc>('proof-record');
    expect(recordHash(sealed)).toBe(hashOf(sealed));
    expect(sealed).toMatchObject({ record_type: 'policy_enforcement', event: { outcome: 'failed', exit_code: 6 } });
    writeFileSync(path.join(work, 'verdict.json'), text('proof-record'));
    expect(saidJson(work, 'verify', '--json', 'verdict.json')).toMatchObject({ kind: 'record', ok: true });
  });

  test.each(['markdown', 'html'])('%s names every failed artifact', (format) => {
    const page = text(format).replaceAll('&#95;', '_');
    for (const one of failed()) expect(page).toContain(path.posix.basename(one));
    expect(page).toMatch(format === 'html' ? /^<!doctype html>[\s\S]*<\/html>\s*$/ : /^## /);
  });

  test.each(FORMATS)('%s=- writes the same bytes to standard output', (format) => {
    const { exit, stdout, stderr } = cli(work, ...args, '--report', `${format}=-`);
    expect([exit, stdout]).toEqual([6, text(format)]);
    // The text for people goes beside it.
    expect(stderr).toContain('(exit code 6)');
  });

  test('that cannot be written is 6, and the others are there', () => {
    const done = cli(work, 'gate', 'examples', '--report', 'tap=examples', '--report', 'sarif=reports/other.sarif');
    expect([done.exit, done.stderr]).toEqual([6, expect.stringContaining('"examples"')]);
    expect(readJsonFile(work, 'reports/other.sarif')).toMatchObject({ version: '2.1.0' });
  });
});

describe('--jobs', () => {
  const MiB = 1024 * 1024;
  let work: string;

  /** Linked records of 16 kB, four of them spoilt in ways that are found at different places. */
  function largeChain(): Doc[] {
    const padding = 'x'.repeat(16_000);
    const list = records(4600, undefined, (i) => ({ event: { action: 'allow', step: i, padding } }));
    list[7] = { ...list[7], source: 'changed' };
    list[1500] = { ...list[1500], added: true };
    list.splice(3000, 1);
    list[4500] = { ...list[4500], event: {} };
    return list;
  }

  beforeAll(() => {
    const list = largeChain();
    work = folder({ 'chain.json': JSON.stringify(chain(list)), 'stream/all.jsonl': jsonl(list) });
    for (const one of ['chain.json', 'stream/all.jsonl']) {
      expect(readFileSync(path.join(work, one)).length).toBeGreaterThan(64 * MiB);
    }
  }, 120_000);

  const args = (file: string, jobs: number): string[] => ['gate', '--jobs', String(jobs), '--report', 'json=-', file];

  test.each(['chain.json', 'stream/all.jsonl'])('1 and 4 give the same bytes of report for %s', (file) => {
    const one = cli(work, ...args(file, 1));
    const four = cli(work, ...args(file, 4));
    expect(four.stdout === one.stdout).toBe(true);
    expect([one.exit, four.exit, four.stderr]).toEqual([2, 2, one.stderr]);
    const { findings, summary } = JSON.parse(one.stdout) as Report;
    expect(summary).toMatchObject({ artifacts: 1, failed: 1, records: 4599 });
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(
      expect.arrayContaining(['record.hash_mismatch', 'record.unhashed_member', 'chain.link_broken']),
    );
  });

  // Otherwise the test above would compare one thread with one thread.
  test.each(['chain.json', 'stream/all.jsonl'])('4 really starts threads for %s, 1 does not', (file) => {
    const broken = withBrokenWorkers();
    const run = (jobs: number): number | null => runProgram(process.execPath, [broken, ...args(file, jobs)], work).exit;
    expect([run(1), run(4)]).toEqual([2, 1]);
  });
});

describe('a run that is cut short', () => {
  let work: string;
  beforeAll(() => {
    work = folder({ 'a.json': pretty(record()), 'slow.jsonl': slowStream() });
  });

  /** The report that a cut run leaves: incomplete, whatever it had verified by then. */
  function expectCut(report: Report, code: string): void {
    expect(report).toMatchObject({ incomplete: true, outcome: 'failed', exit_code: 1 });
    expect(report.findings).toContainEqual(expect.objectContaining({ code, severity: 'error', exit_code: 1 }));
    expect(report.artifacts.map((one) => one.path)).not.toContain('slow.jsonl');
  }

  /** Sends a signal after some time. */
  async function cut(
    signal: NodeJS.Signals,
    after: number,
    args: readonly string[],
  ): Promise<Done & { killed: boolean }> {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: work, env: bareEnv() });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece.toString('utf8');
    });
    child.stderr.on('data', (piece: Buffer) => {
      stderr += piece.toString('utf8');
    });
    const timer = setTimeout(() => child.kill(signal), after);
    const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    return { exit, stdout, stderr, killed: child.signalCode !== null };
  }

  /** A signal before the program listens ends it as it ends any: then the next one comes later. */
  async function interrupted(signal: NodeJS.Signals, ...args: string[]): Promise<Done> {
    for (const after of [300, 600, 1200, 2400, 4800]) {
      const done = await cut(signal, after, ['gate', 'a.json', 'slow.jsonl', ...SLOWLY, ...args]);
      if (!done.killed) return done;
    }
    throw new Error('the program never listened to the signal');
  }

  // Windows ends a process at once, whatever the signal.
  const signals = IS_WINDOWS ? test.skip : test;
  const reason = IS_WINDOWS ? ' (skipped: needs signals)' : '';

  signals.each([
    ['SIGINT', []],
    ['SIGTERM', []],
    ['SIGTERM', ['--warn-only']],
  ] as const)(`%s with %j leaves an incomplete report and exits 1${reason}`, async (signal, args) => {
    const start = Date.now();
    const { exit, stdout, stderr } = await interrupted(signal, '--report', 'json=-', ...args);
    expect(exit).toBe(1);
    expectCut(JSON.parse(stdout) as Report, 'run.interrupted');
    expect(stderr).toContain('✘ Interrupted: ');
    // It ends when it is told to, not when the work is done.
    expect(Date.now() - start).toBeLessThan(30_000);
  });

  signals(`reports in files are written as well${reason}`, async () => {
    const { exit } = await interrupted('SIGTERM', '--report', 'json=r.json', '--report', 'junit=r.xml');
    expect(exit).toBe(1);
    expectCut(readJsonFile<Report>(work, 'r.json'), 'run.interrupted');
    expect(readText(work, 'r.xml')).toContain('run.interrupted');
  });

  test.each([[[]], [['--warn-only']]])('--timeout with %j does the same', (args) => {
    const gate = ['gate', 'a.json', 'slow.jsonl', ...SLOWLY, '--timeout', '100ms', '--report', 'json=-', ...args];
    const { exit, stdout, stderr } = cli(work, ...gate);
    expect(exit).toBe(1);
    expectCut(JSON.parse(stdout) as Report, 'run.timeout');
    expect(stderr).toContain('→ Raise the time limit');
  });

  test('does not claim that there are no artifacts', () => {
    const { stdout } = cli(work, 'gate', 'slow.jsonl', ...SLOWLY, '--timeout', '100ms');
    expect(stdout).not.toContain('No artifacts were found');
  });

  test('no baseline is written', () => {
    const { exit } = cli(work, 'baseline', 'baseline.json', 'slow.jsonl', ...SLOWLY, '--timeout', '100ms');
    expect([exit, existsSync(path.join(work, 'baseline.json'))]).toEqual([1, false]);
  });
});

describe('the commands', () => {
  let work: string;
  beforeAll(() => {
    work = copyOf('examples');
  });
  const DEPLOYMENT = 'examples/records/deployment.json';
  const deployment = (): Doc => readJsonFile<Doc>(ROOT, DEPLOYMENT);

  test('verify', () => {
    expect(said(work, 'verify', DEPLOYMENT)).toBe('Record verified.\n');
    expect(saidJson(work, 'verify', '--json', DEPLOYMENT)).toEqual({
      kind: 'record',
      ok: true,
      record_id: deployment()['record_id'],
    });
    expect(said(work, 'verify', '--quiet', DEPLOYMENT)).toBe('');
  });

  test('chain verify', () => {
    expect(said(work, 'chain', 'verify', 'examples/chain/billing.json')).toBe('Chain intact. 5 records. No gaps.\n');
  });

  test('inspect', () => {
    expect(saidJson(work, 'inspect', DEPLOYMENT)).toEqual(deployment());
    const { records: list } = readJsonFile<{ records: Doc[] }>(ROOT, 'examples/chain/billing.json');
    const id = String(list[2]?.['record_id']);
    expect(saidJson(work, 'inspect', 'examples/chain/billing.json', '--record', id)).toEqual(list[2]);
  });

  test('types', () => {
    expect(said(work, 'types', 'list')).toMatch(/^approval\t\S/m);
    expect(said(work, 'types', 'validate', 'examples/bundle/schemas/acme-scan.json')).toBe('Schema is valid.\n');
  });

  test('hash prints what the producer sealed', () => {
    expect(said(work, 'hash', DEPLOYMENT)).toBe(`${recordHash(deployment())}\n`);
    expect(saidJson(work, 'hash', '--json', DEPLOYMENT)).toEqual({ record_hash: recordHash(deployment()) });
  });

  test('hash --write seals a record and changes nothing else of it', () => {
    const bare = omit(record(), 'integrity');
    writeFileSync(path.join(work, 'new.json'), pretty(bare));
    expect(cli(work, 'verify', 'new.json').exit).toBe(2);
    expect(said(work, 'hash', '--write', 'new.json')).toBe(`${hashOf(bare)}\n`);
    const sealed = readText(work, 'new.json');
    expect(sealed.startsWith(pretty(bare).trimEnd().slice(0, -1).trimEnd())).toBe(true);
    expect(JSON.parse(sealed)).toEqual({ ...bare, integrity: { record_hash: hashOf(bare) } });
    expect(cli(work, 'verify', 'new.json').exit).toBe(0);
    // Nothing half-written stays beside it, and a second time changes nothing.
    said(work, 'hash', '--write', 'new.json');
    expect([readText(work, 'new.json'), readdirSync(work).filter((name) => name.endsWith('.tmp'))]).toEqual([
      sealed,
      [],
    ]);
  });

  test('explain', () => {
    const { title, remedy, exit } = FINDINGS['record.hash_mismatch'];
    const told = said(work, 'explain', 'record.hash_mismatch');
    for (const part of ['record.hash_mismatch', title, remedy, `exit code ${exit}`]) expect(told).toContain(part);
    expect(saidJson(work, 'explain', '--json', 'record.hash_mismatch')).toEqual({
      code: 'record.hash_mismatch',
      severity: 'error',
      exit_code: 2,
      title,
      remedy,
      causes: expect.arrayContaining([expect.stringContaining('changed after it was sealed')]),
      example: { before: expect.any(String), after: expect.any(String) },
      page: 'docs/usage/producing.md',
    });
    expect(said(work, 'explain', 'RECORD.Hash_Mismatch')).toBe(told);
    expect(said(work, 'explain', 'rule.Tests-Passed')).toMatch(/^rule\.Tests-Passed\n/);
  });

  test('explain without a code lists them', () => {
    const codes = said(work, 'explain')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ', 1)[0]);
    expect(codes).toEqual(Object.keys(FINDINGS));
  });

  test('schema', () => {
    expect(said(work, 'schema').split('\n')).toContain('proof-record-v1');
    expect(said(work, 'schema', 'proof-record-v1')).toBe(readText(ROOT, 'schemas/v1/proof-record-v1.schema.json'));
    expect(said(work, 'schema', 'test_result')).toBe(said(work, 'schema', 'types/test-result'));
  });

  test('baseline, and the gate that compares with it', () => {
    const evidence = 'examples/stream';
    said(work, 'baseline', 'made/baseline.json', evidence);
    const { chains } = readJsonFile<{ chains: Doc[] }>(work, 'made/baseline.json');
    expect(chains).toMatchObject([{ path: evidence, record_count: 5 }]);
    said(work, 'gate', evidence, '--baseline', 'made/baseline.json');
    const { exit, stdout } = cli(work, 'gate', 'examples/records', '--baseline', 'made/baseline.json');
    expect([exit, stdout]).toEqual([5, expect.stringContaining('drift.chain_missing')]);
    // Nothing of the moment is in it.
    expect(said(work, 'baseline', '-', evidence)).toContain(readText(work, 'made/baseline.json'));
  });

  test('merge of shards equals the run without shards, byte for byte', () => {
    const gate = ['gate', '-C', 'examples', '--now', NOW];
    const shards = [1, 2, 3].map((i) => `../shards/${i}.json`);
    shards.forEach((file, i) => {
      said(work, ...gate, '--shard', `${i + 1}/3`, '--report', `json=${file}`);
    });
    const merge = ['merge', '-C', 'examples', '--now', NOW];
    said(work, ...merge, ...shards, '--report', 'json=../merged.json');
    said(work, ...gate, '--report', 'json=../whole.json');
    expect(readText(work, 'merged.json')).toBe(readText(work, 'whole.json'));
    // All of them, or none.
    const { exit, stdout } = cli(work, ...merge, ...shards.slice(1));
    expect([exit, stdout]).toEqual([6, expect.stringContaining('merge.invalid')]);
  });

  test('policy check', () => {
    expect(said(work, 'policy', 'check', 'examples/.proof-policy.yml').split('\n')).toEqual(
      expect.arrayContaining([
        'trusts example-signer, release-manager, gait',
        'needs 1 deployment record',
        '1 rule: tests-passed',
      ]),
    );
    writeFileSync(path.join(work, 'wrong.yml'), 'version: 1\n\nrequired: {}\n');
    const { exit, stdout, stderr } = cli(work, 'policy', 'check', 'wrong.yml');
    expect([exit, stdout]).toEqual([6, '']);
    expect(stderr).toBe(`wrong.yml:3:1: error: unknown member "required" (did you mean 'require'?) [policy.invalid]\n`);
  });

  test('frameworks', () => {
    const list = saidJson<{ id: string; control_count: number }[]>(work, 'frameworks', 'list', '--json');
    expect(list).toContainEqual(expect.objectContaining({ id: 'soc2', control_count: 4 }));
    const shown = saidJson<{ controls: { id: string }[] }>(work, 'frameworks', 'show', 'soc2', '--json');
    const ids = shown.controls.map(({ id }) => id);
    expect(ids).toContain('cc6.1');
    const lines = said(work, 'frameworks', 'coverage', 'soc2', 'examples').trimEnd().split('\n');
    expect(lines.slice(0, -1).map((line) => line.split(/\s+/)[1])).toEqual(ids);
    expect(lines.at(-1)).toMatch(/^\d of 4 controls of soc2 \d+ covered$/);
  });

  test('frameworks coverage says why it fails', () => {
    const { stdout, stderr } = cli(work, 'frameworks', 'coverage', 'soc2', 'no-such-folder');
    expect(stdout + stderr).toContain('no-such-folder');
  });

  test.each([
    ['github', 'templates/github/proof-verify.yml'],
    ['gitlab', 'templates/gitlab/proof-verify.gitlab-ci.yml'],
    ['gitlab-offline', 'templates/gitlab/air-gapped.gitlab-ci.yml'],
    ['gitlab-shards', 'templates/gitlab/shards.gitlab-ci.yml'],
    ['jenkins', 'templates/jenkins/Jenkinsfile'],
    ['circleci', 'templates/recipes/circleci.yml'],
    ['azure', 'templates/recipes/azure-pipelines.yml'],
    ['buildkite', 'templates/recipes/buildkite.yml'],
    ['tekton', 'templates/recipes/tekton.yml'],
    ['pre-commit', 'templates/recipes/pre-commit.yml'],
  ])('init %s', (what, file) => {
    expect(said(work, 'init', what)).toBe(readText(ROOT, file));
  });

  test.each(INIT_NAMES.filter((name) => name !== 'policy'))(
    'init %s fails closed and needs no file that the user does not have',
    (name) => {
      const text = said(work, 'init', name);
      expect(text).toMatch(/signatures[=:\s]+(?:value: )?required/i);
      expect(text).not.toMatch(/local: \/?templates\//);
    },
  );

  test('the hook of init pre-commit passes what the key signed, and nothing without a key or signature', () => {
    const options = said(work, 'init', 'pre-commit').match(/--[a-z-]+=\S+$/gm) ?? [];
    expect(options).toHaveLength(3);
    const signed = { '.proof/r.json': pretty(record({}, { by: ALICE })) };
    const key = { 'proof-keys/ci.pub': ALICE.publicKey };
    const exits = [
      { ...signed, ...key },
      key,
      signed,
      { ...key, '.proof/r.json': pretty(record()) },
      { '.proof/r.json': pretty(record()) },
    ].map((files) => cli(folder(files), 'gate', ...options).exit);
    expect(exits).toEqual([0, 0, 7, 2, 7]);
    const keyless = options.flatMap((one) => (one.startsWith('--public-key') ? [] : one.replace('required', 'off')));
    expect(said(folder({ '.proof/r.json': pretty(record()) }), 'gate', ...keyless)).toContain('signatures not checked');
  });

  test('init policy prints one that is valid', () => {
    writeFileSync(path.join(work, 'fresh.yml'), said(work, 'init', 'policy'));
    said(work, 'policy', 'check', 'fresh.yml');
  });

  test.each(['bash', 'zsh', 'fish'])('completion %s knows the commands', (shell) => {
    const script = said(work, 'completion', shell);
    for (const name of ['verify', 'gate', 'frameworks', 'completion']) expect(script).toContain(name);
  });

  // The stand-ins are shell scripts.
  const named = IS_WINDOWS ? test.skip : test;
  named(
    `the first signed record of the README is made as it says${IS_WINDOWS ? ' (skipped: needs a POSIX shell)' : ''}`,
    () => {
      const [, script = ''] =
        /## Your first signed record[\s\S]*?```sh\n([\s\S]*?)```/.exec(readText(ROOT, 'README.md')) ?? [];
      const { exit, stdout } = runProgram('sh', ['-ec', script], folder(), withPrograms(programs()));
      expect(exit).toBe(0);
      expect(stdout).toMatch(/^[0-9a-f]{64}\n✔ 1 artifact verified, signed by key [0-9a-f]{12}…\n/);
      expect(stdout).toContain('"record_id": "deploy-1"');
    },
  );

  // What a shell offers after words that were typed.
  const installed = (shell: string): boolean => !IS_WINDOWS && spawnSync(shell, ['-c', 'exit 0']).status === 0;
  /** Prints what is offered in a script that has the words as its arguments. */
  const ASK: Readonly<Record<string, string>> = {
    bash: `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _proof_verify; printf '%s\\n' "\${COMPREPLY[@]}"`,
    // Outside a line editor nothing completes: what is handed to it is printed, cut as it would be.
    zsh: `print -l -- \${(M)shown:#$words[CURRENT]*}`,
    fish: 'complete -C"$argv"',
  };
  const ZSH = `compdef() { }; _files() { }; compset() { }; compadd() { shown+=(\${@:#(--|-S|)}) }; words=("$@"); CURRENT=$#`;
  const scriptOf = (shell: string): string => {
    const script = said(work, 'completion', shell);
    return shell === 'zsh' ? `${ZSH}\n${script}\n_proof_verify\n${ASK['zsh']}\n` : `${script}\n${ASK[shell]}\n`;
  };
  describe.each(['bash', 'zsh', 'fish'])('completion %s', (shell) => {
    const has = installed(shell);
    (has ? test : test.skip).each([
      [['g'], ['gate']],
      [
        ['chain', ''],
        ['verify', '--help'],
      ],
      [
        ['gate', '--signatures', ''],
        ['auto', 'required', 'off'],
      ],
      [
        ['gate', '--report', 'j'],
        ['json=', 'junit='],
      ],
      [['policy', 'check', '--s'], []],
      [
        ['explain', 'record.hash_'],
        ['record.hash_required', 'record.hash_mismatch'],
      ],
      [['frameworks', 'show', 'soc'], ['soc2']],
      [
        ['init', 'git'],
        ['github', 'gitlab', 'gitlab-offline', 'gitlab-shards'],
      ],
      [['schema', 'types/test'], ['types/test-result']],
    ])(`after %j offers %j${has ? '' : ` (skipped: needs ${shell})`}`, (words, offered) => {
      writeFileSync(path.join(work, `complete.${shell}`), scriptOf(shell));
      const line = shell === 'fish' ? [`proof-verify ${words.join(' ')}`] : ['proof-verify', ...words];
      const { exit, stdout } = runProgram(shell, [`complete.${shell}`, ...line], work);
      // fish describes files, and offers options only after a dash.
      const shown = stdout.split('\n').filter((one) => one !== '');
      expect([exit, shown.sort()]).toEqual([
        0,
        offered.filter((one) => shell !== 'fish' || !one.startsWith('--')).sort(),
      ]);
    });
  });

  test('--version', () => {
    const { version } = readJsonFile<{ version: string }>(ROOT, 'package.json');
    for (const args of [['--version'], ['-V'], ['-v'], ['version']]) expect(said(work, ...args)).toBe(`${version}\n`);
    expect(saidJson(work, '--version', '--json')).toEqual({ version });
    expect(saidJson(work, '--json', 'version')).toEqual({ version });
  });

  named(`proof and proof-verify are one program${IS_WINDOWS ? ' (skipped: needs a POSIX shell)' : ''}`, () => {
    const env = withPrograms(programs());
    for (const args of [['verify', '--json', DEPLOYMENT], ['gate', 'examples'], ['--version'], ['no-such-command']]) {
      const proof = runProgram('proof', args, work, env);
      expect(proof).toEqual(runProgram('proof-verify', args, work, env));
      expect(proof.exit).toBe(args[0] === 'no-such-command' ? 6 : 0);
    }
  });

  describe('options that the program has as well', () => {
    test('gate --quiet prints the verdict alone', () => {
      expect(said(work, 'gate', '--quiet', 'examples')).toBe(
        '! 21 artifacts: hashes verified, signatures not checked\n',
      );
    });
    test('baseline --quiet does too', () => {
      expect(said(work, 'baseline', '--quiet', 'quiet.json', 'examples/stream').split('\n')).toHaveLength(2);
    });
    test('gate --quiet --verbose exclude each other', () => {
      expect(cli(work, 'gate', '--quiet', '--verbose', 'examples').exit).toBe(6);
    });
    test('frameworks coverage --json prints JSON', () => {
      expect(saidJson(work, 'frameworks', 'coverage', 'soc2', 'examples', '--json')).toMatchObject({
        framework: 'soc2',
      });
    });
    test('frameworks coverage --quiet prints nothing', () => {
      expect(said(work, 'frameworks', 'coverage', 'soc2', 'examples', '--quiet')).toBe('');
    });
  });
});
