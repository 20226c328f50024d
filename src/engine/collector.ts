import { Fault } from './fault.js';
import { type Finding, type FindingCode, type FindingPlace, finding, ruleOf, type Severity } from './findings.js';
import { MAX_ERRORS, MAX_FINDINGS } from './limits.js';
import type { Stoppable } from './pace.js';
import { type Place, positionsOf } from './source/places.js';
import type { ByteSource } from './source/source.js';

/** Where a finding is located in a source. */
export interface Location {
  /** The file or entry; the artifact itself when absent. */
  readonly source?: ByteSource;
  /** Absolute byte offset in the source. */
  readonly offset?: number;
  /** Absolute byte offset of the JSON document that `pointer` refers to; used when the finding has no `offset`. */
  readonly document?: number;
  /** JSON pointer of the offending member, from the document's root. */
  readonly pointer?: string;
  readonly recordId?: string;
  readonly entry?: string;
  /** Remedy, when it differs from the one defined for the finding code. */
  readonly remedy?: string | undefined;
  /** Severity, when it is lower than the default of the finding code. */
  readonly severity?: Severity | undefined;
}

interface Pending {
  finding: Finding;
  readonly source: ByteSource | undefined;
  readonly place: Place | undefined;
}

/** Thrown when an artifact reaches `MAX_ERRORS` errors; the rest of it is not checked (hardening 33). */
export class TooManyErrors extends Error {
  override readonly name = 'TooManyErrors';
}

/**
 * Collects the findings of one artifact: at most `MAX_FINDINGS` are kept, the rest is only counted. A later error with a new
 * exit code always replaces a kept finding that the exit code does not depend on, so the verdict never depends on the limit.
 * After `MAX_ERRORS` errors `add` throws `TooManyErrors`, which ends the work on the artifact.
 */
export class Collector {
  private readonly kept: Pending[] = [];
  private more = 0;
  private errors = 0;
  private readonly exits = new Set<number>();

  constructor(readonly artifact: string) {}

  /** Number of errors raised, including those that were not kept. */
  get raised(): number {
    return this.errors;
  }

  /** Whether any error was raised. */
  get failed(): boolean {
    return this.exits.size > 0;
  }

  add(code: FindingCode, message: string, spot: Location = {}): void {
    const rule = ruleOf(code);
    const error = (spot.severity ?? rule.severity) === 'error';
    // `limit.errors` is always kept: the reader must see that the rest was not checked.
    const news = error && (!this.exits.has(rule.exit) || code === 'limit.errors');
    if (error) this.exits.add(rule.exit);
    if (this.kept.length < MAX_FINDINGS) this.kept.push(this.pending(code, message, spot));
    else {
      // Beyond the limit a finding is only counted: building thousands of objects takes time.
      this.more++;
      if (news) this.kept[this.expendable()] = this.pending(code, message, spot);
    }
    if (error && ++this.errors === MAX_ERRORS) throw new TooManyErrors();
  }

  private pending(code: FindingCode, message: string, spot: Location): Pending {
    const place: { -readonly [K in keyof FindingPlace]: FindingPlace[K] } = {};
    if (spot.pointer !== undefined) place.pointer = spot.pointer;
    if (spot.recordId !== undefined && spot.recordId !== '') place.record_id = spot.recordId;
    if (spot.entry !== undefined) place.entry = spot.entry;
    if (spot.remedy !== undefined) place.remedy = spot.remedy;
    const made = finding(code, message, this.artifact, place, spot.severity);
    const at = spot.offset ?? spot.document;
    const pointer = spot.offset === undefined ? made.pointer : undefined;
    return { finding: made, source: spot.source, place: at === undefined ? undefined : { offset: at, pointer } };
  }

  /**
   * Index of the last kept finding that can be replaced: one that is not the only error with its exit code. It always exists,
   * because there are fewer exit codes than kept findings.
   */
  private expendable(): number {
    const exitOf = ({ finding }: Pending): number => (finding.severity === 'error' ? finding.exit_code : 0);
    return this.kept.findLastIndex((one) => {
      const exit = exitOf(one);
      return exit === 0 || this.kept.some((other) => other !== one && exitOf(other) === exit);
    });
  }

  /**
   * Adds a Fault as a finding; any other error is a bug and is rethrown. An entry given by the caller takes precedence over
   * the one in the fault: the caller knows the full path, a reader only its last part (an archive inside an archive).
   */
  fault(error: unknown, spot: Location = {}): void {
    if (!(error instanceof Fault)) throw error;
    const { offset, pointer, entry } = error.place;
    this.add(error.code, error.message, {
      ...(entry === undefined ? {} : { entry }),
      ...spot,
      ...(offset === undefined ? {} : { offset: (spot.offset ?? 0) + offset }),
      ...(pointer === undefined ? {} : { pointer }),
    });
  }

  /** All findings with their lines and columns, in the order they were raised. */
  async settle(main: ByteSource | undefined, run: Stoppable = {}): Promise<{ findings: Finding[]; more: number }> {
    const bySource = new Map<ByteSource, { readonly pending: Pending; readonly place: Place }[]>();
    for (const pending of this.kept) {
      const source = pending.source ?? main;
      const { place } = pending;
      if (source === undefined || place === undefined) continue;
      const list = bySource.get(source);
      if (list === undefined) bySource.set(source, [{ pending, place }]);
      else list.push({ pending, place });
    }
    for (const [source, list] of bySource) {
      const places = list.map(({ place }) => place);
      // When the source cannot be read again (already a finding) or the run is stopping, findings have no line numbers.
      const positions = await positionsOf(source, places, run).catch(() => []);
      for (const [i, { pending }] of list.entries()) pending.finding = { ...pending.finding, ...positions[i] };
    }
    return { findings: this.kept.map((pending) => pending.finding), more: this.more };
  }
}
