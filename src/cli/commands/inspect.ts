import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Fault } from '../../engine/fault.js';
import type { ExitCode } from '../../engine/findings.js';
import { LineSlicer } from '../../engine/json/line-slicer.js';
import { isObject, MemberReader, member, type Problem } from '../../engine/json/members.js';
import { readJson } from '../../engine/json/read.js';
import { chainFiles } from '../../engine/kinds/chain-directory.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import { type RecordView, viewRecord } from '../../engine/record/view.js';
import { directorySource } from '../../engine/source/directory.js';
import { fileAccess } from '../../engine/source/random-access.js';
import { openArchive } from '../../engine/source/zip/archive.js';
import { normalizeInstant, ZERO_INSTANT } from '../../engine/time.js';
import type { Json, JsonObject } from '../../engine/types.js';
import { causeIn, isJsonLines, readInput } from '../input.js';
import { CommandError, type Io } from '../output.js';
import { goJson, type Printable, sorted } from './go-json.js';

interface Flags {
  readonly record?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * `inspect PATH [--record ID]`: the typed view of a record, a chain or the manifest of a bundle, as upstream prints it
 * (producers.md section 9). Gait's packs and signed JSON print nothing. Verifies nothing; what cannot be read is 6.
 */
export async function inspectCommand(path: string, flags: Flags, io: Io): Promise<ExitCode> {
  const text = await inspected(path, flags);
  if (flags.quiet !== true && text !== undefined) io.out(`${text}\n`);
  return 0;
}

async function inspected(path: string, flags: Flags): Promise<string | undefined> {
  if (path !== '-' && isDirectory(path)) return inspectDirectory(path, flags);
  if (/\.zip$/i.test(path)) return inspectArchive(path);
  const bytes = readInput(path);
  const lines = path === '-' ? isJsonLines(bytes) : /\.(jsonl|ndjson)$/i.test(path);
  if (lines) return inspectChain({ records: readLines(bytes, path) }, path, flags);
  const value = parse(bytes, path);
  if (isObject(value)) {
    if (Object.hasOwn(value, 'records')) return inspectChain(value, path, flags);
    if (Object.hasOwn(value, 'record_id')) return goJson(printableRecord(value, path));
    if (Object.hasOwn(value, 'pack_id') || isObject(member(value, 'signature'))) return undefined;
  }
  throw new CommandError(6, 'not a record, chain, bundle, pack or signed JSON [kind.unsupported]', path);
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // readInput says what is wrong with it
  }
}

async function inspectDirectory(path: string, flags: Flags): Promise<string> {
  const source = directorySource(path, path, DEFAULT_LIMITS, 'follow');
  if ((await source.list()).some((entry) => entry.path === 'manifest.json')) {
    const bytes = readInput(`${path}/manifest.json`);
    const manifest = parse(bytes, `${path}/manifest.json`);
    return flags.json === true ? goJson({ manifest }) : Buffer.from(bytes).toString('utf8');
  }
  const files = await chainFiles(source);
  const at = (name: string): string => `${path}/${name}`;
  const records = [
    ...files.records.map((name) => parse(readInput(at(name)), at(name))),
    ...files.lines.flatMap((name) => readLines(readInput(at(name)), at(name))),
  ];
  if (records.length === 0 && files.declared) {
    const chain = parse(readInput(at('chain.json')), at('chain.json'));
    if (isObject(chain)) return inspectChain(chain, at('chain.json'), flags);
  }
  // Upstream makes up a chain around loose records: the folder's name, created now.
  const head = records.map((record) => (isObject(record) ? member(record, 'integrity') : undefined)).at(-1);
  const chain: JsonObject = {
    chain_id: basename(resolve(path)),
    created_at: new Date().toISOString(),
    record_count: records.length,
    head_hash: (isObject(head) ? member(head, 'record_hash') : undefined) ?? '',
    records,
  };
  return inspectChain(chain, path, flags);
}

async function inspectArchive(path: string): Promise<undefined> {
  try {
    const access = await fileAccess(path, path);
    try {
      const archive = await openArchive(access, DEFAULT_LIMITS, 1, path);
      const known = ['pack_manifest.json', 'manifest.json'].some((name) => archive.entry(name) !== undefined);
      await archive.close();
      if (known) return undefined;
    } finally {
      await access.close();
    }
  } catch (error) {
    if (error instanceof Fault) throw new CommandError(6, `${error.message} [${error.code}]`, path);
    throw error;
  }
  throw new CommandError(6, 'neither pack_manifest.json nor manifest.json in the archive [kind.unsupported]', path);
}

