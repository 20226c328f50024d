import { describe, expect, test } from '@jest/globals';
import { memorySource } from '../../../src/engine/source/memory.js';
import { verify } from '../../../src/engine/verify.js';
import {
  ALICE,
  chain,
  type Doc,
  type Files,
  jsonl,
  MALLORY,
  omit,
  RUN_FILES,
  record,
  records,
  runpack,
  runpackManifest,
  sha,
} from '../../support/build.js';
import { trustIn, verifyOptions } from '../../support/options.js';
import {
  activation,
  attestation,
  changes,
  child,
  delegation,
  evidence,
  lifecycle,
  lifecycleDocument,
  lifecycleWith,
  packet,
  profile,
  proposal,
  register,
  registry,
  sessionChain,
  TYPES,
} from '../../support/producers.js';

// What Gait, wrkr and axym write beside packs and records (producers.md sections 2 and 4 to 8).

const NOW = Date.parse('2026-02-01T00:00:00Z');

interface Verdict {
  readonly kind: string;
  readonly outcome: string;
  readonly codes: readonly string[];
  readonly signatures: number;
}

/** The verdict of the gate with Alice's key, or with none; `beside` are the other files of the workspace. */
async function judge(
  value: unknown,
  keys: readonly string[] = [ALICE.publicKey],
  name = 'a.json',
  beside: Files = {},
): Promise<Verdict> {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const open = (path: string) => {
    const data = Object.hasOwn(beside, path) ? beside[path] : undefined;
    return data === undefined ? undefined : memorySource(path, typeof data === 'string' ? Buffer.from(data) : data);
  };
  const options = verifyOptions({ now: NOW, trust: trustIn(keys), files: { inWorkspace: open, beside: open } });
  const verdict = await verify({ form: 'file', source: memorySource(name, bytes) }, options);
  return {
    kind: verdict.kind,
    outcome: verdict.outcome,
    codes: verdict.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    signatures: verdict.signatures.verified,
  };
}

const outcomes: Readonly<Record<string, string>> = {
  execution: 'succeeded',
  effect: 'recorded',
  containment: 'partial',
  compensation: 'started',
};
const CHAIN_TEXT = JSON.stringify(chain(records(3)));

const SIGNED: readonly [string, Doc, number][] = [
  ['activated_contract', activation(), 1],
  ['lifecycle_record', lifecycle('proposal_ingested'), 1],
  ['lifecycle_document', lifecycleDocument(), 2],
  ...TYPES.map((type): [string, Doc, number] => ['action_evidence', evidence(type, outcomes[type] ?? ''), 1]),
  ...TYPES.map((type): [string, Doc, number] => ['lifecycle_record', lifecycleWith(type, outcomes[type] ?? ''), 2]),
  ['axym_register', register(), 1],
  ['axym_packet', packet(), 1],
  ['chain_attestation', attestation(CHAIN_TEXT), 1],
  ['script_registry', registry(), 2],
  ['gait_signed_json', delegation(), 1],
];

