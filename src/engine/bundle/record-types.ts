import { type Context, entryOf } from '../context.js';
import { sha256Hex } from '../digest.js';
import { type Document, readDocument } from '../document.js';
import type { FindingCode } from '../findings.js';
import { isObject, member } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_SCHEMA_BYTES } from '../limits.js';
import { turn, turnIsDue } from '../pace.js';
import { compileCustomTypes } from '../schema/custom.js';
import { isBuiltInType, validateDocument } from '../schema/registry.js';
import type { CustomTypes, SchemaSource } from '../schema/types.js';
import type { ByteSource } from '../source/source.js';
import { quote, shortId } from '../text.js';
import { normalDigest } from './manifest.js';

/** Name of the file that defines a bundle's own record types. */
export const RECORD_TYPES = 'record-types.json';
const TYPES_MEMBERS: ReadonlySet<string> = new Set(['version', 'record_types']);
const TYPE_MEMBERS: ReadonlySet<string> = new Set([
  'record_type',
  'schema_id',
  'schema_version',
  'schema_path',
  'sha256',
]);

/** The schema file of a record type; `value` is `undefined` when it is not JSON. */
interface SchemaFile {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly value: Json | undefined;
}

/** The record types that a bundle defines (contract section 5); they are valid in that bundle only. */
export class BundleTypes {
  private readonly schemas = new Map<string, SchemaFile | undefined>();

  constructor(
    private readonly context: Context,
    private readonly listed: ReadonlySet<string>,
    private readonly open: (path: string) => ByteSource | undefined,
  ) {}

  /** Whether a file is the schema of a record type, and so not opaque. */
  isSchema(path: string): boolean {
    return this.schemas.has(path);
  }

  /** Reads the types; `undefined` after a finding was raised. */
  async read(): Promise<CustomTypes | undefined> {
    const source = this.open(RECORD_TYPES);
    const context = { ...this.context, entry: entryOf(this.context, RECORD_TYPES) };
    const document = source && (await readDocument(source, context));
    if (document === undefined) return undefined;
    document.checkCase(document.value, TYPES_MEMBERS, '');
    const listed = member(document.value, 'record_types');
    const items = (Array.isArray(listed) ? (listed as readonly Json[]) : []).map((item) =>
      isObject(item) ? item : {},
    );
    for (const [i, item] of items.entries()) document.checkCase(item, TYPE_MEMBERS, `/record_types/${i}`);
    const problems = validateDocument('record-types-v1', document.value);
    for (const problem of problems) document.raise(problem);
    if (problems.length > 0) return undefined;
    const sources: SchemaSource[] = [];
    for (const [i, item] of items.entries()) {
      const schema = await this.schemaOf(item, `/record_types/${i}`, document);
      if (schema !== undefined) sources.push(schema);
    }
    const { types, problems: broken } = await compileCustomTypes(sources, (bytes) =>
      readJson(bytes, this.context.options.limits.maxDepth),
    );
    for (const problem of broken) {
      this.context.collector.add(problem.code, `custom schema ${quote(problem.name)}: ${problem.message}`, {
        entry: entryOf(this.context, problem.name),
        pointer: problem.pointer,
      });
    }
    return types;
  }

  private async schemaOf(item: JsonObject, pointer: string, document: Document): Promise<SchemaSource | undefined> {
    // The schema of record-types.json ensures that these are strings.
    const text = (name: string): string => String(member(item, name));
    const type = text('record_type');
    const path = text('schema_path');
    const raise = (code: FindingCode, message: string, name: string): void =>
      document.raise({ code, message, pointer: `${pointer}/${name}` });
    if (isBuiltInType(type)) {
      raise('schema.custom.conflicting_definition', `record type ${quote(type)} is built in`, 'record_type');
    }
    if (!this.listed.has(path)) {
      raise('schema.custom.unlisted', `schema ${quote(path)} is not listed in manifest.json`, 'schema_path');
      return undefined;
    }
    // Each schema file is read once, even if several types name it.
    if (!this.schemas.has(path)) this.schemas.set(path, await this.readSchema(path));
    const file = this.schemas.get(path);
    if (file === undefined) return undefined;
    const { bytes, digest, value } = file;
    if (digest !== normalDigest(text('sha256'))) {
      raise(
        'schema.custom.digest_mismatch',
        `schema ${quote(path)} has SHA-256 ${shortId(digest)}, not the declared one`,
        'sha256',
      );
      return undefined;
    }
    this.checkIdentity(value, item, raise);
    return { type, bytes, name: path };
  }

  private async readSchema(path: string): Promise<SchemaFile | undefined> {
    const source = this.open(path);
    if (source === undefined) return undefined;
    if (source.size > MAX_SCHEMA_BYTES) {
      const message = `custom schema ${quote(path)}: the schema has ${source.size} bytes, limit ${MAX_SCHEMA_BYTES}`;
      this.context.collector.add('schema.custom.too_large', message, { entry: entryOf(this.context, path) });
      return undefined;
    }
    let bytes: Uint8Array;
    try {
      bytes = await source.bytes(MAX_SCHEMA_BYTES);
    } catch (error) {
      this.context.collector.fault(error, { source, entry: entryOf(this.context, path) });
      return undefined;
    }
    if (turnIsDue()) await turn(this.context.options);
    let value: Json | undefined;
    try {
      value = readJson(bytes, this.context.options.limits.maxDepth);
    } catch {
      // compileCustomTypes reports what is wrong with it
    }
    return { bytes, digest: sha256Hex(bytes), value };
  }

  private checkIdentity(
    schema: Json | undefined,
    item: JsonObject,
    raise: (code: FindingCode, message: string, name: string) => void,
  ): void {
    if (!isObject(schema)) return;
    if (member(schema, '$id') !== member(item, 'schema_id')) {
      raise('schema.custom.identity_mismatch', '$id of the schema is not the declared schema_id', 'schema_id');
    }
    if (member(schema, 'x-proof-schema-version') !== member(item, 'schema_version')) {
      raise(
        'schema.custom.identity_mismatch',
        'x-proof-schema-version of the schema is not the declared schema_version',
        'schema_version',
      );
    }
  }
}

/**
 * Combines the operator's types with those of a bundle. A type in both must match both schemas: a schema in a bundle never
 * replaces one that the operator gave (hardening 29).
 */
export function bothTypes(given: CustomTypes | undefined, own: CustomTypes | undefined): CustomTypes | undefined {
  if (given === undefined || own === undefined) return given ?? own;
  return {
    has: (type) => given.has(type) || own.has(type),
    names: [...new Set([...given.names, ...own.names])],
    sources: [...given.sources, ...own.sources],
    digest: sha256Hex(`${given.digest}\n${own.digest}`),
    validate: (type, view, steps) =>
      [given, own].flatMap((one) => (one.has(type) ? one.validate(type, view, steps) : [])),
  };
}
