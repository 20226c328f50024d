import { type Context, entryOf } from '../context.js';
import { isObject, member } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Json, JsonObject } from '../json/value.js';
import { anything, count, exactly, hex64, instant, listOf, object, oneOf, type Rule, text } from '../shape.js';
import { lengthOf, readLines } from './lines.js';
import { type Payload, readShaped } from './payload-reader.js';

const CLASSES = ['refund', 'quote', 'eligibility', 'schedule', 'cancel', 'account_change'];
const COUNTS = ['event_count', 'commitment_count', 'decision_count', 'speak_receipt_count', 'reference_digest_count'];
/** Types of events that every call has at least once. */
const STAGES = [
  'asr.final',
  'commitment.declared',
  'gate.decision',
  'tts.request',
  'tts.emitted',
  'tool.intent',
  'tool.result',
];

const common: Readonly<Record<string, Rule>> = {
  schema_version: exactly('1.0.0'),
  created_at: instant,
  call_id: text,
  privacy_mode: oneOf('hash_only', 'dispute_encrypted'),
  ...Object.fromEntries(COUNTS.map((name) => [name, count(0)])),
};
const PAYLOAD = object({
  required: { schema_id: exactly('gait.pack.call'), ...common },
  optional: { run_id: anything },
  open: true,
});
const MANIFEST = object({
  required: { schema_id: exactly('gait.voice.callpack_manifest'), producer_version: text, ...common },
  open: true,
});
const SAME = ['call_id', 'created_at', 'privacy_mode', 'environment_fingerprint', ...COUNTS];

