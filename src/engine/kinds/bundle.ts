import { posix } from 'node:path';
import { BundleContents } from '../bundle/contents.js';
import { bundleDigest, type ListedFile, normalDigest, readManifest } from '../bundle/manifest.js';
import { type Context, type DirectorySubject, entryOf, type KindResult, NOTHING, Results } from '../context.js';
import { sha256 } from '../digest.js';
import { type Document, readDocument } from '../document.js';
import { Fault } from '../fault.js';
import type { FindingCode } from '../findings.js';
import { member } from '../json/members.js';
import type { Json } from '../json/value.js';
import type { DirectoryKind } from '../kind.js';
import { LineEndings } from '../line-endings.js';
import { goOn } from '../pace.js';
import { checkPath, duplicates, escapes } from '../paths.js';
import { checkWhole, partsOf, type Signed } from '../signature/whole.js';
import type { DirectorySource } from '../source/source.js';
import { quote, shortHash, shortId } from '../text.js';

const MANIFEST = 'manifest.json';
/** Files that producers put next to the manifest without listing them (producers.md section 7). */
const MARKERS: ReadonlySet<string> = new Set(['.axym-managed', '.wrkr-evidence-managed', '.proof-fixture-managed']);

/** A folder with a manifest of its files (contract section 5). */
export const bundle: DirectoryKind<'bundle'> = {
  name: 'bundle',
  title: 'bundle',
  form: 'directory',
  evidence: true,
  records: 'files',
  countsSigners: true,
  claims: (names) => names.has(MANIFEST),
  verify,
};

async function verify(subject: DirectorySubject): Promise<KindResult> {
  const { context, directory } = subject;
  const { collector, options } = context;
  const entry = entryOf(context, MANIFEST);
  let document: Document | undefined;
  try {
    document = await readDocument(directory.open(MANIFEST), { ...context, entry });
  } catch (error) {
    collector.fault(error, { entry });
  }
  const files = document && readManifest(document);
  if (document === undefined || files === undefined) return NOTHING;
  if (options.mode === 'gate' && files.length === 0) {
    document.raise({ code: 'bundle.empty', message: 'the bundle lists no files', pointer: '/files' });
  }
  const intact = await checkFiles(directory, files, document);
  if (options.strict) await checkStructure(directory, files, document, context);
  const signed = await checkSignatures(document);
  const contents =
    options.strict || options.mode === 'gate'
      ? await new BundleContents(subject, files, intact, signed.count > 0).verify()
      : NOTHING;
  const results = new Results();
  const parts = partsOf(signed, context.entry, 'bundle', { records: 'vouched' });
  results.add({ ...NOTHING, signatures: signed.count, keyIds: signed.keyIds, parts });
  results.add(contents);
  return { ...results.all, facts: { filesVerified: intact.size } };
}

/** Checks the digests of the listed files; returns the paths of those that match. */
async function checkFiles(
  directory: DirectorySource,
  files: readonly ListedFile[],
  document: Document,
): Promise<Set<string>> {
  const { options } = document.context;
  const intact = new Set<string>();
  const digests = new Map<string, string | undefined>();
  const endings = new LineEndings();
  for (const file of files) {
    goOn(options);
    // checkStructure reports it; a path that may refer to a different file is not read at all.
    if (options.strict && checkPath(file.path, 'allow') !== undefined) continue;
    if (options.mode === 'gate' && escapes(file.path)) {
      document.raise({
        code: 'path.escape',
        message: `listed path ${quote(file.path)} points outside the bundle`,
        pointer: `${file.pointer}/path`,
      });
      continue;
    }
    const expected = normalDigest(file.sha256);
    // Each file is read once, even if it is listed several times.
    const name = posix.normalize(file.path);
    if (!digests.has(name)) digests.set(name, await digestOf(directory, file, document));
    const actual = digests.get(name);
    if (actual === undefined) continue;
    if (actual === expected) intact.add(file.path);
    else {
      const { message = '', ...remedy } = (await endings.converted(directory.open(file.path), expected)) ?? {};
      document.raise({
        code: 'bundle.hash_mismatch',
        message: `SHA-256 of ${quote(file.path)} is ${shortId(actual)}, the manifest lists ${shortHash(file.sha256)}${message}`,
        pointer: `${file.pointer}/sha256`,
        ...remedy,
      });
    }
  }
  return intact;
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

/** Strict mode: canonical paths, no collisions, no files other than the listed ones, no links. */
async function checkStructure(
  directory: DirectorySource,
  files: readonly ListedFile[],
  document: Document,
  bundle: Context,
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
  const entries = await directory.list(bundle.options);
  for (const { path, type } of entries) {
    const raise = (code: FindingCode, what: string): void =>
      bundle.collector.add(code, `${quote(path)} ${what}`, { entry: entryOf(bundle, path) });
    // A marker is a regular file; under its name, anything else is not listed (producers.md section 7).
    const isMarker = type !== 'file' && bundle.options.mode === 'gate' && MARKERS.has(path);
    // A file in a folder of that name is reported itself.
    if (isMarker && !entries.some((other) => other.path.startsWith(`${path}/`)))
      raise('structure.unlisted_file', 'is not listed in the manifest');
    if (type === 'symlink') raise('structure.symlink_ambiguous', 'is a symbolic link');
    else if (type === 'other') raise('path.special_file', 'is not a regular file');
    else if (type === 'file' && path !== MANIFEST && !listed.has(path)) {
      if (bundle.options.mode === 'gate' && MARKERS.has(path)) raise('structure.producer_marker', 'marks the bundle');
      else raise('structure.unlisted_file', 'is not listed in the manifest');
    }
  }
}

function checkSignatures(document: Document): Promise<Signed> {
  const { value, context, raise } = document;
  const signatures = (member(value, 'signatures') ?? []) as readonly Json[];
  return checkWhole(
    {
      what: 'bundle',
      signatures,
      pointers: signatures.map((_, i) => `/signatures/${i}`),
      pointer: signatures.length === 0 ? '' : '/signatures',
      form: 'ascii-hex',
      cosign: true,
      missing: 'bundle.signature_missing',
      digests: () => [bundleDigest(value)],
      at: undefined,
    },
    context.options,
    raise,
  );
}
