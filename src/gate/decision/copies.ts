import { prefixOf } from '../evidence/fact-store.js';

/** Hashes that are kept as text at little cost. */
const FEW = 100_000;

/**
 * Tells copies of a record from the record itself by their hashes. Of many hashes, only those whose first 52 bits occur twice are
 * kept as text: of a million records, hardly ever one.
 */
export class Copies {
  /** Prefixes that occur twice; `undefined`: all hashes are kept as text. */
  private readonly repeated: ReadonlySet<number> | undefined;
  private readonly seen = new Set<string>();

  /**
   * @param hashes of all records that `isCopy` will be asked about
   * @param count at least their number
   * @param few number of hashes up to which all are kept as text
   */
  constructor(hashes: Iterable<string>, count: number, few = FEW) {
    if (count <= few) return;
    const prefixes = new Float64Array(count);
    let length = 0;
    for (const hash of hashes) prefixes[length++] = prefixOf(hash);
    const sorted = prefixes.subarray(0, length).sort();
    this.repeated = new Set(sorted.filter((one, i) => one === sorted[i - 1]));
  }

  /** Whether this hash was asked about before. */
  isCopy(hash: string): boolean {
    if (this.repeated !== undefined) {
      const prefix = prefixOf(hash);
      // NaN stands for all texts that are not hashes.
      if (!Number.isNaN(prefix) && !this.repeated.has(prefix)) return false;
    }
    if (this.seen.has(hash)) return true;
    this.seen.add(hash);
    return false;
  }
}
