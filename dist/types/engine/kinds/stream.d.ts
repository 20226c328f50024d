import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ByteSource } from '../source/source.js';
import { RecordRun, type RunSummary } from './records.js';
/**
 * Verifies a JSONL stream, one record a line (contract section 7): as a chain as soon as one record links.
 * Lines may be as long as the record limit allows (hardening 14).
 */
export declare function verifyStream(source: ByteSource, collector: Collector, options: VerifyOptions): Promise<RunSummary>;
/** Feeds the lines of a source to a run; a fault of the source is a finding, at its entry when it has one. */
export declare function runLines(run: RecordRun, source: ByteSource, collector: Collector, options: VerifyOptions, entry?: string): Promise<void>;
