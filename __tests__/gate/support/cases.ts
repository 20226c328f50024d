import type { Json, JsonObject } from '../../../src/engine/types.js';
import type { Baseline } from '../../../src/gate/decision/baseline.js';
import type { TestedRun } from '../../../src/gate/decision/bind.js';
import { trustAndRequirementCases } from './cases-trust.js';
import { type Art, at, DAY, HOUR, hashOf, KEYS, type Rec, record } from './world.js';

/** One situation: policy and workspace on the left, exit code and finding codes of the decision on the right. */
export interface Case {
  name: string;
  policy?: Json;
  arts: readonly Art[];
  exit: number;
  codes?: readonly string[];
  warnings?: readonly string[];
  /** Notices but `policy.unused`, which most policies of this table have. */
  notices?: readonly string[];
  baseline?: Baseline;
  run?: Partial<TestedRun>;
  extra?: readonly string[];
}

const key = (who: keyof typeof KEYS, more: JsonObject = {}): JsonObject => ({
  name: who,
  public_key: KEYS[who].hex,
  ...more,
});
const trust = (...keys: JsonObject[]): JsonObject => ({ keys });
const one = (rec: Rec | JsonObject, more: Partial<Art> = {}): Art => ({ path: 'a.json', records: [rec], ...more });
const signed = (value: JsonObject, who: keyof typeof KEYS = 'ci'): Rec => ({ value, key: who });
const P = (more: JsonObject): Json => ({ version: 1, ...more });

