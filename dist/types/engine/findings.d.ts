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
export declare const FINDINGS: {
    readonly internal: FindingRule;
    readonly 'json.syntax': FindingRule;
    readonly 'json.encoding': FindingRule;
    readonly 'json.duplicate_member': FindingRule;
    readonly 'json.case_collision': FindingRule;
    readonly 'json.depth': FindingRule;
    readonly 'kind.unsupported': FindingRule;
    readonly 'kind.ambiguous': FindingRule;
    readonly 'io.not_found': FindingRule;
    readonly 'io.unreadable': FindingRule;
    readonly 'io.empty': FindingRule;
    readonly 'io.changed': FindingRule;
    readonly 'io.directory_empty': FindingRule;
    readonly 'path.escape': FindingRule;
    readonly 'path.special_file': FindingRule;
    readonly 'path.symlink': FindingRule;
    readonly 'limit.artifact_bytes': FindingRule;
    readonly 'limit.entry_bytes': FindingRule;
    readonly 'limit.total_bytes': FindingRule;
    readonly 'limit.entries': FindingRule;
    readonly 'limit.ratio': FindingRule;
    readonly 'limit.nesting': FindingRule;
    readonly 'limit.record_bytes': FindingRule;
    readonly 'limit.manifest_bytes': FindingRule;
    readonly 'record.member_type': FindingRule;
    readonly 'record.timestamp_invalid': FindingRule;
    readonly 'record.record_id_required': FindingRule;
    readonly 'record.record_version_required': FindingRule;
    readonly 'record.timestamp_required': FindingRule;
    readonly 'record.source_required': FindingRule;
    readonly 'record.source_product_required': FindingRule;
    readonly 'record.record_type_required': FindingRule;
    readonly 'record.event_required': FindingRule;
    readonly 'record.integrity_required': FindingRule;
    readonly 'record.hash_required': FindingRule;
    readonly 'record.hash_mismatch': FindingRule;
    readonly 'record.unhashed_member': FindingRule;
    readonly 'record.timestamp_fraction': FindingRule;
    readonly 'record.link_unresolved': FindingRule;
    readonly 'record.relationship_ref.id_required': FindingRule;
    readonly 'record.relationship_ref.kind_invalid': FindingRule;
    readonly 'record.relationship_ref.digest_invalid': FindingRule;
    readonly 'record.relationship_edge.kind_invalid': FindingRule;
    readonly 'chain.empty': FindingRule;
    readonly 'chain.link_broken': FindingRule;
    readonly 'chain.head_hash_mismatch': FindingRule;
    readonly 'chain.record_count_mismatch': FindingRule;
    readonly 'chain.member_type': FindingRule;
    readonly 'chain.range_invalid': FindingRule;
    readonly 'chain.unhashed_member': FindingRule;
    readonly 'stream.empty': FindingRule;
    readonly 'signature.missing': FindingRule;
    readonly 'signature.invalid': FindingRule;
    readonly 'signature.key_mismatch': FindingRule;
    readonly 'signature.digest_mismatch': FindingRule;
    readonly 'signature.algorithm_unsupported': FindingRule;
    readonly 'signature.not_checked': FindingRule;
    readonly 'signature.key_revoked': FindingRule;
    readonly 'signature.identity_mismatch': FindingRule;
    readonly 'signature.certificate_untrusted': FindingRule;
    readonly 'key.missing': FindingRule;
    readonly 'key.invalid': FindingRule;
    readonly 'key.weak': FindingRule;
    readonly 'cosign.identity_required': FindingRule;
    readonly 'cosign.material_invalid': FindingRule;
    readonly 'revocation.list_invalid': FindingRule;
    readonly 'revocation.signature_invalid': FindingRule;
    readonly 'revocation.not_checked': FindingRule;
    readonly 'schema.record.invalid': FindingRule;
    readonly 'schema.record.unknown_record_type': FindingRule;
    readonly 'schema.record.bundle_validation_failed': FindingRule;
    readonly 'schema.chain.invalid': FindingRule;
    readonly 'schema.bundle_manifest.invalid': FindingRule;
    readonly 'schema.record_types.invalid': FindingRule;
    readonly 'schema.governance_event.invalid': FindingRule;
    readonly 'schema.revocation_list.invalid': FindingRule;
    readonly 'schema.custom.invalid': FindingRule;
    readonly 'schema.custom.unreadable': FindingRule;
    readonly 'schema.custom.too_large': FindingRule;
    readonly 'schema.custom.pattern_unsupported': FindingRule;
    readonly 'schema.custom.digest_mismatch': FindingRule;
    readonly 'schema.custom.unlisted': FindingRule;
    readonly 'schema.custom.identity_mismatch': FindingRule;
    readonly 'schema.custom.ref_unlisted': FindingRule;
    readonly 'schema.custom.conflicting_definition': FindingRule;
    readonly 'governance.unsigned_signal': FindingRule;
    readonly 'structure.path_invalid': FindingRule;
    readonly 'structure.path_ambiguous': FindingRule;
    readonly 'structure.path_duplicate': FindingRule;
    readonly 'structure.unlisted_file': FindingRule;
    readonly 'structure.symlink_ambiguous': FindingRule;
    readonly 'bundle.empty': FindingRule;
    readonly 'bundle.hash_mismatch': FindingRule;
    readonly 'bundle.file_missing': FindingRule;
    readonly 'bundle.signature_missing': FindingRule;
    readonly 'bundle.algorithm_unsupported': FindingRule;
    readonly 'pack.manifest_invalid': FindingRule;
    readonly 'pack.schema_unsupported': FindingRule;
    readonly 'pack.id_mismatch': FindingRule;
    readonly 'pack.empty': FindingRule;
    readonly 'pack.hash_mismatch': FindingRule;
    readonly 'pack.entry_missing': FindingRule;
    readonly 'pack.entry_undeclared': FindingRule;
    readonly 'pack.content_invalid': FindingRule;
    readonly 'pack.authorization_invalid': FindingRule;
    readonly 'pack.evidence_missing': FindingRule;
    readonly 'pack.evidence_mismatch': FindingRule;
    readonly 'pack.record_disagrees': FindingRule;
    readonly 'pack.misplaced_records': FindingRule;
    readonly 'runpack.digest_mismatch': FindingRule;
    readonly 'runpack.file_required': FindingRule;
    readonly 'zip.unreadable': FindingRule;
    readonly 'zip.structure': FindingRule;
    readonly 'zip.header_mismatch': FindingRule;
    readonly 'zip.duplicate_entry': FindingRule;
    readonly 'zip.name_invalid': FindingRule;
    readonly 'zip.encrypted': FindingRule;
    readonly 'zip.method_unsupported': FindingRule;
    readonly 'zip.crc_mismatch': FindingRule;
    readonly 'zip.size_mismatch': FindingRule;
    readonly 'zip.path_escape': FindingRule;
    readonly 'zip.symlink': FindingRule;
    readonly 'discovery.no_artifacts': FindingRule;
    readonly 'discovery.unrecognized': FindingRule;
    readonly 'usage.invalid': FindingRule;
    readonly 'dependency.missing': FindingRule;
    readonly 'run.timeout': FindingRule;
    readonly 'run.interrupted': FindingRule;
    readonly 'report.unwritable': FindingRule;
    readonly 'policy.invalid': FindingRule;
    readonly 'policy.unsatisfiable': FindingRule;
    readonly 'policy.pin_mismatch': FindingRule;
    readonly 'trust.untrusted_key': FindingRule;
    readonly 'trust.key_expired': FindingRule;
    readonly 'trust.key_scope': FindingRule;
    readonly 'trust.threshold': FindingRule;
    readonly 'trust.mutable_policy': FindingRule;
    readonly 'freshness.stale': FindingRule;
    readonly 'freshness.future': FindingRule;
    readonly 'require.record_type': FindingRule;
    readonly 'require.source_product': FindingRule;
    readonly 'require.framework': FindingRule;
    readonly 'rule.failed': FindingRule;
    readonly 'approval.required': FindingRule;
    readonly 'approval.expired': FindingRule;
    readonly 'approval.untrusted': FindingRule;
    readonly 'baseline.invalid': FindingRule;
    readonly 'framework.invalid': FindingRule;
    readonly 'drift.chain_missing': FindingRule;
    readonly 'drift.chain_rewritten': FindingRule;
    readonly 'drift.chain_truncated': FindingRule;
    readonly 'drift.record_type_count': FindingRule;
    readonly 'drift.coverage': FindingRule;
    readonly 'drift.test_regressed': FindingRule;
    readonly 'drift.new_signer': FindingRule;
    readonly 'merge.invalid': FindingRule;
};
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
export declare function ruleOf(code: FindingCode): FindingRule;
/** Optional parts of a finding. */
export type FindingPlace = Partial<Omit<Finding, 'code' | 'severity' | 'exit_code' | 'message' | 'artifact'>>;
/** Makes a finding with the severity and exit code its rule declares, or a milder severity when given. */
export declare function finding(code: FindingCode, message: string, artifact: string, place?: FindingPlace, severity?: Severity): Finding;
/** Exit codes from the worst to the mildest (interface.md). */
export declare const EXIT_ORDER: readonly ExitCode[];
/** The worst of some exit codes, in the order of interface.md; 0 without any. */
export declare function worstCode(codes: Iterable<ExitCode>): ExitCode;
/** The exit code of a run: that of its worst error finding, 0 without any. */
export declare function worstExit(findings: readonly Finding[]): ExitCode;
