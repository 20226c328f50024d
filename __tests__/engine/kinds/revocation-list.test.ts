import { describe, expect, test } from '@jest/globals';
import type { VerifyArtifactOptions } from '../../../src/engine/index.js';
import { readRevocationList, revocationSignatureProblem } from '../../../src/engine/kinds/revocation-list.js';
import type { JsonObject } from '../../../src/engine/types.js';
import { ALICE, type Doc, digest, MALLORY, omit, revocationList } from '../../support/build.js';
import { trustIn } from '../../support/options.js';
import { SIGNED, verifyBytes } from './cases/run.js';

/* Revocation lists (contract 4), as what a run reads and as artifacts of their own. */

const read = (list: Doc) => readRevocationList(list as unknown as JsonObject);
const AT = '2026-01-01T00:00:00Z';
const ENTRY = { key_id: 'k', revoked_at: AT };
const LIST: Doc = { version: '1', created_at: AT, revoked: [ENTRY] };

describe('reading a revocation list', () => {
  test.each<[string, unknown, object]>([
    ['a key and a time', ENTRY, { keyId: 'k', revokedAt: Date.parse(AT), reason: '' }],
    ['a reason', { ...ENTRY, reason: 'lost' }, { keyId: 'k', revokedAt: Date.parse(AT), reason: 'lost' }],
    ['no instant', { key_id: 'k', revoked_at: 'soon' }, { keyId: 'k', revokedAt: undefined, reason: '' }],
    ['no time', { key_id: 'k' }, { keyId: 'k', revokedAt: undefined, reason: '' }],
    ['nothing', {}, { keyId: '', revokedAt: undefined, reason: '' }],
  ])('%s', (_name, entry, expected) => {
    expect(read({ ...LIST, revoked: [entry] })).toMatchObject({ revocations: [expected], problems: [] });
  });

  test.each<[string, Doc]>([
    ['revoked is absent', omit(LIST, 'revoked')],
    ['revoked is null', { ...LIST, revoked: null }],
    ['revoked is empty', { ...LIST, revoked: [] }],
  ])('of nothing, when %s', (_name, list) => {
    expect(read(list)).toMatchObject({ revocations: [], problems: [] });
  });

  test.each<[string, Doc, Doc]>([
    ['as it is', LIST, LIST],
    ['without unknown members', { ...LIST, note: 1, revoked: [{ ...ENTRY, note: 1 }] }, LIST],
    [
      'with a reason',
      { ...LIST, revoked: [{ ...ENTRY, reason: 'x' }] },
      { ...LIST, revoked: [{ ...ENTRY, reason: 'x' }] },
    ],
    ['without an empty reason', { ...LIST, revoked: [{ ...ENTRY, reason: '' }] }, LIST],
    ['with null for no list', omit(LIST, 'revoked'), { ...LIST, revoked: null }],
    ['with an empty list', { ...LIST, revoked: [] }, { ...LIST, revoked: [] }],
    ['with empty texts', { revoked: [{}] }, { version: '', created_at: '', revoked: [{ key_id: '', revoked_at: '' }] }],
  ])('is signed %s', (_name, list, covered) => {
    expect(read(list).digest).toBe(digest(covered));
  });

  test.each<[string, Doc, string[]]>([
    ['a number for its version', { ...LIST, version: 1 }, ['/version "version" must be a string, not a number']],
    [
      'a date that is none',
      { ...LIST, created_at: 'today' },
      ['/created_at created_at "today" is not an RFC 3339 instant'],
    ],
    ['a number for its date', { ...LIST, created_at: 1 }, ['/created_at "created_at" must be a string, not a number']],
    ['an object for the list', { ...LIST, revoked: {} }, ['/revoked "revoked" must be a list, not an object']],
    ['a text for an entry', { ...LIST, revoked: [ENTRY, 'k'] }, ['/revoked/1 "1" must be an object, not a string']],
    ['null for an entry', { ...LIST, revoked: [null] }, ['/revoked/0 "0" must be an object, not null']],
    [
      'other types in an entry',
      { ...LIST, revoked: [ENTRY, { key_id: [], revoked_at: true, reason: {} }] },
      [
        '/revoked/1/key_id "key_id" must be a string, not a list',
        '/revoked/1/revoked_at "revoked_at" must be a string, not true or false',
        '/revoked/1/reason "reason" must be a string, not an object',
      ],
    ],
    ['no date', omit(LIST, 'created_at'), []],
  ])('cannot be read with %s', async (_name, list, problems) => {
    expect(read(list).problems.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(problems);
    expect(read(list).problems.every(({ code }) => code === 'revocation.list_invalid')).toBe(true);
  });

  test('requires a signature by the given key', () => {
    const problemOf = (list: Doc, key: string): string | undefined =>
      revocationSignatureProblem(list as unknown as JsonObject, read(list).digest, trustIn([key]).keys, 'gate')
        ?.message;
    const signed = revocationList([ENTRY]);
    expect(problemOf(signed, ALICE.publicKey)).toBeUndefined();
    expect(problemOf(signed, MALLORY.publicKey)).toBe(
      'signed by key 5f3e912a3636…, which is not the given key (411af9350883…)',
    );
    expect(problemOf(omit(signed, 'signature'), ALICE.publicKey)).toBe('the signature is missing');
    expect(problemOf({ ...signed, revoked: [] }, ALICE.publicKey)).toContain('signed_digest is not the digest');
  });
});

describe('a revocation list as an artifact', () => {
  const signed = revocationList([{ ...ENTRY, reason: 'lost' }]);
  const unsigned = omit(signed, 'signature');
  const tell = async (list: Doc, options: VerifyArtifactOptions) =>
    (await verifyBytes('l.json', list, options)).findings.map(
      ({ code, pointer, message }) => `${code} ${pointer}: ${message}`,
    );
  const noKey = 'the revocation list signature was not checked: no key was given';
  const needed = 'key.missing /signature: signatures must be checked but no key is given';

  test.each<[string, Doc, VerifyArtifactOptions, string[]]>([
    ['signed, no key', signed, {}, [`signature.not_checked /signature: ${noKey}`]],
    ['signed, required without a key', signed, { signatures: 'required' }, [needed]],
    ['signed, off', signed, { ...SIGNED, signatures: 'off' }, []],
    ['signed, no key, off', signed, { signatures: 'off' }, []],
    ['unsigned, no key', unsigned, {}, []],
    ['unsigned, a key', unsigned, SIGNED, ['signature.missing /signature: the revocation list is not signed']],
    ['unsigned, a key, off', unsigned, { ...SIGNED, signatures: 'off' }, []],
    ['unsigned, required', unsigned, { signatures: 'required' }, [needed]],
    [
      'by a different signer',
      revocationList([ENTRY], MALLORY),
      SIGNED,
      [
        'signature.key_mismatch /signature/key_id: revocation list signature: signed by key 411af9350883…, which is not the given key (5f3e912a3636…)',
      ],
    ],
    [
      'a signature of null',
      { ...signed, signature: null },
      {},
      ['schema.revocation_list.invalid /signature: signature must be an object, not null'],
    ],
    [
      'a twin',
      { ...signed, Revoked: [] },
      SIGNED,
      [
        'json.case_collision /Revoked: member "Revoked" differs from "revoked" only by case: readers disagree about which one counts',
      ],
    ],
    [
      'a twin in an entry',
      { ...signed, revoked: [{ ...ENTRY, reason: 'lost', Key_ID: 'other' }] },
      SIGNED,
      [
        'json.case_collision /revoked/0/Key_ID: member "Key_ID" differs from "key_id" only by case: readers disagree about which one counts',
      ],
    ],
    [
      'entries of other types',
      { ...signed, revoked: [1, { key_id: 1 }] },
      SIGNED,
      [
        'revocation.list_invalid /revoked/0: "0" must be an object, not a number',
        'revocation.list_invalid /revoked/1/key_id: "key_id" must be a string, not a number',
      ],
    ],
    [
      'no list at all',
      { ...signed, revoked: 'none' },
      SIGNED,
      ['revocation.list_invalid /revoked: "revoked" must be a list, not a string'],
    ],
  ])('%s', async (_name, list, options, expected) => {
    expect(await tell(list, options)).toEqual(expected);
  });

  const hex = 'ab'.repeat(32);
  test.each<[string, boolean]>([
    [hex, true],
    [`cosign:sha256:${hex}`, true],
    ['release@example.com', true],
    ['release-key-2026', true],
    [hex.toUpperCase(), false],
    [hex.replace(/../g, '$&:').slice(0, -1), false],
    [hex.replace(/.{8}/g, '$& ').trim(), false],
    [hex.replace('a', '\u0430'), false],
    [hex.replace(/[ab]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)), false],
    [hex.slice(1), false],
  ])('key id %j: %p', async (keyId, accepted) => {
    const found = await tell(revocationList([{ ...ENTRY, key_id: keyId }]), SIGNED);
    expect(found.length === 0).toBe(accepted);
  });

  test('counts its verified signature', async () => {
    const counts = async (list: Doc, options: VerifyArtifactOptions) =>
      (await verifyBytes('l.json', list, options)).signatures;
    expect(await counts(signed, SIGNED)).toEqual({ required: true, verified: 1, keyIds: [ALICE.keyId] });
    expect(await counts(signed, {})).toMatchObject({ verified: 0, keyIds: [] });
    expect(await counts(signed, { ...SIGNED, signatures: 'off' })).toMatchObject({ verified: 0, keyIds: [] });
    expect(await counts({ ...signed, revoked: [] }, SIGNED)).toMatchObject({ verified: 0, keyIds: [] });
    expect(await counts({ ...signed, created_at: 1 }, SIGNED)).toMatchObject({ verified: 0, keyIds: [] });
  });
});
