import { parseInstant } from '../../engine/time.js';
import type { Json, JsonObject } from '../../engine/types.js';
import { type ApprovalFact, type ApprovalName, MAX_APPROVED } from '../../model/facts.js';
import { list, object, own, text } from '../config/json.js';
import { wordOf } from './approval-words.js';

/**
 * What an approval record approves (trust.md section 6): references of `relationship` (and its deprecated twin) with their
 * digests, `related_record_ids`, `parent_record_id`, and event members `record_id`, `record_hash`, `approves`.
 */
export function approvalOf(value: JsonObject): ApprovalFact {
  const names: ApprovalName[] = [];
  const add = (name: ApprovalName): void => {
    if (names.length < MAX_APPROVED) names.push(name);
  };
  for (const member of ['relationship', 'relations']) {
    const relationship = object(value[member]);
    if (relationship !== undefined) fromRelationship(relationship, add);
  }
  const event = object(value['event']) ?? {};
  const id = text(own(event, 'record_id'));
  const digest = digestOf(own(event, 'record_hash'));
  if (id !== '' || digest !== undefined) {
    add({ ...(id === '' ? {} : { id }), ...(digest === undefined ? {} : { digest }) });
  }
  const approves = own(event, 'approves');
  for (const one of Array.isArray(approves) ? (approves as readonly Json[]) : [approves]) {
    const name = text(one);
    if (name === '') continue;
    const hash = normal(name);
    add(/^sha256:.{64}$/s.test(hash) ? { digest: hash } : { id: name });
  }
  const expires = own(event, 'expires_at');
  return {
    names,
    ...wordOf(event),
    // An invalid expiry must not make an approval last forever.
    ...(expires === undefined || expires === null || expires === ''
      ? {}
      : {
          expiresAt:
            (typeof expires === 'string' ? parseInstant(expires)?.epochMs : undefined) ?? Number.NEGATIVE_INFINITY,
        }),
  };
}

function fromRelationship(relationship: JsonObject, add: (name: ApprovalName) => void): void {
  const reference = (value: Json | undefined): void => {
    const one = object(value);
    if (one === undefined) return;
    const id = text(own(one, 'id'));
    const digest = digestOf(own(one, 'digest'));
    if (id === '' && digest === undefined) return;
    add({ ...(id === '' ? {} : { id }), ...(digest === undefined ? {} : { digest }), reference: true });
  };
  for (const edge of list(own(relationship, 'edges'))) reference(object(edge)?.['to']);
  for (const one of list(own(relationship, 'entity_refs'))) reference(one);
  reference(own(relationship, 'parent_ref'));
  for (const id of [own(relationship, 'parent_record_id'), ...list(own(relationship, 'related_record_ids'))]) {
    if (typeof id === 'string' && id !== '') add({ id });
  }
}

/** A record asks for approval itself: `controls.human_oversight.approval_required` or a verdict `require_approval`. */
export function asksApproval(value: JsonObject): boolean {
  const oversight = object(value['controls'])?.['human_oversight'];
  if (object(oversight)?.['approval_required'] === true) return true;
  const event = object(value['event']);
  if (event === undefined) return false;
  return isAsking(event['gate_verdict']) || isAsking(event['policy_verdict']) || isAsking(event['verdict']);
}

const isAsking = (word: Json | undefined): boolean => text(word).trim().toLowerCase() === 'require_approval';

/**
 * Digests of the intent that a record acts on, for Gait approval tokens: `event.intent_digest`, and relationship references
 * of kind `intent` with their digest. Lower-case hex.
 */
export function intentsOf(value: JsonObject): readonly string[] {
  const found = new Set<string>();
  const add = (digest: Json | undefined): void => {
    const hex = hexOf(text(digest));
    if (hex !== undefined) found.add(hex);
  };
  const event = object(value['event']);
  if (event !== undefined) {
    add(own(event, 'intent_digest'));
    add(object(own(event, 'intent'))?.['intent_digest']);
  }
  const metadata = object(value['metadata']);
  if (metadata !== undefined) add(own(metadata, 'intent_digest'));
  const relationship = object(value['relationship']) ?? object(value['relations']);
  if (relationship !== undefined) {
    const ends = list(relationship['edges']).flatMap((edge) => [object(edge)?.['from'], object(edge)?.['to']]);
    for (const one of [relationship['parent_ref'], ...list(relationship['entity_refs']), ...ends]) {
      const reference = object(one);
      if (reference !== undefined && reference['kind'] === 'intent') add(reference['digest']);
    }
  }
  return [...found].slice(0, MAX_INTENTS);
}

/** Most intents that one record may act on. */
const MAX_INTENTS = 16;

/** A digest as `sha256:` and lower-case hex; anything else is kept as a value that matches nothing. */
function digestOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? normal(value) : 'not a digest';
}

function normal(text: string): string {
  const hex = hexOf(text);
  return hex === undefined ? text : `sha256:${hex}`;
}

/** Lower-case hex of a SHA-256 digest, with its prefix or without. */
function hexOf(text: string): string | undefined {
  return /^(?:sha256:)?([0-9a-fA-F]{64})$/.exec(text)?.[1]?.toLowerCase();
}
