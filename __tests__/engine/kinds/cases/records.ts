import {
  ALICE,
  chain,
  type Doc,
  jsonl,
  MALLORY,
  omit,
  record,
  recordHash,
  records,
  relink,
  revocationList,
  signChain,
  signedJson,
} from '../../../support/build.js';
import { directory, json, lines, type Row, row, SIGNED } from './run.js';

const good = json(record());
const reference = (members: Doc): Doc =>
  record({ relationship: { parent_ref: { kind: 'run', id: 'run-1', ...members } } });
const edge = (kind: string): Doc =>
  record({ relationship: { edges: [{ kind, from: { kind: 'x', id: '1' }, to: { kind: 'y', id: '2' } }] } });
const three = records(3);
const [first = {}, second = {}, third = {}] = three;
const swap = relink([first, third, second]);
const signed = record({}, { by: ALICE });
const integrity = (one: Doc, members: Doc): Doc => ({
  ...one,
  integrity: { ...(one['integrity'] as Doc), ...members },
});
const signedChain = signChain(chain(records(2, ALICE)), ALICE);
const chainSignature = (members: Doc): Doc => ({
  ...signedChain,
  signatures: (signedChain['signatures'] as Doc[]).map((one) => ({ ...one, ...members })),
});
const token = signedJson({ schema_id: 'gait.gate.approval_token', schema_version: '1.0.0' }, ALICE);
const revoked = (at: number): { readonly revocations: { keyId: string; revokedAt: number; reason: string }[] } => ({
  revocations: [{ keyId: ALICE.keyId, revokedAt: at, reason: 'lost' }],
});
const at = Date.parse('2026-01-02T03:04:05Z');
const file = (one: Doc): string => JSON.stringify(one);
const escapedName = file(record({ event: { only_here: 1, 'x\\': 1 } }));

/** Contract 2. */
export const RECORDS: readonly Row[] = [
  row('record.member_type', 'a number for source', json({ ...record(), source: 1 }), good),
  row('record.member_type', 'a line that is no object', lines('[]\n'), lines(jsonl([record()]))),
  row(
    'record.timestamp_invalid',
    'the 30th of February',
    json(record({ timestamp: '2026-02-30T00:00:00Z' })),
    json(record({ timestamp: '2026-02-28T00:00:00Z' })),
  ),
  row('record.record_id_required', 'an empty one', json(record({ record_id: '' })), json(record({ record_id: ' ' }))),
  row('record.record_version_required', 'a blank one', json(record({ record_version: ' ' })), good),
  row('record.timestamp_required', 'null', json(record({ timestamp: null })), good),
  row('record.source_required', 'a blank one', json(record({ source: '\t' })), good),
  row('record.source_product_required', 'none', json(record({ source_product: undefined })), good),
  row('record.record_type_required', 'an empty one', json(record({ record_type: '' })), good),
  row('record.event_required', 'null', json(record({ event: null })), json(record({ event: {} }))),
  row('record.integrity_required', 'none', json(omit(record(), 'integrity')), good),
  row('record.hash_required', 'none', json({ ...record(), integrity: {} }), good),
  row(
    'record.hash_mismatch',
    'another event',
    json({ ...record(), event: { action: 'deny' } }),
    json(record({ event: { action: 'deny' } })),
  ),
  // nodejs/node#63785: the second line, read by itself, is another record.
  row(
    'record.hash_mismatch',
    'another name, written with the characters of one before',
    lines(`${escapedName}\n${escapedName.replace('"x\\\\":', '"x\\n":')}\n`),
    lines(`${escapedName}\n`),
  ),
  row(
    'record.unhashed_member',
    'at the top',
    json(record({ note: 'trust me' })),
    json(record({ metadata: { note: 'trust me' } })),
  ),
  row('record.unhashed_member', 'in integrity', json(integrity(record(), { note: '' })), good),
  row(
    'record.number_precision',
    'an integer past 2^53',
    json(JSON.stringify(record({ event: { n: 2 ** 53 } })).replace('9007199254740992', '9007199254740993')),
    json(record({ event: { n: 2 ** 53 } })),
  ),
  row('record.timestamp_fraction', 'half a second', json(record({ timestamp: '2026-01-02T03:04:05.5Z' })), good),
  row('record.relationship_ref.id_required', 'an empty one', json(reference({ id: '' })), json(reference({ id: '0' }))),
  row(
    'record.relationship_ref.kind_invalid',
    'a kind of another place',
    json(reference({ kind: 'tool' })),
    json(reference({ kind: 'acme.tool' })),
  ),
  row(
    'record.relationship_ref.digest_invalid',
    '63 digits',
    json(reference({ digest: 'a'.repeat(63) })),
    json(reference({ digest: 'A'.repeat(64) })),
  ),
  row('record.relationship_edge.kind_invalid', 'no namespace', json(edge('approves')), json(edge('acme.approves'))),
  row(
    'schema.record.invalid',
    'a list of scopes that is empty',
    json(record({ record_type: 'delegation', event: {} })),
    good,
  ),
  row('schema.record.unknown_record_type', 'a type nobody defines', json(record({ record_type: 'acme.note' })), good),
];

