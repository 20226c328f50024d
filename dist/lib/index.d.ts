/** Bounds of one run (hardening 5, 16, 17, 20). Exceeding one is a finding, never a crash. */
export interface Limits {
	/** Bytes of one artifact file. */
	readonly maxArtifactBytes: number;
	/** Bytes of one archive entry when unpacked. */
	readonly maxEntryBytes: number;
	/** Bytes of all entries of one archive when unpacked. */
	readonly maxTotalBytes: number;
	/** Entries of one archive. */
	readonly maxEntries: number;
	/** Ratio of unpacked to packed size of one entry; checked from `RATIO_FLOOR_BYTES` unpacked bytes on. */
	readonly maxRatio: number;
	/** Nesting depth of JSON. */
	readonly maxDepth: number;
	/** Bytes of one record in a chain, a stream or a file of its own. */
	readonly maxRecordBytes: number;
	/** Bytes of one JSON document that is read whole: manifests, tokens, schemas of bundles. */
	readonly maxDocumentBytes: number;
}
/** Defaults; each has a command line option of the same meaning. */
export declare const DEFAULT_LIMITS: Limits;
type Mode = "gate" | "compat";
type SignatureMode = "auto" | "required" | "off";
interface Revocation {
	readonly keyId: string;
	/** Epoch milliseconds; `undefined`: not a valid instant, and the key counts as revoked at any time. */
	readonly revokedAt: number | undefined;
	readonly reason: string;
}
type Severity = "error" | "warning" | "notice";
/** Exit codes of contract section 8. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
interface FindingRule {
	readonly severity: Severity;
	/** The exit code an error of this code leads to; for warnings and notices the code it would have as an error. */
	readonly exit: ExitCode;
	readonly title: string;
	readonly remedy: string;
}
export declare const FINDINGS: {
	readonly internal: FindingRule;
	readonly "json.syntax": FindingRule;
	readonly "json.encoding": FindingRule;
	readonly "json.duplicate_member": FindingRule;
	readonly "json.case_collision": FindingRule;
	readonly "json.depth": FindingRule;
	readonly "kind.unsupported": FindingRule;
	readonly "kind.ambiguous": FindingRule;
	readonly "limit.json_values": FindingRule;
	readonly "limit.signatures": FindingRule;
	readonly "limit.errors": FindingRule;
	readonly "io.not_found": FindingRule;
	readonly "io.unreadable": FindingRule;
	readonly "io.empty": FindingRule;
	readonly "io.changed": FindingRule;
	readonly "io.directory_empty": FindingRule;
	readonly "path.escape": FindingRule;
	readonly "path.special_file": FindingRule;
	readonly "path.symlink": FindingRule;
	readonly "limit.artifact_bytes": FindingRule;
	readonly "limit.entry_bytes": FindingRule;
	readonly "limit.total_bytes": FindingRule;
	readonly "limit.entries": FindingRule;
	readonly "limit.ratio": FindingRule;
	readonly "limit.nesting": FindingRule;
	readonly "limit.record_bytes": FindingRule;
	readonly "limit.manifest_bytes": FindingRule;
	readonly "record.member_type": FindingRule;
	readonly "record.timestamp_invalid": FindingRule;
	readonly "record.record_id_required": FindingRule;
	readonly "record.record_version_required": FindingRule;
	readonly "record.timestamp_required": FindingRule;
	readonly "record.source_required": FindingRule;
	readonly "record.source_product_required": FindingRule;
	readonly "record.record_type_required": FindingRule;
	readonly "record.event_required": FindingRule;
	readonly "record.integrity_required": FindingRule;
	readonly "record.hash_required": FindingRule;
	readonly "record.hash_mismatch": FindingRule;
	readonly "record.unhashed_member": FindingRule;
	readonly "record.timestamp_fraction": FindingRule;
	readonly "record.number_precision": FindingRule;
	readonly "record.link_unresolved": FindingRule;
	readonly "record.relationship_ref.id_required": FindingRule;
	readonly "record.relationship_ref.kind_invalid": FindingRule;
	readonly "record.relationship_ref.digest_invalid": FindingRule;
	readonly "record.relationship_edge.kind_invalid": FindingRule;
	readonly "chain.empty": FindingRule;
	readonly "chain.link_broken": FindingRule;
	readonly "chain.head_hash_mismatch": FindingRule;
	readonly "chain.record_count_mismatch": FindingRule;
	readonly "chain.member_type": FindingRule;
	readonly "chain.range_invalid": FindingRule;
	readonly "chain.unhashed_member": FindingRule;
	readonly "stream.empty": FindingRule;
	readonly "signature.missing": FindingRule;
	readonly "signature.invalid": FindingRule;
	readonly "signature.key_mismatch": FindingRule;
	readonly "signature.digest_mismatch": FindingRule;
	readonly "signature.algorithm_unsupported": FindingRule;
	readonly "signature.not_checked": FindingRule;
	readonly "signature.none_checked": FindingRule;
	readonly "signature.key_revoked": FindingRule;
	readonly "signature.identity_mismatch": FindingRule;
	readonly "signature.certificate_untrusted": FindingRule;
	readonly "key.missing": FindingRule;
	readonly "key.invalid": FindingRule;
	readonly "key.weak": FindingRule;
	readonly "cosign.identity_required": FindingRule;
	readonly "cosign.material_invalid": FindingRule;
	readonly "revocation.list_invalid": FindingRule;
	readonly "revocation.signature_invalid": FindingRule;
	readonly "revocation.list_outdated": FindingRule;
	readonly "revocation.not_checked": FindingRule;
	readonly "schema.record.invalid": FindingRule;
	readonly "schema.record.unknown_record_type": FindingRule;
	readonly "schema.record.bundle_validation_failed": FindingRule;
	readonly "schema.chain.invalid": FindingRule;
	readonly "schema.bundle_manifest.invalid": FindingRule;
	readonly "schema.record_types.invalid": FindingRule;
	readonly "schema.governance_event.invalid": FindingRule;
	readonly "schema.revocation_list.invalid": FindingRule;
	readonly "schema.custom.invalid": FindingRule;
	readonly "schema.custom.unreadable": FindingRule;
	readonly "schema.custom.too_large": FindingRule;
	readonly "schema.custom.pattern_unsupported": FindingRule;
	readonly "schema.custom.digest_mismatch": FindingRule;
	readonly "schema.custom.unlisted": FindingRule;
	readonly "schema.custom.identity_mismatch": FindingRule;
	readonly "schema.custom.ref_unlisted": FindingRule;
	readonly "schema.custom.conflicting_definition": FindingRule;
	readonly "kind.not_evidence": FindingRule;
	readonly "document.member_invalid": FindingRule;
	readonly "document.unknown_member": FindingRule;
	readonly "document.digest_mismatch": FindingRule;
	readonly "document.id_mismatch": FindingRule;
	readonly "contract.development_signing": FindingRule;
	readonly "contract.not_yet_valid": FindingRule;
	readonly "contract.proposal_mismatch": FindingRule;
	readonly "token.revoked": FindingRule;
	readonly "token.contract_invalid": FindingRule;
	readonly "token.delegation_exceeded": FindingRule;
	readonly "session.invalid": FindingRule;
	readonly "session.link_broken": FindingRule;
	readonly "session.digest_mismatch": FindingRule;
	readonly "session.runpack_missing": FindingRule;
	readonly "session.runpack_mismatch": FindingRule;
	readonly "attestation.mismatch": FindingRule;
	readonly "pack.payload_missing": FindingRule;
	readonly "pack.payload_invalid": FindingRule;
	readonly "structure.producer_marker": FindingRule;
	readonly "record.profile.version_required": FindingRule;
	readonly "record.profile.version_unsupported": FindingRule;
	readonly "record.profile.binding_mode_invalid": FindingRule;
	readonly "record.profile.identifier_only_digest": FindingRule;
	readonly "record.profile.digest_required": FindingRule;
	readonly "record.profile.reference_invalid": FindingRule;
	readonly "record.profile.reference_digest_invalid": FindingRule;
	readonly "record.profile.reference_schema_id_invalid": FindingRule;
	readonly "record.profile.reference_schema_version_invalid": FindingRule;
	readonly "record.profile.reference_source_product_invalid": FindingRule;
	readonly "record.profile.trace_id_invalid": FindingRule;
	readonly "record.profile.span_id_invalid": FindingRule;
	readonly "record.profile.parent_span_id_invalid": FindingRule;
	readonly "record.profile.content_digest_invalid": FindingRule;
	readonly "record.profile.redaction_field_invalid": FindingRule;
	readonly "record.profile.redaction_field_duplicate": FindingRule;
	readonly "record.profile.redaction_reason_invalid": FindingRule;
	readonly "record.profile.redaction_method_invalid": FindingRule;
	readonly "governance.unsigned_signal": FindingRule;
	readonly "structure.path_invalid": FindingRule;
	readonly "structure.path_ambiguous": FindingRule;
	readonly "structure.path_duplicate": FindingRule;
	readonly "structure.unlisted_file": FindingRule;
	readonly "structure.symlink_ambiguous": FindingRule;
	readonly "bundle.empty": FindingRule;
	readonly "bundle.hash_mismatch": FindingRule;
	readonly "bundle.file_missing": FindingRule;
	readonly "bundle.signature_missing": FindingRule;
	readonly "bundle.algorithm_unsupported": FindingRule;
	readonly "pack.manifest_invalid": FindingRule;
	readonly "pack.schema_unsupported": FindingRule;
	readonly "pack.id_mismatch": FindingRule;
	readonly "pack.empty": FindingRule;
	readonly "pack.hash_mismatch": FindingRule;
	readonly "pack.entry_missing": FindingRule;
	readonly "pack.entry_undeclared": FindingRule;
	readonly "pack.content_invalid": FindingRule;
	readonly "pack.authorization_invalid": FindingRule;
	readonly "pack.evidence_missing": FindingRule;
	readonly "pack.evidence_mismatch": FindingRule;
	readonly "pack.record_disagrees": FindingRule;
	readonly "pack.misplaced_records": FindingRule;
	readonly "runpack.digest_mismatch": FindingRule;
	readonly "runpack.file_required": FindingRule;
	readonly "zip.unreadable": FindingRule;
	readonly "zip.structure": FindingRule;
	readonly "zip.header_mismatch": FindingRule;
	readonly "zip.duplicate_entry": FindingRule;
	readonly "zip.name_invalid": FindingRule;
	readonly "zip.encrypted": FindingRule;
	readonly "zip.method_unsupported": FindingRule;
	readonly "zip.crc_mismatch": FindingRule;
	readonly "zip.size_mismatch": FindingRule;
	readonly "zip.path_escape": FindingRule;
	readonly "zip.symlink": FindingRule;
	readonly "discovery.no_artifacts": FindingRule;
	readonly "discovery.unrecognized": FindingRule;
	readonly "usage.invalid": FindingRule;
	readonly "discovery.pattern_unmatched": FindingRule;
	readonly "dependency.missing": FindingRule;
	readonly "run.timeout": FindingRule;
	readonly "run.interrupted": FindingRule;
	readonly "report.unwritable": FindingRule;
	readonly "report.unsafe_path": FindingRule;
	readonly "policy.invalid": FindingRule;
	readonly "policy.unknown_record_type": FindingRule;
	readonly "policy.unused": FindingRule;
	readonly "policy.unsatisfiable": FindingRule;
	readonly "policy.pin_mismatch": FindingRule;
	readonly "policy.unpinned_file": FindingRule;
	readonly "policy.base_unavailable": FindingRule;
	readonly "policy.base_missing": FindingRule;
	readonly "policy.base_stale": FindingRule;
	readonly "policy.not_read": FindingRule;
	readonly "policy.not_merged": FindingRule;
	readonly "trust.untrusted_key": FindingRule;
	readonly "trust.key_expired": FindingRule;
	readonly "trust.key_scope": FindingRule;
	readonly "trust.threshold": FindingRule;
	readonly "trust.mutable_policy": FindingRule;
	readonly "freshness.stale": FindingRule;
	readonly "freshness.future": FindingRule;
	readonly "bind.missing": FindingRule;
	readonly "bind.commit_mismatch": FindingRule;
	readonly "bind.repository_mismatch": FindingRule;
	readonly "bind.unknown": FindingRule;
	readonly "require.record_type": FindingRule;
	readonly "require.source_product": FindingRule;
	readonly "require.framework": FindingRule;
	readonly "rule.failed": FindingRule;
	readonly "approval.denied": FindingRule;
	readonly "approval.bound_by_id": FindingRule;
	readonly "approval.required": FindingRule;
	readonly "approval.expired": FindingRule;
	readonly "approval.untrusted": FindingRule;
	readonly "baseline.invalid": FindingRule;
	readonly "framework.invalid": FindingRule;
	readonly "drift.chain_missing": FindingRule;
	readonly "drift.chain_rewritten": FindingRule;
	readonly "drift.chain_truncated": FindingRule;
	readonly "drift.record_type_count": FindingRule;
	readonly "drift.coverage": FindingRule;
	readonly "drift.test_regressed": FindingRule;
	readonly "drift.test_missing": FindingRule;
	readonly "drift.test_skipped": FindingRule;
	readonly "drift.new_signer": FindingRule;
	readonly "merge.invalid": FindingRule;
};
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
/** The exit code of a run: that of its most severe error finding, 0 when there is none. */
export declare function worstExit(findings: readonly Finding[]): ExitCode;
/** A JSON value as `JSON.parse` makes it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. Members may have any name, `__proto__` included: read them with `Object.hasOwn` where that matters. */
export interface JsonObject {
	readonly [member: string]: Json;
}
declare class Steps {
	private left;
	constructor(left?: number);
	/** The budget of one artifact, before any record is read. */
	static ofArtifact(): Steps;
	/** Adds the budget for a record of this many bytes. */
	allow(bytes: number): void;
	/**
	 * Subtracts steps.
	 * @throws Exhausted when there are none left.
	 */
	spend(steps: number): void;
}
interface Violation {
	/** JSON pointer (RFC 6901) of the offending member, or of the object that lacks one. */
	readonly pointer: string;
	/** One sentence for people. Contains names from the artifact: escape it for each output. */
	readonly message: string;
	readonly keyword: string;
	/** The missing or unknown member, for `required` and `additionalProperties`. */
	readonly member?: string;
}
interface SchemaProblem extends Omit<Violation, "keyword"> {
	readonly code: FindingCode;
	/** The violated keyword; for hints such as suggestions. */
	readonly keyword?: string;
}
interface SchemaSource {
	/** The record type it describes; absent for a schema that only other schemas refer to. */
	readonly type?: string;
	readonly bytes: Uint8Array;
	/** Path of the file, `/`-separated: the base of relative references, and the name in problems. */
	readonly name: string;
}
/** The custom record types of one run or one bundle. Immutable and independent of other registries. */
export interface CustomTypes {
	has(type: string): boolean;
	readonly names: readonly string[];
	/** The schemas it was compiled from, so that another thread can compile them again. */
	readonly sources: readonly SchemaSource[];
	/** Lower-case hex SHA-256 over all types and the bytes of their schemas. */
	readonly digest: string;
	/**
	 * Validates a record's typed view against the schema of its type, in addition to `proof-record-v1`. `steps` is the budget
	 * of the artifact.
	 */
	validate(type: string, view: JsonObject, steps: Steps): readonly SchemaProblem[];
}
type SignatureState = "verified" | "failed" | "unchecked" | "none";
/** One record, as the engine passes it to callers. */
export interface CheckedRecord {
	/** Path of the artifact that contains it. */
	readonly artifact: string;
	/** File inside a bundle, chain directory or archive. */
	readonly entry?: string;
	/** 0-based position in its chain or stream. */
	readonly index: number;
	/** 1-based line where it starts. */
	readonly line: number;
	readonly value: JsonObject;
	readonly recordId: string;
	/** `sha256:` and 64 hex digits, recomputed; `''` when it could not be. */
	readonly recordHash: string;
	readonly signature: SignatureState;
	/** Id of the key that verified the signature. */
	readonly keyId?: string;
	/** Whether there is no error finding on this record itself. */
	readonly ok: boolean;
	/**
	 * Location of the member that a JSON pointer refers to. It parses the record again, so call it only for reported members.
	 */
	readonly locate?: (pointer: string) => RecordPlace;
}
interface RecordPlace {
	readonly line: number;
	readonly column?: number;
}
/**
 * The artifact, or a document or archive inside it, that is signed as a whole with a verified signature, or that the gate
 * judges by its members. Which key may sign it, and when, is decided the same way at any nesting level (hardening 25).
 */
