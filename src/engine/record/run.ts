import type { Location } from '../collector.js';
import { type Context, type KindResult, NOTHING } from '../context.js';
import { LineSlicer } from '../json/line-slicer.js';
import { MAX_BATCH, recordTooLarge, type Slice } from '../json/slice.js';
import type { Json } from '../json/value.js';
import type { VerifyOptions } from '../options.js';
import { goOn, turn, turnIsDue } from '../pace.js';
import { runRecordJobs } from '../signature/record.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';
import { withCauses } from './cause.js';
import { checkedRecord, finishGroup, GROUP, ONCE, RecordChecker, settleSignature } from './check.js';
import { isUnsealed } from './integrity.js';
import { brokenLink, nameRecord } from './link-message.js';
import type { Checked, RecordProblem, RunRules } from './types.js';

/** Result of a finished run. */
export interface RunSummary {
  readonly records: number;
  /** Records inside `options.range`. */
  readonly inRange: number;
  /** Declared link of the first record, `''` without one. */
  readonly firstLink: string;
  /** Declared hash of the last record, `''` without records. */
  readonly headHash: string;
  readonly signaturesVerified: number;
  readonly keyIds: ReadonlySet<string>;
  /** Signatures that are present but were not checked. */
  readonly unchecked: number;
  /** Whether the records form a chain (for `link: 'auto'`). */
  readonly linked: boolean;
  /** Time of the newest record, epoch milliseconds; NaN when a record has none; `undefined` without records. */
  readonly latest: number | undefined;
}

/** A batch that is being checked, here or in a worker, and not reported yet. */
interface Batch {
  readonly slices: readonly Slice[];
  readonly source: ByteSource;
  readonly entry: string | undefined;
  readonly checked: Promise<readonly (Checked | undefined)[]> | readonly (Checked | undefined)[];
}

const PENDING_LINKS = 100;
/** Stands for the hash of a record that could not be read: no record can link to it. */
const UNREADABLE = '(unreadable)';
/** Maximum number of batches in progress; each keeps its slices in memory. */
const BATCHES_AHEAD = 4;

/**
 * Verifies records in order: each by itself (RecordChecker), then its signature, then its link. While the signatures of one batch
 * are verified, or a worker has it, the next batch is parsed; results are reported in order.
 */
export class RecordRun {
  private count = 0;
  private inRange = 0;
  /** Declared hash and id of the record before, `''` before the first. */
  private previous = '';
  private previousId = '';
  private head = '';
  private firstLink = '';
  private linked = false;
  private readonly unlinked: { readonly index: number; readonly at: Location }[] = [];
  private unlinkedMore = 0;
  private signatures = 0;
  private unchecked = 0;
  private latest: number | undefined;
  private readonly keyIds = new Set<string>();
  private readonly batches: Batch[] = [];
  private missingKeyTold = false;
  private readonly checker: RecordChecker;
  private readonly options: VerifyOptions;
  private readonly rules: RunRules;

  /** @param rules the kind's rules for its records; the container may add rules. */
  constructor(
    private readonly context: Context,
    rules: RunRules,
  ) {
    this.options = context.options;
    this.rules = { ...rules, ...context.container?.rules };
    this.checker = new RecordChecker(this.options, this.rules);
    this.linked = rules.link === 'chain';
  }

  /** Verifies the batches of slices that a slicer makes of one chunk. */
  async pushAll(batches: Iterable<readonly Slice[]>, source: ByteSource, entry?: string): Promise<void> {
    let first = true;
    for (const slices of batches) {
      // A buffer that later batches share must not be transferred to a worker.
      await this.push(slices, source, entry, !first || slices.length >= MAX_BATCH);
      first = false;
    }
  }

  /**
   * Verifies the records of these slices; results are reported in order by a later call or by `finish`.
   * @param shared the buffer contains slices of other batches as well, so it must stay in this thread.
   */
  async push(slices: readonly Slice[], source: ByteSource, entry = this.context.entry, shared = false): Promise<void> {
    const context = { rules: this.rules, artifact: this.context.collector.artifact, entry, size: source.size };
    const far =
      this.options.onRecord === undefined && !shared ? this.options.workers?.check(slices, context) : undefined;
    const checked = far ?? this.here(slices, entry);
    // Handled when its turn comes; without this a failed worker would be an unhandled rejection.
    if (checked instanceof Promise) checked.catch(() => {});
    this.batches.push({ slices, source, entry, checked });
    while (this.batches.length > 0) {
      const [first] = this.batches;
      if (first === undefined) return;
      if (first.checked instanceof Promise && this.batches.length <= BATCHES_AHEAD) return;
      await this.tellFirst();
    }
  }

