import type { FindingCode } from '../engine/findings.js';
import { causesOf } from './explain-causes.js';
import { EXAMPLES } from './explain-examples.js';

/** What `explain` adds to the title and remedy of a finding. */
export interface FindingHelp {
  /** What usually leads to it, most likely first, one sentence each. */
  readonly causes: readonly string[];
  /** A line of an artifact, a policy or a command with the mistake, and the same line without it. */
  readonly example?: { readonly before: string; readonly after: string };
}

const schemaOf = (what: string, before: string, after: string): FindingHelp => ({
  causes: [`A member of the ${what} has a wrong type or value, or is missing.`, 'A newer producer wrote it.'],
  example: { before, after },
});
const required = (member: string, before: string, after: string): FindingHelp => ({
  causes: [`The producer leaves out ${member} or writes it empty.`],
  example: { before, after },
});

/** Causes and examples of the findings that people meet, by code. Further examples are in explain-examples.ts. */
export const FINDING_HELP: Readonly<Partial<Record<FindingCode, FindingHelp>>> = {
  'json.syntax': {
    causes: [
      'The producer writes NaN, Infinity, None or True, which JSON does not have (Python: json.dumps(record, allow_nan=False)).',
      'The file was cut off, has a trailing comma or comments, or contains a Git LFS pointer instead of the evidence.',
    ],
    example: { before: '"event": {"score": NaN}', after: '"event": {"score": null}' },
  },
  'json.encoding': {
    causes: ['The file was written as UTF-16 or with a byte order mark, as PowerShell does by default.'],
    example: {
      before: '$record | ConvertTo-Json | Out-File record.json',
      after: '$record | ConvertTo-Json | Set-Content -Encoding utf8NoBOM record.json',
    },
  },
  'json.duplicate_member': {
    causes: [
      'Two parts of the producer write the same member.',
      'A value was added to hide the real one from some parsers.',
    ],
    example: { before: '"event": {"action": "deny", "action": "allow"}', after: '"event": {"action": "deny"}' },
  },
  'json.case_collision': {
    causes: ['The producer writes a member in a different case, next to the real one or instead of it.'],
    example: { before: '"Event": {"action": "allow"}', after: '"event": {"action": "allow"}' },
  },
  'kind.unsupported': {
    causes: [
      'The file is a log, a report or configuration, not evidence.',
      'record_id is missing, so nothing says that it is a record.',
    ],
    example: { before: 'proof-verify gate results/coverage.json', after: "proof-verify gate 'results/*.proof.json'" },
  },
  'io.empty': {
    causes: [
      'The producer was interrupted before it wrote anything.',
      'A redirection created the file and the command failed.',
    ],
  },
  'io.not_found': {
    causes: ['The step that writes the file has not run.', 'The path is relative to a different folder.'],
  },
  'limit.ratio': {
    causes: ['An entry unpacks to far more than its compressed size: a zip bomb, or a log of one repeated line.'],
  },
  'path.symlink': {
    causes: ['A link in the checkout leads to evidence; the author of a change could point it anywhere.'],
    example: { before: 'evidence/run.json -> /tmp/run.json', after: 'evidence/run.json (a regular file)' },
  },
  'path.escape': { causes: ['A link or a listed path leads out of the folder that is verified.'] },

  'record.hash_required': {
    causes: ['The record was never sealed: record_hash is missing, empty or a placeholder.'],
    example: {
      before: '"integrity": {"record_hash": "sha256:..."}',
      after: 'proof-verify hash --write record.json',
    },
  },
  'record.hash_mismatch': {
    causes: [
      'The record was changed after it was sealed.',
      'The producer hashed a different text: escapes such as \\u00fc, spaces after separators, numbers or the timestamp as written, or a record without the members that are always covered. The message says which one when it is found.',
      'The prefix sha256: is missing, or the digest is in capitals.',
    ],
    example: {
      before: 'hashlib.sha256(json.dumps(record).encode())',
      after: "hashlib.sha256(json.dumps(payload, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode())",
    },
  },
  'record.unhashed_member': {
    causes: ['The producer adds a member of its own at the top level, which no hash covers.'],
    example: { before: '"ticket": "OPS-12"', after: '"metadata": {"ticket": "OPS-12"}' },
  },
  'record.timestamp_invalid': {
    causes: ['The time has no zone, a space for the T, or is a number.'],
    example: { before: '"timestamp": "2026-03-03 12:00:00"', after: '"timestamp": "2026-03-03T12:00:00Z"' },
  },
  'record.timestamp_required': { causes: ['The producer leaves out timestamp.'] },
  'record.record_id_required': required(
    'record_id',
    '"record_id": ""',
    '"record_id": "prf-2026-03-03T12:00:00Z-example"',
  ),
  'record.record_version_required': required('record_version', '"record_version": ""', '"record_version": "1.0"'),
  'record.source_required': required('source', '"source": ""', '"source": "python-worker"'),
  'record.source_product_required': required(
    'source_product',
    '"source_product": ""',
    '"source_product": "example-service"',
  ),
  'record.record_type_required': required('record_type', '"record_type": ""', '"record_type": "decision"'),
  'record.event_required': required('event', '"event": null', '"event": {"action": "allow"}'),
  'record.member_type': {
    causes: ['A member has a type that no reader expects.'],
    example: { before: '"event": "allow"', after: '"event": {"action": "allow"}' },
  },

  'chain.empty': { causes: ['The producer wrote the chain before its first record.', 'The records were removed.'] },
  'stream.empty': { causes: ['The producer opened the file and wrote nothing.', 'The lines were removed.'] },
  'chain.link_broken': {
    causes: [
      'A record was removed, inserted or moved.',
      'Only the last part of a chain is here, or two runs continued the same record.',
      'File names of a chain directory are not padded: 10.json is read before 2.json.',
      'A record was sealed again, and the records after it were not.',
    ],
    example: { before: '1.json, 2.json, 10.json', after: '01.json, 02.json, 10.json' },
  },
  'chain.head_hash_mismatch': {
    causes: ['Records were appended or cut off and head_hash was left as it was.'],
    example: { before: '"head_hash": "sha256:<record 4>"', after: '"head_hash": "sha256:<record 5, the last one>"' },
  },
  'chain.record_count_mismatch': {
    causes: ['Records were appended or removed and record_count was left as it was.'],
    example: { before: '"record_count": 4', after: '"record_count": 5' },
  },

  'signature.missing': {
    causes: ['The producer does not sign.', 'The signature was removed together with a change.'],
    example: {
      before: 'proof-verify hash --write record.json',
      after: 'proof-verify sign record.json --key ci.pem --write',
    },
  },
  'signature.invalid': {
    causes: [
      'The content was changed and sealed again without the key.',
      'The producer signs something other than the ASCII text of record_hash: the raw digest, or the canonical bytes.',
    ],
    example: { before: 'key.sign(bytes.fromhex(digest))', after: "key.sign(('sha256:' + digest).encode())" },
  },
  'signature.key_mismatch': {
    causes: [
      'A key was rotated and the gate has the old one.',
      'The record was signed by a key that you have not decided to trust.',
    ],
    example: {
      before: 'proof-verify gate --public-key old.pub',
      after: 'proof-verify gate --public-key old.pub --public-key new.pub',
    },
  },
  'signature.digest_mismatch': { causes: ['The document was changed after it was signed.'] },
  'signature.not_checked': {
    causes: ['The gate was given no public key.'],
    example: { before: 'proof-verify gate', after: 'proof-verify gate --public-key ci.pub' },
  },
  'signature.none_checked': {
    causes: ['The gate was given no public key.'],
    example: { before: 'proof-verify gate', after: 'proof-verify gate --public-key ci.pub' },
  },
  'key.invalid': {
    causes: [
      'The value is the key id, a private key or a certificate.',
      'The value is quoted, or was cut off when it was copied.',
    ],
    example: {
      before: '--public-key 0x3b6a27bc…',
      after: '--public-key 3b6a27bc… (64 hex digits), or --public-key ci.pub',
    },
  },
  'key.missing': {
    causes: ['The variable or file with the key is empty in this run; forks get no secrets.'],
    example: {
      before: 'signatures: required',
      after: 'signatures: required and public-key: .github/proof-keys/ci.pub',
    },
  },

  'schema.record.invalid': schemaOf(
    'record',
    '"relationship": {"agent_lineage": [{"agent_id": ""}]}',
    '"relationship": {"agent_lineage": [{"agent_id": "planner"}]}',
  ),
  'schema.record.unknown_record_type': {
    causes: ['The record type is misspelt.', 'It is a type of your own, and the gate was not given its schema.'],
    example: { before: '"record_type": "decison"', after: '"record_type": "decision"' },
  },
  'schema.bundle_manifest.invalid': schemaOf(
    'manifest',
    '"files": {"a.json": "sha256:…"}',
    '"files": [{"path": "a.json", "sha256": "sha256:…"}]',
  ),

  'bundle.hash_mismatch': {
    causes: [
      'The file was changed after the manifest was written.',
      'Line endings were converted on checkout. The message says so when that is the cause.',
    ],
    example: { before: '# no .gitattributes', after: '# .gitattributes\nevidence/** -text' },
  },

  'discovery.no_artifacts': {
    causes: [
      'The step that writes evidence has not run, or writes to a different folder.',
      'The folder is hidden (.proof) and the upload left it out.',
    ],
    example: { before: 'proof-verify gate', after: "proof-verify gate 'build/evidence/**'" },
  },
  'discovery.unrecognized': {
    causes: ['A pattern also matches logs, reports or configuration.'],
    example: { before: "proof-verify gate 'out/**'", after: "proof-verify gate 'out/**' '!out/*.log'" },
  },
  'usage.invalid': {
    causes: ['An option or input is misspelt or has a value that it does not take.'],
    example: { before: '--signatures yes', after: '--signatures required' },
  },
  'dependency.missing': {
    causes: ['The path of a policy, key, list or schema is wrong, or relative to a different folder.'],
  },
  'policy.invalid': {
    causes: ['A member is misspelt or has a value that it does not take.'],
    example: { before: 'require:\n  record_type: {deployment: 1}', after: 'require:\n  record_types: {deployment: 1}' },
  },
  'rule.failed': {
    causes: ['A record that the rule is about does not meet its condition; the message names the member.'],
  },
  'approval.required': {
    causes: [
      'Nobody approved yet.',
      'There is an approval, but it is for a different record, expired, or signed by a key that is not allowed to approve. The message says which.',
    ],
    example: {
      before: 'proof-verify gate deployment.json',
      after: 'proof-verify approve deployment.json --key release-manager.pem --out approval.json',
    },
  },
  'bundle.file_missing': {
    causes: ['The file was left out of the upload or the commit; .gitignore is a frequent reason.'],
  },
  'bundle.signature_missing': {
    causes: ['The bundle was written without a key.'],
    example: {
      before: 'evidence/manifest.json without signatures',
      after: 'proof-verify sign evidence --key ci.pem --write',
    },
  },
  'structure.unlisted_file': {
    causes: ['A file was added to the bundle after its manifest was written, by a tool or by hand.'],
  },
  'approval.denied': { causes: ['An approver decided against it, or withdrew the approval.'] },
  'approval.expired': { causes: ['The approval is older than max_age, or its expires_at has passed.'] },
  'approval.untrusted': {
    causes: [
      'The key that signed the approval is not one of the approvers of the policy.',
      'The author of the record approved it.',
    ],
  },
  'trust.untrusted_key': {
    causes: ['The key is not in trust.keys of the policy.'],
    example: {
      before: 'trust:\n  keys: []',
      after: 'trust:\n  keys:\n    - {name: ci, public_key: .github/proof-keys/ci.pub}',
    },
  },
  'trust.key_expired': { causes: ['The record is dated outside not_before and not_after of its key.'] },
  'trust.key_scope': { causes: ['The key may sign other record types or products only.'] },
  'freshness.stale': {
    causes: ['The evidence is of an earlier run.', 'The step that writes it did not run this time.'],
  },
  'freshness.future': { causes: ['The clock of the machine that wrote it is ahead.'] },
  'bind.missing': { causes: ['The record does not say which commit or repository it is about.'] },
  'bind.commit_mismatch': { causes: ['The evidence is of a different commit: a cache or an old artifact was used.'] },
  'require.record_type': { causes: ['The step that writes these records did not run, or its records failed.'] },
  'require.source_product': { causes: ['The product did not run, or its records failed.'] },
  'drift.chain_rewritten': {
    causes: ['A record in the past of the chain was changed and everything after it sealed again.'],
  },
  'drift.chain_truncated': { causes: ['Records were cut off.', 'The chain was started again.'] },
  'drift.chain_missing': { causes: ['The chain was renamed, moved or deleted.'] },
  'merge.invalid': { causes: ['Reports of different runs or settings were given, one twice, or not all of them.'] },
  'run.timeout': { causes: ['There are more artifacts than one job can verify in that time.'] },
};

/** What `explain` says of a code besides its title and remedy. */
export function helpFor(code: FindingCode): FindingHelp {
  const help = FINDING_HELP[code] ?? { causes: causesOf(code) };
  const [before, after] = EXAMPLES[code] ?? [];
  return before === undefined || after === undefined ? help : { ...help, example: { before, after } };
}
