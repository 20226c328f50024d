import type { Slice } from '../canonical/slices.js';
import { type Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import { type RunRules } from './record-check.js';
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
/**
 * Verifies records in the order they come: each by itself (RecordChecker), then its signature, then its link.
 * While one batch has its signatures checked or is with a worker, the next is parsed; results are told in order.
 */
export declare class RecordRun {
    private readonly collector;
    private readonly options;
    private readonly rules;
    private count;
    private inRange;
    private previous;
    private head;
    private linked;
    private readonly unlinked;
    private unlinkedMore;
    private verified;
    private unchecked;
    private readonly keyIds;
    private readonly batches;
    private missingKeyTold;
    private readonly checker;
    constructor(collector: Collector, options: VerifyOptions, rules: RunRules);
    /** Verifies the records of these slices; results are told in order by a later call or by `finish`. */
    push(slices: readonly Slice[], source: ByteSource, entry?: string): Promise<void>;
    /** Waits for what is still under way. */
    finish(): Promise<RunSummary>;
    private here;
    private tellFirst;
    private tell;
    private raise;
    private link;
    private flushUnlinked;
    private countRange;
    /** Hands the record to whoever asked to see it. */
    private hand;
}
