import type { ExitCode, Finding } from '../engine/findings.js';
import type { ArtifactKind } from '../engine/types.js';
import type { RecordFact } from '../gate/facts.js';
import type { ShardEvidence } from '../gate/shard.js';

/** The JSON report, schema `gate-report-v1`: byte-identical for identical inputs, so it holds no times. */
export interface GateReport {
  readonly schema: 'gate-report-v1';
  readonly tool: { readonly name: 'proof-verify'; readonly version: string };
  readonly outcome: Outcome;
  readonly exit_code: ExitCode;
  /** True when the run was cut short (time limit, signal): such a report never passes. */
  readonly incomplete?: true;
  readonly policy_sha256: string | null;
  readonly summary: ReportSummary;
  readonly artifacts: readonly ReportArtifact[];
  readonly requirements: readonly ReportRequirement[];
  /** Framework coverage, when the policy asks for frameworks. */
  readonly coverage?: readonly ReportCoverage[];
  readonly findings: readonly Finding[];
  /** Of a run with `--shard`: what `merge` decides from. */
  readonly shard?: ShardEvidence;
}

export type Outcome = 'passed' | 'failed' | 'warned';

export interface ReportSummary {
  readonly artifacts: number;
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
  /** Where the sources are on the web, for links: `https://host/owner/repo/blob/<commit>/`; absent outside a CI. */
  readonly sourceBase?: string;
  /** The clock of the run (RFC 3339, UTC), for the formats that must say when; a report has no clock of its own. */
  readonly now?: string;
}

/** Records kept for pages: more cannot be looked at. */
export const MAX_REPORT_RECORDS = 5000;

/** One output format: a pure function from the model to its text. One file a format. */
export type ReportFormat = (model: ReportModel) => string;
