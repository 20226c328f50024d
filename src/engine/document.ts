import { type Context, locationOf, type Part } from './context.js';
import { caseVariants, isObject, member, type Problem } from './json/members.js';
import { pointerPart } from './json/pointer.js';
import { readJson } from './json/read.js';
import type { Json, JsonObject } from './json/value.js';
import { positionsOf } from './source/places.js';
import type { ByteSource } from './source/source.js';
import { quote } from './text.js';

/** A parsed JSON object with its context and source. */
export class Document {
  constructor(
    readonly context: Context,
    readonly value: JsonObject,
    readonly source: ByteSource,
  ) {}

  /** Adds a problem as a finding at the location of its pointer. */
  readonly raise = (problem: Problem): void => {
    this.context.collector.add(problem.code, problem.message, {
      ...locationOf(this.context, this.source),
      pointer: problem.pointer,
      severity: problem.severity,
      remedy: problem.remedy,
      document: 0,
    });
  };

  /**
   * Rejects member names that differ from a known name only by case (hardening 2). In compat mode such a name is left to the
   * schema, unless the known member is present as well.
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

/**
 * The document for decisions that the gate makes when all artifacts are known, with the locations of the members below
 * `pointer`.
 */
export async function judgedLater(
  { value, source }: Document,
  pointer = '',
): Promise<Pick<Part, 'document' | 'places'>> {
  const parent = pointer === '' ? value : member(value, pointer.slice(1));
  const names = isObject(parent) ? Object.keys(parent) : [];
  const pointers = [pointer, ...names.map((name) => pointer + pointerPart(name))];
  const wanted = pointers.slice(0, MAX_PLACES).map((one) => ({ offset: 0, pointer: one }));
  const found = await positionsOf(source, wanted).catch(() => []);
  const places = found.map(({ line, column }, i) => [pointers[i], [line, column]] as const);
  return { document: value, ...(places.length === 0 ? {} : { places: Object.fromEntries(places) }) };
}

/** Maximum number of located members; no producer's document has as many. */
const MAX_PLACES = 100;

/** Reads a source that must be one JSON object; `undefined`: it is not, and a finding was raised. */
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
    collector.add('kind.unsupported', 'not a JSON object', locationOf(context, source));
    return undefined;
  }
  return new Document(context, value, source);
}
