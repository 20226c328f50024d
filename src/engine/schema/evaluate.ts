import type { Json, JsonObject } from '../types.js';
import { FORMATS } from './formats.js';
import runtime from './runtime.cjs';
import { hasType, isMultiple, isObject } from './values.js';
import {
  cut,
  expectedType,
  formatWords,
  nameOf,
  patternWords,
  pointerOf,
  type Step,
  shown,
  typeName,
} from './words.js';

/** One way in which a value breaks a schema. */
export interface Violation {
  /** JSON pointer (RFC 6901) of the offending member, or of the object that lacks one. */
  readonly pointer: string;
  /** One sentence in words for people. Repeats names from the artifact: escape it for each output. */
  readonly message: string;
  readonly keyword: string;
  /** The missing or unknown member, for `required` and `additionalProperties`. */
  readonly member?: string;
}

/** A compiled pattern; `weight` is what one character costs. */
export interface Pattern {
  test(text: string): boolean;
  readonly weight: number;
}

/** A schema whose references and patterns are resolved, so that evaluating it cannot fail any more. */
export interface LinkedSchema {
  readonly root: Json;
  /** Target of each schema object that has a `$ref`. */
  readonly targets: ReadonlyMap<JsonObject, Json>;
  readonly patterns: ReadonlyMap<string, Pattern | undefined>;
}

/** Work that one evaluation may do. About a second: a schema from a bundle can ask for more than a lifetime. */
export const MAX_STEPS = 5_000_000;
/** Nesting of schemas; a reference that leads to itself ends here, before the stack does. */
const MAX_SCHEMA_DEPTH = 800;

/** The evaluation was given up: the schema asks for too much work on this value. */
export class Exhausted extends Error {
  override readonly name = 'Exhausted';
}

/**
 * Evaluates a draft-07 schema and tells every violation, at most `limit`, in the order of the schema.
 * Time is bounded by `MAX_STEPS`: past it, `Exhausted` is thrown. Values have to be JSON no deeper than the depth limit.
 * `subject` names the root in messages: `the record`.
 */
export function evaluate(schema: LinkedSchema, value: Json, subject: string, limit: number): readonly Violation[] {
  const run = new Evaluation(schema, subject, limit);
  run.check(schema.root, value, undefined, true);
  return run.found;
}

class Evaluation {
  readonly found: Violation[] = [];
  private steps = 0;
  private depth = 0;

  constructor(
    private readonly schema: LinkedSchema,
    private readonly subject: string,
    private readonly limit: number,
  ) {}

