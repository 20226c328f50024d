import { type Context, entryOf } from '../context.js';
import { readDocument } from '../document.js';
import { member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { anything, count, exactly, hex64, instant, list, object, oneOf, type Rule, text } from '../shape.js';
import { quote } from '../text.js';
import type { GaitArchive } from './archive.js';
import { checkCall } from './call.js';
import { lengthOf, readLines } from './lines.js';
import { type Payload, readShaped } from './payload-reader.js';

/** Required entries by type of pack (producers.md section 3). */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  run: ['run_payload.json', 'source/runpack.zip'],
  job: ['job_payload.json', 'job_state.json', 'job_events.jsonl'],
  call: [
    'call_payload.json',
    'callpack_manifest.json',
    'call_events.jsonl',
    'commitments.jsonl',
    'gate_decisions.jsonl',
    'speak_receipts.jsonl',
    'reference_digests.json',
    'source/runpack.zip',
  ],
};

/** Checks the contract of a pack's payload, after the digests were checked. */
export async function checkPayload(archive: GaitArchive): Promise<void> {
  const { document, contents, context, intact } = archive;
  const type = member(document.value, 'pack_type');
  const entries = typeof type === 'string' && Object.hasOwn(ENTRIES, type) ? (ENTRIES[type] ?? []) : [];
  for (const path of entries) {
    if (contents.some((content) => content.path === path)) continue;
    const message = `a pack of type ${String(type)} needs ${quote(path)}`;
    document.raise({ code: 'pack.payload_missing', message, pointer: '/contents' });
  }
  // An entry that is missing or changed was reported already; the payload is not checked then.
  if (!entries.every((path) => intact.has(path))) return;
  const inside = (path: string): Context => ({ ...context, entry: entryOf(context, path) });
  const payload: Payload = {
    archive,
    read: async (path) => {
      const entry = intact.get(path);
      return entry && readDocument(entry, inside(path));
    },
    invalid: (path, message) =>
      context.collector.add('pack.payload_invalid', message, { entry: entryOf(context, path) }),
  };
  if (type === 'run') await checkRun(payload);
  else if (type === 'job') await checkJob(payload);
  else if (type === 'call') await checkCall(payload);
}

const versioned = (id: string): Record<string, Rule> => ({ schema_id: exactly(id), schema_version: exactly('1.0.0') });

const RUN = object({
  required: {
    ...versioned('gait.pack.run'),
    created_at: instant,
    run_id: text,
    capture_mode: oneOf('reference', 'raw'),
    manifest_digest: hex64,
    intents_count: count(0),
    results_count: count(0),
    refs_count: count(0),
  },
  optional: {
    context_set_digest: hex64,
    context_ref_count: count(0),
    context_evidence_mode: oneOf('best_effort', 'required'),
    context_privacy_mode: anything,
  },
});

async function checkRun(payload: Payload): Promise<void> {
  const path = 'run_payload.json';
  const run = await readShaped(payload, path, RUN);
  if (run === undefined) return;
  if (member(run, 'run_id') !== member(payload.archive.document.value, 'source_ref')) {
    payload.invalid(path, 'run_id is not the source_ref of the manifest');
  }
}

const STATUS = ['running', 'paused', 'decision_needed', 'blocked', 'completed', 'cancelled', 'emergency_stopped'];

const JOB = object({
  required: {
    ...versioned('gait.pack.job'),
    created_at: instant,
    job_id: text,
    status: oneOf(...STATUS),
    stop_reason: text,
    status_reason_code: text,
    environment_fingerprint: text,
    checkpoint_count: count(0),
    approval_count: count(0),
  },
  optional: { safety_invariant_version: anything, safety_invariant_hash: hex64 },
});

/** Only the job's id and status are required. */
const STATE = object({
  required: { job_id: text, status: oneOf(...STATUS) },
  optional: {
    ...Object.fromEntries(
      [
        ...['schema_id', 'schema_version', 'created_at', 'updated_at', 'producer_version', 'stop_reason'],
        ...['status_reason_code', 'environment_fingerprint', 'safety_invariant_version', 'safety_invariant_hash'],
        ...['safety_invariants', 'policy_digest', 'policy_ref', 'identity', 'revision'],
      ].map((name) => [name, anything]),
    ),
    checkpoints: list,
    approvals: list,
  },
});

async function checkJob(payload: Payload): Promise<void> {
  const job = await readShaped(payload, 'job_payload.json', JOB);
  const state = await readShaped(payload, 'job_state.json', STATE);
  if (job === undefined || state === undefined) return;
  const id = member(job, 'job_id');
  const { document, intact, context } = payload.archive;
  if (id !== member(document.value, 'source_ref'))
    payload.invalid('job_payload.json', 'job_id is not the source_ref of the manifest');
  if (id !== member(state, 'job_id')) payload.invalid('job_state.json', 'job_id is not that of the payload');
  if (member(job, 'status') !== member(state, 'status'))
    payload.invalid('job_state.json', 'status is not that of the payload');
  for (const [name, of] of [
    ['checkpoint_count', 'checkpoints'],
    ['approval_count', 'approvals'],
  ] as const) {
    const found = lengthOf(member(state, of));
    if (member(job, name) !== found)
      payload.invalid('job_payload.json', `${name} is ${String(member(job, name))}, but the state has ${found} ${of}`);
  }
  const versioned = member(job, 'safety_invariant_version') ?? '';
  if (versioned !== '' && (member(job, 'safety_invariant_hash') ?? '') === '') {
    payload.invalid('job_payload.json', 'safety_invariant_hash is missing although safety_invariant_version is set');
  }
  const events = intact.get('job_events.jsonl');
  if (events === undefined) return;
  await readLines(events, { ...context, entry: entryOf(context, 'job_events.jsonl') }, (event, line) => {
    EVENT(event, '', (what, _, message) => {
      if (what === 'invalid') payload.invalid('job_events.jsonl', `line ${line}: ${message}`);
    });
    if (eventJob(event) !== id) payload.invalid('job_events.jsonl', `line ${line}: job_id is not that of the payload`);
  });
}

const EVENT = object({ required: { job_id: text }, open: true });
const eventJob = (event: Json): Json | undefined =>
  event !== null && typeof event === 'object' && !Array.isArray(event)
    ? member(event as JsonObject, 'job_id')
    : undefined;
