import { schemaText } from '../../engine/schema/registry.js';
import type { Json, JsonObject } from '../../engine/types.js';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

let root: JsonObject | undefined;

/** Names that the published policy schema knows in the object at a JSON pointer: what a misspelt member may have meant. */
export function knownMembers(pointer: string): readonly string[] {
  root ??= JSON.parse(schemaText('gate-policy-v1') ?? '{}') as JsonObject;
  let level: readonly JsonObject[] = expand(root);
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    level = level.flatMap((schema) => childrenAt(schema, name)).flatMap(expand);
  }
  const names = new Set<string>();
  for (const { properties } of level)
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
  return [...names];
}

function childrenAt(schema: JsonObject, name: string): readonly JsonObject[] {
  const { properties, items } = schema;
  const named = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return [named, /^\d+$/.test(name) ? items : undefined].filter(isObject);
}

/** A schema and those that stand beside it: its reference and its alternatives. */
function expand(schema: JsonObject): readonly JsonObject[] {
  const reference = schema['$ref'];
  const definitions = root?.['definitions'];
  if (typeof reference === 'string' && isObject(definitions)) {
    const target = definitions[reference.slice('#/definitions/'.length)];
    return isObject(target) ? expand(target) : [];
  }
  return [schema, ...[schema['then'], schema['else']].filter(isObject).flatMap(expand)];
}
