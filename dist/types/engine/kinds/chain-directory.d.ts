import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { DirectorySource } from '../source/source.js';
import { type ChainResult } from './chain.js';
/** Files of a chain directory in the order of its records (contract section 3). */
export interface ChainFiles {
    readonly records: readonly string[];
    readonly lines: readonly string[];
    /** `chain.json` is there. */
    readonly declared: boolean;
    /** Links among them. */
    readonly links: readonly string[];
}
/** Sorts out which files of a directory are the records of its chain. */
export declare function chainFiles(directory: DirectorySource): Promise<ChainFiles>;
/** Verifies a directory whose files are one chain. */
export declare function verifyChainDirectory(directory: DirectorySource, collector: Collector, options: VerifyOptions): Promise<ChainResult>;
