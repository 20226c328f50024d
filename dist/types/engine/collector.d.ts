import { type Finding, type FindingCode, type Severity } from './findings.js';
import type { ByteSource } from './source/source.js';
/** Where in a source a finding lies. */
export interface Spot {
    /** The file or entry; the artifact itself when absent. */
    readonly source?: ByteSource;
    /** Absolute byte offset in the source. */
    readonly offset?: number;
    /** JSON pointer of the offending member, from the document's root. */
    readonly pointer?: string;
    readonly recordId?: string;
    readonly entry?: string;
    /** Milder than the code's own severity. */
    readonly severity?: Severity | undefined;
}
/**
 * Gathers what is wrong with one artifact: at most `MAX_FINDINGS`, the rest counted. A later finding that changes the
 * exit code always displaces a kept one that does not, so that the verdict never depends on the limit.
 */
export declare class Collector {
    readonly artifact: string;
    private readonly kept;
    private more;
    private readonly exits;
    constructor(artifact: string);
    /** True when an error was raised. */
    get failed(): boolean;
    /** True while findings are still kept: placing one costs a parse, which a counted one is spared. */
    get wantsPlaces(): boolean;
    add(code: FindingCode, message: string, spot?: Spot): void;
    /** The last kept finding that is not the only error of its exit code; there are fewer codes than places. */
    private expendable;
    /**
     * A reader's fault as a finding; anything else is our own bug and goes on. Whoever names an entry knows the whole way
     * to it, a reader only the last step: inside an archive inside an archive these differ.
     */
    fault(error: unknown, spot?: Spot): void;
    /** All findings with their lines and columns, in the order they were raised. */
    settle(main: ByteSource | undefined): Promise<{
        findings: Finding[];
        more: number;
    }>;
}
/** Byte offset of a pointer inside a document, 0 when the document cannot be walked. */
export declare function offsetOfPointer(bytes: Uint8Array, pointer: string, maxDepth: number): number;
