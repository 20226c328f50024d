import { readJson } from '../canonical/read.js';
import { type Node, parseStrict } from '../canonical/strict.js';
import { Fault } from '../fault.js';
import type { Json, JsonObject } from '../types.js';
import { isObject, member, type Problem } from './members.js';
import { recordHash } from './record-hash.js';
import { viewRecord } from './record-view.js';

const NO_RECORD: Problem = { code: 'record.member_type', message: 'not a record', pointer: '' };

/**
 * The hash that a record must carry (contract section 2.1), from its parsed value.
 * @throws Fault when a known member has the wrong type, so that the record cannot be read.
 */
export function hashOfRecord(record: JsonObject): string {
  const { view, problems } = viewRecord(record, { loneCaseVariants: 'refuse' });
  if (view !== undefined) return recordHash(view);
  const [{ code, message, pointer } = NO_RECORD] = problems;
  throw new Fault(code, message, { pointer });
}

/** The record with `integrity.record_hash` filled in; other members of integrity stay. */
export function sealRecord(record: JsonObject): JsonObject {
  const integrity = member(record, 'integrity');
  const kept: JsonObject = isObject(integrity) ? integrity : {};
  return { ...record, integrity: { ...kept, record_hash: hashOfRecord(record) } as JsonObject };
}

/**
 * The text of a record with its hash filled in and nothing else changed: formatting, member order and escapes stay as
 * the producer wrote them.
 * @throws Fault when the text is no JSON record.
 */
export function sealText(bytes: Uint8Array, maxDepth: number): { readonly text: string; readonly hash: string } {
  const value: Json = readJson(bytes, maxDepth);
  if (!isObject(value)) throw new Fault('kind.unsupported', 'a record is a JSON object');
  const hash = hashOfRecord(value);
  const root = parseStrict(bytes, maxDepth);
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const splice = (from: number, to: number, text: string): string =>
    view.subarray(0, from).toString('utf8') + text + view.subarray(to).toString('utf8');
  const integrity = memberOf(root, 'integrity');
  const sealed = integrity && memberOf(integrity, 'record_hash');
  if (sealed !== undefined) return { text: splice(sealed.start, sealed.end, `"${hash}"`), hash };
  if (integrity?.type === 'object') return { text: insertMember(integrity, `"record_hash": "${hash}"`, splice), hash };
  const seal = `{"record_hash": "${hash}"}`;
  if (integrity !== undefined) return { text: splice(integrity.start, integrity.end, seal), hash };
  return { text: insertMember(root, `"integrity": ${seal}`, splice), hash };
}

function memberOf(node: Node, name: string): Node | undefined {
  return node.members?.find((one) => one.name === name)?.value;
}

/** Adds a member at the end of an object, after its last value so that the closing line keeps its indentation. */
function insertMember(object: Node, text: string, splice: (from: number, to: number, text: string) => string): string {
  const last = object.members?.at(-1);
  if (last === undefined) return splice(object.start + 1, object.start + 1, text);
  return splice(last.value.end, last.value.end, `, ${text}`);
}
