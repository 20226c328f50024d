import { type Position, positionsOf } from './canonical/position.js';
import { locate, parseStrict } from './canonical/strict.js';
import { Fault } from './fault.js';
import { type Finding, type FindingCode, type FindingPlace, finding, type Severity } from './findings.js';
import { MAX_FINDINGS } from './limits.js';
import type { ByteSource } from './source/source.js';

/** Where in a source a finding lies. */
export interface Spot {
  /** The file or entry; the artifact itself when absent. */
  readonly source?: ByteSource;
  /** Absolute byte offset in the source. */
  readonly offset?: number;
  /** JSON pointer of the offending member, from the document's root. */
  readonly pointer?: string;
  readonly recordId?: string;
  readonly entry?: string;
  /** Milder than the code's own severity. */
  readonly severity?: Severity | undefined;
}

interface Pending {
  finding: Finding;
  readonly source: ByteSource | undefined;
  readonly offset: number | undefined;
}

/**
 * Gathers what is wrong with one artifact: at most `MAX_FINDINGS`, the rest counted. A later finding that changes the
 * exit code always displaces a kept one that does not, so that the verdict never depends on the limit.
 */
export class Collector {
  private readonly kept: Pending[] = [];
  private more = 0;
  private readonly exits = new Set<number>();

  constructor(readonly artifact: string) {}

  /** True when an error was raised. */
  get failed(): boolean {
    return this.exits.size > 0;
  }

  /** True while findings are still kept: placing one costs a parse, which a counted one is spared. */
  get wantsPlaces(): boolean {
    return this.kept.length < MAX_FINDINGS;
  }

  add(code: FindingCode, message: string, spot: Spot = {}): void {
    const place: { -readonly [K in keyof FindingPlace]: FindingPlace[K] } = {};
    if (spot.pointer !== undefined) place.pointer = spot.pointer;
    if (spot.recordId !== undefined && spot.recordId !== '') place.record_id = spot.recordId;
    if (spot.entry !== undefined) place.entry = spot.entry;
    const made = finding(code, message, this.artifact, place, spot.severity);
    const pending: Pending = { finding: made, source: spot.source, offset: spot.offset };
    const news = made.severity === 'error' && !this.exits.has(made.exit_code);
    if (made.severity === 'error') this.exits.add(made.exit_code);
    if (this.kept.length < MAX_FINDINGS) this.kept.push(pending);
    else {
      this.more++;
      if (news) this.kept[this.expendable()] = pending;
    }
  }

  /** The last kept finding that is not the only error of its exit code; there are fewer codes than places. */
  private expendable(): number {
    const exitOf = ({ finding }: Pending): number => (finding.severity === 'error' ? finding.exit_code : 0);
    return this.kept.findLastIndex((one) => {
      const exit = exitOf(one);
      return exit === 0 || this.kept.some((other) => other !== one && exitOf(other) === exit);
    });
  }

  /**
   * A reader's fault as a finding; anything else is our own bug and goes on. Whoever names an entry knows the whole way
   * to it, a reader only the last step: inside an archive inside an archive these differ.
   */
  fault(error: unknown, spot: Spot = {}): void {
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
  async settle(main: ByteSource | undefined): Promise<{ findings: Finding[]; more: number }> {
    const bySource = new Map<ByteSource, Pending[]>();
    for (const pending of this.kept) {
      const source = pending.source ?? main;
      if (source === undefined || pending.offset === undefined) continue;
      const list = bySource.get(source);
      if (list === undefined) bySource.set(source, [pending]);
      else list.push(pending);
    }
    for (const [source, list] of bySource) {
      let positions: Map<number, Position>;
      try {
        positions = await positionsOf(
          source,
          list.map((pending) => pending.offset ?? 0),
        );
      } catch {
        // The source cannot be read again (that is a finding already): the findings stay without a line.
        continue;
      }
      for (const pending of list) {
        const position = positions.get(pending.offset ?? 0);
        if (position !== undefined) pending.finding = { ...pending.finding, ...position };
      }
    }
    return { findings: this.kept.map((pending) => pending.finding), more: this.more };
  }
}

/** Byte offset of a pointer inside a document, 0 when the document cannot be walked. */
export function offsetOfPointer(bytes: Uint8Array, pointer: string, maxDepth: number): number {
  try {
    return locate(parseStrict(bytes, maxDepth), pointer).offset;
  } catch {
    return 0;
  }
}
