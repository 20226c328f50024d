import { parseInstant } from '../engine/canonical/time.js';
import type { Json, JsonObject } from '../engine/types.js';
import { type ApprovalFact, type ApprovalName, MAX_APPROVED } from './facts.js';
import { list, object, own, text } from './members.js';

/** Verdicts that are none of approval; gate.md names deny, reject and block, the others say the same or nothing yet. */
const DENIALS: ReadonlySet<string> = new Set([
  ...['deny', 'denied', 'denial', 'reject', 'rejected', 'rejection', 'block', 'blocked'],
  ...[
    'decline',
    'declined',
    'refuse',
    'refused',
    'veto',
    'vetoed',
    'disapprove',
    'disapproved',
    'disallow',
    'disallowed',
  ],
  ...['revoke', 'revoked', 'withdraw', 'withdrawn', 'cancel', 'cancelled', 'canceled', 'expired', 'fail', 'failed'],
  ...['pending', 'requested', 'request', 'require_approval', 'approval_required', 'escalate', 'escalated', 'none'],
  ...['no', 'false', 'not_approved', 'unapproved', 'dry_run'],
]);

/**
 * What an approval record approves (gate.md, Approvals): references of `relationship` (and its deprecated twin) with their
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
    denies: denies(event),
    // An expiry that cannot be read must not make an approval last for ever.
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

function denies(event: JsonObject): boolean {
  for (const name of ['verdict', 'decision']) {
    const word = own(event, name);
    if (word === undefined || word === null) continue;
    // A verdict of another shape than a word is not one of approval that anybody could read.
    if (typeof word !== 'string') {
      if (word !== true) return true;
      continue;
    }
    if (
      DENIALS.has(
        word
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
      )
    )
      return true;
  }
  return own(event, 'approved') === false;
}

/** A record asks for approval itself: `controls.human_oversight.approval_required` or a verdict `require_approval`. */
export function asksApproval(value: JsonObject): boolean {
  const oversight = object(value['controls'])?.['human_oversight'];
  if (object(oversight)?.['approval_required'] === true) return true;
  const event = object(value['event']);
  if (event === undefined) return false;
  return isAsking(event['gate_verdict']) || isAsking(event['policy_verdict']) || isAsking(event['verdict']);
}

const isAsking = (word: Json | undefined): boolean => word === 'require_approval';

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

/** Intents one record may act on. */
const MAX_INTENTS = 16;

/** A digest as `sha256:` and lower-case hex; what is none stays there as something that agrees with nothing. */
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
