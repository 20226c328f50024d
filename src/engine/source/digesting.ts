import type { Hash } from 'node:crypto';
import { sha256, sha256Hex } from '../digest.js';
import { bufferAccess } from './random-access.js';
import type { ByteSource, ClosableAccess } from './source.js';

/** A source that computes its SHA-256 during the first complete pass over its bytes. */
export class DigestingSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  private known: string | undefined;

  constructor(private readonly inner: ByteSource) {
    this.name = inner.name;
    this.size = inner.size;
  }

  /** The digest in lower-case hex, after a complete pass. */
  get digestHex(): string | undefined {
    return this.known;
  }

  async bytes(limit: number): Promise<Uint8Array> {
    const bytes = await this.inner.bytes(limit);
    this.known ??= sha256Hex(bytes);
    return bytes;
  }

  /** Random access does not read the bytes in order, so the digest is left to a later pass. */
  async access(): Promise<ClosableAccess> {
    const { inner } = this;
    return (await inner.access?.()) ?? { ...bufferAccess(await inner.bytes(inner.size)), close: () => {} };
  }

  async *chunks(): AsyncIterable<Uint8Array> {
    const hash: Hash | undefined = this.known === undefined ? sha256() : undefined;
    for await (const chunk of this.inner.chunks()) {
      hash?.update(chunk);
      yield chunk;
    }
    if (hash !== undefined) this.known = hash.digest('hex');
  }

  /** The digest, with a pass of its own if none was complete yet. */
  async digest(): Promise<string> {
    this.known ??= await digestOf(this.inner);
    return this.known;
  }
}

/** SHA-256 of all bytes of a source, lower-case hex. */
export async function digestOf(source: ByteSource): Promise<string> {
  const hash = sha256();
  for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest('hex');
}
