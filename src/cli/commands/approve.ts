import type { Command } from 'commander';
import type { ExitCode } from '../../engine/findings.js';
import { isObject, member } from '../../engine/json/members.js';
import { approvalFor } from '../../engine/produce/approval.js';
import { readView } from '../../engine/produce/record.js';
import { parseInstant } from '../../engine/time.js';
import type { Json, JsonObject } from '../../engine/types.js';
import { parsePolicyDuration } from '../../gate/config/policy/model.js';
import { CommandError, type Io, jsonText, line } from '../output.js';
import { failure, type Given, type Place, readGiven, refusal } from '../produce/input.js';
import { readSigningKey } from '../produce/key.js';
import { writeAll } from '../produce/write.js';

interface Flags {
  readonly key?: string;
  readonly record?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly expires?: string;
  readonly out?: string;
  readonly now?: string;
  readonly quiet?: boolean;
}

/** Adds `approve FILE --key KEY [--record ID] [--by NAME] [--reason TEXT] [--expires WHEN] [--out F] [--now INSTANT]`. */
export function addApprove(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program
    .command('approve')
    .argument('<file>', 'record, or chain or stream with --record; - for standard input')
    .description('write a signed approval of a record')
    .option('--key <key>', 'Ed25519 private key of the approver: a file or env://NAME')
    .option('--record <id>', 'the record of a chain or stream')
    .option('--by <name>', 'who approves')
    .option('--reason <text>', 'why')
    .option('--expires <when>', 'until when the approval counts: an instant, or a duration such as 72h')
    .option('--out <file>', 'write the approval to this file; never replaces one')
    .option('--now <instant>', 'time to use instead of now')
    .option('--quiet', 'print no warnings and no summary')
    .action((file: string, _: unknown, command: Command) => {
      done(approve(file, command.optsWithGlobals<Flags>(), io));
    });
}

function approve(file: string, flags: Flags, io: Io): ExitCode {
  if (flags.key === undefined || flags.key === '') {
    throw new CommandError(6, 'approve needs --key: a private key file or env://NAME');
  }
  if (flags.out === '' || flags.out === '-') {
    throw new CommandError(6, '--out needs a file name; without it the approval is printed');
  }
  const tell = (text: string): void => {
    if (flags.quiet !== true) io.err(line(text));
  };
  const now = instantOf(flags.now, '--now') ?? Date.now();
  const expires = expiryOf(flags.expires, now);
  const given = readGiven(file);
  const { record, place } = findRecord(given, flags.record);
  const key = readSigningKey(flags.key, tell);
  let text: string;
  try {
    const approval = approvalFor(record, key, {
      now: new Date(now),
      ...(flags.by === undefined ? {} : { approver: flags.by }),
      ...(flags.reason === undefined ? {} : { reason: flags.reason }),
      ...(expires === undefined ? {} : { expiresAt: new Date(expires) }),
    });
    text = jsonText(approval);
  } catch (error) {
    throw refusal(error, given.name, place);
  }
  if (flags.out !== undefined) writeAll([{ path: flags.out, content: text, exclusive: true }]);
  else io.out(text);
  const { recordId, integrity } = readView(record);
  if (integrity.signature !== '' && integrity.signingKeyId === key.id) {
    tell(
      `${given.name}: warning: key ${key.id} signed the record itself: a gate does not count its approval (self_approval)`,
    );
  }
  tell(`${given.name}: record ${JSON.stringify(recordId)} (${integrity.recordHash}) approved by key ${key.id}`);
  return 0;
}

/** The record to approve and where it is in the file; the place of a record in a chain document is not known. */
function findRecord(given: Given, id: string | undefined): { record: JsonObject; place?: Place } {
  const { name, bytes } = given;
  const refuse = (message: string): CommandError => failure('usage.invalid', `${name}: ${message}`);
  let all: readonly { record: JsonObject; place?: Place }[];
  switch (given.kind) {
    case 'record':
      all = [{ record: given.value, place: { bytes, offset: 0, length: bytes.length } }];
      break;
    case 'stream':
      all = given.records.map(({ value, offset, length }) => ({ record: value, place: { bytes, offset, length } }));
      break;
    case 'chain':
      all = (given.value['records'] as readonly Json[]).filter(isObject).map((record) => ({ record }));
      break;
    case 'other':
      throw failure('kind.unsupported', `${name} is not a record: it is ${given.words}`);
    default:
      throw failure('kind.unsupported', `${name} is a ${given.kind.replace('_', ' ')}, not a record`);
  }
  if (id === undefined) {
    const [only] = all;
    if (given.kind === 'record' && only !== undefined) return only;
    throw refuse(
      `${given.kind === 'chain' ? 'a chain' : 'a stream'} of ${all.length} records: say which with --record ID`,
    );
  }
  const found = all.filter(({ record }) => member(record, 'record_id') === id);
  const [one] = found;
  if (one === undefined) throw refuse(`no record ${JSON.stringify(id)}`);
  if (found.length > 1) throw refuse(`${found.length} records have the id ${JSON.stringify(id)}`);
  return one;
}

function instantOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const instant = parseInstant(text);
  if (instant !== undefined) return instant.epochMs;
  throw new CommandError(
    6,
    `${option} ${JSON.stringify(text)} is not an RFC 3339 instant such as 2026-03-03T12:00:00Z`,
  );
}

function expiryOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const instant = parseInstant(text)?.epochMs;
  const duration = parsePolicyDuration(text);
  const at = instant ?? (duration === undefined ? undefined : now + duration);
  if (at === undefined) {
    throw new CommandError(
      6,
      `--expires ${JSON.stringify(text)} is neither an RFC 3339 instant such as 2026-03-03T12:00:00Z nor a duration such as 72h`,
    );
  }
  if (at <= now)
    throw new CommandError(6, `--expires ${JSON.stringify(text)} is in the past: the approval would never count`);
  return at;
}
