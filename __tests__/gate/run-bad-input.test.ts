import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/engine/types.js';
import type { RawOptions } from '../../src/gate/options/options.js';
import { parseGateOptions } from '../../src/gate/options/parse.js';
import { runGate, runMerge } from '../../src/gate/run.js';
import { ALICE, type Files, pretty, record, removeFolders } from '../support/build.js';
import { change, git } from './support/repository.js';
import { options } from './support/run.js';

/* What somebody may set up wrongly around a change under review: each is told, with what to do, and never passes. */

afterAll(removeFolders);

const PR = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
const GITLAB = { GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_DEFAULT_BRANCH: 'main' };
const POLICY = '.proof-policy.yml';
const policy = (more = '', key = 'keys/ci.pub'): string =>
  `version: 1\ntrust: {keys: [{name: ci, public_key: ${key}}]}\n${more}`;
const BASE: Files = { [POLICY]: policy(), 'keys/ci.pub': ALICE.publicKey };
const EVIDENCE: Files = { '.proof/r.json': pretty(record({}, { by: ALICE })) };
const write = (root: string, files: Files): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
};
const checkout = (base: Files = BASE, more: (root: string) => void = () => undefined): string =>
  change(base, (root) => {
    write(root, EVIDENCE);
    more(root);
  });

test('the honest change passes', async () => {
  expect((await runGate(options(checkout(), {}, PR))).exitCode).toBe(0);
});

