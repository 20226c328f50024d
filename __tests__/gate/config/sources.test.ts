import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { BaseReader } from '../../../src/gate/config/base-reader.js';
import type { GateHooks, GateRun, RawOptions } from '../../../src/gate/options/options.js';
import { parseGateOptions } from '../../../src/gate/options/parse.js';
import { runGate } from '../../../src/gate/run.js';
import { ALICE, type Files, folder, MALLORY, pretty, record, removeFolders } from '../../support/build.js';
import { onPosix } from '../../support/platform.js';
import { change, commit, git, repository } from '../support/repository.js';
import { options, told } from '../support/run.js';

/* trust.md sections 1 to 3: which file a run goes by while a change is under review. */

afterAll(removeFolders);

const PR = {
  ...{ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' },
  GITHUB_REF: 'refs/pull/7/merge',
};
const POLICY = '.proof-policy.yml';
const trusting = (publicKey: string, more = ''): string =>
  `version: 1\ntrust: {signatures: required, keys: [{name: ci, public_key: '${publicKey}'}]}\n${more}`;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const by = (signer: typeof ALICE): Files => ({ '.proof/r.json': pretty(record({}, { by: signer })) });
const write = (root: string, files: Files): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
};
const run = (
  root: string,
  raw: RawOptions = {},
  env: NodeJS.ProcessEnv = PR,
  hooks: GateHooks = {},
): Promise<GateRun> => runGate(options(root, raw, env), hooks);
const codes = async (...args: Parameters<typeof run>): Promise<[number, ...string[]]> => told(await run(...args));

