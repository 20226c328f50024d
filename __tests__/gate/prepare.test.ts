import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { RawOptions } from '../../src/gate/options.js';
import { prepare } from '../../src/gate/prepare.js';
import {
  ALICE,
  type Doc,
  type Files,
  folder,
  MALLORY,
  pretty,
  removeFolders,
  revocationList,
} from '../support/build.js';
import { options } from './support/run.js';

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

test('nothing given: nothing trusted, nothing wrong', async () => {
  const before = Date.now();
  const { policy: none, findings, baseline, verify, signers, now } = await prepared({}, { now: '' });
  expect([findings, baseline, none.name, none.sha256]).toEqual([[], undefined, '', null]);
  expect(verify).toMatchObject({ mode: 'gate', signatures: 'auto', revocations: [], customTypes: undefined, now });
  expect(verify.trust).toMatchObject({ mode: 'gate', keys: [], cosign: undefined, configured: false });
  expect(verify.trust.keyById(ALICE.keyId)).toBeUndefined();
  expect([signers.configured, signers.byId.size]).toEqual([false, 0]);
  expect(now).toBeGreaterThanOrEqual(before);
});

describe('which policy holds', () => {
  const own = policy({ baseline: 'of-the-folder' });
  const files = { 'e/.proof-policy.yml': own };
  test.each<[string, Files, RawOptions, string]>([
    ['that of the only folder', files, { patterns: ['e'] }, 'e/.proof-policy.yml'],
    ['that of a folder with a slash', files, { patterns: ['e/'] }, 'e/.proof-policy.yml'],
    ['that of a folder with slashes', files, { patterns: ['e//'] }, 'e/.proof-policy.yml'],
    ['that of a folder in a folder', { 'e/f/.proof-policy.yml': own }, { patterns: ['e/f'] }, 'e/f/.proof-policy.yml'],
    ['none without a pattern', files, {}, ''],
    ['none of two folders', files, { patterns: ['e', 'f'] }, ''],
    ['none of a pattern with a star', files, { patterns: ['e*'] }, ''],
    ['none of a folder that has none', files, { patterns: ['f'] }, ''],
    [
      'that of the workspace first',
      { ...files, '.proof-policy.yml': policy() },
      { patterns: ['e'] },
      '.proof-policy.yml',
    ],
    ['the one that is named', { ...files, 'p.yml': policy() }, { patterns: ['e'], policy: 'p.yml' }, 'p.yml'],
    ...(
      [
        ['public-key', [ALICE.publicKey]],
        ['cosign-key', 'ci.pub'],
        ['cosign-certificate', 'c.crt'],
        ['cosign-trusted-root', 'r.json'],
        ['revocation-list', 'l.json'],
        ['baseline', 'b.json'],
        ['policy-sha256', pinOf(own)],
      ] as const
    ).map(([name, value]): [string, Files, RawOptions, string] => [
      `none of the folder beside --${name}`,
      files,
      { patterns: ['e'], [name]: value },
      '',
    ]),
  ])('%s', async (_, given, raw, name) => {
    expect((await prepared(given, raw)).policy.name).toBe(name);
  });
});

describe('a policy', () => {
  test('that is wrong trusts nobody, and is told to the line', async () => {
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
        `.proof-policy.yml|policy.pin_mismatch: the policy has SHA-256 ${pinOf(text)}, the pin is ${pinOf('').slice(0, 80)}`,
      ],
    ],
    [
      'with the pin of another, and wrong',
      { '.proof-policy.yml': 'version: 2' },
      { 'policy-sha256': pinOf('') },
      [
        expect.stringContaining('|policy.pin_mismatch: ') as unknown as string,
        '.proof-policy.yml|policy.invalid: version must be 1',
      ],
    ],
    [
      'that is pinned and not there',
      {},
      { 'policy-sha256': pinOf('') },
      ['|dependency.missing: --policy-sha256 pins a policy but there is no .proof-policy.yml'],
    ],
    ['that is named and not there', {}, { policy: 'p.yml' }, ['|dependency.missing: policy "p.yml" is not there']],
    ['that is a folder', { 'p/x': '' }, { policy: 'p' }, ['|policy.invalid: policy "p" cannot be read (EISDIR)']],
    [
      'with a key file that is not there',
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'a.pub' }) },
      {},
      ['.proof-policy.yml|dependency.missing: key "a": file of the policy "a.pub" is not there'],
    ],
    [
      'with a key file that is a folder',
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'a' }), 'a/x': '' },
      {},
      ['.proof-policy.yml|policy.invalid: key "a": file of the policy "a" cannot be read (EISDIR)'],
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
  test.each<[string, string, Files, RawOptions, string[]]>([
    ['a policy', policy({ baseline: 'b' }), {}, { policy: 'link' }, ['link|path.escape: ']],
    ['a key', ALICE.publicKey, {}, { 'public-key': ['./link'] }, ['|path.escape: --public-key: ']],
    [
      'a key of a policy',
      ALICE.publicKey,
      { '.proof-policy.yml': trusting({ name: 'a', public_key: 'link' }) },
      {},
      ['.proof-policy.yml|path.escape: key "a": '],
    ],
    ['a baseline', '{}', {}, { baseline: 'link' }, ['link|path.escape: ']],
    ['a revocation list', list, {}, { 'revocation-list': 'link' }, ['|path.escape: ']],
    ['a cosign key', COSIGN, {}, { 'cosign-key': 'link' }, ['|path.escape: cosign key: ']],
  ])('%s', async (_, content, files, raw, expected) => {
    const workspace = folder(files);
    symlinkSync(join(folder({ outside: content }), 'outside'), join(workspace, 'link'));
    const { findings, verify, policy: read, baseline } = await prepare(options(workspace, raw, REVIEW));
    const told = findings.filter((one) => one.code !== 'trust.mutable_policy' || one.artifact === 'link');
    const escaped = told.filter((one) => one.code === 'path.escape');
    expect(escaped.map((one) => `${one.artifact}|${one.code}: ${one.message}`)).toEqual(
      expected.map((start) =>
        expect.stringMatching(new RegExp(`^${start.replaceAll(/[|.]/g, '\\$&')}"(?:\\./)?link" leads outside`)),
      ),
    );
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

  test('signatures that are required need somebody to trust', async () => {
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
      'with a key that is none',
      { trust: { revocation_list: 'a.json', revocation_key: 'abc' } },
      {},
      ['a'],
      [
        expect.stringMatching(/^\|key\.invalid: --revocation-key: /) as unknown as string,
        expect.stringMatching(/^\|revocation\.not_checked: /) as unknown as string,
      ],
    ],
  ])('%s', async (_, members, raw, ids, told) => {
    const { verify, findings } = await prepared({ ...files, '.proof-policy.yml': policy(members) }, raw);
    expect(verify.revocations.map(({ keyId }) => keyId)).toEqual(ids);
    expect(findings.map((one) => `${one.artifact}|${one.code}: ${one.message}`)).toEqual(told);
  });
});

