import type { Slice } from '../canonical/slices.js';
import { quote } from '../canonical/strict.js';
import { type Collector, offsetOfPointer, type Spot } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import { runRecordJobs } from '../signature/record-signature.js';
import type { ByteSource } from '../source/source.js';
import type { Problem } from './members.js';
import {
  type Checked,
  checkedRecord,
  finishedRecords,
  RecordChecker,
  type RunRules,
  settleSignature,
} from './record-check.js';

export type { RunRules } from './record-check.js';

/** What a finished run tells. */
export interface RunSummary {
  readonly records: number;
  /** Records inside `options.range`. */
  readonly inRange: number;
  /** Declared hash of the last record, `''` without records. */
  readonly headHash: string;
  readonly signaturesVerified: number;
  readonly keyIds: ReadonlySet<string>;
  /** Signatures that were there but not checked. */
  readonly unchecked: number;
  /** The records form a chain (for `link: 'auto'`). */
  readonly linked: boolean;
}

/** One pushed batch whose records are checked, here or in another thread, and not told of yet. */
interface Batch {
  readonly slices: readonly Slice[];
  readonly source: ByteSource;
  readonly entry: string | undefined;
  readonly checked: Promise<readonly (Checked | undefined)[]> | readonly (Checked | undefined)[];
}

const PENDING_LINKS = 100;
/** Stands for the hash of a record that could not be read: nothing can link to it. */
const UNREADABLE = '(a record that could not be read)';
/** Batches under way at once; each holds its slices in memory. */
const BATCHES_AHEAD = 4;

/**
 * Verifies records in the order they come: each by itself (RecordChecker), then its signature, then its link.
 * While one batch has its signatures checked or is with a worker, the next is parsed; results are told in order.
 */
export class RecordRun {
  private count = 0;
  private inRange = 0;
  private previous = '';
  private head = '';
  private linked = false;
  private readonly unlinked: { index: number; spot: Spot }[] = [];
  private unlinkedMore = 0;
  private verified = 0;
  private unchecked = 0;
  private readonly keyIds = new Set<string>();
  private readonly batches: Batch[] = [];
  private missingKeyTold = false;
  private readonly checker: RecordChecker;

  constructor(
    private readonly collector: Collector,
    private readonly options: VerifyOptions,
    private readonly rules: RunRules,
  ) {
    this.checker = new RecordChecker(options, rules);
    this.linked = rules.link === 'chain';
  }

  /** Verifies the records of these slices; results are told in order by a later call or by `finish`. */
  async push(slices: readonly Slice[], source: ByteSource, entry?: string): Promise<void> {
    const context = { rules: this.rules, artifact: this.collector.artifact, entry, size: source.size };
    const far = this.options.onRecord === undefined ? this.options.workers?.check(slices, context) : undefined;
    const checked = far ?? this.here(slices, entry);
    // A worker that dies makes this reject when its turn comes, not before anybody listens.
    if (checked instanceof Promise) checked.catch(() => {});
    this.batches.push({ slices, source, entry, checked });
    while (this.batches.length > 0) {
      const [first] = this.batches;
      if (first === undefined) return;
      if (first.checked instanceof Promise && this.batches.length <= BATCHES_AHEAD) return;
      await this.tellFirst();
    }
  }

  /** Waits for what is still under way. */
  async finish(): Promise<RunSummary> {
    while (this.batches.length > 0) await this.tellFirst();
    return {
      records: this.count,
      inRange: this.inRange,
      headHash: this.head,
      signaturesVerified: this.verified,
      keyIds: this.keyIds,
      unchecked: this.unchecked,
      linked: this.linked,
    };
  }

  private here(slices: readonly Slice[], entry: string | undefined): Batch['checked'] {
    const { options } = this;
    if (options.workers !== undefined && options.onRecord === undefined) {
      // Every thread is busy with records of its own: the pool could only take one away from another.
      const { artifact } = this.collector;
      const checked = finishedRecords(slices, this.checker, artifact, entry, options);
      return checked.some((one) => one?.job !== undefined) ? verifySignatures(checked, options) : checked;
    }
    const checked = slices.map((slice) => this.checker.check(slice));
    return checked.some((one) => one?.job !== undefined) ? verifySignatures(checked, options) : checked;
  }

  private async tellFirst(): Promise<void> {
    const batch = this.batches[0];
    if (batch === undefined) return;
    const checked = await batch.checked;
    this.batches.shift();
    checked.forEach((one, i) => {
      const slice = batch.slices[i];
      if (one !== undefined && slice !== undefined) this.tell(one, slice, batch);
    });
  }