describe('signed documents', () => {
  test.each(SIGNED)(
    '%s verifies with its key and without a key, and is refused with a different one',
    async (kind, document, signatures) => {
      expect(await judge(document)).toEqual({ kind, outcome: 'verified', codes: [], signatures });
      expect(await judge(document, [])).toEqual({ kind, outcome: 'verified', codes: [], signatures: 0 });
      expect((await judge(document, [MALLORY.publicKey])).codes).toContain('signature.key_mismatch');
    },
  );

  test.each(SIGNED)('%s: a change of any member is found', async (_, document) => {
    for (const [pointer, changed] of changes(document)) {
      const { outcome } = await judge(changed);
      expect([pointer, outcome]).toEqual([pointer, 'failed']);
    }
  });

  test.each(SIGNED)('%s: changed content is found without a key', async (_, document) => {
    // Only the cryptography needs one.
    for (const [pointer, changed] of changes(document, (pointer) =>
      /signature\/(?:alg|key_id|sig)$|public_key$/.test(pointer),
    )) {
      const { outcome } = await judge(changed, []);
      expect([pointer, outcome]).toEqual([pointer, 'failed']);
    }
  });

  test.each(SIGNED)('%s: a missing signature is reported as lost, also without a key', async (_, document) => {
    const text = JSON.stringify(document);
    const bare = JSON.parse(text, (name, value) => (name === 'signature' ? undefined : value)) as Doc;
    for (const keys of [[], [ALICE.publicKey]]) {
      expect((await judge(bare, keys)).codes).toContain('signature.missing');
    }
    const emptied = JSON.parse(text, (name, value) => (name === 'signature' ? null : value)) as Doc;
    expect((await judge(emptied)).codes).toContain('signature.missing');
  });

  test.each(SIGNED)('%s: compat mode judges it as upstream does', async (_, document) => {
    const options = verifyOptions({
      mode: 'compat',
      strict: false,
      signatures: 'required',
      trust: trustIn([ALICE.publicKey], { mode: 'compat' }),
    });
    const source = memorySource('a.json', Buffer.from(JSON.stringify(document)));
    const verdict = await verify({ form: 'file', source }, options);
    const upstream = document['schema_id'] === 'gait.gate.delegation_token';
    expect(verdict.outcome).toBe(upstream ? 'verified' : 'failed');
  });
});

describe('an activated contract', () => {
  test.each<[string, Doc, string]>([
    ['signed for development', activation({ development_signing: true }), 'contract.development_signing'],
    ['not valid yet', activation({ validity: { not_before: '2026-02-01T00:00:01Z' } }), 'contract.not_yet_valid'],
    [
      'not valid any more',
      activation({ validity: { not_before: '2026-01-01T00:00:00Z', not_after: '2026-02-01T00:00:00Z' } }),
      'freshness.stale',
    ],
    ['report only', activation({ report_only: true }), 'document.member_invalid'],
    ['of a different revision', activation({ revision: 3 }), 'document.member_invalid'],
    ['without authority', activation({ authority_refs: [] }), 'document.member_invalid'],
    ['of a different mode', activation({ activation_mode: 'none' }), 'document.member_invalid'],
    ['with a different id', { ...activation(), artifact_id: 'gact-0123456789abcdef' }, 'document.id_mismatch'],
  ])('%s is refused', async (_, document, code) => {
    expect((await judge(document)).codes).toContain(code);
  });

  test('is valid from its first instant on, and forever without an end', async () => {
    expect(await judge(activation({ validity: { not_before: '2026-02-01T00:00:00Z' } }))).toMatchObject({ codes: [] });
    const until = activation({ validity: { not_before: '2026-01-01T00:00:00Z', not_after: '2026-02-01T00:00:01Z' } });
    expect(await judge(until)).toMatchObject({ codes: [] });
  });

  test('a member of a later version is a warning', async () => {
    const later = JSON.stringify(activation({ later: 1 }));
    expect(await judge(later)).toMatchObject({ outcome: 'verified', codes: [] });
    const source = memorySource('a.json', Buffer.from(later));
    const { findings } = await verify({ form: 'file', source }, verifyOptions({ now: NOW }));
    expect(findings.map(({ code }) => code)).toContain('document.unknown_member');
  });
});

