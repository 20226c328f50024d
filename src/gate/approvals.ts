import { parseInstant } from '../engine/canonical/time.js';
import type { FindingCode } from '../engine/findings.js';
import type { ArtifactVerdict, Json } from '../engine/types.js';
import type { ReportRequirement } from '../report/model.js';
import { type DecisionFindings, type JudgedFact, nameRecord, type Shortfall, Stage, shorten } from './decision.js';
import { instantOf } from './extract.js';
import type { ApprovalFact, RecordFact } from './facts.js';
import { words } from './judge.js';
import { type ApprovalRule, DEFAULT_CLOCK_SKEW_MS, type Policy } from './policy/model.js';
import { identityOf, judgeArtifactSigners, type Signers } from './trust.js';

/** What records ask for themselves (gate.md, Approvals): one valid approval of anybody trusted. */
const BUILTIN: ApprovalRule = { id: 'builtin', min: 1 };
const NONE: readonly Demand[] = [];
const TOKEN_SCHEMA = 'gait.gate.approval_token';

/** One rule, and how the records under it stand to it. */
interface Demand {
  readonly rule: ApprovalRule;
  required: number;
  found: number;
  /** The first record without its approval. */
  detail: string | undefined;
}

/** A judged record that is an approval. */
type JudgedApproval = JudgedFact & { readonly fact: RecordFact & { readonly approval: ApprovalFact } };

/** Why one approval does not count for one record; a lower rank is nearer to counting. */
interface Refusal {
  readonly code: FindingCode;
  readonly why: string;
  readonly rank: number;
}

/** An approval that names a record: its signer, if it is signed, or why it does not count. */
type Opinion = { readonly signer: string | undefined } | Refusal;