export interface Part {
	/** Path inside the artifact; absent: the artifact itself. */
	readonly entry?: string;
	/** Name of its kind. */
	readonly kind: string;
	/** Ids of the keys with a verified signature over the whole, sorted. */
	readonly keyIds: readonly string[];
	/** Declared creation time, epoch milliseconds; `null`: declared but unreadable; absent: not declared. */
	readonly at?: number | null;
	/**
	 * Set when it contains records. `vouched`: its signature also counts for records that have no signature by a given key;
	 * `own`: it counts for none of them.
	 */
	readonly records?: "vouched" | "own";
	/** The members, for documents that the gate judges by content: tokens, activated contracts, proposals. */
	readonly document?: JsonObject;
	/** Line and column of the members that the gate may complain of, by JSON pointer. */
	readonly places?: Readonly<Record<string, readonly [
		line: number,
		column: number
	]>>;
}
/** Kind-specific facts of a verdict. A member is present when the kind has it and it could be read. */
export interface VerdictFacts {
	readonly recordId?: string;
	readonly chainId?: string;
	/** Records inside the `--from`/`--to` range. */
	readonly recordsInRange?: number;
	readonly packId?: string;
	readonly packType?: string;
	readonly runId?: string;
	readonly manifestDigest?: string;
	readonly filesVerified?: number;
	readonly proofRecordsVerified?: number;
	/** Parts that are signed as a whole, and documents that the gate judges. */
	readonly parts?: readonly Part[];
	/** Files of no known kind, verified by their digest only. */
	readonly opaque?: readonly string[];
}
type KindName = "activated_contract" | "lifecycle_record" | "lifecycle_document" | "action_evidence" | "axym_register" | "axym_packet" | "contract_proposal" | "session_chain" | "chain_attestation" | "script_registry" | "revocation_list" | "record_types" | "chain" | "record" | "gait_signed_json" | "governance_event" | "stream" | "gait_guard_pack" | "gait_pack" | "gait_runpack" | "bundle" | "chain_directory";
/** The detected kind of an artifact (contract section 7). */
export type ArtifactKind = KindName | "unknown";
/** The verdict on one artifact. */
export interface ArtifactVerdict {
	readonly path: string;
	readonly kind: ArtifactKind;
	/**
	 * Lower-case hex SHA-256 of the file, or for a directory of its sorted list of `path NUL digest LF`; `null`: not read to
	 * the end.
	 */
	readonly sha256: string | null;
	/** Bytes of the file, or of all files of a directory. */
	readonly bytes: number;
	/** `verified`: no finding is an error. */
	readonly outcome: "verified" | "failed";
	/** Records found in it. */
	readonly records: number;
	/** Hash of the last record of a chain, `''` for an empty one. */
	readonly headHash?: string;
	readonly signatures: {
		readonly required: boolean;
		readonly verified: number;
		readonly keyIds: readonly string[];
	};
	readonly findings: readonly Finding[];
	/** Number of findings beyond `MAX_FINDINGS`, which are not kept. */
	readonly moreFindings: number;
	/** Facts of the kind, for reports and the compat commands. */
	readonly facts: VerdictFacts;
}
/**
 * The canonical form (RFC 8785) of a parsed JSON value, as text.
 * The value must not contain lone surrogates or infinite numbers; the strict reader rejects both.
 */
