import { caseVariants, isObject } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { isRecord, logLine } from '../producers/not-evidence.js';
import { quote } from '../text.js';

const RECORD_MEMBERS: ReadonlySet<string> = new Set([
  ...['record_id', 'record_type', 'event', 'integrity', 'record_version', 'source_product'],
]);

/** Names of the object's members that are record members, ignoring case. */
export function recordMembers(value: Json): string[] {
  return isObject(value) ? Object.keys(value).filter((name) => RECORD_MEMBERS.has(name.toLowerCase())) : [];
}

/** Whether some reader would read a line as a record or as several; a damaged record and a list of records count as well. */
export function isRecordLine(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(isRecordLine);
  if (!isObject(value) || logLine(value) !== undefined) return false;
  return recordMembers(value).length > 1 || isRecord(value) || Object.hasOwn(value, 'record_type');
}

/**
 * The problem of a document of no known kind that is a damaged record or contains records (trust.md section 4); `undefined`
 * for anything else.
 */
export function brokenRecord(value: Json): BrokenRecord | undefined {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const records = list.filter((item) => recordMembers(item).length > 1).length;
    if (records === 0) return undefined;
    const message = `a JSON list of ${list.length} ${list.length === 1 ? 'record' : 'records'} is not an artifact: write one record per line into a .jsonl file`;
    return { code: 'schema.record.invalid', message };
  }
  const members = recordMembers(value);
  if (members.length < 2) return isObject(value) ? hiddenChain(value) : undefined;
  return {
    code: 'record.record_id_required',
    message: `record_id is missing from a record with ${members.join(', ')}`,
  };
}

/** Finds records under a name that some readers treat as `records` (hardening 2): Go ignores the case of names. */
function hiddenChain(value: JsonObject): BrokenRecord | undefined {
  for (const { name, known } of caseVariants(value, CHAIN) ?? []) {
    const list = value[name];
    if (!Array.isArray(list) || !(list as readonly Json[]).some(isRecordLine)) continue;
    const message = `member ${quote(name)} differs from ${quote(known)} only by case, and some readers take its records for a chain`;
    return { code: 'json.case_collision', message };
  }
  return undefined;
}

const CHAIN: ReadonlySet<string> = new Set(['records']);

/** A finding on a damaged record. */
export interface BrokenRecord {
  readonly code: 'schema.record.invalid' | 'record.record_id_required' | 'json.case_collision';
  readonly message: string;
}
