import { coveredRecord } from '../../engine/record/typed.js';
import type { CheckedRecord, Json, JsonObject } from '../../engine/types.js';
import type { FactLink, FactPlace, RecordFact, RuleResult } from '../../model/facts.js';
import { allControls, evidenceSets, type FrameworkDefinition } from '../config/frameworks/framework.js';
import { list, object, text } from '../config/json.js';
import type { Policy, PolicyBind } from '../config/policy/model.js';
import { type CompiledRules, compileRules } from '../config/policy/rules.js';
import { approvalOf, asksApproval, intentsOf } from './approval-facts.js';
import { bindOf } from './bind-facts.js';
import { matchOf } from './requirement-facts.js';
import { testOf } from './test-facts.js';

/** What the gate needs to know about each record, built once per run. */
export interface FactNeeds {
  readonly rules: CompiledRules;
  readonly builtinApprovals: boolean;
  readonly bind: PolicyBind | undefined;
  /** Members whose fact alone shows a problem, by JSON pointer: their places are kept. */
  readonly suspects: (fact: RecordFact) => readonly string[];
  /** Records that were located so far, for a problem and because they need approval. */
  readonly located: { count: number; waiting: number };
  /** Dotted paths that framework controls ask for, each once. */
  readonly fields: readonly string[];
  readonly fieldPaths: readonly (readonly string[])[];
  /** Keep links for lineage pictures. */
  readonly links: boolean;
}

/**
 * Prepares extraction for a validated policy. `frameworks`: all whose coverage may be asked for besides the policy's own.
 * Throws when a schema of the policy cannot be compiled, which `loadPolicy` rejects beforehand.
 */
export async function makeNeeds(
  policy: Policy,
  frameworks: readonly FrameworkDefinition[],
  links: boolean,
  suspects: FactNeeds['suspects'] = () => [],
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
    bind: policy.bind,
    suspects,
    located: { count: 0, waiting: 0 },
    fields: [...fields],
    fieldPaths: [...fields].map((field) => field.split('.')),
    links,
  };
}

/**
 * What the gate keeps of one record, extracted while its value is in memory; a few microseconds. Nothing is judged about a record
 * that did not verify: it never counts, and its value is whatever an attacker likes.
 */
export function extractFact(record: CheckedRecord, needs: FactNeeds): RecordFact {
  const { value } = record;
  const integrity = object(value['integrity']);
  const recordType = text(value['record_type']);
  const fact: MutableFact = {
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
  // It never counts, but its message explains why to whoever looks for the approval.
  else if (recordType === 'approval') fact.approval = approvalOf(value);
  locate(fact, record, needs);
  return fact;
}

type MutableFact = { -readonly [K in keyof RecordFact]: RecordFact[K] };

/** Places of the members with a problem: only for a limited number of records, as each is parsed again for it. */
function locate(fact: MutableFact, { locate: find }: CheckedRecord, needs: FactNeeds): void {
  if (find === undefined) return;
  const { located } = needs;
  const pointers = new Set(located.count < MAX_LOCATED ? needs.suspects(fact) : []);
  if (located.count < MAX_LOCATED)
    for (const { failure } of fact.rules ?? []) if (failure !== undefined) pointers.add(failure.pointer);
  if (pointers.size > 0) located.count++;
  // Whether a record that needs approval has it is decided later. They have a count of their own: most of them will have it.
  const waits = fact.asksApproval === true || fact.approvalRules !== undefined;
  if (waits && located.waiting < MAX_LOCATED) {
    located.waiting++;
    pointers.add('');
  }
  if (pointers.size === 0) return;
  const places: Record<string, FactPlace> = {};
  for (const pointer of pointers) {
    const { line, column } = find(pointer);
    places[pointer] = column === undefined ? [line] : [line, column];
  }
  fact.places = places;
}

function judge(fact: MutableFact, value: JsonObject, needs: FactNeeds): void {
  const missing = missingFields(value, needs);
  if (missing !== undefined) fact.missing = missing;
  const { rules, approvals, requirements } = needs.rules;
  const { bind } = needs;
  const isAsked = rules.length > 0 || approvals.length > 0 || requirements.size > 0 || bind !== undefined;
  // Anybody can rewrite what no hash covers, to satisfy a rule or to evade it.
  const sealed = isAsked ? coveredRecord(value, fact.keyId) : value;
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
  else if (fact.recordType === 'test_result') fact.test = testOf(value);
  const counts = requirements.get(fact.recordType)?.flatMap((one) => matchOf(one, fact, sealed) ?? []);
  if (counts !== undefined && counts.length > 0) fact.counts = counts;
  if (bind !== undefined && (bind.recordTypes?.includes(fact.recordType) ?? true)) fact.bind = bindOf(sealed, bind);
}

/** Most records that are parsed again for the places of their members, per run and thread. */
const MAX_LOCATED = 1000;

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

/** Most relations kept of one record: more cannot be drawn. */
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
