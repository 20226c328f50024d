import { sha256 } from '../canonical/digest.js';
import { canonicalize } from '../canonical/jcs.js';
import { readJson } from '../canonical/read.js';
import { ChainSlicer, type Skeleton, type Slice } from '../canonical/slices.js';
import { pointerPart, quote } from '../canonical/strict.js';
import { parseInstant, trimFraction } from '../canonical/time.js';
import { type Collector, offsetOfPointer } from '../collector.js';
import { Fault } from '../fault.js';
import { signaturesRequired, type VerifyOptions } from '../options.js';
import { validateDocument } from '../schema/registry.js';
import { checkSignatureObject } from '../signature/signature-object.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';
import type { Json, JsonObject } from '../types.js';
import { caseVariants, isObject, MemberReader, member, type Problem } from './members.js';
import { viewRecord } from './record-view.js';
import { RecordRun, type RunRules, type RunSummary } from './records.js';
import { typedRecord } from './schema-view.js';

/** What is known of a chain beside its records. */
export interface ChainResult {
  readonly summary: RunSummary;
  readonly chainId: string | undefined;
  /** Chain-level signatures that verified. */
  readonly signatures: number;
  readonly keyIds: ReadonlySet<string>;
}

const CHAIN_MEMBERS: ReadonlySet<string> = new Set([
  'chain_id',
  'created_at',
  'record_count',
  'head_hash',
  'records',
  'signatures',
]);

/**
 * Verifies a chain document (contract section 3) as a sequence of slices.
 * `others` gets the document when it turns out to hold no `records` list.
 */
export async function verifyChain(
  source: ByteSource,
  collector: Collector,
  options: VerifyOptions,
  others: (skeleton: Skeleton) => Promise<void>,
  inside?: { readonly entry: string; readonly rules: RunRules },
): Promise<ChainResult | undefined> {
  const run = new RecordRun(collector, options, inside?.rules ?? chainRules(options));
  const entry = inside?.entry;
  const slicer = new ChainSlicer(options.limits);
  let skeleton: Skeleton | undefined;
  try {
    for await (const chunk of coalesce(source.chunks())) {
      await run.push(slicer.push(chunk), source, entry);
      if (options.aborted?.() === true) return undefined;
    }
    skeleton = slicer.finish();
  } catch (error) {
    collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
  }
  const summary = await run.finish();
  if (skeleton === undefined) return { summary, chainId: undefined, signatures: 0, keyIds: new Set() };
  if (!skeleton.sliced) {
    await others(skeleton);
    return undefined;
  }
  return checkDocument({ skeleton, source, entry, collector, options }, summary, inside?.rules.signatures);
}

/** A chain's records: schemas are ours to add (hardening 9); upstream checks none. */
export function chainRules(options: VerifyOptions): RunRules {
  return { link: 'chain', schema: options.mode === 'gate' ? 'typed' : 'none', nullRecord: 'empty' };
}

/** A chain document and where it lies. */
export interface ChainDocument {
  readonly skeleton: Skeleton;
  readonly source: ByteSource;
  readonly entry: string | undefined;
  readonly collector: Collector;
  readonly options: VerifyOptions;
}

