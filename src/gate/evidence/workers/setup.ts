import { readJson } from '../../../engine/json/read.js';
import type { Limits } from '../../../engine/limits.js';
import type { Revocation, SignatureMode } from '../../../engine/mode.js';
import type { VerifyOptions } from '../../../engine/options.js';
import { compileCustomTypes } from '../../../engine/schema/custom.js';
import type { SchemaSource } from '../../../engine/schema/types.js';
import type { PublicKey } from '../../../engine/signature/keys.js';
import { makeTrust } from '../../../engine/signature/trust.js';
import type { RunContext } from '../../../model/run.js';
import type { FrameworkDefinition } from '../../config/frameworks/framework.js';
import type { Policy } from '../../config/policy/model.js';
import type { Signers } from '../../config/signers.js';
import { suspectsOf } from '../../decision/judge.js';
import { extractFact, type FactNeeds, makeNeeds } from '../extract.js';

/** The configuration that a worker thread gets once: all of it can be cloned. */
export interface WorkerSetup {
  readonly strict: boolean;
  readonly signatures: SignatureMode;
  readonly keys: readonly PublicKey[];
  /** The run has trusted signers, with or without keys. */
  readonly configured: boolean;
  readonly revocations: readonly Revocation[];
  readonly schemas: readonly SchemaSource[];
  readonly limits: Limits;
  readonly now: number;
  readonly policy: Policy;
  readonly signers: Signers;
  readonly run: RunContext;
  readonly frameworks: readonly FrameworkDefinition[];
  readonly links: boolean;
}

/** The setup of a run's worker threads; `undefined` when its trust cannot be cloned into another thread (cosign). */
export function workerSetup(
  verify: VerifyOptions,
  { policy, signers, run }: Pick<WorkerSetup, 'policy' | 'signers' | 'run'>,
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
    signers,
    run,
    frameworks,
    links,
  };
}

/** What a worker thread checks records with, built from its setup like that of the main thread. */
export async function workerOptions(setup: WorkerSetup): Promise<VerifyOptions> {
  const { strict, signatures, keys, configured, revocations, schemas, limits, now, policy, signers, run } = setup;
  const made = makeTrust({ mode: 'gate', keys, policy: configured });
  if (!made.ok) throw new Error(made.message);
  const { types } = await compileCustomTypes(schemas, (bytes) => readJson(bytes, limits.maxDepth));
  const needs: FactNeeds = await makeNeeds(
    policy,
    setup.frameworks,
    setup.links,
    suspectsOf({ policy, signers, run, now }),
  );
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
