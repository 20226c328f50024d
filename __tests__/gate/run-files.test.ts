import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { RawOptions } from '../../src/gate/options/options.js';
import { parseGateOptions } from '../../src/gate/options/parse.js';
import { runGate } from '../../src/gate/run.js';
import { ALICE, type Doc, type Files, folder, MALLORY, pretty, record, removeFolders } from '../support/build.js';
import { IS_WINDOWS } from '../support/platform.js';
import { gate, options, told } from './support/run.js';

// The files beside the artifacts: policy, keys, baseline, reports. What a policy may hold is in policy/load.test.ts.

afterAll(removeFolders);

const SIGNED = { 'proof/r.json': pretty(record({}, { by: ALICE })) };
const trusting = (by = ALICE): string =>
  `version: 1\ntrust:\n  keys:\n    - {name: alice, public_key: ${by.publicKey}}\n`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a policy that is wrong stops the run, at its line', () => {
  test.each([
    ['an unknown member', 'version: 1\nrequires: {}\n', 2, "did you mean 'require'"],
    ['a wrong type', 'version: 1\nrequire:\n  record_types: [test_result]\n', 3, 'record_types'],
    ['an impossible duration', 'version: 1\nfreshness: {max_age: 90 fortnights}\n', 2, 'max_age'],
    ['a doubled member', 'version: 1\nrules: []\nrules: []\n', 3, 'rules'],
    ['a syntax error', 'version: 1\nrules: [\n', 3, ''],
    ['no version', 'rules: []\n', 1, 'version'],
  ])('%s', async (_, text, line, message) => {
    const run = await gate({ ...SIGNED, '.proof-policy.yml': text });
    expect(run.exitCode).toBe(6);
    const [first] = run.model.report.findings;
    expect(first).toMatchObject({ code: 'policy.invalid', artifact: '.proof-policy.yml', line });
    expect(first?.message).toContain(message);
  });

  test('an alias bomb, and ten megabytes', async () => {
    const bomb = ['version: 1', 'a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [one, before] of [...'bcdefghi'].map((name, i) => [name, 'abcdefgh'[i]])) {
      bomb.push(`${one}: &${one} [${Array(9).fill(`*${before}`).join(',')}]`);
    }
    for (const text of [bomb.join('\n'), `version: 1\n# ${'x'.repeat(10 << 20)}\n`]) {
      const run = await gate({ ...SIGNED, '.proof-policy.yml': text });
      expect([run.exitCode, run.model.report.findings[0]?.code]).toEqual([6, 'policy.invalid']);
    }
  });

  test('the artifacts are verified and reported nevertheless', async () => {
    const run = await gate({ ...SIGNED, '.proof-policy.yml': 'version: 2\n' });
    expect(run.model.report.artifacts).toMatchObject([{ path: 'proof/r.json', kind: 'record' }]);
  });

  test('one that can never pass is a warning and fails by itself', async () => {
    const text = 'version: 1\nfreshness: {max_age: 1s}\nrequire: {record_types: {no_such_type: 1}}\n';
    const run = await gate({ ...SIGNED, '.proof-policy.yml': text });
    expect(run.exitCode).toBe(3);
    expect(told(run)).toContain('require.record_type');
  });
});

describe('files that lie outside', () => {
  /** A workspace where `name` is a link to a file beside the workspace. */
  const linked = (name: string, content: string, files: Files): string => {
    const workspace = folder({ ...SIGNED, ...files });
    symlinkSync(join(folder({ outside: content }), 'outside'), join(workspace, name));
    return workspace;
  };

  test.each([
    ['the policy', '.proof-policy.yml', trusting(), {}, {}],
    ['a policy that is named', 'p.yml', trusting(), {}, { policy: 'p.yml' }],
    [
      'a key of the policy',
      'k.pub',
      ALICE.publicKey,
      {
        '.proof-policy.yml': 'version: 1\ntrust: {keys: [{name: a, public_key: ./k.pub}]}\n',
      },
      {},
    ],
    ['a key', 'k.pub', ALICE.publicKey, {}, { 'public-key': ['./k.pub'] }],
    ['the baseline', 'b.json', '{}', {}, { baseline: 'b.json' }],
    ['a revocation list', 'l.json', '{}', {}, { 'revocation-list': 'l.json', 'revocation-key': ALICE.publicKey }],
  ] as [string, string, string, Files, RawOptions][])('%s through a link', async (_, name, content, files, raw) => {
    const run = await runGate(options(linked(name, content, files), raw));
    expect([run.exitCode, told(run)]).toEqual([8, expect.arrayContaining(['path.escape'])]);
  });

  test('a link that stays inside is allowed', async () => {
    const workspace = folder({ ...SIGNED, 'policies/p.yml': trusting() });
    symlinkSync('policies/p.yml', join(workspace, '.proof-policy.yml'));
    expect(told(await runGate(options(workspace)))).toEqual([0]);
  });
});

describe('the pin of a policy', () => {
  const files = { ...SIGNED, '.proof-policy.yml': trusting() };
  test.each([
    ['the right one', sha256(trusting()), [0]],
    ['in capitals', sha256(trusting()).toUpperCase(), [0]],
    ['another', sha256(`${trusting()}\n`), [8, 'policy.pin_mismatch']],
  ])('%s', async (_, pin, expected) => {
    const parsed = parseGateOptions({ 'working-directory': folder(files), 'policy-sha256': pin }, {});
    if (!parsed.ok) {
      expect([parsed.findings[0]?.exit_code, _]).toEqual([6, 'in capitals']);
      return;
    }
    const [exit, first] = told(await runGate(parsed.options));
    expect(first === undefined ? [exit] : [exit, first]).toEqual(expected);
  });

  test('one without a policy', async () => {
    expect(told(await gate(SIGNED, { 'policy-sha256': sha256('') }))).toEqual([7, 'dependency.missing']);
  });
});

