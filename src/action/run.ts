import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ExitCode, type Finding, finding, worstExit } from '../engine/findings.js';
import type { BaseReader } from '../gate/config/base-reader.js';
import { readSourceBase } from '../gate/options/ci-environment.js';
import type { Environment, GateOptions, GateRun, RunGate } from '../gate/options/options.js';
import type { ReportTarget } from '../gate/options/report-target.js';
import { NO_TRUST, type ReportModel } from '../model/report.js';
import { annotationCommands, command, findingCommand } from '../report/annotations.js';
import { json } from '../report/json.js';
import { plain } from '../report/sanitize.js';
import { sarif } from '../report/sarif.js';
import { workerFile } from '../worker-file.js';
import { gitHubBaseReader } from './base-reader.js';
import { type GitHubContext, type RunnerContext, readContext } from './context.js';
import { type GitHubApi, gitHubApi } from './github.js';
import { type RunInputs, readInputs } from './inputs.js';
import { guarded, progressLines, runLog } from './log.js';
import { type OutputName, outputsOf, type ReportPaths } from './outputs.js';
import { publish } from './publish.js';
import { writeSummary } from './summary.js';
import { inputWording } from './wording.js';

/** Everything the Action touches besides files, so that tests can stand in for it. */
export interface ActionDeps {
  readonly env: Environment;
  readonly context: RunnerContext;
  readonly version: string;
  readonly runGate: RunGate;
  /** Writes one line to the log. */
  readonly print: (line: string) => void;
  readonly setOutput: (name: OutputName, value: string) => void;
  readonly maskSecret: (secret: string) => void;
  readonly signal: AbortSignal;
  readonly api?: (apiUrl: string, token: string, signal: AbortSignal) => GitHubApi;
}

/**
 * One run of the Action: inputs, gate, then log, annotations, outputs, summary, comment and check run. Returns the exit
 * code (contract section 8): only the gate decides it, and an interrupted run is never 0 (hardening 24).
 */
export async function runAction(deps: ActionDeps): Promise<ExitCode> {
  const read = readInputs(deps.env);
  if (!read.ok) return refuse(deps, read.findings);
  const { inputs } = read;
  if (inputs.token !== '') deps.maskSecret(inputs.token);
  const context = readContext(deps.context);
  const folder = reportFolder(deps);
  let run: GateRun;
  try {
    const onProgress =
      inputs.gate.quiet || inputs.gate.progress === 'never' ? {} : { onProgress: progressLines(deps.print) };
    run = await deps.runGate(gateOptions(inputs.gate, deps.env, context, folder), {
      signal: deps.signal,
      pages: inputs.summary || inputs.comment !== 'never',
      ...baseReader(deps, inputs, context),
      ...workerFile(),
      ...onProgress,
    });
  } catch (error) {
    const message = `the verifier failed: ${error instanceof Error ? error.message : String(error)}`;
    return refuse(deps, [finding('internal', message, '')], folder);
  }
  const exitCode = deps.signal.aborted && run.exitCode === 0 ? 1 : run.exitCode;
  await deliver(deps, inputs, context, run, exitCode, reportPaths(run, folder));
  return deps.signal.aborted && exitCode === 0 ? 1 : exitCode;
}

/** Log, annotations, outputs, summary, then what needs the network: it comes last and may fail. */
async function deliver(
  deps: ActionDeps,
  inputs: RunInputs,
  context: GitHubContext,
  run: GateRun,
  exitCode: ExitCode,
  paths: ReportPaths,
): Promise<void> {
  const { model, reportErrors } = run;
  const note = (level: 'warning' | 'notice', text: string): void => deps.print(command(level, {}, plain(text)));
  for (const line of runLog(model, inputs.gate)) deps.print(line);
  if (run.standardOutput !== undefined) for (const line of guarded(run.standardOutput.split('\n'))) deps.print(line);
  if (inputs.annotations) {
    const options = { rest: restSentence(inputs, context), wording: inputWording };
    for (const line of annotationCommands(model, options)) deps.print(line);
  }
  for (const error of reportErrors) deps.print(findingCommand(error, {}, inputWording));
  const outputs = outputsOf(model.report, exitCode, paths);
  const missing = Object.entries(outputs).filter(([name, value]) => !output(deps, name as OutputName, value));
  if (missing.length > 0) note('warning', `Outputs cannot be written: ${missing.map(([name]) => name).join(', ')}`);
  if (paths.report === '') note('warning', "The JSON report could not be written to the runner's temp folder");
  if (inputs.summary) {
    const warning = writeSummary(model, deps.env['GITHUB_STEP_SUMMARY']);
    if (warning !== undefined) note('warning', warning);
  }
  // A cancelled job has seconds left: they were spent on the report.
  if (deps.signal.aborted) return;
  const connect = (token: string): GitHubApi => (deps.api ?? gitHubApi)(context.apiUrl, token, deps.signal);
  const published = await publish(connect, model, inputs, context, exitCode);
  for (const text of published.warnings) note('warning', text);
  for (const text of published.notices) note('notice', text);
  if (published.commentUrl !== undefined) output(deps, 'comment-url', published.commentUrl);
}

