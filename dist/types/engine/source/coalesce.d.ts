/** The same bytes in pieces of at least `MIN_BYTES`, except the last; each valid only until the next one is asked for. */
export declare function coalesce(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
