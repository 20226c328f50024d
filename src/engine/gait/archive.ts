import { type Context, entryOf, type KindResult, locationOf, NOTHING, Results, type VerdictFacts } from '../context.js';
import { Document } from '../document.js';
import { Fault } from '../fault.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Json, JsonObject } from '../json/value.js';
import { LineEndings } from '../line-endings.js';
import { goOn } from '../pace.js';
import { lastPart } from '../paths.js';
import { partsOf, type Signed, UNSIGNED } from '../signature/whole.js';
import { digestOf } from '../source/digesting.js';
import type { Archive, ArchiveEntry } from '../source/source.js';
import { quote, shortHash, shortId } from '../text.js';
import { type Content, type ManifestShape, readGaitManifest } from './manifest.js';
import { checkGaitSignatures, without } from './signature.js';

const PROOF_RECORDS = 'proof_records.jsonl';
const NESTED_RUNPACK = 'source/runpack.zip';
/** Facts taken from members of the manifest: fact, member. */
const FACTS = [
  ['packId', 'pack_id'],
  ['packType', 'pack_type'],
  ['runId', 'run_id'],
  ['manifestDigest', 'manifest_digest'],
] as const;

/** Facts of an archive whose list of contents cannot be read. */
const UNREAD: VerdictFacts = { filesVerified: 0, proofRecordsVerified: 0 };

/** A zip archive with a sound structure, and its manifest. */
export interface ArchiveSubject {
  readonly context: Context;
  readonly archive: Archive;
  readonly manifest: ArchiveEntry;
  /** The manifest as JSON; `undefined` after a finding was raised. */
  readonly document: Document | undefined;
}

/** A Gait archive whose manifest was checked against its contents. */
export interface GaitArchive extends ArchiveSubject {
  readonly document: Document;
  readonly contents: readonly Content[];
  /** Entries whose digest is the one in the manifest, by path. */
  readonly intact: ReadonlyMap<string, ArchiveEntry>;
}

/** What is specific to one kind of Gait archive. */
export interface ArchiveRules {
  /** Name of the kind. */
  readonly kind: string;
  readonly shape: ManifestShape;
  /** Checks the digests that the manifest declares of itself, before any content is read. */
  checkIdentity?(document: Document, contents: readonly Content[]): void;
  /** Members of upstream's manifest type; upstream drops all others before it computes a digest. */
  readonly upstreamMembers: readonly string[];
  /** Checks the contents after their digests were compared with the manifest. */
  checkContents?(archive: GaitArchive): Promise<KindResult>;
}

/** Verifies an archive by its manifest (contract section 6): members, digests, signatures, contents. */
export async function verifyGaitArchive(given: ArchiveSubject, rules: ArchiveRules): Promise<KindResult> {
  const subject = { ...given, context: byItself(given.context) };
  const { document, context } = subject;
  if (document === undefined) return { ...NOTHING, facts: UNREAD };
  const contents = readGaitManifest(document, rules.shape, context.options.strict);
  const facts = factsOf(document.value);
  if (contents === undefined) return { ...NOTHING, facts: { ...facts, ...UNREAD } };
  rules.checkIdentity?.(document, contents);
  const signed = await checkManifestSignatures(document, rules);
  const intact = await checkDigests(subject, document, contents);
  const archive: GaitArchive = { ...subject, document, contents, intact };
  const results = new Results();
  const parts = partsOf(signed, context.entry, rules.kind, { records: 'own' });
  results.add({ ...NOTHING, signatures: signed.count, keyIds: signed.keyIds, parts });
  results.add(await checkEach(archive, rules));
  if (rules.checkContents !== undefined) results.add(await rules.checkContents(archive));
  const { all } = results;
  return { ...all, facts: { ...facts, filesVerified: intact.size, proofRecordsVerified: all.records } };
}

/**
 * An archive is verified independently: rules that a surrounding bundle sets for its own records do not apply to those of the
 * archive.
 */