/** Contract 3. */
export const CHAINS: readonly Row[] = [
  row('chain.empty', 'no records', json(chain([])), json(chain([record()]))),
  row('chain.link_broken', 'two records swapped', json(chain([first, third, second])), json(chain(swap))),
  row('chain.link_broken', 'one dropped', json(chain([first, third])), json(chain([first, second]))),
  row('chain.link_broken', 'one repeated', json(chain([first, second, second, third])), json(chain(three))),
  row(
    'chain.link_broken',
    'one inserted',
    json(chain([first, record(), second])),
    json(chain(relink([first, record(), second]))),
  ),
  row('chain.link_broken', 'the first dropped', lines(jsonl([second, third])), lines(jsonl(three))),
  row(
    'chain.link_broken',
    'a stream with one that links',
    lines(jsonl([record(), second])),
    lines(jsonl([record(), record()])),
  ),
  row('chain.link_broken', 'reversed', lines(jsonl([third, second, first])), lines(jsonl([first, second, third]))),
  row(
    'chain.link_broken',
    'a folder, in the order of names',
    directory({ '1.json': file(second), '2.json': file(first) }),
    directory({ '1.json': file(first), '2.json': file(second) }),
  ),
  row(
    'chain.head_hash_mismatch',
    'the one before',
    json(chain(three, { head_hash: recordHash(second) })),
    json(chain([first, second])),
  ),
  row(
    'chain.head_hash_mismatch',
    'chain.json beside records',
    directory({ '1.json': file(first), 'chain.json': file(omit(chain(three, { record_count: 1 }), 'records')) }),
    directory({ '1.json': file(first), 'chain.json': file(chain([first])) }),
  ),
  row('chain.record_count_mismatch', 'one too many', json(chain(three, { record_count: 4 })), json(chain(three))),
  row('chain.member_type', 'a text for the count', json(chain(three, { record_count: '3' })), json(chain(three))),
  row('chain.member_type', 'records are no list', json(chain(three, { records: {} })), json(chain(three))),
  row('chain.unhashed_member', 'a note', json(chain(three, { note: 'x' })), json(chain(three))),
  row('schema.chain.invalid', 'no chain_id', json(omit(chain(three), 'chain_id')), json(chain(three))),
];

