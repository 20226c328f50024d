import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { prepare } from '../../../src/gate/config/load.js';
import type { RawOptions } from '../../../src/gate/options/options.js';
import {
  ALICE,
  type Doc,
  type Files,
  folder,
  MALLORY,
  pretty,
  removeFolders,
  revocationList,
} from '../../support/build.js';
import { options } from '../support/run.js';

/* Whom and what a run trusts before it looks at the first artifact. What comes of it is in the run-*.test.ts. */

afterAll(removeFolders);

const vector = (name: string): string => readFileSync(`__tests__/vectors/signature/cosign/${name}`, 'utf8');
const cosignKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
const COSIGN = cosignKey.export({ format: 'pem', type: 'spki' }).toString();
const COSIGN_ID = `cosign:sha256:${createHash('sha256')
  .update(cosignKey.export({ format: 'der', type: 'spki' }))
  .digest('hex')}`;
const REVIEW = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' };
const policy = (members: Doc = {}): string => pretty({ version: 1, ...members });
const trusting = (...keys: Doc[]): string => policy({ trust: { keys } });
const alice = { name: 'alice', public_key: ALICE.publicKey };
const pinOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const prepared = (files: Files, raw: RawOptions = {}, env: NodeJS.ProcessEnv = {}) =>
  prepare(options(folder(files), raw, env));
const messages = async (files: Files, raw: RawOptions = {}, env: NodeJS.ProcessEnv = {}) =>
  (await prepared(files, raw, env)).findings.map((one) => `${one.artifact}|${one.code}: ${one.message}`);

test('without options nothing is trusted and nothing is wrong', async () => {
  const before = Date.now();
  const { policy: none, findings, baseline, verify, signers, now } = await prepared({}, { now: undefined });
  expect([findings, baseline, none.name, none.sha256]).toEqual([[], undefined, '', null]);
  expect(verify).toMatchObject({ mode: 'gate', signatures: 'auto', revocations: [], customTypes: undefined, now });
  expect(verify.trust).toMatchObject({ mode: 'gate', keys: [], cosign: undefined, configured: false });
  expect(verify.trust.keyById(ALICE.keyId)).toBeUndefined();
  expect([signers.configured, signers.byId.size]).toEqual([false, 0]);
  expect(now).toBeGreaterThanOrEqual(before);
});

describe('which policy holds', () => {
  const files = { 'e/.proof-policy.yml': policy() };
  test.each<[string, Files, RawOptions, string]>([
    ['none of a folder that is verified', files, { patterns: ['e'] }, ''],
    ['none of a folder without a pattern', files, {}, ''],
    ['that of the workspace', { ...files, '.proof-policy.yml': policy() }, { patterns: ['e'] }, '.proof-policy.yml'],
    ['the one that is named', { ...files, 'p.yml': policy() }, { patterns: ['e'], policy: 'p.yml' }, 'p.yml'],
    ['none when the operator says none', { '.proof-policy.yml': policy(), none: policy() }, { policy: 'none' }, ''],
    ['a file called none', { none: policy() }, { policy: './none' }, './none'],
  ])('%s', async (_, given, raw, name) => {
    expect((await prepared(given, raw)).policy.name).toBe(name);
  });
});

describe('a file that looks like the policy of a run without one is told', () => {
  test.each<[string, Files, RawOptions, string[]]>([
    ['another ending', { '.proof-policy.yaml': policy() }, {}, ['.proof-policy.yaml']],
    ['without the dot', { 'proof-policy.yml': policy() }, {}, ['proof-policy.yml']],
    [
      'of the whole repository',
      { '.git/HEAD': '', '.proof-policy.yml': policy(), 'a/x': '' },
      { C: 'a' },
      ['../.proof-policy.yml'],
    ],
    ['beside the policy', { '.proof-policy.yaml': policy(), '.proof-policy.yml': policy() }, {}, []],
    ['where the operator wants no policy', { '.proof-policy.yaml': policy() }, { policy: 'none' }, []],
    ['of something else', { 'policy.yml': policy() }, {}, []],
  ])('%s', async (_, files, { C, ...raw }, expected) => {
    const root = folder(files);
    const { findings } = await prepare(options(C === undefined ? root : join(root, String(C)), raw));
    expect(findings.map(({ artifact }) => artifact)).toEqual(expected);
    for (const one of findings) expect(one).toMatchObject({ code: 'policy.not_read', severity: 'warning' });
  });
});

