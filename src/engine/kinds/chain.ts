import { CHAIN_MEMBERS, checkChainSignatures, type Head, placed, raiser, readHead } from '../chain/document.js';
import { type Context, type KindResult, locationOf, NOTHING } from '../context.js';
import type { Document } from '../document.js';
import { Fault } from '../fault.js';
import { ChainSlicer, type Skeleton } from '../json/chain-slicer.js';
import { isObject, member, type Problem } from '../json/members.js';
import { pointerPart } from '../json/pointer.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json, JsonObject } from '../json/value.js';
import type { DocumentKind } from '../kind.js';
import type { VerifyOptions } from '../options.js';
import { goOn, turn, turnIsDue } from '../pace.js';
import { isChainLike, isSignedKind } from '../producers/not-evidence.js';
import { RecordRun, type RunSummary, resultOf } from '../record/run.js';
import type { RunRules } from '../record/types.js';
import { validateDocument } from '../schema/registry.js';
import { partsOf, type Signed, UNSIGNED } from '../signature/whole.js';
import { coalesce } from '../source/coalesce.js';
import { holds } from '../source/holds.js';
import { memorySource } from '../source/memory.js';
import type { ByteSource } from '../source/source.js';
import { count, quote, shortHash } from '../text.js';

/** A chain document (contract section 3). */
export const chain: DocumentKind<'chain'> = {
  name: 'chain',
  title: 'chain',
  form: 'document',
  evidence: true,
  records: 'chain',
  countsSigners: true,
  exclusive: true,
  claims: (value, mode) =>
    Object.hasOwn(value, 'records') && (mode === 'compat' || isChainLike(value) || isSignedKind(value))
      ? 'records'
      : undefined,
  verify,
};

async function verify({ context, source, raise, value }: Document): Promise<KindResult> {
  // Upstream treats null as absent (contract section 9), which is a chain without records.
  const absent = context.options.mode === 'compat' && value['records'] === null;
  const document = absent ? memorySource(source.name, Buffer.from(JSON.stringify({ ...value, records: [] }))) : source;
  const result = await verifyChain(document, context);
  if (result !== undefined) return chainResult(result, context, 'chain');
  raise({ code: 'chain.member_type', message: '"records" must be a list', pointer: '/records' });
  return NOTHING;
}

/** The result of verifying a chain. */
export interface ChainResult {
  readonly summary: RunSummary;
  readonly chainId: string | undefined;
  /** Chain-level signatures that verified. */
  readonly signed: Signed;
}

/** The result of any kind whose records form a chain. */
export function chainResult({ summary, chainId, signed }: ChainResult, context: Context, kind: string): KindResult {
  const { facts, ...result } = resultOf(summary);
  return {
    ...result,
    headHash: summary.headHash,
    signatures: result.signatures + signed.count,
    keyIds: new Set([...result.keyIds, ...signed.keyIds]),
    parts: partsOf(signed, context.entry, kind, { records: 'vouched' }),
    facts: { ...facts, ...(chainId === undefined ? {} : { chainId }) },
  };
}

/**
 * Rules for the records of a chain: the gate checks schemas, which upstream does not (hardening 9). A verified signature over
 * the whole chain also counts for records that have no signature by a given key (hardening 25).
 */
export function chainRules(options: VerifyOptions, signed = UNSIGNED): RunRules {
  return {
    link: 'chain',
    schema: options.mode === 'gate' ? 'typed' : 'none',
    nullRecord: 'empty',
    ...(signed.count === 0 ? {} : { signatures: 'vouched' }),
  };
}

/**
 * Verifies a chain document as a sequence of slices: records are verified while the document is split, so none is kept.
 * `undefined`: it has no list `records`.
 */
export async function verifyChain(source: ByteSource, context: Context): Promise<ChainResult | undefined> {
  const { collector, options } = context;
  const signed = await signedFirst(source, context);
  const run = new RecordRun(context, chainRules(options, signed));
  const slicer = new ChainSlicer(options.limits);
  let skeleton: Skeleton | undefined;
  try {
    for await (const chunk of coalesce(source.chunks())) {
      await run.pushAll(slicer.batches(chunk), source);
      goOn(options);
    }
    skeleton = slicer.finish();
  } catch (error) {
    collector.fault(error, locationOf(context, source));
  }
  const summary = await run.finish();
  if (skeleton === undefined) return { summary, chainId: undefined, signed: signed ?? UNSIGNED };
  return skeleton.sliced ? checkDocument(skeleton, source, context, summary, signed) : undefined;
}

