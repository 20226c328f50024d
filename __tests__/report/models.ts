import { type Finding, type FindingCode, finding } from '../../src/engine/findings.js';
import type { ArtifactKind } from '../../src/engine/types.js';
import type { FactLink, RecordFact } from '../../src/model/facts.js';
import type {
  GateReport,
  ReportArtifact,
  ReportCoverage,
  ReportModel,
  ReportRequirement,
} from '../../src/model/report.js';
import { HOSTILE } from '../support/hostile.js';

/** The clock of all models. */
export const NOW = '2026-03-14T09:26:53Z';
export const KEY_A = 'a1'.repeat(32);
export const KEY_B = 'b2'.repeat(32);

/** A digest that looks like one, of any number. */
export function digest(number: number): string {
  return number.toString(16).padStart(8, '0').repeat(8);
}

export function artifact(path: string, number: number, more: Partial<ReportArtifact> = {}): ReportArtifact {
  return {
    path,
    kind: 'record',
    sha256: digest(number),
    bytes: 1000 + number,
    outcome: 'verified',
    records: 1,
    signatures: { required: true, verified: 1, key_ids: [KEY_A] },
    why: 'a JSON object with record_id',
    ...more,
  };
}

export function fact(artifactPath: string, index: number, more: Partial<RecordFact> = {}): RecordFact {
  return {
    artifact: artifactPath,
    index,
    line: index + 1,
    recordId: `prf-${artifactPath}-${index}`,
    recordType: ['tool_invocation', 'decision', 'approval', 'test_result'][index % 4] ?? 'decision',
    sourceProduct: 'gait',
    agentId: `agent.${index % 3}`,
    timestamp: new Date(Date.UTC(2026, 2, 1) + index * 5_400_000).toISOString().replace('.000', ''),
    recordHash: `sha256:${digest(index + 1)}`,
    ...(index === 0 ? {} : { previousHash: `sha256:${digest(index)}` }),
    signature: 'verified',
    keyId: KEY_A,
    verified: true,
    ...more,
  };
}

interface Parts {
  readonly unrecognized?: GateReport['unrecognized'];
  readonly artifacts?: readonly ReportArtifact[];
  readonly findings?: readonly Finding[];
  readonly requirements?: readonly ReportRequirement[];
  readonly coverage?: readonly ReportCoverage[];
  readonly exit?: GateReport['exit_code'];
  readonly incomplete?: true;
}

const TRUST: GateReport['trust'] = {
  under_review: true,
  event: 'pull_request',
  commit: 'ab'.repeat(20),
  repository: 'acme/app',
  signatures: { mode: 'required', origin: 'policy' },
  keys: [{ id: 'k'.repeat(64), name: 'ci', origin: 'base' }],
  policy: { path: '.proof-policy.yml', origin: 'base', sha256: digest(0xbeef) },
  files: [],
  base: { branch: 'main', commit: 'ab'.repeat(20) },
  environment: [],
};

/** A report whose summary agrees with its parts. */
export function report(parts: Parts): GateReport {
  const artifacts = parts.artifacts ?? [];
  const findings = parts.findings ?? [];
  const exit = parts.exit ?? 0;
  const outcomes = (wanted: string): number => artifacts.filter((one) => one.outcome === wanted).length;
  const severities = (wanted: string): number => findings.filter((one) => one.severity === wanted).length;
  const warnings = severities('warning');
  return {
    schema: 'gate-report-v1',
    tool: { name: 'proof-verify', version: '1.0.0' },
    outcome: exit !== 0 ? 'failed' : warnings > 0 || severities('error') > 0 ? 'warned' : 'passed',
    exit_code: exit,
    ...(parts.incomplete === undefined ? {} : { incomplete: parts.incomplete }),
    policy_sha256: digest(0xbeef),
    trust: TRUST,
    summary: {
      artifacts: artifacts.length,
      unrecognized: parts.unrecognized?.length ?? 0,
      verified: outcomes('verified') + outcomes('warned'),
      failed: outcomes('failed'),
      warned: outcomes('warned'),
      records: artifacts.reduce((sum, one) => sum + one.records, 0),
      signatures: artifacts.reduce((sum, one) => sum + one.signatures.verified, 0),
      findings: { errors: severities('error'), warnings, notices: severities('notice') },
    },
    artifacts,
    unrecognized: parts.unrecognized ?? [],
    requirements: parts.requirements ?? [],
    ...(parts.coverage === undefined ? {} : { coverage: parts.coverage }),
    findings,
  };
}