test('a policy in a folder that is verified is not read', async () => {
  const evidence = { 'evidence/r.json': pretty(record({}, { by: ALICE })) };
  const strict = { 'evidence/.proof-policy.yml': trusting(MALLORY) };
  const [exit, ...codes] = told(await gate({ ...evidence, ...strict }, { patterns: ['evidence'] }));
  expect([exit, codes.filter((code) => code.startsWith('trust.') || code === 'signature.key_mismatch')]).toEqual([
    0,
    [],
  ]);
});

describe('baselines', () => {
  test.each([
    ['of another version', '{"version": 2}', 6],
    ['that is no JSON', 'chains:', 6],
    ['that is not there', undefined, 7],
  ])('one %s', async (_, text, exit) => {
    const run = await gate({ ...SIGNED, ...(text === undefined ? {} : { 'b.json': text }) }, { baseline: 'b.json' });
    expect(run.exitCode).toBe(exit);
    expect(told(run)).toContain(exit === 7 ? 'dependency.missing' : 'baseline.invalid');
  });
});

describe('where reports go', () => {
  test('into folders that are made for them', async () => {
    const workspace = folder(SIGNED);
    const run = await runGate(options(workspace, { report: ['json=a/b/c.json', 'junit=a/d/j.xml'] }));
    expect(run.exitCode).toBe(0);
    const report = JSON.parse(readFileSync(join(workspace, 'a/b/c.json'), 'utf8')) as Doc;
    expect(report['exit_code']).toBe(0);
    expect(existsSync(join(workspace, 'a/d/j.xml'))).toBe(true);
  });

  test.each([
    ['a folder', (workspace: string) => mkdirSync(join(workspace, 'out'))],
    ['below a file', (workspace: string) => writeFileSync(join(workspace, 'out'), '')],
  ])('not to %s: exit 6, the verdict stays, the other report is written', async (what, make) => {
    const workspace = folder(SIGNED);
    make(workspace);
    const path = what === 'a folder' ? 'out' : 'out/r.json';
    const run = await runGate(options(workspace, { report: [`json=${path}`, 'markdown=r.md'] }));
    expect([run.exitCode, run.reportErrors.map((one) => one.code)]).toEqual([6, ['report.unwritable']]);
    expect(run.reportErrors[0]?.message).toMatch(
      what === 'a folder'
        ? /^json report not written to "out": is a directory$/
        : IS_WINDOWS
          ? /^json report not written to "out\/r.json": no such file or directory$/
          : /^json report not written to "out\/r.json": not a directory$/,
    );
    expect(run.written.map(({ format }) => format)).toEqual(['markdown']);
    expect(run.model.report).toMatchObject({ outcome: 'warned', exit_code: 0 });
    expect(readFileSync(join(workspace, 'r.md'), 'utf8')).toContain('verified');
  });

  test.each([
    ['a link', { 'out/x.json': { link: '../elsewhere.json' } }],
    ['below a folder that is a link', { out: { link: 'proof' } }],
  ])('not to %s of the checkout: exit 8, nothing is written, and every report says so', async (_, links) => {
    const workspace = folder(SIGNED);
    for (const [name, { link }] of Object.entries(links)) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true });
      symlinkSync(link as string, join(workspace, name));
    }
    const run = await runGate(options(workspace, { report: ['json=out/x.json', 'json=good.json'], 'warn-only': true }));
    expect([run.exitCode, run.reportErrors]).toEqual([8, []]);
    expect(run.model.report).toMatchObject({ outcome: 'failed', exit_code: 8 });
    expect(told(run)).toContain('report.unsafe_path');
    const good = JSON.parse(readFileSync(join(workspace, 'good.json'), 'utf8'));
    expect(good).toMatchObject({ outcome: 'failed', exit_code: 8 });
    expect([existsSync(join(workspace, 'elsewhere.json')), existsSync(join(workspace, 'proof/x.json'))]).toEqual([
      false,
      false,
    ]);
  });

  test('to standard output, as text of the run', async () => {
    const workspace = folder(SIGNED);
    const run = await runGate(options(workspace, { report: ['json=-', 'tap=t.tap'] }));
    expect(JSON.parse(run.standardOutput ?? '')).toMatchObject({ exit_code: 0 });
    expect(run.written.map(({ file }) => file)).toEqual(['-', 't.tap']);
    expect(existsSync(join(workspace, '-'))).toBe(false);
    expect((await gate(SIGNED)).standardOutput).toBeUndefined();
  });

  test('a worse verdict outranks a report that cannot be written', async () => {
    const forged = record({}, { by: ALICE });
    forged['source'] = 'forged';
    const run = await gate({ 'proof/r.json': pretty(forged), 'out/x': '' }, { report: ['json=out'] });
    expect([run.exitCode, run.model.report.exit_code]).toEqual([6, 2]);
  });

  test.each([
    ['the same path', ['json=a.txt', 'sarif=a.txt']],
    ['the same path written otherwise', ['json=a.txt', 'sarif=./x/../a.txt']],
    ['standard output', ['json=-', 'sarif=-']],
  ])('two never to %s', (_, report) => {
    const parsed = parseGateOptions({ 'working-directory': folder(SIGNED), report }, {});
    expect(parsed).toMatchObject({ ok: false, findings: [{ exit_code: 6 }] });
  });
});
