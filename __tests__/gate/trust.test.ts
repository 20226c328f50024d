import { expect, test } from '@jest/globals';
import { makeSigners, mutableTrust, type TrustFile } from '../../src/gate/trust.js';
import { KEYS, policyOf } from './support/world.js';

const file = (more: Partial<TrustFile> = {}): TrustFile => ({
  what: 'policy',
  path: '.proof-policy.yml',
  inWorkspace: true,
  pinned: false,
  ...more,
});

test.each([
  ['a policy in the workspace of a pull request', { name: 'pull_request', underReview: true }, file(), 1],
  ['a pinned policy', { name: 'pull_request', underReview: true }, file({ pinned: true }), 0],
  ['a policy from elsewhere', { name: 'pull_request', underReview: true }, file({ inWorkspace: false }), 0],
  ['a push', { name: 'push', underReview: false }, file(), 0],
  ['no CI', undefined, file(), 0],
  ['a key', { name: 'merge_request_event', underReview: true }, file({ what: 'key', path: 'k.pem' }), 1],
  ['a baseline', { name: 'pull_request', underReview: true }, file({ what: 'baseline', path: 'b.json' }), 1],
])('trust.mutable_policy: %s', (_, event, one, count) => {
  const found = mutableTrust(event, [one]);
  expect(found).toHaveLength(count);
  for (const { code, severity, artifact } of found) {
    expect({ code, severity, artifact }).toEqual({
      code: 'trust.mutable_policy',
      severity: 'warning',
      artifact: one.path,
    });
  }
});

test('signers have the names of the policy, cosign ones too', async () => {
  const policy = await policyOf({
    version: 1,
    trust: {
      keys: [{ name: 'ci', public_key: KEYS.ci.hex }],
      cosign: [
        { name: 'release', identity: 'me', issuer: 'them' },
        { name: 'nightly', key: 'cosign.pub', record_types: ['decision'] },
      ],
    },
  });
  const signers = makeSigners(policy, [KEYS.second.id], new Map([['nightly', 'cosign:sha256:ab']]));
  expect([...signers.names]).toEqual([
    [KEYS.ci.id, 'ci'],
    ['cosign:them#me', 'release'],
    ['cosign:sha256:ab', 'nightly'],
  ]);
  expect(signers.byId.get('cosign:sha256:ab')?.recordTypes).toEqual(['decision']);
  expect(signers.byId.has(KEYS.second.id)).toBe(true);
  expect(signers.configured).toBe(true);
});
