import { ALICE, clone, type Doc, digest, omit, type Signer, sha, signatureObject, signedJson } from './build.js';

/*
 * Documents as Gait, wrkr and axym write them (producers.md sections 4 to 7), made a second time from the specification:
 * nothing here comes from the engine.
 */

const DAY = 24 * 60 * 60 * 1000;
const at = (days: number): string =>
  new Date(Date.parse('2026-01-10T00:00:00Z') + days * DAY).toISOString().replace('.000', '');
const EMPTY = { alg: '', key_id: '', sig: '' };

const reference = (kind: string, members: Doc = {}): Doc => ({
  kind,
  id: `${kind}-1`,
  digest: `sha256:${sha(kind)}`,
  schema_id: `https://gait.dev/schemas/v1/${kind}.schema.json`,
  schema_version: '1',
  source_product: 'gait',
  ...members,
});
const CONTRACT = reference('action_contract', {
  id: 'pac-0123456789abcdef',
  schema_id: 'https://wrkr.dev/schemas/v1/proposed-action-contract-v3.schema.json',
  schema_version: '3',
  source_product: 'wrkr',
});

/** A profile of control, containment and telemetry. */
export const profile = (members: Doc = {}): Doc => ({
  profile_version: '1.0',
  binding_mode: 'digest_bound',
  contract_ref: CONTRACT,
  content_digest: CONTRACT['digest'],
  trace_id: '0123456789abcdef0123456789abcdef',
  span_id: '0123456789abcdef',
  parent_span_id: 'fedcba9876543210',
  redaction: { applied: true, fields: ['event.body'], reason: 'privacy', method: 'drop' },
  ...members,
});

/** A proposal of wrkr. */
export function proposal(members: Doc = {}): Doc {
  const bare: Doc = {
    schema_id: 'https://wrkr.dev/schemas/v1/proposed-action-contract-artifact.schema.json',
    schema_version: '1',
    contract_id: 'pac-0123456789abcdef',
    contract_family_id: 'pacf-0123456789abcdef',
    revision: 2,
    contract: { target: 'target:deploy' },
    ...members,
  };
  const content = digest(bare);
  return { ...bare, artifact_id: `paca-${content.slice(0, 16)}`, canonical_content_digest: `sha256:${content}` };
}

/** An activation of a proposal; `members` come before id and signature. */
export function activation(members: Doc = {}, by: Signer = ALICE, of: Doc = proposal()): Doc {
  const bare: Doc = {
    schema_id: 'https://gait.dev/schemas/v1/activated-action-contract-artifact.schema.json',
    schema_version: '1',
    contract_id: of['contract_id'],
    contract_family_id: of['contract_family_id'],
    revision: of['revision'],
    producer: { name: 'gait', artifact_schema_version: '1', contract_schema_version: '1' },
    proposal: {
      artifact_id: of['artifact_id'],
      canonical_content_digest: of['canonical_content_digest'],
      contract_id: of['contract_id'],
      contract_family_id: of['contract_family_id'],
      revision: of['revision'],
      schema_id: of['schema_id'],
      schema_version: '1',
      contract_schema_version: '3',
    },
    policy_digest: `sha256:${sha('policy')}`,
    activating_principal: 'principal:lead',
    authority_refs: ['approval:1'],
    target: 'target:deploy',
    environment: 'production',
    activation_mode: 'required',
    validity: { not_before: at(0), not_after: at(60) },
    explicit_exceptions: [],
    report_only: false,
    development_signing: false,
    ...members,
  };
  const signed = digest({ ...bare, artifact_id: '', signature: EMPTY });
  return { ...bare, artifact_id: `gact-${signed.slice(0, 16)}`, signature: signatureObject(signed, by, 'bytes') };
}

const PREFIXES: Readonly<Record<string, string>> = {
  execution: 'gait-exec-',
  effect: 'gait-effect-',
  containment: 'gait-containment-',
  compensation: 'gait-compensation-',
};
const OWN: Readonly<Record<string, Doc>> = {
  execution: { compensation_required: false },
  effect: { execution_ref: reference('execution'), effect_ref: reference('effect') },
  containment: {
    execution_ref: reference('execution'),
    effect_ref: reference('effect'),
    containment_ref: reference('containment'),
  },
  compensation: { requirement_ref: reference('requirement'), execution_ref: reference('execution') },
};
export const TYPES: readonly string[] = Object.keys(PREFIXES);