describe('a change under review', () => {
  test('takes policy and key file from the base, whatever the change does to them', async () => {
    const base = { [POLICY]: trusting('keys/ci.pub'), 'keys/ci.pub': ALICE.publicKey };
    const honest = change(base, (root) => write(root, by(ALICE)));
    const { model, exitCode } = await run(honest);
    expect(exitCode).toBe(0);
    expect(model.report.trust).toMatchObject({
      under_review: true,
      event: 'pull_request',
      policy: { path: POLICY, origin: 'base', sha256: sha(base[POLICY]) },
      keys: [{ id: ALICE.keyId, name: 'ci', origin: 'base' }],
      files: [{ what: 'public key file', path: 'keys/ci.pub', origin: 'base' }],
      base: { branch: 'main', commit: git(honest, 'rev-parse', 'refs/remotes/origin/main') },
    });
    const forged = change(base, (root) => write(root, { ...by(MALLORY), 'keys/ci.pub': MALLORY.publicKey }));
    expect((await codes(forged))[0]).toBe(2);
    const deleted = change(base, (root) => {
      rmSync(join(root, POLICY));
      write(root, by(MALLORY));
    });
    expect((await codes(deleted))[0]).toBe(2);
  });

  test('a base without a policy has none, and the first policy counts once it is merged', async () => {
    const root = change({ 'README.md': '' }, (at) =>
      write(at, { ...by(ALICE), [POLICY]: trusting(MALLORY.publicKey) }),
    );
    const { exitCode, model } = await run(root, { 'public-key': [ALICE.publicKey] });
    expect(exitCode).toBe(0);
    expect(model.report.trust.policy).toBeNull();
    expect(model.report.findings).toMatchObject([{ code: 'policy.not_merged', severity: 'notice' }]);
    rmSync(join(root, POLICY));
    expect((await run(root, { 'public-key': [ALICE.publicKey] })).model.report.findings).toEqual([]);
  });

  test.each<[string, Files, RawOptions, string[]]>([
    ['a named policy that the base lacks', {}, { policy: 'p.yml' }, ['policy.base_missing']],
    ['a named key file that the base lacks', {}, { 'public-key': ['ci.pub'] }, ['policy.base_missing']],
    [
      'a file that the policy of the base names and the base lacks',
      { [POLICY]: trusting('no.pub') },
      {},
      ['policy.base_missing'],
    ],
    [
      'a Git LFS pointer',
      { [POLICY]: 'version https://git-lfs.github.com/spec/v1\n' },
      {},
      ['policy.base_unavailable'],
    ],
    [
      'a pin of another policy',
      { [POLICY]: trusting(ALICE.publicKey) },
      { 'policy-sha256': 'a'.repeat(64), 'policy-from': 'base' },
      ['policy.pin_mismatch'],
    ],
    [
      'a pin without a policy in the base',
      {},
      { 'policy-sha256': 'a'.repeat(64), 'policy-from': 'base' },
      ['dependency.missing'],
    ],
    ['a policy of the base that leaves it', { [POLICY]: trusting('../ci.pub') }, {}, ['path.escape']],
    ['a policy of the base that names a file elsewhere', { [POLICY]: trusting('/etc/hostname') }, {}, ['path.escape']],
  ])('%s ends the run', async (_, base, raw, expected) => {
    const root = change({ 'README.md': '', ...base }, (at) =>
      write(at, { ...by(ALICE), 'p.yml': trusting(ALICE.publicKey), 'ci.pub': ALICE.publicKey }),
    );
    const [exit, ...found] = await codes(root, raw);
    expect(found.filter((code) => !code.startsWith('signature.') && code !== 'key.missing')).toEqual(expected);
    expect([6, 7, 8]).toContain(exit);
  });

  test('what the base has in another form is to be committed, not fetched', async () => {
    const root = change({ [POLICY]: 'version https://git-lfs.github.com/spec/v1\n' }, (at) => write(at, by(ALICE)));
    const { findings } = (await run(root)).model.report;
    const [first] = findings.filter(({ severity }) => severity === 'error');
    expect(first?.message).toMatch(
      /is a Git LFS pointer: its content is not in git in the base \(main at [0-9a-f]{12}\)$/,
    );
    expect(first?.remedy).toBe('Commit it there as a regular file.');
  });

  test('a link in the base is not followed', async () => {
    const root = repository({ 'real.yml': trusting(ALICE.publicKey) });
    symlinkSync('real.yml', join(root, POLICY));
    commit(root, by(ALICE));
    expect((await codes(root, { 'policy-from-ref': 'main' })).slice(0, 2)).toEqual([7, 'policy.base_unavailable']);
  });

  test('a policy that is a link to nowhere is no run without a policy', async () => {
    const none = folder(by(MALLORY));
    const push = {};
    expect(await codes(none, {}, push)).toEqual([0]);
    symlinkSync('gate/policy.yml', join(none, POLICY));
    expect(await codes(none, {}, push)).toEqual([7, 'dependency.missing']);
    const out = folder(by(MALLORY));
    symlinkSync(join(folder({ 'p.yml': trusting(ALICE.publicKey) }), 'p.yml'), join(out, POLICY));
    expect(await codes(out, {}, push)).toEqual([8, 'path.escape']);
  });

  test('a ref that is the commit under test yields the policy of the change, which every output shows', async () => {
    const root = change({ [POLICY]: trusting(ALICE.publicKey) }, (at) =>
      write(at, { ...by(MALLORY), [POLICY]: trusting(MALLORY.publicKey) }),
    );
    const head = git(root, 'rev-parse', 'HEAD');
    const [exit, ...found] = await codes(root, { 'policy-from-ref': head, commit: head });
    expect([exit, found.includes('trust.mutable_policy')]).toEqual([0, true]);
    const base = git(root, 'rev-parse', 'refs/remotes/origin/main');
    expect((await codes(root, { 'policy-from-ref': base, commit: head }))[0]).toBe(2);
  });

  test('a policy of the work tree that the gate was started in is one of the checkout, wherever the evidence is', async () => {
    const root = change({ [POLICY]: trusting(ALICE.publicKey) }, (at) =>
      write(at, { [POLICY]: trusting(MALLORY.publicKey) }),
    );
    const copied = folder(by(MALLORY));
    const raw = { 'working-directory': copied, policy: join(root, POLICY) };
    const parsed = parseGateOptions(raw, { CI: 'true' }, root);
    if (!parsed.ok) throw new Error('bad options');
    expect((await runGate(parsed.options)).exitCode).toBe(7);
  });

  test('without the base the message says what can be done, in the words of the entry point', async () => {
    const root = folder(by(ALICE));
    const [found] = (await run(root)).model.report.findings;
    expect(found).toMatchObject({ code: 'policy.base_unavailable', exit_code: 7 });
    expect(found?.message).toMatch(/--policy none/);
    const inAction = await runGate({ ...options(root, {}, PR), door: 'inputs' });
    expect(inAction.model.report.findings[0]?.message).toMatch(/input policy: none/);
  });

  test('the commit that the CI names serves where the branch is not there, with a warning', async () => {
    const base = { [POLICY]: trusting(ALICE.publicKey) };
    const root = change(base, (at) => write(at, by(ALICE)));
    const sha1 = git(root, 'rev-parse', 'refs/remotes/origin/main');
    git(root, 'update-ref', '-d', 'refs/remotes/origin/main');
    const env = {
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    };
    expect(await codes(root, {}, { ...env, CI_MERGE_REQUEST_DIFF_BASE_SHA: sha1 })).toEqual([0, 'policy.base_stale']);
    expect((await codes(root, {}, env))[0]).toBe(7);
  });

  test('branches of a clone of a fork are its author’s', async () => {
    const root = change({ [POLICY]: trusting(MALLORY.publicKey) }, (at) => write(at, by(MALLORY)));
    git(root, 'remote', 'add', 'origin', 'https://github.com/mallory/app');
    expect(await codes(root, {}, { ...PR, GITHUB_REPOSITORY: 'acme/app' })).toEqual([7, 'policy.base_unavailable']);
    expect((await codes(root, {}, { ...PR, GITHUB_REPOSITORY: 'mallory/app' }))[0]).toBe(0);
  });

  test('a policy outside the checkout is the operator’s; its files lie beside it', async () => {
    const trust = folder({ 'p.yml': trusting('keys/ci.pub'), 'keys/ci.pub': ALICE.publicKey });
    const root = folder({ ...by(MALLORY), 'keys/ci.pub': MALLORY.publicKey });
    expect((await codes(root, { policy: join(trust, 'p.yml') }))[0]).toBe(2);
    const honest = await run(folder(by(ALICE)), { policy: join(trust, 'p.yml') });
    expect(honest.exitCode).toBe(0);
    expect(honest.model.report.trust.policy?.origin).toBe('operator');
  });

  test('a pinned policy needs no base, but digests of the files it names', async () => {
    const key = ALICE.publicKey;
    const text = `version: 1\ntrust: {keys: [{name: ci, public_key: {file: k.pub, sha256: ${sha(key)}}}]}\n`;
    const files = { [POLICY]: text, 'k.pub': key, ...by(ALICE) };
    expect(await codes(folder(files), { 'policy-sha256': sha(text) })).toEqual([0]);
    const replaced = { ...files, 'k.pub': MALLORY.publicKey };
    expect((await codes(folder(replaced), { 'policy-sha256': sha(text) })).slice(0, 2)).toEqual([
      8,
      'policy.pin_mismatch',
    ]);
    const loose = trusting('k.pub');
    const unpinned = { ...files, [POLICY]: loose };
    expect((await codes(folder(unpinned), { 'policy-sha256': sha(loose) })).slice(0, 2)).toEqual([
      8,
      'policy.unpinned_file',
    ]);
    expect(await codes(folder(unpinned), { 'policy-sha256': sha(loose) }, {})).toEqual([0]);
  });
});

