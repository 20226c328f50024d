import { isObject } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { count, quote } from '../text.js';
import { FORMATS } from './formats.js';
import { Choices, Listings, sizeOf } from './members.js';
import runtime from './runtime.cjs';
import { Exhausted, Steps } from './steps.js';
import type { Violation } from './types.js';
import { hasType, isMultiple } from './values.js';
import {
  allowedWords,
  choiceWords,
  excludedWords,
  expectedType,
  formatWords,
  instead,
  nameOf,
  patternWords,
  pointerOf,
  type Step,
  shown,
  suggestion,
  typeName,
} from './words.js';

/** A compiled pattern; `weight` is the cost of one character, in steps. */
export interface Pattern {
  test(text: string): boolean;
  readonly weight: number;
}

/** A schema with all references and patterns resolved, so that evaluating it cannot fail. */
export interface LinkedSchema {
  readonly root: Json;
  /** Target of each schema object that has a `$ref`. */
  readonly targets: ReadonlyMap<JsonObject, Json>;
  readonly patterns: ReadonlyMap<string, Pattern | undefined>;
}

/** Maximum nesting of schemas: a reference to itself ends here, before the stack overflows. */
const MAX_SCHEMA_DEPTH = 800;

/**
 * Evaluates a draft-07 schema and returns all violations, at most `limit`, in the order of the schema. Values must be JSON
 * within the depth limit; `subject` names the root in messages: `the record`.
 * @throws Exhausted when the budget of `steps` is used up, or the schemas are nested too deeply.
 */
export function evaluate(
  schema: LinkedSchema,
  value: Json,
  subject: string,
  limit: number,
  steps = new Steps(),
): readonly Violation[] {
  const run = new Evaluation(schema, subject, limit, steps, Listings.of(schema));
  run.check(schema.root, value, undefined, true);
  return run.found;
}

/** Reports what a value must be or have; the message is built only for a violation that is kept. */
type Must = (words: () => string) => false;

/** Lookup tables of enums, by what contains the values. */
const choices = new WeakMap<object, Choices>();

class Evaluation {
  readonly found: Violation[] = [];
  private depth = 0;

  constructor(
    private readonly schema: LinkedSchema,
    private readonly subject: string,
    private readonly limit: number,
    private readonly steps: Steps,
    private readonly listings: Listings,
  ) {}

  /** Whether the value matches the schema. With `tell`, all violations are collected; without, the first one ends the check. */
  check(schema: Json, value: Json, at: Step | undefined, tell: boolean): boolean {
    this.steps.spend(1);
    if (schema === true) return true;
    if (!isObject(schema)) {
      return this.fail(tell, at, 'false schema', () => `${nameOf(at, this.subject)} must not be present`);
    }
    this.depth += 1;
    if (this.depth > MAX_SCHEMA_DEPTH) throw new Exhausted('schemas are nested too deeply');
    const ok = this.keywords(schema, value, at, tell);
    this.depth -= 1;
    return ok;
  }

  private fail(tell: boolean, at: Step | undefined, keyword: string, message: () => string, member?: string): false {
    if (tell && this.found.length < this.limit) {
      // the location of an unknown member is the member, that of a missing one is the object that lacks it
      const place = member !== undefined && keyword !== 'required' ? { up: at, key: member } : at;
      const violation = { pointer: pointerOf(place), message: message(), keyword };
      this.found.push(member === undefined ? violation : { ...violation, member });
    }
    return false;
  }

