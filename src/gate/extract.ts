import { parseInstant } from '../engine/canonical/time.js';
import type { CheckedRecord, Json, JsonObject } from '../engine/types.js';
import { approvalOf, asksApproval, intentsOf } from './approval-facts.js';
import type { FactLink, RecordFact, RuleResult, TestFact } from './facts.js';
import { allControls, evidenceSets, type FrameworkDefinition } from './frameworks/framework.js';
import { list, object, own, text } from './members.js';
import type { Policy } from './policy/model.js';
import { type CompiledRules, compileRules } from './rules.js';

/** What the gate wants to know of each record, made once per run. */
export interface FactNeeds {
  readonly rules: CompiledRules;
  readonly builtinApprovals: boolean;
  /** Dotted paths that framework controls ask for, each once. */
  readonly fields: readonly string[];
  readonly fieldPaths: readonly (readonly string[])[];
  /** Keep links for lineage pictures. */
  readonly links: boolean;
}

/**
 * Prepares extraction for a validated policy. `frameworks`: all whose coverage may be asked for beside the policy's own.
 * Throws when a schema of the policy cannot be compiled, which `loadPolicy` refuses beforehand.
 */
export async function makeNeeds(
  policy: Policy,
  frameworks: readonly FrameworkDefinition[],
  links: boolean,
): Promise<FactNeeds> {
  const fields = new Set<string>();
  for (const framework of [...frameworks, ...policy.frameworks]) {
    for (const control of allControls(framework.controls)) {
      for (const set of evidenceSets(control)) for (const field of set.required_fields) fields.add(field);
    }
  }
  return {
    rules: await compileRules(policy),
    builtinApprovals: policy.approvals.builtin,
    fields: [...fields],
    fieldPaths: [...fields].map((field) => field.split('.')),
    links,
  };
}

/**
 * What the gate keeps of one record, taken while its value is at hand; a few microseconds. Nothing is judged of a record
 * that did not verify: it never counts, and its value is whatever an attacker likes.
 */
export function extractFact(record: CheckedRecord, needs: FactNeeds): RecordFact {
  const { value } = record;
  const integrity = object(value['integrity']);
  const recordType = text(value['record_type']);
  const fact: { -readonly [K in keyof RecordFact]: RecordFact[K] } = {
    artifact: record.artifact,
    index: record.index,
    line: record.line,
    recordId: record.recordId,
    recordType,
    sourceProduct: text(value['source_product']),
    timestamp: text(value['timestamp']),
    recordHash: record.recordHash,
    signature: record.signature,
    verified: record.ok,
  };
  if (record.entry !== undefined) fact.entry = record.entry;
  const agentId = text(value['agent_id']);
  if (agentId !== '') fact.agentId = agentId;
  const previous = text(integrity?.['previous_record_hash']);
  if (previous !== '') fact.previousHash = previous;
  if (record.keyId !== undefined) fact.keyId = record.keyId;
  else if (record.signature === 'failed') {
    const claimed = text(integrity?.['signing_key_id']);
    if (claimed !== '') fact.claimedKeyId = claimed;
  }
  if (needs.links) {
    const links = linksOf(value);
    if (links.length > 0) fact.links = links;
  }
  if (record.ok) judge(fact, value, needs);
  // It never counts, but the failure of what it names is told as 'signed by somebody else'.
  else if (recordType === 'approval') fact.approval = approvalOf(value);
  return fact;
}

function judge(fact: { -readonly [K in keyof RecordFact]: RecordFact[K] }, value: JsonObject, needs: FactNeeds): void {
  const missing = missingFields(value, needs);
  if (missing !== undefined) fact.missing = missing;
  const { rules, approvals } = needs.rules;
  const sealed = rules.length > 0 || approvals.length > 0 ? covered(value) : value;
  if (rules.length > 0) {
    const results: RuleResult[] = [];
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i];
      if (rule === undefined || (rule.when !== undefined && !rule.when.holds(sealed))) continue;
      const failure = rule.must.failure(sealed);
      results.push(
        failure === undefined
          ? { rule: i }
          : { rule: i, failure: { message: failure.message, pointer: failure.pointer } },
      );
    }
    if (results.length > 0) fact.rules = results;
  }
  if (approvals.length > 0) {
    const selected: number[] = [];
    for (let i = 0; i < approvals.length; i++) {
      const rule = approvals[i];
      if (rule === undefined) continue;
      if (rule.when === undefined ? fact.recordType !== 'approval' : rule.when.holds(sealed)) selected.push(i);
    }
    if (selected.length > 0) fact.approvalRules = selected;
  }
  if (needs.builtinApprovals && asksApproval(value)) fact.asksApproval = true;
  if (fact.asksApproval === true || fact.approvalRules !== undefined) {
    const intents = intentsOf(value);
    if (intents.length > 0) fact.intents = intents;
  }
  if (fact.recordType === 'approval') fact.approval = approvalOf(value);
  else if (fact.recordType === 'test_result') {
    const test = testOf(value);
    if (test !== undefined) fact.test = test;
  }
}

