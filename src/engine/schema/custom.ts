import { sha256Hex } from '../digest.js';
import { Fault } from '../fault.js';
import type { FindingCode } from '../findings.js';
import { isObject } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_SCHEMA_BYTES } from '../limits.js';
import { shorten } from '../text.js';
import { evaluate, type LinkedSchema, type Pattern } from './evaluate.js';
import { Linker, type SchemaDocument } from './link.js';
import { isBuiltInType, MAX_PROBLEMS, toProblems, validateSchema } from './registry.js';
import { Exhausted, type Steps } from './steps.js';
import type { CustomTypes, SchemaProblem, SchemaSource, Violation } from './types.js';

/** A problem of a custom schema and the file it is in. */
export interface CustomProblem extends SchemaProblem {
  readonly name: string;
  readonly type?: string;
}

/** Parses JSON text; throws a `Fault` (or any error) when it is not JSON. */
export type ParseJson = (bytes: Uint8Array, name: string) => Json;

const DRAFT_07 = /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/;

class Registry implements CustomTypes {
  readonly names: readonly string[];
  readonly digest: string;

  constructor(
    private readonly schemas: ReadonlyMap<string, LinkedSchema>,
    readonly sources: readonly SchemaSource[],
  ) {
    this.digest = digestOf(sources);
    this.names = [...schemas.keys()].sort();
  }

  has(type: string): boolean {
    return this.schemas.has(type);
  }

  validate(type: string, view: JsonObject, steps: Steps): readonly SchemaProblem[] {
    const schema = this.schemas.get(type);
    if (schema === undefined) return [];
    try {
      return toProblems(evaluate(schema, view, 'the record', MAX_PROBLEMS, steps), 'schema.record.invalid');
    } catch (error) {
      if (!(error instanceof Exhausted || error instanceof RangeError)) throw error;
      const message = `the schema of ${shorten(type)} is too expensive to evaluate on the records of this artifact`;
      return [{ code: 'schema.custom.invalid', pointer: '', message }];
    }
  }
}

/** No custom types. */
const NO_CUSTOM_TYPES: CustomTypes = new Registry(new Map(), []);

/**
 * Compiles the custom types of one run or bundle from their schemas (draft-07, patterns in RE2 syntax). References may lead
 * only to schemas of this set. The registry contains the types whose schemas have no problem; any other type is unknown, so
 * its records fail as well (fail closed).
 *
 * Codes: `schema.custom.too_large`, `.invalid`, `.ref_unlisted`, `.pattern_unsupported`, `.conflicting_definition`.
 */
export async function compileCustomTypes(
  sources: readonly SchemaSource[],
  parse: ParseJson,
): Promise<{ readonly types: CustomTypes; readonly problems: readonly CustomProblem[] }> {
  if (sources.length === 0) return { types: NO_CUSTOM_TYPES, problems: [] };
  const problems: CustomProblem[] = [];
  const documents = new Map<string, SchemaDocument>();
  const failed = new Set<string>();
  const report = (source: SchemaSource, code: FindingCode, message: string, pointer = ''): void => {
    failed.add(source.name);
    const problem = { code, pointer, message, name: source.name };
    problems.push(source.type === undefined ? problem : { ...problem, type: source.type });
  };

  const types = new Map<string, SchemaSource>();
  for (const source of sources) {
    if (source.type !== undefined) {
      const known = isBuiltInType(source.type)
        ? 'is built in'
        : types.has(source.type)
          ? 'is defined twice'
          : undefined;
      if (known !== undefined) {
        report(source, 'schema.custom.conflicting_definition', `the record type ${shorten(source.type)} ${known}`);
        continue;
      }
      types.set(source.type, source);
    }
    if (documents.has(source.name) || failed.has(source.name)) continue;
    const root = read(source, parse, (code, message, pointer) => report(source, code, message, pointer));
    if (root !== undefined) documents.set(source.name, { root, name: source.name });
  }

  const ids = new Map<string, SchemaSource>();
  for (const source of sources) {
    const id = idOf(documents.get(source.name)?.root);
    if (id === undefined) continue;
    const first = ids.get(id) ?? source;
    ids.set(id, first);
    if (Buffer.compare(first.bytes, source.bytes) !== 0) {
      report(source, 'schema.custom.conflicting_definition', `a different schema has the same $id ${shorten(id)}`);
    }
  }

  const linker = new Linker([...documents.values()], await patternCompiler());
  const schemas = new Map<string, LinkedSchema>();
  const examined = new Set<string>();
  for (const source of sources) {
    const document = documents.get(source.name);
    if (document === undefined || examined.has(source.name)) continue;
    examined.add(source.name);
    const outside = new Set([...references(document.root)].filter((one) => !linker.inside(one, document)));
    for (const one of [...outside].slice(0, MAX_PROBLEMS))
      report(source, 'schema.custom.ref_unlisted', `it refers to ${shorten(one)}, outside its set`);
    if (outside.size > 0) continue;
    const { problems: found } = linker.link(document.root);
    // Further problems add no information, and a hostile schema has a million.
    for (const { kind, text } of found.slice(0, MAX_PROBLEMS)) {
      if (kind === 'ref_outside') {
        report(source, 'schema.custom.ref_unlisted', `its reference ${shorten(text)} points outside its set`);
      } else if (kind === 'ref_dangling') {
        report(source, 'schema.custom.invalid', `its reference ${shorten(text)} cannot be resolved`);
      } else {
        report(source, 'schema.custom.pattern_unsupported', `its pattern ${shorten(text)} cannot run in linear time`);
      }
    }
  }
  for (const [type, source] of types) {
    const document = documents.get(source.name);
    if (document !== undefined && !failed.has(source.name)) schemas.set(type, linker.link(document.root).schema);
  }
  return { types: new Registry(schemas, sources), problems };
}

