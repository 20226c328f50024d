import { type Skeleton, type Slice } from '../canonical/slices.js';
import { type Collector } from '../collector.js';
import { type VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import type { Json, JsonObject } from '../types.js';
import { type Problem } from './members.js';
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
/** A chain document and where it lies. */
export interface ChainDocument {
    readonly skeleton: Skeleton;
    readonly source: ByteSource;
    readonly entry: string | undefined;
    readonly collector: Collector;
    readonly options: VerifyOptions;
}
/** What a chain document says beside its records. */
export interface Head {
    readonly chainId: string | undefined;
    readonly createdAt: string | undefined;
    readonly recordCount: number | undefined;
    readonly headHash: string | undefined;
    readonly signatures: readonly Json[];
}
/** Reads it; what cannot be read is raised (`json.case_collision`, `chain.member_type`). */
export declare function readHead(document: JsonObject, options: VerifyOptions, raise: (problem: Problem) => void): Head;
/** Signatures over the chain as a whole (hardening 10): upstream never looks at them. `records` are those they are over. */
export declare function checkSignatures(head: Head, records: () => AsyncIterable<Slice>, options: VerifyOptions, raise: (problem: Problem) => void): Promise<{
    signatures: number;
    keyIds: ReadonlySet<string>;
}>;
/** Raises problems of a chain document at their places in the file. */
export declare function raiser({ skeleton, source, entry, collector, options }: ChainDocument): (problem: Problem) => void;
/** A fault inside the skeleton, moved to its place in the file. */
export declare function placed(error: unknown, skeleton: Skeleton): unknown;
