import { isObject } from '../../../engine/json/members.js';
import { pointerPart } from '../../../engine/json/pointer.js';
import { didYouMean } from '../../../engine/nearest.js';
import { FORMATS } from '../../../engine/schema/formats.js';
import { quote } from '../../../engine/text.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import { isRunReference, mentionsRun, RUN_MEMBERS } from './run-values.js';

/** One defect of a schema, `pointer` inside it. */
export interface SchemaDefect {
  readonly message: string;
  readonly pointer: string;
}

type Shape = 'value' | 'schema' | 'list' | 'map' | 'items' | 'dependencies';

/** The keywords of JSON Schema draft-07 that the gate evaluates, and annotations. */
const SCHEMA_KEYWORDS: Readonly<Record<string, Shape>> = {
  ...shape('value', ['type', 'const', 'enum', 'format', 'pattern', 'minLength', 'maxLength', 'required']),
  ...shape('value', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']),
  ...shape('value', ['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties']),
  ...shape('schema', [
    'not',
    'if',
    'then',
    'else',
    'contains',
    'additionalItems',
    'additionalProperties',
    'propertyNames',
  ]),
  ...shape('list', ['allOf', 'anyOf', 'oneOf']),
  ...shape('map', ['properties', 'patternProperties', 'definitions', '$defs']),
  items: 'items',
  dependencies: 'dependencies',
  ...shape('value', ['$schema', '$id', '$ref', '$comment', 'title', 'description', 'default', 'examples']),
  ...shape('value', ['readOnly', 'writeOnly', 'contentMediaType', 'contentEncoding']),
};

/** Allowed next to a `$ref`, where draft-07 ignores everything else. */
const BESIDE_REF: ReadonlySet<string> = new Set([
  '$ref',
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'default',
  'examples',
  'definitions',
  '$defs',
]);
/** Keywords of later drafts and their equivalents in draft-07. */
const LATER: Readonly<Record<string, string>> = {
  dependentRequired: 'dependencies',
  dependentSchemas: 'dependencies',
  prefixItems: 'items',
  minContains: 'contains',
  maxContains: 'contains',
  unevaluatedProperties: 'additionalProperties',
  unevaluatedItems: 'additionalItems',
};
const DRAFT_07 = /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/;

function shape(kind: Shape, names: readonly string[]): Record<string, Shape> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

/**
 * What would make a valid draft-07 schema mean less than it says: unknown keywords and formats, keywords that another one
 * switches off, `$run` values that do not exist (trust.md section 7). `root` satisfies the meta-schema.
 */
export function strictDefects(root: Json): readonly SchemaDefect[] {
  const found: SchemaDefect[] = [];
  const open: [Json, string][] = [[root, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, pointer] = next;
    if (!isObject(schema)) continue;
    keywords(schema, pointer, (message, at) => found.push({ message, pointer: at }));
    for (const [name, value] of Object.entries(schema)) {
      for (const [child, part] of children(kindOf(name), value))
        open.push([child, `${pointer}${pointerPart(name)}${part}`]);
    }
  }
  return found;
}

type Add = (message: string, pointer: string) => void;

function keywords(schema: JsonObject, pointer: string, add: Add): void {
  const has = (name: string): boolean => Object.hasOwn(schema, name);
  for (const [name, value] of Object.entries(schema)) {
    const at = pointer + pointerPart(name);
    if (kindOf(name) === undefined) {
      const instead = Object.hasOwn(LATER, name) ? LATER[name] : undefined;
      const hint =
        instead === undefined ? didYouMean(name, Object.keys(SCHEMA_KEYWORDS)) : `; draft-07 has '${instead}'`;
      add(`unknown keyword ${quote(name)}${hint}`, at);
    } else if (has('$ref') && !BESIDE_REF.has(name)) {
      add(`'${name}' next to '$ref' has no effect in draft-07: put both into 'allOf'`, at);
    } else if ((name === 'then' || name === 'else') && !has('if')) add(`'${name}' without 'if' has no effect`, at);
    else if (name === 'if' && !has('then') && !has('else')) add("'if' without 'then' or 'else' has no effect", at);
    else if (name === 'additionalItems' && !Array.isArray(schema['items'])) {
      add("'additionalItems' has no effect unless 'items' is a list", at);
    } else if (name === 'format' && typeof value === 'string' && !FORMATS.has(value)) {
      add(`unknown format ${quote(value)}${didYouMean(value, FORMATS.keys())}`, at);
    } else if (name === '$schema' && !(typeof value === 'string' && DRAFT_07.test(value))) {
      add('only JSON Schema draft-07 is supported', at);
    } else if (name === 'const') runReference(value, at, add);
    else if (name === 'enum' && Array.isArray(value)) {
      for (const [i, item] of (value as readonly Json[]).entries()) runReference(item, `${at}/${i}`, add);
    }
  }
}

function runReference(value: Json, pointer: string, add: Add): void {
  if (!isRunReference(value)) {
    // Inside another value it would be compared literally.
    if (mentionsRun(value)) add("'$run' must be the whole value of const or one item of enum: {$run: commit}", pointer);
    return;
  }
  const name = value.$run;
  if ((RUN_MEMBERS as readonly string[]).includes(name)) return;
  add(`unknown $run value ${quote(name)}${didYouMean(name, RUN_MEMBERS)}: ${RUN_MEMBERS.join(', ')}`, pointer);
}

function kindOf(name: string): Shape | undefined {
  return Object.hasOwn(SCHEMA_KEYWORDS, name) ? SCHEMA_KEYWORDS[name] : undefined;
}

/** The schemas inside a keyword's value, with the rest of their pointer. */
function* children(kind: Shape | undefined, value: Json): Generator<[Json, string]> {
  if (kind === 'list' || (kind === 'items' && Array.isArray(value))) {
    for (const [i, one] of (value as readonly Json[]).entries()) yield [one, `/${i}`];
  } else if (kind === 'schema' || kind === 'items') yield [value, ''];
  else if ((kind === 'map' || kind === 'dependencies') && isObject(value)) {
    for (const [name, one] of Object.entries(value)) if (!Array.isArray(one)) yield [one, pointerPart(name)];
  }
}