describe('a policy', () => {
  test('that is invalid trusts no key, and its mistakes are reported with their line', async () => {
    const { policy: none, findings, verify } = await prepared({ '.proof-policy.yml': 'version: 2\n' });
    expect(none).toMatchObject({ name: '.proof-policy.yml', sha256: pinOf('version: 2\n'), rules: [] });
    expect(findings).toMatchObject([{ code: 'policy.invalid', artifact: '.proof-policy.yml', line: 1 }]);
    expect(verify.trust.configured).toBe(false);
  });

  const text = policy();
  test.each<[string, Files, RawOptions, string[]]>([
    ['with its pin', { '.proof-policy.yml': text }, { 'policy-sha256': pinOf(text) }, []],
    [
      'with the pin of another',
      { '.proof-policy.yml': text },
      { 'policy-sha256': pinOf('') },
      [
        `.proof-policy.yml|policy.pin_mismatch: policy SHA-256 is ${pinOf(text).slice(0, 12)}…, expected ${pinOf('').slice(0, 12)}…`,
      ],
    ],
    [
      'with the pin of another, and wrong',
      { '.proof-policy.yml': 'version: 2' },
      { 'policy-sha256': pinOf('') },
      [
        expect.stringContaining('|policy.pin_mismatch: ') as unknown as string,
        '.proof-policy.yml|policy.invalid: version must be 1, not 2',
      ],
    ],
    [
      'that is pinned and not there',
      {},
      { 'policy-sha256': pinOf('') },
      ['|dependency.missing: --policy-sha256 is set, but .proof-policy.yml was not found'],
    ],
    ['that is named and not there', {}, { policy: 'p.yml' }, ['p.yml|dependency.missing: policy "p.yml" not found']],
    ['that is a folder', { 'p/x': '' }, { policy: 'p' }, ['p|policy.invalid: policy "p" is a folder']],
    [
      'with a key file that is not there',
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'a.pub' }) },
      {},
      ['.proof-policy.yml|dependency.missing: key "a": public key file "a.pub" not found'],
    ],
    [
      'with a key file that is a folder',
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'a' }), 'a/x': '' },
      {},
      ['.proof-policy.yml|policy.invalid: key "a": public key file "a" is a folder'],
    ],
    [
      'that can never pass',
      { '.proof-policy.yml': policy({ rules: [{ id: 'a', must: false }] }) },
      {},
      ['.proof-policy.yml|policy.unsatisfiable: rule a refuses every record'],
    ],
  ])('%s', async (_, files, raw, expected) => {
    expect(await messages(files, raw)).toEqual(expected);
  });
});

describe('files behind a link out of the workspace are not read', () => {
  const list = pretty(revocationList([{ key_id: 'k', revoked_at: '2026-01-01T00:00:00Z' }]));
  test.each<[string, string, Files, RawOptions, string]>([
    ['a policy', policy({ baseline: 'b' }), {}, { policy: 'link' }, 'link|path.escape: policy'],
    ['a key', ALICE.publicKey, {}, { 'public-key': ['./link'] }, '|path.escape: public key file'],
    [
      'a key of a policy',
      ALICE.publicKey,
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'link' }) },
      {},
      '.proof-policy.yml|path.escape: key "a": public key file',
    ],
    ['a baseline', '{}', {}, { baseline: 'link' }, '|path.escape: baseline'],
    ['a revocation list', list, {}, { 'revocation-list': 'link' }, '|path.escape: revocation list'],
    ['a cosign key', COSIGN, {}, { 'cosign-key': 'link' }, '|path.escape: cosign key'],
  ])('%s', async (_, content, files, raw, start) => {
    const workspace = folder(files);
    symlinkSync(join(folder({ outside: content }), 'outside'), join(workspace, 'link'));
    const { findings, verify, policy: read, baseline } = await prepare(options(workspace, raw));
    expect(findings.map((one) => `${one.artifact}|${one.code}: ${one.message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${start.replaceAll(/[|.]/g, '\\$&')} "(?:\\./)?link" points outside`)),
    ]);
    expect([verify.trust.keys, verify.revocations, read.baseline, baseline]).toEqual([[], [], undefined, undefined]);
  });
});

