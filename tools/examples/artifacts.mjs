// Building blocks of the examples: sealed and signed records, chains, signature objects.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { digestHex, sealRecord } from '../../dist/lib/index.js';

/** An Ed25519 key derived from a public phrase. */
function signer(phrase) {
  const seed = createHash('sha256').update(phrase).digest();
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { privateKey, publicKey, keyId: createHash('sha256').update(publicKey).digest('hex') };
}
export const { privateKey, publicKey, keyId } = signer('proof-verify example signer, for examples only');
/** The signer of a record must not approve it, so the approval has a different key. */
export const manager = signer('proof-verify example release manager, for examples only');
export const signText = (text) => sign(null, Buffer.from(text), privateKey).toString('base64');
export const sha = (data) => createHash('sha256').update(data).digest('hex');

const timestampOf = (number) => `2026-03-0${1 + Math.floor(number / 10)}T12:${String(number).padStart(2, '0')}:00Z`;
export const recordId = (number, type) => `prf-${timestampOf(number)}-${sha(`${number} ${type}`).slice(0, 8)}`;

/** A sealed and signed record; `previous` links it to the one before, `by` signs it. */
export function record(number, type, event, more = {}, previous = '', by = { privateKey, keyId }) {
  const sealed = sealRecord({
    record_id: recordId(number, type),
    record_version: '1.0',
    timestamp: timestampOf(number),
    source: 'release-agent',
    source_product: 'example-service',
    agent_id: 'agent-7',
    record_type: type,
    event,
    controls: { permissions_enforced: true, approved_scope: 'production' },
    ...more,
    integrity: { record_hash: '', ...(previous === '' ? {} : { previous_record_hash: previous }) },
  });
  const { record_hash } = sealed.integrity;
  return {
    ...sealed,
    integrity: {
      ...sealed.integrity,
      signing_key_id: by.keyId,
      signature: `base64:${sign(null, Buffer.from(record_hash), by.privateKey).toString('base64')}`,
    },
  };
}

/** Records that link to one another, in order. */
export function linked(...steps) {
  const records = [];
  steps.forEach(([type, event, more], i) => {
    records.push(record(10 + i, type, event, more, records.at(-1)?.integrity.record_hash));
  });
  return records;
}

/** A signature object over a digest. */
export const overDigest = (digest) => ({ alg: 'ed25519', key_id: keyId, sig: signText(digest), signed_digest: digest });

/** A chain with a signature over the whole (contract section 3). */
export function chain(records) {
  const head = {
    chain_id: 'billing-4.2.0',
    created_at: '2026-03-02T13:00:00Z',
    record_count: records.length,
    head_hash: records.at(-1)?.integrity.record_hash ?? '',
  };
  return { ...head, records, signatures: [overDigest(digestHex({ ...head, records }))] };
}
