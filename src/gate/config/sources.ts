import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { sha256Hex } from '../../engine/digest.js';
import type { FindingCode } from '../../engine/findings.js';
import { quote } from '../../engine/text.js';
import { isWithin } from '../../files/checkout.js';
import type { Origin, ReportFile } from '../../model/report.js';
import type { GateOptions } from '../options/options.js';
import { type Base, findBase } from './base.js';
import type { BaseReader, BaseUnavailable } from './base-reader.js';
import { type ConfigFile, isThere, MAX_CONFIG_BYTES, readAnyFile, readRegularFile } from './read-file.js';

/** A file that a policy names: a path, and the digest that its content must have. */
export interface NamedFile {
  readonly file: string;
  /** 64 lower-case hex digits. */
  readonly sha256?: string;
}

/** Where a policy was found, and so where its files are looked for. */
export interface PolicyPlace {
  readonly origin: Origin;
  /** Folder of the policy, absolute; of a policy of the base where it would be in the checkout. */
  readonly folder: string;
}

/** What a file is and how large it may be. */
export interface FileRequest {
  readonly what: string;
  /** Code for a file that is there but cannot be read. */
  readonly unreadable: FindingCode;
  /** Code for a file that is not there; default `dependency.missing`, and in the base `policy.base_missing`. */
  readonly missing?: FindingCode;
  readonly limit?: number;
}

/** What decides where the policy and the named files of the checkout come from. */
export interface SourceSettings {
  readonly options: GateOptions;
  readonly underReview: boolean;
  readonly remote: BaseReader | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Reads the files of the configuration. One source gives all that lies in the checkout: the base while a change is under review,
 * else the checkout itself (trust.md sections 1 to 3); what the operator names outside of it is read as it is.
 */
export class Sources {
  readonly used: ReportFile[] = [];
  readonly #settings: SourceSettings;
  readonly #bases = new Map<string, Promise<Base | BaseUnavailable>>();
  #base: Base | undefined;

  constructor(settings: SourceSettings) {
    this.#settings = settings;
  }

  /** The base that was read from; `undefined` when none was needed. */
  get base(): Base | undefined {
    return this.#base;
  }

  /** Whether files of the checkout come from the base. */
  get isFromBase(): boolean {
    const { policyFrom, policyFromRef } = this.#settings.options;
    if (policyFrom === 'workspace') return false;
    return policyFrom === 'base' || policyFromRef !== undefined || this.#settings.underReview;
  }

