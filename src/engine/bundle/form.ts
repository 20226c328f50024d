import type { Context } from '../context.js';
import { readToDetect } from '../detect.js';
import { Fault } from '../fault.js';
import { type Form, formOf } from '../form.js';
import { LineSlicer } from '../json/line-slicer.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { VerifyOptions } from '../options.js';
import { goOn, turn, turnIsDue } from '../pace.js';
import { isRecordLine } from '../record/likeness.js';
import { coalesce } from '../source/coalesce.js';
import { holds } from '../source/holds.js';
import type { ByteSource } from '../source/source.js';

/**
 * How a file in a bundle is read (hardening 27): by its extension where that is known, otherwise by its content. `content`:
 * it is not read as an artifact.
 */
export async function formInBundle(source: ByteSource, { options }: Context): Promise<Form | 'content'> {
  const form = formOf(source.name);
  if (form === 'lines') {
    const { records, broken } = await scanLines(source, options);
    return records || broken ? 'lines' : 'content';
  }
  if (form !== undefined) return form;
  const head = await significant(source, options);
  if (head.startsWith('PK\x03\x04')) return (await mentions(source, ARCHIVES, options)) ? 'archive' : 'content';
  if (!/^(?:\{["}/]|\[[[{/])/.test(head)) return 'content';
  try {
    await readToDetect(source, options, true);
    return 'document';
  } catch (error) {
    if (!isSyntax(error)) throw error;
  }
  const { records, broken } = await scanLines(source, options);
  if (records) return 'lines';
  // Not JSON, neither as a whole nor line by line. Only a more lenient reader could find records in it, so it is an artifact
  // when it mentions record members.
  return broken && (await mentions(source, RECORDS, options)) ? 'document' : 'content';
}

/** Names that identify a pack or a runpack in the bytes of an archive; all names of one group must occur. */
const ARCHIVES = [['pack_manifest.json'], ['manifest.json', 'intents.jsonl']];
const RECORDS = [['"record_id"'], ['"record_hash"']];

async function mentions(
  source: ByteSource,
  any: readonly (readonly string[])[],
  options: VerifyOptions,
): Promise<boolean> {
  for (const all of any) {
    let found = true;
    for (const text of all) found &&= await holds(source, Buffer.from(text), options);
    if (found) return true;
  }
  return false;
}

/** Whether a line of a file is a record or claims to be one, or might be one to a more lenient reader. */
export async function hasRecordLines(source: ByteSource, options: VerifyOptions): Promise<boolean> {
  const { records, broken } = await scanLines(source, options);
  return records || (broken && (await mentions(source, RECORDS, options)));
}

const isSyntax = (error: unknown): boolean => error instanceof Fault && error.code.startsWith('json.');

/** Whether any line is a record or claims to be one (`records`), and whether any line is not JSON (`broken`). */
async function scanLines(source: ByteSource, options: VerifyOptions): Promise<{ records: boolean; broken: boolean }> {
  const slicer = new LineSlicer(options.limits);
  const found = { records: false, broken: false };
  const look = ({ bytes }: Slice): void => {
    // Describing what is wrong with a line costs much more than reading one, and one such line is enough.
    if (found.broken && !mayBeRecord(bytes)) return;
    try {
      found.records ||= isRecordLine(readJson(bytes, options.limits.maxDepth));
    } catch (error) {
      if (!isSyntax(error)) throw error;
      found.broken = true;
    }
  };
  for await (const chunk of coalesce(source.chunks())) {
    for (const slices of slicer.batches(chunk)) {
      slices.forEach(look);
      if (turnIsDue()) await turn(options);
    }
    if (found.records) return found;
  }
  slicer.finish().forEach(look);
  return found;
}

/** Bytes of the shortest line that is a record or claims to be one: `{"record_id":0}`. */
const MIN_RECORD_BYTES = 15;

function mayBeRecord(bytes: Uint8Array): boolean {
  if (bytes.length < MIN_RECORD_BYTES) return false;
  let end = bytes.length - 1;
  while (end > 0 && BLANK.has(bytes[end] ?? 0)) end--;
  return bytes[end] === 0x7d || bytes[end] === 0x5d;
}

/** Bytes that may come before JSON: whitespace, and the record separator of JSON text sequences (RFC 7464). */
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0x1e]);
const BOM = '\u00ef\u00bb\u00bf';

/** The first four bytes other than these and a byte order mark, as Latin-1. */
async function significant(source: ByteSource, options: VerifyOptions): Promise<string> {
  let head = '';
  for await (const chunk of source.chunks()) {
    for (const byte of chunk) {
      if (BLANK.has(byte)) continue;
      head += String.fromCharCode(byte);
      if (head === BOM) head = '';
      if (head.length === 4) return head;
    }
    goOn(options);
  }
  return head;
}