function byItself(context: Context): Context {
  if (context.container === undefined) return context;
  const { archives, bundles, covers } = context.container;
  return { ...context, container: { archives, bundles, covers } };
}

function factsOf(manifest: JsonObject): VerdictFacts {
  const facts: { -readonly [K in keyof VerdictFacts]: VerdictFacts[K] } = {};
  for (const [fact, name] of FACTS) {
    const value = member(manifest, name);
    if (typeof value === 'string') facts[fact] = value;
  }
  return facts;
}

/**
 * The problem with a digest that a manifest declares of itself, or `undefined`. It covers the manifest without signatures and
 * with this member empty. Upstream covers fewer members; compat mode accepts either (contract section 6).
 */
export function digestProblem(
  document: Document,
  name: string,
  upstreamMembers: readonly string[],
): string | undefined {
  const { value, context } = document;
  const digest = digestHex({ ...without(value, 'signatures'), [name]: '' });
  const declared = member(value, name);
  if (declared === digest) return undefined;
  if (context.options.mode === 'compat' && declared === digestHex({ ...only(value, upstreamMembers), [name]: '' })) {
    return undefined;
  }
  return `${name} is not the digest of the manifest, which is ${shortId(digest)}`;
}

function checkManifestSignatures(document: Document, { upstreamMembers }: ArchiveRules): Promise<Signed> {
  const { value, context } = document;
  const listed = member(value, 'signatures');
  const signatures = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  const pointers = signatures.map((_, i) => `/signatures/${i}`);
  const digests: [string, ...string[]] = [digestHex(without(value, 'signatures'))];
  if (context.options.mode === 'compat') digests.push(digestHex(only(value, upstreamMembers)));
  // The signature of the container covers this archive as well.
  const missing = context.container?.covers === true ? undefined : 'signature.missing';
  return checkGaitSignatures(document, 'manifest', pointers, signatures, digests, missing);
}

/** Checks the digests of the listed entries and reports undeclared ones. Returns the intact entries by path. */
async function checkDigests(
  { context, archive, manifest }: ArchiveSubject,
  document: Document,
  contents: readonly Content[],
): Promise<Map<string, ArchiveEntry>> {
  const { collector, options } = context;
  const intact = new Map<string, ArchiveEntry>();
  const digests = new Map<ArchiveEntry, string | undefined>();
  const listed = new Set(contents.map((content) => content.path));
  const endings = new LineEndings();
  for (const entry of archive.entries) {
    if (entry.name === manifest.name || listed.has(entry.name)) continue;
    if (options.mode === 'compat' && !options.strict) continue;
    collector.add('pack.entry_undeclared', `${quote(entry.name)} is not listed in the manifest`, {
      entry: entryOf(context, entry.name),
    });
  }
  for (const content of contents) {
    goOn(options);
    const entry = archive.entry(content.path);
    if (entry === undefined || entry.directory) {
      document.raise({
        code: 'pack.entry_missing',
        message: `${quote(content.path)} is not in the archive`,
        pointer: `${content.pointer}/path`,
      });
      continue;
    }
    // An entry is unpacked once for its digest, even if it is listed several times.
    if (!digests.has(entry)) digests.set(entry, await digestOfEntry(entry, context));
    const actual = digests.get(entry);
    if (actual === content.sha256) intact.set(content.path, entry);
    else if (actual !== undefined) {
      const { message = '', ...remedy } = (await endings.converted(entry, content.sha256)) ?? {};
      document.raise({
        code: 'pack.hash_mismatch',
        message: `SHA-256 of ${quote(content.path)} is ${shortId(actual)}, the manifest lists ${shortHash(content.sha256)}${message}`,
        pointer: `${content.pointer}/sha256`,
        ...remedy,
      });
    }
  }
  return intact;
}

/** The digest of an entry; `undefined` after a finding was raised. */
async function digestOfEntry(entry: ArchiveEntry, context: Context): Promise<string | undefined> {
  try {
    return await digestOf(entry);
  } catch (error) {
    context.collector.fault(error, { entry: entryOf(context, entry.name) });
    return undefined;
  }
}

