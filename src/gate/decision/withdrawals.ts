import type { ApprovalName, RecordFact } from '../../model/facts.js';
import { instantOf } from '../instant.js';
import { isHere, type JudgedFact } from './findings.js';
import type { Standing } from './standing.js';

/** What signers took back: the newest word of each counts, and one that denies or waits ends what they approved before (trust.md section 6). */
export class Withdrawals {
  /** Time of the last such word, by speaker and by id or digest, epoch milliseconds. */
  private readonly latest = new Map<string, number>();

  constructor(
    judged: Iterable<JudgedFact>,
    private readonly standing: Standing,
  ) {
    for (const { fact, shortfall } of judged) {
      const { approval } = fact;
      if (approval === undefined || (approval.says !== 'denies' && approval.says !== 'waits')) continue;
      if (!isHere(shortfall)) continue;
      const at = instantOf(fact.timestamp);
      for (const key of this.keysOf(fact, approval.names)) {
        // A time that cannot be read makes it the last word.
        this.latest.set(
          key,
          Math.max(this.latest.get(key) ?? Number.NEGATIVE_INFINITY, Number.isNaN(at) ? Infinity : at),
        );
      }
    }
  }

  /** Whether everything that an approval names was taken back by who signed it. */
  has(fact: RecordFact): boolean {
    const { names = [] } = fact.approval ?? {};
    if (this.latest.size === 0 || names.length === 0) return false;
    const at = instantOf(fact.timestamp);
    return names.every((name) => this.keysOf(fact, [name]).some((key) => !((this.latest.get(key) ?? -Infinity) < at)));
  }

  private keysOf(fact: RecordFact, names: readonly ApprovalName[]): readonly string[] {
    const named = names.flatMap(({ id, digest }) => [id ?? [], digest ?? []].flat());
    return this.standing.speakersOf(fact).flatMap((who) => named.map((name) => JSON.stringify([who, name])));
  }
}
