import { sha256Hex } from '../canonical/digest.js';
import { readJson } from '../canonical/read.js';
import { LineSlicer, type Slice } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import type { FindingCode } from '../findings.js';
import { MAX_SCHEMA_BYTES } from '../limits.js';
import type { VerifyOptions } from '../options.js';
import { type CustomTypes, compileCustomTypes, type SchemaSource } from '../schema/custom.js';
import { isBuiltInType, validateDocument, validateRecord } from '../schema/registry.js';
import type { ByteSource, DirectorySource } from '../source/source.js';
import type { Json, JsonObject } from '../types.js';
import type { ListedFile } from './bundle.js';
import { normalDigest } from './bundle.js';
import { verifyChain } from './chain.js';
import { type Document, readDocument } from './document.js';
import { isObject, member, type Problem } from './members.js';
import { viewRecord } from './record-view.js';
import { RecordRun, type RunRules, type RunSummary } from './records.js';
import { typedRecord } from './schema-view.js';
import { runLines } from './stream.js';

/** What the records inside a bundle add to its verdict. */
export interface ContentsResult {
  readonly records: number;
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
}

const RECORD_TYPES = 'record-types.json';
const CHAIN = 'chain.json';
const TYPES_MEMBERS: ReadonlySet<string> = new Set(['version', 'record_types']);
const TYPE_MEMBERS: ReadonlySet<string> = new Set([
  'record_type',
  'schema_id',
  'schema_version',
  'schema_path',
  'sha256',
]);

/**
 * The records inside a bundle and the record types that it brings along (contract section 5). The types are known in
 * this bundle alone. Gate mode also verifies the records themselves; a signed manifest stands for unsigned records.
 */
export class BundleContents {
  constructor(
    private readonly directory: DirectorySource,
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
    private readonly files: readonly ListedFile[],
    private readonly intact: ReadonlySet<string>,
  ) {}

  async verify(): Promise<ContentsResult> {
    const hasTypes = this.files.some((file) => file.path === RECORD_TYPES);
    const custom = hasTypes ? await this.customTypes() : this.options.customTypes;
    if (this.options.mode === 'compat') {
      if (hasTypes && custom !== undefined) await this.validateAll(custom);
      return { records: 0, signatures: 0, keyIds: new Set() };
    }
    return this.verifyRecords(custom);
  }

  private open(path: string): ByteSource | undefined {
    try {
      return this.directory.open(path);
    } catch (error) {
      this.collector.fault(error, { entry: path });
      return undefined;
    }
  }

