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

/** The detected kind, and every member by which the object claims to be of some kind. */
export interface Detected {
  readonly kind: DocumentKind | undefined;
  readonly claims: readonly string[];
}

/** Detects the kind of a JSON object: the first kind of the table that claims it (contract section 7). */
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
 * The first element of `records` that identifies the document: a record, or an element that cannot be read. The elements are
 * parsed together as one list; one at a time, a million tiny elements take a second (hardening 33).
 */
function tellingElement(
  slices: readonly Slice[],
  { mode, limits }: Pick<VerifyOptions, 'mode' | 'limits'>,
  inBundle: boolean,
): Json | undefined {
  const [first] = slices;
  const last = slices.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // A summary in a bundle lists records by id and type only (producers.md section 7); such an element is not a record.
  const isRecord = inBundle ? isSealed : isChainElement;
  const tells = (element: Json): boolean => mode === 'compat' || isRecord(element) || isLifecycleElement(element);
  // The slices share one buffer, so this range contains the elements with the commas between them.
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
 * Describes a JSON Lines file that is a log, a journal or references instead of a stream of records (producers.md section 2);
 * `undefined` for a stream. One line that is a record, claims to be one or cannot be read makes the file a stream.
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

/** Bytes examined at a time: a document of any size that begins with records is recognized without reading the rest. */
const PIECE_BYTES = 64 * 1024;

/**
 * Reads a JSON file as far as detection needs: up to the first record of a `records` list, since a chain can be larger than
 * memory; otherwise completely.
 * @throws Fault when the text cannot be read.
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

/** Reads a small file without the slicer; `undefined` when it has a `records` list or cannot be read. */
function withoutRecords(bytes: Uint8Array, { limits }: VerifyOptions): Json | undefined {
  try {
    const value = readJson(bytes, limits.maxDepth);
    const hasList = isObject(value) && Object.keys(value).some((name) => name.toLowerCase() === 'records');
    return hasList ? undefined : value;
  } catch {
    return undefined; // reported by the sliced read that follows
  }
}