/** Evidence about an action contract; `members` come before digest, id and signature. */
export function evidence(type: string, outcome: string, members: Doc = {}, by: Signer = ALICE): Doc {
  const bare: Doc = {
    schema_id: `https://gait.dev/schemas/v1/action-contract/${type}-${type === 'effect' ? 'event' : 'evidence'}.schema.json`,
    schema_version: '1',
    binding: {
      contract_family_id: 'pacf-0123456789abcdef',
      revision: 2,
      contract_ref: CONTRACT,
      activation_ref: reference('activated_action_contract'),
      ...Object.fromEntries(
        ['runtime_action', 'readiness', 'decision', 'policy', 'target', 'environment'].map((kind) => [
          `${kind}_ref`,
          reference(kind),
        ]),
      ),
      proof_refs: [reference('proof')],
      causal_refs: [reference('activated_action_contract')],
      correlation: profile(),
    },
    event_ref: reference('event'),
    occurred_at: at(1),
    fresh_until: at(50),
    outcome,
    reason_code: 'action_done',
    provenance: {
      producer: 'gait',
      writer: 'gait-boundary',
      verifier: 'gait-verifier',
      public_key: Buffer.from(by.publicKey, 'hex').toString('base64'),
    },
    ...OWN[type],
    ...members,
  };
  const content = digest(bare);
  const provenance = { ...(bare['provenance'] as Doc), signature: signatureObject(content, by, 'bytes') };
  return {
    ...bare,
    provenance,
    evidence_id: `${PREFIXES[type]}${content.slice(0, 16)}`,
    canonical_content_digest: `sha256:${content}`,
  };
}

/** A lifecycle record; `members` come before id and signature. */
export function lifecycle(kind: string, members: Doc = {}, by: Signer = ALICE): Doc {
  const bare: Doc = {
    schema_id: 'https://gait.dev/schemas/v1/runtime-lifecycle-record.schema.json',
    schema_version: '1',
    revision: 2,
    kind,
    occurred_at: at(1),
    contract_ref: CONTRACT,
    contract_family_id: 'pacf-0123456789abcdef',
    proposal_ref: CONTRACT,
    correlation: profile(),
    ...members,
  };
  const signed = digest({ ...bare, record_id: '', signature: EMPTY });
  return { ...bare, record_id: `gait-lr-${signed.slice(0, 16)}`, signature: signatureObject(signed, by, 'bytes') };
}

/** A lifecycle record about typed evidence. */
export const lifecycleWith = (type: string, outcome: string, members: Doc = {}): Doc =>
  lifecycle(`${type}_${outcome}`, {
    activation_ref: reference('activated_action_contract'),
    evidence_refs: [reference('evidence')],
    [type]: evidence(type, outcome),
    ...members,
  });

/** Two records of a lifecycle in one file. */
export const lifecycleDocument = (): Doc => ({
  records: [lifecycle('proposal_ingested'), lifecycle('activation_requested', { occurred_at: at(2) })],
});

const sealed = (bare: Doc, by: Signer): Doc => ({
  ...bare,
  digest: `sha256:${digest(bare)}`,
  signature: signatureObject(digest(bare), by, 'bytes'),
});
const AXYM_CONTRACT: Doc = {
  id: 'pac-0123456789abcdef',
  family_id: 'pacf-0123456789abcdef',
  revision: 2,
  action: 'deploy',
  target: 'target:deploy',
  environment: 'production',
  provenance: reference('proposal', { source: 'wrkr' }),
};

/** axym's register of contracts. */
export const register = (members: Doc = {}, by: Signer = ALICE): Doc =>
  sealed(
    {
      schema_id: 'https://axym.dev/schemas/v1/governance/action-contract-register.schema.json',
      schema_version: 'v1',
      contracts: [AXYM_CONTRACT],
      source_digest: `sha256:${sha('source')}`,
      ...members,
    },
    by,
  );

/** axym's packet of evidence. */
export const packet = (members: Doc = {}, by: Signer = ALICE): Doc =>
  sealed(
    {
      schema_id: 'https://axym.dev/schemas/v1/governance/action-contract-evidence-packet.schema.json',
      schema_version: 'v1',
      packet_id: 'packet-1',
      contract: AXYM_CONTRACT,
      evidence: [
        {
          kind: 'execution',
          ref: 'gait-exec-0123456789abcdef',
          occurred_at: at(1),
          contract_ref: { id: 'pac-0123456789abcdef' },
          provenance: reference('execution', { source: 'gait' }),
        },
      ],
      completeness: 'complete',
      source_digests: [`sha256:${sha('source')}`],
      ...members,
    },
    by,
  );

/** wrkr's attestation of a chain file. */
export function attestation(chain: string, members: Doc = {}, by: Signer = ALICE): Doc {
  const { records = [], head_hash: head = '' } = JSON.parse(chain) as { records?: unknown[]; head_hash?: string };
  const bare: Doc = {
    version: 'v1',
    chain_sha256: `sha256:${sha(chain)}`,
    chain_bytes: Buffer.byteLength(chain),
    record_count: records.length,
    head_hash: head,
    ...members,
  };
  const text = `sha256:${digest(bare)}`;
  return { ...bare, signature: signatureObject(text, by) };
}

