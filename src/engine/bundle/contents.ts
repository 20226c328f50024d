import { posix } from 'node:path';
import {
  type Context,
  type DirectorySubject,
  entryOf,
  type Inside,
  type KindResult,
  NOTHING,
  Results,
} from '../context.js';
import { readDocument } from '../document.js';
import { Fault } from '../fault.js';
import { formOf } from '../form.js';
import { LineSlicer } from '../json/line-slicer.js';
import { isObject, member, type Problem } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json } from '../json/value.js';
import type { NamedFiles, VerifyOptions } from '../options.js';
import { goOn, turn, turnIsDue } from '../pace.js';
import { escapes, lastPart } from '../paths.js';
import { typedRecord } from '../record/typed.js';
import type { RunRules } from '../record/types.js';
import { viewRecord } from '../record/view.js';
import { validateRawRecord, validateRecord } from '../schema/registry.js';
import type { CustomTypes } from '../schema/types.js';
import type { ByteSource } from '../source/source.js';
import { quote } from '../text.js';
import { Extracts } from './extracts.js';
import { FolderChains } from './folder-chains.js';
import type { ListedFile } from './manifest.js';
import { BundleTypes, bothTypes, RECORD_TYPES } from './record-types.js';

const CHAIN = 'chain.json';
const MANIFEST = 'manifest.json';

/** Verifies the contents of a bundle after its manifest was checked (contract section 5, hardening 27). */
export class BundleContents {
  private readonly types: BundleTypes;
  private readonly hasTypes: boolean;
  private readonly context: Context;
  private readonly results = new Results();
  private readonly seen: Set<string>;

  /**
   * @param intact paths of the files whose digest is the listed one.
   * @param signed the signature of the manifest verified; it then counts for records that have no signature by a given key.
   */
  constructor(
    private readonly subject: DirectorySubject,
    private readonly files: readonly ListedFile[],
    private readonly intact: ReadonlySet<string>,
    private readonly signed: boolean,
  ) {
    this.context = subject.context;
    const listed = new Set(files.map((file) => file.path));
    this.hasTypes = listed.has(RECORD_TYPES);
    this.types = new BundleTypes(this.context, listed, (path) => this.open(path));
    this.seen = this.context.container?.bundle?.seen ?? new Set();
  }

  async verify(): Promise<KindResult> {
    const { customTypes, mode } = this.context.options;
    const own = this.hasTypes ? await this.types.read() : undefined;
    // Without record types of its own, the bundle uses those of the run, which worker threads know as well.
    if (mode === 'gate') return this.verifyAll(own && bothTypes(customTypes, own));
    if (own !== undefined) await this.validateAll(own);
    return NOTHING;
  }

  private open(path: string): ByteSource | undefined {
    try {
      return this.subject.directory.open(path);
    } catch (error) {
      this.context.collector.fault(error, { entry: entryOf(this.context, path) });
      return undefined;
    }
  }

  /** The context for a file of this bundle. */
  private inside(path: string, rules: Partial<RunRules> = {}): Context {
    const { context, seen } = this;
    const { archives = 0, bundles = 0 } = context.container ?? {};
    const bundle = { seen, files: this.filesFor(path) };
    const container = { archives, bundles: bundles + 1, covers: false, rules, bundle };
    return { ...context, entry: entryOf(context, path), container };
  }

  /** Opens the files that a file of the bundle may refer to: other intact files of the bundle. */
  private filesFor(path: string): NamedFiles {
    const open = (name: string): ByteSource | undefined =>
      !escapes(name) && this.intact.has(name) ? this.open(name) : undefined;
    return {
      inWorkspace: () => undefined,
      beside: (name) => open(posix.join(posix.dirname(path), name)),
    };
  }

  /** Gate mode: verifies every file by its own kind; a file of no known kind is listed as verified by digest only. */
  private async verifyAll(custom: CustomTypes | undefined): Promise<KindResult> {
    const rules: Partial<RunRules> = {
      custom,
      schemaCode: 'schema.record.bundle_validation_failed',
      ...(this.signed ? { signatures: 'vouched' } : {}),
    };
    const extracts = new Extracts(this.context);
    const folders = new FolderChains(this.context);
    // Nested bundles come first, outer before inner, because the files in them are verified with them; then chains, because
    // streams may repeat their records.
    const order = ({ path }: ListedFile): number =>
      lastPart(path) === MANIFEST ? -1 / path.split('/').length : lastPart(path) === CHAIN ? 0 : 1;
    const ordered = this.files.filter(({ path }) => this.intact.has(path)).sort((a, b) => order(a) - order(b));
    for (const { path } of ordered) {
      goOn(this.context.options);
      const name = posix.normalize(path);
      const entry = entryOf(this.context, name);
      if (name === RECORD_TYPES || this.seen.has(entry)) continue;
      this.seen.add(entry);
      const source = this.open(path);
      if (source === undefined) continue;
      const before = this.context.collector.raised;
      if (lastPart(name) === MANIFEST && name !== MANIFEST && (await this.isBundle(source))) {
        const folder = posix.dirname(name);
        const context = this.inside(folder);
        this.results.add((await context.verifyBundle(this.subject.directory.below(folder), context)).result);
        continue;
      }
      if (formOf(name) === 'lines' && (await extracts.isExtract(source))) {
        // Its records are already counted as records of the chain.
        await this.context.verifyFile(source, withoutReaders(this.inside(path, { ...rules, link: 'none' })));
        continue;
      }
      const inside = await this.context.verifyFile(source, this.inside(path, rules));
      this.results.add(inside.result);
      const sound = this.context.collector.raised === before;
      if (sound) this.settle(inside, name);
      const { link } = inside.result;
      if (link !== undefined && !extracts.has(link.hash)) folders.add(name, link);
      if (sound && lastPart(name) === CHAIN && inside.kind === 'chain') {
        await extracts.addChain(source);
        folders.addDocument(name);
      }
    }
    folders.check();
    return this.results.all;
  }

