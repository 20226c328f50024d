import { resolve } from 'node:path';
import { Fault } from '../../engine/fault.js';
import { type ExitCode, worstExit } from '../../engine/findings.js';
import { readJson } from '../../engine/json/read.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { GateHooks, GateOptions, GateRun, RawOptions } from '../../gate/options/options.js';
import { parseGateOptions } from '../../gate/options/parse.js';
import { baselineOfRun, runGate, runMerge } from '../../gate/run.js';
import type { ShardReport } from '../../gate/shards/merge.js';
import { plain } from '../../report/sanitize.js';
import { terminalText } from '../../report/text.js';
import { workerFile } from '../../worker-file.js';
import { readInput } from '../input.js';
import { CommandError, type Io, isTerminal, line, writeOutput } from '../output.js';
import { progressReporter } from '../progress.js';

/** `gate [PATTERN…]`: verify, decide, report. */
export async function gateCommand(patterns: readonly string[], raw: RawOptions, io: Io): Promise<ExitCode> {
  if (patterns.includes('-')) {
    throw new CommandError(
      6,
      'gate takes files and patterns, not standard input; for one artifact: proof-verify verify -',
    );
  }
  const options = readOptions(patterns, raw);
  return told(options, io, (hooks) => runGate(options, hooks));
}

/** `merge REPORT.json…`: the one verdict of all shards. */
export async function mergeCommand(files: readonly string[], raw: RawOptions, io: Io): Promise<ExitCode> {
  const options = readOptions([], raw);
  const reports = files.map((name): ShardReport => {
    try {
      return {
        name,
        value: readJson(
          readInput(name === '-' ? name : resolve(options.workspace, name), MAX_REPORT_BYTES, name),
          DEFAULT_LIMITS.maxDepth,
        ),
      };
    } catch (error) {
      if (error instanceof Fault) throw new CommandError(6, `${error.message} [merge.invalid]`, name);
      throw error;
    }
  });
  return told(options, io, (hooks) => runMerge(options, reports, hooks));
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
    writeOutput(file, { path: resolve(options.workspace, file), content: text }, options.checkout);
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
    // A report on standard output is read by a program: the text for people goes to standard error.
    if (run.standardOutput === undefined) io.out(text);
    else {
      io.out(run.standardOutput);
      io.err(text);
    }
    for (const one of run.reportErrors) io.err(line(`error: ${one.message} [${one.code}]`));
    return run.exitCode;
  } finally {
    progress.end();
    for (const signal of signals) process.off(signal, onSignal);
  }
}

/** Options of a gate command from its flags and the environment; all mistakes in one message. */
export function readOptions(patterns: readonly string[], raw: RawOptions): GateOptions {
  const flags: Record<string, RawOptions[string]> = { ...raw };
  if (patterns.length > 0) flags['patterns'] = [...patterns];
  const parsed = parseGateOptions(flags, process.env);
  if (parsed.ok) return parsed.options;
  throw new CommandError(worstExit(parsed.findings), parsed.findings.map((one) => one.message).join('; '));
}
