import { renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from '../../engine/canonical/read.js';
import { LineSlicer } from '../../engine/canonical/slices.js';
import { Fault } from '../../engine/fault.js';
import { type ExitCode, FINDINGS } from '../../engine/findings.js';
import { chainFiles } from '../../engine/kinds/chain-directory.js';
import { isObject, member } from '../../engine/kinds/members.js';
import { sealText } from '../../engine/kinds/seal.js';
import { DEFAULT_LIMITS, MAX_SCHEMA_BYTES } from '../../engine/limits.js';
import { compileCustomTypes } from '../../engine/schema/custom.js';
import { publishedSchemaNames, recordTypes } from '../../engine/schema/registry.js';
import { directorySource } from '../../engine/source/directory.js';
import type { Json } from '../../engine/types.js';
import { readInput } from '../input.js';
import { CommandError, type Io, jsonText } from '../output.js';

function parseInput(bytes: Uint8Array, path: string): Json {
  try {
    return readJson(bytes, DEFAULT_LIMITS.maxDepth);
  } catch (error) {
    if (error instanceof Fault) throw new CommandError(6, `${path}: ${error.message} [${error.code}]`);
    throw error;
  }
}

/** `hash FILE [--write]`: prints a record's hash, or fills it in without touching anything else of the file. */
export function hashCommand(
  path: string,
  flags: { readonly write?: boolean; readonly json?: boolean },
  io: Io,
): ExitCode {
  const bytes = readInput(path, DEFAULT_LIMITS.maxRecordBytes);
  let sealed: ReturnType<typeof sealText>;
  try {
    sealed = sealText(bytes, DEFAULT_LIMITS.maxDepth);
  } catch (error) {
    if (error instanceof Fault) throw new CommandError(6, `${path}: ${error.message} [${error.code}]`);
    throw error;
  }
  if (flags.write === true) {
    // A rename is atomic: whoever reads the record meanwhile sees the old or the new one, never half of it.
    const temporary = join(dirname(path), `.proof-verify-${process.pid}.tmp`);
    try {
      writeFileSync(temporary, sealed.text, { flag: 'wx' });
      renameSync(temporary, path);
    } catch (error) {
      throw new CommandError(
        6,
        `${path}: cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  io.out(flags.json === true ? jsonText({ record_hash: sealed.hash }) : `${sealed.hash}\n`);
  return 0;
}

/** `explain CODE`: what a finding means and what to do about it. */
export function explainCommand(code: string, flags: { readonly json?: boolean }, io: Io): ExitCode {
  const known = Object.keys(FINDINGS);
  const key = code.startsWith('rule.') && code !== 'rule.failed' ? 'rule.failed' : code;
  if (!known.includes(key)) {
    const near = known.filter((one) => one.includes(code) || code.includes(one.split('.')[1] ?? one)).slice(0, 5);
    throw new CommandError(
      6,
      `unknown finding code ${JSON.stringify(code)}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`,
    );
  }
  const rule = FINDINGS[key as keyof typeof FINDINGS];
  if (flags.json === true)
    io.out(jsonText({ code, severity: rule.severity, exit_code: rule.exit, title: rule.title, remedy: rule.remedy }));
  else io.out(`${code}\n  ${rule.title}\n  ${rule.severity}, exit code ${rule.exit}\n  What to do: ${rule.remedy}\n`);
  return 0;
}

/** `schema NAME`: prints a published schema. */
export async function schemaCommand(name: string | undefined, io: Io): Promise<ExitCode> {
  if (name === undefined) {
    io.out(`${publishedSchemaNames().join('\n')}\n`);
    return 0;
  }
  const { publishedSchema } = await import('../../engine/schema/published.js');
  const text = publishedSchema(name);
  if (text === undefined) {
    throw new CommandError(6, `unknown schema ${JSON.stringify(name)}; known: ${publishedSchemaNames().join(', ')}`);
  }
  io.out(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

/** `types list`. */
export function typesListCommand(flags: { readonly json?: boolean; readonly quiet?: boolean }, io: Io): ExitCode {
  if (flags.quiet === true) return 0;
  const types = recordTypes();
  io.out(flags.json === true ? jsonText(types) : types.map((type) => `${type.name}\t${type.description}\n`).join(''));
  return 0;
}

/** `types validate PATH`: whether a file can serve as the schema of a custom record type. */
export async function typesValidateCommand(
  path: string,
  flags: { readonly json?: boolean; readonly quiet?: boolean },
  io: Io,
): Promise<ExitCode> {
  const bytes = readInput(path, MAX_SCHEMA_BYTES);
  parseInput(bytes, path);
  const { problems } = await compileCustomTypes([{ type: 'x_validated_type', bytes, name: path }], (text) =>
    readJson(text, DEFAULT_LIMITS.maxDepth),
  );
  const [first] = problems;
  if (first !== undefined) throw new CommandError(3, `${path}: ${first.message} [${first.code}]`);
  if (flags.quiet !== true)
    io.out(flags.json === true ? jsonText({ bytes: bytes.length, ok: true, schema: path }) : 'Schema is valid.\n');
  return 0;
}

/** `inspect PATH [--record ID]`: the artifact as it reads, or one record of it. Verifies nothing. */
export async function inspectCommand(
  path: string,
  flags: { readonly record?: string; readonly quiet?: boolean },
  io: Io,
): Promise<ExitCode> {
  let directory = false;
  try {
    directory = statSync(path).isDirectory();
  } catch {
    // readInput says what is wrong with it
  }
  const artifact = directory ? await inspectDirectory(path) : inspectFile(path);
  const shown = flags.record === undefined ? artifact : findRecord(artifact, flags.record);
  if (shown === undefined) throw new CommandError(6, `${path}: no record ${JSON.stringify(flags.record)}`);
  if (flags.quiet !== true) io.out(jsonText(shown as object));
  return 0;
}

function inspectFile(path: string): Json {
  if (/\.zip$/i.test(path)) throw new CommandError(6, `${path}: archives cannot be inspected, only verified`);
  const bytes = readInput(path);
  return /\.(jsonl|ndjson)$/i.test(path) ? readLines(bytes, path) : parseInput(bytes, path);
}

function readLines(bytes: Uint8Array, path: string): Json[] {
  const slicer = new LineSlicer(DEFAULT_LIMITS);
  return [...slicer.push(bytes), ...slicer.finish()].map((slice) => parseInput(slice.bytes, `${path}:${slice.line}`));
}

async function inspectDirectory(path: string): Promise<Json> {
  const source = directorySource(path, path, DEFAULT_LIMITS, 'follow');
  const entries = await source.list();
  if (entries.some((entry) => entry.path === 'manifest.json')) return inspectFile(`${path}/manifest.json`);
  const files = await chainFiles(source);
  if (files.records.length === 0 && files.lines.length === 0 && files.declared)
    return inspectFile(`${path}/chain.json`);
  const records = [
    ...files.records.map((name) => inspectFile(`${path}/${name}`)),
    ...files.lines.flatMap((name) => inspectFile(`${path}/${name}`) as Json[]),
  ];
  return { records };
}

function findRecord(artifact: Json, id: string): Json | undefined {
  const list = Array.isArray(artifact)
    ? (artifact as Json[])
    : isObject(artifact)
      ? member(artifact, 'records')
      : undefined;
  const all = Array.isArray(list) ? (list as Json[]) : [artifact];
  return all.find((one) => isObject(one) && member(one, 'record_id') === id);
}
