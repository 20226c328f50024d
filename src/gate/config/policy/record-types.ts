import { isObject, member } from '../../../engine/json/members.js';
import { didYouMean } from '../../../engine/nearest.js';
import { recordTypes } from '../../../engine/schema/registry.js';
import { quote } from '../../../engine/text.js';
import type { Json } from '../../../engine/types.js';
import type { Policy, PolicyPosition } from './model.js';

/** An unknown record type that a policy names. */
export interface UnknownType {
  readonly message: string;
  readonly at?: PolicyPosition;
}

/** Unknown record types that a policy names, each once, with the nearest built-in type. */
export function unknownRecordTypes(policy: Policy, isKnown: (type: string) => boolean): readonly UnknownType[] {
  const found = new Map<string, UnknownType>();
  const name = (type: string, where: string, at: PolicyPosition | undefined): void => {
    if (isKnown(type) || found.has(type)) return;
    const hint = didYouMean(
      type,
      recordTypes().map((one) => one.name),
    );
    const message = `${where} names the record type ${quote(type)}, which is neither built in nor given${hint}`;
    found.set(type, { message, ...(at === undefined ? {} : { at }) });
  };
  const inSchema = (schema: Json | undefined, where: string, at: PolicyPosition | undefined): void => {
    for (const type of typesIn(schema)) name(type, where, at);
  };
  for (const { id, when, must, at } of policy.rules) {
    inSchema(when, `rule ${id}`, at);
    inSchema(must, `rule ${id}`, at);
  }
  for (const { id, when, at } of policy.approvals.rules) inSchema(when, `approval ${id}`, at);
  for (const { type, at } of policy.require.recordTypes) name(type, 'require.record_types', at);
  for (const { name: key, recordTypes: types, at } of policy.trust.keys) {
    for (const type of types ?? []) name(type, `key ${quote(key)}`, at);
  }
  for (const type of policy.bind?.recordTypes ?? []) name(type, 'bind.record_types', undefined);
  return [...found.values()];
}

/** Record types that a schema over records compares with, wherever in it. */
function typesIn(root: Json | undefined): readonly string[] {
  const types: string[] = [];
  const open: (Json | undefined)[] = [root];
  for (let schema = open.pop(); open.length > 0 || schema !== undefined; schema = open.pop()) {
    if (Array.isArray(schema)) open.push(...(schema as readonly Json[]));
    if (!isObject(schema)) continue;
    const properties = member(schema, 'properties');
    const type = isObject(properties) ? member(properties, 'record_type') : undefined;
    if (isObject(type)) {
      const words = [member(type, 'const'), ...((member(type, 'enum') ?? []) as readonly Json[])];
      for (const word of words) if (typeof word === 'string') types.push(word);
    }
    open.push(...Object.values(schema).filter((one) => typeof one === 'object'));
  }
  return types;
}