const line = (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  object({
    required: { call_id: text, call_seq: count(1), turn_index: count(0), ...required },
    optional: { intent_digest: hex64, policy_digest: hex64, payload_digest: hex64, spoken_digest: hex64, ...optional },
    open: true,
  });
const commitment = oneOf(...CLASSES);

const LINES = {
  'call_events.jsonl': line(
    {
      schema_id: exactly('gait.voice.call_event'),
      schema_version: exactly('1.0.0'),
      created_at: instant,
      event_type: text,
    },
    { commitment_class: commitment },
  ),
  'commitments.jsonl': line({ commitment_class: commitment }),
  'gate_decisions.jsonl': line({
    commitment_class: commitment,
    verdict: oneOf('allow', 'block', 'dry_run', 'require_approval'),
  }),
  'speak_receipts.jsonl': line({
    commitment_class: commitment,
    say_token_id: text,
    spoken_digest: hex64,
    emitted_at: instant,
  }),
} as const;
type LineFile = keyof typeof LINES;

/** Checks the contract of a call pack (producers.md section 3). */
export async function checkCall(payload: Payload): Promise<void> {
  const call = await readShaped(payload, 'call_payload.json', PAYLOAD);
  const manifest = await readShaped(payload, 'callpack_manifest.json', MANIFEST);
  if (call === undefined || manifest === undefined) return;
  if (member(call, 'call_id') !== member(payload.archive.document.value, 'source_ref'))
    payload.invalid('call_payload.json', 'call_id is not the source_ref of the manifest');
  for (const name of SAME) {
    if (member(call, name) !== member(manifest, name))
      payload.invalid('callpack_manifest.json', `${name} is not that of the payload`);
  }
  const id = member(call, 'call_id');
  const events = await linesOf(payload, 'call_events.jsonl', id);
  const commitments = await linesOf(payload, 'commitments.jsonl', id);
  const decisions = await linesOf(payload, 'gate_decisions.jsonl', id);
  const receipts = await linesOf(payload, 'speak_receipts.jsonl', id);
  const references = await referencesOf(payload);
  const found = [events.length, commitments.length, decisions.length, receipts.length, references];
  COUNTS.forEach((name, i) => {
    if (member(call, name) !== found[i])
      payload.invalid('call_payload.json', `${name} is ${String(member(call, name))}, but the pack has ${found[i]}`);
  });
  checkEvents(payload, events, receipts);
  checkReceipts(payload, receipts, decisions);
}

async function linesOf(payload: Payload, path: LineFile, callId: Json | undefined): Promise<JsonObject[]> {
  const { intact, context } = payload.archive;
  const entry = intact.get(path);
  const lines: JsonObject[] = [];
  if (entry === undefined) return lines;
  const inside: Context = { ...context, entry: entryOf(context, path) };
  await readLines(entry, inside, (value, at) => {
    LINES[path](value, '', (what, _, message) => {
      if (what !== 'unknown') payload.invalid(path, `line ${at}: ${message}`);
    });
    if (!isObject(value)) return;
    if (member(value, 'call_id') !== callId) payload.invalid(path, `line ${at}: call_id is not that of the payload`);
    lines.push(value);
  });
  return lines;
}

const REFERENCES = listOf(object({ required: { ref_id: text, sha256: hex64 } }));

/** Number of distinct references in the pack. */
async function referencesOf(payload: Payload): Promise<number> {
  const path = 'reference_digests.json';
  const { intact, context } = payload.archive;
  const entry = intact.get(path);
  if (entry === undefined) return 0;
  let value: Json;
  try {
    value = readJson(await entry.bytes(context.options.limits.maxDocumentBytes), context.options.limits.maxDepth);
  } catch {
    return 0; // reported for the content itself
  }
  // Without references Gait writes null.
  REFERENCES(value ?? [], '', (what, pointer, message) => {
    if (what !== 'unknown') payload.invalid(path, `${pointer}: ${message}`);
  });
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  const ids = new Set(items.map((item) => (isObject(item) ? (member(item, 'ref_id') ?? null) : null)));
  if (ids.size !== lengthOf(value)) payload.invalid(path, 'a reference occurs twice');
  return ids.size;
}

const numberOf = (object: JsonObject, name: string): number => {
  const value = member(object, name);
  return typeof value === 'number' ? value : Number.NaN;
};

/** Key of a receipt or decision: its commitment class and turn. */
const subjectOf = (one: JsonObject): string =>
  JSON.stringify([member(one, 'commitment_class') ?? null, member(one, 'turn_index') ?? null]);
const spokenOf = (one: JsonObject): string =>
  JSON.stringify([numberOf(one, 'call_seq'), subjectOf(one), member(one, 'say_token_id') ?? null]);

function checkEvents(payload: Payload, events: readonly JsonObject[], receipts: readonly JsonObject[]): void {
  const path = 'call_events.jsonl';
  const spoken = new Set(receipts.map(spokenOf));
  let last = 0;
  events.forEach((event, i) => {
    const seq = numberOf(event, 'call_seq');
    if (seq < last) payload.invalid(path, `event ${i + 1} is out of order: call_seq ${seq} after ${last}`);
    last = Math.max(last, Number.isNaN(seq) ? last : seq);
    if (member(event, 'event_type') !== 'tts.emitted' || (member(event, 'commitment_class') ?? null) === null) return;
    if (typeof member(event, 'say_token_id') === 'string' && spoken.has(spokenOf(event))) return;
    payload.invalid(path, `event ${i + 1}: what was spoken has no receipt of the same turn, class and token`);
  });
  const types = new Set(events.map((event) => member(event, 'event_type')));
  for (const stage of STAGES) if (!types.has(stage)) payload.invalid(path, `the call has no event of type ${stage}`);
}

/** The latest decision on the class and turn of a receipt that is not after it must be `allow`. */
function checkReceipts(payload: Payload, receipts: readonly JsonObject[], decisions: readonly JsonObject[]): void {
  const bySubject = new Map<string, JsonObject[]>();
  for (const decision of decisions) {
    const subject = subjectOf(decision);
    const known = bySubject.get(subject);
    if (known === undefined) bySubject.set(subject, [decision]);
    else known.push(decision);
  }
  for (const list of bySubject.values()) list.sort((a, b) => numberOf(a, 'call_seq') - numberOf(b, 'call_seq'));
  receipts.forEach((receipt, i) => {
    const latest = latestBefore(bySubject.get(subjectOf(receipt)) ?? [], numberOf(receipt, 'call_seq'));
    if (latest !== undefined && member(latest, 'verdict') === 'allow') return;
    payload.invalid('speak_receipts.jsonl', `receipt ${i + 1}: no decision of its class and turn allowed it`);
  });
}

/** The last element of a list sorted by call_seq that is not after `seq`. */
function latestBefore(sorted: readonly JsonObject[], seq: number): JsonObject | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(sorted[middle] ?? {}, 'call_seq') <= seq) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