/** Files at the base of a change, with the token of the job (trust.md section 2); the gate asks only where the clone lacks it. */
function baseReader(
  deps: ActionDeps,
  { token }: RunInputs,
  { repository, apiUrl }: GitHubContext,
): { readonly baseReader?: BaseReader } {
  if (token === '' || repository === undefined) return {};
  const api = (deps.api ?? gitHubApi)(apiUrl, token, deps.signal);
  return { baseReader: gitHubBaseReader(api, repository) };
}

/** The gate's options with the reports that the Action always writes and links to the commit. */
function gateOptions(
  gate: GateOptions,
  env: Environment,
  context: GitHubContext,
  folder: string | undefined,
): GateOptions {
  const always: readonly ReportTarget[] = folder === undefined ? [] : ownReports(folder);
  const sourceBase = readSourceBase(env, gate.workspace, context.commit) ?? gate.sourceBase;
  return {
    ...gate,
    reports: [...gate.reports, ...always],
    ...(sourceBase === undefined ? {} : { sourceBase }),
  };
}

/** What is written whatever the inputs say, for the outputs `report` and `sarif`. */
function ownReports(folder: string): readonly [ReportTarget, ReportTarget] {
  return [
    { format: 'json', file: path.join(folder, 'report.json') },
    { format: 'sarif', file: path.join(folder, 'report.sarif') },
  ];
}

/** A folder of this step's own: two steps of a job must not overwrite each other's files. */
function reportFolder(deps: ActionDeps): string | undefined {
  for (const parent of [deps.env['RUNNER_TEMP'], tmpdir()]) {
    if (parent === undefined || parent === '') continue;
    try {
      return mkdtempSync(path.join(parent, 'proof-verify-'));
    } catch {
      // The next place may be writable.
    }
  }
  return undefined;
}

function reportPaths(run: GateRun, folder: string | undefined): ReportPaths {
  const own = folder === undefined ? [] : ownReports(folder).map((one) => one.file);
  const written = run.written.filter((one) => own.includes(one.file));
  const file = (format: ReportTarget['format']): string => written.find((one) => one.format === format)?.file ?? '';
  return { report: file('json'), sarif: file('sarif') };
}

/** A run that could not start: its findings appear in the same places as those of other runs. */
async function refuse(
  deps: ActionDeps,
  findings: readonly Finding[],
  folder: string | undefined = reportFolder(deps),
): Promise<ExitCode> {
  const model = refusedModel(findings, deps.version);
  const exitCode = model.report.exit_code;
  const paths = { report: '', sarif: '' };
  try {
    if (folder !== undefined) {
      const [report, code] = ownReports(folder);
      writeFileSync(report.file, json(model));
      paths.report = report.file;
      writeFileSync(code.file, sarif(model));
      paths.sarif = code.file;
    }
  } catch {
    // The annotations say what went wrong as well.
  }
  const context = readContext(deps.context);
  const options = { rest: restSentence(undefined, context), wording: inputWording };
  for (const line of runLog(model, { verbose: false, quiet: false })) deps.print(line);
  for (const line of annotationCommands(model, options)) deps.print(line);
  for (const [name, value] of Object.entries(outputsOf(model.report, exitCode, paths))) {
    output(deps, name as OutputName, value);
  }
  writeSummary(model, deps.env['GITHUB_STEP_SUMMARY']);
  return exitCode;
}

/** The report of a run without artifacts, failed by the findings. */
function refusedModel(findings: readonly Finding[], version: string): ReportModel {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const worst = worstExit(findings);
  return {
    report: {
      schema: 'gate-report-v1',
      tool: { name: 'proof-verify', version },
      outcome: 'failed',
      exit_code: worst === 0 ? 1 : worst,
      policy_sha256: null,
      trust: NO_TRUST,
      summary: {
        artifacts: 0,
        unrecognized: 0,
        verified: 0,
        failed: 0,
        warned: 0,
        records: 0,
        signatures: 0,
        findings: { errors: count('error'), warnings: count('warning'), notices: count('notice') },
      },
      artifacts: [],
      unrecognized: [],
      requirements: [],
      findings,
    },
    signerNames: new Map(),
    records: [],
    moreRecords: 0,
  };
}

function restSentence(inputs: RunInputs | undefined, { runUrl }: GitHubContext): string {
  if (inputs?.summary === false) return 'see the log, or the report in the output `report`';
  return `see the job summary${runUrl === undefined ? '' : ` at ${runUrl}`}`;
}

/** False when the runner's output file cannot be written. */
function output(deps: ActionDeps, name: OutputName, value: string): boolean {
  try {
    deps.setOutput(name, value);
    return true;
  } catch {
    return false;
  }
}