  private tell(one: Checked, slice: Slice, batch: Batch): void {
    const index = this.count++;
    const spot: Spot = {
      source: batch.source,
      offset: one.offset,
      recordId: one.recordId,
      ...(batch.entry === undefined ? {} : { entry: batch.entry }),
    };
    for (const problem of one.problems) {
      const known = problem.offset !== one.offset || problem.pointer === '';
      // Past what is kept of an artifact the start of the record has to do, whoever looked at it.
      const offset = !this.collector.wantsPlaces
        ? one.offset
        : known
          ? problem.offset
          : one.offset + offsetOfPointer(slice.bytes, problem.pointer, this.options.limits.maxDepth);
      this.raise(problem, { ...spot, offset });
    }
    if (one.readable) {
      this.link(one, index, slice, spot);
      this.countRange(one);
    } else this.previous = UNREADABLE;
    if (one.signature === 'unchecked') this.unchecked++;
    if (one.signature === 'verified' && one.keyId !== undefined) {
      this.verified++;
      this.keyIds.add(one.keyId);
    }
    this.hand(one, index, batch);
  }

  private raise(problem: Problem, spot: Spot): void {
    if (problem.code === 'key.missing' || problem.code === 'cosign.identity_required') {
      // Once an artifact: it is the configuration that lacks something, not each record.
      if (this.missingKeyTold) return;
      this.missingKeyTold = true;
    }
    this.collector.add(problem.code, problem.message, {
      ...spot,
      pointer: problem.pointer,
      severity: problem.severity,
    });
  }

  private link(one: Checked, index: number, slice: Slice, spot: Spot): void {
    if (this.rules.link !== 'none') {
      const declared = one.previousHash;
      if (!this.linked && declared !== '') {
        this.linked = true;
        this.flushUnlinked();
      }
      if (declared !== this.previous) {
        if (this.linked) {
          one.ok = false;
          const pointer = '/integrity/previous_record_hash';
          const offset = this.collector.wantsPlaces
            ? one.offset + offsetOfPointer(slice.bytes, pointer, this.options.limits.maxDepth)
            : one.offset;
          const message = brokenLink(index, one.recordId, declared, this.previous);
          this.raise({ code: 'chain.link_broken', message, pointer }, { ...spot, offset });
        } else if (this.unlinked.length < PENDING_LINKS) this.unlinked.push({ index, spot });
        else this.unlinkedMore++;
      }
    }
    this.previous = one.declaredHash;
    this.head = this.previous;
  }

  private flushUnlinked(): void {
    for (const { index, spot } of this.unlinked) {
      this.collector.add(
        'chain.link_broken',
        `record ${index} has no previous_record_hash but other records of the stream link`,
        spot,
      );
    }
    if (this.unlinkedMore > 0) {
      this.collector.add(
        'chain.link_broken',
        `${this.unlinkedMore} more records have no previous_record_hash but other records of the stream link`,
      );
    }
    this.unlinked.length = 0;
    this.unlinkedMore = 0;
  }

  private countRange({ epochMs }: Checked): void {
    const range = this.options.range;
    if (range?.from !== undefined && !(epochMs >= range.from)) return;
    if (range?.to !== undefined && !(epochMs <= range.to)) return;
    this.inRange++;
  }

  /** Hands the record to whoever asked to see it. */
  private hand(one: Checked, index: number, batch: Batch): void {
    const { onRecord, records } = this.options;
    if (records !== undefined && one.fact !== undefined) {
      records.accept(one.fact, index, one.ok);
      return;
    }
    if ((onRecord === undefined && records === undefined) || one.value === undefined) return;
    const record = checkedRecord(one, index, this.collector.artifact, batch.entry, one.value);
    onRecord?.(record);
    if (records !== undefined) records.accept(records.extract(record), index, one.ok);
  }
}

/** The cryptography of a batch, in the thread pool. */
async function verifySignatures(
  checked: readonly (Checked | undefined)[],
  options: VerifyOptions,
): Promise<readonly (Checked | undefined)[]> {
  const waiting = checked.filter((one) => one?.job !== undefined) as (Checked & { job: NonNullable<Checked['job']> })[];
  const verdicts = await runRecordJobs(waiting.map((one) => one.job));
  waiting.forEach((one, i) => {
    const verdict = verdicts[i];
    settleSignature(one, verdict, options);
  });
  return checked;
}

function brokenLink(index: number, recordId: string, declared: string, expected: string): string {
  const who = `record ${index} (${quote(recordId)})`;
  if (expected === '') return `${who} is the first but has previous_record_hash ${quote(declared)}`;
  if (declared === '') return `${who} has no previous_record_hash; the record before it has hash ${quote(expected)}`;
  return `${who} links to ${quote(declared)} but the record before it has hash ${quote(expected)}`;
}
