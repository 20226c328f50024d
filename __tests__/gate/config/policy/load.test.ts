import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { INITIAL_POLICY, initialPolicyExamples } from '../../../../src/gate/config/policy/init.js';
import { checkPin, loadPolicy } from '../../../../src/gate/config/policy/load.js';
import { parsePolicyDuration } from '../../../../src/gate/config/policy/model.js';
import { validateDocument } from '../../../../src/gate/config/schemas.js';
import { fileReader, KEYS } from '../../support/world.js';

const K = KEYS.ci.hex;
const K2 = KEYS.manager.hex;
const FILES = {
  'key.pem': K,
  'r.pub': K2,
  'bad.pem': 'nonsense',
  'link.pem': 'ESCAPE',
  'fw.yaml': `framework: {id: ours, version: '1', title: Ours}
controls:
  - {id: a, title: A, required_record_types: [decision], required_fields: [record_id], minimum_frequency: daily}
`,
  'twin.yaml': `framework: {id: soc2, version: '1', title: Twin}
controls:
  - {id: a, title: A, required_record_types: [decision], required_fields: [record_id], minimum_frequency: daily}
`,
  'broken.yaml': 'framework: {}',
};
const load = (text: string | Uint8Array) =>
  loadPolicy(typeof text === 'string' ? Buffer.from(text) : text, '.proof-policy.yml', fileReader(FILES));

const GOOD: [string, string][] = [
  ['version alone', 'version: 1'],
  ['JSON', '{"version": 1, "trust": {"signatures": "off"}}'],
  ['JSON with tabs', '{\n\t"version": 1,\n\t"require": {\n\t\t"source_products": ["ci"]\n\t}\n}'],
  ['$schema', '$schema: ./gate-policy-v1.schema.json\nversion: 1'],
  ['a byte order mark', '\ufeffversion: 1'],
  ['key in hex', `version: 1\ntrust: {keys: [{name: a, public_key: '${K}'}]}`],
  [
    'key in base64',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${Buffer.from(K, 'hex').toString('base64')}'}]}`,
  ],
  ['key in a file', 'version: 1\ntrust: {keys: [{name: a, public_key: key.pem}]}'],
  ['no trusted keys at all', 'version: 1\ntrust: {keys: []}'],
  [
    'rotation: one name, two keys',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', not_after: 2026-01-01T00:00:00Z}, {name: a, public_key: '${K2}', not_before: 2026-01-01T00:00:00Z}]}`,
  ],
  ['cosign by key', 'version: 1\ntrust: {cosign: [{name: a, key: c.pub}]}'],
  ['cosign by identity', 'version: 1\ntrust: {cosign: [{name: a, identity: i, issuer: j, certificate: c.pem}]}'],
  ['all durations', 'version: 1\nfreshness: {max_age: 2w, clock_skew: 0s}'],
  ['short approvals', 'version: 1\napprovals: [{id: a}]'],
  ['long approvals', 'version: 1\napprovals: {builtin: false, rules: [{id: a, min: 2, max_age: 72h}]}'],
  ['rules', 'version: 1\nrules: [{id: a, when: true, must: {type: object}, message: m}]'],
  [
    'a rule with an inner reference',
    'version: 1\nrules: [{id: a, must: {$ref: "#/definitions/x", definitions: {x: {type: object}}}}]',
  ],
  ['a rule with a linear pattern', 'version: 1\nrules: [{id: a, must: {properties: {source: {pattern: "^(a+)+$"}}}}]'],
  ['frameworks', 'version: 1\nrequire: {frameworks: [{id: soc2, controls: [cc6.1], min_coverage: 0.5}]}'],
  ['own frameworks', 'version: 1\nframeworks: [fw.yaml]\nrequire: {frameworks: [{id: ours, controls: [a]}]}'],
  ['baseline and artifacts', "version: 1\nbaseline: b.json\nartifacts: ['a/**', '!a/b']"],
  [
    'the example of the documentation',
    `
version: 1
artifacts: ['evidence/**', '!evidence/tmp/**']
trust:
  signatures: required
  keys:
    - name: ci-signer
      public_key: ${K}
      not_before: 2026-01-01T00:00:00Z
      not_after: 2027-01-01T00:00:00Z
      record_types: [deployment, test_result]
      source_products: [ci]
  cosign: [{name: release, certificate: f.pem, identity: a, issuer: b}]
  revocation_list: revoked.json
  revocation_key: ${K2}
freshness: {max_age: 90d, clock_skew: 5m}
require:
  record_types: {test_result: 1, approval: 1}
  source_products: [ci]
  frameworks: [{id: soc2, controls: [cc6.1], min_coverage: 0.5}]
rules:
  - id: no-denied-decisions
    when: {properties: {record_type: {const: decision}}}
    must: {properties: {event: {properties: {action: {enum: [allow]}}}}}
    message: a denied action reached the pipeline
approvals:
  - id: production
    when: {properties: {record_type: {const: deployment}}}
    by: [release-manager]
    min: 1
    max_age: 72h
baseline: .proof-baseline.json
`,
  ],
];

