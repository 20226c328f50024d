import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { Fault } from '../../fault.js';
import type { ArchiveEntry } from '../source.js';
import { systemCode } from '../system-error.js';
import { crc32 } from './crc.js';
import { STORED } from './directory.js';
import type { PlacedEntry } from './layout.js';
import type { ByteWindow } from './window.js';

/** Entries below this size, packed and unpacked, are read and inflated synchronously: a stream costs more than its data. */
const SYNC_BYTES = 1024 * 1024;
/** Chunk size in bytes when a larger entry is streamed. */
const CHUNK_BYTES = 64 * 1024;

/** One file of an archive. Its size and CRC are checked whenever it is read to the end (hardening 15). */
export class ZipEntry implements ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly directory: boolean;

  constructor(
    private readonly window: ByteWindow,
    private readonly entry: PlacedEntry,
  ) {
    this.name = entry.name;
    this.size = entry.size;
    this.directory = entry.directory;
  }

  /**
   * All bytes of the entry.
   * @throws Fault `limit.entry_bytes` when there are more than `limit`, `zip.size_mismatch` or `zip.crc_mismatch` when the
   * data do not match the headers.
   */
  async bytes(limit: number): Promise<Uint8Array> {
    if (this.size > limit) {
      throw this.fault('limit.entry_bytes', `has ${this.size} bytes, limit ${limit} (--max-document-bytes)`);
    }
    if (this.isSmall()) return this.readSmall();
    // The ratio of the declared sizes was checked, so this is at most `maxRatio` times the data in the file.
    const all = Buffer.allocUnsafeSlow(this.size);
    let done = 0;
    for await (const chunk of this.chunks()) {
      all.set(chunk, done);
      done += chunk.length;
    }
    return all;
  }

  /**
   * The bytes in chunks. The faults of `bytes` are thrown after the last chunk, so the data must not be trusted before the
   * end.
   */
  async *chunks(): AsyncGenerator<Uint8Array> {
    if (this.isSmall()) {
      const bytes = await this.readSmall();
      if (bytes.length > 0) yield bytes;
      return;
    }
    let crc = 0;
    let done = 0;
    for await (const chunk of this.entry.method === STORED ? this.packedChunks() : this.inflated()) {
      done += chunk.length;
      if (done > this.size) throw this.tooLong();
      crc = crc32(chunk, crc);
      yield chunk;
    }
    this.check(done, crc);
  }

  private isSmall(): boolean {
    return this.size < SYNC_BYTES && this.entry.packed < SYNC_BYTES;
  }

  private async readSmall(): Promise<Uint8Array> {
    const packed = await this.window.data(this.entry.dataOffset, this.entry.packed);
    const bytes = this.entry.method === STORED ? packed : this.inflateSmall(packed);
    this.check(bytes.length, crc32(bytes));
    return bytes;
  }

  private inflateSmall(packed: Buffer): Uint8Array {
    // One byte more than declared shows that there is more; zlib requires a limit of at least 1.
    const options = { maxOutputLength: this.size + 1, chunkSize: Math.max(64, this.size + 1), info: true };
    let result: unknown;
    try {
      result = inflateRawSync(packed, options);
    } catch (error) {
      throw this.unpackable(error);
    }
    const { buffer, engine } = result as { buffer: Buffer; engine: { bytesWritten: number } };
    if (engine.bytesWritten !== packed.length) throw this.trailing();
    return buffer;
  }

  private async *packedChunks(): AsyncGenerator<Buffer> {
    const { dataOffset, packed } = this.entry;
    for (let at = 0; at < packed; at += CHUNK_BYTES) {
      yield await this.window.data(dataOffset + at, Math.min(CHUNK_BYTES, packed - at));
    }
  }

  /** Streams through zlib with back-pressure: packed data are read only as fast as the output is consumed. */
  private async *inflated(): AsyncGenerator<Buffer> {
    const engine = createInflateRaw({ chunkSize: CHUNK_BYTES });
    const feed = Readable.from(this.packedChunks(), { objectMode: false, highWaterMark: CHUNK_BYTES });
    feed.on('error', (error) => engine.destroy(error));
    feed.pipe(engine);
    try {
      for await (const chunk of engine) yield chunk as Buffer;
    } catch (error) {
      throw this.unpackable(error);
    } finally {
      feed.destroy();
      engine.destroy();
    }
    if (engine.bytesWritten !== this.entry.packed) throw this.trailing();
  }

  private check(size: number, crc: number): void {
    if (size > this.size) throw this.tooLong();
    if (size < this.size) throw this.fault('zip.size_mismatch', `has ${size} bytes, not the declared ${this.size}`);
    if (crc !== this.entry.crc) throw this.fault('zip.crc_mismatch', 'does not have its CRC');
  }

  /** Turns zlib's errors for invalid data into faults; any other error (a fault of the file, a bug) is returned unchanged. */
  private unpackable(error: unknown): unknown {
    switch (systemCode(error)) {
      case 'ERR_BUFFER_TOO_LARGE':
        return this.tooLong();
      case 'Z_BUF_ERROR':
        return this.fault('zip.size_mismatch', 'ends within its compressed data');
      case 'Z_DATA_ERROR':
        return this.fault('zip.crc_mismatch', 'contains data that cannot be inflated');
      default:
        return error;
    }
  }

  private tooLong(): Fault {
    return this.fault('zip.size_mismatch', `unpacks to more than the declared ${this.size} bytes`);
  }

  private trailing(): Fault {
    return this.fault('zip.structure', 'contains bytes after the end of its compressed data');
  }

  private fault(code: 'limit.entry_bytes' | 'zip.size_mismatch' | 'zip.crc_mismatch' | 'zip.structure', what: string) {
    return new Fault(code, `${this.name} ${what}`, { entry: this.name });
  }
}
