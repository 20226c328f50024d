import type { Document } from '../document.js';
import { digestHex } from '../json/jcs.js';
import { isObject, member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import { anything, count, exactly, instant, list, listOf, object, oneOf, pattern, type Rule, text } from '../shape.js';
import type { Signed } from '../signature/whole.js';
import { quote } from '../text.js';
import { LIFECYCLE_RECORD } from './lifecycle-schema.js';
import { profileProblems } from './profile.js';
import { reference } from './references.js';
import { reporter } from './report.js';
import { checkDocumentSignature, EMPTY_SIGNATURE, instantOf, objectOf } from './signed.js';
import { EVIDENCE_TYPES, verifyTypedEvidence } from './typed-evidence.js';

const ACTIVE = ['contract_family_id', 'proposal_ref', 'activation_ref', 'evidence_refs'];

/** Members that each kind of record requires in addition to the common ones (producers.md section 6). */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  proposal_ingested: ['proposal_ref'],
  activation_requested: ['proposal_ref'],
  activated: ['proposal_ref', 'activation_ref'],
  precondition_evaluated: ['precondition_refs'],
  decision_ready: ['decision'],
  ...withEvidence('execution', 'started', 'succeeded', 'failed', 'blocked'),
  ...withEvidence('effect', 'recorded', 'validated'),
  ...withEvidence('containment', 'requested', 'completed', 'partial', 'unresolved'),
  ...withEvidence('compensation', 'required', 'started', 'completed'),
  rejected: [],
  revoked: [],
  superseded: [],
};

function withEvidence(type: string, ...outcomes: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(outcomes.map((outcome) => [`${type}_${outcome}`, [...ACTIVE, type]]));
}

const shape: Rule = object({
  required: {
    schema_id: exactly(LIFECYCLE_RECORD),
    schema_version: exactly('1'),
    record_id: pattern(/^gait-lr-[0-9a-f]{16}$/),
    revision: count(1),
    kind: oneOf(...Object.keys(KINDS)),
    occurred_at: instant,
    contract_ref: reference,
    correlation: anything,
  },
  optional: {
    signature: anything,
    contract_family_id: text,
    proposal_ref: reference,
    activation_ref: reference,
    precondition_refs: listOf(reference),
    decision: anything,
    evidence_refs: listOf(reference, 1),
    ...Object.fromEntries(EVIDENCE_TYPES.map((type) => [type, anything])),
    reason_codes: list,
    immutable_object: anything,
  },
});

/**
 * Verifies a lifecycle record: its members, those its kind requires, its profile, its typed evidence, its id and its
 * signature.
 * @param pointer of the record in its document.
 */
export async function verifyLifecycleRecord(
  document: Document,
  value: Json,
  pointer: string,
): Promise<readonly Signed[]> {
  const report = reporter(document, 'document.member_invalid');
  shape(value, pointer, report);
  if (!isObject(value)) return [];
  checkKind(value, pointer, document);
  checkCorrelation(value, pointer, document);
  const signed: Signed[] = [];
  for (const type of typedMembers(value)) {
    signed.push(await verifyTypedEvidence(document, member(value, type) ?? null, type, `${pointer}/${type}`));
  }
  const digest = digestHex({ ...value, record_id: '', signature: EMPTY_SIGNATURE });
  const id = `gait-lr-${digest.slice(0, 16)}`;
  if (member(value, 'record_id') !== id) {
    const message = `record_id is not that of the content, which is ${quote(id)}`;
    document.raise({ code: 'document.id_mismatch', message, pointer: `${pointer}/record_id` });
  }
  const at = instantOf(value, 'occurred_at');
  signed.push(await checkDocumentSignature(document, member(value, 'signature'), `${pointer}/signature`, digest, at));
  return signed;
}

const typedMembers = (value: JsonObject): readonly string[] =>
  EVIDENCE_TYPES.filter((type) => (member(value, type) ?? null) !== null);

function checkKind(value: JsonObject, pointer: string, document: Document): void {
  const raise = (at: string, message: string): void =>
    document.raise({ code: 'document.member_invalid', message, pointer: pointer + at });
  const kind = member(value, 'kind');
  const required = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (typeof kind !== 'string' || required === undefined) return;
  for (const name of required) {
    const given = member(value, name) ?? null;
    if (given === null || (Array.isArray(given) && given.length === 0))
      raise('', `a record of kind ${kind} needs ${quote(name)}`);
  }
  const typed = typedMembers(value);
  if (typed.length > 1)
    raise(`/${typed[1]}`, 'a record carries at most one of execution, effect, containment and compensation');
  for (const type of typed) {
    const outcome = member(objectOf(value, type), 'outcome');
    if (kind !== `${type}_${String(outcome)}`)
      raise(`/${type}/outcome`, `the outcome of ${type} is not that of the kind ${kind}`);
  }
}

/** The correlation must bind the record to its contract by digest. */
function checkCorrelation(value: JsonObject, pointer: string, document: Document): void {
  const at = `${pointer}/correlation`;
  const correlation = member(value, 'correlation') ?? null;
  for (const problem of profileProblems(correlation, at)) document.raise(problem);
  if (!isObject(correlation)) return;
  const raise = (name: string, message: string): void =>
    document.raise({ code: 'document.member_invalid', message, pointer: `${at}/${name}` });
  const contract = member(value, 'contract_ref') ?? null;
  if (member(correlation, 'binding_mode') !== 'digest_bound')
    raise('binding_mode', 'a lifecycle record is bound by digest');
  const bound = member(correlation, 'contract_ref') ?? null;
  if (digestHex(bound) !== digestHex(contract))
    raise('contract_ref', 'contract_ref of the correlation is not that of the record');
  if (member(correlation, 'content_digest') !== member(objectOf(value, 'contract_ref'), 'digest')) {
    raise('content_digest', 'content_digest of the correlation is not the digest of contract_ref');
  }
}