export declare function canonicalize(value: Json): string;
/** `digestHex` of contract section 1: lower-case hex SHA-256 over the canonical bytes. */
export declare function digestHex(value: Json): string;
/** An Ed25519 private key, ready to sign with. The private half cannot be read from this object. */
export interface SigningKey {
	/** Lower-case hex SHA-256 of `publicKey`, the `signing_key_id` of records it signs. */
	readonly id: string;
	/** The public key, 32 bytes (RFC 8032). */
	readonly publicKey: Uint8Array;
	/** Returns the signature in standard base64, after verifying it with the public half. Deterministic (RFC 8032). */
	sign(message: string | Uint8Array): string;
}
/** A new key pair as text: PKCS#8 and SPKI in PEM, which every other tool reads. */
export interface KeyPair {
	readonly privateKey: string;
	readonly publicKey: string;
	readonly keyId: string;
}
/** Generates an Ed25519 key pair. */
export declare function generateKeyPair(): KeyPair;
/**
 * Reads an Ed25519 private key: PKCS#8 in PEM, also with line breaks written as `\n`, or a private JWK.
 * @param name how messages refer to it; the key text itself never appears in a message.
 * @throws Fault `key.invalid` for anything else, and says what it is.
 */
export declare function signingKey(text: string, name?: string): SigningKey;
/**
 * The id of a key: lower-case hex SHA-256 of its 32 public bytes.
 * @param key a public key in any form that `--public-key` accepts, or a private key in a form that `signingKey` accepts.
 * @throws Fault `key.invalid` or `key.weak`.
 */
