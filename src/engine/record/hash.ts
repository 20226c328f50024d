import { sha256Hex } from '../digest.js';
import { arrange, canonicalSlow, needsSlow } from '../json/jcs.js';
import type { Json, JsonObject } from '../json/value.js';
import type { RecordView } from './view.js';

const NOTHING = { previous_record_hash: '' };

/**
 * `record_hash` of a record: `sha256:` and 64 hex digits over the canonical form of the covered members (contract section
 * 2.1).
 */
export function recordHash(view: RecordView): string {
  return `sha256:${sha256Hex(canonicalPayload(view))}`;
}

/** The hashed payload in canonical form. */
export function canonicalPayload(view: RecordView): string {
  const payload = coveredMembers(view);
  const arranged = arrange(payload);
  return needsSlow() ? canonicalSlow(payload) : JSON.stringify(arranged.value);
}

/** The members that the hash covers (contract section 2.1), in canonical order; nested values are ordered later. */
export function coveredMembers(view: RecordView): JsonObject {
  const previous = view.integrity.previousRecordHash;
  const payload: Record<string, Json> = {
    agent_id: view.agentId,
    controls: view.controls,
    event: view.event ?? null,
    integrity: previous === '' ? NOTHING : { previous_record_hash: previous },
    metadata: view.metadata ?? null,
    record_id: view.recordId,
    record_type: view.recordType,
    record_version: view.recordVersion,
  };
  if (view.relations !== undefined) payload['relations'] = view.relations.value;
  if (view.relationship !== undefined) payload['relationship'] = view.relationship.value;
  payload['source'] = view.source;
  payload['source_product'] = view.sourceProduct;
  payload['timestamp'] = view.utc;
  return payload;
}
