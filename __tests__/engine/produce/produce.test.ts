import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { bundleDigest } from '../../../src/engine/bundle/manifest.js';
import { Fault } from '../../../src/engine/fault.js';
import { approvalFor } from '../../../src/engine/produce/approval.js';
import { signChain, signRecords } from '../../../src/engine/produce/chain.js';
import { signManifest, signRevocationList } from '../../../src/engine/produce/manifest.js';
import { canonicalRecord, hashOfRecord, sealRecord, signRecord } from '../../../src/engine/produce/record.js';
import { signingKey } from '../../../src/engine/produce/signing-key.js';
import type { JsonObject } from '../../../src/engine/types.js';
import {
  ALICE,
  canonical,
  chain,
  type Doc,
  digest,
  hashed,
  hashOf,
  MALLORY,
  omit,
  record,
  recordHash,
  records,
  sha,
} from '../../support/build.js';
import { privateKeyOf } from '../../support/private-key.js';

const key = signingKey(privateKeyOf('alice'));
const bare = omit(record(), 'integrity') as JsonObject;
const json = (value: unknown): JsonObject => value as JsonObject;

/** Code, exit-relevant pointer and message of the refusal of a call. */
function fault(run: () => unknown): [string, string] | 'none' {
  try {
    run();
    return 'none';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.code, error.message];
  }
}

describe('records', () => {
  test('canonicalRecord gives the bytes whose digest is the hash', () => {
    const one = json(record({ event: { ratio: 12, name: 'Verträge' } }));
    const bytes = canonicalRecord(one);
    expect(Buffer.from(bytes).toString('utf8')).toBe(canonical(hashed(one as Doc)));
    expect(hashOfRecord(one)).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
  });

  test('sealRecord changes the hash and nothing else', () => {
    expect(sealRecord(bare)).toEqual(record());
    expect(sealRecord({ ...bare, integrity: { signing_key_id: 'k', record_hash: 'x' } })).toEqual({
      ...bare,
      integrity: { signing_key_id: 'k', record_hash: recordHash(record()) },
    });
    expect(fault(() => sealRecord({ ...bare, integrity: [] }))).toEqual([
      'record.member_type',
      '"integrity" must be an object, not a list',
    ]);
  });

  test.each<[string, JsonObject]>([
    ['not sealed', bare],
    ['with an empty hash', { ...bare, integrity: { record_hash: '' } }],
    ['with a placeholder', { ...bare, integrity: { record_hash: 'sha256:...' } }],
    ['with TODO', { ...bare, integrity: { record_hash: 'TODO', signature: '' } }],
    ['sealed', json(record())],
    ['sealed in capitals', { ...bare, integrity: { record_hash: recordHash(record()).toUpperCase() } }],
    ['sealed without prefix', { ...bare, integrity: { record_hash: recordHash(record()).slice(7) } }],
    ['signed by the same key', json(record({}, { by: ALICE }))],
    [
      'signed badly by the same key',
      json({
        ...record({}, { by: ALICE }),
        integrity: { ...(record({}, { by: ALICE })['integrity'] as Doc), signature: 'base64:AAAA' },
      }),
    ],
  ])('signRecord signs a record %s as the contract defines', (_name, before) => {
    expect(signRecord(before, key)).toEqual(record({}, { by: ALICE }));
  });

  const changed = json({ ...record(), event: { action: 'deny' } });
  test.each<[string, JsonObject, string, RegExp]>([
    [
      'changed after it was sealed',
      changed,
      'record.hash_mismatch',
      /the record changed after it was sealed, or a different text was hashed/,
    ],
    ['signed by a different key', json(record({}, { by: MALLORY })), 'usage.invalid', /signed by a different key/],
    ['without an event', json(omit(bare as Doc, 'event')), 'record.event_required', /event/],
    ['without a timestamp', json(omit(bare as Doc, 'timestamp')), 'record.timestamp_required', /timestamp/],
    ['with a number as source', json({ ...bare, source: 1 }), 'record.member_type', /"source" must be a string/],
  ])('signRecord refuses a record %s', (_name, before, code, message) => {
    const refused = fault(() => signRecord(before, key));
    expect(refused).toEqual([code, expect.stringMatching(message)]);
  });

  test('with force it signs a changed record, with a warning', () => {
    const warnings: string[] = [];
    const options = { force: true, warn: (text: string) => warnings.push(text) };
    expect(signRecord(changed, key, options)).toEqual(record({ event: { action: 'deny' } }, { by: ALICE }));
    expect(signRecord(json(record({}, { by: MALLORY })), key, options)).toEqual(record({}, { by: ALICE }));
    expect(warnings).toEqual([
      expect.stringMatching(/^signed because of --force: record_hash is/),
      expect.stringMatching(/^signed because of --force: signed by a different key/),
    ]);
  });
});