export declare function keyId(key: string): string;
/** Members of an approval other than the approved record. */
export interface ApprovalOptions {
	/** Name of the approver, for readers only; a gate judges the key. */
	readonly approver?: string;
	readonly reason?: string;
	/** End of validity of the approval. */
	readonly expiresAt?: Date;
	/** The time of the approval, default now; written in UTC in whole seconds. */
	readonly now?: Date;
}
/**
 * A signed approval record for a record, bound to its digest (trust.md section 6). The same key, record, texts and times give
 * the same bytes.
 * @throws Fault when the record lacks a required member (exit code 3), is not sealed, or its hash does not match (2).
 */
export declare function approvalFor(record: JsonObject, key: SigningKey, options?: ApprovalOptions): JsonObject;
/** Options of the functions that sign. */
export interface SignOptions {
	/**
	 * Sign what would be refused otherwise: content that changed after it was sealed, or a record signed by a different key.
	 * Default false.
	 */
	readonly force?: boolean;
	/** Called with one sentence for each problem that did not stop the operation. */
	readonly warn?: (message: string) => void;
}
/**
 * The exact bytes whose SHA-256 is `record_hash`: RFC 8785 of the covered members (contract section 2.1), UTF-8.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export declare function canonicalRecord(record: JsonObject): Uint8Array;
/**
 * The hash that a record must carry (contract section 2.1): `sha256:` and 64 lower-case hex digits.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export declare function hashOfRecord(record: JsonObject): string;
/**
 * Sets `integrity.record_hash` and nothing else, so an existing signature no longer matches if the hash changes.
 * @throws Fault as `hashOfRecord`.
 */
