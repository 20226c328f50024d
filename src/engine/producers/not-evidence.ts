import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { quote } from '../text.js';

/** schema_ids of documents that Gait signs. */
const SIGNED: ReadonlySet<string> = new Set([
  'gait.gate.trace',
  'gait.gate.approval_token',
  'gait.gate.delegation_token',
  'gait.voice.say_token',
]);

/** schema_id of a session chain, which is unsigned but still evidence. */
export const SESSION_CHAIN = 'gait.runpack.session_chain';

/** Whether documents of this schema are always signed; one without a signature has lost it (producers.md section 2). */
export function isSignedSchema(schemaId: Json | undefined): boolean {
  return typeof schemaId === 'string' && SIGNED.has(schemaId);
}

/** Whether a schema_id is one of Gait's own short names. */
function isGaitSchema(schemaId: Json | undefined): schemaId is string {
  return typeof schemaId === 'string' && schemaId.startsWith('gait.');
}

/** Members of a record that a reference to a record does not have. */
const RECORD_MEMBERS = ['record_type', 'integrity', 'record_version'];

/** Whether an object is signed JSON: it has a signature, or must have one. */
export function isSignedKind(value: JsonObject): boolean {
  return (
    Object.hasOwn(value, 'signature') || Object.hasOwn(value, 'pack_id') || isSignedSchema(member(value, 'schema_id'))
  );
}

/** Whether it is a Gait document that is never signed (producers.md section 2, point 4). */
export function isUnsignedGait(value: JsonObject): boolean {
  const schema = member(value, 'schema_id');
  if (!isGaitSchema(schema) || schema === SESSION_CHAIN || isSignedKind(value)) return false;
  return !isRecordLike(value) && !(Object.hasOwn(value, 'records') && isChainLike(value));
}

/** Whether it is a record, complete or not, rather than a mention of a record's id. */
function isRecordLike(value: JsonObject): boolean {
  return RECORD_MEMBERS.some((name) => Object.hasOwn(value, name));
}

/** Whether it is a record or an incomplete one. Any other object may mention a record by its id (trust.md section 4). */
export function isRecord(value: JsonObject): boolean {
  return isRecordLike(value) || ['event', 'source_product'].every((name) => Object.hasOwn(value, name));
}

/** Members that only a chain has, apart from `records`. */
const CHAIN_MEMBERS = ['chain_id', 'record_count', 'head_hash'];

/** Whether an object with `records` is a chain. `records` may be reduced to the element that decides it. */
export function isChainLike(value: JsonObject): boolean {
  if (CHAIN_MEMBERS.some((name) => Object.hasOwn(value, name))) return true;
  const records = member(value, 'records');
  return Array.isArray(records) && (records as readonly Json[]).some(isChainElement);
}

/** Whether an element of `records` makes the document a chain. */
export function isChainElement(element: Json): boolean {
  return isObject(element) && (Object.hasOwn(element, 'integrity') || Object.hasOwn(element, 'record_type'));
}

/** Whether an element of `records` is a record, rather than a mention of one by id and type. */
export function isSealed(element: Json): boolean {
  return isObject(element) && ['integrity', 'record_version', 'event'].some((name) => Object.hasOwn(element, name));
}

/**
 * Describes a JSON object that no kind claims, if it is a known document: one that its producer never signs, or a reference
 * to records. Such a document is neither evidence nor damaged evidence (producers.md section 2).
 */
export function knownDocument(value: JsonObject): string | undefined {
  const schema = member(value, 'schema_id');
  if (isGaitSchema(schema)) return `a ${quote(schema)} document, which Gait does not sign`;
  if (typeof schema === 'string' && /^https:\/\/(?:gait|wrkr|axym)\.dev\/schemas\//.test(schema)) {
    return `an unsigned document of schema ${quote(schema)}`;
  }
  if (Object.hasOwn(value, 'records')) return 'a list of records that are not Proof records';
  if (Object.hasOwn(value, 'record_id')) return 'a reference to a record, not a record';
  return undefined;
}

const JOURNAL: ReadonlyMap<string, string> = new Map([
  ['header', 'gait.runpack.session_journal'],
  ['event', 'gait.runpack.session_event'],
  ['checkpoint', 'gait.runpack.session_checkpoint'],
]);

/** Type of a line of a log. */
export type LogLine = 'event' | 'journal' | 'reference';

/**
 * The type of a line that is not a record and does not claim to be one; `undefined`: the line makes the file a stream of
 * records.
 */
export function logLine(line: Json): LogLine | undefined {
  if (!isObject(line)) return undefined;
  if (isJournalLine(line)) return 'journal';
  if (isRecordLike(line)) return undefined;
  if (isGaitSchema(member(line, 'schema_id'))) return Object.hasOwn(line, 'record_id') ? undefined : 'event';
  // A signed document with an id is more than a reference, although it does not belong in a stream.
  return Object.hasOwn(line, 'record_id') && !isSignedKind(line) ? 'reference' : undefined;
}

/**
 * Whether it is a line of a session journal. Such a line has record_type and event, so it is an exception to the rule for
 * incomplete records.
 */
function isJournalLine(line: JsonObject): boolean {
  const type = member(line, 'record_type');
  const schema = typeof type === 'string' ? JOURNAL.get(type) : undefined;
  if (typeof type !== 'string' || schema === undefined) return false;
  const own = member(line, type);
  if (!isObject(own) || member(own, 'schema_id') !== schema) return false;
  return ['integrity', 'record_version', 'record_id'].every((name) => !Object.hasOwn(line, name));
}

const LOGS: Readonly<Record<LogLine, string>> = {
  event: 'a log of Gait events',
  journal: 'a journal of a Gait session',
  reference: 'a list of references to records',
};

/** Describes a log in words. */
export const describeLog = (line: LogLine): string => LOGS[line];
