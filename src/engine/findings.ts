import { cut } from './text.js';
/**
 * All findings of the project: title, exit code and remedy. `docs/findings.md`, the SARIF rules and `proof-verify explain` are
 * generated from this table.
 */

/** Severity of a finding: an `error` decides the exit code, a `warning` or a `notice` never does. */
export type Severity = 'error' | 'warning' | 'notice';

/** Exit codes of contract section 8. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The properties of a finding code. */
export interface FindingRule {
  readonly severity: Severity;
  /** The exit code an error of this code leads to; for warnings and notices the code it would have as an error. */
  readonly exit: ExitCode;
  readonly title: string;
  readonly remedy: string;
}

const rule = (severity: Severity, exit: ExitCode, title: string, remedy: string): FindingRule => ({
  severity,
  exit,
  title,
  remedy,
});
const error = (exit: ExitCode, title: string, remedy: string): FindingRule => rule('error', exit, title, remedy);
const warning = (exit: ExitCode, title: string, remedy: string): FindingRule => rule('warning', exit, title, remedy);
const notice = (exit: ExitCode, title: string, remedy: string): FindingRule => rule('notice', exit, title, remedy);

const RESTORE = 'Restore the original file, or have the producer generate it again.';
const REPRODUCE = 'Fix the producer and generate the artifact again.';
const REPACK = 'Rebuild the archive with the tool that created it; do not repack it.';
const RELIMIT = 'If the artifact is legitimate, raise the limit with the option named in the message.';

