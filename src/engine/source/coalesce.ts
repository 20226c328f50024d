/** Smaller pieces are put together: a record that spans very many of them would be copied once for each. */
const MIN_BYTES = 256 * 1024;

/** The same bytes in pieces of at least `MIN_BYTES`, except the last; each valid only until the next one is asked for. */
export async function* coalesce(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let buffer = new Uint8Array(0);
  let filled = 0;
  for await (const chunk of chunks) {
    const alone = filled === 0 && chunk.length >= MIN_BYTES;
    // Less than a piece waits, so what has no room beside it is a piece by itself.
    if (alone || filled + chunk.length > 2 * MIN_BYTES) {
      if (filled > 0) yield buffer.subarray(0, filled);
      filled = 0;
      yield chunk;
      continue;
    }
    const length = filled + chunk.length;
    if (buffer.length < length) {
      // Of a small file there is one small chunk: clearing memory for more would take longer than all the rest of it.
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