describe('whom a run trusts', () => {
  test('keys of the policy and of the options, by name and without', async () => {
    const { signers, verify } = await prepared(
      { '.proof-policy.yml': trusting({ ...alice, record_types: ['approval'] }) },
      { 'public-key': [MALLORY.publicKey, ALICE.publicKey] },
    );
    expect(verify.trust.keys.map((key) => key.id)).toEqual([ALICE.keyId, MALLORY.keyId]);
    expect([verify.trust.configured, signers.configured]).toEqual([true, true]);
    expect(Object.fromEntries(signers.byId)).toEqual({
      [ALICE.keyId]: { keyId: ALICE.keyId, name: 'alice', recordTypes: ['approval'] },
      [MALLORY.keyId]: { keyId: MALLORY.keyId },
    });
  });

  test('a key that cannot be used leaves the checks on', async () => {
    const { verify, findings } = await prepared({}, { 'public-key': ['abc'] });
    expect(findings).toMatchObject([{ code: 'key.invalid', message: expect.stringMatching(/^--public-key: /) }]);
    expect([verify.trust.configured, verify.trust.keys]).toEqual([true, []]);
  });

  test.each<[string, Files, RawOptions, string[], boolean]>([
    ['a cosign key', { 'c.pub': COSIGN }, { 'cosign-key': 'c.pub' }, [COSIGN_ID], true],
    [
      'a cosign identity',
      {},
      { 'cosign-certificate-identity': 'me', 'cosign-certificate-oidc-issuer': 'them' },
      ['cosign:them#me'],
      false,
    ],
    [
      'a cosign key of a policy',
      { 'c.pub': COSIGN, '.proof-policy.yml': policy({ trust: { cosign: [{ name: 'c', key: 'c.pub' }] } }) },
      {},
      [COSIGN_ID],
      true,
    ],
    [
      'a cosign key of a policy that cannot be had',
      { '.proof-policy.yml': policy({ trust: { cosign: [{ name: 'c', key: 'c.pub' }] } }) },
      {},
      [],
      true,
    ],
  ])('%s', async (_, files, raw, ids, configured) => {
    const { signers, verify } = await prepared(files, raw);
    expect([...signers.byId.keys()]).toEqual(ids);
    if (configured) expect(verify.trust.configured).toBe(true);
  });

  test('a trusted root belongs to the signers of the policy when no others are named', async () => {
    const roots = vector('root.crt');
    const named = { name: 'release', identity: 'me', issuer: 'them' };
    const files = { 'r.crt': roots, 'c.pub': COSIGN, '.proof-policy.yml': policy({ trust: { cosign: [named] } }) };
    const { verify, signers, findings } = await prepared(files, { 'cosign-trusted-root': 'r.crt' });
    expect(findings).toEqual([]);
    expect(verify.trust.cosign).toMatchObject({ identity: 'me', issuer: 'them' });
    expect(verify.trust.cosign).not.toHaveProperty('others');
    expect([...signers.byId.keys()]).toEqual(['cosign:them#me']);
    // beside a signer that is named it is theirs as well
    const others = { 'cosign-certificate-identity': 'i', 'cosign-certificate-oidc-issuer': 'j' };
    const both = await prepared(files, { 'cosign-trusted-root': 'r.crt', ...others });
    expect([...both.signers.byId.keys()]).toEqual(['cosign:j#i', 'cosign:them#me']);
    expect(both.verify.trust.cosign?.others).toHaveLength(1);
    expect(both.verify.trust.cosign).toMatchObject({ identity: 'i', roots: verify.trust.cosign?.roots });
    // alone it says nothing of whom to trust
    expect(await messages({ 'r.crt': roots }, { 'cosign-trusted-root': 'r.crt' })).toEqual([
      expect.stringContaining('|cosign.'),
    ]);
  });

  test.each<[string, Doc, RawOptions, string]>([
    ['auto', {}, {}, 'auto'],
    ['as the policy says', { trust: { signatures: 'off' } }, {}, 'off'],
    ['as the options say', { trust: { signatures: 'off' } }, { signatures: 'auto' }, 'auto'],
    ['as the options say without a policy', {}, { signatures: 'off' }, 'off'],
  ])('signatures: %s', async (_, members, raw, signatures) => {
    expect((await prepared({ '.proof-policy.yml': policy(members) }, raw)).verify.signatures).toBe(signatures);
  });

  test('required signatures need a trusted signer', async () => {
    const raw = { signatures: 'required' };
    expect(await messages({}, raw)).toEqual([
      '|key.missing: --signatures required needs a key, a certificate or a policy with signers',
    ]);
    expect(await messages({}, { ...raw, 'public-key': [ALICE.publicKey] })).toEqual([]);
    expect(await messages({ '.proof-policy.yml': trusting() }, raw)).toEqual([]);
    expect(await messages({}, { signatures: 'auto' })).toEqual([]);
  });
});

