/** Smaller pieces are put together: a record that spans very many of them would be copied once for each. */
const MIN_BYTES = 256 * 1024;

/** The same bytes in pieces of at least `MIN_BYTES`, except the last; each valid only until the next one is asked for. */
export async function* coalesce(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let buffer: Uint8Array | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    if (filled === 0 && chunk.length >= MIN_BYTES) {
      yield chunk;
      continue;
    }
    buffer ??= new Uint8Array(2 * MIN_BYTES);
    if (filled + chunk.length > buffer.length) {
      yield buffer.subarray(0, filled);
      filled = 0;
      if (chunk.length >= MIN_BYTES) {
        yield chunk;
        continue;
      }
    }
    buffer.set(chunk, filled);
    filled += chunk.length;
    if (filled < MIN_BYTES) continue;
    yield buffer.subarray(0, filled);
    filled = 0;
  }
  if (buffer !== undefined && filled > 0) yield buffer.subarray(0, filled);
}
