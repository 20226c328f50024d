import { readJson } from './canonical/read.js';
import { quote } from './canonical/strict.js';
import { Collector } from './collector.js';
import { Fault } from './fault.js';
import { placed, verifyChain } from './kinds/chain.js';
import { Document } from './kinds/document.js';
import { isObject, member } from './kinds/members.js';
import { RecordRun, type RunSummary } from './kinds/records.js';
import { verifyStream } from './kinds/stream.js';
import { signaturesRequired, type VerifyOptions } from './options.js';
import { DigestingSource } from './source/digesting.js';
import { directoryDigest } from './source/directory.js';
import { bufferAccess } from './source/random-access.js';
import type { ByteSource, DirectorySource, RandomAccess } from './source/source.js';
import type { ArtifactKind, ArtifactVerdict, Json, JsonObject, VerdictFacts } from './types.js';

/** One artifact, ready to be read. */
export type ArtifactInput =
  | { readonly form: 'file'; readonly source: ByteSource; readonly access: () => Promise<ClosableAccess> }
  | { readonly form: 'bundle' | 'chain_directory'; readonly directory: DirectorySource };

/** Random access that has to be closed; closing may find that the file changed meanwhile. */
export interface ClosableAccess extends RandomAccess {
  close(): void | Promise<void>;
}

// Kinds other than records, chains and streams are loaded when one is met: most runs start without.

/** Up to this size a JSON file is read at once; larger ones are sliced. */
const WHOLE_FILE_BYTES = 1024 * 1024;

/**
 * Verifies one artifact of any kind (contract sections 2-7). Never rejects: a defect of the artifact is a finding, and
 * so is a failure of our own (`internal`, exit 1), which leaves the other artifacts of a run alone (hardening 23).
 */
