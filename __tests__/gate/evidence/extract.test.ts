import { describe, expect, test } from '@jest/globals';
import type { CheckedRecord, JsonObject } from '../../../src/engine/types.js';
import type { FrameworkDefinition } from '../../../src/gate/config/frameworks/framework.js';
import { EMPTY_POLICY } from '../../../src/gate/config/policy/model.js';
import { extractFact, makeNeeds } from '../../../src/gate/evidence/extract.js';
import { instantOf } from '../../../src/gate/instant.js';
import type { Doc } from '../../support/build.js';
import { policyOf } from '../support/world.js';

/* What is kept of one record, member by member. */

const HASH = 'a'.repeat(64);
const json = (value: unknown): JsonObject => value as JsonObject;
const checked = (value: Doc, more: Partial<CheckedRecord> = {}): CheckedRecord => ({
  artifact: 'a.jsonl',
  index: 2,
  line: 3,
  value: json(value),
  recordId: 'r',
  recordHash: `sha256:${HASH}`,
  signature: 'none',
  ok: true,
  ...more,
});
const plain = await makeNeeds(EMPTY_POLICY, [], false);
const withLinks = await makeNeeds(EMPTY_POLICY, [], true);
const extract = (value: Doc, more: Partial<CheckedRecord> = {}, needs = plain) =>
  extractFact(checked(value, more), needs);
const BARE = {
  artifact: 'a.jsonl',
  index: 2,
  line: 3,
  recordId: 'r',
  recordType: '',
  sourceProduct: '',
  timestamp: '',
  recordHash: `sha256:${HASH}`,
  signature: 'none',
  verified: true,
};

describe('of any record', () => {
  test('nothing more than there is', () => {
    expect(extract({})).toEqual(BARE);
    expect(Object.keys(extract({})).sort()).toEqual(Object.keys(BARE).sort());
    expect(extract({ agent_id: '', integrity: { previous_record_hash: '' } })).toEqual(BARE);
    expect(extract({ agent_id: 1, record_type: 1, integrity: [] })).toEqual(BARE);
  });

  test('its members', () => {
    const value = {
      record_type: 'decision',
      source_product: 'p',
      timestamp: '2026-01-01T00:00:00Z',
      agent_id: 'bot',
      integrity: { previous_record_hash: 'sha256:x', signing_key_id: 'claimed' },
    };
    const members = { recordType: 'decision', sourceProduct: 'p', timestamp: '2026-01-01T00:00:00Z', agentId: 'bot' };
    expect(extract(value)).toEqual({ ...BARE, ...members, previousHash: 'sha256:x' });
    expect(extract(value, { entry: 'in.json', keyId: 'k', signature: 'verified' })).toMatchObject({
      entry: 'in.json',
      keyId: 'k',
    });
    const failed = extract(value, { signature: 'failed', ok: false });
    expect(failed).toMatchObject({ claimedKeyId: 'claimed', verified: false });
    expect(failed).not.toHaveProperty('keyId');
    expect(extract({ integrity: { signing_key_id: '' } }, { signature: 'failed' })).not.toHaveProperty('claimedKeyId');
    expect(extract(value, { signature: 'unchecked' })).not.toHaveProperty('claimedKeyId');
    expect(extract({}, { signature: 'failed' })).not.toHaveProperty('claimedKeyId');
  });

  test('of one that did not verify, only what an approval names', () => {
    const approval = {
      record_type: 'approval',
      event: { record_id: 'x', intent_digest: HASH },
      controls: { human_oversight: { approval_required: true } },
    };
    expect(extract(approval, { ok: false })).toEqual({
      ...BARE,
      recordType: 'approval',
      verified: false,
      approval: { names: [{ id: 'x' }], says: 'nothing' },
    });
    expect(extract(approval)).toMatchObject({
      asksApproval: true,
      intents: [HASH],
      approval: { names: [{ id: 'x' }] },
    });
    expect(extract({ ...approval, record_type: 'decision' }, { ok: false })).toEqual({
      ...BARE,
      recordType: 'decision',
      verified: false,
    });
    expect(
      extract({ ...approval, record_type: 'test_result', event: { name: 'n', passed: true } }, { ok: false }),
    ).not.toHaveProperty('test');
  });

  test('its relations, when pictures are drawn', () => {
    const relationship = {
      edges: [
        { kind: 'calls', from: { kind: 'agent', id: 'a' }, to: { kind: 'tool', id: 't' } },
        { kind: 'x', from: { id: '' }, to: { id: 't' } },
        1,
      ],
      parent_ref: { kind: 'session', id: 's' },
      entity_refs: [{ kind: 'file', id: 'f' }, { id: 'bare' }, null],
      parent_record_id: 'p',
      related_record_ids: ['q', 7],
    };
    const links = [
      { kind: 'calls', from: 'agent:a', to: 'tool:t' },
      { kind: 'parent', from: 'record:me', to: 'session:s' },
      { kind: 'refers_to', from: 'record:me', to: 'file:f' },
      { kind: 'refers_to', from: 'record:me', to: ':bare' },
      { kind: 'parent', from: 'record:me', to: 'record:p' },
      { kind: 'related', from: 'record:me', to: 'record:q' },
    ];
    expect(extract({ record_id: 'me', relationship }, {}, withLinks).links).toEqual(links);
    expect(extract({ record_id: 'me', relations: relationship }, {}, withLinks).links).toEqual(links);
    expect(extract({ record_id: 'me', relationship }).links).toBeUndefined();
    expect(extract({ record_id: 'me', relationship: {} }, {}, withLinks)).not.toHaveProperty('links');
    expect(extract({ record_id: 'me' }, {}, withLinks)).not.toHaveProperty('links');
    const many = { related_record_ids: Array.from({ length: 65 }, (_, i) => `q${i}`) };
    expect(extract({ relationship: many }, {}, withLinks).links).toHaveLength(64);
  });
});

