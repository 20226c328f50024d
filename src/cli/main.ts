import { Command, CommanderError, Option } from 'commander';
import type { ExitCode } from '../engine/findings.js';
import { VERSION } from '../version.js';
import { addGate, addGateCommands } from './gate-commands.js';
import { CommandError, type Io, jsonText, line, processIo, withoutKeys } from './output.js';
import { commandOf, usageError } from './usage.js';

/** Options of the upstream command line that may stand before or after any command's own. */
function common(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print nothing but mistakes in the call; use the exit code')
    .option('--explain', 'explain each step on standard error');
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function trustOptions(command: Command): Command {
  return command
    .option('--signatures', 'require signatures and verify them')
    .option('--public-key <key>', 'Ed25519 public key: hex, base64, PEM, JWK, OpenSSH, or a file with one')
    .option('--cosign-key <file>', 'PEM public key for cosign signatures')
    .option('--cosign-cert <file>', 'PEM certificate for cosign signatures')
    .option('--cosign-cert-identity <identity>', 'required certificate identity')
    .option('--cosign-cert-issuer <issuer>', 'required OIDC issuer of the certificate')
    .option(
      '--cosign-trusted-root <file>',
      'trusted certificate authorities: PEM certificates or a Sigstore trusted root',
    )
    .option('--revocation-list <file>', 'list of revoked keys')
    .option('--revocation-key <key>', 'public key that signed the revocation list');
}

/** Runs one command line. The exit code is that of contract section 8; unknown commands and flags exit 6. */
export async function run(argv: readonly string[], io: Io = processIo): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const done = (code: ExitCode): void => {
    exit = code;
  };
  const args = argv.slice(2);
  try {
    const first = args.find((arg) => arg !== '--json' && arg !== '--quiet') ?? '';
    if (VERSION_WORDS.includes(first)) return version(args, io);
    const program = await buildProgram(args, io, done);
    const command = commandOf(program, args);
    try {
      await program.parseAsync(args, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // What was printed is the help: asked for, or because no command was named.
      if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 6;
      throw usageError(error, command);
    }
    return exit;
  } catch (error) {
    if (error instanceof CommandError) {
      io.err(line(withoutKeys(error.message)));
      return error.exitCode as ExitCode;
    }
    io.err(line(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return 1;
  }
}

const VERSION_WORDS = ['--version', '-V', '-v', 'version'];

/** `version`, `--version`, `-V` or `-v`, with `--json` as an object; anything else in the line is a mistake. */
function version(args: readonly string[], io: Io): ExitCode {
  const other = args.find((arg) => ![...VERSION_WORDS, '--json', '--quiet'].includes(arg));
  if (other !== undefined) throw new CommandError(6, `'${other}' cannot be combined with the version`);
  io.out(args.includes('--json') ? jsonText({ version: VERSION }) : `${VERSION}\n`);
  return 0;
}

type AddCommands = (program: Command, io: Io, done: (code: ExitCode) => void) => void;

/** Commands by who adds them. Defining all of them takes longer than verifying a record, so only what is called is. */
const FAMILIES: readonly (readonly [readonly string[], () => Promise<AddCommands>])[] = [
  [['verify', 'chain'], async () => addVerify],
  [['inspect', 'types', 'explain', 'schema'], async () => addTools],
  [['gate'], async () => addGate],
  [['merge', 'baseline', 'policy', 'frameworks', 'init'], async () => addGateCommands],
  [['keygen'], async () => (await import('./commands/keygen.js')).addKeygen],
  [['key'], async () => (await import('./commands/key.js')).addKey],
  [['hash'], async () => (await import('./commands/hash.js')).addHash],
  [['sign'], async () => (await import('./commands/sign.js')).addSign],
  [['approve'], async () => (await import('./commands/approve.js')).addApprove],
];

async function buildProgram(args: readonly string[], io: Io, done: (code: ExitCode) => void): Promise<Command> {
  const program = new Command('proof-verify');
  const output = {
    writeOut: (text: string) => io.out(text),
    writeErr: (text: string) => io.err(text),
    // `usageError` says it.
    outputError: () => {},
  };
  program
    .description('Verifies Proof artifacts: records, chains, streams, bundles, Gait packs and signed JSON.')
    .option('-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText(
      'after',
      `
Exit codes: 0 verified · 1 internal error · 2 verification failed · 3 policy or schema violation · 4 approval required
            5 regression drift · 6 invalid input · 7 dependency missing · 8 unsafe operation blocked

Examples:
  proof-verify gate                                   verify everything in the default locations
  proof-verify gate evidence --public-key ci.pub      … in a folder, signatures required
  proof-verify verify --json record.json              one artifact, as upstream's proof prints it
  proof-verify explain record.hash_mismatch           what a finding means and how to fix it`,
    )
    .configureOutput(output)
    .exitOverride();
  common(program);
  const called = args.find((arg) => !arg.startsWith('-')) ?? '';
  const family = FAMILIES.find(([names]) => names.includes(called));
  for (const [, load] of family === undefined ? FAMILIES : [family]) (await load())(program, io, done);
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
    .option('--chain', 'in a bundle: verify its chain.json instead')
    .option('--bundle', 'in a bundle, with --chain: verify the bundle as well')
    .option('--strict', 'strict checks of structure')
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
    .option('--from <instant>', 'start of the range (RFC 3339)')
    .option('--to <instant>', 'end of the range (RFC 3339)')
    .option('--strict', 'strict checks of structure')
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
      const { inspectCommand } = await import('./commands/inspect.js');
      done(await inspectCommand(path, flagsOf(command), io));
    });
  const types = program.command('types').description('record types');
  common(types.command('list'))
    .description('list the built-in record types')
    .action(async (_: unknown, command: Command) => {
      done((await tools()).typesListCommand(flagsOf(command), io));
    });
  common(types.command('validate').argument('<path>', 'JSON Schema file'))
    .description('check a schema for a custom record type')
    .action(async (path: string, _: unknown, command: Command) => {
      done(await (await tools()).typesValidateCommand(path, flagsOf(command), io));
    });
  program
    .command('explain')
    .argument('[code]', 'finding code, for example record.hash_mismatch; none: list them')
    .description('explain a finding and how to fix it')
    .option('--json', 'print as JSON')
    .action(async (code: string | undefined, _: unknown, command: Command) => {
      done((await import('./commands/explain.js')).explainCommand(code, flagsOf(command), io));
    });
  program
    .command('schema')
    .argument('[name]', 'for example proof-record-v1 or types/approval; none: list them')
    .description('print a published JSON Schema')
    .action(async (name: string | undefined) => {
      done(await (await tools()).schemaCommand(name, io));
    });
}
