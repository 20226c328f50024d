import type { Command } from 'commander';
import type { ExitCode, Finding } from '../../engine/findings.js';
import { rewriteJson } from '../../engine/json/rewrite.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { canonicalRecord, readView, sealRecord } from '../../engine/produce/record.js';
import type { JsonObject } from '../../engine/types.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { findingsOf, numberProblem, warningsOf } from '../produce/check.js';
import { failure, type Given, readGiven, refusal } from '../produce/input.js';
import { writeAll } from '../produce/write.js';

interface Flags {
  readonly write?: boolean;
  readonly canonical?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Adds `hash FILE [--write] [--canonical] [--force]`. */
export function addHash(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('hash')
    .argument('<file>', 'record, or - for standard input')
    .description('print or write the hash of a record')
    .option('--write', 'write integrity.record_hash and change nothing else')
    .option('--canonical', 'print the bytes that are hashed, and nothing else')
    .option('--force', 'write the hash of a number that other readers may see differently')
    .option('--json', 'print as JSON')
    .option('--quiet', 'print no warnings')
    .action(async (file: string, _: unknown, command: Command) => {
      done(await hash(file, command.optsWithGlobals<Flags>(), io));
    });
}

async function hash(file: string, flags: Flags, io: Io): Promise<ExitCode> {
  if (flags.write === true && flags.canonical === true) {
    throw new CommandError(6, '--write and --canonical cannot be combined');
  }
  if (flags.json === true && flags.canonical === true) {
    throw new CommandError(6, '--json and --canonical cannot be combined: the bytes are printed as they are');
  }
  if (flags.write === true && file === '-') throw new CommandError(6, '--write needs a file, not standard input');
  const given = readGiven(file);
  const record = recordOf(given);
  const place = { bytes: given.bytes, offset: 0, length: given.bytes.length };
  let sealed: JsonObject;
  try {
    sealed = sealRecord(record);
  } catch (error) {
    throw refusal(error, given.name, place);
  }
  const { recordHash, signature, signingKeyId } = readView(record).integrity;
  const made = readView(sealed).integrity.recordHash;
  const refused = flags.write === true && flags.force !== true;
  const odd = numberProblem(given.name, place);
  if (odd !== undefined && refused) {
    throw new CommandError(6, `${odd.message}, or write the hash with --force`, odd.at);
  }
  const text = rewriteJson(given.bytes, record, sealed, DEFAULT_LIMITS.maxDepth);
  // A folder would be read as one; the name decides only about endings.
  const all = await findingsOf('record.json', Buffer.from(text), { signatures: 'off' });
  // `numberProblem` says it, with the place in the file as it was given.
  const findings = all.filter(({ code }) => code !== 'record.number_precision');
  const warnings = [...warningsOf(given.name, findings, (finding) => flags.write === true && mustNotSeal(finding))];
  if (odd !== undefined) warnings.push(`${odd.at}: warning: ${odd.message}`);
  if (flags.write === true && signature !== '' && recordHash !== made) {
    warnings.push(
      `${given.name}: warning: the signature by key ${signingKeyId} no longer matches and was left in place: sign the record again (proof-verify sign)`,
    );
  }
  if (flags.quiet !== true) for (const warning of warnings) io.err(line(warning));
  if (flags.write === true && given.path !== undefined) writeAll([{ path: given.path, content: text }]);
  if (flags.canonical === true) io.out(Buffer.from(canonicalRecord(record)).toString('utf8'));
  else io.out(flags.json === true ? jsonText({ record_hash: made }) : `${made}\n`);
  return 0;
}

/** What a record must have before it is sealed. */
function mustNotSeal({ code }: Finding): boolean {
  return code.startsWith('record.') && code.endsWith('_required');
}

function recordOf(given: Given): JsonObject {
  if (given.kind === 'record') return given.value;
  const { name } = given;
  const sign = `proof-verify sign ${name} --key FILE`;
  switch (given.kind) {
    case 'chain':
      throw failure('kind.unsupported', `${name} is a chain, not a record: ${sign} links, seals and signs its records`);
    case 'stream':
      throw failure(
        'kind.unsupported',
        `${name} is a stream of records, not a record: ${sign} links, seals and signs them`,
      );
    case 'bundle':
      throw failure('kind.unsupported', `${name} is a bundle, not a record: ${sign} signs its manifest`);
    case 'revocation_list':
      throw failure('kind.unsupported', `${name} is a revocation list, not a record: ${sign} signs it`);
    case 'other':
      throw failure('kind.unsupported', `${name} is not a record: it is ${given.words}`);
  }
}
