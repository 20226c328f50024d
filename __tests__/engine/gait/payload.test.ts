import { describe, expect, test } from '@jest/globals';
import { type Doc, type Files, JOB, jsonl, pack, runpack, sha } from '../../support/build.js';
import { verifyBytes } from '../kinds/cases/run.js';

// The contracts of the payloads of packs (producers.md section 3).

async function codes(files: Files, type: string, ref: string): Promise<string[]> {
  const { findings } = await verifyBytes('p.zip', pack(files, undefined, { pack_type: type, source_ref: ref }));
  return findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);
}
const invalid = /^pack\.payload_invalid: /;

describe('a run', () => {
  const payload: Doc = {
    schema_id: 'gait.pack.run',
    schema_version: '1.0.0',
    created_at: '2026-01-02T03:04:05Z',
    run_id: 'run_1',
    capture_mode: 'reference',
    manifest_digest: sha('m'),
    intents_count: 1,
    results_count: 0,
    refs_count: 0,
  };
  const files = (members: Doc = {}): Files => ({
    'run_payload.json': JSON.stringify({ ...payload, ...members }),
    'source/runpack.zip': runpack(),
  });
  const run = (members: Doc = {}): Promise<string[]> => codes(files(members), 'run', 'run_1');

  test('passes, also with optional members', async () => {
    expect(await run()).toEqual([]);
    const more = { context_set_digest: sha('c'), context_ref_count: 2, context_evidence_mode: 'required' };
    expect(await run({ ...more, context_privacy_mode: 'x', later: 1 })).toEqual([]);
  });

  test.each<[Doc]>([
    [{ schema_id: 'gait.pack.job' }],
    [{ schema_version: '2.0.0' }],
    [{ created_at: 'now' }],
    [{ run_id: 'run_2' }],
    [{ run_id: '' }],
    [{ capture_mode: 'all' }],
    [{ manifest_digest: 'x' }],
    [{ intents_count: -1 }],
    [{ results_count: '1' }],
    [{ refs_count: 0.5 }],
    [{ context_set_digest: 'x' }],
    [{ context_ref_count: -1 }],
    [{ context_evidence_mode: 'some' }],
    [{ manifest_digest: undefined }],
  ])('%j is refused', async (members) => {
    expect((await run(members))[0]).toMatch(invalid);
  });

  test.each(['run_payload.json', 'source/runpack.zip'])('needs %s', async (name) => {
    const { [name]: _, ...rest } = files();
    expect(await codes(rest, 'run', 'run_1')).toEqual([`pack.payload_missing: a pack of type run needs "${name}"`]);
  });
});

describe('a job payload', () => {
  const read = (name: string): Doc => JSON.parse(String(JOB[name])) as Doc;
  interface Parts {
    payload?: Doc;
    state?: Doc;
    events?: readonly Doc[];
  }
  const job = (change: Parts, ref = 'job_1'): Promise<string[]> =>
    codes(
      {
        'job_payload.json': JSON.stringify({ ...read('job_payload.json'), ...change.payload }),
        'job_state.json': JSON.stringify({ ...read('job_state.json'), ...change.state }),
        'job_events.jsonl': jsonl(change.events ?? [{ job_id: 'job_1' }]),
      },
      'job',
      ref,
    );

  test('passes when its counts match its state', async () => {
    expect(await job({})).toEqual([]);
    const state = { checkpoints: [{}, {}], approvals: [{}] };
    expect(await job({ payload: { checkpoint_count: 2, approval_count: 1 }, state })).toEqual([]);
    expect(await job({ payload: { safety_invariant_version: '1', safety_invariant_hash: sha('s') } })).toEqual([]);
    const prefixed = { safety_invariant_version: '1', safety_invariant_hash: `sha256:${sha('s')}` };
    expect(await job({ payload: prefixed })).toHaveLength(1);
    expect(await job({ events: [] })).toEqual([]);
  });

  test.each<[string, Parts, string?]>([
    ['a different source', {}, 'job_2'],
    ['a different job in the state', { state: { job_id: 'job_2' } }],
    ['a different status in the state', { state: { status: 'running' } }],
    ['an unknown status', { payload: { status: 'done' }, state: { status: 'done' } }],
    ['an event of a different job', { events: [{ job_id: 'job_1' }, { job_id: 'job_2' }] }],
    ['an event without a job', { events: [{}] }],
    ['more checkpoints than there are', { payload: { checkpoint_count: 1 } }],
    ['fewer approvals than there are', { state: { approvals: [{}] } }],
    ['a version of invariants without their hash', { payload: { safety_invariant_version: '1' } }],
    ['no environment', { payload: { environment_fingerprint: '' } }],
  ])('%s is refused', async (...[, change, ref]) => {
    expect((await job(change, ref))[0]).toMatch(invalid);
  });
});

