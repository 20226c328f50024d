import { isObject, type Problem } from '../json/members.js';
import { pointerPart } from '../json/pointer.js';
import type { Json, JsonObject } from '../json/value.js';
import { quote } from '../text.js';
import { parseInstant } from '../time.js';
import { type RelationshipView, viewRelationship } from './relationship.js';
import { ViewContext, type ViewOptions } from './view-context.js';

/** A record in the form that hash and schema use (contract section 2). */
export interface RecordView {
  readonly recordId: string;
  readonly recordVersion: string;
  readonly source: string;
  readonly sourceProduct: string;
  readonly recordType: string;
  readonly agentId: string;
  /** As written; `undefined` when absent. */
  readonly timestamp: string | undefined;
  /** UTC in whole seconds, as the hash covers it. */
  readonly utc: string;
  readonly epochMs: number;
  readonly fraction: boolean;
  readonly event: JsonObject | undefined;
  readonly controls: JsonObject;
  readonly metadata: JsonObject | undefined;
  readonly relationship: RelationshipView | undefined;
  readonly relations: RelationshipView | undefined;
  readonly integrity: {
    readonly recordHash: string;
    readonly previousRecordHash: string;
    readonly signingKeyId: string;
    readonly signature: string;
    readonly present: boolean;
  };
  /** JSON pointers of members that the hash does not cover (hardening 7); `undefined` for none. */
  readonly unhashed: readonly string[] | undefined;
}

const RECORD_MEMBERS: ReadonlySet<string> = new Set([
  'record_id',
  'record_version',
  'timestamp',
  'source',
  'source_product',
  'agent_id',
  'record_type',
  'event',
  'controls',
  'metadata',
  'relationship',
  'relations',
  'integrity',
]);
const INTEGRITY_MEMBERS: ReadonlySet<string> = new Set([
  'record_hash',
  'previous_record_hash',
  'signing_key_id',
  'signature',
]);
const CONTROLS_MEMBERS: ReadonlySet<string> = new Set([
  'permissions_enforced',
  'approved_scope',
  'within_scope',
  'guardrails_active',
  'human_oversight',
]);
const GUARDRAIL_MEMBERS: ReadonlySet<string> = new Set(['name', 'status', 'triggered']);
const OVERSIGHT_MEMBERS: ReadonlySet<string> = new Set(['approval_required', 'last_review', 'reviewer']);

/**
 * The view, or the problems that make the record unreadable (exit code 6: wrong types, invalid timestamp, ambiguous member
 * names).
 */
export type ViewResult =
  | { readonly view: RecordView; readonly problems?: undefined }
  | { readonly view?: undefined; readonly problems: readonly Problem[] };

/** Reads a parsed record into its typed view, without normalizing texts. */
export function viewRecord(value: JsonObject, options: ViewOptions): ViewResult {
  const problems: Problem[] = [];
  const context = new ViewContext(problems, options);
  const record = context.known(value, RECORD_MEMBERS, '');
  const read = context.reader;
  const timestamp = read.text(record, 'timestamp', '');
  const instant = timestamp === undefined ? undefined : parseInstant(timestamp);
  if (timestamp !== undefined && instant === undefined) {
    problems.push({
      code: 'record.timestamp_invalid',
      message: `timestamp ${quote(timestamp)} is not an RFC 3339 instant`,
      pointer: '/timestamp',
    });
  }
  const controls = read.object(record, 'controls', '');
  const integrity = read.object(record, 'integrity', '');
  const sealed = integrity === undefined ? {} : context.known(integrity, INTEGRITY_MEMBERS, '/integrity');
  const relationship = read.object(record, 'relationship', '');
  const relations = read.object(record, 'relations', '');
  const view: RecordView = {
    recordId: read.text(record, 'record_id', '') ?? '',
    recordVersion: read.text(record, 'record_version', '') ?? '',
    source: read.text(record, 'source', '') ?? '',
    sourceProduct: read.text(record, 'source_product', '') ?? '',
    recordType: read.text(record, 'record_type', '') ?? '',
    agentId: read.text(record, 'agent_id', '') ?? '',
    timestamp,
    utc: instant?.utc ?? '',
    epochMs: instant?.epochMs ?? Number.NaN,
    fraction: instant?.fraction ?? false,
    event: read.object(record, 'event', ''),
    controls: viewControls(controls, context),
    metadata: read.object(record, 'metadata', ''),
    relationship: relationship === undefined ? undefined : viewRelationship(relationship, '/relationship', context),
    relations: relations === undefined ? undefined : viewRelationship(relations, '/relations', context),
    integrity: {
      recordHash: read.text(sealed, 'record_hash', '/integrity') ?? '',
      previousRecordHash: read.text(sealed, 'previous_record_hash', '/integrity') ?? '',
      signingKeyId: read.text(sealed, 'signing_key_id', '/integrity') ?? '',
      signature: read.text(sealed, 'signature', '/integrity') ?? '',
      present: integrity !== undefined,
    },
    unhashed: context.unhashed,
  };
  return problems.length === 0 ? { view } : { problems };
}

