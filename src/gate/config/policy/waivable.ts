import type { FindingCode } from '../../../engine/findings.js';

/**
 * Demands that a policy makes and so can take back, by `exceptions` and `severity` (trust.md section 7). What verification
 * finds is never among them: a broken hash or signature, an unsafe path (8), a run that could not be done (1, 6, 7), a pin.
 * Nor are a signer whom nobody trusts and a date in the future, which no policy asks for.
 */
const WAIVABLE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  ...(['trust.key_expired', 'trust.key_scope', 'trust.threshold', 'freshness.stale'] as const),
  ...(['bind.missing', 'bind.commit_mismatch', 'bind.repository_mismatch'] as const),
  ...(['require.record_type', 'require.source_product', 'require.framework'] as const),
  ...(['approval.required', 'approval.denied', 'approval.expired', 'approval.untrusted'] as const),
  ...(['drift.chain_missing', 'drift.chain_rewritten', 'drift.chain_truncated', 'drift.record_type_count'] as const),
  ...([
    'drift.coverage',
    'drift.test_regressed',
    'drift.test_missing',
    'drift.test_skipped',
    'drift.new_signer',
  ] as const),
]);

/** Whether a policy may accept findings of this code for a while, or lower them to warnings. */
export function isWaivable(code: FindingCode): boolean {
  return WAIVABLE.has(code) || code.startsWith('rule.');
}
