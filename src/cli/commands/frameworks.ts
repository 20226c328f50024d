import type { ExitCode } from '../../engine/findings.js';
import { loadCatalogues } from '../../gate/frameworks/catalogues.js';
import { allControls, evidenceSets, type FrameworkDefinition } from '../../gate/frameworks/framework.js';
import { parseFramework } from '../../gate/frameworks/parse.js';
import type { RawOptions } from '../../gate/options.js';
import { coverageOfRun } from '../../gate/run.js';
import { plain } from '../../report/sanitize.js';
import { readInput } from '../input.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { readOptions } from './gate.js';

interface Flags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `frameworks list`: the built-in catalogues. */
export function frameworksListCommand(flags: Flags, io: Io): ExitCode {
  const list = loadCatalogues().map(({ framework, controls }) => ({
    id: framework.id,
    version: framework.version,
    title: framework.title,
    controls: [...allControls(controls)].length,
  }));
  if (flags.quiet === true) return 0;
  io.out(
    flags.json === true
      ? jsonText(list)
      : list.map((one) => `${one.id}\t${one.title} (${one.version}), ${one.controls} controls\n`).join(''),
  );
  return 0;
}

/** `frameworks show ID|FILE`. */
export function frameworksShowCommand(id: string, flags: Flags, io: Io): ExitCode {
  const framework = frameworkOf(id);
  if (flags.quiet === true) return 0;
  if (flags.json === true) {
    io.out(jsonText(framework));
    return 0;
  }
  const lines = [`${framework.framework.id} ${framework.framework.version}: ${framework.framework.title}`];
  for (const control of allControls(framework.controls)) {
    lines.push(`${control.id}  ${control.title}`);
    for (const set of evidenceSets(control)) {
      const who =
        set.source_products === undefined || set.source_products.length === 0
          ? ''
          : ` from ${set.source_products.join(', ')}`;
      lines.push(
        `  ${set.id === undefined ? '' : `${set.id}: `}${set.required_record_types.join(' + ')}${who} (${set.minimum_frequency})`,
      );
    }
  }
  io.out(lines.map((text) => `${plain(text)}\n`).join(''));
  return 0;
}

/** `frameworks coverage ID [PATTERN…]`: which controls the verified records of a workspace cover. */
export async function frameworksCoverageCommand(
  id: string,
  patterns: readonly string[],
  raw: RawOptions,
  io: Io,
): Promise<ExitCode> {
  const framework = frameworkOf(id);
  const { json, quiet, explain, ...gate } = raw;
  void explain;
  const options = readOptions(patterns, gate);
  const { run, coverage } = await coverageOfRun(options, framework);
  for (const one of run.model.report.findings) {
    if (one.severity !== 'error') continue;
    const place = one.artifact === '' ? '' : `${one.artifact}${one.line === undefined ? '' : `:${one.line}`}: `;
    io.err(line(`${place}${one.message} [${one.code}]`));
  }
  if (quiet === true) return run.exitCode;
  if (json === true) io.out(jsonText(coverage));
  else {
    const lines = coverage.controls.map((one) => `${one.covered ? '✓' : '✗'} ${one.id}  ${one.title}`);
    io.out(
      `${[...lines, `${coverage.covered} of ${coverage.total} controls of ${coverage.framework} ${coverage.version} covered`].map(plain).join('\n')}\n`,
    );
  }
  return run.exitCode;
}

function frameworkOf(id: string): FrameworkDefinition {
  const known = loadCatalogues().find(({ framework }) => framework.id === id);
  if (known !== undefined) return known;
  if (!/[./\\]/.test(id)) {
    throw new CommandError(
      6,
      `unknown framework ${JSON.stringify(id)}; known: ${loadCatalogues()
        .map(({ framework }) => framework.id)
        .join(', ')} [framework.invalid]`,
    );
  }
  const parsed = parseFramework(Buffer.from(readInput(id)).toString('utf8'), id);
  if (parsed.ok) return parsed.framework;
  const [first] = parsed.problems;
  throw new CommandError(
    6,
    `${id}${first?.line === undefined ? '' : `:${first.line}`}: ${first?.message ?? 'not a framework'} [framework.invalid]`,
  );
}
