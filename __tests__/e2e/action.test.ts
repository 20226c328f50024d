import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiServer, startApi } from '../action/support/api-server.js';
import { HOSTILE, shown } from '../action/support/model.js';
import { type RunnerCommand, runnerCommands } from '../action/support/runner.js';
import { folder as freshFolder, removeFolders } from '../support/build.js';

afterAll(removeFolders);

// Drives the bundle as the runner drives it: variables in, files and exit code out.

const BUNDLE = fileURLToPath(new URL('../../dist/action/index.js', import.meta.url));
const VECTORS = fileURLToPath(new URL('../vectors/e2e/', import.meta.url));
const EVENTS = fileURLToPath(new URL('../vectors/action/events/', import.meta.url));
/** Windows has neither these signals, nor such file names, nor links for everybody. */
const IS_WINDOWS = process.platform === 'win32';
const KEY = readFileSync(path.join(VECTORS, 'signer.pub'), 'utf8').trim();

interface StepReport {
  readonly outcome: string;
  readonly exit_code: number;
  readonly incomplete?: true;
  readonly artifacts: readonly { readonly path: string; readonly outcome: string }[];
  readonly findings: readonly {
    readonly code: string;
    readonly artifact: string;
    readonly line?: number;
    readonly column?: number;
    readonly pointer?: string;
  }[];
}

interface Step {
  readonly code: number | null;
  readonly log: string;
  readonly commands: readonly RunnerCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: StepReport;
}

/** Runs the step in a copy of the folders given. */
async function step(
  workspace: string,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
  onStart: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Step> {
  const runner = freshFolder();
  const [output, summary, temp] = ['output', 'summary', 'temp'].map((name) => path.join(runner, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(output, '');
  writeFileSync(summary, '');
  mkdirSync(temp);
  const all = {
    annotations: 'true',
    summary: 'true',
    comment: 'never',
    'check-run': 'false',
    'public-key': KEY,
    ...inputs,
  };
  const child = spawn(process.execPath, [BUNDLE], {
    cwd: workspace,
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_SHA: 'e'.repeat(40),
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_PROTECTED: 'true',
      GITHUB_EVENT_PATH: path.join(EVENTS, 'push.json'),
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(all).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
      ...env,
    },
  });
  onStart((signal) => child.kill(signal));
  let log = '';
  child.stdout.on('data', (piece: Buffer) => {
    log += piece.toString('utf8');
  });
  child.stderr.on('data', (piece: Buffer) => {
    log += piece.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const outputs = readOutputs(readFileSync(output, 'utf8'));
  return {
    code,
    log,
    commands: runnerCommands(log.split('\n')),
    outputs,
    summary: readFileSync(summary, 'utf8'),
    report: JSON.parse(outputs['report'] ? readFileSync(outputs['report'], 'utf8') : '{}') as StepReport,
  };
}

/** `name<<delimiter`, lines, delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [name, delimiter] = lines[at]?.split('<<') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

function workspaceOf(...folders: string[]): string {
  const workspace = freshFolder();
  mkdirSync(path.join(workspace, 'proof'));
  for (const folder of folders)
    cpSync(path.join(VECTORS, folder), path.join(workspace, 'proof', folder), { recursive: true });
  return workspace;
}

const errors = (done: Step): readonly RunnerCommand[] => done.commands.filter((one) => one.name === 'error');

test('a good workspace passes', async () => {
  const done = await step(workspaceOf('good'));
  expect([done.code, errors(done)]).toEqual([0, []]);
  expect(done.outputs).toMatchObject({
    ...{
      outcome: 'passed',
      'exit-code': '0',
      'artifacts-found': '2',
      'artifacts-verified': '2',
      'artifacts-failed': '0',
    },
  });
  expect(Number(done.outputs['signatures-verified'])).toBeGreaterThan(1);
  expect(done.summary).not.toBe('');
  expect(JSON.parse(readFileSync(done.outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' });
});

describe('a forged record', () => {
  let done: Step;
  beforeAll(async () => {
    done = await step(workspaceOf('good', 'forged'));
  });

  test('fails the step, the others are verified', () => {
    expect(done.code).toBe(2);
    expect(done.outputs).toMatchObject({
      outcome: 'failed',
      'exit-code': '2',
      'artifacts-failed': '1',
      'artifacts-verified': '2',
    });
  });

  test('is annotated at the exact line of what is wrong', () => {
    const found = done.report.findings.find((one) => one.code === 'record.hash_mismatch');
    const [annotation] = errors(done).filter((one) => one.properties['title']?.includes('record.hash_mismatch'));
    expect(annotation?.properties).toMatchObject({
      file: 'proof/forged/forged.json',
      line: String(found?.line),
      col: String(found?.column),
    });
    const lines = readFileSync(path.join(VECTORS, 'forged/forged.json'), 'utf8').split('\n');
    expect(found?.pointer).toBe('/integrity/record_hash');
    expect(lines[(found?.line ?? 0) - 1]).toContain('"record_hash"');
  });

  test('is in the summary with a link to the file at the commit', () => {
    expect(shown(done.summary)).toContain(
      `https://github.example/acme/app/blob/${'e'.repeat(40)}/proof/forged/forged.json`,
    );
  });
});

test.each([
  ['an empty workspace', {}, 6, 'discovery.no_artifacts'],
  ['a wrong key', { 'public-key': `${'0'.repeat(63)}2` }, 6, ''],
  ['a misspelt input', { 'publc-key': KEY }, 6, 'usage.invalid'],
])('%s fails with its own code', async (_, inputs, code, title) => {
  const done = await step(workspaceOf(), inputs);
  expect(done.code).toBe(code);
  expect(errors(done).some((one) => one.properties['title']?.includes(title))).toBe(true);
  expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': String(code) });
  expect(done.report.exit_code).toBe(code);
});

test('an empty workspace may be accepted', async () => {
  expect((await step(workspaceOf(), { 'if-no-artifacts-found': 'ignore' })).code).toBe(0);
});

describe('a hostile workspace', () => {
  let done: Step;
  beforeAll(async () => {
    const workspace = workspaceOf('good', 'hostile');
    const bytes = readFileSync(path.join(VECTORS, 'forged/forged.json'));
    const reserved = IS_WINDOWS ? /[<>:"|?*/\\\u0000-\u001f]/g : /[/\u0000]/g;
    const names = HOSTILE.map((text) => text.replace(reserved, '_'));
    for (const name of [...names, 'with blank.json', 'emoji😀.json']) {
      writeFileSync(path.join(workspace, 'proof', `${name}.json`), bytes);
    }
    if (!IS_WINDOWS) symlinkSync('/etc/hostname', path.join(workspace, 'proof', 'link.json'));
    done = await step(workspace, { verbose: 'true' });
  });

  test('is refused as unsafe, and every good artifact is verified all the same', () => {
    expect(done.code).toBe(IS_WINDOWS ? 6 : 8);
    expect(done.report.artifacts.filter((one) => one.path.startsWith('proof/good/')).map((one) => one.outcome)).toEqual(
      ['verified', 'verified'],
    );
  });

  test('commands nothing but annotations and groups', () => {
    const names = new Set(done.commands.map((one) => one.name));
    expect(
      [...names].filter((name) => !['error', 'warning', 'notice', 'group', 'endgroup', 'add-mask'].includes(name)),
    ).toEqual([]);
    for (const one of done.commands.filter((command) => command.name === 'error')) {
      expect(one.properties['title']).toMatch(/^[^:]+ \([a-z0-9_.]+\)$/);
    }
    expect(errors(done)).toHaveLength(10);
  });

  test('puts no control sequences or markup into the log or the summary', () => {
    expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.exec(done.log)).toBeNull();
    expect(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]|<script|@acme\/all/.exec(done.summary),
    ).toBeNull();
    expect(Object.keys(done.outputs).sort()).toEqual([
      'artifacts-failed',
      'artifacts-found',
      'artifacts-verified',
      'exit-code',
      'findings',
      'outcome',
      'records-verified',
      'report',
      'sarif',
      'signatures-verified',
    ]);
  });
});