/** name, text, line, part of the message, codes when not policy.invalid. `both`: the published schema refuses it as well. */
const BAD: [string, string, number | undefined, RegExp, { code?: string; both?: boolean }?][] = [
  ['empty', '', undefined, /must be an object/, { both: true }],
  ['a list', '- version: 1', 1, /must be an object/, { both: true }],
  ['no version', 'artifacts: [a]', 1, /version/, { both: true }],
  ['another version', '\nversion: 2', 2, /version must be 1/, { both: true }],
  ['a version in quotes', 'version: "1"', 1, /version must be 1/, { both: true }],
  [
    'unknown member',
    'version: 1\nartefacts: [a]',
    2,
    /unknown member "artefacts" \(did you mean 'artifacts'\?\)/,
    { both: true },
  ],
  [
    'unknown nested member',
    `version: 1\ntrust:\n  keys:\n    - name: a\n      public_key: '${K}'\n      not_befor: x`,
    6,
    /did you mean 'not_before'/,
    { both: true },
  ],
  [
    'unknown member of a short approval',
    'version: 1\napprovals:\n  - id: a\n    mim: 2',
    4,
    /did you mean 'min'/,
    { both: true },
  ],
  [
    'unknown member of a long approval',
    'version: 1\napprovals:\n  buildin: false',
    3,
    /did you mean 'builtin'/,
    { both: true },
  ],
  ['unknown member unlike any', 'version: 1\nzzzzzz: 1', 2, /unknown member "zzzzzz"$/, { both: true }],
  ['__proto__', 'version: 1\n__proto__: {a: 1}', 2, /unknown member "__proto__"/],
  ['a merge key', 'version: 1\n<<: {artifacts: [a]}', 2, /unknown member "<<"/, { both: true }],
  ['duplicate members', 'version: 1\nversion: 1', 2, /occurs twice/],
  ['duplicate members of a rule', 'version: 1\nrules:\n  - {id: a, must: true,\n     must: false}', 4, /occurs twice/],
  ['anchors', 'version: 1\nartifacts: &a [x]', 2, /anchors and aliases/],
  ['aliases', 'version: 1\nartifacts: &a [x]\nrequire: {source_products: *a}', 2, /anchors and aliases/],
  [
    'a YAML bomb',
    `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\nversion: 1`,
    1,
    /anchors and aliases/,
  ],
  ['tags', 'version: !!js/function 1', 1, /not valid YAML/],
  ['no YAML', 'version: 1\n\tx: [', 2, /not valid YAML/],
  ['two documents', 'version: 1\n---\nversion: 1', undefined, /not valid YAML/],
  ['names that are no strings', 'version: 1\nrules: [{id: a, must: {properties: {1: {}}}}]', 2, /must be a string/],
  ['deep nesting', `version: 1\nrules: [{id: a, must: ${'['.repeat(2000)}${']'.repeat(2000)}}]`, 2, /nested/],
  [
    'deep blocks',
    `version: 1\nrules:\n${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i + 2)}a:`).join('\n')}`,
    undefined,
    /nested/,
  ],
  ['a wrong type', 'version: 1\nartifacts: evidence', 2, /artifacts must be a list/, { both: true }],
  ['an empty list of artifacts', 'version: 1\nartifacts: []', 2, /artifacts must not be empty/, { both: true }],
  ['null', 'version: 1\ntrust:', 2, /trust must be an object/, { both: true }],
  ['signatures by another word', 'version: 1\ntrust: {signatures: always}', 2, /must be one of/, { both: true }],
  ['a key without a name', `version: 1\ntrust: {keys: [{public_key: '${K}'}]}`, 2, /name/, { both: true }],
  [
    'a name of blanks',
    `version: 1\ntrust: {keys: [{name: ' ', public_key: '${K}'}]}`,
    2,
    /must be text without spaces/,
    { both: true },
  ],
  [
    'a key that is none',
    'version: 1\ntrust:\n  keys:\n    - name: a\n      public_key: AAAA-not-there',
    5,
    /not there/,
    { code: 'dependency.missing' },
  ],
  [
    'a key with a digit too few',
    `version: 1\ntrust:\n  keys:\n    - name: a\n      public_key: '${K.slice(1)}'`,
    5,
    /not a public key/,
  ],
  ['a file that holds no key', 'version: 1\ntrust: {keys: [{name: a, public_key: bad.pem}]}', 2, /not a public key/],
  [
    'a key behind a link out of the workspace',
    'version: 1\ntrust: {keys: [{name: a, public_key: link.pem}]}',
    2,
    /leaves the workspace/,
    { code: 'path.escape' },
  ],
  [
    'a weak key',
    `version: 1\ntrust:\n  keys:\n    - name: a\n      public_key: '${'00'.repeat(32)}'`,
    5,
    /small-order point|canonical/,
    { code: 'key.weak' },
  ],
  [
    'a key twice',
    `version: 1\ntrust:\n  keys:\n    - {name: a, public_key: '${K}'}\n    - {name: a, public_key: '${K}'}`,
    5,
    /is listed twice/,
  ],
  [
    'two names for one key',
    `version: 1\ntrust:\n  keys:\n    - {name: a, public_key: '${K}'}\n    - {name: b, public_key: key.pem}`,
    5,
    /has the same public key as "a"/,
  ],
  [
    'a date without time',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', not_after: 2026-01-01}]}`,
    2,
    /RFC 3339/,
    { both: true },
  ],
  [
    'a day that is none',
    `version: 1\ntrust: {keys: [{name: a, public_key: '${K}', not_after: '2026-02-30T00:00:00Z'}]}`,
    2,
    /RFC 3339/,
    { both: true },
  ],
  [
    'cosign without identity',
    'version: 1\ntrust: {cosign: [{name: a, certificate: c.pem}]}',
    2,
    /identity|issuer/,
    { both: true },
  ],
  [
    'cosign with key and identity',
    'version: 1\ntrust: {cosign: [{name: a, key: c.pub, identity: i, issuer: j}]}',
    2,
    /must not be present/,
    { both: true },
  ],
  ['min_signers of nobody', 'version: 1\ntrust: {min_signers: 0}', 2, /at least 1/, { both: true }],
  ['a duration without unit', 'version: 1\nfreshness:\n  max_age: 90', 3, /max_age must be a string/, { both: true }],
  [
    'a duration of another unit',
    'version: 1\nfreshness:\n  max_age: 3 months',
    3,
    /a duration such as 90d/,
    { both: true },
  ],
  ['a negative duration', 'version: 1\nfreshness: {clock_skew: -5m}', 2, /a duration such as/, { both: true }],
  ['an age of nothing', 'version: 1\nfreshness: {max_age: 0d}', 2, /a duration such as/, { both: true }],
  [
    'an age of centuries',
    'version: 1\nfreshness:\n  max_age: 99999d',
    3,
    /^freshness\.max_age must be a duration such as 90d, 72h, 5m, 30s or 2w, at most 100 years$/,
  ],
  [
    'a short approval of centuries',
    'version: 1\napprovals:\n  - id: a\n  - id: b\n    max_age: 99999d',
    5,
    /at most 100 years/,
  ],
  [
    'a long approval of centuries',
    'version: 1\napprovals:\n  rules:\n    - id: a\n    - id: b\n      max_age: 99999d',
    6,
    /at most 100 years/,
  ],
  [
    'a clock that is off by centuries',
    'version: 1\nfreshness:\n  clock_skew: 99999d',
    3,
    /^freshness\.clock_skew must be a duration such as 90d, 72h, 5m, 30s or 2w, at most 100 years$/,
  ],
  ['a count of none', 'version: 1\nrequire: {record_types: {decision: 0}}', 2, /at least 1/, { both: true }],
  [
    'a count that is a fraction',
    'version: 1\nrequire: {record_types: {decision: 1.5}}',
    2,
    /whole number/,
    { both: true },
  ],
  [
    'an unknown framework',
    'version: 1\nrequire:\n  frameworks:\n    - id: soc',
    4,
    /unknown framework "soc" \(did you mean 'soc2'\?\)/,
    { code: 'framework.invalid' },
  ],
  ['a framework twice', 'version: 1\nrequire: {frameworks: [{id: soc2}, {id: soc2}]}', 2, /required twice/],
  [
    'coverage over all',
    'version: 1\nrequire: {frameworks: [{id: soc2, min_coverage: 50}]}',
    2,
    /at most 1/,
    { both: true },
  ],
  [
    'a framework file that is not there',
    'version: 1\nframeworks: [x.yaml]',
    2,
    /not there/,
    { code: 'dependency.missing' },
  ],
  [
    'a broken framework file',
    'version: 1\nframeworks: [broken.yaml]',
    2,
    /framework "broken.yaml"/,
    { code: 'framework.invalid' },
  ],
  [
    'a framework file that replaces a built-in one',
    'version: 1\nframeworks: [twin.yaml]',
    2,
    /defined already/,
    { code: 'framework.invalid' },
  ],
  ['a rule without must', 'version: 1\nrules: [{id: a}]', 2, /must/, { both: true }],
  ['a rule id with blanks', 'version: 1\nrules: [{id: a b, must: true}]', 2, /letters, digits/, { both: true }],
  ['a rule id twice', 'version: 1\nrules:\n  - {id: a, must: true}\n  - {id: a, must: true}', 4, /used twice/],
  ['an approval id twice', 'version: 1\napprovals:\n  - {id: a}\n  - {id: a}', 4, /used twice/],
  [
    'a schema that is none',
    'version: 1\nrules:\n  - id: a\n    must: {type: nothing}',
    4,
    /rules\[0\]\.must is not a usable JSON Schema/,
  ],
  [
    'a schema that leads elsewhere',
    'version: 1\nrules:\n  - id: a\n    must: {$ref: "https://evil.example/s.json"}',
    4,
    /cannot be resolved inside the schema/,
  ],
  [
    'a schema that leads nowhere',
    'version: 1\napprovals:\n  - id: a\n    when: {$ref: "#/definitions/x"}',
    4,
    /cannot be resolved inside the schema/,
  ],
  [
    'a pattern that cannot be linear',
    'version: 1\nrules:\n  - id: a\n    must: {properties: {source: {pattern: "(?=a)b"}}}',
    4,
    /linear time/,
  ],
  [
    'a schema of a long approval that is none',
    'version: 1\napprovals:\n  rules:\n    - id: a\n      when: {type: nothing}',
    5,
    /^approvals\.rules\[0\]\.when is not a usable JSON Schema: /,
  ],
  [
    'a long approval id twice',
    'version: 1\napprovals:\n  rules:\n  - {id: a}\n  - {id: a}',
    5,
    /^the id "a" is used twice$/,
  ],
  [
    'a name of blanks in an approval',
    "version: 1\napprovals: [{id: a, by: [' x']}]",
    2,
    /must match the pattern/,
    { both: true },
  ],
  ['approvals of a wrong shape', 'version: 1\napprovals: yes please', 2, /approvals must be/, { both: true }],
  ['approval by nobody', 'version: 1\napprovals: [{id: a, by: []}]', 2, /must not be empty/, { both: true }],
  ['approval by one twice', 'version: 1\napprovals: [{id: a, by: [x, x]}]', 2, /must be unique/, { both: true }],
];

