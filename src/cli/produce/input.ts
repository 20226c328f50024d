import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { detect } from '../../engine/detect.js';
import { Fault } from '../../engine/fault.js';
import { type FindingCode, ruleOf } from '../../engine/findings.js';
import { LineSlicer } from '../../engine/json/line-slicer.js';
import { isObject } from '../../engine/json/members.js';
import { offsetOfPointer } from '../../engine/json/pointer.js';
import { readJson } from '../../engine/json/read.js';
import { DEFAULT_LIMITS } from '../../engine/limits.js';
import type { Json, JsonObject } from '../../engine/types.js';
import { causeIn, isJsonLines, readInput, STDIN } from '../input.js';
import { CommandError } from '../output.js';

/** One record of a stream with its place in the file. */
interface StreamRecord {
  readonly value: JsonObject;
  readonly offset: number;
  readonly length: number;
}

/** The input of a producer's command, parsed, with its kind (contract section 7). */
export type Given = {
  /** Its name in messages. */
  readonly name: string;
  /** Absolute; `undefined` for standard input. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
} & (
  | { readonly kind: 'record'; readonly value: JsonObject }
  | { readonly kind: 'chain'; readonly value: JsonObject }
  | { readonly kind: 'revocation_list'; readonly value: JsonObject }
  | { readonly kind: 'bundle'; readonly value: JsonObject }
  | { readonly kind: 'stream'; readonly records: readonly StreamRecord[] }
  | { readonly kind: 'other'; readonly words: string }
);

/** Names of the kinds that a producer's command does not write. */
const WORDS: Readonly<Record<string, string>> = {
  gait_signed_json: 'signed JSON, which its producer signs',
  record_types: 'a record-type manifest',
  governance_event: 'a governance event',
  chain: 'a chain whose "records" is not a list',
};

/** Reads FILE of a producer's command: a file, a folder with a manifest, or `-`. @throws CommandError 6. */
export function readGiven(file: string): Given {
  if (file === '-') return ofBytes(STDIN, undefined, readInput('-'), 'content');
  const path = resolve(file);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return ofFolder(file, path);
  const kind = /\.(jsonl|ndjson)$/i.test(file) ? 'stream' : 'json';
  return ofBytes(file, path, readInput(file), kind);
}

/** A document, or one record of a stream, in the bytes of its file. */
export interface Place {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly length: number;
}

/** Puts the place in the file before an error: `record.json:3:5: message [code]`. */
export function refusal(error: unknown, name: string, place?: Place): CommandError {
  if (!(error instanceof Fault)) throw error;
  const { code, message } = error;
  if (place === undefined) return failure(code, message, name);
  const { bytes, offset, length } = place;
  const pointer = error.place.pointer ?? '';
  const within = error.place.offset ?? offsetOfPointer(bytes.subarray(offset, offset + length), pointer);
  return failure(code, message, `${name}${positionOf(bytes, offset + within)}`);
}

/** `:line:column` of an offset in a document. */
export function placed({ bytes, offset }: Place, within: number): string {
  return positionOf(bytes, offset + within);
}

/** The failure of a command by the exit code of a finding, at a place `path:line:column` when there is one. */
export function failure(code: FindingCode, message: string, place?: string): CommandError {
  return new CommandError(ruleOf(code).exit, `${message} [${code}]`, place);
}

function ofFolder(name: string, path: string): Given {
  const manifest = `${path}/manifest.json`;
  if (statSync(manifest, { throwIfNoEntry: false })?.isFile() !== true) {
    throw failure('kind.unsupported', 'a folder without manifest.json is not a bundle', name);
  }
  const bytes = readInput(manifest);
  const value = parse(bytes, `${name}/manifest.json`);
  if (!isObject(value)) throw failure('kind.unsupported', 'not a JSON object', `${name}/manifest.json`);
  return { name, path: manifest, bytes, kind: 'bundle', value };
}

function ofBytes(
  name: string,
  path: string | undefined,
  bytes: Uint8Array,
  form: 'stream' | 'json' | 'content',
): Given {
  const given = { name, path, bytes };
  if (bytes.length === 0) throw failure('io.empty', 'the file is empty', name);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { ...given, kind: 'other', words: 'a zip archive (a Gait pack, say), which its producer signs' };
  }
  if (form === 'stream' || (form === 'content' && isJsonLines(bytes))) {
    return { ...given, kind: 'stream', records: readLines(bytes, name) };
  }
  const value = parse(bytes, name);
  if (!isObject(value)) {
    const words = Array.isArray(value)
      ? 'a JSON list; write one record per line (.jsonl), or a chain document'
      : 'not a JSON object';
    return { ...given, kind: 'other', words };
  }
  const kind = detect(value, 'gate').kind?.name ?? 'unknown';
  if (kind === 'chain' && !Array.isArray(value['records'])) {
    return { ...given, kind: 'other', words: 'a chain whose "records" is not a list' };
  }
  if (kind === 'record' || kind === 'chain' || kind === 'revocation_list') return { ...given, kind, value };
  if (Array.isArray(value['files'])) {
    return { ...given, kind: 'other', words: 'the manifest of a bundle; give the folder that it is in' };
  }
  // To a gate it may be a reference to a record; whoever seals or signs it means a record that is not complete yet.
  if (kind === 'unknown' && Object.hasOwn(value, 'record_id')) return { ...given, kind: 'record', value };
  const recordLike = ['record_type', 'event', 'integrity', 'record_version'].some((member) =>
    Object.hasOwn(value, member),
  );
  const words = WORDS[kind] ?? (recordLike ? 'like a record, but record_id is missing' : 'not a Proof artifact');
  return { ...given, kind: 'other', words };
}

function readLines(bytes: Uint8Array, name: string): readonly StreamRecord[] {
  const cause = causeIn(bytes, true);
  if (cause !== undefined) throw failure('kind.unsupported', cause, name);
  try {
    const slicer = new LineSlicer(DEFAULT_LIMITS);
    return [...slicer.push(bytes), ...slicer.finish()].map((slice) => {
      const value = readLine(slice.bytes, bytes, slice.offset, name);
      if (isObject(value) && Object.hasOwn(value, 'record_id')) {
        return { value, offset: slice.offset, length: slice.bytes.length };
      }
      throw failure('kind.unsupported', 'not a record', `${name}:${slice.line}`);
    });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw refusal(error, name, { bytes, offset: 0, length: bytes.length });
  }
}

function readLine(line: Uint8Array, bytes: Uint8Array, offset: number, name: string): Json {
  try {
    return readJson(line, DEFAULT_LIMITS.maxDepth);
  } catch (error) {
    throw refusal(error, name, { bytes, offset, length: line.length });
  }
}

function parse(bytes: Uint8Array, name: string): Json {
  try {
    return readJson(bytes, DEFAULT_LIMITS.maxDepth);
  } catch (error) {
    const cause = error instanceof Fault ? causeIn(bytes, false) : undefined;
    if (error instanceof Fault && cause !== undefined) throw failure(error.code, cause, name);
    throw refusal(error, name, { bytes, offset: 0, length: bytes.length });
  }
}

function positionOf(bytes: Uint8Array, offset: number): string {
  const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8').split('\n');
  return `:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
