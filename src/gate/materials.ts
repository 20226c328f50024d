import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readJson } from '../engine/canonical/read.js';
import { Fault } from '../engine/fault.js';
import { type Finding, type FindingCode, finding, type Severity } from '../engine/findings.js';
import { readRevocationList, revocationSignatureProblem } from '../engine/kinds/lists.js';
import { isObject } from '../engine/kinds/members.js';
import { DEFAULT_LIMITS } from '../engine/limits.js';
import type { Mode, Revocation } from '../engine/options.js';
import { type CustomTypes, compileCustomTypes, type SchemaSource } from '../engine/schema/custom.js';
import type { CosignTrust } from '../engine/signature/cosign-material.js';
import { type PublicKey, parsePublicKey } from '../engine/signature/keys.js';
import { systemCode } from '../engine/source/system-error.js';
import type { Json } from '../engine/types.js';
import { escapeOf } from './workspace.js';

/** Files of the configuration are small: a larger one is a mistake or an attack. */
const MAX_CONFIG_BYTES = 16 * 1024 * 1024;

/** The cosign options as the user gave them: files, identity, issuer. */
export interface CosignOptions {
  readonly key: string | undefined;
  readonly certificate: string | undefined;
  readonly identity: string | undefined;
  readonly issuer: string | undefined;
  readonly trustedRoot: string | undefined;
}

/** A file of the configuration, or why it cannot be had. */
export type ConfigFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: FindingCode; readonly message: string };

/** Loads what a run is configured with; every problem is a finding without an artifact. */
export class Materials {
  readonly findings: Finding[] = [];

  /** @param base folder that relative paths start from */
  constructor(
    private readonly base: string,
    private readonly mode: Mode,
  ) {}

  add(code: FindingCode, message: string, severity?: Severity): void {
    this.findings.push(finding(code, message, '', {}, severity));
  }

  /** Bytes of a configuration file; `undefined` after a finding. */
  read(path: string, what: string, unreadable: FindingCode): Uint8Array | undefined {
    const file = this.file(path, what, unreadable);
    if (file.ok) return file.bytes;
    this.add(file.code, file.message);
    return undefined;
  }

  /** Bytes of a configuration file, or why they cannot be had. */
  file(path: string, what: string, unreadable: FindingCode): ConfigFile {
    const refuse = (code: FindingCode, message: string): ConfigFile => ({ ok: false, code, message });
    const full = resolve(this.base, path);
    const escaped = this.mode === 'gate' ? escapeOf(this.base, path) : undefined;
    if (escaped !== undefined) return refuse('path.escape', `${what}: ${escaped}`);
    const name = `${what} ${JSON.stringify(path)}`;
    try {
      const size = statSync(full).size;
      if (size > MAX_CONFIG_BYTES)
        return refuse(unreadable, `${name} has ${size} bytes, more than ${MAX_CONFIG_BYTES}`);
      return { ok: true, bytes: readFileSync(full) };
    } catch (error) {
      const code = systemCode(error);
      if (code !== 'ENOENT') return refuse(unreadable, `${name} cannot be read (${code})`);
      // Upstream tells a missing file as bad input; the contract has a code of its own for it (section 8).
      return refuse(this.mode === 'gate' ? 'dependency.missing' : unreadable, `${name} is not there`);
    }
  }

  /** A public key given as text or, in gate mode, as the path of a file with one. */
  key(text: string, what: string): PublicKey | undefined {
    const given = parsePublicKey(text, this.mode);
    if (given.ok) return given.key;
    const inFile = this.mode === 'gate' && given.code === 'key.invalid' && this.meansFile(text);
    if (inFile) return this.keyFile(text, what);
    this.add(given.code, `${what}: ${given.message}`);
    return undefined;
  }

