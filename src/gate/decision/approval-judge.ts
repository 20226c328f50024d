import type { FindingCode } from '../../engine/findings.js';
import { shorten, shortName } from '../../engine/text.js';
import type { ArtifactVerdict } from '../../engine/types.js';
import type { RecordFact } from '../../model/facts.js';
import type { ApprovalRule, Policy } from '../config/policy/model.js';
import { identityOf, type Signers } from '../config/signers.js';
import { instantOf, words } from '../instant.js';
import { type Binding, RecordIndex } from './approval-binding.js';
import { ApprovalsByName, type JudgedApproval, MAX_APPROVALS } from './approval-naming.js';
import { NONE_NAMES_IT, type Refusal, refuse } from './approval-refusal.js';
import { type ApprovalToken, tokensByIntent } from './approval-tokens.js';
import { isHere, type JudgedFact, type JudgedFacts, nameRecord, Stage } from './findings.js';
import type { Standing } from './standing.js';

/** One rule, and how many of its records are approved. */
export interface Demand {
  readonly rule: ApprovalRule;
  required: number;
  found: number;
  /** The first record that lacks its approval. */
  detail: string | undefined;
}

/** What approvals are judged by. */
export interface ApprovalInput {
  readonly policy: Policy;
  readonly judged: JudgedFacts;
  readonly verdicts: readonly ArtifactVerdict[];
  readonly signers: Signers;
  readonly standing: Standing;
  /** The clock, epoch milliseconds. */
  readonly now: number;
}

/** The result of a rule for a record. */
export type ApprovalVerdict =
  /** `from`: the signers whose approvals count. */
  | { readonly refused: Refusal; readonly from: readonly string[] }
  /** `byId`: needed approvals that name the record by its id only. */
  | { readonly byId: readonly RecordFact[] };

/** The newest statement of one signer on one record. */
interface Word {
  readonly at: number;
  readonly says: 'approves' | 'denies' | 'waits';
  /** Why an approval does not count although it is this signer's statement. */
  readonly refusal?: Refusal | undefined;
  readonly why: string;
  /** The approval, when it names the record by its id only. */
  readonly byId?: RecordFact | undefined;
}

const NONE: readonly Demand[] = [];

/** Decides which records are approved (trust.md section 6). */
export class ApprovalJudge {
  private byName: ApprovalsByName;
  private tokens: ReadonlyMap<string, readonly ApprovalToken[]> = new Map();
  private index = new RecordIndex();
  /** Copies of approvals that need approval themselves and have it (least fixpoint: cycles are never included). */
  private readonly approved = new Set<string | undefined>();

  constructor(
    private readonly demands: readonly Demand[],
    private readonly builtin: Demand,
    private readonly input: ApprovalInput,
  ) {
    const { judged, verdicts, signers, standing, now } = input;
    let isAsked = false;
    const approvals: JudgedApproval[] = [];
    for (const one of judged) {
      isAsked ||= this.demandsOn(one).length > 0;
      if (isApproval(one)) approvals.push(one);
    }
    this.byName = new ApprovalsByName(isAsked ? approvals : [], standing);
    if (!isAsked) return;
    this.index = new RecordIndex(judged, (name) => this.byName.has(name));
    this.tokens = tokensByIntent(verdicts, signers, standing, now);
    this.settleApprovals(approvals);
  }

  /** The rules that apply to a record; to one that did not verify, none. */
  demandsOn({ fact, shortfall }: JudgedFact): readonly Demand[] {
    if (!isHere(shortfall)) return NONE;
    const ruled = fact.approvalRules?.map((index) => this.demands[index] ?? this.builtin) ?? NONE;
    return fact.asksApproval === true && this.input.policy.approvals.builtin ? [...ruled, this.builtin] : ruled;
  }

  /** Whether the record is approved under the rule, else the nearest approval. */
  judge(target: RecordFact, rule: ApprovalRule): ApprovalVerdict {
    const spoken = new Map<string, Word>();
    let nearest: Refusal | undefined;
    const hear = (opinion: Opinion): void => {
      if ('rank' in opinion) nearest = nearer(nearest, opinion);
      else {
        // One record is one approval, whoever else signed the chain around it; a denial is a statement of each of them.
        const { speakers, word } = opinion;
        for (const speaker of word.says === 'approves' ? speakers.slice(0, 1) : speakers) newest(spoken, speaker, word);
      }
    };
    const naming = this.byName.of(target);
    if (naming === undefined) {
      const why = `more than ${MAX_APPROVALS} different approvals name it, and none of them is considered`;
      return { refused: refuse('approval.required', why, NONE_NAMES_IT), from: [] };
    }
    for (const approval of naming) {
      const opinion = this.opinion(approval, target, rule);
      if (opinion !== undefined) hear(opinion);
    }
    for (const intent of target.intents ?? []) {
      for (const token of this.tokens.get(intent) ?? []) hear(this.tokenOpinion(token, target, rule));
    }
    const valid = [...spoken].filter(([, { says, refusal }]) => says === 'approves' && refusal === undefined);
    const denial = rule.veto ? [...spoken.values()].find(({ says }) => says === 'denies') : undefined;
    if (denial !== undefined) {
      return {
        refused: { code: 'approval.denied', why: denial.why, rank: 0 },
        from: valid.map(([speaker]) => speaker),
      };
    }
    if (valid.length >= rule.min) {
      // Those that are bound by digest count first: a notice is about an approval that was needed.
      const strong = valid.filter(([, { byId }]) => byId === undefined).length;
      const weak = valid.flatMap(([, { byId }]) => byId ?? []);
      return { byId: weak.slice(0, Math.max(0, rule.min - strong)) };
    }
    for (const { says, refusal, why } of spoken.values()) {
      const refused = refusal ?? (says === 'approves' ? undefined : refuse('approval.required', why, 7));
      if (refused !== undefined) nearest = nearer(nearest, refused);
    }
    const short = valid.length === 0 ? 'no approval names it' : 'each signer counts once';
    return {
      refused: nearest ?? refuse('approval.required', short, NONE_NAMES_IT),
      from: valid.map(([speaker]) => speaker),
    };
  }

