import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { generateKeyPair } from '../../engine/produce/signing-key.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { writeAll } from '../produce/write.js';

interface Flags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `keygen --out NAME`. */
export function addKeygen(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('keygen')
    .description('make an Ed25519 key pair for signing')
    .option('--out <name>', 'writes NAME.pem (private) and NAME.pub (public); never replaces a file')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print only the key id and errors')
    .action((_: unknown, command: Command) => done(keygen(command.optsWithGlobals<Flags>(), io)));
}

function keygen({ out, json, quiet }: Flags, io: Io): ExitCode {
  if (out === undefined || out === '')
    throw new CommandError(6, 'keygen needs --out NAME: it writes NAME.pem and NAME.pub');
  if (out === '-' || /[/\\]$/.test(out)) {
    throw new CommandError(
      6,
      `--out ${out} is not a file name: a private key is never printed; give a name such as ci`,
    );
  }
  const pair = generateKeyPair();
  const [privateFile, publicFile] = [`${out}.pem`, `${out}.pub`];
  writeAll([
    { path: privateFile, content: pair.privateKey, mode: 0o600, exclusive: true },
    { path: publicFile, content: pair.publicKey, exclusive: true },
  ]);
  if (json === true) io.out(jsonText({ key_id: pair.keyId, private_key: privateFile, public_key: publicFile }));
  else io.out(`${pair.keyId}\n`);
  if (quiet !== true) {
    io.err(line(`${privateFile}: private key; store it as a secret of your CI and never commit it`));
    io.err(line(`${publicFile}: public key; give it to the verifier (gate --public-key ${publicFile})`));
  }
  return 0;
}