  /**
   * Classifies a sound file of no known kind: a `chain.json` without records is an error, a schema belongs to its record
   * type, anything else is opaque.
   */
  private settle({ kind }: Inside, name: string): void {
    if (kind !== 'unknown') return;
    const entry = entryOf(this.context, name);
    if (lastPart(name) === CHAIN) {
      // A `chain.json` that is not a chain cannot be checked, so it fails.
      const message = `${quote(name)} has no list of records`;
      this.context.collector.add('kind.unsupported', message, { entry });
    } else if (!this.types.isSchema(name)) this.results.addOpaque(entry);
  }

  /**
   * Whether a nested manifest.json makes its folder a bundle: as in discovery, any member `files` does, and so does a
   * manifest that cannot be read.
   */
  private async isBundle(source: ByteSource): Promise<boolean> {
    const { limits } = this.context.options;
    try {
      const value = readJson(await source.bytes(limits.maxDocumentBytes), limits.maxDepth);
      return isObject(value) && Object.keys(value).some((key) => key.toLowerCase() === 'files');
    } catch (error) {
      if (error instanceof Fault) return true;
      throw error;
    }
  }

  /** Compat mode: checks only schemas, of records in files named `chain.json` and of JSONL lines that have a record_type. */
  private async validateAll(custom: CustomTypes): Promise<void> {
    for (const file of this.files) {
      const isChain = lastPart(file.path) === CHAIN;
      if (!isChain && !file.path.endsWith('.jsonl')) continue;
      const source = this.open(file.path);
      if (source === undefined) continue;
      const raise = (offset: number, problem: Problem): void =>
        this.context.collector.add('schema.record.bundle_validation_failed', problem.message, {
          source,
          entry: entryOf(this.context, file.path),
          offset,
          pointer: problem.pointer,
        });
      this.context.options.steps?.allow(source.size);
      try {
        if (isChain) {
          const document = await readDocument(source, this.inside(file.path));
          const records = document && member(document.value, 'records');
          if (!Array.isArray(records)) continue;
          for (const record of records as Json[]) {
            for (const problem of typedProblems(record, custom, this.context.options)) raise(0, problem);
            if (turnIsDue()) await turn(this.context.options);
          }
        } else {
          const slicer = new LineSlicer(this.context.options.limits);
          const each = async (slices: readonly Slice[]): Promise<void> => {
            for (const slice of slices) {
              const line = readJson(slice.bytes, this.context.options.limits.maxDepth);
              for (const problem of rawProblems(line, custom, this.context.options)) raise(slice.offset, problem);
              if (turnIsDue()) await turn(this.context.options);
            }
          };
          for await (const chunk of source.chunks()) await each(slicer.push(chunk));
          await each(slicer.finish());
        }
      } catch (error) {
        this.context.collector.fault(error, { source, entry: entryOf(this.context, file.path) });
      }
    }
  }
}

/** Schema problems of a record of a chain, in its typed view. */
function typedProblems(value: Json, custom: CustomTypes, { steps }: VerifyOptions): readonly Problem[] {
  if (!isObject(value) || member(value, 'record_type') === undefined) return [];
  const { view, problems } = viewRecord(value, { loneCaseVariants: 'read' });
  return view === undefined ? problems : validateRecord(typedRecord(view), view.recordType, custom, steps);
}

/** Schema problems of a line of a stream, as written. */
function rawProblems(value: Json, custom: CustomTypes, { steps }: VerifyOptions): readonly Problem[] {
  const type = isObject(value) ? member(value, 'record_type') : undefined;
  if (!isObject(value) || type === undefined) return [];
  return validateRawRecord(value, typeof type === 'string' ? type : '', custom, steps);
}

function withoutReaders(context: Context): Context {
  return { ...context, options: { ...context.options, records: undefined, onRecord: undefined } };
}
