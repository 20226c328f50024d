import { digestHex } from '../canonical/jcs.js';
import { readJson } from '../canonical/read.js';
import { quote } from '../canonical/strict.js';
import type { Collector } from '../collector.js';
import { Fault } from '../fault.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import { digestOf } from '../source/digesting.js';
import { bufferAccess } from '../source/random-access.js';
import type { Archive, ArchiveEntry, ByteSource, RandomAccess } from '../source/source.js';
import { openArchive } from '../source/zip.js';
import type { ArtifactKind, CheckedRecord, Json, JsonObject, VerdictFacts } from '../types.js';
import { checkAuthorization } from './authorization.js';
import { Document, readDocument } from './document.js';
import { type Content, GUARD_PACK, PACK, RUNPACK, readGaitManifest } from './gait-manifest.js';
import { isObject, member } from './members.js';
import { RecordRun } from './records.js';
import { checkGaitSignature, without } from './signed-json.js';
import { runLines } from './stream.js';

/** What is told of an archive beside its findings. */
export interface GaitResult {
  readonly kind: ArtifactKind;
  readonly records: number;
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
  readonly facts: VerdictFacts;
}

const PACK_MANIFEST = 'pack_manifest.json';
const RUNPACK_MANIFEST = 'manifest.json';
const PROOF_RECORDS = 'proof_records.jsonl';
const NESTED_RUNPACK = 'source/runpack.zip';
/** Facts that are members of the manifest, with their names there. */
const FACTS = [
  ['packId', 'pack_id'],
  ['packType', 'pack_type'],
  ['runId', 'run_id'],
  ['manifestDigest', 'manifest_digest'],
] as const;
const RUNPACK_FILES = ['run.json', 'intents.jsonl', 'results.jsonl', 'refs.json'];

/** Verifies a zip: a pack, a guard pack or a runpack (contract sections 6 and 7). `depth` 1 is the artifact itself. */
export async function verifyArchive(
  access: RandomAccess,
  name: string,
  collector: Collector,
  options: VerifyOptions,
  depth = 1,
): Promise<GaitResult> {
  const result = new ArchiveVerifier(name, collector, options, depth);
  let archive: Archive;
  try {
    archive = await openArchive(access, options.limits, depth, name);
  } catch (error) {
    collector.fault(error, result.spot(error instanceof Fault ? error.place.entry : undefined));
    return result.result('unknown');
  }
  try {
    return await result.verify(archive);
  } finally {
    await archive.close();
  }
}

class ArchiveVerifier {
  private records = 0;
  private proofRecords = 0;
  private signatures = 0;
  private filesVerified = 0;
  private readonly keyIds = new Set<string>();
  /** Keys that signed the manifest itself. */
  private readonly wholeKeyIds = new Set<string>();
  private facts: { -readonly [K in keyof VerdictFacts]: VerdictFacts[K] } = {};

  constructor(
    private readonly name: string,
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
    private readonly depth: number,
  ) {}

  result(kind: ArtifactKind): GaitResult {
    return {
      kind,
      records: this.records,
      signatures: this.signatures,
      keyIds: this.keyIds,
      facts: {
        ...this.facts,
        ...(this.wholeKeyIds.size === 0 ? {} : { wholeKeyIds: [...this.wholeKeyIds].sort() }),
        filesVerified: this.filesVerified,
        proofRecordsVerified: this.proofRecords,
      },
    };
  }

