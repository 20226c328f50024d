import { isObject, member as own } from '../../engine/json/members.js';
import type { Json, JsonObject } from '../../engine/types.js';

/* Members of untrusted JSON: a value of another type than asked for counts as absent. */

export { own };

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

/** The value that a JSON pointer (RFC 6901) names; `undefined` when there is none. */
export function valueAt(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at))
      at = /^(?:0|[1-9][0-9]{0,6})$/.test(name) ? (at as readonly Json[])[Number(name)] : undefined;
    else if (isObject(at)) at = own(at, name);
    else return undefined;
  }
  return at;
}
