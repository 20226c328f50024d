import type { Finding } from '../../engine/findings.js';
import { type LoadedPolicy, loadPolicy, type ReadPolicyFile } from './load.js';
import type { Policy } from './model.js';

/** What `policy check` tells: validity, pin, every mistake with its line, and what the policy asks for in words. */
export interface PolicyCheck {
  readonly ok: boolean;
  /** Lower-case hex, for `--policy-sha256`. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
  /** One line for each thing that the policy asks for; empty when it is not valid. */
  readonly summary: readonly string[];
}

/** Checks a policy file (`proof-verify policy check`). Exit code: `worstExit` of the findings; warnings leave it 0. */
export async function checkPolicy(bytes: Uint8Array, name: string, read: ReadPolicyFile): Promise<PolicyCheck> {
  const loaded: LoadedPolicy = await loadPolicy(bytes, name, read);
  const { ok, sha256 } = loaded;
  if (!ok) return { ok, sha256, findings: loaded.findings, summary: [] };
  return { ok, sha256, findings: loaded.warnings, summary: summarizePolicy(loaded.policy) };
}

/** What a policy asks for, a line each. Repeats names from the policy: escape it for each output. */
export function summarizePolicy(policy: Policy): readonly string[] {
  const { trust, freshness, require, rules, approvals, baseline } = policy;
  const lines: string[] = [];
  const signers = [...trust.keys, ...trust.cosign].map(({ name }) => name);
  if (trust.configured) lines.push(`trusts ${signers.length === 0 ? 'nobody' : [...new Set(signers)].join(', ')}`);
  if (trust.minSigners !== undefined) lines.push(`chains and bundles need ${plural(trust.minSigners, 'signer')}`);
  if (freshness?.maxAgeMs !== undefined) lines.push(`records are at most ${freshness.maxAgeMs / 86_400_000} days old`);
  for (const [type, min] of require.recordTypes) lines.push(`needs ${plural(min, `${type} record`)}`);
  for (const product of require.sourceProducts) lines.push(`needs a record of product ${product}`);
  for (const { framework, controls, minCoverage } of require.frameworks) {
    const share = minCoverage ?? (controls === undefined ? 1 : undefined);
    if (controls !== undefined) lines.push(`needs ${framework.framework.id} controls ${controls.join(', ')}`);
    if (share !== undefined) lines.push(`needs ${share * 100} % of ${framework.framework.id}`);
  }
  if (rules.length > 0) lines.push(`${plural(rules.length, 'rule')}: ${rules.map(({ id }) => id).join(', ')}`);
  for (const { id, min, by } of approvals.rules) {
    lines.push(`approval ${id}: ${plural(min, 'signer')}${by === undefined ? '' : ` of ${by.join(', ')}`}`);
  }
  if (!approvals.builtin) lines.push('approvals that records ask for themselves are off');
  if (baseline !== undefined) lines.push(`compares with ${baseline}`);
  return lines;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