describe('of a test result', () => {
  test.each<[Doc, object]>([
    [
      { test_name: 'n', outcome: 'pass' },
      { name: 'n', outcome: 'passed' },
    ],
    [
      { name: 'n', result: ' OK ' },
      { name: 'n', outcome: 'passed' },
    ],
    [
      { test: 'n', status: 'Errored' },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { test_id: 'n', verdict: 'timed_out' },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { test_case: 'n', conclusion: 'Skipped' },
      { name: 'n', outcome: 'skipped' },
    ],
    [
      { suite: 'n', passed: true },
      { name: 'n', outcome: 'passed' },
    ],
    [
      { suite: 'n', success: false },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { suite: 'n', ok: true },
      { name: 'n', outcome: 'passed' },
    ],
    [
      { name: 'n', passed: 'yes', ok: false },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { name: 'n', outcome: 'pass', passed: false },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { name: 'n', outcome: ' ', result: 'failed' },
      { name: 'n', outcome: 'failed' },
    ],
    [
      { name: ' ', suite: 's', ok: true },
      { name: 's', outcome: 'passed' },
    ],
    [{ name: 'n' }, { name: 'n', outcome: '' }],
    [{ outcome: 'pass' }, { name: '', outcome: 'passed' }],
    [
      { name: 1, outcome: 'pass' },
      { name: '', outcome: 'passed' },
    ],
    [
      { name: 'n', passed: 'yes' },
      { name: 'n', outcome: '' },
    ],
    [
      { name: 'n', outcome: 'passed', status: 'skipped' },
      { name: 'n', outcome: 'skipped' },
    ],
    [
      { name: 'n', outcome: 'passed', verdict: 'allow' },
      { name: 'n', outcome: 'passed' },
    ],
    [
      { name: 'n', outcome: 'passed', conclusion: 'failure' },
      { name: 'n', outcome: 'failed' },
    ],
  ])('%j', (event, expected) => {
    expect(extract({ record_type: 'test_result', event }).test).toMatchObject(expected);
    expect(extract({ record_type: 'decision', event })).not.toHaveProperty('test');
  });

  test('without an event', () => {
    expect(extract({ record_type: 'test_result', event: [] }).test).toEqual({
      name: '',
      outcome: '',
      passed: false,
      told: false,
    });
  });
});

