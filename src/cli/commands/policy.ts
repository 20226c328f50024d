import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExitCode } from '../../engine/findings.js';
import { worstExit } from '../../engine/findings.js';
import { Materials } from '../../gate/materials.js';
import { checkPolicy } from '../../gate/policy/check.js';
import type { PolicyFile } from '../../gate/policy/load.js';
import { escapeOf } from '../../gate/workspace.js';
import { readInput } from '../input.js';
import { CommandError, type Io, line } from '../output.js';

/** `policy check [FILE]`: every mistake with its line, or what the policy asks for. */
export async function policyCheckCommand(file: string, io: Io): Promise<ExitCode> {
  const workspace = process.cwd();
  if (statSync(resolve(workspace, file), { throwIfNoEntry: false }) === undefined) {
    throw new CommandError(7, `policy ${JSON.stringify(file)} is not there [dependency.missing]`);
  }
  const escaped = escapeOf(workspace, file);
  if (escaped !== undefined) throw new CommandError(8, `${escaped} [path.escape]`);
  const materials = new Materials(workspace, 'gate');
  const read = (path: string): PolicyFile => {
    const leaves = escapeOf(workspace, path);
    if (leaves !== undefined) return { ok: false, code: 'path.escape', message: leaves };
    const bytes = materials.read(path, 'file of the policy', 'policy.invalid');
    if (bytes !== undefined) return { ok: true, bytes };
    const told = materials.findings.at(-1);
    return { ok: false, code: told?.code ?? 'dependency.missing', message: told?.message ?? `${path} cannot be read` };
  };
  const { findings, summary } = await checkPolicy(readInput(file), file, read);
  for (const one of findings) {
    const place = one.line === undefined ? file : `${file}:${one.line}:${one.column ?? 1}`;
    (one.severity === 'error' ? io.err : io.out)(line(`${place}: ${one.severity}: ${one.message} [${one.code}]`));
  }
  const exit = worstExit(findings);
  if (exit === 0) for (const text of summary) io.out(line(text));
  return exit;
}