export function model(one: GateReport, more: Partial<ReportModel> = {}): ReportModel {
  return { report: one, signerNames: new Map(), records: [], moreRecords: 0, now: NOW, ...more };
}

const LINKS: readonly FactLink[] = [
  { kind: 'delegates_to', from: 'agent:planner@acme', to: 'agent:builder@acme' },
  { kind: 'delegates_to', from: 'agent:planner@acme', to: 'agent:reviewer@acme' },
  { kind: 'calls', from: 'agent:builder@acme', to: 'tool:terraform.apply' },
  { kind: 'calls', from: 'agent:builder@acme', to: 'tool:kubectl' },
  { kind: 'targets', from: 'tool:terraform.apply', to: 'resource:cluster/prod-eu-1' },
  { kind: 'targets', from: 'tool:kubectl', to: 'resource:cluster/prod-eu-1' },
  { kind: 'governed_by', from: 'agent:builder@acme', to: 'policy:change-control-7' },
  { kind: 'emits_evidence', from: 'tool:terraform.apply', to: 'record:prf-proof/deploy.chain.json-2' },
  { kind: 'derived_from', from: 'record:prf-proof/deploy.chain.json-2', to: 'record:prf-proof/deploy.chain.json-0' },
];

const KINDS: readonly (readonly [string, ArtifactKind])[] = [
  ['proof/deploy.chain.json', 'chain'],
  ['proof/tests.proof.jsonl', 'stream'],
  ['proof/bundle', 'bundle'],
  ['gait-out/pack_release.zip', 'gait_pack'],
  ['gait-out/runpack_42.zip', 'gait_runpack'],
  ['proof/approval.proof.json', 'record'],
  ['proof/decision.proof.json', 'record'],
  ['gait-out/trace.json', 'gait_signed_json'],
];

const COVERAGE: readonly ReportCoverage[] = [
  {
    framework: 'soc2',
    version: '2017',
    title: 'SOC 2 Trust Services Criteria',
    covered: 3,
    total: 4,
    controls: [
      { id: 'cc6.1', title: 'Logical access security', covered: true },
      { id: 'cc7.2', title: 'Monitoring of system components', covered: true },
      { id: 'cc8.1', title: 'Change management', covered: true },
      { id: 'cc9.2', title: 'Vendor risk management', covered: false },
    ],
  },
  {
    framework: 'eu-ai-act',
    version: '2024/1689',
    title: 'EU AI Act',
    covered: 2,
    total: 2,
    controls: [
      { id: 'art-12', title: 'Record-keeping', covered: true },
      { id: 'art-14', title: 'Human oversight', covered: true },
    ],
  },
];

function goodArtifacts(): ReportArtifact[] {
  return KINDS.map(([path, kind], index) =>
    artifact(path, index + 1, {
      kind,
      records: kind === 'chain' ? 24 : kind === 'stream' ? 140 : 3,
      bytes: 3 ** (index + 6),
      ...(kind === 'chain' ? { head_hash: `sha256:${digest(24)}` } : {}),
      signatures: { required: true, verified: 2 + index, key_ids: index % 3 === 1 ? [KEY_A, KEY_B] : [KEY_A] },
    }),
  );
}

function goodRecords(): RecordFact[] {
  const chain = Array.from({ length: 24 }, (_, index) =>
    fact('proof/deploy.chain.json', index, index === 1 ? { links: LINKS } : {}),
  );
  const stream = Array.from({ length: 140 }, (_, index) => fact('proof/tests.proof.jsonl', index, { keyId: KEY_B }));
  const approval = fact('proof/approval.proof.json', 0, {
    recordType: 'approval',
    agentId: 'human:alex',
    approval: { names: [{ digest: `sha256:${digest(3)}` }], says: 'approves' as const },
  });
  return [...chain, ...stream, approval, fact('proof/decision.proof.json', 0, { signature: 'none' })];
}

