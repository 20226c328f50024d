import type { ApprovalFact, RecordFact } from '../../model/facts.js';
import { isHere, type JudgedFact } from './findings.js';
import type { Standing } from './standing.js';

/** A judged record that is an approval. */
export type JudgedApproval = JudgedFact & { readonly fact: RecordFact & { readonly approval: ApprovalFact } };

/** Most different approvals of one record that are judged; with more, none of them counts. */
export const MAX_APPROVALS = 256;
/** Most approvals of one record that cannot count: one of them is named as the nearest. */
const MAX_IDLE = 16;

/** Approvals that name one id or digest. */
interface Named {
  readonly approvals: JudgedApproval[];
  /** What tells copies apart, of those that may count. */
  readonly counting: Set<string>;
  idle: number;
}

/**
 * Approvals by every id and every digest that they name. Each record is judged against all that name it, and anybody can repeat
 * lines or write approvals that nobody signed: copies are kept once, and what cannot count only as far as a message needs it
 * (hardening 33).
 */
export class ApprovalsByName {
  private readonly names = new Map<string, Named>();

  constructor(
    approvals: Iterable<JudgedApproval>,
    private readonly standing: Standing,
  ) {
    for (const one of approvals) {
      const copy = this.copyOf(one);
      for (const { id, digest } of one.fact.approval.names) {
        if (id !== undefined) this.add(id, one, copy);
        if (digest !== undefined) this.add(digest, one, copy);
      }
    }
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  /** Approvals that name the record in any way, each once; `undefined`: too many. */
  of({ recordId, recordHash }: RecordFact): Iterable<JudgedApproval> | undefined {
    const named = [recordId, recordHash].flatMap((name) => this.names.get(name) ?? []);
    if (named.some(({ counting }) => counting.size > MAX_APPROVALS)) return undefined;
    return new Set(named.flatMap(({ approvals }) => approvals));
  }

  /** The same for copies of an approval by the same speakers; `undefined` for one that cannot count. */
  copyOf({ fact, shortfall }: JudgedFact): string | undefined {
    if (!isHere(shortfall)) return undefined;
    const speakers = this.standing.speakersOf(fact);
    return speakers.length === 0 ? undefined : JSON.stringify([fact.recordHash, shortfall?.why ?? '', ...speakers]);
  }

  private add(name: string, one: JudgedApproval, copy: string | undefined): void {
    const named = this.names.get(name) ?? { approvals: [], counting: new Set(), idle: 0 };
    this.names.set(name, named);
    if (copy === undefined) {
      if (named.idle++ < MAX_IDLE) named.approvals.push(one);
    } else if (!named.counting.has(copy) && named.counting.size <= MAX_APPROVALS) {
      named.counting.add(copy);
      named.approvals.push(one);
    }
  }
}
