import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inputVariable, readInputs } from '../../src/action/inputs.js';

const ROOT = path.resolve('/checkout');
const env = (inputs: Record<string, string>): Record<string, string> => ({
  GITHUB_WORKSPACE: ROOT,
  ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [inputVariable(name), text])),
});

test('keeps the dashes of an input in its variable', () => {
  expect(inputVariable('public-key')).toBe('INPUT_PUBLIC-KEY');
});

test('reads the variables that the runner sets for empty inputs', () => {
  const read = readInputs(
    env({
      patterns: '',
      annotations: 'true',
      summary: 'true',
      comment: 'never',
      'check-run': 'false',
      'github-token': ' t ',
    }),
  );
  expect(read).toMatchObject({
    ok: true,
    inputs: {
      ...{ annotations: true, summary: true, comment: 'never', checkRun: false, token: 't' },
      gate: { patterns: [], workspace: ROOT, ifNoArtifactsFound: 'error' },
    },
  });
});

test.each<[Record<string, string>, object]>([
  [{ patterns: 'a\n!b' }, { gate: { patterns: ['a', '!b'] } }],
  [{ reports: 'html=r.html' }, { gate: { reports: [{ format: 'html', file: 'r.html' }] } }],
  [{ 'custom-type-schemas': 'a=b' }, { gate: { customTypeSchemas: ['a=b'] } }],
  [{ 'working-directory': 'sub' }, { gate: { workspace: path.join(ROOT, 'sub') } }],
  [
    { comment: 'on-failure', 'check-run': 'TRUE', summary: 'false' },
    { comment: 'on-failure', checkRun: true, summary: false },
  ],
])('%j', (inputs, expected) => {
  expect(readInputs(env(inputs))).toMatchObject({ ok: true, inputs: expected });
});

test.each<[string, string, string]>([
  ['PROOF_VERIFY_SIGNATURES', 'required', 'use the input signatures instead'],
  ['PROOF_VERIFY_WARN_ONLY', 'true', 'use the input warn-only instead'],
  ['PROOF_VERIFY_REPORT', 'json=x', 'use the input reports instead'],
  ['PROOF_VERIFY_REPORTS', 'json=x', 'use the input reports instead'],
  ['PROOF_VERIFY_COLOR', 'true', 'it is not an input of the Action'],
])('refuses %s, which an earlier step may have written', (variable, value, remedy) => {
  for (const inputs of [{}, { signatures: 'auto' }]) {
    const read = readInputs({ ...env(inputs), [variable]: value });
    expect(read).toMatchObject({ ok: false, findings: [{ code: 'usage.invalid', exit_code: 6 }] });
    const [finding] = read.ok ? [] : read.findings;
    expect(finding?.message).toContain(`the environment variable ${variable} is set`);
    expect(finding?.message).toContain(remedy);
  }
});

test('ignores empty and unrelated variables', () => {
  expect(readInputs({ ...env({}), PROOF_VERIFY_SIGNATURES: ' ', PROOF_VERIFY_IMAGE: 'r/p:1' }).ok).toBe(true);
});

test.each<[Record<string, string>, string]>([
  [{ comment: 'on-fail' }, 'input comment'],
  [{ annotations: 'maybe' }, 'input annotations is "maybe", expected true or false'],
  [{ signatures: 'x' }, 'input signatures is "x", expected auto, required or off'],
  [{ reports: 'json' }, 'input reports is "json", expected FORMAT=FILE'],
  [{ 'publc-key': 'aa' }, "unknown input 'publc-key' (did you mean 'public-key'?)"],
])('refuses %j', (inputs, message) => {
  const read = readInputs(env(inputs));
  expect(read.ok).toBe(false);
  const findings = read.ok ? [] : read.findings;
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ code: 'usage.invalid', exit_code: 6, message: expect.stringContaining(message) });
});

test('ignores inputs of an action that contains this one', () => {
  expect(readInputs(env({ 'cache-dependency-glob': 'x', version: '1' })).ok).toBe(true);
});

test('reports errors in inputs and in variables together', () => {
  const read = readInputs(env({ comment: 'x', jobs: 'y' }));
  expect(read.ok ? [] : read.findings).toHaveLength(2);
});
