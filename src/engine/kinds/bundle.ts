import { sha256 } from '../canonical/digest.js';
import { digestHex } from '../canonical/jcs.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import { Fault } from '../fault.js';
import type { VerifyOptions } from '../options.js';
import { signaturesRequired } from '../options.js';
import { validateDocument } from '../schema/registry.js';
import { runSignatureJobs } from '../signature/jobs.js';
import { prepareManifestSignature } from '../signature/signature-object.js';
import type { DirectorySource } from '../source/source.js';
import type { Json, JsonObject } from '../types.js';
import { BundleContents, type ContentsResult } from './bundle-records.js';
import { type Document, readDocument } from './document.js';
import { isObject, MemberReader, member, type Problem } from './members.js';
import { checkPath, duplicates, escapes } from './paths.js';

/** What is told of a bundle beside its findings. */
export interface BundleResult {
  readonly filesVerified: number;
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
  readonly contents: ContentsResult | undefined;
}

/** One listed file. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly pointer: string;
}

const MANIFEST = 'manifest.json';
const MANIFEST_MEMBERS: ReadonlySet<string> = new Set(['files', 'algo_id', 'salt_id', 'signatures']);
const FILE_MEMBERS: ReadonlySet<string> = new Set(['path', 'sha256']);
const SHA256 = /^(?:sha256:)?[0-9a-f]{64}$/;

/** Verifies a bundle directory (contract section 5). */
export async function verifyBundle(
  directory: DirectorySource,
  collector: Collector,
  options: VerifyOptions,
): Promise<BundleResult> {
  const nothing: BundleResult = { filesVerified: 0, signatures: 0, keyIds: new Set(), contents: undefined };
  let document: Document | undefined;
  try {
    document = await readDocument(directory.open(MANIFEST), MANIFEST, collector, options);
  } catch (error) {
    collector.fault(error, { entry: MANIFEST });
  }
  if (document === undefined) return nothing;
  const files = readManifest(document, options);
  if (files === undefined) return nothing;
  if (options.mode === 'gate' && files.length === 0) {
    document.raise({ code: 'bundle.empty', message: 'the bundle lists no files', pointer: '/files' });
  }
  const intact = await checkFiles(directory, files, document, options);
  if (options.strict) await checkStructure(directory, files, document);
  const signed = await checkSignatures(document, options);
  const contents =
    options.strict || options.mode === 'gate'
      ? await new BundleContents(directory, collector, options, files, intact).verify()
      : undefined;
  return { filesVerified: intact.size, contents, ...signed };
}

function readManifest(document: Document, options: VerifyOptions): readonly ListedFile[] | undefined {
  const { value } = document;
  const problems: Problem[] = [];
  const read = new MemberReader(problems, 'record.member_type');
  document.checkCase(value, MANIFEST_MEMBERS, '');
  const list = read.list(value, 'files', '');
  const algorithm = read.text(value, 'algo_id', '') ?? '';
  read.text(value, 'salt_id', '');
  read.list(value, 'signatures', '');
  const files = (list ?? []).map((item, i): ListedFile => {
    const pointer = `/files/${i}`;
    if (!isObject(item)) read.wrong('/files', String(i), 'object', item);
    const file = isObject(item) ? item : {};
    document.checkCase(file, FILE_MEMBERS, pointer);
    return { path: read.text(file, 'path', pointer) ?? '', sha256: read.text(file, 'sha256', pointer) ?? '', pointer };
  });
  // A manifest whose members have the wrong type cannot be read at all; the schema would only say it again.
  if (problems.length > 0) {
    for (const problem of problems) document.raise(problem);
    return undefined;
  }
  for (const problem of validateDocument('bundle-manifest-v1', value)) document.raise(problem);
  const normal = options.mode === 'compat' ? algorithm.trim().toLowerCase() : algorithm;
  if (normal !== '' && normal !== 'sha256') {
    document.raise({
      code: 'bundle.algorithm_unsupported',
      message: `digest algorithm ${quote(algorithm)} is not known, only sha256 is`,
      pointer: '/algo_id',
    });
    return undefined;
  }
  // Without a list there is nothing to check; the schema said so.
  return list === undefined ? undefined : files;
}

/** Digests of the listed files; gives the paths that are what they should be. */
async function checkFiles(
  directory: DirectorySource,
  files: readonly ListedFile[],
  document: Document,
  options: VerifyOptions,
): Promise<Set<string>> {
  const intact = new Set<string>();
  for (const file of files) {
    if (options.aborted?.() === true) break;
    // checkStructure tells of it: a path that may mean another file is not read at all.
    if (options.strict && checkPath(file.path, 'allow') !== undefined) continue;
    if (options.mode === 'gate' && escapes(file.path)) {
      document.raise({
        code: 'path.escape',
        message: `listed path ${quote(file.path)} leads out of the bundle`,
        pointer: `${file.pointer}/path`,
      });
      continue;
    }
    const expected = normalDigest(file.sha256);
    const actual = await digestOf(directory, file, document);
    if (actual === undefined) continue;
    if (actual === expected) intact.add(file.path);
    else {
      document.raise({
        code: 'bundle.hash_mismatch',
        message: `${quote(file.path)} has SHA-256 ${actual}, not the listed ${quote(file.sha256)}`,
        pointer: `${file.pointer}/sha256`,
      });
    }
  }
  return intact;
}