describe('a lifecycle record', () => {
  test.each<[string, Doc, string]>([
    ['of no known kind', lifecycle('finished'), 'document.member_invalid'],
    ['of an activation without its reference', lifecycle('activated'), 'document.member_invalid'],
    [
      'of a precondition without references',
      lifecycle('precondition_evaluated', { precondition_refs: [] }),
      'document.member_invalid',
    ],
    ['of a decision without it', lifecycle('decision_ready'), 'document.member_invalid'],
    [
      'of an execution without evidence',
      lifecycleWith('execution', 'succeeded', { execution: undefined }),
      'document.member_invalid',
    ],
    [
      'with the evidence of a different outcome',
      lifecycleWith('execution', 'succeeded', { execution: evidence('execution', 'failed') }),
      'document.member_invalid',
    ],
    [
      'with evidence of two types',
      lifecycleWith('execution', 'succeeded', { effect: evidence('effect', 'recorded') }),
      'document.member_invalid',
    ],
    [
      'bound by identifiers',
      lifecycle('rejected', { correlation: { profile_version: '1', binding_mode: 'identifier_only' } }),
      'document.member_invalid',
    ],
    [
      'correlated with a different contract',
      lifecycle('rejected', { correlation: profile({ content_digest: `sha256:${sha('x')}` }) }),
      'document.member_invalid',
    ],
    [
      'with a different id',
      { ...lifecycle('rejected'), record_id: 'gait-lr-0123456789abcdef' },
      'document.id_mismatch',
    ],
  ])('%s is refused', async (_, document, code) => {
    expect((await judge(JSON.parse(JSON.stringify(document)))).codes).toContain(code);
  });

  test.each<[string, Doc]>([
    ['twice', { records: [lifecycle('rejected'), lifecycle('rejected')] }],
    ['out of order', { records: [...(lifecycleDocument()['records'] as Doc[])].reverse() }],
    ['next to a record of Proof', { records: [lifecycle('rejected'), record()] }],
    ['behind something else', { records: [{ a: 1 }, lifecycle('rejected')] }],
    ['next to a member that is not signed', { ...lifecycleDocument(), approved: true }],
  ])('in a document %s is refused', async (_, document) => {
    expect(await judge(document)).toMatchObject({ kind: 'lifecycle_document', outcome: 'failed' });
  });
});

describe('typed evidence', () => {
  test.each<[string, Doc, string]>([
    ['an outcome of a different type', evidence('effect', 'succeeded'), 'document.member_invalid'],
    [
      'freshness before the event',
      evidence('execution', 'failed', { fresh_until: '2026-01-01T00:00:00Z' }),
      'document.member_invalid',
    ],
    [
      'a reason that is a sentence',
      evidence('execution', 'failed', { reason_code: 'It failed' }),
      'document.member_invalid',
    ],
    [
      'a contract of a different schema',
      evidence('execution', 'failed', {
        binding: { ...(evidence('execution', 'failed')['binding'] as Doc), proof_refs: [] },
      }),
      'document.member_invalid',
    ],
    [
      'a different digest',
      { ...evidence('execution', 'failed'), canonical_content_digest: `sha256:${sha('x')}` },
      'document.digest_mismatch',
    ],
  ])('%s is refused', async (_, document, code) => {
    expect((await judge(document)).codes).toContain(code);
  });

  test('the key in the evidence is not trusted', async () => {
    const forged = evidence('execution', 'succeeded', {}, MALLORY);
    expect((await judge(forged)).codes).toEqual(['signature.key_mismatch']);
  });

  test('must contain the key that signed', async () => {
    const other = Buffer.from(MALLORY.publicKey, 'hex').toString('base64');
    const provenance = {
      ...(omit(evidence('execution', 'failed')['provenance'] as Doc, 'signature') as Doc),
      public_key: other,
    };
    expect((await judge(evidence('execution', 'failed', { provenance }))).codes).toEqual(['signature.key_mismatch']);
  });
});