test('members that controls ask for and that are not there', async () => {
  const control = {
    id: 'c',
    title: 'c',
    required_record_types: ['decision'],
    minimum_frequency: 'continuous',
    required_fields: ['event.a', 'event.a', 'metadata.b.c', 'agent_id', 'source.length'],
  };
  const framework = {
    framework: { id: 'f', version: '1', title: 'f' },
    controls: [control],
  } as unknown as FrameworkDefinition;
  const needs = await makeNeeds(EMPTY_POLICY, [framework], false);
  expect(needs.fields).toEqual(['event.a', 'metadata.b.c', 'agent_id', 'source.length']);
  const missing = (value: Doc) => extract({ source: { length: 1 }, ...value }, {}, needs).missing;
  expect(missing({})).toEqual(['event.a', 'metadata.b.c', 'agent_id']);
  expect(missing({ event: { a: 0 }, metadata: { b: { c: false } }, agent_id: 'x' })).toBeUndefined();
  for (const empty of ['', ' ', null, [], {}])
    expect(missing({ event: { a: empty }, metadata: { b: { c: 1 } }, agent_id: 'x' })).toEqual(['event.a']);
  for (const full of ['x', 0, false, [0], { x: null }])
    expect(missing({ event: { a: full }, metadata: { b: { c: 1 } }, agent_id: 'x' })).toBeUndefined();
  const rest = { event: { a: 1 }, metadata: { b: { c: 1 } }, agent_id: 'x' };
  for (const none of [['c'], null, 'c', 1])
    expect(missing({ ...rest, metadata: { b: none } })).toEqual(['metadata.b.c']);
  // What a text or a list has of itself was not written by anybody.
  for (const of of ['text', ['text']]) expect(missing({ ...rest, source: of })).toEqual(['source.length']);
});

test('rules see only what the hash covers', async () => {
  const policy = await policyOf({
    version: 1,
    rules: [
      { id: 'loose', when: {}, must: { required: ['extra'] } },
      { id: 'inside', when: { required: ['controls'] }, must: { properties: { controls: { required: ['extra'] } } } },
    ],
    approvals: [{ id: 'odd', when: { required: ['extra'] } }, { id: 'any' }],
  });
  const needs = await makeNeeds(policy, [], false);
  const rulesOf = (value: Doc) => extract(value, {}, needs).rules?.map(({ rule, failure }) => [rule, failure?.pointer]);
  const both = [
    [0, ''],
    [1, '/controls'],
  ];
  // Without controls the hash covers permissions_enforced false.
  expect(rulesOf({ extra: 1 })).toEqual(both);
  expect(rulesOf({ controls: { extra: 1, permissions_enforced: true } })).toEqual(both);
  expect(rulesOf({ extra: 1, controls: { extra: 1 } })).toEqual(both);
  expect(extract({ record_type: 'decision', extra: 1 }, {}, needs).approvalRules).toEqual([1]);
  expect(extract({ record_type: 'approval' }, {}, needs)).not.toHaveProperty('approvalRules');
});