describe('good policies', () => {
  test.each(GOOD)('%s', async (_, text) => {
    const loaded = await load(text);
    expect(loaded.ok ? [] : loaded.findings).toEqual([]);
    expect(validateDocument('gate-policy-v1', parse(text.replace('\ufeff', '')))).toEqual([]);
  });
});

test('every member of a policy is read', async () => {
  const text = `
version: 1
artifacts: ['a/**', '!a/b']
baseline: b.json
trust:
  signatures: required
  min_signers: 2
  keys: [{name: k, public_key: '${K}', not_before: 2026-01-01T00:00:00Z, record_types: [decision], source_products: [p]}]
  cosign: [{name: c, key: c.pub, record_types: [approval]}, {name: d, certificate: d.pem, identity: i, issuer: j}]
  revocation_list: r.json
  revocation_key: r.pub
freshness: {max_age: 2d, clock_skew: 3s}
frameworks: [fw.yaml]
require:
  record_types: {decision: 2}
  source_products: [p, q]
  frameworks: [{id: ours, controls: [a]}, {id: soc2, min_coverage: 0.5}]
rules: [{id: r1, must: {type: object}}, {id: r2, when: false, must: true, message: why}]
approvals:
  builtin: false
  rules: [{id: a1}, {id: a2, when: true, by: [k], min: 2, max_age: 1h}]
`;
  const loaded = await load(text);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join());
  const { frameworks, require, ...rest } = loaded.policy;
  const strict = { binding: 'digest', selfApproval: false, veto: true };
  expect(rest).toStrictEqual({
    name: '.proof-policy.yml',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    artifacts: ['a/**', '!a/b'],
    baseline: { file: 'b.json' },
    customTypes: [],
    trust: {
      configured: true,
      revocation: { retroactive: false },
      signatures: 'required',
      minSigners: 2,
      keys: [
        {
          name: 'k',
          key: expect.objectContaining({ id: KEYS.ci.id, name: 'k' }),
          notBefore: Date.parse('2026-01-01T00:00:00Z'),
          recordTypes: ['decision'],
          sourceProducts: ['p'],
          at: expect.objectContaining({ line: 8 }),
        },
      ],
      cosign: [
        { name: 'c', key: { file: 'c.pub' }, recordTypes: ['approval'] },
        { name: 'd', certificate: { file: 'd.pem' }, identity: 'i', issuer: 'j' },
      ],
      revocationList: { file: 'r.json' },
      revocationKey: expect.objectContaining({ id: KEYS.manager.id }),
    },
    freshness: { maxAgeMs: 172_800_000, clockSkewMs: 3000 },
    rules: [
      { id: 'r1', must: { type: 'object' }, at: { line: 18, column: 9 } },
      { id: 'r2', when: false, must: true, message: 'why', at: { line: 18, column: 41 } },
    ],
    exceptions: [],
    severity: new Map(),
    approvals: {
      builtin: false,
      rules: [
        { id: 'a1', min: 1, ...strict, at: { line: 21, column: 11 } },
        { id: 'a2', when: true, by: ['k'], min: 2, maxAgeMs: 3_600_000, ...strict, at: { line: 21, column: 21 } },
      ],
    },
  });
  expect(frameworks.map(({ framework }) => framework.id)).toEqual(['ours']);
  expect(require.recordTypes).toEqual([{ type: 'decision', min: 2, at: expect.objectContaining({ line: 15 }) }]);
  expect(require.sourceProducts).toEqual(['p', 'q']);
  const id = (name: string) => expect.objectContaining({ framework: expect.objectContaining({ id: name }) });
  expect(require.frameworks).toStrictEqual([
    { framework: id('ours'), controls: ['a'] },
    { framework: id('soc2'), minCoverage: 0.5 },
  ]);
});

