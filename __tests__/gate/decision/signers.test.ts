import { describe, expect, test } from '@jest/globals';
import type { ArtifactVerdict } from '../../../src/engine/types.js';
import { EMPTY_POLICY, type Policy } from '../../../src/gate/config/policy/model.js';
import { makeSigners, type Signer, type Signers } from '../../../src/gate/config/signers.js';
import { DecisionFindings } from '../../../src/gate/decision/findings.js';
import { judgeArtifactSigners, judgeArtifacts, judgeThreshold } from '../../../src/gate/decision/signers.js';
import { Standing } from '../../../src/gate/decision/standing.js';
import type { RecordFact } from '../../../src/model/facts.js';
import { KEYS, policyOf, verdict } from '../support/world.js';

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
  expect(signers.byId.get(KEYS.second.id)).toEqual({ keyId: KEYS.second.id });
  // a key file that cannot be had is nobody's
  expect([...makeSigners(policy).byId.keys()]).toEqual([KEYS.ci.id, 'cosign:them#me']);
  expect(signers.configured).toBe(true);
});

const JANUARY = Date.parse('2026-01-01T00:00:00Z');
const FEBRUARY = Date.parse('2026-02-01T00:00:00Z');
const signer = (keyId: string, more: Partial<Signer> = {}): Signer => ({ keyId, ...more });
const signersOf = (configured: boolean, ...all: Signer[]): Signers => ({
  configured,
  byId: new Map(all.map((one) => [one.keyId, one])),
  names: new Map(all.flatMap(({ keyId, name }) => (name === undefined ? [] : [[keyId, name]]))),
});
const HEX = 'ab'.repeat(32);
const TRUSTED = signersOf(
  true,
  signer('plain'),
  signer('ci', { name: 'ci', recordTypes: ['decision'], sourceProducts: ['gait'] }),
  signer('ci2', { name: 'ci' }),
  signer('old', { name: 'old', notAfter: JANUARY }),
  signer('new', { notBefore: FEBRUARY }),
  signer('short', { name: 'short', notBefore: JANUARY, notAfter: FEBRUARY }),
  signer('both', { notBefore: JANUARY, recordTypes: ['approval'] }),
  signer(HEX),
);

describe('the signer of a record', () => {
  const fact: RecordFact = {
    artifact: 'a.json',
    index: 0,
    line: 1,
    recordId: 'r',
    recordType: 'decision',
    sourceProduct: 'gait',
    timestamp: '2026-01-15T00:00:00Z',
    recordHash: 'sha256:00',
    signature: 'verified',
    verified: true,
  };
  const told = (more: Partial<RecordFact>, by = TRUSTED) => {
    const problem = new Standing([], [], by).problemOf({ ...fact, ...more });
    return problem === undefined ? undefined : `${problem.code}: ${problem.message}`;
  };

  test.each<[string, Partial<RecordFact>, string | undefined]>([
    ['without bounds', { keyId: 'plain' }, undefined],
    ['whom nobody trusts', { keyId: 'x' }, 'trust.untrusted_key: signing key x is not trusted by the policy'],
    ['who has no id', {}, 'trust.untrusted_key: signing key  is not trusted by the policy'],
    ['of a record of its type and product', { keyId: 'ci' }, undefined],
    [
      'of another type',
      { keyId: 'ci', recordType: 'approval' },
      'trust.key_scope: ci is not allowed to sign records of type "approval"',
    ],
    [
      'of another product',
      { keyId: 'ci', sourceProduct: 'x' },
      'trust.key_scope: ci is not allowed to sign records of product "x"',
    ],
    [
      'inside its window and of another type, without a name',
      { keyId: 'both' },
      'trust.key_scope: both is not allowed to sign records of type "decision"',
    ],
    ['inside its window', { keyId: 'short' }, undefined],
    [
      'after its window',
      { keyId: 'old' },
      'trust.key_expired: record is dated 2026-01-15T00:00:00Z, after key "old" ceased to be valid (2026-01-01)',
    ],
    [
      'before its window, without a name',
      { keyId: 'new' },
      'trust.key_expired: record is dated 2026-01-15T00:00:00Z, before key "new" becomes valid (2026-02-01)',
    ],
    [
      'of a record with a time that is none',
      { keyId: 'short', timestamp: 'yesterday' },
      'trust.key_expired: record is dated yesterday, but key "short" is valid only from 2026-01-01',
    ],
    ['of a signature that was not checked', { signature: 'unchecked', keyId: 'x' }, undefined],
    ['of a signature that is not there', { signature: 'none' }, undefined],
    // A signature that failed is a finding of the engine.
    ['claimed for a signature that failed', { signature: 'failed', claimedKeyId: 'cd'.repeat(32) }, undefined],
    ['claimed and trusted', { signature: 'failed', claimedKeyId: HEX }, undefined],
    ['claimed by what is no key id', { signature: 'failed', claimedKeyId: `${'cd'.repeat(32)}0` }, undefined],
    ['claimed by what ends like a key id', { signature: 'failed', claimedKeyId: `0${'cd'.repeat(32)}` }, undefined],
    ['not claimed', { signature: 'failed' }, undefined],
  ])('%s', (_, more, expected) => {
    expect(told(more)).toBe(expected);
    expect(told(more, signersOf(false))).toBeUndefined();
  });
});

