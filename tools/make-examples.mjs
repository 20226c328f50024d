#!/usr/bin/env node
// Writes examples/ and broken-examples/: real sealed and signed artifacts, the same bytes each time. The signing keys
// are derived from public phrases: they sign examples and nothing else. Gait's artifacts were made by Gait itself and are kept.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestHex } from '../dist/lib/index.js';
import { chain, linked, manager, overDigest, publicKey, record, recordId, sha } from './examples/artifacts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const good = join(root, 'examples');
const bad = join(root, 'broken-examples');

const write = (path, data) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof data === 'string' || Buffer.isBuffer(data) ? data : `${JSON.stringify(data, null, 2)}\n`);
};

const deployment = record(1, 'deployment', { environment: 'production', version: '4.2.0', service: 'billing' });
const approval = record(
  2,
  'approval',
  {
    verdict: 'approve',
    record_id: deployment.record_id,
    record_hash: deployment.integrity.record_hash,
    approver: 'release-manager',
  },
  {
    relationship: {
      edges: [
        {
          kind: 'targets',
          from: { kind: 'evidence', id: recordId(2, 'approval') },
          to: { kind: 'evidence', id: deployment.record_id, digest: deployment.integrity.record_hash },
        },
      ],
    },
  },
  '',
  manager,
);
const integration = record(4, 'test_result', { name: 'billing-integration', outcome: 'passed', tests: 64, failed: 0 });
const rollback = record(5, 'test_result', { name: 'billing-rollback', outcome: 'passed', tests: 9, failed: 0 });
const testResult = record(3, 'test_result', { name: 'billing-e2e', outcome: 'passed', tests: 212, failed: 0 });

const story = linked(
  ['tool_invocation', { tool: 'git.checkout', arguments: { ref: 'main' }, exit_code: 0 }],
  [
    'delegation',
    {
      delegator_id: 'agent-7',
      delegatee_id: 'agent-9',
      delegation_scope: ['tests'],
      chain_depth: 1,
      delegator_policy_digest: `sha256:${sha('policy 1')}`,
      delegatee_policy_digest: `sha256:${sha('policy 2')}`,
      verdict: 'allow',
    },
    {
      relationship: {
        edges: [{ kind: 'delegates_to', from: { kind: 'agent', id: 'agent-7' }, to: { kind: 'agent', id: 'agent-9' } }],
      },
    },
  ],
  ['test_result', { name: 'unit', outcome: 'passed', tests: 1841, failed: 0 }],
  [
    'tool_invocation',
    { tool: 'registry.push', arguments: { image: 'billing:4.2.0' }, exit_code: 0 },
    {
      relationship: {
        edges: [{ kind: 'calls', from: { kind: 'agent', id: 'agent-7' }, to: { kind: 'tool', id: 'registry.push' } }],
      },
    },
  ],
  ['decision', { action: 'allow', subject: 'billing:4.2.0', reason: 'all checks passed' }],
);

const lines = (records) => `${records.map((one) => JSON.stringify(one)).join('\n')}\n`;

function bundle(folder, spoil = (_name, data) => data) {
  const custom = linked(
    ['acme.scan', { scanner: 'acme', findings: 0 }],
    ['acme.scan', { scanner: 'acme', findings: 2 }],
  );
  const schema = `${JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'urn:acme:scan',
      'x-proof-schema-version': '1',
      type: 'object',
      properties: {
        event: {
          type: 'object',
          required: ['scanner', 'findings'],
          properties: { findings: { type: 'integer', minimum: 0 } },
        },
      },
    },
    null,
    2,
  )}\n`;
  const types = `${JSON.stringify(
    {
      version: '1',
      record_types: [
        {
          record_type: 'acme.scan',
          schema_id: 'urn:acme:scan',
          schema_version: '1',
          schema_path: 'schemas/acme-scan.json',
          sha256: sha(schema),
        },
      ],
    },
    null,
    2,
  )}\n`;
  const contents = {
    'evidence/coverage.txt': 'statements 97.1 %\nbranches 93.4 %\n',
    'record-types.json': types,
    'records.jsonl': lines(custom),
    'schemas/acme-scan.json': schema,
  };
  const manifest = {
    files: Object.entries(contents).map(([path, data]) => ({ path, sha256: sha(data) })),
    algo_id: 'sha256',
  };
  for (const [path, data] of Object.entries(contents)) write(join(folder, path), spoil(path, data));
  write(join(folder, 'manifest.json'), { ...manifest, signatures: [overDigest(digestHex(manifest))] });
}