/** Typed view of controls (contract section 2.2), members in canonical order. */
function viewControls(raw: JsonObject | undefined, context: ViewContext): JsonObject {
  if (raw === undefined) return { permissions_enforced: false };
  const read = context.reader;
  const controls = context.known(raw, CONTROLS_MEMBERS, '/controls');
  const view: Record<string, Json> = {};
  const scope = read.text(controls, 'approved_scope', '/controls');
  if (scope !== undefined && scope !== '') view['approved_scope'] = scope;
  const guardrails = read.list(controls, 'guardrails_active', '/controls');
  if (guardrails !== undefined && guardrails.length > 0) {
    view['guardrails_active'] = guardrails.map((item, i) =>
      viewGuardrail(item, `/controls/guardrails_active/${i}`, context),
    );
  }
  const oversight = read.object(controls, 'human_oversight', '/controls');
  if (oversight !== undefined) view['human_oversight'] = viewOversight(oversight, context);
  view['permissions_enforced'] = read.flag(controls, 'permissions_enforced', '/controls') ?? false;
  const within = read.flag(controls, 'within_scope', '/controls');
  if (within !== undefined) view['within_scope'] = within;
  return view;
}

function viewGuardrail(item: Json, pointer: string, context: ViewContext): JsonObject {
  if (item !== null && !isObject(item)) {
    const at = pointer.lastIndexOf('/');
    context.reader.wrong(pointer.slice(0, at), pointer.slice(at + 1), 'object', item);
    return {};
  }
  const guardrail = item === null ? {} : context.known(item, GUARDRAIL_MEMBERS, pointer);
  return {
    name: context.reader.text(guardrail, 'name', pointer) ?? '',
    status: context.reader.text(guardrail, 'status', pointer) ?? '',
    triggered: context.reader.flag(guardrail, 'triggered', pointer) ?? false,
  };
}

function viewOversight(raw: JsonObject, context: ViewContext): JsonObject {
  const pointer = '/controls/human_oversight';
  const oversight = context.known(raw, OVERSIGHT_MEMBERS, pointer);
  const view: Record<string, Json> = {
    approval_required: context.reader.flag(oversight, 'approval_required', pointer) ?? false,
  };
  const review = context.reader.text(oversight, 'last_review', pointer);
  if (review !== undefined && review !== '') view['last_review'] = review;
  const reviewer = context.reader.text(oversight, 'reviewer', pointer);
  if (reviewer !== undefined && reviewer !== '') view['reviewer'] = reviewer;
  return view;
}

/** The rules of contract section 2.4 beyond types: members that must be present and not blank. */
export function checkRequired(view: RecordView): Problem[] {
  const problems: Problem[] = [];
  const blank = (text: string): boolean => text.trim() === '';
  const need = (bad: boolean, name: string, code: Problem['code'], word = 'missing or empty'): void => {
    if (bad) problems.push({ code, message: `${name} is ${word}`, pointer: pointerPart(name) });
  };
  need(view.recordId === '', 'record_id', 'record.record_id_required', 'missing or empty');
  need(blank(view.recordVersion), 'record_version', 'record.record_version_required');
  need(view.timestamp === undefined, 'timestamp', 'record.timestamp_required', 'missing');
  need(blank(view.source), 'source', 'record.source_required');
  need(blank(view.sourceProduct), 'source_product', 'record.source_product_required');
  need(blank(view.recordType), 'record_type', 'record.record_type_required');
  need(view.event === undefined, 'event', 'record.event_required', 'missing');
  return problems;
}
