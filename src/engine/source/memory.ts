import { Fault } from '../fault.js';
import { type ByteSource, CHUNK_BYTES } from './source.js';

/** A source for bytes that are already in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    bytes: async (limit) => {
      if (bytes.length > limit) {
        throw new Fault('limit.manifest_bytes', `${bytes.length} bytes, limit ${limit} (--max-document-bytes)`);
      }
      return bytes;
    },
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    },
  };
}
