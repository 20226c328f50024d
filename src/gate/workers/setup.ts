import { readJson } from '../../engine/canonical/read.js';
import type { Limits } from '../../engine/limits.js';
import type { Revocation, SignatureMode, VerifyOptions } from '../../engine/options.js';
import { compileCustomTypes, type SchemaSource } from '../../engine/schema/custom.js';
import type { PublicKey } from '../../engine/signature/keys.js';
import { makeTrust } from '../../engine/signature/trust.js';
import { extractFact, type FactNeeds, makeNeeds } from '../extract.js';
import type { FrameworkDefinition } from '../frameworks/framework.js';
import type { Policy } from '../policy/model.js';

/** What a worker is told once: all of it can be cloned into another thread. */
export interface WorkerSetup {
  readonly strict: boolean;
  readonly signatures: SignatureMode;
  readonly keys: readonly PublicKey[];
  /** The run trusts somebody, whether a key is there or not. */
  readonly configured: boolean;
  readonly revocations: readonly Revocation[];
  readonly schemas: readonly SchemaSource[];
  readonly limits: Limits;
  readonly now: number;
  readonly policy: Policy;
  readonly frameworks: readonly FrameworkDefinition[];
  readonly links: boolean;
}

/** The setup of a run's workers; `undefined` when its trust holds what cannot be handed to another thread (cosign). */
export function workerSetup(
  verify: VerifyOptions,
  policy: Policy,
  frameworks: readonly FrameworkDefinition[],
  links: boolean,
): WorkerSetup | undefined {
  const { strict, signatures, trust, revocations, customTypes, limits, now } = verify;
  if (trust.cosign !== undefined) return undefined;
  return {
    strict,
    signatures,
    keys: trust.keys,
    configured: trust.configured,
    revocations,
    schemas: customTypes?.sources ?? [],
    limits,
    now,
    policy,
    frameworks,
    links,
  };
}

/** What a worker checks records with, made from its setup as the main thread made its own. */
export async function workerOptions(setup: WorkerSetup): Promise<VerifyOptions> {
  const { strict, signatures, keys, configured, revocations, schemas, limits, now, policy, frameworks, links } = setup;
  const made = makeTrust({ mode: 'gate', keys, policy: configured });
  if (!made.ok) throw new Error(made.message);
  const { types } = await compileCustomTypes(schemas, (bytes) => readJson(bytes, limits.maxDepth));
  const needs: FactNeeds = await makeNeeds(policy, frameworks, links);
  return {
    mode: 'gate',
    strict,
    signatures,
    trust: made.trust,
    revocations,
    customTypes: schemas.length === 0 ? undefined : types,
    limits,
    now,
    records: { extract: (record) => extractFact(record, needs), accept: () => {} },
  };
}
