import { afterAll, describe, expect, test } from '@jest/globals';
import { prepare } from '../../../src/gate/config/load.js';
import type { RawOptions } from '../../../src/gate/options/options.js';
import { ALICE, type Doc, folder, pretty, removeFolders, revocationList } from '../../support/build.js';
import { options } from '../support/run.js';

/* What a policy demands before the first artifact is looked at: signers for approvals, a recent revocation list, a known run. */

afterAll(removeFolders);

async function prepared(members: Doc, raw: RawOptions = {}, env: NodeJS.ProcessEnv = {}) {
  // Its created_at is 2026-01-01, the clock of these runs 2026-06-01.
  const list = revocationList([{ key_id: ALICE.keyId, revoked_at: '2026-05-01T00:00:00Z' }]);
  const files = { 'r.json': pretty(list), '.proof-policy.yml': pretty({ version: 1, ...members }) };
  const { findings, verify, policy } = await prepare(options(folder(files), raw, env));
  return { told: findings.map(({ code, message }) => `${code}: ${message}`), revocations: verify.revocations, policy };
}

describe('the revocation list', () => {
  const asked = (revocation: Doc, more: Doc = {}): Doc => ({
    trust: { revocation_list: 'r.json', revocation_key: ALICE.publicKey, revocation, ...more },
  });
  const OLD = 'revocation.list_outdated: revocation list "r.json" was created at 2026-01-01T00:00:00Z';

  test.each<[string, Doc, string[]]>([
    ['as old as may be', { max_age: '151d' }, []],
    ['a day older', { max_age: '150d' }, [`${OLD}, 151d before 2026-06-01T00:00:00Z; max_age is 150d`]],
    ['created after', { created_after: '2025-12-31T23:59:59Z' }, []],
    ['created at', { created_after: '2026-01-01T00:00:00Z' }, [`${OLD}, not after 2026-01-01T00:00:00Z`]],
  ])('%s', async (_, revocation, expected) => {
    expect((await prepared(asked(revocation))).told).toEqual(expected);
  });

  test.each<[string, Doc, string[]]>([
    ['2025-12-31T23:55:00Z', {}, []],
    [
      '2025-12-31T23:54:59Z',
      {},
      [
        'revocation.list_outdated: revocation list "r.json" is dated 2026-01-01T00:00:00Z, 5m 1s after 2025-12-31T23:54:59Z; 5m of clock skew are allowed',
      ],
    ],
    ['2025-12-31T23:50:00Z', { freshness: { clock_skew: '10m' } }, []],
  ])('from the future hides no newer one: at %s with %j', async (now, more, expected) => {
    const { told } = await prepared({ ...asked({ max_age: '2d' }), ...more }, { now });
    expect(told).toEqual(expected);
  });

  test('keeps the date of a revocation, or refuses the key whatever the date', async () => {
    expect((await prepared(asked({}))).revocations).toMatchObject([{ revokedAt: Date.parse('2026-05-01T00:00:00Z') }]);
    expect((await prepared(asked({ retroactive: true }))).revocations).toMatchObject([{ revokedAt: undefined }]);
  });

  test('that the policy asks for and nobody gives', async () => {
    const message = 'revocation.list_outdated: the policy requires a recent revocation list, but none was given';
    expect((await prepared({ trust: { revocation: { max_age: '1d' } } })).told).toEqual([message]);
    expect((await prepared({ trust: { revocation: { retroactive: true } } })).told).toEqual([]);
  });

  test('of the operator is asked the same', async () => {
    const raw = { 'revocation-list': 'r.json', 'revocation-key': ALICE.publicKey };
    const { told } = await prepared({ trust: { revocation: { max_age: '1d' } } }, raw);
    expect(told).toEqual([expect.stringContaining('max_age is 1d')]);
  });
});

describe('approvals without trusted keys', () => {
  const approvals = [{ id: 'production' }];
  const message =
    'policy.invalid: approval production needs trusted keys: list the approvers in trust.keys, or give --public-key';
  test.each<[string, Doc, RawOptions, string[]]>([
    ['are a mistake of the policy', { approvals }, {}, [message]],
    ['so with an empty list of keys', { approvals, trust: { keys: [] } }, {}, [message]],
    [
      'not with a key of the policy',
      { approvals, trust: { keys: [{ name: 'a', public_key: ALICE.publicKey }] } },
      {},
      [],
    ],
    ['not with a key of the operator', { approvals }, { 'public-key': [ALICE.publicKey] }, []],
    ['not with an identity', { approvals, trust: { cosign: [{ name: 'a', identity: 'i', issuer: 'j' }] } }, {}, []],
    ['not without a rule', { approvals: [] }, {}, []],
  ])('%s', async (_, members, raw, expected) => {
    expect((await prepared(members, raw)).told).toEqual(expected);
  });
});

describe('$run', () => {
  const rule = (name: string): Doc => ({
    rules: [{ id: 'r', must: { properties: { event: { const: { $run: name } } } } }],
  });

  test('stands for what the run knows', async () => {
    const commit = 'ab'.repeat(20);
    const { policy, told } = await prepared(rule('commit'), { commit: commit.toUpperCase() });
    expect(told).toEqual([]);
    expect(policy.rules[0]?.must).toEqual({ properties: { event: { allOf: [{}, { enum: [commit] }] } } });
  });

  test.each(['commit', 'repository'])('and asks for %s when the run does not know it', async (name) => {
    const { policy, told } = await prepared(rule(name));
    expect(told).toEqual([
      `bind.unknown: the policy uses $run: ${name}, which this run does not know: give --${name} (in the Action: input ${name})`,
    ]);
    // Nothing satisfies a value that is not known.
    expect(policy.rules[0]?.must).toEqual({ properties: { event: { allOf: [{}, false] } } });
  });
});
