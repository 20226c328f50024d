import type { Json } from '../types.js';
import type { Document } from './document.js';
/** What a member of a Gait manifest must be. */
type Check = (value: Json) => string | undefined;
/** The members of one kind of manifest. */
export interface ManifestShape {
    readonly required: Readonly<Record<string, Check>>;
    readonly optional: Readonly<Record<string, Check>>;
    /** Member that lists the files. */
    readonly files: 'contents' | 'files';
    /** Members of one listed file. */
    readonly file: Readonly<Record<string, Check>>;
    /** Unknown members are refused. */
    readonly closed: boolean;
}
/** Contract section 6, one shape a manifest. */
export declare const PACK: ManifestShape;
export declare const GUARD_PACK: ManifestShape;
export declare const RUNPACK: ManifestShape;
/** One file that a manifest lists. */
export interface Content {
    readonly path: string;
    readonly sha256: string;
    readonly type: string;
    readonly pointer: string;
}
/** Checks a manifest's members; `undefined` when it is not readable enough to go on. */
export declare function readGaitManifest(document: Document, shape: ManifestShape, strict: boolean): readonly Content[] | undefined;
export {};