describe('the reader of the Action', () => {
  const reader = (files: Files, more: Partial<BaseReader> = {}): BaseReader => ({
    defaultBranch: async () => ({ kind: 'branch', branch: 'main' }),
    tip: async (branch) =>
      branch === 'main' ? { kind: 'commit', commit: 'b'.repeat(40) } : { kind: 'unavailable', reason: 'no access' },
    read: async (_, path) =>
      files[path] === undefined ? { kind: 'missing' } : { kind: 'file', bytes: Buffer.from(files[path]) },
    ...more,
  });

  test('serves where the clone lacks the base, with paths from the root of the repository', async () => {
    const root = folder({ 'services/billing/.proof/r.json': pretty(record({}, { by: ALICE })) });
    const files = { 'services/billing/.proof-policy.yml': trusting('../../ci.pub'), 'ci.pub': ALICE.publicKey };
    const env = { ...PR, GITHUB_WORKSPACE: root };
    const { exitCode, model } = await run(join(root, 'services/billing'), {}, env, { baseReader: reader(files) });
    expect([exitCode, model.report.trust.base]).toEqual([0, { branch: 'main', commit: 'b'.repeat(40) }]);
  });

  test('says what the tip of the branch is: refs of the clone may have come with the evidence', async () => {
    const root = change({ [POLICY]: trusting(MALLORY.publicKey) }, (at) => write(at, by(MALLORY)));
    const files = { [POLICY]: trusting(ALICE.publicKey) };
    expect((await codes(root, {}, PR, { baseReader: reader(files) }))[0]).toBe(2);
    // Content of a commit that is there comes from the clone.
    const commit = git(root, 'rev-parse', 'refs/remotes/origin/main');
    const tip: BaseReader['tip'] = async () => ({ kind: 'commit', commit });
    expect(await codes(root, {}, PR, { baseReader: reader(files, { tip }) })).toEqual([0]);
    const silent: BaseReader['tip'] = async () => ({ kind: 'unavailable', reason: '403' });
    expect(await codes(root, {}, PR, { baseReader: reader(files, { tip: silent }) })).toEqual([0]);
  });

  test('is not asked for files of another repository', async () => {
    const root = folder(by(MALLORY));
    const policies = join(root, 'policies');
    git(
      root,
      'clone',
      '-q',
      change({ [POLICY]: trusting(ALICE.publicKey) }, () => undefined),
      policies,
    );
    git(policies, 'remote', 'set-url', 'origin', 'https://github.com/acme/policies');
    const env = (head: string): NodeJS.ProcessEnv => ({
      ...{ ...PR, GITHUB_WORKSPACE: root, GITHUB_REPOSITORY: 'acme/app' },
      GITHUB_EVENT_PATH: join(
        folder({ 'e.json': pretty({ pull_request: { head: { repo: { full_name: head } } } }) }),
        'e.json',
      ),
    });
    const hooks = { baseReader: reader({ [POLICY]: 'version: 1\n' }) };
    const raw = { policy: 'policies/.proof-policy.yml' };
    expect(await codes(root, raw, env('acme/app'), hooks)).toEqual([7, 'policy.base_unavailable']);
    // In a clone of the fork that the change comes from, paths are those of the repository.
    expect(await codes(root, raw, env('acme/policies'), hooks)).toEqual([0]);
  });

  test('does not say where a checkout without git lies in the repository', async () => {
    const root = folder({ 'app/.proof/r.json': pretty(record({}, { by: MALLORY })) });
    const read =
      (missing: object): BaseReader['read'] =>
      async () => ({ kind: 'missing', ...missing });
    const asked = (missing: object) =>
      codes(
        join(root, 'app'),
        {},
        { ...PR, GITHUB_WORKSPACE: root },
        { baseReader: reader({}, { read: read(missing) }) },
      );
    expect(await asked({ folder: true })).toEqual([7, 'policy.base_unavailable']);
    expect(await asked({})).toEqual([0]);
  });

  test('an inconclusive answer is 7, and the copy of the checkout is never used', async () => {
    const root = folder({ ...by(MALLORY), [POLICY]: trusting(MALLORY.publicKey) });
    const silent = reader({}, { read: async () => ({ kind: 'unavailable', reason: '403' }) });
    expect(await codes(root, {}, PR, { baseReader: silent })).toEqual([7, 'policy.base_unavailable']);
  });

  test('a request that hangs ends at the time limit', async () => {
    const hangs = reader({}, { read: () => new Promise(() => undefined) });
    const [exit, ...found] = await codes(folder(by(ALICE)), { timeout: '200ms' }, PR, { baseReader: hangs });
    expect([exit, found.includes('run.timeout')]).toEqual([1, true]);
  });
});

