import { sha256Hex } from '../digest.js';
import type { Document } from '../document.js';
import { without } from '../gait/signature.js';
import { digestHex } from '../json/jcs.js';
import { member } from '../json/members.js';
import type { Json, JsonObject } from '../json/value.js';
import {
  anything,
  boolean,
  count,
  exactly,
  instant,
  listOf,
  object,
  oneOf,
  pattern,
  prefixedSha,
  type Rule,
  text,
} from '../shape.js';
import { decodeBase64 } from '../signature/base64.js';
import { type Signed, UNSIGNED } from '../signature/whole.js';
import { shortHash } from '../text.js';
import { profileProblems } from './profile.js';
import { referenceTo } from './references.js';
import { reporter } from './report.js';
import { checkDocumentSignature, instantOf, objectOf } from './signed.js';

/** How the four types of evidence about an action contract differ (producers.md section 6). */
interface Type {
  /** Prefix of its evidence_id. */
  readonly prefix: string;
  readonly outcomes: readonly string[];
  readonly members: Readonly<Record<string, Rule>>;
}

const anyReference = referenceTo({});
const ADDRESS = 'https://gait.dev/schemas/v1/action-contract/';

const TYPES: Readonly<Record<string, Type>> = {
  execution: {
    prefix: 'gait-exec-',
    outcomes: ['started', 'succeeded', 'failed', 'blocked'],
    members: { compensation_required: boolean },
  },
  effect: {
    prefix: 'gait-effect-',
    outcomes: ['recorded', 'validated'],
    members: { execution_ref: anyReference, effect_ref: anyReference },
  },
  containment: {
    prefix: 'gait-containment-',
    outcomes: ['requested', 'completed', 'partial', 'unresolved'],
    members: { execution_ref: anyReference, effect_ref: anyReference, containment_ref: anyReference },
  },
  compensation: {
    prefix: 'gait-compensation-',
    outcomes: ['required', 'started', 'completed'],
    members: { requirement_ref: anyReference, execution_ref: anyReference },
  },
};

/** Names of the types, which are also member names in a lifecycle record. */
export const EVIDENCE_TYPES: readonly string[] = Object.keys(TYPES);

const schemaIdOf = (type: string): string =>
  `${ADDRESS}${type}-${type === 'effect' ? 'event' : 'evidence'}.schema.json`;
const BY_SCHEMA: ReadonlyMap<Json, string> = new Map(EVIDENCE_TYPES.map((type) => [schemaIdOf(type), type]));

/** The type of evidence with this schema_id, or `undefined`. */
export function evidenceType(schemaId: Json | undefined): string | undefined {
  return schemaId === undefined ? undefined : BY_SCHEMA.get(schemaId);
}

const binding = object({
  required: {
    contract_family_id: text,
    revision: count(1),
    contract_ref: referenceTo({
      schema_id: 'https://wrkr.dev/schemas/v1/proposed-action-contract-v3.schema.json',
      schema_version: '3',
      source_product: 'wrkr',
    }),
    activation_ref: referenceTo({ kind: 'activated_action_contract', source_product: 'gait' }),
    runtime_action_ref: anyReference,
    readiness_ref: anyReference,
    decision_ref: anyReference,
    policy_ref: anyReference,
    target_ref: anyReference,
    environment_ref: anyReference,
    proof_refs: listOf(anyReference, 1),
    causal_refs: listOf(anyReference, 1),
    correlation: anything,
  },
});

const shapeOf = (type: string, { prefix, outcomes, members }: Type): Rule =>
  object({
    required: {
      schema_id: exactly(schemaIdOf(type)),
      schema_version: exactly('1'),
      evidence_id: pattern(new RegExp(`^${prefix}[0-9a-f]{16}$`)),
      binding,
      event_ref: anyReference,
      occurred_at: instant,
      fresh_until: instant,
      outcome: oneOf(...outcomes),
      reason_code: pattern(/^[a-z0-9][a-z0-9._-]{1,63}$/),
      provenance: object({
        required: { producer: exactly('gait'), writer: text, verifier: text, public_key: text },
        // Optional here, because a missing one is reported as a lost signature instead of a wrong member.
        optional: { signature: anything },
      }),
      canonical_content_digest: prefixedSha,
      ...members,
    },
  });

const SHAPES: ReadonlyMap<string, Rule> = new Map(
  Object.entries(TYPES).map(([name, type]) => [name, shapeOf(name, type)]),
);

/**
 * Verifies evidence about an action contract, on its own or as a member of a lifecycle record.
 * @param pointer of the evidence in the document.
 */
export async function verifyTypedEvidence(
  document: Document,
  value: Json,
  type: string,
  pointer: string,
): Promise<Signed> {
  const report = reporter(document, 'document.member_invalid');
  SHAPES.get(type)?.(value, pointer, report);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return UNSIGNED;
  const evidence = value as JsonObject;
  const correlation = member(objectOf(evidence, 'binding'), 'correlation') ?? null;
  for (const problem of profileProblems(correlation, `${pointer}/binding/correlation`)) document.raise(problem);
  const occurred = instantOf(evidence, 'occurred_at');
  const fresh = instantOf(evidence, 'fresh_until');
  if (occurred !== undefined && fresh !== undefined && fresh < occurred) {
    report('invalid', `${pointer}/fresh_until`, 'fresh_until is before occurred_at');
  }
  const provenance = objectOf(evidence, 'provenance');
  const content = {
    ...without(evidence, 'canonical_content_digest', 'evidence_id'),
    provenance: without(provenance, 'signature'),
  };
  const digest = digestHex(content);
  const named = (code: 'document.digest_mismatch' | 'document.id_mismatch', name: string, wanted: string): void => {
    if (member(evidence, name) === wanted) return;
    document.raise({
      code,
      message: `${name} is not that of the content, which is ${shortHash(wanted)}`,
      pointer: `${pointer}/${name}`,
    });
  };
  named('document.digest_mismatch', 'canonical_content_digest', `sha256:${digest}`);
  named('document.id_mismatch', 'evidence_id', `${TYPES[type]?.prefix ?? ''}${digest.slice(0, 16)}`);
  const signature = member(provenance, 'signature');
  checkClaimedKey(document, provenance, `${pointer}/provenance`);
  return checkDocumentSignature(document, signature, `${pointer}/provenance/signature`, digest, occurred);
}

/** The key in the evidence must be the one that signed it. It is only a claim and never makes a key trusted. */
function checkClaimedKey(document: Document, provenance: JsonObject, pointer: string): void {
  const key = member(provenance, 'public_key');
  const bytes = typeof key === 'string' ? decodeBase64(key) : undefined;
  const signer = member(objectOf(provenance, 'signature'), 'key_id');
  if (signer === undefined || (bytes?.length === 32 && sha256Hex(bytes) === signer)) return;
  document.raise({
    code: 'signature.key_mismatch',
    message: 'public_key is not the key whose id the signature names',
    pointer: `${pointer}/public_key`,
  });
}