describe('streams', () => {
  const plain = records(3).map((one) => json(omit(one, 'integrity')));
  const signed = records(3, ALICE).map(json);

  test('records are linked, sealed and signed', () => {
    expect(signRecords(plain, key)).toEqual(signed);
  });

  test('a sealed, linked and signed record stays the same object, whoever signed it', () => {
    const others = records(2, MALLORY).map(json);
    const again = signRecords([...others, ...plain.slice(2)], key);
    expect([again[0] === others[0], again[1] === others[1]]).toEqual([true, true]);
    expect(again[2]).toMatchObject({
      integrity: { previous_record_hash: recordHash(others[1] as Doc), signing_key_id: ALICE.keyId },
    });
    expect(signRecords(again, key).every((one, i) => one === again[i])).toBe(true);
  });

  test('independent records stay independent without links', () => {
    expect(signRecords(plain, key, { link: false })).toEqual(
      plain.map((one) => {
        const record_hash = hashOf(one as Doc);
        return {
          ...one,
          integrity: { record_hash, signing_key_id: ALICE.keyId, signature: `base64:${ALICE.sign(record_hash)}` },
        };
      }),
    );
  });

  test('the first record keeps the link of a rotated log', () => {
    const [, ...rest] = signed;
    expect(signRecords(rest, key)).toEqual(rest);
  });

  test('a placeholder is not a link', () => {
    const [first] = plain;
    const before = [json({ ...first, integrity: { previous_record_hash: 'sha256:...', record_hash: 'sha256:...' } })];
    expect(signRecords(before, key)).toEqual(signed.slice(0, 1));
  });

  const [a, b, c] = signed as [JsonObject, JsonObject, JsonObject];
  test.each<[string, readonly JsonObject[], string, RegExp, number]>([
    [
      'a record that changed',
      [a, json({ ...b, source: 'x' })],
      'record.hash_mismatch',
      /changed after it was sealed/,
      1,
    ],
    ['a dropped record', [a, c], 'chain.link_broken', /record 1 \("r2"\) is sealed with a link to/, 1],
    ['an unsealed record put between', [a, plain[1] as JsonObject, b], 'chain.link_broken', /record 2 \("r1"\)/, 2],
    ['sealed records without links', [a, json(record())], 'chain.link_broken', /--no-link/, 1],
    [
      'a record without a type',
      [a, json(omit(plain[1] as Doc, 'record_type'))],
      'record.record_type_required',
      /record_type/,
      1,
    ],
    ['no records', [], 'stream.empty', /no records/, -1],
  ])('refuses %s', (_name, list, code, message, at) => {
    let index = -1;
    const refused = fault(() =>
      signRecords(list, key, {
        at: (i) => {
          index = i;
        },
      }),
    );
    expect(refused).toEqual([code, expect.stringMatching(message)]);
    expect(index).toBe(at);
  });

  test('with force the record after a dropped one is linked again', () => {
    const warnings: string[] = [];
    const made = signRecords([a, c], key, { force: true, warn: (text) => warnings.push(text) });
    expect(made[1]).toMatchObject({
      integrity: { previous_record_hash: recordHash(a as Doc), signing_key_id: ALICE.keyId },
    });
    expect(warnings).toEqual([expect.stringMatching(/^linked again because of --force/)]);
  });
});