/** Checks each content on its own: a nested runpack, signed JSON, records. */
async function checkEach({ context, contents, intact }: GaitArchive, rules: ArchiveRules): Promise<KindResult> {
  const { options, collector } = context;
  const results = new Results();
  const looked = new Set<string>();
  for (const content of contents) {
    const entry = intact.get(content.path);
    if (entry === undefined || looked.has(content.path)) continue;
    looked.add(content.path);
    goOn(options);
    if (content.path === NESTED_RUNPACK) {
      results.add(await checkNested(entry, context));
      continue;
    }
    if (options.mode === 'compat' && !options.strict) continue;
    const path = content.path.toLowerCase();
    const before = collector.raised;
    if (content.type === 'json' || path.endsWith('.json')) {
      const signed = await checkJson(entry, context);
      const parts = partsOf(signed, entryOf(context, entry.name), 'gait_signed_json');
      results.add({ ...NOTHING, signatures: signed.count, keyIds: signed.keyIds, parts });
    }
    if (lastPart(path) === PROOF_RECORDS && content.path !== PROOF_RECORDS) {
      collector.add('pack.misplaced_records', `${quote(content.path)} must be at the top of the pack`, {
        entry: entryOf(context, entry.name),
      });
    }
    const isChecked =
      collector.raised > before || (content.path === PROOF_RECORDS && rules.checkContents !== undefined);
    if (options.mode === 'gate' && !isChecked) results.add(await checkRecords(entry, context));
  }
  return results.all;
}

/** Records that Gait did not write itself are checked by the same rules as anywhere (hardening 25). */
async function checkRecords(entry: ArchiveEntry, context: Context): Promise<KindResult> {
  const { archives = 0, bundles = 0 } = context.container ?? {};
  const container = { archives, bundles, covers: false, onlyRecords: true } as const;
  return (await context.verifyFile(entry, { ...context, entry: entryOf(context, entry.name), container })).result;
}

async function checkNested(entry: ArchiveEntry, context: Context): Promise<KindResult> {
  const { archives = 0, bundles = 0 } = context.container ?? {};
  const container = { archives: archives + 1, bundles, covers: true };
  const inside: Context = { ...context, entry: entryOf(context, entry.name), container };
  const { kind, result } = await context.verifyFile(entry, inside);
  if (kind !== 'gait_runpack' && kind !== 'unknown') {
    context.collector.add('kind.ambiguous', `${quote(entry.name)} is a ${kind}, not a runpack`, locationOf(inside));
  }
  return result;
}

/** A JSON content must be valid JSON, and a signature in it must verify unless signatures are off. */
async function checkJson(entry: ArchiveEntry, context: Context): Promise<Signed> {
  const { options, collector } = context;
  const inside: Context = { ...context, entry: entryOf(context, entry.name) };
  let value: Json;
  try {
    const bytes = await entry.bytes(options.limits.maxDocumentBytes);
    value = readJson(bytes, options.limits.maxDepth);
  } catch (error) {
    const at = locationOf(inside, entry);
    if (error instanceof Fault && error.code === 'json.syntax') {
      collector.add('pack.content_invalid', error.message, { ...at, offset: error.place.offset ?? 0 });
    } else collector.fault(error, at);
    return UNSIGNED;
  }
  if (!isObject(value) || !Object.hasOwn(value, 'signature') || options.signatures === 'off') return UNSIGNED;
  const document = new Document(inside, value, entry);
  const signature = member(value, 'signature') ?? null;
  if (!isObject(signature)) {
    const code = signature === null ? 'signature.missing' : 'signature.invalid';
    document.raise({ code, message: 'signature is not a signature object', pointer: '/signature' });
    return UNSIGNED;
  }
  return checkGaitSignatures(
    document,
    'content',
    ['/signature'],
    [signature],
    [digestHex(without(value, 'signature'))],
  );
}

function only(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name] as Json]] : [])),
  );
}
