import { PUBLISHED } from './published.generated.js';

/** Text of a published schema by its name (`proof-record-v1`, `types/approval`), with or without `.schema.json`. */
export function publishedSchema(name: string): string | undefined {
  const key = name.endsWith('.schema.json') ? name.slice(0, -'.schema.json'.length) : name;
  return Object.hasOwn(PUBLISHED, key) ? PUBLISHED[key] : undefined;
}
