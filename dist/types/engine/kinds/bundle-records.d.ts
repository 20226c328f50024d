import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { DirectorySource } from '../source/source.js';
import type { ListedFile } from './bundle.js';
/** What the records inside a bundle add to its verdict. */
export interface ContentsResult {
    readonly records: number;
    readonly signatures: number;
    readonly keyIds: ReadonlySet<string>;
}
/**
 * The records inside a bundle and the record types that it brings along (contract section 5). The types are known in
 * this bundle alone. Gate mode also verifies the records themselves; a signed manifest stands for unsigned records.
 */
export declare class BundleContents {
    private readonly directory;
    private readonly collector;
    private readonly options;
    private readonly files;
    private readonly intact;
    constructor(directory: DirectorySource, collector: Collector, options: VerifyOptions, files: readonly ListedFile[], intact: ReadonlySet<string>);
    verify(): Promise<ContentsResult>;
    private open;
    private customTypes;
    private schemaOf;
    private checkIdentity;
    /** Compat: schemas only, of `chain.json` and of each JSONL line that has a record_type. */
    private validateAll;
    private validateOne;
    /** Gate: records are verified like any others, except that the manifest's signature may stand for theirs. */
    private verifyRecords;
    private recordSource;
}
