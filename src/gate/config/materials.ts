import { resolve } from 'node:path';
import { Fault } from '../../engine/fault.js';
import { type Finding, type FindingCode, finding, type Severity } from '../../engine/findings.js';
import { isObject } from '../../engine/json/members.js';
import { readJson } from '../../engine/json/read.js';
import {
  readRevocationList,
  revocationListProblems,
  revocationSignatureProblem,
} from '../../engine/kinds/revocation-list.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { Mode, Revocation } from '../../engine/mode.js';
import { compileCustomTypes } from '../../engine/schema/custom.js';
import type { CustomTypes, SchemaSource } from '../../engine/schema/types.js';
import type { CosignTrust } from '../../engine/signature/cosign/types.js';
import { looksLikeKey } from '../../engine/signature/key-forms.js';
import { type PublicKey, parsePublicKey } from '../../engine/signature/keys.js';
import { quote } from '../../engine/text.js';
import type { Json } from '../../engine/types.js';
import { instantText, words } from '../instant.js';
import type { PolicyRevocation } from './policy/model.js';
import { type ConfigFile, isThere, MAX_CONFIG_BYTES, readAnyFile } from './read-file.js';
import type { FileRequest } from './sources.js';

/** Reads the files that options name. */
export interface FileReader {
  option(path: string, request: FileRequest): Promise<ConfigFile>;
  exists(path: string): Promise<boolean>;
}

/** Files relative to a folder, whatever they are. Upstream reports a missing one as bad input. */
export function filesIn(folder: string, mode: Mode): FileReader {
  return {
    option: (path, { what, unreadable, missing = mode === 'gate' ? 'dependency.missing' : unreadable }) =>
      readAnyFile(resolve(folder, path), {
        name: `${what} ${quote(path)}`,
        unreadable,
        missing,
        limit: MAX_CONFIG_BYTES,
      }),
    exists: (path) => Promise.resolve(isThere(resolve(folder, path))),
  };
}

/** What a policy asks of the revocation list, and the clock of the run (epoch milliseconds). */
export interface RevocationDemands extends PolicyRevocation {
  readonly now: number;
  /** How far in the future a list may be dated. */
  readonly clockSkewMs: number;
}

/** Why a list of that date is not accepted; `undefined` when it is. */
function outdatedList(
  createdAt: number | undefined,
  { maxAgeMs, createdAfter, now, clockSkewMs }: RevocationDemands,
): string | undefined {
  // A list from the future would never become too old, and hide all that supersede it.
  if (createdAt !== undefined && createdAt > now + clockSkewMs) {
    const ahead = `${words(createdAt - now)} after ${instantText(now)}`;
    return `is dated ${instantText(createdAt)}, ${ahead}; ${words(clockSkewMs)} of clock skew are allowed`;
  }
  if (maxAgeMs === undefined && createdAfter === undefined) return undefined;
  if (createdAt === undefined) return 'has no created_at, which the policy limits';
  const created = instantText(createdAt);
  if (maxAgeMs !== undefined && !(createdAt >= now - maxAgeMs)) {
    return `was created at ${created}, ${words(now - createdAt)} before ${instantText(now)}; max_age is ${words(maxAgeMs)}`;
  }
  if (createdAfter !== undefined && !(createdAt > createdAfter)) {
    return `was created at ${created}, not after ${instantText(createdAfter)}`;
  }
  return undefined;
}

/** One signer by cosign: contents of files, identity and issuer. */
export interface CosignInput {
  readonly key?: Uint8Array | undefined;
  readonly certificate?: Uint8Array | undefined;
  readonly trustedRoot?: Uint8Array | undefined;
  readonly identity?: string | undefined;
  readonly issuer?: string | undefined;
}

/** Builds keys, lists and schemas from the configuration of a run; every problem is a finding without an artifact. */
export class Materials {
  readonly findings: Finding[] = [];

  constructor(
    private readonly reader: FileReader,
    private readonly mode: Mode,
  ) {}

  add(code: FindingCode, message: string, severity?: Severity): void {
    this.findings.push(finding(code, message, '', {}, severity));
  }

  /** Bytes of a file; `undefined` after a finding. */
  take(file: ConfigFile): Uint8Array | undefined {
    if (file.ok) return file.bytes;
    this.add(file.code, file.message);
    return undefined;
  }

  /** Bytes of a file that an option names; `undefined` without one, or after a finding. */
  async read(path: string | undefined, request: FileRequest): Promise<Uint8Array | undefined> {
    return path === undefined ? undefined : this.take(await this.reader.option(path, request));
  }