export const FINDINGS = {
  internal: error(
    1,
    'Internal error while verifying this artifact',
    'This is a bug in proof-verify: please report it with the artifact. Until then the artifact counts as not verified.',
  ),

  // Reading (hardening 1-6)
  'json.syntax': error(6, 'Not valid JSON', REPRODUCE),
  'json.encoding': error(
    6,
    'Not valid UTF-8 JSON text',
    'Write the file as UTF-8 without a byte order mark or unpaired surrogates (PowerShell: Set-Content -Encoding utf8NoBOM).',
  ),
  'json.duplicate_member': error(
    6,
    'A member name occurs twice in one object',
    'Parsers may see different values: have the producer write each member once.',
  ),
  'json.case_collision': error(
    6,
    'A member name differs from a known one only by case',
    'Remove one of the two: parsers disagree about which one counts.',
  ),
  'json.depth': error(6, 'JSON is nested too deeply', 'Flatten the document, or raise --max-depth (200 by default).'),
  'kind.unsupported': error(
    6,
    'Not a Proof artifact',
    'Point the gate at records, chains, streams, bundles, packs or signed JSON only.',
  ),
  'kind.ambiguous': error(2, 'The file claims to be two kinds of artifact at once', RESTORE),

  'limit.json_values': error(
    8,
    'JSON whose values take far more memory than it has bytes',
    'Evidence does not consist of millions of empty values: have the producer write what was meant.',
  ),
  'limit.signatures': error(8, 'Document has more signatures than the limit', 'Keep one signature of each signer.'),
  'limit.errors': error(
    2,
    'The artifact has so many errors that the rest of it was not checked',
    'Fix what the first findings report: most of the others have the same cause.',
  ),
  // Files (hardening 16-17)
  'io.not_found': error(6, 'File not found', 'Check the path; the producer may not have run.'),
  'io.unreadable': error(6, 'File cannot be read', 'Check permissions of the file and of the user that runs the gate.'),
  'io.empty': error(6, 'File is empty', 'The producer was interrupted, or the file was truncated: write it again.'),
  'io.changed': error(
    6,
    'File changed while it was read',
    'Finish writing before the gate runs; do not verify files that are still being written.',
  ),
  'io.directory_empty': error(
    6,
    'Directory contains no artifacts',
    'Check the path; the producer may have written elsewhere.',
  ),
  'path.escape': error(
    8,
    'Path points outside the workspace',
    'Replace the link with the file itself, or name the file on the command line.',
  ),
  'path.special_file': error(
    8,
    'Not a regular file',
    'FIFOs, sockets and devices are never read: replace it with a regular file.',
  ),
  'path.symlink': error(8, 'Symbolic link not allowed', 'Replace the link with the file itself.'),
  'limit.artifact_bytes': error(8, 'Artifact is larger than the limit', RELIMIT),
  'limit.entry_bytes': error(8, 'Archive entry is larger than the limit', RELIMIT),
  'limit.total_bytes': error(8, 'Archive unpacks to more than the limit', RELIMIT),
  'limit.entries': error(8, 'Archive has more entries than the limit', RELIMIT),
  'limit.ratio': error(8, 'Archive entry is compressed beyond the limit', RELIMIT),
  'limit.nesting': error(
    8,
    'Archives are nested too deeply',
    'An archive inside an archive inside an archive is never opened.',
  ),
  'limit.record_bytes': error(8, 'Record is larger than the limit', RELIMIT),
  'limit.manifest_bytes': error(8, 'Manifest or document is larger than the limit', RELIMIT),

  // Record (contract 2)
  'record.member_type': error(6, 'A known member has the wrong JSON type', REPRODUCE),
  'record.timestamp_invalid': error(6, 'Timestamp is not an RFC 3339 instant', 'Write it as YYYY-MM-DDTHH:MM:SSZ.'),
  'record.record_id_required': error(3, 'record_id is missing or empty', REPRODUCE),
  'record.record_version_required': error(3, 'record_version is missing or empty', REPRODUCE),
  'record.timestamp_required': error(3, 'timestamp is missing', REPRODUCE),
  'record.source_required': error(3, 'source is missing or empty', REPRODUCE),
  'record.source_product_required': error(3, 'source_product is missing or empty', REPRODUCE),
  'record.record_type_required': error(3, 'record_type is missing or empty', REPRODUCE),
  'record.event_required': error(3, 'event is missing', REPRODUCE),
  'record.integrity_required': error(
    3,
    'integrity is missing',
    'Seal the record: `proof-verify hash --write FILE`, or seal and sign it: `proof-verify sign FILE --write --key KEY`.',
  ),
  'record.hash_required': error(
    3,
    'The record is not sealed yet',
    'Seal the record: `proof-verify hash --write FILE`, or seal and sign it: `proof-verify sign FILE --write --key KEY`.',
  ),
  'record.hash_mismatch': error(
    2,
    'Record hash does not match its content',
    `The record was changed after it was sealed. ${RESTORE} Producers: \`proof-verify hash --canonical FILE\` prints the bytes that are hashed, docs/usage/producing.md explains them.`,
  ),
  'record.unhashed_member': error(
    2,
    'A member is not covered by the record hash',
    'Anyone could have added it: move it into event or metadata and seal the record again, or remove it.',
  ),
  'record.timestamp_fraction': notice(
    2,
    'The fraction of a second is not covered by the hash',
    'Nothing to do; do not rely on the fraction.',
  ),
  'record.number_precision': warning(
    2,
    'Readers see different numbers under the same hash',
    'Write the number as a string, or with no more digits than a double has (integers are exact up to 2^53), and seal the record again.',
  ),
  'record.link_unresolved': notice(
    2,
    'The record links to one that is not among the artifacts',
    'Give the gate the whole chain if its order and completeness matter.',
  ),
  'record.relationship_ref.id_required': error(3, 'A reference has no id', REPRODUCE),
  'record.relationship_ref.kind_invalid': error(
    3,
    'A reference has an unknown kind',
    'Use a built-in kind or a namespaced one such as acme.build.',
  ),
  'record.relationship_ref.digest_invalid': warning(
    3,
    'Reference digest is not a SHA-256',
    'Write 64 hex digits, optionally after sha256:.',
  ),
  'record.relationship_edge.kind_invalid': error(
    3,
    'An edge has an unknown kind',
    'Use a built-in kind or a namespaced one such as acme.approves.',
  ),

  // Chains, streams (contract 3)
  'chain.empty': error(2, 'The chain has no records', 'An empty chain proves nothing: check that the producer ran.'),
  'chain.link_broken': error(
    2,
    'A record does not link to the one before it',
    `The message says how the chain is broken. ${RESTORE}`,
  ),
  'chain.head_hash_mismatch': error(
    2,
    'head_hash is not the hash of the last record',
    `Records were cut off or added at the end. ${RESTORE}`,
  ),
  'chain.record_count_mismatch': error(
    2,
    'record_count is not the number of records',
    `Records were dropped or added. ${RESTORE}`,
  ),
  'chain.member_type': error(6, 'A known member of the chain has the wrong JSON type', REPRODUCE),
  'chain.range_invalid': error(6, '--from or --to is not an RFC 3339 instant', 'Write it as YYYY-MM-DDTHH:MM:SSZ.'),
  'chain.unhashed_member': warning(
    2,
    'Chain member not covered by a hash or signature',
    'Do not rely on it; move it into a record.',
  ),
  'stream.empty': error(2, 'The stream has no records', 'Check that the producer ran.'),

  // Signatures and keys (contract 2.5, 4; hardening 10-11, 18-19, 22)
  'signature.missing': error(2, 'A required signature is missing', 'Sign the artifact with a trusted key.'),
  'signature.invalid': error(
    2,
    'Signature verification failed',
    `The content or the signature was changed, or a different key made it. ${RESTORE}`,
  ),
  'signature.key_mismatch': error(
    2,
    'Signed by a key that was not given',
    'Check which key signed it; give the gate the right public key if you trust that signer.',
  ),
  'signature.digest_mismatch': error(
    2,
    'signed_digest is not the digest of the content',
    `The content was changed after it was signed. ${RESTORE}`,
  ),
  'signature.algorithm_unsupported': error(2, 'Signature algorithm is not supported', 'Sign with ed25519 or cosign.'),
  'signature.not_checked': notice(
    2,
    'Signatures not checked: no public key given for them',
    'Give a public key to verify them.',
  ),
  'signature.none_checked': warning(
    2,
    'Signatures were not checked',
    'Give a public key: without one anybody can write records that verify.',
  ),
  'signature.key_revoked': error(2, 'The signing key was revoked', 'Sign again with a key that is not revoked.'),
  'signature.identity_mismatch': error(
    2,
    'Certificate identity or issuer does not match',
    'Check the expected identity and issuer (cosign-certificate-identity, cosign-certificate-oidc-issuer).',
  ),
  'signature.certificate_untrusted': error(
    2,
    'The signing certificate is not trusted',
    'Give the trusted roots that issued it.',
  ),
  'key.missing': error(
    6,
    'Signatures are required, but no public key was given',
    'Give a public key, a cosign key or a certificate.',
  ),
  'key.invalid': error(
    6,
    'Not a usable public key',
    'Give 64 hex digits, base64 of 32 bytes, PEM, JWK, or a file with one of them.',
  ),
  'key.weak': error(6, 'Public key is weak', 'Any signature would verify under such a key: generate a new one.'),
  'cosign.identity_required': error(
    6,
    'A certificate needs an expected identity and issuer',
    'Give the expected identity and issuer (cosign-certificate-identity, cosign-certificate-oidc-issuer).',
  ),
  'cosign.material_invalid': error(
    6,
    'A cosign key, certificate, bundle or trusted root cannot be read',
    'Give PEM files or Sigstore JSON as cosign writes them.',
  ),
  'revocation.list_invalid': error(
    6,
    'The revocation list cannot be read',
    'Give the signed list as its issuer published it.',
  ),
  'revocation.signature_invalid': error(
    2,
    'Revocation list signature verification failed',
    'Get the list from its issuer again; a forged list could hide a revocation.',
  ),
  'revocation.list_outdated': error(
    2,
    'The revocation list is not current',
    'Get the current list from its issuer: an old one may lack a key that was revoked since.',
  ),
  'revocation.not_checked': warning(
    6,
    'The signature of the revocation list was not checked',
    'Give the key that signed it (revocation-key): a forged list could hide a revocation.',
  ),

  // Schemas (schemas.md; hardening 9, 20)
  'schema.record.invalid': error(
    3,
    'Record does not match its schema',
    'Fix the producer; `proof-verify schema proof-record-v1` prints the schema.',
  ),
  'schema.record.unknown_record_type': error(
    3,
    'No schema is known for this record type',
    'Give its schema with --custom-type-schema TYPE=FILE.',
  ),
  'schema.record.bundle_validation_failed': error(
    3,
    'Record does not match the schema in its bundle',
    'Fix the producer, or the schema in the bundle.',
  ),
  'schema.chain.invalid': error(
    3,
    'Chain does not match its schema',
    'Fix the producer; `proof-verify schema chain-v1` prints the schema.',
  ),
  'schema.bundle_manifest.invalid': error(
    3,
    'Bundle manifest does not match its schema',
    'Fix the producer; `proof-verify schema bundle-manifest-v1` prints the schema.',
  ),
  'schema.record_types.invalid': error(
    3,
    'Record-type manifest does not match its schema',
    'Fix the producer; `proof-verify schema record-types-v1` prints the schema.',
  ),
  'schema.governance_event.invalid': error(
    3,
    'Governance event does not match its schema',
    'Fix the producer; `proof-verify schema governance-event-v1` prints the schema.',
  ),
  'schema.revocation_list.invalid': error(
    3,
    'Revocation list does not match its schema',
    'Get the list from its issuer again.',
  ),
  'schema.custom.invalid': error(
    3,
    'A custom schema cannot be used',
    'Fix the schema: draft-07, patterns in RE2 syntax.',
  ),
  'schema.custom.unreadable': error(
    6,
    'A custom schema cannot be read',
    'Check TYPE=FILE: the file must exist and be a JSON Schema.',
  ),
  'schema.custom.too_large': error(3, 'A custom schema is larger than 1 MiB', 'Split the schema.'),
  'schema.custom.pattern_unsupported': error(
    3,
    'A custom schema has a pattern that cannot run in linear time',
    'Rewrite it without look-around and back-references (RE2 syntax).',
  ),
  'schema.custom.digest_mismatch': error(2, 'Custom schema digest does not match record-types.json', RESTORE),
  'schema.custom.unlisted': error(
    3,
    'A custom schema is not listed in the bundle manifest',
    'List it in manifest.json.',
  ),
  'schema.custom.identity_mismatch': error(
    3,
    'Custom schema $id or version does not match record-types.json',
    'Use the same values in both.',
  ),
  'schema.custom.ref_unlisted': error(
    3,
    'A custom schema refers outside its set',
    'Refer to local fragments or to schemas of the same bundle only.',
  ),
  'schema.custom.conflicting_definition': error(
    3,
    'A custom schema redefines a record type',
    'Choose a different record type name.',
  ),
  // Producers (producers.md)
  'kind.not_evidence': error(
    6,
    'The file is a known document that is not evidence',
    'Name the signed or sealed artifacts instead: packs, runpacks, traces, tokens, records, chains, bundles.',
  ),
  'document.member_invalid': error(2, 'A member does not follow the format of its producer', RESTORE),
  'document.unknown_member': warning(
    2,
    'A member is not part of the document',
    'Update the verifier if a newer producer wrote it; the signature covers it.',
  ),
  'document.digest_mismatch': error(2, 'The declared digest does not match the content', RESTORE),
  'document.id_mismatch': error(2, 'The id does not match the content', RESTORE),
  'contract.development_signing': error(
    2,
    'An action contract was signed for development',
    'Activate the contract with a key that is not a development key.',
  ),
  'contract.not_yet_valid': error(
    3,
    'An action contract is not valid yet',
    'Wait for not_before, or activate it again.',
  ),
  'contract.proposal_mismatch': error(
    2,
    'Activated contract does not match the proposal',
    'Activate the proposal that was reviewed; do not edit either.',
  ),
  'token.revoked': error(2, 'Token is revoked', 'Ask for a new token.'),
  'token.contract_invalid': error(2, 'A contract-bound token does not follow the rules for such tokens', REPRODUCE),
  'token.delegation_exceeded': error(
    2,
    'Delegation token allows more than its parent',
    'Issue a new token within the limits of its parent.',
  ),
  'session.invalid': error(2, 'The session chain is not valid', RESTORE),
  'session.link_broken': error(2, 'Session checkpoint does not follow the previous one', RESTORE),
  'session.digest_mismatch': error(2, 'Checkpoint digest does not match the checkpoint', RESTORE),
  'session.runpack_missing': error(
    2,
    'A runpack of a session is missing',
    'Keep the runpacks where Gait wrote them, or next to the session chain.',
  ),
  'session.runpack_mismatch': error(2, 'Runpack does not match its session checkpoint', RESTORE),
  'attestation.mismatch': error(2, 'Chain does not match its attestation', RESTORE),
  'pack.payload_missing': error(2, 'A pack lacks an entry that its type requires', REPACK),
  'pack.payload_invalid': error(2, 'Pack payload does not follow its format', REPACK),
  'structure.producer_marker': notice(
    2,
    'A marker file of the producer, which its manifest does not list',
    'Nothing to do: the producer puts it there.',
  ),
  'record.profile.version_required': error(3, 'A profile has no profile_version', REPRODUCE),
  'record.profile.version_unsupported': error(3, 'A profile has a version that is not supported', REPRODUCE),
  'record.profile.binding_mode_invalid': error(3, 'binding_mode of a profile is not valid', REPRODUCE),
  'record.profile.identifier_only_digest': error(3, 'A profile that binds identifiers only has a digest', REPRODUCE),
  'record.profile.digest_required': error(3, 'A profile that binds by digest has none', REPRODUCE),
  'record.profile.reference_invalid': error(3, 'A reference of a profile has no kind or id', REPRODUCE),
  'record.profile.reference_digest_invalid': error(3, 'The digest of a profile reference is not valid', REPRODUCE),
  'record.profile.reference_schema_id_invalid': error(3, 'schema_id of a profile reference is empty', REPRODUCE),
  'record.profile.reference_schema_version_invalid': error(
    3,
    'schema_version of a profile reference is empty',
    REPRODUCE,
  ),
  'record.profile.reference_source_product_invalid': error(
    3,
    'source_product of a profile reference is empty',
    REPRODUCE,
  ),
  'record.profile.trace_id_invalid': error(3, 'trace_id of a profile is not valid', REPRODUCE),
  'record.profile.span_id_invalid': error(3, 'span_id of a profile is not valid', REPRODUCE),
  'record.profile.parent_span_id_invalid': error(3, 'parent_span_id of a profile is not valid', REPRODUCE),
  'record.profile.content_digest_invalid': error(3, 'content_digest of a profile is not valid', REPRODUCE),
  'record.profile.redaction_field_invalid': error(3, 'A redaction of a profile is not valid', REPRODUCE),
  'record.profile.redaction_field_duplicate': error(3, 'A redaction names a field twice', REPRODUCE),
  'record.profile.redaction_reason_invalid': error(3, 'The reason of a redaction is empty', REPRODUCE),
  'record.profile.redaction_method_invalid': error(3, 'The method of a redaction is empty', REPRODUCE),

  'governance.unsigned_signal': notice(
    3,
    'Governance events are signals, not evidence',
    'Nothing to do; they never satisfy a requirement.',
  ),

  // Structure and bundles (contract 5)
  'structure.path_invalid': error(
    3,
    'A listed path is not allowed',
    'List relative, /-separated, lower-case paths inside the bundle.',
  ),
  'structure.path_ambiguous': error(
    3,
    'Listed path is ambiguous',
    'List canonical paths without ., .., empty parts, trailing dots or spaces.',
  ),
  'structure.path_duplicate': error(3, 'Two listed paths are the same or collide', 'List each file once.'),
  'structure.unlisted_file': error(
    2,
    'A file is not listed in the manifest',
    'Remove it, or have the producer list it.',
  ),
  'structure.symlink_ambiguous': error(
    3,
    'A symbolic link inside the artifact',
    'Replace the link with the file itself.',
  ),
  'bundle.empty': error(2, 'The bundle lists no files', 'An empty bundle proves nothing: check that the producer ran.'),
  'bundle.hash_mismatch': error(
    2,
    'Bundle file does not match its listed digest',
    `The file was changed after the bundle was sealed. ${RESTORE}`,
  ),
  'bundle.file_missing': error(2, 'Listed file is missing', RESTORE),
  'bundle.signature_missing': error(2, 'The bundle is not signed', 'Sign the bundle with a trusted key.'),
  'bundle.algorithm_unsupported': error(3, 'Unknown digest algorithm', 'Only sha256 is supported.'),

  // Gait (contract 6)
  'pack.manifest_invalid': error(3, 'The pack manifest is not valid', REPACK),
  'pack.schema_unsupported': error(
    3,
    'The manifest has an unknown schema id or version',
    'Update the verifier, or have a supported producer write the pack.',
  ),
  'pack.id_mismatch': error(2, 'pack_id is not the digest of the manifest', `The manifest was changed. ${RESTORE}`),
  'pack.empty': error(2, 'The archive lists no files', 'An empty pack proves nothing: check that the producer ran.'),
  'pack.hash_mismatch': error(
    2,
    'Entry does not match its listed digest',
    `The entry was changed after the archive was sealed. ${RESTORE}`,
  ),
  'pack.entry_missing': error(2, 'Listed entry is missing', RESTORE),
  'pack.entry_undeclared': error(
    2,
    'An entry is not listed in the manifest',
    'Remove it, or have the producer list it.',
  ),
  'pack.content_invalid': error(3, 'Content declared as JSON is not valid JSON', REPACK),
  'pack.authorization_invalid': error(3, 'The authorization bundle is not valid', REPACK),
  'pack.evidence_missing': error(2, 'Evidence listed in the authorization is missing', RESTORE),
  'pack.evidence_mismatch': error(2, 'Evidence listed in the authorization does not match its digest', RESTORE),
  'pack.record_disagrees': warning(
    2,
    'Proof record and manifest disagree about an entry',
    'Check the producer; the manifest was used.',
  ),
  'pack.misplaced_records': error(
    2,
    'Proof records are in the wrong place',
    'proof_records.jsonl belongs at the top of the pack.',
  ),
  'runpack.digest_mismatch': error(
    2,
    'manifest_digest is not the digest of the manifest',
    `The manifest was changed. ${RESTORE}`,
  ),
  'runpack.file_required': error(3, 'A runpack lacks one of its required files', REPACK),

  // Archives (hardening 15)
  'zip.unreadable': error(
    6,
    'Not a readable zip archive',
    'The file is truncated or is not a zip archive: have the producer generate it again.',
  ),
  'zip.structure': error(2, 'Zip archive has hidden or overlapping data', REPACK),
  'zip.header_mismatch': error(2, 'Local and central headers of an entry differ', REPACK),
  'zip.duplicate_entry': error(2, 'Two entries have the same or an aliasing name', REPACK),
  'zip.name_invalid': error(3, 'An entry name is not allowed', REPACK),
  'zip.encrypted': error(3, 'An entry is encrypted', REPACK),
  'zip.method_unsupported': error(3, 'An entry is compressed with an unknown method', REPACK),
  'zip.crc_mismatch': error(2, 'Entry CRC mismatch', RESTORE),
  'zip.size_mismatch': error(2, 'Entry size mismatch', RESTORE),
  'zip.path_escape': error(8, 'Entry name points outside the archive', REPACK),
  'zip.symlink': error(8, 'An entry is a link or special file', REPACK),

  // Discovery and usage
  'discovery.no_artifacts': error(
    6,
    'No artifacts found',
    'Check the patterns and that the producer ran; --if-no-artifacts-found ignore accepts none.',
  ),
  'discovery.unrecognized': error(
    6,
    'File is not a Proof artifact',
    'Fix the file, or exclude it with a pattern that starts with !; unrecognized: warn reports it only.',
  ),
  'usage.invalid': error(6, 'Invalid input', 'Use one of the values that the message allows.'),
  'discovery.pattern_unmatched': warning(
    6,
    'A pattern matched nothing',
    'Check that the step that writes these files has run, and that the pattern is right.',
  ),
  'dependency.missing': error(
    7,
    'Required file not found',
    'Check the path of the policy, key, list or schema named in the message.',
  ),
  'run.timeout': error(
    1,
    'Time limit reached',
    'Raise the time limit (timeout), or split the artifacts over several jobs (shard).',
  ),
  'run.interrupted': error(1, 'The run was interrupted', 'Run it again; an incomplete run never passes.'),
  'report.unwritable': error(
    6,
    'A report cannot be written',
    'Check the path and permissions; the verdict is not affected.',
  ),
  'report.unsafe_path': error(
    8,
    'Output path is a link or device in the checkout',
    'Write outside the checkout (on GitHub: runner.temp), or remove the link from the repository.',
  ),

  // Decision (gate.md)
  'policy.invalid': error(
    6,
    'The policy is not valid',
    'Fix the line shown; `proof-verify policy check FILE` lists every error.',
  ),
  'policy.unknown_record_type': warning(
    6,
    'The policy names an unknown record type',
    'Correct the record type; a type of your own needs --custom-type-schema or records of that type in the run.',
  ),
  'policy.unused': notice(
    6,
    'Part of the policy selected nothing in this run',
    'Check that it still matches the evidence, or remove it.',
  ),
  'policy.unsatisfiable': warning(
    3,
    'Part of the policy can never be met',
    'Fix the requirement named in the message.',
  ),
  'policy.pin_mismatch': error(
    8,
    'Policy does not match its pinned SHA-256',
    'Review the change of the policy, then update the pin.',
  ),
  'policy.unpinned_file': error(
    8,
    'A pinned policy names a file without its digest',
    'Run `proof-verify policy lock FILE` and pin its result, or write the content into the policy.',
  ),
  'policy.base_unavailable': error(
    7,
    'The base of the change cannot be read',
    'Fetch the base branch (GIT_DEPTH: 0, fetch-depth: 0) or give a token with contents: read.',
  ),
  'policy.base_missing': error(
    7,
    'A named file is not in the base of the change',
    'Merge it first, or choose policy-from: workspace for that run.',
  ),
  'policy.base_stale': warning(
    7,
    'The policy comes from a commit that may be old',
    'Fetch the target branch, so that its tip is read instead of the commit that the CI names.',
  ),
  'policy.not_read': warning(
    6,
    'A file that looks like the policy is not read',
    'Name it with --policy, or put it where the message says.',
  ),
  'policy.not_merged': notice(7, 'The policy of the change does not count yet', 'It will once it is merged.'),
  'trust.untrusted_key': error(
    2,
    'The signer is not trusted',
    'Add the key to the policy if you trust it, else reject the artifact.',
  ),
  'trust.key_expired': error(
    2,
    'Signing key was not valid at that time',
    'Sign with a key that is valid at the time of the record.',
  ),
  'trust.key_scope': error(
    2,
    'Signer is not allowed to sign this',
    'Sign with a key that is trusted for this record type and product.',
  ),
  'trust.threshold': error(2, 'Too few trusted signers', 'Have more signers sign, or correct min_signers.'),
  'trust.mutable_policy': warning(
    8,
    'Trust settings come from the change under review',
    'Pin the policy with --policy-sha256, or read keys and policy from the base branch or a secret.',
  ),
  'freshness.stale': error(3, 'The evidence is too old or expired', 'Generate it again.'),
  'freshness.future': error(3, 'Evidence is dated in the future', 'Check the clock of the producer, or clock_skew.'),
  'bind.missing': error(
    3,
    'Evidence does not name the commit or repository under test',
    'Have the producer write it at one of the places that bind lists in the policy.',
  ),
  'bind.commit_mismatch': error(
    3,
    'Evidence is about a different commit',
    'Generate the evidence again for this commit. With `ancestors: allow` evidence of an ancestor counts when the history is in the checkout (fetch-depth: 0).',
  ),
  'bind.repository_mismatch': error(
    3,
    'Evidence is about a different repository',
    'Generate the evidence again in this repository, or correct --repository.',
  ),
  'bind.unknown': error(
    6,
    'The run does not know what to compare evidence with',
    'Give --commit or --repository (Action: inputs commit and repository); most CI systems set them.',
  ),
  'require.record_type': error(3, 'Too few verified records of a required type', 'Run the step that writes them.'),
  'require.source_product': error(3, 'No verified record of a required product', 'Run the step that writes them.'),
  'require.framework': error(
    3,
    'A framework control is not covered',
    'Produce the evidence that the message lists; `proof-verify frameworks coverage` shows all of it.',
  ),
  'rule.failed': error(3, 'Policy rule failed', 'See the message of the rule.'),
  'approval.denied': error(
    4,
    'An approver denied the record',
    'Resolve the objection and have the approver approve the record: the newest word of each approver counts.',
  ),
  'approval.bound_by_id': notice(
    4,
    'Approval names a record by its id only',
    'Have approvals name the record_hash: `proof-verify approve` does.',
  ),
  'approval.required': error(
    4,
    'An approval is missing',
    'Ask an approver to run `proof-verify approve RECORD --key KEY --out FILE`, and add the file to the evidence.',
  ),
  'approval.expired': error(4, 'The approval is too old', 'Ask for a new approval.'),
  'approval.untrusted': error(4, 'Approval is not from an allowed approver', 'Ask an approver that the policy names.'),
  'baseline.invalid': error(6, 'The baseline cannot be used', 'Write it again with `proof-verify baseline FILE`.'),
  'framework.invalid': error(
    6,
    'The framework is unknown or not valid',
    '`proof-verify frameworks list` names those that are known.',
  ),
  'drift.chain_missing': error(
    5,
    'A chain of the baseline is missing',
    'Restore the chain, or update the baseline if this is intended.',
  ),
  'drift.chain_rewritten': error(5, 'Chain history was rewritten', 'Find out who rewrote it; a chain only ever grows.'),
  'drift.chain_truncated': error(5, 'A chain is shorter than in the baseline', 'Find out what was cut off.'),
  'drift.record_type_count': error(5, 'Fewer records of a type than in the baseline', 'Find out what was dropped.'),
  'drift.coverage': error(5, 'A covered control is no longer covered', 'Generate the evidence again.'),
  'drift.test_regressed': error(5, 'A test that passed now fails', 'Fix the test or the code.'),
  'drift.test_missing': error(
    5,
    'A test that passed in the baseline is missing',
    'Run the test, or update the baseline if it was removed on purpose.',
  ),
  'drift.test_skipped': error(
    5,
    'A test that passed in the baseline was skipped',
    'Run the test, or update the baseline if this is intended.',
  ),
  'drift.new_signer': warning(5, 'New signer', 'Update the baseline if the signer is expected.'),
  'merge.invalid': error(6, 'Shard reports are not from the same run', 'Merge all reports of one run, each once.'),
} as const satisfies Record<string, FindingRule>;