  /** Verifies the lines of a source; false after a fault of the source, which is a finding. */
  async pushLines(source: ByteSource, entry = this.context.entry): Promise<boolean> {
    const { collector, options } = this.context;
    const slicer = new LineSlicer(options.limits);
    try {
      for await (const chunk of coalesce(source.chunks())) {
        await this.pushAll(slicer.batches(chunk), source, entry);
        goOn(options);
      }
      await this.push(slicer.finish(), source, entry);
      return true;
    } catch (error) {
      collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
      return false;
    }
  }

  /** Verifies a source that is one record; a fault of the source is a finding. */
  async pushWhole(source: ByteSource, entry = this.context.entry, value?: Json): Promise<void> {
    const { collector, options } = this.context;
    try {
      if (source.size > options.limits.maxRecordBytes) throw recordTooLarge(options.limits, 0);
      await this.push([wholeSlice(await source.bytes(options.limits.maxRecordBytes), value)], source, entry);
    } catch (error) {
      collector.fault(error, { source, ...(entry === undefined ? {} : { entry }) });
    }
  }

  /** Waits for the remaining batches. */
  async finish(): Promise<RunSummary> {
    while (this.batches.length > 0) await this.tellFirst();
    return {
      records: this.count,
      inRange: this.inRange,
      firstLink: this.firstLink,
      headHash: this.head,
      signaturesVerified: this.signatures,
      keyIds: this.keyIds,
      unchecked: this.unchecked,
      linked: this.linked,
      latest: this.latest,
    };
  }

  /** Checks slices in this thread, at once when that takes only a moment. */
  private here(slices: readonly Slice[], entry: string | undefined): Batch['checked'] {
    const checked: (Checked | undefined)[] = [];
    this.checkSome(slices, entry, checked);
    return checked.length < slices.length ? this.checkRest(slices, entry, checked) : this.verified(checked);
  }

  private async checkRest(
    slices: readonly Slice[],
    entry: string | undefined,
    checked: (Checked | undefined)[],
  ): Promise<readonly (Checked | undefined)[]> {
    while (checked.length < slices.length) {
      await turn(this.options);
      this.checkSome(slices, entry, checked);
    }
    return this.verified(checked);
  }

  /** Checks further records until the event loop is due for a turn. */
  private checkSome(slices: readonly Slice[], entry: string | undefined, checked: (Checked | undefined)[]): void {
    const { options, checker } = this;
    const { artifact } = this.context.collector;
    while (checked.length < slices.length) {
      const group = slices.slice(checked.length, checked.length + GROUP);
      // With workers, all cores are busy with records already; the libuv pool would only compete with them.
      if (options.workers !== undefined && options.onRecord === undefined)
        checked.push(...finishGroup(group, checker, artifact, entry, options));
      else for (const slice of group) checked.push(checker.check(slice));
      if (turnIsDue()) return;
    }
  }

  private verified(checked: readonly (Checked | undefined)[]): Batch['checked'] {
    return checked.some((one) => one?.job !== undefined) ? verifySignatures(checked, this.options) : checked;
  }

  private async tellFirst(): Promise<void> {
    const batch = this.batches[0];
    if (batch === undefined) return;
    const checked = await batch.checked;
    this.batches.shift();
    for (const [i, one] of checked.entries()) {
      if (one !== undefined) this.tell(one, await this.explained(one, batch.slices[i]), batch);
      if (turnIsDue()) await turn(this.options);
    }
  }

  /** Adds causes, in the order of the records, so that the same first ten of an artifact get one on every run. */
  private async explained(one: Checked, slice: Slice | undefined): Promise<readonly RecordProblem[]> {
    if (one.problems.length === 0 || slice === undefined) return one.problems;
    return withCauses(one.problems, slice.bytes, this.options);
  }

  private tell(one: Checked, problems: readonly RecordProblem[], batch: Batch): void {
    const index = this.count++;
    if (index === 0) this.firstLink = one.previousHash;
    const at: Location = {
      source: batch.source,
      document: one.offset,
      recordId: one.recordId,
      ...(batch.entry === undefined ? {} : { entry: batch.entry }),
    };
    for (const problem of problems) this.raise(problem, at);
    if (one.readable) {
      this.link(one, index, at);
      this.countRange(one);
    } else {
      this.previous = UNREADABLE;
      this.latest = Number.NaN;
    }
    if (one.signature === 'unchecked') this.unchecked++;
    // A signature over a hash that no longer matches says nothing about the record.
    if (one.ok && one.signature === 'verified' && one.keyId !== undefined) {
      this.signatures++;
      this.keyIds.add(one.keyId);
    }
    this.hand(one, index, batch);
  }

