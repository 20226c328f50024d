/**
 * Every finding the project can raise, once: its title, the exit code it maps to and what to do about it.
 * `docs/findings.md`, the SARIF rules and `proof-verify explain` are made from this table.
 */

/** How a finding weighs: an `error` decides the exit code, a `warning` or a `notice` never does. */
export type Severity = 'error' | 'warning' | 'notice';

/** Exit codes of contract section 8. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What is fixed about a finding code. */
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

const RESTORE = 'Restore the artifact as its producer wrote it, or have the producer write it again.';
const REPRODUCE = 'Have the producer write the artifact again; do not edit it by hand.';
const REPACK = 'Build the archive again with its producer; do not repack it with other tools.';
const RELIMIT = 'If the artifact is legitimate, raise the limit with the option named in the message.';

export const FINDINGS = {
  internal: error(
    1,
    'The verifier itself failed on this artifact',
    'This is our bug: report it with the artifact. Until then the artifact counts as not verified.',
  ),

  // Reading (hardening 1-6)
  'json.syntax': error(6, 'Not valid JSON', REPRODUCE),
  'json.encoding': error(
    6,
    'Not valid UTF-8 JSON text',
    'Write the file as UTF-8 without a byte order mark and without lone surrogates.',
  ),
  'json.duplicate_member': error(
    6,
    'A member name occurs twice in one object',
    'Two readers may see different values: have the producer write each member once.',
  ),
  'json.case_collision': error(
    6,
    'A member name differs from a known one only by case',
    'Remove the twin: some readers take it for the real member.',
  ),
  'json.depth': error(6, 'JSON is nested too deeply', 'Flatten the document, or raise --max-depth (200 by default).'),
  'kind.unsupported': error(
    6,
    'Not a Proof artifact',
    'Point the gate at records, chains, streams, bundles, packs or signed JSON only.',
  ),
  'kind.ambiguous': error(2, 'The file claims to be two kinds of artifact at once', RESTORE),

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
    'Directory holds no artifacts',
    'Check the path; the producer may have written elsewhere.',
  ),
  'path.escape': error(
    8,
    'Path leads outside the workspace',
    'Replace the link by the file itself, or name the file on the command line.',
  ),
  'path.special_file': error(
    8,
    'Not a regular file',
    'FIFOs, sockets and devices are never read: replace it by a regular file.',
  ),
  'path.symlink': error(8, 'Symbolic link where none may be', 'Replace the link by the file itself.'),
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
  'record.record_version_required': error(3, 'record_version is missing or blank', REPRODUCE),
  'record.timestamp_required': error(3, 'timestamp is missing', REPRODUCE),
  'record.source_required': error(3, 'source is missing or blank', REPRODUCE),
  'record.source_product_required': error(3, 'source_product is missing or blank', REPRODUCE),
  'record.record_type_required': error(3, 'record_type is missing or blank', REPRODUCE),
  'record.event_required': error(3, 'event is missing', REPRODUCE),
  'record.integrity_required': error(
    3,
    'integrity is missing',
    'Seal the record: `proof-verify hash --write FILE` fills in integrity.record_hash.',
  ),
  'record.hash_required': error(
    3,
    'integrity.record_hash is missing',
    'Seal the record: `proof-verify hash --write FILE` fills it in.',
  ),
  'record.hash_mismatch': error(
    2,
    'Record hash does not match its content',
    `The record was changed after it was sealed. ${RESTORE}`,
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
    'A reference digest is no SHA-256',
    'Write 64 hex digits, optionally after sha256:.',
  ),
  'record.relationship_edge.kind_invalid': error(
    3,
    'An edge has an unknown kind',
    'Use a built-in kind or a namespaced one such as acme.approves.',
  ),

  // Chains, streams (contract 3)
  'chain.empty': error(
    2,
    'The chain has no records',
    'A chain of nothing proves nothing: check that the producer ran.',
  ),
  'chain.link_broken': error(
    2,
    'A record does not link to the one before it',
    `A record was dropped, inserted, repeated or moved. ${RESTORE}`,
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
    'A member of the chain is covered by no hash or signature',
    'Do not rely on it; put it into a record.',
  ),
  'stream.empty': error(2, 'The stream has no records', 'Check that the producer ran.'),

  // Signatures and keys (contract 2.5, 4; hardening 10-11, 18-19, 22)
  'signature.missing': error(2, 'A required signature is missing', 'Sign the artifact with a trusted key.'),
  'signature.invalid': error(
    2,
    'A signature does not verify',
    `The content or the signature was changed, or another key made it. ${RESTORE}`,
  ),
  'signature.key_mismatch': error(
    2,
    'The signing key id is not that of a given key',
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
    'Signatures are there but no key was given',
    'Give --public-key to have them checked.',
  ),
  'signature.key_revoked': error(2, 'The signing key was revoked', 'Sign again with a key that is not revoked.'),
  'signature.identity_mismatch': error(
    2,
    'The certificate belongs to another identity or issuer',
    'Check --cosign-certificate-identity and --cosign-certificate-oidc-issuer.',
  ),
  'signature.certificate_untrusted': error(
    2,
    'The signing certificate is not trusted',
    'Give the trusted roots that issued it.',
  ),
  'key.missing': error(
    6,
    'Signatures must be checked but there is no key',
    'Give --public-key (or a cosign key or certificate).',
  ),
  'key.invalid': error(
    6,
    'Not a usable public key',
    'Give 64 hex digits, base64 of 32 bytes, PEM, JWK, or a file with one of them.',
  ),
  'key.weak': error(6, 'Public key is weak', 'Anything verifies under such a key: generate a new one.'),
  'cosign.identity_required': error(
    6,
    'A certificate needs an expected identity and issuer',
    'Give --cosign-certificate-identity and --cosign-certificate-oidc-issuer.',
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
    'The revocation list is not signed by its key',
    'Get the list from its issuer again; a forged list could hide a revocation.',
  ),

  'revocation.not_checked': warning(
    6,
    'The signature of the revocation list was not checked',
    'Give --revocation-key: a forged list could hide a revocation.',
  ),

  // Schemas (schemas.md; hardening 9, 20)
  'schema.record.invalid': error(
    3,
    'The record breaks its schema',
    'Correct the producer; `proof-verify schema proof-record-v1` prints the schema.',
  ),
  'schema.record.unknown_record_type': error(
    3,
    'No schema is known for this record type',
    'Give its schema with --custom-type-schema TYPE=FILE.',
  ),
  'schema.record.bundle_validation_failed': error(
    3,
    'A record of the bundle breaks the bundle’s own schema',
    'Correct the producer, or the schema in the bundle.',
  ),
  'schema.chain.invalid': error(
    3,
    'The chain breaks its schema',
    'Correct the producer; `proof-verify schema chain-v1` prints the schema.',
  ),
  'schema.bundle_manifest.invalid': error(
    3,
    'The bundle manifest breaks its schema',
    'Correct the producer; `proof-verify schema bundle-manifest-v1` prints the schema.',
  ),
  'schema.record_types.invalid': error(
    3,
    'The record-type manifest breaks its schema',
    'Correct the producer; `proof-verify schema record-types-v1` prints the schema.',
  ),
  'schema.governance_event.invalid': error(
    3,
    'The governance event breaks its schema',
    'Correct the producer; `proof-verify schema governance-event-v1` prints the schema.',
  ),
  'schema.revocation_list.invalid': error(
    3,
    'The revocation list breaks its schema',
    'Get the list from its issuer again.',
  ),
  'schema.custom.invalid': error(
    3,
    'A custom schema cannot be used',
    'Correct the schema: draft-07, patterns in RE2 syntax.',
  ),
  'schema.custom.unreadable': error(
    6,
    'A custom schema cannot be read',
    'Check TYPE=FILE: the file must be there and be a JSON Schema.',
  ),
  'schema.custom.too_large': error(3, 'A custom schema is larger than 1 MiB', 'Split the schema.'),
  'schema.custom.pattern_unsupported': error(
    3,
    'A custom schema has a pattern that cannot run in linear time',
    'Rewrite it without look-around and back-references (RE2 syntax).',
  ),
  'schema.custom.digest_mismatch': error(2, 'A custom schema is not the one that record-types.json names', RESTORE),
  'schema.custom.unlisted': error(
    3,
    'A custom schema is not listed in the bundle manifest',
    'List it in manifest.json.',
  ),
  'schema.custom.identity_mismatch': error(
    3,
    'A custom schema has another $id or version than record-types.json says',
    'Make them equal.',
  ),
  'schema.custom.ref_unlisted': error(
    3,
    'A custom schema refers outside its set',
    'Refer to local fragments or to schemas of the same bundle only.',
  ),
  'schema.custom.conflicting_definition': error(
    3,
    'A custom schema redefines a record type',
    'Choose another record type name.',
  ),
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
    'A listed path can be read in two ways',
    'List canonical paths without ., .., empty parts, trailing dots or blanks.',
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
    'Replace the link by the file itself.',
  ),
  'bundle.empty': error(
    2,
    'The bundle lists no files',
    'A bundle of nothing proves nothing: check that the producer ran.',
  ),
  'bundle.hash_mismatch': error(
    2,
    'A file of the bundle is not the listed one',
    `The file was changed after the bundle was sealed. ${RESTORE}`,
  ),
  'bundle.file_missing': error(2, 'A listed file is not there', RESTORE),
  'bundle.signature_missing': error(2, 'The bundle is not signed', 'Sign the bundle with a trusted key.'),
  'bundle.algorithm_unsupported': error(3, 'The bundle names an unknown digest algorithm', 'Only sha256 is known.'),

  // Gait (contract 6)
  'pack.manifest_invalid': error(3, 'The pack manifest is not valid', REPACK),
  'pack.schema_unsupported': error(
    3,
    'The manifest has an unknown schema id or version',
    'Update the verifier, or have a supported producer write the pack.',
  ),
  'pack.id_mismatch': error(2, 'pack_id is not the digest of the manifest', `The manifest was changed. ${RESTORE}`),
  'pack.empty': error(
    2,
    'The archive lists no files',
    'A pack of nothing proves nothing: check that the producer ran.',
  ),
  'pack.hash_mismatch': error(
    2,
    'An entry is not the listed one',
    `The entry was changed after the archive was sealed. ${RESTORE}`,
  ),
  'pack.entry_missing': error(2, 'A listed entry is not there', RESTORE),
  'pack.entry_undeclared': error(
    2,
    'An entry is not listed in the manifest',
    'Remove it, or have the producer list it.',
  ),
  'pack.content_invalid': error(3, 'A content that says it is JSON is not', REPACK),
  'pack.authorization_invalid': error(3, 'The authorization bundle is not valid', REPACK),
  'pack.evidence_missing': error(2, 'Evidence that the authorization names is not there', RESTORE),
  'pack.evidence_mismatch': error(2, 'Evidence does not have the digest that the authorization names', RESTORE),
  'pack.record_disagrees': warning(
    2,
    'A proof record tells otherwise of an entry than the manifest',
    'Check the producer; the manifest was used.',
  ),
  'pack.misplaced_records': error(
    2,
    'Proof records lie where they are not looked for',
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
    'The file is truncated or no zip: have the producer write it again.',
  ),
  'zip.structure': error(2, 'The zip archive hides or doubles bytes', REPACK),
  'zip.header_mismatch': error(2, 'Local and central headers of an entry differ', REPACK),
  'zip.duplicate_entry': error(2, 'Two entries have the same or an aliasing name', REPACK),
  'zip.name_invalid': error(3, 'An entry name is not allowed', REPACK),
  'zip.encrypted': error(3, 'An entry is encrypted', REPACK),
  'zip.method_unsupported': error(3, 'An entry is compressed with an unknown method', REPACK),
  'zip.crc_mismatch': error(2, 'An entry does not have its CRC', RESTORE),
  'zip.size_mismatch': error(2, 'An entry does not have its size', RESTORE),
  'zip.path_escape': error(8, 'An entry name leads out of the archive', REPACK),
  'zip.symlink': error(8, 'An entry is a link or special file', REPACK),

  // Discovery and usage
  'discovery.no_artifacts': error(
    6,
    'No artifacts found',
    'Check the patterns and that the producer ran; --if-no-artifacts-found ignore accepts none.',
  ),
  'discovery.unrecognized': error(
    6,
    'A matched file is no Proof artifact',
    'Narrow the patterns, or set --unrecognized warn.',
  ),
  'usage.invalid': error(6, 'Wrong use of the command', 'See --help.'),
  'dependency.missing': error(
    7,
    'A file that the run needs is not there',
    'Check the path of the policy, key, list or schema named in the message.',
  ),
  'run.timeout': error(
    1,
    'The time limit was reached',
    'Raise --timeout, or split the artifacts over several jobs with --shard.',
  ),
  'run.interrupted': error(1, 'The run was interrupted', 'Run it again; an incomplete run never passes.'),
  'report.unwritable': error(
    6,
    'A report cannot be written',
    'Check the path and permissions; the verdict above is still right.',
  ),

  // Decision (gate.md)
  'policy.invalid': error(
    6,
    'The policy is not valid',
    'Correct the named line; `proof-verify policy check` tells all.',
  ),
  'policy.unsatisfiable': warning(3, 'The policy can never pass', 'Correct the requirement named in the message.'),
  'policy.pin_mismatch': error(
    8,
    'The policy is not the pinned one',
    'Review the change of the policy, then update the pin.',
  ),
  'trust.untrusted_key': error(
    2,
    'The signer is not trusted',
    'Add the key to the policy if you trust it, else reject the artifact.',
  ),
  'trust.key_expired': error(2, 'The signer was not valid at that time', 'Sign with a key inside its window.'),
  'trust.key_scope': error(
    2,
    'The signer may not sign this',
    'Sign with a key that is trusted for this record type and product.',
  ),
  'trust.threshold': error(2, 'Too few trusted signers', 'Have more signers sign, or correct min_signers.'),
  'trust.mutable_policy': warning(
    8,
    'Trust comes from the change under review',
    'Pin the policy with --policy-sha256, or read keys and policy from the base branch or a secret.',
  ),
  'freshness.stale': error(3, 'The evidence is too old or expired', 'Produce it again.'),
  'freshness.future': error(3, 'The evidence lies in the future', 'Check the clock of the producer, or clock_skew.'),
  'require.record_type': error(3, 'Too few verified records of a required type', 'Run the step that produces them.'),
  'require.source_product': error(3, 'No verified record of a required product', 'Run the product that produces them.'),
  'require.framework': error(
    3,
    'A framework control is not covered',
    'See `proof-verify frameworks coverage` for what is missing.',
  ),
  'rule.failed': error(3, 'A rule of the policy does not hold', 'See the message of the rule.'),
  'approval.required': error(4, 'An approval is missing', 'Have somebody with a trusted key approve the record.'),
  'approval.expired': error(4, 'The approval is too old', 'Have it approved again.'),
  'approval.untrusted': error(
    4,
    'The approval is signed by somebody else',
    'Have a named approver approve the record.',
  ),
  'baseline.invalid': error(6, 'The baseline cannot be used', 'Write it again with `proof-verify baseline FILE`.'),
  'framework.invalid': error(
    6,
    'The framework is unknown or not valid',
    '`proof-verify frameworks list` names those that are known.',
  ),
  'drift.chain_missing': error(
    5,
    'A chain of the baseline is gone',
    'Bring the chain back, or write a new baseline if that is meant.',
  ),
  'drift.chain_rewritten': error(
    5,
    'The past of a chain was rewritten',
    'Find out who rewrote it; a chain only ever grows.',
  ),
  'drift.chain_truncated': error(5, 'A chain is shorter than in the baseline', 'Find out what was cut off.'),
  'drift.record_type_count': error(5, 'Fewer records of a type than in the baseline', 'Find out what was dropped.'),
  'drift.coverage': error(5, 'A covered control is no longer covered', 'Produce the evidence again.'),
  'drift.test_regressed': error(5, 'A test that passed now fails', 'Mend the test or the code.'),
  'drift.new_signer': warning(
    5,
    'A signer that was not seen before',
    'Write a new baseline if the signer is expected.',
  ),
  'merge.invalid': error(6, 'Reports of shards do not belong together', 'Merge all reports of one run, each once.'),
} as const satisfies Record<string, FindingRule>;

