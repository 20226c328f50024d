import { isObject, member } from '../../../engine/json/members.js';
import { parseInstant } from '../../../engine/time.js';
import type { Json, JsonObject } from '../../../engine/types.js';
import { parsePolicyDuration, type SignerScope } from './model.js';
import type { RaiseAt } from './reading.js';

/* Members of a policy that satisfies its schema. */

/** What a duration looks like. */
export const DURATION = 'a duration such as 90d, 72h, 5m, 30s or 2w';

/** The last part of a JSON pointer. */
export const lastPart = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);
/** A JSON pointer as people write members: `rules[0].must`. */
export const dotted = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');

/** An object member; an empty one when it is absent. */
export function objectAt(holder: JsonObject, name: string): JsonObject {
  const value = member(holder, name);
  return isObject(value) ? value : {};
}

/** A list member; an empty one when it is absent. */
export function listAt(holder: JsonObject, name: string): readonly Json[] {
  const value = member(holder, name);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A duration in milliseconds, raised when it is not one. */
export function duration(holder: JsonObject, name: string, pointer: string, raise: RaiseAt): number | undefined {
  const text = holder[name];
  if (typeof text !== 'string') return undefined;
  const ms = parsePolicyDuration(text);
  if (ms === undefined)
    raise('policy.invalid', `${dotted(pointer)}.${name} must be ${DURATION}, at most 100 years`, `${pointer}/${name}`);
  return ms;
}

/** An instant in epoch milliseconds, raised when it is not one. */
export function instantAt(holder: JsonObject, name: string, pointer: string, raise: RaiseAt): number | undefined {
  const text = holder[name];
  if (typeof text !== 'string') return undefined;
  const at = parseInstant(text)?.epochMs;
  if (at === undefined) raise('policy.invalid', `${name} must be an RFC 3339 instant`, `${pointer}/${name}`);
  return at;
}

/** What one trusted signer may sign. */
export function scopeOf(entry: JsonObject, pointer: string, raise: RaiseAt): SignerScope {
  const notBefore = instantAt(entry, 'not_before', pointer, raise);
  const notAfter = instantAt(entry, 'not_after', pointer, raise);
  return {
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(entry['record_types'] === undefined ? {} : { recordTypes: entry['record_types'] as readonly string[] }),
    ...(entry['source_products'] === undefined
      ? {}
      : { sourceProducts: entry['source_products'] as readonly string[] }),
  };
}
