import { describe, expect, test } from '@jest/globals';
import {
  isBuiltInType,
  MAX_PROBLEMS,
  publishedSchemaNames,
  recordTypes,
  type SchemaName,
  validateDocument,
  validateRecord,
} from '../../../src/engine/schema/registry.js';
import '../../../src/gate/config/schemas.js';
import { publishedSchema } from '../../../src/engine/schema/published.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';
import { changed, EVENTS, RELATIONSHIP, record, SHA } from './records.js';

const pointers = (view: JsonObject, type = String(view['record_type'])) =>
  validateRecord(view, type).map(({ pointer }) => pointer);

describe('record types', () => {
  test('are the eighteen of the contract, each with a description', () => {
    expect(
      recordTypes()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(EVENTS).sort());
    for (const { description } of recordTypes()) expect(description).toMatch(/^[A-Z].{10,}\.$/);
  });

  test.each(['decision', 'compiled_action'])('%s is built in', (type) => expect(isBuiltInType(type)).toBe(true));
  test.each(['', 'acme.probe', '__proto__', 'toString', 'Decision'])('%j is not built in', (type) =>
    expect(isBuiltInType(type)).toBe(false),
  );
});

describe('published schemas', () => {
  test('are draft-07 with the promised $id', () => {
    for (const name of publishedSchemaNames()) {
      const schema = JSON.parse(publishedSchema(name) ?? 'null') as JsonObject;
      expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
      const owner = /^(?:gate-policy|gate-report|baseline)-/.test(name) ? 'org/proof-verify' : 'Clyra-AI/proof';
      expect(schema['$id']).toBe(`https://github.com/${owner}/schemas/v1/${name}.schema.json`);
    }
  });

  test('proof-record-v1 contains the relationship envelope as published separately', () => {
    const whole = JSON.parse(publishedSchema('proof-record-v1') ?? '');
    const alone = JSON.parse(publishedSchema('relationship_envelope') ?? '');
    const { relationship_envelope: envelope, ...definitions } = whole.definitions;
    expect(definitions).toEqual(alone.definitions);
    expect(envelope).toEqual({ type: alone.type, properties: alone.properties });
  });

  test.each([
    ['types/approval.schema.json', true],
    ['types/approval', true],
    ['approval', false],
    ['__proto__', false],
    ['toString', false],
    ['../package', false],
  ])('%s is known: %s', (name, known) => expect(publishedSchema(name) !== undefined).toBe(known));
});

