import { evaluate } from '../../../src/engine/schema/evaluate.js';
import { Linker } from '../../../src/engine/schema/link.js';
import type { Json, JsonObject } from '../../../src/engine/types.js';

/** SHA-256 as records write it. */
export const SHA = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** The typed view of a valid record of a type. */
export function record(type: string, event: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    record_id: 'prf-2026-03-03T12:00:00Z-0123abcd',
    record_version: '1.0',
    timestamp: '2026-03-03T12:00:00Z',
    source: 'worker',
    source_product: 'gait',
    record_type: type,
    event,
    controls: { permissions_enforced: false },
    integrity: { record_hash: SHA },
    ...more,
  };
}

/** A copy with one member changed; `undefined` takes it out. The path is a JSON pointer. */
export function changed<T extends Json>(value: T, pointer: string, to: Json | undefined): T {
  const copy = structuredClone(value);
  const path = pointer.split('/').slice(1);
  const last = path.pop();
  let at = copy as Record<string, unknown>;
  for (const name of path) at = at[name] as Record<string, unknown>;
  if (last === undefined) throw new Error('the root cannot be changed');
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy;
}

/** An event that each type's schema accepts and that has all its members. */
export const EVENTS: Readonly<Record<string, JsonObject>> = {
  tool_invocation: {},
  decision: {},
  guardrail_activation: {},
  permission_check: {},
  human_oversight: {},
  risk_assessment: {},
  deployment: {},
  model_change: {},
  test_result: {},
  incident: {},
  data_pipeline_run: {},
  replay_certification: {},
  approval: {},
  policy_enforcement: {
    policy_id: 'p',
    policy_version: '1',
    policy_digest: '',
    applied_to_entity_id: 'e',
    evaluation_context_id: 'c',
    trigger_record_ids: ['a', 'b'],
  },
  scan_finding: { entity_id: 'e', relationships: [{ relation: 'uses', target_id: 't', target_kind: 'tool' }] },
  compiled_action: {
    script_hash: SHA,
    tool_sequence: ['a'],
    step_count: 1,
    has_conditionals: true,
    has_loops: false,
    composite_risk_class: 'high',
    execution_trace_refs: ['prf-2026-03-03T12:00:00Z-0123abcd'],
    gate_verdict: 'dry_run',
    script_source: 'ptc',
  },
  dynamic_tool_discovery: {
    tool_name: 't',
    discovery_method: 'webmcp',
    declared_annotations: { readOnlyHint: true, destructiveHint: false },
    policy_verdict: 'allow',
    tool_version: '1',
  },
  delegation: {
    delegator_id: 'a',
    delegatee_id: 'b',
    delegation_scope: ['read'],
    chain_depth: 0,
    delegator_policy_digest: SHA,
    delegatee_policy_digest: SHA,
    verdict: 'require_approval',
  },
};

/** A relationship with every member. */
export const RELATIONSHIP: JsonObject = {
  parent_ref: { kind: 'trace', id: 't', digest: 'odd', extra: true },
  entity_refs: [
    { kind: 'agent', id: 'a' },
    { kind: 'acme.build_farm', id: 'b' },
  ],
  policy_ref: { policy_id: 'p', policy_version: '1', policy_digest: SHA, matched_rule_ids: ['r1', 'r2'] },
  agent_chain: [{ identity: 'i', role: 'requester' }],
  edges: [{ kind: 'calls', from: { kind: 'anything', id: 'x' }, to: { kind: 'y', id: 'z' } }],
  parent_record_id: 'prf-1',
  related_record_ids: ['a', 'b'],
  related_entity_ids: ['c'],
  agent_lineage: [{ agent_id: 'a', delegated_by: 'b', delegation_record_id: 'c' }],
};

/** What is said of a value under a schema; `weight` is the cost of one character that a pattern goes through. */
export function check(root: Json, value: Json, limit = 100, weight = 1) {
  const compile = (source: string) => {
    const pattern = new RegExp(source, 'u');
    return { test: (text: string) => pattern.test(text), weight };
  };
  const { schema } = new Linker([{ root, name: 'schema.json' }], compile).link(root);
  return evaluate(schema, value, 'the value', limit);
}