  /** What one approval record says about a record that it names; `undefined` when it means another one. */
  private opinion(one: JudgedApproval, target: RecordFact, rule: ApprovalRule): Opinion | undefined {
    const { fact, shortfall } = one;
    const { approval } = fact;
    const who = nameRecord(fact);
    // A copy of the record counts as the record itself.
    if (fact.recordHash === target.recordHash || fact.recordId === target.recordId) {
      return refuse('approval.required', `${who} is the record itself: a record cannot approve itself`, 8);
    }
    const binding = this.index.bindingOf(approval, target);
    if (binding === undefined) return undefined;
    if (approval.says === 'denies' || approval.says === 'waits') return this.objection(one, target, rule, binding);
    if (typeof binding === 'object') return refuse('approval.required', `${who} ${binding.problem}`, 6);
    if (approval.says === 'nothing') {
      const said = approval.word === undefined ? 'has no word of approval' : `says ${approval.word}`;
      return refuse('approval.required', `${who} ${said}: write event.verdict "approve"`, 7);
    }
    if (binding === 'id' && rule.binding !== 'id') {
      const hash = target.recordHash.slice(0, 'sha256:'.length + 12);
      const why = `${who} names it by its id only: write event.record_hash "${hash}…"`;
      return refuse('approval.required', why, 6);
    }
    if (shortfall !== undefined) return refuse(codeOf(one), `${who} does not count: ${shortfall.why}`, 5);
    const speakers = this.eligible(one.fact, target, rule);
    if (!Array.isArray(speakers)) return refuse('approval.untrusted', `${who} ${(speakers as Ineligible).why}`, 3);
    const word = {
      at: instantOf(fact.timestamp),
      says: 'approves',
      why: who,
      ...(binding === 'id' ? { byId: fact } : {}),
    } as const;
    const late = this.late(approval.expiresAt, word.at, who, rule);
    if (late === undefined && this.demandsOn(one).length > 0 && !this.approved.has(this.byName.copyOf(one))) {
      return refuse('approval.required', `${who} needs approval itself`, 4);
    }
    return { speakers, word: { ...word, refusal: late } };
  }

  /** A denial or a pending request: it only has to be signed by an approver, whatever its age and however it names the record. */
  private objection(one: JudgedApproval, target: RecordFact, rule: ApprovalRule, binding: Binding): Opinion {
    const { fact, shortfall } = one;
    const { says, word = '' } = fact.approval;
    const why = `${nameRecord(fact)} says ${word}`;
    const speakers = isHere(shortfall) ? this.eligible(fact, target, rule) : undefined;
    if (!Array.isArray(speakers) || (typeof binding === 'object' && !binding.named)) {
      return refuse('approval.required', why, 7);
    }
    const at = instantOf(fact.timestamp);
    return { speakers, word: { at, says: says === 'denies' ? 'denies' : 'waits', why } };
  }

  /** The signers of an approval that the rule accepts for this record, or why there are none. */
  private eligible(approval: RecordFact, target: RecordFact, rule: ApprovalRule): readonly string[] | Ineligible {
    return this.choose(this.input.standing.speakersOf(approval), target, rule);
  }

  private choose(
    spoken: readonly string[],
    target: RecordFact,
    { by, selfApproval }: ApprovalRule,
  ): readonly string[] | Ineligible {
    if (spoken.length === 0) return { why: 'has no verified signature by an approver' };
    const named = by === undefined ? spoken : spoken.filter((name) => by.includes(name));
    if (named.length === 0) {
      return { why: `is signed by ${spoken.map(shortName).join(', ')}, not by ${(by ?? []).map(shorten).join(', ')}` };
    }
    if (selfApproval) return named;
    const authors = this.input.standing.speakersOf(target);
    const others = named.filter((name) => !authors.includes(name));
    return others.length > 0 ? others : { why: 'is signed by the signer of the record itself' };
  }