describe('axym', () => {
  test.each<[string, Doc]>([
    [
      'a contract twice',
      register({ contracts: [...(register()['contracts'] as Doc[]), ...(register()['contracts'] as Doc[])] }),
    ],
    ...['action', 'environment'].map((name): [string, Doc] => [
      `a contract without ${name}`,
      register({ contracts: (register()['contracts'] as Doc[]).map((one) => omit(one, name)) }),
    ]),
    [
      'evidence of a different contract',
      packet({ evidence: [{ ...(packet()['evidence'] as Doc[])[0], contract_ref: { id: 'pac-1' } }] }),
    ],
    ['a packet without evidence', packet({ evidence: [] })],
    ['a different completeness', packet({ completeness: 'most' })],
  ])('%s is refused', async (_, document) => {
    expect((await judge(document)).codes).toContain('document.member_invalid');
  });

  test('without digest and signature it is an unsigned document; with one of them, a lost signature', async () => {
    for (const document of [register(), packet()]) {
      expect(await judge(omit(document, 'digest', 'signature'))).toMatchObject({
        kind: 'unknown',
        codes: ['kind.not_evidence'],
      });
      expect((await judge(omit(document, 'signature'))).codes).toContain('signature.missing');
      expect((await judge(omit(document, 'digest'))).codes).toContain('document.digest_mismatch');
    }
  });
});

describe('a profile', () => {
  const with_ = (members: Doc): Doc => lifecycle('rejected', { correlation: profile(members) });
  test.each<[string, Doc]>([
    ['record.profile.version_required', { profile_version: undefined }],
    ['record.profile.version_required', { profile_version: '' }],
    ['record.profile.version_unsupported', { profile_version: '2' }],
    ['record.profile.binding_mode_invalid', { binding_mode: 'both' }],
    ['record.profile.binding_mode_invalid', { binding_mode: undefined }],
    ['record.profile.identifier_only_digest', { binding_mode: 'identifier_only' }],
    ['record.profile.digest_required', { content_digest: undefined, contract_ref: { kind: 'a', id: 'b' } }],
    ['record.profile.reference_invalid', { event_ref: { kind: 'event', id: ' ' } }],
    ['record.profile.reference_invalid', { run_ref: 'run' }],
    ['record.profile.reference_digest_invalid', { event_ref: { kind: 'event', id: '1', digest: 'A'.repeat(64) } }],
    ['record.profile.reference_schema_id_invalid', { event_ref: { kind: 'event', id: '1', schema_id: '' } }],
    ['record.profile.reference_schema_version_invalid', { event_ref: { kind: 'event', id: '1', schema_version: ' ' } }],
    ['record.profile.reference_source_product_invalid', { event_ref: { kind: 'event', id: '1', source_product: 1 } }],
    ['record.profile.trace_id_invalid', { trace_id: '0'.repeat(32) }],
    ['record.profile.trace_id_invalid', { trace_id: 'A'.repeat(32) }],
    ['record.profile.span_id_invalid', { span_id: '0123' }],
    ['record.profile.parent_span_id_invalid', { parent_span_id: '0'.repeat(16) }],
    ['record.profile.content_digest_invalid', { content_digest: 'x' }],
    ['record.profile.redaction_field_invalid', { redaction: { applied: true, fields: [' '] } }],
    ['record.profile.redaction_field_invalid', { redaction_metadata: { fields: [] } }],
    ['record.profile.redaction_field_duplicate', { redaction: { applied: true, fields: ['a', 'a'] } }],
    ['record.profile.redaction_reason_invalid', { redaction: { applied: true, reason: '' } }],
    ['record.profile.redaction_method_invalid', { redaction_metadata: { applied: false, method: ' ' } }],
  ])('%s: %j', async (code, members) => {
    expect((await judge(JSON.parse(JSON.stringify(with_(members))))).codes).toContain(code);
  });

  test('may have a digest with or without prefix, and references with further members', async () => {
    const event = { kind: 'event', id: '1', digest: sha('x'), more: 1 };
    expect(await judge(with_({ event_ref: event, redaction_metadata: { applied: false } }))).toMatchObject({
      codes: [],
    });
  });
});