export declare function sealRecord(record: JsonObject): JsonObject;
/**
 * Sets hash, key id and signature of a record (contract section 2.5). A record without a hash is sealed first; signing again
 * with the same key gives the same bytes.
 * @throws Fault when a required member is missing (`record.*_required`, exit code 3), when the record cannot be read (6),
 * when its hash is a SHA-256 that does not match (`record.hash_mismatch`, 2: signing would hide the change), or when a
 * different key signed it (`usage.invalid`, 6). The last two do not apply with `force`.
 */
export declare function signRecord(record: JsonObject, key: SigningKey, options?: SignOptions): JsonObject;
/** How the records of a stream are signed. */
export interface StreamOptions extends SignOptions {
	/** Link each record to the one before it; default true. */
	readonly link?: boolean;
	/** Called before each record is processed, so that the caller can locate an error. */
	readonly at?: (index: number) => void;
}
/**
 * Links, seals and signs the records of a stream. A record that is already sealed, linked and signed, by any key, is left
 * unchanged, so a log that grew can be signed again. The first record keeps its link: a rotated log continues the previous
 * one.
 * @throws Fault as `signRecord`; `chain.link_broken` (exit code 2) when a sealed record would get a different link.
 */
export declare function signRecords(records: readonly JsonObject[], key: SigningKey, options?: StreamOptions): readonly JsonObject[];
/**
 * Links, seals and signs the records of a chain document and sets `record_count` and `head_hash`. A signature over the whole
 * chain that no longer matches is removed, with a warning.
 * @throws Fault as `signRecords`; `chain.member_type` (exit code 6) when `records` is not a list of objects.
 */
