import { parseInstant } from '../engine/canonical/time.js';
import type { FindingCode } from '../engine/findings.js';
import type { ArtifactVerdict } from '../engine/types.js';
import type { ReportRequirement } from '../report/model.js';
import { type DecisionFindings, type JudgedFact, nameRecord, Stage, shorten } from './decision.js';
import { instantOf } from './extract.js';
import type { ApprovalName, RecordFact } from './facts.js';
import { words } from './judge.js';
import { type ApprovalRule, DEFAULT_CLOCK_SKEW_MS, type Policy } from './policy/model.js';
import { identityOf, type Signers } from './trust.js';

/** What records ask for themselves (gate.md, Approvals): one valid approval of anybody trusted. */
const BUILTIN: ApprovalRule = { id: 'builtin', min: 1 };
const NONE: readonly number[] = [];
const NO_NAMES: readonly ApprovalName[] = [];
const TOKEN_SCHEMA = 'gait.gate.approval_token';

/** Why one approval does not count for one record; a lower rank is nearer to counting. */
interface Refusal {
  readonly code: FindingCode;
  readonly why: string;
  readonly rank: number;
}

/** An approval that names a record: its signer, or why it does not count. */
type Opinion = { readonly signer: string } | Refusal;

/** A Gait approval token that verified or only expired. */
interface Token {
  readonly verdict: ArtifactVerdict;
  readonly signers: readonly string[];
  readonly keyIds: readonly string[];
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly counts: boolean;
}

/** Checks built-in approvals and those of the policy's rules: `approval.required`, `.expired`, `.untrusted` (exit 4). */
export function checkApprovals(
  policy: Policy,
  judged: readonly JudgedFact[],
  verdicts: readonly ArtifactVerdict[],
  signers: Signers,
  now: number,
  findings: DecisionFindings,
): readonly ReportRequirement[] {
  const { builtin, rules } = policy.approvals;
  if (!builtin && rules.length === 0) return [];
  const court = new Court(policy, judged, verdicts, signers, now);
  const sums = [...rules, BUILTIN].map(() => ({ required: 0, found: 0, detail: undefined as string | undefined }));
  for (let i = 0; i < judged.length; i++) {
    for (const rule of court.needsOf(i)) {
      const sum = sums[rule] ?? sums[rules.length];
      if (sum === undefined) continue;
      sum.required++;
      const verdict = court.judge(i, court.ruleAt(rule));
      if (verdict === undefined) {
        sum.found++;
        continue;
      }
      const fact = judged[i]?.fact;
      if (fact === undefined) continue;
      const which = rule === rules.length ? '' : ` (approval ${court.ruleAt(rule).id})`;
      sum.detail ??= `${nameRecord(fact)}: ${verdict.why}`;
      findings.record(verdict.code, `${nameRecord(fact)} needs approval${which}: ${verdict.why}`, fact);
    }
  }
  const requirements: ReportRequirement[] = [];
  sums.forEach(({ required, found, detail }, i) => {
    if (i === rules.length && required === 0) return;
    const id = `approval:${court.ruleAt(i).id}`;
    const satisfied = found === required;
    requirements.push(
      detail === undefined ? { id, satisfied, required, found } : { id, satisfied, required, found, detail },
    );
  });
  return requirements;
}

class Court {
  private readonly byId = new Map<string, number[]>();
  private readonly byDigest = new Map<string, number[]>();
  private readonly tokens = new Map<string, Token[]>();
  /** Hashes of the records that count, by id; an id of several records names none of them for sure. */
  private readonly hashesOfId = new Map<string, Set<string>>();
  private readonly hashes = new Set<string>();
  /** Approvals that need approval themselves and have it (least fixpoint: a circle never gets in). */
  private readonly approved = new Set<number>();

