import { exactly, object, prefixedSha, type Rule, sha, text } from '../shape.js';

/** A reference of an action contract: closed (producers.md section 6). */
export const reference: Rule = object({
  required: { kind: text, id: text, digest: sha },
  optional: { schema_id: text, schema_version: text, source_product: text },
});

/** A reference to something of a known kind, schema or product. */
export const referenceTo = (fixed: Readonly<Record<string, string>>): Rule =>
  object({
    required: {
      kind: text,
      id: text,
      digest: prefixedSha,
      schema_id: text,
      schema_version: text,
      source_product: text,
      ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, exactly(value)])),
    },
  });