describe('baselines', () => {
  test.each<[string, Files, RawOptions, string[]]>([
    ['that is not there', {}, { baseline: 'b.json' }, ['|dependency.missing: baseline "b.json" is not there']],
    [
      'of a policy',
      { '.proof-policy.yml': policy({ baseline: 'b.json' }) },
      {},
      ['|dependency.missing: baseline "b.json" is not there'],
    ],
    [
      'of the options first',
      { '.proof-policy.yml': policy({ baseline: 'b.json' }) },
      { baseline: 'c.json' },
      ['|dependency.missing: baseline "c.json" is not there'],
    ],
    ['that is a folder', { 'b/x': '' }, { baseline: 'b' }, ['|baseline.invalid: baseline "b" cannot be read (EISDIR)']],
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

describe('files of trust in the checkout of a change under review', () => {
  const told = (what: string, path: string): string =>
    `${path}|trust.mutable_policy: the ${what} "${path}" lies in the checkout of a change under review (pull_request) and is not pinned`;
  const list = pretty(revocationList([]));
  const outside = folder({ 'a.pub': ALICE.publicKey });
  const text = policy();

  test.each<[string, Files, RawOptions, string[]]>([
    ['a policy', { '.proof-policy.yml': text }, {}, [told('policy', '.proof-policy.yml')]],
    ['but not one that is pinned', { '.proof-policy.yml': text }, { 'policy-sha256': pinOf(text) }, []],
    [
      'the key files of a pinned policy',
      {
        'p.yml': trusting({ name: 'a', public_key: 'a.pub' }, { ...alice, name: 'm', public_key: MALLORY.publicKey }),
        'a.pub': ALICE.publicKey,
      },
      {
        policy: 'p.yml',
        'policy-sha256': pinOf(
          trusting({ name: 'a', public_key: 'a.pub' }, { ...alice, name: 'm', public_key: MALLORY.publicKey }),
        ),
      },
      [told('key', 'a.pub')],
    ],
    ['a key file', { 'a.pub': ALICE.publicKey }, { 'public-key': ['a.pub'] }, [told('key', 'a.pub')]],
    ['but not one elsewhere', {}, { 'public-key': [join(outside, 'a.pub')] }, []],
    ['nor a key that is given', {}, { 'public-key': [ALICE.publicKey] }, []],
    [
      'a revocation list that nobody signs',
      { 'l.json': list },
      { 'revocation-list': 'l.json' },
      [expect.stringContaining('|revocation.not_checked') as unknown as string, told('revocation list', 'l.json')],
    ],
    [
      'but not one with a key',
      { 'l.json': list },
      { 'revocation-list': 'l.json', 'revocation-key': ALICE.publicKey },
      [],
    ],
    ['cosign material of the options', { 'c.pub': COSIGN }, { 'cosign-key': 'c.pub' }, [told('key', 'c.pub')]],
    [
      'cosign material of a policy',
      {
        'c.pub': COSIGN,
        'l.crt': vector('leaf.crt'),
        'r.crt': vector('root.crt'),
        '.proof-policy.yml': policy({
          trust: {
            cosign: [
              { name: 'a', key: 'c.pub' },
              { name: 'b', certificate: 'l.crt', identity: 'i', issuer: 'j' },
            ],
          },
        }),
      },
      { 'cosign-trusted-root': 'r.crt' },
      [told('policy', '.proof-policy.yml'), told('key', 'c.pub'), told('key', 'l.crt'), told('key', 'r.crt')],
    ],
  ])('%s', async (_, files, raw, expected) => {
    expect(await messages(files, raw, REVIEW)).toEqual(expected);
  });

  test('a baseline', async () => {
    expect(await messages({ 'b.json': '{}' }, { baseline: 'b.json' }, REVIEW)).toContain(told('baseline', 'b.json'));
  });
});
