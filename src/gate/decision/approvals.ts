import { count, quote, shorten, shortName } from '../../engine/text.js';
import type { RecordFact } from '../../model/facts.js';
import type { ReportRequirement } from '../../model/report.js';
import type { ApprovalRule } from '../config/policy/model.js';
import { type ApprovalInput, ApprovalJudge, type Demand } from './approval-judge.js';
import { NONE_NAMES_IT, type Refusal } from './approval-refusal.js';
import { type DecisionFindings, nameRecord } from './findings.js';

/** What records ask for themselves (gate.md, Approvals): one valid approval by any trusted signer. */
const BUILTIN: ApprovalRule = { id: 'builtin', min: 1, binding: 'digest', selfApproval: false, veto: true };

/**
 * Checks built-in approvals and those of the policy's rules (trust.md section 6): `approval.required`, `.denied`, `.expired`,
 * `.untrusted` (4), and the notice `approval.bound_by_id`.
 */
export function checkApprovals(input: ApprovalInput, findings: DecisionFindings): readonly ReportRequirement[] {
  const { policy, judged } = input;
  // A shard leaves approvals to merge, which has all of them.
  if (!policy.approvals.builtin && policy.approvals.rules.length === 0) return [];
  const demands = policy.approvals.rules.map(demandOf);
  const builtin = demandOf(BUILTIN);
  const judge = new ApprovalJudge(demands, builtin, input);
  for (const target of judged) {
    const { fact } = target;
    for (const demand of judge.demandsOn(target)) {
      demand.required++;
      const verdict = judge.judge(fact, demand.rule);
      if (!('refused' in verdict)) {
        demand.found++;
        for (const approval of verdict.byId) {
          findings.record(
            'approval.bound_by_id',
            `${nameRecord(approval)} approves ${fact.recordType} ${quote(fact.recordId)} by its id only (rule ${demand.rule.id})`,
            fact,
            '',
          );
        }
        continue;
      }
      const { refused, from } = verdict;
      const why = reasonOf(refused, from, demand.rule);
      demand.detail ??= `${nameRecord(fact)}: ${why}`;
      const what = `${fact.recordType} ${quote(fact.recordId)}`;
      const rule = demand === builtin ? 'the record itself requires it' : `rule ${demand.rule.id}`;
      const message = `${what} needs approval (${rule}): ${why}; approve it with: ${commandFor(fact)}`;
      findings.record(refused.code, message, fact, '');
    }
  }
  return (builtin.required === 0 ? demands : [...demands, builtin]).map(({ rule, required, found, detail }) => ({
    id: `approval:${rule.id}`,
    satisfied: found === required,
    required,
    found,
    ...(detail === undefined ? {} : { detail }),
  }));
}

function demandOf(rule: ApprovalRule): Demand {
  return { rule, required: 0, found: 0, detail: undefined };
}

/** The numbers found and required, the approval that comes nearest and why it does not count, and who may approve. */
function reasonOf(
  { code, why, rank }: Refusal,
  from: readonly string[],
  { min, by, selfApproval }: ApprovalRule,
): string {
  const isNear = code !== 'approval.denied' && rank < NONE_NAMES_IT;
  const near = isNear ? (from.length === 0 ? 'no valid approval: ' : 'nearest: ') : '';
  const given = from.length === 0 ? '' : ` (from ${from.map(shortName).join(', ')})`;
  const who = by === undefined ? `any trusted signer${selfApproval ? '' : ' but its own'}` : by.map(shorten).join(', ');
  return `${from.length} of ${count(min, 'required approval')}${given}; ${near}${why}; may approve: ${who}`;
}

function commandFor({ artifact, entry, index, recordId, line }: RecordFact): string {
  const path = shorten(entry === undefined ? artifact : `${artifact}/${entry}`);
  const quoted = /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  // Only of a file with more than one record does the record have to be named.
  const record = index === 0 && line === 1 ? '' : ` --record ${quote(recordId)}`;
  return `proof-verify approve ${quoted}${record} --key FILE`;
}
