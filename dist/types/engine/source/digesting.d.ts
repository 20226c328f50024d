import type { ByteSource } from './source.js';
/** A source that takes the SHA-256 of its bytes on the first complete pass over them. */
export declare class DigestingSource implements ByteSource {
    private readonly inner;
    readonly name: string;
    readonly size: number;
    private known;
    constructor(inner: ByteSource);
    /** Lower-case hex once a pass reached the end. */
    get digestHex(): string | undefined;
    bytes(limit: number): Promise<Uint8Array>;
    chunks(): AsyncIterable<Uint8Array>;
    /** The digest, by a pass of its own when there was none yet. */
    digest(): Promise<string>;
}
/** SHA-256 of all bytes of a source, lower-case hex. */
export declare function digestOf(source: ByteSource): Promise<string>;
