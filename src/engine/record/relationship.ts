import { isObject, member, type Problem } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { MAX_ERRORS } from '../limits.js';
import runtime from '../schema/runtime.cjs';
import { quote } from '../text.js';
import type { ViewContext } from './view-context.js';

/** Typed view of a relationship (contract section 2.3) and its problems (contract section 2.4). */
export interface RelationshipView {
  readonly value: JsonObject;
  readonly problems: readonly Problem[];
}

const RELATIONSHIP: ReadonlySet<string> = new Set([
  'parent_ref',
  'entity_refs',
  'policy_ref',
  'agent_chain',
  'edges',
  'parent_record_id',
  'related_record_ids',
  'related_entity_ids',
  'agent_lineage',
]);
/** In canonical order. */
const REFERENCE: ReadonlySet<string> = new Set([
  'digest',
  'id',
  'kind',
  'schema_id',
  'schema_version',
  'source_product',
]);
const EDGE: ReadonlySet<string> = new Set(['kind', 'from', 'to']);
const HOP: ReadonlySet<string> = new Set(['identity', 'role']);
const POLICY_REF: ReadonlySet<string> = new Set(['policy_id', 'policy_version', 'policy_digest', 'matched_rule_ids']);
const LINEAGE_HOP: ReadonlySet<string> = new Set(['agent_id', 'delegated_by', 'delegation_record_id']);

const PARENT_KINDS: ReadonlySet<string> = new Set(['trace', 'run', 'session', 'intent', 'policy', 'agent', 'evidence']);
const ENTITY_KINDS: ReadonlySet<string> = new Set([
  'agent',
  'tool',
  'resource',
  'policy',
  'run',
  'trace',
  'delegation',
  'evidence',
]);
const EDGE_KINDS: ReadonlySet<string> = new Set([
  'delegates_to',
  'calls',
  'governed_by',
  'targets',
  'derived_from',
  'emits_evidence',
]);
const DIGEST = /^(?:sha256:)?[0-9a-fA-F]{64}$/;

type Emit = Record<string, Json>;

/** Placeholder view for elements that are no longer examined. */
const GIVEN_UP: JsonObject = {};

/** Builds the view of a relationship, or of its deprecated twin `relations`, at `pointer`. */
export function viewRelationship(raw: JsonObject, pointer: string, context: ViewContext): RelationshipView {
  const viewer = new RelationshipViewer(context);
  return { value: viewer.relationship(raw, pointer), problems: viewer.problems };
}

class RelationshipViewer {
  readonly problems: Problem[] = [];
  private mild = 0;
  private grave = 0;
  constructor(private readonly context: ViewContext) {}

  relationship(raw: JsonObject, pointer: string): JsonObject {
    const read = this.context.reader;
    const value = this.context.known(raw, RELATIONSHIP, pointer, true);
    const view = unknownMembers(value, RELATIONSHIP);
    const parent = read.object(value, 'parent_ref', pointer);
    if (parent !== undefined) view['parent_ref'] = this.reference(parent, `${pointer}/parent_ref`, PARENT_KINDS);
    this.listOf(view, value, 'entity_refs', pointer, (item, at, i) => this.reference(item, at, ENTITY_KINDS, i));
    const policy = read.object(value, 'policy_ref', pointer);
    if (policy !== undefined) view['policy_ref'] = this.policy(policy, `${pointer}/policy_ref`);
    this.listOf(view, value, 'agent_chain', pointer, (item, at, i) => this.hop(item, `${at}/${i}`));
    this.listOf(view, value, 'edges', pointer, (item, at, i) => this.edge(item, `${at}/${i}`));
    this.textUnlessEmpty(view, value, 'parent_record_id', pointer);
    this.texts(view, value, 'related_record_ids', pointer);
    this.texts(view, value, 'related_entity_ids', pointer);
    this.listOf(view, value, 'agent_lineage', pointer, (item, at, i) => this.lineage(item, `${at}/${i}`));
    return view;
  }

  private listOf(
    view: Emit,
    value: JsonObject,
    name: string,
    pointer: string,
    each: (item: JsonObject, list: string, index: number) => JsonObject,
  ): void {
    const list = this.context.reader.list(value, name, pointer);
    if (list === undefined || list.length === 0) return;
    const at = `${pointer}/${name}`;
    view[name] = list.map((item, i) => {
      if (item !== null && !isObject(item)) {
        this.context.reader.wrong(at, String(i), 'object', item);
        return {};
      }
      // The record has failed already; viewing the rest of the list would only cost time.
      return this.grave > MAX_ERRORS ? GIVEN_UP : each(item ?? {}, at, i);
    });
  }

  private texts(view: Emit, value: JsonObject, name: string, pointer: string): void {
    const list = this.context.reader.list(value, name, pointer);
    if (list === undefined || list.length === 0) return;
    view[name] = list.map((item, i) => {
      if (item === null) return '';
      if (typeof item !== 'string') this.context.reader.wrong(`${pointer}/${name}`, String(i), 'string', item);
      return item;
    });
  }

  private textUnlessEmpty(view: Emit, value: JsonObject, name: string, pointer: string): void {
    const text = this.context.reader.text(value, name, pointer);
    if (text !== undefined && text !== '') view[name] = text;
  }