function revocationList() {
  const list = {
    version: '1',
    created_at: '2026-02-01T00:00:00Z',
    revoked: [{ key_id: sha('a key that was lost'), revoked_at: '2026-01-15T08:00:00Z', reason: 'laptop stolen' }],
  };
  return { ...list, signature: overDigest(digestHex(list)) };
}

// --- good -------------------------------------------------------------------------------------------------------------
const gait = Object.fromEntries(
  [
    'pack_run_signed.zip',
    'pack_call_signed.zip',
    'pack_job_signed.zip',
    'pack_authorization_signedtrace.zip',
    'guard_signed.zip',
    'runpack_signed.zip',
    'trace_signed.json',
    'approval_token.json',
    'delegation_token.json',
    'say_token.json',
  ].map((name) => [name, readFileSync(join(root, '__tests__/vectors/conformance/gate/a/gait', name))]),
);
rmSync(good, { recursive: true, force: true });
rmSync(bad, { recursive: true, force: true });
write(join(good, 'keys/example-signer.pub'), `${publicKey.toString('hex')}\n`);
write(join(good, 'keys/release-manager.pub'), `${manager.publicKey.toString('hex')}\n`);
write(join(good, 'keys/gait.pub'), 'a37f8995716c7d5bc537aa3935a80d0a0dc25f98555fe67c095dd321dfc23a53\n');
write(join(good, 'records/deployment.json'), deployment);
write(join(good, 'records/approval.json'), approval);
write(join(good, 'records/test-result.json'), testResult);
write(join(good, 'chain/billing.json'), chain(story));
for (const [i, one] of story.entries()) write(join(good, `chain-directory/000${i}.json`), one);
write(join(good, 'stream/billing.jsonl'), lines(story));
write(join(good, 'records/more.jsonl'), lines([integration, rollback]));
bundle(join(good, 'bundle'));
for (const [name, data] of Object.entries(gait)) write(join(good, 'gait', name), data);
write(join(good, 'lists/revocations.json'), revocationList());
write(join(good, 'lists/governance-event.json'), {
  event_id: 'evt-1',
  timestamp: '2026-03-01T12:00:30Z',
  event_type: 'tool_gate',
  agent_id: 'agent-7',
  tool_name: 'registry.push',
  verdict: 'allow',
  context: { repository: 'billing' },
});
write(join(good, 'lists/record-types.json'), {
  version: '1',
  record_types: [
    {
      record_type: 'acme.scan',
      schema_id: 'urn:acme:scan',
      schema_version: '1',
      schema_path: 'schemas/acme-scan.json',
      sha256: sha('an example'),
    },
  ],
});