describe('a session chain', () => {
  const packs = ['a', 'b', 'c'].map((name) => runpack({ ...RUN_FILES, 'run.json': `{"name":"${name}"}` }, ALICE));
  const digests = ['a', 'b', 'c'].map((name) =>
    String(runpackManifest({ ...RUN_FILES, 'run.json': `{"name":"${name}"}` }, ALICE)['manifest_digest']),
  );
  const paths = ['out/a.zip', '/abs/b.zip', 'c.zip'];
  const good = sessionChain(paths.map((path, i) => [path, digests[i] ?? ''] as const));
  const [a, b, c] = packs as [Buffer, Buffer, Buffer];
  const beside: Files = { 'out/a.zip': a, 'b.zip': b, 'c.zip': c };
  const with_ = (index: number, members: Doc): Doc => ({
    ...good,
    checkpoints: (good['checkpoints'] as Doc[]).map((one, i) => (i === index ? { ...one, ...members } : one)),
  });
  const codes = async (document: Doc, files: Files = beside): Promise<readonly string[]> =>
    (await judge(document, [ALICE.publicKey], 's.json', files)).codes;

  test('verifies with its runpacks at any location, and has their signatures', async () => {
    expect(await judge(good, [ALICE.publicKey], 's.json', beside)).toEqual({
      kind: 'session_chain',
      outcome: 'verified',
      codes: [],
      signatures: 3,
    });
    expect(await codes(good, { ...beside, 'c.zip': runpack(RUN_FILES) })).toEqual([
      'signature.missing',
      'session.runpack_mismatch',
    ]);
  });

  test.each<[string, Doc, string]>([
    ['a different index', with_(1, { checkpoint_index: 3 }), 'session.link_broken'],
    ['a sequence that overlaps', with_(1, { sequence_start: 2 }), 'session.link_broken'],
    [
      'a link to the first',
      with_(2, { prev_checkpoint_digest: (good['checkpoints'] as Doc[])[0]?.['checkpoint_digest'] }),
      'session.link_broken',
    ],
    ['no link', with_(1, { prev_checkpoint_digest: '' }), 'session.link_broken'],
    ['a different digest', with_(0, { checkpoint_digest: sha('x') }), 'session.digest_mismatch'],
    ['a different session', with_(0, { session_id: 'session-2' }), 'session.invalid'],
    ['no checkpoints', { ...good, checkpoints: [] }, 'session.invalid'],
    ['a runpack that does not exist', with_(0, { runpack_path: 'gone.zip' }), 'session.runpack_missing'],
  ])('%s is refused', async (_, document, code) => {
    expect(await codes(document)).toContain(code);
  });

  test('refuses a different valid runpack and a damaged one', async () => {
    expect(await codes(good, { ...beside, 'b.zip': a })).toEqual(['session.runpack_mismatch']);
    expect(await codes(good, { ...beside, 'b.zip': Buffer.from('PK') })).toContain('session.runpack_mismatch');
  });
});

describe('an attestation', () => {
  const good = attestation(CHAIN_TEXT);
  const name = '.wrkr/proof-chain.attestation.json';
  test('is compared with the chain next to it', async () => {
    expect(await judge(good, [ALICE.publicKey], name, { 'proof-chain.json': CHAIN_TEXT })).toMatchObject({ codes: [] });
    const cut = JSON.stringify(chain(records(2)));
    const { codes } = await judge(good, [ALICE.publicKey], name, { 'proof-chain.json': cut });
    expect(codes).toEqual(Array(4).fill('attestation.mismatch'));
  });

  test('has a signature over the text of its digest with the prefix only', async () => {
    const bytes = {
      ...good,
      signature: {
        ...(good['signature'] as Doc),
        signed_digest: String((good['signature'] as Doc)['signed_digest']).slice(7),
      },
    };
    expect((await judge(bytes)).codes).toEqual(['signature.digest_mismatch']);
  });
});