/** A declared finding code. Codes of policy rules, `rule.<id>`, are not part of it. */
export type FindingCode = keyof typeof FINDINGS | `rule.${string}`;

/** One problem or note, with its location (interface.md, Findings). */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly exit_code: ExitCode;
  /** One sentence: the problem and what it concerns. Contains text from artifacts: escape it for each output. */
  readonly message: string;
  /** Path of the artifact, relative to the workspace, `/`-separated. `''` for findings of the run. */
  readonly artifact: string;
  /** 1-based line. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number;
  readonly end_line?: number;
  /** JSON pointer (RFC 6901) of the offending member. */
  readonly pointer?: string;
  readonly record_id?: string;
  /** File inside a bundle or archive. */
  readonly entry?: string;
  /** Remedy, where it differs from that of the code; never contains text from an artifact. */
  readonly remedy?: string;
}

/** The remedy of a finding. */
export function remedyOf({ code, remedy }: Pick<Finding, 'code' | 'remedy'>): string {
  return remedy ?? ruleOf(code).remedy;
}

/** The properties of a code; `rule.<id>` codes have those of `rule.failed`. */
export function ruleOf(code: FindingCode): FindingRule {
  return code in FINDINGS ? FINDINGS[code as keyof typeof FINDINGS] : FINDINGS['rule.failed'];
}

