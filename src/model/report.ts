import type { ExitCode, Finding } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { RecordFact } from './facts.js';
import type { IgnoredFile, ShardEvidence, UnrecognizedFile } from './shard.js';

/** The JSON report, schema `gate-report-v1`: byte-identical for identical inputs, so it holds no times. */
export interface GateReport {
  readonly schema: 'gate-report-v1';
  readonly tool: { readonly name: 'proof-verify'; readonly version: string };
  readonly outcome: Outcome;
  readonly exit_code: ExitCode;
  /** True when the run was cut short (time limit, signal): such a report never passes. */
  readonly incomplete?: true;
  readonly policy_sha256: string | null;
  /** What the run is about, as far as options or the CI say it. */
  readonly run?: ReportRun;
  readonly trust: ReportTrust;
  readonly summary: ReportSummary;
  readonly artifacts: readonly ReportArtifact[];
  /** Matched files that are not artifacts: they count for nothing (trust.md section 4). */
  readonly unrecognized: readonly UnrecognizedFile[];
  /** Matched files that were passed over by their name or form; at most `MAX_IGNORED`. */
  readonly ignored?: readonly IgnoredFile[];
  /** Patterns that matched nothing. */
  readonly unmatched_patterns?: readonly string[];
  readonly requirements: readonly ReportRequirement[];
  /** Framework coverage, when the policy asks for frameworks. */
  readonly coverage?: readonly ReportCoverage[];
  readonly findings: readonly Finding[];
  /** Of a run with `--shard`: what `merge` decides from. */
  readonly shard?: ShardEvidence;
}

/** Commit, repository, ref and address of a run (trust.md section 5). */
export interface ReportRun {
  /** Full commit ids; the first is the main one. */
  readonly commits?: readonly string[];
  readonly repository?: string;
  readonly repository_url?: string;
  readonly ref?: string;
  readonly url?: string;
}

/** Where a file of the configuration came from; `pinned`: of the checkout, compared with a digest. */
export type Origin = 'operator' | 'pinned' | 'base' | 'workspace';

/** What a run went by, and where each part of it came from (trust.md section 10). */
export interface ReportTrust {
  readonly under_review: boolean;
  /** What started the run, as the CI names it. */
  readonly event?: string;
  /** Commit under test. */
  readonly commit: string | null;
  readonly repository: string | null;
  readonly signatures: {
    readonly mode: 'auto' | 'required' | 'off';
    readonly origin: 'operator' | 'environment' | 'policy' | 'default';
  };
  readonly keys: readonly { readonly id: string; readonly name?: string; readonly origin: Origin }[];
  /** `null`: no policy. */
  readonly policy: { readonly path: string; readonly origin: Origin; readonly sha256: string } | null;
  /** Every other file that was read for the run. */
  readonly files: readonly ReportFile[];
  /** What was read from, when something came from the base of the change. */
  readonly base?: { readonly commit: string; readonly branch?: string };
  /** Environment variables that gave an option. */
  readonly environment: readonly string[];
}

/** The block of a run that ended before its configuration was read: the change, if there is one, may be under review. */
export const NO_TRUST: ReportTrust = {
  under_review: true,
  commit: null,
  repository: null,
  signatures: { mode: 'required', origin: 'default' },
  keys: [],
  policy: null,
  files: [],
  environment: [],
};

export interface ReportFile {
  /** What it is for: `key file`, `baseline` … */
  readonly what: string;
  /** As it was named. */
  readonly path: string;
  readonly origin: Origin;
  readonly sha256: string;
}

export type Outcome = 'passed' | 'failed' | 'warned';

export interface ReportSummary {
  readonly artifacts: number;
  /** Files that matched and are not artifacts; not among `artifacts`. */
  readonly unrecognized: number;
  readonly verified: number;
  readonly failed: number;
  /** Artifacts that verified but have a warning. */
  readonly warned: number;
  readonly records: number;
  readonly signatures: number;
  readonly findings: { readonly errors: number; readonly warnings: number; readonly notices: number };
}

export interface ReportArtifact {
  /** Workspace-relative, `/`-separated. */
  readonly path: string;
  readonly kind: ArtifactKind;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly outcome: 'verified' | 'failed' | 'warned';
  readonly records: number;
  readonly head_hash?: string;
  readonly signatures: { readonly required: boolean; readonly verified: number; readonly key_ids: readonly string[] };
  /** Files in it that no kind claims: only their digests were verified. At most `MAX_OPAQUE`. */
  readonly opaque?: readonly string[];
  /** Such files past the limit. */
  readonly more_opaque?: number;
  /** Findings past the 100 that are kept of one artifact. */
  readonly more_findings?: number;
  /** Why it was taken as an artifact of this kind. */
  readonly why: string;
}

/** One requirement of the policy and how it stands. */
export interface ReportRequirement {
  /** For example `record_type:test_result`, `framework:soc2/cc6.1`, `rule:no-denied-decisions`, `approval:production`. */
  readonly id: string;
  readonly satisfied: boolean;
  readonly required: number;
  readonly found: number;
  /** The nearest record and why it does not count, when not satisfied. */
  readonly detail?: string;
}

export interface ReportCoverage {
  readonly framework: string;
  readonly version: string;
  readonly title: string;
  readonly covered: number;
  readonly total: number;
  readonly controls: readonly { readonly id: string; readonly title: string; readonly covered: boolean }[];
}

/** What every report format is made from: the JSON report and what only pages for people show. */
export interface ReportModel {
  readonly report: GateReport;
  /** Names of trusted signers by key id, from the policy. */
  readonly signerNames: ReadonlyMap<string, string>;
  /** Records for timelines and lineage, in artifact order; at most `MAX_REPORT_RECORDS`, with a count of the rest. */
  readonly records: readonly RecordFact[];
  readonly moreRecords: number;
  /** The workspace in its repository: `''` or `folder/`; absent when it is outside the checkout of the CI. */
  readonly repositoryFolder?: string;
  /** Where the sources are on the web, for links: `https://host/owner/repo/blob/<commit>/`; absent outside a CI. */
  readonly sourceBase?: string;
  /** The clock of the run (RFC 3339, UTC), for the formats that must say when; a report has no clock of its own. */
  readonly now?: string;
}

/** Files of one artifact, known by their digest alone, that a report lists. */
export const MAX_OPAQUE = 1000;

/** Files passed over that a report lists. */
export const MAX_IGNORED = 1000;

/** Records kept for pages: more cannot be looked at. */
export const MAX_REPORT_RECORDS = 5000;

/** One output format: a pure function from the model to its text. One file a format. */
export type ReportFormat = (model: ReportModel) => string;