/** A listed digest: optional `sha256:` prefix, any case (contract section 5). */
export function normalDigest(listed: string): string | undefined {
  const lower = listed.trim().toLowerCase();
  if (!SHA256.test(lower)) return undefined;
  return lower.startsWith('sha256:') ? lower.slice(7) : lower;
}

async function digestOf(directory: DirectorySource, file: ListedFile, document: Document): Promise<string | undefined> {
  try {
    const hash = sha256();
    for await (const chunk of directory.open(file.path).chunks()) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const missing = error.code === 'io.not_found' || error.code === 'io.unreadable';
    document.raise({
      code: missing ? 'bundle.file_missing' : error.code,
      message: `${quote(file.path)}: ${error.message}`,
      pointer: `${file.pointer}/path`,
    });
    return undefined;
  }
}

/** Strict: canonical paths, no collisions, nothing beside the listed files, no links. */
async function checkStructure(
  directory: DirectorySource,
  files: readonly ListedFile[],
  document: Document,
): Promise<void> {
  for (const file of files) {
    const problem = checkPath(file.path, 'refuse');
    if (problem !== undefined) document.raise({ ...problem, pointer: `${file.pointer}/path` });
    if (file.path === MANIFEST) {
      document.raise({
        code: 'structure.path_invalid',
        message: 'the manifest cannot list itself',
        pointer: `${file.pointer}/path`,
      });
    }
  }
  for (const { index, of } of duplicates(files.map((file) => file.path))) {
    document.raise({
      code: 'structure.path_duplicate',
      message: `listed path ${quote(files[index]?.path ?? '')} collides with ${quote(files[of]?.path ?? '')}`,
      pointer: `/files/${index}/path`,
    });
  }
  const listed = new Set(files.map((file) => file.path));
  for (const entry of await directory.list()) {
    if (entry.type === 'symlink') {
      document.raiseFor(entry.path, 'structure.symlink_ambiguous', `${quote(entry.path)} is a symbolic link`);
    } else if (entry.type === 'other') {
      document.raiseFor(entry.path, 'path.special_file', `${quote(entry.path)} is no regular file`);
    } else if (entry.type === 'file' && entry.path !== MANIFEST && !listed.has(entry.path)) {
      document.raiseFor(entry.path, 'structure.unlisted_file', `${quote(entry.path)} is not listed in the manifest`);
    }
  }
}

/** The digest that bundle signatures cover: the manifest with its defaults, all unknown members, without signatures. */
export function bundleDigest(manifest: JsonObject): string {
  const unknown = Object.entries(manifest).filter(([name]) => !MANIFEST_MEMBERS.has(name));
  const signed: Record<string, Json> = Object.fromEntries(unknown);
  signed['files'] = ((member(manifest, 'files') as readonly Json[] | null | undefined) ?? null) as Json;
  const algorithm = member(manifest, 'algo_id');
  signed['algo_id'] = typeof algorithm === 'string' && algorithm !== '' ? algorithm : 'sha256';
  const salt = member(manifest, 'salt_id');
  if (typeof salt === 'string' && salt !== '') signed['salt_id'] = salt;
  return digestHex(signed);
}

async function checkSignatures(
  document: Document,
  options: VerifyOptions,
): Promise<{ signatures: number; keyIds: ReadonlySet<string> }> {
  const keyIds = new Set<string>();
  const required = signaturesRequired(options);
  const listed = (member(document.value, 'signatures') ?? []) as readonly Json[];
  if (options.signatures === 'off' || (!required && listed.length === 0)) return { signatures: 0, keyIds };
  if (!required && !options.trust.configured) {
    document.raise({
      code: 'signature.not_checked',
      message: `${listed.length} signature(s) were not checked: no key was given`,
      pointer: '/signatures',
    });
    return { signatures: 0, keyIds };
  }
  if (!options.trust.configured) {
    document.raise({
      code: 'key.missing',
      message: 'signatures must be checked but no key is given',
      pointer: '/signatures',
    });
    return { signatures: 0, keyIds };
  }
  if (listed.length === 0) {
    document.raise({ code: 'bundle.signature_missing', message: 'the bundle is not signed', pointer: '' });
    return { signatures: 0, keyIds };
  }
  const digest = bundleDigest(document.value);
  let count = 0;
  for (const [i, signature] of listed.entries()) {
    const step = prepareManifestSignature(signature, digest, options.trust, options.now);
    const [verdict] = 'job' in step ? await runSignatureJobs([step.job]) : [step];
    if (verdict?.ok === true) {
      keyIds.add(verdict.keyId);
      count++;
      continue;
    }
    document.raise({
      code: verdict?.code ?? 'signature.invalid',
      message: verdict?.message ?? 'the signature was not checked',
      pointer: `/signatures/${i}${verdict?.pointer ?? ''}`,
    });
  }
  return { signatures: count, keyIds };
}