describe('files that are not files', () => {
  const policyWith = (file: string): Files => ({ [POLICY]: `version: 1\nframeworks: [${file}]\n`, ...by(ALICE) });

  test.each([['/dev/null'], ['/proc/self/environ'], ['../outside.yml']])('a policy cannot name %s', async (file) => {
    expect((await codes(folder(policyWith(file)), {}, {}))[0]).toBe(8);
  });

  onPosix('FIFOs')('nor a FIFO of the checkout, which nobody waits for', async () => {
    const root = folder(policyWith('pipe'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(await codes(root, {}, {})).toEqual([8, 'path.special_file']);
  });

  onPosix('FIFOs')('a pipe that the operator names ends with the time limit, too', async () => {
    const outside = folder();
    execFileSync('mkfifo', [join(outside, 'pipe')]);
    const raw = { 'public-key': [join(outside, 'pipe')], timeout: '200ms' };
    const [exit, ...found] = await codes(folder(by(ALICE)), raw, {});
    expect([exit, found.includes('run.timeout')]).toEqual([1, true]);
  });

  onPosix('devices')('nor an endless device', async () => {
    const [exit] = await codes(folder(by(ALICE)), { baseline: '/dev/zero', timeout: '20s' }, {});
    expect(exit).toBe(6);
  });
});