const sealed = {
  record_type: 'decision',
  timestamp: '2026-01-02T03:04:05Z',
  controls: { permissions_enforced: false },
};
test.each<[string, JsonObject, Doc, Doc]>([
  [
    'a timestamp with an offset',
    { properties: { timestamp: { pattern: '^2026-01-02' } }, required: ['timestamp'] },
    sealed,
    { ...sealed, timestamp: '2026-01-01T23:04:05-04:00' },
  ],
  [
    'a fraction of a second',
    { properties: { timestamp: { pattern: '5Z$' } }, required: ['timestamp'] },
    sealed,
    { ...sealed, timestamp: '2026-01-02T03:04:05.1Z' },
  ],
  ['no controls', { required: ['controls'] }, sealed, { ...sealed, controls: undefined }],
  [
    'controls without a flag',
    { properties: { controls: { required: ['permissions_enforced'] } } },
    sealed,
    { ...sealed, controls: {} },
  ],
  ['an empty agent_id', { not: { required: ['agent_id'] } }, sealed, { ...sealed, agent_id: '' }],
  ['metadata null', { not: { required: ['metadata'] } }, sealed, { ...sealed, metadata: null }],
  [
    'an empty reviewer',
    { not: { properties: { controls: { properties: { human_oversight: { required: ['reviewer'] } } } } } },
    { ...sealed, controls: { permissions_enforced: false, human_oversight: { approval_required: false } } },
    {
      ...sealed,
      controls: { permissions_enforced: false, human_oversight: { approval_required: false, reviewer: '' } },
    },
  ],
])('%s is under the same hash, so the same rules select it', async (_, when, given, written) => {
  const policy = await policyOf({
    version: 1,
    rules: [{ id: 'r', when, must: false }],
    approvals: [{ id: 'a', when }],
    require: { record_types: { decision: { min: 1, where: when } } },
  });
  const needs = await makeNeeds(policy, [], false);
  const drop = (value: Doc): Doc => JSON.parse(JSON.stringify(value));
  for (const value of [given, written].map(drop)) {
    const { rules, approvalRules, counts } = extract(value, {}, needs);
    expect({ rules: rules?.length, approvalRules, counts: counts?.length }).toEqual({
      ...{ rules: 1, approvalRules: [0], counts: 1 },
    });
  }
});

test('rules see the key that verified a record, not the name that it gives the key', async () => {
  const when = { properties: { integrity: { properties: { signing_key_id: { const: 'release' } } } } };
  const needs = await makeNeeds(await policyOf({ version: 1, rules: [{ id: 'r', when, must: false }] }), [], false);
  const value = { ...sealed, integrity: { signing_key_id: 'release' } };
  expect(extract(value, { signature: 'verified', keyId: 'cosign:sha256:ab' }, needs).rules).toBeUndefined();
  expect(extract(value, { signature: 'verified', keyId: 'release' }, needs).rules).toHaveLength(1);
});

test.each<[string, object, object]>([
  [
    'a rule',
    { rules: [{ id: 'r', must: { required: ['extra'] } }] },
    { rules: [{ rule: 0, failure: { message: 'extra is missing', pointer: '' } }] },
  ],
  ['an approval', { approvals: [{ id: 'a', when: { not: { required: ['extra'] } } }] }, { approvalRules: [0] }],
  [
    'a rule over what is beside it',
    { rules: [{ id: 'r', must: { properties: { event: { required: ['a'] } } } }] },
    { rules: [{ rule: 0 }] },
  ],
  ['a rule that does not select it', { rules: [{ id: 'r', when: { required: ['extra'] }, must: false }] }, {}],
  ['an approval that does not select it', { approvals: [{ id: 'a', when: { required: ['extra'] } }] }, {}],
])('%s alone sees no more than that', async (_, members, expected) => {
  const needs = await makeNeeds(await policyOf({ version: 1, ...members }), [], false);
  const value = { event: { a: 1 }, controls: { extra: 1, permissions_enforced: true }, extra: 1 };
  expect(extract(value, {}, needs)).toStrictEqual({ ...BARE, ...expected });
});

test('intents only where an approval is needed', async () => {
  const needs = await makeNeeds(
    await policyOf({ version: 1, approvals: [{ id: 'a', when: { required: ['agent_id'] } }] }),
    [],
    false,
  );
  const event = { intent_digest: HASH };
  expect(extract({ event }, {}, needs)).toStrictEqual(BARE);
  const agent = { ...BARE, agentId: 'x', approvalRules: [0] };
  expect(extract({ event, agent_id: 'x' }, {}, needs)).toStrictEqual({ ...agent, intents: [HASH] });
  expect(extract({ agent_id: 'x' }, {}, needs)).toStrictEqual(agent);
});

test('instants of timestamps, one after the other', () => {
  expect(instantOf('2026-01-01T00:00:00Z')).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(instantOf('2026-01-01T00:00:00Z')).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(instantOf('never')).toBeNaN();
  expect(instantOf('2026-01-01T00:00:01Z')).toBe(Date.parse('2026-01-01T00:00:01Z'));
});