  private keywords(schema: JsonObject, value: Json, at: Step | undefined, tell: boolean): boolean {
    // draft-07 8.3: members next to $ref are ignored
    const target = this.schema.targets.get(schema);
    if (target !== undefined) return this.check(target, value, at, tell);
    let ok = true;
    for (const [keyword, rule] of this.listings.members(schema, this.steps)) {
      this.steps.spend(1);
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
    const must = (words: () => string): false =>
      this.fail(tell, at, keyword, () => `${nameOf(at, this.subject)} must ${words()}${instead(keyword, rule, value)}`);
    switch (keyword) {
      case 'type': {
        const types = Array.isArray(rule) ? rule : [rule];
        if (types.some((type) => hasType(type, value))) return true;
        return must(() => `be ${expectedType(rule)}, not ${typeName(value)}`);
      }
      case 'const':
        return this.isOneOf(schema, [rule], value) || must(() => `be ${shown(rule)}`);
      case 'enum':
        if (!Array.isArray(rule) || this.isOneOf(rule, rule as readonly Json[], value)) return true;
        return must(() => `be one of ${allowedWords(rule as readonly Json[])}`);
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
        return this.fail(tell, at, keyword, () => this.alternatives(rule as readonly Json[], value, at, 0));
      }
      case 'oneOf': {
        let matches = 0;
        for (const one of rule as readonly Json[]) if (this.check(one, value, at, false)) matches += 1;
        if (matches === 1) return true;
        return this.fail(tell, at, keyword, () => this.alternatives(rule as readonly Json[], value, at, matches));
      }
      case 'not':
        return !this.check(rule, value, at, false) || must(() => `not ${excludedWords(value)}`);
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

  private stringKeyword(keyword: string, rule: Json, value: string, must: Must): boolean {
    switch (keyword) {
      case 'minLength':
        this.steps.spend(value.length >> 4);
        if (runtime.codePoints(value) >= Number(rule)) return true;
        return must(() => (rule === 1 ? 'not be empty' : `have at least ${sized(rule, 'character')}`));
      case 'maxLength':
        this.steps.spend(value.length >> 4);
        return runtime.codePoints(value) <= Number(rule) || must(() => `have at most ${sized(rule, 'character')}`);
      case 'pattern':
        return this.matches(String(rule), value) || must(() => patternWords(String(rule)));
      case 'format': {
        this.steps.spend(value.length >> 2);
        const test = FORMATS.get(String(rule));
        return test === undefined || test(value) || must(() => `be ${formatWords(String(rule))}`);
      }
      default:
        return true;
    }
  }

  private numberKeyword(keyword: string, rule: Json, value: number, must: Must): boolean {
    const bound = Number(rule);
    switch (keyword) {
      case 'minimum':
        return value >= bound || must(() => `be at least ${bound}`);
      case 'maximum':
        return value <= bound || must(() => `be at most ${bound}`);
      case 'exclusiveMinimum':
        return value > bound || must(() => `be more than ${bound}`);
      case 'exclusiveMaximum':
        return value < bound || must(() => `be less than ${bound}`);
      case 'multipleOf':
        this.steps.spend(50);
        return isMultiple(value, bound) || must(() => `be a multiple of ${bound}`);
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
    must: Must,
  ): boolean {
    switch (keyword) {
      case 'minItems':
        if (value.length >= Number(rule)) return true;
        return must(() => (rule === 1 ? 'not be empty' : `have at least ${sized(rule, 'item')}`));
      case 'maxItems':
        return value.length <= Number(rule) || must(() => `have at most ${sized(rule, 'item')}`);
      case 'uniqueItems': {
        if (rule !== true) return true;
        this.steps.spend(sizeOf(value));
        const again = runtime.firstRepeated(value);
        const words = () => `items of ${nameOf(at, this.subject)} must be unique; item ${again} repeats an earlier one`;
        return again === -1 || this.fail(tell, at, keyword, words);
      }
      case 'contains':
        if (value.some((item) => this.check(rule, item, at, false))) return true;
        return must(() => 'contain a matching item');
      case 'items':
        if (!Array.isArray(rule)) return this.eachItem(value, 0, value.length, () => rule, at, tell);
        return this.eachItem(value, 0, rule.length, (i) => rule[i] ?? true, at, tell);
      case 'additionalItems': {
        const tuple = schema['items'];
        return !Array.isArray(tuple) || this.eachItem(value, tuple.length, value.length, () => rule, at, tell);
      }
      default:
        return true;
    }
  }

  private eachItem(
    items: readonly Json[],
    first: number,
    end: number,
    ruleOf: (i: number) => Json,
    at: Step | undefined,
    tell: boolean,
  ): boolean {
    let ok = true;
    for (let i = first; i < Math.min(end, items.length); i++) {
      ok = this.check(ruleOf(i), items[i] as Json, { up: at, key: i }, tell) && ok;
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
    must: Must,
  ): boolean {
    switch (keyword) {
      case 'required': {
        let ok = true;
        this.steps.spend((rule as readonly Json[]).length);
        for (const name of rule as readonly string[]) {
          if (!Object.hasOwn(value, name)) ok = this.missing(name, at, tell);
        }
        return ok;
      }
      case 'properties': {
        let ok = true;
        for (const [name, one] of this.listings.members(rule as JsonObject, this.steps)) {
          this.steps.spend(1);
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
        const size = Object.keys(value).length;
        this.steps.spend(size);
        if (keyword === 'minProperties')
          return size >= Number(rule) || must(() => `have at least ${sized(rule, 'member')}`);
        return size <= Number(rule) || must(() => `have at most ${sized(rule, 'member')}`);
      }
      case 'dependencies': {
        let ok = true;
        for (const [name, needed] of this.listings.members(rule as JsonObject, this.steps)) {
          this.steps.spend(1);
          if (!Object.hasOwn(value, name)) continue;
          if (!Array.isArray(needed)) ok = this.check(needed, value, at, tell) && ok;
          else {
            this.steps.spend(needed.length);
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
    const patterns = isObject(patterned) ? this.listings.members(patterned, this.steps) : [];
    let ok = true;
    for (const [name, member] of Object.entries(value)) {
      this.steps.spend(1);
      const here = { up: at, key: name };
      if (keyword === 'propertyNames') {
        if (this.check(rule, name, here, false)) continue;
        ok = this.fail(tell, at, keyword, () => `${nameOf(here, this.subject)} has a name that is not allowed`, name);
      } else if (keyword === 'patternProperties') {
        for (const [pattern, one] of patterns) {
          if (this.matches(pattern, name)) ok = this.check(one, member, here, tell) && ok;
        }
      } else {
        if (isObject(known) && Object.hasOwn(known, name)) continue;
        if (patterns.some(([pattern]) => this.matches(pattern, name))) continue;
        if (rule === false) {
          const names = isObject(known) ? Object.keys(known) : [];
          const words = () =>
            `${nameOf(at, this.subject)} has the unknown member ${quote(name)}${suggestion(name, names)}`;
          ok = this.fail(tell, at, keyword, words, name);
        } else ok = this.check(rule, member, here, tell) && ok;
      }
      if (!ok && (!tell || this.found.length >= this.limit)) return false;
    }
    return ok;
  }

  private missing(name: string, at: Step | undefined, tell: boolean): false {
    return this.fail(tell, at, 'required', () => `${nameOf({ up: at, key: name }, this.subject)} is missing`, name);
  }

  private matches(source: string, text: string): boolean {
    const pattern = this.schema.patterns.get(source);
    // linking compiles every pattern; a missing one must not count as a match
    if (pattern === undefined) return false;
    this.steps.spend(1 + Math.ceil(text.length * pattern.weight));
    return pattern.test(text);
  }

  /** Whether the value is one of the given ones: scalars are looked up, lists and objects by their canonical text. */
  private isOneOf(owner: object, words: readonly Json[], value: Json): boolean {
    let set = choices.get(owner);
    if (set === undefined) {
      this.steps.spend(sizeOf(words));
      set = new Choices(words);
      choices.set(owner, set);
    }
    if (value !== null && typeof value === 'object') {
      if (set.texts.size === 0) return false;
      this.steps.spend(sizeOf(value));
      return set.texts.has(runtime.identity(value));
    }
    this.steps.spend(typeof value === 'string' ? value.length >> 4 : 1);
    return set.scalars.has(value);
  }

  /** Describes a choice between schemas of which `matches` match, as far as one sentence allows. */
  private alternatives(schemas: readonly Json[], value: Json, at: Step | undefined, matches: number): string {
    const name = nameOf(at, this.subject);
    const resolved = schemas.map((one) => (isObject(one) ? (this.schema.targets.get(one) ?? one) : one));
    const words = choiceWords(resolved, value);
    if (words !== undefined) return `${name} must ${words}${matches > 1 ? ', not several' : ''}`;
    return `${name} matches ${matches > 1 ? 'several' : 'none'} of the allowed forms${matches > 1 ? ', not one' : ''}`;
  }
}

const sized = (rule: Json, noun: string): string => count(Number(rule), noun);