export declare function signChain(chain: JsonObject, key: SigningKey, options?: Omit<StreamOptions, "link">): JsonObject;
/**
 * Adds a signature by `key` to `signatures` of a bundle manifest (contract sections 4, 5): one by the same key is replaced,
 * others stay. Missing and empty `sha256` members are filled in.
 * @param digests lower-case hex SHA-256 of each file that the manifest lists, by path.
 * @throws Fault when a file differs from its listed digest or is missing (`bundle.hash_mismatch`, `bundle.file_missing`, exit
 * code 2, whatever `options` say), when a bundle must not have a path (3), when it is not a manifest (6).
 */
export declare function signManifest(manifest: JsonObject, digests: ReadonlyMap<string, string>, key: SigningKey, options?: Pick<SignOptions, "warn">): JsonObject;
/**
 * Sets `signature` of a revocation list (contract section 4).
 * @throws Fault `revocation.list_invalid` (exit code 6) when the list cannot be read.
 */
export declare function signRevocationList(list: JsonObject, key: SigningKey): JsonObject;
interface CustomProblem extends SchemaProblem {
	readonly name: string;
	readonly type?: string;
}
type ParseJson = (bytes: Uint8Array, name: string) => Json;
/**
 * Compiles the custom types of one run or bundle from their schemas (draft-07, patterns in RE2 syntax). References may lead
 * only to schemas of this set. The registry contains the types whose schemas have no problem; any other type is unknown, so
 * its records fail as well (fail closed).
 *
 * Codes: `schema.custom.too_large`, `.invalid`, `.ref_unlisted`, `.pattern_unsupported`, `.conflicting_definition`.
 */
