import { lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RawOptions } from '../../src/gate/options/options.js';
import { runGate } from '../../src/gate/run.js';
import { ALICE, type Files, MALLORY, pretty, record, removeFolders, revocationList, signer } from '../support/build.js';
import { change } from './support/repository.js';
import { options } from './support/run.js';

/*
 * No change to files that are not evidence (policies, keys, baselines, schemas, lists, frameworks, links and names, added, removed or
 * replaced at random) turns a failing gate under review into a passing one (trust.md, the rule behind all others).
 */

afterAll(removeFolders);

const BOB = signer('bob');
const COMMIT = 'a'.repeat(40);

/** A base whose policy fails what the change has as evidence, and passes other evidence: it is this policy that fails. */
interface World {
  readonly base: Files;
  readonly failing: Files;
  readonly honest: Files;
}

const policy = (keys: string, more = ''): string =>
  `version: 1\ntrust:\n  signatures: required\n  keys: [{name: ci, public_key: ${keys}}]\n${more}`;
const evidence = (members = {}, by = ALICE): Files => ({ '.proof/r.json': pretty(record(members, { by })) });
const world = (more: string, failing: Files, honest: Files = evidence(), files: Files = {}): World => ({
  base: { '.proof-policy.yml': policy('keys/ci.pub', more), 'keys/ci.pub': ALICE.publicKey, ...files },
  failing,
  honest,
});
const WORLDS: Readonly<Record<string, World>> = {
  'a signer whom nobody trusts': world('', evidence({}, MALLORY)),
  'a record without a signature': world('', { '.proof/r.json': pretty(record()) }),
  'too few records': world('require: {record_types: {decision: 2}}\n', evidence(), {
    ...evidence(),
    '.proof/s.json': pretty(record({ record_id: 'other' }, { by: ALICE })),
  }),
  'a rule': world(
    'rules: [{id: r, must: {properties: {event: {properties: {action: {const: allow}}}}}}]\n',
    evidence({ event: { action: 'deny' } }),
  ),
  'another commit': world('bind: {commit: [/event/commit]}\n', evidence(), evidence({ event: { commit: COMMIT } })),
  'an approval that is missing': world(
    'approvals: [{id: a, when: {properties: {record_type: {const: deployment}}}}]\n',
    evidence({ record_type: 'deployment', event: { environment: 'production' } }),
  ),
  'a type of its own': world(
    'custom_types: {acme_note: schemas/note.json}\n',
    evidence({ record_type: 'acme_note', event: {} }),
    evidence({ record_type: 'acme_note', event: { note: 'x' } }),
    { 'schemas/note.json': '{"properties": {"event": {"required": ["note"]}}}' },
  ),
  'a baseline': world(
    'baseline: b.json\n',
    evidence({ record_type: 'decision' }),
    evidence({ record_type: 'incident' }),
    {
      'b.json':
        '{"version": 1, "chains": [], "record_types": {"incident": 1}, "frameworks": {}, "signers": [], "tests": {}}',
    },
  ),
  'a framework': world(
    'frameworks: [ours.yaml]\nrequire: {frameworks: [{id: ours}]}\n',
    evidence(),
    evidence({ record_type: 'incident' }),
    {
      'ours.yaml':
        "framework: {id: ours, version: '1', title: Ours}\ncontrols:\n  - {id: a, title: A, required_record_types: [incident], required_fields: [record_id], minimum_frequency: daily}\n",
    },
  ),
  'a revoked key': {
    base: {
      '.proof-policy.yml': `version: 1\ntrust:\n  keys: [{name: ci, public_key: keys/ci.pub}, {name: old, public_key: ${BOB.publicKey}}]\n  revocation_list: keys/revoked.json\n  revocation_key: keys/ci.pub\n`,
      'keys/ci.pub': ALICE.publicKey,
      'keys/revoked.json': pretty(
        revocationList([{ key_id: BOB.keyId, revoked_at: '2025-01-01T00:00:00Z', reason: 'leaked' }]),
      ),
    },
    failing: evidence({}, BOB),
    honest: evidence(),
  },
};