function readLines(bytes: Uint8Array, path: string): Json[] {
  const cause = causeIn(bytes, true);
  if (cause !== undefined) throw new CommandError(6, `${cause} [kind.unsupported]`, path);
  const slicer = new LineSlicer(DEFAULT_LIMITS);
  return [...slicer.push(bytes), ...slicer.finish()].map((slice) => parse(slice.bytes, `${path}:${slice.line}`));
}

function parse(bytes: Uint8Array, path: string): Json {
  try {
    return readJson(bytes, DEFAULT_LIMITS.maxDepth);
  } catch (error) {
    if (error instanceof Fault)
      throw new CommandError(6, `${causeIn(bytes, false) ?? error.message} [${error.code}]`, path);
    throw error;
  }
}

function inspectChain(chain: JsonObject, path: string, flags: Flags): string {
  const problems: Problem[] = [];
  const read = new MemberReader(problems, 'chain.member_type');
  const head = read.text(chain, 'head_hash', '') ?? '';
  const created = read.text(chain, 'created_at', '');
  const records = read.list(chain, 'records', '');
  const signatures = read.list(chain, 'signatures', '') ?? [];
  const shown = {
    chain_id: read.text(chain, 'chain_id', '') ?? '',
    created_at: instant(created, problems, '/created_at'),
    record_count: read.integer(chain, 'record_count', '') ?? 0,
    ...(head === '' ? {} : { head_hash: head }),
    records: records === undefined ? null : records.map((record) => printableRecord(record, path)),
    ...(signatures.length === 0 ? {} : { signatures: signatures.map((one) => printableSignature(one, read)) }),
  };
  refuse(problems, path);
  if (flags.record === undefined) return goJson(shown);
  const wanted = records?.findIndex((one) => isObject(one) && member(one, 'record_id') === flags.record) ?? -1;
  const record = shown.records?.[wanted];
  if (record === undefined) throw new CommandError(6, `no record ${JSON.stringify(flags.record)} in it`, path);
  return goJson(record);
}

function printableSignature(value: Json, read: MemberReader): Printable {
  if (value !== null && !isObject(value)) read.wrong('/signatures', '', 'object', value);
  const signature = isObject(value) ? value : {};
  const text = (name: string): string => read.text(signature, name, '/signatures') ?? '';
  return { alg: text('alg'), key_id: text('key_id'), sig: text('sig'), signed_digest: text('signed_digest') };
}

function instant(text: string | undefined, problems: Problem[], pointer: string): string {
  const normal = text === undefined ? ZERO_INSTANT : normalizeInstant(text);
  if (normal !== undefined) return normal;
  problems.push({ code: 'chain.member_type', message: `${JSON.stringify(text)} is not an RFC 3339 instant`, pointer });
  return '';
}

function refuse(problems: readonly Problem[], path: string): void {
  const [first] = problems;
  if (first !== undefined) throw new CommandError(6, `${first.pointer}: ${first.message} [${first.code}]`, path);
}

/** A record in its typed view, members in the order of contract section 2. */
function printableRecord(value: Json, path: string): Printable {
  if (value !== null && !isObject(value))
    throw new CommandError(6, 'a record must be an object [record.member_type]', path);
  const { view, problems } = viewRecord(value ?? {}, { loneCaseVariants: 'read' });
  if (view === undefined) {
    refuse(problems, path);
    return null;
  }
  const { integrity: sealed, metadata } = view;
  return {
    record_id: view.recordId,
    record_version: view.recordVersion,
    timestamp: view.timestamp === undefined ? ZERO_INSTANT : (normalizeInstant(view.timestamp) ?? view.timestamp),
    source: view.source,
    source_product: view.sourceProduct,
    ...(view.agentId === '' ? {} : { agent_id: view.agentId }),
    record_type: view.recordType,
    event: view.event === undefined ? null : sorted(view.event),
    controls: printableControls(view),
    ...(metadata === undefined || Object.keys(metadata).length === 0 ? {} : { metadata: sorted(metadata) }),
    ...(view.relationship === undefined ? {} : { relationship: sorted(view.relationship.value) }),
    ...(view.relations === undefined ? {} : { relations: sorted(view.relations.value) }),
    integrity: {
      record_hash: sealed.recordHash,
      ...(sealed.previousRecordHash === '' ? {} : { previous_record_hash: sealed.previousRecordHash }),
      ...(sealed.signingKeyId === '' ? {} : { signing_key_id: sealed.signingKeyId }),
      ...(sealed.signature === '' ? {} : { signature: sealed.signature }),
    },
  };
}

const CONTROLS = [
  'permissions_enforced',
  'approved_scope',
  'within_scope',
  'guardrails_active',
  'human_oversight',
] as const;

function printableControls({ controls }: RecordView): Printable {
  return Object.fromEntries(
    CONTROLS.flatMap((name) => (Object.hasOwn(controls, name) ? [[name, controls[name] as Json]] : [])),
  );
}