describe('lists', () => {
  const list = (keyId: string) => pretty(revocationList([{ key_id: keyId, revoked_at: '2026-01-01T00:00:00Z' }]));
  const files = { 'a.json': list('a'), 'b.json': list('b') };
  const byPolicy = { trust: { revocation_list: 'a.json', revocation_key: ALICE.publicKey } };

  test.each<[string, Doc, RawOptions, string[], string[]]>([
    ['that of the policy', byPolicy, {}, ['a'], []],
    ['that of the options first', byPolicy, { 'revocation-list': 'b.json' }, ['b'], []],
    [
      'with the key of the options first',
      byPolicy,
      { 'revocation-key': MALLORY.publicKey },
      ['a'],
      [expect.stringMatching(/^\|revocation\.signature_invalid: /) as unknown as string],
    ],
    [
      'without a key',
      {},
      { 'revocation-list': 'a.json' },
      ['a'],
      ['|revocation.not_checked: the signature of revocation list "a.json" was not checked: give --revocation-key'],
    ],
    [
      'with a key that is not one',
      { trust: { revocation_list: 'a.json', revocation_key: 'abc' } },
      {},
      [],
      ['.proof-policy.yml|dependency.missing: revocation_key: public key file "abc" not found'],
    ],
  ])('%s', async (_, members, raw, ids, told) => {
    const { verify, findings } = await prepared({ ...files, '.proof-policy.yml': policy(members) }, raw);
    expect(verify.revocations.map(({ keyId }) => keyId)).toEqual(ids);
    expect(findings.map((one) => `${one.artifact}|${one.code}: ${one.message}`)).toEqual(told);
  });
});

describe('baselines', () => {
  test.each<[string, Files, RawOptions, string[]]>([
    ['that is not there', {}, { baseline: 'b.json' }, ['|dependency.missing: baseline "b.json" not found']],
    [
      'of a policy',
      { '.proof-policy.yml': policy({ baseline: 'b.json' }) },
      {},
      ['|dependency.missing: baseline "b.json" not found'],
    ],
    [
      'of the options first',
      { '.proof-policy.yml': policy({ baseline: 'b.json' }) },
      { baseline: 'c.json' },
      ['|dependency.missing: baseline "c.json" not found'],
    ],
    ['that is a folder', { 'b/x': '' }, { baseline: 'b' }, ['|baseline.invalid: baseline "b" is a folder']],
    [
      'that is none',
      { 'b.json': '[]' },
      { baseline: 'b.json' },
      [expect.stringMatching(/^b\.json\|baseline\.invalid: /) as unknown as string],
    ],
  ])('one %s', async (_, files, raw, expected) => {
    expect(await messages(files, raw)).toEqual(expected);
    expect((await prepared(files, raw)).baseline).toBeUndefined();
  });
});

describe('files of the checkout of a change under review that the operator chose to trust', () => {
  const told = (first: string, ...files: string[]): string =>
    `${first}|trust.mutable_policy: ${files.join(', ')}: read from the checkout of a change under review, whose author can write them`;
  const list = pretty(revocationList([]));
  const outside = folder({ 'a.pub': ALICE.publicKey });
  const text = policy();

  test.each<[string, Files, RawOptions, string[]]>([
    ['a policy', { '.proof-policy.yml': text }, {}, [told('.proof-policy.yml', 'policy ".proof-policy.yml"')]],
    ['but not one that is pinned', { '.proof-policy.yml': text }, { 'policy-sha256': pinOf(text) }, []],
    [
      'a key file',
      { 'a.pub': ALICE.publicKey },
      { 'public-key': ['a.pub'] },
      [told('a.pub', 'public key file "a.pub"')],
    ],
    ['but not one elsewhere', {}, { 'public-key': [join(outside, 'a.pub')] }, []],
    ['nor a key that is given', {}, { 'public-key': [ALICE.publicKey] }, []],
    [
      'a revocation list',
      { 'l.json': list },
      { 'revocation-list': 'l.json', 'revocation-key': ALICE.publicKey },
      [told('l.json', 'revocation list "l.json"')],
    ],
    [
      'cosign material of a policy, five files at most by name',
      {
        'c.pub': COSIGN,
        'd.pub': vector('p384.pub'),
        'e.pub': vector('p521.pub'),
        'l.crt': vector('leaf.crt'),
        'r.crt': vector('root.crt'),
        '.proof-policy.yml': policy({
          trust: {
            cosign: [
              { name: 'a', key: 'c.pub' },
              { name: 'b', certificate: 'l.crt', identity: 'i', issuer: 'j' },
              { name: 'd', key: 'd.pub' },
              { name: 'e', key: 'e.pub' },
            ],
          },
        }),
      },
      { 'cosign-trusted-root': 'r.crt' },
      [
        told(
          '.proof-policy.yml',
          'policy ".proof-policy.yml"',
          'cosign trusted root "r.crt"',
          'cosign key "c.pub"',
          'cosign certificate "l.crt"',
          'cosign key "d.pub" and 1 more',
        ),
      ],
    ],
  ])('%s', async (_, files, raw, expected) => {
    expect(await messages(files, { 'policy-from': 'workspace', ...raw }, REVIEW)).toEqual(expected);
  });
});