describe('chain documents', () => {
  const plain = records(3).map((one) => json(omit(one, 'integrity')));

  test('sets count and head', () => {
    const document = json({ ...omit(chain(records(3)), 'head_hash'), record_count: 7, records: plain });
    expect(signChain(document, key)).toEqual(chain(records(3, ALICE)));
  });

  test('a complete chain stays the same object', () => {
    const document = json({ ...chain(records(3, ALICE)), signatures: [{ alg: 'ed25519' }] });
    expect(signChain(document, key)).toBe(document);
  });

  test('a signature over the chain that no longer matches is removed, with a warning', () => {
    const warnings: string[] = [];
    const document = json({ ...chain(records(3)), records: plain, signatures: [{ alg: 'ed25519' }] });
    expect(signChain(document, key, { warn: (text) => warnings.push(text) })).toEqual(chain(records(3, ALICE)));
    expect(warnings).toEqual([expect.stringMatching(/no longer matches and was removed/)]);
  });

  test('begins with a record that links to nothing', () => {
    const [, ...rest] = records(3);
    expect(fault(() => signChain(json(chain(rest)), key))).toEqual([
      'chain.link_broken',
      expect.stringMatching(/begins in the middle/),
    ]);
    const [first] = plain;
    const placeholder = { ...first, integrity: { previous_record_hash: recordHash(rest[0] as Doc) } };
    expect(signChain(json(chain([placeholder])), key)['records']).toEqual(records(1, ALICE));
  });

  test.each<[string, unknown, string]>([
    ['records that are not a list', {}, 'chain.member_type'],
    ['no records', [], 'chain.empty'],
    ['a number as record', [1], 'chain.member_type'],
  ])('refuses %s', (_name, list, code) => {
    expect(fault(() => signChain(json({ records: list }), key))[0]).toBe(code);
  });
});

describe('bundle manifests', () => {
  const files = new Map([
    ['a.json', sha('a')],
    ['b.json', sha('b')],
  ]);
  const manifest = json({ files: [...files].map(([path, sha256]) => ({ path, sha256 })), salt_id: 's', x: 1 });
  const signature = (over: JsonObject): JsonObject => {
    const signed_digest = bundleDigest(over);
    return { alg: 'ed25519', key_id: ALICE.keyId, sig: ALICE.sign(signed_digest), signed_digest };
  };

  test('a signature is added', () => {
    expect(signManifest(manifest, files, key)).toEqual({ ...manifest, signatures: [signature(manifest)] });
  });

  test('one by the same key is replaced at its position, others stay', () => {
    const other = { key_id: MALLORY.keyId, signed_digest: bundleDigest(manifest) };
    const before = { ...manifest, signatures: [{ key_id: ALICE.keyId }, other] };
    expect(signManifest(before, files, key)).toEqual({ ...manifest, signatures: [signature(manifest), other] });
  });

  test('one that does not match the manifest stays, with a warning', () => {
    const warnings: string[] = [];
    const before = { ...manifest, signatures: [{ key_id: 'k', signed_digest: 'x' }] };
    signManifest(before, files, key, { warn: (text) => warnings.push(text) });
    expect(warnings).toEqual([expect.stringMatching(/^the signature by key "k" does not match the manifest/)]);
  });

  test('missing and empty digests are filled in; prefix and capitals of others stay', () => {
    const loose = `sha256:${sha('b').toUpperCase()}`;
    const before = json({ files: [{ path: 'a.json' }, { path: 'b.json', sha256: loose }] });
    const filled = json({
      files: [
        { path: 'a.json', sha256: sha('a') },
        { path: 'b.json', sha256: loose },
      ],
    });
    expect(signManifest(before, files, key)).toEqual({ ...filled, signatures: [signature(filled)] });
  });

  const list = (...entries: unknown[]): JsonObject => json({ files: entries });
  test.each<[string, JsonObject, string]>([
    ['a file that differs', list({ path: 'a.json', sha256: sha('x') }), 'bundle.hash_mismatch'],
    ['a digest that is a number', list({ path: 'a.json', sha256: 1 }), 'bundle.hash_mismatch'],
    ['a file that is missing', list({ path: 'c.json' }), 'bundle.file_missing'],
    ['a path out of the bundle', list({ path: '../a.json' }), 'structure.path_invalid'],
    ['a file without a path', list({}), 'record.member_type'],
    ['no files', list(), 'bundle.empty'],
    ['files that are not a list', json({ files: {} }), 'record.member_type'],
    ['an unknown algorithm', json({ ...manifest, algo_id: 'md5' }), 'bundle.algorithm_unsupported'],
    ['signatures that are not a list', json({ ...manifest, signatures: {} }), 'record.member_type'],
  ])('refuses %s', (_name, before, code) => {
    expect(fault(() => signManifest(before, files, key))[0]).toBe(code);
  });
});

