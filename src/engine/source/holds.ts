import { goOn, type Stoppable } from '../pace.js';
import type { ByteSource } from './source.js';

/** Whether these bytes occur anywhere in a source. Rejects with a Fault when it cannot be read. */
export async function holds(source: ByteSource, wanted: Buffer, run: Stoppable): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of source.chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    // A match across two chunks lies within the end of one and the start of the next.
    const seam = Buffer.concat([tail, bytes.subarray(0, wanted.length - 1)]);
    if (bytes.includes(wanted) || seam.includes(wanted)) return true;
    const rest = Buffer.concat([tail, bytes.subarray(-wanted.length)]);
    tail = rest.subarray(Math.max(0, rest.length - wanted.length + 1));
    goOn(run);
  }
  return false;
}