  async verify(archive: Archive): Promise<GaitResult> {
    const pack = archive.entry(PACK_MANIFEST);
    const manifest = pack ?? archive.entry(RUNPACK_MANIFEST);
    if (manifest === undefined) {
      this.collector.add(
        'kind.unsupported',
        'the archive has neither pack_manifest.json nor manifest.json',
        this.spot(),
      );
      return this.result('unknown');
    }
    const fallback: ArtifactKind = pack === undefined ? 'gait_runpack' : 'gait_pack';
    const document = await readDocument(manifest, this.entryName(manifest.name), this.collector, this.options);
    if (document === undefined) return this.result(fallback);
    const guard = pack !== undefined && member(document.value, 'schema_id') === 'gait.guard.pack_manifest';
    const kind: ArtifactKind = guard ? 'gait_guard_pack' : fallback;
    const shape = kind === 'gait_runpack' ? RUNPACK : guard ? GUARD_PACK : PACK;
    this.readFacts(document.value);
    const contents = readGaitManifest(document, shape, this.options.strict);
    if (contents === undefined) return this.result(kind);
    this.checkIdentity(document, kind, contents);
    this.checkSignatures(document, kind);
    const intact = await this.checkContents(archive, manifest.name, contents, document);
    if (kind === 'gait_pack') await this.checkProofRecords(contents, intact, document);
    if (kind === 'gait_pack' && member(document.value, 'pack_type') === 'authorization') {
      await checkAuthorization(intact, this.collector, this.options, (entry) => this.entryName(entry));
    }
    return this.result(kind);
  }

  private readFacts(manifest: JsonObject): void {
    for (const [fact, name] of FACTS) {
      const value = member(manifest, name);
      if (typeof value === 'string') this.facts[fact] = value;
    }
  }

  /** pack_id and manifest_digest are digests of the manifest itself, with that member emptied. */
  private checkIdentity(document: Document, kind: ArtifactKind, contents: readonly Content[]): void {
    const { value } = document;
    const bare = without(value, 'signatures');
    if (kind === 'gait_pack') {
      const id = digestHex({ ...bare, pack_id: '' });
      if (!this.accepts(member(value, 'pack_id'), id, () => digestHex({ ...upstreamPack(value), pack_id: '' }))) {
        document.raise({
          code: 'pack.id_mismatch',
          message: `pack_id is not the digest of the manifest, which is ${id}`,
          pointer: '/pack_id',
        });
      }
    }
    if (kind !== 'gait_runpack') return;
    const digest = digestHex({ ...bare, manifest_digest: '' });
    if (
      !this.accepts(member(value, 'manifest_digest'), digest, () =>
        digestHex({ ...upstreamRunpack(value), manifest_digest: '' }),
      )
    ) {
      document.raise({
        code: 'runpack.digest_mismatch',
        message: `manifest_digest is not the digest of the manifest, which is ${digest}`,
        pointer: '/manifest_digest',
      });
    }
    for (const name of RUNPACK_FILES) {
      if (contents.some((content) => content.path === name)) continue;
      document.raise({ code: 'runpack.file_required', message: `${name} is not listed`, pointer: '/files' });
    }
  }

  /** Upstream digests fewer members; compat mode takes either digest (contract section 6). */
  private accepts(declared: Json | undefined, ours: string, upstream: () => string): boolean {
    return declared === ours || (this.options.mode === 'compat' && declared === upstream());
  }

  private checkSignatures(document: Document, kind: ArtifactKind): void {
    const { options } = this;
    const listed = member(document.value, 'signatures');
    const signatures = Array.isArray(listed) ? (listed as readonly Json[]) : [];
    const required = signaturesRequired(options) && this.depth === 1;
    if (options.signatures === 'off') return;
    if (required && !options.trust.configured) {
      document.raise({ code: 'key.missing', message: 'signatures must be checked but no key is given', pointer: '' });
      return;
    }
    if (signatures.length === 0) {
      if (required) document.raise({ code: 'signature.missing', message: 'the manifest is not signed', pointer: '' });
      return;
    }
    if (options.mode === 'compat' && !required) return;
    const digests: [string, ...string[]] = [digestHex(without(document.value, 'signatures'))];
    if (options.mode === 'compat') {
      digests.push(digestHex(kind === 'gait_runpack' ? upstreamRunpack(document.value) : upstreamPack(document.value)));
    }
    for (const [i, signature] of signatures.entries()) {
      const keyId = checkGaitSignature(signature, `/signatures/${i}`, digests, document, options);
      if (keyId === undefined) continue;
      this.signatures++;
      this.keyIds.add(keyId);
      this.wholeKeyIds.add(keyId);
    }
    if (!options.trust.configured) {
      document.raise({
        code: 'signature.not_checked',
        message: `${signatures.length} signature(s) were not checked: no key was given`,
        pointer: '/signatures',
      });
    }
  }