/** What the record hash covers (contract 2.1, 2.2), and the seal itself. */
const COVERED: ReadonlySet<string> = new Set([
  ...['record_id', 'record_version', 'timestamp', 'source', 'source_product', 'agent_id', 'record_type', 'event'],
  ...['controls', 'metadata', 'relationship', 'relations', 'integrity'],
]);
const COVERED_CONTROLS: ReadonlySet<string> = new Set([
  ...['permissions_enforced', 'approved_scope', 'within_scope', 'guardrails_active', 'human_oversight'],
]);

/**
 * The record without members that no hash covers: with --no-strict they are only a warning, and anybody could add one to
 * keep a rule.
 */
function covered(value: JsonObject): JsonObject {
  const controls = object(value['controls']);
  const loose = controls !== undefined && hasOther(controls, COVERED_CONTROLS);
  if (!loose && !hasOther(value, COVERED)) return value;
  const kept = Object.entries(value).filter(([name]) => COVERED.has(name));
  if (!loose) return Object.fromEntries(kept);
  const known = Object.fromEntries(Object.entries(controls).filter(([name]) => COVERED_CONTROLS.has(name)));
  return Object.fromEntries(kept.map(([name, member]) => [name, name === 'controls' ? known : member]));
}

function hasOther(holder: JsonObject, known: ReadonlySet<string>): boolean {
  for (const name in holder) if (!known.has(name)) return true;
  return false;
}

function missingFields(value: JsonObject, { fields, fieldPaths }: FactNeeds): readonly string[] | undefined {
  let missing: string[] | undefined;
  for (let i = 0; i < fieldPaths.length; i++) {
    const path = fieldPaths[i];
    if (path === undefined || filled(value, path)) continue;
    missing ??= [];
    missing.push(fields[i] ?? '');
  }
  return missing;
}

/** As `hasField` of coverage, with the path split once. */
function filled(value: JsonObject, path: readonly string[]): boolean {
  let at: Json | undefined = value;
  for (const name of path) {
    if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, name)) return false;
    at = (at as JsonObject)[name];
  }
  if (typeof at === 'string') return at.trim() !== '';
  if (at === undefined || at === null) return false;
  if (typeof at !== 'object') return true;
  if (Array.isArray(at)) return at.length > 0;
  for (const _ in at) return true;
  return false;
}

const TEST_NAMES = ['test_name', 'name', 'test', 'test_id', 'test_case', 'suite'];
const TEST_OUTCOMES = ['outcome', 'result', 'status', 'verdict', 'conclusion'];
const PASSED = new Set(['pass', 'passed', 'ok', 'success', 'succeeded', 'successful', 'green', 'true']);
const FAILED = new Set([
  'fail',
  'failed',
  'failure',
  'error',
  'errored',
  'broken',
  'red',
  'timeout',
  'timed_out',
  'false',
]);

function testOf(value: JsonObject): TestFact | undefined {
  const event = object(value['event']);
  if (event === undefined) return undefined;
  const name = firstText(event, TEST_NAMES);
  if (name === '') return undefined;
  const flag = ['passed', 'success', 'ok'].map((member) => own(event, member)).find((one) => typeof one === 'boolean');
  const word = firstText(event, TEST_OUTCOMES).trim().toLowerCase();
  const told = word === '' && flag !== undefined ? String(flag) : word;
  if (told === '') return undefined;
  return { name, outcome: PASSED.has(told) ? 'passed' : FAILED.has(told) ? 'failed' : told };
}

function firstText(event: JsonObject, names: readonly string[]): string {
  for (const name of names) {
    const found = text(own(event, name));
    if (found.trim() !== '') return found;
  }
  return '';
}

/** Relations kept of one record: more cannot be drawn. */
const MAX_LINKS = 64;

function linksOf(value: JsonObject): readonly FactLink[] {
  const relationship = object(value['relationship']) ?? object(value['relations']);
  if (relationship === undefined) return [];
  const links: FactLink[] = [];
  const self = `record:${text(value['record_id'])}`;
  const add = (kind: string, from: string | undefined, to: string | undefined): void => {
    if (links.length < MAX_LINKS && from !== undefined && to !== undefined) links.push({ kind, from, to });
  };
  for (const edge of list(relationship['edges'])) {
    const one = object(edge);
    if (one !== undefined) add(text(one['kind']), end(one['from']), end(one['to']));
  }
  add('parent', self, end(relationship['parent_ref']));
  for (const reference of list(relationship['entity_refs'])) add('refers_to', self, end(reference));
  const parent = text(relationship['parent_record_id']);
  if (parent !== '') add('parent', self, `record:${parent}`);
  for (const id of list(relationship['related_record_ids'])) {
    if (typeof id === 'string') add('related', self, `record:${id}`);
  }
  return links;
}

function end(reference: Json | undefined): string | undefined {
  const one = object(reference);
  const id = text(one?.['id']);
  return id === '' ? undefined : `${text(one?.['kind'])}:${id}`;
}

/** Neighbours in a chain often carry the same second, and each record is asked for more than once. */
let lastTimestamp = '';
let lastInstant = Number.NaN;

/** Epoch milliseconds of a fact's timestamp; NaN when it is no instant. */
export function instantOf(timestamp: string): number {
  if (timestamp !== lastTimestamp) {
    lastInstant = parseInstant(timestamp)?.epochMs ?? Number.NaN;
    lastTimestamp = timestamp;
  }
  return lastInstant;
}
