import type { ExitCode, Finding } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { RecordFact } from './facts.js';
import type { IgnoredFile, ShardEvidence, UnrecognizedFile } from './shard.js';

/** The JSON report, schema `gate-report-v1`. It contains no times, so identical inputs give identical bytes. */
export interface GateReport {
  readonly schema: 'gate-report-v1';
  readonly tool: { readonly name: 'proof-verify'; readonly version: string };
  readonly outcome: Outcome;
  readonly exit_code: ExitCode;
  /** The run was stopped early (time limit, signal); such a report never passes. */
  readonly incomplete?: true;
  readonly policy_sha256: string | null;
  /** Context of the run, if known from options or the CI. */
  readonly run?: ReportRun;
  readonly trust: ReportTrust;
  readonly summary: ReportSummary;
  readonly artifacts: readonly ReportArtifact[];
  /** Matched files that are not artifacts and count for nothing (trust.md section 4). */
  readonly unrecognized: readonly UnrecognizedFile[];
  /** Matched files that were skipped because of their name or form; at most `MAX_IGNORED`. */
  readonly ignored?: readonly IgnoredFile[];
  /** Patterns that matched nothing. */
  readonly unmatched_patterns?: readonly string[];
  readonly requirements: readonly ReportRequirement[];
  /** Framework coverage, if the policy requires frameworks. */
  readonly coverage?: readonly ReportCoverage[];
  readonly findings: readonly Finding[];
  /** Set by a run with `--shard`: the input of `merge`. */
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

/** Where a configuration file came from; `pinned`: from the checkout, with a matching digest. */
export type Origin = 'operator' | 'pinned' | 'base' | 'workspace';

/** The trust settings of a run, and where each came from (trust.md section 10). */
export interface ReportTrust {
  readonly under_review: boolean;
  /** The event that started the run, as the CI names it. */
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
  /** All other files that were read for the run. */
  readonly files: readonly ReportFile[];
  /** The base commit of the change, when anything was read from it. */
  readonly base?: { readonly commit: string; readonly branch?: string };
  /** Environment variables that set an option. */
  readonly environment: readonly string[];
}

/** The trust block of a run that ended before its configuration was read; it assumes that the change is under review. */
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
  /** Purpose: `key file`, `baseline` … */
  readonly what: string;
  /** Path as given. */
  readonly path: string;
  readonly origin: Origin;
  readonly sha256: string;
}

export type Outcome = 'passed' | 'failed' | 'warned';

export interface ReportSummary {
  readonly artifacts: number;
  /** Matched files that are not artifacts; not included in `artifacts`. */
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
  /** Files in it of no known kind, verified by their digests only. At most `MAX_OPAQUE`. */
  readonly opaque?: readonly string[];
  /** Number of such files beyond the limit. */
  readonly more_opaque?: number;
  /** Number of findings beyond the 100 that are kept per artifact. */
  readonly more_findings?: number;
  /** Why it was treated as an artifact of this kind. */
  readonly why: string;
}

/** One requirement of the policy and its result. */
export interface ReportRequirement {
  /** For example `record_type:test_result`, `framework:soc2/cc6.1`, `rule:no-denied-decisions`, `approval:production`. */
  readonly id: string;
  readonly satisfied: boolean;
  readonly required: number;
  readonly found: number;
  /** If not satisfied: the nearest record and why it does not count. */
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

/** The input of all report formats: the JSON report, and data that only reports for people show. */
export interface ReportModel {
  readonly report: GateReport;
  /** Names of trusted signers by key id, from the policy. */
  readonly signerNames: ReadonlyMap<string, string>;
  /** Records for timelines and lineage, in artifact order; at most `MAX_REPORT_RECORDS`, with a count of the rest. */
  readonly records: readonly RecordFact[];
  readonly moreRecords: number;
  /** Path of the workspace in its repository: `''` or `folder/`; absent when it is outside the checkout of the CI. */
  readonly repositoryFolder?: string;
  /** What fails the run: with `warning` a warning does as well. Absent: an error. */
  readonly failOn?: 'error' | 'warning';
  /** URL of the sources, for links: `https://host/owner/repo/blob/<commit>/`; absent outside a CI. */
  readonly sourceBase?: string;
  /** The clock of the run (RFC 3339, UTC), for formats that require a time. */
  readonly now?: string;
}

/** Maximum number of files listed per artifact that were verified by digest only. */
export const MAX_OPAQUE = 1000;

/** Maximum number of skipped files in a report. */
export const MAX_IGNORED = 1000;

/** Maximum number of records kept for reports for people. */
export const MAX_REPORT_RECORDS = 5000;

/** One output format: a pure function from the model to text. Each format is a file of its own. */
export type ReportFormat = (model: ReportModel) => string;
