import { isObject } from '../engine/kinds/members.js';
import type { Json, JsonObject } from '../engine/types.js';

/* Members of JSON that anybody may have written: what has another shape than asked for counts as absent. */

export { member as own } from '../engine/kinds/members.js';

export function object(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** `''` for anything else. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Empty for anything else. */
export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