  constructor(
    private readonly policy: Policy,
    private readonly judged: readonly JudgedFact[],
    verdicts: readonly ArtifactVerdict[],
    private readonly signers: Signers,
    private readonly now: number,
  ) {
    if (!judged.some((_, i) => this.needsOf(i).length > 0)) return;
    this.indexRecords();
    this.indexTokens(verdicts);
    this.settleApprovals();
  }

  ruleAt(index: number): ApprovalRule {
    return this.policy.approvals.rules[index] ?? BUILTIN;
  }

  /** Indexes of the rules that a record is under, `rules.length` for the built-in one. */
  needsOf(index: number): readonly number[] {
    const one = this.judged[index];
    if (one === undefined || (one.shortfall !== undefined && one.shortfall.stage <= Stage.Untrusted)) return NONE;
    const { fact } = one;
    if (fact.asksApproval !== true || !this.policy.approvals.builtin) return fact.approvalRules ?? NONE;
    return [...(fact.approvalRules ?? []), this.policy.approvals.rules.length];
  }

  /** `undefined` when the record is approved under the rule, else what is nearest. */
  judge(index: number, rule: ApprovalRule): Refusal | undefined {
    const target = this.judged[index]?.fact;
    if (target === undefined) return undefined;
    const valid = new Set<string>();
    let nearest: Refusal | undefined;
    const hear = (opinion: Opinion): void => {
      if ('signer' in opinion) valid.add(opinion.signer);
      else if (nearest === undefined || opinion.rank < nearest.rank) nearest = opinion;
    };
    for (const at of this.naming(target)) {
      const opinion = this.opinion(at, target, rule);
      if (opinion !== undefined) hear(opinion);
    }
    for (const intent of target.intents ?? []) {
      for (const token of this.tokens.get(intent) ?? []) hear(this.tokenOpinion(token, target, rule));
    }
    if (valid.size >= rule.min) return undefined;
    const have = rule.min === 1 ? 'no approval counts' : `${valid.size} of ${rule.min} signers approved`;
    if (nearest !== undefined) return { ...nearest, why: `${have}; ${nearest.why}` };
    const by = rule.by === undefined ? '' : ` by ${rule.by.map(shorten).join(', ')}`;
    return { code: 'approval.required', why: rule.min === 1 ? `no approval${by} names it` : `${have}${by}`, rank: 9 };
  }

  private naming(target: RecordFact): Iterable<number> {
    const found = new Set<number>();
    if (target.recordId !== '') for (const at of this.byId.get(target.recordId) ?? []) found.add(at);
    if (target.recordHash !== '') for (const at of this.byDigest.get(target.recordHash) ?? []) found.add(at);
    return found;
  }

  /** What one approval record has to say of a record that it names; `undefined` when it means another one. */
  private opinion(at: number, target: RecordFact, rule: ApprovalRule): Opinion | undefined {
    const one = this.judged[at];
    const approval = one?.fact.approval;
    if (one === undefined || approval === undefined) return undefined;
    const { fact, shortfall } = one;
    const who = nameRecord(fact);
    // A copy of the record itself is the record itself.
    if (fact.recordHash === target.recordHash || fact.recordId === target.recordId) {
      return refuse('approval.required', `${who} cannot approve itself`, 8);
    }
    const binding = this.binding(fact, target);
    if (binding === undefined) return undefined;
    if (binding !== 'bound') return refuse('approval.required', `${who} ${binding}`, 6);
    if (approval.denies) return refuse('approval.required', `${who} does not approve it`, 7);
    if (shortfall !== undefined) {
      const signedByOther = shortfall.stage === Stage.Untrusted || fact.signature === 'failed';
      const code = signedByOther
        ? 'approval.untrusted'
        : shortfall.stage === Stage.Stale
          ? 'approval.expired'
          : 'approval.required';
      return refuse(code, `${who} does not count: ${shortfall.why}`, 5);
    }
    if (this.needsOf(at).length > 0 && !this.approved.has(at)) {
      return refuse('approval.required', `${who} needs approval itself`, 4);
    }
    const keyId = fact.signature === 'verified' ? fact.keyId : undefined;
    const foreign = this.foreign(keyId === undefined ? [] : [keyId], target, rule);
    if (foreign !== undefined) return refuse('approval.untrusted', `${who} ${foreign}`, 3);
    if (approval.expiresAt !== undefined && !(this.now < approval.expiresAt)) {
      return refuse('approval.expired', `${who} has expired`, 2);
    }
    const old = this.tooOld(instantOf(fact.timestamp), rule);
    if (old !== undefined) return refuse('approval.expired', `${who} ${old}`, 1);
    return { signer: keyId === undefined ? '' : identityOf(keyId, this.signers) };
  }