// --- broken -----------------------------------------------------------------------------------------------------------
const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;
write(join(bad, 'record/tampered.json'), pretty(deployment).replace('"4.2.0"', '"4.2.1"'));
write(join(bad, 'record/unhashed-member.json'), { ...deployment, approved_by: 'somebody' });
write(
  join(bad, 'record/duplicate-member.json'),
  pretty(deployment).replace('"event": {', '"event": {},\n  "event": {'),
);
write(join(bad, 'record/case-twin.json'), pretty(deployment).replace('"event": {', '"Event": {},\n  "event": {'));
write(join(bad, 'record/unsigned.json'), {
  ...deployment,
  integrity: { record_hash: deployment.integrity.record_hash },
});
write(join(bad, 'record/forged-signature.json'), {
  ...testResult,
  integrity: { ...testResult.integrity, signature: deployment.integrity.signature },
});
write(join(bad, 'record/unknown-type.json'), record(6, 'acme.unknown', { scanner: 'acme', findings: 0 }));
write(join(bad, 'record/truncated.json'), pretty(deployment).slice(0, 400));
write(join(bad, 'record/bad-timestamp.json'), { ...deployment, timestamp: '2026-02-30T12:00:00Z' });
write(join(bad, 'chain/dropped-record.json'), chain([...story.slice(0, 2), ...story.slice(3)]));
write(join(bad, 'chain/cut-off.json'), { ...chain(story), records: story.slice(0, -1) });
write(join(bad, 'chain/empty.json'), chain([]));
write(join(bad, 'stream/gap.jsonl'), lines([story[0], story[1], story[3], story[4]]));
write(join(bad, 'stream/bad-line.jsonl'), `${JSON.stringify(story[0])}\n{"record_id": \n`);
bundle(join(bad, 'bundle/tampered'), (name, data) =>
  name === 'evidence/coverage.txt' ? data.replace('97.1', '99.9') : data,
);
bundle(join(bad, 'bundle/unlisted-file'));
write(join(bad, 'bundle/unlisted-file/evidence/extra.txt'), 'nobody listed me\n');
write(
  join(bad, 'gait/trace-changed.json'),
  gait['trace_signed.json'].toString().replace('"verdict": "allow"', '"verdict": "block"'),
);
write(
  join(bad, 'gait/trace-lost-signature.json'),
  JSON.stringify({ ...JSON.parse(gait['trace_signed.json']), signature: null }, null, 2),
);
write(join(bad, 'gait/pack_truncated.zip'), gait['pack_run_signed.zip'].subarray(0, 2000));
write(join(bad, 'gait/pack_prefixed.zip'), Buffer.concat([Buffer.from('junk'), gait['pack_run_signed.zip']]));
cpSync(join(good, 'keys'), join(bad, 'keys'), { recursive: true });

// --- policies and what to read -------------------------------------------------------------------------------------------
const GAIT_KEY = 'a37f8995716c7d5bc537aa3935a80d0a0dc25f98555fe67c095dd321dfc23a53';
const trust = `trust:
  signatures: required
  keys:
    - name: example-signer
      public_key: ${publicKey.toString('hex')}
    - name: release-manager
      public_key: ${manager.publicKey.toString('hex')}
    - name: gait
      public_key: ${GAIT_KEY}
`;
write(
  join(good, '.proof-policy.yml'),
  `# The policy of these examples: what to verify, every artifact signed by one of three signers, tests that passed, and a
# deployment that the release manager approved. \`proof-verify init policy\` prints a commented policy.
version: 1
artifacts:
  - records/**
  - chain/**
  - chain-directory/**
  - stream/**
  - bundle/**
  - gait/**
  - lists/**
${trust}require:
  record_types:
    deployment: 1
    test_result: 1
    approval: 1
rules:
  - id: tests-passed
    when: {properties: {record_type: {const: test_result}}}
    must: {properties: {event: {properties: {outcome: {const: passed}}, required: [outcome]}}}
    message: a test did not pass
approvals:
  - id: production
    when: {properties: {record_type: {const: deployment}}}
    by: [release-manager]
`,
);
write(
  join(bad, '.proof-policy.yml'),
  `# Trusts the signers of the examples, so that signatures are checked.\nversion: 1\n${trust}`,
);

