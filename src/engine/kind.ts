import type { DirectorySubject, KindResult, LinesSubject } from './context.js';
import type { Document } from './document.js';
import type { ArchiveSubject } from './gait/archive.js';
import type { JsonObject } from './json/value.js';
import type { Mode } from './mode.js';

/** What every kind of artifact declares, for detection, decisions, reports and documentation. */
interface KindEntry<Name extends string> {
  /** Name in machine-readable output. */
  readonly name: Name;
  /** Name in text for people. */
  readonly title: string;
  /** False for support files, which never count as evidence (trust.md section 4). */
  readonly evidence: boolean;
  /** How its records are organized: one chain, several files of records (each possibly a chain), a single record, or none. */
  readonly records: 'chain' | 'files' | 'single' | 'none';
  /** Signatures over the whole artifact count towards `min_signers` of a policy. */
  readonly countsSigners?: true;
}

/** A kind that is a JSON object. */
export interface DocumentKind<Name extends string = string> extends KindEntry<Name> {
  readonly form: 'document';
  /** An object that two exclusive kinds claim is ambiguous (hardening 11). */
  readonly exclusive?: true;
  /**
   * The member that identifies an object as this kind; `undefined`: it is not of this kind. The first kind of the table that
   * claims an object is used. `value` may contain only one element of a `records` list, since a chain can be larger than
   * memory.
   */
  claims(value: JsonObject, mode: Mode): string | undefined;
  verify(document: Document): KindResult | Promise<KindResult>;
}

/** A kind with one JSON value per line. */
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
  /** Whether a folder with these names directly inside is of this kind. */
  claims(names: ReadonlySet<string>): boolean;
  verify(directory: DirectorySubject): Promise<KindResult>;
}

/** An entry of the table of kinds. */
export type Kind = DocumentKind | LinesKind | ArchiveKind | DirectoryKind;
