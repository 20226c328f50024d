import { type Finding, finding } from '../../../engine/findings.js';
import { isObject } from '../../../engine/json/members.js';
import { isBuiltInType } from '../../../engine/schema/registry.js';
import { instantText, words } from '../../instant.js';
import { MAX_BASELINE_BYTES } from '../read-file.js';
import { readPolicyDocument } from './document.js';
import { type LoadedPolicy, loadPolicy } from './load.js';
import { type ApprovalRule, DEFAULT_CLOCK_SKEW_MS, type Policy, type SignerScope } from './model.js';
import { namedFiles } from './named-files.js';
import { type ReadPolicyFile, sourceName } from './reading.js';
import { unknownRecordTypes } from './record-types.js';

/** What `policy check` reports: validity, pin, every mistake with its line, and what the policy asks for in words. */
export interface PolicyCheck {
  readonly ok: boolean;
  /** Lower-case hex, for `--policy-sha256`. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
  /** One line for each thing that the policy asks for; empty when it is not valid. */
  readonly summary: readonly string[];
  /** Files that it names without a digest: a pin of the policy does not cover them. */
  readonly unpinned: readonly string[];
}

/** Checks a policy file (`proof-verify policy check`). Exit code: `worstExit` of the findings; warnings leave it 0. */
export async function checkPolicy(bytes: Uint8Array, name: string, read: ReadPolicyFile): Promise<PolicyCheck> {
  const loaded: LoadedPolicy = await loadPolicy(bytes, name, read);
  const { ok, sha256 } = loaded;
  if (!ok) return { ok, sha256, findings: loaded.findings, summary: [], unpinned: [] };
  const unknown = unknownRecordTypes(loaded.policy, isBuiltInType).map(({ message, at }) =>
    finding('policy.unknown_record_type', message, name, at),
  );
  const { unpinned, lost } = await checkFiles(bytes, name, read);
  return {
    ok: lost.length === 0,
    sha256,
    findings: [...loaded.warnings, ...unknown, ...lost],
    summary: lost.length === 0 ? summarizePolicy(loaded.policy) : [],
    unpinned,
  };
}

/** The files that a policy names: without them it is valid, but no run that uses it passes. */
async function checkFiles(
  bytes: Uint8Array,
  name: string,
  read: ReadPolicyFile,
): Promise<{ readonly unpinned: readonly string[]; readonly lost: readonly Finding[] }> {
  const parsed = readPolicyDocument(bytes);
  if (!parsed.ok || !isObject(parsed.document.value)) return { unpinned: [], lost: [] };
  const { value, positionOf } = parsed.document;
  const files = namedFiles(value);
  const request = { what: 'file', unreadable: 'policy.invalid', limit: MAX_BASELINE_BYTES } as const;
  const lost: Finding[] = [];
  for (const { named, pointer } of files) {
    const file = await read(named, request);
    if (!file.ok) lost.push(finding(file.code, file.message, name, positionOf(pointer)));
  }
  return { unpinned: files.flatMap(({ named }) => (named.sha256 === undefined ? [named.file] : [])), lost };
}