async function checkDocument(at: ChainDocument, summary: RunSummary, known: 'known' | undefined): Promise<ChainResult> {
  const { skeleton, source, entry, collector, options } = at;
  const none: ChainResult = { summary, chainId: undefined, signatures: 0, keyIds: new Set() };
  let document: Json;
  try {
    document = readJson(skeleton.bytes, options.limits.maxDepth);
  } catch (error) {
    collector.fault(placed(error, skeleton), { source, ...(entry === undefined ? {} : { entry }) });
    return none;
  }
  if (!isObject(document)) return none;
  const raise = raiser(at);
  const head = readHead(document, options, raise);
  if (options.mode === 'gate') {
    if (summary.records === 0) raise({ code: 'chain.empty', message: 'the chain has no records', pointer: '/records' });
    for (const problem of validateDocument('chain-v1', document)) raise(problem);
    for (const name of Object.keys(document)) {
      if (CHAIN_MEMBERS.has(name)) continue;
      const pointer = pointerPart(name);
      if (claimsOtherKind(document, name)) {
        const message = `members "records" and ${quote(name)} belong to different kinds of artifact`;
        raise({ code: 'kind.ambiguous', message, pointer });
      } else raise({ code: 'chain.unhashed_member', message: `member ${quote(name)} is covered by no hash`, pointer });
    }
  }
  checkDeclared(head, summary, options, raise);
  const signed =
    known === 'known'
      ? { signatures: 0, keyIds: new Set<string>() }
      : await checkSignatures(head, () => elements(source, options), options, raise);
  return { summary, chainId: head.chainId, ...signed };
}

/** A signed document that gained `records` would otherwise pass as a chain, its signature unseen (hardening 11). */
function claimsOtherKind(document: JsonObject, name: string): boolean {
  if (name !== 'schema_id') return name === 'record_id' || name === 'pack_id' || name === 'signature';
  const schema = member(document, name);
  return typeof schema === 'string' && schema.startsWith('gait.');
}

/** What a chain document says beside its records. */
export interface Head {
  readonly chainId: string | undefined;
  readonly createdAt: string | undefined;
  readonly recordCount: number | undefined;
  readonly headHash: string | undefined;
  readonly signatures: readonly Json[];
}

/** Reads it; what cannot be read is raised (`json.case_collision`, `chain.member_type`). */
export function readHead(document: JsonObject, options: VerifyOptions, raise: (problem: Problem) => void): Head {
  const problems: Problem[] = [];
  const read = new MemberReader(problems, 'chain.member_type');
  const members: Record<string, Json> = { ...document };
  for (const variant of caseVariants(document, CHAIN_MEMBERS) ?? []) {
    if (!variant.twin && options.mode === 'compat') {
      // Upstream reads a lone variant as the member itself.
      members[variant.known] = member(document, variant.name) ?? null;
      continue;
    }
    problems.push({
      code: 'json.case_collision',
      message: `member ${quote(variant.name)} differs from ${quote(variant.known)} only by case`,
      pointer: `/${variant.name}`,
    });
  }
  const head: Head = {
    chainId: read.text(members, 'chain_id', ''),
    createdAt: read.text(members, 'created_at', ''),
    recordCount: read.integer(members, 'record_count', ''),
    headHash: read.text(members, 'head_hash', ''),
    signatures: read.list(members, 'signatures', '') ?? [],
  };
  if (head.createdAt !== undefined && parseInstant(head.createdAt) === undefined) {
    problems.push({
      code: 'chain.member_type',
      message: `created_at ${quote(head.createdAt)} is not an RFC 3339 instant`,
      pointer: '/created_at',
    });
  }
  for (const problem of problems) raise(problem);
  return head;
}

function checkDeclared(
  head: Head,
  summary: RunSummary,
  options: VerifyOptions,
  raise: (problem: Problem) => void,
): void {
  const declared = head.headHash ?? '';
  if (declared !== summary.headHash) {
    const last = summary.records === 0 ? 'there are no records' : `the last record has hash ${quote(summary.headHash)}`;
    raise({
      code: 'chain.head_hash_mismatch',
      message: declared === '' ? `head_hash is missing; ${last}` : `head_hash is ${quote(declared)} but ${last}`,
      pointer: '/head_hash',
    });
  }
  if (options.strict && (head.recordCount ?? 0) !== summary.records) {
    raise({
      code: 'chain.record_count_mismatch',
      message: `record_count is ${head.recordCount ?? 'missing'} but there are ${summary.records} records`,
      pointer: '/record_count',
    });
  }
}