describe('a record', () => {
  test.each(Object.entries(EVENTS))('of type %s passes', (type, event) => {
    expect(validateRecord(record(type, event, { relationship: RELATIONSHIP }), type)).toEqual([]);
  });

  test.each([
    ['policy_enforcement', '/event/policy_id', ''],
    ['policy_enforcement', '/event/trigger_record_ids', ['a', 'a']],
    ['policy_enforcement', '/event/policy_digest', 1],
    ['scan_finding', '/event/entity_id', ''],
    ['scan_finding', '/event/relationships/0/target_kind', ''],
    ['compiled_action', '/event/script_hash', 'sha256:00'],
    ['compiled_action', '/event/tool_sequence', []],
    ['compiled_action', '/event/step_count', 0],
    ['compiled_action', '/event/step_count', 1.5],
    ['compiled_action', '/event/has_loops', 'no'],
    ['compiled_action', '/event/composite_risk_class', 'low'],
    ['compiled_action', '/event/execution_trace_refs/0', 'prf-2026-03-03T12:00:00-0123abcd'],
    ['compiled_action', '/event/gate_verdict', 'pending'],
    ['compiled_action', '/event/script_source', ''],
    ['dynamic_tool_discovery', '/event/discovery_method', 'mcp'],
    ['dynamic_tool_discovery', '/event/declared_annotations/readOnlyHint', null],
    ['dynamic_tool_discovery', '/event/tool_version', ''],
    ['delegation', '/event/delegation_scope', []],
    ['delegation', '/event/chain_depth', -1],
    ['delegation', '/event/delegator_policy_digest', `${SHA}0`],
    ['delegation', '/event/verdict', 'deny'],
    ['decision', '/event', null],
    ['decision', '/record_id', ''],
    ['decision', '/timestamp', '2026-02-29T12:00:00Z'],
    ['decision', '/source', 7],
    ['decision', '/agent_id', 7],
    ['decision', '/controls', []],
    ['decision', '/metadata', 'text'],
    ['decision', '/integrity/record_hash', SHA.toUpperCase()],
    ['decision', '/integrity/previous_record_hash', ''],
    ['decision', '/integrity/signature', 'hex:00'],
    ['decision', '/integrity/signing_key_id', 1],
    ['decision', '/relationship/parent_ref/kind', 'tool'],
    ['decision', '/relationship/parent_ref/id', ''],
    ['decision', '/relationship/entity_refs/1/kind', 'acme'],
    ['decision', '/relationship/entity_refs/1/kind', 'acme.Build'],
    ['decision', '/relationship/entity_refs/1/kind', 'acme.a__b'],
    ['decision', '/relationship/policy_ref/policy_digest', 'SHA256'],
    ['decision', '/relationship/policy_ref/matched_rule_ids', ['r', 'r']],
    ['decision', '/relationship/agent_chain/0/role', 'owner'],
    ['decision', '/relationship/edges/0/kind', 'knows'],
    ['decision', '/relationship/edges/0/from/kind', ''],
    ['decision', '/relationship/parent_record_id', ''],
    ['decision', '/relationship/agent_lineage/0/agent_id', ''],
  ] as const)('of type %s with %s = %j fails there', (type, pointer, to) => {
    const valid = record(type, EVENTS[type], { relationship: RELATIONSHIP, metadata: {}, agent_id: '' });
    expect(validateRecord(valid, type)).toEqual([]);
    const found = validateRecord(changed(valid, pointer, to as Json), type);
    expect(found.map((problem) => problem.pointer)).toEqual([pointer]);
    expect(found[0]?.code).toBe('schema.record.invalid');
  });

  test.each([
    ...['record_id', 'record_version', 'timestamp', 'source', 'source_product', 'event', 'integrity'].map(
      (name) => ['decision', `/${name}`] as const,
    ),
    ['decision', '/integrity/record_hash'],
    ['decision', '/relationship/edges/0/to'],
    ['decision', '/relationship/edges/0/to/id'],
    ['decision', '/relationship/agent_chain/0/role'],
    ['scan_finding', '/event/relationships/0/relation'],
    ['compiled_action', '/event/has_conditionals'],
    ['dynamic_tool_discovery', '/event/tool_name'],
    ['delegation', '/event/verdict'],
  ] as const)('of type %s without %s fails and the message names it', (type, pointer) => {
    const view = changed(record(type, EVENTS[type], { relationship: RELATIONSHIP }), pointer, undefined);
    const [problem, ...more] = validateRecord(view, type);
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ keyword: 'required', member: name, pointer: pointer.slice(0, -name.length - 1) });
    expect(problem?.message).toMatch(new RegExp(`${name} is missing$`));
  });

  test('must not have equal items, even with a different order of members', () => {
    const twice = changed(RELATIONSHIP, '/entity_refs', [
      { kind: 'agent', id: 'a' },
      { id: 'a', kind: 'agent' },
    ]);
    expect(pointers(record('decision', {}, { relationship: twice }))).toEqual(['/relationship/entity_refs']);
  });

  test('gets every problem in words', () => {
    const view = record('compiled_action', {
      ...EVENTS['compiled_action'],
      step_count: 0,
      gate_verdict: 'maybe',
      script_hash: 'x',
    });
    expect(validateRecord({ ...view, timestamp: 'soon' }, 'compiled_action').map(({ message }) => message)).toEqual([
      'timestamp must be an RFC 3339 instant such as 2026-01-31T12:00:00Z, not "soon"',
      'event.script_hash must be "sha256:" followed by 64 lower-case hex digits, not "x"',
      'event.step_count must be at least 1, not 0',
      'event.gate_verdict must be one of allow, block, dry_run, require_approval, not "maybe"',
    ]);
  });

  test('of an unknown type fails, whatever the name', () => {
    for (const type of ['acme.probe', '__proto__', 'constructor', 'types/approval']) {
      expect(validateRecord(record(type), type).map(({ code }) => code)).toEqual(['schema.record.unknown_record_type']);
    }
  });

  test('with a member __proto__ does not inherit members from it', () => {
    const view = JSON.parse('{"__proto__": {"record_id": "x", "source": "y"}}') as JsonObject;
    expect(pointers({ ...record('decision'), event: view })).toEqual([]);
    expect(validateRecord(view, 'decision').map(({ member }) => member)).toContain('record_id');
  });

  test('with a million wrong items gets the first hundred problems in bounded time', () => {
    const related = Array.from({ length: 1_000_000 }, () => 1);
    const problems = validateRecord(
      record('decision', {}, { relationship: { related_record_ids: related } }),
      'decision',
    );
    expect(problems).toHaveLength(MAX_PROBLEMS);
    expect(problems[99]?.pointer).toBe('/relationship/related_record_ids/99');
  });

  test('with very many distinct references is not compared pair by pair', () => {
    const refs = Array.from({ length: 100_000 }, (_, i) => ({ kind: 'agent', id: `a${i}` }));
    const view = record('decision', {}, { relationship: { entity_refs: refs } });
    const start = performance.now();
    expect(validateRecord(view, 'decision')).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(pointers({ ...view, relationship: { entity_refs: [...refs, { id: 'a7', kind: 'agent' }] } })).toEqual([
      '/relationship/entity_refs',
    ]);
  });
});

