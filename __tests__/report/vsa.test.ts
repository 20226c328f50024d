import { describe, expect, test } from '@jest/globals';
import { finding } from '../../src/engine/findings.js';
import { proofRecord } from '../../src/report/proof-record.js';
import { terminalText } from '../../src/report/text.js';
import { vsa } from '../../src/report/vsa.js';
import { artifact, digest, empty, forged, good, incomplete, MODELS, model, NOW, report } from './models.js';

interface Descriptor {
  name?: string;
  uri?: string;
  digest: Record<string, string>;
  annotations?: Record<string, string>;
}
interface Statement {
  _type: string;
  subject: Descriptor[];
  predicateType: string;
  predicate: {
    verifier: { id: string; version: Record<string, string> };
    timeVerified?: string;
    resourceUri: string;
    policy: { uri: string; digest?: Record<string, string> };
    inputAttestations: Descriptor[];
    verificationResult: string;
    verifiedLevels: string[];
  };
}
const read = (text: string): Statement => JSON.parse(text) as Statement;
const URI = /^[a-z][a-z0-9+.-]*:\S+$/;

/** What in-toto's statement v1 and SLSA's verification summary v1 ask for. */
function problems(one: Statement): string[] {
  const { predicate } = one;
  const badDigest = (set: Record<string, string> | undefined): boolean => !/^[a-f0-9]{64}$/.test(set?.['sha256'] ?? '');
  const rules: readonly (readonly [string, boolean])[] = [
    ['_type', one._type === 'https://in-toto.io/Statement/v1'],
    ['predicateType', one.predicateType === 'https://slsa.dev/verification_summary/v1'],
    ['a subject', one.subject.length > 0],
    ['digests of subjects', !one.subject.some((subject) => badDigest(subject.digest))],
    ['verifier.id is a URI', URI.test(predicate.verifier.id)],
    ['resourceUri is a URI', URI.test(predicate.resourceUri)],
    ['policy.uri is a URI', URI.test(predicate.policy.uri)],
    ['policy digest', predicate.policy.digest === undefined || !badDigest(predicate.policy.digest)],
    [
      'timeVerified',
      predicate.timeVerified === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(predicate.timeVerified),
    ],
    [
      'digests of inputs',
      !predicate.inputAttestations.some((input) => input.uri === undefined || badDigest(input.digest)),
    ],
    ['result', ['PASSED', 'FAILED'].includes(predicate.verificationResult)],
    [
      'levels',
      predicate.verifiedLevels.length > 0 && !predicate.verifiedLevels.some((level) => level.startsWith('SLSA_')),
    ],
    ['FAILED level', predicate.verifiedLevels.includes('FAILED') === (predicate.verificationResult === 'FAILED')],
  ];
  return rules.filter(([, holds]) => !holds).map(([name]) => name);
}

describe('vsa', () => {
  test.each(MODELS)('of the %s run is a statement with a verification summary', (_, make) => {
    expect(problems(read(vsa(make())))).toEqual([]);
  });

  test('a good run passed, with time, policy and every digest', () => {
    const { subject, predicate } = read(vsa(good()));
    expect(predicate.verificationResult).toBe('PASSED');
    expect(predicate.verifiedLevels).toEqual(['PROOF_ARTIFACTS_VERIFIED', 'PROOF_SIGNATURES_VERIFIED']);
    expect(predicate.timeVerified).toBe(NOW);
    expect(predicate.policy.digest).toEqual({ sha256: digest(0xbeef) });
    expect(subject.map((one) => one.digest['sha256'])).toEqual(good().report.artifacts.map((one) => one.sha256));
    expect(subject.find((one) => one.name === 'proof/bundle')?.annotations).toBeDefined();
  });

  const unsigned = artifact('a.json', 1, { signatures: { required: false, verified: 0, key_ids: [] } });
  const error = finding('signature.invalid', 'forged', 'a.json');
  test.each([
    ['forged', forged()],
    ['empty', empty()],
    ['incomplete', incomplete()],
    ['nothing at all', model(report({}))],
    // --warn-only ends with 0, which is no reason to attest anything.
    ['warn-only', model(report({ artifacts: [{ ...unsigned, outcome: 'failed' }], findings: [error] }))],
  ])('a run that is %s is FAILED', (_, one) => {
    const { predicate } = read(vsa(one));
    expect(predicate.verificationResult).toBe('FAILED');
    expect(predicate.verifiedLevels).toEqual(['FAILED']);
  });

  test('unsigned artifacts do not get the level of signed ones', () => {
    expect(read(vsa(model(report({ artifacts: [unsigned] })))).predicate.verifiedLevels).toEqual([
      'PROOF_ARTIFACTS_VERIFIED',
    ]);
  });
});

test('statements about a run name the run and what it did not check', () => {
  const warnings = [
    finding('signature.none_checked', 'signatures were not checked: no public key given', ''),
    finding('trust.mutable_policy', 'the change could have chosen its policy', '.proof-policy.yml'),
    finding('record.unhashed_member', 'of one artifact', 'a.json', {}, 'warning'),
  ];
  const run = {
    commits: ['c'.repeat(40)],
    repository: 'acme/app',
    ref: 'refs/heads/main',
    url: 'https://ci.example/7',
  };
  const one = model({ ...good().report, run, findings: warnings });
  const codes = ['signature.none_checked', 'trust.mutable_policy'];
  const { predicate } = JSON.parse(vsa(one));
  expect(predicate['urn:proof-verify:run']).toEqual(run);
  expect(predicate['urn:proof-verify:warnings'].map(({ code }: { code: string }) => code)).toEqual(codes);
  const { event } = JSON.parse(proofRecord(one));
  expect(event.warnings.map(({ code }: { code: string }) => code)).toEqual(codes);
  expect(event).toMatchObject({ ref: run.ref, run_url: run.url });
  expect(terminalText(one, { color: false, verbose: false, quiet: false })).toMatch(
    /^commit: c{40}\nrepository: acme\/app$/m,
  );
});