const trustCases = (): Case[] => [
  {
    name: 'trust: no policy trusts any key that verified',
    arts: [one(signed(record('decision'), 'stranger'))],
    exit: 0,
  },
  {
    name: 'trust: a named key',
    policy: P({ trust: trust(key('ci')) }),
    arts: [one(signed(record('decision')))],
    exit: 0,
  },
  {
    name: 'trust: another key',
    policy: P({ trust: trust(key('ci')) }),
    arts: [one(signed(record('decision'), 'stranger'))],
    exit: 2,
    codes: ['trust.untrusted_key'],
  },
  {
    name: 'trust: an empty list trusts no key',
    policy: P({ trust: trust() }),
    arts: [one(signed(record('decision')))],
    exit: 2,
    codes: ['trust.untrusted_key'],
  },
  {
    name: 'trust: a key of the command line',
    policy: P({ trust: trust(key('ci')) }),
    arts: [one(signed(record('decision'), 'second'))],
    extra: [KEYS.second.id],
    exit: 0,
  },
  {
    name: 'trust: the command line does not lift the bounds of the policy',
    policy: P({ trust: trust(key('ci', { record_types: ['approval'] })) }),
    arts: [one(signed(record('decision')))],
    extra: [KEYS.ci.id],
    exit: 2,
    codes: ['trust.key_scope'],
  },
  {
    name: 'trust: a signature of an unknown key that failed is a finding of the engine',
    policy: P({ trust: trust(key('ci')) }),
    arts: [one({ value: record('decision'), key: 'stranger', signature: 'failed' })],
    exit: 2,
  },
  {
    name: 'trust: a broken signature of a known key is told by the engine',
    policy: P({ trust: trust(key('ci')) }),
    arts: [one({ value: record('decision'), key: 'ci', signature: 'failed' })],
    exit: 2,
  },
  {
    name: 'trust: signatures that are not checked',
    policy: P({ trust: { signatures: 'off', keys: [key('ci')] } }),
    arts: [one({ value: record('decision'), key: 'stranger', signature: 'unchecked' })],
    exit: 0,
  },
  {
    name: 'window: at its first instant',
    policy: P({ trust: trust(key('ci', { not_before: at(-HOUR) })) }),
    arts: [one(signed(record('decision')))],
    exit: 0,
  },
  {
    name: 'window: a second before',
    policy: P({ trust: trust(key('ci', { not_before: at(-HOUR + 1000) })) }),
    arts: [one(signed(record('decision')))],
    exit: 2,
    codes: ['trust.key_expired'],
  },
  {
    name: 'window: at its last instant',
    policy: P({ trust: trust(key('ci', { not_after: at(-HOUR) })) }),
    arts: [one(signed(record('decision')))],
    exit: 0,
  },
  {
    name: 'window: a second after',
    policy: P({ trust: trust(key('ci', { not_after: at(-HOUR - 1000) })) }),
    arts: [one(signed(record('decision')))],
    exit: 2,
    codes: ['trust.key_expired'],
  },
  {
    name: 'window: an offset is converted',
    policy: P({ trust: trust(key('ci', { not_after: '2026-06-01T01:00:00+02:00' })) }),
    arts: [one(signed(record('decision', {}, { timestamp: '2026-05-31T23:00:00Z' })))],
    exit: 0,
  },
  {
    name: 'rotation: old and new key without a gap',
    policy: P({
      trust: trust(
        { ...key('ci', { not_after: at(-DAY) }), name: 'signer' },
        { ...key('second', { not_before: at(-DAY) }), name: 'signer' },
      ),
    }),
    arts: [
      one(signed(record('decision', {}, { timestamp: at(-2 * DAY) }))),
      { path: 'b.json', records: [signed(record('decision'), 'second')] },
    ],
    exit: 0,
  },
  {
    name: 'rotation: the old key after its end',
    policy: P({
      trust: trust(
        { ...key('ci', { not_after: at(-DAY) }), name: 'signer' },
        { ...key('second', { not_before: at(-DAY) }), name: 'signer' },
      ),
    }),
    arts: [one(signed(record('decision')))],
    exit: 2,
    codes: ['trust.key_expired'],
  },
  {
    name: 'scope: a type it may sign',
    policy: P({ trust: trust(key('ci', { record_types: ['test_result'] })) }),
    arts: [one(signed(record('test_result')))],
    exit: 0,
  },
  {
    name: 'scope: another type',
    policy: P({ trust: trust(key('ci', { record_types: ['test_result'] })) }),
    arts: [one(signed(record('deployment')))],
    exit: 2,
    codes: ['trust.key_scope'],
  },
  {
    name: 'scope: a product it may sign for',
    policy: P({ trust: trust(key('ci', { source_products: ['ci'] })) }),
    arts: [one(signed(record('decision')))],
    exit: 0,
  },
  {
    name: 'scope: another product',
    policy: P({ trust: trust(key('ci', { source_products: ['ci'] })) }),
    arts: [one(signed(record('decision', {}, { source_product: 'CI' })))],
    exit: 2,
    codes: ['trust.key_scope'],
  },
  ...(['chain', 'bundle'] as const).flatMap((kind): Case[] => [
    {
      name: `threshold: a ${kind} signed by two`,
      policy: P({ trust: { ...trust(key('ci'), key('manager')), min_signers: 2 } }),
      arts: [one(signed(record('decision')), { kind, whole: [KEYS.ci.id, KEYS.manager.id] })],
      exit: 0,
    },
    {
      name: `threshold: a ${kind} signed by one`,
      policy: P({ trust: { ...trust(key('ci'), key('manager')), min_signers: 2 } }),
      arts: [one(signed(record('decision')), { kind, whole: [KEYS.ci.id] })],
      exit: 2,
      codes: ['trust.threshold'],
    },
  ]),
  {
    name: 'threshold: records of two signers are no two signatures over the chain',
    policy: P({ trust: { ...trust(key('ci'), key('manager')), min_signers: 2 } }),
    arts: [
      { path: 'c.json', kind: 'chain', records: [signed(record('decision')), signed(record('decision'), 'manager')] },
    ],
    exit: 2,
    codes: ['trust.threshold'],
  },
  {
    name: 'threshold: one person with two keys is one',
    policy: P({ trust: { ...trust(key('ci'), { ...key('second'), name: 'ci' }, key('manager')), min_signers: 2 } }),
    arts: [one(signed(record('decision')), { kind: 'chain', whole: [KEYS.ci.id, KEYS.second.id] })],
    exit: 2,
    codes: ['trust.threshold'],
  },
  {
    name: 'threshold: a key that ended before the chain did',
    policy: P({ trust: { ...trust(key('ci'), key('manager', { not_after: at(-DAY) })), min_signers: 2 } }),
    arts: [one(signed(record('decision')), { kind: 'chain', whole: [KEYS.ci.id, KEYS.manager.id] })],
    exit: 2,
    codes: ['trust.key_expired', 'trust.threshold'],
  },
  {
    name: 'threshold: a single record is not asked',
    policy: P({ trust: { ...trust(key('ci'), key('manager')), min_signers: 2 } }),
    arts: [one(signed(record('decision')))],
    exit: 0,
  },
  {
    name: 'signed JSON of an unknown key',
    policy: P({ trust: trust(key('ci')) }),
    arts: [{ path: 't.json', kind: 'gait_signed_json', keyIds: [KEYS.stranger.id], document: {} }],
    exit: 2,
    codes: ['trust.untrusted_key'],
  },
  {
    name: 'signed JSON of a known key',
    policy: P({ trust: trust(key('ci')) }),
    arts: [{ path: 't.json', kind: 'gait_signed_json', keyIds: [KEYS.ci.id], document: {} }],
    exit: 0,
  },
  {
    name: 'signed JSON outside the window of its key',
    policy: P({ trust: trust(key('ci', { not_after: at(-DAY) })) }),
    arts: [{ path: 't.json', kind: 'gait_signed_json', keyIds: [KEYS.ci.id], document: { created_at: at(-HOUR) } }],
    exit: 2,
    codes: ['trust.key_expired'],
  },
];