const review = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ CI: 'true', ...env });
const CIS = [
  review({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_SHA: COMMIT }),
  review({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/x', GITHUB_SHA: COMMIT }),
  review({ GITLAB_CI: 'true', CI_MERGE_REQUEST_IID: '7', CI_DEFAULT_BRANCH: 'main', CI_COMMIT_SHA: COMMIT }),
  review({ GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'x', CI_DEFAULT_BRANCH: 'main', CI_COMMIT_SHA: COMMIT }),
  review({ BITBUCKET_PR_ID: '7', BITBUCKET_PR_DESTINATION_BRANCH: 'main', BITBUCKET_COMMIT: COMMIT }),
  review({ JENKINS_URL: 'https://ci.example', CHANGE_ID: '7', CHANGE_TARGET: 'main', GIT_COMMIT: COMMIT }),
  review({}),
] as const;
/** How the operator calls the gate; files that they name are those of the base as well. */
const CALLS: readonly RawOptions[] = [
  {},
  { policy: '.proof-policy.yml' },
  { 'public-key': ['keys/ci.pub'] },
  { 'policy-from': 'base', signatures: 'required' },
  { 'policy-from-ref': 'origin/main', commit: COMMIT },
  { commit: COMMIT, 'fail-on': 'warning' },
];

const NAMES = [
  ...[
    '.proof-policy.yml',
    '.proof-policy.yaml',
    'keys/ci.pub',
    'keys/revoked.json',
    'b.json',
    'ours.yaml',
    'schemas/note.json',
  ],
  ...[
    'keys',
    'schemas',
    'none',
    'main',
    'HEAD',
    '.gitattributes',
    '.gitmodules',
    '.mailmap',
    'refs/heads/main',
    'a/.proof-policy.yml',
  ],
];
const CONTENTS: readonly string[] = [
  ...['', '{}', '[]', 'version: 1\n', 'null\n', MALLORY.publicKey, BOB.publicKey, 'ref: refs/heads/x\n'],
  policy(MALLORY.publicKey),
  'version: 1\ntrust: {signatures: off}\napprovals: {builtin: false, rules: []}\n',
  "version: 1\nartifacts: ['nothing/**']\n",
  'version: 1\nseverity: {require.record_type: warning, bind.missing: warning}\n',
  'version: 1\nexceptions: [{code: approval.required, until: 2099-01-01T00:00:00Z, reason: x}]\n',
  '{"version": 1, "chains": [], "record_types": {}, "frameworks": {}, "signers": [], "tests": {}}',
  "framework: {id: ours, version: '1', title: Ours}\ncontrols: []\n",
  pretty(revocationList([], MALLORY)),
  pretty(revocationList([])),
  '* filter=lfs diff=lfs merge=lfs -text\n',
];

/** What a change does to one name. */
type Step = (root: string) => void;
const place = (root: string, name: string): string => {
  const path = join(root, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
/** What cannot be done, such as a file below a file, is not done. */
const tried =
  (step: Step): Step =>
  (root) => {
    try {
      step(root);
    } catch {
      // The next step may be possible.
    }
  };
const name = fc.constantFrom(...NAMES);
const steps = fc.oneof(
  fc
    .tuple(name, fc.constantFrom(...CONTENTS))
    .map(([to, text]) => tried((root) => writeFileSync(place(root, to), text))),
  name.map((to) => tried((root) => rmSync(join(root, to), { recursive: true, force: true }))),
  name.map((to) => tried((root) => mkdirSync(place(root, to)))),
  fc
    .tuple(name, fc.constantFrom(...NAMES.map((one) => `./${one}`), '/dev/null', '/etc/hostname', '..', '.git/HEAD'))
    .map(([to, target]) => tried((root) => symlinkSync(target, place(root, to)))),
  fc.tuple(name, name).map(([from, to]) =>
    tried((root) => {
      if (from !== to && lstatSync(join(root, from), { throwIfNoEntry: false }))
        renameSync(join(root, from), place(root, to));
    }),
  ),
);

const write = (root: string, files: Files): void => {
  for (const [file, content] of Object.entries(files)) writeFileSync(place(root, file), content);
};
const clear = (root: string): void => {
  for (const one of NAMES) rmSync(join(root, one.split('/')[0] ?? one), { recursive: true, force: true });
};
const exitOf = async (root: string, raw: RawOptions, env: NodeJS.ProcessEnv): Promise<number> =>
  (await runGate(options(root, raw, env))).exitCode;

test.each(Object.entries(WORLDS))(
  '%s fails the gate, whatever else the change does',
  async (_, { base, failing, honest }) => {
    const root = change(base, (at) => write(at, failing));
    const good = change(base, (at) => write(at, honest));
    for (const env of CIS) {
      const raw = { commit: COMMIT };
      const known = {
        ...raw,
        ...(env['GITHUB_ACTIONS'] === undefined && env['GITLAB_CI'] === undefined ? { 'default-branch': 'main' } : {}),
      };
      if (env['GITHUB_EVENT_NAME'] === 'push') Object.assign(known, { 'default-branch': 'main' });
      // It is the policy of the base, and nothing else, that fails: other evidence passes.
      expect([await exitOf(good, known, env), (await exitOf(root, known, env)) === 0]).toEqual([0, false]);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...CALLS),
        fc.constantFrom(...CIS),
        async (changes, raw, env) => {
          clear(root);
          write(root, base);
          for (const step of changes) step(root);
          expect(await exitOf(root, { 'default-branch': 'main', ...raw }, env)).not.toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  },
  180_000,
);