type Case = readonly [
  title: string,
  root: () => string,
  raw: RawOptions,
  env: NodeJS.ProcessEnv,
  exit: number,
  code: string,
  message: RegExp,
];
const objects = (root: string): string => join(root, '.git/objects');
const cases: readonly Case[] = [
  [
    'a base commit that was not fetched',
    () => checkout(),
    { 'policy-from-ref': '0123456789abcdef0123456789abcdef01234567' },
    PR,
    ...([7, 'policy.base_unavailable', /commit 0123456789abcdef\w+ is not in the clone.*GIT_DEPTH/] as const),
  ],
  [
    'a base branch that was not fetched',
    () => {
      const root = checkout();
      git(root, 'update-ref', '-d', 'refs/remotes/origin/main');
      return root;
    },
    {},
    GITLAB,
    ...([7, 'policy.base_unavailable', /no branch origin\/main.*GIT_DEPTH: 0/] as const),
  ],
  [
    'a base that is a blob',
    () => checkout(),
    { 'policy-from-ref': 'refs/tags/blob' },
    PR,
    ...([7, 'policy.base_unavailable', /no ref refs\/tags\/blob/] as const),
  ],
  [
    'no git folder',
    () => {
      const root = checkout();
      rmSync(join(root, '.git'), { recursive: true });
      return root;
    },
    {},
    PR,
    ...([7, 'policy.base_unavailable', /is not a git clone/] as const),
  ],
  [
    'a git folder that is a link',
    () => {
      const root = checkout();
      rmSync(join(root, '.git'), { recursive: true });
      symlinkSync('/nowhere', join(root, '.git'));
      return root;
    },
    {},
    PR,
    ...([7, 'policy.base_unavailable', /\.git is not a git folder/] as const),
  ],
  [
    'git objects that are damaged',
    () => {
      const root = checkout();
      for (const folder of readdirSync(objects(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        for (const name of readdirSync(join(objects(root), folder))) {
          const path = join(objects(root), folder, name);
          chmodSync(path, 0o644);
          writeFileSync(path, 'damaged');
        }
      }
      return root;
    },
    {},
    PR,
    ...([7, 'policy.base_unavailable', /cannot be read from the base/] as const),
  ],
  [
    'git objects that are folders',
    () => {
      const root = checkout();
      rmSync(objects(root), { recursive: true });
      mkdirSync(objects(root));
      return root;
    },
    {},
    PR,
    ...([7, 'policy.base_unavailable', /is not in the clone/] as const),
  ],
  [
    'a policy of the base that names a file which the base lacks',
    () =>
      checkout({ [POLICY]: policy('', 'keys/gone.pub') }, (root) => write(root, { 'keys/gone.pub': ALICE.publicKey })),
    {},
    PR,
    ...([7, 'policy.base_missing', /"keys\/gone.pub" is not in the base \(main at \w+\): merge it first/] as const),
  ],
  [
    'a named policy that only the change has',
    () => checkout({}, (root) => write(root, { 'gate.yml': policy('', ALICE.publicKey) })),
    { policy: 'gate.yml' },
    PR,
    ...([7, 'policy.base_missing', /policy "gate.yml" is not in the base.*policy-from: workspace/] as const),
  ],
  [
    'a path that is meant from the root of the repository',
    () =>
      checkout({ ...BASE, 'svc/README.md': '' }, (root) =>
        write(root, { 'svc/.proof/r.json': EVIDENCE['.proof/r.json'] ?? '' }),
      ),
    { 'working-directory': 'svc', 'public-key': ['keys/ci.pub'] },
    PR,
    ...([7, 'policy.base_missing', /looked for as "svc\/keys\/ci.pub"/] as const),
  ],
  [
    'a policy of the base that is broken',
    () => checkout({ [POLICY]: 'version: 1\nruls: []\n' }),
    {},
    PR,
    ...([6, 'policy.invalid', /unknown member "ruls" \(did you mean 'rules'\?\)/] as const),
  ],
  [
    'a pinned policy that the change altered',
    () => checkout(BASE, (root) => write(root, { [POLICY]: policy('rules: []\n') })),
    { 'policy-sha256': 'a'.repeat(64) },
    PR,
    ...([8, 'policy.pin_mismatch', /policy SHA-256 is [0-9a-f]{12}…, expected/] as const),
  ],
];

test.each(cases)('%s', async (_, root, raw, env, exit, code, message) => {
  const at = root();
  const { 'working-directory': folder, ...rest } = raw;
  const workspace = folder === undefined ? at : join(at, String(folder));
  const { exitCode, model } = await runGate(options(workspace, rest, env));
  const found = model.report.findings.find((one) => one.code === code);
  expect([exitCode, found?.message]).toEqual([exit, expect.stringMatching(message)]);
});

describe('a policy that the change deletes', () => {
  test('still applies, and so do the demands of a second one that it adds', async () => {
    const base = { ...BASE, [POLICY]: policy('require: {record_types: {approval: 1}}\n') };
    const root = checkout(base, (at) => {
      rmSync(join(at, POLICY));
      write(at, { '.proof-policy.yaml': policy() });
    });
    const { exitCode, model } = await runGate(options(root, {}, PR));
    expect([exitCode, model.report.findings.map(({ code }) => code)]).toEqual([
      3,
      expect.arrayContaining(['require.record_type']),
    ]);
  });
});

test('two policies: the option can be given once only', () => {
  const parsed = parseGateOptions({ policy: ['a.yml', 'b.yml'] }, {}, '/');
  expect(parsed.ok ? [] : parsed.findings.map(({ message }) => message)).toEqual(['--policy can be given once only']);
});

test('shard reports of another commit are rejected, naming both commits', async () => {
  const root = checkout();
  const at = (commit: string): RawOptions => ({ policy: 'none', commit });
  const report = await runGate(options(root, { ...at('a'.repeat(40)), shard: '1/1' }, PR));
  const value = JSON.parse(JSON.stringify(report.model.report)) as Json;
  const { exitCode, model } = await runMerge(options(root, at('b'.repeat(40)), PR), [{ name: '1.json', value }]);
  expect([exitCode, model.report.findings[0]?.message]).toEqual([
    6,
    `from a run with a different commit: ${'a'.repeat(40)}, here ${'b'.repeat(40)}`,
  ]);
});
