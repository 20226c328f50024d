import type { FindingCode } from '../findings.js';
import { MAX_ERRORS } from '../limits.js';
import { quote } from '../text.js';
import { pointerPart } from './pointer.js';
import type { Json, JsonObject } from './value.js';

/** A defect of one JSON document, not yet tied to an artifact and a location. */
export interface Problem {
  readonly code: FindingCode;
  readonly message: string;
  /** JSON pointer inside the document. */
  readonly pointer: string;
  /** Severity, when it is lower than the default of the finding code. */
  readonly severity?: 'warning' | 'notice';
  /** Remedy, when it differs from the one defined for the finding code. */
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

/** The type of a JSON value: `null`, `list`, else its JavaScript type. */
export function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

/**
 * Reads known members of an object and records those of a wrong type: such a document cannot be read at all (contract section
 * 9, 'reading comes before checking'). `null` counts as absent.
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

/**
 * Letters that `fold` changes and that known names contain. Tested first, because an artifact may have a million names
 * without any.
 */
const FOLDED = /[A-Z\u017f\u212a]/;

/** Go compares member names ignoring case; these two letters are the only ones outside ASCII that fold into it. */
function fold(name: string): string {
  return name
    .replace(/\u017f/g, 's')
    .replace(/\u212a/g, 'k')
    .toLowerCase();
}

/** A member whose name differs from a known one only by case. */
export interface CaseVariant {
  readonly name: string;
  readonly known: string;
  /** The known name or another variant of it is present as well: two readers may see two values (hardening 2). */
  readonly twin: boolean;
}

/**
 * Members whose name differs from a known one only by case; `undefined`: none. Cheap when all names are known or clearly
 * different.
 */
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
