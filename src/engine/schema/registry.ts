import type { FindingCode } from '../findings.js';
import type { Json, JsonObject } from '../json/value.js';
import { nearest } from '../nearest.js';
import { quote } from '../text.js';
import { evaluate, type LinkedSchema } from './evaluate.js';
import { Linker } from './link.js';
import { BUILTIN_TYPES, SCHEMA_NAMES } from './names.generated.js';
import { isProducerType, producerTypeProblems } from './producer-types.js';
import runtime from './runtime.cjs';
import type { SchemaSet } from './schema-set.js';
import ours from './set.generated.cjs';
import { Exhausted, Steps } from './steps.js';
import type { CustomTypes, SchemaProblem, Violation } from './types.js';

/** Name of a published schema: `proof-record-v1`, `types/approval` … */
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** Maximum number of problems reported for one document; a hostile one has millions. */
export const MAX_PROBLEMS = 100;

const NONE: readonly SchemaProblem[] = [];

/** For each kind of document: the finding code of schema problems, and the name of its root in messages. */
const DOCUMENTS: Readonly<Record<string, readonly [FindingCode, string]>> = {
  'chain-v1': ['schema.chain.invalid', 'the chain'],
  'bundle-manifest-v1': ['schema.bundle_manifest.invalid', 'the manifest'],
  'record-types-v1': ['schema.record_types.invalid', 'the record-type manifest'],
  'governance-event-v1': ['schema.governance_event.invalid', 'the governance event'],
  'revocation-list-v1': ['schema.revocation_list.invalid', 'the revocation list'],
  'framework-definition': ['framework.invalid', 'the framework'],
  'baseline-v1': ['baseline.invalid', 'the baseline'],
  'gate-policy-v1': ['policy.invalid', 'the policy'],
  'gate-report-v1': ['merge.invalid', 'the report'],
};
const RECORD: readonly [FindingCode, string] = ['schema.record.invalid', 'the record'];

const typeSchemas: ReadonlyMap<string, SchemaName> = new Map(BUILTIN_TYPES.map(({ name, schema }) => [name, schema]));
const typeList = BUILTIN_TYPES.map(({ name, schema, description }) => ({
  name,
  description,
  schema_path: `v1/${schema}.schema.json`,
}));
const linked = new Map<string, LinkedSchema>();

/** A built-in record type, as `types list` prints it. */
export interface RecordType {
  readonly name: string;
  readonly description: string;
  /** Path relative to `schemas/`. */
  readonly schema_path: string;
}

/** The built-in record types, sorted by the name of their schema. */
export function recordTypes(): readonly RecordType[] {
  return typeList;
}

/** Whether a record type is built in and so must not be redefined. */
export function isBuiltInType(type: string): boolean {
  return typeSchemas.has(type);
}

/** Names of all published schemas, sorted. */
export function publishedSchemaNames(): readonly string[] {
  return SCHEMA_NAMES;
}

/**
 * Validates a record in its typed view (contract 2.2-2.3) against `proof-record-v1` and the schema of its type (schemas.md).
 * Returns at most `MAX_PROBLEMS` problems, none for a valid record. Never throws, whatever the record contains.
 * @param producers also accept the types that producers register for themselves.
 */
export function validateRecord(
  view: JsonObject,
  type: string,
  custom?: CustomTypes,
  steps = new Steps(),
  producers = false,
): readonly SchemaProblem[] {
  const base = check('proof-record-v1', view, RECORD);
  const builtIn = typeSchemas.get(type);
  const special =
    builtIn === undefined ? ofCustomType(view, type, custom, steps, producers) : check(builtIn, view, RECORD);
  if (special.length === 0) return base;
  // both schemas require some of the same members: each problem is reported once
  const told = new Set(base.map(key));
  return [...base, ...special.filter((problem) => !told.has(key(problem)))].slice(0, MAX_PROBLEMS);
}

/**
 * Validates a record as written, without defaults: lines of packs and of strict bundles in compat mode, where upstream also
 * requires `controls` (producers.md section 9).
 */