const freshnessCases = (): Case[] => {
  const aged = (offset: number): Art[] => [one(record('decision', {}, { timestamp: at(offset) }))];
  return [
    { name: 'freshness: as old as may be', policy: P({ freshness: { max_age: '1d' } }), arts: aged(-DAY), exit: 0 },
    {
      name: 'freshness: a second older',
      policy: P({ freshness: { max_age: '1d' } }),
      arts: aged(-DAY - 1000),
      exit: 3,
      codes: ['freshness.stale'],
    },
    { name: 'freshness: without a policy age does not matter', arts: aged(-10_000 * DAY), exit: 0 },
    {
      name: 'freshness: skew alone sets no age',
      policy: P({ freshness: { clock_skew: '1m' } }),
      arts: aged(-10_000 * DAY),
      exit: 0,
    },
    {
      name: 'freshness: as far in the future as the default skew',
      policy: P({ freshness: { max_age: '1d' } }),
      arts: aged(300_000),
      exit: 0,
    },
    {
      name: 'freshness: a second further',
      policy: P({ freshness: { max_age: '1d' } }),
      arts: aged(301_000),
      exit: 3,
      codes: ['freshness.future'],
    },
    { name: 'freshness: a skew of its own', policy: P({ freshness: { clock_skew: '1h' } }), arts: aged(HOUR), exit: 0 },
    {
      name: 'freshness: no skew at all',
      policy: P({ freshness: { clock_skew: '0s' } }),
      arts: aged(1000),
      exit: 3,
      codes: ['freshness.future'],
    },
    {
      name: 'freshness: a stale record satisfies nothing',
      policy: P({ freshness: { max_age: '1d' }, require: { record_types: { decision: 1 } } }),
      arts: aged(-2 * DAY),
      exit: 3,
      codes: ['freshness.stale', 'require.record_type'],
    },
    {
      name: 'freshness: an unverified record is not judged',
      policy: P({ freshness: { max_age: '1d' } }),
      arts: [one({ value: record('decision', {}, { timestamp: at(-2 * DAY) }), ok: false })],
      exit: 2,
    },
  ];
};

const requireCases = (): Case[] => {
  const same = record('decision');
  const types = P({ require: { record_types: { decision: 2 } } });
  const soc = (more: JsonObject): Json => P({ require: { frameworks: [{ id: 'soc2', ...more }] } });
  const gait = (type: string, event: JsonObject = {}): JsonObject => record(type, event, { source_product: 'gait' });
  return [
    {
      name: 'require: enough of a type',
      policy: types,
      arts: [{ path: 'a.jsonl', records: [record('decision'), record('decision')] }],
      exit: 0,
    },
    {
      name: 'require: one too few',
      policy: types,
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['require.record_type'],
    },
    { name: 'require: none at all', policy: types, arts: [], exit: 3, codes: ['require.record_type'] },
    {
      name: 'require: a copy is no second record',
      policy: types,
      arts: [one(same), { path: 'b.json', records: [same] }],
      exit: 3,
      codes: ['require.record_type'],
    },
    {
      name: 'require: an unverified record does not count',
      policy: types,
      arts: [one(record('decision')), { path: 'b.json', records: [{ value: record('decision'), ok: false }] }],
      exit: 2,
      codes: ['require.record_type'],
    },
    {
      name: 'require: a record of a failed artifact does not count',
      policy: types,
      arts: [{ path: 'a.jsonl', records: [record('decision'), record('decision')], outcome: 'failed' }],
      exit: 2,
      codes: ['require.record_type'],
    },
    {
      name: 'require: an untrusted record does not count',
      policy: P({ trust: trust(key('ci')), require: { record_types: { decision: 1 } } }),
      arts: [one(signed(record('decision'), 'stranger'))],
      exit: 2,
      codes: ['require.record_type', 'trust.untrusted_key'],
    },
    {
      name: 'require: a record that breaks a rule does not count',
      policy: P({ rules: [{ id: 'r', must: false }], require: { record_types: { decision: 1 } } }),
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['require.record_type', 'rule.r'],
    },
    {
      name: 'require: a type called constructor',
      policy: P({ require: { record_types: { constructor: 1 } } }),
      arts: [one(record('decision'))],
      exit: 3,
      warnings: ['policy.unknown_record_type'],
      codes: ['require.record_type'],
    },
    {
      name: 'require: a product',
      policy: P({ require: { source_products: ['CI'] } }),
      arts: [one(record('decision'))],
      exit: 0,
    },
    {
      name: 'require: another product',
      policy: P({ require: { source_products: ['gait'] } }),
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['require.source_product'],
    },
    {
      name: 'require: a product only in an unverified record',
      policy: P({ require: { source_products: ['gait'] } }),
      arts: [one({ value: gait('decision'), ok: false })],
      exit: 2,
      codes: ['require.source_product'],
    },
    {
      name: 'framework: a covered control',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [{ path: 'a.jsonl', records: [gait('permission_check'), gait('policy_enforcement')] }],
      exit: 0,
    },
    {
      name: 'framework: products in another case',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [
        {
          path: 'a.jsonl',
          records: [record('permission_check', {}, { source_product: 'GAIT' }), gait('policy_enforcement')],
        },
      ],
      exit: 0,
    },
    {
      name: 'framework: half of a set',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [one(gait('permission_check'))],
      exit: 3,
      codes: ['require.framework'],
    },
    {
      name: 'framework: the right types of another product',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [{ path: 'a.jsonl', records: [record('permission_check'), record('policy_enforcement')] }],
      exit: 3,
      codes: ['require.framework'],
    },
    {
      name: 'framework: a record without what the control asks for',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [{ path: 'a.jsonl', records: [gait('permission_check'), { ...gait('policy_enforcement'), event: {} }] }],
      exit: 3,
      codes: ['require.framework'],
    },
    {
      name: 'framework: an unverified record covers nothing',
      policy: soc({ controls: ['cc6.1'] }),
      arts: [
        one(gait('permission_check')),
        { path: 'b.json', records: [{ value: gait('policy_enforcement'), ok: false }] },
      ],
      exit: 2,
      codes: ['require.framework'],
    },
    {
      name: 'framework: an unknown control',
      policy: soc({ controls: ['cc9.9'] }),
      arts: [one(gait('decision'))],
      exit: 3,
      codes: ['require.framework'],
    },
    {
      name: 'framework: a share that is reached',
      policy: soc({ min_coverage: 0.25 }),
      arts: [{ path: 'a.jsonl', records: [gait('permission_check'), gait('policy_enforcement')] }],
      exit: 0,
    },
    {
      name: 'framework: a share just not reached',
      policy: soc({ min_coverage: 0.26 }),
      arts: [{ path: 'a.jsonl', records: [gait('permission_check'), gait('policy_enforcement')] }],
      exit: 3,
      codes: ['require.framework'],
    },
    { name: 'framework: a share of nothing', policy: soc({ min_coverage: 0 }), arts: [], exit: 0 },
    {
      name: 'framework: all controls without further words',
      policy: soc({}),
      arts: [{ path: 'a.jsonl', records: [gait('permission_check'), gait('policy_enforcement')] }],
      exit: 3,
      codes: ['require.framework'],
    },
    {
      name: 'framework: all of a small one',
      policy: P({ require: { frameworks: [{ id: 'sox' }] } }),
      arts: [{ path: 'a.jsonl', records: [record('deployment'), record('approval', { record_id: 'x' })] }],
      exit: 0,
    },
  ];
};

