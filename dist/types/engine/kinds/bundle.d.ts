import type { Collector } from '../collector.js';
import type { VerifyOptions } from '../options.js';
import type { DirectorySource } from '../source/source.js';
import type { JsonObject } from '../types.js';
import { type ContentsResult } from './bundle-records.js';
/** What is told of a bundle beside its findings. */
export interface BundleResult {
    readonly filesVerified: number;
    readonly signatures: number;
    readonly keyIds: ReadonlySet<string>;
    readonly contents: ContentsResult | undefined;
}
/** One listed file. */
export interface ListedFile {
    readonly path: string;
    readonly sha256: string;
    readonly pointer: string;
}
/** Verifies a bundle directory (contract section 5). */
export declare function verifyBundle(directory: DirectorySource, collector: Collector, options: VerifyOptions): Promise<BundleResult>;
/** A listed digest: optional `sha256:` prefix, any case (contract section 5). */
export declare function normalDigest(listed: string): string | undefined;
/** The digest that bundle signatures cover: the manifest with its defaults, all unknown members, without signatures. */
export declare function bundleDigest(manifest: JsonObject): string;