  private async customTypes(): Promise<CustomTypes | undefined> {
    const source = this.open(RECORD_TYPES);
    const document = source && (await readDocument(source, RECORD_TYPES, this.collector, this.options));
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
      readJson(bytes, this.options.limits.maxDepth),
    );
    for (const problem of broken) {
      this.collector.add(problem.code, `custom schema ${quote(problem.name)}: ${problem.message}`, {
        entry: problem.name,
        pointer: problem.pointer,
      });
    }
    return types;
  }

  private async schemaOf(item: JsonObject, pointer: string, document: Document): Promise<SchemaSource | undefined> {
    // The schema of record-types.json sees to it that these are texts.
    const text = (name: string): string => String(member(item, name));
    const type = text('record_type');
    const path = text('schema_path');
    const raise = (code: FindingCode, message: string, name: string): void =>
      document.raise({ code, message, pointer: `${pointer}/${name}` });
    if (isBuiltInType(type)) {
      raise('schema.custom.conflicting_definition', `record type ${quote(type)} is built in`, 'record_type');
    }
    if (!this.files.some((file) => file.path === path)) {
      raise('schema.custom.unlisted', `schema ${quote(path)} is not listed in manifest.json`, 'schema_path');
      return undefined;
    }
    const source = this.open(path);
    if (source === undefined) return undefined;
    let bytes: Uint8Array;
    try {
      bytes = await source.bytes(MAX_SCHEMA_BYTES + 1);
    } catch (error) {
      this.collector.fault(error, { source, entry: path });
      return undefined;
    }
    const digest = sha256Hex(bytes);
    if (digest !== normalDigest(text('sha256'))) {
      raise(
        'schema.custom.digest_mismatch',
        `schema ${quote(path)} has SHA-256 ${digest}, not the declared one`,
        'sha256',
      );
      return undefined;
    }
    this.checkIdentity(bytes, item, raise);
    return { type, bytes, name: path };
  }

  private checkIdentity(
    bytes: Uint8Array,
    item: JsonObject,
    raise: (code: FindingCode, message: string, name: string) => void,
  ): void {
    let schema: Json;
    try {
      schema = readJson(bytes, this.options.limits.maxDepth);
    } catch {
      return; // compileCustomTypes says what is wrong with it
    }
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

  /** Compat: schemas only, of `chain.json` and of each JSONL line that has a record_type. */
  private async validateAll(custom: CustomTypes): Promise<void> {
    for (const file of this.files) {
      const isChain = file.path === CHAIN;
      if (!isChain && !file.path.endsWith('.jsonl')) continue;
      const source = this.open(file.path);
      if (source === undefined) continue;
      try {
        if (isChain) {
          const document = await readDocument(source, file.path, this.collector, this.options);
          const records = document && member(document.value, 'records');
          if (Array.isArray(records))
            for (const record of records as Json[]) this.validateOne(record, source, file.path, custom, 0);
        } else {
          const slicer = new LineSlicer(this.options.limits);
          const each = (slice: Slice): void =>
            this.validateOne(
              readJson(slice.bytes, this.options.limits.maxDepth),
              source,
              file.path,
              custom,
              slice.offset,
            );
          for await (const chunk of source.chunks()) slicer.push(chunk).forEach(each);
          slicer.finish().forEach(each);
        }
      } catch (error) {
        this.collector.fault(error, { source, entry: file.path });
      }
    }
  }

  private validateOne(value: Json, source: ByteSource, entry: string, custom: CustomTypes, offset: number): void {
    if (!isObject(value) || member(value, 'record_type') === undefined) return;
    const { view, problems } = viewRecord(value, { loneCaseVariants: 'read' });
    const found: readonly Problem[] =
      view === undefined ? problems : validateRecord(typedRecord(view), view.recordType, custom);
    for (const problem of found) {
      this.collector.add('schema.record.bundle_validation_failed', problem.message, {
        source,
        entry,
        offset,
        pointer: problem.pointer,
      });
    }
  }

  /** Gate: records are verified like any others, except that the manifest's signature may stand for theirs. */
  private async verifyRecords(custom: CustomTypes | undefined): Promise<ContentsResult> {
    let records = 0;
    let signatures = 0;
    const keyIds = new Set<string>();
    const add = (summary: RunSummary): void => {
      records += summary.records;
      signatures += summary.signaturesVerified;
      for (const id of summary.keyIds) keyIds.add(id);
    };
    const common = {
      schema: 'typed',
      custom,
      signatures: 'known',
      schemaCode: 'schema.record.bundle_validation_failed',
    } as const;
    for (const file of this.files) {
      if (this.options.aborted?.() === true) break;
      if (!this.intact.has(file.path)) continue;
      const source = this.recordSource(file.path);
      if (source === undefined) continue;
      if (file.path === CHAIN || file.path.endsWith(`/${CHAIN}`)) {
        const rules: RunRules = { ...common, link: 'chain', nullRecord: 'empty' };
        // What claims to be the bundle's chain and is none cannot be checked, so it does not pass.
        const none = async (): Promise<void> => {
          this.collector.add('kind.unsupported', `${quote(file.path)} holds no list of records`, {
            source,
            entry: file.path,
          });
        };
        const result = await verifyChain(source, this.collector, this.options, none, {
          entry: file.path,
          rules,
        });
        if (result !== undefined) add(result.summary);
      } else {
        const rules: RunRules = { ...common, link: 'auto', nullRecord: 'refuse', onlyRecords: true };
        const run = new RecordRun(this.collector, this.options, rules);
        if (file.path.endsWith('.jsonl')) await runLines(run, source, this.collector, this.options, file.path);
        else await pushWhole(run, source, this.collector, this.options, file.path);
        add(await run.finish());
      }
    }
    return { records, signatures, keyIds };
  }

  private recordSource(path: string): ByteSource | undefined {
    if (path === RECORD_TYPES || !(path.endsWith('.jsonl') || path.endsWith('.json'))) return undefined;
    return this.open(path);
  }
}

/** A JSON file that may be one record; larger than a record can be, it is none. */
async function pushWhole(
  run: RecordRun,
  source: ByteSource,
  collector: Collector,
  options: VerifyOptions,
  entry: string,
): Promise<void> {
  if (source.size > options.limits.maxRecordBytes) return;
  try {
    const bytes = await source.bytes(options.limits.maxRecordBytes);
    await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source, entry);
  } catch (error) {
    collector.fault(error, { source, entry });
  }
}
