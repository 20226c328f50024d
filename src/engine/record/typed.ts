import type { Json, JsonObject } from '../json/value.js';
import { type RecordView, viewRecord } from './view.js';

/** The typed view as a JSON object, which schemas are checked against and chain signatures cover. */
export function typedRecord(view: RecordView, timestamp: string | undefined = view.timestamp): JsonObject {
  const sealed = view.integrity;
  const integrity: Record<string, Json> = { record_hash: sealed.recordHash };
  if (sealed.previousRecordHash !== '') integrity['previous_record_hash'] = sealed.previousRecordHash;
  if (sealed.signingKeyId !== '') integrity['signing_key_id'] = sealed.signingKeyId;
  if (sealed.signature !== '') integrity['signature'] = sealed.signature;
  const record: Record<string, Json> = {
    record_id: view.recordId,
    record_version: view.recordVersion,
    source: view.source,
    source_product: view.sourceProduct,
    record_type: view.recordType,
    controls: view.controls,
    integrity,
  };
  if (timestamp !== undefined) record['timestamp'] = timestamp;
  if (view.event !== undefined) record['event'] = view.event;
  if (view.agentId !== '') record['agent_id'] = view.agentId;
  if (view.metadata !== undefined) record['metadata'] = view.metadata;
  if (view.relationship !== undefined) record['relationship'] = view.relationship.value;
  if (view.relations !== undefined) record['relations'] = view.relations.value;
  return record;
}

/**
 * The content of a record that its hash covers, independent of notation: without members outside the hash, empty members
 * treated as absent, the timestamp in UTC with whole seconds, and `keyId`, the key that verified it, in place of the declared
 * one.
 */
export function coveredRecord(value: JsonObject, keyId: string | undefined): JsonObject {
  const { view } = viewRecord(value, { loneCaseVariants: 'refuse' });
  if (view === undefined) return {};
  const { integrity } = view;
  const sealed = keyId === undefined ? view : { ...view, integrity: { ...integrity, signingKeyId: keyId } };
  return typedRecord(sealed, view.timestamp === undefined ? undefined : view.utc);
}
