import type { Json, JsonObject } from '../../../src/engine/types.js';
import { type Art, at, HOUR, hashOf, KEYS, outcomeOf, type Rec, record } from './world.js';

/* One deployment, and what may approve it. */

export type Who = keyof typeof KEYS;
export const SECOND = 1000;
export const BARE = 'f'.repeat(64);
export const INTENT = 'ab'.repeat(32);
export const ASKS = { controls: { human_oversight: { approval_required: true } } };

export const target = record('deployment', { intent_digest: INTENT }, { record_id: 'd' });
export const HASH = hashOf(target);
export const TARGET: Art = { path: 'a.json', records: [{ value: target, key: 'ci' }] };

export const key = (name: string, who: Who, more: JsonObject = {}): JsonObject => ({
  name,
  public_key: KEYS[who].hex,
  ...more,
});
export const KEYRING = [key('ci', 'ci'), key('manager', 'manager'), key('second', 'second')];
export const DEPLOYMENTS = { properties: { record_type: { const: 'deployment' } } };

/** One rule over deployments that accepts ids; `more` are members of the policy. */
export const policy = (rule: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  version: 1,
  trust: { keys: KEYRING },
  approvals: [{ id: 'production', when: DEPLOYMENTS, binding: 'id', ...rule }],
  ...more,
});
export const BY = { by: ['manager'], max_age: '72h' };
export const UNSIGNED = { trust: { keys: KEYRING, signatures: 'auto' } };

/** An approval of the target in a file of its own; `id` is the approval's. */
export const approval = (id: string, event: JsonObject, more: JsonObject = {}, rec: Partial<Rec> = {}): Art => ({
  path: `${id}.json`,
  records: [
    { value: record('approval', { verdict: 'approve', ...event }, { record_id: id, ...more }), key: 'manager', ...rec },
  ],
});
export const ok = (id: string, key: Who = 'manager'): Art => approval(id, { record_id: 'd' }, {}, { key });
export const aged = (id: string, timestamp: string): Art => approval(id, { record_id: 'd' }, { timestamp });
export const plain = (id: string, value: JsonObject, rec: Partial<Rec> = {}): Art => ({
  path: `${id}.json`,
  records: [{ value: { ...value, record_id: id }, key: 'ci', ...rec }],
});

export const token = (document: JsonObject = {}, art: Partial<Art> = {}): Art => ({
  path: 't.json',
  kind: 'gait_signed_json',
  keyIds: [KEYS.manager.id],
  document: {
    schema_id: 'gait.gate.approval_token',
    intent_digest: INTENT,
    created_at: at(-HOUR),
    expires_at: at(HOUR),
    ...document,
  },
  ...art,
});

export interface Told {
  code: string;
  why: string;
}

/** Code and reason of each finding about approvals at the target, in the order of the report; without the advice at its end. */
export async function toldOf(
  value: Json | undefined,
  arts: readonly Art[],
  extra: readonly string[] = [],
): Promise<Told[]> {
  const { decision } = await outcomeOf(value, arts, { extra });
  return decision.findings
    .filter(({ artifact, severity }) => severity === 'error' && artifact === 'a.json')
    .filter(({ code }) => code.startsWith('approval.'))
    .map(({ code, message }) => ({ code, why: message.replace(/; may approve: .*$/, '') }));
}

/** What is reported where one approval of one is missing, unless `have` says otherwise. */
export const needs = (
  code: string,
  why: string,
  have = '0 of 1 required approval',
  what = 'deployment "d"',
): Told[] => {
  const rule = what.startsWith('deployment') ? 'rule production' : 'the record itself requires it';
  const near = NONE.has(why) || code === 'denied' ? '' : have.startsWith('0 ') ? 'no valid approval: ' : 'nearest: ';
  return [{ code: `approval.${code}`, why: `${what} needs approval (${rule}): ${have}; ${near}${why}` }];
};
const NONE = new Set(['no approval names it', 'each signer counts once']);
