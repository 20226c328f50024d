import { exactly, object, prefixedSha, type Rule, sha, text } from '../shape.js';

/** A reference in documents about action contracts; unknown members are not allowed (producers.md section 6). */
export const reference: Rule = object({
  required: { kind: text, id: text, digest: sha },
  optional: { schema_id: text, schema_version: text, source_product: text },
});

/** A reference whose kind, schema or product is fixed. */
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