  /** Whether a text that is no key is the path of a file: one that is there, or one that nothing else can be meant by. */
  private meansFile(text: string): boolean {
    if (text.includes('\n') || text.trim() === '' || text.length > 4096) return false;
    if (/[./\\]/.test(text) && !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return true;
    try {
      return statSync(resolve(this.base, text)).isFile();
    } catch {
      return false; // a key text with a mistake
    }
  }

  private keyFile(path: string, what: string): PublicKey | undefined {
    const bytes = this.read(path, what, 'key.invalid');
    if (bytes === undefined) return undefined;
    const parsed = parsePublicKey(Buffer.from(bytes).toString('utf8'), this.mode);
    if (parsed.ok) return parsed.key;
    this.add(parsed.code, `${what} ${JSON.stringify(path)}: ${parsed.message}`);
    return undefined;
  }

  /** The entries of a revocation list, once its signature held under `key`. */
  revocations(path: string, key: PublicKey | undefined): readonly Revocation[] {
    const bytes = this.read(path, 'revocation list', 'revocation.list_invalid');
    if (bytes === undefined) return [];
    let value: Json;
    try {
      value = readJson(bytes, DEFAULT_LIMITS.maxDepth);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.add('revocation.list_invalid', `revocation list ${JSON.stringify(path)}: ${error.message}`);
      return [];
    }
    if (!isObject(value)) {
      this.add('revocation.list_invalid', `revocation list ${JSON.stringify(path)} is no JSON object`);
      return [];
    }
    const list = readRevocationList(value);
    for (const problem of list.problems) {
      this.add(problem.code, `revocation list ${JSON.stringify(path)}: ${problem.message}`);
    }
    if (key !== undefined) {
      const problem = revocationSignatureProblem(value, list.digest, [key], this.mode);
      if (problem !== undefined) {
        this.add('revocation.signature_invalid', `revocation list ${JSON.stringify(path)}: ${problem.message}`);
      }
    } else if (this.mode === 'gate') {
      this.add(
        'revocation.not_checked',
        `the signature of revocation list ${JSON.stringify(path)} was not checked: give --revocation-key`,
      );
    }
    return list.revocations;
  }

  /** What cosign signatures are checked with; `undefined` when no cosign option was given, or after a finding. */
  async cosign(options: CosignOptions): Promise<CosignTrust | undefined> {
    if (Object.values(options).every((value) => value === undefined)) return undefined;
    const before = this.findings.length;
    const text = (path: string | undefined, what: string): string | undefined => {
      if (path === undefined) return undefined;
      const bytes = this.read(path, what, 'cosign.material_invalid');
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    };
    const input = {
      key: text(options.key, 'cosign key'),
      certificate: text(options.certificate, 'cosign certificate'),
      roots: text(options.trustedRoot, 'cosign trusted root'),
      identity: options.identity,
      issuer: options.issuer,
    };
    if (this.findings.length > before) return undefined;
    const { readCosignMaterial } = await import('../engine/signature/cosign-material.js');
    const made = await readCosignMaterial(input, this.mode);
    if (made.ok) return made.trust;
    this.add(made.code, made.message);
    return undefined;
  }

  /** Custom record types from `TYPE=FILE` texts. */
  async customTypes(pairs: readonly string[]): Promise<CustomTypes | undefined> {
    const sources: SchemaSource[] = [];
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      const type = pair.slice(0, Math.max(at, 0)).trim();
      const path = pair.slice(at + 1).trim();
      // Without a sign the type is empty.
      if (type === '' || path === '') {
        this.add('schema.custom.unreadable', `--custom-type-schema ${JSON.stringify(pair)} is not TYPE=FILE`);
        continue;
      }
      const bytes = this.read(path, 'schema', 'schema.custom.unreadable');
      if (bytes !== undefined) sources.push({ type, bytes, name: path });
    }
    if (sources.length === 0) return undefined;
    const { types, problems } = await compileCustomTypes(sources, (bytes) => readJson(bytes, DEFAULT_LIMITS.maxDepth));
    for (const problem of problems)
      this.add(problem.code, `schema ${JSON.stringify(problem.name)}: ${problem.message}`);
    return types;
  }
}
