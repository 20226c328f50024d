import { createPublicKey } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  ALICE,
  bundle,
  chain,
  type Doc,
  digest,
  type Files,
  jsonl,
  MALLORY,
  pack,
  pretty,
  RUN_FILES,
  record,
  records,
  removeFolders,
  revocationList,
  runpack,
  type Signer,
  signatureObject,
  signChain,
  signer,
} from '../support/build.js';
import { gate, told } from './support/run.js';

// From policy and files to the exit code; what decides is in decide.test.ts.

afterAll(removeFolders);

const BOB = signer('bob');
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const spki = (by: Signer): Buffer => Buffer.concat([DER_PREFIX, Buffer.from(by.publicKey, 'hex')]);
const keyObject = (by: Signer) => createPublicKey({ key: spki(by), format: 'der', type: 'spki' });
const base64 = (by: Signer): string => Buffer.from(by.publicKey, 'hex').toString('base64');
const pem = (by: Signer): string => keyObject(by).export({ format: 'pem', type: 'spki' }).toString();
const jwk = (by: Signer): string => JSON.stringify(keyObject(by).export({ format: 'jwk' }));

/** A policy is JSON as well as YAML. */
const policy = (members: Doc): Files => ({ '.proof-policy.yml': pretty({ version: 1, ...members }) });
const trusting = (...keys: Doc[]): Files => policy({ trust: { keys } });
const key = (name: string, by: Signer, members: Doc = {}): Doc => ({ name, public_key: by.publicKey, ...members });
const signed = (members: Doc = {}, by = ALICE): Files => ({ 'proof/r.json': pretty(record(members, { by })) });

describe('keys of a policy', () => {
  test.each([
    ['hex', { name: 'alice', public_key: ALICE.publicKey }, {}],
    ['base64', { name: 'alice', public_key: base64(ALICE) }, {}],
    ['PEM', { name: 'alice', public_key: pem(ALICE) }, {}],
    ['JWK', { name: 'alice', public_key: jwk(ALICE) }, {}],
    ['a file of hex', { name: 'alice', public_key: 'keys/a.pub' }, { 'keys/a.pub': `${ALICE.publicKey}\n` }],
    ['a PEM file', { name: 'alice', public_key: 'keys/a.pem' }, { 'keys/a.pem': pem(ALICE) }],
    ['a JWK file', { name: 'alice', public_key: 'keys/a.jwk' }, { 'keys/a.jwk': jwk(ALICE) }],
  ])('%s', async (_, one, files: Files) => {
    const run = await gate({ ...trusting(one), ...signed(), ...files });
    expect(told(run)).toEqual([0]);
    expect([...run.model.signerNames]).toEqual([[ALICE.keyId, 'alice']]);
    expect(run.model.report.summary.signatures).toBe(1);
    const stranger = await gate({ ...trusting(one), ...signed({}, MALLORY), ...files });
    expect(told(stranger)).toEqual([2, 'signature.key_mismatch']);
  });

  test.each([
    ['a file that is not there', { name: 'a', public_key: 'keys/none.pem' }, [7, 'dependency.missing']],
    ['what is neither a key nor a file', { name: 'a', public_key: 'zz' }, [7, 'dependency.missing']],
    ['a small-order key', { name: 'a', public_key: `01${'0'.repeat(62)}` }, [6, 'key.weak']],
  ])('%s is refused', async (_, one, expected) => {
    const [exit, first] = told(await gate({ ...trusting(one), ...signed() }));
    expect([exit, first]).toEqual(expected);
  });

  test('two names for one key: rejected with its line', async () => {
    const run = await gate({ ...trusting(key('a', ALICE), key('b', ALICE)), ...signed() });
    expect(run.exitCode).toBe(6);
    expect(run.model.report.findings[0]).toMatchObject({
      code: 'policy.invalid',
      artifact: '.proof-policy.yml',
      line: expect.any(Number),
    });
  });

  test('one name for two keys: one signer', async () => {
    const keys = trusting(key('team', ALICE), key('team', BOB));
    const run = await gate({ ...keys, ...signed(), 'proof/b.json': pretty(record({}, { by: BOB })) });
    expect(told(run)).toEqual([0]);
  });
});