  private late(expiresAt: number | undefined, at: number, who: string, rule: ApprovalRule): Refusal | undefined {
    const { now } = this.input;
    if (expiresAt !== undefined && !(now < expiresAt)) {
      const when = Number.isFinite(expiresAt)
        ? ` ${words(now - expiresAt)} ago`
        : ': event.expires_at is not an instant';
      return refuse('approval.expired', `${who} has expired${when}`, 2);
    }
    const old = this.tooOld(at, rule);
    return old === undefined ? undefined : refuse('approval.expired', `${who} ${old}`, 1);
  }

  private tooOld(at: number, { maxAgeMs }: ApprovalRule): string | undefined {
    const { now, policy } = this.input;
    if (maxAgeMs !== undefined && !(at >= now - maxAgeMs)) return `is ${words(now - at)} old (max ${words(maxAgeMs)})`;
    // An approval from the future would never become too old.
    return at <= now + policy.freshness.clockSkewMs || Number.isNaN(at)
      ? undefined
      : `is dated ${words(at - now)} in the future`;
  }

  private tokenOpinion(token: ApprovalToken, target: RecordFact, rule: ApprovalRule): Opinion {
    const { who, keyIds, createdAt, expiresAt } = token;
    // First, because an expired token does not verify either.
    if (Number.isNaN(expiresAt)) return refuse('approval.expired', `${who} has no expires_at that is an instant`, 2);
    if (!(this.input.now < expiresAt)) return refuse('approval.expired', `${who} has expired`, 2);
    if (token.doubt !== undefined) return token.doubt;
    const spoken = [...new Set(keyIds.map((keyId) => identityOf(keyId, this.input.signers)))];
    const speakers = this.choose(spoken, target, rule);
    if (!Array.isArray(speakers)) return refuse('approval.untrusted', `${who} ${(speakers as Ineligible).why}`, 3);
    const old = this.tooOld(createdAt, rule);
    const refusal = old === undefined ? undefined : refuse('approval.expired', `${who} ${old}`, 1);
    return { speakers, word: { at: createdAt, says: 'approves', why: who, refusal } };
  }

  /** Which of the approvals that need approval have it: starts from none and only ever adds. */
  private settleApprovals(approvals: readonly JudgedApproval[]): void {
    const waiting = new Map<string, JudgedApproval>();
    for (const one of approvals) {
      if (this.demandsOn(one).length === 0) continue;
      const copy = this.byName.copyOf(one);
      if (copy !== undefined) waiting.set(copy, one);
    }
    const byName = new Map<string | undefined, [string, JudgedApproval][]>();
    for (const each of waiting)
      for (const name of [each[1].fact.recordId, each[1].fact.recordHash]) push(byName, name, each);
    const open = [...waiting];
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      const [copy, one] = each;
      const { fact } = one;
      if (this.approved.has(copy)) continue;
      if (this.demandsOn(one).some(({ rule }) => 'refused' in this.judge(fact, rule))) continue;
      this.approved.add(copy);
      // What this approval approves may now be approved. An id that more of them share approves nothing.
      for (const { id, digest } of fact.approval.names) {
        for (const name of [id, digest]) {
          const named = byName.get(name) ?? [];
          if (named.length <= MAX_APPROVALS) open.push(...named);
        }
      }
    }
  }
}

/** What one approval contributes: a statement of its signers, or why it contributes nothing. */
type Opinion = { readonly speakers: readonly string[]; readonly word: Word } | Refusal;

interface Ineligible {
  readonly why: string;
}

/** Keeps the newest statement of a signer; of several at one instant the one that does not approve. */
function newest(spoken: Map<string, Word>, speaker: string, word: Word): void {
  const before = spoken.get(speaker);
  if (before === undefined || rankOf(word) > rankOf(before)) spoken.set(speaker, word);
  else if (rankOf(word) === rankOf(before) && weight(word) > weight(before)) spoken.set(speaker, word);
}

/** An invalid time makes a denial the newest statement and an approval the oldest. */
function rankOf({ at, says }: Word): number {
  if (!Number.isNaN(at)) return at;
  return says === 'approves' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function weight({ says, refusal, byId }: Word): number {
  if (says === 'denies') return 4;
  if (says === 'waits') return 3;
  // Of two approvals of one instant, the one that counts, or counts for more.
  return refusal === undefined ? (byId === undefined ? 2 : 1) : 0;
}

function nearer(a: Refusal | undefined, b: Refusal): Refusal {
  return a === undefined || b.rank < a.rank ? b : a;
}

function codeOf({ fact, shortfall }: JudgedApproval): FindingCode {
  if (shortfall?.stage === Stage.Untrusted || fact.signature === 'failed') return 'approval.untrusted';
  return shortfall?.stage === Stage.Stale ? 'approval.expired' : 'approval.required';
}

function isApproval(one: JudgedFact): one is JudgedApproval {
  return one.fact.approval !== undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