const SIGNERS = new Map([
  [KEY_A, 'Release pipeline'],
  [KEY_B, 'Alex Example (security)'],
]);

/** Everything verified: chains, lineage, names, coverage. */
export function good(): ReportModel {
  const requirements: ReportRequirement[] = [
    { id: 'record_type:test_result', satisfied: true, required: 1, found: 35 },
    { id: 'approval:production', satisfied: true, required: 1, found: 1 },
  ];
  const made = report({ artifacts: goodArtifacts(), requirements, coverage: [COVERAGE[1] ?? never()] });
  return model(made, { records: goodRecords(), signerNames: SIGNERS, sourceBase: SOURCE_BASE });
}

export const SOURCE_BASE = 'https://git.example/acme/app/blob/0123456789abcdef0123456789abcdef01234567/';

function never(): never {
  throw new Error('not there');
}

/** Forged records, a broken chain, an unsafe archive, a missing approval; links between what is left. */
export function forged(): ReportModel {
  const chain = 'proof/deploy.chain.json';
  const findings: Finding[] = [
    finding('record.hash_mismatch', 'record_hash is sha256:00… but the content hashes to sha256:11…', chain, {
      line: 214,
      column: 22,
      end_line: 214,
      pointer: '/records/7/integrity/record_hash',
      record_id: `prf-${chain}-7`,
    }),
    finding('chain.link_broken', 'record 8 names another record as its predecessor', chain, {
      line: 240,
      column: 30,
      pointer: '/records/8/integrity/previous_record_hash',
      record_id: `prf-${chain}-8`,
    }),
    finding('zip.path_escape' as FindingCode, 'an entry leads outside the archive', 'gait-out/pack_release.zip', {
      entry: '../evil.sh',
    }),
    finding('pack.hash_mismatch', 'the entry is not the listed one', 'gait-out/pack_release.zip', {
      entry: 'evidence/trace.json',
      line: 3,
      column: 1,
    }),
    finding('chain.unhashed_member', 'the member note is covered by nothing', 'proof/tests.proof.jsonl', { line: 3 }),
    finding('record.timestamp_fraction', 'the fraction .123 is not covered', 'proof/decision.proof.json', {
      line: 4,
      column: 16,
      pointer: '/timestamp',
    }),
    finding('approval.required', 'approval:production needs 1 approval, found 0', ''),
    { ...finding('rule.failed', 'deployments must be approved', chain, { line: 90 }), code: 'rule.no-friday-deploys' },
  ];
  const failed = new Set(findings.filter((one) => one.severity === 'error').map((one) => one.artifact));
  const artifacts = goodArtifacts().map((one): ReportArtifact => {
    if (one.path === 'gait-out/runpack_42.zip') {
      return { ...one, outcome: 'failed', sha256: null, more_findings: 17, records: 0 };
    }
    if (one.path === 'proof/tests.proof.jsonl') return { ...one, outcome: 'warned' };
    return failed.has(one.path) ? { ...one, outcome: 'failed' } : one;
  });
  const records = goodRecords().map((one) =>
    one.artifact === chain && (one.index === 7 || one.index === 8 || one.index === 2)
      ? { ...one, verified: false, signature: 'failed' as const }
      : one,
  );
  const requirements: ReportRequirement[] = [
    { id: 'record_type:test_result', satisfied: true, required: 1, found: 35 },
    {
      id: 'approval:production',
      satisfied: false,
      required: 1,
      found: 0,
      detail: 'nearest: prf-1, whose approver is not a named one',
    },
  ];
  const made = report({ artifacts, findings, requirements, coverage: COVERAGE, exit: 8 });
  return model(made, { records, signerNames: SIGNERS, sourceBase: SOURCE_BASE });
}