const SIGNATURE = { alg: 'ed25519', key_id: 'k', sig: 's', signed_digest: 'd' };
const RULE = { required_record_types: ['decision'], required_fields: ['event'], minimum_frequency: 'quarterly' };
const DOCUMENTS: Readonly<Record<string, JsonObject>> = {
  'chain-v1': {
    chain_id: 'c',
    created_at: '2026-01-01T00:00:00+01:00',
    record_count: 0,
    records: [],
    head_hash: SHA,
    signatures: [SIGNATURE],
  },
  'bundle-manifest-v1': {
    files: [{ path: 'a', sha256: 'x' }],
    algo_id: 'sha256',
    salt_id: '',
    signatures: [SIGNATURE],
    more: 1,
  },
  'record-types-v1': {
    version: '1',
    record_types: [
      { record_type: 'acme.probe', schema_id: 'urn:x', schema_version: '1', schema_path: 'a/b.json', sha256: SHA },
    ],
  },
  'governance-event-v1': {
    event_id: 'e',
    timestamp: '2026-01-01T00:00:00Z',
    event_type: 'tool_gate',
    agent_id: 'a',
    tool_name: 't',
    verdict: 'pending',
    context: {},
    detail: {},
  },
  'revocation-list-v1': {
    version: '1.0',
    created_at: '2026-01-01T00:00:00Z',
    revoked: [{ key_id: 'k', revoked_at: 'soon', reason: 'lost' }],
    signature: SIGNATURE,
  },
  'framework-definition': {
    framework: { id: 'f', version: '1', title: 'F' },
    controls: [
      { id: 'a', title: 'A', ...RULE },
      { id: 'b', title: 'B', evidence_sets: [{ id: 's', ...RULE }], children: [{ id: 'c', title: 'C', ...RULE }] },
    ],
  },
  'baseline-v1': {
    version: 1,
    chains: [{ path: 'p', chain_id: 'c', record_count: 0, head_hash: '' }],
    record_types: { decision: 2 },
    frameworks: { soc2: ['cc6.1'] },
    signers: ['k'],
    tests: { unit: 'pass' },
  },
};

