import { sha256Hex } from '../digest.js';
import { Fault } from '../fault.js';
import type { Json, JsonObject } from '../json/value.js';
import { declaredHash } from '../record/declared-hash.js';
import { recordHash } from '../record/hash.js';
import { shortHash } from '../text.js';
import { formatUtc } from '../time.js';
import { readView, requireMembers, signRecord } from './record.js';
import type { SigningKey } from './signing-key.js';

/** Members of an approval other than the approved record. */
export interface ApprovalOptions {
  /** Name of the approver, for readers only; a gate judges the key. */
  readonly approver?: string;
  readonly reason?: string;
  /** End of validity of the approval. */
  readonly expiresAt?: Date;
  /** The time of the approval, default now; written in UTC in whole seconds. */
  readonly now?: Date;
}

/**
 * A signed approval record for a record, bound to its digest (trust.md section 6). The same key, record, texts and times give
 * the same bytes.
 * @throws Fault when the record lacks a required member (exit code 3), is not sealed, or its hash does not match (2).
 */
export function approvalFor(record: JsonObject, key: SigningKey, options: ApprovalOptions = {}): JsonObject {
  const view = readView(record);
  requireMembers(view);
  const hash = recordHash(view);
  const declared = view.integrity.recordHash;
  if (declared !== hash) {
    const unsealed = declaredHash(declared).form === 'none';
    throw new Fault(
      'record.hash_mismatch',
      unsealed
        ? 'the record is not sealed yet, so there is nothing to bind an approval to (proof-verify hash --write FILE)'
        : `record_hash is ${shortHash(declared)}, content hashes to ${shortHash(hash)}: a changed record is not approved`,
      { pointer: '/integrity/record_hash' },
    );
  }
  const timestamp = formatUtc(Math.floor((options.now ?? new Date()).getTime() / 1000) * 1000);
  const event: Record<string, Json> = { verdict: 'approve', record_id: view.recordId, record_hash: hash };
  if (options.approver !== undefined) event['approver'] = options.approver;
  if (options.reason !== undefined) event['reason'] = options.reason;
  if (options.expiresAt !== undefined) {
    event['expires_at'] = formatUtc(Math.floor(options.expiresAt.getTime() / 1000) * 1000);
  }
  const id = `prf-${timestamp}-${sha256Hex(JSON.stringify([key.id, timestamp, event])).slice(0, 8)}`;
  const approval: JsonObject = {
    record_id: id,
    record_version: '1.0',
    timestamp,
    source: 'proof-verify',
    source_product: 'proof-verify',
    record_type: 'approval',
    event,
    controls: { permissions_enforced: false },
    relationship: {
      edges: [
        { kind: 'targets', from: { kind: 'evidence', id }, to: { kind: 'evidence', id: view.recordId, digest: hash } },
      ],
    },
  };
  return signRecord(approval, key);
}