describe('what a key may sign', () => {
  const at = '2026-01-02T03:04:05Z';
  test.each([
    ['from its first instant', { not_before: at }, [0]],
    ['not a second earlier', { not_before: '2026-01-02T03:04:06Z' }, [2, 'trust.key_expired']],
    ['to its last instant', { not_after: at }, [0]],
    ['not a second later', { not_after: '2026-01-02T03:04:04Z' }, [2, 'trust.key_expired']],
    ['records of its types', { record_types: ['decision'] }, [0]],
    ['no others', { record_types: ['deployment'] }, [2, 'trust.key_scope']],
    ['records of its products', { source_products: ['wrkr'] }, [0]],
    ['not of others', { source_products: ['ci'] }, [2, 'trust.key_scope']],
  ])('%s', async (_, members, expected) => {
    expect(told(await gate({ ...trusting(key('alice', ALICE, members)), ...signed() }))).toEqual(expected);
  });

  test('keys rotate without a gap', async () => {
    const change = '2026-02-01T00:00:00Z';
    const keys = trusting(
      key('old', ALICE, { not_after: '2026-02-01T00:05:00Z' }),
      key('new', BOB, { not_before: change }),
    );
    const written = (timestamp: string, by: Signer): Files => ({
      [`proof/${by.keyId.slice(0, 4)}-${timestamp.slice(0, 10)}.json`]: pretty(record({ timestamp }, { by })),
    });
    const both = { ...written('2026-01-31T23:59:59Z', ALICE), ...written(change, BOB) };
    expect(told(await gate({ ...keys, ...both, ...written('2026-02-01T00:04:00Z', ALICE) }))).toEqual([0]);
    expect(told(await gate({ ...keys, ...written('2026-02-02T00:00:00Z', ALICE) }))).toEqual([2, 'trust.key_expired']);
    expect(told(await gate({ ...keys, ...written('2026-01-31T23:59:59Z', BOB) }))).toEqual([2, 'trust.key_expired']);
  });
});

describe('revocation lists', () => {
  const revoking = (revokedAt: string, by = BOB): Files => ({
    ...policy({
      trust: { keys: [key('alice', ALICE)], revocation_list: 'revoked.json', revocation_key: BOB.publicKey },
    }),
    'revoked.json': pretty(revocationList([{ key_id: ALICE.keyId, revoked_at: revokedAt, reason: 'lost' }], by)),
  });

  test.each([
    ['a record of before', '2026-01-02T03:04:06Z', [0]],
    ['a record of that very second', '2026-01-02T03:04:05Z', [2, 'signature.key_revoked']],
  ])('%s', async (_, revokedAt, expected) => {
    expect(told(await gate({ ...revoking(revokedAt), ...signed() }))).toEqual(expected);
  });

  /* hardening 26, also where no key is given that could verify the signature. */
  describe('a revoked key signs nothing', () => {
    const unsignedRecords = records(1);
    const chainOf = pretty(signChain(chain(unsignedRecords), ALICE));
    const bundleOf = Object.fromEntries(
      Object.entries(bundle({ 'r.jsonl': jsonl(unsignedRecords) }, ALICE)).map(([path, data]) => [
        `proof/b/${path}`,
        data,
      ]),
    );
    const kinds: [string, Files][] = [
      ['record', signed()],
      ['chain', { 'proof/c.json': chainOf }],
      ['bundle', bundleOf],
      ['pack', { 'proof/p.zip': pack({ 'a.txt': 'x' }, ALICE) }],
      ['runpack', { 'proof/r.zip': runpack(RUN_FILES, ALICE) }],
    ];
    test.each(kinds)('%s', async (_, files) => {
      const list = (revokedAt: string): Files => ({
        ...policy({ trust: { revocation_list: 'revoked.json', revocation_key: BOB.publicKey } }),
        'revoked.json': pretty(revocationList([{ key_id: ALICE.keyId, revoked_at: revokedAt }], BOB)),
      });
      const codes = async (revokedAt: string, signatures: string): Promise<string[]> =>
        told(await gate({ ...list(revokedAt), ...files }, { signatures })).map(String);
      for (const mode of ['auto', 'off']) {
        expect(await codes('2020-01-01T00:00:00Z', mode)).toContain('signature.key_revoked');
        const other = { ...list('2020-01-01T00:00:00Z') };
        other['revoked.json'] = pretty(
          revocationList([{ key_id: MALLORY.keyId, revoked_at: '2020-01-01T00:00:00Z' }], BOB),
        );
        expect(told(await gate({ ...other, ...files }, { signatures: mode })).map(String)).not.toContain(
          'signature.key_revoked',
        );
      }
    });
  });

  test('the public key in place of its id is refused', async () => {
    const files = { ...revoking('2027-01-01T00:00:00Z'), ...signed() };
    files['revoked.json'] = pretty(
      revocationList([{ key_id: ALICE.publicKey, revoked_at: '2027-01-01T00:00:00Z' }], BOB),
    );
    expect(told(await gate(files))).toEqual([6, 'revocation.list_invalid']);
  });

  test('a key for a list that was not given is refused', async () => {
    const raw = { 'public-key': ALICE.publicKey, 'revocation-key': BOB.publicKey };
    expect(told(await gate(signed(), raw))).toEqual([6, 'usage.invalid']);
  });

  test('a list that somebody else signed revokes nothing and stops the run', async () => {
    const run = await gate({ ...revoking('2027-01-01T00:00:00Z', MALLORY), ...signed() });
    expect(run.exitCode).not.toBe(0);
    expect(run.model.report.findings.some((one) => one.artifact === 'revoked.json' || one.code.startsWith('rev'))).toBe(
      true,
    );
  });
});