const SIGNATURES = Buffer.from('"signatures"');

/**
 * Checks the signatures over the whole chain before its records, because a verified one also counts for records without a
 * signature of their own. `undefined`: nothing was checked here, since no signatures are required or the text `"signatures"`
 * does not occur (it could be written with escapes); then each record needs its own signature. Defects of the document are
 * reported by the pass over the records.
 */
async function signedFirst(source: ByteSource, context: Context): Promise<Signed | undefined> {
  const { options } = context;
  if (options.mode === 'compat' || options.signatures === 'off' || !options.trust.configured) return undefined;
  let head: Head;
  try {
    if (!(await holds(source, SIGNATURES, options))) return undefined;
    const slicer = new ChainSlicer(options.limits);
    for await (const chunk of coalesce(source.chunks())) {
      for (const _ of slicer.batches(chunk)) if (turnIsDue()) await turn(options);
    }
    const document = readJson(slicer.finish().bytes, options.limits.maxDepth);
    if (!isObject(document)) return undefined;
    head = readHead(document, options, () => {});
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  return checkChainSignatures(head, () => elements(source, options), options, raiser(context, source));
}

/** Checks the members of the document other than its records. */
async function checkDocument(
  skeleton: Skeleton,
  source: ByteSource,
  context: Context,
  summary: RunSummary,
  signedBefore: Signed | undefined,
): Promise<ChainResult> {
  const { collector, options } = context;
  const none: ChainResult = { summary, chainId: undefined, signed: signedBefore ?? UNSIGNED };
  let document: Json;
  try {
    document = readJson(skeleton.bytes, options.limits.maxDepth);
  } catch (error) {
    collector.fault(placed(error, skeleton), locationOf(context, source));
    return none;
  }
  if (!isObject(document)) return none;
  const raise = raiser(context, source);
  const head = readHead(document, options, raise);
  if (options.mode === 'gate') {
    if (summary.records === 0) raise({ code: 'chain.empty', message: 'the chain has no records', pointer: '/records' });
    for (const problem of validateDocument('chain-v1', document)) raise(problem);
    checkMembers(document, raise);
  }
  checkDeclared(head, summary, options, raise);
  const signed = signedBefore ?? (await checkChainSignatures(head, () => elements(source, options), options, raise));
  return { summary, chainId: head.chainId, signed };
}

function checkMembers(document: JsonObject, raise: (problem: Problem) => void): void {
  for (const name of Object.keys(document)) {
    if (CHAIN_MEMBERS.has(name)) continue;
    const pointer = pointerPart(name);
    if (claimsOtherKind(document, name)) {
      const message = `members "records" and ${quote(name)} belong to different kinds of artifact`;
      raise({ code: 'kind.ambiguous', message, pointer });
    } else raise({ code: 'chain.unhashed_member', message: `member ${quote(name)} is covered by no hash`, pointer });
  }
}

/**
 * Otherwise a signed document with an added `records` would pass as a chain and its signature would not be checked (hardening
 * 11).
 */
function claimsOtherKind(document: JsonObject, name: string): boolean {
  if (name !== 'schema_id') return name === 'record_id' || name === 'pack_id' || name === 'signature';
  const schema = member(document, name);
  return typeof schema === 'string' && schema.startsWith('gait.');
}

function checkDeclared(
  head: Head,
  summary: RunSummary,
  options: VerifyOptions,
  raise: (problem: Problem) => void,
): void {
  const declared = head.headHash ?? '';
  if (declared !== summary.headHash) {
    const last =
      summary.records === 0 ? 'there are no records' : `the last record has hash ${shortHash(summary.headHash)}`;
    raise({
      code: 'chain.head_hash_mismatch',
      message: declared === '' ? `head_hash is missing; ${last}` : `head_hash is ${shortHash(declared)} but ${last}`,
      pointer: '/head_hash',
    });
  }
  if (options.strict && (head.recordCount ?? 0) !== summary.records) {
    raise({
      code: 'chain.record_count_mismatch',
      message: `record_count is ${head.recordCount ?? 'missing'}, the chain has ${count(summary.records, 'record')}`,
      pointer: '/record_count',
    });
  }
}

/** The elements of `records`. */
async function* elements(source: ByteSource, options: VerifyOptions): AsyncIterable<Slice> {
  const slicer = new ChainSlicer(options.limits);
  for await (const chunk of coalesce(source.chunks())) yield* slicer.push(chunk);
}
