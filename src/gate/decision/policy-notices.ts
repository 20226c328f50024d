import { finding } from '../../engine/findings.js';
import { isBuiltInType } from '../../engine/schema/registry.js';
import { quote } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { ReportRequirement } from '../../model/report.js';
import type { Policy, PolicyPosition } from '../config/policy/model.js';
import { unknownRecordTypes } from '../config/policy/record-types.js';
import { instantText } from '../instant.js';
import type { DecisionFindings } from './findings.js';
import type { Tally } from './requirements.js';
import type { Waivers } from './waivers.js';

/** The input of the notices about a policy. */
export interface PolicyUse {
  readonly policy: Policy;
  readonly requirements: readonly ReportRequirement[];
  readonly verdicts: readonly ArtifactVerdict[];
  readonly sums: Tally;
  readonly waivers: Waivers;
  readonly now: number;
  readonly isKnownType: ((type: string) => boolean) | undefined;
}

/**
 * Parts of a policy that this run did not use (trust.md section 7): `policy.unused` (notice) for rules, approvals, keys and
 * exceptions, and `policy.unknown_record_type` (warning) for types that are neither built in nor given nor in a record that
 * counts. A run that verified nothing says nothing about its policy.
 */
export function noticePolicy(use: PolicyUse, findings: DecisionFindings): void {
  const { policy, requirements, verdicts, sums, waivers, now, isKnownType } = use;
  if (policy.sha256 === null || verdicts.length === 0) return;
  const unused = (message: string, at: PolicyPosition | undefined): void => {
    findings.add(finding('policy.unused', message, policy.name, at));
  };
  const selected = new Map(requirements.map(({ id, required }) => [id, required]));
  for (const { id, at } of policy.rules) {
    if (selected.get(`rule:${id}`) === 0) unused(`rule ${id} selected no record`, at);
  }
  for (const { id, at } of policy.approvals.rules) {
    if (selected.get(`approval:${id}`) === 0) unused(`approval ${id} selected no record`, at);
  }
  const signed = new Set(verdicts.flatMap(({ signatures }) => signatures.keyIds));
  for (const { name, key, at } of policy.trust.keys) {
    if (!signed.has(key.id)) unused(`key ${quote(name)} verified no signature`, at);
  }
  for (const exception of policy.exceptions) {
    const { code, until, at } = exception;
    const when = instantText(until);
    if (now >= until) unused(`the exception for ${code} ended at ${when}`, at);
    else if (!waivers.isUsed(exception)) unused(`the exception for ${code} accepted nothing`, at);
  }
  const isKnown = (type: string): boolean =>
    isBuiltInType(type) || isKnownType?.(type) === true || sums.types.has(type);
  for (const { message, at } of unknownRecordTypes(policy, isKnown)) {
    findings.add(finding('policy.unknown_record_type', message, policy.name, at));
  }
}
