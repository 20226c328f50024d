import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { EXIT_ORDER, FINDINGS, finding, ruleOf, worstCode, worstExit } from '../../src/engine/findings.js';
import { filesIn, Materials } from '../../src/gate/config/materials.js';
import { ALICE, folder, MALLORY, pretty, removeFolders, revocationList, type Signer } from '../support/build.js';
import { BUNDLES, PACKS } from './kinds/cases/packs.js';
import { READING } from './kinds/cases/reading.js';
import { CHAINS, DOCUMENTS, RECORDS, SIGNATURES } from './kinds/cases/records.js';
import { type Row, row, type Subject } from './kinds/cases/run.js';

afterAll(removeFolders);

/** What the files that a run is configured with raise. */
const materials = (use: (materials: Materials) => unknown, files = {}): Subject => ({
  run: async () => {
    const made = new Materials(filesIn(folder(files), 'gate'), 'gate');
    await use(made);
    return {
      outcome: made.findings.some((one) => one.severity === 'error') ? 'failed' : 'verified',
      findings: made.findings,
    };
  },
});
const revoked = revocationList([]);
const listed = { 'list.json': pretty(revoked) };
const readList =
  (by: Signer | undefined): ((one: Materials) => Promise<unknown>) =>
  async (one) => {
    const bytes = await one.read('list.json', { what: 'list', unreadable: 'revocation.list_invalid' });
    const key = by === undefined ? undefined : await one.key(by.publicKey, 'key');
    return bytes === undefined ? undefined : one.revocations(bytes, 'list', key);
  };

const MATERIALS: readonly Row[] = [
  row(
    'schema.custom.unreadable',
    'no file named',
    materials((one) => one.schemas(['acme.note='])),
    materials((one) => one.schemas(['acme.note=s.json']), { 's.json': '{}' }),
  ),
  row(
    'revocation.list_invalid',
    'a list of nothing',
    materials(readList(ALICE), { 'list.json': '[]' }),
    materials(readList(ALICE), listed),
  ),
  row(
    'revocation.signature_invalid',
    'by somebody else',
    materials(readList(MALLORY), listed),
    materials(readList(ALICE), listed),
  ),
  row(
    'revocation.signature_invalid',
    'one entry more',
    materials(readList(ALICE), { 'list.json': pretty({ ...revoked, revoked: [{ key_id: 'x', revoked_at: '' }] }) }),
    materials(readList(ALICE), listed),
  ),
  row(
    'revocation.not_checked',
    'no key for it',
    materials(readList(undefined), listed),
    materials(readList(ALICE), listed),
  ),
];

const ROWS: readonly Row[] = [
  ...READING,
  ...RECORDS,
  ...CHAINS,
  ...SIGNATURES,
  ...DOCUMENTS,
  ...BUNDLES,
  ...PACKS,
  ...MATERIALS,
];

describe('each finding of the engine', () => {
  test.each(ROWS.map((one) => [one.code, one.name, one] as const))('%s: %s', async (code, _name, { bad, good }) => {
    const raised = await bad.run();
    const found = raised.findings.find((one) => one.code === code);
    expect(raised.findings.map((one) => one.code)).toContain(code);
    expect(found?.exit_code).toBe(ruleOf(code).exit);
    if (found?.severity === 'error') expect(raised.outcome).toBe('failed');

    const passed = await good.run();
    expect(passed.findings.filter((one) => one.severity === 'error' || one.code === code)).toEqual([]);
    expect(passed.outcome).toBe('verified');
  });
});