export declare function compileCustomTypes(sources: readonly SchemaSource[], parse: ParseJson): Promise<{
	readonly types: CustomTypes;
	readonly problems: readonly CustomProblem[];
}>;
/** How `verifyArtifact` verifies; everything is optional. */
export interface VerifyArtifactOptions {
	/**
	 * Ed25519 keys: 64 hex digits, base64, PEM or JWK. When any is given, signatures are required unless `signatures` says
	 * otherwise.
	 */
	readonly publicKeys?: readonly string[];
	/** Default `auto`. */
	readonly signatures?: SignatureMode;
	/** Default `gate`, the strict verdicts; `compat` gives those of the upstream command line. */
	readonly mode?: Mode;
	/** Default true. */
	readonly strict?: boolean;
	readonly revocations?: readonly Revocation[];
	/** From `compileCustomTypes`. */
	readonly customTypes?: CustomTypes;
	readonly limits?: Partial<Limits>;
	/** The clock for expiry, default now. */
	readonly now?: Date;
	/** Called once per record, in order. */
	readonly onRecord?: (record: CheckedRecord) => void;
}
/** An artifact in memory. The extension of `name` distinguishes archives and streams from other JSON. */
export interface ArtifactBytes {
	readonly name: string;
	readonly bytes: Uint8Array;
}
/**
 * Verifies one artifact: the path of a file or directory, or bytes in memory (contract sections 2-7).
 * Defects of the artifact do not reject the promise: `outcome` is `verified` or `failed`, and `findings` give the reasons.
 * @throws TypeError when a public key cannot be used: that is a mistake of the caller, not of the artifact.
 */
export declare function verifyArtifact(artifact: string | ArtifactBytes, options?: VerifyArtifactOptions): Promise<ArtifactVerdict>;

export {};