test('what a policy leaves out is absent', async () => {
  const of = async (text: string) => {
    const loaded = await load(`version: 1\n${text}`);
    if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join());
    const { name: _name, sha256: _sha256, ...rest } = loaded.policy;
    return rest;
  };
  const bare = {
    trust: { configured: false, revocation: { retroactive: false }, keys: [], cosign: [] },
    freshness: { clockSkewMs: 300_000 },
    require: { recordTypes: [], sourceProducts: [], frameworks: [] },
    rules: [],
    approvals: { builtin: true, rules: [] },
    exceptions: [],
    severity: new Map(),
    customTypes: [],
    frameworks: [],
  };
  expect(await of('')).toStrictEqual(bare);
  expect(await of('freshness: {}')).toStrictEqual(bare);
  expect(await of('freshness: {clock_skew: 3s}')).toStrictEqual({ ...bare, freshness: { clockSkewMs: 3000 } });
  expect(await of('freshness: {max_age: 1h}')).toStrictEqual({
    ...bare,
    freshness: { maxAgeMs: 3_600_000, clockSkewMs: 300_000 },
  });
  // who is trusted is said by a list, also an empty one, and by how many have to sign
  const trust = async (text: string) => (await of(`trust: ${text}`)).trust;
  expect(await trust('{signatures: off}')).toStrictEqual({ ...bare.trust, signatures: 'off' });
  for (const text of ['{keys: []}', '{cosign: []}']) {
    expect(await trust(text)).toStrictEqual({ ...bare.trust, configured: true });
  }
  expect(await trust('{min_signers: 1}')).toStrictEqual({ ...bare.trust, configured: true, minSigners: 1 });
  expect(
    (await of(`trust: {keys: [{name: a, public_key: '${K}', not_after: 2026-01-01T00:00:00Z}]}`)).trust.keys,
  ).toStrictEqual([
    {
      name: 'a',
      key: expect.anything(),
      notAfter: Date.parse('2026-01-01T00:00:00Z'),
      at: { line: 2, column: 16 },
    },
  ]);
});

