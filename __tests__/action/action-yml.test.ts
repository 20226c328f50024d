import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ACTION_INPUTS } from '../../src/action/inputs.js';
import { OUTPUTS } from '../../src/action/outputs.js';
import { GATE_OPTIONS, inputName } from '../../src/gate/options/table.js';

interface ActionFile {
  readonly inputs: Record<string, { description: string; default?: string; required: boolean }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
}

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as ActionFile;
const gateInputs = GATE_OPTIONS.flatMap((spec) => inputName(spec) ?? []);

test('has an input for every option of the gate, and no input that the code does not read', () => {
  expect(Object.keys(action.inputs).sort()).toEqual([...gateInputs, ...Object.keys(ACTION_INPUTS)].sort());
});

test('inputs of the gate have no default, which would hide environment and policy', () => {
  for (const name of gateInputs) expect([name, action.inputs[name]?.default]).toEqual([name, '']);
});

test('every option is an input, except the one for terminals', () => {
  expect(GATE_OPTIONS.filter((spec) => inputName(spec) === undefined).map((spec) => spec.name)).toEqual(['color']);
});

test('every output of the code is declared', () => {
  expect(Object.keys(action.outputs)).toEqual([...OUTPUTS]);
});

test('is a JavaScript action that uses no other action', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' });
});

test('describes every input and output', () => {
  for (const one of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    expect(one.description.length).toBeGreaterThan(10);
  }
});
