import { type Command, Option } from 'commander';
import type { ExitCode } from '../engine/findings.js';
import type { RawOptions } from '../gate/options.js';
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
  const unknown = json === true ? '--json (--report json=- is it)' : explain === true ? '--explain' : undefined;
  if (unknown !== undefined) throw new CommandError(6, `error: unknown option ${unknown}`);
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

/** Adds what belongs to `gate`, in the same way. */
export function addGateCommands(program: Command, io: Io, done: (code: ExitCode) => void): void {
  gateOptions(program.command('merge').argument('<reports...>', 'JSON reports of all shards of one run'))
    .description('put the shards of a run together and decide as one run')
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
    .description('tell everything that is wrong with a policy, or what it asks for')
    .action(async (file: string) => {
      const { policyCheckCommand } = await import('./commands/policy.js');
      done(await policyCheckCommand(file, io));
    });
  addFrameworks(program, io, done);
  program
    .command('init')
    .argument('<what>', 'github, gitlab, jenkins or policy')
    .description('print a file to start from')
    .action(async (what: string) => {
      const { initCommand } = await import('./commands/init.js');
      done(await initCommand(what, io));
    });
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('print a completion script for a shell')
    .action(async (shell: string) => {
      const { completionCommand } = await import('./commands/completion.js');
      done(completionCommand(shell, program, io));
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
    .description('tell which controls the verified records of a workspace cover')
    .option('--json', 'print as JSON')
    .action(async (id: string, patterns: string[], _: unknown, command: Command) => {
      done(await (await load()).frameworksCoverageCommand(id, patterns, command.optsWithGlobals(), io));
    });
}

/** The options of interface.md’s table, one to one. */
export function gateOptions(command: Command): Command {
  const list = (flags: string, text: string): Option => new Option(flags, text).argParser(collect);
  return command
    .optionsGroup('Trust:')
    .addOption(list('--public-key <key>', 'trusted Ed25519 key: hex, base64, PEM, JWK or a file (repeatable)'))
    .option('--signatures <mode>', 'auto (required when a key is given), required, off')
    .option('--revocation-list <file>', 'list of revoked keys')
    .option('--revocation-key <key>', 'key that signed the revocation list')
    .option('--cosign-key <file>', 'PEM public key for cosign signatures')
    .option('--cosign-certificate <file>', 'PEM certificate for cosign signatures')
    .option('--cosign-certificate-identity <identity>', 'identity the certificate must name')
    .option('--cosign-certificate-oidc-issuer <issuer>', 'OIDC issuer the certificate must name')
    .option('--cosign-trusted-root <file>', 'who may issue certificates: PEM or Sigstore trusted root JSON')
    .optionsGroup('Decision:')
    .option('--policy <file>', 'gate policy (default: .proof-policy.yml when present)')
    .option('--policy-sha256 <hex>', 'refuse the policy when it is another one')
    .option('--baseline <file>', 'fail on drift against this baseline')
    .option('--strict', 'strict structure (default)')
    .option('--no-strict', 'lenient structure')
    .addOption(list('--custom-type-schema <type=file>', 'schema of a custom record type (repeatable)'))
    .option('--if-no-artifacts-found <weight>', 'error, warn or ignore (default: error)')
    .option('--unrecognized <weight>', 'error, warn or ignore files that are no Proof artifacts')
    .option('--warn-only', 'report everything but exit 0 unless the gate itself cannot run')
    .option('--now <instant>', 'the clock for freshness, windows and expiry')
    .optionsGroup('Output:')
    .addOption(
      list(
        '--report <format=file>',
        'json, sarif, junit, code-quality, markdown, html, tap, vsa, proof-record; - is standard output (repeatable)',
      ),
    )
    .option('--progress <when>', 'auto, always or never')
    .option('--quiet', 'print nothing but errors')
    .option('--verbose', 'tell what matched and why')
    .option('--no-color', 'no colours')
    .optionsGroup('Limits and work:')
    .option('-C, --working-directory <dir>', 'the workspace (default: the current folder)')
    .option('--jobs <n>', 'threads (default: available parallelism)')
    .option('--shard <i/n>', 'verify only this share of the artifacts')
    .option('--timeout <duration>', 'time limit of the run, for example 10m')
    .option('--max-artifact-bytes <size>', 'largest artifact (default: 2GiB)')
    .option('--max-entry-bytes <size>', 'largest archive entry (default: 256MiB)')
    .option('--max-total-bytes <size>', 'largest sum of archive entries (default: 1GiB)')
    .option('--max-record-bytes <size>', 'largest record (default: 10MiB)')
    .option('--max-document-bytes <size>', 'largest manifest or other document (default: 64MiB)')
    .option('--max-entries <n>', 'most entries of an archive (default: 10000)')
    .option('--max-ratio <n>', 'largest compression ratio (default: 200)')
    .option('--max-depth <n>', 'deepest JSON nesting (default: 200)');
}
