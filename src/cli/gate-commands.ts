import { type Command, Option } from 'commander';
import type { ExitCode } from '../engine/findings.js';
import type { RawOptions } from '../gate/options/options.js';
import { GATE_OPTIONS, OPTION_GROUPS, type OptionSpec, valueName } from '../gate/options/table.js';
import { CommandError, type Io } from './output.js';

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/**
 * Options of a gate command. The program itself has `--quiet`, `--json` and `--explain` for the commands of upstream, and
 * takes them wherever they stand; the gate has the first.
 */
function gateFlags(command: Command): RawOptions {
  const { json, explain, ...options } = command.optsWithGlobals<RawOptions>();
  if (json === true) throw new CommandError(6, 'unknown option --json; use --report json=-');
  if (explain === true) throw new CommandError(6, 'unknown option --explain; use --verbose');
  return options;
}

const gate = () => import('./commands/gate.js');

/** Adds `gate`; the code behind it is loaded when it is run. */
export function addGate(program: Command, io: Io, done: (code: ExitCode) => void): void {
  gateOptions(program.command('gate').argument('[patterns...]', 'globs or paths; `!` excludes'))
    .description('verify all artifacts of a workspace and decide')
    .action(async (patterns: string[], _: unknown, command: Command) => {
      done(await (await gate()).gateCommand(patterns, gateFlags(command), io));
    });
}

/** Adds the commands that belong to `gate`, in the same way. */
export function addGateCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  gateOptions(program.command('merge').argument('<reports...>', 'JSON reports of all shards of one run'))
    .description('merge shard reports into one verdict')
    .action(async (reports: string[], _: unknown, command: Command) => {
      done(await (await gate()).mergeCommand(reports, gateFlags(command), io));
    });
  gateOptions(
    program.command('baseline').argument('<file>', 'where to write it').argument('[patterns...]', 'globs or paths'),
  )
    .description('write a baseline of the verified artifacts')
    .action(async (file: string, patterns: string[], _: unknown, command: Command) => {
      done(await (await gate()).baselineCommand(file, patterns, gateFlags(command), io));
    });
  const policy = program.command('policy').description('gate policies');
  policy
    .command('check')
    .argument('[file]', 'policy', '.proof-policy.yml')
    .description('list every error in a policy, or what it requires')
    .action(async (file: string) => {
      const { policyCheckCommand } = await import('./commands/policy.js');
      done(await policyCheckCommand(file, io));
    });
  policy
    .command('lock')
    .argument('<file>', 'policy')
    .description('write the digests of the files that a policy names into it and print its pin')
    .action(async (file: string) => {
      const { policyLockCommand } = await import('./commands/policy.js');
      done(await policyLockCommand(file, io));
    });
  policy
    .command('test')
    .argument('[file]', 'a *.policy-test.yml, or a policy with such files next to it', '.proof-policy.yml')
    .description('run the cases of a policy test: records, and the error codes they must lead to')
    .action(async (file: string) => {
      const { policyTestCommand } = await import('./commands/policy.js');
      done(await policyTestCommand(file, io));
    });
  addFrameworks(program, io, done);
  program
    .command('init')
    .argument('[name]', 'a CI system, such as github, or policy; none: list them')
    .description('print a starter pipeline or policy')
    .action(async (what: string | undefined) => {
      const { initCommand } = await import('./commands/init.js');
      done(await initCommand(what, io));
    });
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('print a completion script for a shell')
    .action(async (shell: string) => {
      const { completionCommand } = await import('./commands/completion.js');
      done(await completionCommand(shell, program, io));
    });
}

function addFrameworks(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const frameworks = program.command('frameworks').description('control frameworks');
  const load = () => import('./commands/frameworks.js');
  frameworks
    .command('list')
    .description('list the built-in frameworks')
    .option('--json', 'print as JSON')
    .option('--quiet', 'print nothing')
    .action(async (_: unknown, command: Command) => {
      done((await load()).frameworksListCommand(command.optsWithGlobals(), io));
    });
  frameworks
    .command('show')
    .argument('<id>', 'framework id, or a file')
    .description('show the controls of a framework and what covers them')
    .option('--json', 'print as JSON')
    .option('--quiet', 'print nothing')
    .action(async (id: string, _: unknown, command: Command) => {
      done((await load()).frameworksShowCommand(id, command.optsWithGlobals(), io));
    });
  gateOptions(
    frameworks
      .command('coverage')
      .argument('<id>', 'framework id, or a file')
      .argument('[patterns...]', 'globs or paths'),
  )
    .description('show which controls the verified records cover')
    .option('--json', 'print as JSON')
    .action(async (id: string, patterns: string[], _: unknown, command: Command) => {
      done(await (await load()).frameworksCoverageCommand(id, patterns, command.optsWithGlobals(), io));
    });
}

/** The options of the gate (`GATE_OPTIONS`), in their groups. */
function gateOptions(command: Command): Command {
  for (const group of OPTION_GROUPS) {
    command.optionsGroup(`${group}:`);
    for (const spec of GATE_OPTIONS) {
      if (spec.group === group && spec.cli !== false) for (const option of optionsOf(spec)) command.addOption(option);
    }
  }
  return command;
}

/** A switch that is on by default has a second option, which turns it off; with both, commander assumes neither. */
function optionsOf(spec: OptionSpec): readonly Option[] {
  const flags = typeof spec.cli === 'string' ? spec.cli : `--${spec.name}`;
  const help = `${spec.help.replaceAll('`', '')}${defaultText(spec)}`;
  if (spec.kind === 'switch') {
    const off = spec.default === 'true' ? [new Option(`--no-${spec.name}`, `turn --${spec.name} off`)] : [];
    return [new Option(flags, help), ...off];
  }
  const option = new Option(`${flags} <${valueName(spec) ?? 'value'}>`, help);
  if (spec.kind === 'list') option.argParser(collect);
  return [option];
}

function defaultText({ kind, default: value, defaultHelp }: OptionSpec): string {
  const text = (defaultHelp ?? (kind === 'switch' ? undefined : value))?.replaceAll('`', '');
  return `${kind === 'list' ? ' (repeatable)' : ''}${text === undefined ? '' : ` (default: ${text})`}`;
}
