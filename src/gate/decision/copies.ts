import { prefixOf } from '../evidence/fact-store.js';

/**
 * Tells copies of a record from the record itself by their hashes. Only hashes whose first 52 bits occur twice are kept as text:
 * of a million records, hardly ever one.
 */
export class Copies {
  private readonly repeated = new Set<number>();
  private readonly seen = new Set<string>();

  /** @param hashes of all records that `isCopy` will be asked about; `count`: at least their number */
  constructor(hashes: Iterable<string>, count: number) {
    const prefixes = new Float64Array(count);
    let length = 0;
    for (const hash of hashes) prefixes[length++] = prefixOf(hash);
    const sorted = prefixes.subarray(0, length).sort();
    sorted.forEach((one, i) => {
      if (one === sorted[i - 1]) this.repeated.add(one);
    });
  }

  /** Whether this hash was asked about before. */
  isCopy(hash: string): boolean {
    const prefix = prefixOf(hash);
    // NaN stands for all that are no hashes.
    if (!Number.isNaN(prefix) && !this.repeated.has(prefix)) return false;
    if (this.seen.has(hash)) return true;
    this.seen.add(hash);
    return false;
  }
}
