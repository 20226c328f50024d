import { isObject } from '../../../engine/json/members.js';
import { schemaText } from '../../../engine/schema/registry.js';
import type { JsonObject } from '../../../engine/types.js';

let root: JsonObject | undefined;

/** Names that the published policy schema knows in the object at a JSON pointer: candidates for a misspelt member. */
export function knownMembers(pointer: string): readonly string[] {
  root ??= JSON.parse(schemaText('gate-policy-v1') ?? '{}') as JsonObject;
  let level: readonly JsonObject[] = expand(root);
  for (const part of pointer.split('/').slice(1)) {
    level = level.flatMap((schema) => childrenAt(schema, part)).flatMap(expand);
  }
  const names = new Set<string>();
  for (const { properties } of level)
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
  return [...names];
}

/** Members have their names, the items of a list their numbers; no schema of policies has both. */
function childrenAt(schema: JsonObject, name: string): readonly JsonObject[] {
  const { properties, items, additionalProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return [properties[name]].filter(isObject);
  return [items, additionalProperties].filter(isObject);
}

/** A schema with the ones that apply as well: its reference and its alternatives. */
function expand(schema: JsonObject): readonly JsonObject[] {
  const reference = schema['$ref'];
  const definitions = root?.['definitions'];
  if (typeof reference === 'string' && isObject(definitions)) {
    return [definitions[reference.slice('#/definitions/'.length)]].filter(isObject).flatMap(expand);
  }
  return [schema, ...[schema['then'], schema['else']].filter(isObject).flatMap(expand)];
}