/** Optional parts of a finding. */
export type FindingPlace = Partial<Omit<Finding, 'code' | 'severity' | 'exit_code' | 'message' | 'artifact'>>;

/** Maximum characters of an id or a pointer in a finding (hardening 33). */
const MAX_PLACE = 256;
/** Maximum characters of a message: enough for two digests and two names of 120 characters. */
const MAX_MESSAGE = 640;
/** Maximum characters of an entry name, as long as archives allow. */
const MAX_ENTRY = 1024;

/**
 * Creates a finding with the severity and exit code of its rule, or with a lower severity when given. Texts that an artifact
 * could make long are cut, so that no report grows with the number of findings times the bytes of a name (hardening 33).
 */
export function finding(
  code: FindingCode,
  message: string,
  artifact: string,
  place: FindingPlace = {},
  severity?: Severity,
): Finding {
  const declared = ruleOf(code);
  const made: { -readonly [K in keyof Finding]: Finding[K] } = {
    code,
    severity: severity ?? declared.severity,
    exit_code: declared.exit,
    message: cut(message, MAX_MESSAGE),
    artifact,
    ...place,
  };
  if (made.pointer !== undefined) made.pointer = cut(made.pointer, MAX_PLACE);
  if (made.record_id !== undefined) made.record_id = cut(made.record_id, MAX_PLACE);
  if (made.entry !== undefined) made.entry = cut(made.entry, MAX_ENTRY);
  return made;
}

/** Exit codes from the most to the least severe (interface.md). */
export const EXIT_ORDER: readonly ExitCode[] = [8, 1, 7, 6, 2, 3, 4, 5];

/** The most severe of some exit codes, in the order of interface.md; 0 when there are none. */
export function worstCode(codes: Iterable<ExitCode>): ExitCode {
  let best: number = EXIT_ORDER.length;
  for (const code of codes) {
    const rank = EXIT_ORDER.indexOf(code);
    if (rank !== -1 && rank < best) best = rank;
  }
  return EXIT_ORDER[best] ?? 0;
}

/** The exit code of a run: that of its most severe error finding, 0 when there is none. */
export function worstExit(findings: readonly Finding[]): ExitCode {
  return worstCode(findings.filter((one) => one.severity === 'error').map((one) => one.exit_code));
}
