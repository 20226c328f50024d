/** A JSON value as `JSON.parse` makes it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. Members may have any name, `__proto__` included: read them with `Object.hasOwn` where that matters. */
export interface JsonObject {
  readonly [member: string]: Json;
}