describe('a pull request', () => {
  let server: ApiServer;
  const pull = (fork = ''): Record<string, string> => ({
    GITHUB_API_URL: server.url,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path.join(EVENTS, `pull_request${fork}.json`),
  });
  const inputs = { comment: 'always', 'check-run': 'true', 'github-token': 'ghs_secret', policy: 'none' };

  test('gets its comment and check run', async () => {
    server = await startApi();
    const done = await step(workspaceOf('forged'), inputs, pull());
    await server.close();
    expect([done.code, server.violations]).toEqual([2, []]);
    expect(server.comments).toHaveLength(1);
    expect(done.outputs['comment-url']).toContain('#issuecomment-');
    expect(server.checkRuns[0]).toMatchObject({ body: { conclusion: 'failure', head_sha: 'a'.repeat(40) } });
    expect(done.log.replaceAll('::add-mask::ghs_secret', '')).not.toContain('ghs_secret');
  });

  test('from a fork keeps its verdict without either', async () => {
    server = await startApi();
    server.trouble = () => ({ status: 403, message: 'Resource not accessible by integration' });
    const done = await step(workspaceOf('good'), inputs, pull('_fork'));
    await server.close();
    expect(done.code).toBe(0);
    expect(
      done.commands.filter((one) => one.name === 'warning').filter((one) => one.data.includes('fork')),
    ).toHaveLength(2);
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends with a partial report and never with 0', async (signal) => {
  const workspace = workspaceOf('good');
  const line = readFileSync(path.join(VECTORS, 'good/record.json'), 'utf8').trim();
  for (let file = 0; file < 20; file++) {
    writeFileSync(path.join(workspace, 'proof', `${file}.jsonl`), `${line}\n`.repeat(10_000));
  }
  // A signal before the step listens ends it as it ends any process (no exit code): then the next one comes later. All of
  // the work takes seconds, so that the first one heard finds it unfinished on any machine.
  let done = await stopped(400);
  for (const after of [800, 1600, 3200]) if (done.code === null && !IS_WINDOWS) done = await stopped(after);
  expect(done.code).not.toBe(0);
  if (IS_WINDOWS) return;
  expect(done.code).toBe(1);
  expect(done.report).toMatchObject({ incomplete: true, outcome: 'failed' });
  expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '1' });

  function stopped(after: number): Promise<Step> {
    return step(workspace, { jobs: '1' }, {}, (kill) => setTimeout(() => kill(signal), after));
  }
});