describe('the signers of an artifact as a whole', () => {
  const signed = (keyIds: string[], created?: string): ArtifactVerdict => ({
    ...verdict({ path: 'a.json', kind: 'gait_signed_json', keyIds }, []),
    facts: {
      parts: [{ kind: 'gait_signed_json', keyIds, ...(created === undefined ? {} : { at: timeOf(created) }) }],
    },
  });
  const timeOf = (text: string) => (Number.isNaN(Date.parse(text)) ? null : Date.parse(text));
  const told = (one: ArtifactVerdict, by = TRUSTED) =>
    judgeArtifactSigners(one, by, new Standing([], [one], by), JANUARY).map(
      ({ code, message }) => `${code}: ${message}`,
    );
  const early = (what: string): string => `trust.key_expired: the artifact ${what}`;

  test.each<[string, ArtifactVerdict, string[]]>([
    ['trusted', signed(['plain']), []],
    ['nobody', signed([]), []],
    ['one of two', signed(['plain', 'x']), ['trust.untrusted_key: signing key x is not trusted by the policy']],
    ['inside their window', signed(['short'], '2026-01-15T00:00:00Z'), []],
    [
      'outside it',
      signed(['short'], '2025-12-31T23:59:59Z'),
      [early('is dated 2025-12-31T23:59:59Z, before key "short" becomes valid (2026-01-01)')],
    ],
    [
      'after it',
      signed(['old'], '2026-01-15T00:00:00Z'),
      [
        'trust.key_expired: the artifact is dated 2026-01-15T00:00:00Z, after key "old" ceased to be valid (2026-01-01)',
      ],
    ],
    ['of a document without a time, at a clock inside', signed(['short']), []],
    [
      'of a document without a time, at a clock outside',
      signed(['new']),
      [
        'trust.key_expired: the artifact has no time and counts as of 2026-01-01T00:00:00Z, before key "new" becomes valid (2026-02-01)',
      ],
    ],
    [
      'of a document with a time that is none',
      signed(['short'], 'soon'),
      [early('has no readable time, but key "short" is valid only from 2026-01-01')],
    ],
    ['of an artifact that failed', { ...signed(['x']), outcome: 'failed' }, []],
    ['of records only', verdict({ path: 'a', kind: 'chain', keyIds: ['x'] }, []), []],
    [
      'of a chain',
      verdict({ path: 'a', kind: 'chain', whole: ['x', 'old'] }, []),
      ['trust.untrusted_key: signing key x is not trusted by the policy'],
    ],
  ])('%s', (_, one, expected) => {
    expect(told(one)).toEqual(expected);
    expect(told(one, signersOf(false))).toEqual([]);
  });
});

describe('min_signers', () => {
  const chain = (...whole: string[]): ArtifactVerdict => verdict({ path: 'c', kind: 'chain', whole }, []);
  const short = (needed: number, who: string): string =>
    `trust.threshold: ${needed} trusted ${needed === 1 ? 'signer' : 'signers'} required, signed by ${who}`;

  test.each<[string, ArtifactVerdict, number, number | undefined, string | undefined]>([
    ['one of one', chain('plain'), 1, undefined, undefined],
    ['two of two', chain('plain', 'ci'), 2, undefined, undefined],
    ['nobody', chain(), 1, undefined, short(1, 'no trusted signer')],
    ['a stranger', chain('x'), 1, undefined, short(1, 'no trusted signer')],
    ['one of two', chain('plain', 'x'), 2, undefined, short(2, 'plain')],
    ['two of three, in order', chain('plain', 'ci'), 3, undefined, short(3, 'ci, plain')],
    ['one with two keys', chain('ci', 'ci2'), 2, undefined, short(2, 'ci')],
    ['one whose time is over', chain('plain', 'old'), 2, FEBRUARY, short(2, 'plain')],
    ['one whose time is not over', chain('plain', 'old'), 2, JANUARY, undefined],
    ['one with a window, and no record that says when', chain('old'), 1, undefined, undefined],
    ['a stream that is no chain', verdict({ path: 's', kind: 'stream', keyIds: [] }, []), 2, undefined, undefined],
    [
      'a stream that is a chain',
      { ...verdict({ path: 's', kind: 'stream', keyIds: ['plain', 'ci'] }, []), headHash: 'sha256:x' },
      2,
      undefined,
      `${short(2, 'no trusted signer')}; a stream cannot be signed as a whole: write it as a chain document`,
    ],
    ['another kind', verdict({ path: 'r', kind: 'record', keyIds: [] }, []), 2, undefined, undefined],
  ])('%s', (_, one, needed, latest, expected) => {
    const problem = judgeThreshold(one, needed, TRUSTED, latest);
    expect(problem === undefined ? undefined : `${problem.code}: ${problem.message}`).toBe(expected);
  });
});

test('artifacts that failed or whose signers are wrong do not count', async () => {
  const policy = await policyOf({ version: 1, trust: { min_signers: 2 } });
  const chain = (path: string, ...whole: string[]) => verdict({ path, kind: 'chain', whole }, []);
  const judge = (by: Policy) => {
    const findings = new DecisionFindings();
    const verdicts: ArtifactVerdict[] = [
      chain('both', 'plain', 'ci'),
      chain('one', 'plain'),
      { ...chain('broken'), outcome: 'failed' },
      chain('stranger', 'x'),
    ];
    const times = new Standing([], [], TRUSTED);
    const failed = judgeArtifacts(
      { verdicts, policy: by, signers: TRUSTED, times, now: JANUARY, clock: undefined },
      findings,
    );
    return [[...failed], findings.list.map(({ artifact, code }) => `${artifact} ${code}`)];
  };
  expect(judge(policy)).toEqual([
    ['one', 'broken', 'stranger'],
    ['one trust.threshold', 'stranger trust.untrusted_key', 'stranger trust.threshold'],
  ]);
  expect(judge(EMPTY_POLICY)).toEqual([['broken', 'stranger'], ['stranger trust.untrusted_key']]);
});