describe('documents', () => {
  test.each(Object.keys(DOCUMENTS))('a valid %s passes', (name) => {
    expect(validateDocument(name as SchemaName, DOCUMENTS[name] ?? null)).toEqual([]);
  });

  test.each([
    ['chain-v1', '/chain_id', undefined, '', 'schema.chain.invalid'],
    ['chain-v1', '/created_at', '2026-01-01', '/created_at', 'schema.chain.invalid'],
    ['chain-v1', '/record_count', -1, '/record_count', 'schema.chain.invalid'],
    ['chain-v1', '/records', {}, '/records', 'schema.chain.invalid'],
    ['chain-v1', '/head_hash', '', '/head_hash', 'schema.chain.invalid'],
    ['chain-v1', '/signatures/0/sig', undefined, '/signatures/0', 'schema.chain.invalid'],
    ['bundle-manifest-v1', '/files', null, '/files', 'schema.bundle_manifest.invalid'],
    ['bundle-manifest-v1', '/files/0/sha256', undefined, '/files/0', 'schema.bundle_manifest.invalid'],
    ['bundle-manifest-v1', '/salt_id', 1, '/salt_id', 'schema.bundle_manifest.invalid'],
    ['bundle-manifest-v1', '/signatures/0/sig', '', '/signatures/0/sig', 'schema.bundle_manifest.invalid'],
    ['record-types-v1', '/version', '2', '/version', 'schema.record_types.invalid'],
    ['record-types-v1', '/extra', 1, '/extra', 'schema.record_types.invalid'],
    ['record-types-v1', '/record_types/0/extra', 1, '/record_types/0/extra', 'schema.record_types.invalid'],
    [
      'record-types-v1',
      '/record_types/0/record_type',
      'A',
      '/record_types/0/record_type',
      'schema.record_types.invalid',
    ],
    [
      'record-types-v1',
      '/record_types/0/schema_path',
      'a b',
      '/record_types/0/schema_path',
      'schema.record_types.invalid',
    ],
    ['governance-event-v1', '/event_type', 'x', '/event_type', 'schema.governance_event.invalid'],
    ['governance-event-v1', '/verdict', 'deny', '/verdict', 'schema.governance_event.invalid'],
    ['governance-event-v1', '/tool_name', '', '/tool_name', 'schema.governance_event.invalid'],
    ['revocation-list-v1', '/revoked/0/key_id', undefined, '/revoked/0', 'schema.revocation_list.invalid'],
    ['revocation-list-v1', '/signature/alg', 1, '/signature/alg', 'schema.revocation_list.invalid'],
    ['framework-definition', '/controls', [], '/controls', 'framework.invalid'],
    ['framework-definition', '/controls/0/minimum_frequency', undefined, '/controls/0', 'framework.invalid'],
    ['framework-definition', '/controls/0/evidence_sets', [], '/controls/0', 'framework.invalid'],
    [
      'framework-definition',
      '/controls/1/evidence_sets/0/id',
      undefined,
      '/controls/1/evidence_sets/0',
      'framework.invalid',
    ],
    ['framework-definition', '/controls/1/children/0/title', '', '/controls/1/children/0/title', 'framework.invalid'],
    ['baseline-v1', '/version', '1', '/version', 'baseline.invalid'],
    ['baseline-v1', '/record_types/decision', -1, '/record_types/decision', 'baseline.invalid'],
    ['baseline-v1', '/chains/0/head_hash', 'x', '/chains/0/head_hash', 'baseline.invalid'],
    ['baseline-v1', '/surprise', 1, '/surprise', 'baseline.invalid'],
  ] as const)('%s with %s = %j fails at %s', (name, pointer, to, where, code) => {
    const value = changed(DOCUMENTS[name] ?? {}, pointer, to as Json | undefined);
    expect(validateDocument(name, value)).toEqual([expect.objectContaining({ code, pointer: where })]);
  });

  test.each(['null', '[]', '"text"', '1', 'true'])('%s is not a document of any kind', (text) => {
    for (const name of publishedSchemaNames()) {
      expect(validateDocument(name as SchemaName, JSON.parse(text)).length).toBeGreaterThan(0);
    }
  });
});