/** A Gait approval token that verified or only expired. */
interface Token {
  readonly who: string;
  readonly keyIds: readonly string[];
  readonly expiresAt: number;
  readonly createdAt: number;
  /** Why it does not count, whatever it is asked for. */
  readonly doubt: Refusal | undefined;
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
  // A shard leaves approvals to merge, where all of them meet.
  if (!policy.approvals.builtin && policy.approvals.rules.length === 0) return [];
  const demands = policy.approvals.rules.map(demandOf);
  const builtin = demandOf(BUILTIN);
  const court = new Court(demands, builtin, policy, judged, verdicts, signers, now);
  for (const one of judged) {
    for (const demand of court.demandsOn(one)) {
      demand.required++;
      const refusal = court.judge(one.fact, demand.rule);
      if (refusal === undefined) {
        demand.found++;
        continue;
      }
      const who = nameRecord(one.fact);
      const which = demand === builtin ? '' : ` (approval ${demand.rule.id})`;
      demand.detail ??= `${who}: ${refusal.why}`;
      findings.record(refusal.code, `${who} needs approval${which}: ${refusal.why}`, one.fact);
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

class Court {
  /** Approvals by each id and each digest that they name. */
  private readonly byName = new Map<string, JudgedApproval[]>();
  private readonly tokens = new Map<Json | undefined, Token[]>();
  /** Of the records that count: a hash for each id, the ids that name several records and so none for sure, all hashes. */
  private readonly hashOfId = new Map<string, string>();
  private readonly sharedIds = new Set<string>();
  private readonly hashes = new Set<string>();
  /** Approvals that need approval themselves and have it (least fixpoint: a circle never gets in). */
  private readonly approved = new Set<JudgedApproval>();

  constructor(
    private readonly demands: readonly Demand[],
    private readonly builtin: Demand,
    private readonly policy: Policy,
    judged: readonly JudgedFact[],
    verdicts: readonly ArtifactVerdict[],
    private readonly signers: Signers,
    private readonly now: number,
  ) {
    if (!judged.some((one) => this.demandsOn(one).length > 0)) return;
    const approvals = judged.filter(isApproval);
    for (const one of approvals) {
      for (const { id, digest } of one.fact.approval.names) {
        if (id !== undefined) push(this.byName, id, one);
        if (digest !== undefined) push(this.byName, digest, one);
      }
    }
    this.indexRecords(judged);
    this.indexTokens(verdicts);
    this.settleApprovals(approvals);
  }

  /** What is demanded of a record; of one that did not verify, nothing. */
  demandsOn({ fact, shortfall }: JudgedFact): readonly Demand[] {
    if (!isHere(shortfall)) return NONE;
    const ruled = fact.approvalRules?.map((index) => this.demands[index] ?? this.builtin) ?? NONE;
    return fact.asksApproval === true && this.policy.approvals.builtin ? [...ruled, this.builtin] : ruled;
  }

  /** `undefined` when the record is approved under the rule, else what is nearest. */
  judge(target: RecordFact, rule: ApprovalRule): Refusal | undefined {
    const valid = new Set<string | undefined>();
    let nearest: Refusal | undefined;
    const hear = (opinion: Opinion): void => {
      if ('signer' in opinion) valid.add(opinion.signer);
      else if (nearest === undefined || opinion.rank < nearest.rank) nearest = opinion;
    };
    for (const approval of this.naming(target)) {
      const opinion = this.opinion(approval, target, rule);
      if (opinion !== undefined) hear(opinion);
    }
    for (const intent of target.intents ?? []) {
      for (const token of this.tokens.get(intent) ?? []) hear(this.tokenOpinion(token, target, rule));
    }
    if (valid.size >= rule.min) return undefined;
    const have = rule.min === 1 ? 'no approval counts' : `${valid.size} of ${rule.min} signers approved`;
    if (nearest !== undefined) return { ...nearest, why: `${have}; ${nearest.why}` };
    const by = rule.by === undefined ? '' : ` by ${rule.by.map(shorten).join(', ')}`;
    return refuse('approval.required', rule.min === 1 ? `no approval${by} names it` : `${have}${by}`, 9);
  }

  /** Approvals that name the record somehow, each once. */
  private naming({ recordId, recordHash }: RecordFact): Iterable<JudgedApproval> {
    return new Set([recordId, recordHash].flatMap((name) => this.byName.get(name) ?? []));
  }

  /** What one approval record has to say of a record that it names; `undefined` when it means another one. */
  private opinion(one: JudgedApproval, target: RecordFact, rule: ApprovalRule): Opinion | undefined {
    const { fact, shortfall } = one;
    const { approval, keyId } = fact;
    const who = nameRecord(fact);
    // A copy of the record itself is the record itself.
    if (fact.recordHash === target.recordHash || fact.recordId === target.recordId) {
      return refuse('approval.required', `${who} cannot approve itself`, 8);
    }
    const binding = this.binding(approval, target);
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
    if (this.demandsOn(one).length > 0 && !this.approved.has(one)) {
      return refuse('approval.required', `${who} needs approval itself`, 4);
    }
    const foreign = this.foreign(keyId === undefined ? [] : [keyId], target, rule);
    if (foreign !== undefined) return refuse('approval.untrusted', `${who} ${foreign}`, 3);
    if (approval.expiresAt !== undefined && !(this.now < approval.expiresAt)) {
      return refuse('approval.expired', `${who} has expired`, 2);
    }
    const old = this.tooOld(instantOf(fact.timestamp), rule);
    if (old !== undefined) return refuse('approval.expired', `${who} ${old}`, 1);
    return { signer: this.identity(keyId) };
  }

  /**
   * Whether an approval is bound to the record: by its digest, or by its id where no digest says otherwise. A record can be
   * sealed again under an approved id, so a digest that belongs to no record at hand makes ids worthless.
   */
  private binding({ names }: ApprovalFact, target: RecordFact): 'bound' | string | undefined {
    let byId = false;
    let byDigest = false;
    let stray = false;
    for (const { id, digest, reference } of names) {
      const idAgrees = id === target.recordId;
      if (digest === undefined) {
        byId ||= idAgrees;
        continue;
      }
      if (digest === target.recordHash) {
        if (id === undefined || idAgrees || (reference === true && !this.hashOfId.has(id))) byDigest = true;
        else if (reference !== true) return 'names it by digest but another record by id';
      } else if (idAgrees) return 'names it by id but has the digest of another content';
      else if (reference !== true && !this.hashes.has(digest)) stray = true;
    }
    if (byDigest) return 'bound';
    if (!byId) return undefined;
    if (stray) return 'has the digest of a content that is not here';
    if (this.sharedIds.has(target.recordId)) return 'names an id that several records have';
    return 'bound';
  }

  /** Why the signers of an approval are not those that the rule asks for. */
  private foreign(keyIds: readonly string[], target: RecordFact, { by }: ApprovalRule): string | undefined {
    if (by === undefined) return undefined;
    const names = keyIds.flatMap((keyId) => this.signers.names.get(keyId) ?? []);
    const named = names.filter((name) => by.includes(name));
    if (named.length === 0) {
      const signer = names[0] ?? keyIds[0];
      return `is ${signer === undefined ? 'not signed' : `signed by ${shorten(signer)}`}, not by ${by.map(shorten).join(', ')}`;
    }
    const own = this.identity(target.keyId);
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
    const { who, keyIds } = token;
    // First, because an expired token does not verify either.
    if (!(this.now < token.expiresAt)) return refuse('approval.expired', `${who} has expired`, 2);
    if (token.doubt !== undefined) return token.doubt;
    const foreign = this.foreign(keyIds, target, rule);
    if (foreign !== undefined) return refuse('approval.untrusted', `${who} ${foreign}`, 3);
    const old = this.tooOld(token.createdAt, rule);
    if (old !== undefined) return refuse('approval.expired', `${who} ${old}`, 1);
    return { signer: this.identity(keyIds[0]) };
  }

  private identity(keyId: string | undefined): string | undefined {
    return keyId === undefined ? undefined : identityOf(keyId, this.signers);
  }

  private indexRecords(judged: readonly JudgedFact[]): void {
    for (const { fact, shortfall } of judged) {
      if (!isHere(shortfall)) continue;
      const { recordId, recordHash } = fact;
      // Only what an approval names is ever looked up.
      if (this.byName.has(recordHash)) this.hashes.add(recordHash);
      if (!this.byName.has(recordId)) continue;
      const first = this.hashOfId.get(recordId);
      if (first === undefined) this.hashOfId.set(recordId, recordHash);
      else if (first !== recordHash) this.sharedIds.add(recordId);
    }
  }

  private indexTokens(verdicts: readonly ArtifactVerdict[]): void {
    for (const verdict of verdicts) {
      const { document } = verdict.facts;
      if (verdict.kind !== 'gait_signed_json' || document?.['schema_id'] !== TOKEN_SCHEMA) continue;
      const who = `approval token ${shorten(verdict.path)}`;
      push(this.tokens, document['intent_digest'], {
        who,
        keyIds: verdict.signatures.keyIds,
        expiresAt: instant(document['expires_at']),
        createdAt: instant(document['created_at']),
        doubt: this.doubtOf(verdict, `${who} does not count`),
      });
    }
  }

  private doubtOf(verdict: ArtifactVerdict, what: string): Refusal | undefined {
    if (verdict.outcome !== 'verified') return refuse('approval.required', `${what}: it did not verify`, 5);
    const [problem] = judgeArtifactSigners(verdict, this.signers);
    if (problem !== undefined) return refuse('approval.untrusted', `${what}: ${problem.message}`, 5);
    for (const keyId of verdict.signatures.keyIds) {
      // A key that the policy bounds to other record types or products may not stand for an approval of Gait.
      const { recordTypes = ['approval'], sourceProducts = ['gait'] } = this.signers.byId.get(keyId) ?? {};
      if (recordTypes.includes('approval') && sourceProducts.includes('gait')) continue;
      const name = shorten(identityOf(keyId, this.signers));
      return refuse('approval.untrusted', `${what}: ${name} may not sign approvals of Gait`, 5);
    }
    return undefined;
  }

  /** Which approvals that need approval have it: starts from none and only ever adds. */
  private settleApprovals(approvals: readonly JudgedApproval[]): void {
    const waiting = approvals.filter((one) => this.demandsOn(one).length > 0);
    const byName = new Map<string | undefined, JudgedApproval[]>();
    for (const one of waiting) for (const name of [one.fact.recordId, one.fact.recordHash]) push(byName, name, one);
    const open = [...waiting];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { fact } = one;
      if (this.approved.has(one)) continue;
      if (this.demandsOn(one).some(({ rule }) => this.judge(fact, rule) !== undefined)) continue;
      this.approved.add(one);
      // What it approves may be approved now.
      for (const { id, digest } of fact.approval.names) {
        for (const name of [id, digest]) open.push(...(byName.get(name) ?? []));
      }
    }
  }
}

/** A record that verified and whose signer may sign it is here, whatever its age and the rules. */
function isHere(shortfall: Shortfall | undefined): boolean {
  return shortfall === undefined || shortfall.stage > Stage.Untrusted;
}

function isApproval(one: JudgedFact): one is JudgedApproval {
  return one.fact.approval !== undefined;
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
