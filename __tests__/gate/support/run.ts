import type { GateOptions, GateRun, RawOptions } from '../../../src/gate/options/options.js';
import { parseGateOptions } from '../../../src/gate/options/parse.js';
import { runGate } from '../../../src/gate/run.js';
import { type Files, folder } from '../../support/build.js';

/** The clock of these runs: half a year after the records of `record()`. */
export const NOW = '2026-06-01T00:00:00Z';

/** Options as the command line and the environment give them. */
export function options(workspace: string, raw: RawOptions = {}, env: NodeJS.ProcessEnv = {}): GateOptions {
  const parsed = parseGateOptions({ now: NOW, 'working-directory': workspace, ...raw }, env);
  if (!parsed.ok) throw new Error(parsed.findings.map((one) => one.message).join('; '));
  return parsed.options;
}

/** One run of the gate over files that are written for it. */
export const gate = (files: Files, raw: RawOptions = {}, env: NodeJS.ProcessEnv = {}): Promise<GateRun> =>
  runGate(options(folder(files), raw, env));

/** Exit code and the codes of errors and warnings, in the order of the report; without the one that most runs have here. */
export function told({ exitCode, model }: GateRun): [number, ...string[]] {
  const findings = model.report.findings.filter(
    ({ severity, code }) => severity !== 'notice' && code !== 'signature.none_checked',
  );
  return [exitCode, ...findings.map(({ code }) => code)];
}
