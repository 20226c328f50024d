import type { ExitCode } from '../../engine/findings.js';
import { catalogue, loadCatalogues } from '../../gate/config/frameworks/catalogues.js';
import { allControls, type FrameworkDefinition } from '../../gate/config/frameworks/framework.js';
import { parseFramework } from '../../gate/config/frameworks/parse.js';
import type { RawOptions } from '../../gate/options/options.js';
import { coverageOfRun } from '../../gate/run.js';
import { placeOf } from '../../report/common.js';
import { plain } from '../../report/sanitize.js';
import { readInput } from '../input.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { suggestion } from '../usage.js';
import { readOptions } from './gate.js';

interface Flags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `frameworks list`: the built-in catalogues, as upstream lists them (producers.md section 9). */
export function frameworksListCommand(flags: Flags, io: Io): ExitCode {
  const list = loadCatalogues().map(({ framework: { id, version, title }, controls }) => ({
    id,
    version,
    title,
    control_count: [...allControls(controls)].length,
    file: `${id}.yaml`,
  }));
  if (flags.quiet === true) return 0;
  if (flags.json === true) {
    io.out(jsonText(list));
    return 0;
  }
  const controls = list.reduce((sum, framework) => sum + framework.control_count, 0);
  io.out(list.map(({ id, version, control_count }) => `${id}\t${version}\tcontrols=${control_count}\n`).join(''));
  io.out(`${list.length} built-in starter frameworks (${controls} controls). Add custom frameworks via YAML.\n`);
  return 0;
}

/** `frameworks show ID|FILE`: the definition, or its title and version. */
export function frameworksShowCommand(id: string, flags: Flags, io: Io): ExitCode {
  const framework = frameworkOf(id);
  if (flags.quiet === true) return 0;
  const { title, version } = framework.framework;
  io.out(flags.json === true ? jsonText(framework) : line(`${title} (${version})`));
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
    const place = one.artifact === '' ? '' : `${placeOf(one)}: `;
    io.err(line(`${place}${one.severity}: ${one.message} [${one.code}]`));
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
  const known = catalogue(id.replace(/\.yaml$/, ''));
  if (known !== undefined) return known;
  if (!/[./\\]/.test(id)) {
    const ids = loadCatalogues().map(({ framework }) => framework.id);
    throw new CommandError(
      6,
      `unknown framework ${JSON.stringify(id)}${suggestion(id, ids, ids.join(', '))} [framework.invalid]`,
    );
  }
  const parsed = parseFramework(Buffer.from(readInput(id)).toString('utf8'), id);
  if (parsed.ok) return parsed.framework;
  const [first] = parsed.problems;
  throw new CommandError(
    6,
    `${first?.message ?? 'not a framework'} [framework.invalid]`,
    first?.line === undefined ? id : `${id}:${first.line}`,
  );
}
