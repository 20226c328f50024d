import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { count } from '../../engine/text.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { readGiven } from '../produce/input.js';
import { readSigningKey } from '../produce/key.js';
import { type Signed, signGiven } from '../produce/sign.js';
import { writeAll } from '../produce/write.js';

interface Flags {
  readonly key?: string;
  readonly write?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly link?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `sign FILE… --key KEY [--write | --out F] [--force] [--no-link]`. */
export function addSign(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('sign')
    .argument('<files...>', 'record, stream, chain, revocation list, folder of a bundle, or - for standard input')
    .description('seal and sign records, chains and bundles')
    .option('--key <key>', 'Ed25519 private key: a file or env://NAME')
    .option('--write', 'write the signature into the file')
    .option('--out <file>', 'write the signed artifact to this file')
    .option('--force', 'sign changed content, and replace the signature of a different key')
    .option('--no-link', 'do not link the records of a stream to each other')
    .option('--json', 'with --write or --out: print what was signed as JSON')
    .option('--quiet', 'print no warnings and no summary')
    .action(async (files: string[], _: unknown, command: Command) => {
      done(await sign(files, command.optsWithGlobals<Flags>(), io));
    });
}

async function sign(files: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const written = flags.write === true || flags.out !== undefined;
  check(files, flags, written);
  const tell = (text: string): void => {
    if (flags.quiet !== true) io.err(line(text));
  };
  const key = readSigningKey(flags.key ?? '', tell);
  const signed = [];
  // Everything is signed before the first file is written: an error leaves every file as it was.
  for (const file of files) {
    const given = readGiven(file);
    signed.push({
      given,
      ...(await signGiven(given, key, { force: flags.force === true, link: flags.link !== false })),
    });
  }
  if (written) {
    writeAll(signed.map(({ given, text }) => ({ path: flags.out ?? given.path ?? '', content: text })));
  } else for (const { text } of signed) io.out(text);
  for (const { given, warnings, ...made } of signed) {
    for (const warning of warnings) tell(warning);
    tell(`${given.name}: ${summary(made, key.id)}`);
  }
  if (flags.json === true) {
    const list = signed.map(({ given, kind, records, signed: fresh, headHash }) => ({
      file: flags.out ?? given.name,
      kind,
      records,
      ...(fresh === undefined ? {} : { signed: fresh }),
      ...(fresh === 0 ? {} : { key_id: key.id }),
      ...(headHash === undefined ? {} : { head_hash: headHash }),
    }));
    io.out(jsonText(list));
  }
  return 0;
}

/** What was signed, by which key. */
function summary({ kind, records, signed, headHash }: Omit<Signed, 'warnings' | 'text'>, keyId: string): string {
  const head = headHash === undefined ? '' : `, head ${headHash}`;
  if (signed === 0)
    return `nothing signed: ${records === 1 ? 'its record is' : `all ${records} records are`} signed already${head}`;
  if (signed !== undefined) {
    return `${signed} of ${count(records, 'record')} signed by key ${keyId}, the others were signed already${head}`;
  }
  const many = kind === 'chain' || kind === 'stream' ? ` of ${count(records, 'record')}` : '';
  return `${kind.replace('_', ' ')}${many} signed by key ${keyId}${head}`;
}

function check(files: readonly string[], flags: Flags, written: boolean): void {
  const wrong = (message: string): CommandError => new CommandError(6, message);
  if (flags.key === undefined || flags.key === '') throw wrong('sign needs --key: a private key file or env://NAME');
  if (flags.write === true && flags.out !== undefined) throw wrong('--write and --out cannot be combined');
  if (flags.out !== undefined && files.length > 1) throw wrong('--out takes one file; use --write for several');
  if (flags.out === '' || flags.out === '-') throw wrong('--out needs a file name; without it the result is printed');
  if (flags.write === true && files.includes('-')) throw wrong('--write needs a file, not standard input');
  if (files.filter((file) => file === '-').length > 1) throw wrong('standard input can be read once only');
  if (flags.json === true && !written) {
    throw wrong('--json needs --write or --out: without them the signed artifact is printed');
  }
}
