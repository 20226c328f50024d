import type { RecordFact } from '../../model/facts.js';
import { MAX_REPORT_RECORDS } from '../../model/report.js';
import { FactPage, PAGE_FACTS } from './fact-page.js';

/** Facts that are kept as objects, some 700 bytes each: pages take a tenth of the time of a record to write and to read. */
const MAX_UNPAGED = 256 * PAGE_FACTS;

type MutableFact = { -readonly [K in keyof RecordFact]: RecordFact[K] };

/**
 * Keeps the facts of a run. Without a policy, baseline or shard most of them are not needed again: besides those that
 * pages show, only what decides approvals is kept then, so that memory does not grow with the records.
 */
export class FactStore {
  readonly facts: RecordFact[] = [];
  /** Records seen, kept or not. */
  records = 0;
  /** Facts that are in pages. */
  private paged = 0;
  private readonly texts = new Map<string, string>();
  private readonly hashes = new HashPrefixes();

  /**
   * @param all keep every fact
   * @param unpaged most facts that are kept as objects
   */
  constructor(
    private readonly all: boolean,
    private readonly unpaged = MAX_UNPAGED,
  ) {}

  /** Takes the fact of a record, with what is known of it at the end. */
  accept(extract: unknown, index: number, ok: boolean): void {
    const fact = extract as MutableFact;
    this.records++;
    if (!this.all && this.facts.length >= MAX_REPORT_RECORDS && !decides(fact)) {
      this.hashes.add(fact.recordHash);
      return;
    }
    fact.index = index;
    fact.verified = ok;
    // Every record has its own copy of texts that are the same in all of them.
    fact.recordType = this.shared(fact.recordType);
    fact.sourceProduct = this.shared(fact.sourceProduct);
    if (fact.agentId !== undefined) fact.agentId = this.shared(fact.agentId);
    if (fact.keyId !== undefined) fact.keyId = this.shared(fact.keyId);
    this.facts.push(fact);
    if (this.facts.length > this.unpaged && this.facts.length % PAGE_FACTS === 0) this.page();
  }

  /** Moves all facts into pages. */
  private page(): void {
    for (; this.paged < this.facts.length; this.paged += PAGE_FACTS) {
      const facts = this.facts.slice(this.paged, this.paged + PAGE_FACTS);
      FactPage.of(facts).forEach((fact, row) => {
        this.facts[this.paged + row] = fact;
      });
    }
  }

  /** Whether a record with this hash was seen; one that was not kept may be taken for another (one in 2^50). */
  saw(hash: string): boolean {
    return this.hashes.has(hash);
  }

  private shared(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    if (this.texts.size < MAX_TEXTS) this.texts.set(text, text);
    return text;
  }
}

/** Most distinct texts that are shared; hostile records have a new one each. */
const MAX_TEXTS = 10_000;

function decides({ asksApproval, approval, approvalRules, intents }: RecordFact): boolean {
  return asksApproval === true || approval !== undefined || approvalRules !== undefined || intents !== undefined;
}

/** A set of hashes with eight bytes each. */
class HashPrefixes {
  private values = new Float64Array(1024);
  private count = 0;
  private sorted = true;

  add(hash: string): void {
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = prefixOf(hash);
    this.sorted = false;
  }

  has(hash: string): boolean {
    if (!this.sorted) this.values.subarray(0, this.count).sort();
    this.sorted = true;
    const wanted = prefixOf(hash);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.values[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.values[low] === wanted;
  }
}

/** The first 52 bits of `sha256:` and hex digits; NaN for anything else. */
export function prefixOf(hash: string): number {
  return Number.parseInt(hash.slice(7, 20), 16);
}