/** Codes that other parts of the project raise: the test that covers them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'io.unreadable': 'engine/source/file.test.ts',
  'io.changed': 'engine/source/file.test.ts',
  'io.directory_empty': 'discovery/discover.test.ts',
  'signature.identity_mismatch': 'engine/signature/cosign/bundle.test.ts',
  'signature.certificate_untrusted': 'engine/signature/cosign/cosign.test.ts',
  path: 'engine/source/file.test.ts',
  key: 'engine/signature/keys.test.ts',
  cosign: 'engine/signature/cosign/material.test.ts',
  zip: 'engine/source/zip/hostile.test.ts',
  'discovery.no_artifacts': 'gate/evidence/sufficient.test.ts',
  'discovery.unrecognized': 'gate/shards/merge.test.ts',
  'discovery.pattern_unmatched': 'gate/evidence/sufficient.test.ts',
  'signature.none_checked': 'gate/evidence/sufficient.test.ts',
  usage: 'gate/options/options.test.ts',
  dependency: 'gate/config/policy/load.test.ts',
  report: 'gate/run-files.test.ts',
  policy: 'gate/config/policy/load.test.ts',
  'policy.unknown_record_type': 'gate/support/cases-trust.ts',
  'policy.unused': 'gate/decision/policy-notices.test.ts',
  'revocation.list_outdated': 'gate/config/demands.test.ts',
  bind: 'gate/support/cases-trust.ts',
  'policy.unsatisfiable': 'gate/config/policy/unsatisfiable.test.ts',
  trust: 'gate/support/cases.ts',
  'trust.mutable_policy': 'gate/run-trust.test.ts',
  'policy.unpinned_file': 'gate/config/sources.test.ts',
  'policy.base_unavailable': 'gate/config/sources.test.ts',
  'policy.base_missing': 'gate/config/sources.test.ts',
  'policy.base_stale': 'gate/config/sources.test.ts',
  'policy.not_merged': 'gate/config/sources.test.ts',
  'policy.not_read': 'gate/config/load.test.ts',
  freshness: 'gate/support/cases.ts',
  require: 'gate/support/cases.ts',
  'rule.failed': 'report/annotations.test.ts',
  approval: 'gate/support/cases.ts',
  baseline: 'gate/config/baseline-file.test.ts',
  framework: 'gate/config/policy/load.test.ts',
  drift: 'gate/decision/drift.test.ts',
  merge: 'gate/shards/merge.test.ts',
  'record.link_unresolved': 'gate/run.test.ts',
  'limit.errors': 'engine/bounds.test.ts',
  'limit.signatures': 'engine/bounds.test.ts',
  'limit.json_values': 'engine/bounds.test.ts',
  run: 'gate/run.test.ts',
  'chain.range_invalid': 'cli/verify.test.ts',
  'kind.not_evidence': 'engine/kinds/producers.test.ts',
  document: 'engine/kinds/producers.test.ts',
  contract: 'engine/kinds/producers.test.ts',
  'contract.proposal_mismatch': 'gate/decision/producers.test.ts',
  token: 'engine/kinds/producers.test.ts',
  'token.delegation_exceeded': 'gate/decision/producers.test.ts',
  session: 'engine/kinds/producers.test.ts',
  attestation: 'engine/kinds/producers.test.ts',
  'structure.producer_marker': 'engine/kinds/producer-bundles.test.ts',
  'record.profile': 'engine/kinds/producers.test.ts',
};

describe('completeness', () => {
  const rows = new Set<string>(ROWS.map((one) => one.code));
  const rest = Object.keys(FINDINGS).filter((code) => !rows.has(code));

  const mentioned = (code: string): boolean => {
    const [family = '', second = ''] = code.split('.');
    const file = ELSEWHERE[code] ?? ELSEWHERE[`${family}.${second}`] ?? ELSEWHERE[family];
    if (file === undefined) return false;
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    return new RegExp(`['"\x60 ]${code.replaceAll('.', '\\.')}(?![.\\w])`).test(text);
  };

  test('each declared code has a case here or in the named file', () => {
    expect(rest.filter((code) => !mentioned(code))).toEqual([]);
  });
});

test('a rule of a policy has the exit code of rules, and its own code', () => {
  expect(finding('rule.two-reviewers', 'x', 'a.json', { line: 3 })).toEqual({
    code: 'rule.two-reviewers',
    severity: 'error',
    exit_code: 3,
    message: 'x',
    artifact: 'a.json',
    line: 3,
  });
  expect(finding('io.empty', 'x', '', {}, 'notice')).toMatchObject({ severity: 'notice', exit_code: 6 });
});

test('warnings and notices do not decide the exit code', () => {
  const warned = finding('policy.unsatisfiable', 'x', '');
  expect(worstExit([warned])).toBe(0);
  expect(worstExit([warned, finding('drift.coverage', 'x', '')])).toBe(5);
});

test('the worst exit code wins, in the order of interface.md', () => {
  for (const [i, worse] of EXIT_ORDER.entries()) {
    for (const milder of EXIT_ORDER.slice(i)) expect(worstCode([milder, 0, worse])).toBe(worse);
  }
  expect(worstCode([])).toBe(0);
});