  /** Whether the value keeps the schema. With `tell` all violations are collected, without the first one decides. */
  check(schema: Json, value: Json, at: Step | undefined, tell: boolean): boolean {
    this.spend(1);
    if (schema === true) return true;
    if (!isObject(schema)) {
      return this.fail(tell, at, 'false schema', `${nameOf(at, this.subject)} may not be there`);
    }
    this.depth += 1;
    if (this.depth > MAX_SCHEMA_DEPTH) throw new Exhausted('schemas are nested too deeply');
    const ok = this.keywords(schema, value, at, tell);
    this.depth -= 1;
    return ok;
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > MAX_STEPS) throw new Exhausted('too many steps');
  }

  private fail(tell: boolean, at: Step | undefined, keyword: string, message: string, member?: string): false {
    if (tell && this.found.length < this.limit) {
      // an unknown member is pointed at itself, a missing one at the object that lacks it
      const place = member !== undefined && keyword !== 'required' ? { up: at, key: member } : at;
      const violation = { pointer: pointerOf(place), message, keyword };
      this.found.push(member === undefined ? violation : { ...violation, member });
    }
    return false;
  }

  private keywords(schema: JsonObject, value: Json, at: Step | undefined, tell: boolean): boolean {
    // draft-07 8.3: members beside $ref are ignored
    const target = this.schema.targets.get(schema);
    if (target !== undefined) return this.check(target, value, at, tell);
    let ok = true;
    for (const [keyword, rule] of Object.entries(schema)) {
      this.spend(1);
      if (this.keyword(keyword, rule, schema, value, at, tell)) continue;
      ok = false;
      if (!tell || this.found.length >= this.limit) return false;
    }
    return ok;
  }

  private keyword(
    keyword: string,
    rule: Json,
    schema: JsonObject,
    value: Json,
    at: Step | undefined,
    tell: boolean,
  ): boolean {
    const must = (words: string): false =>
      this.fail(tell, at, keyword, tell ? `${nameOf(at, this.subject)} must ${words}` : '');
    switch (keyword) {
      case 'type': {
        const types = Array.isArray(rule) ? rule : [rule];
        if (types.some((type) => hasType(type, value))) return true;
        return must(`be ${expectedType(rule)}, not ${typeName(value)}`);
      }
      case 'const':
        this.spend(this.sizeOf(rule));
        return runtime.equal(rule, value) || must(`be ${shown(rule)}`);
      case 'enum': {
        if (!Array.isArray(rule)) return true;
        this.spend(this.sizeOf(rule));
        if (rule.some((one) => runtime.equal(one, value))) return true;
        return must(`be one of ${cut(rule.map((one) => (typeof one === 'string' ? one : shown(one))).join(', '))}`);
      }
      case 'allOf': {
        let ok = true;
        for (const one of rule as readonly Json[]) {
          ok = this.check(one, value, at, tell) && ok;
          if (!ok && !tell) return false;
        }
        return ok;
      }
      case 'anyOf': {
        if ((rule as readonly Json[]).some((one) => this.check(one, value, at, false))) return true;
        return must(this.alternatives(rule as readonly Json[], value));
      }
      case 'oneOf': {
        let matches = 0;
        for (const one of rule as readonly Json[]) if (this.check(one, value, at, false)) matches += 1;
        if (matches === 1) return true;
        return must(`${this.alternatives(rule as readonly Json[], value)}${matches > 1 ? ', not several' : ''}`);
      }
      case 'not':
        return !this.check(rule, value, at, false) || must('not be what the schema rules out');
      case 'if': {
        const branch = this.check(rule, value, at, false) ? schema['then'] : schema['else'];
        return branch === undefined || this.check(branch, value, at, tell);
      }
      default:
        break;
    }
    if (typeof value === 'string') return this.stringKeyword(keyword, rule, value, must);
    if (typeof value === 'number') return this.numberKeyword(keyword, rule, value, must);
    if (Array.isArray(value)) return this.arrayKeyword(keyword, rule, schema, value as readonly Json[], at, tell, must);
    if (isObject(value)) return this.objectKeyword(keyword, rule, schema, value, at, tell, must);
    return true;
  }

  private stringKeyword(keyword: string, rule: Json, value: string, must: (words: string) => false): boolean {
    switch (keyword) {
      case 'minLength':
        this.spend(value.length >> 4);
        if (runtime.codePoints(value) >= Number(rule)) return true;
        return must(rule === 1 ? 'not be empty' : `have at least ${rule} characters`);
      case 'maxLength':
        this.spend(value.length >> 4);
        return runtime.codePoints(value) <= Number(rule) || must(`have at most ${rule} characters`);
      case 'pattern':
        return this.matches(String(rule), value) || must(patternWords(String(rule)));
      case 'format': {
        this.spend(value.length >> 2);
        const test = FORMATS.get(String(rule));
        return test === undefined || test(value) || must(`be ${formatWords(String(rule))}`);
      }
      default:
        return true;
    }
  }

  private numberKeyword(keyword: string, rule: Json, value: number, must: (words: string) => false): boolean {
    const bound = Number(rule);
    switch (keyword) {
      case 'minimum':
        return value >= bound || must(`be at least ${bound}`);
      case 'maximum':
        return value <= bound || must(`be at most ${bound}`);
      case 'exclusiveMinimum':
        return value > bound || must(`be more than ${bound}`);
      case 'exclusiveMaximum':
        return value < bound || must(`be less than ${bound}`);
      case 'multipleOf':
        this.spend(50);
        return isMultiple(value, bound) || must(`be a multiple of ${bound}`);
      default:
        return true;
    }
  }

  private arrayKeyword(
    keyword: string,
    rule: Json,
    schema: JsonObject,
    value: readonly Json[],
    at: Step | undefined,
    tell: boolean,
    must: (words: string) => false,
  ): boolean {
    switch (keyword) {
      case 'minItems':
        if (value.length >= Number(rule)) return true;
        return must(rule === 1 ? 'not be empty' : `have at least ${rule} items`);
      case 'maxItems':
        return value.length <= Number(rule) || must(`have at most ${rule} items`);
      case 'uniqueItems': {
        if (rule !== true) return true;
        this.spend(this.sizeOf(value));
        const again = runtime.firstRepeated(value);
        return again === -1 || must(`not hold an item twice; item ${again} repeats an earlier one`);
      }
      case 'contains':
        if (value.some((item) => this.check(rule, item, at, false))) return true;
        return must('hold an item that the schema asks for');
      case 'items':
        if (!Array.isArray(rule)) return this.eachItem(value, 0, () => rule, at, tell);
        return this.eachItem(value.slice(0, rule.length), 0, (i) => rule[i] ?? true, at, tell);
      case 'additionalItems': {
        const tuple = schema['items'];
        return !Array.isArray(tuple) || this.eachItem(value.slice(tuple.length), tuple.length, () => rule, at, tell);
      }
      default:
        return true;
    }
  }

  private eachItem(
    items: readonly Json[],
    first: number,
    ruleOf: (i: number) => Json,
    at: Step | undefined,
    tell: boolean,
  ): boolean {
    let ok = true;
    for (const [i, item] of items.entries()) {
      ok = this.check(ruleOf(i), item, { up: at, key: first + i }, tell) && ok;
      if (!ok && (!tell || this.found.length >= this.limit)) return false;
    }
    return ok;
  }

  private objectKeyword(
    keyword: string,
    rule: Json,
    schema: JsonObject,
    value: JsonObject,
    at: Step | undefined,
    tell: boolean,
    must: (words: string) => false,
  ): boolean {
    switch (keyword) {
      case 'required': {
        let ok = true;
        this.spend((rule as readonly Json[]).length);
        for (const name of rule as readonly string[]) {
          if (!Object.hasOwn(value, name)) ok = this.missing(name, at, tell);
        }
        return ok;
      }
      case 'properties': {
        let ok = true;
        for (const [name, one] of Object.entries(rule as JsonObject)) {
          this.spend(1);
          const member = Object.hasOwn(value, name) ? value[name] : undefined;
          if (member === undefined) continue;
          ok = this.check(one, member, { up: at, key: name }, tell) && ok;
          if (!ok && (!tell || this.found.length >= this.limit)) return false;
        }
        return ok;
      }
      case 'patternProperties':
      case 'additionalProperties':
      case 'propertyNames':
        return this.eachMember(keyword, rule, schema, value, at, tell);
      case 'minProperties':
      case 'maxProperties': {
        const count = Object.keys(value).length;
        this.spend(count);
        if (keyword === 'minProperties') return count >= Number(rule) || must(`have at least ${rule} members`);
        return count <= Number(rule) || must(`have at most ${rule} members`);
      }
      case 'dependencies': {
        let ok = true;
        for (const [name, needed] of Object.entries(rule as JsonObject)) {
          this.spend(1);
          if (!Object.hasOwn(value, name)) continue;
          if (!Array.isArray(needed)) ok = this.check(needed, value, at, tell) && ok;
          else {
            this.spend(needed.length);
            for (const other of needed) if (!Object.hasOwn(value, other)) ok = this.missing(other, at, tell);
          }
        }
        return ok;
      }
      default:
        return true;
    }
  }

  private eachMember(
    keyword: string,
    rule: Json,
    schema: JsonObject,
    value: JsonObject,
    at: Step | undefined,
    tell: boolean,
  ): boolean {
    const known = schema['properties'];
    const patterned = schema['patternProperties'];
    const patterns = isObject(patterned) ? Object.entries(patterned) : [];
    let ok = true;
    for (const [name, member] of Object.entries(value)) {
      this.spend(1);
      const here = { up: at, key: name };
      if (keyword === 'propertyNames') {
        if (this.check(rule, name, here, false)) continue;
        ok = this.fail(tell, at, keyword, `${nameOf(here, this.subject)} has a name that is not allowed`, name);
      } else if (keyword === 'patternProperties') {
        for (const [pattern, one] of patterns) {
          if (this.matches(pattern, name)) ok = this.check(one, member, here, tell) && ok;
        }
      } else {
        if (isObject(known) && Object.hasOwn(known, name)) continue;
        if (patterns.some(([pattern]) => this.matches(pattern, name))) continue;
        if (rule === false) {
          const owner = nameOf(at, this.subject);
          ok = this.fail(tell, at, keyword, `${owner} has the unknown member ${JSON.stringify(cut(name))}`, name);
        } else ok = this.check(rule, member, here, tell) && ok;
      }
      if (!ok && (!tell || this.found.length >= this.limit)) return false;
    }
    return ok;
  }

  private missing(name: string, at: Step | undefined, tell: boolean): false {
    return this.fail(tell, at, 'required', `${nameOf({ up: at, key: name }, this.subject)} is missing`, name);
  }

  private matches(source: string, text: string): boolean {
    const pattern = this.schema.patterns.get(source);
    // linking compiles every pattern; one that is not there must not pass as matched
    if (pattern === undefined) return false;
    this.spend(1 + Math.ceil(text.length * pattern.weight));
    return pattern.test(text);
  }

  /** What a choice between schemas comes down to, as far as it can be said in a sentence. */
  private alternatives(schemas: readonly Json[], value: Json): string {
    const parts = schemas.map((one) => {
      const schema = isObject(one) ? (this.schema.targets.get(one) ?? one) : one;
      if (!isObject(schema)) return undefined;
      if (Array.isArray(schema['enum'])) return `be one of ${schema['enum'].map((item) => shown(item)).join(', ')}`;
      if (schema['const'] !== undefined) return `be ${shown(schema['const'])}`;
      if (typeof schema['pattern'] === 'string') return patternWords(schema['pattern']);
      if (Array.isArray(schema['required']) && isObject(value)) return `have ${schema['required'].join(', ')}`;
      if (schema['type'] !== undefined) return `be ${expectedType(schema['type'])}`;
      return undefined;
    });
    if (parts.some((part) => part === undefined)) return 'be one of the forms that the schema allows';
    return parts.join(', or ').slice(0, 400);
  }

  /** Values in it, counted only as far as it matters. */
  private sizeOf(value: Json): number {
    if (typeof value === 'string') return 1 + (value.length >> 4);
    if (value === null || typeof value !== 'object') return 1;
    let size = 1;
    for (const one of Object.values(value)) {
      size += this.sizeOf(one as Json);
      if (size > MAX_STEPS) break;
    }
    return size;
  }
}
