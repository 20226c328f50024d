/** Smaller chunks are combined: a record that spans many chunks would be copied once for each. */
const MIN_BYTES = 256 * 1024;

/**
 * Combines chunks to at least `MIN_BYTES`, except for the last. Each result is valid only until the next one is requested.
 */
export async function* coalesce(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let buffer = new Uint8Array(0);
  let filled = 0;
  for await (const chunk of chunks) {
    const alone = filled === 0 && chunk.length >= MIN_BYTES;
    // Less than `MIN_BYTES` is buffered, so a chunk that does not fit next to it is large enough to be passed on as it is.
    if (alone || filled + chunk.length > 2 * MIN_BYTES) {
      if (filled > 0) yield buffer.subarray(0, filled);
      filled = 0;
      yield chunk;
      continue;
    }
    const length = filled + chunk.length;
    if (buffer.length < length) {
      // A small file is one small chunk: clearing a large buffer would take longer than everything else.
      const larger = new Uint8Array(Math.max(length, Math.min(2 * buffer.length, 2 * MIN_BYTES)));
      larger.set(buffer.subarray(0, filled));
      buffer = larger;
    }
    buffer.set(chunk, filled);
    filled = length;
    if (filled < MIN_BYTES) continue;
    yield buffer.subarray(0, filled);
    filled = 0;
  }
  if (filled > 0) yield buffer.subarray(0, filled);
}
