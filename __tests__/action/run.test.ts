import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { API_LIMITS, gitHubApi } from '../../src/action/github.js';
import { inputVariable } from '../../src/action/inputs.js';
import { type ActionDeps, runAction } from '../../src/action/run.js';
import { finding } from '../../src/engine/findings.js';
import type { GateOptions, RunGate } from '../../src/gate/options/options.js';
import type { ReportModel } from '../../src/model/report.js';
import { folder as freshFolder, removeFolders } from '../support/build.js';
import { type ApiServer, startApi, type Trouble } from './support/api-server.js';
import { artifact, HOSTILE, many, model, shown } from './support/model.js';
import { runnerCommands } from './support/runner.js';
import { runnerContext } from './support/runner-context.js';

afterAll(removeFolders);

const GOOD = model([], [artifact('a.json', { records: 3 })]);
const BAD = model(
  [finding('record.hash_mismatch', 'changed', 'b.json', { line: 4, column: 3 })],
  [artifact('a.json', { records: 3 }), artifact('b.json', { outcome: 'failed', records: 9 })],
);
const event = (name: string): string =>
  fileURLToPath(new URL(`../vectors/action/events/${name}.json`, import.meta.url));

let server: ApiServer;
beforeEach(async () => {
  server = await startApi();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

/** A gate that comes to the given result and writes what it is asked to. */
const gate =
  (of: ReportModel, exitCode = of.report.exit_code): RunGate =>
  async ({ reports }) => {
    for (const one of reports) writeFileSync(one.file, `${one.format}\n`);
    return { model: of, exitCode, written: reports, reportErrors: [] };
  };

interface Done {
  readonly code: number;
  readonly printed: string[];
  readonly outputs: Record<string, string>;
  readonly summary: string;
  readonly masked: string[];
}

async function run(
  runGate: RunGate,
  inputs: Record<string, string> = {},
  changes: Partial<ActionDeps> & { readonly eventName?: string; readonly more?: Record<string, string> } = {},
): Promise<Done> {
  const folder = freshFolder();
  const summary = path.join(folder, 'summary.md');
  writeFileSync(summary, '');
  const name = changes.eventName ?? 'push';
  const printed: string[] = [];
  const outputs: Record<string, string> = {};
  const masked: string[] = [];
  const env: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries({ 'github-token': 'ghs_secret', ...inputs }).map(([key, text]) => [inputVariable(key), text]),
    ),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SHA: 'e'.repeat(40),
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: server.url,
    GITHUB_EVENT_NAME: name.replace(/_(deleted_)?fork$/, ''),
    GITHUB_EVENT_PATH: event(name),
    ...changes.more,
  };
  const code = await runAction({
    env,
    context: runnerContext(env),
    version: '1.0.0',
    runGate,
    print: (line) => void printed.push(line),
    setOutput: (output, value) => {
      outputs[output] = value;
    },
    maskSecret: (secret) => void masked.push(secret),
    signal: new AbortController().signal,
    api: (url, token, signal) =>
      gitHubApi(url, token, signal, { ...API_LIMITS, baseDelayMs: 5, requestTimeoutMs: 200 }),
    ...changes,
  });
  return { code, printed, outputs, summary: readFileSync(summary, 'utf8'), masked };
}

const named = (done: Done, name: string) => runnerCommands(done.printed).filter((one) => one.name === name);

