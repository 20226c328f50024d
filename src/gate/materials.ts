import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readJson } from '../engine/canonical/read.js';
import { Fault } from '../engine/fault.js';
import { type Finding, type FindingCode, finding, type Severity } from '../engine/findings.js';
import { type RevocationList, readRevocationList, revocationSignatureProblem } from '../engine/kinds/lists.js';
import { isObject } from '../engine/kinds/members.js';
import { DEFAULT_LIMITS, MAX_SCHEMA_BYTES } from '../engine/limits.js';
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
    const full = resolve(this.base, path);
    const escaped = this.mode === 'gate' ? escapeOf(this.base, path) : undefined;
    if (escaped !== undefined) {
      this.add('path.escape', `${what}: ${escaped}`);
      return undefined;
    }
    try {
      const size = statSync(full).size;
      if (size > MAX_CONFIG_BYTES) {
        this.add(unreadable, `${what} ${JSON.stringify(path)} has ${size} bytes, more than ${MAX_CONFIG_BYTES}`);
        return undefined;
      }
      return readFileSync(full);
    } catch (error) {
      const code = systemCode(error);
      // Upstream tells a missing file as bad input; the contract has a code of its own for it (section 8).
      const missing = code === 'ENOENT' && this.mode === 'gate';
      const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
      this.add(missing ? 'dependency.missing' : unreadable, `${what} ${JSON.stringify(path)} ${why}`);
      return undefined;
    }
  }

  /** A public key given as text or, in gate mode, as the path of a file with one. */
  key(text: string, what: string): PublicKey | undefined {
    const given = parsePublicKey(text, this.mode);
    if (given.ok) return given.key;
    const fromFile = this.mode === 'gate' && given.code === 'key.invalid' ? this.keyFile(text, what) : undefined;
    if (fromFile !== undefined) return fromFile === 'told' ? undefined : fromFile;
    this.add(given.code, `${what}: ${given.message}`);
    return undefined;
  }

  private keyFile(path: string, what: string): PublicKey | 'told' | undefined {
    if (path.includes('\n') || path.trim() === '' || path.length > 4096) return undefined;
    const looksLikePath = /[./\\]/.test(path) && !/^[A-Za-z0-9+/]+={0,2}$/.test(path);
    let there = looksLikePath;
    try {
      there = statSync(resolve(this.base, path)).isFile() || looksLikePath;
    } catch {
      // not a file: a key text with a mistake, unless it can only be meant as a path
    }
    if (!there) return undefined;
    const bytes = this.read(path, what, 'key.invalid');
    if (bytes === undefined) return 'told';
    const parsed = parsePublicKey(Buffer.from(bytes).toString('utf8'), this.mode);
    if (parsed.ok) return parsed.key;
    this.add(parsed.code, `${what} ${JSON.stringify(path)}: ${parsed.message}`);
    return 'told';
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
    const list: RevocationList = readRevocationList(value);
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
      const type = at < 0 ? '' : pair.slice(0, at).trim();
      const path = at < 0 ? '' : pair.slice(at + 1).trim();
      if (type === '' || path === '') {
        this.add('schema.custom.unreadable', `--custom-type-schema ${JSON.stringify(pair)} is not TYPE=FILE`);
        continue;
      }
      const bytes = this.read(path, 'schema', 'schema.custom.unreadable');
      if (bytes !== undefined) sources.push({ type, bytes, name: path });
    }
    if (sources.length === 0) return undefined;
    const { types, problems } = await compileCustomTypes(sources, (bytes) => {
      if (bytes.length > MAX_SCHEMA_BYTES) throw new Fault('schema.custom.too_large', 'larger than 1 MiB');
      return readJson(bytes, DEFAULT_LIMITS.maxDepth);
    });
    for (const problem of problems)
      this.add(problem.code, `schema ${JSON.stringify(problem.name)}: ${problem.message}`);
    return types;
  }
}