  /** Digests of the listed entries, undeclared entries, JSON contents. Gives the entries that are intact, by path. */
  private async checkContents(
    archive: Archive,
    manifestName: string,
    contents: readonly Content[],
    document: Document,
  ): Promise<Map<string, ArchiveEntry>> {
    const intact = new Map<string, ArchiveEntry>();
    const listed = new Set(contents.map((content) => content.path));
    for (const entry of archive.entries) {
      if (entry.name === manifestName || listed.has(entry.name)) continue;
      if (this.options.mode === 'compat' && !this.options.strict) continue;
      this.collector.add('pack.entry_undeclared', `${quote(entry.name)} is not listed in the manifest`, {
        entry: this.entryName(entry.name),
      });
    }
    for (const content of contents) {
      if (this.options.aborted?.() === true) break;
      const entry = archive.entry(content.path);
      if (entry === undefined || entry.directory) {
        document.raise({
          code: 'pack.entry_missing',
          message: `${quote(content.path)} is not in the archive`,
          pointer: `${content.pointer}/path`,
        });
        continue;
      }
      if (await this.checkDigest(entry, content, document)) intact.set(content.path, entry);
    }
    for (const content of contents) {
      const entry = intact.get(content.path);
      if (entry !== undefined) await this.checkContent(entry, content);
    }
    return intact;
  }

  private async checkDigest(entry: ArchiveEntry, content: Content, document: Document): Promise<boolean> {
    let actual: string;
    try {
      actual = await digestOf(entry);
    } catch (error) {
      this.collector.fault(error, { entry: this.entryName(entry.name) });
      return false;
    }
    if (actual === content.sha256) {
      this.filesVerified++;
      return true;
    }
    document.raise({
      code: 'pack.hash_mismatch',
      message: `${quote(content.path)} has SHA-256 ${actual}, not the listed ${quote(content.sha256)}`,
      pointer: `${content.pointer}/sha256`,
    });
    return false;
  }

  private async checkContent(entry: ArchiveEntry, content: Content): Promise<void> {
    if (content.path === NESTED_RUNPACK) {
      await this.checkNested(entry);
      return;
    }
    if (this.options.mode === 'compat' && !this.options.strict) return;
    const path = content.path.toLowerCase();
    if (content.type === 'json' || path.endsWith('.json')) await this.checkJson(entry);
    if (path.split('/').at(-1) === PROOF_RECORDS && content.path !== PROOF_RECORDS) {
      this.collector.add('pack.misplaced_records', `${quote(content.path)} lies outside the top of the pack`, {
        entry: this.entryName(entry.name),
      });
    }
  }

  private async checkNested(entry: ArchiveEntry): Promise<void> {
    const bytes = await this.bytesOf(entry);
    if (bytes === undefined) return;
    const name = this.entryName(entry.name);
    const { kind } = await verifyArchive(bufferAccess(bytes), name, this.collector, this.options, this.depth + 1);
    if (kind === 'gait_runpack' || kind === 'unknown') return;
    this.collector.add('kind.ambiguous', `${quote(entry.name)} is a ${kind}, not a runpack`, { entry: name });
  }

  private async bytesOf(entry: ArchiveEntry): Promise<Uint8Array | undefined> {
    try {
      return await entry.bytes(this.options.limits.maxDocumentBytes);
    } catch (error) {
      this.collector.fault(error, { source: entry, entry: this.entryName(entry.name) });
      return undefined;
    }
  }

  /** A JSON content must be JSON, and a signature it carries must verify when signatures are checked. */
  private async checkJson(entry: ArchiveEntry): Promise<void> {
    const bytes = await this.bytesOf(entry);
    if (bytes === undefined) return;
    let value: Json;
    try {
      value = readJson(bytes, this.options.limits.maxDepth);
    } catch (error) {
      if (error instanceof Fault && error.code === 'json.syntax') {
        this.collector.add('pack.content_invalid', error.message, {
          source: entry,
          entry: this.entryName(entry.name),
          offset: error.place.offset ?? 0,
        });
      } else this.collector.fault(error, { source: entry, entry: this.entryName(entry.name) });
      return;
    }
    if (!isObject(value) || !Object.hasOwn(value, 'signature') || this.options.signatures === 'off') return;
    const document = this.document(value, bytes, entry);
    const signature = member(value, 'signature') ?? null;
    if (!isObject(signature)) {
      const code = signature === null ? 'signature.missing' : 'signature.invalid';
      document.raise({ code, message: 'signature is not a signature object', pointer: '/signature' });
      return;
    }
    const keyId = checkGaitSignature(
      signature,
      '/signature',
      [digestHex(without(value, 'signature'))],
      document,
      this.options,
    );
    if (keyId === undefined) return;
    this.keyIds.add(keyId);
    this.signatures++;
  }