describe('min_signers', () => {
  const asks = (count: number): Files =>
    policy({ trust: { keys: [key('alice', ALICE), key('bob', BOB)], min_signers: count } });
  /** A chain signed as a whole by several. */
  const chainBy = (...signers: Signer[]): string => {
    const document = chain(records(2, ALICE));
    const signatures = signers.flatMap((by) => signChain(document, by)['signatures'] as Doc[]);
    return pretty({ ...document, signatures });
  };
  const bundleBy = (...signers: Signer[]): Files => {
    const plain = bundle({ 'r.jsonl': jsonl(records(1, ALICE)) });
    const manifest = JSON.parse(String(plain['manifest.json'])) as Doc;
    const signatures = signers.map((by) => signatureObject(digest(manifest), by));
    const files = { ...plain, 'manifest.json': pretty({ ...manifest, signatures }) };
    return Object.fromEntries(Object.entries(files).map(([path, data]) => [`proof/b/${path}`, data]));
  };

  test.each([
    ['two of two', [ALICE, BOB], 0],
    ['one of two', [ALICE], 2],
    ['the same one twice', [ALICE, ALICE], 2],
    ['one who is trusted and a stranger', [ALICE, MALLORY], 2],
  ])('a chain with %s', async (_, signers, exit) => {
    const run = await gate({ ...asks(2), 'proof/c.json': chainBy(...signers) });
    expect([run.exitCode, told(run).length > 1]).toEqual([exit, exit !== 0]);
  });

  test.each([
    ['two of two', [ALICE, BOB], 0],
    ['one of two', [BOB], 2],
    ['the same one twice', [BOB, BOB], 2],
  ])('a bundle with %s', async (_, signers, exit) => {
    const run = await gate({ ...asks(2), ...bundleBy(...signers) });
    expect([run.exitCode, told(run).length > 1]).toEqual([exit, exit !== 0]);
  });

  test('more than there are signers can never pass, which is reported', async () => {
    const run = await gate({ ...asks(3), 'proof/c.json': chainBy(ALICE, BOB) });
    expect(told(run)).toContain('policy.unsatisfiable');
    expect(run.exitCode).toBe(2);
  });
});

describe('where trust comes from', () => {
  const event = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request' };
  const own = () => ({ ...trusting(key('alice', ALICE)), ...signed() });

  test('a policy in the checkout of a pull request is not read', async () => {
    expect(told(await gate(own(), {}, event))).toEqual([7, 'policy.base_unavailable']);
  });

  test('unless the operator chose it, which every output shows', async () => {
    expect(told(await gate(own(), { 'policy-from': 'workspace' }, event))).toEqual([0, 'trust.mutable_policy']);
  });

  test.each([
    ['a protected branch', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_REF_PROTECTED: 'true' }],
    ['no CI', {}],
  ])('it is read on %s', async (_, env) => {
    expect(told(await gate(own(), {}, env))).toEqual([0]);
  });

  test('a key from outside needs nothing from the checkout when the operator wants no policy', async () => {
    const raw = { 'public-key': [ALICE.publicKey], policy: 'none' };
    expect(told(await gate(own(), raw, event))).toEqual([0]);
  });
});

describe('a key that cannot be used is one error of the run (people.md section 2.1)', () => {
  const three: Files = {
    'proof/a.json': pretty(record({ record_id: 'a' }, { by: ALICE })),
    'proof/b.json': pretty(record({ record_id: 'b' }, { by: ALICE })),
    'proof/c.json': pretty(record({ record_id: 'c' }, { by: ALICE })),
  };
  test.each<[string, string, string, number]>([
    ['a word', 'ci-team-signing', 'key.invalid', 6],
    ['a file that does not exist', 'ci.pub', 'dependency.missing', 7],
    ['a quoted key', `"${ALICE.publicKey}"`, 'key.invalid', 6],
  ])('%s', async (_name, text, code, exit) => {
    const run = await gate(three, { 'public-key': [text] });
    const errors = run.model.report.findings.filter(({ severity }) => severity === 'error');
    expect([run.exitCode, errors.map((one) => one.code)]).toEqual([exit, [code]]);
    expect(run.model.report.artifacts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });

  test('a file that cannot be read from the base', async () => {
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTIONS: 'true' };
    const run = await gate(three, { 'public-key': ['ci.pub'], policy: 'none' }, event);
    const errors = run.model.report.findings.filter(({ severity }) => severity === 'error');
    expect([run.exitCode, errors.map((one) => one.code)]).toEqual([7, ['policy.base_unavailable']]);
    expect(run.model.report.artifacts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });

  test('a missing key is one error as well', async () => {
    const run = await gate(three, { signatures: 'required' });
    expect(run.model.report.findings.filter((one) => one.code === 'key.missing')).toHaveLength(1);
  });
});
