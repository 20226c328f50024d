import type { Collector, Location } from './collector.js';
import type { JsonObject } from './json/value.js';
import type { NamedFiles, VerifyOptions } from './options.js';
import type { RunRules } from './record/types.js';
import type { ByteSource, DirectorySource } from './source/source.js';

/**
 * Something signed as a whole, whose signature verified, or a document that the gate judges: the artifact itself or what lies in
 * it. What a key may sign and when is the same question wherever that is (hardening 25).
 */
export interface Part {
  /** Where it lies in the artifact; absent when it is the artifact. */
  readonly entry?: string;
  /** Name of its kind. */
  readonly kind: string;
  /** Keys whose signatures over the whole of it verified, sorted. */
  readonly keyIds: readonly string[];
  /** When it says that it was made, epoch milliseconds; `null`: that cannot be read. Absent: it does not say. */
  readonly at?: number | null;
  /** It holds records: `vouched`: its signature stands for those that have none by a given key; `own`: for none of them. */
  readonly records?: 'vouched' | 'own';
  /** Its members, as far as the gate judges them: tokens, activated contracts, proposals. */
  readonly document?: JsonObject;
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
  /** What in it is signed as a whole. */
  readonly parts?: readonly Part[];
  /** Files in it that nothing is known of but their digest. */
  readonly opaque?: readonly string[];
}

/** What a kind reports of its subject beside findings. */
export interface KindResult {
  readonly records: number;
  /** Hash of the last record of a chain, `''` for an empty one. */
  readonly headHash?: string | undefined;
  /** A single record, as a link of the chain that the records of its folder may be. */
  readonly link?: { readonly previous: string; readonly hash: string };
  /** Signatures that verified: over the whole, and of records. */
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
  /** Signatures of records that are there but were not checked. */
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

/** Puts together what a container holds; facts and heads are those of each. */
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

/** What a container says of the files in it. */
interface Container {
  /** Archives around the file, at most `MAX_ARCHIVE_DEPTH`. */
  readonly archives: number;
  /** Bundles around it, at most `MAX_BUNDLE_DEPTH`. */
  readonly bundles: number;
  /** A signature over the container is checked, so that an archive in it needs none. */
  readonly covers: boolean;
  /** Rules for the records in it. */
  readonly rules?: Partial<RunRules>;
  /** Of a Gait archive, whose own documents it checks itself: only records are looked for. */
  readonly onlyRecords?: true;
  /** Of a bundle, which may hold anything: what is of no kind is content that its digest covers, and no error. */
  readonly bundle?: BundleSurroundings;
}

/** What a bundle is to the files in it. */
interface BundleSurroundings {
  /** What files of the bundle may name: other files of it. */
  readonly files: NamedFiles;
  /** Files that were verified already, by their names in the artifact. */
  readonly seen: Set<string>;
}

/** A file or folder inside a container, verified by its own kind. */
export interface Inside {
  /** Name of the kind, `unknown` when it has none. */
  readonly kind: string;
  readonly result: KindResult;
}

/** All that the verification of one subject depends on beside its bytes. */
export interface Context {
  readonly options: VerifyOptions;
  readonly collector: Collector;
  /** Where the subject lies inside the artifact; `undefined` when it is the artifact. */
  readonly entry: string | undefined;
  /** What it lies in; `undefined` when it is the artifact. */
  readonly container: Container | undefined;
  /** Verifies a file by its own kind, by whichever name it has. Injected, so that kinds need not know each other. */
  readonly verifyFile: (source: ByteSource, context: Context) => Promise<Inside>;
  /** Verifies a folder as a bundle. */
  readonly verifyBundle: (directory: DirectorySource, context: Context) => Promise<Inside>;
}

/** A directory that is one artifact, or a folder in one. */
export interface DirectorySubject {
  readonly context: Context;
  readonly directory: DirectorySource;
}

/** A stream of lines. */
export interface LinesSubject {
  readonly context: Context;
  readonly source: ByteSource;
}

/** Name of a file of this subject inside the artifact. */
export function entryOf(context: Context, path: string): string {
  return context.entry === undefined ? path : `${context.entry}/${path}`;
}

/** The subject as a whole, in the given source. */
export function locationOf(context: Context, source?: ByteSource): Location {
  return {
    ...(source === undefined ? {} : { source }),
    ...(context.entry === undefined ? {} : { entry: context.entry }),
  };
}

/** Files that the subject may name: of its bundle, or of the workspace. */
export function namedFiles({ container, entry, options }: Context): NamedFiles | undefined {
  return container?.bundle?.files ?? (entry === undefined ? options.files : undefined);
}