/** Contract 2.5 and 4; hardening 10, 11, 18, 19. */
export const SIGNATURES: readonly Row[] = [
  row('signature.missing', 'an unsigned record', json(record(), SIGNED), json(signed, SIGNED)),
  row('signature.missing', 'null on a token', json({ ...token, signature: null }, SIGNED), json(token, SIGNED)),
  row(
    'signature.missing',
    'a pack_id without signature',
    json({ pack_id: 'x' }),
    json(signedJson({ pack_id: 'x' }, ALICE)),
  ),
  row(
    'signature.invalid',
    'over another hash',
    json(integrity(signed, { signature: `base64:${ALICE.sign(`sha256:${'0'.repeat(64)}`)}` }), SIGNED),
    json(signed, SIGNED),
  ),
  row(
    'signature.invalid',
    'one of a chain',
    json(chainSignature({ sig: MALLORY.sign('x') }), SIGNED),
    json(signedChain, SIGNED),
  ),
  row(
    'signature.key_mismatch',
    'a key id in capitals',
    json(integrity(signed, { signing_key_id: ALICE.keyId.toUpperCase() }), SIGNED),
    json(signed, SIGNED),
  ),
  row('signature.key_mismatch', 'somebody else', json(record({}, { by: MALLORY }), SIGNED), json(signed, SIGNED)),
  row('signature.digest_mismatch', 'a changed token', json({ ...token, scope: 'all' }, SIGNED), json(token, SIGNED)),
  row(
    'signature.digest_mismatch',
    'a changed chain_id',
    json({ ...signedChain, chain_id: 'x' }, SIGNED),
    json(signedChain, SIGNED),
  ),
  row('signature.digest_mismatch', 'without a key as well', json({ ...token, scope: 'all' }), json(token)),
  row(
    'signature.algorithm_unsupported',
    'an unknown prefix',
    json(integrity(signed, { signature: 'pgp:AAAA' }), SIGNED),
    json(signed, SIGNED),
  ),
  row('signature.not_checked', 'no key', json(signed), json(signed, SIGNED)),
  row('signature.not_checked', 'no key for a chain', json(chainSignature({})), json(signedChain, SIGNED)),
  row(
    'signature.key_revoked',
    'at that very second',
    json(signed, { ...SIGNED, ...revoked(at) }),
    json(signed, { ...SIGNED, ...revoked(at + 1000) }),
  ),
  row(
    'signature.key_revoked',
    'at no known time',
    json(signed, { revocations: [{ keyId: ALICE.keyId, revokedAt: undefined, reason: '' }] }),
    json(signed, { revocations: [{ keyId: MALLORY.keyId, revokedAt: undefined, reason: '' }] }),
  ),
  row(
    'key.missing',
    'required without a key',
    json(signed, { signatures: 'required' }),
    json(signed, { ...SIGNED, signatures: 'required' }),
  ),
];

const entry = {
  record_type: 'acme.note',
  schema_id: 'urn:note',
  schema_version: '1',
  schema_path: 'n.json',
  sha256: 'a'.repeat(64),
};
const event = { event_id: 'e', timestamp: '2026-01-02T03:04:05Z', event_type: 'tool_gate' };
const expiring = (instant: string): Doc => signedJson({ ...omit(token, 'signature'), expires_at: instant }, ALICE);
const list = revocationList([{ key_id: 'k', revoked_at: '2026-01-01T00:00:00Z' }]);

/** Contract 4 and 6, schemas.md. */
export const DOCUMENTS: readonly Row[] = [
  row(
    'schema.record_types.invalid',
    'version 2',
    json({ version: '2', record_types: [entry] }),
    json({ version: '1', record_types: [entry] }),
  ),
  row('schema.governance_event.invalid', 'an unknown type', json({ ...event, event_type: 'x' }), json(event)),
  row('governance.unsigned_signal', 'always', json(event), good),
  row(
    'schema.revocation_list.invalid',
    'no key id',
    json(revocationList([{ revoked_at: '2026-01-01T00:00:00Z' }])),
    json(list),
  ),
  row('revocation.list_invalid', 'an impossible date', json({ ...list, created_at: 'today' }), json(list)),
  row('signature.digest_mismatch', 'a list with one more', json({ ...list, revoked: [] }, SIGNED), json(list, SIGNED)),
  row(
    'freshness.stale',
    'expired this second',
    json(expiring('2026-02-01T00:00:00Z')),
    json(expiring('2026-02-01T00:00:01Z')),
  ),
];