  /** A public key given as text or as the path of a file with one. */
  async key(text: string, what: string): Promise<PublicKey | undefined> {
    const given = parsePublicKey(text, this.mode);
    if (given.ok) return given.key;
    if (given.code === 'key.invalid' && (await this.#meansFile(text))) {
      const request = { what: 'public key file', unreadable: 'key.invalid', missing: 'dependency.missing' } as const;
      const bytes = await this.read(text.trim(), request);
      return bytes === undefined ? undefined : this.#keyIn(bytes, `${what} ${quote(text.trim())}`);
    }
    this.add(given.code, `${what}: ${given.message}`);
    return undefined;
  }

  /** Whether a text that is not a key is the path of a file: one that exists, or one that can mean nothing else. */
  async #meansFile(text: string): Promise<boolean> {
    const trimmed = text.trim();
    if (trimmed === '' || looksLikeKey(trimmed)) return false;
    return /[./\\]/.test(trimmed) || this.reader.exists(trimmed);
  }

  #keyIn(bytes: Uint8Array, name: string): PublicKey | undefined {
    const parsed = parsePublicKey(Buffer.from(bytes).toString('utf8'), this.mode);
    if (parsed.ok) return parsed.key;
    this.add(parsed.code, `${name}: ${parsed.message}`);
    return undefined;
  }

  /** The entries of a revocation list, once its signature verified under `key`; `asked`: what the policy asks of it. */
  revocations(
    bytes: Uint8Array,
    name: string,
    key: PublicKey | undefined,
    asked?: RevocationDemands,
  ): readonly Revocation[] {
    let value: Json;
    try {
      value = readJson(bytes, DEFAULT_LIMITS.maxDepth);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.add('revocation.list_invalid', `${name}: ${error.message}`);
      return [];
    }
    if (!isObject(value)) {
      this.add('revocation.list_invalid', `${name} is not a JSON object`);
      return [];
    }
    const list = readRevocationList(value);
    const problems = this.mode === 'gate' ? revocationListProblems(value, list) : list.problems;
    for (const { code, message, pointer } of problems) {
      const place = this.mode === 'gate' && pointer !== '' ? `${name} ${pointer}` : name;
      // In an artifact it is a schema violation; a list that the run relies on cannot be used.
      this.add(code === 'json.case_collision' ? code : 'revocation.list_invalid', `${place}: ${message}`);
    }
    if (key !== undefined) {
      const problem = revocationSignatureProblem(value, list.digest, [key], this.mode);
      if (problem !== undefined) this.add('revocation.signature_invalid', `${name}: ${problem.message}`);
    } else if (this.mode === 'gate') {
      this.add('revocation.not_checked', `the signature of ${name} was not checked: give --revocation-key`);
    }
    if (asked === undefined) return list.revocations;
    const outdated = list.problems.length === 0 ? outdatedList(list.createdAt, asked) : undefined;
    if (outdated !== undefined) this.add('revocation.list_outdated', `${name} ${outdated}`);
    // Whoever has a leaked key can give records any date.
    return asked.retroactive ? list.revocations.map((one) => ({ ...one, revokedAt: undefined })) : list.revocations;
  }

  /** What cosign signatures are checked with; `undefined` when nothing was given, or after a finding. */
  async cosign(input: CosignInput): Promise<CosignTrust | undefined> {
    if (Object.values(input).every((value) => value === undefined)) return undefined;
    const text = (bytes: Uint8Array | undefined): string | undefined =>
      bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    const { readCosignMaterial } = await import('../../engine/signature/cosign/material.js');
    const { key, certificate, trustedRoot, identity, issuer } = input;
    const material = { key: text(key), certificate: text(certificate), roots: text(trustedRoot), identity, issuer };
    const made = await readCosignMaterial(material, this.mode);
    if (made.ok) return made.trust;
    this.add(made.code, made.message);
    return undefined;
  }

  /** Schemas of custom record types from `TYPE=FILE` texts. */
  async schemas(pairs: readonly string[]): Promise<readonly SchemaSource[]> {
    const sources: SchemaSource[] = [];
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      const type = pair.slice(0, Math.max(at, 0)).trim();
      const path = pair.slice(at + 1).trim();
      // Without a sign the type is empty.
      if (type === '' || path === '') {
        this.add('schema.custom.unreadable', `--custom-type-schema ${quote(pair)} is not TYPE=FILE`);
        continue;
      }
      const bytes = await this.read(path, { what: 'schema', unreadable: 'schema.custom.unreadable' });
      if (bytes !== undefined) sources.push({ type, bytes, name: path });
    }
    return sources;
  }

  /** Custom record types from their schemas. */
  async customTypes(sources: readonly SchemaSource[]): Promise<CustomTypes | undefined> {
    if (sources.length === 0) return undefined;
    const { types, problems } = await compileCustomTypes(sources, (bytes) => readJson(bytes, DEFAULT_LIMITS.maxDepth));
    for (const problem of problems) this.add(problem.code, `schema ${quote(problem.name)}: ${problem.message}`);
    return types;
  }
}