const ruleCases = (): Case[] => {
  const rule = (more: JsonObject): Json => P({ rules: [{ id: 'no-denied', ...more }] });
  const whenDecision = { properties: { record_type: { const: 'decision' } } };
  const allow = { properties: { event: { properties: { action: { enum: ['allow'] } } } } };
  return [
    {
      name: 'rule: holds',
      policy: rule({ when: whenDecision, must: allow }),
      arts: [one(record('decision', { action: 'allow' }))],
      exit: 0,
    },
    {
      name: 'rule: broken',
      policy: rule({ when: whenDecision, must: allow }),
      arts: [one(record('decision', { action: 'deny' }))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: not selected',
      policy: rule({ when: whenDecision, must: allow }),
      arts: [one(record('approval', { action: 'deny' }))],
      exit: 0,
    },
    {
      name: 'rule: an absent member is no other value',
      policy: rule({ when: whenDecision, must: allow }),
      arts: [one(record('decision'))],
      exit: 0,
    },
    {
      name: 'rule: a required member that is absent',
      policy: rule({ must: { properties: { event: { required: ['action'] } } } }),
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: without when it is about every record',
      policy: rule({ must: { properties: { record_type: { enum: ['decision'] } } } }),
      arts: [one(record('approval'))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: when by enum, selected',
      policy: rule({ when: { properties: { record_type: { enum: ['incident', 'decision'] } } }, must: false }),
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: when by enum, not selected',
      policy: rule({ when: { properties: { record_type: { enum: ['incident', 'approval'] } } }, must: false }),
      arts: [one(record('decision'))],
      exit: 0,
    },
    {
      name: 'rule: when with more than the type, selected',
      policy: rule({
        when: { properties: { record_type: { const: 'decision' }, event: { required: ['x'] } } },
        must: false,
      }),
      arts: [one(record('decision', { x: 1 }))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: when with more than the type, not selected',
      policy: rule({
        when: { properties: { record_type: { const: 'decision' }, event: { required: ['x'] } } },
        must: false,
      }),
      arts: [one(record('decision'))],
      exit: 0,
    },
    {
      name: 'rule: an unverified record breaks none',
      policy: rule({ must: false }),
      arts: [one({ value: record('decision'), ok: false })],
      exit: 2,
    },
    {
      name: 'rule: a record of a failed artifact breaks none',
      policy: rule({ must: false }),
      arts: [one(record('decision'), { outcome: 'failed' })],
      exit: 2,
    },
    {
      name: 'rule: an untrusted record breaks none',
      policy: P({ trust: trust(key('ci')), rules: [{ id: 'r', must: false }] }),
      arts: [one(signed(record('decision'), 'stranger'))],
      exit: 2,
      codes: ['trust.untrusted_key'],
    },
    {
      name: 'rule: a pattern in linear time',
      policy: rule({ must: { properties: { source: { pattern: '^(a+)+$' } } } }),
      arts: [one(record('decision', {}, { source: `${'a'.repeat(5000)}!` }))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: a member that no hash covers keeps none',
      policy: rule({ must: { required: ['reviewed_by'] } }),
      arts: [one({ ...record('decision'), reviewed_by: 'mallory' })],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: a member of controls that no hash covers keeps none',
      policy: rule({ must: { properties: { controls: { required: ['audited'] } } } }),
      arts: [one(record('decision', {}, { controls: { audited: true, permissions_enforced: true } }))],
      exit: 3,
      codes: ['rule.no-denied'],
    },
    {
      name: 'rule: a member of controls that the hash covers keeps it',
      policy: rule({ must: { properties: { controls: { required: ['permissions_enforced'] } } } }),
      arts: [one(record('decision', {}, { controls: { audited: true, permissions_enforced: true } }))],
      exit: 0,
    },
    {
      name: 'rule: two rules, one broken',
      policy: P({
        rules: [
          { id: 'good', must: true },
          { id: 'bad', must: false },
        ],
      }),
      arts: [one(record('decision'))],
      exit: 3,
      codes: ['rule.bad'],
    },
  ];
};

const approvalCases = (): Case[] => {
  const deployment = (more: JsonObject = {}): JsonObject => record('deployment', {}, more);
  const target = deployment();
  const id = String(target['record_id']);
  const hash = hashOf(target);
  const trusted = trust(key('ci'), key('manager'), key('second'), { ...key('stranger'), name: 'someone' });
  const rule = (more: JsonObject = {}): JsonObject => ({
    id: 'production',
    when: { properties: { record_type: { const: 'deployment' } } },
    ...more,
  });
  const by = (more: JsonObject = {}): Json => P({ trust: trusted, approvals: [rule({ by: ['manager'], ...more })] });
  const arts = (...approvals: Rec[]): Art[] => [
    one(signed(target)),
    ...approvals.map((value, i) => ({ path: `z${i}.json`, records: [value] })),
  ];
  const named = { record_id: id, record_hash: hash };
  /** An approval that approves, unless its event says something else. */
  const saying = (event: JsonObject): JsonObject =>
    ['verdict', 'decision', 'approved'].some((name) => name in event) ? event : { verdict: 'approve', ...event };
  const approve = (event: JsonObject, who: keyof typeof KEYS = 'manager', more: JsonObject = {}): Rec =>
    signed(record('approval', saying(event), more), who);
  const rel = (relationship: JsonObject, event: JsonObject = {}): Rec => approve(event, 'manager', { relationship });
  const missing = ['approval.required'];
  const bare = 'f'.repeat(64);
  const bindings: [string, Rec, 'digest' | 'id' | false][] = [
    ['event.record_id', approve({ record_id: id }), 'id'],
    ['event.record_hash', approve({ record_hash: hash }), 'digest'],
    ['event.record_hash without prefix, in capitals', approve({ record_hash: hash.slice(7).toUpperCase() }), 'digest'],
    ['event.record_id and record_hash', approve({ record_id: id, record_hash: hash }), 'digest'],
    ['event.approves with the id', approve({ approves: id }), 'id'],
    ['event.approves with the digest', approve({ approves: hash }), 'digest'],
    ['event.approves with a list', approve({ approves: ['other', id] }), 'id'],
    ['related_record_ids', rel({ related_record_ids: ['other', id] }), 'id'],
    ['parent_record_id', rel({ parent_record_id: id }), 'id'],
    ['parent_ref by id', rel({ parent_ref: { kind: 'evidence', id } }), 'id'],
    ['parent_ref by digest', rel({ parent_ref: { kind: 'evidence', id: 'build-7', digest: hash } }), 'digest'],
    ['entity_refs by id and digest', rel({ entity_refs: [{ kind: 'evidence', id, digest: hash.slice(7) }] }), 'digest'],
    [
      'edges to by id',
      rel({ edges: [{ kind: 'targets', from: { kind: 'agent', id: 'x' }, to: { kind: 'evidence', id } }] }),
      'id',
    ],
    ['relations, the old name', approve({}, 'manager', { relations: { parent_ref: { kind: 'evidence', id } } }), 'id'],
    [
      'edges from',
      rel({ edges: [{ kind: 'targets', from: { kind: 'evidence', id }, to: { kind: 'agent', id: 'x' } }] }),
      false,
    ],
    ['another id', approve({ record_id: `${id}x` }), false],
    ['another digest', approve({ record_hash: `sha256:${bare}` }), false],
    ['the id with the digest of another content', approve({ record_id: id, record_hash: `sha256:${bare}` }), false],
    ['another id with the digest', approve({ record_id: 'other', record_hash: hash }), false],
    ['a reference by id with another digest', rel({ parent_ref: { kind: 'evidence', id, digest: bare } }), false],
    [
      'a reference with another digest beside the plain id',
      rel({ parent_ref: { kind: 'evidence', id, digest: bare }, related_record_ids: [id] }),
      false,
    ],
    [
      'the id beside a digest of no record here',
      rel({ related_record_ids: [id] }, { record_hash: `sha256:${bare}` }),
      false,
    ],
    ['the id with a digest that is none', approve({ record_id: id, record_hash: 7 }), false],
    ['a member of another name', approve({ approved_record: id }), false],
    ['nothing', approve({}), false],
  ];
  const beside = record('decision');
  const asking = record('tool_invocation', {}, { controls: { human_oversight: { approval_required: true } } });
  const askingId = String(asking['record_id']);
  const intent = 'ab'.repeat(32);
  const intended = record('tool_invocation', { gate_verdict: 'require_approval', intent_digest: intent });
  const token = (more: JsonObject = {}, art: Partial<Art> = {}): Art => ({
    path: 'token.json',
    kind: 'gait_signed_json',
    keyIds: [KEYS.manager.id],
    document: {
      schema_id: 'gait.gate.approval_token',
      intent_digest: intent,
      created_at: at(-HOUR),
      expires_at: at(HOUR),
      ...more,
    },
    ...art,
  });
  const first = record('approval', {}, { controls: { human_oversight: { approval_required: true } } });
  const second = record(
    'approval',
    { record_id: String(first['record_id']) },
    { controls: { human_oversight: { approval_required: true } } },
  );
  const between = { ...second, event: { verdict: 'approve', record_hash: hashOf(asking) } };
  const circle = { ...first, event: { record_id: String(second['record_id']) } };
  return [
    { name: 'approval: none', policy: by(), arts: arts(), exit: 4, codes: missing },
    {
      name: 'approval bound by a reference to another record here, with the digest of this one',
      policy: by(),
      arts: [
        ...arts(rel({ parent_ref: { kind: 'evidence', id: 'another', digest: hash } })),
        one(signed(record('decision', {}, { record_id: 'another' })), { path: 'other.json' }),
      ],
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval bound by its id, beside a reference to something with a digest of its own',
      policy: by({ binding: 'id' }),
      notices: ['approval.bound_by_id'],
      arts: arts(rel({ related_record_ids: [id], entity_refs: [{ kind: 'file', id: 'f', digest: bare }] })),
      exit: 0,
    },
    {
      name: 'approval bound by its id, beside the digest of another record here',
      policy: by({ binding: 'id' }),
      notices: ['approval.bound_by_id'],
      arts: [...arts(approve({ approves: [id, hashOf(beside)] })), one(signed(beside), { path: 'other.json' })],
      exit: 0,
    },
    ...bindings.flatMap(([name, value, bound]): Case[] => [
      {
        name: `approval bound by ${name}`,
        policy: by(),
        arts: arts(value),
        exit: bound === 'digest' ? 0 : 4,
        ...(bound === 'digest' ? {} : { codes: missing }),
      },
      {
        name: `approval bound by ${name}, where ids do`,
        policy: by({ binding: 'id' }),
        arts: arts(value),
        exit: bound === false ? 4 : 0,
        ...(bound === false ? { codes: missing } : {}),
        ...(bound === 'id' ? { notices: ['approval.bound_by_id'] } : {}),
      },
    ]),
    {
      name: 'approval: one with the id of the record, by its digest',
      policy: by(),
      arts: arts(approve({ record_hash: hash }, 'manager', { ...named })),
      exit: 4,
      codes: missing,
    },
    { name: 'approval: not needed by other types', policy: by(), arts: [one(signed(record('decision')))], exit: 0 },
    {
      name: 'approval: by somebody else',
      policy: by(),
      arts: arts(approve({ ...named }, 'second')),
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: not signed',
      policy: P({ trust: { ...trusted, signatures: 'auto' }, approvals: [rule({ by: ['manager'] })] }),
      arts: arts({ value: record('approval', saying(named)) }),
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: by anybody trusted',
      policy: P({ trust: trusted, approvals: [rule()] }),
      arts: arts(approve({ ...named }, 'second')),
      exit: 0,
    },
    {
      name: 'approval: by a key that is not trusted',
      policy: P({ trust: trust(key('ci'), key('manager')), approvals: [rule()] }),
      arts: arts(approve({ ...named }, 'second')),
      exit: 2,
      codes: ['approval.untrusted', 'trust.untrusted_key'],
    },
    {
      name: 'approval: by a key that may not sign approvals',
      policy: P({
        trust: trust(key('ci'), key('manager', { record_types: ['deployment'] })),
        approvals: [rule({ by: ['manager'] })],
      }),
      arts: arts(approve({ ...named })),
      exit: 2,
      codes: ['approval.untrusted', 'trust.key_scope'],
    },
    {
      name: 'approval: an unverified one does not count',
      policy: by(),
      arts: arts({ ...approve({ ...named }), ok: false }),
      exit: 2,
      codes: missing,
    },
    {
      name: 'approval: one whose signature failed',
      policy: by(),
      arts: arts({ ...approve({ ...named }), signature: 'failed' }),
      exit: 2,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: a record of another type approves nothing',
      policy: by(),
      arts: arts(signed(record('decision', { ...named }), 'manager')),
      exit: 4,
      codes: missing,
    },
    ...['deny', 'Reject', 'blocked', 'denied', ' DENY ', 'pending'].map(
      (word): Case => ({
        name: `approval: verdict ${JSON.stringify(word)}`,
        policy: by(),
        arts: arts(approve({ ...named, verdict: word })),
        exit: 4,
        codes: word === 'pending' ? missing : ['approval.denied'],
      }),
    ),
    {
      name: 'approval: decision reject',
      policy: by(),
      arts: arts(approve({ ...named, decision: 'reject' })),
      exit: 4,
      codes: ['approval.denied'],
    },
    {
      name: 'approval: approved false',
      policy: by(),
      arts: arts(approve({ ...named, approved: false })),
      exit: 4,
      codes: ['approval.denied'],
    },
    {
      name: 'approval: verdict approve, decision deny',
      policy: by(),
      arts: arts(approve({ ...named, verdict: 'approve', decision: 'deny' })),
      exit: 4,
      codes: ['approval.denied'],
    },
    ...['approve', 'approved', 'allow', 'granted'].map(
      (word): Case => ({
        name: `approval: verdict ${word}`,
        policy: by(),
        arts: arts(approve({ ...named, verdict: word })),
        exit: 0,
      }),
    ),
    {
      name: 'approval: of a denial and an approval of one instant the denial counts',
      policy: by(),
      arts: arts(approve({ ...named, verdict: 'deny' }), approve({ ...named })),
      exit: 4,
      codes: ['approval.denied'],
    },
    {
      name: 'approval: before it expires',
      policy: by(),
      arts: arts(approve({ ...named, expires_at: at(1000) })),
      exit: 0,
    },
    {
      name: 'approval: as it expires',
      policy: by(),
      arts: arts(approve({ ...named, expires_at: at(0) })),
      exit: 4,
      codes: ['approval.expired'],
    },
    {
      name: 'approval: an expiry that is no instant',
      policy: by(),
      arts: arts(approve({ ...named, expires_at: 'never' })),
      exit: 4,
      codes: ['approval.expired'],
    },
    {
      name: 'approval: as old as may be',
      policy: by({ max_age: '72h' }),
      arts: arts(approve({ ...named }, 'manager', { timestamp: at(-72 * HOUR) })),
      exit: 0,
    },
    {
      name: 'approval: a second older',
      policy: by({ max_age: '72h' }),
      arts: arts(approve({ ...named }, 'manager', { timestamp: at(-72 * HOUR - 1000) })),
      exit: 4,
      codes: ['approval.expired'],
    },
    {
      name: 'approval: from the future',
      policy: by({ max_age: '72h' }),
      arts: arts(approve({ ...named }, 'manager', { timestamp: at(DAY) })),
      exit: 3,
      codes: ['approval.expired', 'freshness.future'],
    },
    {
      name: 'approval: a stale record',
      policy: P({ trust: trusted, freshness: { max_age: '1d' }, approvals: [rule()] }),
      arts: arts(approve({ ...named }, 'manager', { timestamp: at(-2 * DAY) })),
      exit: 3,
      codes: ['approval.expired', 'freshness.stale'],
    },
    {
      name: 'approval: two signers of two',
      policy: by({ by: ['manager', 'second'], min: 2 }),
      arts: arts(approve({ ...named }), approve({ ...named }, 'second')),
      exit: 0,
    },
    {
      name: 'approval: one signer of two',
      policy: by({ by: ['manager', 'second'], min: 2 }),
      arts: arts(approve({ ...named })),
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: one signer twice is one',
      policy: by({ by: ['manager', 'second'], min: 2 }),
      arts: arts(approve({ ...named }), approve({ ...named })),
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: two unsigned ones are one',
      policy: P({ approvals: [rule({ min: 2 })] }),
      arts: [
        one(target),
        { path: 'x.json', records: [record('approval', { ...named })] },
        { path: 'y.json', records: [record('approval', { ...named })] },
      ],
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: an unsigned one approves nothing',
      policy: P({ approvals: [rule()] }),
      arts: [one(target), { path: 'x.json', records: [record('approval', saying(named))] }],
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: one person with two keys is one',
      policy: P({
        trust: trust(key('ci'), key('manager'), { ...key('second'), name: 'manager' }),
        approvals: [rule({ min: 2 })],
      }),
      arts: arts(approve({ ...named }), approve({ ...named }, 'second')),
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: by the signer of the record where another is asked for',
      policy: by({ by: ['ci', 'manager'] }),
      arts: arts(approve({ ...named }, 'ci')),
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: by the signer of the record where only he is asked for',
      policy: by({ by: ['ci'] }),
      arts: arts(approve({ ...named }, 'ci')),
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'approval: an id that two records have',
      policy: by(),
      arts: [
        ...arts(approve({ ...named })),
        { path: 'twin.json', records: [signed(deployment({ ...named, source: 'evil' }))] },
      ],
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: by digest, beside a twin that stays without',
      policy: by(),
      arts: [
        ...arts(approve({ record_hash: hash })),
        { path: 'twin.json', records: [signed(deployment({ ...named, source: 'evil' }))] },
      ],
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: an unverified twin changes nothing',
      policy: by(),
      arts: [
        ...arts(approve({ ...named })),
        { path: 'twin.json', records: [{ value: deployment({ ...named }), ok: false }] },
      ],
      exit: 2,
    },
    {
      name: 'approval: an unverified record needs none',
      policy: by(),
      arts: [one({ value: target, key: 'ci', ok: false })],
      exit: 2,
    },
    {
      name: 'approval: a rule without when is about all but approvals',
      policy: P({ approvals: [{ id: 'all' }] }),
      arts: [one(record('decision'))],
      exit: 4,
      codes: missing,
    },
    {
      name: 'approval: and not about approvals',
      policy: P({ approvals: [{ id: 'all' }] }),
      arts: [one(record('approval', { record_id: 'x' }))],
      exit: 0,
    },
    { name: 'built in: approval_required', arts: [one(asking)], exit: 4, codes: missing },
    {
      name: 'built in: approval_required and approved',
      arts: [one(asking), { path: 'b.json', records: [approve({ record_id: askingId, record_hash: hashOf(asking) })] }],
      exit: 0,
    },
    {
      name: 'built in: approval_required false',
      arts: [one(record('decision', {}, { controls: { human_oversight: { approval_required: false } } }))],
      exit: 0,
    },
    ...['gate_verdict', 'policy_verdict', 'verdict'].map(
      (name): Case => ({
        name: `built in: ${name}`,
        arts: [one(record('decision', { [name]: 'require_approval' }))],
        exit: 4,
        codes: missing,
      }),
    ),
    { name: 'built in: another verdict', arts: [one(record('decision', { gate_verdict: 'allow' }))], exit: 0 },
    {
      name: 'built in: with a list of rules as well',
      policy: P({ approvals: [] }),
      arts: [one(asking)],
      exit: 4,
      codes: missing,
    },
    {
      name: 'built in: switched off',
      policy: P({ approvals: { builtin: false, rules: [] } }),
      arts: [one(asking)],
      exit: 0,
    },
    {
      name: 'built in: an approval that needs approval does not approve itself',
      arts: [one({ ...first, event: { record_id: String(first['record_id']) } })],
      exit: 4,
      codes: missing,
    },
    {
      name: 'built in: a circle of approvals helps nobody',
      arts: [one(circle), { path: 'b.json', records: [second] }],
      exit: 4,
      codes: missing,
    },
    {
      name: 'built in: a chain of approvals that ends',
      arts: [
        one(asking),
        { path: 'b.json', records: [signed(between, 'second')] },
        { path: 'c.json', records: [approve({ record_hash: hashOf(between) })] },
      ],
      exit: 0,
    },
    {
      name: 'built in: a chain of approvals that does not end',
      arts: [one(asking), { path: 'b.json', records: [signed(between, 'second')] }],
      exit: 4,
      codes: missing,
    },
    { name: 'token: same intent', arts: [one(intended), token()], exit: 0 },
    {
      name: 'token: another intent',
      arts: [one(intended), token({ intent_digest: 'cd'.repeat(32) })],
      exit: 4,
      codes: missing,
    },
    {
      name: 'token: as it expires',
      arts: [one(intended), token({ expires_at: at(0) })],
      exit: 4,
      codes: ['approval.expired'],
    },
    {
      name: 'token: without an expiry',
      arts: [one(intended), token({ expires_at: 'x' })],
      exit: 4,
      codes: ['approval.expired'],
    },
    { name: 'token: not verified', arts: [one(intended), token({}, { outcome: 'failed' })], exit: 2, codes: missing },
    {
      name: 'token: another document',
      arts: [one(intended), token({ schema_id: 'gait.gate.trace' })],
      exit: 4,
      codes: missing,
    },
    { name: 'token: a record without an intent', arts: [one(asking), token()], exit: 4, codes: missing },
    {
      name: 'token: intent of a reference',
      arts: [
        one(
          record(
            'decision',
            { verdict: 'require_approval' },
            { relationship: { parent_ref: { kind: 'intent', id: 'i', digest: intent } } },
          ),
        ),
        token(),
      ],
      exit: 0,
    },
    {
      name: 'token: by a named approver',
      policy: P({
        trust: trusted,
        approvals: {
          builtin: false,
          rules: [{ id: 'p', when: { properties: { record_type: { const: 'tool_invocation' } } }, by: ['manager'] }],
        },
      }),
      arts: [one(signed(intended)), token()],
      exit: 0,
    },
    {
      name: 'token: by somebody else',
      policy: P({ trust: trusted, approvals: { builtin: false, rules: [{ id: 'p', by: ['manager'] }] } }),
      arts: [one(signed(intended)), token({}, { keyIds: [KEYS.second.id] })],
      exit: 4,
      codes: ['approval.untrusted'],
    },
    {
      name: 'token: too old for the rule',
      policy: P({
        trust: trusted,
        approvals: { builtin: false, rules: [{ id: 'p', by: ['manager'], max_age: '30m' }] },
      }),
      arts: [one(signed(intended)), token()],
      exit: 4,
      codes: ['approval.expired'],
    },
    {
      name: 'token: by a key that may not approve',
      policy: P({ trust: trust(key('ci'), key('manager', { record_types: ['decision'] })) }),
      arts: [one(signed(intended)), token()],
      exit: 4,
      codes: ['approval.untrusted'],
    },
  ];
};

const mixedCases = (): Case[] => [
  {
    name: 'worst first: 2 before 3 before 4',
    policy: P({ trust: trust(key('ci')), rules: [{ id: 'r', must: false }] }),
    arts: [one(signed(record('decision'), 'stranger')), { path: 'b.json', records: [signed(record('decision'))] }],
    exit: 2,
    codes: ['rule.r', 'trust.untrusted_key'],
  },
  {
    name: 'worst first: 3 before 4',
    policy: P({ require: { record_types: { incident: 1 } } }),
    arts: [one(record('decision', { verdict: 'require_approval' }))],
    exit: 3,
    codes: ['approval.required', 'require.record_type'],
  },
  {
    name: 'a record without its approval is still verified evidence',
    policy: P({ require: { record_types: { decision: 1 } } }),
    arts: [one(record('decision', { verdict: 'require_approval' }))],
    exit: 4,
    codes: ['approval.required'],
  },
  { name: 'nothing asked, nothing there', arts: [], exit: 0 },
  { name: 'a policy that asks for nothing', policy: P({}), arts: [one(record('decision'))], exit: 0 },
];

/** All situations of the table. */
export const CASES: readonly Case[] = [
  ...trustCases(),
  ...freshnessCases(),
  ...requireCases(),
  ...ruleCases(),
  ...approvalCases(),
  ...mixedCases(),
  ...trustAndRequirementCases(),
];