/** A session chain over runpacks, given by their paths and manifest digests. */
export function sessionChain(runpacks: readonly (readonly [path: string, manifestDigest: string])[]): Doc {
  const checkpoints: Doc[] = [];
  for (const [path, manifest] of runpacks) {
    const index = checkpoints.length + 1;
    const previous = String(checkpoints.at(-1)?.['checkpoint_digest'] ?? '');
    const [start, end] = [2 * index - 1, 2 * index];
    checkpoints.push({
      session_id: 'session-1',
      run_id: 'run_1',
      checkpoint_index: index,
      sequence_start: start,
      sequence_end: end,
      runpack_path: path,
      manifest_digest: manifest,
      ...(previous === '' ? {} : { prev_checkpoint_digest: previous }),
      checkpoint_digest: sha([manifest, previous, index, start, end].join(':')),
    });
  }
  return {
    schema_id: 'gait.runpack.session_chain',
    schema_version: '1.0.0',
    created_at: at(0),
    producer_version: '1.0.0',
    session_id: 'session-1',
    run_id: 'run_1',
    checkpoints,
  };
}

/** A registry of approved scripts. */
export const registry = (by: Signer = ALICE): Doc => ({
  entries: ['a', 'b'].map((name) =>
    signedJson(
      { schema_id: 'gait.gate.approved_script_entry', schema_version: '1.0.0', created_at: at(0), script: name },
      by,
    ),
  ),
});

/** A contract-bound delegation token; `members` come before id and signature. */
export function delegation(members: Doc = {}, by: Signer = ALICE): Doc {
  const bare: Doc = {
    schema_id: 'gait.gate.delegation_token',
    schema_version: '1.0.0',
    created_at: at(0),
    producer_version: '1.5.0',
    delegator_identity: 'lead',
    delegate_identity: 'agent',
    scope: ['write'],
    intent_digest: sha('intent'),
    policy_digest: sha('policy'),
    expires_at: at(90),
    action_classes: ['write', 'read'],
    target_scope: ['repo:a', 'repo:b'],
    environment_scope: ['production'],
    data_classes: ['internal'],
    network_destinations: ['api.example'],
    max_operations: 4,
    max_targets: 2,
    max_descendant_depth: 2,
    contract_digest: sha('contract'),
    origin_authority_digest: sha('authority'),
    ...members,
  };
  const kept = omit(bare, ...Object.keys(bare).filter((name) => bare[name] === undefined));
  return signedJson({ ...kept, token_id: digest({ ...kept, token_id: '' }).slice(0, 24) }, by);
}

/** A token below another one, within its limits unless `members` say otherwise. */
export function child(parent: Doc, members: Doc = {}): Doc {
  return delegation({
    delegator_identity: parent['delegate_identity'],
    delegate_identity: 'worker',
    parent_token_id: parent['token_id'],
    parent_token_digest: `sha256:${digest(omit(parent, 'signature'))}`,
    depth: Number(parent['depth'] ?? 0) + 1,
    action_classes: ['write'],
    max_operations: 2,
    max_descendant_depth: 1,
    expires_at: at(80),
    ...members,
  });
}

/** Each leaf of a document changed in turn, by JSON pointer; `skip` names pointers that nothing covers. */
export function changes(document: Doc, skip: (pointer: string) => boolean = () => false): [string, Doc][] {
  const pointers: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (value !== null && typeof value === 'object') {
      for (const [name, child] of Object.entries(value))
        walk(child, [...path, Array.isArray(value) ? Number(name) : name]);
    } else pointers.push(path);
  };
  walk(document, []);
  return pointers.flatMap((path): [string, Doc][] => {
    const pointer = `/${path.join('/')}`;
    if (skip(pointer)) return [];
    const copy = clone(document);
    let parent: Record<string | number, unknown> = copy;
    for (const name of path.slice(0, -1)) parent = parent[name] as Record<string | number, unknown>;
    const last = path.at(-1) ?? '';
    const value = parent[last];
    parent[last] =
      typeof value === 'string'
        ? other(value)
        : typeof value === 'number'
          ? value + 1
          : typeof value === 'boolean'
            ? !value
            : 'x';
    return [[pointer, copy]];
  });
}

/** Another text of the same form: a digit or letter of it is another one. */
function other(text: string): string {
  const place = /[0-9a-f](?=[^0-9a-f]*$)/.exec(text)?.index ?? -1;
  if (place < 0) return `${text}x`;
  return `${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}`;
}
