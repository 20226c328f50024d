import { shorten } from '../../engine/text.js';
import { parseInstant } from '../../engine/time.js';
import type { ArtifactVerdict, Json, Part } from '../../engine/types.js';
import { identityOf, type Signers } from '../config/signers.js';
import { wordOf } from '../evidence/approval-words.js';
import { MAX_APPROVALS } from './approval-naming.js';
import { type Refusal, refuse } from './approval-refusal.js';
import { judgeArtifactSigners, type TrustProblem } from './signers.js';
import type { Standing } from './standing.js';

const TOKEN_SCHEMA = 'gait.gate.approval_token';

/** A Gait approval token that verified or is only expired: it approves by itself, bound by the digest of its intent. */
export interface ApprovalToken {
  readonly who: string;
  readonly keyIds: readonly string[];
  /** Epoch milliseconds; NaN when it cannot be read. */
  readonly expiresAt: number;
  readonly createdAt: number;
  /** Why it does not count, whatever the record. */
  readonly doubt: Refusal | undefined;
}

/** The approval tokens of a run, by the digest of the intent that they approve (lower-case hex). */
export function tokensByIntent(
  verdicts: readonly ArtifactVerdict[],
  signers: Signers,
  standing: Standing,
  now: number,
): ReadonlyMap<string, readonly ApprovalToken[]> {
  const tokens = new Map<string, ApprovalToken[]>();
  for (const verdict of verdicts) {
    let problem: TrustProblem | null | undefined = null;
    for (const part of verdict.facts.parts ?? []) {
      const { document, keyIds } = part;
      if (part.kind !== 'gait_signed_json' || document?.['schema_id'] !== TOKEN_SCHEMA) continue;
      const intent = document['intent_digest'];
      if (typeof intent !== 'string') continue;
      if (problem === null) [problem] = judgeArtifactSigners(verdict, signers, standing, now);
      const who = `approval token ${shorten(part.entry === undefined ? verdict.path : `${verdict.path}/${part.entry}`)}`;
      const token = {
        who,
        keyIds,
        expiresAt: instant(document['expires_at']),
        createdAt: instant(document['created_at']),
        doubt: doubtOf(verdict, part, problem, signers, `${who} does not count`),
      };
      const known = tokens.get(intent);
      if (known === undefined) tokens.set(intent, [token]);
      // More tokens for one intent are copies, or made to take time: they could only add approvals.
      else if (known.length < MAX_APPROVALS) known.push(token);
    }
  }
  return tokens;
}

function doubtOf(
  verdict: ArtifactVerdict,
  { keyIds, document }: Part,
  problem: TrustProblem | undefined,
  signers: Signers,
  what: string,
): Refusal | undefined {
  if (verdict.outcome !== 'verified') return refuse('approval.required', `${what}: it did not verify`, 5);
  if (problem !== undefined) return refuse('approval.untrusted', `${what}: ${problem.message}`, 5);
  // It approves by itself, unless it says otherwise.
  const { says, word } = wordOf(document ?? {}, '');
  if (says === 'denies' || says === 'waits') return refuse('approval.required', `${what}: it says ${word}`, 5);
  for (const keyId of keyIds) {
    // A key that the policy limits to other record types or products may not sign an approval of Gait.
    const { recordTypes = ['approval'], sourceProducts = ['gait'] } = signers.byId.get(keyId) ?? {};
    if (recordTypes.includes('approval') && sourceProducts.includes('gait')) continue;
    const name = shorten(identityOf(keyId, signers));
    return refuse('approval.untrusted', `${what}: ${name} is not allowed to sign approvals of Gait`, 5);
  }
  return undefined;
}

function instant(value: Json | undefined): number {
  return (typeof value === 'string' ? parseInstant(value)?.epochMs : undefined) ?? Number.NaN;
}
