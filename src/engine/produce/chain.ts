import { Fault } from '../fault.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { declaredHash } from '../record/declared-hash.js';
import type { RecordView } from '../record/view.js';
import { quote, shortHash } from '../text.js';
import {
  readView,
  refuseChanged,
  refuseOtherSigner,
  requireMembers,
  type SignOptions,
  signRecord,
  stateOf,
  withIntegrity,
} from './record.js';
import type { SigningKey } from './signing-key.js';

/** How the records of a stream are signed. */
export interface StreamOptions extends SignOptions {
  /** Link each record to the one before it; default true. */
  readonly link?: boolean;
  /** Called before each record is processed, so that the caller can locate an error. */
  readonly at?: (index: number) => void;
}

/**
 * Links, seals and signs the records of a stream. A record that is already sealed, linked and signed, by any key, is left
 * unchanged, so a log that grew can be signed again. The first record keeps its link: a rotated log continues the previous
 * one.
 * @throws Fault as `signRecord`; `chain.link_broken` (exit code 2) when a sealed record would get a different link.
 */
export function signRecords(
  records: readonly JsonObject[],
  key: SigningKey,
  options: StreamOptions = {},
): readonly JsonObject[] {
  if (records.length === 0) throw new Fault('stream.empty', 'there are no records to sign');
  let previous: string | undefined;
  return records.map((record, index) => {
    options.at?.(index);
    const signed = signNext(record, index, previous, key, options);
    previous = recordHashOf(signed);
    return signed;
  });
}

/**
 * Links, seals and signs the records of a chain document and sets `record_count` and `head_hash`. A signature over the whole
 * chain that no longer matches is removed, with a warning.
 * @throws Fault as `signRecords`; `chain.member_type` (exit code 6) when `records` is not a list of objects.
 */
export function signChain(chain: JsonObject, key: SigningKey, options: Omit<StreamOptions, 'link'> = {}): JsonObject {
  const records = member(chain, 'records');
  if (!Array.isArray(records)) {
    throw new Fault('chain.member_type', '"records" must be a list', { pointer: '/records' });
  }
  const list = (records as readonly Json[]).map((item, i) => {
    if (isObject(item)) return item;
    throw new Fault('chain.member_type', `record ${i} is not an object`, { pointer: `/records/${i}` });
  });
  const [first] = list;
  if (first === undefined) throw new Fault('chain.empty', 'there are no records to sign', { pointer: '/records' });
  options.at?.(0);
  const start = previousOf(readView(first)) === '' ? first : withoutLink(first, options);
  const signed = signRecords([start, ...list.slice(1)], key, options);
  const head = recordHashOf(signed.at(-1) ?? first);
  const unchanged =
    signed.every((record, i) => record === list[i]) &&
    member(chain, 'record_count') === signed.length &&
    member(chain, 'head_hash') === head;
  if (unchanged) return chain;
  const made: Record<string, Json> = { ...chain, record_count: signed.length, head_hash: head, records: signed };
  const signatures = member(chain, 'signatures');
  if (Array.isArray(signatures) && signatures.length > 0) {
    delete made['signatures'];
    options.warn?.(
      'the signature over the whole chain no longer matches and was removed: sign the chain again where it is made',
    );
  }
  return made;
}

/** Removes the link of the first record: a chain begins with a record that links to nothing. */
function withoutLink(record: JsonObject, options: SignOptions): JsonObject {
  const view = readView(record);
  if (declaredHash(view.integrity.recordHash).form === 'none' || options.force === true) {
    return withIntegrity(record, { previous_record_hash: undefined });
  }
  throw new Fault(
    'chain.link_broken',
    `record 0 (${quote(view.recordId)}) is sealed with a link to ${shortHash(previousOf(view))}, which is not here: the chain begins in the middle`,
    { pointer: '/integrity/previous_record_hash' },
  );
}

function signNext(
  record: JsonObject,
  index: number,
  previous: string | undefined,
  key: SigningKey,
  options: StreamOptions,
): JsonObject {
  const view = readView(record);
  requireMembers(view);
  if (options.force !== true) refuseChanged(view);
  const wanted = options.link === false ? previousOf(view) : (previous ?? firstLink(view));
  const linked = previousOf(view) === wanted;
  const { sealed, signed } = stateOf(view, key);
  if (sealed && linked && signed) return record;
  if (!linked && declaredHash(view.integrity.recordHash).form !== 'none') {
    const message = brokenLink(view, index, wanted);
    if (options.force !== true) {
      throw new Fault('chain.link_broken', message, { pointer: '/integrity/previous_record_hash' });
    }
    options.warn?.(`linked again because of --force: ${message}`);
  }
  if (options.force !== true) refuseOtherSigner(view, key);
  const link = linked ? record : withIntegrity(record, { previous_record_hash: wanted === '' ? undefined : wanted });
  // The old hash was removed together with the link, or was checked above.
  return signRecord(linked ? link : withIntegrity(link, { record_hash: undefined }), key, options);
}

/** The link of the first record of a stream: its own, unless that is a placeholder. */
function firstLink(view: RecordView): string {
  const own = previousOf(view);
  const placeholder = declaredHash(own).form === 'none' && declaredHash(view.integrity.recordHash).form === 'none';
  return placeholder ? '' : own;
}

function brokenLink(view: RecordView, index: number, wanted: string): string {
  const who = `record ${index} (${quote(view.recordId)})`;
  const declared = previousOf(view);
  if (declared === '') {
    return `${who} is sealed without a link to the record before it (--no-link keeps independent records independent)`;
  }
  return `${who} is sealed with a link to ${shortHash(declared)}, but the record before it has hash ${shortHash(wanted)}`;
}

function previousOf(view: RecordView): string {
  return view.integrity.previousRecordHash;
}

function recordHashOf(record: JsonObject): string {
  return readView(record).integrity.recordHash;
}