describe('revocation lists', () => {
  const list = json({
    version: '1',
    created_at: '2026-01-01T00:00:00Z',
    revoked: [{ key_id: MALLORY.keyId, revoked_at: '2026-01-01T00:00:00Z' }],
  });

  test('the signature covers the list', () => {
    const signed_digest = digest(list);
    const signature = { alg: 'ed25519', key_id: ALICE.keyId, sig: ALICE.sign(signed_digest), signed_digest };
    expect(signRevocationList(list, key)).toEqual({ ...list, signature });
    expect(signRevocationList({ ...list, signature: { key_id: 'old' } }, key)).toEqual({ ...list, signature });
  });

  test('refuses one that cannot be read', () => {
    expect(fault(() => signRevocationList({ ...list, revoked: [1] }, key))[0]).toBe('revocation.list_invalid');
  });
});

describe('approvalFor', () => {
  const target = json(record({}, { by: MALLORY }));
  const now = new Date('2026-03-03T15:20:11.900Z');

  test('refers to the record by id and digest, and is signed', () => {
    const made = approvalFor(target, key, {
      now,
      approver: 'Ada',
      reason: 'change 4711',
      expiresAt: new Date('2026-03-06T15:20:11Z'),
    });
    const id = String(made['record_id']);
    expect(id).toMatch(/^prf-2026-03-03T15:20:11Z-[0-9a-f]{8}$/);
    const R = String(target['record_id']);
    const H = recordHash(target as Doc);
    const { integrity, ...rest } = made;
    expect(rest).toEqual({
      record_id: id,
      record_version: '1.0',
      timestamp: '2026-03-03T15:20:11Z',
      source: 'proof-verify',
      source_product: 'proof-verify',
      record_type: 'approval',
      event: {
        verdict: 'approve',
        record_id: R,
        record_hash: H,
        approver: 'Ada',
        reason: 'change 4711',
        expires_at: '2026-03-06T15:20:11Z',
      },
      controls: { permissions_enforced: false },
      relationship: {
        edges: [{ kind: 'targets', from: { kind: 'evidence', id }, to: { kind: 'evidence', id: R, digest: H } }],
      },
    });
    const record_hash = hashOf(rest as Doc);
    expect(integrity).toEqual({
      record_hash,
      signing_key_id: ALICE.keyId,
      signature: `base64:${ALICE.sign(record_hash)}`,
    });
  });

  test('the same key, record, texts and time give the same bytes; others do not', () => {
    const text = (reason: string): string => JSON.stringify(approvalFor(target, key, { now, reason }));
    expect(text('a')).toBe(text('a'));
    expect(text('a')).not.toBe(text('b'));
    expect(approvalFor(target, key, { now })['event']).toEqual({
      verdict: 'approve',
      record_id: target['record_id'],
      record_hash: recordHash(target as Doc),
    });
  });

  test.each<[string, JsonObject, string]>([
    ['that changed', { ...target, source: 'x' }, 'record.hash_mismatch'],
    ['that is not sealed', bare, 'record.hash_mismatch'],
    [
      'whose hash is in capitals',
      { ...bare, integrity: { record_hash: recordHash(record()).toUpperCase() } },
      'record.hash_mismatch',
    ],
    ['without a source', json(omit(target as Doc, 'source')), 'record.source_required'],
  ])('refuses a record %s', (_name, before, code) => {
    expect(fault(() => approvalFor(before, key))[0]).toBe(code);
  });
});