describe('a call', () => {
  const counts = {
    event_count: 7,
    commitment_count: 1,
    decision_count: 1,
    speak_receipt_count: 1,
    reference_digest_count: 1,
  };
  const stamp = { schema_version: '1.0.0', created_at: '2026-01-02T03:04:05Z' };
  const common: Doc = { ...stamp, call_id: 'call_1', privacy_mode: 'hash_only', ...counts };
  const turn = { call_id: 'call_1', turn_index: 1, commitment_class: 'quote' };
  const stages = [
    ...['asr.final', 'commitment.declared', 'gate.decision', 'tts.request'],
    ...['tts.emitted', 'tool.intent', 'tool.result'],
  ];
  const events: Doc[] = stages.map((type, i) => ({
    schema_id: 'gait.voice.call_event',
    ...stamp,
    event_type: type,
    ...turn,
    call_seq: i + 1,
    ...(type === 'tts.emitted' ? { say_token_id: 'say_1' } : {}),
  }));
  const receipt: Doc = {
    ...turn,
    call_seq: 5,
    say_token_id: 'say_1',
    spoken_digest: sha('s'),
    emitted_at: '2026-01-02T03:04:06Z',
  };
  const decision: Doc = { ...turn, call_seq: 3, verdict: 'allow' };
  interface Parts {
    payload?: Doc;
    manifest?: Doc;
    events?: readonly Doc[];
    commitments?: readonly Doc[];
    decisions?: readonly Doc[];
    receipts?: readonly Doc[];
    references?: unknown;
  }
  const call = (change: Parts = {}, ref = 'call_1'): Promise<string[]> => {
    const manifest = { schema_id: 'gait.voice.callpack_manifest', producer_version: '1', ...common };
    const references = 'references' in change ? change.references : [{ ref_id: 'kb', sha256: sha('r') }];
    const files: Files = {
      'call_payload.json': JSON.stringify({ schema_id: 'gait.pack.call', ...common, ...change.payload }),
      'callpack_manifest.json': JSON.stringify({ ...manifest, ...change.manifest }),
      'call_events.jsonl': jsonl(change.events ?? events),
      'commitments.jsonl': jsonl(change.commitments ?? [{ ...turn, call_seq: 2 }]),
      'gate_decisions.jsonl': jsonl(change.decisions ?? [decision]),
      'speak_receipts.jsonl': jsonl(change.receipts ?? [receipt]),
      'reference_digests.json': JSON.stringify(references),
      'source/runpack.zip': runpack(),
    };
    return codes(files, 'call', ref);
  };
  const both = (members: Doc): Parts => ({ payload: members, manifest: members });
  const at = (index: number, members: Doc): readonly Doc[] =>
    events.map((event, i) => (i === index ? { ...event, ...members } : event));
  const reference = { ref_id: 'a', sha256: sha('r') };

  test('passes, and without references', async () => {
    expect(await call()).toEqual([]);
    expect(await call({ ...both({ reference_digest_count: 0 }), references: null })).toEqual([]);
    expect(await call(both({ environment_fingerprint: 'voice:1' }))).toEqual([]);
  });

  test.each<[string, Parts, string?]>([
    ['a different source', {}, 'call_2'],
    ['a different call in the manifest', { manifest: { call_id: 'call_2' } }],
    ['a different time in the manifest', { manifest: { created_at: '2026-01-02T03:04:06Z' } }],
    ['a different environment in the manifest', { manifest: { environment_fingerprint: 'x' } }],
    ['a different mode', both({ privacy_mode: 'open' })],
    ['more events than there are', both({ event_count: 8 })],
    ['fewer references than there are', both({ reference_digest_count: 0 })],
    ['no producer', { manifest: { producer_version: '' } }],
    ['events out of order', { events: [...events].reverse() }],
    ['no event of a stage', { ...both({ event_count: 6 }), events: events.slice(0, 6) }],
    ['an event of a different call', { events: at(0, { call_id: 'call_2' }) }],
    ['an event of a different class', { events: at(0, { commitment_class: 'gift' }) }],
    ['an event of sequence 0', { events: at(0, { call_seq: 0 }) }],
    ['what was spoken without a token', { events: at(4, { say_token_id: undefined }) }],
    ['what was spoken with a different token', { events: at(4, { say_token_id: 'say_2' }) }],
    ['what was spoken without a receipt', { ...both({ speak_receipt_count: 0 }), receipts: [] }],
    ['a receipt of a different turn', { receipts: [{ ...receipt, turn_index: 2 }] }],
    ['a receipt without a digest', { receipts: [{ ...receipt, spoken_digest: 'x' }] }],
    ['a decision that blocks', { decisions: [{ ...decision, verdict: 'block' }] }],
    ['a decision after the receipt', { decisions: [{ ...decision, call_seq: 6 }] }],
    [
      'a later decision that blocks',
      { ...both({ decision_count: 2 }), decisions: [decision, { ...decision, call_seq: 4, verdict: 'block' }] },
    ],
    ['a decision about a different class', { decisions: [{ ...decision, commitment_class: 'refund' }] }],
    ['a decision of no known verdict', { decisions: [{ ...decision, verdict: 'maybe' }] }],
    ['a commitment of no class', { commitments: [{ ...turn, call_seq: 2, commitment_class: undefined }] }],
    ['a reference twice', { references: [reference, reference] }],
    ['a reference without a digest', { references: [{ ref_id: 'a' }] }],
  ])('%s is refused', async (...[, change, ref]) => {
    expect((await call(change, ref)).some((line) => invalid.test(line))).toBe(true);
  });

  test('a decision that blocks after the receipt does not matter', async () => {
    const decisions = [decision, { ...decision, call_seq: 6, verdict: 'block' }];
    expect(await call({ ...both({ decision_count: 2 }), decisions })).toEqual([]);
  });
});
