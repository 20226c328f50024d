import type { JsonObject } from '../json/value.js';
import { exactly, listOf, object, oneOf, type Rule, string } from '../shape.js';
import type { SchemaProblem } from './types.js';

const anyObject = object({ required: {}, open: true });
const strings = listOf(string);

const event = (required: Readonly<Record<string, Rule>>, optional: Readonly<Record<string, Rule>> = {}): Rule =>
  object({ required: { event: object({ required, optional, open: true }) }, open: true });

/** Record types that wrkr registers for itself and that the gate knows by default (producers.md section 7). */
const TYPES: ReadonlyMap<string, Rule> = new Map([
  [
    'lifecycle_transition',
    event(
      { event_type: exactly('lifecycle_transition'), previous_state: string, new_state: string, trigger: string },
      { diff: anyObject },
    ),
  ],
  [
    'evidence',
    event({
      event_type: oneOf(
        'owner_assigned',
        'evidence_attached',
        'least_privilege_verified',
        'rotation_evidence_attached',
        'deployment_gate_present',
        'production_access_classified',
        'proof_artifact_generated',
        'review_cadence_set',
      ),
    }),
  ],
  [
    'decision_trace',
    event(
      {
        event_type: exactly('decision_trace'),
        trace_id: string,
        path_id: string,
        actor: anyObject,
        authority: anyObject,
        what_changed: anyObject,
        outcome: anyObject,
        context_used: strings,
        evidence_refs: strings,
      },
      { policy_checked: anyObject, approval_exception_reason: string, precedent_ref: string, proof_refs: strings },
    ),
  ],
]);

/** Whether the gate knows this record type of a producer without a given schema. */
export function isProducerType(type: string): boolean {
  return TYPES.has(type);
}

/** The problems of a record of such a type. */
export function producerTypeProblems(view: JsonObject, type: string): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  TYPES.get(type)?.(view, '', (_, pointer, message) => {
    problems.push({ code: 'schema.record.invalid', pointer, message });
  });
  return problems;
}
