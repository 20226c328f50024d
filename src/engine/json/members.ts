import type { FindingCode } from '../findings.js';
import { MAX_ERRORS } from '../limits.js';
import { quote } from '../text.js';
import { pointerPart } from './strict.js';
import type { Json, JsonObject } from './value.js';

/** A defect of one JSON document, not yet tied to an artifact and a location. */
export interface Problem {
  readonly code: FindingCode;
  readonly message: string;
  /** JSON pointer inside the document. */
  readonly pointer: string;
  /** Milder than the code's own severity. */
  readonly severity?: 'warning' | 'notice';
  /** Remedy, where it differs from that of the code. */
  readonly remedy?: string;
}

/** True for a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, never one of `Object.prototype`; `undefined` when absent. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  list: 'a list',
  integer: 'a whole number',
};

/** The type of a JSON value, for messages. */
export function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

/**
 * Reads the known members of one object and notes those of a wrong type: such a document cannot be read at all
 * (contract section 9, 'reading comes before checking'). `null` reads as absent.
 */
export class MemberReader {
  constructor(
    readonly problems: Problem[],
    readonly code: FindingCode,
  ) {}

  wrong(pointer: string, name: string, wanted: string, got: Json): void {
    if (this.problems.length >= MAX_ERRORS) return;
    this.problems.push({
      code: this.code,
      message: `${quote(name)} must be ${TYPE_NAMES[wanted] ?? wanted}, not ${TYPE_NAMES[typeOf(got)] ?? typeOf(got)}`,
      pointer: pointer + pointerPart(name),
    });
  }

  text(object: JsonObject, name: string, pointer: string): string | undefined {
    const value = member(object, name);
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) this.wrong(pointer, name, 'string', value);
    return undefined;
  }

  flag(object: JsonObject, name: string, pointer: string): boolean | undefined {
    const value = member(object, name);
    if (typeof value === 'boolean') return value;
    if (value !== undefined && value !== null) this.wrong(pointer, name, 'boolean', value);
    return undefined;
  }

  object(object: JsonObject, name: string, pointer: string): JsonObject | undefined {
    const value = member(object, name);
    if (value === undefined || value === null) return undefined;
    if (isObject(value)) return value;
    this.wrong(pointer, name, 'object', value);
    return undefined;
  }

  list(object: JsonObject, name: string, pointer: string): readonly Json[] | undefined {
    const value = member(object, name);
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value)) return value as readonly Json[];
    this.wrong(pointer, name, 'list', value);
    return undefined;
  }

  integer(object: JsonObject, name: string, pointer: string): number | undefined {
    const value = member(object, name);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    if (value !== undefined && value !== null) this.wrong(pointer, name, 'integer', value);
    return undefined;
  }
}

/** Characters that case folding changes and that occur in known names: a quick test, as an artifact may have a million names. */
const FOLDED = /[A-Z\u017f\u212a]/;

/** Go compares member names without case, with these two letters outside ASCII folding into it. */
function fold(name: string): string {
  return name
    .replace(/\u017f/g, 's')
    .replace(/\u212a/g, 'k')
    .toLowerCase();
}

/** Why a member name is refused, or the known name that it is a case variant of. */
export interface CaseVariant {
  readonly name: string;
  readonly known: string;
  /** The known member is present too, so two readers see two values (hardening 2). */
  readonly twin: boolean;
}

/** Members whose name differs from a known one only by case. Cheap when no name comes close. */
export function caseVariants(object: JsonObject, known: ReadonlySet<string>): CaseVariant[] | undefined {
  let found: CaseVariant[] | undefined;
  let seen: Map<string, string> | undefined;
  for (const name of Object.keys(object)) {
    if (known.has(name) || !FOLDED.test(name)) continue;
    const folded = fold(name);
    if (!known.has(folded)) continue;
    found ??= [];
    seen ??= new Map();
    found.push({ name, known: folded, twin: Object.hasOwn(object, folded) || seen.has(folded) });
    seen.set(folded, name);
  }
  return found;
}