/** A declared finding code; codes of policy rules are `rule.<id>` beside them. */
export type FindingCode = keyof typeof FINDINGS | `rule.${string}`;

/** One thing that is wrong or worth knowing, with the place where it is (interface.md, Findings). */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly exit_code: ExitCode;
  /** One sentence: what is wrong and with what. Holds text from artifacts: escape it for each output. */
  readonly message: string;
  /** Path of the artifact, relative to the workspace, `/`-separated. `''` for findings of the whole run. */
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
}

/** The declared rule of a code; `rule.<id>` codes share the one of `rule.failed`. */
export function ruleOf(code: FindingCode): FindingRule {
  return code in FINDINGS ? FINDINGS[code as keyof typeof FINDINGS] : FINDINGS['rule.failed'];
}

/** Optional parts of a finding. */
export type FindingPlace = Partial<Omit<Finding, 'code' | 'severity' | 'exit_code' | 'message' | 'artifact'>>;

/** Makes a finding with the severity and exit code its rule declares, or a milder severity when given. */
export function finding(
  code: FindingCode,
  message: string,
  artifact: string,
  place: FindingPlace = {},
  severity?: Severity,
): Finding {
  const declared = ruleOf(code);
  return { code, severity: severity ?? declared.severity, exit_code: declared.exit, message, artifact, ...place };
}

/** Exit codes from the worst to the mildest (interface.md). */
export const EXIT_ORDER: readonly ExitCode[] = [8, 1, 7, 6, 2, 3, 4, 5];

/** The worst of some exit codes, in the order of interface.md; 0 without any. */
export function worstCode(codes: Iterable<ExitCode>): ExitCode {
  let best: number = EXIT_ORDER.length;
  for (const code of codes) {
    const rank = EXIT_ORDER.indexOf(code);
    if (rank !== -1 && rank < best) best = rank;
  }
  return EXIT_ORDER[best] ?? 0;
}

/** The exit code of a run: that of its worst error finding, 0 without any. */
export function worstExit(findings: readonly Finding[]): ExitCode {
  return worstCode(findings.filter((one) => one.severity === 'error').map((one) => one.exit_code));
}
