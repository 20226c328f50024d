import type { DirectorySubject, KindResult, LinesSubject } from './context.js';
import type { Document } from './document.js';
import type { ArchiveSubject } from './gait/archive.js';
import type { JsonObject } from './json/value.js';
import type { Mode } from './mode.js';

/** What every kind of artifact declares of itself, for detection, decisions, reports and docs. */
interface KindEntry<Name extends string> {
  /** As reports name it to machines. */
  readonly name: Name;
  /** As reports name it to people. */
  readonly title: string;
  /** False for support files, which never count as evidence (trust.md section 4). */
  readonly evidence: boolean;
  /** What its records are: one chain, files of records of which each may be a chain, a single one, or none. */
  readonly records: 'chain' | 'files' | 'single' | 'none';
  /** `min_signers` of a policy counts the signatures over the whole of it. */
  readonly countsSigners?: true;
}

/** A kind that is a JSON object. */
export interface DocumentKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'document';
  /** An object that another such kind claims too is ambiguous (hardening 11). */
  readonly exclusive?: true;
  /**
   * The member by which an object claims to be of this kind; `undefined` when it does not. The first kind of the table that is
   * claimed counts. Of a list `records` only the first element may be there: a chain can be longer than memory.
   */
  claims(value: JsonObject, mode: Mode): string | undefined;
  verify(document: Document): KindResult | Promise<KindResult>;
}

/** A kind that is one JSON value a line. */
export interface LinesKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'lines';
  verify(lines: LinesSubject): Promise<KindResult>;
}

/** A kind that is a zip archive with a manifest. */
export interface ArchiveKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'archive';
  /** Name of the entry that is the manifest. */
  readonly manifest: string;
  /** Whether an archive with this manifest is of this kind; `undefined`: the manifest cannot be read. */
  claims(manifest: JsonObject | undefined): boolean;
  verify(archive: ArchiveSubject): Promise<KindResult>;
}

/** A kind that is a folder. */
export interface DirectoryKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'directory';
  /** Whether a folder with these names directly in it is of this kind. */
  claims(names: ReadonlySet<string>): boolean;
  verify(directory: DirectorySubject): Promise<KindResult>;
}

/** An entry of the table of kinds. */
export type Kind = DocumentKind | LinesKind | ArchiveKind | DirectoryKind;
