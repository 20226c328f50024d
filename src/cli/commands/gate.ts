import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readJson } from '../../engine/canonical/read.js';
import { Fault } from '../../engine/fault.js';
import type { ExitCode } from '../../engine/findings.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { ShardReport } from '../../gate/merge.js';
import {
  type GateHooks,
  type GateOptions,
  type GateRun,
  parseGateOptions,
  type RawOptions,
} from '../../gate/options.js';
import { baselineOfRun, runGate, runMerge } from '../../gate/run.js';
import { plain } from '../../report/sanitize.js';
import { terminalText } from '../../report/text.js';
import { workerFile } from '../../worker-file.js';
import { readInput } from '../input.js';
import { CommandError, type Io, isTerminal } from '../output.js';
import { progressReporter } from '../progress.js';

/** `gate [PATTERN…]`: verify, decide, report. */
export async function gateCommand(patterns: readonly string[], raw: RawOptions, io: Io): Promise<ExitCode> {
  const options = readOptions(patterns, raw);
  return told(options, io, (hooks) => runGate(options, hooks));
}

/** `merge REPORT.json…`: the one verdict of all shards. */
export async function mergeCommand(files: readonly string[], raw: RawOptions, io: Io): Promise<ExitCode> {
  const options = readOptions([], raw);
  const reports = files.map((name): ShardReport => {
    try {
      return { name, value: readJson(readInput(name, MAX_REPORT_BYTES), DEFAULT_LIMITS.maxDepth) };
    } catch (error) {
      if (error instanceof Fault) throw new CommandError(6, `${name}: ${error.message} [merge.invalid]`);
      throw error;
    }
  });
  return told(options, io, () => runMerge(options, reports));
}

/** `baseline FILE [PATTERN…]`: writes it when everything verified; a baseline of failing evidence would hide its defects. */
export async function baselineCommand(
  file: string,
  patterns: readonly string[],
  raw: RawOptions,
  io: Io,
): Promise<ExitCode> {
  const options = readOptions(patterns, raw);
  let text = '';
  const exit = await told(options, io, async (hooks) => {
    const made = await baselineOfRun(options, hooks);
    text = made.text;
    return made.run;
  });
  if (exit !== 0) return exit;
  if (file === '-') io.out(text);
  else {
    try {
      const path = resolve(options.workspace, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      throw new CommandError(
        6,
        `${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (!options.quiet) io.out(`Baseline written to ${plain(file)}\n`);
  }
  return 0;
}

/** JSON reports of shards carry evidence of every record. */
const MAX_REPORT_BYTES = 512 * 1024 * 1024;

/** Runs the gate with signals, progress and the text for people around it. */
async function told(options: GateOptions, io: Io, work: (hooks: GateHooks) => Promise<GateRun>): Promise<ExitCode> {
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = (): void => stop.abort();
  for (const signal of signals) process.on(signal, onSignal);
  const progress = progressReporter(options, () => isTerminal(2), io.err);
  try {
    const run = await work({ signal: stop.signal, onProgress: progress.update, ...workerFile() });
    progress.end();
    const colored = options.color && isTerminal(1);
    const text = terminalText(run.model, { color: colored, verbose: options.verbose, quiet: options.quiet });
    // A report on standard output is read by a program: the text for people goes beside it.
    if (run.standardOutput === undefined) io.out(text);
    else {
      io.out(run.standardOutput);
      io.err(text);
    }
    for (const one of run.reportErrors) io.err(`error: ${one.message}\n`);
    return run.exitCode;
  } finally {
    progress.end();
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/** Options of a gate command from its flags and the environment; all mistakes in one message, exit 6. */
export function readOptions(patterns: readonly string[], raw: RawOptions): GateOptions {
  const flags: Record<string, RawOptions[string]> = { ...raw };
  // commander gives --no-color and --no-strict defaults of true; only what was really said may beat the environment.
  if (flags['color'] === true) delete flags['color'];
  if (flags['strict'] === true) delete flags['strict'];
  if (patterns.length > 0) flags['patterns'] = [...patterns];
  const parsed = parseGateOptions(flags, process.env);
  if (parsed.ok) return parsed.options;
  throw new CommandError(6, parsed.findings.map((one) => one.message).join('; '));
}