export function validateRawRecord(
  value: JsonObject,
  type: string,
  custom?: CustomTypes,
  steps = new Steps(),
): readonly SchemaProblem[] {
  const problems = validateRecord(value, type, custom, steps);
  if (Object.hasOwn(value, 'controls') || problems.some(({ member }) => member === 'controls')) return problems;
  const message = 'the record must have "controls"';
  return [...problems, { code: RECORD[0], pointer: '', message, keyword: 'required', member: 'controls' }];
}

/**
 * Validates a document against the published schema with that name. Returns at most `MAX_PROBLEMS` problems. Never throws.
 */
export function validateDocument(name: SchemaName, value: Json): readonly SchemaProblem[] {
  return check(name, value, DOCUMENTS[name] ?? RECORD);
}

/** Violations of the draft-07 meta-schema by a schema. */
export function validateSchema(schema: Json): readonly Violation[] {
  return keeps('draft-07', schema) ? [] : explain('draft-07', schema, 'the schema');
}

function ofCustomType(
  view: JsonObject,
  type: string,
  custom: CustomTypes | undefined,
  steps: Steps,
  producers: boolean,
): readonly SchemaProblem[] {
  if (producers && isProducerType(type)) {
    // A schema that the operator gives for such a type applies as well.
    const given = custom?.has(type) === true ? custom.validate(type, view, steps) : NONE;
    return [...producerTypeProblems(view, type), ...given];
  }
  if (custom?.has(type)) return custom.validate(type, view, steps);
  // proof-record-v1 already requires it to be non-empty
  if (type === '') return NONE;
  const near = nearest(type, typeSchemas.keys());
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  const message = `record type ${quote(type)} is not built in${hint} and has no schema (--custom-type-schema TYPE=FILE)`;
  return [{ code: 'schema.record.unknown_record_type', pointer: '/record_type', message }];
}

function key(problem: SchemaProblem): string {
  return `${problem.pointer} ${problem.message}`;
}

function check(
  name: SchemaName,
  value: Json,
  [code, subject]: readonly [FindingCode, string],
): readonly SchemaProblem[] {
  return keeps(name, value) ? NONE : toProblems(explain(name, value, subject), code);
}

const schemas = new Map(Object.entries(ours));
const validators = new Map<string, ((value: unknown) => boolean) | undefined>();

/** Registers further schemas for `validateDocument`. */
export function addSchemas(set: SchemaSet): void {
  for (const [name, schema] of Object.entries(set)) schemas.set(name, schema);
}

/** Text of a schema, without annotations; `undefined` for one that is not registered. */
export function schemaText(name: string): string | undefined {
  return schemas.get(name)?.text();
}

/** Whether a value matches a schema. Only `true` from the validator passes, so a missing validator fails closed. */
function keeps(name: string, value: Json): boolean {
  let validator = validators.get(name);
  if (validator === undefined) {
    validator = schemas.get(name)?.load();
    validators.set(name, validator);
  }
  return validator?.(value) === true;
}

/** A schema as JSON; one that is not registered allows nothing. */
function rootOf(name: string): Json {
  return JSON.parse(schemaText(name) ?? 'false');
}

/** Finds the violations of a value that the compiled validator rejected. */
function explain(name: string, value: Json, subject: string): readonly Violation[] {
  let schema = linked.get(name);
  if (schema === undefined) {
    // the meta-schema is the only other schema that published schemas refer to
    const meta = { name: 'draft-07', root: rootOf('draft-07') };
    const document = { name, root: rootOf(name) };
    const compile = (source: string) => {
      const pattern = runtime.pattern(source, 'u');
      return { test: (one: string) => pattern.test(one), weight: 0.1 };
    };
    schema = new Linker([meta, document], compile).link(document.root).schema;
    linked.set(name, schema);
  }
  let violations: readonly Violation[] = [];
  try {
    violations = evaluate(schema, value, subject, MAX_PROBLEMS);
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
  }
  // the verdict is that of the compiled validator: a rejected value always has at least one problem
  return violations.length > 0
    ? violations
    : [{ pointer: '', keyword: '', message: `${subject} does not match its schema` }];
}

/** Turns violations into problems with a finding code. */
export function toProblems(found: readonly Violation[], code: FindingCode): readonly SchemaProblem[] {
  return found.map(({ pointer, message, keyword, member }) => {
    const problem = { code, pointer, message, keyword };
    return member === undefined ? problem : { ...problem, member };
  });
}
