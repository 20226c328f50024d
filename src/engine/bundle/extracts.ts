import type { Context } from '../context.js';
import { ChainSlicer } from '../json/chain-slicer.js';
import { LineSlicer } from '../json/line-slicer.js';
import { isObject, member } from '../json/members.js';
import { readJson } from '../json/read.js';
import type { Slice } from '../json/slice.js';
import type { Json } from '../json/value.js';
import { recordHash } from '../record/hash.js';
import { viewRecord } from '../record/view.js';
import { coalesce } from '../source/coalesce.js';
import type { ByteSource } from '../source/source.js';

/**
 * Detects streams in a bundle that repeat records of its chain, grouped by type. Such records link as in the chain, so not to
 * each other (producers.md section 7).
 */
export class Extracts {
  private readonly hashes = new Set<string>();

  constructor(private readonly context: Context) {}

  /** Remembers the records of a verified chain. */
  async addChain(chain: ByteSource): Promise<void> {
    const { limits } = this.context.options;
    const slicer = new ChainSlicer(limits);
    for await (const chunk of coalesce(chain.chunks())) {
      for (const { bytes } of slicer.push(chunk)) {
        const hash = declaredHash(readJson(bytes, limits.maxDepth));
        if (hash !== '') this.hashes.add(hash);
      }
    }
  }

  /** Whether every record of a stream is an unchanged record of the chain. */
  async isExtract(stream: ByteSource): Promise<boolean> {
    if (this.hashes.size === 0) return false;
    const slicer = new LineSlicer(this.context.options.limits);
    try {
      for await (const chunk of coalesce(stream.chunks())) {
        if (!slicer.push(chunk).every((slice) => this.holds(slice))) return false;
      }
      return slicer.finish().every((slice) => this.holds(slice));
    } catch {
      return false; // reported when the stream is verified
    }
  }

  /** Whether the chain has a record with this hash. */
  has(hash: string): boolean {
    return this.hashes.has(hash);
  }

  private holds({ bytes }: Slice): boolean {
    const value = readJson(bytes, this.context.options.limits.maxDepth);
    const declared = declaredHash(value);
    if (!isObject(value) || !this.hashes.has(declared)) return false;
    const { view } = viewRecord(value, { loneCaseVariants: 'refuse' });
    return view !== undefined && recordHash(view) === declared;
  }
}

function declaredHash(record: Json): string {
  const integrity = isObject(record) ? member(record, 'integrity') : undefined;
  const hash = isObject(integrity) ? member(integrity, 'record_hash') : undefined;
  return typeof hash === 'string' ? hash : '';
}
