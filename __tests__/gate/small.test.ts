import { afterAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../src/engine/limits.js';
import { makeTrust } from '../../src/engine/signature/trust.js';
import { folderWithin, readSourceBase } from '../../src/gate/ci-environment.js';
import { nameRecord, shorten } from '../../src/gate/decision.js';
import type { RecordFact } from '../../src/gate/facts.js';
import { loadCatalogues } from '../../src/gate/frameworks/catalogues.js';
import { didYouMean, nearest } from '../../src/gate/option-values.js';
import { coverageOfRun } from '../../src/gate/run.js';
import { verifyOne } from '../../src/gate/verify-all.js';
import { ALICE, folder, pretty, record, removeFolders } from '../support/build.js';
import { gate, options } from './support/run.js';

afterAll(removeFolders);

describe('the nearest name', () => {
  test.each<[string, string[], string | undefined]>([
    ['polcy', ['policy', 'report'], 'policy'],
    ['policy', ['policy'], 'policy'],
    ['POLICY', ['policy'], 'policy'],
    ['ploicy', ['policy'], 'policy'],
    ['olicyy', ['policy'], 'policy'],
    ['olixyy', ['policy'], undefined],
    ['reprot', ['report', 'repro'], 'report'],
    ['ab', ['xy'], undefined],
    ['xb', ['xy'], 'xy'],
    ['abc', ['xyz', 'abd'], 'abd'],
    ['signature', ['signatures', 'signals'], 'signatures'],
    ['public-kex-bas', ['public-key-base'], 'public-key-base'],
    ['pxblxc-kxx-base', ['public-key-base'], undefined],
    ['', ['a'], 'a'],
    ['anything', [], undefined],
    ['a'.repeat(64), ['a'.repeat(63)], 'a'.repeat(63)],
    ['a'.repeat(65), ['a'.repeat(64)], undefined],
  ])('of %j among %j', (text, names, expected) => {
    expect(nearest(text, names)).toBe(expected);
    expect(didYouMean(text, names)).toBe(expected === undefined ? '' : ` (did you mean '${expected}'?)`);
  });
});

test('a record is named so that it can be found, and not at any length', () => {
  const fact = { artifact: 'a.jsonl', index: 3, line: 9, recordId: 'r"1' } as RecordFact;
  expect(nameRecord(fact)).toBe('record "r\\"1" (a.jsonl:9)');
  expect(nameRecord({ ...fact, recordId: '', entry: 'in/b.json' })).toBe('record 3 (a.jsonl/in/b.json:9)');
  expect(shorten('x'.repeat(120))).toBe('x'.repeat(120));
  expect(shorten('x'.repeat(121))).toBe(`${'x'.repeat(119)}…`);
});

test.each(['file', 'directory'] as const)('a %s that is gone when its turn comes has a verdict', async (form) => {
  const root = folder({ 'a.json': '{}' });
  const made = makeTrust({ mode: 'gate', keys: [] });
  if (!made.ok) throw new Error(made.message);
  const artifact = { name: 'gone', path: `${root}/gone`, root, form, origin: 'pattern', why: 'it was asked for' };
  const verify = (signatures: 'required' | 'auto') =>
    verifyOne(artifact as unknown as Parameters<typeof verifyOne>[0], {
      mode: 'gate',
      strict: true,
      signatures,
      trust: made.trust,
      revocations: [],
      limits: DEFAULT_LIMITS,
      now: 0,
    });
  const verdict = await verify('required');
  expect(verdict).toMatchObject({ path: 'gone', outcome: 'failed', records: 0, sha256: null });
  expect(verdict.signatures).toEqual({ required: true, verified: 0, keyIds: [] });
  expect(verdict.findings).toHaveLength(1);
  expect(verdict.findings[0]?.code).toBe(form === 'file' ? 'io.not_found' : 'io.unreadable');
  expect((await verify('auto')).signatures.required).toBe(false);
});

describe('coverage of a framework', () => {
  const soc2 = loadCatalogues().find(({ framework }) => framework.id === 'soc2');
  if (soc2 === undefined) throw new Error('soc2 is a framework');
  const files = {
    'proof/r.json': pretty(record({ record_type: 'approval', event: { approver: 'ana', scope: 'x' } }, { by: ALICE })),
  };

  test('is told of the records of a run, whatever the policy requires', async () => {
    const policy = { '.proof-policy.yml': pretty({ version: 1, require: { record_types: { approval: 1 } } }) };
    const { run, coverage } = await coverageOfRun(options(folder({ ...files, ...policy })), soc2);
    expect(run.exitCode).toBe(0);
    expect(coverage).toMatchObject({ framework: 'soc2', version: soc2.framework.version, title: soc2.framework.title });
    expect(coverage.total).toBeGreaterThan(0);
    expect(coverage.controls.length).toBe(coverage.total);
    expect(run.model.report.coverage).toEqual([coverage]);
  });

  test('is nothing where nothing is', async () => {
    const { run, coverage } = await coverageOfRun(options(folder(), { 'if-no-artifacts-found': 'ignore' }), soc2);
    expect(run.exitCode).toBe(0);
    expect([coverage.framework, coverage.covered]).toEqual(['soc2', 0]);
  });

  test('is in a report only when something asks for it', async () => {
    const plain = await gate(files);
    expect(Object.keys(plain.model.report)).not.toContain('coverage');
    const policy = {
      '.proof-policy.yml': pretty({ version: 1, require: { frameworks: [{ id: 'soc2', min_coverage: 0 }] } }),
    };
    const asked = await gate({ ...files, ...policy });
    expect(asked.model.report.coverage).toMatchObject([{ framework: 'soc2' }]);
  });
});

describe('where the files of a run are on the web', () => {
  const commit = 'a'.repeat(40);
  const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: commit };
  const gitlab = { CI_PROJECT_URL: 'https://gitlab.com/g/p/', CI_COMMIT_SHA: commit };

  test.each<[string, Record<string, string>, string, string | undefined]>([
    ['nowhere', {}, '/w', undefined],
    ['GitHub', github, '/w', `https://github.com/o/r/blob/${commit}/`],
    [
      'GitHub, a folder',
      { ...github, GITHUB_WORKSPACE: '/w' },
      '/w/a b/c',
      `https://github.com/o/r/blob/${commit}/a%20b/c/`,
    ],
    ['GitHub, outside', { ...github, GITHUB_WORKSPACE: '/w' }, '/elsewhere', undefined],
    ['GitHub, above', { ...github, GITHUB_WORKSPACE: '/w/x' }, '/w', undefined],
    ['GitHub, an empty workspace', { ...github, GITHUB_WORKSPACE: '' }, '/w', `https://github.com/o/r/blob/${commit}/`],
    [
      'GitHub before GitLab',
      { ...gitlab, ...github, CI_PROJECT_DIR: '/elsewhere' },
      '/w',
      `https://github.com/o/r/blob/${commit}/`,
    ],
    [
      'GitLab',
      { ...gitlab, CI_PROJECT_DIR: '/w', GITHUB_WORKSPACE: '/elsewhere' },
      '/w/x',
      `https://gitlab.com/g/p/-/blob/${commit}/x/`,
    ],
    ['a host that is none', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)' }, '/w', undefined],
    ['a repository that is none', { ...github, GITHUB_REPOSITORY: 'o/r&x' }, '/w', undefined],
    ['no repository', { GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: commit }, '/w', undefined],
    ['a commit that is none', { ...github, GITHUB_SHA: 'main' }, '/w', undefined],
    [
      'a commit of SHA-256',
      { ...github, GITHUB_SHA: 'b'.repeat(64) },
      '/w',
      `https://github.com/o/r/blob/${'b'.repeat(64)}/`,
    ],
  ])('%s', (_, env, workspace, expected) => expect(readSourceBase(env, workspace)).toBe(expected));

  test('the commit may be given', () => {
    expect(readSourceBase(github, '/w', 'c'.repeat(40))).toBe(`https://github.com/o/r/blob/${'c'.repeat(40)}/`);
  });

  test('a folder whose name begins with dots is inside', () => {
    expect(folderWithin('/w', '/w/..a')).toBe('..a/');
    expect(folderWithin('/w', '/w/../x')).toBeUndefined();
    expect([folderWithin(undefined, '/w'), folderWithin('', '/w'), folderWithin('/w', '/w')]).toEqual(['', '', '']);
  });
});