type Report = (code: FindingCode, message: string, pointer?: string) => void;

/** Reads the schema of a file; `undefined` after a problem was reported. */
function read(source: SchemaSource, parse: ParseJson, report: Report): Json | undefined {
  if (source.bytes.length > MAX_SCHEMA_BYTES) {
    report('schema.custom.too_large', `the schema has ${source.bytes.length} bytes, limit ${MAX_SCHEMA_BYTES}`);
    return undefined;
  }
  let root: Json;
  try {
    root = parse(source.bytes, source.name);
  } catch (error) {
    const told = error instanceof Fault || error instanceof SyntaxError ? shorten(error.message) : '';
    const reason = told === '' ? '' : `: ${told.replace(/^not valid JSON: /, '')}`;
    report('schema.custom.invalid', `the schema is not valid JSON${reason}`);
    return undefined;
  }
  if (typeof root === 'boolean') return root;
  if (!isObject(root)) {
    report('schema.custom.invalid', 'a schema must be an object, true or false');
    return undefined;
  }
  const draft = Object.hasOwn(root, '$schema') ? root['$schema'] : undefined;
  if (draft !== undefined && !(typeof draft === 'string' && DRAFT_07.test(draft))) {
    report('schema.custom.invalid', 'the schema is not for draft-07', '/$schema');
    return undefined;
  }
  const found = metaProblems(root);
  for (const { message, pointer } of found) report('schema.custom.invalid', message, pointer);
  return found.length === 0 ? root : undefined;
}

function metaProblems(root: Json): readonly Violation[] {
  try {
    return validateSchema(root);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ pointer: '', keyword: '', message: 'the schema is nested too deeply' }];
  }
}

function idOf(root: Json | undefined): string | undefined {
  const id = isObject(root) && Object.hasOwn(root, '$id') ? root['$id'] : undefined;
  return typeof id === 'string' && id !== '' ? id.replace(/#$/, '') : undefined;
}

function digestOf(sources: readonly SchemaSource[]): string {
  const lines = sources.map(({ type = '', name, bytes }) => JSON.stringify([type, name, sha256Hex(bytes)]));
  return sha256Hex(lines.sort().join('\n'));
}

/**
 * Every string member named `$ref`, at any depth, even where it is not a keyword: anything that looks like a reference to
 * somewhere else is refused without interpreting it (contract 5).
 */
function* references(root: Json): Iterable<string> {
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === null || typeof value !== 'object') continue;
    for (const [name, member] of Object.entries(value) as [string, Json][]) {
      if (name === '$ref' && typeof member === 'string') yield member;
      open.push(member);
    }
  }
}

/** Maximum instructions of all compiled patterns of a set: a schema of 1 MiB could otherwise take minutes to compile. */
const MAX_PATTERN_PROGRAM = 50_000;

/**
 * Compiles patterns in RE2 syntax; `undefined` for an invalid pattern, and for all further ones when they have become too
 * large together. RE2 for JavaScript is loaded only when there is a custom schema, because loading takes 14-25 ms.
 */
export async function patternCompiler(): Promise<(source: string) => Pattern | undefined> {
  const { RE2JS } = await import('re2js');
  let program = 0;
  return (source) => {
    if (program > MAX_PATTERN_PROGRAM) return undefined;
    try {
      const compiled = RE2JS.compile(source);
      const size = compiled.programSize();
      program += size;
      // matching time is proportional to text and program
      return { test: (text) => compiled.test(text), weight: 0.1 + size / 50 };
    } catch {
      return undefined;
    }
  };
}