test('a weak key is rejected as weak, in a policy and in a file, and a file too large to be a key as too large', async () => {
  const weak = `01${'00'.repeat(31)}`;
  const of = async (text: string, files: Record<string, string> = {}) => {
    const policy = `version: 1\ntrust: {keys: [{name: a, public_key: '${text}'}]}`;
    const loaded = await loadPolicy(Buffer.from(policy), 'p.yml', fileReader({ ...FILES, ...files }));
    return loaded.ok ? [] : loaded.findings.map(({ code, message }) => [code, message]);
  };
  expect(await of(weak)).toEqual([['key.weak', expect.any(String)]]);
  expect(await of(' weak.pub ', { 'weak.pub': weak })).toEqual([['key.weak', expect.any(String)]]);
  expect(await of('large.pub', { 'large.pub': `${K}${' '.repeat(20_000)}` })).toEqual([
    ['policy.invalid', expect.stringContaining('the key file is too large')],
  ]);
  expect(await of(' key.pem ')).toEqual([]);
});

describe('bad policies', () => {
  test.each(BAD)('%s', async (_, text, line, message, { code = 'policy.invalid', both = false } = {}) => {
    const loaded = await load(text);
    if (loaded.ok) throw new Error('accepted');
    const [first] = loaded.findings;
    expect({ code: first?.code, message: first?.message }).toEqual({ code, message: expect.stringMatching(message) });
    if (line !== undefined) expect(first?.line).toBe(line);
    expect(
      loaded.findings.every(({ severity, artifact }) => severity === 'error' && artifact === '.proof-policy.yml'),
    ).toBe(true);
    expect([6, 7, 8]).toContain(first?.exit_code);
    if (both) expect(validateDocument('gate-policy-v1', parse(text))).not.toEqual([]);
  });

  test('a policy of 10 MB is rejected at once', async () => {
    const loaded = await load(Buffer.alloc(10_000_000, 0x20));
    expect(loaded.ok ? '' : loaded.findings[0]?.message).toMatch(/has 10000000 bytes, limit 262144/);
  });

  test('text that is not UTF-8', async () => {
    const loaded = await load(Buffer.from([0x76, 0xff, 0xfe]));
    expect(loaded.ok ? '' : loaded.findings[0]?.message).toMatch(/UTF-8/);
  });

  test.each([
    ['many members', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['many brackets', '['.repeat(260_000)],
    ['many quotes', '"'.repeat(260_000)],
    ['many dashes', '- '.repeat(130_000)],
  ])('hostile text of full size is refused in seconds: %s', async (_, text) => {
    const start = performance.now();
    expect((await load(text)).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('mistakes in a framework file are reported with their line there, at most ten', async () => {
    const told = async (content: string) => {
      const text = 'version: 1\nframeworks: [fw.yaml, own.yaml]';
      const loaded = await loadPolicy(Buffer.from(text), 'p', fileReader({ ...FILES, 'own.yaml': content }));
      return loaded.ok ? [] : loaded.findings.map(({ message, pointer }) => `${pointer} ${message}`);
    };
    expect(await told("framework: {id: mine, version: '1', title: Mine}\ncontrols: 3")).toEqual([
      '/frameworks/1 framework "own.yaml" line 2: controls must be a list, not a number',
    ]);
    expect(await told(Array.from({ length: 20 }, () => '- !x a').join('\n'))).toHaveLength(10);
    expect(await told('['.repeat(999))).toEqual([
      '/frameworks/1 framework "own.yaml": the framework is nested too deeply',
    ]);
    expect(await told(FILES['fw.yaml'])).toEqual(['/frameworks/1 framework "ours" is defined already']);
  });

  test('items are reported by their number', async () => {
    const rules = Array.from({ length: 12 }, (_, i) => `{id: r${i}, must: ${i < 11 ? 'true' : '{type: nothing}'}}`);
    const loaded = await load(`version: 1\nrules: [${rules.join()}]`);
    expect(loaded.ok ? '' : loaded.findings[0]?.message).toMatch(/^rules\[11\]\.must is not a usable JSON Schema: /);
    const misspelt = await load(`version: 1\nrules: [${rules.slice(0, 11).join()}, {id: a, must: true, massage: x}]`);
    expect(misspelt.ok ? '' : misspelt.findings[0]?.message).toBe(`unknown member "massage" (did you mean 'message'?)`);
  });

  test('every mistake is reported with its line', async () => {
    const loaded = await load('version: 1\nartefacts: 1\nfreshnes: 1\nbaseline: 3');
    expect(loaded.ok ? [] : loaded.findings.map(({ line }) => line).sort()).toEqual([2, 3, 4]);
  });
});

describe('pin, durations, init', () => {
  test('the pin is the SHA-256 of the bytes', async () => {
    const loaded = await load('version: 1');
    const sha256 = loaded.ok ? (loaded.policy.sha256 ?? '') : '';
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(checkPin(sha256, sha256.toUpperCase(), 'p')).toBeUndefined();
    expect(checkPin(sha256, `sha256:${sha256}`, 'p')).toBeUndefined();
    expect(
      checkPin(
        sha256,
        sha256.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
        'p',
      ),
    ).toMatchObject({
      code: 'policy.pin_mismatch',
      exit_code: 8,
    });
    expect(checkPin(sha256, '', 'p')).toMatchObject({
      message: `policy SHA-256 is ${sha256.slice(0, 12)}…, expected ""`,
      artifact: 'p',
      exit_code: 8,
    });
    expect(checkPin(sha256, ` ${sha256}\n`, 'p')).toBeUndefined();
    expect(checkPin(sha256, `${sha256.slice(0, 9)}sha256:${sha256.slice(9)}`, 'p')?.exit_code).toBe(8);
  });

  test.each([
    ['30s', 30_000],
    ['5m', 300_000],
    ['72h', 259_200_000],
    ['90d', 7_776_000_000],
    ['2w', 1_209_600_000],
    ['0s', 0],
    ['36525d', 36_525 * 86_400_000],
    ['36526d', undefined],
    ['5', undefined],
    ['5y', undefined],
    ['5mm', undefined],
    ['1000000s', undefined],
    ['5M', undefined],
    ['1.5h', undefined],
    ['-1d', undefined],
    ['', undefined],
    [' 5m', undefined],
    ['1e3d', undefined],
  ])('duration %s', (text, ms) => {
    expect(parsePolicyDuration(text)).toBe(ms);
  });

  test('the policy that init prints is valid as it stands, and so is each example in it', async () => {
    expect(await load(INITIAL_POLICY)).toMatchObject({ ok: true, warnings: [] });
    const files = {
      'keys/ci.pem': K,
      'keys/release-manager.pem': K2,
      'keys/security-team.pem': K2,
      'compliance/our-framework.yaml': FILES['fw.yaml'],
    };
    const loaded = await loadPolicy(Buffer.from(initialPolicyExamples()), 'p', fileReader(files));
    expect(loaded).toMatchObject({ ok: true, warnings: [] });
    if (!loaded.ok) return;
    expect(loaded.policy.trust.keys.map(({ name }) => name)).toEqual(['ci-signer', 'release-manager']);
    expect(loaded.policy.approvals.rules).toHaveLength(1);
    expect(loaded.policy.rules).toHaveLength(1);
    expect(loaded.policy.frameworks).toHaveLength(1);
    expect(loaded.policy.exceptions).toHaveLength(1);
    expect(loaded.policy.bind).toMatchObject({ commit: ['/event/commit'], repository: ['/event/repository'] });
  });
});
