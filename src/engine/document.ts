import { type Context, locationOf } from './context.js';
import { caseVariants, isObject, type Problem } from './json/members.js';
import { readJson } from './json/read.js';
import type { Json, JsonObject } from './json/value.js';
import type { ByteSource } from './source/source.js';
import { quote } from './text.js';

/** A parsed JSON object with its location. */
export class Document {
  constructor(
    readonly context: Context,
    readonly value: JsonObject,
    readonly source: ByteSource,
  ) {}

  /** Raises a problem at the location of its JSON pointer. */
  readonly raise = (problem: Problem): void => {
    this.context.collector.add(problem.code, problem.message, {
      ...locationOf(this.context, this.source),
      pointer: problem.pointer,
      severity: problem.severity,
      document: 0,
    });
  };

  /**
   * Refuses names that differ from a known one only by case (hardening 2). Alone, without its twin, such a name is left
   * to the schema in compat mode.
   */
  checkCase(object: JsonObject, known: ReadonlySet<string>, pointer: string): void {
    for (const variant of caseVariants(object, known) ?? []) {
      if (!variant.twin && this.context.options.mode === 'compat') continue;
      this.raise({
        code: 'json.case_collision',
        message: `member ${quote(variant.name)} differs from ${quote(variant.known)} only by case: readers disagree about which one counts`,
        pointer: `${pointer}/${variant.name}`,
      });
    }
  }
}

/** Reads a whole JSON object; `undefined` after a finding was raised. */
export async function readDocument(source: ByteSource, context: Context): Promise<Document | undefined> {
  const { collector, options } = context;
  let value: Json;
  try {
    const bytes = await source.bytes(options.limits.maxDocumentBytes);
    value = readJson(bytes, options.limits.maxDepth);
  } catch (error) {
    collector.fault(error, locationOf(context, source));
    return undefined;
  }
  if (!isObject(value)) {
    collector.add('kind.unsupported', 'a JSON object is expected', locationOf(context, source));
    return undefined;
  }
  return new Document(context, value, source);
}
