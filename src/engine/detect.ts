import { ChainSlicer } from './json/chain-slicer.js';
import { LineSlicer } from './json/line-slicer.js';
import { isObject } from './json/members.js';
import { readJson } from './json/read.js';
import type { Slice } from './json/slice.js';
import type { Json, JsonObject } from './json/value.js';
import type { DocumentKind, Kind } from './kind.js';
import { KINDS } from './kinds/table.js';
import type { Mode } from './mode.js';
import type { VerifyOptions } from './options.js';
import { goOn } from './pace.js';
import { isLifecycleElement } from './producers/lifecycle-schema.js';
import {
  describeLog,
  isChainElement,
  isSealed,
  isUnsignedGait,
  type LogLine,
  logLine,
} from './producers/not-evidence.js';
import { coalesce } from './source/coalesce.js';
import type { ByteSource } from './source/source.js';

/** The detected kind of a JSON object, and the members that claim a kind. */
export interface Detected {
  readonly kind: DocumentKind | undefined;
  readonly claims: readonly string[];
}

/** Detects the kind of a JSON object (contract section 7): the first of the table that claims it. */
export function detect(value: JsonObject, mode: Mode, kinds: readonly Kind[] = KINDS): Detected {
  let kind: DocumentKind | undefined;
  const claims: string[] = [];
  if (mode === 'gate' && isUnsignedGait(value)) return { kind, claims };
  for (const candidate of kinds) {
    if (candidate.form !== 'document' || (kind !== undefined && candidate.exclusive !== true)) continue;
    const claim = candidate.claims(value, mode);
    if (claim === undefined) continue;
    kind ??= candidate;
    claims.push(claim);
    if (kind.exclusive !== true) break;
  }
  return { kind, claims };
}

/**
 * The first element of `records` that shows what the document is: a record, or one that cannot be read. Elements are parsed
 * together, because one by one a million tiny elements take a second (hardening 33).
 */
function tellingElement(
  slices: readonly Slice[],
  { mode, limits }: Pick<VerifyOptions, 'mode' | 'limits'>,
  inBundle: boolean,
): Json | undefined {
  const [first] = slices;
  const last = slices.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // Summaries in a bundle list records by id and type only (producers.md section 7); a record has more members.
  const isRecord = inBundle ? isSealed : isChainElement;
  const tells = (element: Json): boolean => mode === 'compat' || isRecord(element) || isLifecycleElement(element);
  // The elements lie in one buffer, so the commas between them are there as well.
  const { buffer, byteOffset } = first.bytes;
  const elements = Buffer.from(buffer, byteOffset, last.bytes.byteOffset + last.bytes.length - byteOffset);
  try {
    return (readJson(Buffer.concat([OPEN, elements, CLOSE]), limits.maxDepth + 1) as readonly Json[]).find(tells);
  } catch {
    if (slices.length === 1) return { record_type: 'unreadable' };
    const half = slices.length >> 1;
    const options = { mode, limits };
    const tell = (some: readonly Slice[]): Json | undefined => tellingElement(some, options, inBundle);
    return tell(slices.slice(0, half)) ?? tell(slices.slice(half));
  }
}

const OPEN = Buffer.from('[');
const CLOSE = Buffer.from(']');

/**
 * Names a file of JSON lines that is not a stream of records: a log, a journal, references (producers.md section 2). One line that
 * is a record, claims to be one or cannot be read makes the file a stream.
 */
export async function logOf(source: ByteSource, options: VerifyOptions): Promise<string | undefined> {
  const slicer = new LineSlicer(options.limits);
  let log: LogLine | undefined;
  const fits = ({ bytes }: Slice): boolean => {
    const line = logLine(readJson(bytes, options.limits.maxDepth));
    log ??= line;
    return line !== undefined && line === log;
  };
  try {
    for await (const chunk of coalesce(source.chunks())) {
      if (!slicer.push(chunk).every(fits)) return undefined;
      goOn(options);
    }
    if (!slicer.finish().every(fits)) return undefined;
  } catch {
    return undefined; // reported when the stream is verified
  }
  return log === undefined ? undefined : describeLog(log);
}

/** Bytes read to find out whether a document begins with records. */
const PIECE_BYTES = 64 * 1024;

/**
 * Reads a JSON file as far as it takes to say what it is: up to the first record in a list `records`, as a chain can be longer
 * than memory; else the whole. Rejects with the Fault of what cannot be read.
 */
export async function readToDetect(source: ByteSource, options: VerifyOptions, inBundle: boolean): Promise<Json> {
  if (source.size <= PIECE_BYTES) {
    const value = withoutRecords(await source.bytes(PIECE_BYTES), options);
    if (value !== undefined) return value;
  }
  const slicer = new ChainSlicer(options.limits);
  for await (const chunk of coalesce(source.chunks())) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const found = tellingElement(slicer.push(chunk.subarray(at, at + PIECE_BYTES)), options, inBundle);
      if (found !== undefined) return { records: [found] };
    }
    goOn(options);
  }
  return readJson(slicer.finish().bytes, options.limits.maxDepth);
}

/** A small text without a list of records needs no slicer; `undefined` for one that has such a list or cannot be read. */
function withoutRecords(bytes: Uint8Array, { limits }: VerifyOptions): Json | undefined {
  try {
    const value = readJson(bytes, limits.maxDepth);
    const hasList = isObject(value) && Object.keys(value).some((name) => name.toLowerCase() === 'records');
    return hasList ? undefined : value;
  } catch {
    return undefined; // reported when it is read in pieces
  }
}
