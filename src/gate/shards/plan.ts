import { shardOf } from '../../discovery/shard-of.js';
import { sha256 } from '../../engine/digest.js';
import { canonicalize } from '../../engine/json/jcs.js';
import { compareBytes } from '../../engine/order.js';
import type { CosignTrust } from '../../engine/signature/cosign/types.js';
import type { Json, JsonObject } from '../../engine/types.js';
import type { ShardPlan, ShardSettings } from '../../model/shard.js';
import { VERSION } from '../../version.js';
import type { Prepared } from '../config/load.js';
import type { GateOptions } from '../options/options.js';
import type { Shard } from '../options/values.js';

/** The plan of one shard. `paths`: all files that discovery found, of every shard. */
export function makePlan(shard: Shard, run: PlannedRun, paths: readonly string[]): ShardPlan {
  return { index: shard.index, count: shard.count, ...run, artifacts: digestOfPaths(paths) };
}

/** What a plan says of the run, whatever its shard. */
export type PlannedRun = Omit<ShardPlan, 'index' | 'count' | 'artifacts'>;

export function runOf(options: GateOptions, prepared: Prepared): PlannedRun {
  return {
    engine: VERSION,
    commit: options.run.commits[0] ?? null,
    run_id: options.ciRunId ?? null,
    policy_sha256: prepared.policy.sha256,
    base_commit: prepared.trust.base?.commit ?? null,
    settings: settingsOf(options, prepared),
  };
}

function settingsOf(options: GateOptions, { policy, verify, signers }: Prepared): ShardSettings {
  const { trust, customTypes } = verify;
  return {
    verdict: {
      signatures: verify.signatures,
      strict: verify.strict,
      keys: trust.keys.map((key) => key.id).sort(),
      signers: [...signers.byId.keys()].sort(),
      cosign: trust.cosign === undefined ? null : cosignSettings(trust.cosign),
      revocations: verify.revocations.map((one) => [one.keyId, one.revokedAt ?? null]),
      custom_types: customTypes?.digest ?? null,
      limits: { ...verify.limits },
      now: options.now ?? null,
    },
    selection: {
      patterns: [...(options.patterns.length > 0 ? options.patterns : (policy.artifacts ?? []))],
      unrecognized: options.unrecognized ?? null,
      if_no_artifacts_found: options.ifNoArtifactsFound,
    },
  };
}

function cosignSettings({ key, certificates, identity, issuer, roots, others = [] }: CosignTrust): JsonObject {
  return {
    key: key?.id ?? null,
    certificates: certificates.map((one) => one.fingerprint256),
    identity: identity ?? null,
    issuer: issuer ?? null,
    roots: roots?.anchors.map(({ certificate, from, to }) => `${certificate.fingerprint256} ${from} ${to}`) ?? null,
    others: others.map(cosignSettings),
  };
}

/** The names of the settings in which two runs differ. */
export function differingSettings(a: JsonObject, b: JsonObject): readonly string[] {
  const same = (one: Json | undefined, other: Json | undefined): boolean =>
    one !== undefined && other !== undefined && canonicalize(one) === canonicalize(other);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name])).sort();
}

/** Digest of a set of paths, whatever their order. */
export function digestOfPaths(paths: readonly string[]): string {
  const hash = sha256();
  for (const path of [...paths].sort(compareBytes)) hash.update(`${Buffer.byteLength(path)}:${path}\n`);
  return hash.digest('hex');
}

/** Whether a path belongs to the shard of a plan. */
export function belongsTo(path: string, plan: ShardPlan): boolean {
  return shardOf(path, plan.count) === plan.index;
}