/** Signatures over the chain as a whole (hardening 10): upstream never looks at them. `records` are those they are over. */
export async function checkSignatures(
  head: Head,
  records: () => AsyncIterable<Slice>,
  options: VerifyOptions,
  raise: (problem: Problem) => void,
): Promise<{ signatures: number; keyIds: ReadonlySet<string> }> {
  const keyIds = new Set<string>();
  if (options.mode === 'compat' || options.signatures === 'off' || head.signatures.length === 0) {
    return { signatures: 0, keyIds };
  }
  if (!options.trust.configured && !signaturesRequired(options)) {
    raise({
      code: 'signature.not_checked',
      message: `${head.signatures.length} chain signature(s) were not checked: no key was given`,
      pointer: '/signatures',
    });
    return { signatures: 0, keyIds };
  }
  const digest = await chainDigest(head, records(), options);
  if (digest === undefined) return { signatures: 0, keyIds };
  head.signatures.forEach((signature, i) => {
    const result = checkSignatureObject(signature, digest, 'ascii-hex', options.trust.keys, options.mode);
    if (result.ok) keyIds.add(result.keyId);
    else {
      const pointer = `/signatures/${i}${result.pointer ?? ''}`;
      raise({ code: result.code, message: `chain signature: ${result.message}`, pointer });
    }
  });
  return { signatures: keyIds.size, keyIds };
}

/**
 * Signed digest of a chain (contract section 3). `records` comes last in canonical order, so a second pass over the
 * source can feed each record's typed view to the hash without holding more than one.
 */
async function chainDigest(
  head: Head,
  records: AsyncIterable<Slice>,
  options: VerifyOptions,
): Promise<string | undefined> {
  const created = head.createdAt === undefined ? undefined : parseInstant(head.createdAt);
  const hash = sha256();
  const front = canonicalize({
    chain_id: head.chainId ?? '',
    created_at: created?.utc ?? '0001-01-01T00:00:00Z',
    head_hash: head.headHash ?? '',
    record_count: head.recordCount ?? 0,
  });
  hash.update(`${front.slice(0, -1)},"records":[`);
  let first = true;
  for await (const slice of records) {
    const text = typedText(slice, options);
    if (text === undefined) return undefined;
    hash.update(first ? text : `,${text}`);
    first = false;
  }
  hash.update(']}');
  return hash.digest('hex');
}

/** The elements of `records`. */
async function* elements(source: ByteSource, options: VerifyOptions): AsyncIterable<Slice> {
  const slicer = new ChainSlicer(options.limits);
  for await (const chunk of coalesce(source.chunks())) yield* slicer.push(chunk);
}

function typedText(slice: Slice, options: VerifyOptions): string | undefined {
  let value: Json;
  try {
    value = readJson(slice.bytes, options.limits.maxDepth);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { view } = viewRecord(value, { loneCaseVariants: 'refuse' });
  if (view === undefined) return undefined;
  const timestamp = view.timestamp === undefined ? undefined : trimFraction(view.timestamp);
  const typed: Record<string, Json> = { ...typedRecord(view, timestamp) };
  if (view.metadata !== undefined && Object.keys(view.metadata).length === 0) delete typed['metadata'];
  return canonicalize(typed);
}

/** Raises problems of a chain document at their places in the file. */
export function raiser({ skeleton, source, entry, collector, options }: ChainDocument): (problem: Problem) => void {
  return (problem) =>
    collector.add(problem.code, problem.message, {
      source,
      ...(entry === undefined ? {} : { entry }),
      pointer: problem.pointer,
      severity: problem.severity,
      offset: skeleton.offsetOf(offsetOfPointer(skeleton.bytes, problem.pointer, options.limits.maxDepth)),
    });
}

/** A fault inside the skeleton, moved to its place in the file. */
export function placed(error: unknown, skeleton: Skeleton): unknown {
  if (!(error instanceof Fault)) return error;
  const { offset = 0 } = error.place;
  return new Fault(error.code, error.message, { ...error.place, offset: skeleton.offsetOf(offset) });
}
