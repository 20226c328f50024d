import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { ArchiveEntry } from '../source/source.js';
/** The authorization bundle of a pack links its evidence by digest (contract section 6); the trace is required. */
export declare function checkAuthorization(intact: ReadonlyMap<string, ArchiveEntry>, collector: Collector, options: VerifyOptions, nameOf: (entry: string) => string): Promise<void>;