  private raise(problem: RecordProblem, at: Location): void {
    if (ONCE.has(problem.code)) {
      if (this.missingKeyTold) return;
      this.missingKeyTold = true;
    }
    this.context.collector.add(problem.code, problem.message, {
      ...at,
      ...(problem.offset === undefined ? {} : { offset: problem.offset }),
      pointer: problem.pointer,
      severity: problem.severity,
      remedy: problem.remedy,
    });
  }

  private link(one: Checked, index: number, at: Location): void {
    if (this.rules.link !== 'none') {
      const declared = one.previousHash;
      if (!this.linked && declared !== '') {
        this.linked = true;
        this.flushUnlinked();
      }
      // Nothing can link to an unsealed record, which is reported already.
      if (declared !== this.previous && (index === 0 || this.previous === UNREADABLE || !isUnsealed(this.previous))) {
        if (this.linked) {
          one.ok = false;
          const pointer = '/integrity/previous_record_hash';
          const before = { hash: this.previous, id: this.previousId, readable: this.previous !== UNREADABLE };
          const message = brokenLink(index, one.recordId, declared, before);
          this.raise({ code: 'chain.link_broken', message, pointer }, at);
        } else if (this.unlinked.length < PENDING_LINKS) this.unlinked.push({ index, at });
        else this.unlinkedMore++;
      }
    }
    this.previous = one.declaredHash;
    this.previousId = one.recordId;
    this.head = this.previous;
  }

  private flushUnlinked(): void {
    for (const { index, at } of this.unlinked) {
      this.context.collector.add(
        'chain.link_broken',
        `${nameRecord(index, at.recordId)} has no previous_record_hash but other records of the stream link`,
        at,
      );
    }
    if (this.unlinkedMore > 0) {
      this.context.collector.add(
        'chain.link_broken',
        `${this.unlinkedMore} more records have no previous_record_hash but other records of the stream link`,
      );
    }
    this.unlinked.length = 0;
    this.unlinkedMore = 0;
  }

  private countRange({ epochMs }: Checked): void {
    this.latest = Math.max(epochMs, this.latest ?? epochMs);
    const range = this.options.range;
    if (range?.from !== undefined && !(epochMs >= range.from)) return;
    if (range?.to !== undefined && !(epochMs <= range.to)) return;
    this.inRange++;
  }

  /** Passes the record to the callbacks. */
  private hand(one: Checked, index: number, batch: Batch): void {
    const { onRecord, records } = this.options;
    if (records !== undefined && one.fact !== undefined) {
      records.accept(one.fact, index, one.ok);
      return;
    }
    if ((onRecord === undefined && records === undefined) || one.value === undefined) return;
    const record = checkedRecord(one, index, this.context.collector.artifact, batch.entry, one.value);
    onRecord?.(record);
    if (records !== undefined) records.accept(records.extract(record), index, one.ok);
  }
}

/** The slice of a text that is one record; `value` when it was parsed already. */
export function wholeSlice(bytes: Uint8Array, value?: Json): Slice {
  return {
    bytes,
    offset: 0,
    line: 1,
    members: -1,
    escapes: false,
    escapedNames: false,
    ...(value === undefined ? {} : { value }),
  };
}

/** The result of a kind that consists of this run alone. */
export function resultOf(summary: RunSummary): KindResult {
  return {
    ...NOTHING,
    records: summary.records,
    signatures: summary.signaturesVerified,
    keyIds: summary.keyIds,
    unchecked: summary.unchecked,
    facts: { recordsInRange: summary.inRange },
  };
}

/** Verifies the signatures of a batch, in the thread pool. */
async function verifySignatures(
  checked: readonly (Checked | undefined)[],
  options: VerifyOptions,
): Promise<readonly (Checked | undefined)[]> {
  const waiting = checked.filter((one) => one?.job !== undefined) as (Checked & { job: NonNullable<Checked['job']> })[];
  const jobs = waiting.map((one) => one.job);
  const verdicts = await (options.signatureQueue?.run(jobs) ?? runRecordJobs(jobs));
  waiting.forEach((one, i) => {
    const verdict = verdicts[i];
    settleSignature(one, verdict, options);
  });
  return checked;
}
