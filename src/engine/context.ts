import type { Collector, Location } from './collector.js';
import type { JsonObject } from './json/value.js';
import type { NamedFiles, VerifyOptions } from './options.js';
import type { RunRules } from './record/types.js';
import type { ByteSource, DirectorySource } from './source/source.js';

/**
 * The artifact, or a document or archive inside it, that is signed as a whole with a verified signature, or that the gate
 * judges by its members. Which key may sign it, and when, is decided the same way at any nesting level (hardening 25).
 */
export interface Part {
  /** Path inside the artifact; absent: the artifact itself. */
  readonly entry?: string;
  /** Name of its kind. */
  readonly kind: string;
  /** Ids of the keys with a verified signature over the whole, sorted. */
  readonly keyIds: readonly string[];
  /** Declared creation time, epoch milliseconds; `null`: declared but unreadable; absent: not declared. */
  readonly at?: number | null;
  /**
   * Set when it contains records. `vouched`: its signature also counts for records that have no signature by a given key;
   * `own`: it counts for none of them.
   */
  readonly records?: 'vouched' | 'own';
  /** The members, for documents that the gate judges by content: tokens, activated contracts, proposals. */
  readonly document?: JsonObject;
  /** Line and column of the members that the gate may complain of, by JSON pointer. */
  readonly places?: Readonly<Record<string, readonly [line: number, column: number]>>;
}

/** Kind-specific facts of a verdict. A member is present when the kind has it and it could be read. */
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
  /** Parts that are signed as a whole, and documents that the gate judges. */
  readonly parts?: readonly Part[];
  /** Files of no known kind, verified by their digest only. */
  readonly opaque?: readonly string[];
}

/** What the verification of a kind returns, in addition to findings. */
export interface KindResult {
  readonly records: number;
  /** Hash of the last record of a chain, `''` for an empty one. */
  readonly headHash?: string | undefined;
  /** For a single record: its hash and the hash it links to, because the records of a folder may form a chain. */
  readonly link?: { readonly previous: string; readonly hash: string };
  /** Number of verified signatures, over the whole and over records. */
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
  /** Number of record signatures that are present but were not checked. */
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

/** Sums the results of the contents of a container. `facts` and `headHash` belong to a single content and are dropped. */
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

/** How files inside a container (archive or bundle) are verified. */
interface Container {
  /** Number of archives around the file, at most `MAX_ARCHIVE_DEPTH`. */
  readonly archives: number;
  /** Number of bundles around it, at most `MAX_BUNDLE_DEPTH`. */
  readonly bundles: number;
  /** The signature of the container covers the file, so an archive inside it needs no signature. */
  readonly covers: boolean;
  /** Additional rules for its records. */
  readonly rules?: Partial<RunRules>;
  /** Set for contents of a Gait archive: the archive checks its own documents, so only records are looked for here. */
  readonly onlyRecords?: true;
  /**
   * Set inside a bundle. A bundle may contain any file; one of no known kind is covered by its digest and is not an error.
   */
  readonly bundle?: BundleSurroundings;
}

/** The bundle around a file. */
interface BundleSurroundings {
  /** Opens the files that a file of the bundle refers to: other files of the same bundle. */
  readonly files: NamedFiles;
  /** Files that are verified already, by their path in the artifact. */
  readonly seen: Set<string>;
}

/** The detected kind of a file or folder, and the result of its verification. */
export interface Inside {
  /** Name of the kind, `unknown` when it has none. */
  readonly kind: string;
  readonly result: KindResult;
}

/**
 * Everything that the verification of a subject depends on, apart from its bytes. The subject is the artifact or a file or
 * folder inside it.
 */
export interface Context {
  readonly options: VerifyOptions;
  readonly collector: Collector;
  /** Path of the subject inside the artifact; `undefined`: the artifact itself. */
  readonly entry: string | undefined;
  /** The container around the subject; `undefined`: the artifact itself. */
  readonly container: Container | undefined;
  /** Detects the kind of a nested file and verifies it. Injected, so that kinds do not depend on each other. */
  readonly verifyFile: (source: ByteSource, context: Context) => Promise<Inside>;
  /** Verifies a folder as a bundle. */
  readonly verifyBundle: (directory: DirectorySource, context: Context) => Promise<Inside>;
}

/** A directory that is an artifact, or a folder inside one. */
export interface DirectorySubject {
  readonly context: Context;
  readonly directory: DirectorySource;
}

/** A JSON Lines stream. */
export interface LinesSubject {
  readonly context: Context;
  readonly source: ByteSource;
}

/** Path inside the artifact of a file of this subject. */
export function entryOf(context: Context, path: string): string {
  return context.entry === undefined ? path : `${context.entry}/${path}`;
}

/** Location of the subject as a whole. */
export function locationOf(context: Context, source?: ByteSource): Location {
  return {
    ...(source === undefined ? {} : { source }),
    ...(context.entry === undefined ? {} : { entry: context.entry }),
  };
}

/**
 * Opens the files that the subject may refer to: files of its bundle, or of the workspace for a whole artifact; `undefined`:
 * none.
 */
export function namedFiles({ container, entry, options }: Context): NamedFiles | undefined {
  return container?.bundle?.files ?? (entry === undefined ? options.files : undefined);
}