/** What is wrong with each broken example, in a few words. */
const DEEDS = {
  'record/tampered.json': 'the deployed version was changed after the record was sealed',
  'record/unhashed-member.json': 'a member was added that no hash covers',
  'record/duplicate-member.json': '`event` occurs twice: parsers read different records',
  'record/case-twin.json': '`Event` next to `event`: parsers disagree about which one counts',
  'record/unsigned.json': 'the signature was taken away',
  'record/forged-signature.json': 'the signature of another record was put in',
  'record/unknown-type.json': 'this record type was never declared',
  'record/truncated.json': 'the end of the file is missing',
  'record/bad-timestamp.json': 'there is no 30th of February',
  'chain/dropped-record.json': 'the third record was taken out',
  'chain/cut-off.json': 'the last record was cut off',
  'chain/empty.json': 'a chain of nothing proves nothing',
  'stream/gap.jsonl': 'a line was taken out',
  'stream/bad-line.jsonl': 'the producer stopped in the middle of a line',
  'bundle/tampered': 'a number in a listed file was changed',
  'bundle/unlisted-file': 'a file was added',
  'gait/trace-changed.json': 'the verdict of the call was changed',
  'gait/trace-lost-signature.json': 'the signature was set to null',
  'gait/pack_truncated.zip': 'the end of the archive is missing',
  'gait/pack_prefixed.zip': 'other bytes were put before the archive',
};
const cell = (text) => text.replace(/[|\\`<>]/g, (c) => `\\${c}`);
const rows = Object.entries(DEEDS).map(([path, deed]) => {
  const args = [
    'gate',
    path,
    '--policy',
    '.proof-policy.yml',
    '--under-review',
    'false',
    '--quiet',
    '--report',
    'json=-',
  ];
  const ran = spawnSync(process.execPath, [join(root, 'dist/cli/index.js'), ...args], { cwd: bad, encoding: 'utf8' });
  const report = JSON.parse(ran.stdout);
  const errors = report.findings.filter((one) => one.severity === 'error');
  const worst = errors.find((one) => one.exit_code === ran.status);
  if (worst === undefined) throw new Error(`${path} is not broken: exit ${ran.status} ${ran.stderr}`);
  const inside = worst.entry === undefined ? '' : `${worst.entry}:`;
  const at = worst.line === undefined ? '' : `${inside}${worst.line}:${worst.column}`;
  return `| [\`${path}\`](${path}) | ${deed} | ${ran.status} | \`${worst.code}\` | ${at} | ${cell(worst.message)} |`;
});
write(
  join(bad, 'README.md'),
  `# What each failure looks like

Each of these artifacts was valid and then broken in one way. From the root of the project:

\`\`\`sh
node dist/cli/index.js gate -C broken-examples  # all of them
node dist/cli/index.js gate -C broken-examples record/tampered.json
node dist/cli/index.js explain record.hash_mismatch
\`\`\`

| artifact | what was done to it | exit code | finding | place | message |
|---|---|--:|---|---|---|
${rows.join('\n')}

The good ones are in [examples](../examples/README.md); every finding is in [docs/findings.md](../docs/findings.md).
\`tools/make-examples.mjs\` makes this folder, this page included.
`,
);
write(
  join(good, 'README.md'),
  `# Real artifacts of every kind

\`node dist/cli/index.js gate -C examples\` verifies them all: hashes, links, signatures, and what
[.proof-policy.yml](.proof-policy.yml) requires.

| path | kind |
|---|---|
| [records](records) | single records: a deployment, its approval and test results; more of them one a line |
| [chain/billing.json](chain/billing.json) | a chain document, each record signed, and the chain as a whole |
| [chain-directory](chain-directory) | the same story, one file a record |
| [stream/billing.jsonl](stream/billing.jsonl) | the same story, one record a line |
| [bundle](bundle) | files under a signed manifest, with records of a type of its own |
| [gait](gait) | packs, a guard pack, a runpack, a trace and tokens, as Gait wrote them |
| [lists](lists) | a revocation list, a manifest of record types, a governance event |
| [keys](keys) | public keys of the three signers |

The keys of \`example-signer\` and \`release-manager\` are derived from phrases that everybody can read in
\`tools/make-examples.mjs\`: they sign examples and nothing else. What broken artifacts look like is in [broken-examples](../broken-examples/README.md).
`,
);
console.log('examples/ and broken-examples/ are written');