describe('a run', () => {
  test('that passes', async () => {
    const done = await run(gate(GOOD));
    expect(done.code).toBe(0);
    expect(done.outputs).toMatchObject({
      ...{ outcome: 'passed', 'exit-code': '0', 'artifacts-found': '1', 'artifacts-verified': '1' },
      ...{ 'artifacts-failed': '0', 'records-verified': '3', 'signatures-verified': '0', findings: '0' },
    });
    expect(readFileSync(done.outputs['report'] ?? '', 'utf8')).toBe('json\n');
    expect(readFileSync(done.outputs['sarif'] ?? '', 'utf8')).toBe('sarif\n');
    expect(runnerCommands(done.printed)).toEqual([]);
    expect(done.summary.length).toBeGreaterThan(20);
    expect(done.masked).toEqual(['ghs_secret']);
  });

  test('that fails has annotation, outputs and exit code, and does not count records of the failed artifact as verified', async () => {
    const done = await run(gate(BAD));
    expect(done.code).toBe(2);
    expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '2', 'records-verified': '3', findings: '1' });
    expect(named(done, 'error')).toMatchObject([{ properties: { file: 'b.json', line: '4', col: '3' } }]);
    expect(shown(done.summary)).toContain('b.json');
  });

  test('keeps its reports separate from those of other steps, and also writes the requested ones', async () => {
    const folder = freshFolder();
    const reports = `json=${path.join(folder, 'mine.json')}`;
    const [one, two] = [await run(gate(GOOD), { reports }), await run(gate(GOOD), { reports })];
    expect(existsSync(path.join(folder, 'mine.json'))).toBe(true);
    expect(one.outputs['report']).not.toBe(two.outputs['report']);
  });

  test('passes workspace, event and head commit (for links) to the gate', async () => {
    let seen: GateOptions | undefined;
    const spy: RunGate = (options, hooks) => {
      seen = options;
      return gate(GOOD)(options, hooks);
    };
    await run(spy, { 'working-directory': 'sub', signatures: 'required' }, { eventName: 'pull_request_fork' });
    expect(seen).toMatchObject({
      signatures: 'required',
      ci: { event: 'pull_request', review: true },
      sourceBase: `https://github.example/acme/app/blob/${'a'.repeat(40)}/sub/`,
    });
  });

  test.each<[Record<string, string>, number, number, boolean]>([
    [{}, 1, 0, true],
    [{ annotations: 'false' }, 0, 0, true],
    [{ summary: 'false' }, 1, 0, false],
  ])('with %j', async (inputs, errors, warnings, hasSummary) => {
    const done = await run(gate(BAD), inputs);
    expect([named(done, 'error').length, named(done, 'warning').length]).toEqual([errors, warnings]);
    expect(done.summary !== '').toBe(hasSummary);
  });

  test.each([
    ['bad input', { signatures: 'requird' }, 6, 'did you mean'],
    ['two reports to one path', { reports: 'json=a\nhtml=a' }, 6, 'same file'],
  ])('%s ends before the gate', async (_, inputs, code, message) => {
    const done = await run(() => Promise.reject(new Error('not reached')), inputs);
    expect(done.code).toBe(code);
    expect(named(done, 'error')[0]?.data).toContain(message);
    expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': String(code), 'artifacts-found': '0' });
    expect(JSON.parse(readFileSync(done.outputs['report'] ?? '', 'utf8'))).toMatchObject({ exit_code: code });
    expect(JSON.parse(readFileSync(done.outputs['sarif'] ?? '', 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(done.summary).toContain('Invalid input: ');
    expect(`${done.summary}${done.printed.join('')}`).not.toMatch(/0 artifacts|No artifacts/);
  });

  test('whose gate throws is internal (1)', async () => {
    const done = await run(() => Promise.reject(new Error('boom\n::error::x')));
    expect(done.code).toBe(1);
    expect(named(done, 'error')).toMatchObject([{ data: expect.stringContaining('boom') }]);
    expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '1' });
  });

  test('still shows its verdict when a report cannot be written', async () => {
    const error = finding('report.unwritable', 'x.html: permission denied', '');
    const done = await run(async () => ({ model: GOOD, exitCode: 6, written: [], reportErrors: [error] }));
    expect(done.code).toBe(6);
    expect(named(done, 'error')[0]?.data).toContain('permission denied');
    expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '6', report: '' });
    expect(done.printed.join('\n')).toContain('✔ 1 artifact verified');
  });

  test('that is interrupted never exits with 0 and sends no request', async () => {
    const controller = new AbortController();
    const stopped: RunGate = (options, hooks) => {
      controller.abort();
      return gate(GOOD)(options, hooks);
    };
    const done = await run(stopped, { comment: 'always' }, { signal: controller.signal, eventName: 'pull_request' });
    expect(done.code).toBe(1);
    expect(done.outputs).toMatchObject({ outcome: 'failed', 'exit-code': '1' });
    expect(server.seen).toEqual([]);
  });

  test('without files for summary and outputs warns and keeps its exit code', async () => {
    const setOutput = (): void => {
      throw new Error('no file');
    };
    const done = await run(gate(GOOD), {}, { setOutput, more: { GITHUB_STEP_SUMMARY: '/nonexistent/x' } });
    expect(done.code).toBe(0);
    expect(named(done, 'warning')).toHaveLength(2);
  });

  test('uses the temporary folder of the system when its own is not writable', async () => {
    const missing = path.join(freshFolder(), 'none');
    const done = await run(gate(GOOD), {}, { more: { RUNNER_TEMP: missing } });
    expect(done.outputs['report']).toContain(tmpdir());
  });

  test('prints a report to the log without running workflow commands', async () => {
    const done = await run(async (options, hooks) => ({
      ...(await gate(GOOD)(options, hooks)),
      standardOutput: `${HOSTILE.join('\n')}\n::error::x\n`,
    }));
    expect(runnerCommands(done.printed)).toEqual([]);
  });

  test('with 10,000 findings and hostile names stays within every limit', async () => {
    const findings = many('json.syntax', 10_000).map((one, index) => ({
      ...one,
      artifact: `${HOSTILE[index % 11]}${index}`,
    }));
    const started = Date.now();
    const done = await run(
      gate(model(findings)),
      { comment: 'always', 'check-run': 'true' },
      { eventName: 'pull_request' },
    );
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(named(done, 'error')).toHaveLength(10);
    expect(named(done, 'notice')).toMatchObject([{ properties: { title: '+9990 more' } }]);
    expect(Buffer.byteLength(done.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(server.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
    expect(server.checkRuns[0]?.annotations).toBe(10_000);
  });
});

describe('pull requests', () => {
  test.each([
    ['never', BAD, 0],
    ['on-failure', BAD, 1],
    ['on-failure', GOOD, 0],
    ['always', GOOD, 1],
  ])('comment %s', async (comment, of, count) => {
    const done = await run(gate(of), { comment }, { eventName: 'pull_request' });
    expect(server.comments).toHaveLength(count);
    expect(done.outputs['comment-url']).toEqual(count === 0 ? undefined : expect.stringContaining('#issuecomment-'));
    expect(done.code).toBe(of.report.exit_code);
  });

  test.each([
    ['gate', 'proof-verify findings (gate)'],
    ['', 'proof-verify findings'],
  ])(
    'of the job %j has the check run %j, never the name of a job that branch protection may require',
    async (job, name) => {
      await run(gate(GOOD), { 'check-run': 'true' }, { eventName: 'pull_request', more: { GITHUB_JOB: job } });
      expect(server.checkRuns.map(({ body }) => body['name'])).toEqual([name]);
    },
  );

  test('updates a comment about a failure when the run passes', async () => {
    await run(gate(BAD), { comment: 'on-failure' }, { eventName: 'pull_request' });
    await run(gate(GOOD), { comment: 'on-failure' }, { eventName: 'pull_request' });
    expect(server.comments).toHaveLength(1);
    expect(shown(server.comments[0]?.body ?? 'b.json')).not.toContain('b.json');
  });

  test.each(['push', 'merge_group', 'workflow_dispatch'])(
    '%s has no number: a notice instead of a comment',
    async (eventName) => {
      const done = await run(gate(GOOD), { comment: 'always', 'check-run': 'true' }, { eventName });
      expect(done.code).toBe(0);
      expect(named(done, 'notice')).toMatchObject([{ data: expect.stringContaining(eventName) }]);
      expect(server.comments).toEqual([]);
      expect(server.checkRuns[0]?.body['head_sha']).toBe(eventName === 'merge_group' ? 'd'.repeat(40) : 'e'.repeat(40));
    },
  );

  test.each<[string, string, Trouble, string]>([
    ['fork', 'pull_request_fork', { status: 403, message: 'Resource not accessible by integration' }, 'fork'],
    [
      'missing right',
      'pull_request',
      { status: 403, message: 'Resource not accessible by integration' },
      'pull-requests: write',
    ],
    ['not found', 'pull_request', { status: 404, message: 'Not Found' }, 'permission'],
    ['validation', 'pull_request', { status: 422, message: 'Validation Failed' }, 'Validation Failed'],
    ['limit', 'pull_request', { status: 429 }, '429'],
    ['server error', 'pull_request', { status: 500 }, '500'],
    ['hang', 'pull_request', 'hang', 'no answer in time'],
    ['hostile message', 'pull_request', { status: 403, message: 'x\n::error::y' }, '403'],
  ])('%s: a warning, and the verdict is kept', async (_, eventName, trouble, text) => {
    for (const of of [GOOD, BAD]) {
      server.trouble = () => trouble;
      const done = await run(gate(of), { comment: 'always', 'check-run': 'true' }, { eventName });
      expect(done.code).toBe(of.report.exit_code);
      expect(done.outputs['outcome']).toBe(of.report.outcome);
      expect(named(done, 'warning')).toHaveLength(2);
      expect(named(done, 'warning')[0]?.data).toContain(text);
      expect(done.printed.join('\n')).not.toContain('ghs_secret');
    }
  });

  test('without a token: a warning', async () => {
    const done = await run(gate(GOOD), { comment: 'always', 'github-token': '' }, { eventName: 'pull_request' });
    expect(done.code).toBe(0);
    expect(named(done, 'warning')[0]?.data).toContain('github-token');
    expect(server.seen).toEqual([]);
  });

  test('sends no request without comment and check run', async () => {
    await run(gate(BAD), {}, { eventName: 'pull_request' });
    expect(server.seen).toEqual([]);
  });
});