  /** The view of a reference about which there is nothing to report, in canonical order; `undefined` for any other. */
  private plainReference(raw: JsonObject, kinds: ReadonlySet<string> | undefined): JsonObject | undefined {
    for (const name in raw) if (name !== 'kind' && name !== 'id' && name !== 'digest') return undefined;
    const { digest, id, kind } = raw;
    if (typeof id !== 'string' || id === '' || typeof kind !== 'string' || kind === '') return undefined;
    if (kinds !== undefined && !kinds.has(kind) && !runtime.isNamespaced(kind)) return undefined;
    if (digest === undefined) return { id, kind };
    const isKnown = typeof digest === 'string' && (digest === '' || DIGEST.test(digest) || this.mild >= MAX_ERRORS);
    return isKnown ? { digest, id, kind } : undefined;
  }

  /**
   * Views a reference. `kinds` is `undefined` for the ends of an edge, which may have any non-empty kind. The pointer is `place`,
   * or its item `index`; it is made only when needed, as a record may have hundreds of thousands of references.
   */
  private reference(
    raw: JsonObject,
    place: string,
    kinds: ReadonlySet<string> | undefined,
    index?: number,
  ): JsonObject {
    const plain = this.plainReference(raw, kinds);
    if (plain !== undefined) return plain;
    const pointer = index === undefined ? place : `${place}/${index}`;
    const read = this.context.reader;
    const value = this.context.known(raw, REFERENCE, pointer, true);
    const view = unknownMembers(value, REFERENCE);
    const kind = read.text(value, 'kind', pointer) ?? '';
    const id = read.text(value, 'id', pointer) ?? '';
    // In canonical order, so that hashing needs no third copy of a record's thousands of references.
    for (const name of REFERENCE) {
      const given = name === 'kind' ? kind : name === 'id' ? id : member(value, name);
      if (given !== undefined) view[name] = given;
    }
    if (id === '') {
      this.problem('record.relationship_ref.id_required', 'a reference has no id', `${pointer}/id`);
    }
    if (kinds === undefined ? kind === '' : !kinds.has(kind) && !runtime.isNamespaced(kind)) {
      this.problem(
        'record.relationship_ref.kind_invalid',
        `reference kind ${quote(kind)} is not known`,
        `${pointer}/kind`,
      );
    }
    const digest = view['digest'];
    if (typeof digest === 'string' && digest !== '' && !DIGEST.test(digest)) {
      this.problem(
        'record.relationship_ref.digest_invalid',
        `reference digest ${quote(digest)} is not a SHA-256`,
        `${pointer}/digest`,
      );
    }
    return view;
  }

  private edge(raw: JsonObject, pointer: string): JsonObject {
    const read = this.context.reader;
    const value = this.context.known(raw, EDGE, pointer, true);
    const view = unknownMembers(value, EDGE);
    const kind = read.text(value, 'kind', pointer) ?? '';
    view['kind'] = kind;
    if (!EDGE_KINDS.has(kind) && !runtime.isNamespaced(kind)) {
      this.problem('record.relationship_edge.kind_invalid', `edge kind ${quote(kind)} is not known`, `${pointer}/kind`);
    }
    view['from'] = this.reference(read.object(value, 'from', pointer) ?? {}, `${pointer}/from`, undefined);
    view['to'] = this.reference(read.object(value, 'to', pointer) ?? {}, `${pointer}/to`, undefined);
    return view;
  }

  private hop(raw: JsonObject, pointer: string): JsonObject {
    const value = this.context.known(raw, HOP, pointer, true);
    const view = unknownMembers(value, HOP);
    view['identity'] = this.context.reader.text(value, 'identity', pointer) ?? '';
    view['role'] = this.context.reader.text(value, 'role', pointer) ?? '';
    return view;
  }

  private policy(raw: JsonObject, pointer: string): JsonObject {
    const value = this.context.known(raw, POLICY_REF, pointer, true);
    const view = unknownMembers(value, POLICY_REF);
    this.textUnlessEmpty(view, value, 'policy_id', pointer);
    this.textUnlessEmpty(view, value, 'policy_version', pointer);
    this.textUnlessEmpty(view, value, 'policy_digest', pointer);
    this.texts(view, value, 'matched_rule_ids', pointer);
    return view;
  }

  private lineage(raw: JsonObject, pointer: string): JsonObject {
    const value = this.context.known(raw, LINEAGE_HOP, pointer, true);
    const view = unknownMembers(value, LINEAGE_HOP);
    view['agent_id'] = this.context.reader.text(value, 'agent_id', pointer) ?? '';
    this.textUnlessEmpty(view, value, 'delegated_by', pointer);
    this.textUnlessEmpty(view, value, 'delegation_record_id', pointer);
    return view;
  }

  private problem(code: Problem['code'], message: string, pointer: string): void {
    // Warnings must not displace errors, so they are counted separately.
    const mild = code === 'record.relationship_ref.digest_invalid';
    if (mild ? this.mild++ >= MAX_ERRORS : this.grave++ >= MAX_ERRORS) return;
    this.problems.push({ code, message, pointer });
  }
}

/** The unknown members, unchanged; `__proto__` remains an ordinary member. */
function unknownMembers(value: JsonObject, known: ReadonlySet<string>): Emit {
  const view: Emit = {};
  for (const name of Object.keys(value)) {
    if (known.has(name)) continue;
    if (name === '__proto__') {
      Object.defineProperty(view, name, { value: value[name], enumerable: true, configurable: true, writable: true });
    } else view[name] = value[name] as Json;
  }
  return view;
}