  private document(value: JsonObject, bytes: Uint8Array, source: ByteSource): Document {
    return new Document(value, bytes, source, this.entryName(source.name), this.collector, this.options);
  }

  /** `proof_records.jsonl` is a linked chain of valid records that tell of the other contents. */
  private async checkProofRecords(
    contents: readonly Content[],
    intact: ReadonlyMap<string, ArchiveEntry>,
    document: Document,
  ): Promise<void> {
    const entry = intact.get(PROOF_RECORDS);
    if (entry === undefined) return;
    const told = new Set<string>();
    const name = this.entryName(PROOF_RECORDS);
    const options: VerifyOptions = {
      ...this.options,
      onRecord: (record) => {
        this.compare(record, contents, told);
        this.options.onRecord?.(record);
      },
    };
    const run = new RecordRun(this.collector, options, {
      link: 'chain',
      schema: this.options.mode === 'compat' ? 'raw' : 'typed',
      nullRecord: 'refuse',
    });
    await runLines(run, entry, this.collector, options, name);
    const summary = await run.finish();
    this.records += summary.records;
    this.proofRecords = summary.records;
    this.signatures += summary.signaturesVerified;
    for (const id of summary.keyIds) this.keyIds.add(id);
    if (this.options.mode === 'compat') return;
    if (summary.records === 0) this.collector.add('chain.empty', 'proof_records.jsonl has no records', { entry: name });
    if (told.size === 0) return;
    // Each content has its record: one that has none was cut off the end, where no link shows it.
    for (const content of contents) {
      if (content.path === PROOF_RECORDS || told.has(content.path)) continue;
      document.raise({
        code: 'chain.record_count_mismatch',
        message: `no proof record tells of ${quote(content.path)}`,
        pointer: content.pointer,
      });
    }
  }

  private compare(record: CheckedRecord, contents: readonly Content[], told: Set<string>): void {
    const event = member(record.value, 'event');
    if (!isObject(event)) return;
    const path = member(event, 'entry_path');
    if (typeof path !== 'string') return;
    told.add(path);
    const content = contents.find((one) => one.path === path);
    const digest = member(event, 'entry_sha256');
    if (content !== undefined && (digest === undefined || digest === content.sha256)) return;
    const message =
      content === undefined
        ? `a proof record tells of ${quote(path)}, which the manifest does not list`
        : `a proof record tells another SHA-256 of ${quote(path)} than the manifest`;
    this.collector.add('pack.record_disagrees', message, {
      entry: this.entryName(PROOF_RECORDS),
      recordId: record.recordId,
    });
  }

  private entryName(entry: string): string {
    return this.depth === 1 ? entry : `${this.name}/${entry}`;
  }

  /** Where something is: in an entry of the archive, or in the archive as a whole. */
  spot(entry?: string): { readonly entry?: string } {
    if (entry !== undefined) return { entry: this.entryName(entry) };
    return this.depth === 1 ? {} : { entry: this.name };
  }
}

const UPSTREAM_PACK = ['schema_id', 'schema_version', 'pack_id', 'pack_type', 'contents'];
const UPSTREAM_RUNPACK = ['schema_id', 'schema_version', 'run_id', 'files', 'manifest_digest'];

/** The members that upstream's own manifest type knows: it drops the rest before it digests. */
function upstreamPack(manifest: JsonObject): JsonObject {
  return only(manifest, UPSTREAM_PACK);
}

function upstreamRunpack(manifest: JsonObject): JsonObject {
  return only(manifest, UPSTREAM_RUNPACK);
}

function only(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name] as Json]] : [])),
  );
}