/** What a policy asks for, a line each. Repeats names from the policy: escape it for each output. */
function summarizePolicy(policy: Policy): readonly string[] {
  const { trust, freshness, bind, require, rules, approvals, baseline, exceptions, severity } = policy;
  const lines: string[] = [];
  const signers = [...trust.keys, ...trust.cosign].map(({ name }) => name);
  if (trust.configured) lines.push(`trusts ${signers.length === 0 ? 'no key' : [...new Set(signers)].join(', ')}`);
  for (const signer of [...trust.keys, ...trust.cosign]) lines.push(...boundsOf(signer));
  if (trust.signatures === 'off') lines.push('signatures are not checked');
  if (trust.signatures === 'required') lines.push('signatures are required');
  lines.push(...revocationOf(trust));
  if (trust.minSigners !== undefined) lines.push(`chains and bundles need ${plural(trust.minSigners, 'signer')}`);
  if (freshness.maxAgeMs !== undefined) lines.push(`records are at most ${words(freshness.maxAgeMs)} old`);
  if (freshness.clockSkewMs !== DEFAULT_CLOCK_SKEW_MS) {
    lines.push(`records are at most ${words(freshness.clockSkewMs)} from the future`);
  }
  for (const { type, min, where, unique } of require.recordTypes) {
    const how = [
      where === undefined ? '' : ' that match a schema',
      unique === undefined ? '' : ` with different ${unique}`,
    ];
    lines.push(`needs ${plural(min, `${type} record`)}${how.join('')}`);
  }
  if (bind !== undefined) {
    const what = [
      bind.commit === undefined ? [] : ['commit'],
      bind.repository === undefined ? [] : ['repository'],
    ].flat();
    const types = bind.recordTypes === undefined ? 'records' : `${bind.recordTypes.join(', ')} records`;
    lines.push(`${types} name the ${what.join(' and ')} under test${bind.ancestors ? ' (or an ancestor)' : ''}`);
  }
  for (const product of require.sourceProducts) lines.push(`needs a record of product ${product}`);
  for (const { framework, controls, minCoverage } of require.frameworks) {
    const share = minCoverage ?? (controls === undefined ? 1 : undefined);
    if (controls !== undefined) lines.push(`needs ${framework.framework.id} controls ${controls.join(', ')}`);
    if (share !== undefined) lines.push(`needs ${share * 100} % of ${framework.framework.id}`);
  }
  if (rules.length > 0) lines.push(`${plural(rules.length, 'rule')}: ${rules.map(({ id }) => id).join(', ')}`);
  for (const rule of approvals.rules) lines.push(approvalOf(rule));
  if (!approvals.builtin) lines.push('approvals that records require themselves are off');
  for (const { code, artifact, recordId, until, reason } of exceptions) {
    const of = [artifact === undefined ? [] : [artifact], recordId === undefined ? [] : [`record ${recordId}`]].flat();
    lines.push(`accepts ${[code, ...of].join(' of ')} until ${instantText(until)}: ${reason}`);
  }
  for (const [code, level] of severity) lines.push(`treats ${code} as ${level === 'error' ? 'an error' : 'a warning'}`);
  if (baseline !== undefined) lines.push(`compares with the baseline ${sourceName(baseline)}`);
  return lines;
}

/** The bounds of a signer on one line; none without bounds. */
function boundsOf({
  name,
  notBefore,
  notAfter,
  recordTypes,
  sourceProducts,
}: SignerScope & { name: string }): string[] {
  const bounds = [
    ...(recordTypes === undefined ? [] : [`${recordTypes.join(', ')} records`]),
    ...(sourceProducts === undefined ? [] : [`for ${sourceProducts.join(', ')}`]),
    ...(notBefore === undefined ? [] : [`from ${instantText(notBefore)}`]),
    ...(notAfter === undefined ? [] : [`until ${instantText(notAfter)}`]),
  ];
  return bounds.length === 0 ? [] : [`${name} signs only ${bounds.join(' ')}`];
}

function revocationOf({ revocationList, revocation }: Policy['trust']): readonly string[] {
  const { retroactive, maxAgeMs, createdAfter } = revocation;
  return [
    ...(revocationList === undefined ? [] : [`revoked keys are those of ${sourceName(revocationList)}`]),
    ...(retroactive ? ['a revoked key is refused whatever the date of a record'] : []),
    ...(maxAgeMs === undefined ? [] : [`the revocation list is at most ${words(maxAgeMs)} old`]),
    ...(createdAfter === undefined ? [] : [`the revocation list is newer than ${instantText(createdAfter)}`]),
  ];
}

/** Who has to approve, and each way in which the rule asks for less than the others do. */
function approvalOf({ id, min, by, maxAgeMs, binding, selfApproval, veto }: ApprovalRule): string {
  const more = [
    ...(maxAgeMs === undefined ? [] : [`approvals at most ${words(maxAgeMs)} old`]),
    ...(binding === 'id' ? ['an approval may name the id of a record only'] : []),
    ...(selfApproval ? ['the signer of a record may approve it'] : []),
    ...(veto ? [] : ['a denial does not block']),
  ];
  const who = `approval ${id}: ${plural(min, 'signer')}${by === undefined ? '' : ` of ${by.join(', ')}`}`;
  return [who, ...more].join('; ');
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
