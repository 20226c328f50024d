import { type Skeleton } from '../canonical/slices.js';
import { type Collector } from '../collector.js';
import { type VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import { type RunRules, type RunSummary } from './records.js';
/** What is known of a chain beside its records. */
export interface ChainResult {
    readonly summary: RunSummary;
    readonly chainId: string | undefined;
    /** Chain-level signatures that verified. */
    readonly signatures: number;
    readonly keyIds: ReadonlySet<string>;
}
/**
 * Verifies a chain document (contract section 3) as a sequence of slices.
 * `others` gets the document when it turns out to hold no `records` list.
 */
export declare function verifyChain(source: ByteSource, collector: Collector, options: VerifyOptions, others: (skeleton: Skeleton) => Promise<void>, inside?: {
    readonly entry: string;
    readonly rules: RunRules;
}): Promise<ChainResult | undefined>;
/** A chain's records: schemas are ours to add (hardening 9); upstream checks none. */
export declare function chainRules(options: VerifyOptions): RunRules;
/** A fault inside the skeleton, moved to its place in the file. */
export declare function placed(error: unknown, skeleton: Skeleton): unknown;
