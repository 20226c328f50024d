import { describe, expect, test } from '@jest/globals';
import { loadPolicy } from '../../../../src/gate/config/policy/load.js';
import { fileReader, KEYS } from '../../support/world.js';

const K = KEYS.ci.hex;
const K2 = KEYS.manager.hex;
const load = (text: string) => loadPolicy(Buffer.from(text), '.proof-policy.yml', fileReader({}));

const UNSATISFIABLE: [string, string, number, RegExp][] = [
  [
    'more approvals than approvers',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}'}]}\napprovals:\n  - {id: p, by: [a], min: 2}`,
    4,
    /needs 2 signers but names 1/,
  ],
  [
    'an approver that nobody is',
    `version: 1\ntrust: {keys: [{name: alice, public_key: '${K}'}]}\napprovals:\n  - {id: p, by: [alise]}`,
    4,
    /did you mean 'alice'/,
  ],
  [
    'an approver who may not sign approvals',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', record_types: [deployment]}]}\napprovals:\n  - {id: p, by: [a]}`,
    4,
    /none of the approvers of p/,
  ],
  [
    'named approvers without signatures',
    `version: 1\ntrust: {signatures: off, keys: [{name: a, public_key: '${K}'}]}\napprovals: {rules: [{id: p, by: [a]}]}`,
    3,
    /not checked/,
  ],
  [
    'an unknown control',
    'version: 1\nrequire:\n  frameworks:\n    - id: soc2\n      controls: [cc6.2]',
    5,
    /soc2 has no control "cc6.2"/,
  ],
  [
    'an empty window',
    `version: 1\ntrust:\n  keys:\n    - name: a\n      public_key: '${K}'\n      not_before: 2026-01-02T00:00:00Z\n      not_after: 2026-01-01T00:00:00Z`,
    7,
    /ends before it begins/,
  ],
  [
    'more signers than keys',
    `version: 1\ntrust:\n  keys: [{name: a, public_key: '${K}'}]\n  min_signers: 2`,
    4,
    /only 1 signer is trusted/,
  ],
  [
    'a type that nobody may sign',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', record_types: [deployment]}]}\nrequire:\n  record_types:\n    decision: 1`,
    5,
    /no trusted signer may sign/,
  ],
  ['a rule that refuses all', 'version: 1\nrules: [{id: a, must: false}]', 2, /^rule a refuses every record$/],
  [
    'a rule that refuses all it is about, which is all',
    'version: 1\nrules: [{id: a, when: true, must: false}]',
    2,
    /every/,
  ],
  [
    'an empty window of a cosign signer',
    `version: 1\ntrust:\n  cosign:\n    - name: a\n      key: c.pub\n      not_before: 2026-01-02T00:00:00Z\n      not_after: 2026-01-01T00:00:00Z`,
    7,
    /^the window of key "a" ends before it begins$/,
  ],
  [
    'signers of the whole without signatures',
    'version: 1\ntrust:\n  signatures: off\n  min_signers: 1',
    4,
    /^min_signers needs signatures: required$/,
  ],
  [
    'a type with a slash that nobody may sign',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', record_types: [deployment]}]}\nrequire:\n  record_types:\n    a/b: 1`,
    5,
    /^a\/b records are required but no trusted signer may sign them$/,
  ],
  [
    'fewer who may approve than are asked for',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}'}, {name: b, public_key: '${K2}', record_types: [x]}]}\napprovals:\n  - {id: p, by: [a, b], min: 2}`,
    4,
    /^approval p needs 2 signers but names 1 who may approve$/,
  ],
  [
    'one of two approvers is nobody, which is told and nothing that follows from it',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}'}]}\napprovals:\n  rules:\n    - {id: p, by: [a, zoe], min: 2}`,
    5,
    /^approver "zoe" of approval p is not in trust.keys$/,
  ],
  [
    'one of two approvers is nobody, the other may not approve',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', record_types: [x]}]}\napprovals: [{id: p, by: [a, zoe]}]`,
    3,
    /^approver "zoe" of approval p is not in trust.keys$/,
  ],
];

describe('policies that can never pass', () => {
  test.each(UNSATISFIABLE)('%s', async (_, text, line, message) => {
    const loaded = await load(text);
    if (!loaded.ok) throw new Error(loaded.findings[0]?.message);
    expect(loaded.warnings).toEqual([
      expect.objectContaining({
        code: 'policy.unsatisfiable',
        severity: 'warning',
        line,
        message: expect.stringMatching(message),
      }),
    ]);
  });

  test.each([
    [
      'as many approvers as asked for',
      `version: 1\ntrust: {keys: [{name: a, public_key: '${K}'}, {name: b, public_key: '${K2}'}]}\napprovals: [{id: p, by: [a, b], min: 2}]`,
    ],
    [
      'a window of one instant',
      `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', not_before: 2026-01-01T00:00:00Z, not_after: 2026-01-01T00:00:00Z}]}`,
    ],
    ['a rule that asks for something', 'version: 1\nrules: [{id: a, must: {type: object}}]'],
    [
      'as many signers as there are keys',
      `version: 1\ntrust: {min_signers: 2, keys: [{name: a, public_key: '${K}'}, {name: b, public_key: '${K2}'}]}`,
    ],
    ['signers whose keys come from elsewhere', 'version: 1\ntrust: {min_signers: 2}'],
    ['records that anybody may sign', 'version: 1\nrequire: {record_types: {decision: 1}}'],
    [
      'records that nobody may sign, where signatures are not checked',
      `version: 1\ntrust: {signatures: off, keys: [{name: a, public_key: '${K}', record_types: [x]}]}\nrequire: {record_types: {decision: 1}}`,
    ],
    [
      'a window with one end',
      `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', not_before: 2026-01-01T00:00:00Z}, {name: b, public_key: '${K2}', not_after: 2020-01-01T00:00:00Z}]}`,
    ],
    ['a rule that refuses some', 'version: 1\nrules: [{id: a, when: {required: [x]}, must: false}]'],
  ])('just not: %s', async (_, text) => {
    const loaded = await load(text);
    expect(loaded.ok && loaded.warnings).toEqual([]);
  });
});