describe('a delegation token', () => {
  test.each<[string, Doc, string]>([
    ['revoked', delegation({ revoked: true }), 'token.revoked'],
    ['revoked by a word', delegation({ revoked: 'yes' }), 'token.revoked'],
    ['revoked in a different case', delegation({ Revoked: true }), 'json.case_collision'],
    ['with an end in a different case', delegation({ EXPIRES_AT: '2020-01-01T00:00:00Z' }), 'json.case_collision'],
    ['without a list', delegation({ data_classes: undefined }), 'token.contract_invalid'],
    ['with an empty list', delegation({ data_classes: [] }), 'token.contract_invalid'],
    ['with everything in a list', delegation({ data_classes: ['*'] }), 'token.contract_invalid'],
    ['with an element twice', delegation({ data_classes: ['a', 'a'] }), 'token.contract_invalid'],
    ['without a maximum', delegation({ max_targets: undefined }), 'token.contract_invalid'],
    ['with a maximum of none', delegation({ max_targets: 0 }), 'token.contract_invalid'],
    ['with a contract digest that is none', delegation({ contract_digest: 'x' }), 'token.contract_invalid'],
    ['of depth 1 without a parent', delegation({ depth: 1 }), 'token.contract_invalid'],
    ['of depth 0 with a parent', delegation({ parent_token_id: 'x' }), 'token.contract_invalid'],
  ])('%s is refused', async (_, document, code) => {
    expect((await judge(document)).codes).toContain(code);
  });

  test('that is not bound to a contract is not subject to these rules', async () => {
    const names = [
      'action_classes',
      'target_scope',
      'environment_scope',
      'data_classes',
      'network_destinations',
      'max_operations',
      'max_targets',
      'max_descendant_depth',
      'contract_digest',
    ];
    const plain = delegation(Object.fromEntries(names.map((name) => [name, undefined])));
    expect(await judge(plain)).toMatchObject({ codes: [] });
    expect(await judge(child(delegation()))).toMatchObject({ codes: [] });
    expect(await judge(delegation({ revoked: false }))).toMatchObject({ codes: [] });
  });
});

