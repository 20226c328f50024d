import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inputVariable, readInputs } from '../../src/action/inputs.js';

const ROOT = path.resolve('/checkout');
const env = (inputs: Record<string, string>): Record<string, string> => ({
  GITHUB_WORKSPACE: ROOT,
  ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [inputVariable(name), text])),
});

test('the runner’s variable of an input keeps dashes', () => {
  expect(inputVariable('public-key')).toBe('INPUT_PUBLIC-KEY');
});

test('what the runner hands over when nothing is set', () => {
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

test('the environment fills what no input gives', () => {
  const read = readInputs({ ...env({ signatures: '' }), PROOF_VERIFY_SIGNATURES: 'required' });
  expect(read).toMatchObject({ ok: true, inputs: { gate: { signatures: 'required' } } });
});

test.each<[Record<string, string>, string]>([
  [{ comment: 'on-fail' }, 'input comment'],
  [{ annotations: 'maybe' }, "input annotations 'maybe' is not true or false"],
  [{ signatures: 'x' }, '--signatures'],
  [{ 'publc-key': 'aa' }, "unknown input 'publc-key' (did you mean 'public-key'?)"],
])('%j is refused', (inputs, message) => {
  const read = readInputs(env(inputs));
  expect(read.ok).toBe(false);
  const findings = read.ok ? [] : read.findings;
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ code: 'usage.invalid', exit_code: 6, message: expect.stringContaining(message) });
});

test('inputs of other actions around it are none of ours', () => {
  expect(readInputs(env({ 'cache-dependency-glob': 'x', version: '1' })).ok).toBe(true);
});

test('mistakes of both kinds are told together', () => {
  const read = readInputs(env({ comment: 'x', jobs: 'y' }));
  expect(read.ok ? [] : read.findings).toHaveLength(2);
});
