import { Fault } from '../../fault.js';
import type { FindingCode } from '../../findings.js';

/** Maximum bytes and parts of an entry name; limits the cost of checking 10,000 names. */
const MAX_NAME_BYTES = 1024;
const MAX_NAME_PARTS = 64;

const FATAL_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Control characters, line and paragraph separators, and marks that change the reading direction (Trojan Source). */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])[\p{White_Space}]*(?:[.:].*)?$/iu;
const TRAILING = /[.\p{White_Space}]$/u;
/** NTFS treats these as an alternate data stream of the file before the colon. */
const STREAM = /:(?::|\$|$)/u;
/** Characters that some file systems ignore when they compare names. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Decodes and checks one entry name.
 * @param utf8 general purpose flag 11: without it, some readers decode a non-ASCII name as cp437 and others as UTF-8.
 * @throws Fault `zip.path_escape` for a name that leads out of the archive, `zip.name_invalid` for any other name that is not
 * canonical (hardening 15).
 */
export function decodeName(raw: Uint8Array, utf8: boolean): string {
  if (raw.length === 0) throw new Fault('zip.name_invalid', 'an entry has no name');
  if (raw.length > MAX_NAME_BYTES) throw new Fault('zip.name_invalid', `an entry name has ${raw.length} bytes`);
  let name: string;
  try {
    name = FATAL_UTF8.decode(raw);
  } catch {
    throw new Fault('zip.name_invalid', 'an entry name is not valid UTF-8');
  }
  checkName(name, name);
  if (!ASCII.test(name)) {
    if (!utf8) throw refuse('zip.name_invalid', name, 'is not ASCII and lacks the UTF-8 flag');
    // To a reader that normalizes names, U+FF0F is a slash and U+2025 is two dots.
    checkName(name.normalize('NFKC'), name);
  }
  return name;
}

function checkName(form: string, name: string): void {
  if (FORBIDDEN.test(form)) throw refuse('zip.name_invalid', name, 'contains a control or direction character');
  const slashed = form.replaceAll('\\', '/');
  const parts = slashed.split('/');
  if (slashed.startsWith('/')) throw refuse('zip.path_escape', name, 'is absolute');
  if (/^[a-z]:/i.test(form)) throw refuse('zip.path_escape', name, 'begins with a drive letter');
  if (parts.includes('..')) throw refuse('zip.path_escape', name, 'contains ".."');
  if (slashed !== form) throw refuse('zip.name_invalid', name, 'contains a backslash');
  if (parts.length > MAX_NAME_PARTS) throw refuse('zip.name_invalid', name, 'has too many parts');
  if (parts.at(-1) === '') parts.pop();
  for (const part of parts) {
    if (part === '' || part === '.') throw refuse('zip.name_invalid', name, 'contains an empty part or "."');
    if (TRAILING.test(part)) throw refuse('zip.name_invalid', name, 'has a part that ends with a dot or space');
    if (RESERVED.test(part)) throw refuse('zip.name_invalid', name, 'is a reserved name on Windows');
    if (STREAM.test(part)) throw refuse('zip.name_invalid', name, 'names a stream of a file');
  }
}

function refuse(code: FindingCode, name: string, why: string): Fault {
  return new Fault(code, `entry name ${JSON.stringify(name)} ${why}`, { entry: name });
}

/** A key for a name: names with the same key are one file on some file system. */
function aliasKey(name: string): string {
  if (ASCII.test(name)) return name.toUpperCase();
  const plain = name.normalize('NFKC').replace(IGNORABLE, '');
  return plain.toLowerCase().toUpperCase().normalize('NFKC');
}

/** The names of one archive; refuses names that are the same on some file system (hardening 15). */
export class NameIndex {
  /** Key of each entry → its name. */
  private readonly entries = new Map<string, string>();
  /** Key of each folder that is an entry or contains one → its spelling. */
  private readonly folders = new Map<string, string>();

  /**
   * Adds a decoded name.
   * @throws Fault `zip.duplicate_entry` when it collides with an earlier one.
   */
  add(name: string): void {
    const directory = name.endsWith('/');
    const path = directory ? name.slice(0, -1) : name;
    const key = aliasKey(path);
    const twin = this.entries.get(key) ?? (directory ? undefined : this.folders.get(key));
    if (twin !== undefined) throw collision(name, twin);
    this.entries.set(key, name);
    if (directory) this.addFolder(path, key, name);
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      this.addFolder(folder, aliasKey(folder), name);
    }
  }

  private addFolder(folder: string, key: string, name: string): void {
    const spelling = this.folders.get(key);
    if (spelling !== undefined && spelling !== folder) throw collision(name, spelling);
    const entry = this.entries.get(key);
    if (entry !== undefined && entry !== `${folder}/`) throw collision(name, entry);
    this.folders.set(key, folder);
  }
}

function collision(name: string, twin: string): Fault {
  return new Fault(
    'zip.duplicate_entry',
    `entry ${JSON.stringify(name)} is the same file or folder as ${JSON.stringify(twin)} to some reader`,
    { entry: name },
  );
}
