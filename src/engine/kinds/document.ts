import { readJson } from '../canonical/read.js';
import { quote } from '../canonical/strict.js';
import { type Collector, offsetOfPointer } from '../collector.js';
import type { FindingCode } from '../findings.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import type { Json, JsonObject } from '../types.js';
import { caseVariants, isObject, type Problem } from './members.js';

/** A JSON document that is read whole: manifests, tokens, lists. */
export class Document {
  constructor(
    readonly value: JsonObject,
    readonly bytes: Uint8Array,
    readonly source: ByteSource,
    readonly entry: string | undefined,
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
  ) {}

  /** Raises a problem at the place of its pointer. */
  readonly raise = (problem: Problem): void => {
    this.collector.add(problem.code, problem.message, {
      source: this.source,
      pointer: problem.pointer,
      severity: problem.severity,
      ...(this.entry === undefined ? {} : { entry: this.entry }),
      offset: this.collector.wantsPlaces
        ? offsetOfPointer(this.bytes, problem.pointer, this.options.limits.maxDepth)
        : 0,
    });
  };

  /** Raises a finding on another file of the same artifact. */
  raiseFor(entry: string, code: FindingCode, message: string): void {
    this.collector.add(code, message, { entry });
  }

  /**
   * Refuses names that differ from a known one only by case (hardening 2). Alone, without its twin, such a name is left
   * to the schema in compat mode.
   */
  checkCase(object: JsonObject, known: ReadonlySet<string>, pointer: string): void {
    for (const variant of caseVariants(object, known) ?? []) {
      if (!variant.twin && this.options.mode === 'compat') continue;
      this.raise({
        code: 'json.case_collision',
        message: `member ${quote(variant.name)} differs from ${quote(variant.known)} only by case: readers disagree about which one counts`,
        pointer: `${pointer}/${variant.name}`,
      });
    }
  }
}

/** Reads a whole JSON object; `undefined` after a finding was raised. */
export async function readDocument(
  source: ByteSource,
  entry: string | undefined,
  collector: Collector,
  options: VerifyOptions,
): Promise<Document | undefined> {
  let bytes: Uint8Array;
  let value: Json;
  const spot = { source, ...(entry === undefined ? {} : { entry }) };
  try {
    bytes = await source.bytes(options.limits.maxDocumentBytes);
    value = readJson(bytes, options.limits.maxDepth);
  } catch (error) {
    collector.fault(error, spot);
    return undefined;
  }
  if (!isObject(value)) {
    collector.add('kind.unsupported', 'a JSON object is expected', spot);
    return undefined;
  }
  return new Document(value, bytes, source, entry, collector, options);
}