describe('documents that are not evidence', () => {
  const journal = [
    { record_type: 'header', header: { schema_id: 'gait.runpack.session_journal' } },
    { record_type: 'event', event: { schema_id: 'gait.runpack.session_event' } },
    { record_type: 'checkpoint', checkpoint: { schema_id: 'gait.runpack.session_checkpoint' } },
  ];
  const events = [
    { schema_id: 'gait.job.event', event_type: 'x', event_id: '1' },
    { schema_id: 'gait.scout.adoption_event', event: {} },
  ];
  const overrides = [{ record_id: 'r', record_hash: 'h', previous_record_hash: '', bundle: 'b' }];

  test.each<[string, string, unknown]>([
    ['an intent', 'a.json', { schema_id: 'gait.gate.intent_request' }],
    ['an event of a job', 'a.json', { schema_id: 'gait.job.event', event_id: '1', event_type: 'x' }],
    ['a switch', 'a.json', { schema_id: 'gait.gate.kill_switch_state', version: '1', revoked: [] }],
    [
      'a context envelope',
      'a.json',
      { schema_id: 'gait.context.envelope', records: [{ ref_id: 'a', source_type: 'b' }] },
    ],
    ['a control export', 'a.json', { schema_version: 'v1', generated_at: 'x', records: [{ source: 'a', repo: 'b' }] }],
    ['no records', 'a.json', { records: [] }],
    ['records that are not a list', 'a.json', { records: 1 }],
    ['a reference', 'a.json', { record_id: 'r', status: 'ok' }],
    ['a log of events', 'a.jsonl', jsonl(events)],
    ['a journal', 'a.jsonl', jsonl(journal)],
    ['references', 'a.jsonl', jsonl(overrides)],
  ])('recognizes %s', async (_, name, value) => {
    expect(await judge(value, [], name)).toEqual({
      kind: 'unknown',
      outcome: 'failed',
      codes: ['kind.not_evidence'],
      signatures: 0,
    });
  });

  test.each<[string, string, unknown, string]>([
    ['a record between events', 'a.jsonl', jsonl([...events, record()]), 'stream'],
    ['half a record between events', 'a.jsonl', jsonl([...events, { record_type: 'decision', event: {} }]), 'stream'],
    [
      'a line of a journal that is a record as well',
      'a.jsonl',
      jsonl([...journal, { ...journal[1], record_id: 'r', integrity: {} }]),
      'stream',
    ],
    [
      'a journal line of a different schema',
      'a.jsonl',
      jsonl([{ record_type: 'event', event: { schema_id: 'x' } }]),
      'stream',
    ],
    ['a line that cannot be read', 'a.jsonl', `${jsonl(events)}{\n`, 'stream'],
    ['a record among others', 'a.json', { records: [{ a: 1 }, record()] }, 'chain'],
    ['a record of a Gait schema', 'a.json', { ...record(), schema_id: 'gait.gate.result' }, 'record'],
    ['records that declare a chain', 'a.json', { records: [{ a: 1 }], head_hash: '' }, 'chain'],
    ['a trace without its signature', 'a.json', { schema_id: 'gait.gate.trace' }, 'gait_signed_json'],
    ['a token without its signature', 'a.json', omit(delegation(), 'signature'), 'gait_signed_json'],
    [
      'an intent whose signature is null',
      'a.json',
      { schema_id: 'gait.gate.intent_request', signature: null },
      'gait_signed_json',
    ],
  ])('does not skip %s', async (_, name, value, kind) => {
    expect(await judge(value, [], name)).toMatchObject({ kind, outcome: 'failed' });
  });

  test.each<[string, Doc]>([
    ['records', { schema_id: 'gait.gate.trace', records: [] }],
    ['a record id', { schema_id: 'gait.gate.approval_token', record_id: 'r' }],
    ['records next to a signature', { ...delegation(), records: [] }],
    ['a record id next to a pack id', { pack_id: 'p', record_id: 'r' }],
  ])('signed JSON that gained %s is ambiguous', async (_, value) => {
    expect((await judge(value)).codes).toContain('kind.ambiguous');
  });

  test('the proposal of a contract is a support file', async () => {
    expect(await judge(proposal())).toEqual({
      kind: 'contract_proposal',
      outcome: 'verified',
      codes: [],
      signatures: 0,
    });
  });
});

describe('record types of wrkr', () => {
  const transition = { event_type: 'lifecycle_transition', previous_state: '', new_state: 'active', trigger: 'scan' };
  const trace = {
    ...{
      event_type: 'decision_trace',
      trace_id: 't',
      path_id: 'p',
      actor: {},
      authority: {},
      what_changed: {},
      outcome: {},
    },
    ...{ context_used: ['a'], evidence_refs: [] },
  };
  test.each<[string, Doc, boolean]>([
    ['lifecycle_transition', transition, true],
    ['lifecycle_transition', omit(transition, 'trigger'), false],
    ['lifecycle_transition', { ...transition, diff: [] }, false],
    ['evidence', { event_type: 'owner_assigned', owner: 'x' }, true],
    ['evidence', { event_type: 'owner' }, false],
    ['decision_trace', trace, true],
    ['decision_trace', { ...trace, proof_refs: [1] }, false],
    ['decision_trace', omit(trace, 'actor'), false],
  ])('%s %j: %s', async (type, event, good) => {
    const { codes } = await judge(record({ record_type: type, event }), []);
    expect(codes).toEqual(good ? [] : ['schema.record.invalid']);
  });

  test('compat mode does not know them', async () => {
    const source = memorySource(
      'a.json',
      Buffer.from(JSON.stringify(record({ record_type: 'evidence', event: { event_type: 'owner_assigned' } }))),
    );
    const verdict = await verify({ form: 'file', source }, verifyOptions({ mode: 'compat', strict: false }));
    expect(verdict.findings.map(({ code }) => code)).toContain('schema.record.unknown_record_type');
  });
});
