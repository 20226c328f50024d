import { caseVariants, isObject, member } from './json/members.js';
import { pointerPart } from './json/pointer.js';
import type { Json, JsonObject } from './json/value.js';
import { quote } from './text.js';
import { isInstant } from './time.js';

/**
 * How a document departs from its shape: a wrong value, an unknown member, a name that differs from a known one only by case.
 */
type Departure = 'invalid' | 'unknown' | 'case';

/** Receives each deviation. */
export type Report = (what: Departure, pointer: string, message: string) => void;

/** A check of one value, whose departures go to `report`. */
export type Rule = (value: Json, pointer: string, report: Report) => void;

const rule =
  (test: (value: Json) => boolean, wanted: string): Rule =>
  (value, pointer, report) => {
    if (!test(value)) report('invalid', pointer, `${nameOf(pointer)} must be ${wanted}`);
  };

function nameOf(pointer: string): string {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  return name === '' ? 'the document' : quote(name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const matches = (pattern: RegExp, wanted: string): Rule =>
  rule((value) => typeof value === 'string' && pattern.test(value), wanted);

/** A non-empty string. */
export const text = rule((value) => typeof value === 'string' && value !== '', 'a non-empty string');
export const string = rule((value) => typeof value === 'string', 'a string');
export const boolean = rule((value) => typeof value === 'boolean', 'true or false');
export const list = rule((value) => Array.isArray(value), 'a list');
export const instant = rule((value) => typeof value === 'string' && isInstant(value), 'an RFC 3339 instant');
/** 64 lower-case hex digits. */
export const hex64 = matches(/^[0-9a-f]{64}$/, '64 lower-case hex digits');
/** `sha256:` and 64 lower-case hex digits. */
export const prefixedSha = matches(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 lower-case hex digits');
/** 64 lower-case hex digits, optionally with the prefix `sha256:`. */
export const sha = matches(/^(?:sha256:)?[0-9a-f]{64}$/, 'a lower-case SHA-256');
export const anything: Rule = () => {};
export const pattern = (source: RegExp): Rule => matches(source, `of the form ${source.source}`);
export const exactly = (wanted: string | boolean): Rule => rule((value) => value === wanted, JSON.stringify(wanted));
export const oneOf = (...words: readonly string[]): Rule =>
  rule((value) => words.some((word) => word === value), `one of ${words.join(', ')}`);
export const count = (least: number): Rule =>
  rule(
    (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least,
    `a whole number from ${least}`,
  );

/** A list of at least `least` elements that each satisfy a rule. */
export const listOf =
  (each: Rule, least = 0): Rule =>
  (value, pointer, report) => {
    if (!Array.isArray(value)) {
      report('invalid', pointer, `${nameOf(pointer)} must be a list`);
      return;
    }
    if (value.length < least) report('invalid', pointer, `${nameOf(pointer)} must not be empty`);
    for (const [i, item] of (value as readonly Json[]).entries()) each(item, `${pointer}/${i}`, report);
  };

/** Members of an object. */
export interface Shape {
  readonly required: Readonly<Record<string, Rule>>;
  /** `null` counts as absent. */
  readonly optional?: Readonly<Record<string, Rule>>;
  /** Unknown members are allowed. */
  readonly open?: true;
}

/** An object of the given shape. */
export const object =
  ({ required, optional = {}, open }: Shape): Rule =>
  (value, pointer, report) => {
    if (!isObject(value)) {
      report('invalid', pointer, `${nameOf(pointer)} must be an object`);
      return;
    }
    for (const [name, check] of Object.entries(required)) {
      const given = member(value, name);
      if (given === undefined) report('invalid', pointer, `${quote(name)} is missing`);
      else check(given, pointer + pointerPart(name), report);
    }
    for (const [name, check] of Object.entries(optional)) {
      const given = member(value, name) ?? null;
      if (given !== null) check(given, pointer + pointerPart(name), report);
    }
    checkNames(value, new Set([...Object.keys(required), ...Object.keys(optional)]), pointer, open === true, report);
  };

function checkNames(
  value: JsonObject,
  known: ReadonlySet<string>,
  pointer: string,
  open: boolean,
  report: Report,
): void {
  const variants = caseVariants(value, known) ?? [];
  for (const { name, known: meant } of variants) {
    report('case', pointer + pointerPart(name), `member ${quote(name)} differs from ${quote(meant)} only by case`);
  }
  if (open) return;
  for (const name of Object.keys(value)) {
    if (known.has(name) || variants.some((variant) => variant.name === name)) continue;
    report('unknown', pointer + pointerPart(name), `member ${quote(name)} is not known in this document`);
  }
}
