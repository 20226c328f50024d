import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { type Io, jsonText } from '../output.js';
import { readKeyId } from '../produce/key.js';

/** Adds `key id KEY…`. */
export function addKey(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('key')
    .description('signing keys')
    .command('id')
    .argument('<keys...>', 'public or private key: a file, env://NAME, -, or the text of a public key')
    .description('print the id of keys, as signing_key_id and policies have it')
    .option('--json', 'print as JSON')
    .action((keys: string[], _: unknown, command: Command) => {
      done(keyIds(keys, command.optsWithGlobals<{ json?: boolean }>().json === true, io));
    });
}

function keyIds(given: readonly string[], json: boolean, io: Io): ExitCode {
  const keys = given.map((source) => ({ source, key: readKeyId(source) }));
  if (!json) {
    io.out(keys.map(({ key }) => `${key.id}\n`).join(''));
    return 0;
  }
  const list = keys.map(({ source, key }) => ({
    source,
    key_id: key.id,
    public_key: Buffer.from(key.publicKey).toString('hex'),
  }));
  io.out(jsonText(list));
  return 0;
}
