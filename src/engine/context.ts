import type { Collector, Location } from './collector.js';
import type { JsonObject } from './json/value.js';
import type { NamedFiles, VerifyOptions } from './options.js';
import type { RunRules } from './record/types.js';
import type { ByteSource, DirectorySource } from './source/source.js';

/**
 * An artifact, or a file inside it, that is signed as a whole, or a document that the gate judges. Scope and validity of keys are
 * checked alike for all of them (hardening 25).
 */
export interface Part {
  /** Path inside the artifact; absent for the artifact itself. */
  readonly entry?: string;
  /** Name of its kind. */
  readonly kind: string;
  /** Keys whose signature over the whole verified, sorted. */
  readonly keyIds: readonly string[];
  /** Its stated time, epoch milliseconds; `null` when it cannot be read, absent when none is stated. */
  readonly at?: number | null;
  /** Set when it contains records. `vouched`: its signature covers records without one by a given key; `own`: it covers none. */
  readonly records?: 'vouched' | 'own';
  /** The document itself, for kinds that the gate compares: tokens, activated contracts, proposals. */
  readonly document?: JsonObject;
  /** Line and column of the members that the gate may complain of, by JSON pointer. */
  readonly places?: Readonly<Record<string, readonly [line: number, column: number]>>;
}

/** Kind-specific facts of a verdict; a member is there when its kind has it and it could be read. */
export interface VerdictFacts {
  readonly recordId?: string;
  readonly chainId?: string;
  /** Records inside the `--from`/`--to` range. */
  readonly recordsInRange?: number;
  readonly packId?: string;
  readonly packType?: string;
  readonly runId?: string;
  readonly manifestDigest?: string;
  readonly filesVerified?: number;
  readonly proofRecordsVerified?: number;
  /** Parts that are signed as a whole. */
  readonly parts?: readonly Part[];
  /** Files of which only the digest was checked. */
  readonly opaque?: readonly string[];
}

/** The result of a kind's verification, besides findings. */
export interface KindResult {
  readonly records: number;
  /** Hash of the last record of a chain, `''` for an empty one. */
  readonly headHash?: string | undefined;
  /** The hashes of a single record, for the chain that the record files of a folder may form. */
  readonly link?: { readonly previous: string; readonly hash: string };
  /** Verified signatures, over the whole and of records. */
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
  /** Record signatures that are present but were not checked. */
  readonly unchecked: number;
  readonly parts: readonly Part[];
  readonly opaque: readonly string[];
  readonly facts: VerdictFacts;
}

/** The result of a kind that has neither records nor signatures. */
export const NOTHING: KindResult = {
  records: 0,
  signatures: 0,
  keyIds: new Set(),
  unchecked: 0,
  parts: [],
  opaque: [],
  facts: {},
};

/** Adds up the results of a container's files; facts and head hashes stay with each file. */
export class Results {
  private records = 0;
  private signatures = 0;
  private unchecked = 0;
  private readonly keyIds = new Set<string>();
  private readonly parts: Part[] = [];
  private readonly opaque: string[] = [];

  add({ records, signatures, unchecked, keyIds, parts, opaque }: KindResult): void {
    this.records += records;
    this.signatures += signatures;
    this.unchecked += unchecked;
    for (const id of keyIds) this.keyIds.add(id);
    for (const part of parts) this.parts.push(part);
    for (const name of opaque) this.opaque.push(name);
  }

  addOpaque(name: string): void {
    this.opaque.push(name);
  }

  get all(): KindResult {
    const { records, signatures, unchecked, keyIds, parts, opaque } = this;
    return { records, signatures, unchecked, keyIds, parts, opaque, facts: {} };
  }
}

/** What a container means for the files inside it. */
interface Container {
  /** Archives around the file, at most `MAX_ARCHIVE_DEPTH`. */
  readonly archives: number;
  /** Bundles around it, at most `MAX_BUNDLE_DEPTH`. */
  readonly bundles: number;
  /** A signature over the container is checked, so an archive inside needs none of its own. */
  readonly covers: boolean;
  /** Additional rules for its records. */
  readonly rules?: Partial<RunRules>;
  /** Set for Gait archives, which check their own documents: only records are looked for. */
  readonly onlyRecords?: true;
  /** Set for bundles: a file of no known kind is opaque content that its digest covers, not an error. */
  readonly bundle?: BundleSurroundings;
}

/** What a bundle provides to its files. */
interface BundleSurroundings {
  /** Other files of the bundle, for kinds that refer to files. */
  readonly files: NamedFiles;
  /** Files that were verified already, by their path in the artifact. */
  readonly seen: Set<string>;
}

/** A file or folder inside a container, verified by its own kind. */
export interface Inside {
  /** Name of the kind, `unknown` when it has none. */
  readonly kind: string;
  readonly result: KindResult;
}

/** Everything besides its bytes that the verification of a subject depends on. */
export interface Context {
  readonly options: VerifyOptions;
  readonly collector: Collector;
  /** Path of the subject inside the artifact; `undefined` for the artifact itself. */
  readonly entry: string | undefined;
  /** The container of the subject; `undefined` for the artifact itself. */
  readonly container: Container | undefined;
  /** Verifies a file by its own kind. Injected, so that kinds need not import each other. */
  readonly verifyFile: (source: ByteSource, context: Context) => Promise<Inside>;
  /** Verifies a folder as a bundle. */
  readonly verifyBundle: (directory: DirectorySource, context: Context) => Promise<Inside>;
}

/** A directory artifact, or a folder inside one. */
export interface DirectorySubject {
  readonly context: Context;
  readonly directory: DirectorySource;
}

/** A stream of lines. */
export interface LinesSubject {
  readonly context: Context;
  readonly source: ByteSource;
}

/** Path inside the artifact of a file of this subject. */
export function entryOf(context: Context, path: string): string {
  return context.entry === undefined ? path : `${context.entry}/${path}`;
}

/** The location of the whole subject in a source. */
export function locationOf(context: Context, source?: ByteSource): Location {
  return {
    ...(source === undefined ? {} : { source }),
    ...(context.entry === undefined ? {} : { entry: context.entry }),
  };
}

/** Files that the subject may refer to: those of its bundle, or of the workspace. */
export function namedFiles({ container, entry, options }: Context): NamedFiles | undefined {
  return container?.bundle?.files ?? (entry === undefined ? options.files : undefined);
}
