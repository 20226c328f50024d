import type { DirectorySubject, KindResult, LinesSubject } from './context.js';
import type { Document } from './document.js';
import type { ArchiveSubject } from './gait/archive.js';
import type { JsonObject } from './json/value.js';
import type { Mode } from './mode.js';

/** Properties of every kind of artifact, for detection, decisions, reports and docs. */
interface KindEntry<Name extends string> {
  /** Machine-readable name. */
  readonly name: Name;
  /** Name for people. */
  readonly title: string;
  /** False for support files, which never count as evidence (trust.md section 4). */
  readonly evidence: boolean;
  /** Its records: one chain, files that each may be a chain, a single record, or none. */
  readonly records: 'chain' | 'files' | 'single' | 'none';
  /** Whether `min_signers` of a policy counts the signatures over it. */
  readonly countsSigners?: true;
}

/** A kind that is a JSON object. */
export interface DocumentKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'document';
  /** An object that a second exclusive kind claims is ambiguous (hardening 11). */
  readonly exclusive?: true;
  /**
   * The member by which an object claims to be of this kind; `undefined` when it does not. The first kind of the table with a
   * claim counts. A `records` list may hold only its first element here, because a chain can be longer than memory.
   */
  claims(value: JsonObject, mode: Mode): string | undefined;
  verify(document: Document): KindResult | Promise<KindResult>;
}

/** A kind of file with one JSON value per line. */
export interface LinesKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'lines';
  verify(lines: LinesSubject): Promise<KindResult>;
}

/** A kind that is a zip archive with a manifest. */
export interface ArchiveKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'archive';
  /** Entry name of the manifest. */
  readonly manifest: string;
  /** Whether an archive with this manifest is of this kind; `undefined`: the manifest cannot be read. */
  claims(manifest: JsonObject | undefined): boolean;
  verify(archive: ArchiveSubject): Promise<KindResult>;
}

/** A kind that is a folder. */
export interface DirectoryKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'directory';
  /** Whether a folder with these entry names is of this kind. */
  claims(names: ReadonlySet<string>): boolean;
  verify(directory: DirectorySubject): Promise<KindResult>;
}

/** An entry of the table of kinds. */
export type Kind = DocumentKind | LinesKind | ArchiveKind | DirectoryKind;
