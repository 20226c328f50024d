import { formInBundle, hasRecordLines } from './bundle/form.js';
import { type Context, entryOf, type Inside, type KindResult, locationOf, NOTHING } from './context.js';
import { detect, logOf, readToDetect } from './detect.js';
import { Document, readDocument } from './document.js';
import { report } from './failure.js';
import { Fault } from './fault.js';
import { formOf } from './form.js';
import { isObject, member } from './json/members.js';
import { impreciseMessage, impreciseNumber } from './json/precision.js';
import type { Json, JsonObject } from './json/value.js';
import type { Kind } from './kind.js';
import { MAX_BUNDLE_DEPTH } from './limits.js';
import { knownDocument } from './producers/not-evidence.js';
import { brokenRecord } from './record/likeness.js';
import { accessOf } from './source/random-access.js';
import type { Archive, ByteSource, DirectorySource } from './source/source.js';
import { quote } from './text.js';

/** The result for content that no kind of the table claims. */
export const UNKNOWN: Inside = { kind: 'unknown', result: NOTHING };

/**
 * Runs the verification of a kind; a Fault becomes a finding. Any other error (too many errors, an interrupted run, a bug)
 * ends the work on the whole artifact, so inside a container it is rethrown; otherwise it becomes a finding too.
 */
export async function runKind(
  { name }: Kind,
  context: Context,
  run: () => KindResult | Promise<KindResult>,
): Promise<Inside> {
  try {
    return { kind: name, result: await run() };
  } catch (error) {
    if (context.container !== undefined && !(error instanceof Fault)) throw error;
    report(error, context);
    return { kind: name, result: NOTHING };
  }
}

/**
 * Verifies a file as the kind it is: archives and streams are recognized by their file extension, documents by their content.
 * A bundle may contain any file under any name; there the content decides as well, and a file of no known kind is not an
 * error.
 */
export async function verifyOfAnyKind(source: ByteSource, context: Context, kinds: readonly Kind[]): Promise<Inside> {
  const inBundle = context.container?.bundle !== undefined;
  try {
    if (context.container?.onlyRecords === true && !(await holdsRecords(source, context, kinds))) return UNKNOWN;
    if (source.size === 0) {
      if (!inBundle)
        context.collector.add('io.empty', 'the file is empty', { ...locationOf(context, source), offset: 0 });
      return UNKNOWN;
    }
    const byContent = inBundle || context.container?.onlyRecords === true;
    const form = byContent ? await formInBundle(source, context) : formOf(source.name);
    if (form === 'content') return UNKNOWN;
    if (form === 'archive') return await verifyArchive(source, context, kinds);
    if (form === 'lines') {
      const log = context.options.mode === 'gate' && !inBundle ? await logOf(source, context.options) : undefined;
      if (log !== undefined) {
        context.collector.add('kind.not_evidence', `${log}: not evidence`, locationOf(context));
        return UNKNOWN;
      }
      const kind = kinds.find(({ form }) => form === 'lines');
      if (kind?.form === 'lines') return await runKind(kind, context, () => kind.verify({ context, source }));
    }
    return await verifyValue(await readToDetect(source, context.options, inBundle), source, context, kinds);
  } catch (error) {
    if (error instanceof Fault) context.collector.fault(error, locationOf(context, source));
    else if (context.container !== undefined) throw error;
    else report(error, context);
    return UNKNOWN;
  }
}

/** Kinds of documents that consist of records only. */
const OF_RECORDS: ReadonlySet<string> = new Set(['record', 'chain']);

/** Whether a file of an archive is a record, a chain or a stream of records, or a damaged one of these. */
async function holdsRecords(source: ByteSource, context: Context, kinds: readonly Kind[]): Promise<boolean> {
  const { options } = context;
  const form = source.size === 0 ? 'content' : await formInBundle(source, context);
  if (form === 'lines') return hasRecordLines(source, options);
  if (form !== 'document') return false;
  const value = await readToDetect(source, options, true);
  const kind = isObject(value) ? detect(value, options.mode, kinds).kind : undefined;
  if (kind !== undefined) return OF_RECORDS.has(kind.name);
  const isKnown = isObject(value) && knownDocument(value) !== undefined;
  return !isKnown && brokenRecord(value) !== undefined;
}

/** Detects the kind of a JSON value and verifies it. `value` was read only as far as detection needs. */
async function verifyValue(value: Json, source: ByteSource, context: Context, kinds: readonly Kind[]): Promise<Inside> {
  const { mode } = context.options;
  const { kind, claims } = isObject(value) ? detect(value, mode, kinds) : { kind: undefined, claims: [] };
  const document = new Document(context, isObject(value) ? value : {}, source);
  if (kind === undefined) return verifyUnknown(value, document);
  if (claims.length > 1 && mode === 'gate') {
    document.raise({
      code: 'kind.ambiguous',
      message: `members ${claims.map(quote).join(' and ')} belong to different kinds of artifact`,
      pointer: `/${claims[0] ?? ''}`,
    });
  }
  const inside = await runKind(kind, context, () => kind.verify(document));
  // Records are looked at one by one (record/check.ts).
  const isDocument = mode === 'gate' && kind.evidence && kind.records === 'none';
  if (isDocument && !context.collector.failed) await checkNumbers(document);
  return inside;
}

