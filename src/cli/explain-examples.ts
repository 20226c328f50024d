import type { FindingCode } from '../engine/findings.js';

/**
 * A line of an artifact, a policy or a command with the mistake, and the same line without it. Findings that no line shows, such as
 * those of the inside of a zip, have none.
 */
export const EXAMPLES: Readonly<Partial<Record<FindingCode, readonly [before: string, after: string]>>> = {
  'kind.ambiguous': [
    '{"record_id": "r1", "records": [], …}',
    '{"record_id": "r1", …} and the chain in a file of its own',
  ],
  'kind.not_evidence': ["proof-verify gate 'gait-out/**'", "proof-verify gate 'gait-out/**/*.zip'"],
  'io.not_found': ['proof-verify gate proof/record.jsn', 'proof-verify gate proof/record.json'],
  'io.directory_empty': ['proof-verify gate build', 'proof-verify gate build/evidence'],
  'path.escape': ['evidence/run.json -> ../../other/run.json', 'evidence/run.json (a copy in the workspace)'],
  'limit.artifact_bytes': ['proof-verify gate', 'proof-verify gate --max-artifact-bytes 4GiB'],
  'limit.entry_bytes': ['proof-verify gate', 'proof-verify gate --max-entry-bytes 1GiB'],
  'limit.total_bytes': ['proof-verify gate', 'proof-verify gate --max-total-bytes 4GiB'],
  'limit.entries': ['proof-verify gate', 'proof-verify gate --max-entries 50000'],
  'limit.ratio': ['proof-verify gate', 'proof-verify gate --max-ratio 1000'],
  'limit.record_bytes': [
    '"event": {"log": "<20 MB of text>"}',
    '"event": {"log_sha256": "sha256:…"} and the log in a bundle',
  ],
  'limit.manifest_bytes': ['proof-verify gate', 'proof-verify gate --max-document-bytes 128MiB'],
  'record.timestamp_required': [
    '{"record_id": "r1", …} without timestamp',
    '{"record_id": "r1", "timestamp": "2026-03-03T12:00:00Z", …}',
  ],
  'record.integrity_required': [
    '{"record_id": "r1", …} without integrity',
    'proof-verify hash --write record.json  # or sign --write',
  ],
  'record.timestamp_fraction': ['"timestamp": "2026-03-03T12:00:00.123Z"', '"timestamp": "2026-03-03T12:00:00Z"'],
  'record.number_precision': ['"event": {"id": 12345678901234567890}', '"event": {"id": "12345678901234567890"}'],
  'record.link_unresolved': ['proof-verify gate records/3.json', 'proof-verify gate records'],
  'record.relationship_ref.id_required': [
    '"relationship": {"parent_ref": {"kind": "run"}}',
    '"relationship": {"parent_ref": {"kind": "run", "id": "run-7"}}',
  ],
  'record.relationship_ref.kind_invalid': [
    '"relationship": {"parent_ref": {"kind": "job", "id": "run-7"}}',
    '"relationship": {"parent_ref": {"kind": "run", "id": "run-7"}}',
  ],
  'record.relationship_ref.digest_invalid': [
    '"relationship": {"parent_ref": {"kind": "run", "id": "run-7", "digest": "abc"}}',
    '"relationship": {"parent_ref": {"kind": "run", "id": "run-7"}}',
  ],
  'record.relationship_edge.kind_invalid': [
    '"relationship": {"edges": [{"kind": "uses", "from": {"kind": "agent", "id": "a"}, "to": {"kind": "tool", "id": "t"}}]}',
    '"relationship": {"edges": [{"kind": "calls", "from": {"kind": "agent", "id": "a"}, "to": {"kind": "tool", "id": "t"}}]}',
  ],
  'chain.empty': ['{"chain_id": "c1", "records": []}', 'no chain file where nothing was recorded'],
  'chain.member_type': ['{"chain_id": "c1", "record_count": "3", …}', '{"chain_id": "c1", "record_count": 3, …}'],
  'chain.range_invalid': ['--from 2026-03-01', '--from 2026-03-01T00:00:00Z'],
  'chain.unhashed_member': [
    '{"chain_id": "c1", "note": "approved", …}',
    '{"chain_id": "c1", …} and the note in a record',
  ],
  'stream.empty': ['records.jsonl of 0 records', 'no file where nothing was recorded'],
  'signature.digest_mismatch': ['a signed file that was edited', 'the file as its producer signed it'],
  'signature.algorithm_unsupported': ['"signature": "rsa:MIIB…"', '"signature": "base64:MEQC…"'],
  'signature.key_revoked': ['proof-verify sign --key old.pem', 'proof-verify sign --key new.pem'],
  'signature.identity_mismatch': [
    '--cosign-certificate-identity https://github.com/you/app',
    '--cosign-certificate-identity https://github.com/you/app/.github/workflows/release.yml@refs/heads/main',
  ],
  'signature.certificate_untrusted': ['proof-verify gate', 'proof-verify gate --cosign-trusted-root trusted_root.json'],
  'key.weak': ['--public-key 0000…0000', '--public-key ci.pub  # made by proof-verify keygen --out ci'],
  'cosign.identity_required': [
    '--cosign-certificate cert.pem',
    '--cosign-certificate cert.pem --cosign-certificate-identity … --cosign-certificate-oidc-issuer …',
  ],
  'revocation.not_checked': [
    '--revocation-list revoked.json',
    '--revocation-list revoked.json --revocation-key security.pub',
  ],
  'revocation.list_outdated': ['trust:\n  revocation: {max_age: 1d}', 'trust:\n  revocation: {max_age: 30d}'],
  'schema.custom.unreadable': [
    '--custom-type-schema acme.scan=schemas/scan.jsn',
    '--custom-type-schema acme.scan=schemas/scan.json',
  ],
  'schema.custom.invalid': ['{"type": "objekt"}', '{"type": "object"}'],
  'schema.custom.pattern_unsupported': ['"pattern": "^(?!tmp)"', '"not": {"pattern": "^tmp"}'],
  'schema.custom.conflicting_definition': [
    '--custom-type-schema decision=mine.json',
    '--custom-type-schema acme.decision=mine.json',
  ],
  'schema.custom.ref_unlisted': ['{"$ref": "https://example.com/other.json"}', '{"$ref": "#/definitions/other"}'],
  'contract.development_signing': ['"development_signing": true', '"development_signing": false'],
  'token.revoked': ['"revoked": true', 'a new token'],
  'token.delegation_exceeded': ['"scope": ["read", "write"] below a token for ["read"]', '"scope": ["read"]'],
  'record.profile.version_required': [
    '"correlation": {"binding_mode": …}',
    '"correlation": {"profile_version": "1", …}',
  ],
  'record.profile.version_unsupported': ['"profile_version": "2"', '"profile_version": "1"'],
  'record.profile.binding_mode_invalid': ['"binding_mode": "digest"', '"binding_mode": "digest_bound"'],
  'record.profile.identifier_only_digest': [
    '"binding_mode": "identifier_only", "content_digest": "sha256:…"',
    '"binding_mode": "digest_bound", "content_digest": "sha256:…"',
  ],
  'record.profile.digest_required': [
    '"binding_mode": "digest_bound" without any digest',
    '"binding_mode": "digest_bound", "content_digest": "sha256:…"',
  ],
  'record.profile.reference_invalid': ['"run_ref": {"id": "run-7"}', '"run_ref": {"kind": "run", "id": "run-7"}'],
  'record.profile.trace_id_invalid': [
    '"trace_id": "4BF92F35-77B3-4DA6-A3CE-929D0E0E4736"',
    '"trace_id": "4bf92f3577b34da6a3ce929d0e0e4736"',
  ],
  'record.profile.span_id_invalid': ['"span_id": "00F067AA0BA902B7"', '"span_id": "00f067aa0ba902b7"'],
  'structure.path_invalid': ['{"path": "../run.log", …}', '{"path": "logs/run.log", …}'],
  'structure.path_ambiguous': ['{"path": "./logs//run.log", …}', '{"path": "logs/run.log", …}'],
  'structure.unlisted_file': [
    'evidence/notes.txt, which manifest.json does not list',
    'proof-verify sign evidence --key ci.pem --write  # after listing it',
  ],
  'structure.symlink_ambiguous': ['evidence/log -> ../build/log', 'evidence/log (a regular file)'],
  'bundle.file_missing': [
    '"files": [{"path": "logs/run.log", …}] without the file',
    'evidence/logs/run.log, uploaded with the rest',
  ],
  'bundle.algorithm_unsupported': ['"algo_id": "sha512"', '"algo_id": "sha256"'],
  'zip.encrypted': ['zip --encrypt pack.zip …', 'zip pack.zip …'],
  'zip.method_unsupported': ['zip -Z bzip2 pack.zip …', 'zip -Z deflate pack.zip …'],
  'discovery.pattern_unmatched': ["proof-verify gate 'evidnece/**'", "proof-verify gate 'evidence/**'"],
  'dependency.missing': ['proof-verify gate --policy polciy.yml', 'proof-verify gate --policy policy.yml'],
  'run.timeout': ['--timeout 10s', '--timeout 10m  # or --shard 1/4 and merge'],
  'report.unwritable': ['--report sarif=README.md/gate.sarif', '--report sarif=reports/gate.sarif'],
  'report.unsafe_path': ['--report json=out.json, a link in the checkout', '--report json=/tmp/gate/out.json'],
  'policy.unknown_record_type': [
    'require:\n  record_types: {test_results: 1}',
    'require:\n  record_types: {test_result: 1}',
  ],
  'policy.unsatisfiable': [
    'trust:\n  signatures: off\n  min_signers: 2',
    'trust:\n  signatures: required\n  min_signers: 2',
  ],
  'policy.pin_mismatch': [
    '--policy-sha256 <of the old policy>',
    'proof-verify policy lock .proof-policy.yml  # prints the new pin',
  ],
  'policy.unpinned_file': [
    'trust:\n  keys: [{name: ci, public_key: ci.pub}]',
    'proof-verify policy lock .proof-policy.yml  # writes {file: ci.pub, sha256: …}',
  ],
  'policy.base_unavailable': [
    'uses: actions/checkout with fetch-depth: 1',
    'uses: actions/checkout with fetch-depth: 0',
  ],
  'policy.base_missing': ['a key file that only the change has', 'the key file merged into the base first'],
  'policy.not_read': ['.proof-policy.yaml', '.proof-policy.yml'],
  'policy.not_merged': ['a policy that only the change has', 'the policy merged into the base first'],
  'trust.key_expired': [
    'trust:\n  keys: [{name: ci, public_key: ci.pub, not_after: 2026-01-01T00:00:00Z}]',
    'trust:\n  keys: [{name: ci, public_key: ci.pub, not_after: 2027-01-01T00:00:00Z}]',
  ],
  'trust.key_scope': [
    'trust:\n  keys: [{name: ci, public_key: ci.pub, record_types: [test_result]}]',
    'trust:\n  keys: [{name: ci, public_key: ci.pub, record_types: [test_result, deployment]}]',
  ],
  'trust.threshold': [
    'a chain that one of two required signers signed',
    'proof-verify sign chain.json --key second.pem --write',
  ],
  'trust.mutable_policy': [
    'proof-verify gate --policy-from workspace',
    'proof-verify gate  # on a pull request the policy comes from the base',
  ],
  'freshness.stale': ['freshness: {max_age: 1d}', 'freshness: {max_age: 7d}'],
  'freshness.future': ['"timestamp": "2062-03-03T12:00:00Z"', '"timestamp": "2026-03-03T12:00:00Z"'],
  'bind.missing': ['"event": {"action": "deploy"}', '"event": {"action": "deploy", "commit": "<full commit id>"}'],
  'bind.commit_mismatch': ['"event": {"commit": "<commit of an earlier run>"}', '"event": {"commit": "$GITHUB_SHA"}'],
  'bind.repository_mismatch': ['"event": {"repository": "you/other"}', '"event": {"repository": "you/app"}'],
  'bind.unknown': ['proof-verify gate', 'proof-verify gate --commit "$(git rev-parse HEAD)"'],
  'require.record_type': ['no test_result in the workspace', 'the step that writes it, before the gate'],
  'rule.failed': ['"event": {"outcome": "failed"}', '"event": {"outcome": "passed"}'],
  'approval.expired': [
    'proof-verify approve deployment.json --key rm.pem --expires 1h',
    'proof-verify approve deployment.json --key rm.pem --expires 72h',
  ],
  'approval.bound_by_id': [
    '"event": {"decision": "approved", "record_id": "deploy-1"}',
    'proof-verify approve deployment.json --key rm.pem  # names the record_hash as well',
  ],
  'approval.untrusted': [
    'approvals:\n  - {id: production, by: [release-manager]}',
    'approvals:\n  - {id: production, by: [release-manager, lead]}',
  ],
  'framework.invalid': ['require:\n  frameworks: [{id: soc-2}]', 'require:\n  frameworks: [{id: soc2}]'],
  'baseline.invalid': ['a baseline that was edited by hand', 'proof-verify baseline .proof-baseline.json'],
  'drift.new_signer': [
    'a signer that the baseline does not have',
    'proof-verify baseline .proof-baseline.json  # after review',
  ],
  'merge.invalid': ['proof-verify merge shard-1.json shard-1.json', 'proof-verify merge shard-1.json shard-2.json'],
  'json.depth': ['proof-verify gate', 'proof-verify gate --max-depth 500'],
  'io.unreadable': ['chmod 000 record.json', 'chmod 644 record.json'],
  'path.special_file': ['mkfifo evidence/record.json', 'evidence/record.json (a regular file)'],
  'revocation.signature_invalid': [
    '--revocation-key ci.pub',
    '--revocation-key security.pub  # the key that signed the list',
  ],
  'structure.path_duplicate': [
    '"files": [{"path": "run.log", …}, {"path": "run.log", …}]',
    '"files": [{"path": "run.log", …}]',
  ],
  'bundle.empty': ['"files": []', '"files": [{"path": "run.json", "sha256": "sha256:…"}]'],
  'zip.structure': ['unzip pack.zip && zip -r pack.zip .', 'pack.zip as its producer wrote it'],
  'pack.entry_undeclared': ['zip pack.zip notes.txt', 'pack.zip as its producer wrote it'],
  'require.source_product': ['require:\n  source_products: [gate]', 'require:\n  source_products: [gait]'],
  'require.framework': [
    'the gate before the step that writes the evidence',
    'the gate after all steps that write evidence',
  ],
  'drift.chain_missing': [
    'evidence/audit.jsonl renamed to evidence/log.jsonl',
    'proof-verify baseline .proof-baseline.json  # if the new name is intended',
  ],
  'drift.chain_truncated': ['head -n 4 audit.jsonl > evidence/audit.jsonl', 'cp audit.jsonl evidence/audit.jsonl'],
  'drift.chain_rewritten': [
    'an old record changed, and the chain signed again with --force',
    'a new record at the end that corrects the old one',
  ],
  'drift.record_type_count': [
    'a run without the step that writes test_result',
    'the steps that the baseline was written with',
  ],
  'drift.test_regressed': [
    '"event": {"test_name": "unit", "outcome": "failed"}',
    '"event": {"test_name": "unit", "outcome": "passed"}',
  ],
  'drift.test_skipped': [
    '"event": {"test_name": "unit", "outcome": "skipped"}',
    '"event": {"test_name": "unit", "outcome": "passed"}',
  ],
  'drift.test_missing': ['"event": {"test_name": "unit-tests", …}', '"event": {"test_name": "unit", …}'],
};