  /** The origin of a policy at this path (relative to the workspace). */
  originOf(path: string): Origin {
    const { options } = this.#settings;
    if (this.#locate(path).folder === undefined) return 'operator';
    const { policyFrom, policyFromRef, policySha256 } = options;
    if (policySha256 !== undefined && policyFrom === 'auto' && policyFromRef === undefined) return 'pinned';
    return this.#checkoutOrigin;
  }

  /** Whether an option names a file: one that is in the source that it would be read from, or in the checkout. */
  async exists(path: string): Promise<boolean> {
    const place = this.#locate(path);
    if (isThere(place.full) || place.folder === undefined || !this.isFromBase) return isThere(place.full);
    return (await this.#readBase(place, MAX_CONFIG_BYTES)).kind !== 'missing';
  }

  /** A file that an option names, relative to the workspace. */
  option(path: string, request: FileRequest): Promise<ConfigFile> {
    const place = this.#locate(path);
    const origin = place.folder === undefined ? 'operator' : this.#checkoutOrigin;
    return this.#read(place, { file: path }, request, origin, undefined);
  }

  /** Whether the checkout has a file, wherever files of the checkout are read from. */
  isInWorkspace(path: string): boolean {
    return isThere(this.#locate(path).full);
  }

  /** The policy itself, from where `originOf` says. */
  policy(path: string): Promise<ConfigFile> {
    const request: FileRequest = { what: 'policy', unreadable: 'policy.invalid' };
    return this.#read(this.#locate(path), { file: path }, request, this.originOf(path), undefined);
  }

  /** Where the files of a policy are looked for. */
  placeOf(path: string): PolicyPlace {
    return { origin: this.originOf(path), folder: dirname(this.#locate(path).full) };
  }

  /** A file that a policy names, relative to the policy (trust.md section 3). */
  async named(policy: PolicyPlace, named: NamedFile, request: FileRequest): Promise<ConfigFile> {
    const { file, sha256 } = named;
    const place = this.#locate(resolve(policy.folder, file));
    const name = `${request.what} ${quote(file)}`;
    if (place.folder === undefined) {
      const root = isAbsolute(file) ? parse(place.full).root : policy.folder;
      if (policy.origin === 'operator' && isWithin(root, place.full)) {
        return this.#read(place, named, request, 'operator', root);
      }
      const outside = policy.origin === 'operator' ? 'the folder of the policy' : 'the repository';
      return { ok: false, code: 'path.escape', message: `${name} is outside ${outside}` };
    }
    if (sha256 !== undefined && policy.origin !== 'base') {
      // With a digest from a trusted policy the copy in the checkout is as good as any other.
      return this.#read(place, named, request, 'pinned', place.folder);
    }
    if (policy.origin === 'pinned' && this.#settings.underReview) {
      const message = `${name} is named by a pinned policy without its digest: run proof-verify policy lock`;
      return { ok: false, code: 'policy.unpinned_file', message };
    }
    const origin = policy.origin === 'operator' ? this.#checkoutOrigin : policy.origin;
    return this.#read(place, named, request, origin === 'pinned' ? 'workspace' : origin, place.folder);
  }

  /** Where files of the checkout come from. */
  get #checkoutOrigin(): Origin {
    return this.isFromBase ? 'base' : 'workspace';
  }

  /** @param root folder that a file of a policy must not leave through a link; `undefined` for what the operator names. */
  async #read(
    place: Place,
    { file, sha256 }: NamedFile,
    request: FileRequest,
    origin: Origin,
    root: string | undefined,
  ): Promise<ConfigFile> {
    const limit = request.limit ?? MAX_CONFIG_BYTES;
    const name = `${request.what} ${quote(file)}`;
    const settings = { ...request, name, limit, signal: this.#settings.signal };
    const folder = root ?? place.folder;
    let read: ConfigFile;
    if (origin === 'base')
      read = this.#told(name, file, inRepository(place, this.#settings), await this.#readBase(place, limit));
    else if (folder === undefined) read = await readAnyFile(place.full, settings);
    else read = await readRegularFile(place.full, folder, settings);
    if (!read.ok) return read;
    const digest = sha256Hex(read.bytes);
    if (sha256 !== undefined && sha256 !== digest) {
      const message = `${name} has SHA-256 ${digest}, the policy pins ${sha256}`;
      return { ok: false, code: 'policy.pin_mismatch', message };
    }
    this.used.push({ what: request.what, path: file, origin, sha256: digest });
    return read;
  }

  /** The answer of the base, as a file or a finding. */
  #told(name: string, file: string, { path }: InRepository, found: Awaited<ReturnType<Base['read']>>): ConfigFile {
    const base = this.#base;
    const where = base === undefined ? 'base' : `base (${describeBase(base)})`;
    switch (found.kind) {
      case 'file':
        return { ok: true, bytes: found.bytes };
      case 'missing': {
        const remedy = 'merge it first, or choose policy-from: workspace for this run';
        // Paths are relative to the folder that is verified, which not everybody expects.
        const at = path === file ? '' : `, looked for as ${quote(path)}`;
        return { ok: false, code: 'policy.base_missing', message: `${name} is not in the ${where}${at}: ${remedy}` };
      }
      case 'refused':
        return {
          ok: false,
          code: 'policy.base_unavailable',
          message: `${name} ${found.reason} in the ${where}`,
          remedy: 'Commit it there as a regular file.',
        };
      case 'unavailable': {
        const message = `${name} cannot be read from the ${where}: ${found.reason}`;
        return { ok: false, code: 'policy.base_unavailable', message };
      }
    }
  }

  async #readBase(place: Place, limit: number): Promise<Awaited<ReturnType<Base['read']>>> {
    const { options, remote, signal } = this.#settings;
    const { root, path } = inRepository(place, this.#settings);
    const known = this.#bases.get(root) ?? findBase({ options, ci: options.ci, root, remote });
    this.#bases.set(root, known);
    const base = await abortable(known, signal);
    if (base.kind === 'unavailable') return base;
    this.#base = base;
    const found = await abortable(base.read(path, limit), signal);
    if (found.kind !== 'missing' || found.folder === undefined || isThere(join(root, '.git'))) return found;
    // A checkout without git (a download) may lie in any folder, and its paths may be other ones in the repository.
    return {
      kind: 'unavailable',
      reason: `${quote(dirname(path))} is not there, and without a git clone its place is not known`,
    };
  }

  /** A path as the operator or a policy wrote it, and the folder of the checkout that it is in, by name or by real path. */
  #locate(path: string): Place {
    const { workspace, checkout } = this.#settings.options;
    const full = resolve(workspace, path);
    for (const one of [full, realPath(full)]) {
      const folder = one === undefined ? undefined : checkout.find((each) => isWithin(each, one));
      if (one !== undefined && folder !== undefined) return { full: one, folder };
    }
    return { full, folder: undefined };
  }
}

interface Place {
  /** Absolute. */
  readonly full: string;
  /** Folder of the checkout; absent: outside of it. */
  readonly folder: string | undefined;
}

interface InRepository {
  /** Absolute. */
  readonly root: string;
  /** From the root, `/` between names. */
  readonly path: string;
}

function inRepository({ folder, full }: Place, { options }: SourceSettings): InRepository {
  const root = repositoryRoot(folder ?? options.workspace, full);
  return { root, path: relative(root, full).split(sep).join('/') };
}

/** Branch and commit, for messages. */
export function describeBase({ branch, commit }: Base): string {
  return branch === undefined ? commit.slice(0, 12) : `${branch} at ${commit.slice(0, 12)}`;
}

/**
 * The work tree that a file of the checkout belongs to: the outermost one below the folder of the checkout, so that a submodule
 * is one of the repository around it; else the nearest one above that; else the folder of the checkout.
 */
function repositoryRoot(folder: string, full: string): string {
  let at = folder;
  for (const name of ['', ...relative(folder, dirname(full)).split(sep)]) {
    at = join(at, name);
    if (existsSync(join(at, '.git'))) return at;
  }
  for (let up = dirname(folder); up !== dirname(up); up = dirname(up)) if (existsSync(join(up, '.git'))) return up;
  return folder;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The result of a promise, unless the signal fires first. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