/** Hardening 30, for a document whose digest covers all of it. */
async function checkNumbers({ source, context, raise }: Document): Promise<void> {
  const { maxDocumentBytes, maxDepth } = context.options.limits;
  const found = impreciseNumber(await source.bytes(maxDocumentBytes), maxDepth, 'document');
  if (found === undefined) return;
  raise({ code: 'record.number_precision', message: impreciseMessage(found), pointer: found.pointer });
}

/** Handles a value that no kind claims: a damaged record, a document that is never evidence, or something unknown. */
function verifyUnknown(value: Json, { context, raise }: Document): Inside {
  const isGate = context.options.mode === 'gate';
  const known = isGate && isObject(value) ? knownDocument(value as JsonObject) : undefined;
  const broken = isGate && known === undefined ? brokenRecord(value) : undefined;
  if (broken !== undefined) {
    raise({ ...broken, pointer: '' });
    return { kind: 'record', result: NOTHING };
  }
  if (context.container?.bundle !== undefined) return UNKNOWN;
  if (known !== undefined) raise({ code: 'kind.not_evidence', message: `${known}: not evidence`, pointer: '' });
  else if (isObject(value)) {
    const message = 'not a Proof artifact: it has no records, record_id, pack_id or signature';
    raise({ code: 'kind.unsupported', message, pointer: '' });
  } else {
    const message = 'not a JSON object';
    raise({ code: 'kind.unsupported', message, pointer: '' });
  }
  return UNKNOWN;
}

/** Verifies a bundle nested in a bundle, at most `MAX_BUNDLE_DEPTH` deep. */
export async function verifyInnerBundle(
  directory: DirectorySource,
  context: Context,
  kinds: readonly Kind[],
): Promise<Inside> {
  const kind = kinds.find(({ name }) => name === 'bundle');
  if (kind?.form !== 'directory') throw new Error('no kind of folder is a bundle');
  if ((context.container?.bundles ?? 0) >= MAX_BUNDLE_DEPTH) {
    const message = `bundles are nested more than ${MAX_BUNDLE_DEPTH} deep`;
    context.collector.add('limit.nesting', message, locationOf(context));
    return UNKNOWN;
  }
  return runKind(kind, context, () => kind.verify({ context, directory }));
}

async function verifyArchive(source: ByteSource, context: Context, kinds: readonly Kind[]): Promise<Inside> {
  const { collector, options } = context;
  const { openArchive } = await import('./source/zip/archive.js');
  const access = await accessOf(source, options.limits);
  let found = UNKNOWN;
  try {
    const depth = (context.container?.archives ?? 0) + 1;
    const archive = await openArchive(access, options.limits, depth, context.entry ?? source.name);
    try {
      found = await verifyOpened(archive, context, kinds);
    } finally {
      await archive.close();
    }
  } catch (error) {
    const { entry } = error instanceof Fault ? error.place : {};
    collector.fault(error, entry === undefined ? locationOf(context) : { entry: entryOf(context, entry) });
  }
  try {
    await access.close();
  } catch (error) {
    collector.fault(error, locationOf(context));
  }
  return found;
}

/**
 * The message for an archive without a manifest at its root. Names the likely cause: a pack that was wrapped in a folder or
 * in a second archive (people.md section 2.3).
 */
function notAPack(archive: Archive, manifests: readonly string[]): string {
  const why = `the archive has neither ${manifests.join(' nor ')} at its root`;
  const files = archive.entries.filter(({ directory, name }) => !directory && !name.startsWith('__MACOSX/'));
  for (const { name } of files) {
    const [folder = '', file = '', ...deeper] = name.split('/');
    if (deeper.length === 0 && manifests.includes(file)) {
      return `${why}: ${file} is in the folder ${quote(`${folder}/`)}; zip the files in that folder, not the folder itself`;
    }
  }
  const inner = files.find(({ name }) => /\.zip$/i.test(name));
  return inner === undefined
    ? why
    : `${why}: it contains the archive ${quote(inner.name)}; unpack the outer archive before the gate`;
}

/** Verifies an archive as the kind that its manifest identifies. */
async function verifyOpened(archive: Archive, context: Context, kinds: readonly Kind[]): Promise<Inside> {
  const archives = kinds.filter((kind) => kind.form === 'archive');
  const first = archives.find(({ manifest }) => archive.entry(manifest) !== undefined);
  const manifest = first === undefined ? undefined : archive.entry(first.manifest);
  if (first === undefined || manifest === undefined) {
    if (context.container?.bundle !== undefined) return UNKNOWN;
    const names = [...new Set(archives.map((kind) => kind.manifest))];
    context.collector.add('kind.unsupported', notAPack(archive, names), locationOf(context));
    return UNKNOWN;
  }
  const document = await readDocument(manifest, { ...context, entry: entryOf(context, manifest.name) });
  const claimed = archives.find((other) => other.manifest === manifest.name && other.claims(document?.value));
  if (claimed === undefined && context.options.mode === 'gate') {
    const schema = document === undefined ? undefined : member(document.value, 'schema_id');
    const message =
      typeof schema === 'string'
        ? `${manifest.name} has the schema ${quote(schema)}, which is not that of a known archive`
        : `${manifest.name} names no schema of an archive; unpack an evidence bundle before the gate, it is verified as a folder`;
    context.collector.add('kind.unsupported', message, locationOf(context));
    return UNKNOWN;
  }
  const kind = claimed ?? first;
  return runKind(kind, context, () => kind.verify({ context, archive, manifest, document }));
}