  /**
   * Whether an approval is bound to the record: by its digest, or by its id where no digest says otherwise. A record can be
   * sealed again under an approved id, so a digest that belongs to no record at hand makes ids worthless.
   */
  private binding(approval: RecordFact, target: RecordFact): 'bound' | string | undefined {
    let byId = false;
    let byDigest = false;
    let stray = false;
    for (const { id, digest, reference } of approval.approval?.names ?? NO_NAMES) {
      const idAgrees = id !== undefined && id === target.recordId;
      if (digest === undefined) {
        byId ||= idAgrees;
        continue;
      }
      if (digest === target.recordHash) {
        if (id === undefined || idAgrees || (reference === true && !this.hashesOfId.has(id))) byDigest = true;
        else if (reference !== true) return 'names it by digest but another record by id';
      } else if (idAgrees) return 'names it by id but has the digest of another content';
      else if (reference !== true && !this.hashes.has(digest)) stray = true;
    }
    if (byDigest) return 'bound';
    if (!byId) return undefined;
    if (stray) return 'has the digest of a content that is not here';
    if ((this.hashesOfId.get(target.recordId)?.size ?? 0) > 1) return 'names an id that several records have';
    return 'bound';
  }

  /** Why the signers of an approval are not those that the rule asks for. */
  private foreign(keyIds: readonly string[], target: RecordFact, { by }: ApprovalRule): string | undefined {
    if (by === undefined) return undefined;
    const names = keyIds.map((keyId) => this.signers.names.get(keyId)).filter((name) => name !== undefined);
    const named = names.filter((name) => by.includes(name));
    if (named.length === 0) {
      const signer = names[0] ?? keyIds[0];
      return `is ${signer === undefined ? 'not signed' : `signed by ${shorten(signer)}`}, not by ${by.map(shorten).join(', ')}`;
    }
    const own =
      target.signature === 'verified' && target.keyId !== undefined
        ? identityOf(target.keyId, this.signers)
        : undefined;
    // Four eyes: who signed the record is no approver where somebody else is asked for.
    if (named.every((name) => name === own) && by.some((name) => name !== own)) {
      return 'is signed by the signer of the record itself';
    }
    return undefined;
  }

  private tooOld(at: number, { maxAgeMs }: ApprovalRule): string | undefined {
    if (maxAgeMs === undefined) return undefined;
    if (!(at >= this.now - maxAgeMs)) return `is ${words(this.now - at)} old, ${words(maxAgeMs)} is allowed`;
    // An approval from the future would never become too old.
    const skew = this.policy.freshness?.clockSkewMs ?? DEFAULT_CLOCK_SKEW_MS;
    return at <= this.now + skew ? undefined : `lies ${words(at - this.now)} in the future`;
  }

  private tokenOpinion(token: Token, target: RecordFact, rule: ApprovalRule): Opinion {
    const who = `approval token ${shorten(token.verdict.path)}`;
    if (!(this.now < token.expiresAt)) return refuse('approval.expired', `${who} has expired`, 2);
    if (!token.counts) return refuse('approval.required', `${who} does not count: it did not verify`, 5);
    const foreign = this.foreign(token.keyIds, target, rule);
    if (foreign !== undefined) return refuse('approval.untrusted', `${who} ${foreign}`, 3);
    const old = this.tooOld(token.createdAt, rule);
    if (old !== undefined) return refuse('approval.expired', `${who} ${old}`, 1);
    return { signer: token.signers[0] ?? '' };
  }

