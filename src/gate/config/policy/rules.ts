import { isObject } from '../../../engine/json/members.js';
import { evaluate, type LinkedSchema, type Pattern } from '../../../engine/schema/evaluate.js';
import { Linker } from '../../../engine/schema/link.js';
import { validateSchema } from '../../../engine/schema/registry.js';
import { Exhausted, Steps } from '../../../engine/schema/steps.js';
import { quote } from '../../../engine/text.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import { own } from '../json.js';
import type { Policy } from './model.js';
import { type SchemaDefect, strictDefects } from './strict-schema.js';

/** The result of a schema for one record: nothing, or the first violation. */
interface SchemaFailure {
  readonly message: string;
  /** JSON pointer into the record. */
  readonly pointer: string;
}

/** A schema of a policy, compiled once and run on every record. */
interface RecordSchema {
  holds(record: JsonObject): boolean;
  failure(record: JsonObject): SchemaFailure | undefined;
}

/** One compiled rule. */
interface CompiledRule {
  readonly id: string;
  readonly when: RecordSchema | undefined;
  readonly must: RecordSchema;
}

/** What selects the records that one approval rule is about. */
interface CompiledApproval {
  readonly id: string;
  /** Absent: every record that is not an approval. */
  readonly when: RecordSchema | undefined;
}

/** What selects the records that count for one requirement on a record type. */
export interface CompiledRequirement {
  readonly where: RecordSchema | undefined;
  readonly unique: string | undefined;
}

/** All schemas of one policy, compiled. */
export interface CompiledRules {
  /** By record type, with their index in the policy. */
  readonly requirements: ReadonlyMap<string, readonly (CompiledRequirement & { readonly index: number })[]>;
  readonly rules: readonly CompiledRule[];
  readonly approvals: readonly CompiledApproval[];
}

type PatternCompiler = (source: string) => Pattern | undefined;

/** Most instructions of all compiled patterns of a policy: compiling must be fast as well. */
const MAX_PATTERN_PROGRAM = 200_000;

/** Compiles all schemas of a validated policy. Throws when one has a problem: `schemaProblems` reports them beforehand. */
export async function compileRules(policy: Policy): Promise<CompiledRules> {
  const patterns = await patternCompiler(policy);
  const compile = (schema: Json): RecordSchema => {
    const made = compileSchema(schema, patterns);
    if ('problems' in made) throw new Error(made.problems.map(({ message }) => message).join('; '));
    return made.schema;
  };
  const optional = (schema: Json | undefined): RecordSchema | undefined =>
    schema === undefined ? undefined : compile(schema);
  const requirements = new Map<string, (CompiledRequirement & { readonly index: number })[]>();
  for (const [index, { type, where, unique }] of policy.require.recordTypes.entries()) {
    const one = { index, where: optional(where), unique };
    requirements.set(type, [...(requirements.get(type) ?? []), one]);
  }
  return {
    requirements,
    rules: policy.rules.map(({ id, when, must }) => ({ id, when: optional(when), must: compile(must) })),
    approvals: policy.approvals.rules.map(({ id, when }) => ({ id, when: optional(when) })),
  };
}

/**
 * A function that lists what is wrong with schemas: not draft-07, keywords and formats that have no effect, references that
 * point outside them, patterns that RE2 cannot run.
 */
export async function schemaProblems(schemas: Json): Promise<(schema: Json) => readonly SchemaDefect[]> {
  const patterns = await patternCompiler(schemas);
  return (schema) => {
    const made = compileSchema(schema, patterns);
    return 'problems' in made ? made.problems : strictDefects(schema);
  };
}

function compileSchema(
  root: Json,
  patterns: PatternCompiler,
): { readonly schema: RecordSchema } | { readonly problems: readonly SchemaDefect[] } {
  const broken = validateSchema(root);
  if (broken.length > 0) return { problems: broken };
  const { schema, problems } = new Linker([{ root, name: '' }], patterns).link(root);
  if (problems.length > 0) {
    return {
      problems: problems.map(({ kind, text }) => ({
        pointer: '',
        message:
          kind === 'pattern'
            ? `the pattern ${quote(text)} cannot run in linear time (RE2 syntax)`
            : `reference ${quote(text)} cannot be resolved inside the schema`,
      })),
    };
  }
  return { schema: new Compiled(schema, quickTest(root)) };
}

/** Upper bound for the work of one rule on one record: about a tenth of a second. A rule runs on every record of a run. */
const MAX_RULE_STEPS = 1_000_000;

/** What cannot be decided must not slip through: then a selector selects, and a rule is broken. */
const TOO_MUCH: SchemaFailure = { message: 'the rule is too expensive to evaluate on this record', pointer: '' };

class Compiled implements RecordSchema {
  constructor(
    private readonly schema: LinkedSchema,
    private readonly quick: Quick | undefined,
  ) {}

  holds(record: JsonObject): boolean {
    const type = record['record_type'];
    if (this.quick !== undefined && typeof type === 'string') {
      if (!this.quick.types.has(type)) return false;
      if (this.quick.complete) return true;
    }
    const failure = this.failure(record);
    return failure === undefined || failure === TOO_MUCH;
  }

  failure(record: JsonObject): SchemaFailure | undefined {
    try {
      return evaluate(this.schema, record, 'the record', 1, new Steps(MAX_RULE_STEPS))[0];
    } catch (error) {
      if (error instanceof Exhausted || error instanceof RangeError) return TOO_MUCH;
      throw error;
    }
  }
}

/** What decides most selectors without evaluating them: the record types they want. */
interface Quick {
  readonly types: ReadonlySet<string>;
  /** The schema asks for nothing else. */
  readonly complete: boolean;
}

function quickTest(root: Json): Quick | undefined {
  if (!isObject(root) || Object.hasOwn(root, '$ref')) return undefined;
  const properties = own(root, 'properties');
  if (!isObject(properties)) return undefined;
  const type = own(properties, 'record_type');
  if (!isObject(type) || Object.hasOwn(type, '$ref')) return undefined;
  const words = Object.hasOwn(type, 'const') ? [type['const']] : own(type, 'enum');
  if (!Array.isArray(words) || !words.every((word): word is string => typeof word === 'string')) return undefined;
  const complete =
    Object.keys(type).length === 1 && Object.keys(properties).length === 1 && Object.keys(root).length === 1;
  return { types: new Set(words), complete };
}

/** RE2 is loaded only for a policy that holds a pattern: it costs 14-25 ms. */
async function patternCompiler(holder: Policy | Json): Promise<PatternCompiler> {
  if (!/"pattern(?:Properties)?":/.test(JSON.stringify(holder))) return () => undefined;
  const { RE2JS } = await import('re2js');
  let program = 0;
  return (source) => {
    if (program > MAX_PATTERN_PROGRAM) return undefined;
    try {
      const compiled = RE2JS.compile(source);
      const size = compiled.programSize();
      program += size;
      return { test: (text) => compiled.test(text), weight: 0.5 + size / 16 };
    } catch {
      return undefined;
    }
  };
}
