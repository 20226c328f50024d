import type { ExitCode, Finding } from '../../engine/findings.js';
import type { Limits } from '../../engine/limits.js';
import type { ReportModel } from '../../model/report.js';
import type { RunContext } from '../../model/run.js';
import type { BaseReader } from '../config/base-reader.js';
import type { CiContext } from './ci/types.js';
import type { ReportTarget } from './report-target.js';
import type { OPTIONS, OptionSpec } from './table.js';
import type { Parsed } from './values.js';

type Table = typeof OPTIONS;
/** What an option's text becomes. */
type Value<S extends OptionSpec> = S extends { readonly parse: (text: string) => Parsed<infer T> }
  ? S['kind'] extends 'list'
    ? readonly T[]
    : T
  : never;
/** Members that are always there: lists and options with a default. */
type Always<K extends keyof Table> = Table[K] extends { readonly kind: 'list' } | { readonly default: string }
  ? K
  : never;

/**
 * The options of one gate run (`OPTIONS`). A member that the policy file may set as well is absent when neither the command
 * line nor the environment gave it: the policy decides then, and the documented default after it.
 */
export type GateOptions = { readonly [K in keyof Table as Always<K>]: Value<Table[K]> } & {
  readonly [K in keyof Table as Exclude<K, Always<K>>]?: Value<Table[K]>;
} & GateSurroundings;

/** What a run knows besides its options. */
interface GateSurroundings {
  readonly limits: Limits;
  /** Absolute path of the folder that is verified. */
  readonly workspace: string;
  /** Folders whose content the author of the change chose; the first is the root of the repository (`checkoutFolders`). */
  readonly checkout: readonly [string, ...string[]];
  /** What the run is about, from options or the CI. */
  readonly run: RunContext;
  /** What the CI calls the run, the same in all of its jobs. */
  readonly ciRunId?: string;
  /** What the CI says about the run; absent outside a CI. */
  readonly ci?: CiContext;
  /** What messages call options: flags of the command line, inputs of the Action. */
  readonly door: 'command line' | 'inputs';
  /** Variables that gave an option. */
  readonly variables: readonly string[];
  /** The command line runs in the container image, where a CI's variables rarely are. */
  readonly inContainer: boolean;
  /** The workspace in its repository: `''` or `folder/`; absent when it is outside the checkout of the CI. */
  readonly repositoryFolder?: string;
  /** `https://host/owner/repo/blob/<commit>/`, with the workspace's folder when it is not the root of the checkout. */
  readonly sourceBase?: string;
}

/** Options as text: an option's value, its values, a switch. Names with or without dashes (`public-key`, `publicKey`). */
export type RawOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** The environment, passed in so that nothing below reads it by itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The progress of a run. */
export interface GateProgress {
  /** Artifacts with a verdict. */
  readonly done: number;
  /** Artifacts discovered. */
  readonly total: number;
  /** Records checked so far. */
  readonly records: number;
}

/** Hooks through which a caller watches and stops the gate. */
export interface GateHooks {
  /** Reads files of the base where the clone lacks it (trust.md section 2). */
  readonly baseReader?: BaseReader;
  readonly onProgress?: (progress: GateProgress) => void;
  /** Ends the run early: its report is marked incomplete and its exit code is never 0 (hardening 24). */
  readonly signal?: AbortSignal;
  /** Keep what pages show of records although no report needs it: the Action's summary and comment do. */
  readonly pages?: boolean;
  /** File with the code of worker threads (`workers/worker.ts`, built); without it the run has one thread. */
  readonly workerFile?: string;
}

/** The result of a run of the gate. */
export interface GateRun {
  readonly model: ReportModel;
  readonly exitCode: ExitCode;
  /** Reports that were written, `file` as it was asked for. */
  readonly written: readonly ReportTarget[];
  /** Reports that could not be written (`report.unwritable`); they are part of `exitCode`, not of the report. */
  readonly reportErrors: readonly Finding[];
  /** The report for standard output (`FORMAT=-`), when one was asked for; the caller prints it. */
  readonly standardOutput?: string;
}

/** The gate itself, as the Action and the command line call it. */
export type RunGate = (options: GateOptions, hooks: GateHooks) => Promise<GateRun>;
