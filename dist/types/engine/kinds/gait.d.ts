import type { Collector } from '../collector.js';
import { type VerifyOptions } from '../options.js';
import type { RandomAccess } from '../source/source.js';
import type { ArtifactKind, VerdictFacts } from '../types.js';
/** What is told of an archive beside its findings. */
export interface GaitResult {
    readonly kind: ArtifactKind;
    readonly records: number;
    readonly signatures: number;
    readonly keyIds: ReadonlySet<string>;
    readonly facts: VerdictFacts;
}
/** Verifies a zip: a pack, a guard pack or a runpack (contract sections 6 and 7). `depth` 1 is the artifact itself. */
export declare function verifyArchive(access: RandomAccess, name: string, collector: Collector, options: VerifyOptions, depth?: number): Promise<GaitResult>;