export async function verify(input: ArtifactInput, options: VerifyOptions): Promise<ArtifactVerdict> {
  const name = input.form === 'file' ? input.source.name : input.directory.name;
  const collector = new Collector(name);
  const builder = new VerdictBuilder(collector, options);
  try {
    if (input.form === 'file') await verifyFile(input, builder, collector, options);
    else await verifyDirectory(input, builder, collector, options);
  } catch (error) {
    if (error instanceof Fault) collector.fault(error);
    else collector.add('internal', `the verifier failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return builder.build(name, input.form === 'file' ? input.source : undefined);
}

/** Gathers what the kinds tell. */
class VerdictBuilder {
  kind: ArtifactKind = 'unknown';
  sha256: string | null = null;
  bytes = 0;
  records = 0;
  headHash: string | undefined;
  signatures = 0;
  readonly keyIds = new Set<string>();
  facts: VerdictFacts = {};

  constructor(
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
  ) {}

  run(summary: RunSummary): void {
    this.records += summary.records;
    this.signed(summary.signaturesVerified, summary.keyIds);
    this.facts = { ...this.facts, recordsInRange: summary.inRange };
    if (summary.unchecked > 0 && this.options.signatures === 'auto' && this.options.mode === 'gate') {
      this.collector.add(
        'signature.not_checked',
        `${summary.unchecked} signature(s) were not checked: no key for them was given`,
      );
    }
  }

  signed(count: number, keyIds: Iterable<string>): void {
    this.signatures += count;
    for (const id of keyIds) this.keyIds.add(id);
  }

  async build(path: string, main: ByteSource | undefined): Promise<ArtifactVerdict> {
    const { findings, more } = await this.collector.settle(main);
    return {
      path,
      kind: this.kind,
      sha256: this.sha256,
      bytes: this.bytes,
      outcome: this.collector.failed ? 'failed' : 'verified',
      records: this.records,
      ...(this.headHash === undefined ? {} : { headHash: this.headHash }),
      signatures: {
        required: signaturesRequired(this.options),
        verified: this.signatures,
        keyIds: [...this.keyIds].sort(),
      },
      findings,
      moreFindings: more,
      facts: this.facts,
    };
  }
}

async function verifyDirectory(
  input: ArtifactInput & { form: 'bundle' | 'chain_directory' },
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  const { directory } = input;
  builder.kind = input.form;
  if (input.form === 'bundle') {
    const { verifyBundle } = await import('./kinds/bundle.js');
    const result = await verifyBundle(directory, collector, options);
    builder.signed(result.signatures, result.keyIds);
    if (result.contents !== undefined) {
      builder.records = result.contents.records;
      builder.signed(result.contents.signatures, result.contents.keyIds);
    }
    builder.facts = { filesVerified: result.filesVerified, ...wholeKeys(result.keyIds) };
  } else {
    const { verifyChainDirectory } = await import('./kinds/chain-directory.js');
    const result = await verifyChainDirectory(directory, collector, options);
    builder.run(result.summary);
    builder.headHash = result.summary.headHash;
    if (result.chainId !== undefined) builder.facts = { ...builder.facts, chainId: result.chainId };
    builder.signed(result.keyIds.size, result.keyIds);
    builder.facts = { ...builder.facts, ...wholeKeys(result.keyIds) };
  }
  if (options.mode === 'gate') {
    const { sha256, bytes } = await directoryDigest(directory);
    builder.sha256 = sha256;
    builder.bytes = bytes;
  }
}

async function verifyFile(
  input: ArtifactInput & { form: 'file' },
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  // The digest is told in the gate's report only; compat scripts need not pay for it.
  const source = options.mode === 'gate' ? new DigestingSource(input.source) : input.source;
  builder.bytes = source.size;
  const extension = /\.[^./\\]*$/.exec(source.name)?.[0].toLowerCase();
  try {
    if (source.size === 0) {
      collector.add('io.empty', 'the file is empty', { offset: 0 });
      return;
    }
    if (source.size > options.limits.maxArtifactBytes) {
      collector.add(
        'limit.artifact_bytes',
        `${source.size} bytes are more than the limit of ${options.limits.maxArtifactBytes} (--max-artifact-bytes)`,
      );
      return;
    }
    if (extension === '.zip') await verifyZip(input, builder, collector, options);
    else if (extension === '.jsonl' || extension === '.ndjson') {
      builder.kind = 'stream';
      const summary = await verifyStream(source, collector, options);
      builder.run(summary);
      if (summary.linked) builder.headHash = summary.headHash;
    } else if (source.size <= WHOLE_FILE_BYTES) await verifySmall(source, builder, collector, options);
    else await verifyChainFile(source, builder, collector, options);
  } finally {
    if (source instanceof DigestingSource && !(source.size > options.limits.maxArtifactBytes)) {
      try {
        builder.sha256 = await source.digest();
      } catch (error) {
        // The reader met the same fault and told it, unless the file changed after it was read.
        if (!collector.failed) collector.fault(error);
      }
    }
  }
}

async function verifyZip(
  input: ArtifactInput & { form: 'file' },
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  // A small archive is in memory already: what is verified are the very bytes whose digest is told. Of a larger one the
  // digest is taken afterwards, from a file that has to be the one that was opened here.
  const whole = input.source.size <= WHOLE_FILE_BYTES ? await input.source.bytes(WHOLE_FILE_BYTES) : undefined;
  const access = whole === undefined ? await input.access() : { ...bufferAccess(whole), close: () => {} };
  try {
    const { verifyArchive } = await import('./kinds/gait.js');
    const result = await verifyArchive(access, input.source.name, collector, options);
    builder.kind = result.kind;
    builder.records = result.records;
    builder.signed(result.signatures, result.keyIds);
    builder.facts = result.facts;
  } finally {
    await access.close();
  }
}

async function verifySmall(
  source: ByteSource,
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  const bytes = await source.bytes(WHOLE_FILE_BYTES);
  let value: Json;
  try {
    value = readJson(bytes, options.limits.maxDepth);
  } catch (error) {
    collector.fault(error);
    return;
  }
  if (isObject(value) && detect(value, options).kind === 'chain' && Array.isArray(member(value, 'records'))) {
    await verifyChainFile(source, builder, collector, options);
  } else await verifyDocument(value, bytes, source, builder, collector, options);
}

async function verifyChainFile(
  source: ByteSource,
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  builder.kind = 'chain';
  const result = await verifyChain(source, collector, options, async (skeleton) => {
    builder.kind = 'unknown';
    let value: Json;
    try {
      value = readJson(skeleton.bytes, options.limits.maxDepth);
    } catch (error) {
      collector.fault(placed(error, skeleton));
      return;
    }
    await verifyDocument(value, skeleton.bytes, source, builder, collector, options);
  });
  if (result === undefined) return;
  builder.run(result.summary);
  builder.headHash = result.summary.headHash;
  builder.signed(result.signatures, result.keyIds);
  builder.facts = {
    ...builder.facts,
    ...(result.chainId === undefined ? {} : { chainId: result.chainId }),
    ...wholeKeys(result.keyIds),
  };
}

async function verifyDocument(
  value: Json,
  bytes: Uint8Array,
  source: ByteSource,
  builder: VerdictBuilder,
  collector: Collector,
  options: VerifyOptions,
): Promise<void> {
  if (!isObject(value)) {
    collector.add('kind.unsupported', 'the JSON value is no object, so it is no Proof artifact', { offset: 0 });
    return;
  }
  const { kind, claims } = detect(value, options);
  builder.kind = kind;
  const document = new Document(value, bytes, source, undefined, collector, options);
  if (claims.length > 1 && options.mode === 'gate') {
    document.raise({
      code: 'kind.ambiguous',
      message: `members ${claims.map(quote).join(' and ')} belong to different kinds of artifact`,
      pointer: `/${claims[0] ?? ''}`,
    });
  }
  switch (kind) {
    case 'record': {
      const run = new RecordRun(collector, options, { link: 'none', schema: 'typed', nullRecord: 'refuse' });
      await run.push([{ bytes, offset: 0, line: 1, members: -1, escapes: false, escapedNames: false }], source);
      builder.run(await run.finish());
      const id = member(value, 'record_id');
      if (typeof id === 'string') builder.facts = { ...builder.facts, recordId: id };
      return;
    }
    case 'chain':
      document.raise({ code: 'chain.member_type', message: '"records" must be a list', pointer: '/records' });
      return;
    case 'gait_signed_json': {
      const { verifySignedJson } = await import('./kinds/signed-json.js');
      const signed = verifySignedJson(document, options);
      builder.signed(signed.signatures, signed.keyIds);
      builder.facts = { document: value };
      return;
    }
    case 'revocation_list': {
      const { verifyRevocationList } = await import('./kinds/lists.js');
      const signed = verifyRevocationList(document, options);
      builder.signed(signed.signatures, signed.keyIds);
      return;
    }
    case 'record_types':
      (await import('./kinds/lists.js')).verifyRecordTypes(document);
      return;
    case 'governance_event':
      (await import('./kinds/lists.js')).verifyGovernanceEvent(document);
      return;
    default:
      document.raise({
        code: 'kind.unsupported',
        message: 'no Proof artifact: it has none of records, record_id, pack_id or signature',
        pointer: '',
      });
  }
}

function wholeKeys(keyIds: ReadonlySet<string>): Pick<VerdictFacts, 'wholeKeyIds'> {
  return keyIds.size === 0 ? {} : { wholeKeyIds: [...keyIds].sort() };
}

/** What a JSON object is (contract section 7), and which members claim it for a kind. */
export function detect(
  value: JsonObject,
  options: VerifyOptions,
): { readonly kind: ArtifactKind; readonly claims: readonly string[] } {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const signed = isObject(member(value, 'signature'));
  if (options.mode === 'compat') {
    if (has('records')) return { kind: 'chain', claims: [] };
    if (has('record_id')) return { kind: 'record', claims: [] };
    return { kind: has('pack_id') || signed ? 'gait_signed_json' : 'unknown', claims: [] };
  }
  const schemaId = member(value, 'schema_id');
  const gait = typeof schemaId === 'string' && schemaId.startsWith('gait.');
  if (has('revoked') && has('version') && !has('record_id') && !has('records'))
    return { kind: 'revocation_list', claims: [] };
  if (has('record_types') && has('version') && !signed) return { kind: 'record_types', claims: [] };
  const claims = ['records', 'record_id', 'pack_id'].filter(has);
  if (has('signature') || (gait && claims.length > 0 && !claims.includes('pack_id')))
    claims.push(has('signature') ? 'signature' : 'schema_id');
  // pack_id beside a signature is one claim: both mean signed JSON.
  const distinct = claims.includes('pack_id') ? claims.filter((name) => name !== 'signature') : claims;
  if (has('records')) return { kind: 'chain', claims: distinct };
  if (has('record_id')) return { kind: 'record', claims: distinct };
  if (has('pack_id') || has('signature') || gait) return { kind: 'gait_signed_json', claims: distinct };
  if (has('event_id') && has('event_type')) return { kind: 'governance_event', claims: [] };
  return { kind: 'unknown', claims: [] };
}
