import { type Context, locationOf } from '../context.js';
import { sha256, updateText } from '../digest.js';
import { Fault } from '../fault.js';
import type { Skeleton } from '../json/chain-slicer.js';
import { canonicalize } from '../json/jcs.js';
import { caseVariants, isObject, MemberReader, member, type Problem } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json, JsonObject } from '../json/value.js';
import type { VerifyOptions } from '../options.js';
import { turn, turnIsDue } from '../pace.js';
import { typedRecord } from '../record/typed.js';
import { viewRecord } from '../record/view.js';
import { checkWhole, type Signed, UNSIGNED } from '../signature/whole.js';
import type { ByteSource } from '../source/source.js';
import { quote } from '../text.js';
import { isNoTime, normalizeInstant, parseInstant, ZERO_INSTANT } from '../time.js';

/** Members of a chain document (contract section 3). */
export const CHAIN_MEMBERS: ReadonlySet<string> = new Set([
  'chain_id',
  'created_at',
  'record_count',
  'head_hash',
  'records',
  'signatures',
]);

/** Members of a chain document other than its records. */
export interface Head {
  readonly chainId: string | undefined;
  readonly createdAt: string | undefined;
  readonly recordCount: number | undefined;
  readonly headHash: string | undefined;
  readonly signatures: readonly Json[];
}

/** Reads these members; unreadable ones are raised (`json.case_collision`, `chain.member_type`). */
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

/**
 * Checks the signatures over the chain as a whole (hardening 10), which upstream ignores.
 * @param records the signed records, read once more. A signature over them is never dated before the newest of them.
 */
export async function checkChainSignatures(
  head: Head,
  records: () => AsyncIterable<Slice>,
  options: VerifyOptions,
  raise: (problem: Problem) => void,
): Promise<Signed> {
  if (options.mode === 'compat') return UNSIGNED;
  const created = head.createdAt === undefined ? undefined : parseInstant(head.createdAt)?.epochMs;
  let latest: number | undefined;
  return checkWhole(
    {
      what: 'chain',
      signatures: head.signatures,
      pointers: head.signatures.map((_, i) => `/signatures/${i}`),
      pointer: '/signatures',
      form: 'ascii-hex',
      digests: async () => {
        const found = await chainDigest(head, records(), options);
        latest = found?.latest;
        return found === undefined ? undefined : [found.digest];
      },
      at: () => (created === undefined || isNoTime(created) ? undefined : Math.max(created, latest ?? created)),
    },
    options,
    raise,
  );
}

/**
 * The signed digest of a chain (contract section 3), and the time of its newest record, epoch milliseconds. `records` comes
 * last in canonical order, so a second pass over the source can hash one typed view at a time.
 */
async function chainDigest(
  head: Head,
  records: AsyncIterable<Slice>,
  options: VerifyOptions,
): Promise<{ readonly digest: string; readonly latest: number | undefined } | undefined> {
  const created = head.createdAt === undefined ? undefined : parseInstant(head.createdAt);
  const hash = sha256();
  const front = canonicalize({
    chain_id: head.chainId ?? '',
    created_at: created?.utc ?? ZERO_INSTANT,
    head_hash: head.headHash ?? '',
    record_count: head.recordCount ?? 0,
  });
  hash.update(`${front.slice(0, -1)},"records":[`);
  let latest: number | undefined;
  for await (const slice of records) {
    const typed = typedText(slice, options);
    if (typed === undefined) return undefined;
    if (latest !== undefined) hash.update(',');
    updateText(hash, typed.text);
    latest = Math.max(typed.epochMs, latest ?? typed.epochMs);
    if (turnIsDue()) await turn(options);
  }
  hash.update(']}');
  return { digest: hash.digest('hex'), latest };
}

function typedText(
  slice: Slice,
  options: VerifyOptions,
): { readonly text: string; readonly epochMs: number } | undefined {
  let value: Json;
  try {
    value = readJson(slice.bytes, options.limits.maxDepth);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { view } = viewRecord(value, { loneCaseVariants: 'refuse' });
  if (view === undefined) return undefined;
  const timestamp = view.timestamp === undefined ? undefined : normalizeInstant(view.timestamp);
  const typed: Record<string, Json> = { ...typedRecord(view, timestamp) };
  if (view.metadata !== undefined && Object.keys(view.metadata).length === 0) delete typed['metadata'];
  return { text: canonicalize(typed), epochMs: view.epochMs };
}

/** A function that adds problems of a chain document as findings at their location in the file. */
export function raiser(context: Context, source: ByteSource): (problem: Problem) => void {
  return (problem) =>
    context.collector.add(problem.code, problem.message, {
      ...locationOf(context, source),
      pointer: problem.pointer,
      severity: problem.severity,
      document: 0,
    });
}

/** Translates the offset of a fault in the skeleton to its offset in the file; other errors are returned as they are. */
export function placed(error: unknown, skeleton: Skeleton): unknown {
  if (!(error instanceof Fault)) return error;
  const { offset = 0 } = error.place;
  return new Fault(error.code, error.message, { ...error.place, offset: skeleton.offsetOf(offset) });
}