  private indexRecords(): void {
    this.judged.forEach(({ fact }, i) => {
      for (const { id, digest } of fact.approval?.names ?? NO_NAMES) {
        if (id !== undefined) push(this.byId, id, i);
        if (digest !== undefined) push(this.byDigest, digest, i);
      }
    });
    if (this.byId.size === 0 && this.byDigest.size === 0) return;
    // Only what an approval names is ever looked up.
    for (const { fact, shortfall } of this.judged) {
      if (shortfall !== undefined && shortfall.stage <= Stage.Untrusted) continue;
      if (this.byDigest.has(fact.recordHash)) this.hashes.add(fact.recordHash);
      if (!this.byId.has(fact.recordId)) continue;
      const hashes = this.hashesOfId.get(fact.recordId);
      if (hashes === undefined) this.hashesOfId.set(fact.recordId, new Set([fact.recordHash]));
      else hashes.add(fact.recordHash);
    }
  }

  private indexTokens(verdicts: readonly ArtifactVerdict[]): void {
    for (const verdict of verdicts) {
      const { document } = verdict.facts;
      if (verdict.kind !== 'gait_signed_json' || document?.['schema_id'] !== TOKEN_SCHEMA) continue;
      const intent = document['intent_digest'];
      if (typeof intent !== 'string' || !/^[0-9a-f]{64}$/.test(intent)) continue;
      const { keyIds } = verdict.signatures;
      push(this.tokens, intent, {
        verdict,
        keyIds,
        signers: keyIds.map((keyId) => identityOf(keyId, this.signers)),
        expiresAt: instant(document['expires_at']),
        createdAt: instant(document['created_at']),
        counts: verdict.outcome === 'verified' && keyIds.every((keyId) => this.maySign(keyId)),
      });
    }
  }

  /** A key that the policy bounds to other record types or products may not stand for an approval of Gait. */
  private maySign(keyId: string): boolean {
    if (!this.signers.configured) return true;
    const signer = this.signers.byId.get(keyId);
    if (signer === undefined) return false;
    return (signer.recordTypes?.includes('approval') ?? true) && (signer.sourceProducts?.includes('gait') ?? true);
  }

  /** Which approvals that need approval have it: starts from none and only ever adds. */
  private settleApprovals(): void {
    const waiting: number[] = [];
    this.judged.forEach(({ fact, shortfall }, i) => {
      if (fact.approval !== undefined && shortfall === undefined && this.needsOf(i).length > 0) waiting.push(i);
    });
    if (waiting.length === 0) return;
    const ofId = new Map<string, number[]>();
    const ofHash = new Map<string, number[]>();
    for (const at of waiting) {
      const fact = this.judged[at]?.fact;
      if (fact === undefined) continue;
      push(ofId, fact.recordId, at);
      push(ofHash, fact.recordHash, at);
    }
    const open = [...waiting];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const index = at;
      if (this.approved.has(index)) continue;
      if (this.needsOf(index).some((rule) => this.judge(index, this.ruleAt(rule)) !== undefined)) continue;
      this.approved.add(index);
      for (const { id, digest } of this.judged[index]?.fact.approval?.names ?? []) {
        if (id !== undefined) open.push(...(ofId.get(id) ?? []));
        if (digest !== undefined) open.push(...(ofHash.get(digest) ?? []));
      }
    }
  }
}

function refuse(code: FindingCode, why: string, rank: number): Refusal {
  return { code, why, rank };
}

function instant(value: unknown): number {
  return (typeof value === 'string' ? parseInstant(value)?.epochMs : undefined) ?? Number.NaN;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
