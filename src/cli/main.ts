import { Command, CommanderError, Option } from 'commander';
import type { ExitCode } from '../engine/findings.js';
import { VERSION } from '../version.js';
import { addGate, addGateCommands } from './gate-commands.js';
import { CommandError, type Io, line, processIo } from './output.js';

/** Options of the upstream command line that may stand before or after any command's own. */
function common(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print nothing: the exit code tells')
    .option('--explain', 'tell on standard error what is done and found');
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function trustOptions(command: Command): Command {
  return command
    .option('--signatures', 'require signatures and verify them')
    .option('--public-key <key>', 'Ed25519 public key: 64 hex digits or base64 of 32 bytes')
    .option('--cosign-key <file>', 'PEM public key for cosign signatures')
    .option('--cosign-cert <file>', 'PEM certificate for cosign signatures')
    .option('--cosign-cert-identity <identity>', 'identity that the certificate must name')
    .option('--cosign-cert-issuer <issuer>', 'OIDC issuer that the certificate must name')
    .option('--cosign-trusted-root <file>', 'who may issue certificates: PEM certificates or a Sigstore trusted root')
    .option('--revocation-list <file>', 'list of revoked keys')
    .option('--revocation-key <key>', 'public key that signed the revocation list');
}

/** Runs one command line. The exit code is that of contract section 8; unknown commands and flags exit 6. */
export async function run(argv: readonly string[], io: Io = processIo): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const done = (code: ExitCode): void => {
    exit = code;
  };
  const program = buildProgram(argv.slice(2), io, done);
  try {
    await program.parseAsync(argv.slice(2), { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommandError) {
      io.err(line(error.message));
      return error.exitCode as ExitCode;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 6;
    io.err(line(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return 1;
  }
}

type AddCommands = (program: Command, io: Io, done: (code: ExitCode) => void) => void;

/** Commands by who adds them. Defining all of them takes longer than verifying a record, so only what is called is. */
const FAMILIES: readonly (readonly [readonly string[], AddCommands])[] = [
  [['verify', 'chain'], addVerify],
  [['inspect', 'types', 'hash', 'explain', 'schema'], addTools],
  [['gate'], addGate],
  [['merge', 'baseline', 'policy', 'frameworks', 'init'], addGateCommands],
];

function buildProgram(args: readonly string[], io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('proof-verify');
  const output = {
    writeOut: (text: string) => io.out(text),
    writeErr: (text: string) => io.err(text),
    // One line (contract section 9), the suggestion included.
    outputError: (text: string, write: (text: string) => void) => write(line(text.trim().replaceAll('\n', ' '))),
  };
  program
    .description('Verifies Proof artifacts: records, chains, streams, bundles, Gait packs and signed JSON.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText(
      'after',
      `
Exit codes: 0 verified · 1 internal error · 2 verification failed · 3 policy or schema violation · 4 approval required
            5 regression drift · 6 invalid input · 7 dependency missing · 8 unsafe operation blocked

Examples:
  proof-verify gate                                   verify everything in the usual places
  proof-verify gate evidence --public-key ci.pub      … in a folder, signatures required
  proof-verify verify --json record.json              one artifact, as upstream's proof prints it
  proof-verify explain record.hash_mismatch           what a finding means and what to do`,
    )
    .configureOutput(output)
    .showSuggestionAfterError(true)
    .exitOverride();
  common(program);
  const called = args.find((arg) => !arg.startsWith('-')) ?? '';
  const family = FAMILIES.find(([names]) => names.includes(called));
  for (const [, add] of family === undefined ? FAMILIES : [family]) add(program, io, done);
  for (const command of everyCommand(program)) {
    command.exitOverride().configureOutput(output);
  }
  return program;
}

function* everyCommand(command: Command): Iterable<Command> {
  for (const child of command.commands) {
    yield child;
    yield* everyCommand(child);
  }
}

/** Flags of a command and of the program before it: upstream takes the global ones in both places. */
function flagsOf<T>(command: Command): T {
  return command.optsWithGlobals() as T;
}

function addVerify(program: Command, io: Io, done: (code: ExitCode) => void): void {
  common(trustOptions(program.command('verify').argument('<path>', 'record, chain, bundle, pack or signed JSON')))
    .description('verify one artifact, compatible with upstream’s `proof verify`')
    .option('--chain', 'take the path for a chain')
    .option('--bundle', 'take the directory for a bundle')
    .option('--strict', 'check structure strictly')
    .addOption(
      new Option('--custom-type-schema <type=path>', 'schema of a custom record type (repeatable)').argParser(collect),
    )
    .action(async (path: string, _: unknown, command: Command) => {
      const { verifyCommand } = await import('./commands/verify.js');
      done(await verifyCommand(path, flagsOf(command), io));
    });
  const chain = program.command('chain').description('verify chains');
  common(trustOptions(chain.command('verify').argument('<path>', 'chain file or directory')))
    .description('verify a chain and count its records in a range')
    .option('--from <instant>', 'first instant that counts (RFC 3339)')
    .option('--to <instant>', 'last instant that counts (RFC 3339)')
    .option('--strict', 'check structure strictly')
    .action(async (path: string, _: unknown, command: Command) => {
      const { chainVerifyCommand } = await import('./commands/verify.js');
      done(await chainVerifyCommand(path, flagsOf(command), io));
    });
}

function addTools(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const tools = () => import('./commands/tools.js');
  common(program.command('inspect').argument('<path>', 'artifact'))
    .description('print an artifact, or one record of it, without verifying')
    .option('--record <id>', 'print only this record')
    .action(async (path: string, _: unknown, command: Command) => {
      done(await (await tools()).inspectCommand(path, flagsOf(command), io));
    });
  const types = program.command('types').description('record types');
  common(types.command('list'))
    .description('list the built-in record types')
    .action(async (_: unknown, command: Command) => {
      done((await tools()).typesListCommand(flagsOf(command), io));
    });
  common(types.command('validate').argument('<path>', 'JSON Schema file'))
    .description('check that a file can serve as the schema of a custom record type')
    .action(async (path: string, _: unknown, command: Command) => {
      done(await (await tools()).typesValidateCommand(path, flagsOf(command), io));
    });
  program
    .command('hash')
    .argument('<file>', 'record')
    .description('print the hash of a record, or fill it in')
    .option('--write', 'write it into integrity.record_hash, changing nothing else')
    .option('--json', 'print as JSON')
    .action(async (path: string, _: unknown, command: Command) => {
      done((await tools()).hashCommand(path, flagsOf(command), io));
    });
  program
    .command('explain')
    .argument('<code>', 'finding code, for example record.hash_mismatch')
    .description('tell what a finding means and what to do about it')
    .option('--json', 'print as JSON')
    .action(async (code: string, _: unknown, command: Command) => {
      done((await tools()).explainCommand(code, flagsOf(command), io));
    });
  program
    .command('schema')
    .argument('[name]', 'for example proof-record-v1 or types/approval; none: list them')
    .description('print a published JSON Schema')
    .action(async (name: string | undefined) => {
      done(await (await tools()).schemaCommand(name, io));
    });
}