/** No artifacts, which is an error. */
export function empty(): ReportModel {
  const findings = [finding('discovery.no_artifacts', 'no Proof artifacts were found in the usual places', '')];
  return model({ ...report({ findings, exit: 6 }), policy_sha256: null });
}

/** A run that was cut short. */
export function incomplete(): ReportModel {
  const findings = [finding('run.timeout', 'the run ended early: 1 of 9 artifacts were verified', '')];
  return model(report({ artifacts: [artifact('a.proof.json', 1)], findings, exit: 1, incomplete: true }));
}

/** Every hostile text as path, id, message, pointer, entry, signer, requirement and record. */
export function hostileModel(): ReportModel {
  const artifacts = HOSTILE.map(({ text }, index) =>
    artifact(text, index, {
      outcome: 'failed',
      why: text,
      kind: index % 2 === 0 ? 'record' : 'chain',
      head_hash: text,
      signatures: { required: true, verified: 1, key_ids: [text] },
    }),
  );
  const findings = HOSTILE.flatMap(({ text }): Finding[] => [
    finding('record.hash_mismatch', text, text, { line: 1, column: 2, pointer: `/${text}`, record_id: text }),
    finding('pack.hash_mismatch', text, text, { entry: text, line: 1 }),
    { ...finding('rule.failed', text, text), code: `rule.${text}` },
    finding('approval.required', text, ''),
  ]);
  const requirements = HOSTILE.map(({ text }) => ({ id: text, satisfied: false, required: 1, found: 0, detail: text }));
  const coverage = HOSTILE.map(({ text }) => ({
    framework: text,
    version: text,
    title: text,
    covered: 0,
    total: 1,
    controls: [{ id: text, title: text, covered: false }],
  }));
  const records = HOSTILE.map(({ text }, index) =>
    fact(text, index, {
      entry: text,
      recordId: text,
      recordType: text,
      timestamp: text,
      keyId: text,
      agentId: text,
      // The first few only: a small lineage is drawn in Markdown too.
      ...(index < 12 ? { links: [{ kind: text, from: `record:${text}`, to: `${text}:${text}` }] } : {}),
    }),
  );
  const made = report({ artifacts, findings, requirements, coverage, exit: 2 });
  return model(made, {
    records,
    signerNames: new Map(HOSTILE.map(({ text }) => [text, text])),
    sourceBase: SOURCE_BASE,
  });
}

/** 10,000 findings over 2,000 artifacts, with as many records as a report keeps. */
export function large(): ReportModel {
  const codes: readonly FindingCode[] = [
    'record.hash_mismatch',
    'signature.invalid',
    'schema.record.invalid',
    'chain.unhashed_member',
    'record.timestamp_fraction',
  ];
  const paths = Array.from({ length: 2000 }, (_, index) => `proof/team-${index % 40}/record-${index}.proof.json`);
  const findings = Array.from({ length: 10_000 }, (_, index) =>
    finding(codes[index % codes.length] ?? never(), `finding ${index} of a large run`, paths[index % 2000] ?? never(), {
      line: (index % 900) + 1,
      column: 5,
      pointer: `/records/${index}/event`,
      record_id: `prf-${index}`,
    }),
  );
  const artifacts = paths.map((path, index) => artifact(path, index, { outcome: 'failed', kind: 'chain', records: 5 }));
  const records = Array.from({ length: 5000 }, (_, index) =>
    fact(paths[index % 20] ?? never(), Math.floor(index / 20), {
      verified: index % 7 !== 0,
      links: [{ kind: 'calls', from: `agent:a${index % 150}`, to: `tool:t${index % 61}` }],
    }),
  );
  return model(report({ artifacts, findings, exit: 2 }), { records, moreRecords: 5000, sourceBase: SOURCE_BASE });
}

/** All models by name; each call makes a new one, so that a format that changed its input would be found out. */
export const MODELS: readonly (readonly [string, () => ReportModel])[] = [
  ['good', good],
  ['forged', forged],
  ['empty', empty],
  ['incomplete', incomplete],
  ['hostile', hostileModel],
  ['large', large],
];
